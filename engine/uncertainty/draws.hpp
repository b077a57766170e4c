// From a scenario's uncertainty to the numbers of each trial: which place of the plan gets which value in which trial.
// The same trial meets the same luck in every compared scenario, quantity by quantity, so that scenarios differ by what
// they do and not by chance. Theory: docs/model/uncertainty.md, UN equations.
#pragma once

#include "accounting/statutes.hpp"
#include "chance/correlation.hpp"
#include "chance/sampling.hpp"
#include "core/problem.hpp"
#include "kernels/kernel.hpp"
#include "simulation/scenario.hpp"

#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace goho::uncertainty {

/// A scenario among those that are looked at together; it must outlive whatever is made from it.
struct Subject {
    const simulation::Scenario* scenario = nullptr;
    const accounting::Statutes* statutes = nullptr;
};

/// What is drawn for one scenario.
struct SubjectDraws {
    struct Use {
        int stream = 0;  // which of the common uniforms
        chance::Quantile quantile;
        simulation::Apply apply;
        std::vector<double> planned;  // the plan's own values, place by place
        double mass = 1.0;            // of the distribution inside the allowed range
        std::string pointer;
    };
    simulation::Uncertainty uncertainty;  // with the defaults written out
    std::vector<Use> uses;
    std::vector<simulation::Address> varied;    // the places of all uses, one after the other
    std::vector<simulation::Address> wavering;  // the places of all paths
    std::vector<std::uint32_t> path_streams;    // by place: a number that stands for the path's pointer
    std::vector<double> path_persistence, path_deviation;
};

/// Everything that is drawn for a set of scenarios.
struct Draws {
    std::uint64_t seed = 1;
    std::vector<std::string> streams;  // pointers, in alphabetical order
    /// One for each stream, so that a quantity's luck does not depend on what else is drawn. A Sobol sequence is one for
    /// all, since its points are even in all dimensions together only.
    std::vector<chance::Sampler> samplers;
    chance::Factor correlation;
    std::vector<SubjectDraws> subjects;
};

/// In place of a uniform: the quantity keeps the value that the plan has.
inline constexpr double as_planned = std::numeric_limits<double>::quiet_NaN();

/// Trials whose points somebody has chosen, where the sampler is not to draw them.
struct Design {
    /// Fills [stream][trial] for the trials from `first` on: uniforms strictly between 0 and 1, or `as_planned`.
    /// Nothing is correlated afterwards.
    std::function<void(std::uint64_t first, int count, std::span<double> uniforms)> uniforms;
    /// Whose paths and events a trial meets. Empty: each trial has its own.
    std::function<std::uint64_t(std::uint64_t trial)> luck;
};

/// Room for the draws of one block of trials.
struct BlockDraws {
    std::vector<double> uniforms;      // [stream][trial]
    std::vector<std::uint64_t> luck;   // by trial: the number under which paths and events are drawn
    std::vector<double> values, factors, renewals;
    std::vector<kernels::DrawnEvent> events;
};

/// What is wrong with a distribution or a correlation as a problem says it, without the full stop of a sentence, and
/// where in the quantity's entry in the file.
Text words_of(const Text& sentence);
std::string place_in(const chance::Fault& fault, const std::string& quantity);

/// Draws for the scenarios, or everything that is wrong with their uncertainty. `warnings` receives what should be looked
/// at twice, such as a distribution most of which lies outside of the allowed range.
Result<Draws> prepare(std::span<const Subject> subjects, chance::Sampling sampling, std::uint64_t seed, std::uint64_t trials,
                      Problems& warnings);

/// The common uniforms of the trials `first` to `first + count - 1`, from the sampler or from a design.
void draw_uniforms(const Draws& draws, const Design* design, std::uint64_t first, int count, BlockDraws& block);

/// The values of those trials for one scenario. `plan` is a copy of its plan that may be written to, at `places`.
void draw_values(const Draws& draws, std::size_t subject, int count, const simulation::Scenario& scenario,
                 const simulation::Plan<double>& plan, std::span<double* const> places, BlockDraws& block);

/// What a quantity becomes: a draw takes the place of the plan's value, multiplies it, or is added to it.
double applied(simulation::Apply apply, double planned, double drawn);

/// Where the varied quantities stand in a plan, which must stay where it is.
std::vector<double*> places_in(simulation::Plan<double>& plan, const SubjectDraws& draws);

/// Puts the values of one trial of a block into those places.
void put_values(std::span<double* const> places, int trial, int count, const BlockDraws& block);

}  // namespace goho::uncertainty
