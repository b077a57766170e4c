#include "charts/bar_chart.hpp"
#include "charts/break_even_chart.hpp"
#include "charts/gantt_chart.hpp"
#include "charts/polar_chart.hpp"
#include "charts/stacked_chart.hpp"
#include "charts/ticks.hpp"
#include "charts/time_chart.hpp"
#include "charts/waterfall_chart.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <cmath>

using namespace goho;
using namespace goho::gui;

namespace {

TimeData two_lines(double factor) {
    TimeData data;
    data.start = Month::of(2027, 4);
    data.months = 120;
    data.measure = Measure("yen", Shown{});
    for (const bool ghost : {true, false}) {
        TimeLine line{ghost ? QStringLiteral("base") : QStringLiteral("variant"),
                      QColor(ghost ? Qt::gray : Qt::blue),
                      ghost,
                      !ghost,
                      false,
                      {}};
        for (int t = 0; t <= 120; ++t) line.points.append({static_cast<double>(t), (ghost ? 1.0 : factor) * 1e6 * t});
        data.lines.push_back(std::move(line));
    }
    return data;
}

/// The words that a chart of this size writes, as its drawing has them.
QString written(Chart& chart, QSize size) {
    const QTemporaryDir folder;
    chart.resize(size);
    REQUIRE(chart.save_svg(folder.filePath(QStringLiteral("chart.svg"))));
    QFile svg(folder.filePath(QStringLiteral("chart.svg")));
    REQUIRE(svg.open(QIODevice::ReadOnly));
    return QString::fromUtf8(svg.readAll());
}

/// Whether anything was drawn on it: more than one colour.
bool drawn(const QImage& image) {
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(0, 0)) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("ticks: round steps cover what is shown") {
    struct Case {
        double low, high, first, last, step;
        int decimals;
    };
    const Case cases[] = {{0.0, 97.0, 0.0, 100.0, 20.0, 0},
                          {-3.2, 8.1, -5.0, 10.0, 2.5, 1},
                          {0.0, 1.0, 0.0, 1.0, 0.2, 1},
                          {12345.0, 15432.0, 12000.0, 16000.0, 1000.0, 0}};
    for (const auto& c : cases) {
        const Ticks ticks = nice_ticks(c.low, c.high, 5);
        CHECK(ticks.low == doctest::Approx(c.first));
        CHECK(ticks.high == doctest::Approx(c.last));
        CHECK(ticks.step == doctest::Approx(c.step));
        CHECK(ticks.decimals == c.decimals);
    }
}

TEST_CASE("ticks: any span of any size has a few steps, and holds it") {
    for (double size = 1e-6; size < 1e13; size *= 7.3) {
        for (const double shift : {-1.3, -0.5, 0.0, 0.2, 4.0}) {
            const double low = shift * size, high = low + size;
            const Ticks ticks = nice_ticks(low, high, 5);
            CAPTURE(low);
            CAPTURE(high);
            CHECK(ticks.low <= low + 1e-9 * size);
            CHECK(ticks.high >= high - 1e-9 * size);
            CHECK(ticks.at().size() >= 2);
            CHECK(ticks.at().size() <= 8);
        }
    }
}

TEST_CASE("ticks: a flat line has room around it, and nonsense does no harm") {
    const Ticks flat = nice_ticks(5.0, 5.0, 4);
    CHECK(flat.low < 5.0);
    CHECK(flat.high > 5.0);
    CHECK(nice_ticks(0.0, 0.0, 4).high > nice_ticks(0.0, 0.0, 4).low);
    CHECK(nice_ticks(std::nan(""), 1.0, 4) == Ticks{});
}

TEST_CASE("years: labels are left out rather than laid over each other") {
    CHECK(year_stride(40.0, 60.0) == 1);
    CHECK(year_stride(60.0, 60.0) == 2);
    CHECK(year_stride(60.0, 20.0) == 5);
    CHECK(fiscal_year_text(Month::of(2028, 3), 4, Language::japanese) == QStringLiteral("2027年度"));
    CHECK(fiscal_year_text(Month::of(2028, 4), 4, Language::english) == QStringLiteral("FY2028"));
}

TEST_CASE("colours: every scenario, text and verdict stands out from its panel in both themes") {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const Colors& c = colors_of(theme);
        for (int i = 0; i < scenario_colors; ++i) CHECK(contrast(scenario_color(i, theme), c.panel) >= 3.0);
        for (const QColor& ink : {c.text, c.muted, c.good, c.bad, c.caution}) CHECK(contrast(ink, c.panel) >= 4.5);
        CHECK(contrast(c.accent, c.panel) >= 4.5);
        CHECK(contrast(c.on_accent, c.accent) >= 4.5);
    }
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const QColor ground = colors_of(theme).panel;
        CHECK(contrast(colors_of(theme).base, ground) >= 3.0);
        CHECK(contrast(readable(colors_of(theme).base, ground), ground) >= 4.5);
        for (int i = 0; i < scenario_colors; ++i)
            CHECK(contrast(readable(scenario_color(i, theme), ground), ground) >= 4.5);
    }
    CHECK(contrast(Qt::black, Qt::white) == doctest::Approx(21.0));
}

