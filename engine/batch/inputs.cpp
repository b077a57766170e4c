#include "batch/inputs.hpp"

#include "io/json_text.hpp"
#include "io/scenario_reader.hpp"
#include "io/wording.hpp"

#include <algorithm>
#include <filesystem>
#include <glob.h>
#include <unordered_set>

namespace goho::batch {

namespace fs = std::filesystem;

namespace {

class Finder {
public:
    Inputs found;

    void add(const std::string& path) {
        std::error_code error;
        if (fs::is_directory(path, error)) add_folder(path);
        else if (!fs::exists(path, error) && path.find_first_of("*?[") != std::string::npos) add_pattern(path);
        else add_file(path);  // one that does not exist is reported when it is read, like any other bad file
    }

private:
    void add_file(const fs::path& file) {
        std::string name = file.lexically_normal().generic_string();
        if (seen_.insert(name).second) found.files.push_back(std::move(name));
    }

    void add_folder(const fs::path& folder) {
        std::vector<fs::path> files;
        std::error_code error;
        const auto options = fs::directory_options::skip_permission_denied;
        for (fs::recursive_directory_iterator at(folder, options, error), end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().filename().string();
            std::error_code ignored;
            if (name.starts_with('.')) {
                if (at->is_directory(ignored)) at.disable_recursion_pending();
            } else if (name.ends_with(".json") && at->is_regular_file(ignored)) {
                files.push_back(at->path());
            }
        }
        if (error) {
            found.problems.push_back({"file-unreadable", folder.generic_string(), {}, 0, 0,
                                      io::say("the folder cannot be read: {}", "フォルダーを読み込めません: {}", error.message()), {}});
            return;
        }
        std::sort(files.begin(), files.end());
        std::size_t scenarios = 0;
        for (const fs::path& file : files) {
            const auto text = io::read_text(file, file.generic_string());
            if (text && !io::meant_as_scenario(*text.value)) {
                ++found.left_out;
                continue;
            }
            ++scenarios;
            add_file(file);
        }
        if (scenarios == 0) {
            found.problems.push_back({"no-scenarios", folder.generic_string(), {}, 0, 0, {"no scenario file stands in this folder", "このフォルダーにシナリオファイルがありません"}, {}});
        }
    }

    void add_pattern(const std::string& pattern) {
        glob_t matches{};
        const int outcome = ::glob(pattern.c_str(), 0, nullptr, &matches);
        if (outcome == 0) {
            std::vector<std::string> paths(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
            std::sort(paths.begin(), paths.end());
            for (const std::string& path : paths) {
                std::error_code error;
                if (fs::is_directory(path, error)) add_folder(path);
                else add_file(path);
            }
        } else {
            found.problems.push_back({"no-scenarios", pattern, {}, 0, 0, {"no file has a name like this", "この名前に当てはまるファイルがありません"}, {}});
        }
        ::globfree(&matches);
    }

    std::unordered_set<std::string> seen_;
};

}  // namespace

Inputs find_inputs(const std::vector<std::string>& paths, std::string_view list) {
    Finder finder;
    for (const std::string& path : paths) {
        if (path != "-") {
            finder.add(path);
            continue;
        }
        std::string_view rest = list;
        if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty()) finder.add(std::string(line));
        }
    }
    return std::move(finder.found);
}

}  // namespace goho::batch
