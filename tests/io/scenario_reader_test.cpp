#include "io/scenario_reader.hpp"

#include "io/merge.hpp"
#include "io/scenario_writer.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

namespace {

Reading read(const nlohmann::ordered_json& document) { return read_scenario_text(document.dump()); }

std::string all(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem, Language::english) + "\n";
    return text;
}

}  // namespace

TEST_CASE("scenario reader: a sound scenario is read with all its parts") {
    const Reading reading = read_scenario_text(sound_scenario);
    CHECK(all(reading.problems) == "");
    CHECK(all(reading.warnings) == "");
    REQUIRE(reading);
    const simulation::Scenario& scenario = *reading.value;
    CHECK(scenario.name == Text{"Small workshop", "小さな工房"});
    CHECK(scenario.plan.company.start == Month::of(2026, 4));
    CHECK(scenario.plan.opening.cash == 30000000.0);
    CHECK(scenario.plan.opening.accounts_payable == 4000000.0);
    REQUIRE(scenario.plan.segments.size() == 2);
    CHECK(scenario.plan.segments[0].id == "main");
    CHECK(scenario.plan.segments[1].parameters.cash_share == 0.25);
    CHECK(scenario.plan.cost_lines[1].parameters.segment.index == 0);
    CHECK(scenario.plan.job_groups[0].parameters.place == accounting::job_group::LabourPlace::cost_of_sales);
    CHECK(scenario.plan.loans[0].parameters.annual_interest_rate == 0.018);
    REQUIRE(scenario.timeline.size() == 2);
    CHECK(scenario.timeline[0].edits[0].pointer == "/segments/main/price");
    CHECK(scenario.timeline[1].every_months == 6);
    auto plan = scenario.plan;
    CHECK(simulation::quantity_at(plan, scenario.timeline[1].edits[0].address) ==
          &plan.job_groups[0].parameters.headcount);
}

TEST_CASE("scenario reader: all problems come at once, in the order of the file") {
    auto document = sound();
    document["segments"]["repair"]["price"] = -1;
    document["company"]["lenght"] = 3;
    document["loans"]["bank"]["term_months"] = "long";
    document["opening"].erase("cash");
    CHECK(all(read(document).problems) ==
          "scenario.json: /company/lenght: unknown key \"lenght\" (allowed: start, months, fiscal_year_start, "
          "allocation, industry, behaviour, note)\n"
          "scenario.json: /opening/cash: required, but missing: Cash and deposits\n"
          "scenario.json: /segments/repair/price: -1 is outside the allowed range 0 to 100,000,000,000 yen/unit\n"
          "scenario.json: /loans/bank/term_months: expected a whole number, found the text \"long\"\n");
}

TEST_CASE("scenario reader: an unusual value is used, with a warning") {
    auto document = sound();
    document["loans"]["bank"]["annual_interest_rate"] = "15%";
    const Reading reading = read(document);
    REQUIRE(reading);
    CHECK(reading.value->plan.loans[0].parameters.annual_interest_rate == 0.15);
    CHECK(all(reading.warnings) ==
          "scenario.json: /loans/bank/annual_interest_rate: 0.15 is unusual: 0 to 0.06 a year is usual (the value is "
          "used as it is)\n");
}

TEST_CASE("scenario reader: what lies beyond the plan is a warning, so that a plan can be shortened") {
    auto document = sound();
    document["company"]["months"] = 20;
    document["loans"]["later"] = {
        {"principal", 1000000}, {"term_months", 12}, {"annual_interest_rate", 0.01}, {"drawn", "2027-12"}};
    document["targets"]["profit"] = {{"year", 3}, {"variable", "ordinary_income"}, {"value", "5百万円"}};
    const Reading reading = read(document);
    CHECK(all(reading.problems) == "");
    CHECK(all(reading.warnings) ==
          "scenario.json: /loans/later/drawn: 2027-12 lies after the end of the plan (2027-11) and has no effect\n"
          "scenario.json: /targets/profit/year: year 3 lies after the end of the plan of 20 months\n");
}

TEST_CASE("scenario reader: the opening imbalance names what would mend it, and that mends it") {
    auto document = sound();
    document["opening"]["consumption_tax_owed"] = -1234567;
    document["opening"]["prepaid_corporate_tax"] = 100000;
    document["job_groups"]["makers"]["opening_bonus_allowance"] = 700001;
    // Assets rise by the claim of 1,234,567 and the prepayment of 100,000, liabilities by 700,001.
    CHECK(all(read(document).problems) ==
          "scenario.json: /opening: the opening balance sheet does not balance: assets 51,334,567 yen, liabilities and "
          "net assets "
          "50,700,001 yen, difference 634,566 yen (with retained_earnings of 16,634,566 yen it would balance)\n");
    document["opening"]["retained_earnings"] = 16634566;
    CHECK(all(read(document).problems) == "");
}

TEST_CASE("scenario reader: a target may use the names it is given") {
    auto document = sound();
    document["targets"]["cover"] = {{"year", 3}, {"variable", "own_ratio"}, {"value", 1.2}};
    CHECK_FALSE(read(document));
    CHECK(read_scenario_text(document.dump(), "f", {{"own_ratio"}}));
}

