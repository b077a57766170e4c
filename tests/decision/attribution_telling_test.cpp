#include "decision/attribution_telling.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>

using namespace goho;
using namespace goho::decision;

namespace {

Attribution loan_for_a_machine() {
    const auto shipped = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/manufacturer";
    auto result = attribute(shipped / "base.json", shipped / "equipment_loan.json");
    REQUIRE(result);
    return std::move(*result.value);
}

}  // namespace

TEST_CASE("attribution telling: rows of a table add up to the difference, and its waterfall leads from the base to the variant") {
    const auto result = loan_for_a_machine();
    const auto telling = tell(result, {"operating_income", "npv", "no such figure"}, MoneyUnit::yen);
    CHECK(telling.command == "attribute");
    CHECK(telling.sentences.size() == 2);
    REQUIRE(telling.charts.size() == 2);
    for (const auto& table : telling.tables) {
        CAPTURE(table.id);
        for (const auto& row : table.rows) CHECK(row.cells.size() == table.columns.size());
        if (table.id.ends_with("_pairs")) continue;
        REQUIRE(table.rows.back().total);
        for (std::size_t column = 1; column < table.columns.size(); ++column) {
            double sum = 0.0;
            for (const auto& row : table.rows) sum += row.total ? 0.0 : row.cells[column].number.value();
            CHECK(sum == doctest::Approx(table.rows.back().cells[column].number.value()).epsilon(1e-9));
        }
    }
    const auto& steps = telling.charts.front().series.front().points;
    REQUIRE(steps.size() == result.groups.size() + 2);
    double running = 0.0;
    for (const auto& step : steps) {
        if (step.total && running != 0.0) CHECK(running == doctest::Approx(step.y).epsilon(1e-9));
        running = step.total ? step.y : running + step.y;
    }
}

TEST_CASE("attribution telling: the sentence names what does most, and what works against it, in both languages") {
    const auto result = loan_for_a_machine();
    const auto telling = tell(result, {"operating_income"}, MoneyUnit::yen);
    const auto figure = std::find_if(result.figures.begin(), result.figures.end(), [](const auto& f) { return f.name == "operating_income"; });
    const auto& divided = result.divided.back()[static_cast<std::size_t>(figure - result.figures.begin())];
    const auto shares = whole_shares(divided);
    const auto most = static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    const auto least = static_cast<std::size_t>(std::min_element(shares.begin(), shares.end()) - shares.begin());
    for (const Language language : {Language::english, Language::japanese}) {
        const std::string said(telling.sentences.front().in(language));
        CHECK(said.find(in_words(*divided.after - *divided.before, "yen", MoneyUnit::yen, true).in(language)) != std::string::npos);
        CHECK(said.find(result.groups[most].label.in(language)) != std::string::npos);
        CHECK(said.find(result.groups[least].label.in(language)) != std::string::npos);
    }
}
