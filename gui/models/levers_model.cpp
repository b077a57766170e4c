#include "models/levers_model.hpp"

#include "io/literals.hpp"

namespace goho::gui {

QString lever_text(const Lever& lever, std::optional<double> value) {
    if (!value) return QStringLiteral("–");
    if (lever.scaled) return QString::fromStdString(signed_percent(*value - 1.0));
    return QString::fromStdString(without_unit(*value, lever.unit));
}

std::optional<double> typed_number(const Lever& lever, const QString& typed) {
    const std::string text = typed.trimmed().toStdString();
    const bool percent = shown_as_percent(lever.unit);
    std::optional<double> number = io::parse_plain_number(text);
    if (number && percent) number = io::parse_percent(text + "%");  // 3 means 3%
    if (!number && percent) number = io::parse_percent(text);
    if (!number && text.starts_with('+')) return typed_number(lever, typed.trimmed().mid(1));
    if (!number && lever.unit.starts_with("yen")) number = io::parse_money(text);
    if (number && lever.scaled) *number += 1.0;
    return number;
}

void LeversModel::set(std::vector<Lever> levers, const Shown& shown) {
    beginResetModel();
    levers_ = std::move(levers);
    shown_ = shown;
    branches_.clear();
    const Words tr{shown.language};
    const auto branch_for = [&](const QString& title) -> Branch& {
        for (Branch& branch : branches_) {
            if (branch.title == title) return branch;
        }
        return branches_.emplace_back(Branch{title, {}});
    };
    for (std::size_t i = 0; i < levers_.size(); ++i)
        branch_for(levers_[i].front ? tr("Main levers", "主なレバー") : tr(levers_[i].section_label)).levers.push_back(i);
    endResetModel();
}

void LeversModel::refresh(const Json& merged, const Json& reference) {
    gui::refresh(levers_, merged, reference);
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex branch = index(i, 0);
        Q_EMIT dataChanged(index(0, 0, branch), index(rowCount(branch) - 1, column_count - 1, branch));
    }
}

// A lever's index carries the number of its branch, from 1; a branch's carries 0.
QModelIndex LeversModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex LeversModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

const LeversModel::Branch* LeversModel::branch(const QModelIndex& index) const {
    return index.isValid() && index.internalId() == 0 ? &branches_[static_cast<std::size_t>(index.row())] : nullptr;
}

const Lever* LeversModel::lever(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return nullptr;
    return &levers_[branches_[index.internalId() - 1].levers[static_cast<std::size_t>(index.row())]];
}

int LeversModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(branches_.size());
    const Branch* of = parent.column() == 0 ? branch(parent) : nullptr;
    return of != nullptr ? static_cast<int>(of->levers.size()) : 0;
}

int LeversModel::columnCount(const QModelIndex&) const { return column_count; }

QVariant LeversModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Words tr{shown_.language};
    if (const Branch* of = branch(index))
        return role == Qt::DisplayRole && index.column() == name_column ? QVariant(of->title) : QVariant();
    const Lever& one = *lever(index);
    if (role == Qt::ToolTipRole)
        return tr(one.meaning) + QLatin1Char('\n') + tr("Evidence ", "根拠 ") + qt(grade(one.evidence)) +
               QStringLiteral(" · ") + qt(one.source);
    if (role == Qt::EditRole && index.column() == value_column) return lever_text(one, one.value);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case name_column:
            return tr(one.label);
        case value_column:
            return lever_text(one, one.value);
        case unit_column:
            return QString::fromStdString(unit_name(one.unit, shown_.language));
        case base_column:
            return lever_text(one, one.base);
        default:
            return one.value ? QVariant(tr(label_of(zone_of(one, *one.value)))) : QVariant();
    }
}

bool LeversModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Lever* one = lever(index);
    if (one == nullptr || index.column() != value_column || role != Qt::EditRole) return false;
    const auto number = typed_number(*one, value.toString());
    if (!number) return false;
    Q_EMIT wanted(*one, *number);
    return true;
}

Qt::ItemFlags LeversModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (lever(index) != nullptr) flags |= Qt::ItemNeverHasChildren;
    if (lever(index) != nullptr && index.column() == value_column) flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant LeversModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const Words tr{shown_.language};
    switch (section) {
        case name_column:
            return tr("Lever", "レバー");
        case value_column:
            return tr("Value", "値");
        case unit_column:
            return tr("Unit", "単位");
        case base_column:
            return tr("Base", "基準");
        case zone_column:
            return tr("Zone", "区分");
        default:
            return {};
    }
}

LeversFilter::LeversFilter(QObject* parent) : QSortFilterProxyModel(parent) { setRecursiveFilteringEnabled(true); }

void LeversFilter::search(const QString& typed) {
    typed_ = typed.toStdString();
    invalidateFilter();
}

bool LeversFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* model = static_cast<const LeversModel*>(sourceModel());
    const Lever* lever = model->lever(model->index(row, 0, parent));
    return lever != nullptr && answers_to(*lever, typed_);  // a branch stays because of its levers
}

}  // namespace goho::gui
