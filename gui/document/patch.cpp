#include "document/patch.hpp"

#include "document/amounts.hpp"
#include "io/merge.hpp"

namespace goho::gui {

bool says_the_same(const Json& a, const Json& b) {
    if (a.is_structured() || b.is_structured() || (a.is_string() && b.is_string())) return a == b;
    const auto left = number_of(a), right = number_of(b);
    return left && right ? *left == *right : a == b;
}

std::optional<Json> patch_between(const Json& from, const Json& to) {
    if (!from.is_object() || !to.is_object()) return says_the_same(from, to) ? std::nullopt : std::optional(to);
    Json patch = Json::object();
    for (const auto& [key, value] : to.get_ref<const Json::object_t&>()) {
        const auto was = from.find(key);
        if (was == from.end()) patch[key] = value;
        else if (auto change = patch_between(*was, value)) patch[key] = std::move(*change);
    }
    for (const auto& [key, value] : from.get_ref<const Json::object_t&>()) {
        if (!to.contains(key)) patch[key] = nullptr;
    }
    if (patch.empty()) return std::nullopt;
    return patch;
}

namespace {

/// Takes a value out of a patch, and the objects around it that are empty then and say nothing, as the base has them.
void take_out_of_patch(Json& patch, const Json& base, PathView path) {
    if (!take_out(patch, path)) return;
    for (std::size_t depth = path.size() - 1; depth > 0; --depth) {
        const Json* around = value_at(patch, path.first(depth));
        const Json* beneath = value_at(base, path.first(depth));
        if (around == nullptr || !around->empty() || beneath == nullptr || !beneath->is_object()) return;
        take_out(patch, path.first(depth));
    }
}

/// How many steps lead to something in the patch that is no object, such as the null that removes an item; the length
/// of the path when there is none.
std::size_t blocked_at(const Json& patch, PathView path) {
    for (std::size_t depth = 1; depth < path.size(); ++depth) {
        const Json* there = value_at(patch, path.first(depth));
        if (there != nullptr && !there->is_object()) return depth;
    }
    return path.size();
}

}  // namespace

std::optional<Json> with_value(const Json& file, const Json* base, PathView path, const Json& value) {
    Json edited = file;
    if (base == nullptr) {
        if (!put_at(edited, path, value)) return std::nullopt;
        return edited;
    }
    const std::size_t depth = blocked_at(file, path);
    if (depth < path.size()) {
        // What was removed comes back, with this value alone.
        if (!value_at(file, path.first(depth))->is_null()) return std::nullopt;
        Json back = Json::object();
        put_at(back, path.subspan(depth), value);
        const Json* beneath = value_at(*base, path.first(depth));
        auto patch = beneath != nullptr ? patch_between(*beneath, back) : std::optional(back);
        if (patch) put_at(edited, path.first(depth), std::move(*patch));
        else take_out_of_patch(edited, *base, path.first(depth));
        return edited;
    }
    const Json* beneath = value_at(*base, path);
    auto patch = beneath != nullptr ? patch_between(*beneath, value) : std::optional(value);
    if (patch) {
        for (std::size_t i = 0; i < path.size(); ++i) {  // the base may hold something that takes no members
            const Json* there = value_at(*base, path.first(i));
            if (there != nullptr && !there->is_object() && value_at(file, path.first(i)) == nullptr)
                return std::nullopt;
        }
        if (!put_at(edited, path, std::move(*patch))) return std::nullopt;
    } else {
        take_out_of_patch(edited, *base, path);
    }
    return edited;
}

std::optional<Json> without_value(const Json& file, const Json* base, PathView path) {
    Json edited = file;
    if (base == nullptr) {
        take_out(edited, path);
        return edited;
    }
    if (blocked_at(file, path) < path.size()) return edited;  // gone already
    if (value_at(*base, path) != nullptr) {
        if (!put_at(edited, path, nullptr)) return std::nullopt;
    } else {
        take_out_of_patch(edited, *base, path);
    }
    return edited;
}

std::optional<Json> as_in_base(const Json& file, const Json& base, PathView path) {
    if (blocked_at(file, path) < path.size()) {
        const Json* beneath = value_at(base, path);
        return beneath != nullptr ? with_value(file, &base, path, *beneath) : file;
    }
    Json edited = file;
    take_out_of_patch(edited, base, path);
    return edited;
}

}  // namespace goho::gui
