#include "document/typed_value.hpp"
#include "support/files.hpp"
#include "views/roadmap_page.hpp"
#include "window/session.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace goho;
using namespace goho::gui;

namespace {

struct Opened {
    Session session{Shown{}};
    RoadmapPage page{Shown{}};
    SheetId sheet = no_sheet;
    explicit Opened(const char* file) {
        const auto opened = session.book().open({test::scenarios / file});
        REQUIRE(opened.problems.empty());
        sheet = opened.sheets.back();
        session.book().set_active(sheet);
        REQUIRE(session.wait());
        page.use(session.book());
        page.resize(1300, 900);
        page.show_scene(session.scene());
        page.show();
        QTest::qWait(10);
    }
    Workbook& book() { return session.book(); }
    std::string at(const char* pointer) { return as_typed(test::at(*book().merged(sheet), pointer)); }
    int row(const char* name) {
        for (std::size_t i = 0; i < page.gantt().data().rows.size(); ++i) {
            if (page.gantt().data().rows[i].name == QString::fromUtf8(name)) return static_cast<int>(i);
        }
        FAIL("no such row");
        return -1;
    }
    /// From the middle of a bar, or its end, by so many months, in several moves.
    void drag(int row, int bar, bool end, int months) {
        auto& gantt = page.gantt();
        const QRectF rect = gantt.bar_rect(row, bar);
        const QPointF from(end ? rect.right() : rect.center().x() - 2.0, rect.center().y());
        const double step = (gantt.x_of(1) - gantt.x_of(0)) * months / 4.0;
        QTest::mousePress(&gantt, Qt::LeftButton, {}, from.toPoint());
        for (int i = 1; i <= 4; ++i) QTest::mouseMove(&gantt, (from + QPointF(step * i, 0)).toPoint());
        QTest::mouseRelease(&gantt, Qt::LeftButton, {}, (from + QPointF(step * 4, 0)).toPoint());
    }
    QModelIndex cell(const char* name, std::string_view key) {
        auto* model = static_cast<PlanTable*>(page.table().model());
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->items()[static_cast<std::size_t>(row)].name.en == name)
                return model->index(row, model->column_of(key));
        }
        return {};
    }
};

constexpr auto plan = "manufacturer/investment_plan.json";
constexpr auto research = "Step 2: process research";

}  // namespace

TEST_CASE("roadmap: a dragged bar starts in another month, and one step of undo takes it back") {
    Opened o(plan);
    const auto steps = o.book().undo_stack()->count();
    const std::string before = o.book().text_of(o.sheet);
    o.drag(o.row(research), 0, false, 6);
    CHECK(o.at("/investments/process_research/start") == "2029-04");
    CHECK(o.at("/investments/process_research/spending_months") == "60");
    CHECK(o.book().undo_stack()->count() == steps + 1);
    o.book().undo_stack()->undo();
    CHECK(o.book().text_of(o.sheet) == before);
}

TEST_CASE("roadmap: a stretched bar lasts longer, month by month") {
    Opened o(plan);
    const auto steps = o.book().undo_stack()->count();
    o.drag(o.row(research), 0, true, 12);
    CHECK(o.at("/investments/process_research/spending_months") == "72");
    CHECK(o.at("/investments/process_research/start") == "2028-10");
    CHECK(o.book().undo_stack()->count() == steps + 1);
}

TEST_CASE("roadmap: a bar that is dragged out of the plan stays where it may be, and the reason is told") {
    Opened o(plan);
    o.drag(o.row("Step 1: production and order system"), 0, false, -40);
    CHECK(o.at("/investments/production_dx/start") >= "2027-04");
    CHECK(o.page.said().contains(QStringLiteral("lies before the first month of the plan")));
}

