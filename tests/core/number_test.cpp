#include "core/number.hpp"

#include "core/lanes.hpp"

#include <array>
#include <cmath>
#include <doctest/doctest.h>
#include <limits>
#include <random>

namespace {
constexpr double largest_exact = 2251799813685248.0;  // 2^51
}

TEST_CASE("number: the floor of a number is the largest whole number not above it") {
    CHECK(goho::floor(2.0) == 2.0);
    CHECK(goho::floor(2.5) == 2.0);
    CHECK(goho::floor(2.999999) == 2.0);
    CHECK(goho::floor(0.0) == 0.0);
    CHECK(goho::floor(0.3) == 0.0);
    CHECK(goho::floor(-0.3) == -1.0);
    CHECK(goho::floor(-2.0) == -2.0);
    CHECK(goho::floor(-2.5) == -3.0);
    CHECK(goho::floor(-1e-300) == -1.0);
    CHECK(goho::ceil(2.1) == 3.0);
    CHECK(goho::ceil(-2.1) == -2.0);
    CHECK(goho::ceil(7.0) == 7.0);
}

TEST_CASE("number: the floor agrees with the C library up to 2^51") {
    std::mt19937_64 random(20260401);
    for (int bits = 0; bits < 51; ++bits) {
        const double size = std::ldexp(1.0, bits);
        for (int i = 0; i < 200; ++i) {
            const double x = std::uniform_real_distribution<double>(-2.0 * size, 2.0 * size)(random);
            CAPTURE(x);
            if (std::abs(x) < largest_exact) CHECK(goho::floor(x) == std::floor(x));
            const double whole = std::floor(x);
            for (const double edge : {whole, whole + 0.5, std::nextafter(whole, -largest_exact), std::nextafter(whole, largest_exact)}) {
                CAPTURE(edge);
                if (std::abs(edge) < largest_exact) CHECK(goho::floor(edge) == std::floor(edge));
            }
        }
    }
    CHECK(goho::floor(largest_exact - 0.5) == largest_exact - 1.0);
    CHECK(goho::floor(-largest_exact + 0.5) == -largest_exact);
}

TEST_CASE("number: half a yen rounds up, below zero too") {
    CHECK(goho::whole_yen(100.4) == 100.0);
    CHECK(goho::whole_yen(100.5) == 101.0);
    CHECK(goho::whole_yen(101.5) == 102.0);  // not to the even yen
    CHECK(goho::whole_yen(-100.4) == -100.0);
    CHECK(goho::whole_yen(-100.5) == -100.0);
    CHECK(goho::whole_yen(-100.6) == -101.0);
    CHECK(goho::whole_yen(123456789012.5) == 123456789013.0);
}

TEST_CASE("number: dropping the fraction keeps the yen that binary fractions would lose") {
    CHECK(goho::drop_fraction(100.999) == 100.0);
    CHECK(1250.0 * 0.08 == 100.0);
    CHECK(goho::drop_fraction(1250.0 * 0.08) == 100.0);
    CHECK(4.35 * 100.0 < 435.0);  // the binary product lies below
    CHECK(goho::drop_fraction(4.35 * 100.0) == 435.0);
    for (int yen = 0; yen < 20000; ++yen) {
        CAPTURE(yen);
        const int at_8 = yen * 8 / 100, at_10 = yen / 10, at_78 = yen * 78 / 1000;  // exact, in whole numbers
        CHECK(goho::drop_fraction(yen * 0.08) == at_8);
        CHECK(goho::drop_fraction(yen * 0.10) == at_10);
        CHECK(goho::drop_fraction(yen * 0.078) == at_78);
    }
}

TEST_CASE("number: dropping the fraction is exact for ten billion yen at every legal rate") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 20000; ++i) {
        const long long yen = std::uniform_int_distribution<long long>(0, 10'000'000'000)(random);
        CAPTURE(yen);
        for (const long long per_mille : {100LL, 80LL, 78LL, 62LL, 220LL, 150LL, 232LL, 103LL, 37LL}) {
            CAPTURE(per_mille);
            CHECK(goho::drop_fraction(static_cast<double>(yen) * (static_cast<double>(per_mille) / 1000.0)) ==
                  static_cast<double>(yen * per_mille / 1000));
        }
    }
}

