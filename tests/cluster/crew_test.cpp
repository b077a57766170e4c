#include "cluster/crew.hpp"
#include "cluster/local_world.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <thread>

using namespace goho;
using namespace goho::cluster;

namespace {

/// Pieces that are squares.
struct Squares {
    std::map<std::uint64_t, std::string> taken;
    std::vector<std::uint64_t> computed;
    Pieces pieces;

    explicit Squares(std::uint64_t count, std::string made_from = "squares") {
        pieces.made_from = std::move(made_from);
        pieces.count = count;
        pieces.compute = [this](std::uint64_t piece) {
            computed.push_back(piece);
            return std::to_string(piece * piece);
        };
        pieces.take = [this](std::uint64_t piece, std::string_view bytes) { CHECK(taken.emplace(piece, bytes).second); };
    }
    bool complete() const {
        return taken.size() == pieces.count && std::all_of(taken.begin(), taken.end(), [](const auto& one) { return one.second == std::to_string(one.first * one.first); });
    }
};

Gathered gather(Squares& squares, const CrewRequest& request) {
    CrewReport report;
    const Gathered gathered = crew(request, report)(squares.pieces);
    CHECK(report.problems.empty());
    CHECK(report.computed == squares.computed.size());
    return gathered;
}

}  // namespace

TEST_CASE("crew: one process alone does all pieces") {
    Squares squares(10);
    CHECK(gather(squares, {}) == Gathered::here);
    CHECK(squares.complete());
}

TEST_CASE("crew: what stands in the journal is not computed again") {
    const support::Scratch scratch;
    CrewRequest request;
    request.journal = scratch.path();
    {
        Squares squares(10);
        request.proceed = [&](std::uint64_t done, std::uint64_t) { return done < 4; };
        CHECK(gather(squares, request) == Gathered::stopped);
        CHECK(squares.computed.size() == 4);
    }
    request.proceed = [](auto, auto) { return true; };
    Squares squares(10);
    CHECK(gather(squares, request) == Gathered::here);
    CHECK(squares.complete());
    CHECK(squares.computed.size() == 6);
    Squares again(10);
    CHECK(gather(again, request) == Gathered::here);
    CHECK(again.complete());
    CHECK(again.computed.empty());
    Squares others(10, "something else");
    CHECK(gather(others, request) == Gathered::here);
    CHECK(others.computed.size() == 10);
    request.made_from = "another scenario";
    Squares another(10);
    CHECK(gather(another, request) == Gathered::here);
    CHECK(another.computed.size() == 10);
}

TEST_CASE("crew: shares meet in the journal; one that is missing or was done twice makes no difference") {
    const support::Scratch scratch;
    CrewRequest request;
    request.journal = scratch.path();
    for (const std::uint64_t number : {1u, 2u, 2u, 4u}) {
        Squares squares(10);
        request.share = {number, 4};
        CHECK(gather(squares, request) == Gathered::elsewhere);
        CHECK(squares.taken.empty());
        CHECK(std::all_of(squares.computed.begin(), squares.computed.end(), [&](std::uint64_t piece) { return piece % 4 == number - 1; }));
    }
    request.share = {};
    Squares squares(10);
    CHECK(gather(squares, request) == Gathered::here);
    CHECK(squares.complete());
    CHECK(squares.computed == std::vector<std::uint64_t>{2, 6});
}

TEST_CASE("crew: processes share the pieces, and the leader has them all") {
    for (const bool kept : {false, true}) {
        const support::Scratch scratch;
        const auto members = LocalWorld::of(4);
        std::vector<std::thread> followers;
        for (int i = 1; i < 4; ++i) {
            followers.emplace_back([&members, i] {
                CrewRequest request;
                CrewReport report;
                request.world = members[static_cast<std::size_t>(i)].get();
                Pieces pieces;
                pieces.made_from = "squares";
                pieces.count = 200;
                pieces.compute = [](std::uint64_t piece) { return std::to_string(piece * piece); };
                pieces.take = [](auto, auto) { FAIL("a follower takes nothing"); };
                if (crew(request, report)(pieces) != Gathered::elsewhere) FAIL("a follower gathers nothing");
            });
        }
        CrewRequest request;
        CrewReport report;
        request.world = members.front().get();
        if (kept) request.journal = scratch.path();
        Squares squares(200);
        CHECK(crew(request, report)(squares.pieces) == Gathered::here);
        for (auto& follower : followers) follower.join();
        CHECK(report.problems.empty());
        CHECK(squares.complete());
    }
}

TEST_CASE("crew: a process with other scenarios does not take part, and that is told") {
    const auto members = LocalWorld::of(2);
    std::thread follower([&members] {
        CrewRequest request;
        CrewReport report;
        request.world = members[1].get();
        request.made_from = "another file";
        Squares squares(100);
        crew(request, report)(squares.pieces);
    });
    CrewRequest request;
    CrewReport report;
    request.world = members[0].get();
    request.proceed = [](auto, auto) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return true;
    };
    Squares squares(100'000);
    CHECK(crew(request, report)(squares.pieces) == Gathered::stopped);
    follower.join();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems.front().code == "process-failed");
    CHECK(report.problems.front().message.en.find("not those of the others") != std::string::npos);
}

TEST_CASE("share: how one is written") {
    CHECK(read_share("1/1").value->whole());
    const auto third = *read_share("3/10").value;
    CHECK_FALSE(third.whole());
    CHECK(third.has(2));
    CHECK(third.has(12));
    CHECK_FALSE(third.has(3));
    for (const char* wrong : {"", "3", "3/", "/3", "0/3", "4/3", "1/0", "a/b", "1/2/3", "1/2 ", "-1/2", "1/100001", "99999999999999999999/1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_share(wrong));
        CHECK(read_share(wrong).problems.size() == 1);
    }
}
