#include "initiatives/initiative.hpp"

#include "initiatives/priority.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <random>
#include <vector>

using namespace goho;
using namespace goho::initiatives;

namespace {

const Adoption<double> c;
const Month start = Month::of(2027, 4);

Inputs<double> led_well(Month month) {
    Inputs<double> in;
    in.month = month;
    in.goal_clarity = 0.85;
    in.executive_sponsorship = 0.8;
    in.measurement = 0.9;
    in.institutionalisation = 0.8;
    in.field_voice = 0.5;
    in.improvement_appraised = 0.2 * 0.8;
    in.attrition_rate = 0.0081;
    in.hours_today = 4800.0;
    in.indirect_hours_today = 1344.0;
    in.hourly_cost = 2500.0;
    in.budget_scale = 6e6;
    return in;
}
Inputs<double> led_as_most(Month month) {
    Inputs<double> in = led_well(month);
    in.goal_clarity = 0.4;
    in.executive_sponsorship = 0.3;
    in.measurement = 0.2;
    in.institutionalisation = 0.3;
    in.improvement_appraised = 0.1 * 0.3;
    return in;
}
Parameters<double> integrated() {
    Parameters<double> p;
    p.start = start;
    p.pilot_months = 3;
    p.support_months = 24;
    p.people_budget = p.process_budget = p.data_budget = 6e6;
    p.follow_up = 0.9;
    return p;
}
std::vector<Step<double>> months(const Parameters<double>& p, Inputs<double> (*in)(Month), int count) {
    std::vector<Step<double>> out;
    State<double> now;
    for (int t = 0; t < count; ++t) {
        out.push_back(step(c, p, now, in(start + t)));
        now = out.back().next;
    }
    return out;
}

}  // namespace

TEST_CASE("initiative: analysis, pilot, roll-out, continuous use, by the calendar") {
    Parameters<double> p = integrated();
    p.analysis_months = 2;
    CHECK(calendar(p, start + -1).stage == Stage::not_started);
    CHECK(calendar(p, start).stage == Stage::analysis);
    CHECK(calendar(p, start + 2).stage == Stage::pilot);
    CHECK(calendar(p, start + 4).pilot_ends);
    CHECK(calendar(p, start + 5).stage == Stage::roll_out);
    CHECK(calendar(p, start + 17).stage == Stage::continuous);
    CHECK(calendar(p, start + 23).supported);
    CHECK_FALSE(calendar(p, start + 24).supported);
    CHECK(calendar(p, start + 14).renewal);
    CHECK_FALSE(calendar(p, start + 2).renewal);
}

TEST_CASE("initiative: one missing wall holds back the other two") {
    CHECK(initiatives::detail::walls_together(0.6, 0.6, 0.6, -1.0) == doctest::Approx(0.6));
    CHECK(initiatives::detail::walls_together(0.9, 0.9, 0.1, -1.0) == doctest::Approx(3.0 / (1 / 0.9 + 1 / 0.9 + 10.0)));
    CHECK(initiatives::detail::walls_together(0.9, 0.9, 0.1, 1.0) == doctest::Approx(1.9 / 3.0));  // substitutes: the mean
    CHECK(initiatives::detail::walls_together(0.9, 0.9, 0.1, 0.0) == doctest::Approx(std::cbrt(0.9 * 0.9 * 0.1)).epsilon(1e-3));
    CHECK(initiatives::detail::wall(0.15, 6e6, 6e6) == doctest::Approx(0.15 + 0.85 * (1.0 - std::exp(-1.0))));
}

TEST_CASE("initiative: budgets are posted to the yen and add up") {
    Parameters<double> p = integrated();
    p.people_budget = 6000000.0;
    p.spending_months = 6;
    p.subsidy_share = 0.5;
    p.subsidy_lag = 4;
    double people = 0.0, support = 0.0, subsidy = 0.0;
    for (const auto& m : months(p, led_well, 36)) {
        CHECK(m.flows.people_cost == std::floor(m.flows.people_cost));
        people += m.flows.people_cost;
        support += m.flows.support_cost;
        subsidy += m.flows.subsidy;
    }
    CHECK(people == 6000000.0);
    CHECK(support == 0.0);
    CHECK(subsidy == 9000000.0);
    p.support_fee = 400000.0;
    support = 0.0;
    for (const auto& m : months(p, led_well, 36)) support += m.flows.support_cost;
    CHECK(support == 24 * 400000.0);
}

