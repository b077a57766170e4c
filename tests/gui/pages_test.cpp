#include "views/gates_strip.hpp"
#include "views/page_list.hpp"
#include "views/parts.hpp"
#include "window/session.hpp"
#include "window/style.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <algorithm>
#include <filesystem>

using namespace goho;
using namespace goho::gui;

namespace {

int warnings = 0;
void count_warnings(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtDebugMsg || type == QtInfoMsg || message.contains(QStringLiteral("propagateSizeHints"))) return;
    ++warnings;
    MESSAGE(message.toStdString());
}

std::vector<std::filesystem::path> companies() {
    const auto scenarios = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios";
    return {scenarios / "cases/base.json", scenarios / "it_services/base.json", scenarios / "manufacturer/base.json",
            scenarios / "wholesaler/base.json"};
}

Scene scene_of(Session& session, const std::filesystem::path& file, const std::filesystem::path& variant = {}) {
    const auto opened = session.book().open(variant.empty() ? std::vector{file} : std::vector{file, variant});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets.back());
    REQUIRE(session.wait());
    return session.scene();
}

QString texts_of(const QWidget& page) {
    QString out;
    for (const auto* label : page.findChildren<QLabel*>()) out += label->text() + QLatin1Char('\n');
    for (const auto* card : page.findChildren<KpiCard*>()) out += card->text() + QLatin1Char('\n');
    return out;
}

bool has_japanese(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() <= 0x9FFF; });
}

}  // namespace

TEST_CASE("pages: every page shows every shipped company in both languages and themes without a warning") {
    const auto before = qInstallMessageHandler(count_warnings);
    warnings = 0;
    for (const Language language : {Language::english, Language::japanese}) {
        for (const auto& file : companies()) {
            Shown shown;
            shown.language = language;
            shown.theme = language == Language::japanese ? Theme::dark : Theme::light;
            Session session(shown);
            const Scene scene = scene_of(session, file);
            for (const auto name : page_names()) {
                CAPTURE(file.string());
                CAPTURE(std::string(name));
                const std::unique_ptr<Page> page(make_page(name, shown));
                page->resize(960, 560);
                page->show_scene(scene);
                const QImage image = page->grab().toImage();
                CHECK(image.width() == 960);
                const QString texts = texts_of(*page);
                CHECK(texts.contains(Words{language}(page->title())));
                // What a page says itself is in the language chosen; names of scenarios are the author's affair.
                if (language == Language::english) CHECK_FALSE(has_japanese(texts));
            }
        }
    }
    qInstallMessageHandler(before);
    CHECK(warnings == 0);
}

TEST_CASE("pages: cards say the figure, its unit, and the change against the base with one sign and a word") {
    Session session(Shown{});
    const auto scenarios = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/cases";
    const Scene scene = scene_of(session, scenarios / "base.json", scenarios / "integrated.json");
    KpiCard card("operating_income", scene.shown);
    card.show_scene(scene, 5);
    CHECK(card.text().contains(QStringLiteral("million yen")));
    CHECK(card.text().contains(QStringLiteral("  +")));
    CHECK(card.text().contains(QStringLiteral("better")));
    for (const auto* arrow : {"↑", "↓", "▲", "▼"}) CHECK_FALSE(card.text().contains(QString::fromUtf8(arrow)));
    Scene off = scene;
    off.shown.difference = DifferenceMode::off;
    card.show_scene(off, 5);
    CHECK_FALSE(card.text().contains(QLatin1Char('+')));
}

TEST_CASE("pages: the gates are told in words, those missed first, then cash") {
    Session session(Shown{});
    const Scene scene = scene_of(session, companies().front());
    const auto chips = gate_chips(scene);
    REQUIRE(chips.size() > 5);
    const auto missed = [](const GateChip& c) { return c.verdict == stakeholders::Verdict::missed; };
    CHECK(std::is_partitioned(chips.begin(), chips.end(), missed));
    // Among those of one verdict the order is that in which a bank looks at them.
    const auto place = [&](const char* label) {
        return std::find_if(chips.begin(), chips.end(),
                            [&](const GateChip& c) { return c.label.startsWith(QString::fromUtf8(label)); });
    };
    const auto before = [&](const char* a, const char* b) {
        return missed(*place(a)) != missed(*place(b)) ? missed(*place(a)) : place(a) < place(b);
    };
    CHECK(before("Cash", "Years to repay debt"));
    CHECK(before("Years to repay debt", "Equity ratio"));
    CHECK(missed(chips[0]) == std::any_of(chips.begin(), chips.end(), missed));
    for (const auto& chip : chips) CHECK_FALSE(chip.words.isEmpty());
}

