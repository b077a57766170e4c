#include "decision/goal_seek.hpp"

#include "core/number.hpp"
#include "uncertainty/evidence_defaults.hpp"
#include "uncertainty/refusals.hpp"

#include <algorithm>
#include <atomic>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <limits>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::decision {

namespace {

constexpr int scanned_places = 64;  // between the bounds
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// "x=5" is "x>=5" that is to be met exactly.
struct Goal {
    Condition condition;
    bool equal = false;
};
Result<Goal> goal_of(const std::string& written, const Base& base) {
    std::string text = written;
    const auto equals = text.rfind('=');
    const bool equal = equals != std::string::npos && equals > 0 && text[equals - 1] != '>' && text[equals - 1] != '<' && !written.starts_with("gate");
    if (equal) text.replace(equals, 1, ">=");
    auto conditions = conditions_of(text, base);
    if (!conditions && conditions.problems.front().code == "condition-unreadable") conditions = conditions_of(written, base);  // in the words of the person
    if (!conditions) return {{}, std::move(conditions.problems)};
    if (conditions.value->size() != 1)
        return {{}, {refusal("several-goals", {"a goal is one figure or one gate", "目標は1つの指標またはゲートで指定します"}, {"goho optimize takes several conditions", "複数の条件は goho optimize で指定できます"})}};
    return {Goal{std::move(conditions.value->front()), equal}, {}};
}

class Seeker {
public:
    Seeker(const Base& base, const GoalRequest& request, GoalSeek& out)
        : base_(base), request_(request), out_(out), judge_(base, {measure("lowest_cash"), measure("npv")}, {out.goal}, request.chance) {}

    void seek() {
        out_.trials = judge_.trials();
        scan();
        if (out_.stopped) return;
        const auto distance = [&](double x) { return slack(x); };
        out_.roots = whole_ ? whole_roots() : roots_of(distance, grid_, slacks_);
        out_.planned = point(out_.lever.planned);
        std::stable_sort(out_.roots.begin(), out_.roots.end(), [&](const GoalRoot& a, const GoalRoot& b) {
            return std::abs(a.setting - out_.lever.planned) < std::abs(b.setting - out_.lever.planned);
        });
        find_best();
        choose();
    }

private:
    Measure measure(std::string_view name) const { return *measure_of(name, base_).value; }

    /// Above zero where the goal is passed.
    double slack(double setting) const {
        const auto judged = judge_(with_levers(base_, levers(), {setting}));
        return judged.problems.empty() ? judged.slack[0] : nothing;
    }
    std::span<const Lever> levers() const { return {&out_.lever, 1}; }

    GoalPoint point(double setting) const { return {setting, figure(slack(setting))}; }
    std::optional<double> figure(double slack) const {
        if (std::isnan(slack)) return {};
        return out_.goal.bound == stakeholders::Bound::at_least ? out_.wanted + slack : out_.wanted - slack;
    }

    void scan() {
        const auto& lever = out_.lever;
        const bool whole = lever.kind == LeverKind::shift || lever.kind == LeverKind::choose;
        const int places = whole ? static_cast<int>(lever.high - lever.low) : scanned_places;
        for (int i = 0; i <= places; ++i) grid_.push_back(lever.low + (lever.high - lever.low) * i / places);
        if (!whole && lever.planned > lever.low && lever.planned < lever.high) {
            grid_.push_back(lever.planned);
            std::sort(grid_.begin(), grid_.end());
            grid_.erase(std::unique(grid_.begin(), grid_.end()), grid_.end());
        }
        slacks_.assign(grid_.size(), nothing);
        std::atomic<std::size_t> done{0};
        std::atomic<bool> stop{false};
        tbb::task_arena arena(request_.threads > 0 ? request_.threads : tbb::task_arena::automatic);
        arena.execute([&] {
            tbb::parallel_for(std::size_t{0}, grid_.size(), [&](std::size_t i) {
                if (stop) return;
                slacks_[i] = slack(grid_[i]);
                if (request_.progress && !request_.progress(static_cast<double>(++done) / static_cast<double>(grid_.size() + 1))) stop = true;
            });
        });
        out_.stopped = stop;
        for (std::size_t i = 0; i < grid_.size(); ++i) out_.scanned.push_back({grid_[i], figure(slacks_[i])});
        whole_ = whole;
    }

