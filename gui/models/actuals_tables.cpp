#include "models/actuals_tables.hpp"

#include "models/cell_text.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

using accounting::Books;
using analysis::PlanActual;
using analysis::PlanActualSpan;

struct Line {
    double Books<double>::* field;
    Better better;
    TableLine head;
};

/// Good or bad for profit: what is spent on people or research is judged elsewhere by more than that.
Better better_for_profit(const accounting::StatementLayout& layout, const accounting::StatementRow& row, Better of_itself) {
    if (layout.name == "balance") return of_itself;
    const bool income = row.emphasis == accounting::Emphasis::total || row.variable == "non_operating_income" ||
                        row.variable == "extraordinary_income" || row.variable == "profit_before_tax";
    return income ? Better::higher : Better::lower;
}

/// Lines of a statement that are not zero in every one of these spans.
std::vector<Line> lines_of(const accounting::StatementLayout& layout, const std::vector<const PlanActualSpan*>& spans, int month,
                           const Words& words) {
    std::vector<Line> out;
    for (const auto& row : layout.rows) {
        const auto variable = std::find_if(accounting::variables<double>.begin(), accounting::variables<double>.end(),
                                           [&](const auto& v) { return v.name == row.variable; });
        const auto field = variable->field;
        const bool total = row.emphasis == accounting::Emphasis::total;
        const bool used = std::any_of(spans.begin(), spans.end(), [&](const PlanActualSpan* span) {
            return span->plan.*field != 0.0 || span->actual.*field != 0.0;
        });
        if (!used && !total) continue;
        TableLine head;
        head.label = QString(2 * row.indent, QLatin1Char(' ')) + words(variable->label);
        head.variable = std::string(row.variable);
        head.indent = row.indent;
        head.month = month;
        head.total = total;
        out.push_back({field, better_for_profit(layout, row, variable->better), std::move(head)});
    }
    return out;
}

TableCell yen_cell(double value, const Shown& shown) { return {cell_text(value, "yen", shown), {}, {}, value, {}, 0}; }

/// A difference; one that is too small for the unit is neither good nor bad.
TableCell signed_cell(double value, Better better, const Shown& shown) {
    TableCell cell = yen_cell(value, shown);
    if (cell.text == cell_text(0.0, "yen", shown)) return cell;
    if (value > 0.0) cell.text.prepend(QLatin1Char('+'));
    cell.better = goodness(value, better);
    return cell;
}

TableCell ratio_cell(double plan, double actual, const Shown& shown) {
    const auto ratio = analysis::achievement(plan, actual);
    return {cell_text(ratio, "fraction", shown), {}, {}, ratio, {}, 0};
}

bool is_balance(const accounting::StatementLayout& layout) { return layout.name == "balance"; }

}  // namespace

Table span_table(const PlanActualSpan& span, const accounting::StatementLayout& layout, int month, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    table.headings = {tr("Budget", "予算"), tr("Actual", "実績"), tr("Difference", "差異"), tr("Ratio", "達成率")};
    for (auto& line : lines_of(layout, {&span}, month, tr)) {
        const double plan = span.plan.*line.field, actual = span.actual.*line.field;
        line.head.cells = {yen_cell(plan, shown), yen_cell(actual, shown), signed_cell(actual - plan, line.better, shown),
                           ratio_cell(plan, actual, shown)};
        table.lines.push_back(std::move(line.head));
    }
    return table;
}

Table months_table(const PlanActual& result, const accounting::StatementLayout& layout, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    std::vector<const PlanActualSpan*> spans;
    for (const auto& month : result.months) {
        spans.push_back(&month);
        for (const QString& side : {tr("budget", "予算"), tr("actual", "実績")})
            table.headings.push_back(QString::fromStdString(goho::shown(month.first, shown.language)) + QLatin1Char('\n') + side);
    }
    Shown in_yen = shown;  // the plan is no base: its difference is always told
    if (in_yen.difference == DifferenceMode::off) in_yen.difference = DifferenceMode::amount;
    for (auto& line : lines_of(layout, spans, -1, tr)) {
        for (const auto* span : spans) {
            const double plan = span->plan.*line.field, actual = span->actual.*line.field;
            line.head.cells.push_back(yen_cell(plan, shown));
            TableCell cell = yen_cell(actual, shown);
            cell.difference = difference_or_same(actual, plan, "yen", in_yen);
            cell.difference_value = actual - plan;
            cell.better = goodness(actual - plan, line.better);
            line.head.cells.push_back(std::move(cell));
        }
        table.lines.push_back(std::move(line.head));
    }
    return table;
}

