// A number that remembers gives the bits of a plain one, and its tape says what was done.
#include "core/traced.hpp"

#include <bit>
#include <cstdint>
#include <doctest/doctest.h>
#include <random>

using goho::Op;
using goho::Tape;
using goho::TapeScope;
using goho::Traced;
using goho::select;

namespace {

std::uint64_t bits(double x) { return std::bit_cast<std::uint64_t>(x); }

Traced kept(double x) {
    Traced t = x;
    t.keep();
    return t;
}

/// Everything that equations do with numbers, in one value after the other.
template <class Real, class See> void everything(Real a, Real b, Real c, See&& see) {
    using namespace goho;
    using goho::abs, goho::ceil, goho::exp, goho::floor, goho::log, goho::pow, goho::sqrt;  // not those of the C library
    see(a + b), see(a - b), see(a * b), see(a / b), see(-a), see(a * 3), see(1.0 / a);
    Real sum = 0.0;
    sum += a, sum -= b, sum *= c, sum /= Real(7.0);
    see(sum);
    see(max(a, b)), see(min(a, b)), see(clamp(a, min(b, c), max(b, c))), see(positive_part(a)), see(abs(a));
    see(floor(a)), see(ceil(a)), see(whole_yen(a)), see(drop_fraction(a)), see(drop_below(a, 100.0)), see(power(a, 5));
    see(divide_or(a, b, c)), see(divide_or(a, b - b, c));
    see(exp(a / 1e9)), see(log(abs(b) + 1.0)), see(pow(abs(a), Real(0.5))), see(sqrt(a)), see(logistic(b));
    see(select(a > b, a, b)), see(select(!(a < b), a, c)), see(select((a <= b) & (b >= c), a, b)), see(select((a == b) | (b > c), a, c));
    see(Real(largest(a)));
}

}  // namespace

TEST_CASE("traced: every operation gives the bits of a double") {
    std::mt19937_64 random(20260401);
    const auto draw = [&] {
        const double x = std::uniform_real_distribution<double>(-1e6, 1e6)(random);
        const auto kind = random() % 6;
        return kind == 0 ? 0.0 : kind == 1 ? -0.0 : kind == 2 ? static_cast<double>(static_cast<int>(x)) : x;
    };
    for (int round = 0; round < 2000; ++round) {
        const double a = draw(), b = draw(), c = draw();
        std::vector<double> plain, traced, off_tape;
        everything<double>(a, b, c, [&](double x) { plain.push_back(x); });
        everything<Traced>(a, b, c, [&](const Traced& x) { off_tape.push_back(x.value()); });
        Tape tape;
        const TapeScope scope(tape);
        everything<Traced>(kept(a), kept(b), kept(c), [&](const Traced& x) { traced.push_back(x.value()); });
        REQUIRE(plain.size() == traced.size());
        for (std::size_t i = 0; i < plain.size(); ++i) {
            CAPTURE(i);
            REQUIRE(bits(plain[i]) == bits(traced[i]));
            REQUIRE(bits(plain[i]) == bits(off_tape[i]));
        }
    }
}

TEST_CASE("traced: the tape holds each step as a person counts it") {
    Tape tape;
    const TapeScope scope(tape);
    const Traced price = kept(1000.0), volume = kept(1.5);
    const auto before = tape.size();
    const Traced sales = whole_yen(price * volume);
    CHECK(tape.size() == before + 2);
    CHECK(tape[sales.id()].op == Op::whole_yen);
    const auto& product = tape[tape[sales.id()].a];
    CHECK(product.op == Op::multiply);
    CHECK(product.a == price.id());
    CHECK(product.b == volume.id());
    CHECK(product.value == 1500.0);
}

TEST_CASE("traced: a choice remembers what decided it and what was not chosen") {
    Tape tape;
    const TapeScope scope(tape);
    const Traced a = kept(3.0), b = kept(5.0);
    const Traced chosen = select(a > b, a, b);
    const auto& entry = tape[chosen.id()];
    CHECK(entry.op == Op::select);
    CHECK(entry.a == b.id());
    CHECK(entry.c == a.id());
    CHECK(tape[entry.b].op == Op::greater);
    CHECK(tape[entry.b].value == 0.0);
}

TEST_CASE("traced: constants leave no trace until a figure meets them") {
    Tape tape;
    const TapeScope scope(tape);
    const Traced twelve = Traced(3.0) * 4.0;
    CHECK(twelve.id() == 0);
    CHECK(tape.size() == 1);
    const Traced rate = kept(0.03);
    const Traced monthly = rate / twelve;
    CHECK(tape[tape[monthly.id()].b].op == Op::constant);
    CHECK(tape[tape[monthly.id()].b].value == 12.0);
}

TEST_CASE("traced: outside of a scope it is a plain number") {
    Tape tape;
    {
        const TapeScope scope(tape);
        CHECK(kept(1.0).id() == 1);
    }
    Traced x = 2.0;
    x.keep();
    x = x * x + 1.0;
    CHECK(x.id() == 0);
    CHECK(x.value() == 5.0);
    CHECK(tape.size() == 2);
}
