// The fiscal years of a study as columns of a form: the balance sheet on which the plan begins, then at most ten years, each
// said to be actual or planned.
#pragma once

#include "analysis/study.hpp"
#include "forms/line_table.hpp"

namespace goho::forms {

class Years {
public:
    enum class Latest { shown, left_out };

    Years(const analysis::Study& study, const Setting& setting, Latest latest);

    Columns columns() const;
    int count() const { return count_; }
    /// The year of a column; null for the balance sheet before the plan.
    const stakeholders::YearView* at(int column) const;
    /// The position of a column's year among the fiscal years, -1 before the plan.
    int year_of(int column) const { return column - (latest_ ? 1 : 0); }
    /// The first whole year, from which programmes are measured.
    int base_column() const;

    /// A line of the books; of the year before the plan only its closing balances and net sales are known.
    FigureOf line(std::string_view variable) const;
    FigureOf indicator(std::string_view name) const;
    /// The same of an indicator that needs no more than balances and net sales, so that it is known before the plan, too.
    FigureOf balance_indicator(std::string_view name) const;
    FigureOf reckoned(std::function<std::optional<double>(const stakeholders::YearView&)> of) const;
    /// A sum over balances, known before the plan, too.
    FigureOf balance(std::function<double(const accounting::Books<double>&)> of) const;
    /// The result of a gate in a column; null where there is none.
    const stakeholders::GateResult* gate(std::string_view name, int column) const;

    /// A line of the books as a line of a table, by its name in the table of variables.
    Line books(std::string_view variable, bool total = false) const;
    /// The same, reckoned from other lines of the table.
    Line total(std::string_view variable, std::string formula) const;
    /// "Months", which formulas need where a year is shorter.
    Line months() const;

private:
    const analysis::Study& study_;
    const Setting& setting_;
    bool latest_;
    int count_;
};

/// A fiscal year over the lines of a narrow column: "2027年度", "2028年3月期".
std::string in_lines(const std::string& label);

/// Whether the months up to the last of a span are as they happened: "actual", "partly actual", "plan".
std::string standing(const analysis::Study& study, const Setting& setting, Month first, Month last);

}  // namespace goho::forms
