// Values of a scenario that stand otherwise, put on its file, and the patch that leads from one file to another.
#pragma once

#include "analysis/remedies.hpp"
#include "decision/base.hpp"

namespace goho::decision {

/// The merged file with the replacements, in their order. Entries of the timeline that are left without a change go.
io::Json with_replacements(io::Json content, std::span<const analysis::Replacement> replacements);

/// What has to be said over `before` to have `after`: a JSON merge patch.
io::Json patch_between(const io::Json& before, const io::Json& after);

/// `reckon(i)` for 0 to count - 1 side by side; results belong into slots by index. False when it was stopped.
bool side_by_side(std::size_t count, int threads, const Progress& progress, const std::function<void(std::size_t)>& reckon);

}  // namespace goho::decision
