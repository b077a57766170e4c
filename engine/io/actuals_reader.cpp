#include "io/actuals_reader.hpp"

#include "io/literals.hpp"
#include "io/scenario_writer.hpp"

#include <cmath>

namespace goho::io {

namespace {

using simulation::ActualMonth;
using simulation::Plan;

constexpr std::string_view company = "company";

std::vector<std::string_view> keys_of_month() {
    std::vector<std::string_view> keys{company, "note"};
    simulation::for_each_actual_section([&](std::string_view key, auto, const auto&) { keys.push_back(key); });
    return keys;
}

/// How many items each section of the plan has: an actual month has as many.
std::map<std::string_view, std::size_t> item_counts(const Plan<double>& plan) {
    std::map<std::string_view, std::size_t> counts;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) counts[section.name] = held.size();
    });
    return counts;
}

template <class S, class Rows> void read_figures(const Json& object, const std::string& at, const Rows& rows, S& to, Notes& notes) {
    if (!is_object(object, at, notes)) return;
    for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&name = key](const auto& r) { return r.name == name; });
        if (row == rows.end()) {
            std::vector<std::string_view> known;
            for (const auto& r : rows) known.push_back(r.name);
            report_unknown_key(key, at, known, notes);
            continue;
        }
        const NumberRule rule{row->unit, simulation::actual::valid, simulation::actual::valid};
        const auto number = read_number(value, member_of(at, key), rule, notes);
        if (!number) continue;
        if (rule.unit == "yen" && *number != std::floor(*number)) {
            notes.problems.add("not-whole-yen", member_of(at, key),
                               say("{} yen is not a whole number of yen", "{}円に1円未満の端数があります", shown(*number)));
        }
        to.*row->field = *number;
    }
}

ActualMonth read_month_figures(const Json& month, const std::string& at, const std::map<std::string_view, std::size_t>& counts,
                               const AllIds& ids, Notes& notes) {
    ActualMonth out;
    if (!is_object(month, at, notes)) return out;
    const auto known_keys = keys_of_month();
    for (const auto& [key, value] : month.get_ref<const Json::object_t&>()) {
        if (std::find(known_keys.begin(), known_keys.end(), key) == known_keys.end()) report_unknown_key(key, at, known_keys, notes);
        if (key == "note") read_words(value, member_of(at, key), Lines::many, notes);
        if (key == company) read_figures(value, member_of(at, key), simulation::actual::company_figures, out.company, notes);
    }
    simulation::for_each_actual_section([&](std::string_view key, auto member, const auto& rows) {
        auto& items = out.*member;
        items.resize(counts.at(key));
        const auto section = month.find(std::string(key));
        const std::string here = member_of(at, key);
        if (section == month.end() || !is_object(*section, here, notes)) return;
        const Ids& known = ids.at(key);
        for (const auto& [id, figures] : section->template get_ref<const Json::object_t&>()) {
            const auto place = known.places.find(id);
            if (place == known.places.end()) report_unknown_key(id, here, known.names, notes);
            else if (static_cast<std::size_t>(place->second) < items.size())
                read_figures(figures, member_of(here, id), rows, items[static_cast<std::size_t>(place->second)], notes);
        }
    });
    return out;
}

template <class S, class Rows> Json figures_json(const S& figures, const Rows& rows) {
    Json out = Json::object();
    for (const auto& row : rows) {
        if (simulation::actual::given(figures.*row.field)) out[std::string(row.name)] = json_number(figures.*row.field);
    }
    return out;
}

template <class Rows> Json figures_schema(const Rows& rows) {
    Json properties = Json::object();
    for (const auto& row : rows) {
        properties[std::string(row.name)] = {{"title", fmt::format("{} / {}", row.label.en, row.label.ja)},
                                             {"description", fmt::format("{} / {}", row.meaning.en, row.meaning.ja)},
                                             {"$ref", "#/$defs/amount"},
                                             {"x-unit", row.unit}};
    }
    return {{"type", Json::array({"object", "null"})}, {"properties", properties}, {"additionalProperties", false}};
}

}  // namespace

simulation::Actuals read_actuals(const Json& section, const Plan<double>& plan, const AllIds& ids, Notes& notes) {
    const Month start = plan.company.start;
    const auto counts = item_counts(plan);
    std::map<int, ActualMonth> months;  // by months after the plan's first
    for (const auto& [key, value] : section.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/actuals", key);
        const auto month = read_month(Json(key), at, notes);
        ActualMonth figures = read_month_figures(value, at, counts, ids, notes);
        if (!month || !start.given()) continue;
        const int t = *month - start;
        if (t < 0 || t >= plan.company.months) {
            const std::string first = to_string(start), last = to_string(start + (plan.company.months - 1));
            notes.problems.add("outside-plan", at,
                               say("{} lies outside of the plan, which runs from {} to {}", "{} は計画期間（{}〜{}）の外です", key, first, last));
            continue;
        }
        months.emplace(t, std::move(figures));
    }
    simulation::Actuals actuals;
    for (auto& [t, month] : months) {
        if (t != static_cast<int>(actuals.months.size())) {
            const std::string missing = to_string(start + static_cast<int>(actuals.months.size())), found = to_string(start + t);
            notes.problems.add("actuals-with-a-gap", member_of("/actuals", found),
                               say("{} is given, but {} before it is not", "{} の実績がありますが、それより前の {} がありません", found, missing),
                               {"actual months begin with the plan and leave none out", "実績は計画の最初の月から途切れなく入れてください"});
            break;
        }
        actuals.months.push_back(std::move(month));
    }
    return actuals;
}

Json actuals_json(const Plan<double>& plan) {
    if (plan.actuals.months.empty()) return {};
    std::map<std::string_view, std::vector<std::string_view>> ids;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (const auto& item : held) ids[section.name].push_back(item.id);
        }
    });
    Json out = Json::object();
    for (std::size_t t = 0; t < plan.actuals.months.size(); ++t) {
        const ActualMonth& month = plan.actuals.months[t];
        Json one = Json::object();
        simulation::for_each_actual_section([&](std::string_view key, auto member, const auto& rows) {
            Json items = Json::object();
            for (std::size_t i = 0; i < (month.*member).size(); ++i) {
                if (Json figures = figures_json((month.*member)[i], rows); !figures.empty())
                    items[std::string(ids[key][i])] = std::move(figures);
            }
            if (!items.empty()) one[std::string(key)] = std::move(items);
        });
        if (Json figures = figures_json(month.company, simulation::actual::company_figures); !figures.empty())
            one[std::string(company)] = std::move(figures);
        out[to_string(plan.company.start + static_cast<int>(t))] = std::move(one);
    }
    return out;
}

Json actual_month_schema() {
    Json properties = {{"note", {{"$ref", "#/$defs/words"}}}};
    simulation::for_each_actual_section([&](std::string_view key, auto, const auto& rows) {
        properties[std::string(key)] = {{"type", Json::array({"object", "null"})},
                                        {"propertyNames", {{"$ref", "#/$defs/id"}}},
                                        {"additionalProperties", figures_schema(rows)}};
    });
    properties[std::string(company)] = figures_schema(simulation::actual::company_figures);
    return {{"type", Json::array({"object", "null"})}, {"properties", properties}, {"additionalProperties", false}};
}

}  // namespace goho::io
