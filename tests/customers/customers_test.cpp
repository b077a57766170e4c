#include "customers/customers.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <random>

using namespace goho;
using namespace goho::customers;

namespace {

const Parameters<double> c;

}  // namespace

TEST_CASE("customers: served as today, they neither come nor go for ten years") {
    State<double> now = customers_today(c);
    for (int t = 0; t < 120; ++t) {
        const auto [next, f] = step(c, now, {});
        CHECK(f.volume_factor == doctest::Approx(1.0).epsilon(1e-12));
        now = next;
    }
    CHECK(now.customers == doctest::Approx(1.0).epsilon(1e-12));
    CHECK(now.satisfaction == doctest::Approx(70.0).epsilon(1e-12));
    CHECK(now.market == doctest::Approx(70.0).epsilon(1e-12));
}

TEST_CASE("customers: half as much care again, by hand") {
    // CS* = 70 + 10 ln 1.5 = 74.05; the first month goes a sixth of the way.
    Inputs<double> in;
    in.care_ratio = 1.5;
    const auto [next, f] = step(c, customers_today(c), in);
    CHECK(f.satisfaction_goal == doctest::Approx(70.0 + 10.0 * std::log(1.5)));
    CHECK(next.satisfaction == doctest::Approx(70.0 + 10.0 * std::log(1.5) / 6.0));
    CHECK(f.complaint_rate == doctest::Approx(0.01 / std::sqrt(1.5)));
}

TEST_CASE("customers: what cannot be delivered is not ordered again") {
    State<double> now = customers_today(c);
    now.deliverable = 0.8;
    CHECK(volume_factor(c, now, 0.0, 1.0) == doctest::Approx(0.8));
}

TEST_CASE("customers: beyond a twentieth and twenty times of today, service counts no further") {
    Inputs<double> in;
    in.care_ratio = 0.01;
    CHECK(step(c, customers_today(c), in).flows.satisfaction_goal == doctest::Approx(70.0 + 10.0 * std::log(0.05)));
    in.care_ratio = 100.0;
    CHECK(step(c, customers_today(c), in).flows.satisfaction_goal == doctest::Approx(70.0 + 10.0 * std::log(20.0)));
    Parameters<double> touchy;
    touchy.care_effect = 30.0;  // 70 - 30 x 3.0 would be below zero
    in.care_ratio = 0.05;
    CHECK(step(touchy, customers_today(touchy), in).flows.satisfaction_goal == 0.0);
}

TEST_CASE("customers: twice the errors bring 62% more complaints, the least care four and a half times as many") {
    Inputs<double> in;
    in.error_ratio = 2.0;
    CHECK(step(c, customers_today(c), in).flows.complaint_rate == doctest::Approx(0.01 * std::pow(2.0, 0.7)));
    in.care_ratio = 0.01;  // counts as a twentieth
    CHECK(step(c, customers_today(c), in).flows.complaint_rate == doctest::Approx(0.01 * std::pow(2.0, 0.7) * std::sqrt(20.0)));
}

TEST_CASE("customers: what is counted adds up") {
    State<double> now = customers_today(c);
    Inputs<double> in;
    in.care_ratio = 0.6;
    in.selling_ratio = 1.4;
    in.customers_lost = 0.1;
    const auto [next, f] = step(c, now, in);
    CHECK(next.customers == doctest::Approx((1.0 - f.churn_rate + f.referral_rate + f.acquisition_rate) * 0.9));
}

TEST_CASE("customers: a price 3% higher costs 7.5% of the orders, unless satisfaction carries it") {
    State<double> now = customers_today(c);
    CHECK(volume_factor(c, now, 0.03, 1.0) == doctest::Approx(std::pow(1.03, -2.62)));
    now.satisfaction = 80.0;  // a lead of ten points carries 3%
    CHECK(willingness_to_pay(c, 10.0) == doctest::Approx(0.03));
    CHECK(volume_factor(c, now, 0.03, 1.0) == doctest::Approx(1.0));
}

TEST_CASE("customers: willingness to pay is flat in the middle, steep at the ends, and limited") {
    CHECK(willingness_to_pay(c, 0.0) == 0.0);
    CHECK(willingness_to_pay(c, 5.0) == doctest::Approx(0.005 + 0.02 * 0.125));
    CHECK(willingness_to_pay(c, 30.0) == c.pay_more_limit);
    CHECK(willingness_to_pay(c, -30.0) == -c.pay_more_limit);
    CHECK(willingness_to_pay(c, 10.0) - willingness_to_pay(c, 5.0) > willingness_to_pay(c, 5.0));
}

TEST_CASE("customers: the market catches up with half of a lasting lead") {
    State<double> now = customers_today(c);
    Inputs<double> in;
    in.employee_satisfaction = 60.0 + 10.0 / 0.26;  // ten points of satisfaction
    for (int t = 0; t < 24; ++t) now = step(c, now, in).next;
    CHECK(now.satisfaction == doctest::Approx(80.0).epsilon(0.01));
    CHECK(now.satisfaction - now.market > 7.0);
    for (int t = 0; t < 240; ++t) now = step(c, now, in).next;
    CHECK(now.satisfaction - now.market == doctest::Approx(5.0).epsilon(0.03));
}

TEST_CASE("customers: under anything plausible or absurd there is no negative customer and no share beyond one") {
    std::mt19937_64 engine(5);
    const auto unit = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
    for (int i = 0; i < 2000; ++i) {
        Parameters<double> p;
        for (const auto& row : customers_table<double>) {
            const Range range = i % 2 == 0 ? row.plausible : row.valid;
            p.*std::get<0>(row.field) = range.low + (range.high - range.low) * unit();
        }
        State<double> now = customers_today(p);
        for (int t = 0; t < 60; ++t) {
            Inputs<double> in;
            in.care_ratio = 3.0 * unit();
            in.selling_ratio = 3.0 * unit();
            in.lead_time_ratio = 2.0 * unit();
            in.error_ratio = 3.0 * unit();
            in.price_premium = -0.5 + unit();
            in.trust_ratio = 2.0 * unit();
            in.deliverable = unit();
            const auto [next, f] = step(p, now, in);
            CAPTURE(i);
            CAPTURE(t);
            REQUIRE(std::isfinite(f.volume_factor));
            REQUIRE(next.customers >= 0.0);
            REQUIRE(f.churn_rate <= 1.0);
            REQUIRE(next.satisfaction >= 0.0);
            REQUIRE(next.satisfaction <= 100.0);
            now = next;
        }
    }
}
