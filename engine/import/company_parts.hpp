// The parts of a company that an import is turned into, each with its months as they happened. Shared by company.cpp and the
// files of the parts; nobody else needs them.
#pragma once

#include "import/company.hpp"

#include <string_view>

namespace goho::imports::parts {

using Books = accounting::Books<double>;

/// An import under conversion.
struct Making {
    const Import& in;
    Books opening;                                  // the balance sheet before the first month
    simulation::Plan<double>& plan;
    std::vector<simulation::ActualMonth>& months;   // one for each imported month
    std::vector<Text>& assumed;

    std::size_t count() const { return months.size(); }
    bool has_balance() const { return in.ledger.has_balance; }
};

double mean(const std::vector<double>& values);

/// Parts of a whole in proportion to weights, rounded cumulatively so that they add up; without weights the first takes all.
std::vector<double> divided(double whole, const std::vector<double>& weights);

/// "rent", and "rent_2" when that is taken.
template <class Items> std::string free_id(const Items& items, std::string_view wanted) {
    std::string id(wanted);
    const auto taken = [&] {
        for (const auto& item : items) {
            if (item.id == id) return true;
        }
        return false;
    };
    for (int number = 2; taken(); ++number) id = std::string(wanted) + "_" + std::to_string(number);
    return id;
}

/// What the client calls it, and what it is in English.
Text name_of(const LedgerLine& line);

/// A line's amounts as numbers, and their sum over several lines.
std::vector<double> amounts_of(const Import& in, const std::vector<std::size_t>& lines);

void segments(Making& m);
void cost_lines(Making& m);
void job_groups(Making& m);
void assets(Making& m);
void loans(Making& m);
void balances(Making& m);

}  // namespace goho::imports::parts
