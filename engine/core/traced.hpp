// A number that remembers how it came about: its value, and its place on a tape of operations. The equations run over
// it as over a double and give the same bits; the tape then answers why a result is what it is. What a person thinks
// of as one step (rounding, the larger of two, a power) is one entry. Leaves out what the numbers mean: names are
// given from outside (analysis/recording.hpp). Decision: docs/decisions/0010-why-from-the-run.md.
#pragma once

#include "core/number.hpp"

#include <cstdint>
#include <vector>

namespace goho {

enum class Op : std::uint8_t {
    constant, add, subtract, multiply, divide, divide_or, negate, maximum, minimum, clamp, positive_part, absolute, floor,
    ceil, whole_yen, drop_fraction, drop_below, power, pow, exp, log, sqrt, logistic,
    select,                                                           // chosen branch, condition, other branch
    less, greater, at_most, at_least, equal, both, either, opposite,  // conditions: 1 holds, 0 does not
};

/// The operations of a run in the order in which they happened; an operand always stands before its operation.
class Tape {
public:
    using Id = std::uint32_t;  // 0: no entry
    struct Entry {
        double value = 0.0;
        Id a = 0, b = 0, c = 0;
        Op op = Op::constant;
    };

    Tape() : entries_(1) {}
    Id add(const Entry& entry) {
        entries_.push_back(entry);
        return static_cast<Id>(entries_.size() - 1);
    }
    const Entry& operator[](Id id) const { return entries_[id]; }
    Id size() const { return static_cast<Id>(entries_.size()); }

    /// An entry whose value decided how much was reckoned (`largest`): another value would need another tape.
    void look_at(Id id) { looked_at_.push_back(id); }
    const std::vector<Id>& looked_at() const { return looked_at_; }

private:
    std::vector<Entry> entries_;
    std::vector<Id> looked_at_;
};

namespace detail {
inline constinit thread_local Tape* tape_in_use = nullptr;
}  // namespace detail

/// While it lives, numbers of this thread are written on `tape`; without one a Traced is a plain number.
class TapeScope {
public:
    explicit TapeScope(Tape& tape) : before_(detail::tape_in_use) { detail::tape_in_use = &tape; }
    ~TapeScope() { detail::tape_in_use = before_; }
    TapeScope(const TapeScope&) = delete;
    TapeScope& operator=(const TapeScope&) = delete;

private:
    Tape* before_;
};

class Traced {
public:
    /// The outcome of a comparison; its entry lets a choice say what decided it.
    struct Condition {
        bool holds = false;
        Tape::Id id = 0;
        operator bool() const { return holds; }
    };

    Traced() = default;
    Traced(double constant) : value_(constant) {}  // a plain number comes from nowhere
    Traced(double value, Tape::Id id) : value_(value), id_(id) {}

    double value() const { return value_; }
    Tape::Id id() const { return id_; }

    /// Gives a constant an entry of its own, so that it can carry a name.
    void keep() {
        if (id_ == 0 && detail::tape_in_use) id_ = entry_of(*this);
    }

    Traced& operator+=(const Traced& b) { return *this = *this + b; }
    Traced& operator-=(const Traced& b) { return *this = *this - b; }
    Traced& operator*=(const Traced& b) { return *this = *this * b; }
    Traced& operator/=(const Traced& b) { return *this = *this / b; }

    friend Traced operator+(const Traced& a, const Traced& b) { return made(Op::add, a.value_ + b.value_, a, b); }
    friend Traced operator-(const Traced& a, const Traced& b) { return made(Op::subtract, a.value_ - b.value_, a, b); }
    friend Traced operator*(const Traced& a, const Traced& b) { return made(Op::multiply, a.value_ * b.value_, a, b); }
    friend Traced operator/(const Traced& a, const Traced& b) { return made(Op::divide, a.value_ / b.value_, a, b); }
    friend Traced operator-(const Traced& a) { return made(Op::negate, -a.value_, a); }

    friend Condition operator<(const Traced& a, const Traced& b) { return compared(Op::less, a.value_ < b.value_, a, b); }
    friend Condition operator>(const Traced& a, const Traced& b) { return compared(Op::greater, a.value_ > b.value_, a, b); }
    friend Condition operator<=(const Traced& a, const Traced& b) { return compared(Op::at_most, a.value_ <= b.value_, a, b); }
    friend Condition operator>=(const Traced& a, const Traced& b) { return compared(Op::at_least, a.value_ >= b.value_, a, b); }
    friend Condition operator==(const Traced& a, const Traced& b) { return compared(Op::equal, a.value_ == b.value_, a, b); }
    friend Condition operator&(const Condition& a, const Condition& b) { return joined(Op::both, a.holds && b.holds, a, b); }
    friend Condition operator|(const Condition& a, const Condition& b) { return joined(Op::either, a.holds || b.holds, a, b); }
    friend Condition operator!(const Condition& a) {
        return {!a.holds, made(Op::opposite, a.holds ? 0.0 : 1.0, Traced(a.holds ? 1.0 : 0.0, a.id)).id_};
    }

