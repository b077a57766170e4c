#include "calibration/output.hpp"

#include "core/format.hpp"
#include "io/csv.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "io/version.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace goho::calibration {

namespace {

using io::Json;

Json number(double x) { return std::isfinite(x) ? io::json_number(x) : Json(); }
Json text_json(const Text& text) { return {{"en", text.en}, {"ja", text.ja}}; }

std::string_view word(Standing standing) {
    constexpr std::array<std::string_view, 5> words{"free", "at_low", "at_high", "idle", "together"};
    return words[static_cast<std::size_t>(standing)];
}

/// Seven figures: more would only look exact.
double shortened(double value) {
    const std::string text = fmt::format("{:.7g}", value);
    double out = value;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

Json quantity_json(const Calibrated& c) {
    const Estimate& e = c.estimate;
    return {{"pointer", c.quantity.pointer},
            {"label", text_json(c.quantity.label)},
            {"unit", c.quantity.unit},
            {"before", number(c.quantity.before)},
            {"fitted", number(e.value)},
            {"standard_error", number(e.error)},
            {"low", number(e.low)},
            {"high", number(e.high)},
            {"degrees_of_freedom", number(e.freedom)},
            {"standing", word(e.standing)},
            {"identified", c.identified},
            {"months", c.months},
            {"evidence_before", grade(c.quantity.evidence)},
            {"evidence_after", grade(c.evidence)},
            {"reason", text_json(c.reason)}};
}

Json correlations_json(const Fit& fit) {
    Json out = Json::array();
    const std::size_t n = fit.estimates.size();
    for (std::size_t i = 0; i < n; ++i) {
        Json row = Json::array();
        for (std::size_t j = 0; j < n; ++j) row.push_back(number(fit.correlations[i * n + j]));
        out.push_back(std::move(row));
    }
    return out;
}

/// Decimals that show two figures of the error, or four of a value without one.
int decimals_of(const Calibrated& c) {
    const bool known = std::isfinite(c.estimate.error) && c.estimate.error > 0.0;
    double size = known ? c.estimate.error : std::abs(c.estimate.value) / 100.0;
    if (shown_as_percent(c.quantity.unit)) size *= 100.0;
    int decimals = 0;
    for (; size < 9.5 && decimals < 5; ++decimals) size *= 10.0;
    return decimals;
}

}  // namespace

std::string figure_text(const Calibrated& c, double value, Language language) {
    if (!std::isfinite(value)) return "–";
    return shown_as_percent(c.quantity.unit) ? table_percent(value, language, decimals_of(c)) : table_number(value, language, decimals_of(c));
}

std::string evidence_text(const Calibrated& c) { return fmt::format("{} → {}", grade(c.quantity.evidence), grade(c.evidence)); }

std::vector<TakenOver> taken_over(const Calibration& result) {
    std::vector<TakenOver> out;
    for (const Calibrated& c : result.quantities) {
        if (c.estimate.standing == Standing::idle) continue;
        const std::string& pointer = c.quantity.pointer;
        out.push_back({pointer, shortened(c.estimate.value), pointer.substr(0, pointer.rfind('/')), note_of(c, result)});
    }
    return out;
}

Text note_of(const Calibrated& c, const Calibration& result) {
    const std::string from_en = shown(result.first, Language::english), to_en = shown(result.last, Language::english);
    const std::string from_ja = shown(result.first, Language::japanese), to_ja = shown(result.last, Language::japanese);
    const auto value = [&](double x, Language language) { return with_unit(shortened(x), c.quantity.unit, language); };
    Text out{fmt::format("{}: fitted to the actual months {} to {}", c.quantity.label.en, from_en, to_en),
             fmt::format("{}：{}〜{}の実績から推定", c.quantity.label.ja, from_ja, to_ja)};
    if (std::isfinite(c.estimate.error)) {
        out.en += fmt::format(", 95% interval {} to {}", value(c.estimate.low, Language::english), value(c.estimate.high, Language::english));
        out.ja += fmt::format("（95%信頼区間 {}〜{}）", value(c.estimate.low, Language::japanese), value(c.estimate.high, Language::japanese));
    }
    if (!c.identified) {
        out.en += "; " + c.reason.en;
        out.ja += "。" + c.reason.ja;
    }
    out.en += ".";
    out.ja += "。";
    return out;
}

std::string calibration_json(const Calibration& result) {
    Json out = {{"goho", std::string(io::version())}, {"scenario", text_json(result.name)}, {"first_month", to_string(result.first)},
                {"last_month", to_string(result.last)}, {"months", result.months}, {"converged", result.fit.converged},
                {"rank", result.fit.rank}};
    out["quantities"] = Json::array();
    for (const Calibrated& c : result.quantities) out["quantities"].push_back(quantity_json(c));
    out["series"] = Json::array();
    for (const CalibratedSeries& s : result.series) {
        out["series"].push_back({{"name", s.series.name}, {"label", text_json(s.series.label)}, {"unit", s.series.unit}, {"months", s.series.values.size()},
                                 {"rmse", number(s.fit.rmse)}, {"noise", number(s.fit.noise)}, {"r_squared", number(s.fit.r_squared)}});
    }
    out["only_together"] = Json::array();
    for (const auto& group : result.fit.tied) {
        Json members = Json::array();
        for (const std::size_t j : group) members.push_back(result.quantities[j].quantity.pointer);
        out["only_together"].push_back(std::move(members));
    }
    out["singular_values"] = Json::array();
    for (const double value : result.fit.singular_values) out["singular_values"].push_back(number(value));
    out["correlations"] = correlations_json(result.fit);
    out["findings"] = Json::array();
    for (const Text& finding : result.findings) out["findings"].push_back(text_json(finding));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string calibration_csv(const Calibration& result, Language language) {
    std::vector<std::string> head;
    for (const Label label : {Label{"pointer", "ポインター"}, Label{"quantity", "項目"}, Label{"unit", "単位"}, Label{"before", "変更前"},
                              Label{"fitted", "推定値"}, Label{"standard_error", "標準誤差"}, Label{"low", "95%区間の下限"}, Label{"high", "95%区間の上限"},
                              Label{"months", "月数"}, Label{"evidence_before", "根拠（前）"}, Label{"evidence_after", "根拠（後）"}, Label{"reason", "理由"}}) {
        head.push_back(io::csv_text(label.in(language)));
    }
    std::string out = io::csv_line(head);
    const auto sound = [](double x) { return std::isfinite(x) ? io::csv_number(x) : std::string(); };
    for (const Calibrated& c : result.quantities) {
        out += io::csv_line({io::csv_text(c.quantity.pointer), io::csv_text(c.quantity.label.in(language)), io::csv_text(unit_name(c.quantity.unit, language)),
                             sound(c.quantity.before), sound(c.estimate.value), sound(c.estimate.error), sound(c.estimate.low), sound(c.estimate.high),
                             fmt::format("{}", c.months), std::string(grade(c.quantity.evidence)), std::string(grade(c.evidence)),
                             io::csv_text(c.reason.in(language))});
    }
    return out;
}

std::string fitted_text(const Calibration& result, const std::filesystem::path& base, const std::filesystem::path& file) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::absolute(file).parent_path();
    const fs::path seen = fs::proximate(fs::weakly_canonical(base), fs::weakly_canonical(folder));
    Json out = {{"format", io::scenario_format}, {"extends", seen.generic_string()}};
    out["name"] = io::words_json({result.name.en + (result.name.en.empty() ? "Calibrated" : ", calibrated"),
                                  result.name.ja.empty() ? "実績に合わせた計画" : result.name.ja + "（実績に合わせた計画）"});
    std::map<std::string, Text> notes;
    for (const TakenOver& one : taken_over(result)) {
        out[Json::json_pointer(one.pointer)] = io::json_number(one.value);
        Text& all = notes[one.item];
        all = {all.en + (all.en.empty() ? "" : "\n") + one.note.en, all.ja + (all.ja.empty() ? "" : "\n") + one.note.ja};
    }
    for (const auto& [item, note] : notes) out[Json::json_pointer(item + "/note")] = io::words_json(note);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace goho::calibration
