#include "runner/runner.hpp"

#include "document/workbook.hpp"
#include "io/benchmark_file.hpp"
#include "io/result_json.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

constexpr std::string_view price = "/segments/machined_parts/price";

struct Setup {
    Folder folder{"manufacturer"};
    Workbook book;
    Setup() {
        book.open({folder / "manufacturer/base.json", folder / "manufacturer/price_up.json",
                   folder / "manufacturer/investment_plan.json"});
    }
};

/// The engine's own study of a file, as the command line makes it.
analysis::Study studied(const fs::path& file) {
    auto reading = io::read_scenario(file);
    const auto law = io::load_statutes(*reading.value);
    return analysis::study(std::move(*reading.value), *law.value);
}

bool same_figures(const analysis::Study& a, const analysis::Study& b) { return io::run_json(a) == io::run_json(b); }

std::vector<const analysis::Study*> studies_of(const Answer& answer) {
    std::vector<const analysis::Study*> studies;
    for (const auto& scenario : answer.scenarios) studies.push_back(scenario->study.get());
    return studies;
}

/// All scenarios compared at once, as the command line does it.
std::string comparison_of(const Answer& answer) {
    std::vector<analysis::Subject> subjects;
    for (const auto* study : studies_of(answer)) subjects.push_back({&study->scenario, &study->run});
    return io::comparison_json(analysis::compare(subjects.front(), {subjects.begin() + 1, subjects.end()}),
                               studies_of(answer));
}

bool wait_until(const std::function<bool()>& done, int milliseconds = 20000) {
    return QTest::qWaitFor(done, milliseconds);
}

}  // namespace

TEST_CASE("runner: an answer has every scenario in order, and their comparison") {
    Setup s;
    Runner runner;
    std::vector<std::shared_ptr<const Answer>> got;
    QObject::connect(&runner, &Runner::answered, [&](auto answer) { got.push_back(answer); });
    runner.ask(s.book.snapshot());
    CHECK(runner.busy());
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    REQUIRE(got.size() == 1);
    CHECK(got[0]->revision == s.book.revision());
    REQUIRE(got[0]->scenarios.size() == 3);
    for (const auto& scenario : got[0]->scenarios) {
        REQUIRE(scenario->study);
        CHECK(same_figures(*scenario->study, studied(s.book.sheet(scenario->sheet).path)));
    }
    REQUIRE(got[0]->comparison);
    CHECK(got[0]->comparison->contenders.size() == 3);
    CHECK(comparison_of(*got[0]) == io::comparison_json(*got[0]->comparison, studies_of(*got[0])));
}

TEST_CASE("runner: of 200 rapid edits only the last is answered, with the figures of the saved file to the bit") {
    Setup s;
    Runner runner;
    int answers = 0;
    QObject::connect(&runner, &Runner::answered, [&](auto) { ++answers; });
    const SheetId base = s.book.base();
    for (int i = 1; i <= 200; ++i) {
        s.book.set_number(base, price, 2400 + i);
        runner.ask(s.book.snapshot());
    }
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    CHECK(answers == 1);
    CHECK(runner.answer()->revision == s.book.revision());
    CHECK(s.book.save(base).empty());
    for (const auto& scenario : runner.answer()->scenarios)
        CHECK(same_figures(*scenario->study, studied(s.book.sheet(scenario->sheet).path)));
    CHECK(comparison_of(*runner.answer()) ==
          io::comparison_json(*runner.answer()->comparison, studies_of(*runner.answer())));
    QTest::qWait(50);
    CHECK(answers == 1);
}

TEST_CASE("runner: while questions come without a pause the picture moves on, and never backwards") {
    Setup s;
    Runner runner;
    std::vector<std::uint64_t> revisions;
    QObject::connect(&runner, &Runner::answered, [&](auto answer) { revisions.push_back(answer->revision); });
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; clock.elapsed() < 600; ++i) {
        s.book.set_number(s.book.base(), price, 2400 + i % 100);
        runner.ask(s.book.snapshot());
        QCoreApplication::processEvents();
    }
    CHECK(revisions.size() >= 2);
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    CHECK(std::is_sorted(revisions.begin(), revisions.end()));
    CHECK(revisions.back() == s.book.revision());
}

TEST_CASE("runner: without leniency an overtaken answer is never delivered") {
    Setup s;
    RunnerOptions options;
    options.longest_wait = std::chrono::milliseconds(0);
    Runner runner(options);
    std::uint64_t newest = 0;
    bool stale = false;
    QObject::connect(&runner, &Runner::answered, [&](auto answer) { stale = stale || answer->revision != newest; });
    for (int i = 0; i < 100; ++i) {
        s.book.set_number(s.book.base(), price, 2400 + i % 100);
        newest = s.book.revision();
        runner.ask(s.book.snapshot());
        QTest::qWait(i % 4);
    }
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    CHECK_FALSE(stale);
}

