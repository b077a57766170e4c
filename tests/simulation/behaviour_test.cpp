// Behaviour and the books together, over the whole engine: what is conserved, what stays in range whatever the
// coefficients, and what "off" means.
#include "io/scenario_reader.hpp"
#include "support/reference_design.hpp"
#include "support/random_plan.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using simulation::Conduct;

namespace {

using Run = simulation::Trajectory<double>;

/// The reference company with everything going on: programme, better leadership, a further task, events.
simulation::Scenario busy() {
    modes::Design design;
    design.freed = {0.3, 0.2, 0.1, 0.1, 0.1, 0.2};
    auto scenario = modes::scenario_of(design);
    auto& plan = scenario.plan;
    const Month start = plan.company.start;
    evaluation::Task<double> reports;
    reports.base_effort = 0.05;
    plan.tasks.push_back({"reports", {}, reports});
    auto second = plan.initiatives.front();
    second.id = "assistant";
    second.parameters.kind = initiatives::Kind::generative_ai;
    second.parameters.start = start + 20;
    second.parameters.follows.index = 0;
    second.parameters.hours_saving = 0.05;
    second.parameters.running_cost = 80000.0;
    second.parameters.usage_cost = 60000.0;
    second.parameters.human_review = 0.5;
    plan.initiatives.push_back(second);
    using Kind = simulation::event::Kind;
    for (const auto& [kind, month, size] : {std::tuple{Kind::champion_leaves, 50, 1.0}, std::tuple{Kind::security_incident, 60, 1.0},
                                            std::tuple{Kind::key_customer_lost, 70, 0.1}}) {
        simulation::event::Parameters<double> p;
        p.kind = kind;
        p.month = start + month;
        p.size = size;
        plan.events.push_back({"event_" + std::to_string(month), {}, p});
    }
    return scenario;
}

bool finite(const Run& run) {
    const auto all = [](const auto& held, const auto& table) {
        for (const auto& row : table) {
            if (!std::isfinite(held.*row.field)) return false;
        }
        return true;
    };
    for (std::size_t t = 0; t < run.months.size(); ++t) {
        if (!all(run.months[t], accounting::variables<double>) || !all(run.conduct[t], simulation::conduct_variables<double>))
            return false;
    }
    for (const auto& m : run.initiatives.cells) {
        if (!all(m, simulation::initiative_variables<double>)) return false;
    }
    for (const auto& m : run.customers.cells) {
        if (!all(m, simulation::customer_variables<double>)) return false;
    }
    return true;
}

/// The first figure that left its range, or an empty text.
std::string out_of_range(const Run& run) {
    for (std::size_t t = 0; t < run.conduct.size(); ++t) {
        const auto& c = run.conduct[t];
        for (const auto& row : simulation::conduct_variables<double>) {
            const double value = c.*row.field;
            const bool may_be_negative = row.name == "credit_score" || row.name == "credit_spread" ||
                                         row.name == "willingness_to_pay" || row.name == "founder_dependence";
            if (value < -1e-9 && !may_be_negative) return std::string(row.name) + " in month " + std::to_string(t);
            const bool to_hundred = row.unit == "points" && row.name != "credit_score";
            if (to_hundred && value > 100.0 + 1e-9) return std::string(row.name) + " beyond 100";
        }
        for (const double share : {c.adoption, c.deliverable_share, c.waste_share, c.attrition_rate, c.churn_rate, c.error_rate}) {
            if (share > 1.0 + 1e-9) return "a share beyond 1 in month " + std::to_string(t);
        }
    }
    return {};
}

}  // namespace

TEST_CASE("behaviour: hours, people and customers are conserved with everything going on") {
    const auto scenario = busy();
    const Run run = simulation::run(scenario, modes::statutes());
    double before = 30.0;
    for (const auto& c : run.conduct) {
        CHECK(c.headcount == doctest::Approx(before + c.hires - c.leavers - c.dismissed).epsilon(1e-12));
        before = c.headcount;
        const double used = c.indirect_hours + c.fulfilment_hours + c.discretionary_hours + c.hours_to_customers + c.hours_to_sales +
                            c.hours_to_improvement + c.hours_to_development + c.overtime_cut_hours + c.idle_hours;
        if (c.deliverable_share == 1.0) CHECK(c.available_hours == doctest::Approx(used).epsilon(1e-9));
    }
    for (int i = 0; i < run.customers.items; ++i) {
        double customers = 1.0;
        for (int t = 0; t < 120; ++t) {
            const auto& m = run.customers.at(t, i);
            const double lost = t == 70 ? 0.1 : 0.0;
            customers = (customers * (1.0 - m.churn_rate + m.referral_rate) + m.acquisition_rate) * (1.0 - lost);
            CHECK(m.customers == doctest::Approx(customers).epsilon(1e-12));
        }
    }
}

TEST_CASE("behaviour: the books balance to the yen with every mechanism on") {
    const auto scenario = busy();
    const Run run = simulation::run(scenario, modes::statutes());
    CHECK(simulation::residuals(scenario.plan, run).worst() == 0.0);
    CHECK(finite(run));
    CHECK(out_of_range(run) == "");
}

TEST_CASE("behaviour: switched off, the books follow the plan and nothing else is said") {
    auto scenario = busy();
    scenario.plan.company.behaviour = accounting::company::Behaviour::off;
    const Run run = simulation::run(scenario, modes::statutes());
    CHECK_FALSE(run.behaves);
    for (int t = 0; t < 120; ++t) {
        CHECK(run.months[t].employees == 28.0);
        CHECK(run.segments.at(t, 0).volume == 3000.0);
        CHECK(run.conduct[t].headcount == 0.0);
        CHECK(run.months[t].hiring_cost == 0.0);
    }
}

TEST_CASE("range matrix: every coefficient at both ends of its plausible range leaves a sound company") {
    const auto scenario = busy();
    Run run;
    int tried = 0, section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const auto& held = scenario.plan.*s.member;
        const auto try_rows = [&](const auto& rows, int item) {
            for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                if (rows[row].field.index() != 0 || rows[row].evidence == Evidence::own_data) continue;
                for (const double end : {rows[row].plausible.low, rows[row].plausible.high}) {
                    auto plan = scenario.plan;
                    *simulation::quantity_at(plan, {section, item, row}) = end;
                    simulation::run_into(run, plan, scenario.timeline, modes::statutes());
                    CAPTURE(s.name);
                    CAPTURE(rows[row].name);
                    CAPTURE(end);
                    CHECK(finite(run));
                    CHECK(out_of_range(run) == "");
                    CHECK(simulation::residuals(plan, run).worst() <= 1e-6);
                    ++tried;
                }
            }
        };
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (std::size_t i = 0; i < held.size(); ++i)
                try_rows(simulation::table_of<std::remove_cvref_t<decltype(held.front().parameters)>>(), static_cast<int>(i));
        } else {
            try_rows(simulation::table_of<std::remove_cvref_t<decltype(held)>>(), -1);
        }
        ++section;
    });
    CHECK(tried > 200);
}

TEST_CASE("range matrix: ten thousand random plausible scenarios have no impossible figure") {
    Run run;
    for (std::uint64_t seed = 1; seed <= 10000; ++seed) {
        auto scenario = test::random_scenario(seed + 500000, 36);
        scenario.plan.company.behaviour = accounting::company::Behaviour::on;
        simulation::run_into(run, scenario.plan, scenario.timeline, test::statutes());
        CAPTURE(seed);
        REQUIRE(finite(run));
        REQUIRE(out_of_range(run) == "");
        REQUIRE(simulation::residuals(scenario.plan, run).worst() <= 1e-6);
    }
}
