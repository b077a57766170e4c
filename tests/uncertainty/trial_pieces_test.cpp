// Trials in pieces, by several processes or out of a journal, are the trials of one process: to the byte.
#include "uncertainty/workshop.hpp"

#include "cluster/crew.hpp"
#include "cluster/local_world.hpp"
#include "io/monte_carlo_output.hpp"
#include "io/sensitivity_output.hpp"
#include "support/scratch.hpp"
#include "uncertainty/sensitivity.hpp"

#include <thread>

using namespace test;
using namespace goho::uncertainty;

namespace {

Company company() { return workshop({{rent, normal(500000, 80000)}}); }

Request asked(std::uint64_t trials) {
    Request request;
    request.trials = trials;
    request.threads = 2;
    request.piece_trials = 300;  // rounded up to whole blocks
    return request;
}

/// The same request in every process of a world; what the leader has.
template <class Ask> auto together(int size, const Ask& ask) {
    const auto members = cluster::LocalWorld::of(size);
    std::vector<std::thread> followers;
    const auto part = [&](int rank) {
        cluster::CrewRequest request;
        cluster::CrewReport report;
        request.world = members[static_cast<std::size_t>(rank)].get();
        return ask(cluster::crew(request, report));
    };
    for (int i = 1; i < size; ++i) followers.emplace_back([&, i] { CHECK(part(i).elsewhere); });
    auto result = part(0);
    for (auto& follower : followers) follower.join();
    return result;
}

}  // namespace

TEST_CASE("pieces: values that are kept, and values that are counted, come together from several processes") {
    const Company base = company(), other = workshop({{rent, normal(450000, 80000)}});
    for (const std::uint64_t trials : {1000u, 25'000u}) {
        CAPTURE(trials);
        const std::string expected = io::monte_carlo_json(run({base, other}, asked(trials)));
        for (const int size : {1, 3}) {
            CAPTURE(size);
            const auto result = together(size, [&](const Crew& crew) {
                Request request = asked(trials);
                request.crew = crew;
                return run({base, other}, request);
            });
            CHECK(io::monte_carlo_json(result) == expected);
        }
    }
}

TEST_CASE("pieces: a journal that was begun by one and goes on by another gives the same bytes") {
    const Company base = company();
    for (const std::uint64_t trials : {1000u, 25'000u}) {
        CAPTURE(trials);
        const support::Scratch scratch;
        Request request = asked(trials);
        const std::string expected = io::monte_carlo_json(run({base}, request));
        cluster::CrewRequest work;
        cluster::CrewReport report;
        work.journal = scratch.path();
        work.proceed = [](std::uint64_t done, std::uint64_t) { return done < 2; };
        request.crew = cluster::crew(work, report);
        CHECK(run({base}, request).stopped);
        work.proceed = [](auto, auto) { return true; };
        CHECK(io::monte_carlo_json(run({base}, request)) == expected);
        CHECK(report.found == 2);
    }
}

TEST_CASE("pieces: the runs of a sensitivity come together from several processes") {
    const Company base = company();
    Problems warnings;
    for (const Method method : {Method::tornado, Method::morris, Method::sobol}) {
        SensitivityRequest request;
        request.method = method;
        request.base = 64;
        const auto study = SensitivityStudy::prepare(base, request, warnings);
        REQUIRE(study);
        const std::string expected = io::sensitivity_json(study.value->make());
        const auto result = together(3, [&](const Crew& crew) {
            Problems unread;
            return SensitivityStudy::prepare(base, request, unread).value->make(crew);
        });
        CHECK(io::sensitivity_json(result) == expected);
    }
}
