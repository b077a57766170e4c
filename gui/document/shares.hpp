// Quantities that share one whole: the weights of appraisal add up to 100%, the uses of freed hours to at most that.
// Setting one makes room among the others that are not locked, in proportion to what they have.
#pragma once

#include "document/workbook.hpp"

namespace goho::gui {

struct ShareGroup {
    std::string_view name;  // "evaluation", "evaluation_today", "freed_hours"
    Label label;
    bool whole = true;  // else what is left over stays unused
    std::vector<std::string> pointers;
    std::vector<double> values;
};

/// The groups of a company; those with a value that is no number are left out.
std::vector<ShareGroup> share_groups(const Json& merged);

/// The values after one was set. Problems when the locked ones leave no room for it.
Result<std::vector<double>> with_share(const ShareGroup& group, std::size_t index, double value,
                                       const std::vector<bool>& locked);

/// One step of undo for the whole group.
Problems set_share(Workbook& book, SheetId id, std::string_view group, std::size_t index, double value,
                   const std::vector<bool>& locked = {});

}  // namespace goho::gui
