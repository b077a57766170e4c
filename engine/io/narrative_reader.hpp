// Reads and writes the sections "story" and "decision_log" of a scenario file. Format: docs/scenario-format.md.
#pragma once

#include "io/parameter_reader.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

/// `figures` are the names that a step may point to. Files are not opened: a story lives on where its variants are not.
std::vector<simulation::StoryStep> read_story(const Json& section, const AllIds& ids,
                                              std::span<const std::string_view> figures, Notes& notes);
std::vector<simulation::Decision> read_decision_log(const Json& section, Notes& notes);

/// The sections as they would be written; null when there is nothing to say.
Json story_json(const std::vector<simulation::StoryStep>& story);
Json decision_log_json(const std::vector<simulation::Decision>& log);

/// Their parts of the schema: one step, one decision.
Json story_step_schema();
Json decision_schema();

}  // namespace goho::io
