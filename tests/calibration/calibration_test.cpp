// A shipped company is simulated with noise, and its parameters are found again: as often as their intervals promise.
#include "calibration/calibration.hpp"
#include "calibration/model_months.hpp"
#include "calibration/output.hpp"
#include "chance/distribution.hpp"
#include "chance/uniform.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace goho;
using namespace goho::calibration;

namespace {

struct Company {
    simulation::Scenario scenario;
    accounting::Statutes statutes;
};

Company manufacturer() {
    auto reading = io::read_scenario(GOHO_SOURCE_DIR "/scenarios/manufacturer/base.json");
    REQUIRE(reading);
    auto statutes = io::load_statutes(*reading.value);
    REQUIRE(statutes);
    return {std::move(*reading.value), std::move(*statutes.value)};
}

constexpr int months = 36;

/// What is found again, and where the search begins, as a share of the truth (rates: points away from it).
struct Sought {
    std::string_view pointer;
    double begin;
};
constexpr std::array<Sought, 10> sought{{{"/segments/machined_parts/price", 0.9},
                                         {"/segments/machined_parts/volume", 1.15},
                                         {"/segments/machined_parts/unit_variable_cost", 0.8},
                                         {"/segments/machined_parts/annual_volume_growth", 3.0},
                                         {"/segments/machined_parts/august", 1.2},
                                         {"/cost_lines/cutting_tools/sales_share", 0.7},
                                         {"/cost_lines/repairs/monthly_amount", 1.3},
                                         {"/job_groups/machining/monthly_pay", 0.9},
                                         {"/job_groups/machining/social_insurance_rate", 1.1},
                                         {"/cost_lines/electricity/monthly_amount", 0.5}}};

std::vector<std::string> pointers() {
    std::vector<std::string> out;
    for (const Sought& s : sought) out.emplace_back(s.pointer);
    return out;
}

/// Every figure that the books give strays by one to three percent, independently; yen stay whole.
void add_noise(std::vector<simulation::ActualMonth>& history, std::uint64_t seed) {
    std::uint32_t figure = 0;
    for (std::size_t t = 0; t < history.size(); ++t) {
        figure = 0;
        const auto stray = [&](double& value, double deviation) {
            const double z = chance::normal_quantile(chance::uniform(seed, t, figure++));
            value *= 1.0 + deviation * z;
        };
        for (auto& s : history[t].segments) {
            stray(s.net_sales, 0.02), stray(s.volume, 0.02), stray(s.cost_of_goods, 0.03);
            s.net_sales = std::round(s.net_sales), s.cost_of_goods = std::round(s.cost_of_goods);
        }
        for (auto& line : history[t].cost_lines) stray(line.amount, 0.03), line.amount = std::round(line.amount);
        for (auto& group : history[t].job_groups) {
            stray(group.pay, 0.01), stray(group.social_insurance, 0.01);
            group.pay = std::round(group.pay), group.social_insurance = std::round(group.social_insurance);
            group.bonus = group.hiring_cost = group.bonus_allowance = simulation::actual::not_given;
        }
        // The books of this company say no more.
        history[t].assets.assign(history[t].assets.size(), {});
        history[t].loans.assign(history[t].loans.size(), {});
        history[t].company = {};
    }
}

/// The company with a history that its own plan gave, begun away from the truth.
Company with_history(const Company& truth, std::uint64_t seed, bool noise = true) {
    Company out = truth;
    auto history = model_months(truth.scenario.plan, truth.scenario.timeline, truth.statutes, months);
    if (noise) add_noise(history, seed);
    out.scenario.plan.actuals.months = std::move(history);
    Problems problems;
    const auto quantities = read_quantities(out.scenario, pointers(), problems);
    REQUIRE(problems.empty());
    for (std::size_t j = 0; j < sought.size(); ++j) *simulation::quantity_at(out.scenario.plan, quantities[j].address) *= sought[j].begin;
    return out;
}

}  // namespace

TEST_CASE("calibration: the months of the model are those of the run, and cutting the plan short changes none of them") {
    const Company company = manufacturer();
    const auto run = simulation::run(company.scenario, company.statutes);
    const auto seen = model_months(company.scenario.plan, company.scenario.timeline, company.statutes, months);
    for (int t = 0; t < months; ++t) {
        const auto& month = seen[static_cast<std::size_t>(t)];
        const auto& books = run.months[static_cast<std::size_t>(t)];
        double cost_of_goods = 0.0, insurance = 0.0, inventory = 0.0, pay = 0.0;
        for (const auto& s : month.segments) cost_of_goods += s.cost_of_goods, inventory += s.inventory;
        for (const auto& g : month.job_groups) insurance += g.social_insurance, pay += g.pay;
        REQUIRE(cost_of_goods == books.cost_of_goods);
        REQUIRE(inventory == books.inventory);
        REQUIRE(insurance == books.social_insurance);
        REQUIRE(pay == books.officer_pay + books.employee_pay + books.part_time_pay);
        REQUIRE(month.company.cash == books.cash);
        REQUIRE(month.company.retained_earnings == books.retained_earnings);
        REQUIRE(month.company.other_payables == books.other_payables);
        REQUIRE(month.segments[1].net_sales == run.segments.at(t, 1).net_sales);
    }
}

