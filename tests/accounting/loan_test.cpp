#include "accounting/loan.hpp"
#include "lanes_agree.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace goho;
using namespace goho::accounting::loan;

namespace {

const Month april_2026 = Month::of(2026, 4);

Parameters<double> contract(Repayment repayment, double principal, int term, double annual_rate, int grace = 0,
                            double balloon = 0.0) {
    Parameters<double> p;
    p.repayment = repayment;
    p.principal = principal;
    p.term_months = term;
    p.annual_interest_rate = annual_rate;
    p.grace_months = grace;
    p.balloon = balloon;
    return p;
}

template <class Real> struct Course {
    std::vector<Real> repaid, interest, balance, drawn, fee;
};

/// The months of a contract; `market` moves the market rate by month.
template <class Real>
Course<Real> course(const Parameters<Real>& p, int months, const std::vector<Real>& market = {}) {
    Course<Real> c;
    State<Real> state = opening(p, april_2026);
    for (int t = 0; t < months; ++t) {
        const Real moved = t < static_cast<int>(market.size()) ? market[t] : market.empty() ? Real(0.0) : market.back();
        const auto [next, flows] = step(p, state, {april_2026 + t, april_2026, moved});
        state = next;
        c.repaid.push_back(flows.repaid);
        c.interest.push_back(flows.interest);
        c.drawn.push_back(flows.drawn);
        c.fee.push_back(flows.guarantee_fee);
        c.balance.push_back(next.balance);
    }
    return c;
}

using Yen = std::vector<double>;

/// "0.08/12" or a number.
double number_in(const nlohmann::json& value) {
    if (!value.is_string()) return value.get<double>();
    const auto text = value.get<std::string>();
    const auto slash = text.find('/');
    return slash == std::string::npos ? std::stod(text) : std::stod(text) / std::stod(text.substr(slash + 1));
}

nlohmann::json published() {
    return nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/tests/data/numpy_financial.json"));
}

}  // namespace

