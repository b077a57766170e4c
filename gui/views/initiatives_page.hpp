// Initiatives: how far each takes root, what it saves and costs in time, the measures taken every month, and which to
// begin with.
#pragma once

#include "charts/bubble_chart.hpp"
#include "views/plain_page.hpp"

namespace goho::gui {

/// Each initiative of the active scenario by month; `value` takes one figure of a month.
TimeData initiative_data(const Scene& scene, std::string_view unit,
                         double (*value)(const simulation::InitiativeMonth<double>&));
BubbleData priority_data(const Scene& scene);

class InitiativesPage : public PlainPage {
    Q_OBJECT

public:
    explicit InitiativesPage(const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    struct Part {
        Panel* panel;
        TimeChart* chart;
        std::string_view variable, unit;
        Label label;
        double (*value)(const simulation::InitiativeMonth<double>&);
    };
    std::vector<Part> parts_;
    Panel* bubble_panel_;
    BubbleChart* bubbles_;
    QWidget* none_;
    QWidget* all_;
    Scene scene_;
};

}  // namespace goho::gui
