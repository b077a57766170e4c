// What the equations may do with a number, whatever the number is: one double, or lanes of them.
// Every operation is branchless and gives the same bits for each type; none calls the C library,
// whose rounding functions differ in speed and kind between machines.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>

#ifdef __FAST_MATH__
#error "Whole yen need exact arithmetic, which -ffast-math (-Ofast) gives up: compile without it."
#endif

namespace goho {

/// One double is the plainest number type. Lanes (lanes.hpp) offers the same functions.
[[gnu::always_inline]] constexpr double select(bool condition, double when_true, double otherwise) {
    return condition ? when_true : otherwise;
}

// Found for Lanes by argument-dependent look-up, for double here.
template <class Real> [[gnu::always_inline]] constexpr Real max(Real a, Real b) { return select(a > b, a, b); }
template <class Real> [[gnu::always_inline]] constexpr Real min(Real a, Real b) { return select(a < b, a, b); }
template <class Real> [[gnu::always_inline]] constexpr Real positive_part(Real x) { return select(x > 0.0, x, Real(0.0)); }
template <class Real> [[gnu::always_inline]] constexpr Real abs(Real x) { return select(x < 0.0, -x, x); }

/// Largest whole number not above x, exact for |x| < 2^51 (2,251 trillion yen).
/// Adding and taking away 1.5 * 2^52 leaves no room for a fraction, so the sum rounds to a whole number.
template <class Real> [[gnu::always_inline]] constexpr Real floor(Real x) {
    constexpr double no_fraction = 6755399441055744.0;
    const Real nearest = (x + no_fraction) - no_fraction;
    return select(nearest > x, nearest - 1.0, nearest);
}

template <class Real> [[gnu::always_inline]] constexpr Real ceil(Real x) { return -floor(-x); }

/// Books are kept in whole yen: half a yen rounds up, also where binary arithmetic leaves it a hair short (1.015 x 1.015 x
/// 300,000 is 309,067.5 and not 309,067.49999999994). The nudge is that of drop_fraction.
template <class Real> [[gnu::always_inline]] constexpr Real whole_yen(Real x) { return floor(x + 0.500001); }

/// Fractions of a yen are dropped, as tax law and banks do. The nudge is smaller than any fraction that a
/// legal rate can produce and larger than the binary error of amounts up to ten billion yen, so that
/// 8% of 1,250 yen is 100 yen and not 99.
template <class Real> [[gnu::always_inline]] constexpr Real drop_fraction(Real x) { return floor(x + 1e-6); }

/// Drops what is below a multiple of `unit` (tax law: bases below 1,000 yen, amounts below 100 yen).
template <class Real> [[gnu::always_inline]] constexpr Real drop_below(Real x, double unit) {
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
template <class Real> [[gnu::always_inline]] constexpr Real divide_or(Real a, Real b, Real when_zero) {
    const auto zero = b == 0.0;
    return select(zero, when_zero, a / select(zero, Real(1.0), b));
}

// Growth and response. The C library's exp, log and pow differ in their last bits between machines and have no
// form for lanes, so they are reckoned here, from operations that every machine rounds alike. The error is below
// two units in the last place (tests/core/number_test.cpp).

namespace detail {
using Bits = std::uint64_t;
inline Bits to_bits(double x) { return std::bit_cast<Bits>(x); }
inline double from_bits(Bits b) { return std::bit_cast<double>(b); }
inline double square_root(double x) { return __builtin_sqrt(x); }

inline constexpr double no_fraction = 6755399441055744.0;  // 1.5 * 2^52, as in floor()
inline constexpr Bits no_fraction_bits = 0x4338000000000000;
}  // namespace detail

template <class Real> [[gnu::always_inline]] constexpr Real clamp(Real x, Real low, Real high) { return max(low, min(high, x)); }

/// e^x; beyond +-700 the result stays at the value there, so that nothing becomes infinite.
template <class Real> Real exp(Real x) {
    using namespace detail;
    const Real shifted = x * 1.4426950408889634 + no_fraction;
    const Real n = shifted - no_fraction;  // x = n ln 2 + r, |r| <= ln 2 / 2
    const Real r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
    // The series of e^r in pairs of pairs (Estrin's order), so that few steps wait for each other.
    const Real r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
    const Real low = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
    const Real middle = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40320.0 + r * (1.0 / 362880.0));
    const Real high = (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + r2 * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0));
    const Real p = (r + r2 * ((low + r4 * middle) + r8 * high)) + 1.0;
    const Real result = p * from_bits((to_bits(shifted) - no_fraction_bits + 1023) << 52);
    constexpr double largest = 0x1.d945df4f8ec8ep+1009, smallest = 0x1.14f2b0fb9307fp-1010;  // at +-700
    return select(x > 700.0, Real(largest), select(x < -700.0, Real(smallest), result));
}

/// Natural logarithm of a positive number.
template <class Real> Real log(Real x) {
    using namespace detail;
    constexpr Bits half_root = 0x3fe6a09e667f3bcd;  // the mantissa is brought between sqrt(1/2) and sqrt(2)
    constexpr Bits bias = 1024;                     // keeps the exponent above zero while it is shifted
    const auto exponent = (to_bits(x) - (half_root - (bias << 52))) >> 52;
    const Real m = from_bits(to_bits(x) - ((exponent - bias) << 52));
    const Real n = from_bits(exponent + (no_fraction_bits - bias)) - no_fraction;
    const Real f = m - 1.0;
    const Real s = f / (m + 1.0);
    const Real z = s * s;
    const Real z2 = z * z, z4 = z2 * z2, z8 = z4 * z4;
    const Real low = (2.0 / 3.0 + z * (2.0 / 5.0)) + z2 * (2.0 / 7.0 + z * (2.0 / 9.0));
    const Real middle = (2.0 / 11.0 + z * (2.0 / 13.0)) + z2 * (2.0 / 15.0 + z * (2.0 / 17.0));
    const Real high = (2.0 / 19.0 + z * (2.0 / 21.0)) + z2 * (2.0 / 23.0);
    const Real p = (low + z4 * middle) + z8 * high;
    const Real half_square = 0.5 * f * f;
    return n * 0.693147180369123816490 -
           ((half_square - (s * (half_square + p * z) + n * 1.90821492927058770002e-10)) - f);
}

/// base^exponent for a base of zero or more; zero to whatever power is zero.
template <class Real> Real pow(Real base, Real exponent) {
    const auto positive = base > 0.0;
    return select(positive, exp(exponent * log(select(positive, base, Real(1.0)))), Real(0.0));
}

template <class Real> [[gnu::always_inline]] inline Real sqrt(Real x) {
    using detail::square_root;
    return square_root(positive_part(x));
}

/// 1 / (1 + e^-x): from 0 to 1, a half at zero.
template <class Real> Real logistic(Real x) { return 1.0 / (1.0 + exp(-x)); }

}  // namespace goho