TEST_CASE("measure: figures are written as on the terminal") {
    Shown shown;
    shown.language = Language::japanese;
    const Measure yen("yen", shown), share("fraction", shown), rate("1/month", shown), index("index", shown);
    CHECK(yen.value(-12'345'678.0) == QStringLiteral("△12.3"));
    CHECK(yen.with_unit(12'345'678.0) == QStringLiteral("12.3 百万円"));
    CHECK(yen.value({}) == QStringLiteral("計算不能"));
    CHECK(yen.difference(1e6) == QStringLiteral("+1.0"));
    CHECK(share.value(0.664) == QStringLiteral("66.4%"));
    CHECK(share.difference(-0.073) == QStringLiteral("△7.3pt"));
    CHECK(rate.value(0.0123) == QStringLiteral("1.23%"));
    CHECK(index.value(1.164) == QStringLiteral("1.16"));
    CHECK(labelled(QStringLiteral("売上高"), yen) == QStringLiteral("売上高（百万円）"));
}

TEST_CASE("time chart: its series hold what was given, and are kept when it changes") {
    TimeChart chart{Shown{}};
    chart.resize(400, 240);
    chart.show_data(two_lines(2.0));
    REQUIRE(chart.plot().lines_shown() == 2);
    CHECK(chart.plot().points_of(1).size() == 121);
    CHECK(chart.plot().points_of(2)[120] == QPointF(120.0, 240e6));
    const void* kept = chart.plot().series_of(2);
    chart.show_data(two_lines(3.0));
    CHECK(chart.plot().series_of(2) == kept);
    CHECK(chart.plot().points_of(2)[120] == QPointF(120.0, 360e6));
    CHECK(chart.ticks().high * 1e6 >= 360e6);
    chart.show_data({});
    CHECK(chart.plot().lines_shown() == 0);
}

TEST_CASE("time chart: bands, targets and callouts are drawn") {
    TimeChart chart{Shown{}};
    chart.resize(500, 300);
    auto data = two_lines(1.5);
    data.fan.color = Qt::blue;
    for (auto* level : {&data.fan.p5, &data.fan.p25, &data.fan.p50, &data.fan.p75, &data.fan.p95})
        level->assign(120, 1e8);
    data.targets.push_back({60.0, 9e8, false, true, QStringLiteral("target")});
    data.callouts.push_back({120.0, 1.8e8, QStringLiteral("+60"), Qt::darkGreen});
    chart.show_data(data);
    CHECK(chart.plot().lines_shown() == 3);  // the median, too
    CHECK(chart.ticks().high * 1e6 >= 9e8);  // the target is in view
    CHECK(drawn(chart.picture(1.0).toImage()));
}

