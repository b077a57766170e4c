// Writes the results of a Monte Carlo run as a database: built beside the target and renamed into place, so the target
// is whole or untouched. What goes in decides every byte. Tables: trial_schema.hpp.
#pragma once

#include "batch/target_file.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <span>
#include <string>

namespace goho::batch {

/// Claims the file before the trials are run. An earlier database of trials will be replaced; anything else that is
/// there is refused.
Result<TargetFile> claim_for_trials(const std::filesystem::path& target);

/// `files` are the scenarios in the order of the results.
Problems write_trials(TargetFile& target, const uncertainty::MonteCarlo& result, std::span<const std::string> files);

}  // namespace goho::batch
