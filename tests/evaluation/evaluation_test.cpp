#include "evaluation/evaluation.hpp"

#include "accounting/lanes_agree.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::evaluation;

namespace {

using Tasks = std::vector<Item<Task<double>>>;

const Inputs<double> same_literacy{.literacy = 0.4, .literacy_today = 0.4, .goal_clarity = 0.4, .goal_clarity_today = 0.4};

/// Effort after `months` of a plan that starts from habit; the first month is the answer at once.
Effort<double> effort_after(int months, const Parameters<double>& planned, const Response<double>& c = {}, const Tasks& tasks = {},
                            const Inputs<double>& in = same_literacy) {
    State<double> now{habit_today(c, tasks)};
    Flows<double> f{};
    for (int t = 0; t < months; ++t) {
        const auto one = step(c, planned, Parameters<double>{}, tasks, now, in);
        now = one.next;
        f = one.flows;
    }
    return f.effort;
}

double sum(const Flows<double>& f) {
    return f.effort.selling + f.effort.customer_value + f.effort.improvement + f.effort.development + f.other_effort;
}

Parameters<double> sales_only() {
    Parameters<double> p;
    p.selling_weight = 1.0;
    p.customer_value_weight = p.improvement_weight = p.development_weight = 0.0;
    return p;
}

Parameters<double> balanced() {
    Parameters<double> p;
    p.selling_weight = 0.35;
    p.customer_value_weight = 0.30;
    p.improvement_weight = 0.20;
    p.development_weight = 0.15;
    p.customer_value_measurability = p.improvement_measurability = 0.8;
    p.development_measurability = 0.6;
    return p;
}

Item<Task<double>> report(Serves serves, double weight, double weight_today) {
    Item<Task<double>> item;
    item.id = "report";
    item.parameters.serves = serves;
    item.parameters.weight = weight;
    item.parameters.weight_today = weight_today;
    return item;
}

}  // namespace

TEST_CASE("evaluation: with the appraisal of today people do what they are used to, for ever") {
    const Response<double> c;
    const Effort<double> late = effort_after(240, Parameters<double>{});
    CHECK(late.selling == c.selling_base);
    CHECK(late.customer_value == c.customer_value_base);
    CHECK(late.improvement == c.improvement_base);
    CHECK(late.development == c.development_base);
}

TEST_CASE("evaluation: sales that are measured by half count by half") {
    // Response 0.7: 0.7 x (0.8 x 0.5) - 0.7 x 0.55 x 1.
    Parameters<double> p;
    p.selling_weight = 0.8;
    p.selling_measurability = 0.5;
    const State<double> now{habit_today(Response<double>{}, Tasks{})};
    CHECK(step(Response<double>{}, p, Parameters<double>{}, Tasks{}, now, same_literacy).flows.gain[0] ==
          doctest::Approx(0.7 * 0.4 - 0.7 * 0.55));
}

TEST_CASE("evaluation: tasks in conflict cost by the roots of what each costs alone") {
    // 1 / 0.25 = 4 and 1 / 0.0625 = 16; half of the root of 64 between them.
    Response<double> r;
    r.incentive_response = 1.0;
    r.task_conflict = 0.5;
    const auto cost = evaluation::detail::cost_of_moving<4>(r, Vector<double>{0.25, 0.0625, 0.4375, 0.25}, 4);
    CHECK(cost[0][0] == doctest::Approx(4.0));
    CHECK(cost[1][1] == doctest::Approx(16.0));
    CHECK(cost[0][1] == doctest::Approx(4.0));
    CHECK(cost[1][0] == doctest::Approx(4.0));
}

TEST_CASE("evaluation: appraised by sales alone, people sell a quarter more at once and improve 15% less") {
    // Response 0.5 + 0.5 x 0.4 = 0.7. Gains: selling 0.7 x (1 - 0.55) = 0.315; customer value -0.7 x 0.25 x 0.3 = -0.0525;
    // improvement and development -0.7 x 0.1 x 0.3 = -0.021 each. Price = 0.4 x 0.315 - 0.3 x 0.0525 - 0.3 x 0.021 = 0.10395.
    // Selling 0.4 x (1 + 1.2 x (0.315 - 0.10395)) = +25.3%; improvement 0.15 x (1 - 1.2 x 0.12495) = -15.0%.
    const Effort<double> e = effort_after(1, sales_only());
    CHECK(e.selling == doctest::Approx(0.4 * 1.25326));
    CHECK(e.customer_value == doctest::Approx(0.3 * (1.0 - 1.2 * 0.15645)));
    CHECK(e.improvement == doctest::Approx(0.15 * (1.0 - 1.2 * 0.12495)));
    CHECK(e.development == doctest::Approx(e.improvement));
    CHECK(e.selling / 0.4 - 1.0 > 0.22);
    CHECK(e.selling / 0.4 - 1.0 < 0.27);
    CHECK(e.improvement / 0.15 - 1.0 == doctest::Approx(-0.15).epsilon(0.01));
}

TEST_CASE("evaluation: what is not appraised for years is forgotten as a habit too") {
    const auto improvement = [](int months) { return effort_after(months, sales_only()).improvement / 0.15 - 1.0; };
    CHECK(improvement(1) == doctest::Approx(-0.150).epsilon(0.01));
    CHECK(improvement(48) == doctest::Approx(-0.277).epsilon(0.01));
    CHECK(improvement(120) == doctest::Approx(-0.319).epsilon(0.01));
    CHECK(effort_after(12, sales_only()).selling / 0.40 - 1.0 == doctest::Approx(0.326).epsilon(0.01));
}

