// The story and the decision log of the open scenarios, read from their JSON and edited there: each edit is one step of
// undo and is saved with the file. What a variant does not say itself it has from its base, so a story is edited in
// the file that tells it.
#pragma once

#include "document/workbook.hpp"
#include "simulation/narrative.hpp"

namespace goho::gui {

using simulation::Decision;
using simulation::StoryStep;

/// The sheet whose own file holds the story of a scenario, or its log: itself or one that it builds on; `sheet` when
/// there is none.
SheetId home_of(const Workbook& book, SheetId sheet, std::string_view section);

/// What is there, as far as it can be read; the engine says what cannot.
std::vector<StoryStep> story_of(const Workbook& book, SheetId sheet);
std::vector<Decision> decisions_of(const Workbook& book, SheetId sheet);

// Each tells the id of what was added, or does nothing where the sheet cannot be edited.
std::string add_step(Workbook& book, SheetId sheet, const StoryStep& step);
void set_step(Workbook& book, SheetId sheet, const StoryStep& step);
void move_step(Workbook& book, SheetId sheet, const std::string& id, int by);
void remove_step(Workbook& book, SheetId sheet, const std::string& id);

std::string add_decision(Workbook& book, SheetId sheet, const Decision& decision);
void set_decision(Workbook& book, SheetId sheet, const Decision& decision);
void remove_decision(Workbook& book, SheetId sheet, const std::string& id);

/// A text typed in one language: where both languages said the same they still do, else only this one changes.
Text retyped(const Text& before, const std::string& typed, Language language);

/// The files that a story brings along, as sheets; opened where they are not yet. Problems name those that are missing.
struct Cast {
    std::map<std::string, SheetId> sheets;  // by the path as written
    Problems problems;
};
Cast cast_of(Workbook& book, SheetId home, const std::vector<StoryStep>& story);
/// The path under which a story at `home` names a sheet; empty when it has no file.
std::string path_from(const Workbook& book, SheetId home, SheetId sheet);

}  // namespace goho::gui
