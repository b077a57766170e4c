#include "views/difference_delegate.hpp"

#include "charts/chart.hpp"
#include "models/table_model.hpp"

#include <QApplication>
#include <QPainter>
#include <QTableView>
#include <algorithm>

namespace goho::gui {

namespace {

/// "0.0" or "-0": too small to be seen in the unit chosen.
bool shows_zero(const QString& figure) {
    return std::none_of(figure.begin(), figure.end(), [](QChar c) { return c >= QLatin1Char('1') && c <= QLatin1Char('9'); });
}

}  // namespace

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& colors = colors_of(theme_);
    if ((option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) != 0) {
        QStyleOptionViewItem plain = option;  // others have no background but that of their row, and are many
        initStyleOption(&plain, index);
        plain.text.clear();
        const QWidget* widget = option.widget;
        (widget ? widget->style() : QApplication::style())
            ->drawControl(QStyle::CE_ItemViewItem, &plain, painter, widget);
    }
    const QString difference = index.data(difference_role).toString(), text = index.data().toString();
    const QVariant value = index.data(value_role);
    const bool total = index.data(emphasis_role).toBool();
    const QRect inner = option.rect.adjusted(4, 1, -8, -1);
    painter->save();
    QFont font = option.font;
    font.setBold(total);
    painter->setFont(font);
    const int better = index.data(better_role).toInt();
    // A cell that is a difference itself is good or bad by what it means, not by its sign.
    const bool is_difference = better != 0 && !index.data(difference_value_role).isValid();
    const bool below_zero = value.isValid() && value.toDouble() < 0.0 && !shows_zero(text);
    painter->setPen(is_difference ? (better > 0 ? colors.good : colors.bad) : below_zero ? colors.bad : colors.text);
    const auto high = difference.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter->drawText(inner, static_cast<int>(Qt::AlignRight) | static_cast<int>(high), text);
    if (!difference.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(QFontInfo(option.font).pixelSize() - 2);
        painter->setFont(small);
        const bool none = shows_zero(difference);
        painter->setPen(none || better == 0 ? colors.muted : better > 0 ? colors.good : colors.bad);
        painter->drawText(
            inner, Qt::AlignRight | Qt::AlignBottom,
            none ? QStringLiteral("±0") : difference);
    }
    if (total) {
        painter->setPen(colors.border);
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    painter->restore();
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    const int width = std::max(metrics.horizontalAdvance(index.data().toString()),
                               metrics.horizontalAdvance(index.data(difference_role).toString()) + 10);
    return {width + 16, row_height(metrics, true)};
}

int row_height(const QFontMetrics& metrics, bool with_differences) {
    return with_differences ? 2 * metrics.height() - 6 : metrics.height() + 5;
}

ResultHeader::ResultHeader(Theme theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), theme_(theme) {}

QStringList ResultHeader::lines_of(int section) const {
    QString text = model() ? model()->headerData(section, Qt::Horizontal).toString() : QString();
    const auto bracket = text.indexOf(QStringLiteral("（"));
    if (!text.contains(QLatin1Char('\n')) && bracket > 0)
        text = text.left(bracket) + QLatin1Char('\n') + text.mid(bracket + 1).remove(QStringLiteral("）"));
    return text.split(QLatin1Char('\n'));
}

QFont ResultHeader::second_font() const {
    QFont small = font();
    small.setPixelSize(std::max(10, QFontInfo(font()).pixelSize() - 2));
    return small;
}

QSize ResultHeader::sizeHint() const {
    const QFontMetricsF small(second_font());
    double most = 0.0;
    for (int section = 0; section < std::min(count(), 40); ++section) {
        const QStringList lines = lines_of(section);
        if (lines.size() < 2) continue;
        const auto wrapped = wrapped_text(small, lines[1], sectionSize(section) - 12.0, 3).size();
        most = std::max(most, static_cast<double>(wrapped) * (small.height() - 2.0));
    }
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + static_cast<int>(most) + 6};
}

/// The first line stands above; a name below it takes two lines where one is too short.
void ResultHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const auto& colors = colors_of(theme_);
    const QStringList lines = lines_of(section);
    painter->save();
    painter->fillRect(rect, colors.panel);
    painter->setPen(colors.border);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QRect inner = rect.adjusted(4, 2, -8, -3);
    painter->setPen(colors.text);
    painter->setFont(font());
    painter->drawText(inner, Qt::AlignRight | Qt::AlignTop,
                      fitted_text(QFontMetricsF(font()), lines.front(), inner.width()));
    if (lines.size() > 1) {
        painter->setFont(second_font());
        painter->setPen(colors.muted);
        const QFontMetricsF small(painter->font());
        double y = inner.top() + QFontMetricsF(font()).height();
        for (const auto& line : wrapped_text(small, lines[1], inner.width(), 3)) {
            painter->drawText(QRectF(inner.left(), y, inner.width(), small.height()), Qt::AlignRight | Qt::AlignTop,
                              line);
            y += small.height() - 2.0;
        }
    }
    painter->restore();
}

namespace {

/// The stripe of a row begins at its left edge, behind its name.
class RowNames : public QHeaderView {
public:
    explicit RowNames(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        painter->fillRect(rect, palette().color(section % 2 == 1 ? QPalette::AlternateBase : QPalette::Base));
        painter->setFont(font());
        painter->setPen(palette().color(QPalette::Text));
        const QRect inner = rect.adjusted(4, 0, -10, 0);
        const QString name = model()->headerData(section, Qt::Vertical).toString();
        painter->drawText(inner, static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter),
                          fitted_text(QFontMetricsF(font()), name, inner.width()));
        painter->restore();
    }
};

}  // namespace

void set_up_table(QTableView& view, bool with_differences) {
    view.setVerticalHeader(new RowNames(&view));
    view.setShowGrid(false);
    view.setAlternatingRowColors(true);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setWordWrap(false);
    view.setTabKeyNavigation(false);
    view.setCornerButtonEnabled(false);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setMinimumSectionSize(12);
    view.verticalHeader()->setDefaultSectionSize(row_height(view.fontMetrics(), with_differences));
    view.verticalHeader()->setSectionsClickable(false);
    view.verticalHeader()->setHighlightSections(false);
    view.verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setSectionsClickable(false);
    view.horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    view.horizontalHeader()->setTextElideMode(Qt::ElideRight);
}

}  // namespace goho::gui
