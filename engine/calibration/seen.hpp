// A plain number of another type: the equations give the same bits with it as with a double, and whoever runs the model
// over it is shown what a module reckons within a month (simulation/noted.hpp). So the figures that books hold by item,
// such as the pay of a job group, can be read from a run without a second copy of the equations.
#pragma once

#include "core/number.hpp"

namespace goho::calibration {

class Seen {
public:
    Seen() = default;
    Seen(double value) : value_(value) {}
    double value() const { return value_; }

    Seen& operator+=(Seen b) { return *this = *this + b; }
    Seen& operator-=(Seen b) { return *this = *this - b; }
    Seen& operator*=(Seen b) { return *this = *this * b; }
    Seen& operator/=(Seen b) { return *this = *this / b; }

    friend Seen operator+(Seen a, Seen b) { return a.value_ + b.value_; }
    friend Seen operator-(Seen a, Seen b) { return a.value_ - b.value_; }
    friend Seen operator*(Seen a, Seen b) { return a.value_ * b.value_; }
    friend Seen operator/(Seen a, Seen b) { return a.value_ / b.value_; }
    friend Seen operator-(Seen a) { return -a.value_; }

    friend bool operator<(Seen a, Seen b) { return a.value_ < b.value_; }
    friend bool operator>(Seen a, Seen b) { return a.value_ > b.value_; }
    friend bool operator<=(Seen a, Seen b) { return a.value_ <= b.value_; }
    friend bool operator>=(Seen a, Seen b) { return a.value_ >= b.value_; }
    friend bool operator==(Seen a, Seen b) { return a.value_ == b.value_; }

    friend Seen select(bool condition, Seen when_true, Seen otherwise) { return condition ? when_true : otherwise; }
    friend Seen max(Seen a, Seen b) { return goho::max(a.value_, b.value_); }
    friend Seen min(Seen a, Seen b) { return goho::min(a.value_, b.value_); }
    friend Seen clamp(Seen x, Seen low, Seen high) { return goho::clamp(x.value_, low.value_, high.value_); }
    friend Seen positive_part(Seen x) { return goho::positive_part(x.value_); }
    friend Seen abs(Seen x) { return goho::abs(x.value_); }
    friend Seen floor(Seen x) { return goho::floor(x.value_); }
    friend Seen ceil(Seen x) { return goho::ceil(x.value_); }
    friend Seen whole_yen(Seen x) { return goho::whole_yen(x.value_); }
    friend Seen drop_fraction(Seen x) { return goho::drop_fraction(x.value_); }
    friend Seen drop_below(Seen x, double unit) { return goho::drop_below(x.value_, unit); }
    friend Seen power(Seen base, int exponent) { return goho::power(base.value_, exponent); }
    friend Seen pow(Seen base, Seen exponent) { return goho::pow(base.value_, exponent.value_); }
    friend Seen exp(Seen x) { return goho::exp(x.value_); }
    friend Seen log(Seen x) { return goho::log(x.value_); }
    friend Seen sqrt(Seen x) { return goho::sqrt(x.value_); }
    friend Seen logistic(Seen x) { return goho::logistic(x.value_); }
    friend Seen divide_or(Seen a, Seen b, Seen when_zero) { return goho::divide_or(a.value_, b.value_, when_zero.value_); }
    friend double largest(Seen x) { return x.value_; }

private:
    double value_ = 0.0;
};

}  // namespace goho::calibration
