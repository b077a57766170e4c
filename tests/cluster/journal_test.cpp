#include "cluster/journal.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <map>

using namespace goho;
using cluster::Journal;

namespace {

std::multimap<std::uint64_t, std::string> all_of(const Journal& journal) {
    std::multimap<std::uint64_t, std::string> found;
    journal.read([&](std::uint64_t piece, std::string_view bytes) { found.emplace(piece, bytes); });
    return found;
}

Journal opened(const std::filesystem::path& folder, const std::string& work = "w", const std::string& member = "all") {
    auto journal = Journal::open(folder, work, member);
    REQUIRE(journal);
    return std::move(*journal.value);
}

}  // namespace

TEST_CASE("journal: what was appended is there for whoever opens it next") {
    const support::Scratch scratch;
    const auto folder = scratch.path() / "a" / "journal";
    {
        Journal journal = opened(folder);
        CHECK(journal.append(7, "seven").empty());
        CHECK(journal.append(0, "").empty());
        CHECK(journal.append(2, std::string(100000, 'x')).empty());
    }
    Journal journal = opened(folder);
    CHECK(journal.append(9, "nine").empty());
    const auto found = all_of(journal);
    CHECK(found.size() == 4);
    CHECK(found.find(7)->second == "seven");
    CHECK(found.find(2)->second.size() == 100000);
    CHECK(found.find(9)->second == "nine");
}

TEST_CASE("journal: members write beside each other and read all of the same work") {
    const support::Scratch scratch;
    Journal first = opened(scratch.path(), "w", "share-1-of-2"), second = opened(scratch.path(), "w", "share-2-of-2"), other = opened(scratch.path(), "v", "all");
    CHECK(first.append(1, "one").empty());
    CHECK(second.append(2, "two").empty());
    CHECK(second.append(1, "one").empty());  // twice, which does no harm
    CHECK(other.append(3, "three").empty());
    CHECK(all_of(first) == std::multimap<std::uint64_t, std::string>{{1, "one"}, {1, "one"}, {2, "two"}});
    CHECK(all_of(other).size() == 1);
}

TEST_CASE("journal: one process at a time is a member") {
    const support::Scratch scratch;
    const Journal holder = opened(scratch.path());
    const auto second = Journal::open(scratch.path(), "w", "all");
    CHECK_FALSE(second);
    CHECK(second.problems.front().code == "output-busy");
}

TEST_CASE("journal: wherever a record is cut or spoilt, the whole ones before it are kept and writing goes on") {
    const support::Scratch scratch;
    const auto file = scratch.path() / "w.all.journal";
    {
        Journal journal = opened(scratch.path());
        REQUIRE(journal.append(1, "the first").empty());
        REQUIRE(journal.append(2, "the second").empty());
    }
    const auto size = std::filesystem::file_size(file), half = (size - 10 - 9) / 2 + 9;  // two heads, texts of 9 and 10 bytes
    std::string whole(size, '\0');
    std::ifstream(file, std::ios::binary).read(whole.data(), static_cast<std::streamsize>(size));
    for (std::size_t at = 0; at < size; ++at) {
        for (const bool cut : {true, false}) {
            CAPTURE(at);
            CAPTURE(cut);
            std::string bytes = cut ? whole.substr(0, at) : whole;
            if (!cut) bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
            std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
            Journal journal = opened(scratch.path());
            const std::size_t sound = at < half ? 0 : 1;
            REQUIRE(all_of(journal).size() == sound);
            REQUIRE(journal.append(3, "third").empty());
            auto found = all_of(journal);
            REQUIRE(found.count(3) == 1);
            if (sound == 1) REQUIRE(found.find(1)->second == "the first");
        }
    }
}

TEST_CASE("journal: a folder that cannot be made is told") {
    const support::Scratch scratch;
    std::ofstream(scratch.path() / "file") << "x";
    const auto journal = Journal::open(scratch.path() / "file" / "journal", "w", "all");
    CHECK_FALSE(journal);
    CHECK(journal.problems.front().code == "cannot-write");
}