TEST_CASE("initiative: the first month of a tool by hand") {
    // Launch: confusion 480 x 0.5 x (1 - 0.5 x 0.15) x 1.5; adoption 0.18 x 0.6 from the push alone.
    Parameters<double> p;
    p.start = start;
    p.data_budget = 18e6;
    p.follow_up = 0.0;
    p.tool_first = true;
    const auto first = step(c, p, {}, led_as_most(start));
    CHECK(first.flows.confusion_hours == doctest::Approx(480.0 * 0.5 * 0.925 * 1.5));
    CHECK(first.flows.hours_saved == 0.0);
    CHECK(first.next.adoption == doctest::Approx(0.108 + 0.003 * first.flows.reach));
}

TEST_CASE("initiative: keeping records twice costs most at half adoption and nothing at the ends") {
    const auto dual = [](double adoption, double data_budget) {
        Parameters<double> p = integrated();
        p.pilot_months = 0;
        p.data_budget = data_budget;
        State<double> now;
        now.begun = true;
        now.adoption = adoption;
        now.people_wall = 0.5;
        now.spent = 1.0;
        const auto in = led_well(start + 5);
        now.process_wall = goho::initiatives::detail::wall(c.process_wall_today, p.process_budget, in.budget_scale);
        now.data_wall = goho::initiatives::detail::wall(c.data_wall_today, p.data_budget, in.budget_scale);
        return step(c, p, now, in).flows.dual_running_hours;
    };
    CHECK(dual(0.0, 6e6) == 0.0);
    CHECK(dual(1.0, 6e6) == doctest::Approx(0.0));
    CHECK(dual(0.5, 6e6) > dual(0.3, 6e6));
    CHECK(dual(0.5, 6e6) > dual(0.7, 6e6));
    const double wall_of_07 = -6e6 * std::log(1.0 - (0.7 - 0.15) / 0.85);
    CHECK(dual(0.5, wall_of_07) <= 0.6 * dual(0.5, 0.0));  // T26
}

TEST_CASE("initiative: an unmeasured effect does not get its budget again, and the reach falls") {
    Parameters<double> p = integrated();
    p.running_cost = 500000.0;
    p.support_months = 0;
    const auto m = months(p, led_as_most, 30);
    CHECK(m[12].flows.renewal_probability < 0.2);  // T31
    CHECK(m[13].flows.reach < 0.6 * m[11].flows.reach);
    p.running_cost = 0.0;
    CHECK(months(p, led_as_most, 30)[12].flows.renewal_probability == 1.0);  // nothing is asked for
}

TEST_CASE("initiative: what is measured is seen, and news fades") {
    const auto well = months(integrated(), led_well, 60);
    CHECK(well[11].flows.visible_success > 0.5);
    CHECK(well[48].flows.visible_success < 0.1);
    CHECK(months(integrated(), led_as_most, 60)[40].flows.visible_success < well[11].flows.visible_success);
}

TEST_CASE("initiative: the champion leaves and takes along what hangs on one person") {
    Inputs<double> in = led_well(start + 20);
    State<double> now;
    now.begun = true;
    now.adoption = 0.5;
    now.people_wall = now.process_wall = now.data_wall = 0.5;
    now.spent = 1.0;
    const double stays = step(c, integrated(), now, in).next.adoption;
    in.champion_leaves = 1.0;
    CHECK(step(c, integrated(), now, in).next.adoption == doctest::Approx(stays * (1.0 - 0.6 * 0.2)));
    in.institutionalisation = 0.0;
    CHECK(step(c, integrated(), now, in).next.adoption < 0.45 * stays);
}

