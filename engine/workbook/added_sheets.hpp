// What a reader of the workbook wants beside the model: the gates with their verdicts, checks that the books hold, names for
// the input cells, and in front of all how to read it, with charts. All of it points to the sheets of the model.
#pragma once

#include "stakeholders/gates.hpp"
#include "workbook/model_sheets.hpp"

namespace goho::workbook {

/// The gates of the recorded run's fiscal years, and the sheet that reckons them from the yearly statements.
std::vector<stakeholders::GateResult> gates_of(const analysis::Recording& run);
Sheet gates_sheet(const ModelSheets& model, const std::vector<stakeholders::GateResult>& gates, Language language, Book& counted);

/// Every identity of every month as a difference that must be zero.
Sheet checks_sheet(const ModelSheets& model, const analysis::Recording& run, Language language, Book& counted);
/// The cell of the sheet of checks that says whether all hold, and what it says.
std::string verdict_cell(Language language);
std::string verdict_of_checks(const Sheet& checks);

/// How to read the workbook, whether all checks hold, and charts.
Sheet overview_sheet(const ModelSheets& model, const analysis::Recording& run, const Sheet& gates, std::string verdict, Language language);

/// A name for every input cell, from its address: /segments/main/price is in_segments_main_price.
std::vector<DefinedName> input_names(const ModelSheets& model);

}  // namespace goho::workbook
