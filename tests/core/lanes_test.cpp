#include "core/lanes.hpp"
#include "core/number.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <doctest/doctest.h>
#include <limits>
#include <random>

using goho::select;  // the C library has another

namespace {

using Four = goho::LanesOf<4>;
using Eight = goho::LanesOf<8>;

std::uint64_t bits(double x) { return std::bit_cast<std::uint64_t>(x); }

/// Numbers of every size a plan meets, both signs, whole and broken, with zeros and equal pairs among them.
class Draw {
public:
    double operator()() {
        const int kind = std::uniform_int_distribution<int>(0, 9)(random_);
        if (kind == 0) return 0.0;
        if (kind == 1) return -0.0;
        const double x = std::uniform_real_distribution<double>(-1.0, 1.0)(random_) *
                         std::pow(10.0, std::uniform_int_distribution<int>(-6, 12)(random_));
        return kind < 6 ? std::round(x) : x;
    }

private:
    std::mt19937_64 random_{20260401};
};

/// Calls f with lanes of random numbers, many times over.
template <class L, class F> void with_random_lanes(F&& f) {
    Draw draw;
    for (int round = 0; round < 2000; ++round) {
        L a, b, c;
        for (int i = 0; i < L::width; ++i) {
            a.set(i, draw());
            b.set(i, i % 3 == 0 ? a[i] : draw());
            c.set(i, draw());
        }
        f(a, b, c);
    }
}

/// Holds that an operation on lanes gives, in every lane, the bits it gives on doubles.
template <class L, class F> void same_bits(F&& operation) {
    with_random_lanes<L>([&](const L& a, const L& b, const L& c) {
        const L lanes = operation(a, b, c);
        for (int i = 0; i < L::width; ++i) {
            const double alone = operation(a[i], b[i], c[i]);
            if (bits(lanes[i]) != bits(alone) && !(std::isnan(lanes[i]) && std::isnan(alone))) {
                CAPTURE(a[i]);
                CAPTURE(b[i]);
                CAPTURE(c[i]);
                CHECK(lanes[i] == alone);
                CHECK(bits(lanes[i]) == bits(alone));
            }
        }
    });
    CHECK(true);  // counts the comparison, which speaks up only when bits differ
}

}  // namespace

TEST_CASE_TEMPLATE("lanes: a plain number means the same in every lane", L, Four, Eight) {
    const L lanes = 2.5;
    const L none;
    for (int i = 0; i < L::width; ++i) {
        CHECK(lanes[i] == 2.5);
        CHECK(none[i] == 0.0);
    }
}

TEST_CASE_TEMPLATE("lanes: every lane keeps its own number", L, Four, Eight) {
    L lanes;
    for (int i = 0; i < L::width; ++i) lanes.set(i, 10.0 * i);
    for (int i = 0; i < L::width; ++i) CHECK(lanes[i] == 10.0 * i);
    lanes.set(1, -1.0);
    CHECK(lanes[0] == 0.0);
    CHECK(lanes[1] == -1.0);
    CHECK(lanes[2] == 20.0);
}

TEST_CASE_TEMPLATE("lanes: arithmetic gives the bits of one double", L, Four, Eight) {
    same_bits<L>([](auto a, auto b, auto) { return a + b; });
    same_bits<L>([](auto a, auto b, auto) { return a - b; });
    same_bits<L>([](auto a, auto b, auto) { return a * b; });
    same_bits<L>([](auto a, auto b, auto) { return a / b; });
    same_bits<L>([](auto a, auto, auto) { return -a; });
    same_bits<L>([](auto a, auto b, auto c) { return a += b, a -= c, a *= b, a /= c, a; });
}

TEST_CASE_TEMPLATE("lanes: a multiplication and an addition are not fused", L, Four, Eight) {
    same_bits<L>([](auto a, auto b, auto c) { return a * b + c; });
    same_bits<L>([](auto a, auto b, auto c) { return a * b - c * a; });
    const double e = std::ldexp(1.0, -30);
    const L product = L(1.0 + e) * L(1.0 - e) - L(1.0);  // fused: -2^-60; rounded in between: 0
    for (int i = 0; i < L::width; ++i) CHECK(product[i] == 0.0);
}

TEST_CASE_TEMPLATE("lanes: plain numbers mix with lanes on either side", L, Four, Eight) {
    same_bits<L>([](auto a, auto, auto) { return 1.0 + a; });
    same_bits<L>([](auto a, auto, auto) { return a + 1.0; });
    same_bits<L>([](auto a, auto, auto) { return 100.0 - a * 0.1; });
    same_bits<L>([](auto a, auto, auto) { return 12.0 / a / 3.0; });
    same_bits<L>([](auto a, auto b, auto) { return select(a > 0.0, b, a); });
}

TEST_CASE_TEMPLATE("lanes: comparisons choose lane by lane", L, Four, Eight) {
    same_bits<L>([](auto a, auto b, auto c) { return select(a < b, a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select(a > b, a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select(a <= b, a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select(a >= b, a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select(a == b, a, c); });
}

TEST_CASE_TEMPLATE("lanes: masks join as conditions do", L, Four, Eight) {
    // & and | on bool are & and | on masks; ! is ! on both.
    same_bits<L>([](auto a, auto b, auto c) { return select((a < b) & (b < c), a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select((a < b) | (b == c), a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select(!(a < b), a, c); });
    same_bits<L>([](auto a, auto b, auto c) { return select(!((a < b) & !(b >= c)), a, b); });
}

TEST_CASE_TEMPLATE("lanes: the functions of number.hpp give the bits of one double", L, Four, Eight) {
    same_bits<L>([](auto a, auto b, auto) { return goho::max(a, b); });
    same_bits<L>([](auto a, auto b, auto) { return goho::min(a, b); });
    same_bits<L>([](auto a, auto, auto) { return goho::positive_part(a); });
    same_bits<L>([](auto a, auto, auto) { return goho::abs(a); });
    same_bits<L>([](auto a, auto, auto) { return goho::floor(a); });
    same_bits<L>([](auto a, auto, auto) { return goho::ceil(a); });
    same_bits<L>([](auto a, auto, auto) { return goho::whole_yen(a); });
    same_bits<L>([](auto a, auto, auto) { return goho::drop_fraction(a); });
    same_bits<L>([](auto a, auto, auto) { return goho::drop_below(a, 100.0); });
    same_bits<L>([](auto a, auto, auto) { return goho::drop_below(a, 1000.0); });
    same_bits<L>([](auto a, auto, auto) { return goho::power(a, 0); });
    same_bits<L>([](auto a, auto, auto) { return goho::power(a, 7); });
    same_bits<L>([](auto a, auto b, auto c) { return goho::divide_or(a, b, c); });
}

TEST_CASE_TEMPLATE("lanes: one lane's zero or infinity does not touch its neighbours", L, Four, Eight) {
    L divisor = 2.0;
    divisor.set(1, 0.0);
    const L guarded = goho::divide_or(L(10.0), divisor, L(-1.0));
    const L bare = L(10.0) / divisor;
    for (int i = 0; i < L::width; ++i) {
        CHECK(guarded[i] == (i == 1 ? -1.0 : 5.0));
        CHECK(bare[i] == (i == 1 ? std::numeric_limits<double>::infinity() : 5.0));
    }
}
