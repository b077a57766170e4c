// From what a person writes to levers: addresses are looked up, bounds are taken from the tables, and what cannot be is
// said.
#include "core/number.hpp"
#include "decision/lever.hpp"
#include "decision/places.hpp"
#include "decision/written.hpp"
#include "io/pointer.hpp"
#include "simulation/schedule.hpp"
#include "uncertainty/quantity_label.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace goho::decision {

namespace {

constexpr std::size_t most_named = 3;  // items in the label of a lever
constexpr std::array<std::string_view, 6> option_names{"--set", "--scale", "--add", "--shift", "--choose", "--split"};

/// About a thousand steps from end to end, each a power of ten.
double step_between(double low, double high) {
    const double span = high - low;
    if (!(span > 0.0)) return 0.0;
    double step = 1.0;
    while (step * 1000.0 < span) step *= 10.0;
    while (step * 100.0 >= span) step /= 10.0;
    return step;
}

Month first_planned(const simulation::Scenario& base) { return base.plan.company.start + static_cast<int>(base.plan.actuals.months.size()); }

class Finder {
public:
    Finder(const Base& base, Problems& problems) : base_(base), ids_(io::ids_of(base.scenario.plan)), problems_(problems) {}

    std::optional<Lever> find(const LeverRequest& request) {
        Lever lever;
        lever.kind = request.kind;
        lever.from = request.from.given() ? request.from : first_planned(base_.scenario);
        const std::size_t before = problems_.size();
        if (request.kind == LeverKind::shift || request.kind == LeverKind::choose) find_items(lever, request);
        else find_quantities(lever, request);
        if (problems_.size() == before) bound(lever, request);
        if (problems_.size() == before) return lever;
        return {};
    }

private:
    void refuse(std::string code, const std::string& pointer, Text message, Hint hint = {}) {
        problems_.push_back({std::move(code), base_.scenario.file, pointer, 0, 0, std::move(message), hint.text, hint.proposal});
    }

    void find_items(Lever& lever, const LeverRequest& request) {
        for (const auto& pointer : request.pointers) {
            const auto found = items_at(base_.scenario, pointer);
            if (found.empty()) {
                const auto all = movable_items(base_.scenario);
                const std::vector<std::string_view> names(all.begin(), all.end());
                refuse("nothing-there", pointer, {"the base has nothing there that begins in a month", "開始月を持つ項目がありません"}, io::suggestion(pointer, names));
            }
            for (const auto& item : found) {
                lever.items.push_back(item.item);
                for (const auto& month : item.months) {
                    lever.places.push_back(month.address);
                    lever.pointers.push_back(month.pointer);
                }
                if (item.entry >= 0) lever.entries.push_back(static_cast<std::size_t>(item.entry));
                if (lever.items.size() <= most_named) add_label(lever, item.label, {" + ", "＋"});
            }
        }
        if (const std::size_t more = lever.items.size(); more > most_named) {
            lever.label.en += fmt::format(" + {} more", more - most_named);
            lever.label.ja += fmt::format("ほか{}件", more - most_named);
        }
        lever.in_timeline = false;
        lever.unit = request.kind == LeverKind::shift ? "months" : "";
        lever.planned = request.kind == LeverKind::shift ? 0.0 : 1.0;
    }

    void find_quantities(Lever& lever, const LeverRequest& request) {
        for (const auto& written : request.pointers) {
            const auto pointers = expanded(written);
            if (pointers.empty()) refuse("nothing-there", written, {"the base has nothing there", "基準のシナリオに該当する項目がありません"});
            std::vector<simulation::Address> places;
            for (const auto& pointer : pointers) {
                io::Notes notes;
                const auto target = io::resolve_pointer(pointer, pointer, ids_, io::Fixed::allow, notes);
                for (auto& problem : notes.problems.take(base_.scenario.file)) problems_.push_back(std::move(problem));
                if (!target) continue;
                io::Notes nobody;
                lever.in_timeline = lever.in_timeline && io::resolve_pointer(pointer, pointer, ids_, io::Fixed::refuse, nobody).has_value();
                valid_ = {std::max(valid_.low, target->rule.valid.low), std::min(valid_.high, target->rule.valid.high)};
                plausible_ = {std::max(plausible_.low, target->rule.plausible.low), std::min(plausible_.high, target->rule.plausible.high)};
                places.push_back(target->address);
                lever.share_labels.push_back(uncertainty::quantity_label(base_.scenario.plan, {&target->address, 1}));
                lever.pointers.push_back(pointer);
                if (lever.unit.empty()) lever.unit = std::string(target->rule.unit);
            }
            if (!places.empty()) add_label(lever, uncertainty::quantity_label(base_.scenario.plan, places), {" / ", "・"});
            lever.places.insert(lever.places.end(), places.begin(), places.end());
        }
        if (lever.places.empty()) return;
        if (!lever.in_timeline && request.from.given() && request.from > first_planned(base_.scenario)) {
            refuse("fixed-quantity", lever.pointers.front(), {"this is fixed for the whole plan and cannot change from a month on", "計画期間中固定で、途中の月から変えることはできません"},
                   {"leave --from out", "--from を外してください"});
        }
        read_plan(lever, request.kind == LeverKind::set || request.kind == LeverKind::split);
        lever.planned = request.kind == LeverKind::set ? lever.shares.front() : request.kind == LeverKind::scale ? 1.0 : 0.0;
    }

