// A table with a choice in some of its cells: rows are read, choices are made by key as by mouse.
#pragma once

#include <QComboBox>
#include <QTableWidget>

namespace goho::gui {

/// Turning the wheel over it scrolls the table and changes nothing, unless it has the focus.
class TableChoice : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

Q_SIGNALS:
    void entered();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
};

class ChoiceTable : public QTableWidget {
    Q_OBJECT

public:
    explicit ChoiceTable(const QStringList& headings, QWidget* parent = nullptr);
    /// Sets a text; it is its own tip, since it may be cut.
    void set_text(int row, int column, const QString& text, Qt::Alignment alignment = Qt::AlignLeft);
    QString text(int row, int column) const;
    /// Puts a choice into a cell; the row scrolls into sight when it is entered by key.
    TableChoice* put_choice(int row, int column, const QString& name);
    TableChoice* choice(int row, int column) const;
    /// The column that takes what others leave; the rest are as wide as their contents, at most `most` pixels.
    void fit(int stretched, int most = 260);
};

}  // namespace goho::gui
