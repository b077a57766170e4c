#include "calibration/calibration.hpp"

#include "calibration/model_months.hpp"
#include "calibration/verdict.hpp"
#include "core/number.hpp"
#include "io/wording.hpp"

#include <algorithm>

namespace goho::calibration {

namespace {

/// Leaves a search that nobody waits for any more.
struct Stopped {};

/// The model as least squares see it: values of the quantities in, figures of the history out.
Model model_of(const simulation::Scenario& scenario, const accounting::Statutes& statutes, const std::vector<Quantity>& quantities,
               const std::vector<Series>& series, const std::function<bool()>& stop) {
    const auto months = static_cast<int>(scenario.plan.actuals.months.size());
    return [&scenario, &statutes, &quantities, &series, &stop, months](std::span<const double> values) {
        if (stop && stop()) throw Stopped{};
        simulation::Plan<double> plan = scenario.plan;
        for (std::size_t j = 0; j < values.size(); ++j) *simulation::quantity_at(plan, quantities[j].address) = values[j];
        return figures_of(plan, model_months(plan, scenario.timeline, statutes, months), series);
    };
}

LeastSquaresProblem problem_of(const std::vector<Quantity>& quantities, const std::vector<Series>& series, int threads) {
    LeastSquaresProblem out;
    out.threads = threads;
    for (const Quantity& q : quantities) out.unknowns.push_back({q.before, q.low, q.high, 1e-2 * size_of(q)});  // CB-4
    for (const Series& s : series) {
        double squares = 0.0;
        for (const double x : s.values) squares += x * x / static_cast<double>(s.values.size());
        const double level = std::max(1.0, goho::sqrt(squares));
        constexpr double rounding = 0.29;    // standard deviation of what rounding to whole yen takes away
        constexpr double best_model = 1e-4;  // no model tells a figure of a real company more finely than that
        out.series.push_back({out.observed.size(), s.values.size(), level, std::max(s.unit == "yen" ? rounding : 0.0, best_model * level)});  // CB-5
        out.observed.insert(out.observed.end(), s.values.begin(), s.values.end());
    }
    return out;
}

/// A figure that answers a hundredth of a quantity by less is rounding more than answer.
constexpr double yen_that_tell = 50.0;

/// By quantity, the series that move with it at the plan's values.
std::vector<std::vector<bool>> moved_by(const LeastSquaresProblem& problem, const std::vector<Series>& series) {
    std::vector<double> start;
    for (const Unknown& u : problem.unknowns) start.push_back(u.start);
    std::vector<std::vector<bool>> out;
    for (std::size_t j = 0; j < start.size(); ++j) {
        std::vector<double> below = start, above = start;
        below[j] = std::max(problem.unknowns[j].low, start[j] - problem.unknowns[j].step);
        above[j] = std::min(problem.unknowns[j].high, start[j] + problem.unknowns[j].step);
        const auto a = problem.model(below), b = problem.model(above);
        std::vector<bool> moved;
        for (std::size_t s = 0; s < series.size(); ++s) {
            const SeriesRows& rows = problem.series[s];
            double most = 0.0;
            for (std::size_t i = rows.first; i < rows.first + rows.count; ++i) most = std::max(most, goho::abs(b[i] - a[i]));
            moved.push_back(most > (series[s].unit == "yen" ? yen_that_tell : 0.0));
        }
        out.push_back(std::move(moved));
    }
    return out;
}

/// Leaves the figures that speak of a quantity: flows, and balances for what moves no flow.
std::vector<Series> chosen(const std::vector<Series>& all, const std::vector<std::vector<bool>>& moved) {
    std::vector<bool> wanted(all.size(), false);
    for (const auto& by_series : moved) {
        bool moves_flow = false;
        for (std::size_t s = 0; s < all.size(); ++s) moves_flow = moves_flow || (by_series[s] && all[s].use == Use::usual);
        for (std::size_t s = 0; s < all.size(); ++s) {
            const bool balance = all[s].use == Use::if_alone && !moves_flow;
            if (by_series[s] && (all[s].use == Use::usual || balance)) wanted[s] = true;
        }
    }
    std::vector<Series> out;
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (wanted[s]) out.push_back(all[s]);
    }
    return out;
}

Problem refused(std::string code, const simulation::Scenario& scenario, Text message, Text hint) {
    return {std::move(code), scenario.file, {}, 0, 0, std::move(message), std::move(hint)};
}

Result<Calibration> calibrated(const simulation::Scenario& scenario, const accounting::Statutes& statutes, const Request& request) {
    Result<Calibration> out;
    if (scenario.plan.actuals.months.empty()) {
        out.problems.push_back(refused("no-actuals", scenario, {"the scenario has no actual months to be fitted to", "照合する実績の月がこのシナリオにありません"},
                                       {"give them in the section \"actuals\", or import trial balances",
                                        "セクション actuals に書くか、試算表を取り込んでください"}));
        return out;
    }
    const auto quantities = read_quantities(scenario, request.vary, out.problems);
    std::vector<Series> series = read_series(scenario, request.use, out.problems);
    if (!out.problems.empty()) return out;
    LeastSquaresProblem all = problem_of(quantities, series, request.threads);
    all.model = model_of(scenario, statutes, quantities, series, request.stop);
    series = chosen(series, moved_by(all, series));
    if (series.empty()) {
        out.problems.push_back(refused("nothing-moves", scenario, {"no figure of the actual months moves with any of these quantities", "指定の数量で動く実績の数値がありません"},
                                       {"choose others with --vary, or name balances with --use", "--vary で別の数量を選ぶか、--use で残高を指定してください"}));
        return out;
    }
    LeastSquaresProblem problem = problem_of(quantities, series, request.threads);
    problem.model = model_of(scenario, statutes, quantities, series, request.stop);
    Calibration result;
    result.fit = least_squares(problem);
    result.name = scenario.name;
    result.months = static_cast<int>(scenario.plan.actuals.months.size());
    result.first = scenario.plan.company.start;
    result.last = scenario.plan.company.start + (result.months - 1);
    for (std::size_t s = 0; s < series.size(); ++s) {
        const auto first = result.fit.modelled.begin() + static_cast<std::ptrdiff_t>(problem.series[s].first);
        result.series.push_back({series[s], result.fit.series[s], {first, first + static_cast<std::ptrdiff_t>(problem.series[s].count)}});
    }
    judge(quantities, request.months_for_evidence, result);
    out.value = std::move(result);
    return out;
}

}  // namespace

Result<Calibration> calibrate(const simulation::Scenario& scenario, const accounting::Statutes& statutes, const Request& request) {
    try {
        return calibrated(scenario, statutes, request);
    } catch (const Stopped&) {
        return {{}, {refused("stopped", scenario, {"the calibration was stopped", "推定を中止しました"}, {})}};
    }
}

simulation::Scenario fitted(const simulation::Scenario& scenario, const Calibration& result) {
    simulation::Scenario out = scenario;
    for (const Calibrated& c : result.quantities) *simulation::quantity_at(out.plan, c.quantity.address) = c.estimate.value;
    return out;
}

}  // namespace goho::calibration
