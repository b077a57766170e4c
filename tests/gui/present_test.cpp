// Presenting a plan and writing down what was decided: on real companies, with the keys that whoever presents has.
#include "support/files.hpp"
#include "views/page_list.hpp"
#include "views/parts.hpp"
#include "window/decision_panel.hpp"
#include "window/main_window.hpp"
#include "window/present_menu.hpp"
#include "window/presentation.hpp"
#include "window/step_levers.hpp"
#include "window/story_dialog.hpp"

#include <doctest/doctest.h>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolBar>
#include <QUndoStack>

using namespace goho;
using namespace goho::gui;

namespace {

void open(Session& session, const std::filesystem::path& file) {
    const auto opened = session.book().open({file});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets.front());
    REQUIRE(session.wait());
}

std::string active_file(Session& session) {
    return session.book().sheet(session.book().active()).path.filename().string();
}

}  // namespace

TEST_CASE("present: the pages that a story may name are those of the window, under the same names") {
    REQUIRE(page_names().size() == simulation::story_pages.size());
    for (std::size_t i = 0; i < page_names().size(); ++i) {
        CHECK(page_names()[i] == simulation::story_pages[i].key);
        const std::unique_ptr<Page> page(make_page(page_names()[i], Shown{}));
        CHECK(page->title().en == simulation::story_pages[i].label.en);
        CHECK(page->title().ja == simulation::story_pages[i].label.ja);
    }
}

TEST_CASE("present: one file is opened, and the story brings the variants; keys walk through it") {
    Session session(Shown{});
    open(session, test::scenarios / "manufacturer/base.json");
    CHECK(session.book().sheets().size() == 1);
    Presentation presentation(session);
    presentation.resize(1280, 720);
    presentation.show();
    REQUIRE(presentation.count() == 6);
    CHECK(session.book().sheets().size() == 4);
    CHECK(presentation.at() == 0);
    CHECK(presentation.said().contains(QStringLiteral("Where we stand")));
    CHECK(presentation.said().contains(QStringLiteral("1 / 6")));
    CHECK(presentation.page()->name() == "overview");
    CHECK(active_file(session) == "base.json");
    for (const auto key : {Qt::Key_Space, Qt::Key_Right}) QTest::keyClick(&presentation, key);
    CHECK(presentation.at() == 2);
    CHECK(presentation.page()->name() == "compare");
    CHECK(active_file(session) == "price_up.json");
    REQUIRE(session.wait());
    CHECK(presentation.scene_of_step().answer->scenarios.size() == 2);  // the base, and the one that is asked about
    CHECK(presentation.scene_of_step().answer->comparison->contenders.size() == 2);
    QTest::keyClick(&presentation, Qt::Key_PageDown);
    CHECK(active_file(session) == "investment_plan.json");
    CHECK(presentation.scene_of_step().answer->scenarios.size() == 3);
    for (const auto key : {Qt::Key_Left, Qt::Key_PageUp}) QTest::keyClick(&presentation, key);
    CHECK(presentation.at() == 1);
    QTest::keyClick(&presentation, Qt::Key_End);
    CHECK(presentation.at() == 5);
    QTest::keyClick(&presentation, Qt::Key_Space);
    CHECK(presentation.at() == 5);
    QTest::keyClick(&presentation, Qt::Key_Home);
    CHECK(presentation.at() == 0);
    QTest::keyClick(&presentation, Qt::Key_H);
    CHECK(session.shown().hide_client);
    QTest::keyClick(&presentation, Qt::Key_Escape);
    CHECK_FALSE(presentation.isVisible());
    CHECK_FALSE(session.book().dirty());
}

TEST_CASE("present: levers of a step are live, and one step of undo takes the move back") {
    Session session(Shown{});
    open(session, test::scenarios / "manufacturer/base.json");
    Presentation presentation(session, 2);
    presentation.resize(1280, 720);
    presentation.show();
    REQUIRE(session.wait());
    REQUIRE(presentation.levers().rows().size() == 1);
    const auto before = session.book().text_of(session.book().active());
    const QString said = presentation.said();
    auto* row = presentation.levers().rows().front();
    QTest::keyClick(&row->slider(), Qt::Key_Up);
    REQUIRE(session.wait());
    CHECK(session.book().text_of(session.book().active()) != before);
    CHECK(presentation.said() != said);  // the figure to look at has moved
    QTest::keyClick(&presentation, Qt::Key_Z, Qt::ControlModifier);
    CHECK(session.book().text_of(session.book().active()) == before);
}

TEST_CASE("present: without a story it goes through the pages") {
    Session session(Shown{});
    open(session, test::scenarios / "wholesaler/base.json");
    Presentation presentation(session);
    CHECK(presentation.count() == static_cast<int>(page_names().size()));
    QTest::keyClick(&presentation, Qt::Key_Right);
    CHECK(presentation.page()->name() == page_names()[1]);
}

