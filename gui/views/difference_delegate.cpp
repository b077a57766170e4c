#include "views/difference_delegate.hpp"

#include "charts/colors.hpp"
#include "models/table_model.hpp"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

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
    painter->drawText(inner, static_cast<int>(Qt::AlignRight) | static_cast<int>(difference.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop), text);
    if (!difference.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(QFontInfo(option.font).pixelSize() - 2);
        painter->setFont(small);
        const int better = index.data(better_role).toInt();
        const double d = index.data(difference_value_role).toDouble();
        const bool none = difference.trimmed() == QStringLiteral("0") || d == 0.0;
        painter->setPen(none || better == 0 ? colors.muted : better > 0 ? colors.good : colors.bad);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignBottom, none ? QStringLiteral("±0") : (d > 0.0 ? QStringLiteral("↑") : QStringLiteral("↓")) + difference);
    }
    if (total) {
        painter->setPen(colors.border);
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    painter->restore();
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    const int width = std::max(metrics.horizontalAdvance(index.data().toString()), metrics.horizontalAdvance(index.data(difference_role).toString()) + 10);
    return {width + 20, 2 * metrics.height() - 1};
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
    view.verticalHeader()->setDefaultSectionSize(with_differences ? 2 * view.fontMetrics().height() - 1 : view.fontMetrics().height() + 6);
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
