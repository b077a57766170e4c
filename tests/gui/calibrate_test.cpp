#include "calibration/output.hpp"
#include "support/imported.hpp"
#include "window/calibrate_dialog.hpp"
#include "window/choice_table.hpp"
#include "window/session.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QTest>
#include <QUndoStack>

using namespace goho;
using namespace goho::gui;

namespace {

Shown in(Language language) {
    Shown shown;
    shown.language = language;
    return shown;
}

struct Opened {
    test::Folder folder;
    Session session;
    explicit Opened(Language language = Language::english) : session(in(language)) {
        std::vector<const char*> months = test::half_a_year;
        for (const char* month : {"2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03"}) months.push_back(month);
        REQUIRE(session.book().open({test::imported(folder, months)}).problems.empty());
        REQUIRE(session.wait());
    }
    const simulation::Scenario& scenario() { return session.scene().active_study()->scenario; }
};

void settle(const CalibrateDialog& dialog) { REQUIRE(QTest::qWaitFor([&] { return !dialog.busy(); }, 60000)); }

void picture(QWidget& widget, const char* name, Language language) {
    const QByteArray folder = qgetenv("GOHO_PICTURES");
    if (folder.isEmpty()) return;
    QApplication::processEvents();
    widget.grab().save(QString::fromUtf8(folder) + QLatin1Char('/') + QString::fromUtf8(name) +
                       (language == Language::japanese ? QStringLiteral("_ja.png") : QStringLiteral("_en.png")));
}

}  // namespace

TEST_CASE("calibrate: what books tell is offered; what is zero, or cannot be told apart, is not proposed") {
    Opened opened;
    const auto offered = fittables(opened.scenario());
    REQUIRE(offered.size() > 20);
    int proposed = 0;
    for (const auto& one : offered) {
        proposed += one.proposed ? 1 : 0;
        if (one.value == 0.0) CHECK_FALSE(one.proposed);
        // These books give no volumes.
        if (one.pointer.ends_with("/volume")) CHECK_FALSE(one.proposed);
        if (one.pointer.ends_with("/price")) CHECK(one.proposed);
        // Of a cost that moves in part, only one of its two figures.
        if (!one.pointer.ends_with("/sales_share") || !one.proposed) continue;
        const std::string amount = one.pointer.substr(0, one.pointer.rfind('/')) + "/monthly_amount";
        CHECK(std::none_of(offered.begin(), offered.end(), [&](const auto& other) { return other.pointer == amount && other.proposed; }));
    }
    CHECK(proposed > 10);
    auto without = opened.scenario();
    without.plan.actuals.months.clear();
    CHECK(fittables(without).empty());
}

TEST_CASE("calibrate: a volume is proposed where the actual months give it") {
    Opened opened;
    auto scenario = opened.scenario();
    for (auto& month : scenario.plan.actuals.months) month.segments.front().volume = 1000.0;
    const auto offered = fittables(scenario);
    const std::string first = "/segments/" + std::string(scenario.plan.segments.front().id) + "/volume";
    const auto found = std::find_if(offered.begin(), offered.end(), [&](const auto& one) { return one.pointer == first; });
    REQUIRE(found != offered.end());
    CHECK(found->proposed);
}

TEST_CASE("calibrate: values and where they come from are taken over as one step, and twice says it once") {
    Opened opened;
    auto& book = opened.session.book();
    const SheetId sheet = book.active();
    CalibrateDialog dialog(opened.session.shown(), book, sheet, opened.scenario(), nullptr);
    for (const auto& pointer : dialog.ticked()) dialog.tick(pointer, pointer == "/cost_lines/advertising/monthly_amount");
    const auto one_ticked = dialog.ticked();
    REQUIRE(one_ticked.size() == 1);
    dialog.go_on();
    CHECK(dialog.step() == 1);
    settle(dialog);
    REQUIRE(dialog.result());
    const auto before = *book.sheet(sheet).content;
    const int steps = book.undo_stack()->count();
    REQUIRE(dialog.take());
    CHECK(book.undo_stack()->count() == steps + 1);
    const auto taken = calibration::taken_over(*dialog.result());
    REQUIRE(taken.size() == 1);
    const auto& after = *book.sheet(sheet).content;
    CHECK(test::at(after, taken[0].pointer).get<double>() == taken[0].value);
    const std::string note = test::at(after, taken[0].item + "/note/en").get<std::string>();
    CHECK(note.find("fitted to the actual months 2026-04 to 2027-03") != std::string::npos);
    REQUIRE(take_over(book, sheet, *dialog.result()).empty());
    CHECK(test::at(*book.sheet(sheet).content, taken[0].item + "/note/en").get<std::string>() == note);
    REQUIRE(opened.session.wait());
    CHECK(opened.session.scene().active_study() != nullptr);
    while (book.undo_stack()->canUndo()) book.undo_stack()->undo();
    CHECK(*book.sheet(sheet).content == before);
}

TEST_CASE("calibrate: estimates, errors, intervals, evidence, fit and what is not known are shown as the engine has them") {
    for (const Language language : {Language::english, Language::japanese}) {
        Opened opened(language);
        CalibrateDialog dialog(opened.session.shown(), opened.session.book(), opened.session.book().active(), opened.scenario(), nullptr);
        dialog.show();
        CHECK_FALSE(dialog.at_end());
        picture(dialog, "calibrate_choice", language);
        dialog.go_on();
        CHECK_FALSE(dialog.can_go_on());  // while it is calculated
        settle(dialog);
        REQUIRE(dialog.result());
        const auto& result = *dialog.result();
        CHECK(result.months == 12);
        const auto tables = dialog.findChildren<ChoiceTable*>();
        const ChoiceTable* values = nullptr;
        for (const auto* table : tables) {
            if (table->columnCount() == 8) values = table;
        }
        REQUIRE(values);
        REQUIRE(values->rowCount() == static_cast<int>(result.quantities.size()));
        for (int row = 0; row < values->rowCount(); ++row) {
            const auto& one = result.quantities[static_cast<std::size_t>(row)];
            CHECK(values->text(row, 2).toStdString() == calibration::figure_text(one, one.estimate.value, language));
            CHECK(values->text(row, 4).toStdString() == calibration::figure_text(one, one.estimate.low, language));
            CHECK(values->text(row, 6).toStdString() == calibration::evidence_text(one));
        }
        for (const auto& finding : result.findings)
            CHECK(dialog.told().contains(QString::fromStdString(finding.in(language))));
        picture(dialog, "calibrate_result", language);
    }
}

TEST_CASE("calibrate: going back stops the calculation, and its result is not taken") {
    Opened opened;
    CalibrateDialog dialog(opened.session.shown(), opened.session.book(), opened.session.book().active(), opened.scenario(), nullptr);
    dialog.go_on();
    CHECK(dialog.busy());
    dialog.go_back();
    CHECK_FALSE(dialog.busy());
    QTest::qWait(300);
    CHECK(dialog.result() == nullptr);
    CHECK_FALSE(dialog.take());
    for (const auto& pointer : dialog.ticked()) dialog.tick(pointer, false);
    CHECK_FALSE(dialog.can_go_on());
}