TEST_CASE("calibration: months of the model taken as history are repeated by the run, so history and model speak alike") {
    Company company = manufacturer();
    company.scenario.plan.actuals.months = model_months(company.scenario.plan, company.scenario.timeline, company.statutes, 12);
    const auto planned = simulation::run(manufacturer().scenario, company.statutes);
    const auto repeated = simulation::run(company.scenario, company.statutes);
    for (std::size_t t = 0; t < 12; ++t) {
        CHECK(repeated.months[t].operating_income == planned.months[t].operating_income);
        CHECK(repeated.months[t].cash == planned.months[t].cash);
    }
}

TEST_CASE("calibration: without noise ten parameters are found again") {
    const Company truth = manufacturer();
    const Company company = with_history(truth, 1, false);
    const auto result = calibrate(company.scenario, company.statutes, {pointers(), {}, 12, 0});
    REQUIRE(result.value);
    simulation::Plan<double> plan = truth.scenario.plan;
    for (const Calibrated& c : result.value->quantities) {
        CAPTURE(c.quantity.pointer);
        CHECK(c.estimate.value == doctest::Approx(*simulation::quantity_at(plan, c.quantity.address)).epsilon(1e-4));
        CHECK(c.identified);
        CHECK(c.evidence == Evidence::own_data);
    }
}

TEST_CASE("calibration: in 100 noisy histories the 95% intervals of ten parameters hold at least 90 times each") {
    const Company truth = manufacturer();
    simulation::Plan<double> plan = truth.scenario.plan;
    std::array<int, sought.size()> held{};
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Company company = with_history(truth, seed);
        const auto result = calibrate(company.scenario, company.statutes, {pointers(), {}, 12, 0});
        REQUIRE(result.value);
        REQUIRE(result.value->fit.converged);
        for (std::size_t j = 0; j < sought.size(); ++j) {
            const Calibrated& c = result.value->quantities[j];
            const double real = *simulation::quantity_at(plan, c.quantity.address);
            held[j] += c.estimate.low <= real && real <= c.estimate.high ? 1 : 0;
        }
    }
    int all = 0;
    for (std::size_t j = 0; j < sought.size(); ++j) {
        MESSAGE(fmt::format("{}: {} of 100", sought[j].pointer, held[j]));
        CHECK(held[j] >= 90);
        all += held[j];
    }
    MESSAGE(fmt::format("all together: {} of 1000", all));
    CHECK(all >= 925);
    CHECK(all <= 975);  // wider than they need be would be wrong as well
}

TEST_CASE("calibration: price and volume that only sales tell are named, and neither is called known") {
    const Company company = with_history(manufacturer(), 3);
    const auto result = calibrate(company.scenario, company.statutes,
                                  {{"/segments/prototypes/price", "/segments/prototypes/volume", "/cost_lines/repairs/monthly_amount"},
                                   {"/segments/prototypes/net_sales", "/cost_lines/repairs/amount"}, 12, 0});
    REQUIRE(result.value);
    REQUIRE(result.value->fit.tied.size() == 1);
    CHECK(result.value->fit.tied.front() == std::vector<std::size_t>{0, 1});
    REQUIRE(result.value->findings.size() == 1);
    CHECK(result.value->findings.front().en ==
          "The history moves the same way with Selling price (Prototypes and small lots) and Sales volume (Prototypes and small lots): "
          "only their combination is known.");
    CHECK_FALSE(result.value->quantities[0].identified);
    CHECK(result.value->quantities[2].identified);
}

TEST_CASE("calibration: what the books tell by a balance alone is fitted to the balance") {
    const Company truth = manufacturer();
    Company company = with_history(truth, 5, false);
    const std::string pointer = "/segments/prototypes/collection_lag";
    Problems problems;
    const auto quantity = read_quantities(company.scenario, {pointer}, problems).front();
    company = truth;
    company.scenario.plan.actuals.months = model_months(truth.scenario.plan, truth.scenario.timeline, truth.statutes, 24);
    *simulation::quantity_at(company.scenario.plan, quantity.address) = 1.3;
    const auto result = calibrate(company.scenario, company.statutes, {{pointer}, {}, 12, 0});
    REQUIRE(result.value);
    CHECK(result.value->quantities.front().estimate.value == doctest::Approx(1.0).epsilon(1e-3));
    for (const auto& s : result.value->series) CHECK(s.series.use == Use::if_alone);
}

