// The table of result variables: what a run produces, with unit, names, and which direction is better.
#pragma once

#include "core/label.hpp"

#include <string_view>

namespace goho {

enum class Better { higher, lower, neither };

/// How a variable adds up over months: a flow is summed, a stock is taken at the end.
enum class Kind { flow, stock };

enum class Stakeholder { company, employees, customers, society, next_generation };

template <class S, class Real> struct Variable {
    std::string_view name;
    Real S::*field;
    std::string_view unit;
    Kind kind;
    Label label;
    Better better;
    std::string_view equation;  // label of the equation that gives it, found in docs/model/
    Stakeholder stakeholder = Stakeholder::company;
};

/// A row for a detail of a contract, an asset or a line: a flow or a stock that is neither good nor bad in itself.
template <class S, class Real>
constexpr Variable<S, Real> flow(std::string_view name, Real S::*field, std::string_view unit, Label label, std::string_view equation) {
    return {name, field, unit, Kind::flow, label, Better::neither, equation};
}
template <class S, class Real>
constexpr Variable<S, Real> stock(std::string_view name, Real S::*field, std::string_view unit, Label label, std::string_view equation) {
    return {name, field, unit, Kind::stock, label, Better::neither, equation};
}

}  // namespace goho
