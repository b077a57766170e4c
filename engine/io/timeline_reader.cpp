#include "io/timeline_reader.hpp"

#include "io/pointer.hpp"
#include "simulation/schedule.hpp"

namespace goho::io {

namespace {

using simulation::Address;
using simulation::Edit;
using simulation::Operation;
using simulation::TimelineEntry;

struct Group {
    std::string_view key;
    Operation operation;
};
/// Edits of one entry work in this order, however they are ordered in the file.
constexpr std::array<Group, 3> groups{{{"set", Operation::set}, {"scale", Operation::scale}, {"add", Operation::add}}};

void read_edits(const Json& edits, const std::string& pointer, Operation operation, const AllIds& ids,
                TimelineEntry& to, Notes& notes) {
    if (!is_object(
            edits, pointer, notes,
            {"write {\"/segments/main/price\": 1200}", "{\"/segments/main/price\": 1200} の形で書いてください"})) {
        return;
    }
    for (const auto& [key, value] : edits.get_ref<const Json::object_t&>()) {
        const std::string at = member_of(pointer, key);
        const auto target = resolve_pointer(key, at, ids, Fixed::refuse, notes);
        if (!target) continue;
        std::optional<double> amount;
        if (operation == Operation::set) {
            amount = read_number(value, at, target->rule, notes);
        } else {
            const std::string_view unit = operation == Operation::scale ? "fraction" : target->rule.unit;
            amount = read_bare_number(value, at, unit, notes);
        }
        if (amount) to.edits.push_back({operation, target->address, key, *amount});
    }
}

void check_months(const TimelineEntry& entry, const std::string& at, const simulation::Plan<double>& plan,
                  Notes& notes) {
    const Month start = plan.company.start, last = start + (plan.company.months - 1);
    if (!entry.from.given()) return;
    if (start.given() && (entry.from < start || entry.from > last)) {
        const std::string from = to_string(entry.from), first_month = to_string(start), last_month = to_string(last);
        notes.problems.add("outside-plan", at + "/from",
                           say("{} lies outside of the plan, which runs from {} to {}",
                               "{} は計画期間（{}〜{}）の外です", from, first_month, last_month));
    }
    if (entry.to.given() && entry.to < entry.from) {
        const std::string from = to_string(entry.from), to = to_string(entry.to);
        notes.problems.add(
            "ends-before-start", at + "/to",
            say("the change ends ({}) before it begins ({})", "終了（{}）が開始（{}）より前です", to, from));
    }
}

TimelineEntry read_entry(const std::string& id, const Json& value, const std::string& at,
                         const simulation::Plan<double>& plan, const AllIds& ids, Notes& notes) {
    static constexpr std::array<std::string_view, 8> keys{"name",         "note", "from",  "to",
                                                          "every_months", "set",  "scale", "add"};
    TimelineEntry entry;
    entry.id = id;
    bool has_from = false, has_edits = false;
    for (const auto& [key, part] : value.get_ref<const Json::object_t&>()) {
        const std::string here = member_of(at, key);
        if (key == "name") {
            entry.name = read_words(part, here, Lines::one, notes);
        } else if (key == "note") {
            read_words(part, here, Lines::many, notes);
        } else if (key == "from" || key == "to") {
            has_from = has_from || key == "from";
            if (const auto month = read_month(part, here, notes)) (key == "from" ? entry.from : entry.to) = *month;
        } else if (key == "every_months") {
            if (const auto every = read_whole(part, here, {"months", {1, 600}, {1, 600}}, notes))
                entry.every_months = *every;
        } else if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            report_unknown_key(key, at, keys, notes);
        }
    }
    for (const Group& group : groups) {
        const auto edits = value.find(std::string(group.key));
        if (edits == value.end()) continue;
        has_edits = has_edits || !edits->is_object() || !edits->empty();
        read_edits(*edits, member_of(at, group.key), group.operation, ids, entry, notes);
    }
    if (!has_from) report_missing(at + "/from", {"the month from which it holds", "変更を始める月"}, notes);
    if (!has_edits) {
        notes.problems.add("empty-entry", at, {"this entry changes nothing", "この項目は何も変更しません"},
                           {"give at least one of \"set\", \"scale\" and \"add\"",
                            "「set」「scale」「add」の少なくとも1つを書いてください"});
    }
    const bool only_set = std::all_of(entry.edits.begin(), entry.edits.end(),
                                      [](const Edit& e) { return e.operation == Operation::set; });
    if (entry.every_months > 0 && only_set && !entry.edits.empty()) {
        notes.problems.add(
            "needless-repeat", at + "/every_months",
            {"setting a value again and again changes nothing", "同じ値を繰り返し設定しても変わりません"},
            {"leave every_months out, or use \"scale\" or \"add\"",
             "every_months を省くか、「scale」「add」を使ってください",
             {Proposal::Kind::remove, {}, {}}});
    }
    check_months(entry, at, plan, notes);
    return entry;
}

}  // namespace

std::string pointer_of(const TimelineEntry& entry, const Edit& edit) {
    const std::string_view group = groups[static_cast<std::size_t>(edit.operation)].key;
    return member_of(member_of(member_of("/timeline", entry.id), group), edit.pointer);
}

std::vector<TimelineEntry> read_timeline(const Json& timeline, const simulation::Plan<double>& plan, const AllIds& ids,
                                         Notes& notes) {
    std::vector<TimelineEntry> entries;
    for (const auto& [id, value] : timeline.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/timeline", id);
        if (is_object(value, at, notes)) entries.push_back(read_entry(id, value, at, plan, ids, notes));
    }
    return entries;
}

void check_timeline_values(const simulation::Scenario& scenario, Notes& notes) {
    struct Change {
        const TimelineEntry* entry;
        const Edit* edit;
    };
    std::map<std::array<int, 3>, std::vector<Change>> changes;
    for (const TimelineEntry& entry : scenario.timeline) {
        for (const Edit& edit : entry.edits) {
            changes[{edit.address.section, edit.address.item, edit.address.row}].push_back({&entry, &edit});
        }
    }
    simulation::Plan<double> plan = scenario.plan;
    const Month start = plan.company.start;
    for (const auto& [place, edits] : changes) {
        const Address& address = edits.front().edit->address;
        const double base = *simulation::quantity_at(plan, address);
        const NumberRule rule = rule_at(address);
        for (int t = 0; t < plan.company.months; ++t) {
            const Change* moved = nullptr;
            double value = base;
            for (const Change& change : edits) {
                const int now = simulation::times_in_effect(*change.entry, t, start);
                const int before = t == 0 ? 0 : simulation::times_in_effect(*change.entry, t - 1, start);
                if (now != before) moved = &change;
                value = simulation::after_edit(value, *change.edit, now);
            }
            if (moved == nullptr || rule.valid.holds(value)) continue;
            const Text unit = unit_behind(rule.unit);
            const std::string month = to_string(start + t), text = shown(value), low = shown(rule.valid.low),
                              high = shown(rule.valid.high);
            notes.problems.add(
                "out-of-range", pointer_of(*moved->entry, *moved->edit),
                {fmt::format("in {} this makes {}, outside the allowed range {} to {}{}", month, text, low, high,
                             unit.en),
                 fmt::format("{} に {} になり、許容範囲 {}〜{}{}の外になります", month, text, low, high, unit.ja)});
            break;
        }
    }
}

}  // namespace goho::io
