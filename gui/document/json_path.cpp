#include "document/json_path.hpp"

namespace goho::gui {

Path path_of(std::string_view pointer) {
    Path path;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        std::string key;
        for (std::size_t i = 0; i < end; ++i) {
            const bool escape = pointer[i] == '~' && i + 1 < end && (pointer[i + 1] == '0' || pointer[i + 1] == '1');
            key += !escape ? pointer[i] : pointer[++i] == '0' ? '~' : '/';
        }
        path.push_back(std::move(key));
        pointer.remove_prefix(end);
    }
    return path;
}

std::string pointer_below(std::string_view pointer, std::string_view key) {
    std::string out(pointer);
    out += '/';
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

std::string pointer_of(PathView path) {
    std::string out;
    for (const std::string& key : path) out = pointer_below(out, key);
    return out;
}

const Json* value_at(const Json& root, PathView path) {
    const Json* at = &root;
    for (const std::string& key : path) {
        if (!at->is_object()) return nullptr;
        const auto found = at->find(key);
        if (found == at->end()) return nullptr;
        at = &*found;
    }
    return at;
}

namespace {
Json* object_at(Json& root, PathView path) {
    const Json* found = value_at(root, path);
    return found != nullptr && found->is_object() ? const_cast<Json*>(found) : nullptr;
}
}  // namespace

bool put_at(Json& root, PathView path, Json value) {
    if (path.empty()) {
        root = std::move(value);
        return true;
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Json* on_the_way = value_at(root, path.first(i));
        if (on_the_way == nullptr) break;
        if (!on_the_way->is_object()) return false;
    }
    Json* at = &root;
    for (const std::string& key : path.first(path.size() - 1)) {
        Json& next = (*at)[key];
        if (next.is_null()) next = Json::object();
        at = &next;
    }
    (*at)[path.back()] = std::move(value);
    return true;
}

bool take_out(Json& root, PathView path) {
    if (path.empty()) return false;
    Json* object = object_at(root, path.first(path.size() - 1));
    if (object == nullptr || !object->contains(path.back())) return false;
    object->erase(path.back());
    return true;
}

std::size_t place_of(const Json& object, std::string_view key) {
    std::size_t place = 0;
    for (const auto& [name, value] : object.get_ref<const Json::object_t&>()) {
        if (name == key) break;
        ++place;
    }
    return place;
}

void insert_member(Json& object, std::size_t place, const std::string& key, Json value) {
    Json::object_t result;
    Json::object_t::Container& members = result;
    std::size_t at = 0;
    for (auto& [name, member] : object.get_ref<Json::object_t&>()) {
        if (at++ == place) members.emplace_back(key, std::move(value));
        members.emplace_back(name, std::move(member));
    }
    if (at <= place) members.emplace_back(key, std::move(value));
    object = Json(std::move(result));
}

}  // namespace goho::gui
