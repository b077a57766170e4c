// What the window of a released version left behind, this one takes up: tests/compatibility holds the files.
#include "document/recovery_text.hpp"
#include "io/json_text.hpp"
#include "shown/settings.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

const fs::path releases = fs::path(GOHO_SOURCE_DIR) / "tests/compatibility";

std::optional<RecoveryState> recovered(const std::string& text) {
    const auto json = io::parse_json(text, "recovery.json");
    REQUIRE(json);
    return state_from(*json.value);
}

}  // namespace

TEST_CASE("compatibility: work that was not saved with version 0.1 is recovered") {
    const auto text = io::read_text(releases / "0.1/window/recovery.json", "recovery.json");
    REQUIRE(text);
    const auto state = recovered(*text.value);
    REQUIRE(state);
    REQUIRE(state->sheets.size() == 2);
    CHECK(state->active == 2);
    CHECK(state->sheets[1].parent == 1);
    CHECK((*state->sheets[1].content)["timeline"]["rise"]["scale"]["/segments/bread/price"] == 1.03);
    CHECK(text_of(*state) == *text.value);
}

TEST_CASE("compatibility: work that a newer version left is not touched") {
    CHECK_FALSE(recovered(R"({"goho_recovery": 2, "time": 1, "active": 1, "sheets": []})"));
}

TEST_CASE("compatibility: the settings of version 0.1 are kept") {
    const QSettings settings(QString::fromStdString((releases / "0.1/window/goho.conf").string()), QSettings::IniFormat);
    CHECK(stored_shown(settings) == Shown{Language::japanese, MoneyUnit::hundred_million, Theme::dark, DifferenceMode::percent, true, true});
}
