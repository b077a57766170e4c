#include "models/statement_model.hpp"

#include "models/cell_text.hpp"

#include <algorithm>

namespace goho::gui {

namespace {
constexpr const auto& variables = accounting::variables<double>;
}

void StatementModel::set(const accounting::StatementLayout& layout, std::shared_ptr<const analysis::Study> study,
                         std::shared_ptr<const analysis::Study> base, const Shown& shown) {
    const auto shape = [](const std::shared_ptr<const analysis::Study>& s) {
        return s ? std::tuple(s->run.start.index, s->run.months.size(), s->run.fiscal_year_start)
                 : std::tuple(0, std::size_t{0}, 0);
    };
    const bool same = layout.name == layout_ && shape(study) == shape(study_) && shown.by_month == shown_.by_month &&
                      shown.language == shown_.language;
    if (!same) beginResetModel();
    if (layout.name != layout_) {
        layout_ = layout.name;
        rows_.clear();
        for (const auto& row : layout.rows) {
            const auto found =
                std::find_if(variables.begin(), variables.end(), [&](const auto& v) { return v.name == row.variable; });
            rows_.push_back({row, static_cast<std::size_t>(found - variables.begin())});
        }
    }
    study_ = std::move(study);
    base_ = std::move(base);
    shown_ = shown;
    if (!same) endResetModel();
    else if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int StatementModel::columns() const {
    if (!study_) return 0;
    return static_cast<int>(shown_.by_month ? study_->run.months.size() : study_->fiscal_years.size());
}

const accounting::Books<double>* StatementModel::books(const analysis::Study* study, int column) const {
    if (study == nullptr) return nullptr;
    const auto at = static_cast<std::size_t>(column);
    if (shown_.by_month)
        return at < study->run.months.size() && study->run.start == study_->run.start ? &study->run.months[at]
                                                                                      : nullptr;
    if (at >= study->fiscal_years.size()) return nullptr;
    const auto &year = study->fiscal_years[at], &own = study_->fiscal_years[at];
    return year.first == own.first && year.last == own.last ? &year.books : nullptr;
}

int StatementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !study_ ? 0 : static_cast<int>(rows_.size());
}
int StatementModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns(); }

QVariant StatementModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const auto& variable = variables[row.variable];
    const double value = books(study_.get(), index.column())->*variable.field;
    const auto base = [&]() -> std::optional<double> {
        const auto* before = base_ != study_ ? books(base_.get(), index.column()) : nullptr;
        return before != nullptr ? std::optional(before->*variable.field) : std::nullopt;
    };
    switch (role) {
        case Qt::DisplayRole:
            return cell_text(value, variable.unit, shown_);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::AccessibleTextRole:
            return headerData(index.row(), Qt::Vertical).toString() + QLatin1Char(' ') +
                   headerData(index.column(), Qt::Horizontal).toString() + QLatin1Char(' ') +
                   cell_text(value, variable.unit, shown_);
        case value_role:
            return value;
        case difference_role:
            return difference_or_same(value, base(), variable.unit, shown_);
        case difference_value_role:
            return base() ? QVariant(value - *base()) : QVariant();
        case better_role:
            return base() ? goodness(value - *base(), variable.better) : 0;
        case variable_role:
            return qt(variable.name);
        case month_role:
            return shown_.by_month
                       ? index.column()
                       : study_->fiscal_years[static_cast<std::size_t>(index.column())].last - study_->run.start;
        case emphasis_role:
            return row.row.emphasis == accounting::Emphasis::total;
        case indent_role:
            return row.row.indent;
        default:
            return {};
    }
}

QVariant StatementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount())) return {};
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical) {
        const auto& variable = variables[rows_[at].variable];
        if (role == Qt::DisplayRole)
            return QString(rows_[at].row.indent * 2, QLatin1Char(' ')) + Words{shown_.language}(variable.label);
        return role == Qt::ToolTipRole ? QVariant(qt(variable.equation)) : QVariant();
    }
    if (role != Qt::DisplayRole) return {};
    if (shown_.by_month) return QString::fromStdString(shown(study_->run.start + section, shown_.language));
    return Words{shown_.language}(study_->fiscal_years[at].label);
}

}  // namespace goho::gui
