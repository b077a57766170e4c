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
std::string comparison_text(const analysis::Comparison& comparison, const View& view, bool with_values, bool with_differences);

/// One sentence on whether money runs short.
std::string shortage_text(const stakeholders::Insolvency& insolvency, const View& view);
/// One sentence on whether the books hold together.
std::string proof_text(const simulation::Residuals& residuals, Language language);

/// A figure of any unit as a cell of a table.
std::string cell_text(const std::optional<double>& value, std::string_view unit, const View& view, bool with_sign = false);

/// "== Title (thousand yen) ==" above a table.
std::string heading(std::string_view title, std::string_view note = {});

}  // namespace goho::cli
