#include "cli/text_views.hpp"

#include "io/text_table.hpp"
#include "stakeholders/indicator.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using accounting::Books;

bool japanese(const View& view) { return view.language == Language::japanese; }
std::string pick(const View& view, std::string_view en, std::string_view ja) { return std::string(japanese(view) ? ja : en); }

/// "FY2027" or "2027年度", with a star for a year that is not whole.
std::string short_year(const simulation::Period& period, int fiscal_year_start, const View& view) {
    const int year = goho::fiscal_year_start(period.first, fiscal_year_start).year();
    return (japanese(view) ? fmt::format("{}年度", year) : fmt::format("FY{}", year)) + (period.months < 12 ? "*" : "");
}

std::string partial_year_note(const analysis::Study& study, const View& view) {
    std::string months;
    for (const auto& year : study.fiscal_years) {
        if (year.months == 12) continue;
        if (!months.empty()) months += japanese(view) ? "、" : ", ";
        months += japanese(view) ? fmt::format("{}は{}か月", short_year(year, study.run.fiscal_year_start, view), year.months)
                                 : fmt::format("{} holds {} month{}", short_year(year, study.run.fiscal_year_start, view), year.months, year.months == 1 ? "" : "s");
    }
    return months.empty() ? "" : "* " + months + "\n";
}

const accounting::Books<double>* books_at(const analysis::Study& study, const View& view, std::size_t column) {
    return view.by_month ? &study.run.months[column] : &study.fiscal_years[column].books;
}

std::vector<std::string> headings_of(const analysis::Study& study, const View& view) {
    if (!view.by_month) return year_headings(study, view);
    std::vector<std::string> out;
    for (int t = 0; t < static_cast<int>(study.run.months.size()); ++t) out.push_back(to_string(study.run.start + t));
    return out;
}

