// A table of an answer: as high as its rows are, its texts in as many lines as they need, so that nothing has to be scrolled
// to be read.
#pragma once

#include <QTableView>  // first: moc stumbles over <compare> unless something else came before

#include "models/telling_tables.hpp"

namespace goho::gui {

class TellingTableView : public QTableView {
    Q_OBJECT

public:
    TellingTableView(const ShownTable& table, const Shown& shown, QWidget* parent = nullptr);
    /// The first text that has not the room that it needs, for tests; empty where all have.
    QString cut_text() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    std::vector<int> widths(int room) const;  // of the names, then of each column
    TableModel* table_;
};

}  // namespace goho::gui
