// A page of cards and time charts for one side of the company, set out from a list of figures: employees, customers,
// society, next generation; for the last also what is to be reached by when.
#pragma once

#include "charts/milestone_chart.hpp"
#include "views/plain_page.hpp"

namespace goho::gui {

struct FiguresLayout {
    std::string_view name;
    Label title;
    std::vector<std::string_view> cards, panels;
    int columns = 3;
    bool milestones = false;  // the targets of the plan stand in a column of their own
    Label tab = {};           // on its tab; empty: its title
};

/// The targets of the active scenario, with what it reaches.
std::vector<Milestone> milestones(const Scene& scene);

class FiguresPage : public PlainPage {
    Q_OBJECT

public:
    FiguresPage(const FiguresLayout& layout, const Shown& shown, QWidget* parent = nullptr);
    Label tab_title() const override { return tab_.empty() ? title() : tab_; }

protected:
    void show_answer(const Scene& scene) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void add_milestones(QGridLayout* grid, int column);

    Label tab_;
    YearButtons* years_;
    MilestoneChart* milestones_ = nullptr;
    std::vector<QuantityPanel*> spare_;  // seen where the window is wide
    Scene scene_;
};

FiguresLayout people_layout();
FiguresLayout customers_layout();
FiguresLayout society_layout();
FiguresLayout next_generation_layout();

}  // namespace goho::gui
