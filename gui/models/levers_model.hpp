// All levers of a company as a tree: those in front, then one branch for each section. Values can be edited; who owns
// the model puts them into the workbook.
#pragma once

#include "document/levers.hpp"
#include "shown/shown.hpp"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace goho::gui {

class LeversModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { name_column, value_column, unit_column, base_column, zone_column, column_count };
    using QAbstractItemModel::QAbstractItemModel;

    void set(std::vector<Lever> levers, const Shown& shown);
    /// Values alone: selection and open branches stay.
    void refresh(const Json& merged, const Json& reference);
    /// Null for a branch.
    const Lever* lever(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Somebody wants a lever to have a value; the model shows it once the workbook has it.
    void wanted(const goho::gui::Lever& lever, double value);

private:
    struct Branch {
        QString title;
        std::vector<std::size_t> levers;
    };
    const Branch* branch(const QModelIndex& index) const;

    std::vector<Lever> levers_;
    std::vector<Branch> branches_;
    Shown shown_;
};

/// Those that answer to what was typed; branches stay while one of theirs does.
class LeversFilter : public QSortFilterProxyModel {
public:
    explicit LeversFilter(QObject* parent = nullptr);
    void search(const QString& typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::string typed_;
};

/// A lever's value as it is read and typed: "3.0%", "12,000".
QString lever_text(const Lever& lever, std::optional<double> value);
/// The number that was typed for it; percentages with or without their sign, money also as "12百万円".
std::optional<double> typed_number(const Lever& lever, const QString& typed);

}  // namespace goho::gui
