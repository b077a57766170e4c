#include "forms/years.hpp"

#include "workbook/model_sheets.hpp"

#include <algorithm>

namespace goho::forms {

using accounting::Books;
using stakeholders::YearView;

namespace {

constexpr int most_years = 10;

const Variable<Books<double>, double>& variable_named(std::string_view name) {
    const auto& table = accounting::variables<double>;
    return *std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
}

}  // namespace

std::string standing(const analysis::Study& study, const Setting& setting, Month first, Month last) {
    const Month begun = study.run.start + static_cast<int>(study.scenario.plan.actuals.months.size());
    return last < begun ? setting.text("actual", "実績") : first < begun ? setting.text("partly actual", "一部実績") : setting.text("plan", "計画");
}

std::string in_lines(const std::string& label) {
    const auto [year, ends] = workbook::year_in_lines(label);
    return ends.empty() ? year : year + "\n" + ends;
}

Years::Years(const analysis::Study& study, const Setting& setting, Latest latest)
    : study_(study), setting_(setting), latest_(latest == Latest::shown),
      count_(std::min(most_years, static_cast<int>(study.fiscal_views.size())) + (latest_ ? 1 : 0)) {}

const YearView* Years::at(int column) const {
    const int year = year_of(column);
    return year < 0 ? nullptr : &study_.fiscal_views[static_cast<std::size_t>(year)];
}

int Years::base_column() const {
    for (int c = 0; c < count_; ++c) {
        if (const YearView* year = at(c); year != nullptr && year->months == 12) return c;
    }
    return latest_ ? 1 : 0;
}

Columns Years::columns() const {
    Columns out;
    out.base = base_column();
    for (int c = 0; c < count_; ++c) {
        const YearView* year = at(c);
        out.open.push_back(year == nullptr);
        out.headings.push_back(year == nullptr ? setting_.text("Before the plan\n(latest year)", "計画開始前\n（直近期）")
                                               : in_lines(year->label.in(setting_.language)) + "\n" + standing(study_, setting_, year->first, year->last));
    }
    return out;
}

FigureOf Years::line(std::string_view variable) const {
    const auto& row = variable_named(variable);
    return [this, &row](int column) -> std::optional<double> {
        if (const YearView* year = at(column)) return year->now.*row.field;
        if (row.name == "employees") return {};
        if (row.kind == Kind::stock) return study_.run.opening.*row.field;
        const double previous = study_.scenario.plan.opening.previous_net_sales;
        return row.name == "net_sales" && previous > 0.0 ? std::optional(previous) : std::nullopt;
    };
}

FigureOf Years::indicator(std::string_view name) const {
    const stakeholders::Indicator* found = stakeholders::find_indicator(name);
    return [this, found](int column) { return at(column) == nullptr ? std::nullopt : found->compute(*at(column)); };
}

FigureOf Years::balance_indicator(std::string_view name) const {
    const stakeholders::Indicator* found = stakeholders::find_indicator(name);
    return [this, found](int column) -> std::optional<double> {
        if (const YearView* year = at(column)) return found->compute(*year);
        YearView before{};
        before.now = study_.run.opening;
        before.now.net_sales = study_.scenario.plan.opening.previous_net_sales;
        return found->compute(before);
    };
}

FigureOf Years::reckoned(std::function<std::optional<double>(const YearView&)> of) const {
    return [this, of = std::move(of)](int column) { return at(column) == nullptr ? std::nullopt : of(*at(column)); };
}

FigureOf Years::balance(std::function<double(const Books<double>&)> of) const {
    return [this, of = std::move(of)](int column) -> std::optional<double> {
        return of(at(column) == nullptr ? study_.run.opening : at(column)->now);
    };
}

const stakeholders::GateResult* Years::gate(std::string_view name, int column) const {
    for (const auto& result : study_.gates) {
        if (result.gate == name && result.year == year_of(column)) return &result;
    }
    return nullptr;
}

Line Years::books(std::string_view variable, bool total) const {
    return money(std::string(variable), setting_.text(variable_named(variable).label), line(variable), total);
}

Line Years::total(std::string_view variable, std::string formula) const {
    return money_total(std::string(variable), setting_.text(variable_named(variable).label), line(variable), std::move(formula));
}

Line Years::months() const {
    return {Line::Kind::plain, "months", setting_.text("Months", "月数"), {}, Style::yen,
            [this](int column) { return std::optional(at(column) == nullptr ? 12.0 : at(column)->months); }};
}

}  // namespace goho::forms
