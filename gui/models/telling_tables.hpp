// The tables of a telling as the window shows them, in the unit of money and the language chosen.
#pragma once

#include "decision/telling.hpp"
#include "models/table_model.hpp"
#include "shown/shown.hpp"

namespace goho::gui {

struct ShownTable {
    QString title, note;  // the title names the unit where all figures share one
    Table table;
};
ShownTable shown_table(const decision::TellingTable& table, const Shown& shown);

/// Writes another name wherever one stands in the texts of a telling: of clients that shall not be read.
void rename_in(decision::Telling& telling, const Text& from, const Text& to);

/// Its title, sentences and notes as lines, for the clipboard.
QString told_text(const decision::Telling& telling, Language language);

}  // namespace goho::gui
