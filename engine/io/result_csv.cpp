#include "io/csv.hpp"
#include "io/result_json.hpp"
#include "stakeholders/indicator.hpp"

namespace goho::io {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";  // spreadsheets in Japan need it to see UTF-8

std::string number_or_nothing(const std::optional<double>& value) { return value ? csv_number(*value) : std::string(); }

}  // namespace

std::string run_csv_months(const analysis::Study& study, Language) {
    std::vector<std::string> fields{"month"};
    for (const auto& v : accounting::variables<double>) fields.emplace_back(v.name);
    for (const auto& item : study.scenario.plan.segments) {
        for (const auto& v : accounting::segment_variables<double>) fields.push_back("segments." + item.id + "." + std::string(v.name));
    }
    if (study.run.behaves) {
        for (const auto& v : simulation::conduct_variables<double>) fields.push_back("conduct." + std::string(v.name));
    }
    std::string out = std::string(utf8_mark) + csv_line(fields);
    for (int t = 0; t < static_cast<int>(study.run.months.size()); ++t) {
        fields = {to_string(study.run.start + t)};
        for (const auto& v : accounting::variables<double>) fields.push_back(csv_number(study.run.months[static_cast<std::size_t>(t)].*v.field));
        for (int i = 0; i < study.run.segments.items; ++i) {
            for (const auto& v : accounting::segment_variables<double>) fields.push_back(csv_number(study.run.segments.at(t, i).*v.field));
        }
        if (study.run.behaves) {
            for (const auto& v : simulation::conduct_variables<double>) fields.push_back(csv_number(study.run.conduct[static_cast<std::size_t>(t)].*v.field));
        }
        out += csv_line(fields);
    }
    return out;
}

std::string run_csv_years(const analysis::Study& study, Language language) {
    std::vector<std::string> fields{"fiscal_year", "first_month", "last_month", "months"};
    for (const auto& v : accounting::variables<double>) fields.emplace_back(v.name);
    for (const auto& indicator : stakeholders::indicators()) fields.emplace_back(indicator.name);
    if (study.run.behaves) {
        for (const auto& v : simulation::conduct_variables<double>) fields.push_back("conduct." + std::string(v.name));
        for (const auto& f : stakeholders::direction_figures()) fields.emplace_back(f.name);
    }
    std::string out = std::string(utf8_mark) + csv_line(fields);
    for (std::size_t y = 0; y < study.fiscal_years.size(); ++y) {
        const auto& year = study.fiscal_years[y];
        fields = {csv_text(year.label.in(language)), to_string(year.first), to_string(year.last), std::to_string(year.months)};
        for (const auto& v : accounting::variables<double>) fields.push_back(csv_number(year.books.*v.field));
        for (const auto& indicator : stakeholders::indicators()) fields.push_back(number_or_nothing(indicator.compute(study.fiscal_views[y])));
        if (study.run.behaves) {
            for (const auto& v : simulation::conduct_variables<double>) fields.push_back(csv_number(year.conduct.*v.field));
            for (const auto& f : stakeholders::direction_figures()) fields.push_back(number_or_nothing(f.of(study.directions[y])));
        }
        out += csv_line(fields);
    }
    return out;
}

std::string comparison_csv(const analysis::Comparison& comparison, Language language) {
    std::string out = std::string(utf8_mark) + csv_line({"scenario", "plan_year", "figure", "unit", "value", "difference", "change"});
    for (const auto& c : comparison.contenders) {
        for (std::size_t y = 0; y < comparison.years.size(); ++y) {
            const auto row = [&](std::string_view name, std::string_view unit, const analysis::Cell& cell) {
                out += csv_line({csv_text(c.name.in(language)), std::to_string(comparison.years[y]), std::string(name), std::string(unit),
                                 number_or_nothing(cell.value), number_or_nothing(cell.difference), number_or_nothing(cell.change)});
            };
            for (std::size_t f = 0; f < comparison.figures.size(); ++f) row(comparison.figures[f].name, comparison.figures[f].unit, c.cells[y][f]);
            row("cumulative_operating_income", "yen", c.cumulative_operating_income[y]);
            row("cumulative_free_cash_flow", "yen", c.cumulative_free_cash_flow[y]);
        }
    }
    return out;
}

}  // namespace goho::io
