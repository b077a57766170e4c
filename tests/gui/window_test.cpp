#include "support/files.hpp"
#include "views/page_list.hpp"
#include "window/actions.hpp"
#include "window/lever_panel.hpp"
#include "window/main_window.hpp"
#include "window/scenario_list.hpp"
#include "window/shots.hpp"
#include "window/why_panel.hpp"

#include <doctest/doctest.h>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace goho;
using namespace goho::gui;

namespace {

std::filesystem::path scenario(const char* name) { return std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios" / name; }

void open_two(Session& session) {
    const auto opened = session.book().open({scenario("cases/base.json"), scenario("cases/integrated.json")});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets[1]);
    REQUIRE(session.wait());
}

void open_manufacturer(Session& session) {
    const auto opened = session.book().open({scenario("manufacturer/base.json"), scenario("manufacturer/price_up.json")});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets[1]);
    REQUIRE(session.wait());
}

bool blank(const QImage& image) {
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 3) {
            if (image.pixel(x, y) != image.pixel(0, 0)) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("window: a dragged lever edits the workbook, one step of undo takes it back") {
    Session session(Shown{});
    open_two(session);
    LeverPanel panel(session);
    panel.resize(280, 900);
    REQUIRE(panel.shown_keys().size() >= 8);
    auto* row = panel.row(panel.shown_keys().front());
    REQUIRE(row);
    row->slider().resize(200, 22);
    const auto steps = session.book().undo_stack()->count();
    const auto before = session.book().text_of(session.book().active());
    QTest::mousePress(&row->slider(), Qt::LeftButton, {}, QPoint(100, 11));
    for (int x = 110; x <= 150; x += 10) QTest::mouseMove(&row->slider(), QPoint(x, 11));
    QTest::mouseRelease(&row->slider(), Qt::LeftButton, {}, QPoint(150, 11));
    CHECK(session.book().undo_stack()->count() == steps + 1);
    CHECK(session.book().text_of(session.book().active()) != before);
    session.book().undo_stack()->undo();
    CHECK(session.book().text_of(session.book().active()) == before);
}

TEST_CASE("window: a weight of appraisal moves the others, so that all add up to 100%; a locked one stays") {
    Session session(Shown{});
    open_two(session);
    LeverPanel panel(session);
    auto* row = panel.row("/evaluation/selling_weight");
    REQUIRE(row);
    Q_EMIT row->moved("/evaluation/selling_weight", 0.4);
    double sum = 0.0;
    for (const char* name : {"selling", "customer_value", "improvement", "development"}) {
        const auto* other = panel.row(std::string("/evaluation/") + name + "_weight");
        REQUIRE(other);
        CHECK_FALSE(other->findChild<QLineEdit*>()->text().isEmpty());
        sum += other->findChild<QLineEdit*>()->text().remove(QLatin1Char('%')).toDouble();
    }
    CHECK(sum == doctest::Approx(100.0));
}

TEST_CASE("window: the mark of what is unsaved goes when it is saved") {
    const gui::test::Folder folder("cases");
    Session session(Shown{});
    const SheetId sheet = session.book().open({folder / "cases/base.json"}).sheets.at(0);
    ScenarioList list(session);
    session.book().set_number(sheet, "/management/executive_sponsorship", 0.5);
    REQUIRE(session.wait());
    CHECK(list.item(0)->text().endsWith(QStringLiteral(" *")));
    CHECK(session.book().save(sheet).empty());
    CHECK_FALSE(list.item(0)->text().endsWith(QStringLiteral(" *")));
}

TEST_CASE("window: levers are found by a word in either language") {
    Session session(Shown{});
    open_two(session);
    LeverPanel panel(session);
    panel.search(QStringLiteral("離職"));
    const auto found = panel.shown_keys();
    CHECK_FALSE(found.empty());
    panel.search(QStringLiteral("no such lever"));
    CHECK(panel.shown_keys().empty());
}

TEST_CASE("window: language and theme switch while it runs, and nothing is lost") {
    Session session(Shown{});
    open_two(session);
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.show();
    window.select_page("people");
    Shown shown = session.shown();
    shown.language = Language::japanese;
    shown.theme = Theme::dark;
    session.set_shown(shown);
    QApplication::processEvents();
    QApplication::processEvents();
    REQUIRE(window.current_page());
    CHECK(window.current_page()->name() == "people");
    CHECK(window.actions().save->iconText() == QStringLiteral("保存"));
    CHECK_FALSE(blank(window.grab().toImage()));
}

namespace {

/// The reasons are reckoned beside the window.
bool told(Session& session, const WhyPanel& why) {
    return QTest::qWaitFor([&] { return !session.recorder().busy() && !why.text().contains(QStringLiteral("reckoned…")); }, 20000);
}

QString first_line(const WhyPanel& why) { return why.text().section(QLatin1Char('\n'), 0, 0); }

}  // namespace

TEST_CASE("window: why a figure is what it is, against the base, and on to its causes and back") {
    Session session(Shown{});
    open_two(session);
    WhyPanel why(session);
    why.resize(300, 500);
    why.show();
    why.ask(Figure{"operating_income", {}, {}, 35});
    REQUIRE(told(session, why));
    CHECK(why.text().contains(QStringLiteral("Operating income")));
    CHECK(why.text().contains(QStringLiteral("PL-7")));
    CHECK(why.text().contains(QStringLiteral("Base:")));
    CHECK(why.text().contains(QStringLiteral("Goes into")));
    why.ask(Figure{"net_sales", {}, {}, 35});
    CHECK(why.text().contains(QStringLiteral("Net sales")));
}

TEST_CASE("window: why an indicator of a year is what it is, down to a month, each with its change against the base") {
    Session session(Shown{});
    open_manufacturer(session);
    WhyPanel why(session);
    why.resize(300, 500);
    why.show();
    why.ask(Figure{"operating_margin", {}, {}, 35, 3});
    REQUIRE(told(session, why));
    CHECK(first_line(why) == QStringLiteral("Operating margin"));
    CHECK(why.text().contains(QStringLiteral("year 3")));
    CHECK(why.text().contains(QStringLiteral("Base: 3.805%")));
    CHECK(why.text().contains(QStringLiteral("Operating income ÷ Net sales [KP-7]")));
    auto* text = why.findChild<QTextBrowser*>();
    // The indicator and both figures in it, each against the base.
    CHECK(text->toPlainText().count(QRegularExpression(QStringLiteral("[+-]\\d"))) >= 3);
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("1")));
    CHECK(first_line(why) == QStringLiteral("Net sales"));
    CHECK(why.text().contains(QStringLiteral("sum of 12 months")));
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("11")));
    CHECK(first_line(why) == QStringLiteral("Net sales"));
    CHECK(why.text().contains(QStringLiteral("2030-03")));
    CHECK(why.history().at == 2);
    why.ask(Figure{"index_company", {}, {}, 35, 3});
    CHECK(why.text().contains(QStringLiteral("put together from others")));
    why.ask(Figure{"break_even_sales", {}, {}, 35, 99});
    CHECK_FALSE(why.text().contains(QStringLiteral("Because of")));
}

