// Decide: any answer is shown whole, questions are asked beside the window, and what is proposed can be opened.
#include "charts/bar_chart.hpp"
#include "charts/waterfall_chart.hpp"
#include "charts/xy_chart.hpp"
#include "decision/attribution_telling.hpp"
#include "models/table_text.hpp"
#include "support/files.hpp"
#include "views/decide_page.hpp"
#include "views/lever_picker.hpp"
#include "views/telling_charts.hpp"
#include "views/telling_table_view.hpp"
#include "views/telling_view.hpp"
#include "window/main_window.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace goho;
using namespace goho::gui;
using decision::cell;
using decision::TellingChart;

namespace {

bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, 60000); }

/// A telling with every kind of cell and chart that there is.
decision::Telling made_up() {
    decision::Telling out;
    out.command = "madeup";
    out.title = {"A made-up answer", "架空の回答"};
    out.sentences = {{"Raise prices by 2.1% and cash never runs short.", "単価を2.1%上げれば、資金は不足しません。"},
                     {"Without it cash is short by 12,345 thousand yen in year 3.", "上げない場合、3年目に12,345千円の資金不足となります。"}};
    const Text wordy{"Raise prices by three percent in one product group and compare the volumes of three months with those of the others.",
                     "一つの製品群だけ単価を3%上げ、3か月間の販売数量をほかの製品群と比べます。請求データから月別に集計してください。"};
    out.tables = {{"levers", {"Levers", "打ち手"}, {"Bounds are those of the form.", "範囲は入力欄のとおりです。"},
                   {{"lever", {"Lever", "打ち手"}, {}}, {"now", {"Now", "現在"}, {}}, {"then", {"Then", "変更後"}, {}}, {"how", {"How to measure it", "測り方"}, {}}},
                   {{{cell(Text{"Selling price", "販売単価"}), cell(1200.0, "yen"), cell(1225.0, "yen"), cell(wordy)}, false},
                    {{cell(Text{"Share of subcontracting", "外注比率"}), cell(0.3, "fraction"), cell(-0.021, "fraction", true), cell(std::optional<double>())}, false},
                    {{cell(Text{"Payment terms", "回収サイト"}), cell(60.0, "days"), cell(std::optional<double>(), "days"), cell(Text{"ledger", "元帳"})}, true}}},
                  {"cash", {"Cash and deposits", "現金預金"}, {},
                   {{"year", {"Year", "年"}, {}}, {"before", {"Before", "変更前"}, "yen"}, {"after", {"After", "変更後"}, "yen"}},
                   {{{cell(decision::year_words(3)), cell(-12345000.0), cell(2000000.0, {}, true)}, false}, {{cell(decision::year_words(5)), cell(std::optional<double>()), cell(4e6)}, true}}}};
    const auto point = [](double x, double y, std::optional<double> low, std::optional<double> high, Text label, bool total = false) {
        return decision::TellingPoint{x, y, low, high, std::move(label), total};
    };
    out.charts = {{"chances", {"Chance of meeting", "達成確率"}, TellingChart::Kind::bars, {}, {"Chance", "確率"}, {}, "fraction",
                   {{{"Chance", "確率"}, {point(0, 0.82, 0.79, 0.85, {"Equity ratio", "自己資本比率"}), point(1, 0.4, 0.36, 0.44, {"Operating income", "営業利益"})}}}},
                  {"cash", {"Cash and deposits, year 5", "現金預金、5年目"}, TellingChart::Kind::waterfall, {}, {"Cash", "現金"}, {}, "yen",
                   {{{"Cash", "現金"}, {point(0, 5e6, {}, {}, {"Base", "基準"}, true), point(1, -2e6, {}, {}, {"A machine", "機械"}), point(2, 3e6, {}, {}, {"Plan", "計画"}, true)}}}},
                  {"path", {"Cash by year", "現金の推移"}, TellingChart::Kind::lines, {"Year", "年目"}, {"Cash", "現金"}, "years", "yen",
                   {{{"As planned", "計画"}, {point(1, 5e6, 4e6, 6e6, {}), point(2, -1e6, -2e6, 0.0, {}), point(3, 4e6, 3e6, 5e6, {})}},
                    {{"Cured", "対策後"}, {point(1, 5e6, {}, {}, {}), point(2, 1e6, {}, {}, {}), point(3, 6e6, {}, {}, {})}}}},
                  {"front", {"Income against staff", "利益と従業員満足"}, TellingChart::Kind::scatter, {"Employees", "従業員"}, {"Income", "営業利益"}, "points", "yen",
                   {{{"Plans", "案"}, {point(40, 9e6, {}, {}, {"Bold", "積極"}), point(60, 5e6, {}, {}, {"Even", "均衡"}), point(70, 2e6, {}, {}, {"Careful", "慎重"})}}}}};
    out.drafts = {{"prices", {"Prices +2.1%", "値上げ2.1%"}, {"From April on.", "4月から。"}, io::Json::object()}};
    out.notes = {{"Spreads are assumptions.", "ばらつきは仮定です。"}};
    return out;
}

