// 早期経営改善計画: the business at a glance, cash as it was and as planned, what is done about it, and the figures of the years.
#pragma once

#include "forms/page.hpp"

#include "analysis/study.hpp"

namespace goho::forms {

Page business_model(const analysis::Study& study, const Setting& setting);
Page cash_plan(const analysis::Study& study, const Setting& setting);
Page action_plan(const analysis::Study& study, const Setting& setting);
Page figures_plan(const analysis::Study& study, const Setting& setting);

}  // namespace goho::forms
