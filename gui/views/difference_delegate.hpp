// A cell of a table of results: the figure, and under it the difference to the base, smaller, with arrow and sign.
#pragma once

#include "shown/shown.hpp"

#include <QHeaderView>
#include <QStyledItemDelegate>

class QTableView;

namespace goho::gui {

class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    DifferenceDelegate(Theme theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme theme_;
};

/// Column headings in two lines, each cut with … where it has no room: a year and a scenario, or a year and its end.
class ResultHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit ResultHeader(Theme theme, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    Theme theme_;
};

/// How all tables of results behave: no grid, rows of one height, scrolling by pixels.
void set_up_table(QTableView& view, bool with_differences);

}  // namespace goho::gui
