// Segments: who earns what, by fiscal year, of the active scenario; a segment is chosen to see how it gets there.
#pragma once

#include "charts/bar_chart.hpp"
#include "charts/stacked_chart.hpp"
#include "views/plain_page.hpp"

namespace goho::gui {

/// One line of all segments by month-end of the fiscal years.
StackedData segments_data(const Scene& scene, std::string_view variable);

class SegmentsPage : public PlainPage {
    Q_OBJECT

public:
    explicit SegmentsPage(const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    struct Part {
        std::string_view variable;
        Panel* panel;
        StackedChart* chart;
    };
    std::vector<Part> parts_;
    Scene scene_;
};

}  // namespace goho::gui
