#include "io/input_file.hpp"
#include "io/output_file.hpp"
#include "io/reach.hpp"
#include "io/text_table.hpp"

#include <doctest/doctest.h>
#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace goho;

namespace {

/// A folder that goes away with its content.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "goho-reach-XXXXXX").string();
        path = fs::canonical(::mkdtemp(name.data()));
    }
    ~Folder() { fs::remove_all(path); }
    fs::path put(const fs::path& name) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << "text";
        return path / name;
    }
};

std::string code_of(const fs::path& file) {
    const auto read = io::read_text(file, "file");
    return read ? std::string() : read.problems.at(0).code;
}

}  // namespace

TEST_CASE("input: only what is a file, or was given open, is read") {
    const Folder folder;
    const auto file = folder.put("file.txt");
    CHECK(*io::read_text(file, "file").value == "text");
    REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
    CHECK(code_of(folder.path / "pipe") == "not-a-file");
    CHECK(code_of("/dev/zero") == "not-a-file");
    CHECK(code_of("/dev/null") == "not-a-file");
    CHECK(code_of(folder.path) == "is-a-folder");
    CHECK(code_of(folder.path / "gone") == "file-missing");
    CHECK(code_of(file / "below") == "file-missing");
    fs::create_symlink("one", folder.path / "one");
    CHECK(code_of(folder.path / "one") == "file-unreadable");
    CHECK(io::unreadable(file, "file").empty());
    CHECK(io::unreadable(folder.path / "pipe", "pipe").size() == 1);
}

TEST_CASE("output: links are followed to their end, whether or not something is there") {
    const Folder folder;
    std::error_code error;
    fs::create_symlink("two", folder.path / "one");
    fs::create_symlink("three", folder.path / "two");
    CHECK(io::end_of_links(folder.path / "one", error) == folder.path / "three");
    CHECK_FALSE(error);
    CHECK(io::write_file(folder.path / "one", "new").empty());
    CHECK(fs::is_symlink(folder.path / "one"));
    CHECK(*io::read_text(folder.path / "three", "").value == "new");
    fs::create_symlink("round", folder.path / "round");
    io::end_of_links(folder.path / "round", error);
    CHECK(error);
    CHECK(io::write_file(folder.path / "round", "new").size() == 1);
}

TEST_CASE("output: a name as long as names can be has room for the file that comes before it") {
    const Folder folder;
    CHECK(io::write_file(folder.path / std::string(255, 'x'), "new").empty());
    std::string wide;
    while (wide.size() < 255) wide += "あ";
    CHECK(io::write_file(folder.path / wide, "new").empty());
    CHECK(io::write_file(folder.path / std::string(256, 'x'), "new").size() == 1);
}

TEST_CASE("output: what fails while it is put together leaves nothing behind") {
    const Folder folder;
    CHECK_THROWS(io::write_file(folder.path / "new.txt", []() -> std::string { throw std::bad_alloc(); }));
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("reach: below the folder, whatever the way there") {
    const Folder folder;
    const auto inside = folder.put("client/parts/base.json"), outside = folder.put("other/plan.json");
    const fs::path home = folder.path / "client";
    CHECK(io::within_reach(home, inside));
    CHECK(io::within_reach(home, home / "parts/../../client/parts/base.json"));
    CHECK_FALSE(io::within_reach(home, outside));
    CHECK_FALSE(io::within_reach(home, home / "../other/plan.json"));
    CHECK_FALSE(io::within_reach(home, folder.path / "client_of_another/plan.json"));
    fs::create_symlink(outside, home / "link.json");
    CHECK_FALSE(io::within_reach(home, home / "link.json"));
    fs::create_directory_symlink(home, folder.path / "name");
    CHECK(io::within_reach(folder.path / "name", folder.path / "name/parts/base.json"));
}

TEST_CASE("reach: what the user works on counts for what stands below it") {
    const Folder folder;
    const auto base = folder.put("client/base.json"), variant = folder.put("client/variants/one.json"), other = folder.put("other/plan.json");
    CHECK_FALSE(io::within_reach(variant.parent_path(), base));
    io::working_on(base);
    CHECK(io::within_reach(variant.parent_path(), base));
    CHECK_FALSE(io::within_reach(other.parent_path(), base));
    CHECK_FALSE(io::within_reach(variant.parent_path(), other));
    io::allow_reach(folder.path / "other");
    CHECK(io::within_reach(variant.parent_path(), other));
}

TEST_CASE("printable: what steers, turns, hides or is no text is written out") {
    CHECK(io::printable("plain 値上げ") == "plain 値上げ");
    CHECK(io::printable("\x1b[31m\n") == "\\u001b[31m\\u000a");
    CHECK(io::printable("a\u202Eb\u200Bc\uFEFFd\u009Be") == "a\\u202eb\\u200bc\\ufeffd\\u009be");
    CHECK(io::printable("na\xffme\x9b") == "na\\xffme\\x9b");
    CHECK(io::printable("\uFFFD") == "\uFFFD");
}
