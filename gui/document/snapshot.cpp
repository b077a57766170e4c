#include "document/snapshot.hpp"

#include "io/merge.hpp"

namespace goho::gui {

Content merged(const std::vector<SnapshotSource>& sources) {
    if (sources.empty()) return {};
    Json content = Json::object();
    for (const SnapshotSource& source : sources) io::merge_patch(content, *source.content);
    content.erase("extends");
    return std::make_shared<const Json>(std::move(content));
}

}  // namespace goho::gui
