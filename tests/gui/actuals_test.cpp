#include "models/actuals_tables.hpp"
#include "support/imported.hpp"
#include "views/actuals_page.hpp"
#include "window/actions.hpp"
#include "window/import_assistant.hpp"
#include "window/main_window.hpp"

#include <doctest/doctest.h>
#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <numeric>

using namespace goho;
using namespace goho::gui;

namespace {

Shown in(Language language, MoneyUnit unit = MoneyUnit::yen) {
    Shown shown;
    shown.language = language;
    shown.unit = unit;
    return shown;
}

struct Opened {
    test::Folder folder;
    Session session;
    explicit Opened(const Shown& shown) : session(shown) {
        REQUIRE(session.book().open({test::imported(folder, test::half_a_year)}).problems.empty());
        REQUIRE(session.wait());
    }
    const analysis::PlanActual& result() {
        const auto* computed = session.scene().answer->find(session.scene().active);
        REQUIRE(computed->plan_actual);
        return *computed->plan_actual;
    }
};

double number_at(const Table& table, std::size_t line, std::size_t column) { return *table.lines.at(line).cells.at(column).value; }

const TableLine& line_of(const Table& table, std::string_view variable) {
    for (const auto& line : table.lines) {
        if (line.variable == variable) return line;
    }
    FAIL("no such line");
    return table.lines.front();
}

void picture(QWidget& widget, const QString& name) {
    const QByteArray folder = qgetenv("GOHO_PICTURES");
    if (folder.isEmpty()) return;
    QApplication::processEvents();
    widget.grab().save(QString::fromUtf8(folder) + QLatin1Char('/') + name + QStringLiteral(".png"));
}

}  // namespace

TEST_CASE("actuals: the answer holds actuals against plan where there are any, as the engine reckons them") {
    Opened opened(in(Language::english));
    const auto& result = opened.result();
    CHECK(result.months.size() == 5);
    CHECK(result.ahead.size() == 7);
    Session without(in(Language::english));
    REQUIRE(without.book().open({test::scenarios / "cases/base.json"}).problems.empty());
    REQUIRE(without.wait());
    CHECK_FALSE(without.scene().answer->find(without.scene().active)->plan_actual);
}

TEST_CASE("actuals: months behind and ahead make up the year that lands") {
    Opened opened(in(Language::english));
    const auto& result = opened.result();
    double plan = 0.0, expected = 0.0;
    for (const auto* months : {&result.months, &result.ahead}) {
        for (const auto& month : *months) {
            plan += month.plan.operating_income;
            expected += month.actual.operating_income;
        }
    }
    CHECK(plan == result.landing.plan.operating_income);
    CHECK(expected == result.landing.actual.operating_income);
    CHECK(result.ahead.back().actual.cash == result.landing.actual.cash);
}

TEST_CASE("actuals: a statement has budget, actual and a difference that is good or bad by what it means") {
    Opened opened(in(Language::english));
    const auto& span = opened.result().year_to_date;
    const Table table = span_table(span, analysis::compared_statements[0], 4, opened.session.shown());
    REQUIRE(table.headings.size() == 4);
    const auto& sales = line_of(table, "net_sales");
    CHECK(*sales.cells[0].value == span.plan.net_sales);
    CHECK(*sales.cells[1].value == span.actual.net_sales);
    CHECK(*sales.cells[2].value == span.actual.net_sales - span.plan.net_sales);
    CHECK(sales.month == 4);
    for (const char* cost : {"variable_cost", "personnel_cost", "fixed_cost"}) {
        const auto& cell = line_of(table, cost).cells[2];
        REQUIRE(*cell.value != 0.0);
        CHECK(cell.better == (*cell.value > 0.0 ? -1 : 1));
    }
    CHECK(line_of(table, "operating_income").cells[2].better == (span.actual.operating_income > span.plan.operating_income ? 1 : -1));
}