TEST_CASE("number: what is below a multiple of the unit is dropped") {
    CHECK(goho::drop_below(1'999.0, 1000.0) == 1000.0);
    CHECK(goho::drop_below(2'000.0, 1000.0) == 2000.0);
    CHECK(goho::drop_below(999.0, 1000.0) == 0.0);
    CHECK(goho::drop_below(123'456'789.0, 100.0) == 123'456'700.0);
    CHECK(goho::drop_below(0.0, 100.0) == 0.0);
    CHECK(goho::drop_below(-1.0, 100.0) == -100.0);
    CHECK(goho::drop_below(1'234'567'890'123.0, 1000.0) == 1'234'567'890'000.0);
}

TEST_CASE("number: select, min, max, positive part and absolute value") {
    CHECK(goho::select(true, 1.0, 2.0) == 1.0);
    CHECK(goho::select(false, 1.0, 2.0) == 2.0);
    CHECK(goho::max(-1.0, 2.0) == 2.0);
    CHECK(goho::min(-1.0, 2.0) == -1.0);
    CHECK(goho::positive_part(-3.0) == 0.0);
    CHECK(goho::positive_part(3.0) == 3.0);
    CHECK(goho::abs(-3.5) == 3.5);
    CHECK(goho::abs(3.5) == 3.5);
}

TEST_CASE("number: a whole power is a product") {
    CHECK(goho::power(1.5, 0) == 1.0);
    CHECK(goho::power(1.5, 1) == 1.5);
    CHECK(goho::power(2.0, 10) == 1024.0);
    CHECK(goho::power(0.0, 0) == 1.0);
    CHECK(goho::power(-3.0, 3) == -27.0);
    CHECK(goho::power(1.005, 120) == doctest::Approx(std::pow(1.005, 120)).epsilon(1e-14));
}

TEST_CASE("number: a division says what zero means") {
    CHECK(goho::divide_or(6.0, 3.0, 99.0) == 2.0);
    CHECK(goho::divide_or(6.0, 0.0, 99.0) == 99.0);
    CHECK(goho::divide_or(0.0, 0.0, -1.0) == -1.0);
    CHECK(goho::divide_or(6.0, -0.0, 99.0) == 99.0);
}

static_assert(goho::floor(-0.5) == -1.0, "rounding is known at compile time too");
static_assert(goho::drop_below(15'999.0, 1000.0) == 15'000.0);

namespace {

/// Distance between two positive doubles, in units in the last place.
double ulps(double a, double b) { return std::fabs(a - b) / (std::nextafter(std::fabs(b), 1e308) - std::fabs(b)); }

}  // namespace

TEST_CASE("number: exp and log are within two units in the last place of the exact value") {
    std::mt19937_64 draw(7);
    double worst_exp = 0.0, worst_log = 0.0;
    for (int i = 0; i < 200000; ++i) {
        const double x = static_cast<double>(draw() >> 11) * 0x1p-53 * 80.0 - 40.0;
        worst_exp = std::max(worst_exp, ulps(goho::exp(x), std::exp(x)));
        const double y = i % 2 == 0 ? std::exp(x) : 0.5 + std::fabs(x) / 20.0;
        worst_log = std::max(worst_log, ulps(goho::log(y), std::log(y)));
    }
    CHECK(worst_exp <= 2.0);
    CHECK(worst_log <= 2.0);
}

TEST_CASE("number: what is neutral stays exactly neutral") {
    CHECK(goho::exp(0.0) == 1.0);
    CHECK(goho::log(1.0) == 0.0);
    CHECK(goho::pow(1.0, 0.37) == 1.0);
    CHECK(goho::pow(3.5, 0.0) == 1.0);
    CHECK(goho::pow(0.0, 0.5) == 0.0);
    CHECK(goho::logistic(0.0) == 0.5);
    CHECK(goho::sqrt(9.0) == 3.0);
}

TEST_CASE("number: nothing becomes infinite") {
    CHECK(std::isfinite(goho::exp(1e9)));
    CHECK(goho::exp(-1e9) > 0.0);
    CHECK(std::isfinite(goho::log(0.0)));
    CHECK(goho::sqrt(-1.0) == 0.0);
}

TEST_CASE("number: lanes give the bits of a single double") {
    std::mt19937_64 draw(11);
    for (int i = 0; i < 2000; ++i) {
        goho::Lanes x, y;
        std::array<double, 8> a{}, b{};
        for (int k = 0; k < 8; ++k) {
            a[k] = static_cast<double>(draw() >> 11) * 0x1p-53 * 60.0 - 30.0;
            b[k] = goho::exp(a[k] / 3.0);
            x.set(k, a[k]);
            y.set(k, b[k]);
        }
        const goho::Lanes e = goho::exp(x), l = goho::log(y), p = goho::pow(y, x * 0.1), r = goho::sqrt(y);
        for (int k = 0; k < 8; ++k) {
            CHECK(e[k] == goho::exp(a[k]));
            CHECK(l[k] == goho::log(b[k]));
            CHECK(p[k] == goho::pow(b[k], a[k] * 0.1));
            CHECK(r[k] == goho::sqrt(b[k]));
        }
    }
}
