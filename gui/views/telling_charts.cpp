#include "views/telling_charts.hpp"

#include <algorithm>
#include <cmath>

namespace goho::gui {

namespace {

using decision::TellingChart;
using decision::TellingPoint;

const std::vector<TellingPoint>& first_points(const TellingChart& chart) {
    static const std::vector<TellingPoint> none;
    return chart.series.empty() ? none : chart.series.front().points;
}

QString bar_words(const TellingPoint& point, const Measure& measure, const Words& words) {
    QString text = measure.value(point.y);
    if (point.low && point.high) text += words(" (", "（") + measure.value(*point.low) + words(" to ", "〜") + measure.value(*point.high) + words(")", "）");
    return text;
}

QString axis_name(const Text& label, const Measure& measure, const Words& words) { return label.empty() ? measure.name() : labelled(words(label), measure); }

}  // namespace

BarData bar_data(const TellingChart& chart, const Shown& shown) {
    const Words words{shown.language};
    const Measure measure(chart.y_unit, shown);
    BarData data;
    data.low = data.high = 0.0;
    const auto reach = [&](double v) { data.low = std::min(data.low, v), data.high = std::max(data.high, v); };
    for (const auto& point : first_points(chart)) {
        Bar bar{words(point.label), point.y, {}, bar_words(point, measure, words), point.y < 0.0 ? colors_of(shown.theme).bad : scenario_color(0, shown.theme), point.low, point.high};
        for (const double v : {point.y, point.low.value_or(0.0), point.high.value_or(0.0)}) reach(v);
        // A second series is where each stood before.
        if (chart.series.size() > 1 && chart.series[1].points.size() > data.bars.size()) reach(*(bar.before = chart.series[1].points[data.bars.size()].y));
        data.bars.push_back(std::move(bar));
    }
    if (measure.percentage() && data.low == 0.0 && data.high > 0.5 && data.high <= 1.0) data.high = 1.0;
    if (data.high <= data.low) data.high = data.low + measure.size();
    return data;
}

WaterfallData waterfall_data(const TellingChart& chart, const Shown& shown) {
    WaterfallData data{Measure(chart.y_unit, shown), {}};
    const auto& points = first_points(chart);
    for (const auto& point : points) {
        const bool first = &point == &points.front();
        data.steps.push_back({Words{shown.language}(point.label), point.y, point.total,
                              first ? colors_of(shown.theme).base : scenario_color(0, shown.theme)});
    }
    return data;
}

XyData xy_data(const TellingChart& chart, const Shown& shown) {
    const Words words{shown.language};
    XyData data{Measure(chart.x_unit, shown), Measure(chart.y_unit, shown), {}, {}, chart.kind == TellingChart::Kind::lines, {}};
    data.x_name = axis_name(chart.x_label, data.x, words);
    data.y_name = axis_name(chart.y_label, data.y, words);
    int n = 0;
    for (const auto& series : chart.series) {
        XySeries out{words(series.name), scenario_color(n++, shown.theme), {}};
        for (const auto& point : series.points) out.points.push_back({point.x, point.y, point.low, point.high, words(point.label)});
        data.series.push_back(std::move(out));
        if (!data.joined) break;  // points of the first series
    }
    return data;
}

QString chart_heading(const TellingChart& chart, const Shown& shown) {
    const QString title = Words{shown.language}(chart.title);
    const bool names_axes = chart.kind == TellingChart::Kind::lines || chart.kind == TellingChart::Kind::scatter;
    return names_axes ? title : labelled(title, Measure(chart.y_unit, shown));
}

Chart* make_chart(const TellingChart& chart, const Shown& shown) {
    const int count = static_cast<int>(first_points(chart).size());
    if (count == 0) return nullptr;
    Chart* out = nullptr;
    int high = 270;
    if (chart.kind == TellingChart::Kind::bars) {
        auto* bars = new BarChart(shown);
        bars->show_data(bar_data(chart, shown));
        high = std::max(60, 34 * count + 8);
        out = bars;
    } else if (chart.kind == TellingChart::Kind::waterfall) {
        auto* steps = new WaterfallChart(shown);
        steps->show_data(waterfall_data(chart, shown));
        high = std::max(200, 30 * count + 12);
        out = steps;
    } else {
        auto* xy = new XyChart(shown);
        xy->show_data(xy_data(chart, shown));
        out = xy;
    }
    out->set_heading(chart_heading(chart, shown));
    out->setFixedHeight(high);
    return out;
}

}  // namespace goho::gui