TEST_CASE("initiative: begun before its predecessor is in use, it costs half as much again and brings less") {
    Inputs<double> in = led_well(start);
    in.preceding_adoption = 0.0;
    const auto first = step(c, integrated(), {}, in);
    CHECK(first.flows.people_cost == 9000000.0);
    CHECK(first.next.out_of_order == 1.0);
    in.preceding_adoption = 0.5;
    CHECK(step(c, integrated(), {}, in).flows.people_cost == 6000000.0);
}

TEST_CASE("initiative: generative AI errs beyond its reach; review and own documents take most of that back") {
    Parameters<double> p = integrated();
    p.kind = initiatives::Kind::generative_ai;
    p.share_outside = 0.2;
    const double bare = months(p, led_well, 24)[23].flows.error_added;
    CHECK(bare > 0.01);
    p.human_review = p.retrieval = 1.0;
    const auto checked = months(p, led_well, 24)[23].flows;
    CHECK(checked.error_added == doctest::Approx(bare * 0.2 * 0.5));
    CHECK(checked.review_hours > 0.0);
}

TEST_CASE("initiative: adoption stays between 0 and 1 for every coefficient and parameter anywhere in its range") {
    std::mt19937_64 engine(9);
    const auto unit = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
    const auto draw = [&]<class P>(P& p, const auto& table, bool valid) {
        for (const auto& row : table) {
            const Range range = valid ? row.valid : row.plausible;
            if (const auto* field = std::get_if<0>(&row.field)) p.** field = range.low + (range.high - range.low) * unit();
            else if (const auto* count = std::get_if<int P::*>(&row.field)) p.** count = static_cast<int>(range.low + (std::min(range.high, 60.0) - range.low) * unit());
            else if (const auto* choice = std::get_if<Choice<P>>(&row.field)) choice->set(p, static_cast<int>(unit() * static_cast<double>(choice->options.size())));
        }
    };
    for (int i = 0; i < 2000; ++i) {
        Adoption<double> coefficients;
        Parameters<double> p;
        draw(coefficients, adoption_table<double>, i % 2 == 0);
        draw(p, initiative_table<double>, i % 4 == 0);
        p.start = start;
        p.spending_months = std::max(1, p.spending_months);
        State<double> now;
        for (int t = 0; t < 60; ++t) {
            Inputs<double> in = led_well(start + t);
            in.goal_clarity = unit();
            in.executive_sponsorship = unit();
            in.measurement = unit();
            in.institutionalisation = unit();
            in.improvement_appraised = unit();
            in.champion_leaves = unit() < 0.05 ? 1.0 : 0.0;
            const auto [next, f] = step(coefficients, p, now, in);
            CAPTURE(i);
            CAPTURE(t);
            REQUIRE(next.adoption >= 0.0);
            REQUIRE(next.adoption <= 1.0);
            for (const double x : {f.hours_saved, f.confusion_hours, f.dual_running_hours, f.reach, f.error_added, f.visible_success}) {
                REQUIRE(std::isfinite(x));
                REQUIRE(x >= 0.0);
            }
            now = next;
        }
    }
}

TEST_CASE("initiative: where to begin, by effect and ease") {
    // 12 x 0.1 x 0.7 x 4,800 h x 2,500 yen = 10.08 million yen; money 18 million against a payroll of 9: 1/3, quick 1 / 1.5, all marks.
    Parameters<double> p = integrated();
    const auto large = priority(p, 4800.0, 2500.0, 9e6);
    CHECK(large.effect == doctest::Approx(10.08e6));
    CHECK(large.ease == doctest::Approx((1.0 / 3.0 + 1.0 / 1.5 + 1.0) / 3.0));
    CHECK(large.quadrant.en == "start now");
    p.hours_saving = 0.01;
    p.people_budget = p.process_budget = 0.0;
    p.data_budget = 90e6;
    p.tool_first = true;
    CHECK(priority(p, 4800.0, 2500.0, 9e6).quadrant.en == "not now");
}

