// 付加価値額: three definitions by year, and the growth that public programmes ask for, each against its dated threshold.
#pragma once

#include "forms/page.hpp"

#include "analysis/study.hpp"

namespace goho::forms {

/// The years first, then the requirements, whose formulas look at them.
std::vector<Page> value_added_pages(const analysis::Study& study, const Setting& setting);

}  // namespace goho::forms
