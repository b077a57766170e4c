// Trial balances as a scenario: it is sound, its first months are the books to the yen, and the plan goes on from them.
#include "import/company.hpp"
#include "import/samples.hpp"
#include "import/telling.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <doctest/doctest.h>
#include <utility>

using namespace goho;
using namespace goho::imports;

namespace {

ImportReading read_sample(const std::string& folder) { return read(sample(folder), options_from(Month::of(2026, 4))); }

simulation::Trajectory<double> run_of(const simulation::Scenario& scenario) {
    return simulation::run(scenario, *io::load_statutes(scenario).value);
}

/// Of books that are read without a problem; its first months are the books.
auto sound_company(const auto& reading) {
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    auto company = company_of(*reading.value, {});
    REQUIRE(company);
    CHECK(said(differences_from_books(*company.value, *reading.value)) == "");
    return std::move(*company.value);
}

}  // namespace

TEST_CASE("company: every layout becomes a sound scenario whose first months are the books, to the yen") {
    for (const char* folder : {"freee_1", "freee_2", "money_forward", "yayoi_months", "yayoi_year", "goho_ja", "goho_en"}) {
        CAPTURE(folder);
        const auto reading = read_sample(folder);
        REQUIRE(reading);
        const auto company = company_of(*reading.value, {});
        REQUIRE(company);
        CHECK(said(differences_from_books(*company.value, *reading.value)) == "");

        const auto again = io::read_scenario_text(company_text(*company.value, *reading.value), "company.json");
        CHECK(said(again.problems) == "");
        REQUIRE(again.value);
        const auto run = run_of(*again.value);
        CHECK(simulation::residuals(again.value->plan, run).worst() == 0.0);
        CHECK(run.months.size() == 132);
        for (std::size_t t = 0; t < 12; ++t) {
            const auto& books = reading.value->books[t];
            CHECK(run.months[t].net_sales == books.net_sales);
            CHECK(run.months[t].gross_profit == books.gross_profit);
            CHECK(run.months[t].operating_income == books.operating_income);
            CHECK(run.months[t].ordinary_income == books.ordinary_income);
            CHECK(run.months[t].net_income == books.net_income);
            CHECK(run.months[t].cash == books.cash);
            CHECK(run.months[t].total_assets == books.total_assets);
            CHECK(run.months[t].net_assets == books.net_assets);
        }
    }
}

TEST_CASE("company: an account of the books is a line of the plan under the name that the client gives it") {
    const auto reading = read_sample("goho_ja");
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    REQUIRE(company);
    const auto& plan = company.value->scenario.plan;
    const auto line = std::find_if(plan.cost_lines.begin(), plan.cost_lines.end(), [](const auto& item) { return item.name.ja == "荷造運賃"; });
    REQUIRE(line != plan.cost_lines.end());
    CHECK(line->parameters.behaviour == accounting::Behaviour::variable);
    CHECK(line->parameters.place == accounting::Place::sga);
    const auto run = run_of(company.value->scenario);
    CHECK(run.lines.at(0, static_cast<int>(line - plan.cost_lines.begin())).variable_cost == 1224304.0);
}

TEST_CASE("company: the year after the books is near the year in them when nothing changes") {
    const auto reading = read_sample("goho_ja");
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    REQUIRE(company);
    const auto run = run_of(company.value->scenario);
    double books = 0.0, plan = 0.0, costs = 0.0, planned_costs = 0.0;
    for (std::size_t t = 0; t < 12; ++t) {
        books += run.months[t].net_sales;
        plan += run.months[t + 12].net_sales;
        costs += run.months[t].fixed_cost + run.months[t].variable_cost;
        planned_costs += run.months[t + 12].fixed_cost + run.months[t + 12].variable_cost;
    }
    CHECK(plan == doctest::Approx(books).epsilon(0.01));
    CHECK(planned_costs == doctest::Approx(costs).epsilon(0.02));
}

TEST_CASE("company: without a balance sheet there is nothing to start from, and that is said") {
    auto files = sample("goho_ja");
    std::erase_if(files, [](const NamedBytes& file) { return file.file.starts_with("bs"); });
    const auto reading = read(files, options_from(Month::of(2026, 4)));
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    CHECK_FALSE(company);
    REQUIRE(company.problems.size() == 1);
    CHECK(company.problems.front().code == "balance-needed");
}

TEST_CASE("company: what books cannot show is told as assumed, in both languages") {
    const auto reading = read_sample("freee_1");
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    REQUIRE(company);
    CHECK(company.value->assumed.size() >= 7);
    for (const Text& sentence : company.value->assumed) {
        CHECK_FALSE(sentence.en.empty());
        CHECK_FALSE(sentence.ja.empty());
    }
    const std::string text = company_text(*company.value, *reading.value);
    CHECK(text.find("Assumed: numbers of people") != std::string::npos);
    CHECK(text.find("elasticity -2.62") != std::string::npos);
    CHECK(text.find("価格弾力性-2.62") != std::string::npos);
}

