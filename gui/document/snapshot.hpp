// The workbook at one moment, for a worker thread: which scenarios there are and the files each is merged from. Cheap,
// as contents are shared; never changes.
#pragma once

#include "document/sheet.hpp"

#include <cstdint>

namespace goho::gui {

struct SnapshotSource {
    std::string file;  // as shown to the user
    Content content;
};

struct SnapshotSheet {
    SheetId id = no_sheet;
    std::string file;                     // beside which pinned tables are looked for
    std::vector<SnapshotSource> sources;  // what is merged, the base first; empty when there are problems
    Problems problems;                    // why it cannot be merged
};

struct Snapshot {
    std::uint64_t revision = 0;
    std::vector<SnapshotSheet> sheets;  // the base of comparisons first
};

/// All sources of a sheet as one value, without `extends`.
Content merged(const std::vector<SnapshotSource>& sources);

}  // namespace goho::gui
