#include "views/difference_delegate.hpp"

#include "charts/chart.hpp"
#include "models/table_model.hpp"

#include <QApplication>
#include <QPainter>
#include <QTableView>
#include <algorithm>

namespace goho::gui {

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& colors = colors_of(theme_);
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &plain, painter, widget);
    const QString difference = index.data(difference_role).toString(), text = index.data().toString();
    const QVariant value = index.data(value_role);
    const bool total = index.data(emphasis_role).toBool();
    const QRect inner = option.rect.adjusted(4, 1, -8, -1);
    painter->save();
    QFont font = option.font;
    font.setBold(total);
    painter->setFont(font);
    painter->setPen(value.isValid() && value.toDouble() < 0.0 ? colors.bad : colors.text);
    painter->drawText(
        inner,
        static_cast<int>(Qt::AlignRight) | static_cast<int>(difference.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop),
        text);
    if (!difference.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(QFontInfo(option.font).pixelSize() - 2);
        painter->setFont(small);
        const int better = index.data(better_role).toInt();
        const double d = index.data(difference_value_role).toDouble();
        const bool none = std::none_of(difference.begin(), difference.end(),
                                       [](QChar c) { return c >= QLatin1Char('1') && c <= QLatin1Char('9'); });
        painter->setPen(none || better == 0 ? colors.muted : better > 0 ? colors.good : colors.bad);
        painter->drawText(
            inner, Qt::AlignRight | Qt::AlignBottom,
            none ? QStringLiteral("±0") : (d > 0.0 ? QStringLiteral("↑") : QStringLiteral("↓")) + difference);
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
    return {width + 20, 2 * metrics.height() - 1};
}

ResultHeader::ResultHeader(Theme theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), theme_(theme) {}

QSize ResultHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), 2 * fontMetrics().height() + 6}; }

void ResultHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const auto& colors = colors_of(theme_);
    QString text = model() ? model()->headerData(section, Qt::Horizontal).toString() : QString();
    const auto bracket = text.indexOf(QStringLiteral("（"));
    if (!text.contains(QLatin1Char('\n')) && bracket > 0)
        text = text.left(bracket) + QLatin1Char('\n') + text.mid(bracket + 1).remove(QStringLiteral("）"));
    const QStringList lines = text.split(QLatin1Char('\n'));
    painter->save();
    painter->fillRect(rect, colors.panel);
    painter->setPen(colors.border);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QFontMetricsF metrics(font());
    const QRect inner = rect.adjusted(8, 2, -8, -3);
    for (qsizetype i = 0; i < std::min<qsizetype>(2, lines.size()); ++i) {
        painter->setPen(i == 0 ? colors.text : colors.muted);
        const auto side = i == 0 && lines.size() > 1 ? Qt::AlignTop : Qt::AlignBottom;
        painter->drawText(inner, static_cast<int>(Qt::AlignRight) | static_cast<int>(side),
                          fitted_text(metrics, lines[i], inner.width()));
    }
    painter->restore();
}

void set_up_table(QTableView& view, bool with_differences) {
    view.setShowGrid(false);
    view.setAlternatingRowColors(true);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setWordWrap(false);
    view.setTabKeyNavigation(false);
    view.setCornerButtonEnabled(false);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(with_differences ? 2 * view.fontMetrics().height() - 1
                                                                  : view.fontMetrics().height() + 6);
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
