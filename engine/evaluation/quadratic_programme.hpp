// The best division of a fixed effort over tasks: max b'e - (e - e0)'C(e - e0)/2 with sum e = 1 and e >= 0. A small
// active-set solver of a fixed number of rounds, so that it runs in lanes; a test holds it against an independent
// one. Theory: docs/model/evaluation.md, EV-3.
#pragma once

#include "core/number.hpp"

#include <array>

namespace goho::evaluation {

inline constexpr int most_tasks = 8;
template <class Real> using Vector = std::array<Real, most_tasks>;
template <class Real, int Size = most_tasks> using Matrix = std::array<std::array<Real, Size>, Size>;

namespace detail {

/// Solves M x = r and M y = s for a symmetric positive definite M of size n, by elimination without pivoting.
template <class Real, std::size_t Size> void solve_two(std::array<std::array<Real, Size>, Size>& m, Vector<Real>& r, Vector<Real>& s, int n) {
    for (int k = 0; k < n; ++k) {
        const Real inverse = 1.0 / m[k][k];
        for (int i = k + 1; i < n; ++i) {
            const Real factor = m[i][k] * inverse;
            for (int j = k + 1; j < n; ++j) m[i][j] -= factor * m[k][j];
            r[i] -= factor * r[k];
            s[i] -= factor * s[k];
        }
    }
    for (int i = n - 1; i >= 0; --i) {
        for (int j = i + 1; j < n; ++j) {
            r[i] -= m[i][j] * r[j];
            s[i] -= m[i][j] * s[j];
        }
        const Real inverse = 1.0 / m[i][i];
        r[i] = r[i] * inverse;
        s[i] = s[i] * inverse;
    }
}

}  // namespace detail

/// The n shares of effort that maximise the programme. `habit` adds up to 1 and is positive everywhere.      EV-3
/// A task whose share would fall below zero is held at zero; it is let go again when its marginal gain asks for it.
template <class Real, std::size_t Size>
Vector<Real> best_effort(const std::array<std::array<Real, Size>, Size>& cost, const Vector<Real>& gain, const Vector<Real>& habit, int n) {
    Vector<Real> held{};    // 1 = held at zero
    Vector<Real> effort{};
    for (int round = 0; round < 2 * n; ++round) {
        std::array<std::array<Real, Size>, Size> m;
        Vector<Real> r, ones;
        for (int i = 0; i < n; ++i) {
            const Real free_i = 1.0 - held[i];
            Real pulled = gain[i];
            for (int j = 0; j < n; ++j) {
                const Real both = free_i * (1.0 - held[j]);
                m[i][j] = i == j ? both * cost[i][j] + held[i] : both * cost[i][j];
                pulled += cost[i][j] * held[j] * habit[j];
            }
            r[i] = free_i * pulled - held[i] * habit[i];
            ones[i] = free_i;
        }
        detail::solve_two(m, r, ones, n);
        Real sum_r = 0.0, sum_ones = 0.0;
        for (int i = 0; i < n; ++i) {
            sum_r += r[i];
            sum_ones += (1.0 - held[i]) * ones[i];
        }
        const Real price = divide_or(sum_r, sum_ones, Real(0.0));  // what one more unit of effort is worth
        Real moved = 0.0;
        for (int i = 0; i < n; ++i) effort[i] = habit[i] + r[i] - price * (1.0 - held[i]) * ones[i];
        for (int i = 0; i < n; ++i) {
            Real marginal = gain[i] - price;
            for (int j = 0; j < n; ++j) marginal -= cost[i][j] * (effort[j] - habit[j]);
            const Real next = select(held[i] > 0.5, select(marginal > 1e-9, Real(0.0), Real(1.0)),
                                     select(effort[i] < -1e-12, Real(1.0), Real(0.0)));
            moved += abs(next - held[i]);
            held[i] = next;
        }
        if (largest(moved) == 0.0) break;  // nothing would change any more in any lane
    }
    for (int i = 0; i < n; ++i) effort[i] = positive_part(effort[i]);
    return effort;
}

}  // namespace goho::evaluation