Table landing_table(const PlanActual& result, const accounting::StatementLayout& layout, int month, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    table.headings = {tr("Actual\nso far", "実績\n累計"),
                      is_balance(layout) ? tr("Movement\nahead", "増減\n残りの月") : tr("Planned\nahead", "計画\n残りの月"),
                      tr("Landing", "着地見込"),
                      tr("Plan\nat first", "当初計画"),
                      tr("Difference", "差異"),
                      tr("Ratio", "達成率")};
    const auto &landing = result.landing, &so_far = result.year_to_date;
    for (auto& line : lines_of(layout, {&landing}, month, tr)) {
        const double actual = so_far.actual.*line.field, expected = landing.actual.*line.field, plan = landing.plan.*line.field;
        line.head.cells = {yen_cell(actual, shown), yen_cell(expected - actual, shown), yen_cell(expected, shown),
                           yen_cell(plan, shown), signed_cell(expected - plan, line.better, shown), ratio_cell(plan, expected, shown)};
        table.lines.push_back(std::move(line.head));
    }
    return table;
}

std::vector<Effect> effects_of(const analysis::OperatingEffects& effects) {
    const auto segments = effects.of_segments();
    return {{{"Price", "価格差異"}, segments.price},
            {{"Volume", "数量差異"}, effects.volume()},
            {{"Mix", "構成差異"}, segments.mix},
            {{"Unit cost of goods", "単位原価差異"}, segments.unit_cost},
            {{"Spending", "費用の支出差異"}, effects.spending()},
            {{"Timing", "計上時期のずれ"}, effects.timing()}};
}

Table effects_table(const PlanActual& result, const std::vector<NamedSpan>& spans, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    for (const auto& one : spans) table.headings.push_back(one.name);
    const auto add = [&](const QString& label, int indent, auto&& value_of, bool total = false) {
        TableLine line;
        line.label = QString(2 * indent, QLatin1Char(' ')) + label;
        line.indent = indent;
        line.total = total;
        bool any = indent == 0;
        for (const auto& one : spans) {
            line.cells.push_back(signed_cell(value_of(one.span->effects), Better::higher, shown));
            any = any || *line.cells.back().value != 0.0;
        }
        if (any) table.lines.push_back(std::move(line));
    };
    const auto of_segments = [&](auto member) {
        if (result.segments.size() < 2) return;
        for (std::size_t i = 0; i < result.segments.size(); ++i)
            add(tr(result.segments[i]), 1, [&](const auto& e) { return e.segments[i].*member; });
    };
    const auto of_costs = [&](auto member) {
        for (std::size_t k = 0; k < result.costs.size(); ++k)
            add(tr(result.costs[k]), 1, [&](const auto& e) { return e.costs[k].*member; });
    };
    using Segment = analysis::SegmentEffects;
    using Cost = analysis::CostEffects;
    const auto names = effects_of(spans.front().span->effects);
    const auto cause = [&](std::size_t n) {
        add(tr(names[n].label), 0, [n](const auto& e) { return effects_of(e)[n].value; });
    };
    cause(0), of_segments(&Segment::price);
    cause(1), of_segments(&Segment::volume);
    if (result.segments.size() > 1) add(tr("Steps of capacity", "段階的な固定費"), 1, [](const auto& e) { return e.step_cost; });
    cause(2), of_segments(&Segment::mix);
    cause(3), of_segments(&Segment::unit_cost);
    cause(4), of_costs(&Cost::spending);
    cause(5), of_costs(&Cost::timing);
    add(tr("Operating income, difference", "営業利益の差異"), 0, [](const auto& e) { return e.sum(); }, true);
    return table;
}

}  // namespace goho::gui
