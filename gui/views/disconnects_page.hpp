// The five disconnects: how split purpose, finance, appraisal, executives and the long term are, today and as planned,
// why in words, and what joining each of them is worth.
#pragma once

#include "charts/bar_chart.hpp"
#include "views/plain_page.hpp"

class QTextBrowser;

namespace goho::gui {

/// Priced, of the active scenario; null until it has been computed.
const analysis::Diagnosis* diagnosis_of(const Scene& scene);
BarData severity_data(const analysis::Diagnosis& diagnosis, const Scene& scene);
BarData repair_data(const analysis::Diagnosis& diagnosis, const Scene& scene);

class DisconnectsPage : public PlainPage {
    Q_OBJECT

public:
    explicit DisconnectsPage(const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    Panel *severity_panel_, *repair_panel_, *reason_panel_;
    BarChart *severity_, *repair_;
    QTextBrowser* reasons_;
    QLabel* waiting_;
    QString text_;
};

}  // namespace goho::gui
