// Files for tests of the window: folders that go away, the shipped scenarios, and copies that may be written to.
#pragma once

#include "document/json_path.hpp"

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace goho::gui::test {

namespace fs = std::filesystem;

inline std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
inline void write(const fs::path& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

inline const fs::path scenarios = fs::path(GOHO_SOURCE_DIR) / "scenarios";

/// Every scenario file that ships.
inline std::vector<fs::path> shipped() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(scenarios)) {
        const fs::path& path = entry.path();
        const std::string folder = path.parent_path().filename().string();
        if (path.extension() == ".json" && folder != "expected" && folder != "schema") found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// A folder of one's own with a copy of the shipped scenarios.
struct Folder {
    QTemporaryDir temporary;
    fs::path path = temporary.path().toStdString();
    explicit Folder(const char* company = nullptr) {
        if (company != nullptr) fs::copy(scenarios / company, path / company);
    }
    fs::path operator/(const char* name) const { return path / name; }
};

inline const Json& at(const Json& root, std::string_view pointer) {
    static const Json none;
    const Json* found = value_at(root, path_of(pointer));
    return found != nullptr ? *found : none;
}

}  // namespace goho::gui::test
