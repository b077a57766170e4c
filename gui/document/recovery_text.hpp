// The state of a workbook as the recovery file holds it, and back.
#pragma once

#include "document/workbook.hpp"

#include <optional>

namespace goho::gui {

struct RecoveryState {
    std::int64_t time = 0;  // milliseconds since 1970
    SheetId active = no_sheet;
    std::vector<Sheet> sheets;
};

RecoveryState state_of(const Workbook& book);
std::string text_of(const RecoveryState& state);
/// Nothing when the file is of another form.
std::optional<RecoveryState> state_from(const Json& json);

/// Reads what the files of the sheets say now, so that it is known what is unsaved and what somebody else changed.
void meet_files(RecoveryState& state);

}  // namespace goho::gui
