#include "charts/gantt_chart.hpp"

#include "charts/time_chart.hpp"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace goho::gui {

namespace {

constexpr double row_height = GanttChart::row_step, axis_height = row_height, heading_height = row_height, grip = 6.0;

}  // namespace

GanttChart::GanttChart(const Shown& shown, QWidget* parent) : Chart(shown, parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void GanttChart::show_data(GanttData data) {
    const auto rows = data_.rows.size();
    data_ = std::move(data);
    if (row_ >= static_cast<int>(data_.rows.size())) row_ = static_cast<int>(data_.rows.size()) - 1;
    if (rows != data_.rows.size()) setMinimumHeight(sizeHint().height());  // beyond what is visible it is scrolled
    const QFontMetricsF metrics(small_font());
    names_ = 0.0;
    for (const auto& style : data_.styles) names_ += metrics.horizontalAdvance(style) + 18.0;
    for (const auto& row : data_.rows)
        names_ = std::max(names_, metrics.horizontalAdvance((row.changed ? QStringLiteral("● ") : QString()) + row.name));
    update();
}

void GanttChart::set_current(int row) {
    if (row == row_ || row >= static_cast<int>(data_.rows.size())) return;
    row_ = row;
    bar_ = 0;
    update();
    Q_EMIT current_changed(row);
}

QSize GanttChart::sizeHint() const {
    double height = axis_height;
    for (const auto& row : data_.rows) height += row.heading ? heading_height : row_height;
    return {640, static_cast<int>(height)};
}

double GanttChart::names_width() const { return std::clamp(names_ + 26.0, 110.0, std::max(110.0, area_.width() * 0.4)); }

double GanttChart::x_of(double month) const {
    const double left = area_.left() + names_width(), width = area_.right() - 8.0 - left;
    return left + width * month / std::max(1, data_.months);
}

QRectF GanttChart::row_rect(int row) const {
    double y = area_.top() + axis_height;
    for (int i = 0; i < row; ++i) y += data_.rows[static_cast<std::size_t>(i)].heading ? heading_height : row_height;
    const bool heading = data_.rows[static_cast<std::size_t>(row)].heading;
    return {area_.left(), y, area_.width(), heading ? heading_height : row_height};
}

QRectF GanttChart::bar_rect(int row, int bar) const {
    const GanttRow& one = data_.rows[static_cast<std::size_t>(row)];
    const GanttBar& b = one.bars[static_cast<std::size_t>(bar)];
    int lanes = 1;
    for (const auto& other : one.bars) lanes = std::max(lanes, other.lane + 1);
    const QRectF all = row_rect(row).adjusted(0, 4, 0, -4);
    const double height = all.height() / lanes;
    const double from = x_of(one.start - data_.start + b.begins),
                 to = one.open_end ? x_of(data_.months) : x_of(one.start - data_.start + b.begins + b.months);
    return {from, all.top() + height * b.lane + 0.5, std::max(0.0, to - from), height - 1.0};
}

QColor GanttChart::style_color(int style) const { return style < 0 ? colors().muted : part_color(style, shown_.theme); }

void GanttChart::draw(QPainter& painter, const QRectF& area) {
    area_ = area;
    painter.fillRect(area, colors().panel);
    painter.setFont(small_font());
    draw_months(painter);
    for (int i = 0; i < static_cast<int>(data_.rows.size()); ++i) draw_row(painter, i);
    // The years stay in sight where the chart is scrolled.
    const bool on_screen = painter.device() == this;
    draw_axis(painter, on_screen ? std::max(area.top(), double(visibleRegion().boundingRect().top())) : area.top());
}

void GanttChart::draw_months(QPainter& painter) const {
    for (int t = 0; t <= data_.months; ++t) {
        const bool year = month_of_fiscal_year(data_.start + t, data_.fiscal_year_start) == 0;
        if (!year) continue;
        painter.setPen(QPen(colors().grid, 1.0));
        painter.drawLine(QPointF(x_of(t), area_.top() + axis_height), QPointF(x_of(t), area_.bottom()));
    }
}

void GanttChart::draw_axis(QPainter& painter, double top) const {
    painter.fillRect(QRectF(area_.left(), top, area_.width(), axis_height - 2.0), colors().panel);
    const QFontMetricsF metrics(painter.font());
    painter.setPen(QPen(colors().zero, 1.0));
    painter.drawLine(QPointF(x_of(0), top + axis_height - 2.0), QPointF(x_of(data_.months), top + axis_height - 2.0));
    const double year = x_of(12) - x_of(0);
    const QString widest = fiscal_year_text(data_.start, data_.fiscal_year_start, shown_.language);
    const int stride = year_stride(metrics.horizontalAdvance(widest), year);
    int n = 0;
    for (int t = 0; t < data_.months; ++t) {
        const bool begins = month_of_fiscal_year(data_.start + t, data_.fiscal_year_start) == 0;
        if (!begins && t != 0) continue;
        painter.setPen(QPen(colors().zero, 1.0));
        painter.drawLine(QPointF(x_of(t), top + axis_height - 7.0), QPointF(x_of(t), top + axis_height - 2.0));
        if (n++ % stride != 0) continue;
        painter.setPen(colors().muted);
        painter.drawText(QRectF(x_of(t) + 3.0, top, year * stride, axis_height - 4.0), Qt::AlignLeft | Qt::AlignVCenter,
                         fiscal_year_text(data_.start + t, data_.fiscal_year_start, shown_.language));
    }
    double x = area_.left() + 4.0;  // what the colours stand for, over the names
    for (std::size_t i = 0; i < data_.styles.size(); ++i) {
        const double width = metrics.horizontalAdvance(data_.styles[i]) + 18.0;
        if (x + width > x_of(0) - 4.0) break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(style_color(static_cast<int>(i)));
        painter.drawRoundedRect(QRectF(x, top + 8.0, 9.0, 9.0), 2.0, 2.0);
        painter.setPen(colors().muted);
        painter.drawText(QRectF(x + 12.0, top, width, axis_height - 2.0), Qt::AlignLeft | Qt::AlignVCenter,
                         data_.styles[i]);
        x += width;
    }
}

void GanttChart::draw_row(QPainter& painter, int row) const {
    const GanttRow& one = data_.rows[static_cast<std::size_t>(row)];
    const QRectF all = row_rect(row);
    const QFontMetricsF metrics(painter.font());
    if (one.heading) {
        QFont bold = painter.font();
        bold.setBold(true);
        painter.save();
        painter.setFont(bold);
        painter.setPen(colors().muted);
        painter.drawText(all.adjusted(4, 4, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted_text(QFontMetricsF(bold), one.name, names_width() - 8.0));
        painter.restore();
        return;
    }
    if (row == row_) {
        painter.setPen(hasFocus() ? QPen(colors().accent, 1.0) : QPen(Qt::NoPen));
        painter.setBrush(colors().accent_soft);
        painter.drawRoundedRect(all.adjusted(1, 1, -1, -1), 4.0, 4.0);
    }
    painter.setPen(colors().text);
    painter.drawText(
        QRectF(all.left() + 8.0, all.top(), names_width() - 14.0, all.height()), Qt::AlignLeft | Qt::AlignVCenter,
        fitted_text(metrics, (one.changed ? QStringLiteral("● ") : QString()) + one.name, names_width() - 16.0));
    if (!one.start.given()) return;
    painter.save();
    painter.setClipRect(QRectF(x_of(0) - 5.0, all.top(), x_of(data_.months) - x_of(0) + 10.0, all.height()));
    double right = x_of(one.start - data_.start);
    for (int i = 0; i < static_cast<int>(one.bars.size()); ++i) {
        const QRectF bar = bar_rect(row, i);
        const GanttBar& b = one.bars[static_cast<std::size_t>(i)];
        QColor color = style_color(b.style);
        painter.setPen(row == row_ && i == bar_ && hasFocus() ? QPen(colors().text, 1.2) : QPen(Qt::NoPen));
        if (b.months > 0 || one.open_end) {
            if (one.open_end) color.setAlphaF(0.45F);
            painter.setBrush(color);
            painter.drawRoundedRect(bar, 2.5, 2.5);
        } else {  // nothing yet: a handle to pull on
            painter.setPen(QPen(color, 1.2));
            painter.setBrush(colors().panel);
            painter.drawEllipse(QPointF(bar.left(), bar.center().y()), 3.0, 3.0);
        }
        right = std::max(right, bar.right());
    }
    painter.setPen(one.open_end ? colors().text : colors().muted);
    const double room = x_of(data_.months) - right - 8.0;
    if (!one.words.isEmpty() && one.open_end)
        painter.drawText(bar_rect(row, 0).adjusted(6, -2, -6, 2), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted_text(metrics, one.words, bar_rect(row, 0).width() - 12.0));
    else if (!one.words.isEmpty() && room > std::min(90.0, metrics.horizontalAdvance(one.words)))
        painter.drawText(QRectF(right + 6.0, all.top(), room, all.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted_text(metrics, one.words, room));
    painter.restore();
}

// Pointer --------------------------------------------------------------------------------------------------------------

GanttChart::Hit GanttChart::hit(QPointF at) const {
    for (int row = 0; row < static_cast<int>(data_.rows.size()); ++row) {
        const GanttRow& one = data_.rows[static_cast<std::size_t>(row)];
        if (one.heading || !row_rect(row).contains(at)) continue;
        if (!one.start.given()) return {row, -1, false};
        // Ends first, the shortest last: a handle must be reachable although another bar lies beside it.
        for (int i = 0; i < static_cast<int>(one.bars.size()) && !one.open_end; ++i) {
            const QRectF bar = bar_rect(row, i);
            const double inside = std::min(grip, bar.width() / 3.0);
            if (QRectF(bar.right() - inside, bar.top(), inside + grip, bar.height()).contains(at))
                return {row, i, true};
        }
        for (int i = 0; i < static_cast<int>(one.bars.size()); ++i) {
            if (bar_rect(row, i).contains(at)) return {row, i, false};
        }
        return {row, -1, false};
    }
    return {};
}

void GanttChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    drag_ = hit(event->position());
    if (drag_.row < 0) return;
    set_current(drag_.row);
    if (drag_.bar < 0) return;
    bar_ = drag_.bar;
    const GanttRow& one = data_.rows[static_cast<std::size_t>(drag_.row)];
    const GanttBar& bar = one.bars[static_cast<std::size_t>(drag_.bar)];
    const double month = (event->position().x() - x_of(0)) / (x_of(1) - x_of(0));
    const int start = one.start - data_.start;
    last_ = drag_.end ? bar.months : start;
    grabbed_ = month - (drag_.end ? start + bar.begins + bar.months : start);
    Q_EMIT began(drag_.row);
}

void GanttChart::mouseMoveEvent(QMouseEvent* event) {
    if (drag_.bar < 0) {
        const Hit under = hit(event->position());
        setCursor(under.bar < 0 ? Qt::ArrowCursor : under.end ? Qt::SizeHorCursor : Qt::OpenHandCursor);
        return;
    }
    const GanttRow& one = data_.rows[static_cast<std::size_t>(drag_.row)];
    const double month = (event->position().x() - x_of(0)) / (x_of(1) - x_of(0)) - grabbed_;
    const GanttBar& bar = one.bars[static_cast<std::size_t>(drag_.bar)];
    const int begins = one.start - data_.start + bar.begins;
    const int wished = static_cast<int>(std::lround(month)) - (drag_.end ? begins : 0);
    if (wished == last_) return;
    last_ = wished;
    if (drag_.end) Q_EMIT stretch_wished(drag_.row, drag_.bar, wished);
    else Q_EMIT move_wished(drag_.row, wished);
}

void GanttChart::mouseReleaseEvent(QMouseEvent*) {
    const bool dragged = drag_.bar >= 0;
    drag_ = {};
    if (dragged) Q_EMIT ended();
}

void GanttChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const Hit under = hit(event->position()); under.row >= 0) Q_EMIT edit_wished(under.row);
}

