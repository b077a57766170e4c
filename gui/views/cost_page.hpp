// Cost structure: what sales have to carry, year by year, and how far they may fall before operating income is gone.
#pragma once

#include "charts/break_even_chart.hpp"
#include "charts/stacked_chart.hpp"
#include "views/plain_page.hpp"

namespace goho::gui {

/// Fixed cost by kind and plan year, of the active scenario.
StackedData cost_data(const Scene& scene);
BreakEvenData break_even_data(const Scene& scene, int year);

class CostPage : public PlainPage {
    Q_OBJECT

public:
    explicit CostPage(const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    YearButtons* years_;
    Panel *cost_panel_, *break_even_panel_;
    StackedChart* cost_;
    BreakEvenChart* break_even_;
    Scene scene_;
};

}  // namespace goho::gui
