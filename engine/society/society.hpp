// What others think of the company and what that is worth: trust that grows slowly and is lost fast, credit standing,
// and the interest a bank asks. Leaves out single partners. Theory: docs/model/society.md, SO-1 to SO-7.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "society/parameters.hpp"

#include <array>

namespace goho::society {

template <class Real> struct State {
    Real trust = 50.0;           // points, 0-100
    Real dismissed_share = 0.0;  // people let go, smoothed over twelve months
    Real operating_income = 0.0; // yen a year, smoothed over twelve months
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("trust", &State<Real>::trust, "points", {"Trust", "世間の信頼"}, "SO-2"),
    stock("dismissed_share", &State<Real>::dismissed_share, "fraction", {"People let go, twelve months", "会社都合の減員率（12か月）"}, "SO-3"),
    stock("operating_income_year", &State<Real>::operating_income, "yen", {"Operating income, twelve months", "営業利益（12か月平滑）"}, "SO-4"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

/// What a lender sees in the books of last month.
template <class Real> struct Standing {
    Real working_capital = 0.0, retained_earnings = 0.0, net_assets = 0.0, total_liabilities = 0.0, total_assets = 0.0;
};

template <class Real> struct Inputs {
    Real disclosure = 0.0, customer_satisfaction = 0.0, customer_satisfaction_today = 0.0;
    Real error_index = 1.0, dismissed_share = 0.0;  // of this month
    Real payment_months_earlier = 0.0;              // against today
    Real operating_income = 0.0;                    // of the month
};

/// Trust that conduct leads to.                                                                          SO-1
template <class Real> Real trust_goal(const Parameters<Real>& c, const State<Real>& now, const Inputs<Real>& in) {
    return clamp(c.trust_neutral + c.disclosure_effect * (in.disclosure - c.disclosure_neutral) +
                     c.customer_effect * (in.customer_satisfaction - in.customer_satisfaction_today) +
                     c.error_effect * (1.0 - in.error_index) - c.layoff_effect * now.dismissed_share +
                     c.payment_effect * in.payment_months_earlier,
                 Real(0.0), Real(100.0));
}

template <class Real> State<Real> step(const Parameters<Real>& c, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next;
    const Real gap = trust_goal(c, now, in) - now.trust;
    next.trust = now.trust + gap / select(gap < 0.0, c.trust_fall_time, c.trust_rise_time);                   // SO-2
    next.dismissed_share = now.dismissed_share + in.dismissed_share - now.dismissed_share / 12.0;             // SO-3
    next.operating_income = now.operating_income + (12.0 * in.operating_income - now.operating_income) / 12.0;  // SO-4
    return next;
}

/// Altman's score for private firms outside manufacturing; 1.1 and 2.6 part the zones.                    SO-5
template <class Real> Real credit_score(const Standing<Real>& s, Real operating_income) {
    const auto share = [&](Real x) { return clamp(divide_or(x, s.total_assets, Real(0.0)), Real(-2.0), Real(2.0)); };
    const Real leverage = clamp(divide_or(s.net_assets, s.total_liabilities, Real(5.0)), Real(-2.0), Real(5.0));
    return 6.56 * share(s.working_capital) + 3.26 * share(s.retained_earnings) + 6.72 * share(operating_income) + 1.05 * leverage;
}

/// Guarantee fee of the nine classes, read between the zones of the score: 1.90% to 0.45%.                SO-6
template <class Real> Real ladder(Real score) {
    const auto between = [&](double from, double to) { return clamp((score - from) / (to - from), Real(0.0), Real(1.0)); };
    return 0.0190 - 0.0055 * between(0.0, 1.1) - 0.0055 * between(1.1, 2.6) - 0.0035 * between(2.6, 5.0);
}

/// Yearly cost of credit standing and trust, as a fraction of what is owed.                               SO-7
template <class Real> Real credit_spread(const Parameters<Real>& c, Real score, Real trust) {
    return ladder(score) * c.credit_ladder - c.transparency_spread * (trust - 50.0) / 50.0;
}

}  // namespace goho::society