const Variable<Books<double>, double>* find_variable(std::string_view name) {
    for (const auto& row : accounting::variables<double>) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

io::TextTable statement_table(const analysis::Study& study, std::span<const accounting::StatementRow> rows, const View& view) {
    io::TextTable table;
    table.headings = headings_of(study, view);
    for (const auto& row : rows) {
        const auto* variable = find_variable(row.variable);
        io::TableRow line;
        line.label = std::string(static_cast<std::size_t>(row.indent) * 2, ' ') + std::string(variable->label.in(view.language));
        line.rule_above = row.emphasis == accounting::Emphasis::total && !table.rows.empty();
        bool any = row.indent == 0;
        for (std::size_t c = 0; c < table.headings.size(); ++c) {
            const double value = books_at(study, view, c)->*variable->field;
            any = any || value != 0.0;
            line.cells.push_back(cell_text(value, variable->unit, view));
        }
        if (any) table.rows.push_back(std::move(line));  // a detail that is zero throughout only takes room
    }
    return table;
}

std::string money_note(const View& view) { return std::string(label_of(view.unit).in(view.language)); }

std::string_view verdict_mark(stakeholders::Verdict verdict) {
    switch (verdict) {
        case stakeholders::Verdict::met: return "○";
        case stakeholders::Verdict::missed: return "×";
        default: return "－";
    }
}

std::string verdict_word(stakeholders::Verdict verdict, const View& view) {
    return std::string(verdict_mark(verdict)) + " " + std::string(stakeholders::label_of(verdict).in(view.language));
}

std::string unit_note(std::string_view unit, const View& view) {
    if (unit == "yen") return money_note(view);
    if (shown_as_percent(unit)) return "%";
    return unit_name(unit, view.language);
}

/// The scenario's own targets, met or missed.
std::string targets_text(const analysis::Study& study, const View& view) {
    std::string out;
    if (!study.targets.empty()) {
        out += heading(pick(view, "Targets", "目標"));
        for (const auto& t : study.targets) {
            const std::string sign = t.bound == stakeholders::Bound::at_least ? "≥" : "≤";
            const std::string goal = cell_text(t.value, t.unit, view), figure = cell_text(t.figure, t.unit, view), unit = unit_note(t.unit, view);
            const std::string shown_goal = sign + " " + goal + (unit == "%" ? "" : " " + unit);
            const std::string line =
                japanese(view) ? fmt::format("{}: {}（{}年目の目標 {}）", io::printable(t.name.ja), figure, t.year, shown_goal)
                               : fmt::format("{}: {} (target of year {}: {})", io::printable(t.name.en), figure, t.year, shown_goal);
            std::string mark(verdict_mark(t.verdict));
            for (const auto& part : io::wrapped(line, view.width - 4)) {
                out += io::padded_right(mark, 4) + part + "\n";
                mark.clear();
            }
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> year_headings(const analysis::Study& study, const View& view) {
    std::vector<std::string> out;
    for (const auto& year : study.fiscal_years) out.push_back(short_year(year, study.run.fiscal_year_start, view));
    return out;
}

std::string heading(std::string_view title, std::string_view note) {
    return "\n== " + std::string(title) + (note.empty() ? "" : " (" + std::string(note) + ")") + "\n";
}

std::string cell_text(const std::optional<double>& value, std::string_view unit, const View& view, bool with_sign) {
    if (!value) return japanese(view) ? "計算不能" : "n/a";
    const std::string sign = with_sign && *value > 0.0 ? "+" : "";
    if (unit == "yen") return sign + money(*value, view.unit, view.language);
    if (shown_as_percent(unit)) return sign + table_percent(*value, view.language);
    const int decimals = unit == "people" || unit == "points" || unit == "hours" ? 0 : 1;
    return sign + table_number(*value, view.language, decimals);
}

std::string title_text(const analysis::Study& study, const View& view) {
    const auto& scenario = study.scenario;
    std::string name = io::printable(scenario.name.in(view.language));
    if (name.empty()) name = io::printable(scenario.file);
    std::string out = name + "\n";
    if (!scenario.description.empty()) {
        for (const auto& line : io::wrapped(io::printable(scenario.description.in(view.language)), view.width)) out += line + "\n";
    }
    const Month last = study.run.start + (static_cast<int>(study.run.months.size()) - 1);
    out += japanese(view) ? fmt::format("{} ～ {}（{}か月）、期首{}月\n", shown(study.run.start, view.language), shown(last, view.language),
                                        study.run.months.size(), study.run.fiscal_year_start)
                          : fmt::format("{} to {} ({} month{}), fiscal years from month {}\n", to_string(study.run.start), to_string(last),
                                        study.run.months.size(), study.run.months.size() == 1 ? "" : "s", study.run.fiscal_year_start);
    if (const int told = static_cast<int>(scenario.plan.actuals.months.size()); told > 0) {
        out += japanese(view) ? fmt::format("{}までの{}か月は実績\n", shown(study.run.start + (told - 1), view.language), told)
                              : fmt::format("{} month{} to {} as in the books\n", told, told == 1 ? "" : "s", to_string(study.run.start + (told - 1)));
    }
    return out;
}

std::string shortage_text(const stakeholders::Insolvency& insolvency, const View& view) {
    if (!insolvency.first_short) return pick(view, "Cash: never short.", "資金繰り: 資金不足なし。");
    const auto amount = [&](double yen) { return money(yen, view.unit, view.language) + " " + money_note(view); };
    return japanese(view)
               ? fmt::format("資金繰り: {}に不足（最大{}、{}）。不足を防ぐには{}までに{}が必要。", shown(*insolvency.first_short, view.language),
                             amount(insolvency.deepest), shown(insolvency.deepest_month, view.language),
                             shown(*insolvency.first_short, view.language), amount(insolvency.needed))
               : fmt::format("Cash: short from {}; deepest {} in {}; {} needed by {} to avoid it.", to_string(*insolvency.first_short),
                             amount(insolvency.deepest), to_string(insolvency.deepest_month), amount(insolvency.needed),
                             to_string(*insolvency.first_short));
}

std::string proof_text(const simulation::Residuals& residuals, Language language) {
    const bool exact = residuals.worst() == 0.0 && residuals.largest_amount < simulation::exact_limit;
    if (language == Language::japanese) {
        return exact ? "検算: 貸借・資金・部門の全月で差額 0 円。"
                     : fmt::format("検算: 最大差額 {} 円（最大の金額 {} 円）。", residuals.worst(), group_thousands(residuals.largest_amount));
    }
    return exact ? "Proof: balance sheet, cash and segments agree in every month, difference 0 yen."
                 : fmt::format("Proof: largest difference {} yen (largest amount {} yen).", residuals.worst(),
                               group_thousands(residuals.largest_amount));
}

std::string statement_text(const analysis::Study& study, const accounting::StatementLayout& layout, const View& view) {
    return heading(layout.title.in(view.language), money_note(view)) + io::to_text(statement_table(study, layout.rows, view), view.width);
}

std::string segments_text(const analysis::Study& study, const View& view) {
    std::string out;
    for (int i = 0; i < study.run.segments.items; ++i) {
        const auto& item = study.scenario.plan.segments[static_cast<std::size_t>(i)];
        out += heading(pick(view, "Segment: ", "部門: ") + io::printable(item.shown(view.language)), money_note(view));
        io::TextTable table;
        table.headings = headings_of(study, view);
        for (const auto& v : accounting::segment_variables<double>) {
            io::TableRow row{std::string(v.label.in(view.language)), {}, v.name == "operating_income"};
            if (v.unit != "yen") row.label += " (" + unit_name(v.unit, view.language) + ")";
            for (std::size_t c = 0; c < table.headings.size(); ++c) {
                const auto& books = view.by_month ? study.run.segments.at(static_cast<int>(c), i)
                                                  : study.segment_years[c].segments[static_cast<std::size_t>(i)];
                row.cells.push_back(cell_text(books.*v.field, v.unit == "units" ? "people" : v.unit, view));
            }
            table.rows.push_back(std::move(row));
        }
        out += io::to_text(table, view.width);
    }
    return out;
}

std::string indicators_text(const analysis::Study& study, const View& view) {
    io::TextTable table;
    table.headings = year_headings(study, view);
    for (const auto& indicator : stakeholders::indicators()) {
        io::TableRow row{std::string(indicator.label.in(view.language)), {}, false};
        const std::string unit = unit_note(indicator.unit, view);
        if (unit != "%" && !unit.empty()) row.label += " (" + unit + ")";
        for (const auto& year : study.fiscal_views) row.cells.push_back(cell_text(indicator.compute(year), indicator.unit, view));
        table.rows.push_back(std::move(row));
    }
    std::string out = heading(pick(view, "Indicators", "経営指標")) + io::to_text(table, view.width);
    out += heading(pick(view, "Definitions", "定義"));
    for (const auto& indicator : stakeholders::indicators()) {
        const std::string line = std::string(indicator.label.in(view.language)) + ": " + std::string(indicator.definition.in(view.language));
        for (const auto& part : io::wrapped(line, view.width)) out += part + "\n";
    }
    return out;
}

std::string gates_text(const analysis::Study& study, const View& view) {
    io::TextTable table;
    table.headings = year_headings(study, view);
    std::string definitions;
    for (std::size_t i = 0; i < study.gates.size();) {
        const auto gate = study.gates[i].gate;
        const auto& first = study.gates[i];
        io::TableRow row{std::string(first.label.in(view.language)), std::vector<std::string>(table.headings.size()), false};
        for (; i < study.gates.size() && study.gates[i].gate == gate; ++i) {
            const auto& g = study.gates[i];
            std::string cell = std::string(verdict_mark(g.verdict)) + (g.due ? "" : "…");
            if (g.figure) cell += " " + cell_text(g.figure, g.unit, view);
            row.cells[static_cast<std::size_t>(g.year)] = cell;
        }
        table.rows.push_back(std::move(row));
        const std::string line = std::string(first.label.in(view.language)) + ": " + std::string(first.definition.in(view.language));
        for (const auto& part : io::wrapped(line, view.width)) definitions += part + "\n";
    }
    std::string out = heading(pick(view, "Gates of banks and support agencies", "金融機関・支援機関の判定基準"), money_note(view));
    out += io::to_text(table, view.width);
    out += pick(view, "○ met  × missed  － not computable  … not yet due\n", "○ 達成  × 未達  － 計算不能  … 期限前\n");
    if (!study.benchmark_scores.empty()) {
        io::TextTable score;
        score.headings = table.headings;
        for (std::size_t r = 0; r < stakeholders::benchmark_rows.size(); ++r) {
            const auto* indicator = study.benchmark_scores[0].rows[r].indicator;
            io::TableRow row{std::string(indicator->label.in(view.language)), {}, false};
            for (const auto& s : study.benchmark_scores) row.cells.push_back(s.rows[r].points ? std::to_string(*s.rows[r].points) : "－");
            score.rows.push_back(std::move(row));
        }
        io::TableRow sum{pick(view, "Sum of 30, grade", "合計（30点満点）・ランク"), {}, true};
        for (const auto& s : study.benchmark_scores) sum.cells.push_back(s.sum ? fmt::format("{} {}", *s.sum, s.grade ? *s.grade : ' ') : "－");
        score.rows.push_back(std::move(sum));
        out += heading(pick(view, "Local Benchmark", "ロカベン（財務6指標）"), pick(view, "points", "点")) + io::to_text(score, view.width);
        for (const auto& part : io::wrapped(stakeholders::benchmark_caveat.in(view.language), view.width)) out += part + "\n";
    }
    out += targets_text(study, view);
    return out + heading(pick(view, "Definitions", "定義")) + definitions;
}

std::string loans_text(const analysis::Study& study, const View& view) {
    io::TextTable table;
    table.headings = year_headings(study, view);
    for (int i = 0; i < study.run.loans.items; ++i) {
        const auto& item = study.scenario.plan.loans[static_cast<std::size_t>(i)];
        const auto row = [&](std::string label, auto value, bool stock) {
            io::TableRow line{std::move(label), {}, false};
            for (const auto& year : study.fiscal_years) {
                double sum = 0.0;
                for (int t = year.first - study.run.start; t <= year.last - study.run.start; ++t) {
                    sum = stock ? value(study.run.loans.at(t, i)) : sum + value(study.run.loans.at(t, i));
                }
                line.cells.push_back(cell_text(sum, "yen", view));
            }
            table.rows.push_back(std::move(line));
        };
        row(io::printable(item.shown(view.language)), [](const auto& m) { return m.balance; }, true);
        row(pick(view, "  repaid", "  返済"), [](const auto& m) { return m.repaid; }, false);
        row(pick(view, "  interest and fees", "  利息・保証料"), [](const auto& m) { return m.interest + m.guarantee_fee; }, false);
    }
    return heading(pick(view, "Loans", "借入金"), money_note(view)) + io::to_text(table, view.width);
}

std::string summary_text(const analysis::Study& study, const View& view) {
    static constexpr auto key_lines = std::to_array<accounting::StatementRow>({
        {"net_sales"}, {"marginal_profit"}, {"gross_profit"}, {"fixed_cost"}, {"operating_income"}, {"ordinary_income"}, {"net_income"},
        {"operating_cash_flow"}, {"free_cash_flow"}, {"cash"}, {"total_assets"}, {"net_assets"},
    });
    View years = view;
    years.by_month = false;
    auto table = statement_table(study, key_lines, years);
    for (const char* name : {"marginal_profit_ratio", "break_even_ratio", "labour_share", "equity_ratio"}) {
        const auto* indicator = stakeholders::find_indicator(name);
        if (!indicator) continue;
        io::TableRow row{std::string(indicator->label.in(view.language)), {}, std::string_view(name) == "marginal_profit_ratio"};
        for (const auto& year : study.fiscal_views) row.cells.push_back(cell_text(indicator->compute(year), indicator->unit, view));
        table.rows.push_back(std::move(row));
    }
    std::string out = heading(pick(view, "The plan at a glance", "計画の要約"), money_note(view)) + io::to_text(table, view.width);
    out += partial_year_note(study, view);
    out += heading(pick(view, "Gates at the end", "判定"));
    int widest = 0;
    for (const auto& gate : study.gate_summary) widest = std::max(widest, io::display_width(gate.label.in(view.language)));
    for (const auto& gate : study.gate_summary) {
        std::string figure;
        if (gate.last >= 0) {
            const auto& g = study.gates[static_cast<std::size_t>(gate.last)];
            if (g.figure) figure = "  " + cell_text(g.figure, g.unit, view) + (shown_as_percent(g.unit) ? "" : " " + unit_note(g.unit, view));
        }
        out += io::padded_right(gate.label.in(view.language), widest) + "  " + verdict_word(gate.verdict, view) + figure + "\n";
    }
    out += targets_text(study, view) + directions_summary(study, view) + findings_text(study, view) + "\n";
    for (const auto& line : io::wrapped(shortage_text(study.insolvency, view), view.width)) out += line + "\n";
    for (const auto& line : io::wrapped(proof_text(study.residuals, view.language), view.width)) out += line + "\n";
    return out;
}

}  // namespace goho::cli
