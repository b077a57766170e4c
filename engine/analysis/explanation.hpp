// Why a figure is what it is: its equation with the names that people use, the figures in it, and why those are what
// they are, as deep as asked; and the other way round, what a figure goes into. All of it is read off a recorded run.
// Ends at the parameters of the plan and the opening balance sheet. Words and layout of a page are the caller's.
#pragma once

#include "analysis/formula.hpp"
#include "analysis/recording.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho::analysis {

struct Explanation {
    enum class What { result, balance, parameter, carried_over };
    What what = What::result;
    std::string name;         // operating_income; of a parameter its address in the file
    std::string group, item;  // section and id, empty for the company
    Text label, item_name;
    std::string unit;
    std::optional<Month> month;  // none for a parameter, a year and in the opening balance sheet
    int year = 0;                // of the plan, from 1, when the figure is one of a whole year
    double value = 0.0;
    std::string equation;     // PL-7: where docs/model explains it
    Text meaning;             // of a parameter or an indicator
    Text note;                // where a parameter stands, or why there is no equation

    // Filled down to the depth that was asked for.
    Text formula;
    std::vector<Text> steps, decisions;
    std::vector<Op> functions;
    std::vector<Explanation> inputs;
    int more = 0;                 // further parts of a long sum, and what they come to
    double more_sum = 0.0;
    int zeros = 0;                // parts of a long sum that are zero and left out
    bool repeated = false;        // explained already, further up

    // In the sum that this figure is a part of.
    std::optional<double> contribution;  // with its sign
    std::optional<double> share;         // of the sum, when all its parts have the same sign
};

/// Whether two figures are of the same month or year; what has no time of its own is of every time.
bool same_time(const Explanation& a, const Explanation& b);
/// "2027-05", "year 3", "opening"; empty for a parameter.
Text time_of(const Explanation& explanation);

/// One cell of a series.
struct Place {
    int series = -1, item = 0;  // of a figure by years: the year, from 0
};

/// What a name means: a place, or what is missing, with the names among which to choose.
struct Located {
    enum class Trouble { none, unknown_variable, unknown_item, item_needed, item_ambiguous, no_figure };
    std::optional<Place> place;
    Trouble trouble = Trouble::none;
    std::vector<std::string> choices;
};

/// Finds a variable by name, of the company when no item is given, else of the item; `item` may be written as
/// "loans/bank" where an id stands in several sections. Only a variable of items with one item needs none.
Located locate(const Recording& recording, std::string_view variable, std::string_view item, std::string_view group = {});

/// A line of the books or of conduct over a whole year of the plan (1, 2, ...), or an indicator of it. Trouble: no_figure
/// where an indicator means nothing, as a ratio without a denominator.
Located locate_year(const Recording& recording, std::string_view variable, int year);

/// The figures by years that no line of the books or of conduct answers for.
std::vector<const Series*> indicators_of_years(const Recording& recording);

struct Depth {
    int levels = 1;  // 1: the figures in the equation; 2: those in their equations too
    int most = 10;   // parts of a sum that are shown
};

/// Month t of the plan, counted from 0; of no account for a figure by years.
Explanation explain(const Recording& recording, const Place& place, int t, const Depth& depth = {});

/// What the same figure, or quantity of the plan, is in another run; nothing where that has none.
std::optional<double> counterpart(const Recording& other, const Explanation& explanation);

/// Results and balances of the same month (or year) and the next that are reckoned directly from this one.
std::vector<Explanation> feeds(const Recording& recording, const Place& place, int t);

}  // namespace goho::analysis
