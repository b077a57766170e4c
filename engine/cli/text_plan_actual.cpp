#include "cli/text_plan_actual.hpp"

#include "io/text_table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using analysis::PlanActual;
using analysis::PlanActualSpan;

std::string pick(const View& view, std::string_view en, std::string_view ja) {
    return std::string(view.language == Language::japanese ? ja : en);
}

std::string amount(double yen, const View& view) { return money(yen, view.unit, view.language); }
std::string unit(const View& view) { return std::string(label_of(view.unit).in(view.language)); }

std::string lines(std::string_view text, const View& view, std::string_view first = "") {
    std::string out, before(first);
    const int indent = io::display_width(first);
    for (const auto& line : io::wrapped(text, view.width - indent)) {
        out += before + line + "\n";
        before.assign(static_cast<std::size_t>(indent), ' ');
    }
    return out;
}

const auto& variable_named(std::string_view name) {
    const auto& all = accounting::variables<double>;
    return *std::find_if(all.begin(), all.end(), [&](const auto& v) { return v.name == name; });
}

io::TableRow row_of(std::string label, double plan, double actual, const View& view) {
    const auto ratio = analysis::achievement(plan, actual);
    return {std::move(label),
            {amount(plan, view), amount(actual, view), amount(actual - plan, view), ratio ? table_percent(*ratio, view.language) : "-"},
            false};
}

/// Lines that are zero on both sides are left out; below operating income both forms are the same, which is said once.
std::string statement(const PlanActualSpan& span, const accounting::StatementLayout& layout, const std::vector<std::string>& headings,
                      const View& view) {
    io::TextTable table{headings, {}, std::string(layout.title.in(view.language))};
    for (const auto& row : layout.rows) {
        const auto& v = variable_named(row.variable);
        const double plan = span.plan.*v.field, actual = span.actual.*v.field;
        const bool total = row.emphasis == accounting::Emphasis::total;
        if (!total && plan == 0.0 && actual == 0.0) continue;
        auto out = row_of(std::string(static_cast<std::size_t>(2 * row.indent), ' ') + std::string(v.label.in(view.language)), plan, actual, view);
        out.rule_above = total && !table.rows.empty();
        table.rows.push_back(std::move(out));
        if (layout.name == "statutory" && row.variable == "operating_income") break;
    }
    return io::to_text(table, view.width);
}

std::string span_text(std::string_view title, const PlanActualSpan& span, const std::vector<std::string>& headings, const View& view) {
    std::string out = heading(title, unit(view));
    for (std::size_t i = 0; i < analysis::compared_statements.size(); ++i) {
        if (i > 0) out += "\n";
        out += statement(span, analysis::compared_statements[i], headings, view);
    }
    return out;
}

/// The parts of the difference, one column for each span.
std::string effects_text(const std::vector<std::pair<std::string, const PlanActualSpan*>>& spans, const View& view) {
    io::TextTable table;
    for (const auto& [name, span] : spans) table.headings.push_back(name);
    const auto add = [&](std::string label, auto&& part_of, bool rule = false) {
        io::TableRow row{std::move(label), {}, rule};
        for (const auto& [name, span] : spans) row.cells.push_back(amount(part_of(span->effects), view));
        table.rows.push_back(std::move(row));
    };
    add(pick(view, "Price", "価格差異"), [](const auto& e) { return e.of_segments().price; });
    add(pick(view, "Volume", "数量差異"), [](const auto& e) { return e.volume(); });
    add(pick(view, "Mix", "構成差異"), [](const auto& e) { return e.of_segments().mix; });
    add(pick(view, "Unit cost of goods", "単位原価差異"), [](const auto& e) { return e.of_segments().unit_cost; });
    add(pick(view, "Spending", "費用の支出差異"), [](const auto& e) { return e.spending(); });
    add(pick(view, "Timing", "計上時期のずれ"), [](const auto& e) { return e.timing(); });
    add(pick(view, "Operating income, difference", "営業利益の差異"), [](const auto& e) { return e.sum(); }, true);
    return io::to_text(table, view.width);
}

std::string segments_table(const PlanActual& result, const PlanActualSpan& span, const View& view) {
    io::TextTable table{{pick(view, "price", "価格差異"), pick(view, "volume", "数量差異"), pick(view, "mix", "構成差異"), pick(view, "unit cost", "単位原価差異")},
                        {}, pick(view, "Segment", "部門")};
    for (std::size_t i = 0; i < result.segments.size(); ++i) {
        const auto& s = span.effects.segments[i];
        table.rows.push_back({io::fitted(io::printable(result.segments[i].in(view.language)), 28),
                              {amount(s.price, view), amount(s.volume, view), amount(s.mix, view), amount(s.unit_cost, view)}, false});
    }
    return "\n" + io::to_text(table, view.width);
}

