#include "decision/change_groups.hpp"

#include "io/report.hpp"
#include "simulation/plan.hpp"

#include <algorithm>
#include <array>

namespace goho::decision {

namespace {

using io::Json;

/// What changes no figure of a run.
constexpr std::array<std::string_view, 10> without_effect{"$schema", "format", "name", "description", "note", "extends",
                                                          "story", "decision_log", "targets", "uncertainty"};
constexpr std::array<std::string_view, 2> texts{"name", "note"};

template <class List> bool holds(const List& list, std::string_view key) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

/// Whatever differs, as deep as both have objects.
void collect(const Json* before, const Json* after, const std::string& at, std::vector<Change>& into) {
    if (before && after && *before == *after) return;
    if (!before || !after || !before->is_object() || !after->is_object()) {
        into.push_back({at, after ? std::optional(*after) : std::nullopt});
        return;
    }
    for (const auto& [key, value] : after->items()) {
        if (holds(texts, key)) continue;
        const auto found = before->find(key);
        collect(found == before->end() ? nullptr : &*found, &value, io::member_of(at, key), into);
    }
    for (const auto& [key, value] : before->items()) {
        if (!holds(texts, key) && !after->contains(key)) collect(&value, nullptr, io::member_of(at, key), into);
    }
}

bool below(std::string_view pointer, std::string_view place) {
    return pointer.starts_with(place) && (pointer.size() == place.size() || pointer[place.size()] == '/');
}

/// "/loans/machine" for a collection of items, "/evaluation" for a section.
std::string item_of(const std::string& pointer, const Json& base, const Json& variant) {
    const auto second = pointer.find('/', 1);
    if (second == std::string::npos) return pointer;
    const auto third = pointer.find('/', second + 1);
    const std::string item = pointer.substr(0, third);
    const Json* one = io::value_at(variant, item);
    if (!one) one = io::value_at(base, item);
    return one && one->is_object() ? item : pointer.substr(0, second);
}

Text label_of(const std::string& id, const Json& base, const Json& variant) {
    for (const Json* root : {&variant, &base}) {
        const Json* name = io::value_at(*root, id + "/name");
        if (!name) continue;
        if (name->is_string()) return {name->get<std::string>(), name->get<std::string>()};
        if (name->is_object()) return {name->value("en", name->value("ja", id)), name->value("ja", name->value("en", id))};
    }
    Text out{id, id};
    if (id == "/timeline") out = {"Changes over time", "時期による変更"};
    simulation::for_each_section<double>([&](const auto& section) {
        if (id == "/" + std::string(section.name)) out = {std::string(section.label.en), std::string(section.label.ja)};
    });
    return out;
}

std::vector<Change> all_changes(const Json& base, const Json& variant) {
    std::vector<Change> out;
    for (const auto& [section, value] : variant.items()) {
        if (holds(without_effect, section)) continue;
        const auto before = base.find(section);
        // A section that is new is taken item by item, too.
        static const Json empty = Json::object();
        const bool items = value.is_object();
        collect(before == base.end() ? (items ? &empty : nullptr) : &*before, &value, "/" + section, out);
    }
    for (const auto& [section, value] : base.items()) {
        if (!holds(without_effect, section) && !variant.contains(section)) collect(&value, nullptr, "/" + section, out);
    }
    return out;
}

}  // namespace

Result<std::vector<ChangeGroup>> change_groups(const Json& base, const Json& variant, Grouping grouping,
                                               const std::vector<NamedGroup>& named) {
    Result<std::vector<ChangeGroup>> out;
    std::vector<ChangeGroup> groups;
    for (const auto& one : named) groups.push_back({one.name, {one.name, one.name}, {}});
    for (auto& change : all_changes(base, variant)) {
        const auto wanted = std::find_if(named.begin(), named.end(), [&](const NamedGroup& one) {
            return std::any_of(one.places.begin(), one.places.end(), [&](const auto& place) { return below(change.pointer, place); });
        });
        std::string id = item_of(change.pointer, base, variant);
        if (wanted != named.end()) id = wanted->name;
        else if (grouping == Grouping::section) id = id.substr(0, id.find('/', 1));
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.id == id; });
        if (group == groups.end()) group = groups.insert(groups.end(), {id, label_of(id, base, variant), {}});
        group->changes.push_back(std::move(change));
    }
    for (const auto& group : groups) {
        if (!group.changes.empty()) continue;
        out.problems.push_back({"nothing-there", {}, {}, 0, 0,
                                {"nothing changes in the group \"" + group.id + "\"", "グループ「" + group.id + "」に該当する変更がありません"},
                                {"see goho compare for what changes", "変更点は goho compare で確認できます"}});
    }
    if (out.problems.empty()) out.value = std::move(groups);
    return out;
}

Json with_changes(const Json& base, const std::vector<ChangeGroup>& groups, statistics::Coalition which) {
    Json out = base;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (!(which >> g & 1U)) continue;
        for (const auto& change : groups[g].changes) {
            const Json::json_pointer at(change.pointer);
            if (change.value) {
                out[at] = *change.value;
            } else if (out.contains(at)) {
                out.at(at.parent_pointer()).erase(at.back());
            }
        }
    }
    return out;
}

}  // namespace goho::decision
