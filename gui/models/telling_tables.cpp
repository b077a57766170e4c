#include "models/telling_tables.hpp"

#include "models/cell_text.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

using decision::TellingCell;
using decision::TellingColumn;

TableCell shown_cell(const TellingCell& cell, const TellingColumn& column, const Shown& shown) {
    const Words words{shown.language};
    if (!cell.text.empty()) return {words(cell.text), {}, words(cell.text), cell.number, {}, 0};
    if (!cell.number) return {QStringLiteral("–"), {}, {}, {}, {}, 0};
    const std::string_view unit = cell.unit.empty() ? std::string_view(column.unit) : std::string_view(cell.unit);
    const bool plus = cell.with_sign && *cell.number > 0.0;
    const QString text = column.unit.empty() ? words(decision::in_words(*cell.number, unit, shown.unit, cell.with_sign))
                                             : (plus ? QStringLiteral("+") : QString()) + cell_text(cell.number, unit, shown);
    return {text, {}, {}, cell.number, {}, 0};
}

/// The unit that every column with figures has; nothing where they differ.
std::string common_unit(const decision::TellingTable& table) {
    std::string unit;
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        const auto& own = table.columns[i].unit;
        if (own.empty()) continue;
        if (!unit.empty() && own != unit) return {};
        unit = own;
    }
    return unit;
}

QString with_unit(const QString& label, std::string_view unit, const Shown& shown) {
    const QString name = unit.empty() ? QString() : unit_text(unit, shown);
    if (name.isEmpty()) return label;
    return shown.language == Language::japanese ? label + QStringLiteral("（") + name + QStringLiteral("）") : label + QStringLiteral(" (") + name + QLatin1Char(')');
}

template <class F> void for_each_text(decision::Telling& telling, F f) {
    f(telling.title);
    for (auto& one : telling.sentences) f(one);
    for (auto& one : telling.notes) f(one);
    for (auto& table : telling.tables) {
        f(table.title), f(table.note);
        for (auto& column : table.columns) f(column.label);
        for (auto& row : table.rows) {
            for (auto& cell : row.cells) f(cell.text);
        }
    }
    for (auto& chart : telling.charts) {
        f(chart.title), f(chart.x_label), f(chart.y_label);
        for (auto& series : chart.series) {
            f(series.name);
            for (auto& point : series.points) f(point.label);
        }
    }
    for (auto& draft : telling.drafts) f(draft.name), f(draft.description);
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    if (from.empty()) return;
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

}  // namespace

ShownTable shown_table(const decision::TellingTable& table, const Shown& shown) {
    const Words words{shown.language};
    const std::string common = common_unit(table);
    ShownTable out{with_unit(words(table.title), common, shown), words(table.note), {}};
    if (table.columns.empty()) return out;
    for (std::size_t i = 1; i < table.columns.size(); ++i)
        out.table.headings.push_back(common.empty() ? with_unit(words(table.columns[i].label), table.columns[i].unit, shown) : words(table.columns[i].label));
    for (const auto& row : table.rows) {
        TableLine line;
        line.total = row.total;
        line.label = shown_cell(row.cells.front(), table.columns.front(), shown).text;
        line.tip = line.label;
        for (std::size_t i = 1; i < row.cells.size() && i < table.columns.size(); ++i) line.cells.push_back(shown_cell(row.cells[i], table.columns[i], shown));
        out.table.lines.push_back(std::move(line));
    }
    return out;
}

void rename_in(decision::Telling& telling, const Text& from, const Text& to) {
    for_each_text(telling, [&](Text& text) {
        replace_all(text.en, from.en, to.en);
        replace_all(text.ja, from.ja, to.ja);
    });
}

QString told_text(const decision::Telling& telling, Language language) {
    const Words words{language};
    QStringList lines{words(telling.title)};
    for (const auto& one : telling.sentences) lines << words(one);
    for (const auto& one : telling.notes) lines << words("Note: ", "注：") + words(one);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace goho::gui
