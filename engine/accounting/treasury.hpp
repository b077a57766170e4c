// What happens to cash: the overdraft line takes up a shortfall and is paid back first; dividends follow last
// year's profit; money beyond the line is a shortage, which is a result. Theory: docs/model/accounting.md, CA-1 to CA-5.
#pragma once

#include "core/number.hpp"
#include "core/parameter.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::treasury {

template <class Real> struct Parameters {
    Real overdraft_limit = 0.0;
    Real overdraft_rate = 0.025;
    Real market_rate_change = 0.0;
    Real other_income = 0.0;
    Real payout_ratio = 0.0;
    Real annual_dividend = 0.0;
    Real discount_rate = 0.05;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    quantity("overdraft_limit", &P<Real>::overdraft_limit, "yen", {0.0, 1e13}, {0.0, 1e10}, {"Overdraft line", "当座貸越枠"},
             {"The most that the overdraft line lends when cash falls below zero.", "現金が不足したときに当座貸越で借りられる上限。"},
             Evidence::own_data, "user"),
    quantity("overdraft_rate", &P<Real>::overdraft_rate, "fraction/year", {0.0, 0.5}, {0.0, 0.06}, {"Overdraft rate", "当座貸越金利"},
             {"Interest a year on what the overdraft line lends.", "当座貸越の年利率。"}, Evidence::assumption, "judgement"),
    quantity("market_rate_change", &P<Real>::market_rate_change, "fraction/year", {-0.1, 0.5}, {-0.01, 0.03}, {"Market rate change", "市場金利の変化"},
             {"Added to the rate of every variable-rate loan and of the overdraft.", "変動金利借入と当座貸越の金利に加わる変化。"},
             Evidence::assumption, "judgement"),
    quantity("other_income", &P<Real>::other_income, "yen/month", {0.0, 1e12}, {0.0, 1e9}, {"Other income", "営業外収益（月額）"},
             {"Non-operating income a month, received at once, without consumption tax.", "毎月の営業外収益（即時入金、消費税なし）。"},
             Evidence::own_data, "user"),
    quantity("payout_ratio", &P<Real>::payout_ratio, "fraction", {0.0, 1.0}, {0.0, 0.5}, {"Payout ratio", "配当性向"},
             {"Share of last fiscal year's profit paid as dividend in the third month.", "前期純利益のうち期首3か月目に配当する割合。"},
             Evidence::own_data, "user"),
    quantity("annual_dividend", &P<Real>::annual_dividend, "yen/year", {0.0, 1e12}, {0.0, 1e9}, {"Fixed dividend", "定額配当"},
             {"Dividend a year whatever the profit, as far as retained earnings allow.", "利益によらない年間配当（利益剰余金の範囲内）。"},
             Evidence::own_data, "user"),
    quantity("discount_rate", &P<Real>::discount_rate, "fraction/year", {0.0, 1.0}, {0.0, 0.15}, {"Discount rate", "割引率"},
             {"Rate a year at which cash flows of compared plans are discounted.", "計画比較の現在価値計算に使う年率。"},
             Evidence::assumption, "judgement", Need::optional, Change::fixed),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

template <class Real> struct State {
    Real cash = 0.0;       // below zero only when the overdraft line is used up
    Real overdraft = 0.0;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("cash", &State<Real>::cash, "yen", {"Cash and deposits", "現金預金"}, "CA-5"),
    stock("overdraft", &State<Real>::overdraft, "yen", {"Overdraft", "当座貸越"}, "CA-4"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Flows {
    Real overdraft_change;
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

/// Interest on last month's overdraft.                                                        CA-1
template <class Real> Real overdraft_interest(const Parameters<Real>& p, const State<Real>& now) {
    return drop_fraction(now.overdraft * positive_part(p.overdraft_rate + p.market_rate_change) / 12.0);
}

/// Dividend of the third month of a fiscal year, never beyond retained earnings.              CA-2
template <class Real> Real dividend(const Parameters<Real>& p, Real last_year_profit, Real retained_earnings) {
    return min(whole_yen(p.payout_ratio * positive_part(last_year_profit) + p.annual_dividend),
               positive_part(retained_earnings));
}

/// Cash after a month in which `net_receipts` came in, everything but the overdraft itself.
template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, Real net_receipts) {
    const Real position = now.cash - now.overdraft + net_receipts;                              // CA-3
    State<Real> next;
    next.overdraft = min(positive_part(-position), whole_yen(p.overdraft_limit));               // CA-4
    next.cash = position + next.overdraft;                                                      // CA-5
    return {next, {next.overdraft - now.overdraft}};
}

}  // namespace goho::accounting::treasury
