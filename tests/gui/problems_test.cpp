#include "document/fixes.hpp"
#include "support/files.hpp"
#include "window/main_window.hpp"
#include "window/problems_panel.hpp"

#include <doctest/doctest.h>
#include <QDockWidget>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>
#include <algorithm>
#include <array>

using namespace goho;
using namespace goho::gui;

namespace {

const auto malformed = std::filesystem::path(GOHO_SOURCE_DIR) / "tests/malformed";

struct Broken {
    Session session{Shown{}};
    std::unique_ptr<ProblemsPanel> panel;
    explicit Broken(const char* file) {
        const auto opened = session.book().open({malformed / file});
        REQUIRE(opened.sheets.size() == 1);
        session.book().set_active(opened.sheets.front());
        panel = std::make_unique<ProblemsPanel>(session);
    }
    void click() {
        for (int i = 0; i < 20 && !panel->problems().empty(); ++i) {
            std::size_t n = 0;
            while (n < panel->problems().size() && panel->proposal(n) == nullptr) ++n;
            if (n == panel->problems().size()) return;
            QTest::mouseClick(panel->proposal(n), Qt::LeftButton);
        }
    }
    void type(const char* pointer, const char* text) {
        for (std::size_t n = 0; n < panel->problems().size(); ++n) {
            if (panel->problems()[n].pointer != pointer) continue;
            panel->entry(n)->setText(QString::fromUtf8(text));
            QTest::keyClick(panel->entry(n), Qt::Key_Return);
            return;
        }
        FAIL("no such problem");
    }
    bool sound() {
        CHECK(session.wait());
        return panel->problems().empty() && session.scene().active_study() != nullptr;
    }
};

}  // namespace

TEST_CASE("problems: what a hint proposes is one click, and results appear when nothing is left") {
    for (const char* file : {"46-format-missing.json", "48-format-as-text.json", "49-unknown-section.json",
                             "50-unknown-top-level.json", "58-misspelt-key.json", "59-unknown-key-list.json",
                             "61-number-in-quotes.json", "62-money-without-yen.json", "67-percent-as-whole-number.json",
                             "73-unknown-reference.json", "76-opening-imbalance.json", "87-unknown-target.json"}) {
        CAPTURE(std::string(file));
        Broken o(file);
        CHECK_FALSE(o.panel->problems().empty());
        o.click();
        CHECK(o.sound());
    }
}

TEST_CASE("problems: what can be done is told to programs beside the words, and does not depend on them") {
    Problem problem{"out-of-range", "a.json", "/segments/main/price", 0, 0, {"x", "x"}, {"any words at all", "どんな言葉でも"}};
    CHECK_FALSE(fix_of(problem));
    problem.proposal = {Proposal::Kind::number, "41000000", {}};
    CHECK(fix_of(problem)->value == Json(41000000));
    CHECK(fix_of(problem)->pointer == "/segments/main/price");
    problem.proposal = {Proposal::Kind::text, "30%", "/segments/main/cash_share"};
    CHECK(fix_of(problem)->value == Json("30%"));
    CHECK(fix_of(problem)->pointer == "/segments/main/cash_share");
    problem.proposal = {Proposal::Kind::rename, "volume", {}};
    CHECK(fix_of(problem)->kind == Fix::Kind::rename);
    CHECK(fix_of(problem)->key == "volume");
    problem.proposal = {Proposal::Kind::remove, {}, {}};
    CHECK(fix_of(problem)->kind == Fix::Kind::remove);
}

TEST_CASE("problems: an asset that was gone before the plan is taken out whole") {
    Broken o("83-asset-gone-before-the-plan.json");
    REQUIRE(o.panel->problems().size() == 1);
    CHECK(fix_of(o.panel->problems().front())->pointer == "/assets/lathe");
    o.click();
    auto& book = o.session.book();
    CHECK(value_at(*book.merged(book.active()), path_of("/assets/lathe")) == nullptr);
}

TEST_CASE("problems: every hint that names a value proposes it") {
    int proposed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(malformed)) {
        if (entry.path().extension() != ".json") continue;
        Workbook book;
        const auto opened = book.open({entry.path()});
        if (opened.sheets.empty()) continue;
        for (const auto& problem : problems_of(book, opened.sheets.front())) {
            CAPTURE(entry.path().filename().string());
            CAPTURE(problem.hint.en);
            constexpr std::array words{"did you mean", "without quotes", " percent is written ", "it would balance", "remove it", "remove the asset"};
            const bool names_a_value = std::any_of(words.begin(), words.end(), [&](const char* word) {
                return problem.hint.en.find(word) != std::string::npos;
            });
            if (!names_a_value) continue;
            CHECK(problem.proposal.kind != Proposal::Kind::none);
            ++proposed;
        }
    }
    CHECK(proposed > 20);
}

TEST_CASE("problems: values are typed as in files; the list shrinks; each is a step of undo") {
    Broken o("60-wrong-types.json");
    const auto n = o.panel->problems().size();
    CHECK(n == 7);
    o.type("/segments/main/price", "2万円");
    CHECK(o.panel->problems().size() == n - 1);
    o.session.book().undo_stack()->undo();
    CHECK(o.panel->problems().size() == n);
    o.session.book().undo_stack()->redo();
    o.type("/segments/main/volume", "1,200");
    o.type("/segments/main/cash_share", "20%");
    o.type("/job_groups/makers/headcount", "8");
    o.type("/job_groups/makers/role", "employee");
    o.type("/job_groups/makers/segment", "main");
    CHECK(o.panel->problems().size() == 1);
    o.type("/company/months", "36");
    CHECK(o.sound());
}

TEST_CASE("problems: months are understood in the forms that people write") {
    Broken o("71-months-in-other-forms.json");
    o.click();
    REQUIRE(o.panel->problems().size() == 1);
    o.type("/cost_lines/freight/end", "2029年3月");
    CHECK(o.sound());
}

TEST_CASE("problems: a value of the base is mended in the base") {
    Broken o("43-problem-in-the-base.json");
    o.type("/segments/main/price", "1000");
    o.type("/segments/main/volume", "10");
    CHECK(o.panel->problems().empty());
    auto& book = o.session.book();
    CHECK(book.dirty(book.sheet(book.active()).parent));
}

TEST_CASE("problems: a text that is no JSON is told by line and column, and mended") {
    Broken o("14-trailing-comma.json");
    REQUIRE(o.panel->text());
    CHECK(o.panel->problems().front().line == 4);
    const std::string around = text_around("a\nbb\ncc\n", 2, 2, 1);
    CHECK(around == "   1  a\n>  2  bb\n       ^\n   3  cc\n");
    QString text = o.panel->text()->toPlainText();
    text.remove(text.lastIndexOf(QLatin1Char(',')), 1);
    o.panel->text()->setPlainText(text);
    o.panel->apply_text();
    CHECK(o.panel->text() == nullptr);
    CHECK(o.session.book().sheet(o.session.book().active()).content);
}

TEST_CASE("problems: the window lists them when such a file is opened, and puts the list away when it is empty") {
    Session session(Shown{});
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.show();
    auto* dock = window.findChild<QDockWidget*>(QStringLiteral("problems"));
    REQUIRE(dock);
    CHECK(dock->isHidden());
    window.open_files({malformed / "46-format-missing.json"});
    CHECK_FALSE(dock->isHidden());
    QTest::mouseClick(window.findChild<ProblemsPanel*>()->proposal(0), Qt::LeftButton);
    CHECK(dock->isHidden());
    CHECK(session.wait());
    CHECK(session.scene().active_study());
}
