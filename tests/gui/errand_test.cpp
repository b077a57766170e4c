#include "io/scenario_reader.hpp"
#include "runner/book_file.hpp"
#include "runner/errand.hpp"
#include "support/files.hpp"
#include "window/actions.hpp"
#include "window/exporter.hpp"
#include "window/main_window.hpp"

#include <doctest/doctest.h>
#include <QAction>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <thread>

using namespace goho;
using namespace goho::gui;

namespace {

bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, 20000); }

}  // namespace

TEST_CASE("errand: what is begun last is heard, what was overtaken or dropped is not") {
    Errand errand;
    std::vector<int> heard;
    std::atomic<bool> first_began = false, first_was_stopped = false;
    errand.begin([&](const std::atomic<bool>& stop) -> Errand::Outcome {
        first_began = true;
        while (!stop) std::this_thread::yield();
        first_was_stopped = true;
        return [&] { heard.push_back(1); };
    });
    CHECK(errand.busy());
    while (!first_began) std::this_thread::yield();
    errand.begin([&](const std::atomic<bool>&) -> Errand::Outcome { return [&] { heard.push_back(2); }; });
    REQUIRE(until([&] { return !errand.busy(); }));
    CHECK(first_was_stopped);
    CHECK(heard == std::vector{2});
    errand.begin([&](const std::atomic<bool>&) -> Errand::Outcome { return [&] { heard.push_back(3); }; });
    errand.drop();
    CHECK_FALSE(errand.busy());
    QTest::qWait(50);
    CHECK(heard == std::vector{2});
}

TEST_CASE("errand: one that is under way when its owner goes is asked to stop, and waited for") {
    std::atomic<bool> ended = false;
    {
        Errand errand;
        std::atomic<bool> begun = false;
        errand.begin([&](const std::atomic<bool>& stop) -> Errand::Outcome {
            begun = true;
            while (!stop) std::this_thread::yield();
            ended = true;
            return {};
        });
        while (!begun) std::this_thread::yield();
    }
    CHECK(ended);
}

TEST_CASE("workbook file: it is written whole, or not at all with the reason") {
    const auto reading = io::read_scenario(test::scenarios / "cases/base.json");
    REQUIRE(reading.value);
    const test::Folder folder;
    CHECK(write_plan_book(*reading.value, Language::japanese, folder / "plan.xlsx").empty());
    CHECK(test::read(folder / "plan.xlsx").starts_with("PK"));
    test::write(folder / "file", "no folder");
    CHECK(write_plan_book(*reading.value, Language::japanese, folder / "file/plan.xlsx").size() == 1);
    CHECK(test::read(folder / "file") == "no folder");
}

TEST_CASE("workbook file: the menu writes the active scenario beside the window, and the status line says what became of it") {
    for (const Language language : {Language::english, Language::japanese}) {
        Shown shown;
        shown.language = language;
        Session session(shown);
        REQUIRE(session.book().open({test::scenarios / "cases/base.json"}).problems.empty());
        REQUIRE(session.wait());
        MainWindow window(session);
        window.may_close_unsaved = true;
        window.show();
        CHECK(window.actions().export_book->isEnabled());
        auto* exporter = window.findChild<Exporter*>();
        REQUIRE(exporter);
        const test::Folder folder;
        const QString file = QString::fromStdString((folder / "plan.xlsx").string());
        const QSignalSpy said(exporter, &Exporter::said);
        exporter->write_book(file);
        CHECK(exporter->busy());
        CHECK(window.statusBar()->currentMessage().endsWith(QStringLiteral("…")));
        exporter->write_book(file + QStringLiteral(".second.xlsx"));  // not while the first is being written
        REQUIRE(until([&] { return !exporter->busy(); }));
        CHECK(test::read(folder / "plan.xlsx").starts_with("PK"));
        CHECK(window.statusBar()->currentMessage() ==
              session.words()("Workbook written: ", "ブックを書き出しました：") + file);
        CHECK_FALSE(test::fs::exists(folder / "plan.xlsx.second.xlsx"));
        exporter->write_book(file + QStringLiteral("/inside_a_file.xlsx"));
        REQUIRE(until([&] { return !exporter->busy(); }));
        CHECK(window.statusBar()->currentMessage().startsWith(session.words()("Not written: ", "書き出せませんでした：")));
    }
}
