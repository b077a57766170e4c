#include "document/shares.hpp"

#include "core/format.hpp"
#include "document/amounts.hpp"
#include "document/words.hpp"
#include "evaluation/parameters.hpp"
#include "workforce/parameters.hpp"

#include <cmath>
#include <numeric>

namespace goho::gui {

namespace {

/// Adds the rows of a section that `take` chooses; false when one of them is no number.
template <class P, class Take>
bool add_rows(const Json& merged, const std::string& section, ShareGroup& group, Take take) {
    const P defaults{};
    for (const auto& row : table(std::type_identity<P>{})) {
        const auto* field = std::get_if<0>(&row.field);
        if (field == nullptr || !take(row.name)) continue;
        const std::string pointer = section + "/" + std::string(row.name);
        const Json* written = value_at(merged, path_of(pointer));
        const auto number = written != nullptr ? number_of(*written) : std::optional(defaults.**field);
        if (!number) return false;
        group.pointers.push_back(pointer);
        group.values.push_back(*number);
    }
    return true;
}

/// Weights of further tasks count in the same whole.
bool add_tasks(const Json& merged, std::string_view key, ShareGroup& group) {
    const Json* tasks = value_at(merged, Path{"tasks"});
    if (tasks == nullptr) return true;
    if (!tasks->is_object()) return false;
    for (const auto& [id, task] : tasks->get_ref<const Json::object_t&>()) {
        const std::string item = pointer_below("/tasks", id);
        if (!add_rows<evaluation::Task<double>>(merged, item, group,
                                                [&](std::string_view name) { return name == key; }))
            return false;
    }
    return true;
}

double rounded(double value, double unit) { return std::round(value / unit) * unit; }

constexpr double finest = 1e-4;  // a hundredth of a percent

Problem no_room(const ShareGroup& group, std::size_t index, double most) {
    const std::string room = percent(std::max(most, 0.0), 2);
    return {"no-room",
            {},
            group.pointers[index],
            0,
            0,
            group.whole ? Text{"the locked shares leave exactly " + room + " for this one",
                               "固定した項目の残りはちょうど " + room + " です"}
                        : Text{"the locked shares leave at most " + room + " for this one",
                               "固定した項目の残りは最大 " + room + " です"},
            {"unlock another share", "ほかの項目の固定を外してください"}};
}

}  // namespace

std::vector<ShareGroup> share_groups(const Json& merged) {
    std::vector<ShareGroup> groups;
    const auto is_weight = [](std::string_view name) { return name.ends_with("_weight"); };
    for (const bool today : {false, true}) {
        ShareGroup group{
            today ? "evaluation_today" : "evaluation",
            today ? Label{"Appraisal today", "評価制度（現状）"} : Label{"Appraisal as planned", "評価制度（計画）"},
            true,
            {},
            {}};
        if (add_rows<evaluation::Parameters<double>>(merged, "/" + std::string(group.name), group, is_weight) &&
            add_tasks(merged, today ? "weight_today" : "weight", group))
            groups.push_back(std::move(group));
    }
    ShareGroup freed{"freed_hours", {"Where freed hours go", "生み出した時間の使い道"}, false, {}, {}};
    if (add_rows<workforce::FreedHours<double>>(merged, "/freed_hours", freed, [](std::string_view) { return true; }))
        groups.push_back(std::move(freed));
    return groups;
}

Result<std::vector<double>> with_share(const ShareGroup& group, std::size_t index, double value,
                                       const std::vector<bool>& locked) {
    const auto is_locked = [&](std::size_t i) { return i < locked.size() && locked[i]; };
    std::vector<double> values = group.values;
    double held = 0.0, free = 0.0;
    std::size_t largest = values.size(), others = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == index) continue;
        if (is_locked(i)) {
            held += values[i];
            continue;
        }
        free += values[i];
        ++others;
        if (largest == values.size() || values[i] > values[largest]) largest = i;
    }
    const double room = 1.0 - held - value;
    const bool alone = largest == values.size();
    if (value < 0.0 || room < -1e-9 || (alone && group.whole && std::abs(room) > 1e-9))
        return {{}, {no_room(group, index, 1.0 - held)}};
    values[index] = value;
    if (alone || (!group.whole && free <= room + 1e-9)) return {std::move(values), {}};
    // Each keeps its proportion, to a hundredth of a percent; the largest takes what rounding leaves.
    double left = rounded(std::max(room, 0.0), 1e-12);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == index || i == largest || is_locked(i)) continue;
        const double wanted = free > 0.0 ? values[i] / free * room : room / static_cast<double>(others);
        values[i] = std::min(std::max(rounded(wanted, finest), 0.0), left);
        left = rounded(left - values[i], 1e-12);
    }
    values[largest] = left;
    for (double& v : values) v = rounded(v * 1e12, 1.0) / 1e12;  // 0.30000000000000004 is 0.3
    return {std::move(values), {}};
}

Problems set_share(Workbook& book, SheetId id, std::string_view name, std::size_t index, double value,
                   const std::vector<bool>& locked) {
    const Content merged = book.has(id) ? book.merged(id) : nullptr;
    if (!merged) return book.has(id) ? book.problems(id) : Problems{};
    for (const ShareGroup& group : share_groups(*merged)) {
        if (group.name != name || index >= group.values.size()) continue;
        const auto values = with_share(group, index, value, locked);
        if (!values) return values.problems;
        std::vector<Workbook::NumberAt> numbers;
        for (std::size_t i = 0; i < group.values.size(); ++i) {
            if ((*values.value)[i] != group.values[i]) numbers.push_back({group.pointers[i], (*values.value)[i]});
        }
        return book.set_numbers(id, numbers, name_of_pointer(merged.get(), group.pointers[index]));
    }
    return {{"unknown-group",
             {},
             "/" + std::string(name),
             0,
             0,
             {"there is no such group of shares", "該当する配分がありません"},
             {}}};
}

}  // namespace goho::gui
