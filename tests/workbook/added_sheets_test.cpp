#include "workbook/added_sheets.hpp"

#include "analysis/study.hpp"
#include "io/scenario_reader.hpp"
#include "support/random_plan.hpp"
#include "workbook/builder.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace goho;
using workbook::Written;

namespace {

simulation::Scenario shipped(const std::string& name) {
    auto reading = io::read_scenario(std::string(GOHO_SOURCE_DIR) + "/scenarios/" + name);
    REQUIRE(reading);
    return std::move(*reading.value);
}

}  // namespace

TEST_CASE("workbook: the gates of the recorded run are those of the study") {
    for (const char* name : {"manufacturer/base.json", "it_services/sales_shock.json", "cases/integrated.json"}) {
        CAPTURE(name);
        const auto scenario = shipped(name);
        const auto study = analysis::study(scenario, test::statutes());
        const auto gates = workbook::gates_of(analysis::record(scenario, test::statutes()));
        REQUIRE(gates.size() == study.gates.size());
        for (std::size_t i = 0; i < gates.size(); ++i) {
            CHECK(gates[i].gate == study.gates[i].gate);
            CHECK(gates[i].figure == study.gates[i].figure);
            CHECK(gates[i].verdict == study.gates[i].verdict);
        }
    }
}

TEST_CASE("workbook: every gate of the engine stands on the sheet of gates with figure, threshold and verdict") {
    const auto run = analysis::record(shipped("manufacturer/base.json"), test::statutes());
    const auto gates = workbook::gates_of(run);
    workbook::Book counted;
    const auto sheet = workbook::gates_sheet(workbook::model_sheets(run, Language::english), gates, Language::english, counted);
    std::size_t figures = 0, verdicts = 0;
    for (const Written& cell : sheet.cells) {
        if (cell.kind != Written::Kind::formula) continue;
        cell.words ? ++verdicts : ++figures;
    }
    const auto with_figure = std::count_if(gates.begin(), gates.end(), [](const auto& gate) { return gate.figure.has_value(); });
    CHECK(static_cast<std::ptrdiff_t>(figures) == with_figure);
    CHECK(verdicts == gates.size());  // each is judged in this plan
    std::set<std::string_view> names;
    for (const auto& gate : gates) {
        names.insert(gate.gate);
        CHECK(std::any_of(sheet.cells.begin(), sheet.cells.end(), [&](const Written& cell) { return cell.column == 0 && cell.text == gate.label.en; }));
    }
    CHECK(names.size() == 15);
}

TEST_CASE("workbook: the books of any plan pass all checks, and the overview says so") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const auto run = analysis::record(test::random_scenario(seed, 40), test::statutes());
        workbook::Book counted;
        const auto checks = workbook::checks_sheet(workbook::model_sheets(run, Language::japanese), run, Language::japanese, counted);
        CHECK(workbook::verdict_of_checks(checks) == "OK");
        for (const Written& cell : checks.cells) {
            if (cell.kind == Written::Kind::formula && !cell.words) CHECK(std::abs(cell.value) < 1.0);
        }
        const auto book = workbook::book_of(run, Language::japanese);
        const auto& front = book.sheets.front().cells;
        CHECK(std::any_of(front.begin(), front.end(), [](const Written& cell) { return cell.words == "OK"; }));
    }
}

TEST_CASE("workbook: each input cell has a name that Excel accepts, and none twice") {
    workbook::ModelSheets model;
    model.sheets.assign(workbook::sheet_count, "Inputs");
    model.inputs = {{"/segments/main/price", 4}, {"/segments/Main/price", 5}, {"/loans/bank-a/principal", 6}, {"/loans/bank_a/principal", 7}};
    const auto names = workbook::input_names(model);
    REQUIRE(names.size() == 4);
    CHECK(names[0].name == "in_segments_main_price");
    CHECK(names[0].reference == "='Inputs'!$D$5");
    CHECK(names[1].name == "in_segments_Main_price_2");
    CHECK(names[2].name == "in_loans_bank_a_principal");
    CHECK(names[3].name == "in_loans_bank_a_principal_2");

    const auto book = workbook::book_of(analysis::record(shipped("manufacturer/base.json"), test::statutes()), Language::english);
    std::set<std::string> taken;
    CHECK(book.names.size() > 400);
    for (const auto& name : book.names) {
        CHECK(name.name.size() <= 255);
        CHECK(name.name.starts_with("in_"));
        CHECK(taken.insert(name.name).second);
    }
}

TEST_CASE("workbook: a year over two lines") {
    CHECK(workbook::year_in_lines("2027年度（2028年3月期）") == std::pair<std::string, std::string>("2027年度", "2028年3月期"));
    CHECK(workbook::year_in_lines("2027年度（2028年3月期）（6か月）").second == "2028年3月期（6か月）");
    CHECK(workbook::year_in_lines("FY2027") == std::pair<std::string, std::string>("FY2027", ""));
}
