// A loan contract: drawn, repaid by its schedule, bearing interest and a guarantee fee. Leaves out whether a bank
// would grant it. Theory: docs/model/accounting.md, LN-1 to LN-9.
#pragma once

#include "core/number.hpp"
#include "core/parameter.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::loan {

enum class Kind { long_term, short_term, bond };
enum class Repayment { equal_principal, equal_payment, bullet, rollover };
enum class RateType { fixed, variable };
inline constexpr auto kind_options = std::to_array<Option>({
    {"long_term", {"Long-term loan", "長期借入金"}},
    {"short_term", {"Short-term loan", "短期借入金"}},
    {"bond", {"Bond", "社債"}},
});
inline constexpr auto repayment_options = std::to_array<Option>({
    {"equal_principal", {"Equal principal", "元金均等返済"}},
    {"equal_payment", {"Equal payment", "元利均等返済"}},
    {"bullet", {"At maturity", "期日一括返済"}},
    {"rollover", {"Rolled over", "借換継続"}},
});
inline constexpr auto rate_options = std::to_array<Option>({
    {"fixed", {"Fixed rate", "固定金利"}},
    {"variable", {"Variable rate", "変動金利"}},
});
constexpr std::span<const Option> options(Kind) { return kind_options; }
constexpr std::span<const Option> options(Repayment) { return repayment_options; }
constexpr std::span<const Option> options(RateType) { return rate_options; }

