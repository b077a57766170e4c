// The tables of results, each made from an answer and the way in which things are shown.
#pragma once

#include "models/table_model.hpp"
#include "runner/answer.hpp"
#include "shown/shown.hpp"

namespace goho::gui {

/// Indicators by fiscal year, one stakeholder's or all; against the base where one is given.
Table key_figure_table(const analysis::Study& study, const analysis::Study* base, const Shown& shown,
                       std::optional<Stakeholder> of = {});

/// Gates and targets: verdict, figure, threshold, year, reason.
Table gate_table(const analysis::Study& study, const Shown& shown);

/// Figures in rows; the scenarios side by side at each of the plan years.
Table comparison_table(const analysis::Comparison& comparison, const Shown& shown);

/// What a scenario says otherwise than the base, in words; `contender` by its place in the comparison.
Table difference_table(const analysis::Comparison& comparison, std::size_t contender, const Shown& shown);

/// Problems, then warnings and findings, of all scenarios.
Table problem_table(const Answer& answer, const Shown& shown);

}  // namespace goho::gui
