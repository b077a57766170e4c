// The parameter table: one row says everything about one member of a module's Parameters. Reading and
// validation, the JSON Schema, the reference pages, sliders and uncertainty spans are all derived from the
// rows, so a parameter exists once. That every table is `complete()` is checked at compile time, for all of them in
// simulation/tables.cpp.
#pragma once

#include "core/calendar.hpp"
#include "core/label.hpp"

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace goho {

/// How well a default is grounded. The user's own figures are grade A, whatever the default's grade was.
enum class Evidence {
    own_data,    // A: must come from the user's own books
    study,       // B: a published study or statistic
    statute,     // B: law or regulation, as dated in the data files
    assumption,  // C: judgement
};

constexpr std::string_view grade(Evidence evidence) {
    return evidence == Evidence::own_data ? "A" : evidence == Evidence::assumption ? "C" : "B";
}

struct Range {
    double low, high;
    constexpr bool holds(double x) const { return low <= x && x <= high; }  // false for NaN
    constexpr bool holds(Range inner) const { return holds(inner.low) && holds(inner.high); }
};

enum class Need { optional, required };

/// Whether the timeline may change a parameter while the plan runs, or it is read once.
enum class Change { monthly, fixed };

/// A member that names an item of another collection; the collection is written in the row's unit column.
struct Reference {
    int index = -1;
    constexpr bool given() const { return index >= 0; }
    friend constexpr bool operator==(Reference, Reference) = default;
};

/// A short text inside Parameters, kept in place so that a table can be checked at compile time.
class ShortText {
public:
    static constexpr std::size_t capacity = 95;

    constexpr ShortText() = default;
    constexpr ShortText(std::string_view text) : size_(static_cast<unsigned char>(text.size())) {
        for (std::size_t i = 0; i < text.size(); ++i) bytes_[i] = text[i];
    }
    constexpr std::string_view view() const { return {bytes_.data(), size_}; }
    constexpr bool empty() const { return size_ == 0; }
    friend constexpr bool operator==(const ShortText&, const ShortText&) = default;

private:
    std::array<char, capacity> bytes_{};
    unsigned char size_ = 0;
};

/// One of a few named possibilities, as it is written in a file and as a person reads it.
struct Option {
    std::string_view key;
    Label label;
};

/// An enumeration member with its type erased; `options` are in the order of the enumerators.
template <class S> struct Choice {
    int (*get)(const S&);
    void (*set)(S&, int);
    std::span<const Option> options;
    friend constexpr bool operator==(const Choice& a, const Choice& b) { return a.get == b.get; }
};

namespace detail {
template <class M> struct member_of;
template <class S, class T> struct member_of<T S::*> {
    using owner = S;
    using type = T;
};
template <class S> struct number_of;
template <template <class> class P, class R> struct number_of<P<R>> { using type = R; };

struct Anything {
    template <class T> constexpr operator T() const;
};
template <class S, std::size_t... I> constexpr bool takes(std::index_sequence<I...>) {
    return requires { S{(static_cast<void>(I), Anything{})...}; };
}
/// Number of members of a plain struct.
template <class S, std::size_t N = 0> constexpr std::size_t member_count() {
    if constexpr (takes<S>(std::make_index_sequence<N + 1>{})) return member_count<S, N + 1>();
    else return N;
}
}  // namespace detail

/// The number type of a Parameters<Real>.
template <class S> using NumberOf = typename detail::number_of<S>::type;

/// choice<&Parameters<Real>::place>: needs `options(Place)` beside the enumeration.
template <auto Member>
inline constexpr Choice<typename detail::member_of<decltype(Member)>::owner> choice{
    [](const typename detail::member_of<decltype(Member)>::owner& s) { return static_cast<int>(s.*Member); },
    [](typename detail::member_of<decltype(Member)>::owner& s, int value) {
        s.*Member = static_cast<typename detail::member_of<decltype(Member)>::type>(value);
    },
    options(typename detail::member_of<decltype(Member)>::type{})};

template <class S>
using Field = std::variant<NumberOf<S> S::*, int S::*, bool S::*, Month S::*, ShortText S::*, Reference S::*,
                           Choice<S>>;

template <class S> struct Parameter {
    std::string_view name;
    Field<S> field;
    std::string_view unit;
    Range valid{0.0, 0.0};
    Range plausible{0.0, 0.0};
    Label label;
    Label meaning;
    Evidence evidence = Evidence::own_data;
    std::string_view source = "user";
    Need need = Need::optional;
    Change change = Change::fixed;
};

// One maker per kind of member, so that a table row holds only what that kind needs. -------------------------

/// A quantity: a number of the model, with unit, ranges, evidence and source.
template <class S>
constexpr Parameter<S> quantity(std::string_view name, NumberOf<S> S::*field, std::string_view unit, Range valid,
                                Range plausible, Label label, Label meaning, Evidence evidence,
                                std::string_view source, Need need = Need::optional,
                                Change change = Change::monthly) {
    return {name, Field<S>(std::in_place_index<0>, field), unit, valid, plausible, label, meaning, evidence, source,
            need, change};
}

/// A whole number that belongs to the shape of the plan (a term in months, a useful life).
template <class S>
constexpr Parameter<S> whole(std::string_view name, int S::*field, std::string_view unit, Range valid,
                             Range plausible, Label label, Label meaning, Evidence evidence, std::string_view source,
                             Need need = Need::optional) {
    return {name, field, unit, valid, plausible, label, meaning, evidence, source, need, Change::fixed};
}

template <class S>
constexpr Parameter<S> month(std::string_view name, Month S::*field, Label label, Label meaning,
                             Need need = Need::optional) {
    return {name, field, "month", {}, {}, label, meaning, Evidence::own_data, "user", need, Change::fixed};
}

template <class S>
constexpr Parameter<S> flag(std::string_view name, bool S::*field, Label label, Label meaning) {
    return {name, field, "yes/no", {}, {}, label, meaning, Evidence::own_data, "user", Need::optional, Change::fixed};
}

template <class S>
constexpr Parameter<S> option(std::string_view name, Choice<S> field, Label label, Label meaning,
                              Need need = Need::optional) {
    return {name, field, "choice", {}, {}, label, meaning, Evidence::own_data, "user", need, Change::fixed};
}

template <class S>
constexpr Parameter<S> text(std::string_view name, ShortText S::*field, Label label, Label meaning,
                            Need need = Need::optional) {
    return {name, field, "text", {}, {}, label, meaning, Evidence::own_data, "user", need, Change::fixed};
}

/// A member that names an item of the collection `of`.
template <class S>
constexpr Parameter<S> reference(std::string_view name, Reference S::*field, std::string_view of, Label label,
                                 Label meaning, Need need = Need::optional) {
    return {name, field, of, {}, {}, label, meaning, Evidence::own_data, "user", need, Change::fixed};
}

/// Every member has exactly one row; every default lies inside its plausible range and that inside the valid
/// one; units, labels, meanings and sources are given.
template <class S, std::size_t N> constexpr bool complete(const std::array<Parameter<S>, N>& table) {
    if (N != detail::member_count<S>()) return false;
    S defaults{};
    for (std::size_t i = 0; i < N; ++i) {
        const auto& row = table[i];
        if (row.name.empty() || row.unit.empty() || row.source.empty()) return false;
        if (row.label.en.empty() || row.label.ja.empty() || row.meaning.en.empty() || row.meaning.ja.empty()) {
            return false;
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (table[k].name == row.name || table[k].field == row.field) return false;
        }
        double value = 0.0;
        if (const auto* real = std::get_if<0>(&row.field)) value = defaults.**real;
        else if (const auto* count = std::get_if<int S::*>(&row.field)) value = defaults.**count;
        else continue;
        if (!row.valid.holds(row.plausible)) return false;
        if (row.need == Need::optional && !row.plausible.holds(value)) return false;
    }
    return true;
}

/// An item of a collection: its key in the file, its names for people, and its parameters.
template <class P> struct Item {
    std::string id;
    Text name;  // empty: the id is shown
    P parameters;

    std::string_view shown(Language language) const {
        const std::string& chosen = name.in(language);
        const std::string& other = language == Language::japanese ? name.en : name.ja;
        return !chosen.empty() ? chosen : !other.empty() ? other : id;
    }
};

/// The same parameters over another number type: quantities are broadcast, the rest is copied.
template <class To, class From, std::size_t N>
To converted(const From& from, const std::array<Parameter<From>, N>& from_table,
             const std::array<Parameter<To>, N>& to_table) {
    To to{};
    for (std::size_t i = 0; i < N; ++i) {
        std::visit(
            [&](auto source) {
                using Source = decltype(source);
                if constexpr (std::is_same_v<Source, Choice<From>>) {
                    std::get<Choice<To>>(to_table[i].field).set(to, source.get(from));
                } else if constexpr (std::is_same_v<Source, NumberOf<From> From::*>) {
                    to.*std::get<0>(to_table[i].field) = from.*source;
                } else {
                    using Type = typename detail::member_of<Source>::type;
                    to.*std::get<Type To::*>(to_table[i].field) = from.*source;
                }
            },
            from_table[i].field);
    }
    return to;
}

}  // namespace goho
