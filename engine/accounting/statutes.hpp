// Dated law as data: tax rates by the start of the fiscal year, depreciation rates by useful life.
// The figures live in engine/data; this only finds the right row.
#pragma once

#include "accounting/consumption_tax.hpp"
#include "accounting/corporate_tax.hpp"
#include "accounting/fixed_asset.hpp"

#include <string>
#include <vector>

namespace goho::accounting {

struct TaxPeriod {
    Month from;  // fiscal years that start in this month or later
    corporate_tax::Rates corporate{};
    consumption_tax::Rates consumption{};
};

struct Statutes {
    std::string tax_table, depreciation_table;   // their ids, as a scenario pins them
    std::vector<TaxPeriod> tax_periods;          // in order of time
    std::vector<fixed_asset::Rates> depreciation;  // by useful life in years

    /// The rates of a fiscal year; one before the first period takes the first period's.
    const TaxPeriod& taxes_of(Month fiscal_year_start) const {
        const TaxPeriod* found = &tax_periods.front();
        for (const TaxPeriod& period : tax_periods) {
            if (period.from <= fiscal_year_start) found = &period;
        }
        return *found;
    }
};

}  // namespace goho::accounting
