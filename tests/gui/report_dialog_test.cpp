#include "window/report_dialog.hpp"
#include "support/files.hpp"
#include "window/actions.hpp"
#include "window/exporter.hpp"
#include "window/main_window.hpp"
#include "window/style.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace goho;
using namespace goho::gui;

namespace {

void open_pair(Session& session) {
    const auto opened = session.book().open(
        {test::scenarios / "manufacturer/base.json", test::scenarios / "manufacturer/price_up.json"});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets[1]);
    REQUIRE(session.wait());
}

}  // namespace

TEST_CASE("report dialog: writes what is chosen, and remembers who writes to whom") {
    Shown shown;
    shown.language = Language::japanese;
    Session session(shown);
    open_pair(session);
    test::Folder folder;
    {
        ReportDialog dialog(session);
        CHECK(dialog.client().text() == QStringLiteral("製造業：現状のまま"));
        dialog.client().setText(QStringLiteral("株式会社例"));
        dialog.findChildren<QLineEdit*>()[2]->setText(QStringLiteral("みなと銀行"));
        for (int i = 0; i < dialog.chapters().count(); ++i)
            dialog.chapters().item(i)->setCheckState(
                dialog.chapters().item(i)->data(Qt::UserRole).toString() == QStringLiteral("cash") ? Qt::Checked
                                                                                                   : Qt::Unchecked);
        CHECK(dialog.wishes().sections == std::vector<std::string>{"cash"});
        dialog.unit().setCurrentIndex(dialog.unit().findData(static_cast<int>(MoneyUnit::million)));
        CHECK(dialog.write(QString::fromStdString((folder / "r.html").string())).empty());
        CHECK(dialog.write(QString::fromStdString((folder / "r.pdf").string())).empty());
    }
    const std::string page = test::read(folder / "r.html");
    CHECK(page.find("株式会社例") != std::string::npos);
    CHECK(page.find("みなと銀行") != std::string::npos);
    CHECK(page.find("資金繰り表") != std::string::npos);
    CHECK(page.find("百万円") != std::string::npos);
    CHECK(page.find("損益分岐点") == std::string::npos);
    CHECK(test::read(folder / "r.pdf").starts_with("%PDF"));
    CHECK(QSettings().value(QStringLiteral("report/for")).toString() == QStringLiteral("みなと銀行"));
    QSettings().remove(QStringLiteral("report"));
}

TEST_CASE("report dialog: everything is seen, in both languages") {
    for (const auto language : {Language::english, Language::japanese}) {
        Shown shown;
        shown.language = language;
        Session session(shown);
        apply_style(*static_cast<QApplication*>(QApplication::instance()), shown);
        open_pair(session);
        ReportDialog dialog(session);
        dialog.show();
        QApplication::processEvents();
        for (const auto* label : dialog.findChildren<QLabel*>())
            CHECK(label->width() >= label->minimumSizeHint().width());
        const auto picture = std::filesystem::path(GOHO_BUILD_DIR) / "tests/gui/report" /
                             (language == Language::japanese ? "dialog.ja.png" : "dialog.en.png");
        std::filesystem::create_directories(picture.parent_path());
        CHECK(dialog.grab().save(QString::fromStdString(picture.string())));
    }
}

TEST_CASE("report dialog: no chapter chosen is no chapter") {
    Session session(Shown{});
    open_pair(session);
    ReportDialog dialog(session);
    for (int i = 0; i < dialog.chapters().count(); ++i) dialog.chapters().item(i)->setCheckState(Qt::Unchecked);
    CHECK(report::report_of(report::material_of(session.scene(), session.book(), dialog.wishes())).sections.empty());
}

TEST_CASE("report dialog: says why nothing was written") {
    Session session(Shown{});
    open_pair(session);
    ReportDialog dialog(session);
    CHECK_FALSE(dialog.write(QStringLiteral("/proc/r.pdf")).empty());
}

TEST_CASE("report dialog: a scenario with problems has no report") {
    Session session(Shown{});
    open_pair(session);
    ReportDialog dialog(session);
    for (auto* button : dialog.findChildren<QPushButton*>()) CHECK(button->isEnabled());
    session.book().set_value(session.book().active(), "/company/months", -1);
    session.wait();
    int disabled = 0;
    for (auto* button : dialog.findChildren<QPushButton*>()) disabled += button->isEnabled() ? 0 : 1;
    CHECK(disabled == 2);
}

TEST_CASE("export: forms of banks and agencies from the menu") {
    Session session(Shown{});
    MainWindow window(session);
    open_pair(session);
    test::Folder folder;
    Exporter exporter(session, &window);
    for (const auto& info : forms::forms()) {
        const auto file = folder / (std::string(info.id) + ".xlsx").c_str();
        exporter.write_form(info.form, QString::fromStdString(file.string()));
        CHECK(QTest::qWaitFor([&] { return !exporter.busy(); }, 20000));
        CHECK(test::read(file).starts_with("PK"));
    }
    CHECK(window.findChild<Actions*>()->forms->actions().size() == 3);
}
