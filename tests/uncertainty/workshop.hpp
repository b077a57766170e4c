// A small company without behaviour whose operating income is linear in its cost lines, so that what trials must show
// is known beforehand; and trials of it, one figure of one month at a time.
#pragma once

#include "io/pointer.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"
#include "support/uncertain_company.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <mutex>

namespace test {

using namespace goho;
using Json = nlohmann::ordered_json;

struct Company {
    simulation::Scenario scenario;
    accounting::Statutes statutes;
    operator uncertainty::Subject() const { return {&scenario, &statutes}; }
};

inline Company company_of(const Json& document) {
    const auto reading = io::read_scenario_text(document.dump());
    for (const auto& problem : reading.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(reading);
    return {*reading.value, *io::load_statutes("japan-sme-2026", "japan-2012").value};
}

/// 36 months; rent of 500,000, fuel of 300,000 and a lease of 200,000 yen a month; nothing changes on the way.
inline Json workshop_json() {
    Json document = io::sound();
    document["company"]["behaviour"] = "off";
    document["timeline"] = nullptr;
    document["cost_lines"]["rent"]["monthly_amount"] = 500000;
    document["cost_lines"]["fuel"] = {{"behaviour", "fixed"}, {"monthly_amount", 300000}};
    document["cost_lines"]["lease"] = {{"behaviour", "fixed"}, {"monthly_amount", 200000}};
    document.erase("timeline");
    return document;
}

inline constexpr const char* rent = "/cost_lines/rent/monthly_amount";
inline constexpr const char* fuel = "/cost_lines/fuel/monthly_amount";
inline constexpr double plan_months = 36.0;

inline Json normal(double mean, double sd) { return {{"distribution", "normal"}, {"mean", mean}, {"sd", sd}}; }

/// The workshop with these uncertain quantities, pointer by pointer.
inline Company workshop(Json quantities) {
    Json document = workshop_json();
    document["uncertainty"]["quantities"] = std::move(quantities);
    return company_of(document);
}

/// What all tests here ask for unless they say otherwise: operating income until the end of the third year.
inline uncertainty::Request cumulative(std::uint64_t trials, chance::Sampling sampling = chance::Sampling::random) {
    uncertainty::Request request;
    request.trials = trials;
    request.sampling = sampling;
    request.fans = {"operating_income"};
    request.outcomes = {"cumulative_operating_income"};
    request.years = {3};
    request.gates = false;
    return request;
}

inline uncertainty::MonteCarlo run(std::vector<uncertainty::Subject> subjects, const uncertainty::Request& request) {
    Problems warnings;
    auto result = uncertainty::monte_carlo(subjects, request, warnings);
    for (const auto& problem : result.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(result);
    return std::move(*result.value);
}

/// Every trial's figures of the months: [trial][month].
using Months = std::vector<std::vector<double>>;
inline std::vector<Months> trials_of(std::vector<uncertainty::Subject> subjects, std::string_view figure, std::uint64_t trials,
                                     chance::Sampling sampling = chance::Sampling::random, std::uint64_t seed = 1) {
    Problems warnings;
    const auto draws = uncertainty::prepare(subjects, sampling, seed, trials, warnings);
    for (const auto& problem : draws.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(draws);
    std::vector<simulation::Trajectory<double>> runs;
    std::vector<Months> all;
    uncertainty::TrialPlan plan;
    plan.subjects = subjects;
    plan.draws = &*draws.value;
    plan.judging = uncertainty::Judging::none;
    plan.monthly = {support::figure(figure)};
    for (const auto& subject : subjects) {
        runs.push_back(simulation::run(*subject.scenario, *subject.statutes));
        all.emplace_back(trials, std::vector<double>(static_cast<std::size_t>(subject.scenario->plan.company.months)));
        plan.outcomes.emplace_back();
    }
    for (const auto& run : runs) plan.runs.push_back(&run);
    std::mutex writing;
    uncertainty::run_trials(
        plan, 0, trials,
        [&](int, const uncertainty::BlockResult& block) {
            const std::lock_guard lock(writing);
            const auto n = static_cast<std::size_t>(block.count);
            for (std::size_t s = 0; s < subjects.size(); ++s) {
                const std::size_t months = all[s].front().size();
                for (std::size_t i = 0; i < n; ++i) {
                    // The months of cash stand before those of the figure.
                    for (std::size_t t = 0; t < months; ++t) all[s][block.first + i][t] = block.monthly[s][(months + t) * n + i];
                }
            }
        },
        {});
    return all;
}

inline statistics::Moments moments_in(const Months& trials, std::size_t month) {
    statistics::Moments moments;
    for (const auto& trial : trials) moments.add(trial[month]);
    return moments;
}

/// Four standard errors: what a sound program misses once in 16,000 looks, and never with the seeds given here.
inline double four_errors(double deviation, std::uint64_t trials) { return 4.0 * deviation / std::sqrt(static_cast<double>(trials)); }

}  // namespace test
