#include "decision/lever.hpp"

#include "core/number.hpp"
#include "decision/places.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

using simulation::Scenario;

bool of_items(LeverKind kind) { return kind == LeverKind::shift || kind == LeverKind::choose; }

simulation::Operation operation_of(LeverKind kind) {
    return kind == LeverKind::scale ? simulation::Operation::scale : kind == LeverKind::add ? simulation::Operation::add : simulation::Operation::set;
}

double after(LeverKind kind, double value, double by) { return kind == LeverKind::scale ? value * by : kind == LeverKind::add ? value + by : by; }

/// The same month for all changes, so that they stand in one entry.
void put_in_timeline(Scenario& scenario, const Lever& lever, const std::vector<double>& amounts) {
    simulation::TimelineEntry entry;
    entry.id = "decided";
    entry.from = lever.from;
    for (std::size_t i = 0; i < lever.places.size(); ++i) entry.edits.push_back({operation_of(lever.kind), lever.places[i], lever.pointers[i], amounts[i]});
    scenario.timeline.push_back(std::move(entry));
}

void put(Scenario& scenario, const Lever& lever, std::span<const double> numbers) {
    if (of_items(lever.kind)) {
        const bool out = lever.kind == LeverKind::choose;
        // What begins after the plan has ended is not in it.
        const int months = out ? (numbers[0] < 0.5 ? scenario.plan.company.months + 1 : 0) : static_cast<int>(std::lround(numbers[0]));
        if (months == 0) return;
        for (const auto& place : lever.places) {
            Month* month = month_at(scenario.plan, place);
            if (month->given()) *month = *month + months;
        }
        for (const std::size_t entry : lever.entries) {
            auto& one = scenario.timeline[entry];
            if (out) one.edits.clear();
            one.from = one.from + months;
            if (one.to.given()) one.to = one.to + months;
        }
        return;
    }
    const std::vector<double> amounts = lever.kind == LeverKind::split ? shares_of(lever, numbers) : std::vector<double>(lever.places.size(), numbers[0]);
    if (lever.in_timeline) return put_in_timeline(scenario, lever, amounts);
    for (std::size_t i = 0; i < lever.places.size(); ++i) {
        double* value = simulation::quantity_at(scenario.plan, lever.places[i]);
        *value = after(lever.kind, *value, amounts[i]);
    }
}

/// Calls f(lever, its numbers) for each.
template <class F> void each(std::span<const Lever> levers, const Setting& setting, F&& f) {
    std::size_t at = 0;
    for (const auto& lever : levers) {
        const auto n = static_cast<std::size_t>(lever.dimensions());
        f(lever, std::span(setting).subspan(at, n));
        at += n;
    }
}

io::Json& member_at(io::Json& patch, std::string_view pointer) {
    io::Json* at = &patch;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        at = &(*at)[std::string(pointer.substr(0, end))];
        pointer.remove_prefix(end);
    }
    return *at;
}

constexpr const char* key_of(simulation::Operation operation) {
    return operation == simulation::Operation::set ? "set" : operation == simulation::Operation::scale ? "scale" : "add";
}

std::string free_id(const io::Json& timeline, const std::string& wanted) {
    std::string id = wanted;
    for (int n = 2; timeline.contains(id); ++n) id = fmt::format("{}_{}", wanted, n);
    return id;
}

}  // namespace

int dimensions_of(std::span<const Lever> levers) {
    int sum = 0;
    for (const auto& lever : levers) sum += lever.dimensions();
    return sum;
}

std::vector<double> shares_of(const Lever& split, std::span<const double> numbers) {
    double left = 0.0;
    for (const double share : split.shares) left += share;
    std::vector<double> out;
    for (std::size_t i = 0; i < numbers.size(); ++i) {                                             // OP-9
        const double parts_behind = static_cast<double>(numbers.size() - i);
        const double share = left * (1.0 - goho::pow(1.0 - numbers[i], 1.0 / parts_behind));
        const double steps = std::round(share / split.step);
        out.push_back(std::min(left, split.step < 1.0 ? steps / std::round(1.0 / split.step) : steps * split.step));
        left -= out.back();
    }
    out.push_back(std::max(0.0, std::round(left * 1e9) / 1e9));
    return out;
}

Setting planned_setting(std::span<const Lever> levers) {
    Setting out;
    for (const auto& lever : levers) {
        if (lever.kind != LeverKind::split) {
            out.push_back(lever.planned);
            continue;
        }
        double left = 0.0;
        for (const double share : lever.shares) left += share;
        for (std::size_t i = 0; i + 1 < lever.shares.size(); ++i) {  // OP-9, the other way round
            const double parts_behind = static_cast<double>(lever.shares.size() - 1 - i);
            out.push_back(left > 0.0 ? 1.0 - goho::pow(std::max(0.0, 1.0 - lever.shares[i] / left), parts_behind) : 0.0);
            left -= lever.shares[i];
        }
    }
    return out;
}

