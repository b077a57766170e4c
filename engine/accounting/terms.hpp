// When money follows the invoice: a share at once, the rest after a lag, part of it by promissory note. Leaves out
// whether the customer pays. Theory: docs/model/accounting.md, TM-1 to TM-4.
#pragma once

#include "core/number.hpp"

#include <vector>

namespace goho::accounting::terms {

/// Longest lag, and longest lag plus sight, that the terms may name.
inline constexpr int longest_lag = 12;
inline constexpr int longest_note = 24;

template <class Real> struct Terms {
    Real cash_share, lag, note_share, note_sight;
};

/// What falls due in which month of the plan, counted from its first.
template <class Real> struct Pipeline {
    std::vector<Real> account_due;       // paid in cash
    std::vector<Real> turns_into_note;   // open account that becomes a note
    std::vector<Real> note_due;          // note paid in cash

    explicit Pipeline(int months)
        : account_due(months + longest_note + 2), turns_into_note(months + longest_note + 2),
          note_due(months + longest_note + 2) {}
};

/// Share of a sum that is due within k months when it is due after `lag`, which may lie between two months.  TM-1
template <class Real> Real due_within(int k, Real lag) {
    return min(positive_part(k + 1.0 - lag), Real(1.0));
}

/// Lets a sum of month t fall due after `lag`. Beyond the longest lag of all lanes nothing is left to add.
template <class Real> void spread(std::vector<Real>& due, int t, Real sum, Real lag, int longest) {
    const int last = static_cast<int>(largest(ceil(lag)));
    Real before = 0.0;
    for (int k = 0; k <= longest && k <= last; ++k) {
        const Real until_now = whole_yen(sum * due_within(k, lag));
        due[t + k] += until_now - before;
        before = until_now;
    }
}

/// Books an invoice of month t into the pipeline and returns what is paid at once. Parts are rounded cumulatively,
/// so they add up to the invoice.
template <class Real> Real invoice(Pipeline<Real>& pipeline, int t, Real amount, const Terms<Real>& terms) {
    const Real at_once = whole_yen(amount * terms.cash_share);            // TM-2
    const Real credit = amount - at_once;
    const Real by_note = whole_yen(credit * terms.note_share);            // TM-3
    const Real by_account = credit - by_note;
    const Real maturity = terms.lag + terms.note_sight;
    spread(pipeline.account_due, t, by_account, terms.lag, longest_lag);  // TM-4
    if (largest(by_note) > 0.0) {  // most companies know no notes
        spread(pipeline.turns_into_note, t, by_note, terms.lag, longest_lag);
        spread(pipeline.note_due, t, by_note, maturity, longest_note);
    }
    return at_once;
}

/// Lets an opening balance fall due in equal parts over the first months.
template <class Real> void open_balance(std::vector<Real>& due, Real balance, int months) {
    Real before = 0.0;
    for (int k = 0; k < months; ++k) {
        const Real until_now = whole_yen(balance * (k + 1) / months);
        due[k] += until_now - before;
        before = until_now;
    }
}

}  // namespace goho::accounting::terms
