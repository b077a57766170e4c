#include "cli/text_views.hpp"
#include "io/text_table.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

std::string pick(const View& view, std::string_view en, std::string_view ja) {
    return std::string(view.language == Language::japanese ? ja : en);
}

/// Scenarios are columns; a number stands for each, and the names are listed once.
std::string column_name(std::size_t i, const View& view) {
    return i == 0 ? pick(view, "base", "基準") : fmt::format("[{}]", i);
}

std::string names_text(const analysis::Comparison& comparison, const View& view) {
    std::string out;
    for (std::size_t i = 0; i < comparison.contenders.size(); ++i) {
        const auto& c = comparison.contenders[i];
        out += io::padded_right(column_name(i, view), 6) + io::printable(c.name.in(view.language)) + "\n";
        for (const auto& difference : c.differences) {
            bool first = true;
            for (const auto& line : io::wrapped(io::printable(difference.sentence.in(view.language)), view.width - 10)) {
                out += std::string(6, ' ') + (first ? "- " : "  ") + line + "\n";
                first = false;
            }
        }
    }
    return out;
}

std::string year_text(const analysis::Comparison& comparison, std::size_t y, const View& view, bool with_values, bool with_differences) {
    io::TextTable table;
    for (std::size_t i = 0; i < comparison.contenders.size(); ++i) table.headings.push_back(column_name(i, view));
    const auto add = [&](std::string label, std::string_view unit, auto cell_of) {
        const bool amount = unit == "yen";
        const bool show_values = with_values || !with_differences;
        if (show_values || comparison.contenders.size() == 1) {
            io::TableRow row{label, {}, false};
            for (const auto& c : comparison.contenders) row.cells.push_back(cell_text(cell_of(c).value, unit, view));
            table.rows.push_back(std::move(row));
        }
        if (with_differences && comparison.contenders.size() > 1) {
            io::TableRow row{show_values ? pick(view, "  against base", "  基準との差") : label, {}, false};
            for (std::size_t i = 0; i < comparison.contenders.size(); ++i) {
                const auto& cell = cell_of(comparison.contenders[i]);
                if (i == 0) row.cells.push_back(show_values ? "" : cell_text(cell.value, unit, view));
                else if (!cell.difference) row.cells.push_back("");
                else if (amount || !shown_as_percent(unit)) row.cells.push_back(cell_text(cell.difference, unit, view, true));
                else row.cells.push_back((*cell.difference > 0.0 ? "+" : "") + table_number(*cell.difference * 100.0, view.language, 1) + "pt");
            }
            table.rows.push_back(std::move(row));
        }
    };
    for (std::size_t f = 0; f < comparison.figures.size(); ++f) {
        const auto& figure = comparison.figures[f];
        std::string label(figure.label.in(view.language));
        const std::string unit = figure.unit == "yen" || shown_as_percent(figure.unit) ? "" : unit_name(figure.unit, view.language);
        if (!unit.empty()) label += " (" + unit + ")";
        add(std::move(label), figure.unit, [&](const auto& c) -> const auto& { return c.cells[y][f]; });
    }
    add(pick(view, "Operating income, sum", "営業利益の累計"), "yen", [&](const auto& c) -> const auto& { return c.cumulative_operating_income[y]; });
    add(pick(view, "Free cash flow, sum", "フリーCFの累計"), "yen", [&](const auto& c) -> const auto& { return c.cumulative_free_cash_flow[y]; });
    return io::to_text(table, view.width);
}

std::string worth_text(const analysis::Comparison& comparison, const View& view) {
    io::TextTable table;
    for (std::size_t i = 1; i < comparison.contenders.size(); ++i) table.headings.push_back(column_name(i, view));
    const auto add = [&](std::string label, auto cell_of) {
        io::TableRow row{std::move(label), {}, false};
        for (std::size_t i = 1; i < comparison.contenders.size(); ++i) row.cells.push_back(cell_of(comparison.contenders[i]));
        table.rows.push_back(std::move(row));
    };
    const std::string rate = percent(comparison.discount_rate);
    add(pick(view, "Net present value at " + rate, "正味現在価値（割引率" + rate + "）"),
        [&](const auto& c) { return c.valuation ? cell_text(c.valuation->npv, "yen", view, true) : std::string(); });
    add(pick(view, "Internal rate of return a year", "内部収益率（年）"), [&](const auto& c) {
        if (!c.valuation || !c.valuation->irr) return pick(view, "none", "なし");
        return table_percent(*c.valuation->irr, view.language);
    });
    add(pick(view, "Payback", "回収期間"), [&](const auto& c) -> std::string {
        if (!c.valuation || !c.valuation->payback_months) return pick(view, "not within plan", "期間内に回収せず");
        if (*c.valuation->payback_months == 0) return pick(view, "at once", "持ち出しなし");
        return view.language == Language::japanese ? fmt::format("{}か月", *c.valuation->payback_months)
                                                   : fmt::format("{} months", *c.valuation->payback_months);
    });
    add(pick(view, "Largest outlay before it pays", "累計の最大持ち出し"),
        [&](const auto& c) { return c.valuation ? cell_text(c.valuation->largest_outlay, "yen", view) : std::string(); });
    return io::to_text(table, view.width);
}

}  // namespace

std::string comparison_text(const analysis::Comparison& comparison, const View& view, bool with_values, bool with_differences) {
    std::string out = names_text(comparison, view);
    const std::string unit(label_of(view.unit).in(view.language));
    for (std::size_t y = 0; y < comparison.years.size(); ++y) {
        out += heading(view.language == Language::japanese ? fmt::format("計画{}年目", comparison.years[y]) : fmt::format("Year {} of the plan", comparison.years[y]), unit);
        out += year_text(comparison, y, view, with_values, with_differences);
    }
    if (comparison.contenders.size() > 1) {
        out += heading(pick(view, "What each is worth against the base", "基準に対する価値"), unit) + worth_text(comparison, view);
        for (const auto& line : io::wrapped(pick(view, "Reckoned on free cash flow within the plan; nothing is assumed for the time after it.",
                                                 "計画期間内のフリーCFの差で計算。期間後の価値は見込まない。"), view.width)) {
            out += line + "\n";
        }
    }
    out += heading(pick(view, "Cash and gates", "資金繰りと判定"));
    for (std::size_t i = 0; i < comparison.contenders.size(); ++i) {
        const auto& c = comparison.contenders[i];
        const auto line = [&](const std::string& text, bool first) {
            bool head = first;
            for (const auto& part : io::wrapped(text, view.width - 6)) {
                out += io::padded_right(head ? column_name(i, view) : "", 6) + part + "\n";
                head = false;
            }
        };
        line(shortage_text(c.insolvency, view), true);
        if (!c.targets.empty()) {
            int met = 0;
            for (const auto& target : c.targets) met += target.verdict == stakeholders::Verdict::met ? 1 : 0;
            line(view.language == Language::japanese ? fmt::format("目標: {}件中{}件を達成", c.targets.size(), met)
                                                     : fmt::format("Targets: {} of {} met", met, c.targets.size()),
                 false);
        }
        for (const auto& change : c.gate_changes) {
            line(std::string(change.label.in(view.language)) + ": " + std::string(stakeholders::label_of(change.before).in(view.language)) + " → " +
                     std::string(stakeholders::label_of(change.after).in(view.language)),
                 false);
        }
    }
    return out;
}

}  // namespace goho::cli
