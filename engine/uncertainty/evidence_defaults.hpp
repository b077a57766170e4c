// How far the model's own coefficients can be trusted: a spread for each of those that matter, from the evidence behind
// it, and what is known to go together. All of it is assumption unless a source says otherwise.
// Theory and sources: docs/model/uncertainty.md, "Defaults".
#pragma once

#include "simulation/scenario.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace goho::uncertainty {

/// A spread as the evidence has it, about the model's default `centre`. It is taken around the value that a plan has:
/// in proportion, or, for yearly rates (normal), by as many points.
struct EvidenceDefault {
    std::string_view pointer;
    chance::Kind kind;
    double a, b, c;   // low, mode, high; mean, sd; median, sigma; alpha, beta
    double centre;    // the model's default, of which the draw is a multiple
    Label label;
    Evidence evidence;
    std::string_view source;
    Label measure;    // how a company finds its own value: what to record, for how long, from which records
};
std::span<const EvidenceDefault> evidence_defaults();

/// The row that a quantity goes by, whether it names every item or one of them ("/initiatives/erp/fit"); or null.
const EvidenceDefault* evidence_default_of(std::string_view pointer);

struct DefaultPath {
    std::string_view pointer;
    double persistence, deviation;
    Label label;
};
std::span<const DefaultPath> default_paths();

struct DefaultPair {
    std::string_view first, second;
    double correlation;
};
std::span<const DefaultPair> default_pairs();

/// The uncertainty of a scenario with the defaults written out: those of the table that its plan has a place for and
/// that it does not spread itself.
simulation::Uncertainty with_defaults(const simulation::Scenario& scenario);
simulation::Uncertainty with_defaults(const simulation::Plan<double>& plan, const simulation::Uncertainty& given);

/// Every place of the plan that a pointer names, a * standing for every item; empty when it names none.
std::vector<simulation::Address> addresses_of(const simulation::Plan<double>& plan, std::string_view pointer);

}  // namespace goho::uncertainty
