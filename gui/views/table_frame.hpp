// Holds a table so that it never shows half a row or half a column: as high as whole rows need, its columns as wide as
// lets a whole number of them fill the width.
#pragma once

#include <QWidget>

class QTableView;

namespace goho::gui {

class TableFrame : public QWidget {
    Q_OBJECT

public:
    explicit TableFrame(QTableView* view, QWidget* parent = nullptr);
    /// No column narrower than `least`; where not all are seen, a multiple of `group` of them is.
    void set_columns(int least, int group = 1);
    /// Columns keep their widths, except the first, which is at least so wide and takes what others leave.
    void set_first_column(int least);
    /// After headings, rows or fonts have changed.
    void fit();
    int rows_shown() const;
    QSize sizeHint() const override { return {420, 220}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    int fit_columns(int room);
    QTableView* view_;
    int least_ = 0, group_ = 1, first_ = 0;
};

}  // namespace goho::gui