bool GanttChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Hit under = hit(help->pos());
        if (under.row >= 0)
            QToolTip::showText(help->globalPos(), data_.rows[static_cast<std::size_t>(under.row)].tip, this);
        else QToolTip::hideText();
        return true;
    }
    return Chart::event(event);
}

// Keyboard -------------------------------------------------------------------------------------------------------------

void GanttChart::focusInEvent(QFocusEvent* event) {
    Chart::focusInEvent(event);
    if (row_ < 0) step(1);
}

void GanttChart::step(int by) {
    for (int row = row_ + by; row >= 0 && row < static_cast<int>(data_.rows.size()); row += by) {
        if (!data_.rows[static_cast<std::size_t>(row)].heading) return set_current(row);
    }
}

void GanttChart::stretch(int by) {
    const GanttRow& one = data_.rows[static_cast<std::size_t>(row_)];
    if (bar_ >= static_cast<int>(one.bars.size()) || one.open_end) return;
    Q_EMIT began(row_);
    Q_EMIT stretch_wished(row_, bar_, one.bars[static_cast<std::size_t>(bar_)].months + by);
    Q_EMIT ended();
}

void GanttChart::keyPressEvent(QKeyEvent* event) {
    if (!keyboard_grab(event)) Chart::keyPressEvent(event);
}

bool GanttChart::keyboard_grab(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        step(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (row_ < 0 || row_ >= static_cast<int>(data_.rows.size())) return false;
    const GanttRow& one = data_.rows[static_cast<std::size_t>(row_)];
    const auto bars = static_cast<int>(one.bars.size());
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        if (!one.start.given()) return true;
        const int by = (key == Qt::Key_Left ? -1 : 1) * (event->modifiers() & Qt::ControlModifier ? 12 : 1);
        if (event->modifiers() & Qt::ShiftModifier) {
            stretch(by);
        } else {
            Q_EMIT began(row_);
            Q_EMIT move_wished(row_, one.start - data_.start + by);
            Q_EMIT ended();
        }
        return true;
    }
    if (key == Qt::Key_Space && bars > 0) {
        bar_ = (bar_ + 1) % bars;
        update();
        return true;
    }
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        Q_EMIT remove_wished(row_);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) {
        Q_EMIT edit_wished(row_);
        return true;
    }
    return false;
}

}  // namespace goho::gui