TEST_CASE("initiative: a wall that is not there at all leaves next to nothing, but something") {
    CHECK(1.0 / initiatives::detail::walls_together(0.0, 0.6, 0.6, -1.0) == doctest::Approx((1e6 + 2.0 / 0.6) / 3.0));
}

TEST_CASE("initiative: only generative AI brings incidents, and each check takes a fifth of them away") {
    Parameters<double> p;
    CHECK(incident_hazard(c, p) == 0.0);
    p.kind = goho::initiatives::Kind::generative_ai;
    CHECK(incident_hazard(c, p) == c.incident_hazard);
    p.encryption = p.certified = true;
    CHECK(incident_hazard(c, p) == doctest::Approx(c.incident_hazard * 0.6));
}

TEST_CASE("initiative: a month of analysis finds half of what two find, and a fourth month no more") {
    Parameters<double> p = integrated();
    const auto found = [&](int analysed) {
        p.analysis_months = analysed;
        return begin(c, p, led_well(start)).fit_learned;
    };
    CHECK(found(1) == doctest::Approx(0.5 * c.analysis_learning));
    CHECK(found(2) == doctest::Approx(c.analysis_learning));
    CHECK(found(4) == doctest::Approx(c.analysis_learning));
}

TEST_CASE("initiative: walls rise with what is spent so far") {
    Parameters<double> p = integrated();
    p.spending_months = 6;  // a million of six in the first month
    const auto first = months(p, led_well, 1)[0].next;
    CHECK(first.process_wall == doctest::Approx(initiatives::detail::wall(c.process_wall_today, 1e6, 6e6)));
    CHECK(first.data_wall == doctest::Approx(initiatives::detail::wall(c.data_wall_today, 1e6, 6e6)));
}

TEST_CASE("initiative: the subsidy comes once, so many months after the last of the budgets, in whole yen") {
    Parameters<double> p = integrated();
    p.data_budget = 6'000'001.0;  // half of 18,000,001 is 9,000,000.5
    p.support_fee = 400'000.5;
    p.spending_months = 6;
    p.subsidy_share = 0.5;
    p.subsidy_lag = 4;
    const auto course = months(p, led_well, 24);
    for (int t = 0; t < 24; ++t) CHECK(course[t].flows.subsidy == (t == 9 ? 9'000'001.0 : 0.0));
    CHECK(course[0].flows.support_cost == 400'001.0);
}

namespace {

/// People who neither take up nor forget anything by themselves.
Adoption<double> unmoved() {
    Adoption<double> a;
    a.innovation = a.innovation_people = a.innovation_alone = a.imitation = a.imitation_voice = 0.0;
    a.decay_most = a.decay_least = 1e-12;
    return a;
}

}  // namespace

TEST_CASE("initiative: the launch pushes up to its level and pulls nobody back") {
    Parameters<double> p = integrated();
    p.pilot_months = 0;
    p.opening_adoption = c.launch_level + 0.2;
    CHECK(step(unmoved(), p, State<double>{}, led_well(start)).next.adoption == doctest::Approx(c.launch_level + 0.2));
}

TEST_CASE("initiative: in a pilot, use beyond what the pilot can carry falls back") {
    Parameters<double> p = integrated();
    p.pilot_months = 6;
    State<double> now = begin(c, p, led_well(start));
    now.adoption = 0.5;
    const auto fourth = step(unmoved(), p, now, led_well(start + 3));
    CHECK(fourth.next.adoption == doctest::Approx(0.5 - c.overshoot_loss * (0.5 - fourth.flows.reach * c.pilot_scale)));
}

TEST_CASE("initiative: the adoption number is imitation times reach over decay") {
    Adoption<double> a = unmoved();
    a.imitation = 0.3;
    a.decay_most = a.decay_least = 0.03;
    const auto f = step(a, integrated(), State<double>{}, led_well(start)).flows;
    CHECK(f.basic_reproduction == doctest::Approx(10.0 * f.reach));
}
