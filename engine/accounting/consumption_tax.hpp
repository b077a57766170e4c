// Consumption tax by the invoice method: collected, paid, settled after the fiscal year with interim payments.
// It never touches the profit, only the cash. Leaves out the simplified scheme for small firms (簡易課税).
// Theory: docs/model/accounting.md, CT-1 to CT-6.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::consumption_tax {

/// Thresholds of last year's national tax above which 1, 3 and 11 interim payments are due; dated data.
struct Rates {
    double interim_limit_1, interim_limit_2, interim_limit_3, national_share;
};

template <class Real> struct State {
    Real balance = 0.0;    // owed to the tax office, below zero: claimed from it
    Real year_net = 0.0;   // collected less paid in this fiscal year so far
    Real year_interim = 0.0;
    Real previous_net = 0.0;  // last fiscal year's tax
    Real due = 0.0;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("consumption_tax_owed", &State<Real>::balance, "yen", {"Consumption tax owed", "未払消費税等（還付は負）"}, "CT-6"),
    stock("consumption_tax_year", &State<Real>::year_net, "yen", {"Consumption tax of this year so far", "当期の消費税（累計）"}, "CT-1"),
    stock("consumption_tax_prepaid", &State<Real>::year_interim, "yen", {"Consumption tax paid ahead this year", "当期の中間納付額（消費税）"}, "CT-3"),
    stock("consumption_tax_previous", &State<Real>::previous_net, "yen", {"Last year's consumption tax", "前期の消費税額"}, "CT-3"),
    stock("consumption_tax_due", &State<Real>::due, "yen", {"Consumption tax due after the year", "確定納付する消費税"}, "CT-4"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    int month_of_year = 0;
    Real collected = 0.0, paid_on_purchases = 0.0;
    Rates rates{};
};

template <class Real> struct Flows {
    Real paid;           // to the tax office, below zero: refunded
    Real rounding_gain;  // what is dropped below 100 yen is other income
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

/// Interim payment of a month, from the number that last year's tax asks for.      CT-3
/// The eleven payments are taken one month after the month they are for; the law leaves one month more.
template <class Real> Real interim_payment(int month_of_year, Real previous_net, const Rates& r) {
    const Real previous = positive_part(previous_net);
    const Real national = previous * r.national_share;
    const double one = month_of_year == 7 ? 1.0 / 2.0 : 0.0;
    const double three = month_of_year == 4 || month_of_year == 7 || month_of_year == 10 ? 1.0 / 4.0 : 0.0;
    const double eleven = month_of_year >= 1 ? 1.0 / 12.0 : 0.0;
    const Real share = select(national > r.interim_limit_3, Real(eleven),
                              select(national > r.interim_limit_2, Real(three),
                                     select(national > r.interim_limit_1, Real(one), Real(0.0))));
    return drop_below(previous * share, 100.0);
}

template <class Real> Step<Real> step(const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next = now;
    Flows<Real> f{};
    const Real interim = interim_payment(in.month_of_year, now.previous_net, in.rates);
    f.paid = interim;
    if (in.month_of_year == 1) {  // CT-4: the balance of last year, two months after its end
        f.paid += now.due;
        next.due = 0.0;
    }
    next.year_net = now.year_net + in.collected - in.paid_on_purchases;  // CT-1
    next.year_interim = now.year_interim + interim;
    if (in.month_of_year == 11) {
        const Real tax = select(next.year_net > 0.0, drop_below(next.year_net, 100.0), next.year_net);  // CT-2
        f.rounding_gain = next.year_net - tax;                                                          // CT-5
        next.due += tax - next.year_interim;
        next.previous_net = tax;
        next.year_net = next.year_interim = 0.0;
    }
    next.balance = now.balance + in.collected - in.paid_on_purchases - f.paid - f.rounding_gain;  // CT-6
    return {next, f};
}

}  // namespace goho::accounting::consumption_tax
