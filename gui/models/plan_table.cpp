#include "models/plan_table.hpp"

#include "core/format.hpp"
#include "document/amounts.hpp"
#include "document/typed_value.hpp"
#include "models/table_model.hpp"

#include <algorithm>
#include <array>

namespace goho::gui {

namespace {

/// What a column is called in the file, for initiatives, investments and changes.
struct Column {
    std::string_view initiative, investment, change;
    std::string_view key(const PlanItem& item) const {
        return item.change() ? change : item.collection == "initiatives" ? initiative : investment;
    }
};
constexpr std::array all_columns{Column{"name", "name", "name"},
                                 Column{"kind", "kind", {}},
                                 Column{"start", "start", "from"},
                                 Column{{}, "amount", {}},
                                 Column{"spending_months", "spending_months", {}},
                                 Column{"analysis_months", {}, {}},
                                 Column{"pilot_months", {}, {}},
                                 Column{"support_months", {}, {}},
                                 Column{"people_budget", {}, {}},
                                 Column{"process_budget", {}, {}},
                                 Column{"data_budget", {}, {}},
                                 Column{"support_fee", {}, {}},
                                 Column{"running_cost", "monthly_running_cost", {}},
                                 Column{{}, {}, "to"}};

bool is_money(std::string_view unit) { return unit.starts_with("yen"); }

}  // namespace

PlanTable::PlanTable(const Shown& shown, QObject* parent) : QAbstractTableModel(parent), shown_(shown) {}

void PlanTable::set(Workbook* book, SheetId sheet, std::vector<PlanItem> items) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < all_columns.size(); ++i) {
        const bool used = std::any_of(items.begin(), items.end(),
                                      [&](const PlanItem& item) { return !all_columns[i].key(item).empty(); });
        if (used) columns.push_back(i);
    }
    const bool same = sheet == sheet_ && columns == columns_ &&
                      std::equal(items.begin(), items.end(), items_.begin(), items_.end(),
                                 [](const PlanItem& a, const PlanItem& b) { return a.pointer() == b.pointer(); });
    if (!same) beginResetModel();
    if (sheet != sheet_) refused_.clear();
    book_ = book;
    sheet_ = sheet;
    content_ = book != nullptr && book->has(sheet) ? book->merged(sheet) : nullptr;
    items_ = std::move(items);
    columns_ = std::move(columns);
    if (!same) endResetModel();
    else if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PlanTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}
int PlanTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

std::string_view PlanTable::key_at(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    return all_columns[columns_[static_cast<std::size_t>(index.column())]].key(
        items_[static_cast<std::size_t>(index.row())]);
}

int PlanTable::column_of(std::string_view key) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column& column = all_columns[columns_[i]];
        if (column.initiative == key || column.investment == key || column.change == key) return static_cast<int>(i);
    }
    return -1;
}

std::string PlanTable::pointer(const QModelIndex& index) const {
    return items_[static_cast<std::size_t>(index.row())].pointer(key_at(index));
}

QString PlanTable::text(const PlanItem& item, std::string_view key) const {
    const Words words{shown_.language};
    if (key == "name") return words(item.name);
    if (key == "kind") return words(item.kind);
    const Json* value = content_ ? value_at(*content_, path_of(item.pointer(key))) : nullptr;
    const PlanField* field = plan_field(item.collection, key);
    const auto number = value != nullptr ? number_of(*value) : std::nullopt;
    if (field == nullptr || field->is_month || (value != nullptr && !number))
        return value != nullptr ? QString::fromStdString(as_typed(*value)) : QString();
    // With its unit in every cell, so that nobody types millions where yen are meant.
    const double shown = number.value_or(field->standard);
    if (!is_money(field->unit)) return qt(plain_number(shown));
    const bool as_written = value != nullptr && value->is_string() && shown_.language == Language::japanese;
    if (as_written) return QString::fromStdString(value->get<std::string>());
    return shown_.language == Language::japanese ? qt(plain_number(shown)) + QStringLiteral("円")
                                                 : QStringLiteral("¥") + qt(plain_number(shown));
}

