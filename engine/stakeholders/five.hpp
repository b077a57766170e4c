// The five directions (五方): an index from 0 to 100 for company, employees, customers, society and next generation,
// against fixed goalposts so that scenarios stay comparable; how well one feeds the next; and where the circle is
// narrowest. Theory and sources: docs/model/five_directions.md, FD equations.
#pragma once

#include "stakeholders/indicator.hpp"

#include <array>

namespace goho::stakeholders {

inline constexpr int directions = 5;
Label label_of(Stakeholder who);

/// One figure of an index: where it counts 0 and where it counts 100.
struct Goalpost {
    Stakeholder who;
    std::string_view figure;  // a line of the books, of conduct, or an indicator
    double zero, hundred;
};
std::span<const Goalpost> goalposts();

/// 0 to 100 between the goalposts.                                                            FD-1
double score(const Goalpost& post, double figure);

/// From one direction to the next: how much of what arises there reaches the next, 0 to 1.
struct Link {
    Label label, definition;
    std::string_view equation;
    std::optional<double> value;  // nothing when nothing has arisen yet
};
inline constexpr int links = 5;

struct FiveDirections {
    std::array<std::optional<double>, directions> index{};   // in the order of Stakeholder      FD-2
    std::array<Link, links> link{};
    std::optional<double> level;        // 0-100, geometric mean: one direction cannot make up for another    FD-3
    std::optional<double> flow;         // 0-1, geometric mean of the links                                   FD-9
    std::optional<double> circulation;  // 0-100                                                               FD-10
    std::optional<double> imbalance;    // best index less worst                                               FD-11
    std::optional<Stakeholder> binding; // where one more point helps the level most                           FD-12
};

/// "index_company" to "index_next_generation", and "circulation": figures of the five directions by name.
struct DirectionFigure {
    std::string_view name;
    Label label, definition;
    std::optional<double> (*of)(const FiveDirections&);
};
std::span<const DirectionFigure> direction_figures();

/// Of one year; `first` is the first year of the plan, against which growth is read.
FiveDirections five_directions(const YearView& year, const YearView& first);

}  // namespace goho::stakeholders
