#include "analysis/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace goho::analysis {

namespace {

using stakeholders::YearView;

constexpr std::string_view points_name = "locaben_points";

constexpr std::array<std::string_view, 12> figure_names{
    "net_sales", "marginal_profit", "gross_profit", "fixed_cost", "operating_income", "ordinary_income",
    "net_income", "cash", "", "net_assets", "equity_ratio", "break_even_ratio",
};
constexpr auto debt = stakeholders::debt_quantity;

/// What people, customers and others make of it; shown when behaviour is simulated.
constexpr std::array<std::string_view, 8> conduct_names{
    "adoption_rate", "hours_saved", "freed_hours_used", "employee_satisfaction", "annual_attrition", "customer_satisfaction",
    "annual_retention", "trust",
};

std::vector<KeyFigure> key_figures(const CompareOptions& options, bool behaves) {
    std::vector<KeyFigure> figures;
    const auto add = [&](std::string_view name) {
        if (const auto q = stakeholders::find_quantity(name)) figures.push_back({q->name, q->unit, q->label, q->definition, q->better});
    };
    for (const std::string_view name : figure_names) {
        if (!name.empty()) add(name);
        else figures.push_back({debt.name, debt.unit, debt.label, debt.definition, debt.better});
    }
    constexpr std::array<std::string_view, 3> repayment{"debt_repayment_years_a", "debt_repayment_years_b", "debt_repayment_years_c"};
    add(repayment[static_cast<std::size_t>(options.gates.repayment)]);
    if (options.benchmark) {
        figures.push_back({points_name, "points", {"Local Benchmark points", "ロカベン点数"},
                           {"Sum of six indicators scored 1 to 5, out of 30", "6指標（各1〜5点）の合計、30点満点"}, Better::higher});
    }
    if (behaves) {
        for (const std::string_view name : conduct_names) add(name);
        for (const auto& f : stakeholders::direction_figures()) figures.push_back({f.name, "points", f.label, f.definition, Better::higher});
    }
    return figures;
}

std::string_view industry_of(const Subject& subject, const CompareOptions& options) {
    return options.gates.industry.empty() ? subject.scenario->plan.company.industry.view() : options.gates.industry;
}

std::optional<double> value_of(const KeyFigure& row, const YearView& year, const YearView& first, const Subject& subject,
                               const CompareOptions& options) {
    for (const auto& f : stakeholders::direction_figures()) {
        if (f.name == row.name) return f.of(stakeholders::five_directions(year, first));
    }
    if (row.name == debt.name) return stakeholders::interest_bearing_debt(year.now);
    if (row.name != points_name) return stakeholders::figure(year, row.name);
    const auto* industry = options.benchmark->find(industry_of(subject, options));
    if (!industry) return {};
    const auto sum = stakeholders::local_benchmark(year, *industry).sum;
    return sum ? std::optional<double>(*sum) : std::nullopt;
}

/// Adds what separates a cell from the base's; a change in percent only for amounts, and from something.
void set_against(Cell& cell, const Cell& base, std::string_view unit) {
    if (!cell.value || !base.value) return;
    cell.difference = *cell.value - *base.value;
    if (unit == "yen" && *base.value != 0.0) cell.change = *cell.difference / std::abs(*base.value);
}

/// A subject with its years read once.
struct Reading {
    Subject subject;
    std::vector<YearView> fiscal, plan;
};
Reading read(const Subject& subject) {
    const double previous = subject.scenario->plan.opening.previous_net_sales;
    return {subject, stakeholders::year_views(*subject.run, simulation::fiscal_years(*subject.run), previous,
                                             &subject.scenario->plan),
            stakeholders::year_views(*subject.run, simulation::plan_years(*subject.run), previous, &subject.scenario->plan)};
}

bool holds(const Reading& reading, int year) {
    return year >= 1 && year <= static_cast<int>(reading.plan.size()) && reading.plan[year - 1].months == 12;
}

Contender contender(const Reading& reading, const Comparison& comparison, const CompareOptions& options) {
    Contender c;
    c.name = reading.subject.scenario->name;
    for (const int year : comparison.years) {
        std::vector<Cell> cells(comparison.figures.size());
        Cell operating, free;
        if (holds(reading, year)) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                cells[i].value = value_of(comparison.figures[i], reading.plan[year - 1], reading.plan.front(), reading.subject,
                                          options);
            }
            operating.value = free.value = 0.0;
            for (int k = 0; k < year; ++k) {
                *operating.value += reading.plan[k].now.operating_income;
                *free.value += reading.plan[k].now.free_cash_flow;
            }
        }
        c.cells.push_back(std::move(cells));
        c.cumulative_operating_income.push_back(operating);
        c.cumulative_free_cash_flow.push_back(free);
    }
    c.insolvency = stakeholders::insolvency(*reading.subject.run);
    stakeholders::GateOptions gate_options = options.gates;
    gate_options.industry = industry_of(reading.subject, options);
    c.gate_results = stakeholders::gates(reading.fiscal, gate_options);
    c.gates = stakeholders::gate_summary(c.gate_results);
    c.targets = stakeholders::target_results(reading.subject.scenario->plan, reading.plan);
    return c;
}

/// Free cash flow of the variant less the base's, over the months that both plans have.
Valuation value_against(const Reading& variant, const Reading& base, double discount_rate) {
    const auto &with = *variant.subject.run, &without = *base.subject.run;
    const Month start = std::max(with.start, without.start);
    const Month end = std::min(with.start + static_cast<int>(with.months.size()), without.start + static_cast<int>(without.months.size()));
    std::vector<double> flows;
    for (Month m = start; m < end; m = m + 1) {
        flows.push_back(with.months[m - with.start].free_cash_flow - without.months[m - without.start].free_cash_flow);
    }
    return valuation(flows, discount_rate, start);
}

std::vector<GateChange> gate_changes(const Contender& base, const Contender& variant) {
    std::vector<GateChange> changes;
    for (const auto& now : variant.gates) {
        for (const auto& was : base.gates) {
            if (was.gate == now.gate && was.verdict != now.verdict) changes.push_back({now.gate, now.label, was.verdict, now.verdict});
        }
    }
    return changes;
}

}  // namespace

Comparison compare(const Subject& base, const std::vector<Subject>& variants, const CompareOptions& options) {
    Comparison result;
    const Reading base_reading = read(base);
    const bool behaves = base.run->behaves ||
                         std::any_of(variants.begin(), variants.end(), [](const Subject& v) { return v.run->behaves; });
    result.figures = key_figures(options, behaves);
    result.discount_rate = base.scenario->plan.treasury.discount_rate;
    for (const int year : options.years) {
        if (holds(base_reading, year)) result.years.push_back(year);
    }
    result.contenders.push_back(contender(base_reading, result, options));

    for (const Subject& variant : variants) {
        const Reading reading = read(variant);
        Contender c = contender(reading, result, options);
        const Contender& against = result.contenders.front();
        for (std::size_t year = 0; year < result.years.size(); ++year) {
            for (std::size_t i = 0; i < result.figures.size(); ++i) {
                set_against(c.cells[year][i], against.cells[year][i], result.figures[i].unit);
            }
            set_against(c.cumulative_operating_income[year], against.cumulative_operating_income[year], "yen");
            set_against(c.cumulative_free_cash_flow[year], against.cumulative_free_cash_flow[year], "yen");
        }
        c.valuation = value_against(reading, base_reading, result.discount_rate);
        c.gate_changes = gate_changes(against, c);
        c.differences = differences(*base.scenario, *variant.scenario);
        result.contenders.push_back(std::move(c));
    }
    return result;
}

}  // namespace goho::analysis