TEST_CASE("calibration: a bound is kept and said, and few months do not make grade A") {
    Company company = with_history(manufacturer(), 7);
    const std::string raise = "/job_groups/machining/annual_raise";
    const auto bounded = calibrate(company.scenario, company.statutes, {{"/segments/machined_parts/price=2500..2600"}, {"volume", "net_sales"}, 12, 0});
    REQUIRE(bounded.value);
    CHECK(bounded.value->quantities.front().estimate.value == 2500.0);
    CHECK(bounded.value->quantities.front().estimate.standing == Standing::at_low);
    CHECK_FALSE(bounded.value->quantities.front().identified);
    REQUIRE(bounded.value->findings.size() == 1);
    CHECK(bounded.value->findings.front().ja == "販売単価（量産部品加工）は範囲の端に達しました。最適値は範囲の外にある可能性があります。");

    company.scenario.plan.actuals.months.resize(6);
    const auto few = calibrate(company.scenario, company.statutes, {{"/cost_lines/repairs/monthly_amount", "/cost_lines/repairs/annual_change", raise}, {}, 12, 0});
    REQUIRE(few.value);
    CHECK(few.value->quantities[0].reason.en == "only 6 of the months speak of it, and 12 are needed");
    CHECK(few.value->quantities[1].estimate.standing == Standing::idle);  // the first rise comes after a year
    CHECK(few.value->quantities[2].evidence == Evidence::assumption);
}

TEST_CASE("calibration: the same bytes on any number of threads") {
    const Company company = with_history(manufacturer(), 11);
    const auto one = calibrate(company.scenario, company.statutes, {pointers(), {}, 12, 1});
    const auto three = calibrate(company.scenario, company.statutes, {pointers(), {}, 12, 3});
    REQUIRE(one.value);
    REQUIRE(three.value);
    CHECK(calibration_json(*one.value) == calibration_json(*three.value));
    CHECK(calibration_csv(*one.value, Language::japanese) == calibration_csv(*three.value, Language::japanese));
}

TEST_CASE("calibration: one that nobody waits for any more ends soon and says so") {
    const Company company = with_history(manufacturer(), 11);
    for (const int after : {0, 1, 40}) {
        std::atomic<int> asked = 0;
        Request request{pointers(), {}, 12, 0};
        request.stop = [&] { return asked++ >= after; };
        const auto stopped = calibrate(company.scenario, company.statutes, request);
        CHECK_FALSE(stopped.value);
        REQUIRE(stopped.problems.size() == 1);
        CHECK(stopped.problems.front().code == "stopped");
        CHECK(asked <= after + 40);  // what other threads had begun
    }
}

TEST_CASE("calibration: what cannot be asked is refused, all of it at once") {
    Company company = manufacturer();
    const auto nothing = calibrate(company.scenario, company.statutes, {{"/segments/prototypes/price"}, {}, 12, 0});
    REQUIRE(nothing.problems.size() == 1);
    CHECK(nothing.problems.front().code == "no-actuals");

    company = with_history(company, 1);
    const auto wrong = calibrate(company.scenario, company.statutes,
                                 {{"/segments/prototypes/prise", "/segments/prototypes/volume=9", "/segments/machined_parts/price=3..2"}, {"net_sale"}, 12, 0});
    REQUIRE(wrong.problems.size() == 4);
    CHECK(wrong.problems[0].hint.en == "did you mean \"/segments/prototypes/price\"?");
    CHECK(wrong.problems[1].code == "bad-option");
    CHECK(wrong.problems[2].code == "out-of-order");
    CHECK(wrong.problems[3].hint.en == "did you mean \"net_sales\"?");
    const auto still = calibrate(company.scenario, company.statutes, {{"/treasury/discount_rate"}, {}, 12, 0});
    REQUIRE(still.problems.size() == 1);
    CHECK(still.problems.front().code == "nothing-moves");
}

TEST_CASE("calibration: two quantities that are told apart only just are named with their correlation") {
    const Company company = with_history(manufacturer(), 13);
    const auto result = calibrate(company.scenario, company.statutes,
                                  {{"/cost_lines/electricity/monthly_amount", "/cost_lines/electricity/sales_share"}, {"/cost_lines/electricity/amount"}, 12, 0});
    REQUIRE(result.value);
    CHECK(result.value->fit.correlations[1] < -0.95);
    REQUIRE(result.value->findings.size() == 1);
    CHECK(result.value->findings.front().en.find("are hardly told apart (correlation -0.9") != std::string::npos);
    CHECK(result.value->fit.tied.empty());
}
