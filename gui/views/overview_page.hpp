// The first page: the key figures of a year, the five directions as a pentagon, and beside it one figure over time for
// each of them.
#pragma once

#include "charts/polar_chart.hpp"
#include "views/plain_page.hpp"

class QStackedWidget;

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
    QStackedWidget* first_;  // the pentagon, or operating income where behaviour is off
    Scene scene_;
};

}  // namespace goho::gui
