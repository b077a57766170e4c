#include "decision/optimise.hpp"

#include "core/number.hpp"
#include "uncertainty/evidence_defaults.hpp"
#include "uncertainty/refusals.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace goho::decision {

namespace {

constexpr double apart = 0.1;  // alternatives differ in a lever by a tenth of its range at least

struct Wishes {
    std::vector<Measure> goals;
    std::vector<bool> higher;
    std::vector<Condition> conditions;
};

void add(Problems& to, Problems from) {
    for (auto& problem : from) to.push_back(std::move(problem));
}

std::vector<std::string> spelt_out(const std::vector<std::string>& goals) {
    std::vector<std::string> out;
    for (const auto& goal : goals) {
        if (goal != "five" && !goal.starts_with("five@")) {
            out.push_back(goal);
            continue;
        }
        for (const char* name : {"index_company", "index_employees", "index_customers", "index_society", "index_next_generation"}) out.push_back(name + goal.substr(4));
    }
    return out;
}

Wishes wishes_of(const Base& base, const OptimiseRequest& request, Problems& problems) {
    Wishes out;
    for (const auto& written : spelt_out(request.goals)) {
        const bool least = written.starts_with("min:"), most = written.starts_with("max:");
        auto measure = measure_of(least || most ? std::string_view(written).substr(4) : std::string_view(written), base);
        add(problems, std::move(measure.problems));
        if (!measure) continue;
        if (!least && !most && measure.value->what.better == Better::neither)
            problems.push_back(refusal("no-direction", io::say("{} is neither better high nor better low", "{} は高い方がよいか低い方がよいか決まっていません", io::in_quotes(written)),
                                       {"write max: or min: in front", "max: か min: を前に付けてください"}));
        out.higher.push_back(most || (!least && measure.value->what.better == Better::higher));
        out.goals.push_back(std::move(*measure.value));
    }
    for (const auto& written : request.conditions) {
        auto conditions = conditions_of(written, base);
        add(problems, std::move(conditions.problems));
        if (conditions)
            for (auto& condition : *conditions.value) out.conditions.push_back(std::move(condition));
    }
    if (out.goals.empty() && problems.empty()) problems.push_back(refusal("no-goal", {"say what is to be best", "何を最も良くするかを指定してください"}, {"--goal npv", "--goal npv"}));
    return out;
}

class Optimiser {
public:
    Optimiser(const Base& base, const OptimiseRequest& request, Optimised& out)
        : base_(base), request_(request), out_(out), judge_(base, out.goals, out.conditions, request.chance) {}

    Problems optimise() {
        const auto planned = judge_(base_.scenario);
        if (!planned.problems.empty()) return planned.problems;
        out_.planned = {planned_setting(out_.levers), planned.figures, planned.slack};
        const auto searched = out_.front() ? search_front(landscape(every(), true), request_.effort) : search_best(landscape(every(), true), progressing(0.0, out_.conditions.empty() ? 1.0 : 0.5));
        out_.evaluations = searched.evaluations;
        if (out_.stopped = searched.stopped; searched.stopped) return {};
        if (!searched.possible()) {
            blame(searched);
        } else if (out_.front()) {
            out_.front_size = searched.best.size();
            for (const auto& one : representatives(searched.best, request_.shown)) out_.best.push_back(candidate(one.point));
            sort_front();
        } else {
            auto found = searched.best;
            found.front() = plainer(found.front());
            choose(found);
            price(found.front());
        }
        make_drafts();
        return {};
    }

private:
    using Members = std::vector<std::size_t>;  // conditions that count

    Members every() const {
        Members out(out_.conditions.size());
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
        return out;
    }

    double signed_goal(const std::vector<double>& figures, std::size_t g) const { return out_.higher_is_better[g] ? -figures[g] : figures[g]; }

    /// `eased`: a condition that asks for less, by so much in its unit.
    Landscape landscape(const Members& conditions, bool with_goals, std::size_t eased = std::numeric_limits<std::size_t>::max(), double by = 0.0) const {
        Landscape out;
        out.low = lowest_setting(out_.levers);
        out.high = highest_setting(out_.levers);
        out.goals = with_goals ? static_cast<int>(out_.goals.size()) : 1;
        out.settle = [this](const Point& point) { return snapped(out_.levers, point); };
        out.worth = [this, conditions, with_goals, eased, by](const Point& point) { return worth(point, conditions, with_goals, eased, by); };
        const auto planned = snapped(out_.levers, out_.planned.setting);
        out.begin_with = {planned, out.low, out.high};
        return out;
    }

