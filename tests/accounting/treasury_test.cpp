#include "accounting/treasury.hpp"
#include "lanes_agree.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting::treasury;

namespace {

Parameters<double> line_of(double limit) {
    Parameters<double> p;
    p.overdraft_limit = limit;
    return p;
}

}  // namespace

TEST_CASE("treasury: the overdraft takes up a shortfall, is paid back first, and has an end") {
    const auto p = line_of(3'000'000);
    State<double> s{.cash = 1'000'000, .overdraft = 0};
    const auto month = [&](double receipts) {
        const auto [next, f] = step(p, s, receipts);
        CHECK(next.cash - next.overdraft == s.cash - s.overdraft + receipts);
        CHECK(f.overdraft_change == next.overdraft - s.overdraft);
        s = next;
    };
    month(-600'000);
    CHECK(s.cash == 400'000);
    CHECK(s.overdraft == 0);
    month(-900'000);  // 500,000 short
    CHECK(s.cash == 0);
    CHECK(s.overdraft == 500'000);
    month(-4'000'000);  // 4,500,000 short, 3,000,000 is the line
    CHECK(s.overdraft == 3'000'000);
    CHECK(s.cash == -1'500'000);
    month(1'000'000);  // the shortage first
    CHECK(s.overdraft == 3'000'000);
    CHECK(s.cash == -500'000);
    month(2'500'000);  // then the line
    CHECK(s.overdraft == 1'000'000);
    CHECK(s.cash == 0);
    month(1'200'000);  // then cash
    CHECK(s.overdraft == 0);
    CHECK(s.cash == 200'000);
}

TEST_CASE("treasury: a line that is cut calls its money back") {
    const auto [next, f] = step(line_of(0), State<double>{.cash = 300'000, .overdraft = 1'000'000}, 0.0);
    CHECK(next.overdraft == 0);
    CHECK(next.cash == -700'000);
    CHECK(f.overdraft_change == -1'000'000);
}

TEST_CASE("treasury: interest is charged on last month's overdraft, at a rate that follows the market") {
    auto p = line_of(1e9);
    p.overdraft_rate = 0.025;
    const State<double> drawn{.cash = 0, .overdraft = 10'000'000};
    CHECK(overdraft_interest(p, drawn) == 20'833);  // 10,000,000 x 2.5% / 12 = 20,833.3
    p.market_rate_change = 0.005;
    CHECK(overdraft_interest(p, drawn) == 25'000);
    p.market_rate_change = -0.05;
    CHECK(overdraft_interest(p, drawn) == 0);
    CHECK(overdraft_interest(p, State<double>{.cash = -5e6, .overdraft = 0}) == 0);
}

TEST_CASE("treasury: the dividend follows last year's profit and stops at retained earnings") {
    Parameters<double> p;
    p.payout_ratio = 0.2;
    p.annual_dividend = 500'000;
    CHECK(dividend(p, 10'000'000.0, 50'000'000.0) == 2'500'000);
    CHECK(dividend(p, -4'000'000.0, 50'000'000.0) == 500'000);
    CHECK(dividend(p, 10'000'000.0, 1'200'000.0) == 1'200'000);
    CHECK(dividend(p, 10'000'000.0, -3'000'000.0) == 0);
    CHECK(dividend(Parameters<double>{}, 10'000'000.0, 50'000'000.0) == 0);
}

TEST_CASE("treasury: fractions of a yen of interest are dropped, the line is in whole yen") {
    auto p = line_of(2'000'000.6);
    p.overdraft_rate = 0.025;
    CHECK(overdraft_interest(p, State<double>{.cash = 0, .overdraft = 10'000'300}) == 20'833);  // 20,833.96
    CHECK(step(p, State<double>{}, -5'000'000.0).next.overdraft == 2'000'001);
}

TEST_CASE("treasury: lanes agree with single runs") {
    test::check_lanes_agree({0, 1, -1, 5e5, -5e5, 3e6, -3e6, -9e6}, []<class Real>(Real receipts) {
        Parameters<Real> p;
        p.overdraft_limit = 2e6;
        p.payout_ratio = 0.3;
        State<Real> s;
        s.cash = 1e6;
        std::vector<Real> results;
        for (int t = 0; t < 12; ++t) {
            const Real interest = overdraft_interest(p, s);
            const auto [next, f] = step(p, s, t % 3 == 0 ? -receipts - interest : receipts - interest);
            s = next;
            results.insert(results.end(), {interest, f.overdraft_change, s.cash, s.overdraft, dividend(p, receipts, s.cash)});
        }
        return results;
    });
}
