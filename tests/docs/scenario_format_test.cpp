// The examples in docs/scenario-format.md do what the page says. A block marked `file=NAME` is a whole file,
// `patch=BASE` is what a variant of it would hold, `invalid=BASE` is such a patch with the problems listed below it.
#include "io/scenario_reader.hpp"
#include "simulation/schedule.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace goho;

namespace {

struct Block {
    std::string kind, name, text;
    int line = 0;
};

/// Fenced blocks in the order of the page; a fence reads "```json file=company.json".
std::vector<Block> blocks_of(const fs::path& page) {
    std::ifstream in(page, std::ios::binary);
    std::vector<Block> blocks;
    bool inside = false;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (!line.starts_with("```")) {
            if (inside) blocks.back().text += line + "\n";
            continue;
        }
        inside = !inside;
        if (!inside) continue;
        const std::size_t blank = line.find(' '), equal = line.find('=');
        Block block;
        block.line = number;
        if (blank != std::string::npos) block.kind = line.substr(blank + 1, equal == std::string::npos ? equal : equal - blank - 1);
        if (equal != std::string::npos) block.name = line.substr(equal + 1);
        blocks.push_back(block);
    }
    return blocks;
}

/// A folder of its own that is gone when the test is.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / fmt::format("goho-format-{}", getpid())) { fs::create_directories(path_); }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }

private:
    fs::path path_;
};

/// The patch as a variant of its base.
std::string variant(const Block& block) {
    const std::string inner = block.text.substr(block.text.find('{') + 1);
    return fmt::format("{{\"format\": 1, \"name\": \"Example\", \"extends\": \"{}\",{}", block.name, inner);
}

std::string listed(const Problems& problems) {
    std::string text;
    for (Problem problem : problems) {
        problem.file.clear();
        text += to_string(problem, Language::english) + "\n";
    }
    return text;
}

const fs::path page = fs::path(GOHO_SOURCE_DIR) / "docs" / "scenario-format.md";

}  // namespace

TEST_CASE("scenario format: every example of the page is read without a complaint") {
    const Folder folder;
    int files = 0, patches = 0;
    for (const Block& block : blocks_of(page)) {
        if (block.kind != "file" && block.kind != "patch") continue;
        INFO("line " << block.line);
        const bool whole = block.kind == "file";
        const auto reading = io::read_scenario(whole ? folder.write(block.name, block.text) : folder.write("patch.json", variant(block)));
        CHECK(listed(reading.problems) == "");
        CHECK(listed(reading.warnings) == "");
        ++(whole ? files : patches);
    }
    CHECK(files == 2);
    CHECK(patches >= 12);
}

TEST_CASE("scenario format: the first company takes no more than 25 lines") {
    for (const Block& block : blocks_of(page)) {
        if (block.name == "company.json" && block.kind == "file") {
            CHECK(std::count(block.text.begin(), block.text.end(), '\n') <= 25);
        }
    }
}

TEST_CASE("scenario format: the problems of the wrong example are the ones the page lists") {
    const Folder folder;
    std::string expected, found;
    for (const Block& block : blocks_of(page)) {
        if (block.kind == "file") folder.write(block.name, block.text);
        if (block.kind == "invalid") found = listed(io::read_scenario(folder.write("wrong.json", variant(block))).problems);
        if (block.kind == "problems") expected = block.text;
    }
    CHECK_FALSE(expected.empty());
    CHECK(found == expected);
}

// The rows of the table under "The timeline", as the engine reckons them.
TEST_CASE("scenario format: the table of the timeline shows what the engine does") {
    const Folder folder;
    std::map<std::string, std::string> rows;
    std::ifstream in(page);
    for (std::string line; std::getline(in, line);) {
        for (const char* row : {"| Month | 2", "| price", "| volume"}) {
            if (line.starts_with(row) && !rows.contains(row)) rows[row] = line;
        }
    }
    for (const Block& block : blocks_of(page)) {
        if (block.kind == "file") folder.write(block.name, block.text);
        if (block.kind != "patch" || block.text.find("\"festival\"") == std::string::npos) continue;
        const auto reading = io::read_scenario(folder.write("timeline.json", variant(block)));
        REQUIRE(reading.value);
        auto plan = reading.value->plan;
        simulation::Schedule<double> schedule(plan, reading.value->timeline);
        std::string months = "| Month", prices = "| price 単価", volumes = "| volume 数量";
        for (int t = 0; t < 8; ++t) {
            schedule.apply(t);
            if (t == 0) continue;
            months += " | " + to_string(plan.company.start + t);
            prices += fmt::format(" | {:.0f}", plan.segments.front().parameters.price);
            volumes += fmt::format(" | {:.0f}", plan.segments.front().parameters.volume);
        }
        CHECK(rows["| Month | 2"] == months + " |");
        CHECK(rows["| price"] == prices + " |");
        CHECK(rows["| volume"] == volumes + " |");
    }
}
