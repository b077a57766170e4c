// From imported books to a scenario: the company as its accounts show it, its months as they happened, and a plan that goes
// on as before. What accounts cannot show (people, terms of loans, useful lives) is assumed, and every assumption is told.
#pragma once

#include "import/trial_balance.hpp"
#include "simulation/scenario.hpp"

namespace goho::imports {

struct CompanyOptions {
    Text name;              // of the company; "Imported company" when empty
    int plan_months = 120;  // after the imported ones, at least: a plan goes on to the end of its fiscal year
    int fiscal_year_start = 0;  // calendar month; 0: the month with which the books begin
};

struct Company {
    simulation::Scenario scenario;
    std::vector<Text> assumed;  // one sentence each, with what to replace
    int months_added = 0;       // to those asked for, so that the last fiscal year is a whole one
};

/// The scenario of an import, or why there is none: a plan needs a balance sheet or opening balances to start from.
Result<Company> company_of(const Import& imported, const CompanyOptions& options);

/// The scenario as a file: with the sources of its figures and its assumptions as notes.
std::string company_text(const Company& company, const Import& imported);

/// Which lines are held against the books; the second where the plan may classify costs otherwise than the files.
enum class Held { every_line, whatever_is_variable };

/// Runs the scenario and holds the months of the books against them: one problem for each line that differs by a yen. The
/// books begin with the plan or later.
Problems differences_from_books(const Company& company, const Import& imported, Held held = Held::every_line);

}  // namespace goho::imports
