// The comparison as a table: key figures down, plan years and in each the scenarios across; the difference to the base
// stands under the figure.
#pragma once

#include "views/page.hpp"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace goho::gui {

enum ComparisonRole { difference_role = Qt::UserRole + 1, ink_role, mark_role };

class ComparisonTable : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void show_scene(const Scene& scene);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// What a cell can be asked "why?" about: the variable and the month.
    std::optional<Figure> figure(const QModelIndex& index) const;

private:
    struct Place {
        std::size_t year, contender;
    };
    Place place(int column) const;
    const analysis::Cell* cell(int row, int column) const;
    std::string_view unit(int row) const;
    QVariant ink(int row, const analysis::Cell& cell) const;

    Scene scene_;
    std::shared_ptr<const analysis::Comparison> comparison_;
    std::vector<QColor> colors_;  // by contender
    std::vector<QString> names_;
};

/// Paints the figure, and under it the difference, smaller and with its sign.
class ComparisonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goho::gui