TEST_CASE("roadmap: arrows move a month, with shift they stretch, space goes to the next bar, delete removes") {
    Opened o("cases/pilot_first.json");
    auto& gantt = o.page.gantt();
    const auto items = plan_items(*o.book().merged(o.sheet), nullptr, nullptr);
    REQUIRE(items.front().collection == "initiatives");
    const auto item = items.front();
    const std::string start = item.pointer("start"), pilot = item.pointer("pilot_months");
    gantt.set_current(1);
    gantt.setFocus();
    QTest::keyClick(&gantt, Qt::Key_Right);
    CHECK(o.at(start.c_str()) == to_string(item.start + 1));
    QTest::keyClick(&gantt, Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(&gantt, Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&gantt, Qt::Key_Space);
    QTest::keyClick(&gantt, Qt::Key_Right, Qt::ShiftModifier);
    CHECK(o.at(pilot.c_str()) == std::to_string(item.lengths[1].months + 1));
    const auto steps = o.book().undo_stack()->index();
    o.book().undo_stack()->undo();
    CHECK(o.book().undo_stack()->index() == steps - 1);
    CHECK(o.at(pilot.c_str()) == std::to_string(item.lengths[1].months));
}

TEST_CASE("roadmap: what is typed is taken as in files; what would be wrong stays in its cell with the reason") {
    Opened o(plan);
    auto* model = o.page.table().model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(model->setData(o.cell(research, "amount"), QStringLiteral("25百万円")));
    CHECK(o.at("/investments/process_research/amount") == "2,500万円");
    CHECK(model->setData(o.cell(research, "start"), QStringLiteral("2029年4月")));
    CHECK(o.at("/investments/process_research/start") == "2029-04");
    const auto steps = o.book().undo_stack()->count();
    for (const auto& [key, typed, why] : {std::tuple{"spending_months", "0", "outside the allowed range 1 to 120"},
                                          std::tuple{"spending_months", "6.5", "a whole number"},
                                          std::tuple{"amount", "a lot", "expected a number of yen"},
                                          std::tuple{"start", "2020-01", "before the first month of the plan"}}) {
        CAPTURE(typed);
        CHECK_FALSE(model->setData(o.cell(research, key), QLatin1String(typed)));
        CHECK(o.cell(research, key).data(Qt::ToolTipRole).toString().contains(QLatin1String(why)));
        CHECK(o.cell(research, key).data().toString().contains(QLatin1String(typed)));
        CHECK(o.page.said().contains(QLatin1String(why)));
    }
    CHECK(o.book().undo_stack()->count() == steps);
    CHECK(model->setData(o.cell(research, "start"), QStringLiteral("2029-05")));
    CHECK_FALSE(o.cell(research, "start").data().toString().contains(QStringLiteral("⚠")));
}

TEST_CASE("roadmap: every kind can be added and is valid as it is; items are duplicated and deleted") {
    Opened o(plan);
    for (const char* collection : {"initiatives", "investments"}) {
        for (const Option& option : plan_field(collection, "kind")->options) {
            const std::string id = add_plan_item(o.book(), o.sheet, collection, option.key);
            CAPTURE(id);
            CHECK_FALSE(id.empty());
        }
    }
    REQUIRE(o.session.wait());
    CHECK(o.session.scene().active_study() != nullptr);
    const auto items = plan_items(*o.book().merged(o.sheet), nullptr, nullptr);
    const std::string copy = duplicate_plan_item(o.book(), o.sheet, items.front());
    CHECK(plan_items(*o.book().merged(o.sheet), nullptr, nullptr).size() == items.size() + 1);
    CHECK(remove_plan_item(o.book(), o.sheet, items.front()).empty());
    CHECK(plan_items(*o.book().merged(o.sheet), nullptr, nullptr).size() == items.size());
}

TEST_CASE("roadmap: changes over time stand there with their words, and move as a whole") {
    Opened o(plan);
    const int row = o.row("Getting used to the system");
    CHECK(o.page.gantt().data().rows[static_cast<std::size_t>(row)].words.contains(QStringLiteral("from 2028-10")));
    o.page.gantt().set_current(row);
    QTest::keyClick(&o.page.gantt(), Qt::Key_Right);
    CHECK(o.at("/timeline/getting_used/from") == "2028-11");
    CHECK(o.at("/timeline/getting_used/to") == "2029-04");
    QTest::keyClick(&o.page.gantt(), Qt::Key_Delete);
    CHECK(o.at("/timeline/getting_used").empty());
}

TEST_CASE("roadmap: what the plan adds to the base stands before what both have") {
    Opened o(plan);
    const auto& items = static_cast<PlanTable*>(o.page.table().model())->items();
    REQUIRE_FALSE(items.empty());
    CHECK(std::is_partitioned(items.begin(), items.end(), [](const PlanItem& item) { return item.added; }));
    CHECK(items.front().added);
}

TEST_CASE("roadmap: rows that do not fit are counted below the bars, until they are reached") {
    Opened o(plan);
    o.page.resize(1000, 520);
    QTest::qWait(20);
    auto* scroll = o.page.findChild<QScrollArea*>();
    REQUIRE(scroll != nullptr);
    const auto told = [&] {
        for (const auto* label : scroll->parentWidget()->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (label->text().contains(QStringLiteral("more below"))) return label->isVisible() && label->height() >= label->fontMetrics().height();
        }
        return false;
    };
    CHECK(scroll->verticalScrollBar()->maximum() > 0);
    CHECK(told());
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    CHECK_FALSE(told());
}
