#include "io/plan_actual_output.hpp"

#include "io/csv.hpp"
#include "io/scenario_writer.hpp"

#include <algorithm>
#include <set>

namespace goho::io {

namespace {

using analysis::OperatingEffects;
using analysis::PlanActual;
using analysis::PlanActualSpan;

Json text_json(const Text& text) { return {{"en", text.en}, {"ja", text.ja}}; }

const auto& variable_named(std::string_view name) {
    const auto& all = accounting::variables<double>;
    return *std::find_if(all.begin(), all.end(), [&](const auto& v) { return v.name == name; });
}

/// Calls f(variable) for every line that is compared, once each.
template <class F> void for_each_line(F&& f) {
    std::set<std::string_view> seen;
    for (const auto& statement : analysis::compared_statements) {
        for (const auto& row : statement.rows) {
            if (seen.insert(row.variable).second) f(variable_named(row.variable));
        }
    }
}

struct Part {
    std::string_view key;
    Label label;
    double amount;
};
std::vector<Part> parts_of(const OperatingEffects& e) {
    const auto s = e.of_segments();
    return {{"price", {"Price", "販売単価"}, s.price},
            {"volume", {"Volume", "販売数量"}, e.volume()},
            {"mix", {"Mix", "製品構成"}, s.mix},
            {"unit_cost", {"Unit cost of goods", "単位原価"}, s.unit_cost},
            {"spending", {"Spending", "費用の支出差異"}, e.spending()},
            {"timing", {"Timing", "計上時期のずれ"}, e.timing()}};
}

Json effects_json(const PlanActual& result, const PlanActualSpan& span) {
    const OperatingEffects& e = span.effects;
    Json out = Json::object();
    for (const Part& part : parts_of(e)) out[std::string(part.key)] = json_number(part.amount);
    out["sum"] = json_number(e.sum());
    out["segments"] = Json::array();
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const auto& s = e.segments[i];
        out["segments"].push_back({{"name", text_json(result.segments[i])}, {"price", json_number(s.price)}, {"volume", json_number(s.volume)},
                                   {"mix", json_number(s.mix)}, {"unit_cost", json_number(s.unit_cost)}});
    }
    out["step_cost"] = json_number(e.step_cost);
    out["costs"] = Json::array();
    for (std::size_t k = 0; k < e.costs.size(); ++k) {
        const auto& c = e.costs[k];
        out["costs"].push_back({{"name", text_json(result.costs[k])}, {"plan", json_number(c.plan)}, {"allowed", json_number(c.allowed)},
                                {"actual", json_number(c.actual)}, {"spending", json_number(c.spending)}, {"timing", json_number(c.timing)}});
    }
    out["causes"] = Json::array();
    for (const auto& cause : analysis::causes(result, span)) {
        out["causes"].push_back({{"effect", json_number(cause.effect)}, {"sentence", text_json(cause.sentence)}});
    }
    return out;
}

Json span_json(const PlanActual& result, const PlanActualSpan& span) {
    Json out = {{"from", to_string(span.first)}, {"to", to_string(span.last)}, {"label", text_json(span.label)}};
    Json& lines = out["lines"] = Json::object();
    for_each_line([&](const auto& v) {
        const double plan = span.plan.*v.field, actual = span.actual.*v.field;
        const auto ratio = analysis::achievement(plan, actual);
        lines[std::string(v.name)] = {{"plan", json_number(plan)}, {"actual", json_number(actual)}, {"difference", json_number(actual - plan)},
                                      {"ratio", ratio ? json_number(*ratio) : Json()}};
    });
    if (!span.effects.costs.empty()) out["operating_income_difference"] = effects_json(result, span);
    return out;
}

void add_rows(std::string& out, std::string_view kind, const PlanActualSpan& span, Language language) {
    const auto head = [&](std::string_view name, std::string_view label) {
        return std::vector<std::string>{std::string(kind), to_string(span.first), to_string(span.last), std::string(name), csv_text(label)};
    };
    for_each_line([&](const auto& v) {
        const double plan = span.plan.*v.field, actual = span.actual.*v.field;
        const auto ratio = analysis::achievement(plan, actual);
        auto row = head(v.name, v.label.in(language));
        for (const double amount : {plan, actual, actual - plan}) row.push_back(csv_number(amount));
        row.push_back(ratio ? csv_number(*ratio) : "");
        out += csv_line(row);
    });
    if (span.effects.costs.empty()) return;
    for (const Part& part : parts_of(span.effects)) {
        auto row = head("operating_income:" + std::string(part.key), part.label.in(language));
        row.insert(row.end(), {"", "", csv_number(part.amount), ""});
        out += csv_line(row);
    }
}

}  // namespace

std::string plan_actual_json(const PlanActual& result) {
    Json out = {{"volumes_known", result.volumes_known}, {"months", Json::array()}};
    for (const auto& month : result.months) out["months"].push_back(span_json(result, month));
    out["year_to_date"] = span_json(result, result.year_to_date);
    out["cumulative"] = span_json(result, result.cumulative);
    out["landing"] = span_json(result, result.landing);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string plan_actual_csv(const PlanActual& result, Language language) {
    std::string out = csv_line({"span", "from", "to", "line", "label", "plan", "actual", "difference", "ratio"});
    for (const auto& month : result.months) add_rows(out, "month", month, language);
    add_rows(out, "year_to_date", result.year_to_date, language);
    add_rows(out, "cumulative", result.cumulative, language);
    add_rows(out, "landing", result.landing, language);
    return out;
}

}  // namespace goho::io
