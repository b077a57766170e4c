// The door of the library: what a program needs to read plans, run them, study them and compare them. It holds nothing
// of its own; any header behind it can be included by itself. A whole program: docs/guide/library.md.
#pragma once

#include "analysis/comparison.hpp"      // compare(): a base and its variants side by side
#include "analysis/plan_actual.hpp"     // plan_actual(): months as they happened against the plan, and why they differ
#include "analysis/study.hpp"           // study(): a run with its years, indicators, gates, targets and cash
#include "calibration/calibration.hpp"  // calibrate(): quantities fitted to the months that have happened
#include "forms/forms.hpp"              // form_book(): forms of banks and agencies
#include "import/company.hpp"           // company_of(): a scenario whose first months are imported books
#include "import/trial_balance.hpp"     // read_trial_balances(): what accounting programs export
#include "io/result_json.hpp"           // run_json(), comparison_json() and the same as CSV
#include "io/scenario_reader.hpp"       // read_scenario(), read_scenario_text(), problems_of()
#include "io/statutes.hpp"              // load_statutes(): the law that a scenario names
#include "io/variant.hpp"               // variant_text(): a what-if as a file
#include "io/version.hpp"               // version()
#include "simulation/run.hpp"           // run(): the months alone
#include "uncertainty/monte_carlo.hpp"  // monte_carlo(): thousands of trials, with what is uncertain
#include "uncertainty/sensitivity.hpp"  // sensitivity(): what an outcome hangs on
#include "workbook/xlsx.hpp"            // xlsx_bytes(): a workbook as a file
