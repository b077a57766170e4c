#include "window/choice_table.hpp"

#include <QHeaderView>
#include <QWheelEvent>
#include <algorithm>

namespace goho::gui {

void TableChoice::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) QComboBox::wheelEvent(event);
    else event->ignore();
}

void TableChoice::focusInEvent(QFocusEvent* event) {
    QComboBox::focusInEvent(event);
    Q_EMIT entered();
}

ChoiceTable::ChoiceTable(const QStringList& headings, QWidget* parent) : QTableWidget(parent) {
    setColumnCount(static_cast<int>(headings.size()));
    setHorizontalHeaderLabels(headings);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(30);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void ChoiceTable::set_text(int row, int column, const QString& text, Qt::Alignment alignment) {
    auto* cell = item(row, column);
    if (!cell) {
        cell = new QTableWidgetItem;
        setItem(row, column, cell);
        cell->setTextAlignment(alignment | Qt::AlignVCenter);
        if (alignment & Qt::AlignRight) horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (cell->text() == text) return;
    cell->setText(text);
    cell->setToolTip(text);
}

QString ChoiceTable::text(int row, int column) const {
    const auto* cell = item(row, column);
    return cell ? cell->text() : QString();
}

TableChoice* ChoiceTable::put_choice(int row, int column, const QString& name) {
    auto* choice = new TableChoice;
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setMaxVisibleItems(18);
    setCellWidget(row, column, choice);
    connect(choice, &TableChoice::entered, this, [this, choice] {
        const int at = indexAt(choice->pos()).row();
        if (at < 0) return;
        selectRow(at);
        scrollTo(model()->index(at, 0));
    });
    return choice;
}

TableChoice* ChoiceTable::choice(int row, int column) const {
    return qobject_cast<TableChoice*>(cellWidget(row, column));
}

void ChoiceTable::fit(int stretched, int most) {
    auto* header = horizontalHeader();
    for (int column = 0; column < columnCount(); ++column) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        if (column == stretched) continue;
        resizeColumnToContents(column);
        int width = header->sectionSize(column) + 10;
        for (int row = 0; row < rowCount(); ++row) {
            if (const auto* widget = cellWidget(row, column)) width = std::max(width, widget->sizeHint().width() + 28);
        }
        header->resizeSection(column, std::min(width, most));
    }
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

}  // namespace goho::gui
