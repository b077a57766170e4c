#include "batch/store.hpp"

#include "batch/answer.hpp"
#include "batch/batch.hpp"
#include "batch/schema.hpp"
#include "batch/target_file.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <set>
#include <unistd.h>

namespace goho::batch {

namespace {

namespace fs = std::filesystem;

/// A folder that goes with the test.
struct Scratch {
    fs::path folder = fs::temp_directory_path() / ("goho-store-" + std::to_string(::getpid()));
    Scratch() { fs::create_directories(folder); }
    ~Scratch() { fs::remove_all(folder); }
};

std::string bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Request request_of(const fs::path& output, const char* rates = "/treasury/overdraft_rate=1%:3%:1%") {
    const std::string company = GOHO_SOURCE_DIR "/scenarios/wholesaler/";
    return {{company + "base.json", company + "price_up.json", company + "sales_shock.json"}, Sweep({*read_axis(rates).value}), output};
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    return names;
}

std::int64_t count(const fs::path& database, const std::string& sql) {
    auto answer = Answer::to(database, sql);
    REQUIRE(answer);
    return std::get<std::int64_t>((*answer.value->next())[0]);
}

}  // namespace

TEST_CASE("store: short names of axes are as short as they can be told apart") {
    CHECK(short_names({"/segments/main/price", "/opening/cash"}) == std::vector<std::string>{"price", "cash"});
    CHECK(short_names({"/segments/main/price", "/segments/repair/price"}) == std::vector<std::string>{"main/price", "repair/price"});
    CHECK(short_names({"/management/measurement", "/management_today/measurement"}) ==
          std::vector<std::string>{"management/measurement", "management_today/measurement"});
    CHECK(short_names({"/a/x/c", "/b/x/c"}) == std::vector<std::string>{"a/x/c", "b/x/c"});
}

TEST_CASE("schema: every figure is a column once, every question a view that answers") {
    std::set<std::string_view> names;
    for (const Figure& figure : figures()) CHECK(names.insert(figure.name).second);
    for (const Table& table : tables()) CHECK_FALSE(names.contains(table.name));
    const Scratch scratch;
    const fs::path output = scratch.folder / "r.sqlite";
    REQUIRE(run(request_of(output)).ending == Ending::complete);
    for (const Question& question : questions()) {
        CAPTURE(question.name);
        CHECK_FALSE(question.meaning.ja.empty());
        auto answer = Answer::to(output, std::string(question.name));
        REQUIRE(answer);
        while (answer.value->next()) {}
        CHECK(answer.value->failure().empty());
    }
    CHECK(count(output, "SELECT count(*) FROM run") == 9);
    CHECK(count(output, "SELECT count(*) FROM figure_name") == static_cast<std::int64_t>(figures().size()));
    CHECK(count(output, "SELECT count(*) FROM run_year") == 90);
}

TEST_CASE("store: a batch stopped after every run and resumed ends with the bytes of an undisturbed one") {
    const Scratch scratch;
    const fs::path whole = scratch.folder / "whole.sqlite", pieces = scratch.folder / "pieces.sqlite";
    const char* rates = "/treasury/overdraft_rate=1%:3%:0.05%";
    REQUIRE(run(request_of(whole, rates)).ending == Ending::complete);
    Request request = request_of(pieces, rates);
    request.resume = true;
    request.jobs = 1;
    int starts = 0;
    Ending ending = Ending::stopped;
    std::uint64_t computed_in_all = 0;
    for (; ending == Ending::stopped && starts < 123; ++starts) {
        request.watch = [&](const Progress& p) { return p.computed == 0; };
        const Outcome outcome = run(request);
        ending = outcome.ending;
        computed_in_all += outcome.progress.computed;
        CHECK(outcome.progress.changed == 0);
        if (ending == Ending::stopped) CHECK_FALSE(fs::exists(pieces));
    }
    CHECK(ending == Ending::complete);
    CHECK(starts > 3);
    CHECK(computed_in_all == 123);  // nothing twice
    CHECK(bytes(pieces) == bytes(whole));
    CHECK(names_in(scratch.folder).size() == 2);
}

TEST_CASE("store: one batch at a time") {
    const Scratch scratch;
    const fs::path output = scratch.folder / "r.sqlite";
    {
        const auto first = TargetFile::claim(output, false, false);
        REQUIRE(first);
        const auto second = TargetFile::claim(output, true, true);
        REQUIRE_FALSE(second);
        CHECK(second.problems.front().code == "output-busy");
    }
    CHECK(TargetFile::claim(output, false, false));
    CHECK(names_in(scratch.folder).empty());
    std::ofstream(output.string() + ".lock") << "left behind";  // by a process that was killed
    CHECK(TargetFile::claim(output, false, false));
}

}  // namespace goho::batch
