// The colours of the window, light and dark: one value that charts, pages and style sheet share. Scenarios take the
// colours of Okabe and Ito, which stay apart for people who see colours differently, darkened or lightened until each
// stands out from its panel.
#pragma once

#include "shown/shown.hpp"

#include <QColor>

namespace goho::gui {

struct Colors {
    QColor window, panel, border;           // behind everything; of a panel; around it
    QColor text, muted, faint;              // of words and numbers; of what explains them; of what may be overlooked
    QColor grid, zero;                      // lines behind a chart
    QColor accent, accent_soft, on_accent;  // what can be acted on, its background when chosen, text upon it
    QColor good, bad, caution;              // always with a sign and a word beside them
    QColor base;                            // the ghost of the base scenario
};

const Colors& colors_of(Theme theme);

/// The colour of the n-th variant, the same in every chart.
QColor scenario_color(int n, Theme theme);
inline constexpr int scenario_colors = 7;

/// Of parts of a whole, such as hours by use: apart from each other, in order.
QColor part_color(int n, Theme theme);

/// The colour, or as much nearer to black or white as small letters need to be read on `ground`: contrast 4.5.
QColor readable(QColor color, const QColor& ground);

/// Contrast of two colours as WCAG 2 has it, from 1 to 21.
double contrast(const QColor& a, const QColor& b);

}  // namespace goho::gui
