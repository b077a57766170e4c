#include "models/tables.hpp"

#include "models/cell_text.hpp"

#include <filesystem>

namespace goho::gui {

namespace {

TableCell figure_cell(std::optional<double> value, std::optional<double> base, std::string_view unit, Better better,
                      const Shown& shown) {
    TableCell cell{cell_text(value, unit, shown), difference_or_same(value, base, unit, shown), {}, value, {}, 0};
    if (value && base) {
        cell.difference_value = *value - *base;
        cell.better = goodness(*cell.difference_value, better);
    }
    return cell;
}

TableCell words(const QString& text, const QString& tip = {}) { return {text, {}, tip, {}, {}, 0}; }

QString labelled(const Label& label, std::string_view unit, const Shown& shown) {
    const QString name = Words{shown.language}(label), of = unit == "yen" ? QString() : unit_text(unit, shown);
    return of.isEmpty() ? name : name + QStringLiteral(" (") + of + QLatin1Char(')');
}

QString year_heading(int year, const Shown& shown) {
    return shown.language == Language::japanese ? QStringLiteral("%1年目").arg(year)
                                                : QStringLiteral("Year %1").arg(year);
}

int verdict_number(stakeholders::Verdict verdict) { return static_cast<int>(verdict); }

QString bound_sign(stakeholders::Bound bound) {
    return bound == stakeholders::Bound::at_least ? QStringLiteral("≥ ") : QStringLiteral("≤ ");
}

}  // namespace

Table key_figure_table(const analysis::Study& study, const analysis::Study* base, const Shown& shown,
                       std::optional<Stakeholder> of) {
    const Words tr{shown.language};
    Table table;
    for (const auto& year : study.fiscal_views) table.headings.push_back(tr(year.label));
    for (const auto& indicator : stakeholders::indicators()) {
        if (of && indicator.stakeholder != *of) continue;
        TableLine line;
        line.label = labelled(indicator.label, indicator.unit, shown);
        line.tip = tr(indicator.definition);
        line.variable = indicator.name;
        for (std::size_t i = 0; i < study.fiscal_views.size(); ++i) {
            const auto before = base != nullptr && i < base->fiscal_views.size()
                                    ? indicator.compute(base->fiscal_views[i])
                                    : std::nullopt;
            line.cells.push_back(
                figure_cell(indicator.compute(study.fiscal_views[i]), before, indicator.unit, indicator.better, shown));
        }
        table.lines.push_back(std::move(line));
    }
    return table;
}

Table gate_table(const analysis::Study& study, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    table.headings = {tr("Verdict", "判定"), tr("Figure", "数値"), tr("Threshold", "基準"), tr("Year", "年度"),
                      tr("Reason", "理由")};
    for (const auto& summary : study.gate_summary) {
        if (summary.last < 0) continue;
        const auto& gate = study.gates[static_cast<std::size_t>(summary.last)];
        TableLine line;
        line.label = tr(summary.label);
        line.tip = tr(gate.definition);
        line.variable = gate.gate;
        line.verdict = verdict_number(summary.verdict);
        line.cells = {words(tr(stakeholders::label_of(summary.verdict))),
                      figure_cell(gate.figure, {}, gate.unit, Better::neither, shown),
                      figure_cell(gate.threshold, {}, gate.unit, Better::neither, shown), words(tr(gate.year_label)),
                      words(tr(gate.reason))};
        if (gate.threshold) line.cells[2].text.prepend(bound_sign(gate.bound));
        table.lines.push_back(std::move(line));
    }
    for (const auto& target : study.targets) {
        TableLine line;
        line.label = tr(target.name);
        line.variable = target.variable;
        line.verdict = verdict_number(target.verdict);
        line.pointer = "/targets/" + target.id;
        line.cells = {words(tr(stakeholders::label_of(target.verdict))),
                      figure_cell(target.figure, {}, target.unit, Better::neither, shown),
                      figure_cell(target.value, {}, target.unit, Better::neither, shown),
                      words(year_heading(target.year, shown)), words(tr(target.reason))};
        line.cells[2].text.prepend(bound_sign(target.bound));
        table.lines.push_back(std::move(line));
    }
    return table;
}

Table comparison_table(const analysis::Comparison& comparison, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    for (const int year : comparison.years) {
        for (const auto& contender : comparison.contenders)
            table.headings.push_back(year_heading(year, shown) + QLatin1Char('\n') + tr(contender.name));
    }
    const auto add = [&](const Label& label, const QString& tip, std::string_view name, std::string_view unit,
                         Better better, auto cell_of) {
        TableLine line;
        line.label = labelled(label, unit, shown);
        line.tip = tip;
        line.variable = name;
        for (std::size_t y = 0; y < comparison.years.size(); ++y) {
            for (std::size_t c = 0; c < comparison.contenders.size(); ++c) {
                const analysis::Cell& cell = cell_of(comparison.contenders[c], y);
                const auto base = c == 0 ? std::nullopt : cell_of(comparison.contenders.front(), y).value;
                line.cells.push_back(figure_cell(cell.value, base, unit, better, shown));
            }
        }
        table.lines.push_back(std::move(line));
    };
    for (std::size_t f = 0; f < comparison.figures.size(); ++f) {
        const auto& figure = comparison.figures[f];
        add(figure.label, tr(figure.definition), figure.name, figure.unit, figure.better,
            [f](const analysis::Contender& c, std::size_t y) -> const analysis::Cell& { return c.cells[y][f]; });
    }
    add({"Operating income, sum", "営業利益の累計"}, {}, {}, "yen", Better::higher,
        [](const analysis::Contender& c, std::size_t y) -> const analysis::Cell& {
            return c.cumulative_operating_income[y];
        });
    add({"Free cash flow, sum", "フリーCFの累計"}, {}, {}, "yen", Better::higher,
        [](const analysis::Contender& c, std::size_t y) -> const analysis::Cell& {
            return c.cumulative_free_cash_flow[y];
        });
    return table;
}

Table difference_table(const analysis::Comparison& comparison, std::size_t contender, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    table.headings = {tr("What", "項目"), tr("Before", "変更前"), tr("After", "変更後"), tr("In words", "内容")};
    if (contender >= comparison.contenders.size()) return table;
    for (const auto& difference : comparison.contenders[contender].differences) {
        TableLine line;
        line.label = QString::number(table.lines.size() + 1);
        line.pointer = difference.pointer;
        line.cells = {words(tr(difference.path)), words(tr(difference.before)), words(tr(difference.after)),
                      words(tr(difference.sentence))};
        table.lines.push_back(std::move(line));
    }
    return table;
}

Table problem_table(const Answer& answer, const Shown& shown) {
    const Words tr{shown.language};
    Table table;
    table.headings = {tr("Kind", "種別"), tr("File", "ファイル"), tr("Where", "場所"), tr("What", "内容"),
                      tr("Hint", "対処")};
    const auto add = [&](const Problem& problem, const QString& kind, SheetId sheet, int severity) {
        QString where = QString::fromStdString(problem.pointer);
        if (problem.line > 0) where = tr("line %1, column %2", "%1行%2列").arg(problem.line).arg(problem.column);
        TableLine line;
        line.label = QString::number(table.lines.size() + 1);
        line.pointer = problem.pointer;
        line.sheet = sheet;
        line.verdict = severity;
        line.cells = {words(kind),
                      words(QString::fromStdString(std::filesystem::path(problem.file).filename().string()),
                            QString::fromStdString(problem.file)),
                      words(where), words(tr(problem.message)), words(tr(problem.hint))};
        table.lines.push_back(std::move(line));
    };
    for (const auto& scenario : answer.scenarios) {
        for (const Problem& problem : scenario->problems)
            add(problem, tr("Problem", "エラー"), scenario->sheet, verdict_number(stakeholders::Verdict::missed));
    }
    for (const auto& scenario : answer.scenarios) {
        for (const Problem& warning : scenario->warnings)
            add(warning, tr("Note", "注意"), scenario->sheet, verdict_number(stakeholders::Verdict::not_computable));
    }
    for (const auto& scenario : answer.scenarios) {
        if (!scenario->study) continue;
        for (const auto& finding : scenario->study->findings) {
            add({std::string(finding.code), scenario->study->scenario.file, finding.pointer, 0, 0, finding.message, {}},
                tr("Reality check", "計画の点検"), scenario->sheet,
                verdict_number(stakeholders::Verdict::not_computable));
        }
    }
    return table;
}

}  // namespace goho::gui
