// A statement: the lines of a layout by fiscal year or by month. Texts are made when a view asks for them, so that a
// hundred and twenty months cost nothing while a lever moves.
#pragma once

#include "accounting/statement_layout.hpp"
#include "analysis/study.hpp"
#include "models/table_model.hpp"
#include "shown/shown.hpp"

#include <memory>

namespace goho::gui {

class StatementModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `base` may be null; differences are taken where it has the same month or year.
    void set(const accounting::StatementLayout& layout, std::shared_ptr<const analysis::Study> study,
             std::shared_ptr<const analysis::Study> base, const Shown& shown);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// The roles of CellRole; month_role is the last month of a year.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        accounting::StatementRow row;
        std::size_t variable;  // in the table of the books
    };
    const accounting::Books<double>* books(const analysis::Study* study, int column) const;
    int columns() const;

    std::string_view layout_;
    std::vector<Row> rows_;
    std::shared_ptr<const analysis::Study> study_, base_;
    Shown shown_;
};

}  // namespace goho::gui