Shown in(Language language, MoneyUnit unit = MoneyUnit::million) {
    Shown shown;
    shown.language = language;
    shown.unit = unit;
    return shown;
}

/// The manufacturer beside its equipment loan, looked at on the page of questions.
struct Desk {
    Session session;
    MainWindow window;
    std::vector<SheetId> sheets;

    explicit Desk(Language language = Language::english) : session(cleared(language)), window(session) {
        window.may_close_unsaved = true;
        const auto opened = session.book().open({test::scenarios / "manufacturer/base.json", test::scenarios / "manufacturer/equipment_loan.json"});
        REQUIRE(opened.problems.empty());
        sheets = opened.sheets;
        session.book().set_active(sheets[1]);
        REQUIRE(session.wait());
        window.show();
        window.select_page("decide");
        settle();
    }
    static Shown cleared(Language language) {
        QSettings().clear();
        return in(language);
    }
    static void settle() {
        for (int i = 0; i < 4; ++i) QApplication::processEvents();
    }
    DecidePage& page() {
        auto* found = qobject_cast<DecidePage*>(window.current_page());
        REQUIRE(found);
        return *found;
    }
    QPushButton& run() { return *page().findChild<QPushButton*>(QStringLiteral("runQuestion")); }
    QString notice() {
        const auto* label = page().findChild<QLabel*>(QStringLiteral("answerNotice"));
        return label && label->isVisible() ? label->text() : QString();
    }
    QString first_sentence() {
        const auto* label = page().findChild<QLabel*>(QStringLiteral("answerFirst"));
        return label ? label->text() : QString();
    }
    void answer() {
        run().click();
        REQUIRE(until([&] { return !session.inquirer().busy(); }));
        settle();
    }
};

}  // namespace

TEST_CASE("telling: every kind of cell is shown in its unit, in the language chosen") {
    const auto telling = made_up();
    const auto mixed = shown_table(telling.tables[0], in(Language::japanese, MoneyUnit::yen));
    CHECK(mixed.title == QStringLiteral("打ち手"));
    CHECK(mixed.table.lines[0].cells[0].text == QStringLiteral("1,200円"));
    CHECK(mixed.table.lines[1].cells[1].text == QStringLiteral("△2.1%"));
    CHECK(mixed.table.lines[1].cells[2].text == QStringLiteral("–"));
    CHECK(mixed.table.lines[2].total);
    const auto money = shown_table(telling.tables[1], in(Language::english, MoneyUnit::thousand));
    CHECK(money.title == QStringLiteral("Cash and deposits (thousand yen)"));
    CHECK(money.table.lines[0].label == QStringLiteral("year 3"));
    CHECK(money.table.lines[0].cells[0].text == QStringLiteral("-12,345"));
    CHECK(money.table.lines[0].cells[1].text == QStringLiteral("+2,000"));
    TableModel model;
    model.set(money.table);
    CHECK(table_csv(model).find("-12345") != std::string::npos);
}

