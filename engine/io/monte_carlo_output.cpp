#include "io/monte_carlo_output.hpp"

#include "io/csv.hpp"
#include "io/scenario_writer.hpp"
#include "io/version.hpp"

#include <cmath>

namespace goho::io {

namespace {

using namespace uncertainty;

Json number(double x) { return std::isfinite(x) ? json_number(x) : Json(); }

Json numbers(const auto& values) {
    Json out = Json::array();
    for (const double x : values) out.push_back(number(x));
    return out;
}

Json label_json(Label label) { return {{"en", label.en}, {"ja", label.ja}}; }
Json text_json(const Text& text) { return {{"en", text.en}, {"ja", text.ja}}; }

Json proportion_json(const statistics::Proportion& p) {
    return {{"probability", number(p.value)}, {"low", number(p.low)}, {"high", number(p.high)}, {"trials", p.trials}};
}

Json verdict_json(const statistics::Verdict& v) {
    Json out = {{"half_width", number(v.half_width)}, {"enough", v.enough}};
    if (v.needed) out["trials_needed"] = *v.needed;
    return out;
}

std::string_view word(stakeholders::Verdict verdict) {
    constexpr std::array<std::string_view, 3> words{"met", "missed", "not_computable"};
    return words[static_cast<std::size_t>(verdict)];
}

Json chances_json(const std::vector<GateChance>& chances, bool targets) {
    Json out = Json::object();
    for (const auto& chance : chances) {
        Json one = {{"label", targets ? text_json(chance.text) : label_json(chance.label)}, {"planned", word(chance.planned)}};
        one.update(proportion_json(chance.met));
        one["missed"] = chance.missed;
        one["not_computable"] = chance.not_computable;
        out[chance.name] = std::move(one);
    }
    return out;
}

Json outcome_json(const OutcomeResult& r) {
    Json out = {{"name", r.what.name}, {"label", label_json(r.what.label)}, {"unit", r.what.unit}};
    if (r.what.year > 0) out["year"] = r.what.year;
    out["planned"] = number(r.planned);
    out["mean"] = number(r.moments.mean);
    out["deviation"] = number(r.moments.deviation());
    out["smallest"] = number(r.moments.smallest);
    out["largest"] = number(r.moments.largest);
    out["missing"] = r.moments.missing;
    out["quantiles"] = numbers(r.spread.levels);
    if (r.spread.error > 0.0) out["quantile_error"] = number(r.spread.error);
    out["mean_precision"] = verdict_json(r.mean);
    if (!r.spread.edges.empty()) out["histogram"] = {{"edges", numbers(r.spread.edges)}, {"counts", r.spread.bins}};
    if (r.contest) {
        out["beats_base"] = proportion_json(r.contest->beats);
        out["beats_base"]["equal"] = r.contest->equal;
    }
    return out;
}

Json subject_json(const SubjectResult& subject) {
    Json out = {{"name", text_json(subject.name)}, {"start", to_string(subject.start)}};
    for (const auto& fan : subject.fans) {
        Json one = {{"label", label_json(fan.label)}, {"unit", fan.unit}, {"planned", numbers(fan.planned)}, {"quantiles", Json::array()}};
        for (const auto& level : fan.levels) one["quantiles"].push_back(numbers(level));
        if (fan.error > 0.0) one["quantile_error"] = number(fan.error);
        out["fans"][fan.name] = std::move(one);
    }
    out["outcomes"] = Json::array();
    for (const auto& r : subject.outcomes) out["outcomes"].push_back(outcome_json(r));
    out["gates"] = chances_json(subject.gates, false);
    out["targets"] = chances_json(subject.targets, true);
    out["cash_shortage"] = Json::array();
    for (const auto& shortage : subject.shortage) {
        Json one = shortage.year > 0 ? Json{{"until_year", shortage.year}} : Json{{"until_year", nullptr}};
        one.update(proportion_json(shortage.probability));
        out["cash_shortage"].push_back(std::move(one));
    }
    out["first_month_short"] = subject.first_short;
    return out;
}

std::string csv_figure(double x) { return std::isfinite(x) ? csv_number(x) : std::string(); }

}  // namespace

std::string monte_carlo_json(const MonteCarlo& result) {
    Json out = {{"goho", std::string(version())},
                {"trials", result.trials},
                {"seed", result.seed},
                {"sampling", chance::sampling_options[static_cast<std::size_t>(result.sampling)].key},
                {"quantiles_exact", result.exact},
                {"quantile_levels", numbers(fan_levels)},
                {"widest_probability", verdict_json(result.widest)}};
    out["drawn"] = Json::array();
    for (const auto& drawn : result.drawn) {
        out["drawn"].push_back({{"scenario", drawn.subject}, {"pointer", drawn.pointer}, {"planned", number(drawn.planned)},
                                {"quantiles", numbers(std::array{drawn.low, drawn.middle, drawn.high})}});
    }
    out["scenarios"] = Json::array();
    for (const auto& subject : result.subjects) out["scenarios"].push_back(subject_json(subject));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string monte_carlo_csv(const MonteCarlo& result, Language language) {
    const bool ja = language == Language::japanese;
    std::string out = csv_line({csv_text(ja ? "シナリオ" : "scenario"), csv_text(ja ? "項目" : "figure"), csv_text(ja ? "年月" : "month"),
                                csv_text(ja ? "計画" : "planned"), csv_text("5%"), csv_text("25%"), csv_text("50%"), csv_text("75%"), csv_text("95%")});
    for (const auto& subject : result.subjects) {
        for (const auto& fan : subject.fans) {
            for (std::size_t t = 0; t < fan.planned.size(); ++t) {
                std::vector<std::string> line{csv_text(subject.name.in(language)), fan.name, to_string(subject.start + static_cast<int>(t)), csv_figure(fan.planned[t])};
                for (const auto& level : fan.levels) line.push_back(csv_figure(level[t]));
                out += csv_line(line);
            }
        }
    }
    return out;
}

}  // namespace goho::io
