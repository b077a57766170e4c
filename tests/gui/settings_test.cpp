#include "shown/settings.hpp"

#include "support/files.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

TEST_CASE("settings: how things are shown comes back as it was stored") {
    const Folder folder;
    const QString file = QString::fromStdString((folder / "s.ini").string());
    const Shown shown{Language::japanese, MoneyUnit::hundred_million, Theme::dark, DifferenceMode::percent, true, true};
    {
        QSettings settings(file, QSettings::IniFormat);
        store(settings, shown);
    }
    QSettings settings(file, QSettings::IniFormat);
    CHECK(stored_shown(settings) == shown);
    settings.setValue(QStringLiteral("shown/unit"), QStringLiteral("furlongs"));
    CHECK(stored_shown(settings).unit == Shown{}.unit);
}

TEST_CASE("settings: recent files, the newest first, each once, without those that are gone") {
    const Folder folder;
    QSettings settings(QString::fromStdString((folder / "s.ini").string()), QSettings::IniFormat);
    for (int i = 0; i < 15; ++i) {
        const fs::path file = folder.path / ("f" + std::to_string(i) + ".json");
        write(file, "{}");
        add_recent_file(settings, file);
    }
    add_recent_file(settings, folder / "f9.json");
    fs::remove(folder / "f14.json");
    const auto files = recent_files(settings);
    REQUIRE(files.size() == most_recent_files - 1);
    CHECK(files[0] == folder / "f9.json");
    CHECK(files[1] == folder / "f13.json");
    clear_recent_files(settings);
    CHECK(recent_files(settings).empty());
}