TEST_CASE("actuals: the parts of the difference add up to it, to the yen, in table and waterfall") {
    for (const Language language : {Language::english, Language::japanese}) {
        Opened opened(in(language));
        const auto& result = opened.result();
        for (const auto* span : {&result.months.back(), &result.year_to_date}) {
            const double difference = span->actual.operating_income - span->plan.operating_income;
            const Table table = effects_table(result, {{QStringLiteral("span"), span}}, opened.session.shown());
            double causes = 0.0;
            for (std::size_t i = 0; i + 1 < table.lines.size(); ++i) {
                if (table.lines[i].indent == 0) causes += number_at(table, i, 0);
            }
            CHECK(causes == difference);
            CHECK(number_at(table, table.lines.size() - 1, 0) == difference);
            // What stands under a cause makes it up.
            for (std::size_t i = 0; i + 1 < table.lines.size(); ++i) {
                if (table.lines[i].indent > 0 || table.lines[i + 1].indent == 0) continue;
                double parts = 0.0;
                for (std::size_t k = i + 1; k < table.lines.size() && table.lines[k].indent > 0; ++k) parts += number_at(table, k, 0);
                CHECK(parts == number_at(table, i, 0));
            }
            const auto waterfall = variance_data(*span, opened.session.scene());
            REQUIRE(waterfall.steps.size() == 8);
            double running = waterfall.steps.front().value;
            for (std::size_t i = 1; i + 1 < waterfall.steps.size(); ++i) running += waterfall.steps[i].value;
            CHECK(running == waterfall.steps.back().value);
            CHECK(waterfall.steps.back().value == span->actual.operating_income);
        }
    }
}

TEST_CASE("actuals: the landing is what is actual and what is still planned, and says so of each line") {
    Opened opened(in(Language::japanese));
    const auto& result = opened.result();
    for (const auto& layout : analysis::compared_statements) {
        const Table table = landing_table(result, layout, 11, opened.session.shown());
        for (const auto& line : table.lines) {
            CHECK(*line.cells[0].value + *line.cells[1].value == *line.cells[2].value);
            CHECK(*line.cells[2].value - *line.cells[3].value == *line.cells[4].value);
        }
    }
    const auto lines = landing_data(opened.session.scene(), "cash");
    REQUIRE(lines.lines.size() == 3);
    CHECK(lines.months == 12);
    CHECK(lines.lines[0].points.size() == 12);
    CHECK(lines.lines[1].points.size() == 8);  // from the last actual month on
    CHECK(lines.lines[2].points.size() == 5);
}

TEST_CASE("actuals: every month stands beside its plan, two columns each") {
    Opened opened(in(Language::english));
    const auto& result = opened.result();
    const Table table = months_table(result, analysis::compared_statements[0], opened.session.shown());
    CHECK(table.headings.size() == 2 * result.months.size());
    const auto& income = line_of(table, "operating_income");
    for (std::size_t t = 0; t < result.months.size(); ++t) {
        CHECK(*income.cells[2 * t].value == result.months[t].plan.operating_income);
        CHECK(*income.cells[2 * t + 1].difference_value ==
              result.months[t].actual.operating_income - result.months[t].plan.operating_income);
    }
}

TEST_CASE("actuals: a figure too small for the unit is neither good nor bad") {
    Opened opened(in(Language::japanese, MoneyUnit::hundred_million));
    const Table table = effects_table(opened.result(), {{QStringLiteral("x"), &opened.result().months.back()}}, opened.session.shown());
    for (const auto& line : table.lines) {
        if (line.cells[0].text == QStringLiteral("0.00")) CHECK(line.cells[0].better == 0);
    }
}

TEST_CASE("actuals: without actual months the page says what to do, and its button asks for them") {
    for (const Language language : {Language::english, Language::japanese}) {
        Session session(in(language));
        REQUIRE(session.book().open({test::scenarios / "cases/base.json"}).problems.empty());
        REQUIRE(session.wait());
        MainWindow window(session);
        window.may_close_unsaved = true;
        window.resize(1280, 720);
        window.show();
        window.select_page("actuals");
        auto* page = qobject_cast<ActualsPage*>(window.current_page());
        REQUIRE(page);
        CHECK(page->part_count() == 1);
        picture(window, language == Language::japanese ? QStringLiteral("actuals_empty_ja") : QStringLiteral("actuals_empty_en"));
        CHECK_FALSE(window.actions().calibrate->isEnabled());
        CHECK_FALSE(window.actions().calibrate->toolTip().isEmpty());
        CHECK(window.calibrate() == nullptr);
        for (auto* button : page->findChildren<QPushButton*>()) {
            if (button->isVisible()) button->click();
        }
        CHECK(window.findChild<ImportAssistant*>() != nullptr);
    }
}

