// What a mutated equation asks at run time: which of the changes written into it is in force. The number comes from
// the environment, GOHO_MUTANT; without it every equation is as it was written. GOHO_MUTANT_RECORD names a file that
// gets the numbers of all changes that a run came by.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>
#include <utility>

namespace goho_mutation {

inline constexpr int most = 60000;
inline constexpr int no_such_change = 77;  // exit code: the change means nothing for this type of number
inline unsigned char seen[most];

inline int from_environment() {
    const char* text = std::getenv("GOHO_MUTANT");
    return text ? std::atoi(text) : -1;
}
inline int chosen = from_environment();

struct Record {
    const char* file = std::getenv("GOHO_MUTANT_RECORD");
    ~Record() {
        std::FILE* out = file ? std::fopen(file, "w") : nullptr;
        if (!out) return;
        for (int i = 0; i < most; ++i) {
            if (seen[i]) std::fprintf(out, "%d\n", i);
        }
        std::fclose(out);
    }
};
inline Record record;

inline bool asked(int id) {
    if (record.file) seen[id] = 1;
    return chosen == id;
}
/// Whether change `id` is in force. What is reckoned at compile time stays as it is.
constexpr bool on(int id) { return !std::is_constant_evaluated() && asked(id); }
[[noreturn]] inline void means_nothing() { std::_Exit(no_such_change); }

template <class R, class F> constexpr R changed(F&& f) {
    if constexpr (requires { R(f()); }) return R(f());
    else means_nothing();
}

/// Written after an operator and before its twin, `a + Site{7} + b`: precedence finds the operands.
struct Site { int id; };
template <class A> struct Left { const A& a; int id; };

#define GOHO_OPERATOR(op, first, second)                                                                  \
    template <class A> constexpr Left<A> operator op(const A& a, Site s) { return {a, s.id}; }            \
    template <class A, class B> constexpr auto operator op(Left<A> l, const B& b) {                       \
        using R = std::remove_cvref_t<decltype(l.a op b)>;                                                \
        if (on(l.id)) {                                                                                   \
            if constexpr (requires { R(first); }) return R(first);                                        \
            else means_nothing();                                                                         \
        }                                                                                                 \
        if (on(l.id + 1)) {                                                                               \
            if constexpr (requires { R(second); }) return R(second);                                      \
            else means_nothing();                                                                         \
        }                                                                                                 \
        return R(l.a op b);                                                                               \
    }
GOHO_OPERATOR(+, l.a - b, l.a)
GOHO_OPERATOR(-, l.a + b, l.a)
GOHO_OPERATOR(*, l.a / b, l.a)
GOHO_OPERATOR(/, l.a * b, l.a)
GOHO_OPERATOR(%, l.a / b, l.a)
GOHO_OPERATOR(<, l.a <= b, l.a >= b)
GOHO_OPERATOR(>, l.a >= b, l.a <= b)
GOHO_OPERATOR(<=, l.a < b, l.a > b)
GOHO_OPERATOR(>=, l.a > b, l.a < b)
#undef GOHO_OPERATOR

/// Equal and different have one opposite and no neighbour, so the number after theirs is another change's.
#define GOHO_EQUALITY(op)                                                                                 \
    template <class A> constexpr Left<A> operator op(const A& a, Site s) { return {a, s.id}; }            \
    template <class A, class B> constexpr auto operator op(Left<A> l, const B& b) {                       \
        using R = std::remove_cvref_t<decltype(l.a op b)>;                                                \
        return on(l.id) ? R(!(l.a op b)) : R(l.a op b);                                                   \
    }
GOHO_EQUALITY(==)
GOHO_EQUALITY(!=)
#undef GOHO_EQUALITY

/// `x += Added{7} = y`: y is taken away instead, or left out.
struct Added {
    int id;
    template <class B> constexpr std::remove_cvref_t<B> operator=(const B& b) const {
        using R = std::remove_cvref_t<B>;
        if (on(id)) {
            if constexpr (requires { R(-b); }) return R(-b);
            else means_nothing();
        }
        if (on(id + 1)) return R{};
        return b;
    }
};
/// `x *= Scaled{7} = y`: left out.
struct Scaled {
    int id;
    template <class B> constexpr B operator=(const B& b) const { return on(id) ? B(1) : b; }
};

struct Minus { int id; };
template <class A> constexpr auto operator*(Minus m, const A& a) {
    using R = std::remove_cvref_t<decltype(-a)>;
    return on(m.id) ? R(a) : R(-a);
}

constexpr double value(int id, double c) {
    if (c == 0.0) return on(id) ? 1.0 : c;
    const bool fine = c < 1e-3 && c > -1e-3;  // a tolerance: a tenth more of it would be a tolerance still
    return on(id) ? 0.0 : on(id + 1) ? (fine ? 100.0 * c : 1.1 * c) : c;
}
template <class T> constexpr T whole(int id, T c) { return on(id) ? T(c + 1) : c > 0 && on(id + 1) ? T(c - 1) : c; }
constexpr bool opposite(int id, bool b) { return on(id) ? !b : b; }

}  // namespace goho_mutation