QVariant PlanTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PlanItem& item = items_[static_cast<std::size_t>(index.row())];
    const std::string_view key = key_at(index);
    const auto wrong = key.empty() ? refused_.end() : refused_.find(pointer(index));
    const bool is_wrong = wrong != refused_.end();
    switch (role) {
        case Qt::DisplayRole:
            return key.empty() ? QString() : is_wrong ? QStringLiteral("⚠ ") + wrong->second.typed : text(item, key);
        case Qt::EditRole:
            return key.empty() ? QString() : is_wrong ? wrong->second.typed : text(item, key);
        case Qt::ToolTipRole: {
            if (is_wrong) return wrong->second.why;
            if (item.change() && key == "name") return Words{shown_.language}(item.words);
            const PlanField* field = plan_field(item.collection, key);
            return field != nullptr ? Words{shown_.language}(field->meaning) : QString();
        }
        case better_role:
            return is_wrong ? -1 : 0;
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter |
                                       (key == "name" || key == "kind" ? Qt::AlignLeft : Qt::AlignRight));
        case Qt::AccessibleTextRole:
            return Words{shown_.language}(item.name) + QLatin1Char(' ') +
                   headerData(index.column(), Qt::Horizontal).toString() + QLatin1Char(' ') +
                   data(index, Qt::DisplayRole).toString();
        case value_role: {
            const Json* value = content_ && !key.empty() ? value_at(*content_, path_of(pointer(index))) : nullptr;
            const auto number = value != nullptr ? number_of(*value) : std::nullopt;
            return number ? QVariant(*number) : QVariant();
        }
        case pointer_role:
            return QString::fromStdString(key.empty() ? item.pointer() : pointer(index));
        case emphasis_role:
            return item.differs;
        default:
            return {};
    }
}

QVariant PlanTable::headerData(int section, Qt::Orientation orientation, int role) const {
    const Words words{shown_.language};
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount()) return {};
    const Column& column = all_columns[columns_[static_cast<std::size_t>(section)]];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(static_cast<int>(Qt::AlignVCenter) | Qt::TextWordWrap |
                                   (section < 2 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (column.initiative == "name") return role == Qt::DisplayRole ? words("Name", "名称") : QString();
    if (column.change == "from" && role == Qt::DisplayRole) return words("First month", "開始月");
    if (column.change == "to") return role == Qt::DisplayRole ? words("Last month", "終了月") : QString();
    const PlanField* field = !column.initiative.empty() ? plan_field("initiatives", column.initiative)
                                                        : plan_field("investments", column.investment);
    if (field == nullptr) return {};
    if (role == Qt::ToolTipRole) return words(field->meaning);
    const QString unit = field->is_whole              ? words(" (months)", "（月数）")
                         : field->unit == "yen/month" ? words(" a month", "（月額）")
                                                      : QString();
    return words(field->label) + (words(field->label).contains(words("month", "月")) ? QString() : unit);
}

Qt::ItemFlags PlanTable::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return book_ != nullptr && !key_at(index).empty() ? flags | Qt::ItemIsEditable : flags;
}

bool PlanTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || book_ == nullptr || key_at(index).empty()) return false;
    const QString typed = value.toString();
    const std::string at = pointer(index);
    const PlanItem item = items_[static_cast<std::size_t>(index.row())];
    const std::string key(key_at(index));
    if (typed == text(item, key)) {  // left as it was
        refused_.erase(at);
        Q_EMIT dataChanged(index, index);
        return true;
    }
    refused_.erase(at);
    const Problems problems = type_into(*book_, sheet_, item, key, typed.toStdString());
    if (problems.empty()) return true;
    QStringList why;
    for (const Problem& problem : problems) {
        const QString hint = Words{shown_.language}(problem.hint);
        why << Words{shown_.language}(problem.message) +
                   (hint.isEmpty() ? QString() : QStringLiteral(" (") + hint + QLatin1Char(')'));
    }
    refused_[at] = {typed, why.join(QLatin1Char('\n'))};
    Q_EMIT dataChanged(index, index);
    Q_EMIT refused(index, why.join(QLatin1Char('\n')));
    return false;
}

std::vector<std::pair<QString, QString>> PlanTable::choices(const QModelIndex& index) const {
    std::vector<std::pair<QString, QString>> out;
    if (!index.isValid()) return out;
    const PlanField* field = plan_field(items_[static_cast<std::size_t>(index.row())].collection, key_at(index));
    if (field == nullptr) return out;
    for (const Option& option : field->options) out.emplace_back(qt(option.key), Words{shown_.language}(option.label));
    return out;
}

QString PlanTable::refusal(const QModelIndex& index) const {
    const auto found = index.isValid() && !key_at(index).empty() ? refused_.find(pointer(index)) : refused_.end();
    return found != refused_.end() ? found->second.why : QString();
}

}  // namespace goho::gui