TEST_CASE("telling: sentences, tables, charts, notes and proposals are all there, and nothing is cut") {
    for (const Language language : {Language::english, Language::japanese}) {
        for (const int width : {640, 1400}) {
            CAPTURE(width);
            TellingView view(in(language));
            view.resize(width, 500);
            view.show();
            const auto telling = made_up();
            view.show_telling(telling, QStringLiteral("Edited since."));
            Desk::settle();
            QStringList said;
            for (const auto* label : view.findChildren<QLabel*>()) said << label->text();
            const Words words{language};
            for (const auto& sentence : telling.sentences) CHECK(said.contains(words(sentence)));
            CHECK(said.contains(QStringLiteral("Edited since.")));
            CHECK(said.contains(words("• ", "・") + words(telling.notes[0])));
            REQUIRE(view.findChildren<TellingTableView*>().size() == 2);
            for (const auto* table : view.findChildren<TellingTableView*>()) {
                CAPTURE(table->accessibleName().toStdString());
                CAPTURE(table->cut_text().toStdString());
                CHECK(table->cut_text().isEmpty());
                CHECK_FALSE(table->accessibleName().isEmpty());
            }
            CHECK(view.findChildren<Chart*>().size() == 4);
            CHECK(view.findChildren<XyChart*>().size() == 2);
            for (auto* chart : view.findChildren<Chart*>()) {
                CHECK(chart->rows() > 0);
                for (int row = 0; row < chart->rows(); ++row) {
                    for (int n = 0; n < chart->points(row); ++n) CHECK_FALSE(chart->mark(row, n).words.isEmpty());
                }
                CHECK_FALSE(chart->accessibleName().isEmpty());
                CHECK_FALSE(chart->picture().isNull());
            }
            CHECK(view.widget()->width() <= view.viewport()->width());
            const QSignalSpy opened(&view, &TellingView::open_draft);
            view.findChild<QPushButton*>(QStringLiteral("openDraft"))->click();
            CHECK(opened.count() == 1);
        }
    }
}

TEST_CASE("telling: bars bear their intervals, lines reach over all points and whiskers, names of points stay apart") {
    const auto telling = made_up();
    const auto shown = in(Language::english);
    const auto bars = bar_data(telling.charts[0], shown);
    CHECK(bars.high == 1.0);
    CHECK(bars.bars[0].from == 0.79);
    CHECK(bars.bars[0].words == QStringLiteral("82.0% (79.0% to 85.0%)"));
    XyChart lines(shown), points(shown);
    for (auto* chart : {&lines, &points}) chart->resize(600, 300);
    lines.show_data(xy_data(telling.charts[2], shown));
    points.show_data(xy_data(telling.charts[3], shown));
    CHECK(lines.y_ticks().low <= -2.0);
    CHECK(lines.y_ticks().high >= 6.0);
    CHECK(lines.x_ticks().step == 1.0);
    CHECK_FALSE(points.grab().isNull());
    REQUIRE(points.label_places().size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(points.label_places()[i].intersects(points.label_places()[j]));
    }
    CHECK(lines.mark(0, 1).words == QStringLiteral("Year (years) 2, -1.0 million yen (-2.0 to 0.0)"));
}

TEST_CASE("telling: where the client is hidden, his name stands nowhere in an answer") {
    auto telling = made_up();
    telling.title = {"Why \"Sakura\"?", "「さくら」について"};
    telling.charts[1].series[0].points[0].label = {"Sakura", "さくら"};
    rename_in(telling, {"Sakura", "さくら"}, {"Plan 1", "計画1"});
    const std::string all = decision::telling_json(telling);
    CHECK(all.find("Sakura") == std::string::npos);
    CHECK(all.find("さくら") == std::string::npos);
    CHECK(all.find("計画1") != std::string::npos);
}

TEST_CASE("decide: a question is answered beside the window, as the command line answers it") {
    for (const Language language : {Language::english, Language::japanese}) {
        Desk desk(language);
        CHECK(desk.run().isEnabled());
        desk.answer();
        const auto result = decision::attribute(test::scenarios / "manufacturer/base.json", test::scenarios / "manufacturer/equipment_loan.json");
        REQUIRE(result);
        const auto telling = decision::tell(*result.value, {"operating_income", "cash", "npv"}, MoneyUnit::million);
        CHECK(desk.first_sentence().toStdString() == telling.sentences[0].in(language));
        CHECK(desk.notice().isEmpty());
        for (const auto* table : desk.page().findChildren<TellingTableView*>()) CHECK(table->cut_text().isEmpty());
        // Another unit of money: the same answer, said anew without asking again.
        Shown yen = desk.session.shown();
        yen.unit = MoneyUnit::yen;
        desk.session.set_shown(yen);
        Desk::settle();
        CHECK(desk.first_sentence().toStdString() == decision::tell(*result.value, {"operating_income"}, MoneyUnit::yen).sentences[0].in(language));
        CHECK_FALSE(desk.session.inquirer().busy());
    }
}

