#include "views/gates_strip.hpp"
#include "views/page_list.hpp"
#include "views/parts.hpp"
#include "window/session.hpp"
#include "window/style.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
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

TEST_CASE("pages: the gates are told in words, cash first") {
    Session session(Shown{});
    const Scene scene = scene_of(session, companies().front());
    const auto chips = gate_chips(scene);
    REQUIRE(chips.size() > 5);
    CHECK(chips[0].label == QStringLiteral("Cash"));
    CHECK(chips[1].label.startsWith(QStringLiteral("Years to repay debt")));
    CHECK(chips[2].label == QStringLiteral("Equity ratio"));
    for (const auto& chip : chips) CHECK_FALSE(chip.words.isEmpty());
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