TEST_CASE("evaluation: a balanced and measured appraisal moves effort to customers, improvement and development") {
    const Effort<double> e = effort_after(1, balanced());
    CHECK(e.selling < 0.40);
    CHECK(e.customer_value > 0.30);
    CHECK(e.improvement > 0.15);
    CHECK(e.development > 0.15);
}

TEST_CASE("evaluation: effort adds up to all of it, whatever is appraised") {
    const Response<double> c;
    const Tasks tasks{report(Serves::nothing, 0.3, 0.1), report(Serves::improvement, 0.0, 0.2)};
    for (const Parameters<double>& planned : {Parameters<double>{}, sales_only(), balanced()}) {
        State<double> now{habit_today(c, tasks)};
        for (int t = 0; t < 120; ++t) {
            const auto [next, f] = step(c, planned, Parameters<double>{}, tasks, now, same_literacy);
            CHECK(sum(f) == doctest::Approx(1.0).epsilon(1e-12));
            double practice = 0.0;
            for (const double p : next.practice) practice += p;
            CHECK(practice == doctest::Approx(1.0).epsilon(1e-12));
            now = next;
        }
    }
}

TEST_CASE("evaluation: a weight counts for as much as it is measured") {
    Parameters<double> planned;
    planned.improvement_weight = 0.2;  // 0.2 x 0.3 and 0.1 x 0.6 are the same to those who are appraised
    Parameters<double> measured;
    measured.improvement_measurability = 0.6;
    CHECK(effort_after(1, planned).improvement == doctest::Approx(effort_after(1, measured).improvement).epsilon(1e-12));
    planned.improvement_measurability = 0.0;
    CHECK(effort_after(1, planned).improvement < 0.15);
}

TEST_CASE("evaluation: a further task takes time from the four and gives it to what it serves") {
    // Habit 0.05 beside 1: 0.05 / 1.05 of all. Serving nothing, it is other effort; serving selling, it is selling.
    const Response<double> c;
    const auto first = [&](Serves serves) {
        const Tasks tasks{report(serves, 0.1, 0.1)};
        return step(c, Parameters<double>{}, Parameters<double>{}, tasks, State<double>{habit_today(c, tasks)}, same_literacy).flows;
    };
    const Flows<double> idle = first(Serves::nothing);
    CHECK(idle.other_effort == doctest::Approx(0.05 / 1.05));
    CHECK(idle.effort.selling == doctest::Approx(0.40 / 1.05));
    const Flows<double> sells = first(Serves::selling);
    CHECK(sells.other_effort == 0.0);
    CHECK(sells.effort.selling == doctest::Approx(0.45 / 1.05));
    CHECK(first(Serves::customer_value).effort.customer_value == doctest::Approx(0.35 / 1.05));
    CHECK(first(Serves::improvement).effort.improvement == doctest::Approx(0.20 / 1.05));
    CHECK(first(Serves::development).effort.development == doctest::Approx(0.20 / 1.05));
    // A report that is newly appraised draws effort away from all four.
    const Tasks wanted{report(Serves::nothing, 0.5, 0.0)};
    CHECK(effort_after(1, Parameters<double>{}, c, wanted).selling < 0.40 / 1.05);
}

TEST_CASE("evaluation: people who understand the figures and have clear goals answer more strongly") {
    const auto selling = [](double literacy, double clarity) {
        // Today's literacy is 0.4 throughout: a difference of literacy alone changes what today's appraisal is worth, too.
        return effort_after(1, sales_only(), {}, {}, {literacy, 0.4, clarity, 0.4}).selling;
    };
    CHECK(selling(0.8, 0.4) > selling(0.4, 0.4));
    CHECK(selling(0.4, 0.8) > selling(0.4, 0.4));
    CHECK(selling(0.0, 0.0) < selling(0.4, 0.4));
}

TEST_CASE("evaluation: an extreme response gives everything to one task and stays a division of effort") {
    Response<double> c;
    c.incentive_response = 10.0;
    c.norm_persistence = 0.95;
    c.norm_time = 1.0;
    const Effort<double> e = effort_after(600, sales_only(), c);
    CHECK(e.selling == doctest::Approx(1.0));
    CHECK(e.customer_value == 0.0);
    CHECK(e.improvement == 0.0);
    CHECK(std::isfinite(e.selling));
}

TEST_CASE("evaluation: lanes agree with single runs") {
    test::check_lanes_agree({0.0, 0.05, 0.2, 0.35, 0.5, 0.7, 0.9, 1.0}, []<class Real>(Real x) {
        Response<Real> c;
        c.incentive_response = 0.5 + 4.0 * x;
        c.task_conflict = 0.5 * x;
        Parameters<Real> levers, today;
        levers.selling_weight = x;
        levers.customer_value_weight = 1.0 - x;
        levers.improvement_weight = 0.0;
        levers.development_weight = 0.0;
        std::vector<Item<Task<Real>>> tasks(1);
        tasks[0].parameters.weight = 0.2 * x;
        State<Real> now{habit_today(c, tasks)};
        std::vector<Real> results;
        for (int t = 0; t < 24; ++t) {
            const auto [next, f] = step(c, levers, today, tasks, now, {x, Real(0.4), Real(0.5), Real(0.4)});
            now = next;
            for (const Real& r : {f.effort.selling, f.effort.customer_value, f.effort.improvement, f.effort.development, f.other_effort}) {
                results.push_back(r);
            }
        }
        return results;
    });
}
