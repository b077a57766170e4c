// Why a variant is better, as sentences, tables and a chart: what each change brings, what pairs do together.
#pragma once

#include "decision/attribution.hpp"

namespace goho::decision {

/// "Year 10, Operating income: +21,727 thousand yen against the base. The largest part comes from ...": true of the figure at
/// `figure` in the year at `year`. Empty where a plan has no such figure.
Text attribution_sentence(const Attribution& result, std::size_t year, std::size_t figure, MoneyUnit money);

/// On which runs the shares rest.
Text attribution_method(const Attribution& result);

/// Of the figures named, in their order; sentences and charts speak of the last year. Names that the comparison does not have
/// are left out.
Telling tell(const Attribution& result, const std::vector<std::string>& figures, MoneyUnit money);

}  // namespace goho::decision
