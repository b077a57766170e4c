#include "models/table_model.hpp"

namespace goho::gui {

int goodness(double difference, Better better) {
    if (better == Better::neither || difference == 0.0) return 0;
    return (difference > 0.0) == (better == Better::higher) ? 1 : -1;
}

namespace {

bool same_shape(const Table& a, const Table& b) {
    if (a.headings != b.headings || a.lines.size() != b.lines.size()) return false;
    for (std::size_t i = 0; i < a.lines.size(); ++i) {
        const TableLine &x = a.lines[i], &y = b.lines[i];
        if (x.label != y.label || x.variable != y.variable || x.pointer != y.pointer || x.sheet != y.sheet)
            return false;
    }
    return true;
}

QVariant number(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); }

}  // namespace

void TableModel::set(Table table) {
    if (!same_shape(table_, table)) {
        beginResetModel();
        table_ = std::move(table);
        endResetModel();
        return;
    }
    table_ = std::move(table);
    if (rowCount() > 0 && columnCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.lines.size());
}
int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.headings.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TableLine& line = table_.lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    static const TableCell none;
    const TableCell& cell = column < line.cells.size() ? line.cells[column] : none;
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            return cell.tip.isEmpty() ? line.tip : cell.tip;
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter | (cell.value ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::AccessibleTextRole:
            return line.label + QLatin1Char(' ') + table_.headings[column] + QLatin1Char(' ') + cell.text +
                   QLatin1Char(' ') + cell.difference;
        case value_role:
            return number(cell.value);
        case difference_role:
            return cell.difference;
        case difference_value_role:
            return number(cell.difference_value);
        case better_role:
            return cell.better;
        case variable_role:
            return QString::fromStdString(line.variable);
        case month_role:
            return line.month;
        case emphasis_role:
            return line.total;
        case indent_role:
            return line.indent;
        case verdict_role:
            return line.verdict;
        case pointer_role:
            return QString::fromStdString(line.pointer);
        case sheet_role:
            return line.sheet;
        default:
            return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const auto at = static_cast<std::size_t>(section);
    if (section < 0 || at >= (orientation == Qt::Horizontal ? table_.headings.size() : table_.lines.size())) return {};
    if (orientation == Qt::Horizontal) return role == Qt::DisplayRole ? QVariant(table_.headings[at]) : QVariant();
    if (role == Qt::DisplayRole) return table_.lines[at].label;
    if (role == Qt::ToolTipRole) return table_.lines[at].tip;
    return {};
}

}  // namespace goho::gui
