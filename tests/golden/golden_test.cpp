// Every shipped scenario against the result that stands beside it, to the yen. When a result is meant to change,
// tests/golden/bless.sh writes the new ones and the commit says why.
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/period.hpp"
#include "simulation/run.hpp"
#include "stakeholders/gates.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace fs = std::filesystem;
using namespace goho;
using accounting::Books;

namespace {

const fs::path scenarios = fs::path(GOHO_SOURCE_DIR) / "scenarios";

/// Scenario files, scenarios/<company>/<name>.json, in alphabetical order.
std::vector<fs::path> shipped() {
    std::vector<fs::path> files;
    for (const auto& company : fs::directory_iterator(scenarios)) {
        if (!company.is_directory() || company.path().filename() == "schema") continue;
        for (const auto& entry : fs::directory_iterator(company)) {
            if (entry.path().extension() == ".json") files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

fs::path expected_file(const fs::path& scenario) { return scenario.parent_path() / "expected" / scenario.filename(); }

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Figure {
    std::string_view name;
    double (*of)(const Books<double>&);
};
constexpr auto figures = std::to_array<Figure>({
    {"net_sales", [](const Books<double>& b) { return b.net_sales; }},
    {"marginal_profit", [](const Books<double>& b) { return b.marginal_profit; }},
    {"gross_profit", [](const Books<double>& b) { return b.gross_profit; }},
    {"operating_income", [](const Books<double>& b) { return b.operating_income; }},
    {"ordinary_income", [](const Books<double>& b) { return b.ordinary_income; }},
    {"net_income", [](const Books<double>& b) { return b.net_income; }},
    {"cash", [](const Books<double>& b) { return b.cash; }},
    {"total_assets", [](const Books<double>& b) { return b.total_assets; }},
    {"net_assets", [](const Books<double>& b) { return b.net_assets; }},
    {"interest_bearing_debt", [](const Books<double>& b) { return stakeholders::interest_bearing_debt(b); }},
    {"operating_cash_flow", [](const Books<double>& b) { return b.operating_cash_flow; }},
    {"investing_cash_flow", [](const Books<double>& b) { return b.investing_cash_flow; }},
    {"financing_cash_flow", [](const Books<double>& b) { return b.financing_cash_flow; }},
});

std::string yen(double amount) {
    CHECK(amount == floor(amount));
    return fmt::format("{:.0f}", amount == 0.0 ? 0.0 : amount);
}

/// One row a figure, one column a year, so that a changed result reads well in a diff.
std::string table(const std::vector<const Books<double>*>& years) {
    std::string text;
    for (const Figure& figure : figures) {
        text += fmt::format("{}    \"{}\": [", text.empty() ? "" : ",\n", figure.name);
        for (std::size_t i = 0; i < years.size(); ++i) text += (i == 0 ? "" : ", ") + yen(figure.of(*years[i]));
        text += "]";
    }
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// What stands in the expected file.
std::string result_of(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    const auto run = simulation::run(scenario, statutes);
    const auto fiscal_years = simulation::fiscal_years(run), plan_years = simulation::plan_years(run);
    const auto shortage = stakeholders::insolvency(run);
    const auto r = simulation::residuals(scenario.plan, run);

    std::vector<const Books<double>*> fiscal_books, plan_books;
    std::vector<std::string> fiscal_labels, plan_labels;
    for (const auto& year : fiscal_years) {
        fiscal_books.push_back(&year.books);
        fiscal_labels.push_back(fmt::format("\"{}\"", to_string(year.first)));
    }
    for (const std::size_t year : {3u, 5u, 10u}) {
        if (year > plan_years.size()) continue;
        plan_books.push_back(&plan_years[year - 1].books);
        plan_labels.push_back(std::to_string(year));
    }
    std::string text = "{\n";
    text += fmt::format("  \"fiscal_years_from\": [{}],\n", joined(fiscal_labels));
    text += fmt::format("  \"fiscal_years\": {{\n{}\n  }},\n", table(fiscal_books));
    text += fmt::format("  \"plan_years_shown\": [{}],\n", joined(plan_labels));
    text += fmt::format("  \"plan_years\": {{\n{}\n  }},\n", table(plan_books));
    text += fmt::format("  \"first_month_short\": {},\n",
                        shortage.first_short ? fmt::format("\"{}\"", to_string(*shortage.first_short)) : "null");
    text += fmt::format("  \"deepest_shortage\": {},\n", yen(shortage.deepest));
    text += fmt::format(
        "  \"residuals\": {{\"balance_sheet\": {}, \"cash_flow\": {}, \"cash_table\": {}, \"profit_forms\": {},\n"
        "    \"net_assets\": {}, \"segments\": {}, \"depreciation\": {}, \"loans\": {}, \"receivables\": {}}}\n",
        yen(r.balance_sheet), yen(r.cash_flow), yen(r.cash_table), yen(r.profit_forms), yen(r.net_assets), yen(r.segments),
        yen(r.depreciation), yen(r.loans), yen(r.receivables));
    return text + "}\n";
}

struct Shipped {
    simulation::Scenario scenario;
    accounting::Statutes statutes;
};

Shipped read(const fs::path& file) {
    const auto reading = io::read_scenario(file);
    std::string problems;
    for (const Problem& problem : reading.problems) problems += to_string(problem, Language::english) + "\n";
    for (const Problem& problem : reading.warnings) problems += to_string(problem, Language::english) + "\n";
    INFO(problems);
    CHECK(problems.empty());
    REQUIRE(reading.value);
    const auto statutes = io::load_statutes(*reading.value);
    REQUIRE(statutes);
    return {*reading.value, *statutes.value};
}

void check_same_lines(const std::string& expected, const std::string& actual) {
    std::istringstream old_lines(expected), new_lines(actual);
    std::string was, is;
    for (int number = 1;; ++number) {
        const bool more_old = static_cast<bool>(std::getline(old_lines, was));
        const bool more_new = static_cast<bool>(std::getline(new_lines, is));
        if (!more_old && !more_new) return;
        INFO("line " << number);
        CHECK(was == is);
        if (more_old != more_new) return;
    }
}

bool blessing() {
    const char* wish = std::getenv("GOHO_BLESS");
    return wish != nullptr && std::string_view(wish) == "1";
}

}  // namespace

TEST_CASE("golden: every shipped scenario gives the result that stands beside it") {
    REQUIRE(shipped().size() >= 18);
    for (const fs::path& file : shipped()) {
        INFO(file.string());
        const auto [scenario, statutes] = read(file);
        const std::string result = result_of(scenario, statutes);
        if (blessing()) {
            fs::create_directories(expected_file(file).parent_path());
            std::ofstream(expected_file(file), std::ios::binary) << result;
        }
        check_same_lines(text_of(expected_file(file)), result);
    }
}

TEST_CASE("golden: no expected result is left behind by its scenario") {
    for (const auto& entry : fs::recursive_directory_iterator(scenarios)) {
        const fs::path& file = entry.path();
        if (file.parent_path().filename() != "expected" || file.extension() != ".json") continue;
        INFO(file.string());
        CHECK(fs::exists(file.parent_path().parent_path() / file.filename()));
    }
}

TEST_CASE("golden: the books of every shipped scenario hold together to the yen") {
    for (const fs::path& file : shipped()) {
        INFO(file.string());
        const auto [scenario, statutes] = read(file);
        const auto r = simulation::residuals(scenario.plan, simulation::run(scenario, statutes));
        CHECK(r.worst() == 0.0);
        CHECK(r.largest_amount < simulation::exact_limit);
    }
}

TEST_CASE("golden: every shipped scenario says in both languages what it is and which question it answers") {
    for (const fs::path& file : shipped()) {
        INFO(file.string());
        const simulation::Scenario scenario = read(file).scenario;
        CHECK_FALSE(scenario.name.en.empty());
        CHECK_FALSE(scenario.name.ja.empty());
        CHECK(scenario.description.en.ends_with("?"));
        CHECK(scenario.description.ja.ends_with("。"));
        CHECK_FALSE(scenario.plan.targets.empty());
        for (const auto& target : scenario.plan.targets) {
            CHECK_FALSE(target.name.en.empty());
            CHECK_FALSE(target.name.ja.empty());
        }
    }
}

TEST_CASE("golden: the companies stay solvent when they carry on as today") {
    for (const char* company : {"manufacturer", "wholesaler", "it_services"}) {
        INFO(company);
        const auto [scenario, statutes] = read(scenarios / company / "base.json");
        const auto run = simulation::run(scenario, statutes);
        CHECK_FALSE(stakeholders::insolvency(run).first_short);
        for (const auto& year : simulation::fiscal_years(run)) CHECK(year.books.ordinary_income > 0.0);
    }
}

// Sales 600 million yen, marginal profit ratio 45%, operating profit 20.4 million yen, 30 people.
TEST_CASE("golden: the manufacturer is the reference firm within 2% in its first year") {
    const auto [scenario, statutes] = read(scenarios / "manufacturer" / "base.json");
    const auto year = simulation::fiscal_years(simulation::run(scenario, statutes)).front().books;
    CHECK(year.net_sales == doctest::Approx(600e6).epsilon(0.02));
    CHECK(year.marginal_profit / year.net_sales == doctest::Approx(0.45).epsilon(0.02));
    CHECK(year.operating_income == doctest::Approx(20.4e6).epsilon(0.02));
    double people = 0.0;
    for (const auto& group : scenario.plan.job_groups) people += group.parameters.headcount;
    CHECK(people == 30.0);
}

TEST_CASE("golden: the books hold to the yen from 100 million to 10 billion yen of sales") {
    const auto [scenario, statutes] = read(scenarios / "manufacturer" / "base.json");
    for (const double sales : {100e6, 10e9}) {
        INFO("sales of " << sales);
        auto plan = scenario.plan;
        const double size = sales / 600e6;
        for (auto& segment : plan.segments) segment.parameters.volume *= size;
        for (auto& line : plan.cost_lines) line.parameters.monthly_amount *= size;
        for (auto& group : plan.job_groups) group.parameters.headcount *= size;
        const auto run = simulation::run<double>(plan, scenario.timeline, statutes);
        CHECK(simulation::residuals(plan, run).worst() == 0.0);
        CHECK(simulation::fiscal_years(run).front().books.net_sales == doctest::Approx(sales).epsilon(0.01));
    }
}
