#include "io/variant.hpp"

#include "io/json_layout.hpp"
#include "io/merge.hpp"
#include "io/pointer.hpp"
#include "io/report.hpp"
#include "io/scenario_reader.hpp"

namespace goho::io {

namespace {

constexpr const char* key_of(simulation::Operation operation) {
    return operation == simulation::Operation::set     ? "set"
           : operation == simulation::Operation::scale ? "scale"
                                                       : "add";
}

/// The addresses that a pointer with a star stands for, in the order of the file.
std::vector<std::string> addresses(const Json& content, const std::string& pointer) {
    const auto star = pointer.find("/*");
    if (star == std::string::npos) return {pointer};
    const Json* items = value_at(content, pointer.substr(0, star));
    std::vector<std::string> out;
    if (!items || !items->is_object()) return out;
    for (const auto& [key, item] : items->items()) {
        if (!item.is_object()) continue;
        for (auto& one : addresses(content, member_of(pointer.substr(0, star), key) + pointer.substr(star + 2)))
            out.push_back(std::move(one));
    }
    return out;
}

Month first_planned(const simulation::Scenario& base) {
    return base.plan.company.start + static_cast<int>(base.plan.actuals.months.size());
}

Json timeline_of(const VariantRequest& request, const Json& content, Month from, Problems& problems) {
    Json entry;
    entry["name"] = request.name;
    entry["from"] = to_string(from);
    if (request.to.given()) entry["to"] = to_string(request.to);
    for (const auto& change : request.changes) {
        const auto all = addresses(content, change.pointer);
        if (all.empty())
            problems.push_back({"nothing-there", request.base.generic_string(), change.pointer, 0, 0,
                                {"the base has nothing there", "基準のシナリオに該当する項目がありません"},
                                {"see the sections of the file, or goho schema", "ファイルの項目名か goho schema を確認してください"}});
        for (const auto& address : all) entry[key_of(change.operation)][address] = change.amount;
    }
    return entry;
}

}  // namespace

Result<std::string> variant_text(const VariantRequest& request, const std::filesystem::path& output) {
    Result<std::string> out;
    auto document = read_document(request.base);
    auto base = read_scenario(request.base);
    if (!document || !base) {
        out.problems = !document ? std::move(document.problems) : std::move(base.problems);
        return out;
    }
    VariantRequest named = request;
    if (named.name.empty()) named.name = output.stem().string();
    const Month from = named.from.given() ? named.from : first_planned(*base.value);
    Json patch;
    patch["format"] = scenario_format;
    patch["name"] = named.name;
    patch["extends"] = request.base.lexically_proximate(output.parent_path()).generic_string();
    patch["timeline"][output.stem().string()] = timeline_of(named, document.value->content, from, out.problems);
    if (!out.problems.empty()) return out;

    Json merged = std::move(document.value->content);
    Json whole = patch;
    whole.erase("extends");
    merge_patch(merged, whole);
    const auto read = read_scenario_content(merged, output.generic_string());
    out.problems = read.problems;
    if (read) out.value = laid_out(patch);
    return out;
}

}  // namespace goho::io
