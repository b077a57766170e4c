// A cell of a table of results: the figure, and under it the difference to the base, smaller, with its sign.
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

/// Column headings: a year, and below it a scenario or the end of the year, in up to three lines where its name is long.
class ResultHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit ResultHeader(Theme theme, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    QStringList lines_of(int section) const;
    QFont second_font() const;

    Theme theme_;
};

/// Of one row: a figure, and below it its difference where tables have them.
int row_height(const QFontMetrics& metrics, bool with_differences);

/// How all tables of results behave: no grid, rows of one height, scrolling by pixels.
void set_up_table(QTableView& view, bool with_differences);

}  // namespace goho::gui
