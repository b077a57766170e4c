// One open scenario: its file's own JSON as it is being edited, the base it builds on, and what its file says.
#pragma once

#include "core/problem.hpp"
#include "document/json_path.hpp"
#include "document/sheet_id.hpp"

#include <QByteArray>
#include <filesystem>
#include <memory>

namespace goho::gui {

/// A state of a file's content; shared and never changed, so that workers and undo may hold it.
using Content = std::shared_ptr<const Json>;

struct Sheet {
    SheetId id = no_sheet;
    std::filesystem::path path;  // empty while it has no file
    SheetId parent = no_sheet;   // the sheet that it builds on
    Content content;             // null while the text is no JSON
    std::string broken_text;     // the text that is no JSON
    Problems problems;           // of the text, or of the base that cannot be opened

    Content saved;                 // as the file has it; null when there is no file, or none that can be read
    std::string text;              // of the file, as last read or written
    std::string layout;            // the text whose layout is kept where nothing changes; empty: our own
    QByteArray fingerprint;        // of the text of the file that we know of; empty without a file
    bool changed_outside = false;  // somebody else wrote the file, and it is not yet decided what holds
};

/// Whether closing it would lose something.
bool is_unsaved(const Sheet& sheet);
/// As the file says, else the name of the file.
Text name_of(const Sheet& sheet);

}  // namespace goho::gui
