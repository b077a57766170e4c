// Several doubles in lock-step: an equation written over a number type runs that many trials at once.
// Kept as native compiler vectors with eager, by-value operators; see docs/decisions/ for why not Eigen::Array.
#pragma once

#include <cstdint>
#include <cstring>

namespace goho {

/// The machine's vectors: numbers, bit patterns, and what the compiler makes of a comparison.
template <int Width> struct Native;
#define GOHO_NATIVE(width)                                                      \
    template <> struct Native<width> {                                          \
        typedef double Vector __attribute__((vector_size(8 * width)));          \
        typedef std::uint64_t Bits __attribute__((vector_size(8 * width)));     \
        typedef std::int64_t Truth __attribute__((vector_size(8 * width)));     \
    };
GOHO_NATIVE(2)
GOHO_NATIVE(4)
GOHO_NATIVE(8)
#undef GOHO_NATIVE

#define GOHO_LANE [[gnu::always_inline]] friend

/// `Width` doubles, `Native` of them in a vector of the machine; the results do not depend on `Native`.
/// This is the pair of two halves; what fills one vector alone stands below.
template <int Width, int Native = 4> class LanesOf {
    static_assert(Width > Native && Width % (2 * Native) == 0, "lanes fill whole vectors, in pairs of pairs");
    using Half = LanesOf<Width / 2, Native>;

public:
    static constexpr int width = Width;

    /// The outcome of a comparison, lane by lane.
    struct Mask {
        typename Half::Mask low, high;
        GOHO_LANE Mask operator&(const Mask& a, const Mask& b) { return {a.low & b.low, a.high & b.high}; }
        GOHO_LANE Mask operator|(const Mask& a, const Mask& b) { return {a.low | b.low, a.high | b.high}; }
        GOHO_LANE Mask operator!(const Mask& a) { return {!a.low, !a.high}; }
    };
    /// The bit patterns of the lanes, for exp and log.
    struct Pattern {
        typename Half::Pattern low, high;
        GOHO_LANE Pattern operator+(const Pattern& a, std::uint64_t b) { return {a.low + b, a.high + b}; }
        GOHO_LANE Pattern operator-(const Pattern& a, std::uint64_t b) { return {a.low - b, a.high - b}; }
        GOHO_LANE Pattern operator-(const Pattern& a, const Pattern& b) { return {a.low - b.low, a.high - b.high}; }
        GOHO_LANE Pattern operator<<(const Pattern& a, int n) { return {a.low << n, a.high << n}; }
        GOHO_LANE Pattern operator>>(const Pattern& a, int n) { return {a.low >> n, a.high >> n}; }
    };

    LanesOf() = default;
    LanesOf(double same_everywhere) : low_(same_everywhere), high_(same_everywhere) {}
    LanesOf(const Half& low, const Half& high) : low_(low), high_(high) {}

    double operator[](int lane) const { return lane < Width / 2 ? low_[lane] : high_[lane - Width / 2]; }
    void set(int lane, double value) { lane < Width / 2 ? low_.set(lane, value) : high_.set(lane - Width / 2, value); }

    LanesOf& operator+=(const LanesOf& b) { return *this = *this + b; }
    LanesOf& operator-=(const LanesOf& b) { return *this = *this - b; }
    LanesOf& operator*=(const LanesOf& b) { return *this = *this * b; }
    LanesOf& operator/=(const LanesOf& b) { return *this = *this / b; }

    GOHO_LANE LanesOf operator+(const LanesOf& a, const LanesOf& b) { return {a.low_ + b.low_, a.high_ + b.high_}; }
    GOHO_LANE LanesOf operator-(const LanesOf& a, const LanesOf& b) { return {a.low_ - b.low_, a.high_ - b.high_}; }
    GOHO_LANE LanesOf operator*(const LanesOf& a, const LanesOf& b) { return {a.low_ * b.low_, a.high_ * b.high_}; }
    GOHO_LANE LanesOf operator/(const LanesOf& a, const LanesOf& b) { return {a.low_ / b.low_, a.high_ / b.high_}; }
    GOHO_LANE LanesOf operator-(const LanesOf& a) { return {-a.low_, -a.high_}; }

    GOHO_LANE Mask operator<(const LanesOf& a, const LanesOf& b) { return {a.low_ < b.low_, a.high_ < b.high_}; }
    GOHO_LANE Mask operator>(const LanesOf& a, const LanesOf& b) { return {a.low_ > b.low_, a.high_ > b.high_}; }
    GOHO_LANE Mask operator<=(const LanesOf& a, const LanesOf& b) { return {a.low_ <= b.low_, a.high_ <= b.high_}; }
    GOHO_LANE Mask operator>=(const LanesOf& a, const LanesOf& b) { return {a.low_ >= b.low_, a.high_ >= b.high_}; }
    GOHO_LANE Mask operator==(const LanesOf& a, const LanesOf& b) { return {a.low_ == b.low_, a.high_ == b.high_}; }

    GOHO_LANE LanesOf select(const Mask& m, const LanesOf& when_true, const LanesOf& otherwise) {
        return {select(m.low, when_true.low_, otherwise.low_), select(m.high, when_true.high_, otherwise.high_)};
    }
    GOHO_LANE Pattern to_bits(const LanesOf& x) { return {to_bits(x.low_), to_bits(x.high_)}; }
    GOHO_LANE LanesOf from_bits(const Pattern& b) { return {from_bits(b.low), from_bits(b.high)}; }
    GOHO_LANE LanesOf square_root(const LanesOf& x) { return {square_root(x.low_), square_root(x.high_)}; }
    GOHO_LANE double largest(const LanesOf& x) {
        const double low = largest(x.low_), high = largest(x.high_);
        return high > low ? high : low;
    }

private:
    Half low_, high_;
};

/// Lanes that fill one vector of the machine.
template <int Width> class LanesOf<Width, Width> {
public:
    static constexpr int width = Width;
    using Vector = typename Native<Width>::Vector;
    using Bits = typename Native<Width>::Bits;
    using Truth = typename Native<Width>::Truth;

    struct Mask {
        Truth all;
        GOHO_LANE Mask operator&(const Mask& a, const Mask& b) { return {a.all & b.all}; }
        GOHO_LANE Mask operator|(const Mask& a, const Mask& b) { return {a.all | b.all}; }
        GOHO_LANE Mask operator!(const Mask& a) { return {~a.all}; }
    };
    struct Pattern {
        Bits all;
        GOHO_LANE Pattern operator+(const Pattern& a, std::uint64_t b) { return {a.all + b}; }
        GOHO_LANE Pattern operator-(const Pattern& a, std::uint64_t b) { return {a.all - b}; }
        GOHO_LANE Pattern operator-(const Pattern& a, const Pattern& b) { return {a.all - b.all}; }
        GOHO_LANE Pattern operator<<(const Pattern& a, int n) { return {a.all << n}; }
        GOHO_LANE Pattern operator>>(const Pattern& a, int n) { return {a.all >> n}; }
    };

    LanesOf() : all_{} {}
    LanesOf(double same_everywhere) : all_(Vector{} + same_everywhere) {}

    double operator[](int lane) const { return all_[lane]; }
    void set(int lane, double value) { all_[lane] = value; }

    LanesOf& operator+=(const LanesOf& b) { return *this = *this + b; }
    LanesOf& operator-=(const LanesOf& b) { return *this = *this - b; }
    LanesOf& operator*=(const LanesOf& b) { return *this = *this * b; }
    LanesOf& operator/=(const LanesOf& b) { return *this = *this / b; }

    GOHO_LANE LanesOf operator+(const LanesOf& a, const LanesOf& b) { return of(a.all_ + b.all_); }
    GOHO_LANE LanesOf operator-(const LanesOf& a, const LanesOf& b) { return of(a.all_ - b.all_); }
    GOHO_LANE LanesOf operator*(const LanesOf& a, const LanesOf& b) { return of(a.all_ * b.all_); }
    GOHO_LANE LanesOf operator/(const LanesOf& a, const LanesOf& b) { return of(a.all_ / b.all_); }
    GOHO_LANE LanesOf operator-(const LanesOf& a) { return of(-a.all_); }

    GOHO_LANE Mask operator<(const LanesOf& a, const LanesOf& b) { return {a.all_ < b.all_}; }
    GOHO_LANE Mask operator>(const LanesOf& a, const LanesOf& b) { return {a.all_ > b.all_}; }
    GOHO_LANE Mask operator<=(const LanesOf& a, const LanesOf& b) { return {a.all_ <= b.all_}; }
    GOHO_LANE Mask operator>=(const LanesOf& a, const LanesOf& b) { return {a.all_ >= b.all_}; }
    GOHO_LANE Mask operator==(const LanesOf& a, const LanesOf& b) { return {a.all_ == b.all_}; }

    GOHO_LANE LanesOf select(const Mask& m, const LanesOf& when_true, const LanesOf& otherwise) {
        return of(m.all ? when_true.all_ : otherwise.all_);
    }
    GOHO_LANE Pattern to_bits(const LanesOf& x) { return {reinterpret_cast<Bits>(x.all_)}; }
    GOHO_LANE LanesOf from_bits(const Pattern& b) { return of(reinterpret_cast<Vector>(b.all)); }
    GOHO_LANE LanesOf square_root(LanesOf x) {
        for (int i = 0; i < Width; ++i) x.all_[i] = __builtin_sqrt(x.all_[i]);
        return x;
    }
    GOHO_LANE double largest(const LanesOf& x) {
        double found = x[0];
        for (int i = 1; i < Width; ++i) found = x[i] > found ? x[i] : found;
        return found;
    }

private:
    Vector all_;
    [[gnu::always_inline]] static LanesOf of(Vector v) {
        LanesOf x;
        x.all_ = v;
        return x;
    }
};

#undef GOHO_LANE

using Lanes = LanesOf<8>;

/// How many trials a number holds, and each of them.
template <class Real> inline constexpr int width_of = Real::width;
template <> inline constexpr int width_of<double> = 1;
inline double lane(double x, int) { return x; }
inline void set_lane(double& x, int, double value) { x = value; }
template <int W, int N> double lane(const LanesOf<W, N>& x, int i) { return x[i]; }
template <int W, int N> void set_lane(LanesOf<W, N>& x, int i, double value) { x.set(i, value); }

/// All lanes at once, from numbers that lie side by side, and back to them.
template <class Real> Real load_lanes(const double* from) {
    Real x;
    static_assert(sizeof x == width_of<Real> * sizeof(double));
    std::memcpy(static_cast<void*>(&x), from, sizeof x);
    return x;
}
template <class Real> void store_lanes(double* to, const Real& x) { std::memcpy(to, &x, sizeof x); }

}  // namespace goho