TEST_CASE("runner: a scenario that did not change keeps its result") {
    Setup s;
    Runner runner;
    runner.ask(s.book.snapshot());
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    const auto first = runner.answer();
    const SheetId variant = s.book.sheets()[1];
    s.book.set_number(variant, price, 2500);
    runner.ask(s.book.snapshot());
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    const auto second = runner.answer();
    CHECK(second->scenarios[0] == first->scenarios[0]);
    CHECK(second->scenarios[1] != first->scenarios[1]);
    CHECK(second->scenarios[2] == first->scenarios[2]);
    // A value of the base that a variant replaces does not touch the variant.
    s.book.set_number(s.book.base(), price, 2450);
    runner.ask(s.book.snapshot());
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    CHECK(runner.answer()->scenarios[0] != second->scenarios[0]);
    CHECK(runner.answer()->scenarios[1] == second->scenarios[1]);
}

TEST_CASE("runner: bad values are problems of their scenario, named with the file that holds them") {
    Setup s;
    Runner runner;
    s.book.set_value(s.book.base(), "/segments/machined_parts/price", "dear");
    runner.ask(s.book.snapshot());
    REQUIRE(wait_until([&] { return !runner.busy(); }));
    const auto& answer = *runner.answer();
    CHECK_FALSE(answer.comparison);
    for (const auto& scenario : answer.scenarios) {
        CHECK_FALSE(scenario->study);
        REQUIRE(scenario->problems.size() == 1);
        CHECK(scenario->problems[0].pointer == price);
        CHECK(fs::path(scenario->problems[0].file).filename() == "base.json");
    }
}

TEST_CASE("runner: once edits rest the disconnects are priced and chance is tried") {
    Setup s;
    RunnerOptions options;
    options.rest = std::chrono::milliseconds(30);
    options.trials_at_rest = 640;
    options.trials_moving = 64;
    Runner runner(options);
    QSignalSpy progress(&runner, &Runner::progress);
    Question question;
    question.chance = true;
    runner.ask(s.book.snapshot(), question);
    REQUIRE(wait_until([&] { return runner.refinement() && runner.refinement()->at_rest; }, 60000));
    const auto& refinement = *runner.refinement();
    CHECK(refinement.revision == s.book.revision());
    CHECK(refinement.diagnoses.size() == 3);
    for (const Problem& problem : refinement.problems) MESSAGE(to_string(problem, Language::english));
    REQUIRE(refinement.chance);
    CHECK(refinement.chance->trials == 640);
    CHECK(refinement.chance->subjects.size() == 3);
    CHECK(refinement.sheets == s.book.sheets());
    CHECK(progress.first().first().toDouble() == 0.0);
    CHECK(progress.last().first().toDouble() == -1.0);
}

TEST_CASE("runner: the slow part can be cancelled, and an edit stops it") {
    Setup s;
    RunnerOptions options;
    options.rest = std::chrono::milliseconds(1);
    options.trials_at_rest = 50'000'000;
    Runner runner(options);
    Question question;
    question.chance = true;
    runner.ask(s.book.snapshot(), question);
    REQUIRE(wait_until([&] { return runner.refining(); }));
    runner.cancel();
    CHECK_FALSE(runner.refining());
    s.book.set_number(s.book.base(), price, 2500);
    runner.ask(s.book.snapshot(), question);
    REQUIRE(wait_until([&] { return runner.refining(); }));
    question.chance = false;
    question.diagnoses = false;
    s.book.set_number(s.book.base(), price, 2501);
    runner.ask(s.book.snapshot(), question);
    REQUIRE(wait_until([&] { return !runner.busy() && !runner.refining(); }));
    QTest::qWait(50);
    CHECK_FALSE((runner.refinement() && runner.refinement()->at_rest));
}

TEST_CASE("runner: it can be closed at any moment") {
    Setup s;
    for (int i = 0; i < 40; ++i) {
        RunnerOptions options;
        options.rest = std::chrono::milliseconds(i % 3);
        options.trials_at_rest = 1'000'000;
        auto runner = std::make_unique<Runner>(options);
        Question question;
        question.chance = i % 2 == 0;
        for (int k = 0; k < 5; ++k) {
            s.book.set_number(s.book.base(), price, 2400 + i * 5 + k);
            runner->ask(s.book.snapshot(), question);
            if (i % 4 == 1) QTest::qWait(i % 7);
        }
        if (i % 2 == 0) QTest::qWait(i);
        runner.reset();
    }
}
