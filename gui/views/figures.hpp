// Where pages find the figures that they show: by name, over the months and the plan years of a study, with its label,
// unit and what is better. Nothing is reckoned here; what the engine cannot reckon is left out.
#pragma once

#include "charts/time_chart.hpp"
#include "views/page.hpp"

#include <vector>

namespace goho::gui {

struct Quantity {
    std::string_view name, unit;
    Label label, definition;
    Better better = Better::neither;
    bool flow = false;       // summed over a year: shown by plan year; a stock is shown by month
    bool behaviour = false;  // nothing where behaviour is switched off
    bool monthly = false;    // stands in the books or in conduct, so that "why" can be asked of it
};

/// A line of the books or of conduct, an indicator, or "index_company" ... "circulation".
std::optional<Quantity> quantity(std::string_view name);

/// Its name over cards and charts; an index says what it is measured against in English as in Japanese.
QString title_of(const Quantity& quantity, Language language);

/// By month for stocks, by plan year (at its end) for everything else.
QList<QPointF> points_of(const analysis::Study& study, const Quantity& quantity);

/// At the end of, or over, plan year `year` (1, 2, ...); nothing when the plan is shorter or there is no figure.
std::optional<double> at_year(const analysis::Study& study, const Quantity& quantity, int year);

/// The plan years to look at: 3, 5 and 10, as far as the plan goes; its last whole year when it is shorter.
std::vector<int> years_of(const analysis::Study& study);

/// The name of a scenario as it is shown: its own, or "Base" and "Plan 2" where the client's name is hidden.
QString name_of(const Scene& scene, SheetId sheet);

/// All scenarios of a scene over time: the base as a ghost, the active one strong, its targets, fan and callouts.
TimeData time_data(const Scene& scene, const Quantity& quantity, bool callouts);

/// "+12.3", "△12.3" or "-12.3": how a change is said everywhere. One sign is enough; an arrow would be a second.
struct ChangeWords {
    QString text;
    QColor ink;
};
ChangeWords change_words(const Scene& scene, const Quantity& quantity, double value, double base);

/// Of one figure in a month, for "why?"; for flows and indicators the plan year of that month.
std::optional<Figure> figure_of(const Quantity& quantity, int month);

}  // namespace goho::gui
