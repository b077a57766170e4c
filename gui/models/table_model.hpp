// A table of results as a value, and the Qt model that shows it. Results come as whole tables; where only figures have
// changed, views keep their selection and place.
#pragma once

#include "core/variable.hpp"
#include "document/sheet_id.hpp"
#include "stakeholders/gates.hpp"

#include <QAbstractTableModel>
#include <optional>
#include <string>
#include <vector>

namespace goho::gui {

/// What a cell tells beside its text, by the role of a model.
enum CellRole {
    value_role = Qt::UserRole + 1,  // the number behind the text; invalid where there is none
    difference_role,                // text of the difference to the base, empty where none is shown
    difference_value_role,          // its number
    better_role,                    // 1 the difference is good, -1 it is bad, 0 neither
    variable_role,                  // name of the figure, for "why"
    month_role,                     // month of the plan, for "why"; -1 where there is none
    emphasis_role,                  // whether the row is a total
    indent_role,                    // depth of the row
    verdict_role,                   // of a gate: 0 met, 1 missed, 2 not computable; -1 for others
    pointer_role,                   // address in the file
    sheet_role,                     // of the scenario
};

struct TableCell {
    QString text, difference, tip;
    std::optional<double> value, difference_value;
    int better = 0;
};

struct TableLine {
    QString label, tip;
    std::string variable, pointer;
    std::vector<TableCell> cells;
    int indent = 0, month = -1, verdict = -1;
    SheetId sheet = no_sheet;
    bool total = false;
};

struct Table {
    std::vector<QString> headings;  // of the cells
    std::vector<TableLine> lines;
};

class TableModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;
    void set(Table table);
    const Table& table() const { return table_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Table table_;
};

/// 1 when a difference is good, -1 when it is bad.
int goodness(double difference, Better better);

}  // namespace goho::gui
