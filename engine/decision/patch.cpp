#include "decision/patch.hpp"

#include "io/scenario_writer.hpp"

#include <atomic>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::decision {

namespace {

using io::Json;

Json written(const analysis::Replacement& replacement) {
    if (const auto* number = std::get_if<double>(&replacement.value)) return io::json_number(*number);
    if (const auto* word = std::get_if<std::string>(&replacement.value)) return *word;
    const auto& text = std::get<Text>(replacement.value);
    return {{"en", text.en}, {"ja", text.ja}};
}

void take_out(Json& content, const std::vector<std::string>& place) {
    Json* at = &content;
    for (std::size_t i = 0; i + 1 < place.size(); ++i) {
        const auto found = at->find(place[i]);
        if (found == at->end() || !found->is_object()) return;
        at = &*found;
    }
    at->erase(place.back());
}

void without_empty_entries(Json& timeline) {
    std::vector<std::string> gone;
    for (auto& [id, entry] : timeline.items()) {
        for (const char* group : {"set", "scale", "add"}) {
            if (entry.contains(group) && entry[group].empty()) entry.erase(group);
        }
        if (!entry.contains("set") && !entry.contains("scale") && !entry.contains("add")) gone.push_back(id);
    }
    for (const auto& id : gone) timeline.erase(id);
}

}  // namespace

Json with_replacements(Json content, std::span<const analysis::Replacement> replacements) {
    bool taken = false;
    for (const auto& one : replacements) {
        if (std::holds_alternative<std::monostate>(one.value)) {
            take_out(content, one.place);
            taken = true;
            continue;
        }
        Json* at = &content;
        for (const auto& key : one.place) at = &(*at)[key];
        *at = written(one);
    }
    if (taken && content.contains("timeline")) without_empty_entries(content["timeline"]);
    return content;
}

Json patch_between(const Json& before, const Json& after) {
    Json out = Json::object();
    for (const auto& [key, value] : after.items()) {
        const auto found = before.find(key);
        if (found == before.end()) out[key] = value;
        else if (*found == value) continue;
        else if (found->is_object() && value.is_object()) out[key] = patch_between(*found, value);
        else out[key] = value;
    }
    for (const auto& [key, value] : before.items()) {
        if (!after.contains(key)) out[key] = nullptr;
    }
    return out;
}

bool side_by_side(std::size_t count, int threads, const Progress& progress, const std::function<void(std::size_t)>& reckon) {
    std::atomic<std::size_t> done{0};
    std::atomic<bool> stop{false};
    tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
    arena.execute([&] {
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
            if (stop) return;
            reckon(i);
            if (progress && !progress(static_cast<double>(++done) / static_cast<double>(count))) stop = true;
        });
    });
    return !stop;
}

}  // namespace goho::decision