TEST_CASE("company: what is bought and borrowed within the books stands in the plan with its month and amount") {
    // A van of 600,000 yen is bought in April with a loan; in May it loses 10,000 and the loan bears 1,000.
    const std::string bs = "勘定科目,期首残高,2026/04,2026/05\n流動資産\n現金,1000000,1300000,1599000\n固定資産\n車両運搬具,0,600000,590000\n資産合計,1000000,1900000,2189000\n"
                           "固定負債\n長期借入金,0,600000,600000\n純資産\n資本金,1000000,1000000,1000000\n繰越利益剰余金,0,300000,589000\n負債・純資産合計,1000000,1900000,2189000\n";
    const auto reading = read({{"bs.csv", bs}, {"pl.csv", small_table({{"売上高", {300000, 300000}}, {"売上総利益", {300000, 300000}}, {"減価償却費", {0, 10000}}, {"営業利益", {300000, 290000}},
                                                                       {"支払利息", {0, 1000}}, {"当期純利益", {300000, 289000}}}, 2)}});
    const auto company = sound_company(reading);
    const auto& plan = company.scenario.plan;
    REQUIRE(plan.assets.size() == 1);
    CHECK(plan.assets[0].parameters.acquired == Month::of(2026, 4));
    CHECK(plan.assets[0].parameters.cost == 600000.0);
    REQUIRE(plan.loans.size() == 1);
    CHECK(plan.loans[0].parameters.drawn == Month::of(2026, 4));
    CHECK(plan.loans[0].parameters.principal == 600000.0);
}

TEST_CASE("company: interest of a company that owes nothing when months end is that of a loan of nothing") {
    const std::string bs = "勘定科目,期首残高,2026/04\n流動資産\n現金,1000000,1299000\n資産合計,1000000,1299000\n純資産\n資本金,1000000,1000000\n繰越利益剰余金,0,299000\n負債・純資産合計,1000000,1299000\n";
    const auto reading = read({{"bs.csv", bs}, {"pl.csv", small_table({{"売上高", {300000}}, {"売上総利益", {300000}}, {"営業利益", {300000}}, {"支払利息", {1000}}, {"当期純利益", {299000}}}, 1)}});
    const auto company = sound_company(reading);
    const auto& plan = company.scenario.plan;
    REQUIRE(plan.loans.size() == 1);
    CHECK(plan.loans[0].parameters.principal == 0.0);
    CHECK(plan.actuals.months[0].loans[0].interest == 1000.0);
    CHECK(run_of(company.scenario).months[1].interest_expense == 0.0);
    CHECK(said(io::read_scenario_text(company_text(company, *reading.value), "company.json").problems) == "");
}

TEST_CASE("company: social insurance is borne by every group of a place, by its pay") {
    const auto reading = read_sample("goho_ja");
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    REQUIRE(company);
    const auto& plan = company.value->scenario.plan;
    double social = 0.0;
    for (const auto& group : plan.actuals.months[0].job_groups) {
        CHECK(group.social_insurance / group.pay > 0.0);
        social += group.social_insurance;
    }
    CHECK(social == reading.value->books[0].social_insurance);
}

TEST_CASE("company: hiring stands in the accounts of the books already, and none is added") {
    const auto reading = read_sample("goho_ja");
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    REQUIRE(company);
    for (const auto& group : company.value->scenario.plan.job_groups) CHECK(group.parameters.hiring_cost == 0.0);
    for (const auto& month : run_of(company.value->scenario).months) CHECK(month.hiring_cost == 0.0);
    CHECK(company_text(*company.value, *reading.value).find("採用費は帳簿の費用に含まれるものとし、別に見込んでいません") != std::string::npos);
}

TEST_CASE("company: a hiring account of the books goes on as the cost of replacing those who leave") {
    auto files = sample("goho_ja");
    std::string& text = files[1].bytes;
    const std::string account = "広告宣伝費";
    text.replace(text.find(account), account.size(), "採用費");
    const auto reading = read(files);
    REQUIRE(reading);
    const auto company = company_of(*reading.value, {});
    REQUIRE(company);
    const auto run = run_of(company.value->scenario);
    double books = 0.0, plan = 0.0, personnel_books = 0.0, personnel_plan = 0.0;
    for (std::size_t t = 0; t < 12; ++t) {
        books += run.months[t].hiring_cost;
        plan += run.months[t + 12].hiring_cost;
        personnel_books += run.months[t].personnel_cost;
        personnel_plan += run.months[t + 12].personnel_cost;
    }
    CHECK(books > 0.0);
    CHECK(plan == doctest::Approx(books).epsilon(0.15));
    CHECK(personnel_plan == doctest::Approx(personnel_books).epsilon(0.01));
}

TEST_CASE("company: a plan ends with its fiscal year, and the months added are said") {
    auto files = sample("yayoi_months");
    files.resize(5);
    const auto reading = read(files);
    REQUIRE(reading);
    for (const int wanted : {115, 116, 120, 127}) {
        CAPTURE(wanted);
        const auto company = company_of(*reading.value, {{}, wanted});
        REQUIRE(company);
        const auto& frame = company.value->scenario.plan.company;
        CHECK(frame.months >= 5 + wanted);
        CHECK(frame.months < 5 + wanted + 12);
        CHECK((frame.start + frame.months).month() == frame.fiscal_year_start);
        CHECK(company.value->months_added == frame.months - 5 - wanted);
        const Text said = contents_text(*company.value, *reading.value);
        CHECK((said.en.find("added to end with a fiscal year") != std::string::npos) == (wanted != 115 && wanted != 127));
        CHECK((said.ja.find("期末で終わるよう") != std::string::npos) == (wanted != 115 && wanted != 127));
    }
    const auto longest = company_of(*reading.value, {{}, 594, 5});  // to the end of its year it would be 601 months
    REQUIRE(longest);
    CHECK(longest.value->scenario.plan.company.months == 599);
}
