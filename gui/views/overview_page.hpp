// The first page: the key figures of a year, the five directions as a pentagon, and beside it one figure over time for
// each of them.
#pragma once

#include "charts/polar_chart.hpp"
#include "views/plain_page.hpp"

namespace goho::gui {

/// The pentagon of all scenarios in a plan year.
PolarData polar_data(const Scene& scene, int year);

class OverviewPage : public PlainPage {
    Q_OBJECT

public:
    explicit OverviewPage(const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    YearButtons* years_;
    Panel* polar_panel_;
    PolarChart* polar_;
    QuantityPanel* income_;               // in the place of the pentagon where behaviour is off
    std::vector<QuantityPanel*> plain_;   // in the places of the four other directions
    Scene scene_;
};

}  // namespace goho::gui