    Worth worth(const Point& point, const Members& conditions, bool with_goals, std::size_t eased, double by) const {
        const auto judged = judge_(with_levers(base_, out_.levers, point));
        Worth out;
        if (!judged.problems.empty()) return {std::vector<double>(with_goals ? out_.goals.size() : 1, 0.0), 1e3};
        for (const std::size_t i : conditions) out.violation += violation(out_.conditions[i], judged.slack[i] + (i == eased ? by : 0.0));   // OP-4
        if (!with_goals) return {{out.violation}, 0.0};
        for (std::size_t g = 0; g < out_.goals.size(); ++g) {
            out.goals.push_back(signed_goal(judged.figures, g));
            if (std::isnan(out.goals.back())) out.violation += 10.0;
        }
        return out;
    }

    Effort progressing(double from, double to, double share = 1.0) const {
        Effort out = request_.effort;
        out.rounds = std::max(8, static_cast<int>(out.rounds * share));
        if (request_.effort.progress) out.progress = [this, from, to](double done) { return request_.effort.progress(from + (to - from) * done); };
        return out;
    }

    Candidate candidate(const Point& point) const {
        const auto judged = judge_(with_levers(base_, out_.levers, point));
        return {point, judged.figures, judged.slack};
    }

    /// The same with levers back at the plan that bring nothing, such as those of an item that is left out.  OP-10
    Found plainer(Found found) const {
        std::size_t at = 0;
        for (const auto& lever : out_.levers) {
            const auto n = static_cast<std::size_t>(lever.dimensions());
            Point back = found.point;
            bool allowed = true;
            for (std::size_t i = at; i < at + n; ++i) {
                back[i] = out_.planned.setting[i];
                allowed = allowed && back[i] >= lever.low && back[i] <= lever.high;
            }
            at += n;
            if (!allowed || back == found.point) continue;
            const auto there = worth(back, every(), true, out_.conditions.size(), 0.0);
            if (there.violation <= 0.0 && there.goals.front() <= found.worth.goals.front()) found = {std::move(back), there};
        }
        return found;
    }