TEST_CASE("window: while reasons are reckoned the window goes on, and what was asked last is told") {
    Session session(Shown{});
    open_manufacturer(session);
    WhyPanel why(session);
    why.resize(300, 500);
    why.show();
    QElapsedTimer clock;
    clock.start();
    why.ask(Figure{"operating_income", {}, {}, 35});
    CHECK(session.recorder().busy());
    CHECK(why.text().contains(QStringLiteral("being reckoned")));
    int ticks = 0;
    qint64 longest = 0, before = clock.elapsed();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        ++ticks;
        longest = std::max(longest, clock.elapsed() - before);
        before = clock.elapsed();
    });
    timer.start(1);
    // Each edit makes what is being recorded useless; only the last run is told about.
    auto& book = session.book();
    for (int n = 1; n <= 3; ++n) {
        REQUIRE(book.set_number(book.active(), "/segments/machined_parts/price", 2400 + n).empty());
        REQUIRE(session.wait());
        why.renew();
    }
    REQUIRE(told(session, why));
    const qint64 took = clock.elapsed();
    CHECK(ticks > 5);
    CHECK(longest < std::max<qint64>(250, took / 2));
    const auto run = session.recorder().find(session.scene().answer->find(book.active())->study);
    REQUIRE(run);
    CHECK(run->scenario.plan.segments[0].parameters.price == 2403.0);
}

