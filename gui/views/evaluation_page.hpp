// Appraisal and effort: what people are appraised for, what they put their time into, and what comes of it.
#pragma once

#include "charts/bar_chart.hpp"
#include "charts/stacked_chart.hpp"
#include "views/plain_page.hpp"

namespace goho::gui {

/// Where hours go, by fiscal year of the active scenario: hours of the year by use.
StackedData hours_data(const Scene& scene);
/// How effort is shared out, by fiscal year.
StackedData effort_data(const Scene& scene);
/// Weights of appraisal in the plan (bars) and today (marks), as percentages.
BarData weights_data(const Scene& scene);

class EvaluationPage : public PlainPage {
    Q_OBJECT

public:
    explicit EvaluationPage(const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    Panel* hours_panel_;
    BarChart* weights_;
    StackedChart *effort_, *hours_;
};

}  // namespace goho::gui
