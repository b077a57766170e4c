// ローカルベンチマーク（ロカベン）: the six financial indicators by year, trade and work flow, and the four viewpoints.
#pragma once

#include "forms/page.hpp"

#include "analysis/study.hpp"

namespace goho::forms {

/// `benchmark`: the thresholds the study was scored against, or null; without them there are no points.
Page six_indicators(const analysis::Study& study, const stakeholders::Benchmark* benchmark, const Setting& setting);
Page trade_and_work(const analysis::Study& study, const Setting& setting);
Page four_viewpoints(const analysis::Study& study, const Setting& setting);

}  // namespace goho::forms
