#include "io/variant.hpp"

#include "io/json_layout.hpp"
#include "io/merge.hpp"
#include "io/pointer.hpp"
#include "io/report.hpp"
#include "io/scenario_reader.hpp"
#include "io/syntax.hpp"

#include <algorithm>
#include <fmt/format.h>

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

struct Choice {
    std::string id;
    Text name;
};

/// What a section holds, if it is one of items; its label.
std::optional<Label> items_of(const simulation::Plan<double>& plan, std::string_view section, std::vector<Choice>& items) {
    std::optional<Label> label;
    simulation::for_each_section<double>([&](const auto& s) {
        const auto& held = plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            if (s.name != section) return;
            label = s.label;
            for (const auto& item : held) items.push_back({item.id, {item.name.in(Language::english), item.name.in(Language::japanese)}});
        }
    });
    return label;
}

/// "Segments: sales (Products), repair (Repairs)" in both languages; the first ones of many.
Text listed(const Label& label, const std::vector<Choice>& items) {
    constexpr std::size_t most = 30;
    Text out{fmt::format("{}: ", label.en), fmt::format("{}は ", label.ja)};
    for (std::size_t i = 0; i < std::min(most, items.size()); ++i) {
        out.en += fmt::format("{}{} ({})", i > 0 ? ", " : "", items[i].id, items[i].name.en);
        out.ja += fmt::format("{}{}（{}）", i > 0 ? "・" : "", items[i].id, items[i].name.ja);
    }
    if (items.empty()) out = say("the base has no item there", "基準のシナリオに項目がありません");
    else if (items.size() > most) out = {out.en + ", ...", out.ja + "など"};
    return out;
}

/// A section of items was named, but none of its items: the one that was meant by its name, and all there are.
std::optional<Text> which_items(const simulation::Plan<double>& plan, const std::string& pointer) {
    const auto section_end = std::min(pointer.find('/', 1), pointer.size());
    std::vector<Choice> items;
    const auto label = items_of(plan, std::string_view(pointer).substr(1, section_end - 1), items);
    if (!label) return {};
    const auto id_begin = std::min(section_end + 1, pointer.size()), id_end = std::min(pointer.find('/', id_begin), pointer.size());
    const std::string id = pointer.substr(id_begin, id_end - id_begin);
    std::vector<std::string_view> ids;
    std::string_view meant;
    for (const auto& item : items) {
        if (item.id == id) return {};
        if (item.name.en == id || item.name.ja == id) meant = item.id;
        ids.push_back(item.id);
    }
    if (meant.empty()) meant = closest(id, ids);
    Text all = listed(*label, items);
    if (meant.empty()) return all;
    const Text near = did_you_mean(pointer.substr(0, id_begin) + std::string(meant) + pointer.substr(id_end)).text;
    return Text{near.en + " " + all.en, near.ja + "。" + all.ja};
}

/// Addresses that the base has not, said of the base as they were written.
Problems unknown_addresses(const VariantRequest& request, const Json& content, const simulation::Plan<double>& plan) {
    const AllIds ids = ids_of(plan);
    Notes notes;
    for (const auto& change : request.changes)
        for (const auto& address : addresses(content, change.pointer)) resolve_pointer(address, address, ids, Fixed::refuse, notes);
    Problems problems = notes.problems.take({});
    for (auto& problem : problems) {
        if (const auto hint = which_items(plan, problem.pointer)) problem.hint = *hint;
        problem.file = request.base.generic_string();
        problem.pointer.clear();  // the message says it; it is a place of the command, not of a file
    }
    return problems;
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

/// The name of the file where it can be an id.
std::string entry_id(const std::filesystem::path& output) {
    const std::string name = output.stem().string();
    const bool usable = !name.empty() && name.size() <= 64 && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    return usable ? name : "change";
}

}  // namespace

Result<std::string> variant_text(const VariantRequest& request, const std::filesystem::path& output) {
    Result<std::string> out;
    if (encoding_problem(base_as_seen(request.base, output), {})) {
        out.problems.push_back({"not-utf-8", request.base.string(), {}, 0, 0,
                                {"the name of this file is no text, so that no scenario can name it", "ファイル名が文字として読めないため、シナリオから参照できません"},
                                {"rename the file", "ファイル名を変更してください"}});
        return out;
    }
    auto document = read_document(request.base);
    auto base = read_scenario(request.base);
    if (!document || !base) {
        out.problems = !document ? std::move(document.problems) : std::move(base.problems);
        return out;
    }
    VariantRequest named = request;
    if (named.name.empty()) named.name = printable(output.stem().string());
    const Month from = named.from.given() ? named.from : first_planned(*base.value);
    Json patch;
    patch["format"] = scenario_format;
    patch["name"] = named.name;
    patch["extends"] = base_as_seen(request.base, output);
    patch["timeline"][entry_id(output)] = timeline_of(named, document.value->content, from, out.problems);
    for (auto& problem : unknown_addresses(named, document.value->content, base.value->plan)) out.problems.push_back(std::move(problem));
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
