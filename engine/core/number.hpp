// What the equations may do with a number, whatever the number is: one double, or lanes of them.
// Every operation is branchless and gives the same bits for each type; none calls the C library,
// whose rounding functions differ in speed and kind between machines.
#pragma once

namespace goho {

/// One double is the plainest number type. Lanes (lanes.hpp) offers the same functions.
constexpr double select(bool condition, double when_true, double otherwise) {
    return condition ? when_true : otherwise;
}

// Found for Lanes by argument-dependent look-up, for double here.
template <class Real> constexpr Real max(Real a, Real b) { return select(a > b, a, b); }
template <class Real> constexpr Real min(Real a, Real b) { return select(a < b, a, b); }
template <class Real> constexpr Real positive_part(Real x) { return select(x > 0.0, x, Real(0.0)); }
template <class Real> constexpr Real abs(Real x) { return select(x < 0.0, -x, x); }

/// Largest whole number not above x, exact for |x| < 2^51 (2,251 trillion yen).
/// Adding and taking away 1.5 * 2^52 leaves no room for a fraction, so the sum rounds to a whole number.
template <class Real> constexpr Real floor(Real x) {
    constexpr double no_fraction = 6755399441055744.0;
    const Real nearest = (x + no_fraction) - no_fraction;
    return select(nearest > x, nearest - 1.0, nearest);
}

template <class Real> constexpr Real ceil(Real x) { return -floor(-x); }

/// Books are kept in whole yen: half a yen rounds up.
template <class Real> constexpr Real whole_yen(Real x) { return floor(x + 0.5); }

/// Fractions of a yen are dropped, as tax law and banks do. The nudge is smaller than any fraction that a
/// legal rate can produce and larger than the binary error of amounts up to ten billion yen, so that
/// 8% of 1,250 yen is 100 yen and not 99.
template <class Real> constexpr Real drop_fraction(Real x) { return floor(x + 1e-6); }

/// Drops what is below a multiple of `unit` (tax law: bases below 1,000 yen, amounts below 100 yen).
template <class Real> constexpr Real drop_below(Real x, double unit) {
    return floor((x + 1e-6) / unit) * unit;
}

/// base to a whole power, by squaring; the exponent belongs to the plan and is the same in every lane.
template <class Real> constexpr Real power(Real base, int exponent) {
    Real result = 1.0;
    for (int n = exponent; n > 0; n /= 2) {
        if (n % 2 == 1) result = result * base;
        base = base * base;
    }
    return result;
}

/// The largest of all lanes. Only for leaving out work that would add nothing, never for a result.
constexpr double largest(double x) { return x; }

/// a / b where b may be zero, in which case the meaning of zero decides.
template <class Real> constexpr Real divide_or(Real a, Real b, Real when_zero) {
    const auto zero = b == 0.0;
    return select(zero, when_zero, a / select(zero, Real(1.0), b));
}

}  // namespace goho
