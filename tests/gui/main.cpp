#define DOCTEST_CONFIG_IMPLEMENT
#include <QApplication>
#include <QStandardPaths>
#include <doctest/doctest.h>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);  // nobody's settings are read or changed
    doctest::Context context(argc, argv);
    return context.run();
}
