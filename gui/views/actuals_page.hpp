// Plan and actual: a month, the year so far or all months beside the plan, why operating income differs, all months in a row,
// and where the fiscal year lands.
#pragma once

#include "charts/waterfall_chart.hpp"
#include "models/actuals_tables.hpp"
#include "views/plain_page.hpp"

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTextBrowser;

namespace goho::gui {

class TableFrame;

/// From the operating income that was planned to the actual one, cause by cause.
WaterfallData variance_data(const analysis::PlanActualSpan& span, const Scene& scene);

/// A line of the books by month: as planned first, as it was, and as it is expected to go on.
TimeData landing_data(const Scene& scene, std::string_view variable);

class ActualsPage : public PlainPage {
    Q_OBJECT

public:
    enum class View { month, year_to_date, all_months, by_month, landing };

    explicit ActualsPage(const Shown& shown, QWidget* parent = nullptr);
    Label tab_title() const override { return {"Actuals", "予実"}; }
    void select(View view);
    View view() const { return view_; }
    int part_count() const override { return result() ? 3 : 1; }
    void show_part(int part) override;

protected:
    void show_answer(const Scene& scene) override;

private:
    const analysis::PlanActual* result() const;
    /// Null where the parts of the difference are chosen instead of a statement.
    const accounting::StatementLayout* layout_chosen() const;
    const analysis::PlanActualSpan& span() const;
    QWidget* controls();
    QWidget* empty_state();
    QWidget* span_view();
    QWidget* landing_view();
    QTableView* table(TableModel* model, const QString& name, bool with_differences, TableFrame*& frame);
    void offer_months();
    void show_span(const analysis::PlanActual& result);
    Table parts_of(const analysis::PlanActual& result, const analysis::PlanActualSpan& chosen) const;
    void show_months(const analysis::PlanActual& result);
    void show_landing(const analysis::PlanActual& result);
    void ask_why(const QModelIndex& index, int month);
    QString heading(const QString& text) const;

    View view_ = View::month;
    Scene scene_;
    QButtonGroup *views_, *layouts_;
    QComboBox* month_;
    QWidget *controls_, *empty_, *span_view_, *landing_view_;
    Panel *span_panel_ = nullptr, *variance_panel_ = nullptr, *months_panel_ = nullptr, *landing_panel_ = nullptr;
    std::vector<std::pair<std::string_view, std::pair<Panel*, TimeChart*>>> landing_charts_;
    TableModel *span_, *months_, *landing_;
    TableFrame *span_frame_ = nullptr, *months_frame_ = nullptr, *landing_frame_ = nullptr;
    WaterfallChart* variance_;
    QTextBrowser* causes_;
    QLabel* landing_note_;
    QPushButton* take_;
};

}  // namespace goho::gui
