#include "io/schema.hpp"

#include "io/actuals_reader.hpp"
#include "io/narrative_reader.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "io/uncertainty_reader.hpp"

namespace goho::io {

namespace {

/// Null stands for "not given": in a variant it removes what the base says.
Json of_type(const char* type) { return {{"type", Json::array({type, "null"})}}; }
Json reference_to(const std::string& definition) { return {{"$ref", "#/$defs/" + definition}}; }

std::string both(Label label) { return fmt::format("{} / {}", label.en, label.ja); }

Json number_schema(std::string_view unit, Range valid) {
    Json number = {{"type", "number"}, {"minimum", json_number(valid.low)}, {"maximum", json_number(valid.high)}};
    Json choices = Json::array({number});
    if (unit.starts_with("yen") || unit == "as the variable") choices.push_back(reference_to("money"));
    if (unit.starts_with("fraction") || unit == "as the variable") choices.push_back(reference_to("percentage"));
    if (choices.size() == 1) {
        number["type"] = Json::array({"number", "null"});
        return number;
    }
    choices.push_back({{"type", "null"}});
    return {{"anyOf", choices}};
}

template <class P> Json field_schema(const Parameter<P>& row) {
    return std::visit(
        [&](auto field) -> Json {
            using Field = decltype(field);
            if constexpr (std::is_same_v<Field, Choice<P>>) {
                Json keys = Json::array(), labels = Json::object();
                for (const Option& option : field.options) {
                    keys.push_back(option.key);
                    labels[std::string(option.key)] = both(option.label);
                }
                keys.push_back(nullptr);
                return {{"enum", keys}, {"x-labels", labels}};
            } else {
                using Type = typename goho::detail::member_of<Field>::type;
                if constexpr (std::is_same_v<Type, double>) return number_schema(row.unit, row.valid);
                else if constexpr (std::is_same_v<Type, int>) {
                    Json whole = of_type("integer");
                    whole["minimum"] = json_number(row.valid.low);
                    whole["maximum"] = json_number(row.valid.high);
                    return whole;
                } else if constexpr (std::is_same_v<Type, bool>) return of_type("boolean");
                else if constexpr (std::is_same_v<Type, Month>)
                    return {{"anyOf", Json::array({reference_to("month"), {{"type", "null"}}})}};
                else if constexpr (std::is_same_v<Type, ShortText>) {
                    Json text = of_type("string");
                    text["maxLength"] = ShortText::capacity;
                    return text;
                } else {
                    return {{"anyOf", Json::array({reference_to("id"), {{"type", "null"}}})},
                            {"x-collection", row.unit}};
                }
            }
        },
        row.field);
}

/// The default as it would be written; null when it says nothing.
template <class P> Json default_of(const Parameter<P>& row) {
    const P defaults{};
    return std::visit(
        [&](auto field) -> Json {
            if constexpr (std::is_same_v<decltype(field), Choice<P>>) {
                return field.options[static_cast<std::size_t>(field.get(defaults))].key;
            } else {
                const auto& value = defaults.*field;
                using Type = std::remove_cvref_t<decltype(value)>;
                if constexpr (std::is_same_v<Type, double>) return json_number(value);
                else if constexpr (std::is_same_v<Type, ShortText>) return value.empty() ? Json() : Json(value.view());
                else if constexpr (std::is_same_v<Type, int> || std::is_same_v<Type, bool>) return value;
                else return {};
            }
        },
        row.field);
}

template <class P> Json row_schema(const Parameter<P>& row) {
    Json out = {{"title", both(row.label)}, {"description", both(row.meaning)}};
    out.update(field_schema(row));
    if (row.need == Need::optional) {
        if (Json value = default_of(row); !value.is_null()) out["default"] = std::move(value);
    }
    if (row.plausible.low < row.plausible.high) {
        out["x-plausible"] = Json::array({json_number(row.plausible.low), json_number(row.plausible.high)});
    }
    out["x-unit"] = row.unit;
    out["x-evidence"] = grade(row.evidence);
    out["x-source"] = row.source;
    out["x-timeline"] = row.change == Change::monthly;
    return out;
}

template <class P> Json object_schema(bool named) {
    Json properties = Json::object();
    if (named) properties["name"] = reference_to("words");
    properties["note"] = reference_to("words");
    for (const auto& row : simulation::table_of<P>()) properties[std::string(row.name)] = row_schema(row);
    Json out = of_type("object");
    out["properties"] = std::move(properties);
    out["additionalProperties"] = false;
    return out;
}

template <class P> Json required_of() {
    Json keys = Json::array();
    for (const auto& row : simulation::table_of<P>()) {
        if (row.need == Need::required) keys.push_back(row.name);
    }
    return keys;
}

Json collection_of(Json item, Json title) {
    Json out = {{"title", std::move(title)}};
    out.update(of_type("object"));
    out["maxProperties"] = most_items;
    out["propertyNames"] = reference_to("id");
    out["additionalProperties"] = std::move(item);
    return out;
}

Json timeline_schema() {
    const Json month_or_null = {{"anyOf", Json::array({reference_to("month"), {{"type", "null"}}})}};
    const auto edits = [](const char* title, const char* value) {
        Json out = {{"title", title}};
        out.update(of_type("object"));
        out["propertyNames"] = {{"pattern", "^(/[a-z0-9_]+){2,3}$"}};
        out["additionalProperties"] = reference_to(value);
        return out;
    };
    Json every = of_type("integer");
    every["title"] = "Repeated every so many months / 繰り返す間隔（月数）";
    every["minimum"] = 1;
    every["maximum"] = 600;
    Json entry = of_type("object");
    entry["properties"] = {
        {"name", reference_to("words")},
        {"note", reference_to("words")},
        {"from", month_or_null},
        {"to", month_or_null},
        {"every_months", every},
        {"set", edits("Replaced by / 置き換える値", "amount")},
        {"scale", edits("Multiplied by / 掛ける値", "amount")},
        {"add", edits("Added / 加える値", "amount")},
    };
    entry["additionalProperties"] = false;
    return collection_of(std::move(entry), "Timeline / タイムライン");
}

Json definitions() {
    const Json text_or_null = of_type("string");
    return {
        {"id", {{"type", "string"}, {"pattern", "^[a-z0-9_]{1,64}$"}}},
        {"month", {{"type", "string"}, {"pattern", "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"}, {"examples", {"2027-04"}}}},
        {"money",
         {{"type", "string"},
          {"description", "Money with a unit / 単位付きの金額"},
          {"pattern", "^[-+−－＋△▲ 　]*[¥￥]?[-−－△▲ 　]*[0-9０-９.．,，兆億万千百十 　]+円?[ 　]*$"},
          {"examples", {"12百万円", "0.5億円", "1,200円"}}}},
        {"percentage",
         {{"type", "string"},
          {"description", "Percentage / 百分率"},
          {"pattern", "^[-+−－＋△▲ 　]*[0-9０-９.．,， 　]+[%％][ 　]*$"},
          {"examples", {"5%"}}}},
        {"amount",
         {{"anyOf",
           Json::array(
               {{{"type", Json::array({"number", "null"})}}, reference_to("money"), reference_to("percentage")})}}},
        {"words",
         {{"description", "A text, or one for each language / 文字列、または言語ごとの文字列"},
          {"anyOf", Json::array({{{"type", Json::array({"string", "null"})}},
                                 {{"type", "object"},
                                  {"properties", {{"en", text_or_null}, {"ja", text_or_null}}},
                                  {"additionalProperties", false}}})}}},
    };
}

}  // namespace

std::string scenario_schema() {
    Json properties = {
        {"$schema", {{"type", "string"}}},
        {"format", {{"title", "File format / ファイル形式"}, {"const", scenario_format}}},
        {"name", reference_to("words")},
        {"description", reference_to("words")},
        {"note", reference_to("words")},
        {"extends",
         {{"title", "Base file / 基になるファイル"},
          {"type", "string"},
          {"description",
           "Path of the scenario this one changes, seen from this file; null removes a value of it. / "
           "このシナリオの基になるファイルの相対パス。null は基の値を取り消す。"}}},
    };
    // A file that stands alone must be complete; one that extends another only says what differs.
    Json required = Json::array({"format"}), complete = Json::object();
    simulation::for_each_section<double>([&](const auto& section) {
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*section.member)>;
        const std::string name(section.name);
        if constexpr (simulation::is_collection<Held>) {
            using P = std::remove_cvref_t<decltype(Held{}.front().parameters)>;
            properties[name] = collection_of(object_schema<P>(true), both(section.label));
            if (const Json keys = required_of<P>(); !keys.empty())
                complete[name] = {{"additionalProperties", {{"required", keys}}}};
        } else {
            Json object = {{"title", both(section.label)}};
            object.update(object_schema<Held>(false));
            properties[name] = std::move(object);
            if (const Json keys = required_of<Held>(); !keys.empty()) {
                complete[name] = {{"required", keys}};
                required.push_back(name);
            }
        }
    });
    Json actuals = {{"title", "Months as they happened / 実績"}};
    actuals.update(of_type("object"));
    actuals["propertyNames"] = reference_to("month");
    actuals["additionalProperties"] = actual_month_schema();
    properties["actuals"] = std::move(actuals);
    properties["timeline"] = timeline_schema();
    properties["uncertainty"] = uncertainty_schema();
    properties["story"] = collection_of(story_step_schema(), "Story: how it is presented / プレゼンの筋書き");
    properties["decision_log"] = collection_of(decision_schema(), "Decision log / 意思決定ログ");
    required.push_back("segments");
    complete["segments"]["minProperties"] = 1;
    complete["timeline"] = {{"additionalProperties", {{"required", {"from"}}}}};
    complete["story"] = {{"additionalProperties", {{"required", {"title"}}}}};
    complete["decision_log"] = {{"additionalProperties", {{"required", {"question"}}}}};

    const Json schema = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"$id", "goho-scenario-1.schema.json"},
        {"title", "Goho scenario / Gohoシナリオ"},
        {"type", "object"},
        {"properties", properties},
        {"additionalProperties", false},
        {"if", {{"required", {"extends"}}}},
        {"else", {{"required", required}, {"properties", complete}}},
        {"$defs", definitions()},
    };
    return schema.dump(2) + "\n";
}

}  // namespace goho::io