TEST_CASE("scenario reader: the timeline is played through to its last month") {
    auto document = sound();
    document["timeline"] = {
        {"cut", {{"from", "2026-07"}, {"every_months", 3}, {"add", {{"/job_groups/makers/headcount", -1}}}}}};
    // Eight people: the ninth cut, 24 months after the first, would leave fewer than none.
    CHECK(all(read(document).problems) ==
          "scenario.json: /timeline/cut/add/~1job_groups~1makers~1headcount: in 2028-07 this makes -1, outside the "
          "allowed range 0 to "
          "1,000,000 people\n");
    document["timeline"]["cut"]["to"] = "2028-06";
    CHECK(all(read(document).problems) == "");
}

TEST_CASE("scenario reader: edits of one entry work as set, scale, add, however they are ordered") {
    auto document = sound();
    document["timeline"] = {{"all",
                             {{"from", "2026-07"},
                              {"add", {{"/segments/main/price", "10円"}}},
                              {"scale", {{"/segments/main/price", "110%"}}},
                              {"set", {{"/segments/main/price", 2000}}}}}};
    const Reading reading = read(document);
    REQUIRE(reading);
    const auto& edits = reading.value->timeline[0].edits;
    REQUIRE(edits.size() == 3);
    CHECK(edits[0].operation == simulation::Operation::set);
    CHECK(edits[1].operation == simulation::Operation::scale);
    CHECK(edits[1].amount == 1.1);
    CHECK(edits[2].operation == simulation::Operation::add);
    CHECK(edits[2].amount == 10.0);
}

TEST_CASE("scenario reader: every quantity that may change can be changed by the timeline") {
    auto document = sound();
    simulation::for_each_section<double>([&](const auto& section) {
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*section.member)>;
        std::string pointer = "/" + std::string(section.name);
        if (section.change == Change::fixed) return;
        const bool group = section.name == "evaluation" || section.name == "freed_hours";  // shares of a whole
        const auto change_all = [&](const auto& rows) {
            for (const auto& row : rows) {
                if (row.change != Change::monthly) continue;
                document["timeline"]["change"]["from"] = "2026-07";
                document["timeline"]["change"]["set"][pointer + "/" + std::string(row.name)] = group ? (section.name == "evaluation" ? 0.25 : 0.1) : row.plausible.high;
            }
        };
        if constexpr (simulation::is_collection<Held>) {
            if (!document.contains(section.name)) return;
            pointer += "/" + document[section.name].items().begin().key();
            change_all(simulation::table_of<std::remove_cvref_t<decltype(Held{}.front().parameters)>>());
        } else {
            change_all(simulation::table_of<Held>());
        }
    });
    Reading reading = read(document);
    CHECK(all(reading.problems) == "");
    REQUIRE(reading);
    for (const auto& edit : reading.value->timeline.back().edits) {
        CAPTURE(edit.pointer);
        CHECK(simulation::quantity_at(reading.value->plan, edit.address) != nullptr);
    }
    CHECK(reading.value->timeline.back().edits.size() > 40);
}

TEST_CASE("scenario reader: what is merged already reads like its file") {
    const std::string file = GOHO_SOURCE_DIR "/scenarios/manufacturer/investment_plan.json";
    const auto document = io::read_document(file);
    const auto read = io::read_scenario(file), from_content = io::read_scenario_content(document.value->content, file);
    REQUIRE(from_content.value);
    CHECK(io::scenario_text(*from_content.value) == io::scenario_text(*read.value));
    CHECK(from_content.value->file == file);
    const auto none = io::read_scenario_content(io::Json::array(), "list.json");
    CHECK_FALSE(none.value);
    CHECK(none.problems.front().file == "list.json");
    CHECK(none.problems.front().code == "wrong-type");
}

TEST_CASE("scenario reader: what probably was not meant is read as it stands, with a warning") {
    const auto warned = [](auto change) {
        auto document = sound();
        change(document);
        const Reading reading = read(document);
        CHECK(all(reading.problems) == "");
        REQUIRE(reading.warnings.size() == 1);
        CHECK_FALSE(reading.warnings[0].message.ja.empty());
        return reading.warnings[0].code + " " + reading.warnings[0].pointer;
    };
    CHECK(warned([](auto& d) { d["opening"]["profit_to_date"] = 1; }) == "year-not-begun /opening/profit_to_date");
    CHECK(warned([](auto& d) {
              d["opening"]["overdraft"] = 1000000;
              d["opening"]["retained_earnings"] = 15000000;
          }) == "overdraft-beyond-line /opening/overdraft");
    CHECK(warned([](auto& d) { d["cost_lines"]["rent"]["end"] = "2026-03"; }) == "before-plan /cost_lines/rent/end");
    CHECK(warned([](auto& d) {
              d["investments"]["hall"] = {{"kind", "equipment"}, {"asset_class", "building"}, {"amount", 10000000}, {"start", "2027-04"}, {"useful_life", 24},
                                          {"method", "declining_balance"}};
          }) == "unusual /investments/hall/method");
}

TEST_CASE("scenario reader: hours of work must leave some to be used, and waste must lie between its bounds") {
    auto document = sound();
    document["workforce"] = {{"indirect_share", 0.5}, {"fulfilment_share", 0.5}};
    CHECK(all(read(document).problems) ==
          "scenario.json: /workforce/fulfilment_share: indirect work and filling orders leave no time for anything else "
          "(their shares must add up to less than 1)\n");
    document["workforce"] = {{"waste_today", 0.05}, {"waste_least", 0.1}};
    CHECK(all(read(document).problems) ==
          "scenario.json: /workforce/waste_today: waste today must lie between waste_least and waste_most\n");
}