TEST_CASE("window: every action has a name, and no two share a key") {
    Session session(Shown{});
    open_two(session);
    MainWindow window(session);
    window.may_close_unsaved = true;
    std::map<QString, QString> keys;
    for (const auto* action : window.findChildren<QAction*>()) {
        if (action->isSeparator() || action->shortcut().isEmpty()) continue;
        const QString key = action->shortcut().toString();
        CAPTURE(key.toStdString());
        CAPTURE(action->text().toStdString());
        CHECK_FALSE(keys.contains(key));
        keys[key] = action->text();
    }
    CHECK(keys.size() > 20);
    for (const auto* edit : window.findChildren<QLineEdit*>()) CHECK_FALSE(edit->accessibleName().isEmpty());
}

TEST_CASE("shots: the program writes a picture of every page, none of them blank") {
    const QTemporaryDir folder;
    for (const char* language : {"ja", "en"}) {
        QProcess program;
        program.start(QStringLiteral(GOHO_GUI_BINARY),
                      {QStringLiteral("--shots"), folder.path(), QStringLiteral("--lang"), QLatin1String(language),
                       QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--size"),
                       QStringLiteral("1280x720"), QString::fromStdString(scenario("cases/base.json").string()),
                       QString::fromStdString(scenario("cases/integrated.json").string())});
        REQUIRE(program.waitForFinished(60000));
        CHECK(program.exitCode() == 0);
        for (const auto name : page_names()) {
            const QImage image(folder.filePath(qt(name) + QStringLiteral(".png")));
            CAPTURE(std::string(name));
            CHECK(image.size() == QSize(1280, 720));
            CHECK_FALSE(blank(image));
        }
    }
}

TEST_CASE("shots: what is wrong with a file is told, and the list of it is the only picture") {
    const QTemporaryDir folder;
    const auto ends = [&](const QStringList& files) {
        QProcess program;
        program.start(QStringLiteral(GOHO_GUI_BINARY), QStringList{QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--shots"),
                                                                   folder.filePath(QStringLiteral("pictures"))} + files);
        REQUIRE(program.waitForFinished(30000));
        CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("pictures/overview.png"))));
        return std::pair{program.exitCode(), program.readAllStandardError()};
    };
    const auto missing = ends({QStringLiteral("no/such.json")});
    CHECK(missing.first == 3);
    CHECK(missing.second.contains("no/such.json: the file does not exist"));
    CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("pictures/problems.png"))));
    const auto misspelt = ends({QStringLiteral(GOHO_SOURCE_DIR "/tests/malformed/58-misspelt-key.json")});
    CHECK(misspelt.first == 3);
    CHECK(misspelt.second.contains("did you mean"));
    const QString list = folder.filePath(QStringLiteral("pictures/problems.png"));
    CHECK_FALSE(blank(QImage(list)));
    REQUIRE(QFile::remove(list));
    const auto broken = ends({QStringLiteral(GOHO_SOURCE_DIR "/tests/malformed/14-trailing-comma.json")});
    CHECK(broken.first == 3);
    CHECK_FALSE(blank(QImage(list)));
    CHECK(ends({}).first == 2);
}

TEST_CASE("program: help in both languages, and wrong usage is told") {
    for (const auto& [language, word] : {std::pair{"ja", "シナリオ"}, std::pair{"en", "Scenario files"}}) {
        QProcess program;
        program.start(QStringLiteral(GOHO_GUI_BINARY),
                      {QStringLiteral("--lang"), QLatin1String(language), QStringLiteral("--help")});
        REQUIRE(program.waitForFinished(30000));
        CHECK(program.exitCode() == 0);
        CHECK(program.readAllStandardOutput().contains(word));
    }
    QProcess program;
    program.start(QStringLiteral(GOHO_GUI_BINARY), {QStringLiteral("--theme"), QStringLiteral("pink")});
    REQUIRE(program.waitForFinished(30000));
    CHECK(program.exitCode() == 2);
}
