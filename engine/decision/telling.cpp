#include "decision/telling.hpp"

#include "core/number.hpp"
#include "io/csv.hpp"
#include "io/json_layout.hpp"

#include <fmt/format.h>

namespace goho::decision {

namespace {

using io::Json;

constexpr std::string_view kind_names[] = {"bars", "waterfall", "lines", "scatter"};

Json text_json(const Text& text) { return {{"en", text.en}, {"ja", text.ja}}; }

Json cell_json(const TellingCell& cell, const TellingColumn& column) {
    if (!cell.text.empty() && cell.number) return {{"value", *cell.number}, {"text", text_json(cell.text)}};
    if (!cell.text.empty()) return text_json(cell.text);
    if (!cell.number) return nullptr;
    if (column.unit.empty() && !cell.unit.empty()) return {{"value", *cell.number}, {"unit", cell.unit}};
    return *cell.number;
}

Json table_json(const TellingTable& table) {
    Json out{{"id", table.id}, {"title", text_json(table.title)}, {"columns", Json::array()}, {"rows", Json::array()}};
    if (!table.note.empty()) out["note"] = text_json(table.note);
    for (const auto& column : table.columns) {
        Json one{{"id", column.id}, {"label", text_json(column.label)}};
        if (!column.unit.empty()) one["unit"] = column.unit;
        out["columns"].push_back(std::move(one));
    }
    for (const auto& row : table.rows) {
        Json one = Json::object();
        for (std::size_t i = 0; i < row.cells.size(); ++i) one[table.columns[i].id] = cell_json(row.cells[i], table.columns[i]);
        out["rows"].push_back(std::move(one));
    }
    return out;
}

Json point_json(const TellingPoint& point) {
    Json out{{"x", point.x}, {"y", point.y}};
    if (point.low) out["low"] = *point.low;
    if (point.high) out["high"] = *point.high;
    if (!point.label.empty()) out["label"] = text_json(point.label);
    if (point.total) out["total"] = true;
    return out;
}

Json chart_json(const TellingChart& chart) {
    Json out{{"id", chart.id}, {"title", text_json(chart.title)}, {"kind", kind_names[static_cast<std::size_t>(chart.kind)]}};
    if (!chart.x_label.empty()) out["x"] = {{"label", text_json(chart.x_label)}, {"unit", chart.x_unit}};
    out["y"] = {{"label", text_json(chart.y_label)}, {"unit", chart.y_unit}};
    out["series"] = Json::array();
    for (const auto& series : chart.series) {
        Json points = Json::array();
        for (const auto& point : series.points) points.push_back(point_json(point));
        out["series"].push_back({{"name", text_json(series.name)}, {"points", std::move(points)}});
    }
    return out;
}

Json texts_json(const std::vector<Text>& texts) {
    Json out = Json::array();
    for (const auto& text : texts) out.push_back(text_json(text));
    return out;
}

std::string csv_cell(const TellingCell& cell, Language language) {
    if (cell.number) return io::csv_number(*cell.number);
    return cell.text.empty() ? std::string() : io::csv_text(cell.text.in(language));
}

}  // namespace

TellingCell cell(std::optional<double> number, std::string_view unit, bool with_sign) { return {number, {}, std::string(unit), with_sign}; }
TellingCell cell(Text text) { return {{}, std::move(text), {}, false}; }

Text in_words(double value, std::string_view unit, MoneyUnit as, bool with_sign) {
    const auto one = [&](Language language) {
        const bool japanese = language == Language::japanese;
        const std::string plus = with_sign && value > 0.0 ? "+" : "";
        if (unit == "yen") {
            const auto name = label_of(as).in(language);
            return plus + money(value, as, language) + (japanese ? "" : " ") + std::string(name);
        }
        if (shown_as_percent(unit)) return plus + table_percent(value, language);
        std::string name = unit_name(unit, language);
        if (!japanese && value == 1.0 && (unit == "months" || unit == "years" || unit == "days" || unit == "hours")) name.pop_back();
        const double size = abs(value);  // what is small keeps digits that tell it from nothing
        const int decimals = value == floor(value) ? 0 : size >= 1.0 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4;
        return plus + table_number(value, language, decimals) + (name.empty() ? "" : (japanese ? "" : " ") + name);
    };
    return {one(Language::english), one(Language::japanese)};
}

Text change_words(double fraction) {
    if (fraction == 0.0) return {"±0%", "±0%"};
    const std::string plus = fraction < 0.0 ? "" : "+";
    return {plus + table_percent(fraction, Language::english, 2), plus + table_percent(fraction, Language::japanese, 2)};
}

Text year_words(int year) { return io::say("year {}", "{}年目", year); }

std::string telling_json(const Telling& telling) {
    Json out{{"command", telling.command}, {"title", text_json(telling.title)}, {"sentences", texts_json(telling.sentences)}};
    out["tables"] = Json::array();
    for (const auto& table : telling.tables) out["tables"].push_back(table_json(table));
    out["charts"] = Json::array();
    for (const auto& chart : telling.charts) out["charts"].push_back(chart_json(chart));
    out["drafts"] = Json::array();
    for (const auto& draft : telling.drafts)
        out["drafts"].push_back({{"id", draft.id}, {"name", text_json(draft.name)}, {"description", text_json(draft.description)}, {"patch", draft.patch}});
    out["notes"] = texts_json(telling.notes);
    return io::laid_out(out);
}

std::string telling_csv(const Telling& telling, Language language) {
    if (telling.tables.empty()) return {};
    const auto& table = telling.tables.front();
    std::vector<std::string> fields;
    for (const auto& column : table.columns) {
        const std::string unit = unit_name(column.unit, language);
        fields.push_back(io::csv_text(column.label.in(language) + (unit.empty() ? "" : " (" + unit + ")")));
    }
    std::string out = "\xEF\xBB\xBF" + io::csv_line(fields);
    for (const auto& row : table.rows) {
        fields.clear();
        for (const auto& one : row.cells) fields.push_back(csv_cell(one, language));
        out += io::csv_line(fields);
    }
    return out;
}

}  // namespace goho::decision
