#include "cli/text_calibration.hpp"

#include "calibration/output.hpp"
#include "cli/text_uncertainty.hpp"
#include "io/text_table.hpp"

#include <cmath>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using namespace calibration;

std::string unit_text(std::string_view unit, Language language) {
    const std::string name = shown_as_percent(unit) ? std::string() : unit_name(unit, language);
    if (name.empty()) return {};
    return language == Language::japanese ? "（" + name + "）" : " (" + name + ")";
}

std::string quantities_text(const Calibration& result, const View& view) {
    io::TextTable table;
    table.headings = {pick(view, "before", "変更前"), pick(view, "fitted", "推定値"), pick(view, "std. error", "標準誤差"),
                      pick(view, "95% low", "95%下限"), pick(view, "95% high", "95%上限"), pick(view, "evidence", "根拠")};
    for (const Calibrated& c : result.quantities) {
        const auto cell = [&](double x) { return figure_text(c, x, view.language); };
        table.rows.push_back({c.quantity.label.in(view.language) + unit_text(c.quantity.unit, view.language),
                              {cell(c.quantity.before), cell(c.estimate.value), cell(c.estimate.error), cell(c.estimate.low), cell(c.estimate.high),
                               evidence_text(c)},
                              false});
    }
    std::string out = heading(pick(view, "Fitted to the history", "実績から推定した値")) + io::to_text(table, view.width);
    for (const Calibrated& c : result.quantities) {
        if (!c.identified) {
            out += lines(fmt::format(fmt::runtime(pick(view, "{}: the grade stays {}, because {}.", "{}：根拠は{}のまま（{}）。")), c.quantity.label.in(view.language),
                                     grade(c.evidence), c.reason.in(view.language)),
                         view);
        }
    }
    return out;
}

std::string series_text(const Calibration& result, const View& view) {
    io::TextTable table;
    table.headings = {pick(view, "months", "月数"), pick(view, "typical miss", "平均的なずれ"), "R²"};
    for (const CalibratedSeries& s : result.series) {
        const std::string unit = s.series.unit == "yen" ? std::string() : unit_text(s.series.unit, view.language);
        table.rows.push_back({s.series.label.in(view.language) + unit,
                              {fmt::format("{}", s.series.values.size()), table_number(s.fit.rmse, view.language, s.fit.rmse < 100.0 ? 1 : 0),
                               std::isfinite(s.fit.r_squared) ? table_number(s.fit.r_squared, view.language, 3) : "–"},
                              false});
    }
    return heading(pick(view, "How well the history is met", "実績との一致"), pick(view, "yen, root mean square", "円、二乗平均平方根")) + io::to_text(table, view.width);
}

}  // namespace

std::string calibration_text(const Calibration& result, Language language, int width) {
    const View view{language, MoneyUnit::yen, width, false};
    std::string out = lines(io::printable(result.name.in(language)), view);
    out += lines(fmt::format(fmt::runtime(pick(view, "History: {} actual months, {} to {}", "実績: {}か月（{}〜{}）")), result.months, shown(result.first, language),
                             shown(result.last, language)),
                 view);
    out += quantities_text(result, view) + series_text(result, view);
    if (!result.findings.empty()) out += heading(pick(view, "What the history does not tell", "実績からは分からないこと"));
    for (const Text& finding : result.findings) out += lines(finding.in(language), view);
    return out;
}

}  // namespace goho::cli