template <class Real> struct Parameters {
    Kind kind = Kind::long_term;
    Repayment repayment = Repayment::equal_principal;
    RateType rate_type = RateType::fixed;
    Real principal = 0.0;
    Month drawn;
    int term_months = 60;
    int grace_months = 0;
    Real balloon = 0.0;
    Real annual_interest_rate = 0.015;
    Real guarantee_fee_rate = 0.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    option("kind", choice<&P<Real>::kind>, {"Kind", "種類"}, {"Line on the balance sheet.", "貸借対照表の表示科目。"}),
    option("repayment", choice<&P<Real>::repayment>, {"Repayment", "返済方法"},
           {"Equal principal, equal payment, at maturity, or rolled over without end.", "元金均等・元利均等・期日一括・借換継続。"}),
    option("rate_type", choice<&P<Real>::rate_type>, {"Rate type", "金利種別"},
           {"A variable rate follows the market rate change of the treasury.", "変動金利は資金管理の市場金利変化に連動する。"}),
    quantity("principal", &P<Real>::principal, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Principal", "借入額"},
             {"Balance when the plan starts, or the sum drawn.", "計画開始時の残高、または新規借入額。"},
             Evidence::own_data, "user", Need::required, Change::fixed),
    month("drawn", &P<Real>::drawn, {"Drawn", "借入月"},
          {"Month in which it is drawn; an existing loan when not given.", "借り入れる月。省略すると既存借入。"}),
    whole("term_months", &P<Real>::term_months, "months", {1, 600}, {1, 420}, {"Term", "返済期間"},
          {"Months to repay, counted from the drawing or, for an existing loan, from the start of the plan.", "借入（既存借入は計画開始）から完済までの月数。"},
          Evidence::own_data, "user", Need::required),
    whole("grace_months", &P<Real>::grace_months, "months", {0, 599}, {0, 60}, {"Grace", "据置期間"},
          {"Months at the beginning in which only interest is paid.", "利息のみ支払う当初の月数。"}, Evidence::own_data, "user"),
    quantity("balloon", &P<Real>::balloon, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Balloon", "最終回増額"},
             {"Part of the principal that is left for the last payment.", "最終回にまとめて返す元金。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
    quantity("annual_interest_rate", &P<Real>::annual_interest_rate, "fraction/year", {0.0, 0.5}, {0.0, 0.06}, {"Interest rate", "年利率"},
             {"Contract rate a year, paid monthly.", "約定年利率（毎月払い）。"}, Evidence::own_data, "user", Need::required),
    quantity("guarantee_fee_rate", &P<Real>::guarantee_fee_rate, "fraction/year", {0.0, 0.1}, {0.0, 0.022}, {"Guarantee fee", "信用保証料率"},
             {"Credit guarantee fee a year on the balance, paid monthly (in practice often in advance).", "信用保証料率（残高に対する年率、毎月払いとして扱う）。"},
             Evidence::study, "guarantee-fee-ladder"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

template <class Real> struct State {
    Real balance = 0.0;
    Real payment = 0.0;       // level payment in force (equal payment)
    Real payment_rate = -1.0;  // the rate it was reckoned with
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("balance", &State<Real>::balance, "yen", {"Loan balance", "借入残高"}, "LN-8"),
    stock("payment", &State<Real>::payment, "yen", {"Level payment in force", "適用中の元利均等返済額"}, "LN-6"),
    stock("payment_rate", &State<Real>::payment_rate, "fraction/year", {"Rate behind the payment", "返済額の計算に使った年利率"}, "LN-6"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    Month month, plan_start;
    Real market_rate_change = 0.0;  // moves variable rates
    Real spread_change = 0.0;       // moves what is agreed or reviewed while the plan runs
};

template <class Real> struct Flows {
    Real drawn, repaid, interest, guarantee_fee;
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

template <class Real> bool existing(const Parameters<Real>& p, Month plan_start) {
    return !p.drawn.given() || p.drawn < plan_start;
}

template <class Real> State<Real> opening(const Parameters<Real>& p, Month plan_start) {
    State<Real> s;
    if (existing(p, plan_start)) s.balance = p.principal;
    return s;
}

/// Level payment that brings `balance` to `balloon` in n months at a monthly rate.   LN-3
/// The rate is read back from the growth factor, so that a rate too small for the factor to show acts as zero.
template <class Real> Real level_payment(Real balance, Real balloon, Real monthly_rate, int n) {
    const Real growth = 1.0 + monthly_rate;
    const Real discount = 1.0 / power(growth, n);
    return divide_or((balance - balloon * discount) * (growth - 1.0), 1.0 - discount, (balance - balloon) / double(n));
}

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next = now;
    Flows<Real> f{};
    // The k-th month after drawing; the month of drawing itself is 0.
    const int k = existing(p, in.plan_start) ? in.month - in.plan_start + 1 : in.month - p.drawn;
    if (k < 0) return {next, f};
    if (k == 0) {
        f.drawn = p.principal;
        next.balance = now.balance + p.principal;  // the books may have had it before the plan
        return {next, f};
    }
    const bool variable = p.rate_type == RateType::variable;
    const bool reviewed = variable || p.repayment == Repayment::rollover || !existing(p, in.plan_start);
    const Real annual_rate = p.annual_interest_rate + (variable ? 1.0 : 0.0) * in.market_rate_change +
                             (reviewed ? 1.0 : 0.0) * in.spread_change;           // LN-9
    f.interest = drop_fraction(now.balance * positive_part(annual_rate) / 12.0);  // LN-1
    f.guarantee_fee = drop_fraction(now.balance * p.guarantee_fee_rate / 12.0);   // LN-2

    const bool repaying = k > p.grace_months;
    if (p.repayment == Repayment::rollover) {
        f.repaid = 0.0;
    } else if (k >= p.term_months) {
        f.repaid = now.balance;  // LN-4: the last payment takes what is left
    } else if (p.repayment == Repayment::equal_principal && repaying) {
        const Real regular = drop_fraction(positive_part(p.principal - p.balloon) /
                                           double(p.term_months - p.grace_months));  // LN-5
        f.repaid = min(regular, now.balance);
    } else if (p.repayment == Repayment::equal_payment && repaying) {
        const Real rate = positive_part(annual_rate) / 12.0;
        const auto rate_moved = !(annual_rate == now.payment_rate);
        const Real level = drop_fraction(level_payment(now.balance, p.balloon, rate, p.term_months - k + 1));
        next.payment = select(rate_moved, level, now.payment);  // LN-6
        next.payment_rate = annual_rate;
        f.repaid = min(positive_part(next.payment - f.interest), now.balance);  // LN-7
    }
    next.balance = now.balance - f.repaid;  // LN-8
    return {next, f};
}

}  // namespace goho::accounting::loan
