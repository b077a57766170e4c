#include "io/scenario_writer.hpp"
#include "io/uncertainty_reader.hpp"

#include <cmath>

namespace goho::io {

namespace {

Json distribution_json(const simulation::UncertainQuantity& quantity) {
    const auto& d = quantity.distribution;
    Json out = Json::object();
    out["distribution"] = chance::kind_options[static_cast<std::size_t>(d.kind)].key;
    for (const auto& member : chance::members(d.kind)) out[std::string(member.name)] = json_number(d.*member.field);
    const auto list = [&](const char* key, const std::vector<double>& numbers) {
        for (const double number : numbers) out[key].push_back(json_number(number));
    };
    list("values", d.values);
    list("weights", d.weights);
    if (quantity.apply != simulation::Apply::replace) out["apply"] = simulation::apply_options[static_cast<std::size_t>(quantity.apply)].key;
    if (d.truncation) {
        if (std::isfinite(d.truncation->low)) out["truncate"]["low"] = json_number(d.truncation->low);
        if (std::isfinite(d.truncation->high)) out["truncate"]["high"] = json_number(d.truncation->high);
    }
    return out;
}

Json number_or_null() { return {{"type", Json::array({"number", "null"})}}; }
Json object_of(Json properties, const char* title) {
    return {{"title", title}, {"type", Json::array({"object", "null"})}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}
Json by_pointer(Json value, const char* title) {
    return {{"title", title}, {"type", Json::array({"object", "null"})}, {"propertyNames", {{"pattern", "^(/([a-z0-9_]+|\\*)){2,3}$"}}}, {"additionalProperties", std::move(value)}};
}
Json keys_of(std::span<const Option> options) {
    Json keys = Json::array(), labels = Json::object();
    for (const Option& option : options) {
        keys.push_back(option.key);
        labels[std::string(option.key)] = fmt::format("{} / {}", option.label.en, option.label.ja);
    }
    keys.push_back(nullptr);
    return {{"enum", keys}, {"x-labels", labels}};
}

}  // namespace

Json uncertainty_json(const simulation::Uncertainty& uncertainty) {
    Json out = Json::object();
    if (uncertainty.defaults) out["defaults"] = true;
    if (!uncertainty.events) out["events"] = false;
    for (const auto& quantity : uncertainty.quantities) out["quantities"][quantity.pointer] = distribution_json(quantity);
    for (const auto& path : uncertainty.paths) {
        out["paths"][path.pointer] = {{"persistence", json_number(path.persistence)}, {"deviation", json_number(path.deviation)}};
    }
    for (const auto& pair : uncertainty.correlations) {
        out["correlations"][pair.id] = {{"between", pair.first}, {"and", pair.second}, {"correlation", json_number(pair.correlation)}};
    }
    return out.empty() ? Json() : out;
}

Json uncertainty_schema() {
    const Json words = {{"$ref", "#/$defs/words"}}, amount = {{"$ref", "#/$defs/amount"}};
    const Json list = {{"type", Json::array({"array", "null"})}, {"items", amount}};
    Json quantity = {{"note", words},
                     {"spread", {{"title", "Plus or minus, around the plan's value / 計画値に対する±の割合"}, {"$ref", "#/$defs/amount"}}},
                     {"distribution", keys_of(chance::kind_options)},
                     {"apply", keys_of(simulation::apply_options)},
                     {"truncate", object_of({{"low", amount}, {"high", amount}}, "Drawn only inside / この範囲のみ")},
                     {"values", list},
                     {"weights", {{"type", Json::array({"array", "null"})}, {"items", number_or_null()}}}};
    for (const auto& kind : {chance::Kind::triangular, chance::Kind::normal, chance::Kind::lognormal, chance::Kind::beta}) {
        for (const auto& member : chance::members(kind)) {
            quantity[std::string(member.name)] = {{"title", fmt::format("{} / {}", member.label.en, member.label.ja)}, {"$ref", "#/$defs/amount"}};
        }
    }
    const Json path = object_of({{"note", words}, {"persistence", amount}, {"deviation", amount}}, "Path / 推移");
    const Json pair = object_of({{"note", words}, {"between", {{"type", Json::array({"string", "null"})}}}, {"and", {{"type", Json::array({"string", "null"})}}}, {"correlation", number_or_null()}},
                                "Correlation / 相関");
    Json pairs = {{"title", "What goes together / 相関"}, {"type", Json::array({"object", "null"})}, {"additionalProperties", pair}};
    const Json flag = {{"type", Json::array({"boolean", "null"})}};
    Json defaults = flag, events = flag;
    defaults["title"] = "The model's own coefficients as well, as far as evidence goes / モデルの係数も、根拠の範囲で動かす";
    events["title"] = "Chance events / 偶然の出来事";
    return object_of({{"note", words},
                      {"defaults", defaults},
                      {"events", events},
                      {"quantities", by_pointer(object_of(std::move(quantity), "Distribution / 分布"), "Uncertain quantities / 不確実な項目")},
                      {"paths", by_pointer(path, "Wavering quantities / 変動する項目")},
                      {"correlations", std::move(pairs)}},
                     "Uncertainty / 不確実性");
}

}  // namespace goho::io