std::string costs_table(const PlanActual& result, const PlanActualSpan& span, const View& view) {
    io::TextTable table{{pick(view, "budget", "予算"), pick(view, "allowed", "変動予算"), pick(view, "actual", "実績"), pick(view, "spending", "支出差異")},
                        {}, pick(view, "Cost", "費用")};
    for (std::size_t k = 0; k < result.costs.size(); ++k) {
        const auto& c = span.effects.costs[k];
        if (c.plan == 0.0 && c.actual == 0.0) continue;
        table.rows.push_back({io::fitted(io::printable(result.costs[k].in(view.language)), 28),
                              {amount(c.plan, view), amount(c.allowed, view), amount(c.actual, view), amount(c.allowed - c.actual, view)}, false});
    }
    return "\n" + io::to_text(table, view.width);
}

std::string why_text(const PlanActual& result, const View& view) {
    const bool later_year = result.cumulative.first != result.year_to_date.first;
    std::vector<std::pair<std::string, const PlanActualSpan*>> spans{{to_string(result.months.back().first), &result.months.back()},
                                                                     {pick(view, "year to date", "当期累計"), &result.year_to_date}};
    if (later_year) spans.emplace_back(pick(view, "all months", "全期間累計"), &result.cumulative);
    std::string out = heading(pick(view, "Why operating income differs; below zero lowers it", "営業利益の差異の内訳（△は減益要因）"), unit(view)) + effects_text(spans, view);
    if (result.segments.size() > 1) out += segments_table(result, result.year_to_date, view);
    out += costs_table(result, result.year_to_date, view);
    if (!result.volumes_known) {
        out += "\n" + lines(pick(view, "The books give no volumes: prices stand as planned, and what sales differ by is volume and mix.",
                                 "帳簿に販売数量がないため、単価は計画どおりとし、売上の差は数量・構成差異に含まれます。"), view, pick(view, "note: ", "注意: "));
    }
    const auto largest = analysis::causes(result, result.year_to_date);
    if (largest.empty()) return out;
    out += heading(pick(view, "The largest causes, year to date", "主な差異要因（当期累計）"));
    for (std::size_t i = 0; i < largest.size(); ++i) out += lines(io::printable(largest[i].sentence.in(view.language)), view, fmt::format("{}. ", i + 1));
    return out;
}

std::string landing_sentence(const PlanActualSpan& landing, std::string_view name, const View& view) {
    const auto& v = variable_named(name);
    const double plan = landing.plan.*v.field, expected = landing.actual.*v.field, difference = expected - plan;
    const std::string label(v.label.in(view.language)), money_unit = unit(view);
    if (view.language == Language::japanese) {
        const std::string against = difference == 0.0 ? "計画どおり" : fmt::format("計画比{}{}{}", amount(abs(difference), view), money_unit, difference > 0.0 ? "増" : "減");
        return lines(fmt::format("{}の着地見込は{}{}（当初計画{}{}、{}）です。", label, amount(expected, view), money_unit, amount(plan, view), money_unit, against), view);
    }
    const std::string against = difference == 0.0 ? "as in"
                                                  : fmt::format("{} {} than", amount(abs(difference), view), difference > 0.0 ? "more" : "less");
    return lines(fmt::format("{}: {} {} expected, {} the original plan of {}.", label, amount(expected, view), money_unit, against,
                             amount(plan, view)), view);
}

std::string landing_text(const PlanActual& result, const View& view) {
    const auto& landing = result.landing;
    const std::vector<std::string> headings{pick(view, "plan", "当初計画"), pick(view, "landing", "着地見込"), pick(view, "difference", "差異"), pick(view, "ratio", "達成率")};
    std::string out = span_text(pick(view, "Landing: ", "着地見込：") + landing.label.in(view.language), landing, headings, view) + "\n";
    out += lines(pick(view, fmt::format("Actual to {}, then the plan from the balances of that month.", to_string(result.year_to_date.last)),
                      fmt::format("{}まで実績、以降はその月末残高からの計画です。", shown(result.year_to_date.last, Language::japanese))), view);
    for (const auto name : {"ordinary_income", "cash"}) out += landing_sentence(landing, name, view);
    return out;
}

}  // namespace

std::string plan_actual_text(const PlanActual& result, std::size_t months, const View& view) {
    const std::vector<std::string> headings{pick(view, "budget", "予算"), pick(view, "actual", "実績"), pick(view, "difference", "差異"), pick(view, "ratio", "達成率")};
    std::string out;
    const std::size_t count = result.months.size();
    for (std::size_t t = count - std::min(months, count); t < count; ++t) {
        const auto& span = result.months[t];
        out += span_text(pick(view, "Month ", "当月 ") + span.label.in(view.language), span, headings, view);
    }
    out += span_text(pick(view, "Year to date ", "当期累計 ") + result.year_to_date.label.in(view.language), result.year_to_date, headings, view);
    if (result.cumulative.first != result.year_to_date.first) {
        out += span_text(pick(view, "All months ", "全期間累計 ") + result.cumulative.label.in(view.language), result.cumulative, headings, view);
    }
    return out + why_text(result, view) + landing_text(result, view);
}

}  // namespace goho::cli