TEST_CASE("loan: equal principal with grace, interest on the balance before") {
    // 1,000,000 at 2.4% (.2% a month), 12 months, the first 3 without repayment: 1,000,000 / 9 = 111,111.1.
    const auto c = course(contract(Repayment::equal_principal, 1'000'000, 12, 0.024, 3), 14);
    CHECK(c.repaid == Yen{0, 0, 0, 111'111, 111'111, 111'111, 111'111, 111'111, 111'111, 111'111, 111'111, 111'112, 0, 0});
    // .2% of 1,000,000 four times, then of 888,889: 1,777.778; 777,778: 1,555.556; 666,667: 1,333.334;
    // 555,556: 1,111.112; 444,445: 888.89; 333,334: 666.668; 222,223: 444.446; 111,112: 222.224.
    CHECK(c.interest == Yen{2'000, 2'000, 2'000, 2'000, 1'777, 1'555, 1'333, 1'111, 888, 666, 444, 222, 0, 0});
    CHECK(c.balance[11] == 0);
}

TEST_CASE("loan: equal payment with grace") {
    // 1,000,000 at 1% a month, 6 months, 3 of grace. 1.01^3 = 1.030301, its inverse .970590147928, so the payment is
    // 10,000 / .029409852072 = 340,022.11, kept at 340,022. Interest: 10,000; 669,978 x 1% = 6,699.78; 336,655 x 1%.
    const auto c = course(contract(Repayment::equal_payment, 1'000'000, 6, 0.12, 3), 8);
    CHECK(c.interest == Yen{10'000, 10'000, 10'000, 10'000, 6'699, 3'366, 0, 0});
    CHECK(c.repaid == Yen{0, 0, 0, 330'022, 333'323, 336'655, 0, 0});
    CHECK(c.balance == Yen{1'000'000, 1'000'000, 1'000'000, 669'978, 336'655, 0, 0, 0});
}

TEST_CASE("loan: the balloon is left for the last payment") {
    // (1,000,000 - 400,000) / 6 = 100,000 a month, and 400,000 more with the last.
    CHECK(course(contract(Repayment::equal_principal, 1'000'000, 6, 0.03, 0, 400'000), 7).repaid ==
          Yen{100'000, 100'000, 100'000, 100'000, 100'000, 500'000, 0});
    CHECK(course(contract(Repayment::equal_payment, 1'000'000, 6, 0.0, 0, 400'000), 7).repaid ==
          Yen{100'000, 100'000, 100'000, 100'000, 100'000, 500'000, 0});
    // At 1% a month over 3 months: 340,022.11 a month for 1,000,000; a balloon of 500,000 takes away what three
    // payments would save for it, 500,000 x .01 / (1.01^3 - 1) = 5,000 / .030301 = 165,011.06: 175,011.05, kept at
    // 175,011. Interest 10,000; 834,989 x 1% = 8,349.89; 668,327 x 1% = 6,683.27; last 668,327 = 168,328 + 499,999.
    const auto c = course(contract(Repayment::equal_payment, 1'000'000, 3, 0.12, 0, 500'000), 4);
    CHECK(c.repaid == Yen{165'011, 166'662, 668'327, 0});
    CHECK(c.interest == Yen{10'000, 8'349, 6'683, 0});
}

TEST_CASE("loan: a balloon beyond the principal never lends more") {
    for (const Repayment repayment : {Repayment::equal_principal, Repayment::equal_payment}) {
        const auto c = course(contract(repayment, 1'000'000, 6, 0.03, 0, 1'500'000), 7);
        CHECK(c.repaid == Yen{0, 0, 0, 0, 0, 1'000'000, 0});
    }
}

TEST_CASE("loan: at maturity all at once, rolled over never") {
    const auto bullet = course(contract(Repayment::bullet, 5'000'000, 4, 0.018), 6);
    CHECK(bullet.repaid == Yen{0, 0, 0, 5'000'000, 0, 0});
    CHECK(bullet.interest == Yen{7'500, 7'500, 7'500, 7'500, 0, 0});  // 5,000,000 x 1.8% / 12
    const auto rolled = course(contract(Repayment::rollover, 5'000'000, 4, 0.018), 6);
    CHECK(rolled.repaid == Yen{0, 0, 0, 0, 0, 0});
    CHECK(rolled.interest == Yen{7'500, 7'500, 7'500, 7'500, 7'500, 7'500});
    CHECK(rolled.balance.back() == 5'000'000);
}

TEST_CASE("loan: without interest both ways of repayment are the same") {
    // 100,000 / 7 = 14,285.7: six times 14,285 = 85,710, and 14,290.
    const Yen expected{14'285, 14'285, 14'285, 14'285, 14'285, 14'285, 14'290, 0};
    CHECK(course(contract(Repayment::equal_principal, 100'000, 7, 0.0), 8).repaid == expected);
    CHECK(course(contract(Repayment::equal_payment, 100'000, 7, 0.0), 8).repaid == expected);
    CHECK(level_payment(1'200'000.0, 0.0, 0.0, 12) == 100'000.0);
    // A rate so small that 1 + rate hardly moves must not disturb the payment.
    for (const double rate : {1e-18, 1e-16, 1.2e-16, 1e-15, 1e-13, 1e-10}) {
        CAPTURE(rate);
        CHECK(level_payment(1'200'000.0, 0.0, rate, 12) == doctest::Approx(100'000.0).epsilon(1e-6));
    }
}

TEST_CASE("loan: a variable rate follows the market, the payment is reckoned anew for the months left") {
    auto p = contract(Repayment::equal_payment, 300'000, 3, 0.0);
    p.rate_type = RateType::variable;
    // First month at 0%: 100,000. From the second at 12%: 200,000 over two months at 1%: 1.01^2 = 1.0201, its inverse
    // .980296049407, payment 2,000 / .019703950593 = 101,502.49, kept at 101,502; interest 2,000; the last month
    // 100,498 with interest 1,004.98.
    const auto c = course(p, 4, Yen{0.0, 0.12});
    CHECK(c.interest == Yen{0, 2'000, 1'004, 0});
    CHECK(c.repaid == Yen{100'000, 99'502, 100'498, 0});
    // A fixed rate does not move.
    p.rate_type = RateType::fixed;
    CHECK(course(p, 4, Yen{0.0, 0.12}).interest == Yen{0, 0, 0, 0});
    // A market that falls below the margin makes the interest zero, not a receipt.
    auto q = contract(Repayment::equal_principal, 300'000, 3, 0.01);
    q.rate_type = RateType::variable;
    CHECK(course(q, 4, Yen{0.0, -0.05}).interest == Yen{250, 0, 0, 0});
}

TEST_CASE("loan: an existing loan is repaid from the first month, a new one from the month after it is drawn") {
    auto p = contract(Repayment::equal_principal, 300'000, 3, 0.012);
    CHECK(existing(p, april_2026));
    CHECK(course(p, 5).repaid == Yen{100'000, 100'000, 100'000, 0, 0});
    CHECK(course(p, 5).drawn == Yen{0, 0, 0, 0, 0});
    p.drawn = Month::of(2025, 1);  // before the plan: principal is the balance at its start
    CHECK(course(p, 5).repaid == Yen{100'000, 100'000, 100'000, 0, 0});
    p.drawn = Month::of(2026, 5);
    const auto c = course(p, 6);
    CHECK(c.drawn == Yen{0, 300'000, 0, 0, 0, 0});
    CHECK(c.repaid == Yen{0, 0, 100'000, 100'000, 100'000, 0});
    CHECK(c.interest == Yen{0, 0, 300, 200, 100, 0});
    CHECK(c.balance == Yen{0, 300'000, 200'000, 100'000, 0, 0});
}

TEST_CASE("loan: the guarantee fee is charged on the balance") {
    auto p = contract(Repayment::bullet, 10'000'000, 3, 0.0);
    p.guarantee_fee_rate = 0.0115;  // 115,000 a year, 9,583.33 a month
    CHECK(course(p, 4).fee == Yen{9'583, 9'583, 9'583, 0});
}

TEST_CASE("loan: grace beyond the term leaves all to the last payment") {
    CHECK(course(contract(Repayment::equal_principal, 300'000, 3, 0.0, 5), 4).repaid == Yen{0, 0, 300'000, 0});
    CHECK(course(contract(Repayment::equal_payment, 300'000, 3, 0.0, 3), 4).repaid == Yen{0, 0, 300'000, 0});
    CHECK(course(contract(Repayment::equal_principal, 300'000, 1, 0.0), 2).repaid == Yen{300'000, 0});
}

TEST_CASE("loan: every loan ends at zero with its term and never rises or falls below") {
    for (const Repayment repayment : {Repayment::equal_principal, Repayment::equal_payment, Repayment::bullet}) {
        for (const int term : {1, 2, 7, 60, 119, 420}) {
            for (const int grace : {0, 1, 6, 36}) {
                for (const double rate : {0.0, 0.0001, 0.015, 0.06, 0.5}) {
                    const auto c = course(contract(repayment, 12'345'678, term, rate, grace, 1'000'000), term + 2);
                    double before = 12'345'678, repaid = 0.0;
                    bool sound = true;
                    for (std::size_t t = 0; t < c.balance.size(); ++t) {
                        sound = sound && c.repaid[t] >= 0.0 && c.balance[t] == before - c.repaid[t] &&
                                c.repaid[t] == std::floor(c.repaid[t]);
                        before = c.balance[t];
                        repaid += c.repaid[t];
                    }
                    CAPTURE(term);
                    CAPTURE(grace);
                    CAPTURE(rate);
                    CHECK(sound);
                    CHECK(repaid == 12'345'678);
                    CHECK(c.balance[term - 1] == 0.0);
                    if (term > 1) CHECK(c.balance[term - 2] > 0.0);
                }
            }
        }
    }
}

TEST_CASE("loan: published level payments") {
    // numpy-financial, tests/test_financial.py (BSD-3): the data file names its commit.
    CHECK(level_payment(15'000.0, 0.0, 0.08 / 12, 60) == doctest::Approx(304.1459143262052).epsilon(1e-13));
    CHECK(level_payment(15'000.0, 0.0, 0.0, 60) == 250.0);
    CHECK(level_payment(20'000.0, 0.0, 0.8, 3) == doctest::Approx(19'311.25827814570).epsilon(1e-13));
    CHECK(level_payment(2'000.0, 0.0, 0.3, 12) == doctest::Approx(626.9081401700757).epsilon(1e-13));
    const auto data = published();
    REQUIRE(data.at("pmt").size() == 4);
    for (const auto& row : data.at("pmt")) {
        CHECK(-level_payment(row.at("pv").get<double>(), 0.0, number_in(row.at("rate")), row.at("nper").get<int>()) ==
              doctest::Approx(number_in(row.at("expected"))).epsilon(1e-12));
    }
}

TEST_CASE("loan: published interest and principal parts") {
    const auto data = published();
    for (const char* const part : {"ipmt", "ppmt"}) {
        REQUIRE_FALSE(data.at(part).empty());
        for (const auto& row : data.at(part)) {
            const double rate = number_in(row.at("rate"));
            double balance = row.at("pv").get<double>();
            const double payment = level_payment(balance, 0.0, rate, row.at("nper").get<int>());
            for (int n = 1; n < row.at("per").get<int>(); ++n) balance -= payment - balance * rate;
            const double interest = balance * rate;
            CHECK(-(std::string(part) == "ipmt" ? interest : payment - interest) ==
                  doctest::Approx(number_in(row.at("expected"))).epsilon(1e-9));
        }
    }
    // The same through the books: a million times the sum, so that a yen is the sixth decimal. Dropped fractions
    // of the payment and of interest move the balance by two yen a month at most.
    const auto c = course(contract(Repayment::equal_payment, 2e9, 24, 0.1), 24);
    for (const auto& row : data.at("ipmt")) {
        CHECK(std::abs(c.interest[row.at("per").get<int>() - 1] + number_in(row.at("expected")) * 1e6) <= 1.0);
    }
}

TEST_CASE("loan: what is drawn in the plan's first month was not there before it") {
    auto p = contract(Repayment::equal_principal, 1'200'000, 12, 0.0);
    p.drawn = april_2026;
    const auto c = course(p, 2);
    CHECK(opening(p, april_2026).balance == 0);
    CHECK(c.drawn == Yen{1'200'000, 0});
    CHECK(c.repaid == Yen{0, 100'000});
}

TEST_CASE("loan: a market that falls below the spread leaves a rate of zero, in interest and in payments") {
    auto p = contract(Repayment::equal_payment, 1'200'000, 12, 0.01);
    p.rate_type = RateType::variable;
    const auto c = course(p, 12, {-0.03});
    CHECK(c.interest == Yen(12, 0.0));
    CHECK(c.repaid == Yen(12, 100'000));
}

TEST_CASE("loan: a wider spread reaches what is rolled over or drawn in the plan, and no fixed rate from before it") {
    // 1,000,000 at 1.2% is 1,000 yen of interest a month; half a percentage point more, 17,000 / 12 = 1,416.67.
    const auto interest = [](const Parameters<double>& p) {
        State<double> owed;
        owed.balance = 1'000'000;
        return step(p, owed, {april_2026 + 1, april_2026, 0.0, 0.005}).flows.interest;
    };
    auto bullet = contract(Repayment::bullet, 1'000'000, 12, 0.012);
    CHECK(interest(bullet) == 1'000);
    CHECK(interest(contract(Repayment::rollover, 1'000'000, 12, 0.012)) == 1'416);
    bullet.drawn = april_2026;
    CHECK(interest(bullet) == 1'416);
}

TEST_CASE("loan: lanes agree with single runs") {
    for (const Repayment repayment :
         {Repayment::equal_principal, Repayment::equal_payment, Repayment::bullet, Repayment::rollover}) {
        test::check_lanes_agree({0.0, 1e-16, 0.001, 0.015, 0.0233, 0.06, 0.31, -0.02}, [&]<class Real>(Real x) {
            Parameters<Real> p;
            p.repayment = repayment;
            p.rate_type = RateType::variable;
            p.principal = 12'345'678.0 + whole_yen(x * 1e6);
            p.term_months = 59;
            p.grace_months = 6;
            p.balloon = 1'000'000.0;
            p.annual_interest_rate = positive_part(x);
            p.guarantee_fee_rate = 0.0115;
            const auto c = course<Real>(p, 61, {Real(0.0), x, x, x * 0.5});
            std::vector<Real> results = c.balance;
            for (const auto* series : {&c.repaid, &c.interest, &c.fee}) {
                results.insert(results.end(), series->begin(), series->end());
            }
            return results;
        });
    }
}
