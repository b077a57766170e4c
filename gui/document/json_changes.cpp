#include "document/json_changes.hpp"

#include "io/json_layout.hpp"

namespace goho::gui {

namespace {

using Members = Json::object_t;

/// Equal to the eye of a reader of the file: 1 and 1.0 are not.
bool identical(const Json& a, const Json& b) { return a == b && (!a.is_number() || a.type() == b.type()); }

void collect(const Json& before, const Json& after, Path& path, Changes& out) {
    if (!before.is_structured() && identical(before, after)) return;
    if (!before.is_object() || !after.is_object() || !io::same_order(before, after)) {
        if (before != after || !before.is_structured()) out.push_back({path, {}, 0, before, after});
        return;
    }
    // Members go from the last to the first and come from the first to the last, so that places hold on the way.
    const Members::Container& old = before.get_ref<const Members&>();
    for (std::size_t i = old.size(); i-- > 0;) {
        if (!after.contains(old[i].first)) out.push_back({path, old[i].first, i, old[i].second, {}});
    }
    const Members::Container& fresh = after.get_ref<const Members&>();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (!before.contains(fresh[i].first)) out.push_back({path, fresh[i].first, i, {}, fresh[i].second});
    }
    for (const auto& [key, value] : fresh) {
        const auto was = before.find(key);
        if (was == before.end()) continue;
        path.push_back(key);
        collect(*was, value, path, out);
        path.pop_back();
    }
}

void move(Json& content, const Change& change, const std::optional<Json>& from, const std::optional<Json>& to) {
    Json* at = const_cast<Json*>(value_at(content, change.object));
    if (at == nullptr) return;
    if (!change.key) *at = *to;
    else if (!to) at->erase(*change.key);
    else if (!from) insert_member(*at, change.place, *change.key, *to);
}

}  // namespace

Changes changes_between(const Json& before, const Json& after) {
    Changes out;
    Path path;
    collect(before, after, path, out);
    return out;
}

void apply(Json& content, const Changes& changes) {
    for (const Change& change : changes) move(content, change, change.before, change.after);
}

void revert(Json& content, const Changes& changes) {
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        move(content, *change, change->after, change->before);
}

}  // namespace goho::gui