    /// What the plan has where the lever begins. A value that is set replaces it for good, so it must not change later.
    void read_plan(Lever& lever, bool replaced) {
        auto plan = base_.scenario.plan;
        const auto values = [&] {
            std::vector<double> out;
            for (const auto& place : lever.places) out.push_back(*simulation::quantity_at(plan, place));
            return out;
        };
        lever.shares = values();
        if (!lever.in_timeline || !replaced) return;
        simulation::Schedule<double> schedule(plan, base_.scenario.timeline);
        for (int t = 0; t < plan.company.months; ++t) {
            schedule.apply(t);
            const Month month = plan.company.start + t;
            if (month <= lever.from) lever.shares = values();
            else if (lever.shares != values())
                return refuse("changes-in-the-plan", lever.pointers.front(), {"the plan's timeline changes this in " + to_string(month) + ", and one value would undo that", "計画のタイムラインが" + shown(month, Language::japanese) + "に変更する項目で、1つの値にするとその変更が消えます"},
                              {"give --from " + to_string(month) + " or later, or use --scale or --add", "--from " + to_string(month) + " 以降を指定するか、--scale・--add を使ってください"});
        }
    }

    void bound(Lever& lever, const LeverRequest& request) {
        const std::string at = request.pointers.front();
        switch (request.kind) {
            case LeverKind::choose: lever.low = 0.0, lever.high = lever.step = 1.0; return;
            case LeverKind::split: return check_split(lever, at);
            case LeverKind::set: {
                const Range usual = usual_range(lever.planned);
                lever.low = request.low.value_or(usual.low), lever.high = request.high.value_or(usual.high);
                break;
            }
            case LeverKind::scale: lever.low = request.low.value_or(0.5), lever.high = request.high.value_or(1.5); break;
            case LeverKind::shift: lever.low = request.low.value_or(0.0), lever.high = request.high.value_or(24.0); break;
            case LeverKind::add:
                if (!request.low || !request.high) return refuse("bounds-needed", at, {"say between which amounts", "範囲を指定してください"}, {at + "=0..1000000", at + "=0..1000000"});
                lever.low = *request.low, lever.high = *request.high;
        }
        if (!(lever.low < lever.high)) {
            return refuse("bounds-empty", at, io::say("nothing lies between {} and {}", "{} と {} の間には何もありません", io::shown(lever.low), io::shown(lever.high)),
                          {"the lower bound comes first: 0.9..1.2", "小さい方を先に書きます: 0.9..1.2"});
        }
        if (request.kind == LeverKind::shift) {
            if (lever.low != goho::floor(lever.low) || lever.high != goho::floor(lever.high))
                refuse("bounds-empty", at, {"months are whole numbers", "月数は整数で指定します"});
            lever.step = 1.0;
            return;
        }
        lever.step = step_between(lever.low, lever.high);
        if (lever.unit == "yen") lever.step = std::max(1.0, lever.step);
        check_range(lever, at);
    }

    /// What the table calls plausible; where that is for companies of any size, about the plan's own value.
    Range usual_range(double planned) const {
        if (!(planned > 0.0) || plausible_.high - plausible_.low < 1000.0 * planned) return plausible_;
        return {std::max(plausible_.low, 0.5 * planned), std::min(plausible_.high, 1.5 * planned)};
    }

    /// Bounds that lead out of what the table allows.
    void check_range(const Lever& lever, const std::string& at) {
        for (const double bound : {lever.low, lever.high}) {
            for (const double planned : lever.shares) {
                const double value = lever.kind == LeverKind::scale ? planned * bound : lever.kind == LeverKind::add ? planned + bound : bound;
                if (valid_.holds(value)) continue;
                const Text unit = io::unit_behind(lever.unit);
                return refuse("out-of-range", at, Text{fmt::format("{}{} is out of range: {} to {}", io::shown(value), unit.en, io::shown(valid_.low), io::shown(valid_.high)),
                                                       fmt::format("{}{} は範囲外です: {}〜{}", io::shown(value), unit.ja, io::shown(valid_.low), io::shown(valid_.high))});
            }
        }
    }