TEST_CASE("present: a variant that is not there is named on the step that needs it") {
    const test::Folder folder("manufacturer");
    std::filesystem::remove(folder / "manufacturer/price_up.json");
    for (const auto& [language, words] : {std::pair{Language::english, "Missing: price_up.json"},
                                          std::pair{Language::japanese, "見つかりません：price_up.json"}}) {
        Shown shown;
        shown.language = language;
        Session session(shown);
        open(session, folder / "manufacturer/base.json");
        Presentation presentation(session);
        CHECK_FALSE(presentation.said().contains(QString::fromUtf8(words)));
        presentation.go(2);
        CHECK(presentation.said().contains(QString::fromUtf8(words)));
        CHECK(active_file(session) == "base.json");
        const auto cast =
            cast_of(session.book(), session.book().base(), story_of(session.book(), session.book().base()));
        REQUIRE(cast.problems.size() == 1);
        CHECK(cast.problems[0].pointer == "/story/dearer/scenarios");
        CHECK(cast.problems[0].message ==
              Text{"the file \"price_up.json\" does not exist", "ファイル \"price_up.json\" がありません"});
    }
}

TEST_CASE("present: a view becomes a step, is written, moved and removed; undo takes each back, saving keeps it") {
    const test::Folder folder("wholesaler");
    Session session(Shown{});
    open(session, folder / "wholesaler/base.json");
    auto& book = session.book();
    const SheetId base = book.active();
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.select_page("cost");
    window.presenting().add->trigger();
    window.select_page("statements");
    window.presenting().add->trigger();
    auto story = story_of(book, base);
    REQUIRE(story.size() == 2);
    CHECK(simulation::story_pages[static_cast<std::size_t>(story[0].page)].key == "cost");
    CHECK(story[0].year > 0);
    auto* dialog = window.presenting().edit_story();
    dialog->choose(story[0].id);
    dialog->title(Language::japanese).setText(QStringLiteral("重い固定費"));
    dialog->text(Language::english).setPlainText(QStringLiteral("Fixed cost is heavy."));
    dialog->choose(story[1].id);  // leaving a step takes what was typed
    CHECK(story_of(book, base)[0].title == Text{"Cost", "重い固定費"});
    CHECK(test::at(*book.sheet(base).content, "/story/" + story[0].id + "/text/en") == "Fixed cost is heavy.");
    const auto edited = book.text_of(base);
    move_step(book, base, story[1].id, -1);
    CHECK(story_of(book, base)[0].id == story[1].id);
    book.undo_stack()->undo();
    CHECK(book.text_of(base) == edited);
    remove_step(book, base, story[1].id);
    CHECK(story_of(book, base).size() == 1);
    book.undo_stack()->undo();
    CHECK(story_of(book, base).size() == 2);
    REQUIRE(book.save(base).empty());
    Workbook again;
    const auto opened = again.open({folder / "wholesaler/base.json"});
    CHECK(story_of(again, opened.sheets.front()) == story_of(book, base));
    REQUIRE(session.wait());
    CHECK(session.scene().active_study());  // the engine reads what was written
    while (book.undo_stack()->canUndo()) book.undo_stack()->undo();
    CHECK(story_of(book, base).empty());
}

TEST_CASE("present: a decision is written on screen, with figures, saved and read back") {
    const test::Folder folder("wholesaler");
    Session session(Shown{});
    open(session, folder / "wholesaler/base.json");
    auto& book = session.book();
    const SheetId base = book.active();
    const auto untouched = book.text_of(base);
    Presentation presentation(session);
    presentation.resize(1280, 720);
    presentation.show();
    QTest::keyClick(&presentation, Qt::Key_D);
    CHECK(presentation.log().isVisible());
    auto& log = presentation.log();
    log.add();
    QTest::keyClicks(&log.question(), QStringLiteral("Do we raise prices?"));
    log.insert_figures();
    log.decision().setPlainText(QStringLiteral("Yes"));
    log.owner().setText(QStringLiteral("Sales"));
    log.due().setText(QStringLiteral("June"));  // no month: not taken
    log.take();
    CHECK(log.due().text().isEmpty());
    log.due().setText(QStringLiteral("2027-06"));
    presentation.show_log(false);
    const auto decisions = decisions_of(book, base);
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].question.en == "Do we raise prices?");
    CHECK(decisions[0].finding.en.find("Year 10: Operating income") != std::string::npos);
    CHECK(decisions[0].finding.ja.find("10年目：営業利益") != std::string::npos);
    CHECK(to_string(decisions[0].due) == "2027-06");
    CHECK(decisions[0].date.given());
    REQUIRE(book.save(base).empty());
    Workbook again;
    CHECK(decisions_of(again, again.open({folder / "wholesaler/base.json"}).sheets.front()) == decisions);
    REQUIRE(session.wait());
    CHECK(session.scene().active_study());
    while (book.undo_stack()->canUndo()) book.undo_stack()->undo();
    CHECK(book.text_of(base) == untouched);
}