TEST_CASE("decide: what an edit overtook says so, until the edit is taken back") {
    Desk desk;
    desk.answer();
    CHECK(desk.notice().isEmpty());
    REQUIRE(desk.session.book().set_number(desk.sheets[1], "/management/disclosure", 0.77).empty());
    REQUIRE(desk.session.wait());
    Desk::settle();
    CHECK(desk.notice().startsWith(QStringLiteral("A scenario has been edited since")));
    desk.session.book().undo_stack()->undo();
    REQUIRE(desk.session.wait());
    Desk::settle();
    CHECK(desk.notice().isEmpty());
    // An edit of the base counts as well, and asking anew ends it.
    REQUIRE(desk.session.book().set_number(desk.sheets[0], "/management/disclosure", 0.77).empty());
    REQUIRE(desk.session.wait());
    Desk::settle();
    CHECK_FALSE(desk.notice().isEmpty());
    desk.answer();
    CHECK(desk.notice().isEmpty());
}

TEST_CASE("decide: what is under way can be cancelled, and nothing is heard of it") {
    Desk desk;
    desk.run().click();
    CHECK(desk.session.inquirer().busy());
    CHECK_FALSE(desk.run().isEnabled());
    CHECK(desk.page().findChild<QProgressBar*>()->isVisible());
    desk.session.inquirer().cancel();
    CHECK_FALSE(desk.session.inquirer().busy());
    QTest::qWait(300);
    CHECK(desk.first_sentence().isEmpty());
    CHECK(desk.run().isEnabled());
    desk.answer();
    CHECK_FALSE(desk.first_sentence().isEmpty());
}

TEST_CASE("decide: the base alone has nothing to be compared with, and the page says what to do") {
    Desk desk;
    desk.session.book().set_active(desk.sheets[0]);
    Desk::settle();
    CHECK_FALSE(desk.run().isEnabled());
    const auto* why = desk.page().findChild<QLabel*>(QStringLiteral("hindrance"));
    REQUIRE(why);
    CHECK(why->isVisible());
    CHECK(why->text().startsWith(QStringLiteral("This is the base.")));
}

TEST_CASE("decide: answers and what was chosen outlive another language") {
    Desk desk;
    auto* by = desk.page().findChild<QComboBox*>(QStringLiteral("by"));
    REQUIRE(by);
    by->setCurrentIndex(1);
    desk.answer();
    Shown japanese = desk.session.shown();
    japanese.language = Language::japanese;
    desk.session.set_shown(japanese);
    Desk::settle();
    CHECK(desk.first_sentence().contains(QStringLiteral("10年目の営業利益は")));
    CHECK(desk.page().findChild<QComboBox*>(QStringLiteral("by"))->currentIndex() == 1);
}

TEST_CASE("decide: a proposal is opened as a variant of what was asked about, in one step of undo") {
    Desk desk;
    auto& book = desk.session.book();
    Answered answered;
    answered.asked.subjects = {{desk.sheets[0], book.name(desk.sheets[0]), {}, book.merged(desk.sheets[0])}};
    const decision::Draft draft{"prices", {"Prices +5%", "値上げ5%"}, {"A trial.", "試案"}, {{"management", {{"disclosure", 0.77}}}}};
    const int steps = book.undo_stack()->count();
    const SheetId sheet = desk.session.inquirer().open(answered, draft);
    REQUIRE(sheet != no_sheet);
    CHECK(book.undo_stack()->count() == steps + 1);
    CHECK(book.name(sheet) == draft.name);
    CHECK(book.active() == sheet);
    CHECK(test::at(*book.merged(sheet), "/management/disclosure") == 0.77);
    REQUIRE(desk.session.wait());
    const auto base = decision::base_of({*book.merged(desk.sheets[0]), "base.json"});
    REQUIRE(base);
    const auto proposed = decision::with_draft(*base.value, draft);
    REQUIRE(proposed);
    CHECK(desk.session.scene().active_study()->run.months.back().cash == proposed.value->run.months.back().cash);
    book.undo_stack()->undo();
    CHECK_FALSE(book.has(sheet));
    // To a file only where the file that it builds on is what is asked about.
    const test::Folder folder;
    CHECK(desk.session.inquirer().text_of(answered, draft, folder / "draft.json"));
    REQUIRE(book.set_number(desk.sheets[0], "/management/disclosure", 0.5).empty());
    const auto refused = desk.session.inquirer().text_of(answered, draft, folder / "draft.json");
    REQUIRE_FALSE(refused);
    CHECK(refused.problems.front().code == "base-not-saved");
}

