// A report made from files, without a window: reads the scenarios, asks the engine, writes the file. And the writing
// itself, which the window shares.
#pragma once

#include "io/report_request.hpp"
#include "report/document.hpp"

namespace goho::gui::report {

/// PDF or web page, by the ending of the file; whole or not at all.
Problems write_report(const Document& document, const std::string& file);

/// What the process returns: 0, 1 when the file cannot be written, 3 when the scenarios have problems. They are told on
/// standard error.
int report_from(const io::ReportRequest& request);
/// The same for the request that stands on standard input; 2 when there is none.
int report_from_input();

}  // namespace goho::gui::report
