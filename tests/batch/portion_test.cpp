// A batch done by several processes, and by shares that know nothing of each other, is the batch done by one: to the byte.
#include "batch/batch.hpp"
#include "cluster/file_lock.hpp"
#include "cluster/local_world.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <thread>

namespace goho::batch {

namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Sound files, one twice, one that cannot be read, and points that fail as a whole.
Request request_of(const fs::path& folder, const fs::path& output) {
    const std::string company = GOHO_SOURCE_DIR "/scenarios/wholesaler/";
    fs::copy_file(company + "base.json", folder / "copy.json", fs::copy_options::overwrite_existing);
    std::ofstream(folder / "broken.json") << R"({"format": 1, "company": {"start": "soon"}})";
    return {{company + "base.json", (folder / "broken.json").string(), (folder / "copy.json").string(), company + "price_up.json"},
            Sweep({*read_axis("/treasury/overdraft_rate=1%:3%:0.1%").value, *read_axis("/opening/cash=1億円,1億800万円").value}),
            output};
}

Outcome together(int size, Request request) {
    const auto members = cluster::LocalWorld::of(size);
    std::vector<std::thread> helpers;
    for (int i = 1; i < size; ++i) helpers.emplace_back([&, i] { help(*members[static_cast<std::size_t>(i)], request.sweep, 1); });
    request.world = members.front().get();
    Outcome outcome = run(request);
    for (auto& helper : helpers) helper.join();
    return outcome;
}

/// What a database holds, whatever the name of its file.
std::string alone(const Request& request) {
    REQUIRE(run(request).ending == Ending::complete);
    return content(request.output);
}

std::vector<std::string> names_in(const fs::path& folder, const std::string& beginning) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(beginning)) names.push_back(name);
    }
    return names;
}

}  // namespace

TEST_CASE("portions: one, two or five processes write the same bytes") {
    const support::Scratch scratch;
    Request request = request_of(scratch.path(), scratch.path() / "alone.sqlite");
    const std::string expected = alone(request);
    for (const int size : {1, 2, 5}) {
        CAPTURE(size);
        request.output = scratch.path() / ("together" + std::to_string(size));
        const Outcome outcome = together(size, request);
        CHECK(outcome.ending == Ending::complete);
        CHECK(outcome.progress.done == outcome.progress.total);
        CHECK(outcome.problems.size() == 66);  // a cash that does not balance, 63 times, and three of the broken file
        CHECK(content(request.output) == expected);
    }
}

TEST_CASE("portions: stopped anywhere, resumed by any number of processes, the same bytes") {
    const support::Scratch scratch;
    Request request = request_of(scratch.path(), scratch.path() / "alone.sqlite");
    const std::string expected = alone(request);
    for (const std::uint64_t after : {0u, 1u, 60u, 130u}) {
        CAPTURE(after);
        request.output = scratch.path() / ("stopped" + std::to_string(after));
        request.watch = [&](const Progress& p) { return p.done < after; };
        CHECK(together(3, request).ending == Ending::stopped);
        CHECK_FALSE(fs::exists(request.output));
        request.resume = true;
        request.watch = [](const Progress&) { return true; };
        CHECK(together(2, request).ending == Ending::complete);
        CHECK(content(request.output) == expected);
        request.resume = false;
    }
}

TEST_CASE("portions: a process of another version takes no part, and that is told") {
    const support::Scratch scratch;
    Request request = request_of(scratch.path(), scratch.path() / "r.sqlite");
    const auto members = cluster::LocalWorld::of(2);
    const Sweep another({*read_axis("/treasury/overdraft_rate=1%:2%:1%").value});
    std::thread helper([&] { help(*members[1], another, 1); });
    request.world = members.front().get();
    request.watch = [](const Progress&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return true;
    };
    const Outcome outcome = run(request);
    helper.join();
    REQUIRE(outcome.ending == Ending::refused);
    CHECK(outcome.refusal.front().code == "process-failed");
}

TEST_CASE("shares: put together they are the batch, and leave nothing behind") {
    const support::Scratch scratch;
    Request request = request_of(scratch.path(), scratch.path() / "alone.sqlite");
    const std::string expected = alone(request);
    request.output = scratch.path() / "r.sqlite";
    std::uint64_t own = 0;
    for (const std::uint64_t number : {1u, 2u, 3u}) {
        request.share = {number, 3};
        const Outcome outcome = run(request);
        CHECK(outcome.ending == Ending::complete);
        own += outcome.progress.total;
    }
    CHECK(own == request.files.size() * request.sweep.points());
    CHECK(names_in(scratch.path(), "r.sqlite").size() == 3);

    request.share = {};
    CHECK(run(request).refusal.front().code == "output-exists");  // they are not thrown away unasked
    request.resume = true;
    const Outcome outcome = run(request);
    CHECK(outcome.ending == Ending::complete);
    CHECK(outcome.progress.computed == 0);
    CHECK(content(request.output) == expected);
    CHECK(names_in(scratch.path(), "r.sqlite") == std::vector<std::string>{"r.sqlite"});
}

TEST_CASE("shares: one that was stopped and one that never ran are completed by whoever puts all together") {
    const support::Scratch scratch;
    Request request = request_of(scratch.path(), scratch.path() / "alone.sqlite");
    const std::string expected = alone(request);
    request.output = scratch.path() / "r.sqlite";
    request.share = {1, 3};
    CHECK(run(request).ending == Ending::complete);
    request.share = {2, 3};
    request.jobs = 1;  // so that little is on its way when it stops
    request.watch = [](const Progress& p) { return p.done < 20; };
    CHECK(run(request).ending == Ending::stopped);
    request.watch = [](const Progress&) { return true; };
    std::ofstream(scratch.path() / "r.sqlite.share-3-of-3") << "no database";

    request.share = {};
    request.resume = true;
    const Outcome outcome = run(request);
    CHECK(outcome.ending == Ending::complete);
    CHECK(outcome.progress.computed > 0);
    CHECK(outcome.progress.computed < outcome.progress.total);
    CHECK(content(request.output) == expected);
}

TEST_CASE("shares: one that somebody is computing is left alone") {
    const support::Scratch scratch;
    Request request = request_of(scratch.path(), scratch.path() / "r.sqlite");
    request.share = {1, 3};
    CHECK(run(request).ending == Ending::complete);
    cluster::FileLock owner;
    REQUIRE(owner.take(scratch.path() / "r.sqlite.share-1-of-3.lock") == cluster::FileLock::Outcome::held);
    request.share = {};
    request.resume = true;
    const Outcome outcome = run(request);
    CHECK(outcome.ending == Ending::complete);
    CHECK(outcome.busy.size() == 1);
    CHECK(fs::exists(scratch.path() / "r.sqlite.share-1-of-3"));
}

}  // namespace goho::batch
