// Mending what the engine complains about, where it stands: in which file a value is, what it proposes, and the
// edit that follows from what somebody typed.
#pragma once

#include "document/typed_value.hpp"

namespace goho::gui {

/// What one click does about a problem.
struct Fix {
    enum class Kind { set, rename, remove };
    Kind kind = Kind::set;
    Json value;           // to set
    std::string pointer;  // of what is set or taken out, or of the key that is renamed
    std::string key;      // its new name
    Text label;           // "2026-04"; "Remove"
};

/// What a problem proposes; nothing when only its reader can know.
std::optional<Fix> fix_of(const Problem& problem);

/// The file in which a value is to be mended: the one of the chain that holds it, else the base of all.
SheetId sheet_of(const Workbook& book, SheetId sheet, std::string_view pointer);

/// All that is wrong with a sheet: of its text, its base and its values.
Problems problems_of(const Workbook& book, SheetId sheet);

/// Each is one step of undo.
Problems apply(Workbook& book, SheetId sheet, const Fix& fix);
Problems mend(Workbook& book, SheetId sheet, const Problem& problem, std::string_view typed);

/// What stands there, as somebody would type it; empty where nothing stands.
std::string standing(const Workbook& book, SheetId sheet, std::string_view pointer);

/// Lines of a text around a place, the line itself marked, with a mark below the column.
std::string text_around(std::string_view text, int line, int column, int lines_around = 2);

}  // namespace goho::gui
