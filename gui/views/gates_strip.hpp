// The gates that a bank looks at, always in view: when cash runs short, years to repay, equity ratio and others, each
// with a sign, its name, its figure and a word; a button opens the list of all with their reasons. Of the active scenario; a gate that turned against the base says so.
#pragma once

#include "charts/chart.hpp"
#include "charts/verdict_mark.hpp"
#include "views/page.hpp"

#include <vector>

class QPushButton;

namespace goho::gui {

struct GateChip {
    stakeholders::Verdict verdict{};
    QString label, figure, words, details;
    bool turned = false;
    QString year;  // the fiscal year that was judged, where there is a figure
    friend bool operator==(const GateChip&, const GateChip&) = default;
};
/// Those missed first, then cash and what banks look at first.
std::vector<GateChip> gate_chips(const Scene& scene);
/// The last fiscal year that any gate with a figure was judged in; empty where there is none.
QString judged_year(const Scene& scene);

class GatesStrip : public QWidget {
    Q_OBJECT

public:
    explicit GatesStrip(const Shown& shown, QWidget* parent = nullptr);
    void show_scene(const Scene& scene);
    const std::vector<GateChip>& chips() const { return chips_; }
    QSize sizeHint() const override { return {800, 46}; }
    QSize minimumSizeHint() const override { return {300, 46}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    double width_of(const GateChip& chip) const;
    double year_width() const;
    QString year_words() const;
    std::size_t missed_from(std::size_t first) const;
    std::size_t fitting() const;
    void lay_out();
    QString list_text() const;
    void show_all();

    Shown shown_;
    QString year_;
    std::vector<GateChip> chips_;
    std::vector<QRectF> places_;
    QPushButton* more_;
};

}  // namespace goho::gui
