// What the commands print for people: statements, indicators, gates and comparisons as text tables.
#pragma once

#include "accounting/statement_layout.hpp"
#include "analysis/comparison.hpp"
#include "analysis/study.hpp"
#include "core/format.hpp"

#include <string>

namespace goho::cli {

struct View {
    Language language = Language::english;
    MoneyUnit unit = MoneyUnit::thousand;
    int width = 80;
    bool by_month = false;
};

std::string title_text(const analysis::Study& study, const View& view);
std::string summary_text(const analysis::Study& study, const View& view);
std::string statement_text(const analysis::Study& study, const accounting::StatementLayout& layout, const View& view);
std::string segments_text(const analysis::Study& study, const View& view);
std::string indicators_text(const analysis::Study& study, const View& view);
std::string gates_text(const analysis::Study& study, const View& view);
std::string loans_text(const analysis::Study& study, const View& view);
/// The short block of the summary, and the tables of people, customers, hours and initiatives; empty where behaviour is off.
std::string directions_summary(const analysis::Study& study, const View& view);
std::string directions_text(const analysis::Study& study, const View& view);
std::string conduct_text(const analysis::Study& study, std::string_view part, const View& view);
std::string disconnects_text(const analysis::Study& study, const View& view);
std::string findings_text(const analysis::Study& study, const View& view);
/// Empty where the file has none.
std::string story_text(const analysis::Study& study, const View& view);
std::string decisions_text(const analysis::Study& study, const View& view);
std::string initiatives_text(const analysis::Study& study, const View& view);
std::string comparison_text(const analysis::Comparison& comparison, const View& view, bool with_values, bool with_differences);

/// One sentence on whether money runs short.
std::string shortage_text(const stakeholders::Insolvency& insolvency, const View& view);
/// One sentence on whether the books hold together.
std::string proof_text(const simulation::Residuals& residuals, Language language);

/// A figure of any unit as a cell of a table.
std::string cell_text(const std::optional<double>& value, std::string_view unit, const View& view, bool with_sign = false);

std::vector<std::string> year_headings(const analysis::Study& study, const View& view);

/// "== Title (thousand yen) ==" above a table.
std::string heading(std::string_view title, std::string_view note = {});

}  // namespace goho::cli
