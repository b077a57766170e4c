#include "io/reach.hpp"

#include "io/wording.hpp"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <vector>

namespace goho::io {

namespace {

namespace fs = std::filesystem;

/// What the user said for the whole program. The window may add to it while files are read.
struct Said {
    std::mutex mutex;
    std::vector<fs::path> allowed;     // for every scenario
    std::vector<fs::path> worked_on;  // for scenarios inside of it
};

Said& said() {
    static Said all;
    return all;
}

/// Without links, "." and "..", and from the root.
fs::path real(const fs::path& path) {
    std::error_code error;
    const fs::path full = fs::absolute(path.empty() ? fs::path(".") : path, error);
    const fs::path found = fs::weakly_canonical(error ? path : full, error);
    const fs::path plain = error ? full.lexically_normal() : found;
    return plain.has_filename() ? plain : plain.parent_path();
}

bool lies_below(const fs::path& file, const fs::path& folder) {
    return !folder.empty() && std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

void add(std::vector<fs::path>& folders, const fs::path& folder) {
    const fs::path place = real(folder);
    const std::lock_guard lock(said().mutex);
    if (std::find(folders.begin(), folders.end(), place) == folders.end()) folders.push_back(place);
}

}  // namespace

bool allowed_for_all(const fs::path& file) {
    const fs::path target = real(file);
    const std::lock_guard lock(said().mutex);
    return std::any_of(said().allowed.begin(), said().allowed.end(), [&](const fs::path& place) { return lies_below(target, place); });
}

bool within_reach(const fs::path& folder, const fs::path& file) {
    const fs::path own = real(folder), target = real(file);
    if (lies_below(target, own) || allowed_for_all(target)) return true;
    const std::lock_guard lock(said().mutex);
    return std::any_of(said().worked_on.begin(), said().worked_on.end(),
                       [&](const fs::path& place) { return lies_below(own, place) && lies_below(target, place); });
}

Problems beyond_reach(const fs::path& folder, const fs::path& file, const std::string& where, const std::string& pointer) {
    const std::string name = in_quotes(file.generic_string()), from = in_quotes(real(folder).generic_string());
    const std::string option = printable(real(file).parent_path().generic_string());
    return {{"out-of-reach", where, pointer, 0, 0,
             say("{} lies outside of {}, the folder of the scenario that was opened",
                 "{} は、開いたシナリオのフォルダー {} の外にあります", name, from),
             say("if you trust this scenario: --allow-extends {}", "信頼できるシナリオであれば --allow-extends {} を指定してください", option)}};
}

void allow_reach(const fs::path& folder) { add(said().allowed, folder); }

void allow_reach_of_environment() {
    const char* value = std::getenv("GOHO_ALLOW_EXTENDS");
    std::string_view rest = value == nullptr ? "" : value;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (end > 0) allow_reach(fs::path(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void working_on(const fs::path& named) {
    std::error_code ignored;
    if (fs::is_directory(named, ignored)) add(said().worked_on, named);
    else if (fs::exists(named, ignored)) add(said().worked_on, named.parent_path());
}

}  // namespace goho::io
