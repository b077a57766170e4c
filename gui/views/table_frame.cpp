#include "views/table_frame.hpp"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>

namespace goho::gui {

TableFrame::TableFrame(QTableView* view, QWidget* parent) : QWidget(parent), view_(view) {
    view->setParent(this);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view->setFrameShape(QFrame::NoFrame);
    setFocusProxy(view);
    const auto again = [this] { fit(); };
    connect(view->model(), &QAbstractItemModel::modelReset, this, again, Qt::QueuedConnection);
    connect(view->model(), &QAbstractItemModel::rowsInserted, this, again, Qt::QueuedConnection);
    connect(view->model(), &QAbstractItemModel::rowsRemoved, this, again, Qt::QueuedConnection);
}

void TableFrame::set_columns(int least, int group) {
    if (least == least_ && group == group_) return;
    least_ = least;
    group_ = std::max(1, group);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerItem);
    fit();
}

void TableFrame::set_first_column(int least) {
    first_ = least;
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerItem);
    fit();
}

/// Sets the widths, and returns what all columns take together.
int TableFrame::fit_columns(int room) {
    auto* header = view_->horizontalHeader();
    const int count = header->count();
    if (first_ > 0 && count > 0) {
        int seen = first_;
        for (int i = 1; i < count && seen + header->sectionSize(i) <= room; ++i) seen += header->sectionSize(i);
        header->resizeSection(0, first_ + std::max(0, room - seen));
    }
    if (least_ == 0 || count == 0) return header->length();
    constexpr int most = 168;  // wider, figures would stand too far from their names
    int shown = std::clamp(room / least_, 1, count);
    if (shown < count && shown > group_) shown -= shown % group_;
    header->setDefaultSectionSize(std::min(most, room / shown));
    return header->length();
}

void TableFrame::fit() {
    auto *header = view_->horizontalHeader(), *names = view_->verticalHeader();
    const int row = names->defaultSectionSize(), count = names->count();
    const int names_width = names->isHidden() ? 0 : names->sizeHint().width();
    const int bar = view_->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, view_->verticalScrollBar());
    const auto rows_in = [&](int height) { return std::max(1, height / row); };
    int high = header->minimumHeight() == header->maximumHeight() ? header->maximumHeight() : 0;
    bool scrolls = rows_in(height() - std::max(high, header->sizeHint().height())) < count;
    int length = fit_columns(width() - names_width - (scrolls ? bar : 0));
    if (high == 0 && !header->isHidden()) high = header->sizeHint().height();
    const bool across = length > width() - names_width - (scrolls ? bar : 0);
    int rows = std::min(count, rows_in(height() - high - (across ? bar : 0)));
    if (!scrolls && rows < count) {
        scrolls = true;
        length = fit_columns(width() - names_width - bar);
    }
    const int wide = std::min(width(), names_width + length + (scrolls ? bar : 0));  // the bar stands beside the figures
    header->updateGeometry();
    view_->setGeometry(0, 0, wide, high + rows * row + (across ? bar : 0));
    QMetaObject::invokeMethod(view_, "updateGeometries");
}

int TableFrame::rows_shown() const { return view_->viewport()->height() / view_->verticalHeader()->defaultSectionSize(); }

void TableFrame::resizeEvent(QResizeEvent*) { fit(); }

void TableFrame::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fit();
}

}  // namespace goho::gui
