// How the window looks, as far as a test can hold it: nothing is cut, nothing overlaps, everything is reached by key.
#include "charts/labels.hpp"
#include "charts/milestone_chart.hpp"
#include "charts/polar_chart.hpp"
#include "views/compare_page.hpp"
#include "views/figures_page.hpp"
#include "views/gates_strip.hpp"
#include "views/page_list.hpp"
#include "views/table_frame.hpp"
#include "window/actions.hpp"
#include "window/main_window.hpp"

#include <doctest/doctest.h>
#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace goho;
using namespace goho::gui;

namespace {

std::filesystem::path scenario(const char* name) { return std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios" / name; }

/// The window as it stands before a bank: four scenarios of the manufacturer, the investment plan looked at.
struct Shop {
    Session session;
    MainWindow window;

    explicit Shop(Language language, const QSize& size = {1280, 720})
        : session(shown_in(language)), window(session) {
        const auto opened = session.book().open({scenario("manufacturer/base.json"),
                                                 scenario("manufacturer/investment_plan.json"),
                                                 scenario("manufacturer/price_up.json"),
                                                 scenario("manufacturer/equipment_loan.json")});
        REQUIRE(opened.problems.empty());
        session.book().set_active(opened.sheets[1]);
        REQUIRE(session.wait());
        window.resize(size);
        window.show();
        settle();
    }
    static Shown shown_in(Language language) {
        QSettings().clear();
        Shown shown;
        shown.language = language;
        return shown;
    }
    static void settle() {
        for (int i = 0; i < 4; ++i) QApplication::processEvents();
    }
    Page* turn_to(std::string_view name) {
        window.select_page(name);
        settle();
        return window.current_page();
    }
};

void nothing_is_cut(const QWidget& page) {
    for (const auto* heading : page.findChildren<HeadingLabel*>()) {
        if (!heading->isVisible()) continue;
        CAPTURE(heading->text().toStdString());
        CHECK_FALSE(heading->cut());
        CHECK(heading->height() >= heading->sizeHint().height());
    }
    for (const auto* label : page.findChildren<ElidedLabel*>()) {
        CAPTURE(label->text().toStdString());
        if (label->isVisible()) CHECK_FALSE(label->cut());
    }
    for (const auto* card : page.findChildren<KpiCard*>()) {
        CAPTURE(card->text().toStdString());
        if (card->isVisible()) CHECK(card->all_fits());
    }
    for (const auto* legend : page.findChildren<Legend*>()) {
        const QString shown = legend->names_shown().join(QLatin1Char('\n'));
        CAPTURE(shown.toStdString());
        CHECK(shown == legend->toolTip());
    }
}

std::vector<std::string> every_page() {
    std::vector<std::string> out;
    for (const auto name : page_names()) out.emplace_back(name);
    return out;
}

}  // namespace

TEST_CASE("look: no heading, card or name of a scenario is cut on any page, in either language, at 1280 by 720") {
    for (const Language language : {Language::english, Language::japanese}) {
        Shop shop(language);
        for (const auto& name : every_page()) {
            CAPTURE(name);
            auto* page = shop.turn_to(name);
            for (int part = 0; part < page->part_count(); ++part) {
                page->show_part(part);
                Shop::settle();
                nothing_is_cut(*page);
            }
        }
        nothing_is_cut(shop.window);
        CHECK(shop.window.width() == 1280);
    }
}

TEST_CASE("look: beside an open panel of reasons every page still says everything") {
    for (const Language language : {Language::english, Language::japanese}) {
        Shop shop(language);
        auto* page = shop.turn_to("overview");
        Q_EMIT page->why(Figure{"operating_income", {}, {}, 59});
        Shop::settle();
        for (const auto& name : every_page()) {
            CAPTURE(name);
            nothing_is_cut(*shop.turn_to(name));
        }
        CHECK(shop.window.width() == 1280);  // no page asks for more than there is
        CHECK(shop.window.height() == 720);
        shop.turn_to("overview");
        CHECK(page->width() < 800);
        const auto* polar = page->findChild<PolarChart*>();
        REQUIRE(polar);
        CHECK(polar->place_of(QRectF(polar->rect())).radius >= 30.0);
    }
}

TEST_CASE("look: tables show whole rows and columns; the comparison at least nine rows") {
    for (const Language language : {Language::english, Language::japanese}) {
        Shop shop(language);
        for (const char* name : {"compare", "statements", "roadmap"}) {
            CAPTURE(name);
            auto* page = shop.turn_to(name);
            auto* frame = page->findChild<TableFrame*>();
            auto* view = page->findChild<QTableView*>();
            REQUIRE(frame);
            REQUIRE(view);
            const auto* header = view->horizontalHeader();
            CHECK(view->viewport()->height() % view->verticalHeader()->defaultSectionSize() == 0);
            int seen = 0;
            for (int i = 0; i < header->count() && seen < view->viewport()->width(); ++i) {
                seen += header->sectionSize(i);
                CHECK(seen <= view->viewport()->width());
                if (view->viewport()->width() - seen < header->sectionSize(std::min(i + 1, header->count() - 1))) break;
            }
            if (std::string_view(name) == "compare") CHECK(frame->rows_shown() >= 9);
        }
    }
}

TEST_CASE("look: the pentagon keeps its words apart, inside, and clear of the web, however small it is") {
    PolarData data;
    data.axes = {QStringLiteral("Company"), QStringLiteral("Employees"), QStringLiteral("Customers"),
                 QStringLiteral("Society"), QStringLiteral("Next generation")};
    PolarOutline base, plan;
    base.ghost = plan.strong = true;
    base.values = {50.0, 51.0, 52.0, 53.0, 54.0};
    plan.values = {61.0, 40.0, 52.0, 63.0, 44.0};
    data.outlines = {base, plan};
    PolarChart chart(Shown{});
    chart.show_data(data);
    for (const QSizeF size : {QSizeF(292, 150), QSizeF(210, 150), QSizeF(260, 420), QSizeF(520, 300)}) {
        CAPTURE(size.width());
        const QRectF area(QPointF(0, 0), size);
        const auto place = chart.place_of(area);
        CHECK(place.radius >= (size.width() > 280 ? 55.0 : 34.0));
        for (int i = 0; i < 5; ++i) {
            const auto& box = place.corners[static_cast<std::size_t>(i)].box;
            CHECK(area.adjusted(-1, -1, 1, 1).contains(box));
            CHECK_FALSE(box.contains(place.at(i, 99.0)));
            for (int j = 0; j < i; ++j) CHECK_FALSE(box.intersects(place.corners[static_cast<std::size_t>(j)].box));
        }
    }
}

TEST_CASE("look: a label stands inside the chart, off other labels and off lines where it can") {
    const QRectF area(0, 0, 200, 100);
    const QRectF first = place_label({100, 50}, {40, 12}, area, {}, {});
    CHECK(area.contains(first));
    const QRectF second = place_label({100, 50}, {40, 12}, area, {first}, {});
    CHECK(area.contains(second));
    CHECK_FALSE(second.intersects(first));
    std::vector<Obstacle> line;
    add_obstacles(line, {{0, 40}, {200, 40}}, 1);
    CHECK(line.size() > 30);
    const QRectF below = place_label({100, 50}, {40, 12}, area, {}, line);
    CHECK(below.top() > 50);
    CHECK(place_label({100, 50}, {40, 12}, area, {area}, {}).isNull());
}

TEST_CASE("look: on every chart labels stay apart and on the chart") {
    Shop shop(Language::english);
    for (const auto& name : every_page()) {
        CAPTURE(name);
        const auto* page = shop.turn_to(name);
        for (const auto* chart : page->findChildren<TimeChart*>()) {
            const auto& places = chart->label_places();
            for (std::size_t i = 0; i < places.size(); ++i) {
                CHECK(QRectF(chart->rect()).contains(places[i]));
                for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(places[i].intersects(places[j]));
            }
        }
    }
}

TEST_CASE("look: charts are walked by key, say where they stand, and are asked why") {
    Shop shop(Language::english);
    auto* page = shop.turn_to("overview");
    TimeChart* chart = nullptr;
    for (auto* one : page->findChildren<TimeChart*>()) {
        if (one->isVisible() && one->heading().startsWith(QStringLiteral("Cash"))) chart = one;
    }
    REQUIRE(chart);
    CHECK((chart->focusPolicy() & Qt::TabFocus) != 0);
    chart->setFocus();
    const auto first = chart->current();
    REQUIRE(first);
    CHECK(first->title == QStringLiteral("3/5/10-year investment plan"));
    QTest::keyClick(chart, Qt::Key_Right);
    const auto next = chart->current();
    REQUIRE(next);
    CHECK(next->at.x() > first->at.x());
    CHECK(chart->accessibleName().startsWith(QStringLiteral("Cash")));
    CHECK(chart->accessibleDescription() == next->title + QStringLiteral(": ") + next->words);
    CHECK(next->words.contains(QStringLiteral("million yen")));
    QTest::keyClick(chart, Qt::Key_Up);
    CHECK(chart->current()->title != first->title);
    QTest::keyClick(chart, Qt::Key_Down);
    QTest::keyClick(chart, Qt::Key_End);
    CHECK(chart->current()->month == 119);
    QSignalSpy asked(page, &Page::why);
    QTest::keyClick(chart, Qt::Key_Return);
    REQUIRE(asked.count() == 1);
    const auto figure = asked.front().front().value<Figure>();
    CHECK(figure.variable == "cash");
    CHECK(figure.month == 119);
}

TEST_CASE("look: every chart with marks can be walked to its ends without harm") {
    Shop shop(Language::japanese);
    for (const auto& name : every_page()) {
        CAPTURE(name);
        auto* page = shop.turn_to(name);
        for (auto* chart : page->findChildren<Chart*>()) {
            if (!chart->isVisible() || chart->rows() == 0) continue;
            chart->setFocus();
            for (const int key : {Qt::Key_End, Qt::Key_Up, Qt::Key_Home, Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageUp})
                QTest::keyClick(chart, static_cast<Qt::Key>(key));
            const auto here = chart->current();
            REQUIRE(here);
            CHECK_FALSE(here->words.isEmpty());
            CHECK(QRectF(chart->rect()).adjusted(-2, -2, 2, 2).contains(here->at));
            CHECK_FALSE(chart->grab().isNull());
        }
    }
}

TEST_CASE("look: all gates are opened by key, in a list with their reasons") {
    for (const Language language : {Language::english, Language::japanese}) {
        Shop shop(language);
        auto* strip = shop.window.findChild<GatesStrip*>();
        REQUIRE(strip);
        auto* more = strip->findChild<QPushButton*>(QStringLiteral("moreGates"));
        REQUIRE(more);
        CHECK(more->isVisible());
        CHECK(more->geometry().right() <= strip->width());
        CHECK((more->focusPolicy() & Qt::TabFocus) != 0);
        CHECK(more->text().contains(QRegularExpression(QStringLiteral("\\d+"))));
        more->setFocus();
        QTest::keyClick(more, Qt::Key_Space);
        const auto* list = strip->findChild<QTextBrowser*>();
        REQUIRE(list);
        for (const auto& chip : strip->chips()) CHECK(list->toPlainText().contains(chip.label));
        QTest::keyClick(list->parentWidget(), Qt::Key_Escape);
    }
}

TEST_CASE("look: milestones are the targets of the plan, in order of their years, with what is reached") {
    Shop shop(Language::english);
    const Scene& scene = shop.session.scene();
    const auto* page = shop.turn_to("next_generation");
    const auto* chart = page->findChild<MilestoneChart*>();
    REQUIRE(chart);
    const auto& targets = scene.active_study()->targets;
    REQUIRE(chart->data().size() == targets.size());
    for (std::size_t i = 1; i < chart->data().size(); ++i) CHECK(chart->data()[i - 1].year <= chart->data()[i].year);
    for (const auto& target : targets) {
        const auto found = std::find_if(chart->data().begin(), chart->data().end(), [&](const Milestone& one) {
            return one.year == target.year && one.variable == target.variable && one.verdict == target.verdict;
        });
        CHECK(found != chart->data().end());
    }
}

TEST_CASE("look: a change has one sign in either language") {
    for (const Language language : {Language::english, Language::japanese}) {
        Shop shop(language);
        const Scene& scene = shop.session.scene();
        const auto words = change_words(scene, *quantity("cash"), 1e6, 5e6);
        CHECK(words.text == (language == Language::japanese ? QStringLiteral("△4.0") : QStringLiteral("-4.0")));
        CHECK(change_words(scene, *quantity("cash"), 5e6, 1e6).text == QStringLiteral("+4.0"));
    }
}

TEST_CASE("look: chance spreads the monthly figures of the overview, not cash alone") {
    Session session(Shown{});
    const auto opened = session.book().open({scenario("cases/base.json")});
    REQUIRE(opened.problems.empty());
    session.set_chance(true);
    REQUIRE(session.wait());
    for (const char* name : {"cash", "employee_satisfaction", "customer_satisfaction", "trust"}) {
        CAPTURE(name);
        CHECK_FALSE(time_data(session.scene(), *quantity(name), false).fan.empty());
    }
}

TEST_CASE("look: keys begin in the list of scenarios") {
    Shop shop(Language::english);
    const auto* focus = shop.window.focusWidget();
    REQUIRE(focus);
    CHECK(focus->accessibleName() == QStringLiteral("Scenarios"));
}

TEST_CASE("shots: the program says nothing of a screen that is none") {
    const QTemporaryDir folder;
    QProcess program;
    program.start(QStringLiteral(GOHO_GUI_BINARY), {QStringLiteral("--shots"), folder.path(),
                                                    QString::fromStdString(scenario("cases/base.json").string())});
    REQUIRE(program.waitForFinished(60000));
    CHECK(program.exitCode() == 0);
    CHECK(program.readAllStandardError().toStdString() == "");
}