    /// Of what is counted: the first places that meet the goal beside places that do not.
    std::vector<GoalRoot> whole_roots() const {
        std::vector<GoalRoot> out;
        for (std::size_t i = 0; i + 1 < grid_.size(); ++i) {
            const double a = slacks_[i], b = slacks_[i + 1];
            if (std::isnan(a) || std::isnan(b) || (a < 0.0) == (b < 0.0)) continue;
            out.push_back({b < 0.0 ? grid_[i] : grid_[i + 1], a < 0.0, true});
        }
        return out;
    }

    /// The highest of all places, sharpened between its neighbours on steps that people would choose.  GS-3
    void find_best() {
        std::size_t best = 0;
        const auto merit = [&](double s) { return std::isnan(s) ? -std::numeric_limits<double>::infinity() : out_.equal ? -std::abs(s) : s; };
        for (std::size_t i = 1; i < grid_.size(); ++i)
            if (merit(slacks_[i]) > merit(slacks_[best])) best = i;
        double at = grid_[best], value = slacks_[best];
        if (!whole_ && best > 0 && best + 1 < grid_.size()) {
            std::uintmax_t tries = 30;
            const auto found = boost::math::tools::brent_find_minima([&](double s) { return -merit(slack(s)); }, grid_[best - 1], grid_[best + 1], 20, tries);
            const double x = snapped(levers(), {found.first})[0], there = slack(x);
            if (merit(there) > merit(value) + 1e-9 * std::abs(value)) {
                at = x;
                value = there;
            }
        }
        out_.best = {at, figure(value)};
    }

    /// The place nearest to the plan that meets the goal, on a step that people would choose.  GS-4
    void choose() {
        const auto met = [&](double s) { return !std::isnan(s) && s >= 0.0; };
        const double planned = slack(out_.lever.planned);
        const bool within = out_.lever.planned >= out_.lever.low && out_.lever.planned <= out_.lever.high;
        std::optional<double> chosen;
        if (within && (out_.equal ? planned == 0.0 : met(planned))) {
            chosen = out_.lever.planned;
        } else if (!whole_ && !out_.roots.empty()) {
            chosen = out_.equal ? std::optional(out_.roots.front().setting) : rounded(out_.roots.front().setting);
        }
        if (!chosen) chosen = nearest_met();
        if (!chosen) return;
        if (out_.equal && !whole_ && !out_.roots.empty() && out_.roots.front().jump) return;  // it is never equal
        accept(*chosen);
    }

    /// Where no root is crossed, as with whole months, the nearest scanned place that meets it.
    std::optional<double> nearest_met() const {
        std::optional<double> out;
        for (std::size_t i = 0; i < grid_.size(); ++i) {
            if (std::isnan(slacks_[i]) || (out_.equal ? slacks_[i] != 0.0 : slacks_[i] < 0.0)) continue;
            if (!out || std::abs(grid_[i] - out_.lever.planned) < std::abs(*out - out_.lever.planned)) out = grid_[i];
        }
        return out;
    }

    /// On the step beside the root where the goal is met; the root itself where there is none.
    std::optional<double> rounded(double root) const {
        const double step = out_.lever.step;
        if (step > 0.0) {
            const double below = snapped(levers(), {root - 0.5 * step})[0], above = snapped(levers(), {root + 0.5 * step})[0];
            const bool from_below = out_.lever.planned <= root;
            for (const double x : {from_below ? above : below, from_below ? below : above})
                if (const double s = slack(x); !std::isnan(s) && s >= 0.0) return x;
        }
        for (const double x : {root, std::nextafter(root, out_.lever.high), std::nextafter(root, out_.lever.low)})
            if (const double s = slack(x); !std::isnan(s) && s >= 0.0) return x;
        return {};
    }

    void accept(double setting) {
        const auto scenario = with_levers(base_, levers(), {setting});
        const auto judged = judge_(scenario);
        if (!judged.problems.empty()) return;
        out_.answer = GoalPoint{setting, figure(judged.slack[0])};
        out_.lowest_cash = judged.figures[0];
        out_.npv = judged.figures[1];
        out_.planned_lowest_cash = judge_(base_.scenario).figures[0];
        if (setting == out_.lever.planned) return;
        out_.draft = draft_of(base_, levers(), {setting}, "goal", {"Goal: " + in_words(out_.goal, MoneyUnit::thousand).en, "目標: " + in_words(out_.goal, MoneyUnit::thousand).ja});
    }

