#include "io/sensitivity_output.hpp"

#include "io/csv.hpp"
#include "io/scenario_writer.hpp"
#include "io/version.hpp"

#include <cmath>
#include <fmt/format.h>

namespace goho::io {

namespace {

using namespace uncertainty;
namespace sobol = statistics::sobol;

Json number(double x) { return std::isfinite(x) ? json_number(x) : Json(); }
Json label_json(Label label) { return {{"en", label.en}, {"ja", label.ja}}; }
Json text_json(const Text& text) { return {{"en", text.en}, {"ja", text.ja}}; }
std::string_view key_of(Method method) { return method_options[static_cast<std::size_t>(method)].key; }

std::string_view word(sobol::Standing standing) {
    constexpr std::array<std::string_view, 3> words{"possible", "within_noise", "beyond_noise"};
    return words[static_cast<std::size_t>(standing)];
}

Json index_json(const sobol::Index& index) {
    return {{"value", number(index.value)}, {"low", number(index.low)}, {"high", number(index.high)}, {"standing", word(index.standing)}};
}

/// What a result says of one quantity.
Json of_input(const Sensitivity& result, const OutcomeSensitivity& outcome, std::size_t rank) {
    const std::size_t j = outcome.order[rank];
    const Input& input = result.inputs[j];
    Json out = {{"pointer", input.pointer.empty() ? Json() : Json(input.pointer)}};
    if (result.method == Method::tornado) {
        const auto& bar = outcome.bars[rank];
        out.update({{"at_low", number(bar.at_low)}, {"at_high", number(bar.at_high)}, {"swing", number(bar.swing)},
                    {"missing", bar.missing}, {"constant", bar.constant}, {"one_sided", bar.one_sided}});
    } else if (result.method == Method::morris) {
        const auto& e = outcome.screening.effects[j];
        out.update({{"mu_star", number(e.mean_absolute)}, {"low", number(e.low)}, {"high", number(e.high)}, {"mu", number(e.mean)},
                    {"sigma", number(e.deviation)}, {"used", e.used}, {"dropped", e.dropped}});
    } else {
        out.update({{"first_order", index_json(outcome.indices.first[j])}, {"total", index_json(outcome.indices.total[j])}});
    }
    return out;
}

Json outcome_json(const Sensitivity& result, const OutcomeSensitivity& outcome) {
    Json out = {{"name", outcome.what.name}, {"label", label_json(outcome.what.label)}, {"unit", outcome.what.unit}};
    if (outcome.what.year > 0) out["year"] = outcome.what.year;
    out["planned"] = number(outcome.planned);
    if (result.method == Method::tornado) {
        out["reference"] = number(outcome.reference);
    } else if (result.method == Method::morris) {
        out["constant"] = outcome.screening.constant;
        out["missing_runs"] = outcome.screening.missing;
    } else {
        const auto& indices = outcome.indices;
        const auto& sum = indices.sum_of_first;
        out["constant"] = indices.constant;
        out["rows"] = indices.rows;
        out["dropped_rows"] = indices.dropped;
        out["mean"] = number(indices.mean);
        out["deviation"] = number(std::sqrt(indices.variance));
        out["sum_of_first_order"] = index_json(sum);
        out["interaction"] = {{"value", number(1.0 - sum.value)}, {"low", number(1.0 - sum.high)}, {"high", number(1.0 - sum.low)}};
        if (indices.constant) out["interaction"] = {{"value", 0}, {"low", 0}, {"high", 0}};
        out["widest_interval"] = number(indices.widest);
        out["converged"] = indices.converged;
        if (!indices.converged && !indices.constant) out["next_base"] = 2 * result.base;
    }
    out["quantities"] = Json::array();
    for (std::size_t rank = 0; rank < outcome.order.size(); ++rank) out["quantities"].push_back(of_input(result, outcome, rank));
    return out;
}

}  // namespace

std::string sensitivity_json(const Sensitivity& result) {
    Json out = {{"goho", std::string(version())}, {"scenario", text_json(result.name)}, {"method", key_of(result.method)}, {"runs", result.runs}};
    if (result.method == Method::tornado) {
        out["others_at"] = result.at_medians ? "medians" : "plan";
    } else {
        out["seed"] = result.seed;
        out["resamples"] = resamples;
    }
    if (result.method == Method::morris) {
        out["trajectories"] = result.trajectories;
        out["levels"] = result.levels;
    }
    if (result.method == Method::sobol) {
        out["base"] = result.base;
        out["half_width_wanted"] = number(result.wanted);
    }
    out["chance"] = result.luck ? "input" : result.luck_left_out ? "left_out" : "none";
    out["correlations_left_out"] = result.correlations_left_out;
    out["inputs"] = Json::array();
    for (const Input& input : result.inputs) {
        Json one = {{"pointer", input.pointer.empty() ? Json() : Json(input.pointer)}, {"label", text_json(input.label)}};
        if (!input.pointer.empty()) {
            one["unit"] = input.unit;
            one["planned"] = number(input.planned);
            one["quantiles"] = {number(input.low), number(input.middle), number(input.high)};
        }
        out["inputs"].push_back(std::move(one));
    }
    out["outcomes"] = Json::array();
    for (const auto& outcome : result.outcomes) out["outcomes"].push_back(outcome_json(result, outcome));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string sensitivity_csv(const Sensitivity& result, Language language) {
    std::vector<std::string> head;
    for (const Label label : {Label{"outcome", "結果"}, Label{"year", "年次"}, Label{"rank", "順位"}, Label{"pointer", "ポインター"}, Label{"quantity", "項目"}}) {
        head.push_back(csv_text(label.in(language)));
    }
    const auto add = [&](std::initializer_list<Label> labels) {
        for (const Label label : labels) head.push_back(csv_text(label.in(language)));
    };
    if (result.method == Method::tornado) add({{"at_low", "下限での値"}, {"at_high", "上限での値"}, {"swing", "振れ幅"}});
    else if (result.method == Method::morris) add({{"mu_star", "μ*"}, {"low", "下限"}, {"high", "上限"}, {"mu", "μ"}, {"sigma", "σ"}});
    else add({{"first_order", "一次"}, {"first_low", "一次の下限"}, {"first_high", "一次の上限"}, {"total", "全"}, {"total_low", "全の下限"}, {"total_high", "全の上限"}});
    std::string out = csv_line(head);
    const auto sound = [](double x) { return std::isfinite(x) ? csv_number(x) : std::string(); };
    for (const auto& outcome : result.outcomes) {
        for (std::size_t rank = 0; rank < outcome.order.size(); ++rank) {
            const std::size_t j = outcome.order[rank];
            std::vector<std::string> line{outcome.what.name, outcome.what.year > 0 ? fmt::format("{}", outcome.what.year) : "", fmt::format("{}", rank + 1),
                                          csv_text(result.inputs[j].pointer), csv_text(result.inputs[j].label.in(language))};
            const auto figures = [&](std::initializer_list<double> values) {
                for (const double x : values) line.push_back(sound(x));
            };
            if (result.method == Method::tornado) {
                const auto& bar = outcome.bars[rank];
                figures({bar.at_low, bar.at_high, bar.swing});
            } else if (result.method == Method::morris) {
                const auto& e = outcome.screening.effects[j];
                figures({e.mean_absolute, e.low, e.high, e.mean, e.deviation});
            } else {
                const auto &first = outcome.indices.first[j], &total = outcome.indices.total[j];
                figures({first.value, first.low, first.high, total.value, total.low, total.high});
            }
            out += csv_line(line);
        }
    }
    return out;
}

}  // namespace goho::io
