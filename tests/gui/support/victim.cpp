#include "victim.hpp"

#include "document/recovery.hpp"

#include <QCoreApplication>
#include <QFile>

namespace goho::gui::test {

int edit_until_killed(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    Workbook book;
    const auto opened = book.open({argv[2]});
    Recovery recovery(book, QString::fromLocal8Bit(argv[3]));
    QFile log(QString::fromLocal8Bit(argv[4]));
    if (!log.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return 1;
    QTimer timer;
    int edit = 0;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        book.set_number(opened.sheets.at(0), "/segments/machined_parts/price", 3000 + ++edit);
        log.write(QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + ' ' + QByteArray::number(3000 + edit) +
                  '\n');
    });
    timer.start(4);
    return app.exec();
}

}  // namespace goho::gui::test
