#define DOCTEST_CONFIG_IMPLEMENT
#include "support/victim.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstring>

int main(int argc, char** argv) {
    if (argc == 5 && std::strcmp(argv[1], "--edit-until-killed") == 0)
        return goho::gui::test::edit_until_killed(argc, argv);
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);  // nobody's settings are read or changed
    const QTemporaryDir settings;              // ... nor those of a test that runs at the same time
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    doctest::Context context(argc, argv);
    return context.run();
}
