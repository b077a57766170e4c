// Several doubles in lock-step: an equation written over a number type runs that many trials at once.
// Kept as native compiler vectors with eager, by-value operators; see docs/decisions/ for why not Eigen::Array.
#pragma once

#include <array>
#include <cstdint>

namespace goho {

template <int Width> class LanesOf {
    static_assert(Width % 4 == 0, "lanes are kept four to a vector");

public:
    static constexpr int width = Width;
    using Vector = double __attribute__((vector_size(32)));
    using Bits = std::int64_t __attribute__((vector_size(32)));

    /// The outcome of a comparison, lane by lane.
    struct Mask {
        std::array<Bits, Width / 4> part;
        friend Mask operator&(Mask a, const Mask& b) {
            for (int i = 0; i < parts; ++i) a.part[i] &= b.part[i];
            return a;
        }
        friend Mask operator|(Mask a, const Mask& b) {
            for (int i = 0; i < parts; ++i) a.part[i] |= b.part[i];
            return a;
        }
        friend Mask operator!(Mask a) {
            for (int i = 0; i < parts; ++i) a.part[i] = ~a.part[i];
            return a;
        }
    };

    LanesOf() : LanesOf(0.0) {}
    LanesOf(double same_everywhere) {  // a plain number means the same in every lane
        for (auto& p : part_) p = Vector{} + same_everywhere;
    }

    double operator[](int lane) const { return part_[lane / 4][lane % 4]; }
    void set(int lane, double value) { part_[lane / 4][lane % 4] = value; }

    LanesOf& operator+=(const LanesOf& b) { return *this = *this + b; }
    LanesOf& operator-=(const LanesOf& b) { return *this = *this - b; }
    LanesOf& operator*=(const LanesOf& b) { return *this = *this * b; }
    LanesOf& operator/=(const LanesOf& b) { return *this = *this / b; }

    friend LanesOf operator+(LanesOf a, const LanesOf& b) {
        for (int i = 0; i < parts; ++i) a.part_[i] += b.part_[i];
        return a;
    }
    friend LanesOf operator-(LanesOf a, const LanesOf& b) {
        for (int i = 0; i < parts; ++i) a.part_[i] -= b.part_[i];
        return a;
    }
    friend LanesOf operator*(LanesOf a, const LanesOf& b) {
        for (int i = 0; i < parts; ++i) a.part_[i] *= b.part_[i];
        return a;
    }
    friend LanesOf operator/(LanesOf a, const LanesOf& b) {
        for (int i = 0; i < parts; ++i) a.part_[i] /= b.part_[i];
        return a;
    }
    friend LanesOf operator-(LanesOf a) {
        for (int i = 0; i < parts; ++i) a.part_[i] = -a.part_[i];
        return a;
    }

    friend Mask operator<(const LanesOf& a, const LanesOf& b) {
        Mask m;
        for (int i = 0; i < parts; ++i) m.part[i] = a.part_[i] < b.part_[i];
        return m;
    }
    friend Mask operator>(const LanesOf& a, const LanesOf& b) { return b < a; }
    friend Mask operator<=(const LanesOf& a, const LanesOf& b) {
        Mask m;
        for (int i = 0; i < parts; ++i) m.part[i] = a.part_[i] <= b.part_[i];
        return m;
    }
    friend Mask operator>=(const LanesOf& a, const LanesOf& b) { return b <= a; }
    friend Mask operator==(const LanesOf& a, const LanesOf& b) {
        Mask m;
        for (int i = 0; i < parts; ++i) m.part[i] = a.part_[i] == b.part_[i];
        return m;
    }

    friend LanesOf select(const Mask& m, const LanesOf& when_true, const LanesOf& otherwise) {
        LanesOf result;
        for (int i = 0; i < parts; ++i) {
            result.part_[i] = m.part[i] ? when_true.part_[i] : otherwise.part_[i];
        }
        return result;
    }

    // The bit patterns of the lanes, for exp and log.
    struct Pattern {
        std::array<Bits, Width / 4> part;
        friend Pattern operator+(Pattern a, std::int64_t b) {
            for (auto& p : a.part) p += b;
            return a;
        }
        friend Pattern operator-(Pattern a, std::int64_t b) {
            for (auto& p : a.part) p -= b;
            return a;
        }
        friend Pattern operator-(Pattern a, const Pattern& b) {
            for (int i = 0; i < parts; ++i) a.part[i] -= b.part[i];
            return a;
        }
        friend Pattern operator<<(Pattern a, int n) {
            for (auto& p : a.part) p <<= n;
            return a;
        }
        friend Pattern operator>>(Pattern a, int n) {
            for (auto& p : a.part) p >>= n;
            return a;
        }
    };
    friend Pattern to_bits(const LanesOf& x) {
        Pattern b;
        for (int i = 0; i < parts; ++i) b.part[i] = reinterpret_cast<Bits>(x.part_[i]);
        return b;
    }
    friend LanesOf from_bits(const Pattern& b) {
        LanesOf x;
        for (int i = 0; i < parts; ++i) x.part_[i] = reinterpret_cast<Vector>(b.part[i]);
        return x;
    }
    friend LanesOf square_root(LanesOf x) {
        for (auto& p : x.part_) {
            for (int i = 0; i < 4; ++i) p[i] = __builtin_sqrt(p[i]);
        }
        return x;
    }

    friend double largest(const LanesOf& x) {
        double found = x[0];
        for (int i = 1; i < Width; ++i) found = x[i] > found ? x[i] : found;
        return found;
    }

private:
    static constexpr int parts = Width / 4;
    std::array<Vector, parts> part_;
};

using Lanes = LanesOf<8>;

}  // namespace goho
