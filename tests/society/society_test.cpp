#include "society/society.hpp"

#include "accounting/lanes_agree.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::society;

namespace {

const Parameters<double> usual{};

/// Ordinary disclosure, the satisfaction of today, errors and payments as today.
const Inputs<double> ordinary{.disclosure = 0.3, .customer_satisfaction = 70.0, .customer_satisfaction_today = 70.0};

State<double> after(int months, const Inputs<double>& in, State<double> now = {}) {
    for (int t = 0; t < months; ++t) now = step(usual, now, in);
    return now;
}

}  // namespace

TEST_CASE("society: with ordinary conduct trust stays at 50") {
    const State<double> late = after(240, ordinary);
    CHECK(late.trust == 50.0);
    CHECK(late.dismissed_share == 0.0);
}

TEST_CASE("society: conduct leads to a level of trust") {
    Inputs<double> in = ordinary;
    in.disclosure = 0.9;                // + 40 x 0.6 = 24
    in.customer_satisfaction = 75.0;    // + 5
    in.error_index = 0.8;               // + 15 x 0.2 = 3
    in.payment_months_earlier = 0.5;    // + 2.5
    CHECK(trust_goal(usual, State<double>{}, in) == doctest::Approx(84.5));
    State<double> now;
    now.dismissed_share = 0.1;          // - 5
    CHECK(trust_goal(usual, now, in) == doctest::Approx(79.5));
}

TEST_CASE("society: trust is between 0 and 100, whatever the conduct") {
    Inputs<double> in = ordinary;
    in.customer_satisfaction = 1000.0;
    CHECK(trust_goal(usual, State<double>{}, in) == 100.0);
    CHECK(after(600, in).trust <= 100.0);
    in.customer_satisfaction = -1000.0;
    CHECK(trust_goal(usual, State<double>{}, in) == 0.0);
    CHECK(after(600, in).trust >= 0.0);
}

TEST_CASE("society: trust grows slowly and is lost fast") {
    Inputs<double> open = ordinary, closed = ordinary;
    open.disclosure = 0.6;    // goal 62: the first month 12 / 18
    closed.disclosure = 0.0;  // goal 38: the first month -12 / 5
    CHECK(after(1, open).trust == doctest::Approx(50.0 + 12.0 / 18.0));
    CHECK(after(1, closed).trust == doctest::Approx(50.0 - 12.0 / 5.0));
    CHECK(after(12, open).trust - 50.0 < 50.0 - after(12, closed).trust);
}

TEST_CASE("society: dismissals are remembered and fade") {
    Inputs<double> in = ordinary;
    in.dismissed_share = 0.06;
    State<double> now = after(1, in);
    CHECK(now.dismissed_share == doctest::Approx(0.06));
    now = after(12, ordinary, now);  // 0.06 x (11/12)^12 = 0.0211
    CHECK(now.dismissed_share == doctest::Approx(0.0211).epsilon(0.01));
    // What is remembered over all months is twelve times what was done, neither more nor less.
    double remembered = 0.0;
    State<double> each = after(1, in);
    for (int t = 0; t < 2000; ++t) {
        remembered += each.dismissed_share;
        each = after(1, ordinary, each);
    }
    CHECK(remembered == doctest::Approx(12.0 * 0.06));
}

TEST_CASE("society: operating income is smoothed to a year") {
    Inputs<double> in = ordinary;
    in.operating_income = 1'700'000.0;
    State<double> now;
    now.operating_income = 20'400'000.0;  // 12 x 1.7 million: nothing changes
    CHECK(after(60, in, now).operating_income == doctest::Approx(20'400'000.0));
    CHECK(after(1, in).operating_income == doctest::Approx(1'700'000.0));
}

TEST_CASE("society: credit standing is read from the books") {
    // Assets 100, working capital 20, retained earnings 30, net assets 40, liabilities 60, operating income 5:
    // 6.56 x 0.2 + 3.26 x 0.3 + 6.72 x 0.05 + 1.05 x 40/60 = 1.312 + 0.978 + 0.336 + 0.7 = 3.326.
    const Standing<double> s{.working_capital = 20, .retained_earnings = 30, .net_assets = 40, .total_liabilities = 60, .total_assets = 100};
    CHECK(credit_score(s, 5.0) == doctest::Approx(3.326));
    // Without debt leverage counts as five, without assets the shares as nothing.
    const Standing<double> no_debt{.working_capital = 20, .retained_earnings = 30, .net_assets = 100, .total_liabilities = 0, .total_assets = 100};
    CHECK(credit_score(no_debt, 5.0) == doctest::Approx(1.312 + 0.978 + 0.336 + 5.25));
    CHECK(credit_score(Standing<double>{}, 5.0) == doctest::Approx(5.25));
    // Far below water the score is bounded: each share at -2, leverage at -2.
    const Standing<double> ruined{.working_capital = -900, .retained_earnings = -900, .net_assets = -900, .total_liabilities = 1, .total_assets = 10};
    CHECK(credit_score(ruined, -900.0) == doctest::Approx(-2.0 * (6.56 + 3.26 + 6.72 + 1.05)));
}

