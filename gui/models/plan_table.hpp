// The initiatives, investments and changes of a scenario as a table that is edited in place. What is typed is taken as a
// file would have it; what the engine would refuse is not set, but stays in its cell with the reason until it is mended.
#pragma once

#include "document/plan_items.hpp"
#include "shown/shown.hpp"

#include <QAbstractTableModel>
#include <map>

namespace goho::gui {

class PlanTable : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PlanTable(const Shown& shown, QObject* parent = nullptr);
    void set(Workbook* book, SheetId sheet, std::vector<PlanItem> items);
    const std::vector<PlanItem>& items() const { return items_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// The key of a cell in the file; empty where the item has no such field.
    std::string_view key_at(const QModelIndex& index) const;
    /// The column of a key; -1 where no item shows it.
    int column_of(std::string_view key) const;
    /// The named possibilities of a cell: what is written, and what is shown.
    std::vector<std::pair<QString, QString>> choices(const QModelIndex& index) const;
    QString refusal(const QModelIndex& index) const;

Q_SIGNALS:
    void refused(const QModelIndex& index, const QString& why);

private:
    struct Refused {
        QString typed, why;
    };
    QString text(const PlanItem& item, std::string_view key) const;
    std::string pointer(const QModelIndex& index) const;

    Workbook* book_ = nullptr;
    SheetId sheet_ = no_sheet;
    Content content_;
    std::vector<PlanItem> items_;
    std::vector<std::size_t> columns_;
    std::map<std::string, Refused> refused_;  // by pointer
    Shown shown_;
};

}  // namespace goho::gui
