#include "io/report.hpp"

#include <algorithm>

namespace goho::io {

namespace {

/// Calls f(key) for every step of a pointer, unescaped, until f says no.
template <class F> void for_each_step(std::string_view pointer, F&& f) {
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        std::string key;
        for (std::size_t i = 0; i < end; ++i) {
            if (pointer[i] == '~' && i + 1 < end && (pointer[i + 1] == '0' || pointer[i + 1] == '1')) {
                key += pointer[++i] == '0' ? '~' : '/';
            } else {
                key += pointer[i];
            }
        }
        pointer.remove_prefix(end);
        if (!f(key)) return;
    }
}

/// Place of a value among its neighbours, level by level; what is missing stands behind them.
std::vector<std::size_t> place_of(const Json& document, std::string_view pointer) {
    std::vector<std::size_t> place;
    const Json* at = &document;
    for_each_step(pointer, [&](const std::string& key) {
        if (!at->is_object()) return false;
        const auto& members = at->get_ref<const Json::object_t&>();
        const auto found = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.first == key; });
        place.push_back(static_cast<std::size_t>(found - members.begin()));
        if (found == members.end()) return false;
        at = &found->second;
        return true;
    });
    return place;
}

}  // namespace

std::string member_of(std::string_view pointer, std::string_view key) {
    std::string out(pointer);
    out += '/';
    std::string step;
    std::size_t end = std::min<std::size_t>(key.size(), 200);
    while (end > 0 && end < key.size() && (static_cast<unsigned char>(key[end]) & 0xc0) == 0x80) --end;  // whole characters only
    for (const char c : key.substr(0, end)) {
        if (c == '~') step += "~0";
        else if (c == '/') step += "~1";
        else step += c;
    }
    return out + printable(step) + (end < key.size() ? "…" : "");
}

std::string item_at(std::string_view section, std::string_view id) { return member_of(member_of("", section), id); }
std::string item_at(std::string_view section, std::string_view id, std::string_view key) { return member_of(item_at(section, id), key); }

const Json* value_at(const Json& document, std::string_view pointer) {
    const Json* at = &document;
    for_each_step(pointer, [&](const std::string& key) {
        const Json* next = nullptr;
        if (at->is_object()) {
            if (const auto found = at->find(key); found != at->end()) next = &*found;
        }
        at = next;
        return at != nullptr;
    });
    return at;
}

bool Report::concerns(std::string_view pointer) const {
    return std::any_of(problems_.begin(), problems_.end(), [&](const Problem& problem) {
        const std::string_view p = problem.pointer;
        return p.starts_with(pointer) && (p.size() == pointer.size() || p[pointer.size()] == '/');
    });
}

Problems Report::take(const std::string& file) {
    if (left_out_ > 0) {
        problems_.push_back({"more-problems",
                             file,
                             {},
                             0,
                             0,
                             say("and {} more problems", "ほかに{}件の問題があります", left_out_),
                             {}});
    }
    return std::move(problems_);
}

void Report::sort_as_in(const Json& document) {
    std::vector<std::pair<std::vector<std::size_t>, Problem>> placed;
    for (Problem& problem : problems_) placed.emplace_back(place_of(document, problem.pointer), std::move(problem));
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    problems_.clear();
    for (auto& [place, problem] : placed) problems_.push_back(std::move(problem));
}

}  // namespace goho::io
