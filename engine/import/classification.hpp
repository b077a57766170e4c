// Which costs move with sales: a proposal for each cost account, by how its months moved against net sales and by what is
// usual for the account, with the reason in words. The rule: docs/guide/import.md.
#pragma once

#include "import/ledger.hpp"
#include "import/line_fit.hpp"

namespace goho::imports {

/// Fewer months than this say nothing about behaviour.
inline constexpr int fewest_months = 6;
/// From this share of the variance on, months decide against what is usual: with a full year, and with less than one.
inline constexpr double telling_r_squared = 0.50, telling_r_squared_of_few = 0.66;
/// The part of a cost that moves with sales: above, it counts as variable; below, as fixed; between, as semi-variable.
inline constexpr double mostly_variable = 0.75, mostly_fixed = 0.25;

enum class Method { nature, account_analysis, regression, mapping };
Label label_of(Method method);

struct Classified {
    std::vector<std::size_t> lines;  // of the ledger; goods and their stocks are one item
    Text name;
    Section section = Section::unknown;
    accounting::Behaviour behaviour = accounting::Behaviour::fixed;
    accounting::Behaviour usual = accounting::Behaviour::fixed;
    Method method = Method::account_analysis;
    std::optional<LineFit> fit, high_low;
    double monthly = 0.0;         // yen a month on average
    double sales_share = 0.0;     // what a cost line of that behaviour takes: yen of cost per yen of net sales ...
    double monthly_amount = 0.0;  // ... and yen a month besides
    Text reason;
};

/// One entry for each cost account of cost of sales, manufacturing and SG&A, in the order of the ledger.
std::vector<Classified> classify(const Ledger& ledger, const Mapping& mapping);

/// Overrides of a mapping that can have no effect: of pay, goods and depreciation, whose behaviour the model itself knows.
Problems misplaced_overrides(const Ledger& ledger, const Mapping& mapping, const std::string& file);

}  // namespace goho::imports