TEST_CASE("present: a variant's story and log are edited in the file that tells them") {
    Session session(Shown{});
    open(session, test::scenarios / "manufacturer/price_up.json");
    auto& book = session.book();
    const SheetId variant = book.active(), home = home_of(book, variant, "story");
    CHECK(book.sheet(home).path.filename() == "base.json");
    CHECK(home_of(book, variant, "decision_log") == home);
    CHECK(path_from(book, home, variant) == "price_up.json");
}

TEST_CASE("present: showing a story to its end, with its decisions, is no edit") {
    for (const auto language : {Language::english, Language::japanese}) {
        for (const char* file : {"manufacturer/base.json", "wholesaler/base.json", "it_services/base.json", "cases/integrated.json"}) {
            CAPTURE(std::string(file));
            Shown shown;
            shown.language = language;
            Session session(shown);
            open(session, test::scenarios / file);
            const SheetId before = session.book().active();
            Presentation presentation(session);
            presentation.resize(1280, 720);
            presentation.show();
            for (int step = 0; step < presentation.count(); ++step) {
                presentation.go(step);
                presentation.show_log(true);
                auto* entries = presentation.log().findChild<QListWidget*>();
                for (int row = 0; row < entries->count(); ++row) entries->setCurrentRow(row);
                presentation.show_log(false);
            }
            presentation.close();
            CHECK_FALSE(session.book().dirty());
            CHECK(session.book().undo_stack()->count() == 0);
            CHECK(session.book().active() == before);
        }
    }
}

TEST_CASE("present: another language on the way goes on with the same step, and writes nothing into the wrong one") {
    Session session(Shown{});
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.show();
    window.open_files({test::scenarios / "manufacturer/base.json"});
    REQUIRE(session.wait());
    const SheetId before = session.book().active();
    auto* first = window.presenting().present(2);
    first->show_log(true);
    first->show_log(false);
    QTest::keyClick(first, Qt::Key_L);
    REQUIRE(QTest::qWaitFor([&] { return window.findChild<Presentation*>() && session.shown().language == Language::japanese &&
                                         window.findChild<Presentation*>()->said().contains(QStringLiteral("値上げしたらどうなるか")); }));
    auto* second = window.findChild<Presentation*>();
    CHECK(second->at() == 2);
    CHECK(second->said().contains(QStringLiteral("3 / 6")));
    CHECK(second->isVisible());
    CHECK_FALSE(session.book().dirty());
    second->show_log(true);
    CHECK(second->log().question().toPlainText() == QStringLiteral("投資計画に着手するか。"));
    // What is typed belongs to the language in which it was asked for.
    second->log().decision().setPlainText(QStringLiteral("着手する。"));
    Shown english = session.shown();
    english.language = Language::english;
    session.set_shown(english);
    QApplication::processEvents();
    QApplication::processEvents();
    const auto decisions = decisions_of(session.book(), home_of(session.book(), before, "decision_log"));
    CHECK(decisions.back().decision.ja == "着手する。");
    CHECK(decisions.back().decision.en.starts_with("Step 1 begins."));
    auto* third = window.findChild<Presentation*>();
    REQUIRE(third);
    CHECK(third->log().isVisible());
    third->show_log(false);
    QTest::keyClick(third, Qt::Key_Escape);
    CHECK(session.book().active() == before);
    QApplication::processEvents();
    CHECK(window.findChild<QDockWidget*>(QStringLiteral("levers"))->width() < window.width() / 3);
}

TEST_CASE("present: the button in the toolbar presents, and without a story says why it does not") {
    Session session(Shown{});
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.show();
    auto& book = session.book();
    book.set_active(book.new_company());
    auto* button = window.presenting().button;
    CHECK_FALSE(button->isEnabled());
    CHECK(button->toolTip().contains(QStringLiteral("No story yet")));
    const auto* tools = window.findChild<QToolBar*>(QStringLiteral("tools"));
    REQUIRE(tools);
    CHECK(tools->actions().contains(button));
    window.open_files({test::scenarios / "manufacturer/price_up.json"});
    CHECK(button->isEnabled());  // its base tells the story
    CHECK(button->toolTip().contains(QStringLiteral("F5")));
    button->trigger();
    CHECK(window.findChild<Presentation*>());
    window.findChild<Presentation*>()->close();
}
