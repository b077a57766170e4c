// The plan of what is undertaken: initiatives, investments and changes over time as bars that are dragged and stretched
// and as a table with exact entry; beside them what becomes of cash and income while a bar moves.
#pragma once

#include "charts/gantt_chart.hpp"
#include "models/plan_table.hpp"
#include "views/parts.hpp"

class QPushButton;
class QScrollArea;
class QTableView;

namespace goho::gui {

class TableFrame;

GanttData gantt_data(const std::vector<PlanItem>& items, const PlanSpan& span, const Shown& shown);

class RoadmapPage : public Page {
    Q_OBJECT

public:
    explicit RoadmapPage(const Shown& shown, QWidget* parent = nullptr);
    ~RoadmapPage() override;
    std::string_view name() const override { return "roadmap"; }
    Label title() const override { return {"Roadmap", "工程表"}; }
    void use(Workbook& book) override;
    void show_scene(const Scene& scene) override;
    bool reveal(std::string_view pointer) override;

    GanttChart& gantt() { return *gantt_; }
    QTableView& table() { return *view_; }
    QString said() const { return note_->text(); }
    /// Adds an item of a kind, and puts the cursor where its amount is typed.
    void add(std::string_view collection, std::string_view kind);
    void duplicate();
    void remove();

private:
    void renew();
    void build_buttons(class QHBoxLayout* head);
    void connect_gantt();
    const PlanItem* item_of_row(int row) const;
    const PlanItem* chosen() const;
    int row_of(std::string_view pointer) const;
    void choose(std::string_view pointer, bool edit);
    void say(const Problems& problems);
    void tell(const QString& why);
    void end_gesture();

    const Shown shown_;
    const Words words_;
    Workbook* book_ = nullptr;
    Scene scene_;
    std::vector<PlanItem> items_;
    std::vector<int> rows_;  // of the chart: which item each shows; -1 for headings
    GanttChart* gantt_;
    PlanTable* model_;
    QTableView* view_;
    TableFrame* frame_ = nullptr;
    QScrollArea* scroll_;
    QLabel *note_, *none_;
    std::vector<QuantityPanel*> panels_;
    std::vector<QWidget*> needs_item_;
    QPushButton* add_initiative_ = nullptr;
    PlanSpan span_;
    bool in_gesture_ = false, choosing_ = false;
};

}  // namespace goho::gui