    friend Traced select(const Condition& condition, const Traced& when_true, const Traced& otherwise) {
        const Traced& chosen = condition.holds ? when_true : otherwise;
        const Traced& other = condition.holds ? otherwise : when_true;
        Tape* const tape = detail::tape_in_use;
        if (!tape || condition.id == 0) return chosen;
        return {chosen.value_, tape->add({chosen.value_, entry_of(chosen), condition.id, entry_of(other), Op::select})};
    }
    friend Traced select(bool condition, const Traced& when_true, const Traced& otherwise) {
        return condition ? when_true : otherwise;
    }

    friend Traced max(const Traced& a, const Traced& b) { return made(Op::maximum, max(a.value_, b.value_), a, b); }
    friend Traced min(const Traced& a, const Traced& b) { return made(Op::minimum, min(a.value_, b.value_), a, b); }
    friend Traced clamp(const Traced& x, const Traced& low, const Traced& high) {
        return made(Op::clamp, clamp(x.value_, low.value_, high.value_), x, low, high);
    }
    friend Traced positive_part(const Traced& x) { return made(Op::positive_part, positive_part(x.value_), x); }
    friend Traced abs(const Traced& x) { return made(Op::absolute, goho::abs(x.value_), x); }
    friend Traced floor(const Traced& x) { return made(Op::floor, goho::floor(x.value_), x); }
    friend Traced ceil(const Traced& x) { return made(Op::ceil, goho::ceil(x.value_), x); }
    friend Traced whole_yen(const Traced& x) { return made(Op::whole_yen, whole_yen(x.value_), x); }
    friend Traced drop_fraction(const Traced& x) { return made(Op::drop_fraction, drop_fraction(x.value_), x); }
    friend Traced drop_below(const Traced& x, double unit) {
        return made(Op::drop_below, drop_below(x.value_, unit), x, Traced(unit));
    }
    friend Traced power(const Traced& base, int exponent) {
        return made(Op::power, power(base.value_, exponent), base, Traced(exponent));
    }
    friend Traced pow(const Traced& base, const Traced& exponent) {
        return made(Op::pow, goho::pow(base.value_, exponent.value_), base, exponent);
    }
    friend Traced exp(const Traced& x) { return made(Op::exp, goho::exp(x.value_), x); }
    friend Traced log(const Traced& x) { return made(Op::log, goho::log(x.value_), x); }
    friend Traced sqrt(const Traced& x) { return made(Op::sqrt, goho::sqrt(x.value_), x); }
    friend Traced logistic(const Traced& x) { return made(Op::logistic, logistic(x.value_), x); }
    friend Traced divide_or(const Traced& a, const Traced& b, const Traced& when_zero) {
        return made(Op::divide_or, divide_or(a.value_, b.value_, when_zero.value_), a, b, when_zero);
    }
    friend double largest(const Traced& x) {
        if (detail::tape_in_use && x.id_ != 0) detail::tape_in_use->look_at(x.id_);
        return x.value_;
    }

private:
    double value_ = 0.0;
    Tape::Id id_ = 0;

    static Tape::Id entry_of(const Traced& x) {
        return x.id_ != 0 ? x.id_ : detail::tape_in_use->add({x.value_, 0, 0, 0, Op::constant});
    }
    // An operation on constants alone gives a constant: it explains nothing.
    static Traced made(Op op, double value, const Traced& a) {
        Tape* const tape = detail::tape_in_use;
        if (!tape || a.id_ == 0) return value;
        return {value, tape->add({value, a.id_, 0, 0, op})};
    }
    static Traced made(Op op, double value, const Traced& a, const Traced& b) {
        Tape* const tape = detail::tape_in_use;
        if (!tape || (a.id_ == 0 && b.id_ == 0)) return value;
        const Tape::Id first = entry_of(a), second = entry_of(b);
        return {value, tape->add({value, first, second, 0, op})};
    }
    static Traced made(Op op, double value, const Traced& a, const Traced& b, const Traced& c) {
        Tape* const tape = detail::tape_in_use;
        if (!tape || (a.id_ == 0 && b.id_ == 0 && c.id_ == 0)) return value;
        const Tape::Id first = entry_of(a), second = entry_of(b), third = entry_of(c);
        return {value, tape->add({value, first, second, third, op})};
    }
    static Condition compared(Op op, bool holds, const Traced& a, const Traced& b) {
        return {holds, made(op, holds ? 1.0 : 0.0, a, b).id_};
    }
    static Condition joined(Op op, bool holds, const Condition& a, const Condition& b) {
        return compared(op, holds, Traced(a.holds ? 1.0 : 0.0, a.id), Traced(b.holds ? 1.0 : 0.0, b.id));
    }
};

}  // namespace goho
