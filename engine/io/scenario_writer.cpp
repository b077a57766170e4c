#include "io/scenario_writer.hpp"

#include "io/actuals_reader.hpp"
#include "io/narrative_reader.hpp"
#include "io/scenario_reader.hpp"
#include "io/uncertainty_reader.hpp"

#include <cmath>
#include <map>

namespace goho::io {

namespace {

using simulation::Edit;
using simulation::Operation;
using simulation::Scenario;
using simulation::TimelineEntry;

using IdLists = std::map<std::string_view, std::vector<std::string_view>>;

/// What a member is in a file; null when it says nothing.
template <class P, class Field> Json written(const P& p, const Parameter<P>& row, Field field, const IdLists& ids) {
    if constexpr (std::is_same_v<Field, Choice<P>>) {
        return field.options[static_cast<std::size_t>(field.get(p))].key;
    } else {
        const auto& value = p.*field;
        using Type = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Type, double>) return json_number(value);
        else if constexpr (std::is_same_v<Type, Month>) return value.given() ? Json(to_string(value)) : Json();
        else if constexpr (std::is_same_v<Type, ShortText>) return value.view();
        else if constexpr (std::is_same_v<Type, Reference>) {
            return value.given() ? Json(ids.at(row.unit)[static_cast<std::size_t>(value.index)]) : Json();
        } else {
            return value;
        }
    }
}

template <class P> void write_parameters(const P& p, Defaults defaults, const IdLists& ids, Json& to) {
    const P unchanged{};
    for (const auto& row : simulation::table_of<P>()) {
        std::visit(
            [&](auto field) {
                Json value = written(p, row, field, ids);
                if (value.is_null()) return;
                const bool needed = row.need == Need::required || defaults == Defaults::write;
                if (needed || value != written(unchanged, row, field, ids))
                    to[std::string(row.name)] = std::move(value);
            },
            row.field);
    }
}

Json entry_json(const TimelineEntry& entry) {
    Json out = Json::object();
    if (!entry.name.empty()) out["name"] = words_json(entry.name);
    out["from"] = to_string(entry.from);
    if (entry.to.given()) out["to"] = to_string(entry.to);
    if (entry.every_months > 0) out["every_months"] = entry.every_months;
    for (const auto& [operation, key] :
         {std::pair{Operation::set, "set"}, std::pair{Operation::scale, "scale"}, std::pair{Operation::add, "add"}}) {
        for (const Edit& edit : entry.edits) {
            if (edit.operation == operation) out[key][edit.pointer] = json_number(edit.amount);
        }
    }
    return out;
}

}  // namespace

Json words_json(const Text& text) {
    if (text.en == text.ja) return text.en;
    Json both = Json::object();
    if (!text.en.empty()) both["en"] = text.en;
    if (!text.ja.empty()) both["ja"] = text.ja;
    return both;
}

Json json_number(double number) {
    constexpr double exact = 9007199254740992.0;
    if (number == std::floor(number) && std::abs(number) < exact) return static_cast<std::int64_t>(number);
    return number;
}

Json scenario_json(const Scenario& scenario, Defaults defaults) {
    Json out = Json::object();
    out["format"] = scenario_format;
    if (!scenario.name.empty()) out["name"] = words_json(scenario.name);
    if (!scenario.description.empty()) out["description"] = words_json(scenario.description);

    IdLists ids;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = scenario.plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (const auto& item : held) ids[section.name].push_back(item.id);
        }
    });
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = scenario.plan.*section.member;
        Json object = Json::object();
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (const auto& item : held) {
                Json one = Json::object();
                if (!item.name.empty()) one["name"] = words_json(item.name);
                write_parameters(item.parameters, defaults, ids, one);
                object.get_ref<Json::object_t&>().emplace_back(item.id, std::move(one));
            }
        } else {
            write_parameters(held, defaults, ids, object);
        }
        if (!object.empty()) out[std::string(section.name)] = std::move(object);
    });
    if (Json actuals = actuals_json(scenario.plan); !actuals.is_null()) out["actuals"] = std::move(actuals);
    Json timeline = Json::object();
    for (const TimelineEntry& entry : scenario.timeline) timeline[entry.id] = entry_json(entry);
    if (!timeline.empty()) out["timeline"] = std::move(timeline);
    if (Json uncertainty = uncertainty_json(scenario.uncertainty); !uncertainty.is_null()) out["uncertainty"] = std::move(uncertainty);
    if (Json story = story_json(scenario.story); !story.is_null()) out["story"] = std::move(story);
    if (Json log = decision_log_json(scenario.decision_log); !log.is_null()) out["decision_log"] = std::move(log);
    return out;
}

std::string scenario_text(const Scenario& scenario, Defaults defaults) {
    return scenario_json(scenario, defaults).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace goho::io