    const Base& base_;
    const GoalRequest& request_;
    GoalSeek& out_;
    Judge judge_;
    std::vector<double> grid_, slacks_;
    bool whole_ = false;
};

}  // namespace

std::vector<GoalRoot> roots_of(const std::function<double(double)>& f, const std::vector<double>& grid, const std::vector<double>& values) {
    std::vector<GoalRoot> out;
    double scale = 0.0;
    for (const double v : values)
        if (!std::isnan(v)) scale = std::max(scale, std::abs(v));
    for (std::size_t i = 0; i + 1 < grid.size(); ++i) {
        const double a = values[i], b = values[i + 1];
        if (std::isnan(a) || std::isnan(b)) continue;
        if (a == 0.0 && (i == 0 || values[i - 1] != 0.0)) out.push_back({grid[i], b > 0.0, false});
        if ((a < 0.0) != (b < 0.0) && a != 0.0 && b != 0.0) {                                       // GS-1
            std::uintmax_t tries = 60;
            const auto [low, high] = boost::math::tools::toms748_solve(f, grid[i], grid[i + 1], a, b, boost::math::tools::eps_tolerance<double>(40), tries);
            const double left = f(low), right = f(high);
            const bool jump = std::abs(right - left) > 1e-3 * std::abs(b - a) + 2.0 && std::min(std::abs(left), std::abs(right)) > 1e-3 * std::abs(b - a) + 2.0;
            out.push_back({std::abs(left) <= std::abs(right) ? low : high, b > a, jump});
        } else if (i > 0 && a != 0.0 && std::abs(a) < std::abs(values[i - 1]) && std::abs(a) <= std::abs(b) && (values[i - 1] < 0.0) == (a < 0.0) && (a < 0.0) == (b < 0.0)) {
            std::uintmax_t tries = 40;                                                               // GS-2
            const auto [x, least] = boost::math::tools::brent_find_minima([&](double s) { return std::abs(f(s)); }, grid[i - 1], grid[i + 1], 24, tries);
            if (least <= 1e-9 * scale) out.push_back({x, false, false});
        }
    }
    if (!grid.empty() && values.back() == 0.0 && (grid.size() < 2 || values[values.size() - 2] != 0.0)) out.push_back({grid.back(), grid.size() > 1 && values[values.size() - 2] < 0.0, false});
    return out;
}

Result<GoalSeek> goal_seek(const Base& base, const GoalRequest& request) {
    Result<GoalSeek> out;
    auto goal = goal_of(request.goal, base);
    out.problems = std::move(goal.problems);
    if (request.lever.kind == LeverKind::split)
        out.problems.push_back(refusal("split-cannot-be-sought", {"shares of a whole are no single number that could be sought", "配分は1つの数値ではないため、逆算できません"}, {"goho optimize finds the best split", "goho optimize で最適な配分を求められます"}));
    auto lever = levers_of(base, {&request.lever, 1});
    for (auto& problem : lever.problems) out.problems.push_back(std::move(problem));
    if (request.chance.trials > 0 || (goal && goal.value->condition.kind == Condition::Kind::chance)) {
        const auto all = uncertainty::with_defaults(base.scenario);
        if (all.none() && all.quantities.empty()) out.problems.push_back(uncertainty::nothing_uncertain(base.scenario));
    }
    if (!out.problems.empty()) return out;
    GoalSeek result;
    result.plan = base.scenario.name;
    result.lever = std::move(lever.value->front());
    // One lever alone can be set more finely than one of many.
    if (result.lever.kind != LeverKind::shift && result.lever.kind != LeverKind::choose) result.lever.step = std::max(result.lever.unit == "yen" && result.lever.kind != LeverKind::scale ? 1.0 : 0.0, result.lever.step / 10.0);
    result.goal = std::move(goal.value->condition);
    result.equal = goal.value->equal;
    result.wanted = result.goal.kind == Condition::Kind::chance ? result.goal.probability : result.goal.value;
    Seeker(base, request, result).seek();
    out.value = std::move(result);
    return out;
}

}  // namespace goho::decision