TEST_CASE("pages: the strip of gates names the year judged, and how many of those not seen are missed") {
    for (const auto& file : companies()) {
        Session session(Shown{});
        const Scene scene = scene_of(session, file);
        GatesStrip strip(scene.shown);
        strip.resize(10, 46);
        strip.show_scene(scene);
        const auto missed = std::count_if(strip.chips().begin(), strip.chips().end(), [](const GateChip& c) {
            return c.verdict == stakeholders::Verdict::missed;
        });
        const auto* more = strip.findChild<QPushButton*>(QStringLiteral("moreGates"));
        REQUIRE(more);
        CHECK(more->text().startsWith(QStringLiteral("+%1 more").arg(strip.chips().size())));
        CHECK(more->text().contains(QStringLiteral("%1 missed").arg(missed)) == (missed > 0));
        CHECK(more->property("missed").toBool() == (missed > 0));
        const QString year = judged_year(scene);
        CHECK(year == Words{Language::english}(scene.active_study()->fiscal_views.back().label));
        CHECK(strip.accessibleDescription().startsWith(QStringLiteral("Judged at ") + year));
    }
}

TEST_CASE("pages: an index says in both languages what it is measured against") {
    for (const char* name : {"customer_index", "labour_productivity_index", "real_wage_index", "human_capital",
                             "research_capital", "digital_capital", "attractiveness"}) {
        CHECK(title_of(*quantity(name), Language::english).endsWith(QStringLiteral(" (now = 1)")));
        CHECK(title_of(*quantity(name), Language::japanese).endsWith(QStringLiteral("（現状=1）")));
    }
    CHECK(title_of(*quantity("net_sales"), Language::english) == QStringLiteral("Net sales"));
}

TEST_CASE("pages: figures that differ below their decimals are not called the same") {
    Scene scene;
    const auto rate = *quantity("complaint_rate");
    CHECK(change_words(scene, rate, 0.0100, 0.0104).text.contains(QStringLiteral("0.04pt")));
    CHECK(change_words(scene, rate, 0.0100, 0.0100).text == QStringLiteral("±0"));
    CHECK(change_words(scene, rate, 0.0100, 0.010001).text == QStringLiteral("±0"));
}

TEST_CASE("pages: what is told of a year stands over the middle of that year") {
    Session session(Shown{});
    const Scene scene = scene_of(session, companies().front());
    for (const char* name : {"net_sales", "break_even_ratio", "cash"}) {
        TimeChart chart(scene.shown);
        const auto one = *quantity(name);
        const auto points = points_of(*scene.active_study(), one);
        chart.show_data(time_data(scene, one, false));
        const double back = std::string_view(name) == "cash" ? 0.0 : 6.0;
        REQUIRE_FALSE(points.isEmpty());
        CHECK(chart.plot().points_of(1).last().x() == points.last().x() - back);
        CHECK(chart.plot().points_of(1).last().y() == points.last().y());
    }
}

TEST_CASE("pages: a plan without initiatives offers to add one") {
    Session session(Shown{});
    const Scene scene = scene_of(session, companies().front());
    const std::unique_ptr<Page> page(make_page("initiatives", scene.shown));
    page->show_scene(scene);
    QString asked;
    QObject::connect(page.get(), &Page::locate, [&](const QString& pointer) { asked = pointer; });
    auto* add = page->findChild<QPushButton*>(QStringLiteral("addInitiative"));
    REQUIRE(add);
    add->click();
    CHECK(asked == QStringLiteral("/initiatives"));
}

TEST_CASE("pages: a figure that stands in the books can be asked why") {
    Session session(Shown{});
    const Scene scene = scene_of(session, companies().front());
    KpiCard card("net_sales", scene.shown);
    card.show_scene(scene, 3);
    std::optional<Figure> asked;
    QObject::connect(&card, &KpiCard::why, [&](const Figure& figure) { asked = figure; });
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(&card, &press);
    REQUIRE(asked);
    CHECK(asked->variable == "net_sales");
    CHECK(asked->month == 35);
}

TEST_CASE("figures: flows stand by plan year, stocks by month, and their names are those of the tables") {
    Session session(Shown{});
    const Scene scene = scene_of(session, companies().front());
    const auto* study = scene.active_study();
    REQUIRE(study);
    const auto sales = quantity("net_sales"), cash = quantity("cash"), ratio = quantity("equity_ratio");
    REQUIRE(sales);
    CHECK(points_of(*study, *sales).size() == static_cast<qsizetype>(study->run.months.size() / 12));
    CHECK(points_of(*study, *cash).size() == static_cast<qsizetype>(study->run.months.size()) + 1);
    CHECK(points_of(*study, *cash).back().y() == study->run.months.back().cash);
    CHECK(at_year(*study, *ratio, 1).has_value());
    CHECK_FALSE(at_year(*study, *sales, 99).has_value());
    CHECK_FALSE(quantity("no_such_figure").has_value());
}

TEST_CASE("figures: where the client's name is hidden, scenarios are a base and numbered plans") {
    Session session(Shown{});
    const auto scenarios = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/cases";
    Scene scene = scene_of(session, scenarios / "base.json", scenarios / "integrated.json");
    CHECK(name_of(scene, scene.active) == QStringLiteral("Designed together"));
    scene.shown.hide_client = true;
    CHECK(name_of(scene, scene.base) == QStringLiteral("Base"));
    CHECK(name_of(scene, scene.active) == QStringLiteral("Plan 1"));
}
