// Every file of tests/import/broken is wrong in its own way; beside it stands what is said about it, word for word, in
// both languages.
#include "import/samples.hpp"
#include "io/text_table.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::imports;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> cases() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(GOHO_SOURCE_DIR) / "tests/import/broken")) {
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string shown(const Problems& problems, Language language) {
    std::string out;
    for (const Problem& problem : problems) out += io::printable(to_string(problem, language)) + "\n";
    return out;
}

}  // namespace

TEST_CASE("broken imports: each file is refused with exactly its message, in both languages") {
    const auto files = cases();
    CHECK(files.size() >= 30);
    for (fs::path file : files) {
        const auto reading = read({{file.filename().string(), bytes_of(file)}});
        CAPTURE(file.string());
        CHECK_FALSE(reading);
        CHECK(shown(reading.problems, Language::english) == bytes_of(file.replace_extension(".expected")));
        CHECK(shown(reading.problems, Language::japanese) == bytes_of(file.replace_extension(".expected_ja")));
    }
}
