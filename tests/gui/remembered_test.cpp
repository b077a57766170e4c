// Long work that can be stopped, and what the window finds again at its next start.
#include "shown/settings.hpp"
#include "support/files.hpp"
#include "window/actions.hpp"
#include "window/main_window.hpp"

#include <doctest/doctest.h>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace goho;
using namespace goho::gui;

namespace {

const auto averages = std::filesystem::path(GOHO_SOURCE_DIR) / "engine/data/benchmarks/example-local-benchmark.json";

/// Settings that remember nothing before a test, and nothing after it.
struct Settings {
    Settings() { QSettings().clear(); }
    ~Settings() { QSettings().clear(); }
};

struct Opened {
    Session session{Shown{}};
    MainWindow window{session};
    Opened() {
        window.may_close_unsaved = true;
        window.show();
        window.open_files({test::scenarios / "manufacturer/base.json", test::scenarios / "manufacturer/price_up.json"});
        REQUIRE(session.wait());
    }
    QToolButton* cancel() {
        for (auto* button : window.statusBar()->findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Cancel")) return button;
        }
        return nullptr;
    }
    bool scored() const { return !session.scene().active_study()->benchmark_scores.empty(); }
};

}  // namespace

TEST_CASE("window: long work shows how far it is and can be stopped; the next edit begins it anew") {
    const Settings settings;
    Opened o;
    auto* progress = o.window.statusBar()->findChild<QProgressBar*>();
    REQUIRE(progress);
    REQUIRE(o.cancel());
    CHECK_FALSE(progress->isVisible());
    o.session.set_chance(true);
    REQUIRE(QTest::qWaitFor([&] { return progress->isVisible() && progress->value() > 0; }, 20000));
    CHECK(o.cancel()->isVisible());
    CHECK(o.session.runner().refining());
    QTest::mouseClick(o.cancel(), Qt::LeftButton);
    CHECK_FALSE(progress->isVisible());
    CHECK_FALSE(o.cancel()->isVisible());
    CHECK_FALSE(o.session.runner().refining());
    QTest::qWait(400);  // longer than edits rest
    CHECK_FALSE(o.session.runner().refining());
    CHECK_FALSE(progress->isVisible());
    auto& book = o.session.book();
    REQUIRE(book.set_number(book.active(), "/segments/machined_parts/price", 2500).empty());
    REQUIRE(QTest::qWaitFor([&] { return progress->isVisible() && progress->value() > 0; }, 20000));
    QTest::mouseClick(o.cancel(), Qt::LeftButton);
    CHECK_FALSE(progress->isVisible());
    o.session.set_chance(false);
    REQUIRE(QTest::qWaitFor([&] { return !o.session.runner().busy() && !o.session.runner().refining(); }, 20000));
}

TEST_CASE("window: the benchmark file judges all scenarios, is remembered, and can be taken away again") {
    const Settings settings;
    {
        Opened o;
        CHECK_FALSE(o.scored());
        CHECK_FALSE(o.window.actions().no_benchmark->isEnabled());
        o.window.use_benchmark(QString::fromStdString(averages.string()));
        REQUIRE(o.session.wait());
        CHECK(o.scored());
        CHECK(o.window.actions().no_benchmark->isEnabled());
    }
    {
        Opened o;
        CHECK(o.scored());
        o.window.actions().no_benchmark->trigger();
        REQUIRE(o.session.wait());
        CHECK_FALSE(o.scored());
        CHECK_FALSE(o.window.actions().no_benchmark->isEnabled());
    }
    CHECK_FALSE(Opened().scored());
}

TEST_CASE("window: a remembered benchmark file that is gone stands in nobody's way") {
    const Settings settings;
    const test::Folder folder;
    const auto copy = folder / "averages.json";
    test::write(copy, test::read(averages));
    {
        Opened o;
        o.window.use_benchmark(QString::fromStdString(copy.string()));
        REQUIRE(o.session.wait());
        CHECK(o.scored());
    }
    std::filesystem::remove(copy);
    Opened o;
    CHECK(o.session.scene().active_study());
    CHECK_FALSE(o.scored());
}

TEST_CASE("window: pinned pages, the page in front and the unit of money are there at the next start") {
    const Settings settings;
    const auto pinned = [](const MainWindow& window) {
        QStringList names;
        for (const auto* dock : window.findChildren<QDockWidget*>()) {
            if (!dock->objectName().startsWith(QStringLiteral("pinned_"))) continue;
            const auto* page = qobject_cast<const Page*>(dock->widget());
            if (page) names << QString::fromUtf8(page->name().data(), static_cast<qsizetype>(page->name().size()));
        }
        return names;
    };
    {
        Opened o;
        CHECK(pinned(o.window).isEmpty());
        for (const char* page : {"people", "cost"}) {
            o.window.select_page(page);
            o.window.actions().pin_page->trigger();
        }
        QApplication::processEvents();  // they show themselves
        o.window.select_page("statements");
        Shown shown = o.session.shown();
        shown.unit = MoneyUnit::thousand;
        o.session.set_shown(shown);
        o.window.close();
    }
    CHECK(stored_shown(QSettings()).unit == MoneyUnit::thousand);
    Opened o;
    CHECK(pinned(o.window) == QStringList{QStringLiteral("people"), QStringLiteral("cost")});
    CHECK(o.window.current_page()->name() == "statements");
    for (auto* dock : o.window.findChildren<QDockWidget*>(QStringLiteral("pinned_0"))) {
        CHECK(dock->isVisible());
        dock->close();
    }
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::processEvents();
    CHECK(pinned(o.window) == QStringList{QStringLiteral("cost")});
    o.window.close();
    CHECK(pinned(Opened().window) == QStringList{QStringLiteral("cost")});
}