Setting lowest_setting(std::span<const Lever> levers) {
    Setting out;
    for (const auto& lever : levers) out.insert(out.end(), static_cast<std::size_t>(lever.dimensions()), lever.low);
    return out;
}

Setting highest_setting(std::span<const Lever> levers) {
    Setting out;
    for (const auto& lever : levers) out.insert(out.end(), static_cast<std::size_t>(lever.dimensions()), lever.high);
    return out;
}

Setting snapped(std::span<const Lever> levers, Setting setting) {
    std::size_t at = 0;
    for (const auto& lever : levers) {
        for (int i = 0; i < lever.dimensions(); ++i, ++at) {
            double& x = setting[at];
            if (lever.step > 0.0 && lever.kind != LeverKind::split) {
                const double steps = std::round(x / lever.step);
                // One over a whole number rounds better than a product with a tenth.
                x = lever.step < 1.0 ? steps / std::round(1.0 / lever.step) : steps * lever.step;
            }
            x = std::clamp(x, lever.low, lever.high);
        }
    }
    return setting;
}

Scenario with_levers(const Base& base, std::span<const Lever> levers, const Setting& setting) {
    Scenario out = base.scenario;
    each(levers, setting, [&](const Lever& lever, std::span<const double> numbers) { put(out, lever, numbers); });
    return out;
}

Draft draft_of(const Base& base, std::span<const Lever> levers, const Setting& setting, std::string id, Text name) {
    Draft out{std::move(id), std::move(name), {}, io::Json::object()};
    const Scenario decided = with_levers(base, levers, setting);
    const io::Json none = io::Json::object();
    const io::Json& timeline = base.content.contains("timeline") ? base.content.at("timeline") : none;
    each(levers, setting, [&](const Lever& lever, std::span<const double> numbers) {
        if (lever.kind == LeverKind::choose) {
            if (numbers[0] < 0.5)
                for (const auto& item : lever.items) member_at(out.patch, item) = nullptr;
            return;
        }
        if (lever.kind == LeverKind::shift) {
            Scenario moved = decided;
            for (std::size_t i = 0; i < lever.places.size(); ++i)
                if (const Month month = *month_at(moved.plan, lever.places[i]); month.given()) member_at(out.patch, lever.pointers[i]) = to_string(month);
            for (const std::size_t i : lever.entries) {
                const auto& entry = decided.timeline[i];
                auto& into = out.patch["timeline"][entry.id];
                into["from"] = to_string(entry.from);
                if (entry.to.given()) into["to"] = to_string(entry.to);
            }
            return;
        }
        const std::vector<double> amounts = lever.kind == LeverKind::split ? shares_of(lever, numbers) : std::vector<double>(lever.places.size(), numbers[0]);
        if (!lever.in_timeline) {
            Scenario changed = decided;
            for (std::size_t i = 0; i < lever.places.size(); ++i) member_at(out.patch, lever.pointers[i]) = *simulation::quantity_at(changed.plan, lever.places[i]);
            return;
        }
        auto& entry = out.patch["timeline"][free_id(timeline, fmt::format("decided_{}_{:02}", lever.from.year(), lever.from.month()))];
        if (!entry.contains("name")) entry["name"] = {{"en", out.name.en}, {"ja", out.name.ja}};
        entry["from"] = to_string(lever.from);
        for (std::size_t i = 0; i < lever.places.size(); ++i) entry[key_of(operation_of(lever.kind))][lever.pointers[i]] = amounts[i];
    });
    return out;
}

Text setting_words(const Lever& lever, std::span<const double> numbers, MoneyUnit money) {
    const double x = numbers[0];
    switch (lever.kind) {
        case LeverKind::set: return in_words(x, lever.unit, lever.unit == "yen" ? money : MoneyUnit::yen);
        case LeverKind::add: return in_words(x, lever.unit, lever.unit == "yen" ? money : MoneyUnit::yen, true);
        case LeverKind::scale: {
            return change_words(x - 1.0);
        }
        case LeverKind::shift: {
            const int months = static_cast<int>(std::lround(x));
            if (months == 0) return {"as planned", "計画どおり"};
            const int by = std::abs(months);
            return {fmt::format("{} month{} {}", by, by == 1 ? "" : "s", months < 0 ? "earlier" : "later"), fmt::format("{}か月{}", by, months < 0 ? "早める" : "遅らせる")};
        }
        case LeverKind::choose: return x < 0.5 ? Text{"left out", "行わない"} : Text{"done", "行う"};
        case LeverKind::split: break;
    }
    return {};
}

std::vector<LeverPart> parts_of(const Lever& lever, std::span<const double> numbers, MoneyUnit money) {
    if (lever.kind != LeverKind::split) return {{lever.label, setting_words(lever, numbers, money), numbers[0], lever.unit}};
    std::vector<LeverPart> out;
    const auto shares = shares_of(lever, numbers);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const MoneyUnit as = lever.unit == "yen" ? money : MoneyUnit::yen;
        out.push_back({lever.share_labels[i], in_words(shares[i], lever.unit, as), shares[i], lever.unit});
    }
    return out;
}

}  // namespace goho::decision
