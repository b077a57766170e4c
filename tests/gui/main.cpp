#define DOCTEST_CONFIG_IMPLEMENT
#include "support/victim.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QStandardPaths>
#include <cstring>

int main(int argc, char** argv) {
    if (argc == 5 && std::strcmp(argv[1], "--edit-until-killed") == 0)
        return goho::gui::test::edit_until_killed(argc, argv);
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);  // nobody's settings are read or changed
    doctest::Context context(argc, argv);
    return context.run();
}