TEST_CASE("decide: what goal seek proposes reaches the goal when it is opened") {
    Desk desk;
    auto& book = desk.session.book();
    book.set_active(desk.sheets[0]);
    desk.page().choose("goalseek");
    desk.session.inquirer().inputs(*find_inquiry("goalseek")).values = {{"figure", "operating_income"}, {"relation", "exactly"}, {"value", "20,000,000"}, {"year", "10"}};
    REQUIRE(desk.session.wait());
    desk.answer();
    const auto answered = desk.session.inquirer().answer(*find_inquiry("goalseek"));
    REQUIRE(answered);
    REQUIRE(answered->tell);
    const auto telling = answered->tell(MoneyUnit::yen);
    REQUIRE_FALSE(telling.drafts.empty());
    auto* open = desk.page().findChild<QPushButton*>(QStringLiteral("openDraft"));
    REQUIRE(open);
    open->click();
    REQUIRE(desk.session.wait());
    CHECK(book.sheet(book.active()).parent == desk.sheets[0]);
    const double reached = *at_year(*desk.session.scene().active_study(), *quantity("operating_income"), 10);
    CHECK(reached == doctest::Approx(20e6).epsilon(0.01));
    const std::string said = telling_json(telling), figure = decision::in_words(reached, "yen", MoneyUnit::yen).en;
    CHECK(said.find(figure) != std::string::npos);
}

TEST_CASE("decide: levers are chosen from all that a company has, and their bounds are what was typed") {
    Desk desk;
    const auto all = desk.session.inquirer().levers();
    REQUIRE(all.size() > 50);
    CHECK(all.front().pointers == std::vector<std::string>{"/segments/*/price"});
    const auto standard = standard_levers(all, "front,shares");
    REQUIRE(standard.size() == 2);
    CHECK(standard[1].kind == decision::LeverKind::split);
    const auto requests = requests_of(standard);
    REQUIRE(requests);
    CHECK(*requests.value->front().low < 1.0);
    CHECK(*requests.value->front().high > 1.0);
    LeverPicker picker(all, standard, 0, in(Language::japanese));
    picker.add(all[1]);
    CHECK(picker.chosen().size() == 3);
    picker.add(all[1]);  // it is there already
    picker.remove(0);
    CHECK(picker.chosen().size() == 2);
    auto bad = picker.chosen();
    for (auto& one : bad) one.low = "a few";
    CHECK(requests_of(bad).problems.size() == 1);  // shares have no bounds
    LeverPicker one(all, {all[0]}, 1, in(Language::english));
    one.add(all[1]);
    REQUIRE(one.chosen().size() == 1);
    CHECK(one.chosen()[0] == all[1]);
}

TEST_CASE("decide: a form is refused with all that is wrong with it") {
    Asked asked;
    Inquiry inquiry = *find_inquiry("attribute");
    using Kind = InquiryField::Kind;
    inquiry.fields = {{"year", Kind::whole, {"Year", "年"}, {}, "5", {}, {}, {1.0, 10.0}}, {"goal", Kind::number, {"Goal", "目標"}, {}, "", {}, {}, {}, true}, {"rate", Kind::number, {"Rate", "率"}, {}, "5%"}};
    asked.inquiry = &inquiry;
    CHECK(problems_of(asked).empty());
    CHECK(asked.number("year") == 5.0);
    CHECK_FALSE(asked.number("goal"));
    CHECK(asked.number("rate") == doctest::Approx(0.05));
    asked.inputs.values = {{"year", "2.5"}, {"goal", "a lot"}, {"rate", ""}};
    const auto problems = problems_of(asked);
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].code == "whole-number");
    CHECK(problems[1].code == "number-expected");
    asked.inputs.values["year"] = "11";
    CHECK(problems_of(asked)[0].code == "out-of-range");
}

TEST_CASE("decide: every question has words and fields in both languages, and is reached by key") {
    Desk desk;
    for (const auto& inquiry : inquiries()) {
        CAPTURE(inquiry.id);
        CHECK(find_inquiry(inquiry.id) == &inquiry);
        CHECK_FALSE(inquiry.title.ja.empty());
        CHECK_FALSE(inquiry.meaning.ja.empty());
        for (const auto& field : inquiry.fields) CHECK_FALSE(field.label.ja.empty());
        desk.page().choose(inquiry.id);
        Desk::settle();
        for (const auto& field : inquiry.fields) {
            const auto* widget = desk.page().findChild<QWidget*>(qt(field.id));
            REQUIRE(widget);
            CHECK_FALSE(widget->accessibleName().isEmpty());
        }
    }
    auto* list = desk.page().findChild<QListWidget*>(QStringLiteral("questions"));
    REQUIRE(list);
    CHECK(list->count() == static_cast<int>(inquiries().size()));
    CHECK((list->focusPolicy() & Qt::TabFocus) != 0);
}