TEST_CASE("actuals: the page shows every view in both languages, and a click asks why") {
    for (const Language language : {Language::english, Language::japanese}) {
        Opened opened(in(language, MoneyUnit::thousand));
        MainWindow window(opened.session);
        window.may_close_unsaved = true;
        window.resize(1280, 720);
        window.show();
        window.select_page("actuals");
        auto* page = qobject_cast<ActualsPage*>(window.current_page());
        REQUIRE(page);
        CHECK(page->part_count() == 3);
        const QString suffix = language == Language::japanese ? QStringLiteral("_ja") : QStringLiteral("_en");
        const QSignalSpy asked(page, &Page::why);
        for (const auto view : {ActualsPage::View::month, ActualsPage::View::year_to_date, ActualsPage::View::by_month, ActualsPage::View::landing}) {
            page->select(view);
            QApplication::processEvents();
            int tables = 0;
            for (auto* table : page->findChildren<QTableView*>()) {
                if (!table->isVisible()) continue;
                ++tables;
                CHECK(table->model()->rowCount() > 5);
                const auto before = asked.size();
                Q_EMIT table->clicked(table->model()->index(0, view == ActualsPage::View::landing ? 2 : 1));
                CHECK(asked.size() == before + 1);
            }
            CHECK(tables == 1);
        }
        page->select(ActualsPage::View::year_to_date);
        auto* waterfall = page->findChild<WaterfallChart*>();
        const auto before = asked.size();
        Q_EMIT waterfall->picked(7, -1);
        CHECK(asked.size() == before + 1);
        Q_EMIT waterfall->picked(2, -1);  // a cause: its parts
        CHECK(page->findChild<QTableView*>()->model()->columnCount() == 1);
        for (auto* button : page->findChildren<QPushButton*>()) {
            if (button->text() == opened.session.words()("Why", "差異の内訳")) button->click();
        }
        picture(window, QStringLiteral("actuals_why") + suffix);
        CHECK(window.size() == QSize(1280, 720));  // also with the panel of reasons beside it
        CHECK(page->findChild<QTextBrowser*>()->toPlainText().count(QLatin1Char('\n')) == 3);  // three causes and the note
    }
}

TEST_CASE("actuals: the next month is taken in from its file, as one step that can be undone") {
    for (const Language language : {Language::english, Language::japanese}) {
        Opened opened(in(language));
        auto& session = opened.session;
        MainWindow window(session);
        window.may_close_unsaved = true;
        window.show();
        auto* assistant = window.take_in_actuals();
        REQUIRE(assistant);
        assistant->add_files({(test::months_of_yayoi / "2026-09.txt").string()});
        REQUIRE(QTest::qWaitFor([&] { return !assistant->busy(); }, 20000));
        assistant->go_on();
        CHECK(assistant->step() == 3);
        CHECK(assistant->findChild<SummaryStep*>()->text().contains(QStringLiteral("6")));
        picture(*assistant, language == Language::japanese ? QStringLiteral("take_in_ja") : QStringLiteral("take_in_en"));
        const int before = session.book().undo_stack()->count();
        CHECK(assistant->take_in());
        CHECK(session.book().undo_stack()->count() == before + 1);
        REQUIRE(session.wait());
        CHECK(opened.result().months.size() == 6);
        CHECK(window.current_page()->name() == "actuals");
        session.book().undo_stack()->undo();
        REQUIRE(session.wait());
        CHECK(opened.result().months.size() == 5);
    }
}

TEST_CASE("actuals: a variant takes in months of its own, and its base stays as it is") {
    Opened opened(in(Language::english));
    auto& book = opened.session.book();
    const SheetId base = book.active(), variant = book.make_variant(base, {"Variant", "案"});
    REQUIRE(opened.session.wait());
    ImportAssistant assistant(opened.session.shown(), book, variant, opened.session.scene().active_study()->scenario, nullptr);
    assistant.add_files({(test::months_of_yayoi / "2026-09.txt").string()});
    REQUIRE(QTest::qWaitFor([&] { return !assistant.busy(); }, 20000));
    REQUIRE(assistant.take_in());
    REQUIRE(opened.session.wait());
    const auto& answer = *opened.session.scene().answer;
    CHECK(answer.find(variant)->plan_actual->months.size() == 6);
    CHECK(answer.find(base)->plan_actual->months.size() == 5);
    CHECK(test::at(*book.sheet(variant).content, "/actuals").size() == 1);  // only what differs
}

TEST_CASE("actuals: months that do not fit are refused with the reason, and nothing is changed") {
    Opened opened(in(Language::english));
    auto& book = opened.session.book();
    ImportAssistant assistant(opened.session.shown(), book, book.active(), opened.session.scene().active_study()->scenario, nullptr);
    assistant.add_files({(test::months_of_yayoi / "2026-11.txt").string()});
    REQUIRE(QTest::qWaitFor([&] { return !assistant.busy(); }, 20000));
    assistant.go_on();
    CHECK(assistant.step() == 3);
    CHECK_FALSE(assistant.can_go_on());
    CHECK(assistant.findChild<SummaryStep*>()->text().contains(QStringLiteral("2026-09")));
    CHECK_FALSE(assistant.take_in());
    CHECK_FALSE(book.dirty());
}
