// What a run leaves: the books of every month, the segments, and the detail by contract, asset, line and group.
#pragma once

#include "accounting/books.hpp"
#include "core/calendar.hpp"
#include "simulation/conduct.hpp"

#include <span>
#include <vector>

namespace goho::simulation {

template <class Real> struct LoanMonth { Real balance{}, drawn{}, repaid{}, interest{}, guarantee_fee{}; };
template <class Real> struct AssetMonth {
    Real book_value{}, construction{}, depreciation{}, spending{}, purchase_tax{}, proceeds{}, expense{}, expense_tax{};
};
template <class Real> struct LineMonth { Real fixed_cost{}, variable_cost{}, purchase_tax{}; };
template <class Real> struct GroupMonth { Real cost{}, headcount{}, paid{}, bonus_paid{}; };
/// What moves between accounts of the balance sheet and shows in no statement; a journal needs it.
template <class Real> struct Transfers { Real goods_tax{}, notes_received{}, notes_given{}; };

/// A month-by-item table: at(t, i).
template <class T> struct Grid {
    int items = 0;
    std::vector<T> cells;
    Grid() = default;
    Grid(int months, int items_) : items(items_), cells(static_cast<std::size_t>(months) * items_) {}
    T& at(int t, int item) { return cells[static_cast<std::size_t>(t) * items + item]; }
    const T& at(int t, int item) const { return cells[static_cast<std::size_t>(t) * items + item]; }
    std::span<T> row(int t) { return {cells.data() + static_cast<std::size_t>(t) * items, static_cast<std::size_t>(items)}; }
};

template <class Real> struct Trajectory {
    Month start;
    int fiscal_year_start = 4;
    accounting::Books<Real> opening;              // only its balance sheet is filled
    std::vector<accounting::Books<Real>> months;
    Grid<accounting::SegmentBooks<Real>> segments;
    Grid<LoanMonth<Real>> loans;
    Grid<AssetMonth<Real>> assets;
    Grid<AssetMonth<Real>> investments;
    Grid<LineMonth<Real>> lines;
    Grid<GroupMonth<Real>> groups;
    std::vector<Transfers<Real>> transfers;       // by month
    bool behaves = false;                         // otherwise what follows holds zeros
    std::vector<Conduct<Real>> conduct;           // by month
    Grid<CustomerMonth<Real>> customers;
    Grid<InitiativeMonth<Real>> initiatives;
    Grid<PeopleMonth<Real>> people;
};

}  // namespace goho::simulation
