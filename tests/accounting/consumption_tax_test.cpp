#include "accounting/consumption_tax.hpp"
#include "lanes_agree.hpp"
#include "statutory_rates.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting::consumption_tax;

namespace {

const Rates rates_2026 = test::consumption_rates("2026-04");

template <class Real> struct Course {
    std::vector<Real> paid, rounding, balance;
};

/// Months of a company that collects and pays the same tax every month, from the start of a fiscal year.
template <class Real> Course<Real> course(Real collected, Real paid_on_purchases, int months, State<Real> state = {}) {
    Course<Real> c;
    for (int t = 0; t < months; ++t) {
        const auto [next, f] = step(state, {t % 12, collected, paid_on_purchases, rates_2026});
        state = next;
        c.paid.push_back(f.paid);
        c.rounding.push_back(f.rounding_gain);
        c.balance.push_back(next.balance);
    }
    return c;
}

using Yen = std::vector<double>;

/// The interim payments of a year after one with this tax.
Yen interim_payments(double previous_net) {
    Yen result;
    for (int m = 0; m < 12; ++m) result.push_back(interim_payment(m, previous_net, rates_2026));
    return result;
}

}  // namespace

TEST_CASE("consumption tax: a first year is settled in the second month of the next") {
    // 300,000 - 200,000 a month, 1,200,000 a year. The national part, 78%, is 936,000: one interim payment of half.
    const auto c = course<double>(300'000, 200'000, 36);
    const Yen year_1(c.paid.begin(), c.paid.begin() + 12), year_2(c.paid.begin() + 12, c.paid.begin() + 24),
        year_3(c.paid.begin() + 24, c.paid.end());
    CHECK(year_1 == Yen(12, 0.0));
    CHECK(year_2 == Yen{0, 1'200'000, 0, 0, 0, 0, 0, 600'000, 0, 0, 0, 0});
    CHECK(year_3 == Yen{0, 600'000, 0, 0, 0, 0, 0, 600'000, 0, 0, 0, 0});
    CHECK(c.balance[11] == 1'200'000);
    CHECK(c.balance[13] == 200'000);  // two months of the new year
    CHECK(c.balance[23] == 600'000);
}

TEST_CASE("consumption tax: none, one, three or eleven interim payments by last year's national tax") {
    // The national part is 78%: 615,300 -> 479,934, 615,400 -> 480,012 yen, above 480,000.
    CHECK(interim_payments(615'300) == Yen(12, 0.0));
    CHECK(interim_payments(615'400) == Yen{0, 0, 0, 0, 0, 0, 0, 307'700, 0, 0, 0, 0});
    // 5,128,200 -> 3,999,996; 5,128,300 -> 4,000,074, above 4,000,000: a quarter is 1,282,075.
    CHECK(interim_payments(5'128'200) == Yen{0, 0, 0, 0, 0, 0, 0, 2'564'100, 0, 0, 0, 0});
    CHECK(interim_payments(5'128'300) == Yen{0, 0, 0, 0, 1'282'000, 0, 0, 1'282'000, 0, 0, 1'282'000, 0});
    // 61,538,400 -> 47,999,952; 61,538,500 -> 48,000,030, above 48,000,000: a twelfth is 5,128,208.3.
    CHECK(interim_payments(61'538'400)[4] == 15'384'600);
    CHECK(interim_payments(61'538'400)[1] == 0);
    Yen eleven(12, 5'128'200);
    eleven[0] = 0;
    CHECK(interim_payments(61'538'500) == eleven);
    CHECK(interim_payments(-9e9) == Yen(12, 0.0));  // a refund asks for none
}

TEST_CASE("consumption tax: what is dropped below 100 yen is income") {
    // 1,234,567 in the year: 1,234,500 is owed, 67 yen are kept. Half of it for the interim payment: 617,250.
    State<double> state;
    for (int m = 0; m < 11; ++m) state = step(state, {m, 0.0, 0.0, rates_2026}).next;
    const auto last = step(state, {11, 2'234'567.0, 1'000'000.0, rates_2026});
    CHECK(last.flows.rounding_gain == 67);
    CHECK(last.next.balance == 1'234'500);
    CHECK(last.next.due == 1'234'500);
    const auto c = course<double>(0, 0, 12, last.next);
    CHECK(c.paid == Yen{0, 1'234'500, 0, 0, 0, 0, 0, 617'200, 0, 0, 0, 0});
    // Nothing was traded in that year, so the interim payment is claimed back, in the second month of the next.
    CHECK(c.balance[11] == -617'200);
}

TEST_CASE("consumption tax: more paid than collected is refunded to the yen") {
    const auto c = course<double>(100'000, 202'880, 14);  // 12 x 102,880 = 1,234,560
    CHECK(c.balance[11] == -1'234'560);
    CHECK(c.rounding[11] == 0);
    CHECK(c.paid[13] == -1'234'560);
    CHECK(c.balance[13] == -2 * 102'880);
}

TEST_CASE("consumption tax: the opening claim or debt is settled in the second month") {
    State<double> state;
    state.balance = state.due = 777'700;
    const auto c = course<double>(0, 0, 12, state);
    CHECK(c.paid == Yen{0, 777'700, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(c.balance.back() == 0);
}

TEST_CASE("consumption tax: all that was collected is paid, kept as rounding, or still owed") {
    for (const double collected : {123'456.0, 1'234'567.0, 9'876'543.0}) {
        const auto c = course<double>(collected, collected * 0.6, 60);
        double paid = 0.0, kept = 0.0;
        for (int t = 0; t < 60; ++t) {
            paid += c.paid[t];
            kept += c.rounding[t];
            CHECK(c.balance[t] == doctest::Approx(collected * 0.4 * (t + 1) - paid - kept).epsilon(1e-12));
        }
        CHECK(kept < 5 * 100.0);
        CHECK(kept >= 0.0);
    }
}

TEST_CASE("consumption tax: a national tax exactly at a limit asks for no more payments") {
    Rates all_national = rates_2026;
    all_national.national_share = 1.0;
    CHECK(interim_payment(7, 480'000.0, all_national) == 0);
    CHECK(interim_payment(4, 4'000'000.0, all_national) == 0);
    CHECK(interim_payment(1, 48'000'000.0, all_national) == 0);
}

TEST_CASE("consumption tax: the last of eleven interim payments counts in the year it closes") {
    // 120,000,000 last year: a twelfth, 10,000,000, from the second month to the twelfth. The year owes 120,000,000 again,
    // of which 110,000,000 is paid; 10,000,000 falls due with the first payment of the next year.
    State<double> state;
    state.previous_net = 120'000'000;
    const auto c = course<double>(10'000'000, 0, 14, state);
    CHECK(c.paid[11] == 10'000'000);
    CHECK(c.paid[12] == 0);
    CHECK(c.paid[13] == 20'000'000);
}

TEST_CASE("consumption tax: a single yen is below 100 yen") {
    const auto last = step(State<double>{}, {11, 1.0, 0.0, rates_2026});
    CHECK(last.flows.rounding_gain == 1);
    CHECK(last.next.due == 0);
}

TEST_CASE("consumption tax: lanes agree with single runs") {
    test::check_lanes_agree({0, 12'345, -50'000, 60'000, 430'000, 5e6, 61'538'500 / 12.0, 1e8}, []<class Real>(Real net) {
        const auto c = course<Real>(net + 200'000.0, Real(200'000.0), 40);
        std::vector<Real> results = c.paid;
        results.insert(results.end(), c.rounding.begin(), c.rounding.end());
        results.insert(results.end(), c.balance.begin(), c.balance.end());
        return results;
    });
}