TEST_CASE("society: the guarantee fee falls from 1.90% to 0.45% as the score rises") {
    CHECK(ladder(-10.0) == doctest::Approx(0.0190));
    CHECK(ladder(0.0) == doctest::Approx(0.0190));
    CHECK(ladder(1.1) == doctest::Approx(0.0135));
    CHECK(ladder(2.6) == doctest::Approx(0.0080));
    CHECK(ladder(5.0) == doctest::Approx(0.0045));
    CHECK(ladder(50.0) == doctest::Approx(0.0045));
    for (double score = -1.0; score < 6.0; score += 0.1) CHECK(ladder(score + 0.1) <= ladder(score));
}

TEST_CASE("society: trust saves interest on both sides of 50") {
    // Score 2.6: 0.80%. Trust 75 saves 0.35% x 25/50 = 0.175%; trust 0 costs 0.35% more.
    CHECK(credit_spread(usual, 2.6, 50.0) == doctest::Approx(0.0080));
    CHECK(credit_spread(usual, 2.6, 75.0) == doctest::Approx(0.00625));
    CHECK(credit_spread(usual, 2.6, 0.0) == doctest::Approx(0.0115));
    Parameters<double> fixed_terms;
    fixed_terms.credit_ladder = 0.0;
    fixed_terms.transparency_spread = 0.0;
    CHECK(credit_spread(fixed_terms, -3.0, 99.0) == 0.0);
}

TEST_CASE("society: openness lowers interest late: a few basis points in the first year, never more than 35") {
    Inputs<double> open = ordinary;
    open.disclosure = 0.9;  // goal 74
    const auto saved = [&](int months) { return 0.0035 * (after(months, open).trust - 50.0) / 50.0; };
    // 24 x (1 - (17/18)^12) = 11.9 points and 8 basis points after a year; 24 points and 17 basis points in the end.
    CHECK(saved(12) == doctest::Approx(0.00083).epsilon(0.01));
    CHECK(saved(36) > saved(12));
    CHECK(saved(600) == doctest::Approx(0.00168).epsilon(0.001));
    CHECK(saved(600) < 0.0035);
}

TEST_CASE("society: lanes agree with single runs") {
    test::check_lanes_agree({-2.0, -0.5, 0.0, 0.1, 0.33, 1.0, 2.5, 7.0}, []<class Real>(Real x) {
        Parameters<Real> c;
        State<Real> now;
        std::vector<Real> results;
        for (int t = 0; t < 24; ++t) {
            Inputs<Real> in;
            in.disclosure = clamp(x, Real(0.0), Real(1.0));
            in.customer_satisfaction = 70.0 + 5.0 * x;
            in.customer_satisfaction_today = 70.0;
            in.error_index = 1.0 - 0.1 * x;
            in.dismissed_share = 0.01 * positive_part(x);
            in.operating_income = 1e6 * x;
            now = step(c, now, in);
            const Real score = credit_score(Standing<Real>{x * 10.0, x * 20.0, x * 30.0, positive_part(x), Real(100.0)}, now.operating_income * 1e-6);
            for (const Real& r : {now.trust, now.dismissed_share, now.operating_income, score, ladder(score), credit_spread(c, score, now.trust)}) {
                results.push_back(r);
            }
        }
        return results;
    });
}

TEST_CASE("society: no share of the balance sheet counts more than twice, own funds at most five times the debts") {
    Standing<double> s{};
    s.total_assets = 100.0;
    s.total_liabilities = 10.0;
    s.working_capital = 900.0;
    CHECK(credit_score(s, 0.0) == doctest::Approx(6.56 * 2.0));
    s.working_capital = 0.0;
    s.net_assets = 90.0;
    CHECK(credit_score(s, 0.0) == doctest::Approx(1.05 * 5.0));
    s.total_liabilities = 0.0;  // no debts at all
    CHECK(credit_score(s, 0.0) == doctest::Approx(1.05 * 5.0));
}

TEST_CASE("society: the guarantee fee falls in straight lines between the zones of the score") {
    const auto percent = [](double score) { return 100.0 * ladder(score); };
    CHECK(percent(0.0) == doctest::Approx(1.90));
    CHECK(percent(0.55) == doctest::Approx(1.90 - 0.275));
    CHECK(percent(1.1) == doctest::Approx(1.35));
    CHECK(percent(2.0) == doctest::Approx(1.35 - 0.55 * 0.6));
    CHECK(percent(3.8) == doctest::Approx(0.80 - 0.175));
    CHECK(percent(9.0) == doctest::Approx(0.45));
}

TEST_CASE("society: a little trust is gained as slowly as much of it") {
    State<double> now;
    now.trust = 49.5;  // half a point below what conduct leads to
    CHECK(step(usual, now, ordinary).trust == doctest::Approx(49.5 + 0.5 / usual.trust_rise_time));
}
