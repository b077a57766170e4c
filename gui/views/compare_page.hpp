// Scenarios side by side: the table at plan years 3, 5 and 10, what differs in words and what it is worth, the steps from
// the base's income to the variant's, and the pentagons over each other. A high window shows all of it, a low one the table
// or the rest.
#pragma once

#include "charts/polar_chart.hpp"
#include "charts/waterfall_chart.hpp"
#include "models/table_model.hpp"
#include "views/plain_page.hpp"

class QButtonGroup;
class QTableView;
class QTextBrowser;

namespace goho::gui {

class TableFrame;

/// From the base's operating income to the active scenario's, by the lines of the managerial statement.
WaterfallData waterfall_data(const Scene& scene, int year);
/// What the active scenario does otherwise and what it is worth, as rich text.
QString differences_text(const Scene& scene);

class ComparePage : public PlainPage {
    Q_OBJECT

public:
    explicit ComparePage(const Shown& shown, QWidget* parent = nullptr);

    int part_count() const override;
    void show_part(int part) override;

protected:
    void show_answer(const Scene& scene) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build_table();
    void build_charts();
    void lay_out();
    void fit_table();
    void scroll_to_year();
    QButtonGroup* choice_;
    QWidget *segments_, *charts_;
    Panel* table_panel_;
    TableFrame* frame_;
    YearButtons* years_;
    TableModel* table_;
    QTableView* view_;
    QTextBrowser* differences_;
    Panel *waterfall_panel_, *polar_panel_;
    WaterfallChart* waterfall_;
    PolarChart* polar_;
    Scene scene_;
    QString text_;
    QStringList shape_;  // of the table, as it was fitted last
};

}  // namespace goho::gui
