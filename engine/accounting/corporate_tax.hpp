// Corporate taxes of a company with capital up to 100 million yen: national, local, defence, inhabitants and
// enterprise tax, losses carried forward ten years, interim and final payments. The rates are dated data and come
// in by fiscal year. Leaves out tax credits and permanent differences. Theory: docs/model/accounting.md, TX-1 to TX-14.
#pragma once

#include "core/number.hpp"
#include "core/parameter.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::corporate_tax {

/// The rates in force for fiscal years that start in a period; read from engine/data/tax.
struct Rates {
    double small_income_limit, small_income_rate, corporate_rate;
    double local_corporate_rate, defence_deduction, defence_rate, inhabitants_rate;
    double enterprise_limit_1, enterprise_limit_2, enterprise_rate_1, enterprise_rate_2, enterprise_rate_3;
    double special_enterprise_rate, loss_usable_share, interim_minimum;
};

template <class Real> struct Parameters {
    Real per_capita_levy = 180000.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    quantity("per_capita_levy", &P<Real>::per_capita_levy, "yen/year", {0.0, 1e9}, {50000.0, 500000.0},
             {"Per-capita inhabitants tax", "住民税均等割"},
             {"Levy a year whatever the income: 70,000 yen with capital up to 10 million yen, 180,000 above (up to 50 employees, one municipality).",
              "所得によらない年額。資本金1千万円以下は7万円、超は18万円（従業者50人以下、1市町村の場合）。"},
             Evidence::statute, "itoman-inhabitants"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

/// The taxes on the income of one fiscal year.
template <class Real> struct Bill {
    Real corporate, local_corporate, defence, inhabitants, per_capita, enterprise, special_enterprise;
    Real enterprise_total() const { return enterprise + special_enterprise; }
    Real total() const {
        return corporate + local_corporate + defence + inhabitants + per_capita + enterprise + special_enterprise;
    }
};

/// Bases drop below 1,000 yen and amounts below 100 yen, as the law has it.
template <class Real> Bill<Real> bill(Real taxable_income, const Rates& r, Real per_capita_levy) {
    const Real base = drop_below(positive_part(taxable_income), 1000.0);                             // TX-1
    const Real corporate = min(base, Real(r.small_income_limit)) * r.small_income_rate +
                           positive_part(base - r.small_income_limit) * r.corporate_rate;            // TX-2
    const Real corporate_base = drop_below(corporate, 1000.0);
    const Real defence_base = drop_below(positive_part(corporate - r.defence_deduction), 1000.0);
    const Real first = min(base, Real(r.enterprise_limit_1));
    const Real second = positive_part(min(base, Real(r.enterprise_limit_2)) - r.enterprise_limit_1);
    const Real third = positive_part(base - r.enterprise_limit_2);

    Bill<Real> b;
    b.corporate = drop_below(corporate, 100.0);
    b.local_corporate = drop_below(corporate_base * r.local_corporate_rate, 100.0);                  // TX-3
    b.defence = drop_below(defence_base * r.defence_rate, 100.0);                                    // TX-4
    b.inhabitants = drop_below(corporate_base * r.inhabitants_rate, 100.0);                          // TX-5
    b.per_capita = drop_below(per_capita_levy, 100.0);
    b.enterprise = drop_below(first * r.enterprise_rate_1 + second * r.enterprise_rate_2 +
                                  third * r.enterprise_rate_3, 100.0);                               // TX-6
    b.special_enterprise = drop_below(b.enterprise * r.special_enterprise_rate, 100.0);              // TX-7
    return b;
}

/// The national tax in a whole bill, for the interim threshold, where a company only knows the whole.     TX-14
/// Defence tax is left out: whoever owes it is far above the threshold.
template <class Real> Real corporate_part(Real total, Real enterprise_total, Real per_capita_levy, const Rates& r) {
    return positive_part(total - enterprise_total - per_capita_levy) / (1.0 + r.local_corporate_rate + r.inhabitants_rate);
}

inline constexpr int loss_years = 10;

template <class Real> struct State {
    std::array<Real, loss_years> losses{};  // unused, by age: [0] arose last fiscal year
    Real year_profit = 0.0;                 // profit before tax of this fiscal year so far
    Real year_enterprise_paid = 0.0;        // deductible when paid
    Real previous_total = 0.0, previous_enterprise = 0.0, previous_corporate = 0.0;  // last year's bill
    Real due = 0.0, due_enterprise = 0.0;   // to pay two months after the year's end
    Real interim = 0.0, interim_enterprise = 0.0;  // paid for this year already
    Real accrued = 0.0;                     // on the balance sheet; below zero when prepaid
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("tax_year_profit", &State<Real>::year_profit, "yen", {"Profit before tax this year so far", "当期の税引前利益（累計）"}, "TX-10"),
    stock("tax_year_enterprise_paid", &State<Real>::year_enterprise_paid, "yen", {"Enterprise tax paid this year so far", "当期に納付した事業税（累計）"}, "TX-10"),
    stock("tax_previous_bill", &State<Real>::previous_total, "yen", {"Latest tax bill", "直近の年税額"}, "TX-9"),
    stock("tax_previous_enterprise", &State<Real>::previous_enterprise, "yen", {"Enterprise tax of the latest bill", "直近の事業税"}, "TX-9"),
    stock("tax_previous_corporate", &State<Real>::previous_corporate, "yen", {"National corporate tax of the latest bill", "直近の法人税額（国税）"}, "TX-14"),
    stock("corporate_tax_due", &State<Real>::due, "yen", {"Corporate taxes due after the year", "確定納付する法人税等"}, "TX-8"),
    stock("enterprise_tax_due", &State<Real>::due_enterprise, "yen", {"Enterprise tax due after the year", "確定納付する事業税"}, "TX-8"),
    stock("corporate_tax_prepaid", &State<Real>::interim, "yen", {"Corporate taxes paid ahead this year", "当期の中間納付額（法人税等）"}, "TX-9"),
    stock("enterprise_tax_prepaid", &State<Real>::interim_enterprise, "yen", {"Enterprise tax paid ahead this year", "当期の中間納付額（事業税）"}, "TX-9"),
    stock("corporate_tax_owed", &State<Real>::accrued, "yen", {"Corporate taxes owed", "未払法人税等（前払は負）"}, "TX-13"),
});

template <class Real> struct Inputs {
    int month_of_year = 0;  // 0 = first month of the fiscal year
    Real profit_before_tax = 0.0;
    Rates rates{};
};

template <class Real> struct Flows {
    Real expense, paid;      // paid below zero is a refund
    Real taxable_income, loss_used;  // in the last month of the fiscal year
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

inline constexpr int final_payment_month = 1;    // the second month of the next fiscal year
inline constexpr int interim_payment_month = 7;  // the eighth month
inline constexpr int last_month = 11;

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next = now;
    Flows<Real> f{};
    Real enterprise_paid = 0.0;
    if (in.month_of_year == final_payment_month) {
        f.paid = now.due;  // TX-8
        enterprise_paid = now.due_enterprise;
        next.due = next.due_enterprise = 0.0;
    }
    if (in.month_of_year == interim_payment_month) {
        const auto needed = now.previous_corporate > in.rates.interim_minimum;
        const Real half = select(needed, drop_below(now.previous_total / 2.0, 100.0), Real(0.0));  // TX-9
        const Real half_enterprise = select(needed, drop_below(now.previous_enterprise / 2.0, 100.0), Real(0.0));
        next.interim = now.interim + half;  // on top of what was prepaid before the plan
        next.interim_enterprise = now.interim_enterprise + half_enterprise;
        f.paid = half;
        enterprise_paid = half_enterprise;
    }
    next.year_profit = now.year_profit + in.profit_before_tax;
    next.year_enterprise_paid = now.year_enterprise_paid + enterprise_paid;

    if (in.month_of_year == last_month) {
        const Real income = next.year_profit - next.year_enterprise_paid;              // TX-10
        Real usable = positive_part(income) * in.rates.loss_usable_share;
        for (int age = loss_years - 1; age >= 0; --age) {                              // TX-11: oldest loss first
            const Real used = min(next.losses[age], usable);
            next.losses[age] -= used;
            usable -= used;
            f.loss_used += used;
        }
        for (int age = loss_years - 1; age > 0; --age) next.losses[age] = next.losses[age - 1];
        next.losses[0] = positive_part(-income);                                       // TX-12
        f.taxable_income = positive_part(income) - f.loss_used;
        const Bill<Real> b = bill(f.taxable_income, in.rates, p.per_capita_levy);
        f.expense = b.total();
        next.due = now.due + b.total() - next.interim;
        next.due_enterprise = now.due_enterprise + b.enterprise_total() - next.interim_enterprise;
        next.previous_total = b.total();
        next.previous_enterprise = b.enterprise_total();
        next.previous_corporate = b.corporate;
        next.interim = next.interim_enterprise = 0.0;
        next.year_profit = next.year_enterprise_paid = 0.0;
    }
    next.accrued = now.accrued + f.expense - f.paid;                                   // TX-13
    return {next, f};
}

}  // namespace goho::accounting::corporate_tax
