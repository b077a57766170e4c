#include "io/embedded.hpp"

#include <algorithm>

namespace goho::io {

std::optional<std::string_view> embedded_file(std::string_view path) {
    const auto files = embedded_files();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
    if (found == files.end()) return {};
    return found->text;
}

}  // namespace goho::io
