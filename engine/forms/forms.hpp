// A plan as banks, support institutions and agencies ask for it: workbooks arranged after the forms in use. None of them
// is the official file, and each says so. What the engine has reckoned stands in the value cells; totals, growth and ratios are
// formulas over them. Why arranged so, and what was read where: docs/decisions/0021-forms.md.
#pragma once

#include "analysis/study.hpp"
#include "core/format.hpp"
#include "workbook/book.hpp"

#include <span>
#include <string_view>

namespace goho::forms {

enum class Form { early_improvement, local_benchmark, value_added };

struct FormInfo {
    Form form;
    std::string_view id;  // on the command line
    Label title, purpose;
};

/// In the order of Form.
std::span<const FormInfo> forms();
const FormInfo& info_of(Form form);

struct FormOptions {
    Language language = Language::english;
    MoneyUnit unit = MoneyUnit::thousand;               // of the amounts, which are not rounded; a unit of whole figures
    const stakeholders::Benchmark* benchmark = nullptr; // the one of the study: its thresholds are shown beside the points
};

/// The sheets of a form for one plan, ready for workbook::xlsx_bytes.
workbook::Book form_book(Form form, const analysis::Study& study, const FormOptions& options);

}  // namespace goho::forms
