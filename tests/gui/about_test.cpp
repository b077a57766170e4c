#include "about/about.hpp"
#include "window/about_box.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::gui;

TEST_CASE("about: the window says of itself what the command line says, and which Qt it runs on") {
    for (const Language language : {Language::english, Language::japanese}) {
        const QString shown = about_facts(language);
        CHECK(shown.contains(QStringLiteral("Qt ") + QString::fromLatin1(qVersion())));
        for (const auto& fact : about::facts()) {
            CHECK(shown.contains(QString::fromStdString(std::string(fact.label.in(language)))));
            const auto value = QString::fromStdString(fact.value.in(language)).toHtmlEscaped();
            if (fact.key != "libraries") CHECK(shown.contains(value));
            else for (const auto& library : value.split(QStringLiteral(", "))) CHECK(shown.contains(library));
        }
    }
}
