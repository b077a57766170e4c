#include "next_generation/next_generation.hpp"

#include "accounting/lanes_agree.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::next_generation;

namespace {

const Parameters<double> usual{};

/// Spending as today, sponsorship and roles as they usually are, and executives with the experience that leads to.
Inputs<double> as_today() {
    Inputs<double> in;
    in.executive_sponsorship = 0.3;
    in.institutionalisation = 0.3;
    in.plan_linkage = in.plan_linkage_today = 0.2;
    return in;
}
State<double> at_rest() {
    State<double> now;
    now.capability = capability_goal(usual, 0.3, 0.3);
    return now;
}

State<double> after(int months, const Inputs<double>& in, State<double> now) {
    for (int t = 0; t < months; ++t) now = step(usual, now, in);
    return now;
}

}  // namespace

TEST_CASE("next generation: with what is spent and led today everything stays as it is, and attraction is exactly 1") {
    const State<double> late = after(240, as_today(), at_rest());
    CHECK(late.research == 1.0);
    CHECK(late.research_in_use == 1.0);
    CHECK(late.digital == 1.0);
    CHECK(late.capability == at_rest().capability);
    CHECK(attractiveness(usual, late, as_today()) == 1.0);
}

TEST_CASE("next generation: research capital follows spending and serves sales later") {
    Inputs<double> in = as_today();
    in.research_ratio = 4.0;
    // One month: 1 + 3 x 0.15 / 12 = 1.0375; in use (nothing yet, since use follows last month's stock).
    const State<double> one = after(1, in, at_rest());
    CHECK(one.research == doctest::Approx(1.0375));
    CHECK(one.research_in_use == 1.0);
    CHECK(after(2, in, at_rest()).research_in_use == doctest::Approx(1.0 + 0.0375 / 18.0));
    // Three years: 1 + 3 x (1 - 0.9875^36) = 2.093; ever after towards 4.
    const State<double> three_years = after(36, in, at_rest());
    CHECK(three_years.research == doctest::Approx(2.093).epsilon(0.001));
    CHECK(three_years.research_in_use < three_years.research);
    CHECK(after(1200, in, at_rest()).research_in_use == doctest::Approx(4.0));
}

TEST_CASE("next generation: without spending capital wears away and never falls below nothing") {
    Inputs<double> in = as_today();
    in.research_ratio = in.digital_ratio = 0.0;
    // Twelve months at 15% and 33% a year: 0.9875^12 = 86.0%, 0.9725^12 = 71.6%.
    const State<double> year = after(12, in, at_rest());
    CHECK(year.research == doctest::Approx(0.8599).epsilon(0.001));
    CHECK(year.digital == doctest::Approx(0.7157).epsilon(0.001));
    const State<double> late = after(2400, in, at_rest());
    CHECK(late.research >= 0.0);
    CHECK(late.digital >= 0.0);
    CHECK(attractiveness(usual, late, in) >= 0.0);
    CHECK(attractiveness(usual, late, in) < 1.0);
}

TEST_CASE("next generation: capital is what was put in less what wore away") {
    Inputs<double> in = as_today();
    State<double> now = at_rest();
    double in_total = 0.0, worn = 0.0;
    for (int t = 0; t < 60; ++t) {
        in.research_ratio = 0.5 * (t % 7);
        in_total += in.research_ratio * 0.15 / 12.0;
        worn += now.research * 0.15 / 12.0;
        now = after(1, in, now);
        CHECK(now.research == doctest::Approx(1.0 + in_total - worn));
    }
}

TEST_CASE("next generation: executives learn to decide where they are trusted and roles outlive persons") {
    CHECK(capability_goal(usual, 0.0, 0.0) == doctest::Approx(0.2));
    CHECK(capability_goal(usual, 1.0, 0.0) == doctest::Approx(0.2));  // trust alone, with no role to fill, teaches nothing lasting
    CHECK(capability_goal(usual, 0.5, 0.25) == doctest::Approx(0.2 + 0.8 * 0.5 * 0.5));
    CHECK(capability_goal(usual, 1.0, 1.0) == doctest::Approx(1.0));
    Parameters<double> keen = usual;
    keen.capability_floor = 0.5;
    CHECK(capability_goal(keen, 1.0, 1.0) == 1.0);
    Inputs<double> in = as_today();
    in.executive_sponsorship = in.institutionalisation = 1.0;
    State<double> now;
    now.capability = 0.2;
    // Two years: 0.2 + 0.8 x (1 - (23/24)^24) = 0.712; the company depends on its head for the rest.
    now = after(24, in, now);
    CHECK(now.capability == doctest::Approx(0.712).epsilon(0.001));
    CHECK(founder_dependence(now) == doctest::Approx(1.0 - now.capability));
}

TEST_CASE("next generation: satisfaction, trust, a linked plan and research attract") {
    Inputs<double> in = as_today();
    in.satisfaction = 70.0;  // e^0.3 = 1.3499
    in.trust_ratio = 1.2;    // 1.2^0.3 = 1.0562
    in.plan_linkage = 0.8;   // 1 + 0.5 x 0.6 = 1.3
    State<double> now;
    now.research_in_use = 2.0;  // 2^0.05 = 1.0353
    CHECK(attractiveness(usual, now, in) == doctest::Approx(1.34986 * 1.05622 * 1.3 * 1.03526).epsilon(1e-4));
    in.trust_ratio = 0.0;
    CHECK(attractiveness(usual, now, in) == 0.0);
}

TEST_CASE("next generation: spending is compared with today's, within bounds") {
    CHECK(intensity(300'000.0, 100'000.0, 150'000.0, 50'000.0) == 2.0);
    CHECK(intensity(0.0, 0.0, 150'000.0, 50'000.0) == 0.0);
    CHECK(intensity(1e9, 0.0, 1.0, 0.0) == 20.0);
    CHECK(intensity(300'000.0, 0.0, 0.0, 0.0) == 1.0);  // nothing to compare with
}

TEST_CASE("next generation: lanes agree with single runs") {
    test::check_lanes_agree({0.0, 0.1, 0.4, 0.8, 1.0, 1.7, 5.0, 20.0}, []<class Real>(Real x) {
        Parameters<Real> c;
        State<Real> now;
        std::vector<Real> results;
        for (int t = 0; t < 24; ++t) {
            Inputs<Real> in;
            in.research_ratio = intensity(x * 1e5, Real(3e4), Real(1e5), Real(2e4));
            in.digital_ratio = x;
            in.executive_sponsorship = min(x, Real(1.0));
            in.institutionalisation = min(0.5 * x, Real(1.0));
            in.satisfaction = 55.0 + x;
            in.trust_ratio = x;
            in.plan_linkage = min(x, Real(1.0));
            now = step(c, now, in);
            for (const Real& r : {now.research, now.research_in_use, now.digital, now.capability, founder_dependence(now), attractiveness(c, now, in)}) {
                results.push_back(r);
            }
        }
        return results;
    });
}

TEST_CASE("next generation: a plan that leads nowhere draws nobody, and never less than nobody") {
    Parameters<double> keen;
    keen.attraction_linkage = 6.0;  // 1 - 6 x 0.2
    Inputs<double> in = as_today();
    in.plan_linkage = 0.0;
    CHECK(attractiveness(keen, at_rest(), in) == 0.0);
}
