#include "runner/lever_choices.hpp"

#include "document/levers.hpp"
#include "document/plan_items.hpp"
#include "document/shares.hpp"

#include "core/format.hpp"
#include "decision/written.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

using decision::LeverKind;

/// One address with a star where a lever moves all items of a section, which then has a name of its own.
std::vector<std::string> addresses_of(const Lever& lever, const Json& merged) {
    const Json* items = value_at(merged, Path{lever.section});
    const bool all = lever.scaled && items != nullptr && items->size() == lever.pointers.size() && items->size() > 1;
    return all ? std::vector<std::string>{"/" + lever.section + "/*/" + lever.key} : lever.pointers;
}

LeverChoice choice_of(const Lever& lever, const Json& merged) {
    const bool percents = lever.scaled || shown_as_percent(lever.unit);
    const auto typed = [&](double value) { return percents ? percent(value, 1) : plain_number(value, 6); };
    const Range span = lever.usual.low < lever.usual.high && lever.valid.holds(lever.usual) ? lever.usual : lever.slider;
    const Text label = lever.front && lever.scaled ? Text{lever.label.en + " (times)", lever.label.ja + "（倍率）"} : lever.label;
    return {label, lever.scaled ? LeverKind::scale : LeverKind::set, addresses_of(lever, merged), typed(span.low), typed(span.high)};
}

void add_items(std::vector<LeverChoice>& out, const Json& merged) {
    for (const auto& item : plan_items(merged, nullptr, nullptr)) {
        if (item.name.empty()) continue;
        out.push_back({{item.name.en + ": begins later (months)", item.name.ja + "：開始を遅らせる（月）"}, LeverKind::shift, {item.pointer()}, "0", "24"});
        out.push_back({{item.name.en + ": with or without", item.name.ja + "：行うか否か"}, LeverKind::choose, {item.pointer()}, {}, {}});
    }
}

}  // namespace

std::vector<LeverChoice> lever_choices(const Json& merged, const Json& reference) {
    std::vector<LeverChoice> out, rest;
    for (const auto& lever : levers(merged, reference)) {
        if (!lever.value || lever.share_group == "evaluation_today") continue;
        (lever.front ? out : rest).push_back(choice_of(lever, merged));
    }
    for (const auto& group : share_groups(merged)) {
        if (group.name == "evaluation_today") continue;
        out.push_back({{std::string(group.label.en) + ": divided anew", std::string(group.label.ja) + "：配分の見直し"}, LeverKind::split, group.pointers, {}, {}});
    }
    add_items(out, merged);
    out.insert(out.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return out;
}

std::vector<LeverChoice> standard_levers(const std::vector<LeverChoice>& all, std::string_view names) {
    std::vector<LeverChoice> out;
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(',', at), names.size());
        const bool shares = names.substr(at, end - at) == "shares";
        const auto found = std::find_if(all.begin(), all.end(), [&](const LeverChoice& one) { return (one.kind == LeverKind::split) == shares; });
        if (found != all.end()) out.push_back(*found);
        at = end + 1;
    }
    return out;
}

Result<std::vector<decision::LeverRequest>> requests_of(const std::vector<LeverChoice>& levers) {
    Result<std::vector<decision::LeverRequest>> out;
    std::vector<decision::LeverRequest> requests;
    for (const auto& one : levers) {
        decision::LeverRequest request{one.kind, one.pointers, {}, {}, {}};
        if (one.bounded()) {
            request.low = decision::number_written(one.low);
            request.high = decision::number_written(one.high);
            if (!request.low || !request.high)
                out.problems.push_back(decision::refusal("lever-unreadable", {one.label.en + ": two numbers are needed, from and to", one.label.ja + "：下限と上限を数値で入力してください"}));
        }
        requests.push_back(std::move(request));
    }
    if (out.problems.empty()) out.value = std::move(requests);
    return out;
}

}  // namespace goho::gui