    void check_split(Lever& lever, const std::string& at) {
        double sum = 0.0;
        for (const double share : lever.shares) sum += share;
        if (lever.shares.size() < 2) refuse("split-of-one", at, {"a whole is split between two places at least", "配分には2つ以上の項目が必要です"}, {"separate them with commas", "カンマで区切って指定してください"});
        else if (!(sum > 0.0)) refuse("nothing-to-split", at, {"their sum is zero, so there is nothing to divide", "合計が0のため、配分できません"});
        lever.low = 0.0;
        lever.high = 1.0;
        lever.step = lever.unit == "yen" ? std::max(1.0, step_between(0.0, sum)) : step_between(0.0, sum);
    }

    static void add_label(Lever& lever, const Text& label, Label between) {
        lever.label.en += (lever.label.en.empty() ? "" : std::string(between.en)) + label.en;
        lever.label.ja += (lever.label.ja.empty() ? "" : std::string(between.ja)) + label.ja;
    }

    std::vector<std::string> expanded(const std::string& pointer) const {
        const auto star = pointer.find("/*");
        if (star == std::string::npos) return {pointer};
        std::vector<std::string> out;
        const auto ids = ids_.find(std::string_view(pointer).substr(1, star > 0 ? star - 1 : 0));
        if (ids == ids_.end()) return {pointer};
        for (const auto id : ids->second.names) out.push_back(pointer.substr(0, star) + "/" + std::string(id) + pointer.substr(star + 2));
        return out;
    }

    const Base& base_;
    const io::AllIds ids_;
    Problems& problems_;
    Range valid_{-1e300, 1e300}, plausible_{-1e300, 1e300};
};

/// Months in which nothing can change any more, or not yet; each is said once.
Problems outside_plan(const Base& base, std::span<const LeverRequest> requests) {
    const auto& company = base.scenario.plan.company;
    const Month first = first_planned(base.scenario), last = company.start + (company.months - 1);
    std::set<std::string> said;
    Problems out;
    for (const auto& request : requests) {
        const bool inside = !request.from.given() || (request.from >= first && request.from <= last);
        if (inside || request.kind == LeverKind::shift || request.kind == LeverKind::choose || !said.insert(to_string(request.from)).second) continue;
        const auto words = [&](Language language) { return std::array{shown(request.from, language), shown(first, language), shown(last, language)}; };
        const auto en = words(Language::english), ja = words(Language::japanese);
        out.push_back(refusal("outside-plan", {fmt::format("nothing can change in {}: months from {} to {} can be decided", en[0], en[1], en[2]),
                                               fmt::format("{}から変えることはできません。変更できるのは{}から{}までです", ja[0], ja[1], ja[2])}));
    }
    return out;
}

}  // namespace

Problems named_twice(std::span<const Lever> levers) {
    std::set<std::pair<bool, std::string>> seen, said;
    Problems out;
    const auto note = [&](bool choice, const std::string& name) {
        if (seen.insert({choice, name}).second || !said.insert({choice, name}).second) return;
        out.push_back(refusal("named-twice", io::say("{} is named by more than one lever, or twice by one", "{} が2回以上指定されています", name), {"name each place once", "1つの項目は1回だけ指定してください"}));
    };
    for (const auto& lever : levers) {
        const bool items = lever.kind == LeverKind::shift || lever.kind == LeverKind::choose;
        for (const auto& name : items ? lever.items : lever.pointers) note(lever.kind == LeverKind::choose, name);
    }
    return out;
}

Result<LeverRequest> lever_request(LeverKind kind, std::string_view written) {
    LeverRequest out;
    out.kind = kind;
    const auto unreadable = [&]() -> Result<LeverRequest> {
        return {{}, {refusal("lever-unreadable", io::say("{} {} cannot be read", "{} {} は読めません", option_names[static_cast<std::size_t>(kind)], io::in_quotes(written)),
                             {"an address, and bounds where wanted: /segments/*/price=0.9..1.2", "アドレスと、必要なら範囲を指定します: /segments/*/price=0.9..1.2"})}};
    };
    const std::size_t equals = written.find('=');
    for (auto rest = written.substr(0, equals); !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (rest.empty() || rest.front() != '/') return unreadable();
        out.pointers.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    if (out.pointers.empty()) return unreadable();
    if (equals != std::string_view::npos) {
        const auto bounds = written.substr(equals + 1);
        const std::size_t dots = bounds.find("..");
        if (dots == std::string_view::npos || kind == LeverKind::choose || kind == LeverKind::split) return unreadable();
        out.low = number_written(bounds.substr(0, dots));
        out.high = number_written(bounds.substr(dots + 2));
        if (!out.low || !out.high) return unreadable();
    }
    return {std::move(out), {}};
}

Result<std::vector<Lever>> levers_of(const Base& base, std::span<const LeverRequest> requests) {
    Result<std::vector<Lever>> out;
    std::vector<Lever> levers;
    out.problems = outside_plan(base, requests);
    if (!out.problems.empty()) return out;
    for (const auto& request : requests)
        if (auto lever = Finder(base, out.problems).find(request)) levers.push_back(std::move(*lever));
    if (out.problems.empty()) out.value = std::move(levers);
    return out;
}

}  // namespace goho::decision