TEST_CASE("charts: each paints something, as PNG and as SVG") {
    const Shown shown;
    PolarChart polar(shown);
    polar.show_data(
        {{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")},
         {{QStringLiteral("x"), Qt::blue, false, true, {10.0, 50.0, 90.0, std::nullopt, 30.0}}}});
    WaterfallChart waterfall(shown);
    waterfall.show_data({Measure("yen", shown),
                         {{QStringLiteral("from"), 1e6, true, Qt::gray},
                          {QStringLiteral("step"), -3e6, false, {}},
                          {QStringLiteral("to"), -2e6, true, Qt::blue}}});
    BarChart bars(shown);
    bars.show_data({0.0,
                    100.0,
                    {50.0},
                    {{QStringLiteral("one"), 40.0, 60.0, QStringLiteral("40"), Qt::blue},
                     {QStringLiteral("none"), {}, {}, QStringLiteral("-"), Qt::blue}}});
    StackedChart stacked(shown);
    stacked.show_data({Measure("hours", shown),
                       {QStringLiteral("FY2027"), QStringLiteral("FY2028")},
                       {{QStringLiteral("part"), Qt::blue, {10.0, -5.0}}},
                       {}});
    const QTemporaryDir folder;
    for (Chart* chart : std::initializer_list<Chart*>{&polar, &waterfall, &bars, &stacked}) {
        chart->resize(320, 220);
        CHECK(drawn(chart->picture(1.0).toImage()));
        const QString file = folder.filePath(QStringLiteral("chart.svg"));
        REQUIRE(chart->save_svg(file));
        QFile svg(file);
        REQUIRE(svg.open(QIODevice::ReadOnly));
        CHECK(svg.readAll().contains("<path"));
    }
}

TEST_CASE("labels: Japanese breaks between words, not within them, as long as all of it fits") {
    const QFontMetricsF metrics(QApplication::font());
    const double letter = metrics.horizontalAdvance(QStringLiteral("経"));
    const auto lines = [&](const char* text, double letters) {
        return wrapped_text(metrics, QString::fromUtf8(text), letters * letter + 0.5, 2).join(QLatin1Char('|'));
    };
    CHECK(lines("意思決定経験", 5) == QStringLiteral("意思決定|経験"));
    CHECK(lines("市場比の賃金水準", 7) == QStringLiteral("市場比の|賃金水準"));
    CHECK(lines("新システム導入", 6) == QStringLiteral("新システム|導入"));
    CHECK_FALSE(lines("開発資本蓄積額", 4).contains(QStringLiteral("…")));
}

TEST_CASE("time chart: a level line does not lie on the floor of its chart") {
    TimeData data = two_lines(1.0);
    data.measure = Measure("index", Shown{});
    data.lines.resize(1);
    for (auto& p : data.lines[0].points) p.setY(1.0);
    data.lines.push_back(data.lines[0]);
    for (qsizetype i = 0; i < data.lines[1].points.size(); ++i)
        data.lines[1].points[i].setY(1.0 + 0.2 * static_cast<double>(i) / 120.0);
    TimeChart chart((Shown{}));
    chart.resize(400, 240);
    chart.show_data(data);
    CHECK(chart.plot().y_low() < 1.0);
}

TEST_CASE("break-even chart: amounts below the axis that have no room beside each other are left out") {
    Shown shown;
    shown.unit = MoneyUnit::yen;
    BreakEvenData data{Measure("yen", shown), {800e6, 300e6, 450e6, 685e6}, {}, Qt::blue};
    BreakEvenChart chart(shown);
    chart.show_data(data);
    const auto times = [&](int width, const char* amount) {
        return written(chart, {width, 300}).count(QLatin1Char('>') + QString::fromLatin1(amount) + QLatin1Char('<'));
    };
    CHECK(times(1200, "200,000,000") == 2);  // at the side, and below
    CHECK(times(400, "200,000,000") == 1);
    CHECK(times(400, "1,000,000,000") >= 1);
}

TEST_CASE("plan over time: words beside a bar are left out where only their beginning has room") {
    GanttData data;
    data.start = Month::of(2027, 4);
    GanttRow row;
    row.name = QStringLiteral("Line");
    row.words = QStringLiteral("Sales rise by a tenth from the second year on");
    row.start = data.start;
    row.bars = {{QStringLiteral("Bar"), 0, 6}};
    data.rows = {row};
    GanttChart chart((Shown{}));
    chart.show_data(data);
    for (int month = 0; month < 114; month += 2) {
        data.rows[0].start = data.start + month;
        chart.show_data(data);
        const QString words = written(chart, {700, 80});
        CHECK(words.contains(QStringLiteral("Sal")) == words.contains(QStringLiteral("Sales rise")));
        if (month < 20) CHECK(words.contains(row.words));
    }
}
