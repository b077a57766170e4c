// Numbers as people write them in a request: 1200000, 1,200,000, 120万円, 5%.
#pragma once

#include <optional>
#include <string_view>

namespace goho::decision {

std::optional<double> number_written(std::string_view text);

}  // namespace goho::decision