    double distance(const Point& a, const Point& b) const {
        double most = 0.0;
        const auto low = lowest_setting(out_.levers), high = highest_setting(out_.levers);
        for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]) / (high[i] - low[i]));
        return most;
    }

    /// The best, and others far from it and from each other that are nearly as good.          OP-5
    void choose(const std::vector<Found>& found) {
        const double best = found.front().worth.goals.front(), planned = signed_goal(out_.planned.figures, 0);
        const double gain = std::isnan(planned) ? std::abs(best) : std::max(planned - best, 0.01 * std::abs(best));
        std::vector<Point> chosen{found.front().point};
        while (chosen.size() <= request_.alternatives) {
            const Found* farthest = nullptr;
            double most = apart;
            for (const auto& one : found) {
                if (one.worth.goals.front() > best + request_.nearly * gain) break;
                double nearest = std::numeric_limits<double>::infinity();
                for (const auto& other : chosen) nearest = std::min(nearest, distance(one.point, other));
                if (nearest > most) {
                    most = nearest;
                    farthest = &one;
                }
            }
            if (!farthest) break;
            chosen.push_back(farthest->point);
        }
        for (std::size_t i = 1; i < chosen.size();) {  // what differs in nothing that matters is no other plan
            const Point plain = plainer(*std::find_if(found.begin(), found.end(), [&](const Found& f) { return f.point == chosen[i]; })).point;
            if (std::find(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(i), plain) == chosen.begin() + static_cast<std::ptrdiff_t>(i)) chosen[i++] = plain;
            else chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i));
        }
        for (const auto& point : chosen) out_.best.push_back(candidate(point));
        std::stable_sort(out_.best.begin() + 1, out_.best.end(), [&](const Candidate& a, const Candidate& b) { return signed_goal(a.figures, 0) < signed_goal(b.figures, 0); });
    }

    void sort_front() {
        std::stable_sort(out_.best.begin(), out_.best.end(), [&](const Candidate& a, const Candidate& b) { return signed_goal(a.figures, 0) < signed_goal(b.figures, 0); });
    }

    /// How much a condition is eased to see what it costs: a hundredth of it.                  OP-6
    double ease(const Condition& condition) const {
        if (condition.kind == Condition::Kind::chance) return 0.01;
        return std::max(0.01 * std::abs(condition.value), condition.unit == "yen" ? 1e6 : shown_as_percent(condition.unit) ? 0.001 : 0.1);
    }

    void price(const Found& best) {
        const std::size_t n = out_.conditions.size();
        for (std::size_t i = 0; i < n && !out_.stopped; ++i) {
            const auto& condition = out_.conditions[i];
            const bool leave_out = condition.kind == Condition::Kind::gate || condition.kind == Condition::Kind::target;
            const double by = leave_out ? 0.0 : ease(condition);
            if (!leave_out && out_.best.front().slack[i] > 3.0 * by) continue;  // far from binding
            Members members = every();
            if (leave_out) std::erase(members, i);
            auto eased = landscape(members, true, leave_out ? n : i, by);
            eased.begin_with.push_back(best.point);
            const auto searched = search_best(eased, progressing(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(n), 0.5 + 0.5 * static_cast<double>(i + 1) / static_cast<double>(n), 0.34));
            out_.evaluations += searched.evaluations;
            out_.stopped = searched.stopped;
            if (!searched.possible()) continue;
            const double gain = best.worth.goals.front() - searched.best.front().worth.goals.front();
            if (gain > 1e-4 * std::max(1.0, std::abs(best.worth.goals.front()))) out_.prices.push_back({i, by, gain});
        }
        std::stable_sort(out_.prices.begin(), out_.prices.end(), [](const ShadowPrice& a, const ShadowPrice& b) { return a.gain > b.gain; });
    }

    /// The least that some conditions are violated together.
    double least_violation(const Members& conditions, double from, double to) {
        const auto searched = search_best(landscape(conditions, false), progressing(from, to, 0.34));
        out_.evaluations += searched.evaluations;
        out_.stopped = out_.stopped || searched.stopped;
        if (!searched.possible()) return 1e3;
        nearest_ = searched.best.front().point;
        return searched.best.front().worth.goals.front();
    }

    /// Which condition cannot be met at all; else which two not together.                      OP-7
    void blame(const Searched& searched) {
        const std::size_t n = out_.conditions.size();
        for (std::size_t i = 0; i < n && !out_.stopped; ++i) {
            if (least_violation({i}, 0.5 + 0.3 * static_cast<double>(i) / static_cast<double>(n), 0.5 + 0.3 * static_cast<double>(i + 1) / static_cast<double>(n)) <= 0.0) continue;
            const auto judged = candidate(nearest_);
            out_.impossible.push_back({{i}, judged.slack.empty() || std::isnan(judged.slack[i]) ? std::nullopt : std::optional(judged.slack[i])});
        }
        for (std::size_t a = 0; a < n && out_.impossible.empty() && !out_.stopped; ++a)
            for (std::size_t b = a + 1; b < n && !out_.stopped; ++b)
                if (least_violation({a, b}, 0.8, 0.99) > 0.0) out_.impossible.push_back({{a, b}, {}});
        if (out_.impossible.empty()) out_.impossible.push_back({every(), {}});
        if (!searched.nearest.point.empty()) {
            auto nearest = candidate(searched.nearest.point);
            if (!nearest.slack.empty()) out_.best.push_back(std::move(nearest));
        }
    }

    void make_drafts() {
        for (std::size_t i = 0; i < out_.best.size(); ++i) {
            const auto& one = out_.best[i];
            const bool nearest = !out_.impossible.empty();
            const std::string id = nearest ? "nearest" : out_.front() ? fmt::format("front_{:02}", i + 1) : i == 0 ? "best" : fmt::format("alternative_{}", i);
            const Text name = nearest       ? Text{"Nearest to the conditions", "条件に最も近い案"}
                              : out_.front() ? io::say("Plan {} of the front", "最適な組み合わせ その{}", i + 1)
                              : i == 0       ? Text{"Best: " + out_.goals.front().label.en, "最適案: " + out_.goals.front().label.ja}
                                             : io::say("Alternative {}", "代替案{}", i);
            out_.drafts.push_back(draft_of(base_, out_.levers, one.setting, id, name));
        }
    }

    const Base& base_;
    const OptimiseRequest& request_;
    Optimised& out_;
    Judge judge_;
    Point nearest_;
};

bool needs_chance(const OptimiseRequest& request, const std::vector<Condition>& conditions) {
    return request.chance.trials > 0 || std::any_of(conditions.begin(), conditions.end(), [](const Condition& c) { return c.kind == Condition::Kind::chance; });
}

}  // namespace

Result<Optimised> optimise(const Base& base, const OptimiseRequest& request) {
    Result<Optimised> out;
    auto wishes = wishes_of(base, request, out.problems);
    auto levers = levers_of(base, request.levers);
    add(out.problems, std::move(levers.problems));
    if (levers) add(out.problems, named_twice(*levers.value));
    if (request.levers.empty()) out.problems.push_back(refusal("no-lever", {"say what may be changed", "変えてよい項目を指定してください"}, {"such as --scale /segments/*/price=0.95..1.1", "例: --scale /segments/*/price=0.95..1.1"}));
    if (needs_chance(request, wishes.conditions)) {
        const auto all = uncertainty::with_defaults(base.scenario);
        if (all.none() && all.quantities.empty()) out.problems.push_back(uncertainty::nothing_uncertain(base.scenario));
    }
    if (!out.problems.empty()) return out;
    Optimised result;
    result.plan = base.scenario.name;
    result.levers = std::move(*levers.value);
    result.goals = std::move(wishes.goals);
    result.higher_is_better = std::move(wishes.higher);
    result.conditions = std::move(wishes.conditions);
    result.chance = request.chance;
    if (out.problems = Optimiser(base, request, result).optimise(); !out.problems.empty()) return out;
    out.value = std::move(result);
    return out;
}

}  // namespace goho::decision
