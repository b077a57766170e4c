#include "charts/milestone_chart.hpp"

#include "charts/verdict_mark.hpp"

#include <QMouseEvent>
#include <algorithm>

namespace goho::gui {

namespace {

constexpr double indent = 22.0, apart = 7.0;

}  // namespace

void MilestoneChart::show_data(std::vector<Milestone> milestones) {
    data_ = std::move(milestones);
    std::stable_sort(data_.begin(), data_.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
    updateGeometry();
    update();
}

QString MilestoneChart::year_text(int year) const {
    return words()("Year ", "計画") + QString::number(year) + words()("", "年目");
}

double MilestoneChart::head() const { return QFontMetricsF(font()).height() + 5.0; }

MilestoneChart::Lines MilestoneChart::lines_of(const Milestone& one, double width) const {
    const QFontMetricsF metrics(font()), small(small_font());
    const double verdict = small.horizontalAdvance(one.verdict_word) + 8.0;
    Lines out{wrapped_text(metrics, one.name, width - indent - verdict, 2), {}};
    const QString both = one.reached + QStringLiteral("  /  ") + one.target;
    if (small.horizontalAdvance(both) <= width - indent) out.figures = {both};
    else out.figures = {one.reached, one.target};
    return out;
}

double MilestoneChart::height_of(const Milestone& one, double width) const {
    const auto lines = lines_of(one, width);
    return static_cast<double>(lines.name.size()) * (QFontMetricsF(font()).height() - 1.0) +
           static_cast<double>(lines.figures.size()) * (QFontMetricsF(small_font()).height() - 1.0) + apart;
}

double MilestoneChart::height_for(double width) const {
    double height = 0.0;
    int year = -1;
    for (const auto& one : data_) {
        if (one.year != year) height += head();
        year = one.year;
        height += height_of(one, std::max(120.0, width));
    }
    return std::max(60.0, height);
}

void MilestoneChart::draw(QPainter& painter, const QRectF& area) {
    QFont bold = font();
    bold.setBold(true);
    if (data_.empty()) {
        painter.setFont(font());
        painter.setPen(colors().muted);
        painter.drawText(area.adjusted(0, 6, 0, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap,
                         words()("This plan sets no targets. The section targets of the file names them.",
                                 "この計画には目標がありません。ファイルのtargetsで設定します。"));
        return;
    }
    const QFontMetricsF metrics(font()), small(small_font());
    double y = area.top();
    int year = -1;
    for (const auto& one : data_) {
        if (one.year != year) {
            painter.setFont(bold);
            painter.setPen(colors().muted);
            painter.drawText(QRectF(area.left(), y, area.width(), head()), Qt::AlignLeft | Qt::AlignVCenter,
                             year_text(one.year));
            y += head();
            year = one.year;
        }
        const auto lines = lines_of(one, area.width());
        const double begin = y;
        draw_verdict(painter, colors(), QRectF(area.left(), y + 2.0, 15.0, 15.0), one.verdict);
        const auto text = [&](const QString& words, const QFont& used, const QColor& ink, double height) {
            painter.setFont(used);
            painter.setPen(ink);
            painter.drawText(QRectF(area.left() + indent, y, area.width() - indent + 2.0, height + 1.0),
                             Qt::AlignLeft | Qt::AlignVCenter, words);
            y += height;
        };
        const QColor ink = one.verdict == stakeholders::Verdict::met      ? colors().good
                           : one.verdict == stakeholders::Verdict::missed ? colors().bad
                                                                          : colors().muted;
        painter.setFont(small_font());
        painter.setPen(ink);
        painter.drawText(QRectF(area.left(), y, area.width(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         one.verdict_word);
        for (const auto& line : lines.name) text(line, font(), colors().text, metrics.height() - 1.0);
        for (const auto& line : lines.figures) text(line, small_font(), colors().muted, small.height() - 1.0);
        y = begin + height_of(one, area.width());
    }
}

Chart::Mark MilestoneChart::mark(int, int point) const {
    const auto& one = data_[static_cast<std::size_t>(point)];
    double y = 0.0;
    int year = -1;
    for (int i = 0; i <= point; ++i) {
        const auto& each = data_[static_cast<std::size_t>(i)];
        if (each.year != year) y += head();
        year = each.year;
        if (i < point) y += height_of(each, width());
    }
    return {year_text(one.year) + QStringLiteral("  ") + one.name,
            one.reached + QStringLiteral(" / ") + one.target + QStringLiteral("  ") + one.verdict_word,
            QPointF(7.5, y + 9.5), point, one.month};
}

void MilestoneChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    for (int i = points(0) - 1; i >= 0 && !data_.empty(); --i) {
        const auto here = mark(0, i);
        if (event->position().y() >= here.at.y() - 9.5) return Q_EMIT picked(i, here.month);
    }
}

void MilestoneChart::resizeEvent(QResizeEvent*) { updateGeometry(); }

}  // namespace goho::gui
