// What an answer may move in a company, as a person picks it: levers within their usual range, shares of a whole, and items
// that may begin later or be left out.
#pragma once

#include "document/json_path.hpp"

#include "decision/lever.hpp"

namespace goho::gui {

struct LeverChoice {
    Text label;
    decision::LeverKind kind = decision::LeverKind::set;
    std::vector<std::string> pointers;
    std::string low, high;  // as typed: "97%", "120万円"; empty where a lever has no bounds
    bool bounded() const { return kind != decision::LeverKind::choose && kind != decision::LeverKind::split; }
    friend bool operator==(const LeverChoice&, const LeverChoice&) = default;
};

/// All that a company has, those in front first. `reference` as the workbook gives it.
std::vector<LeverChoice> lever_choices(const Json& merged, const Json& reference);

/// Those that a form begins with: "front" is the first, "shares" the weights of appraisal; in the order named.
std::vector<LeverChoice> standard_levers(const std::vector<LeverChoice>& all, std::string_view names);

/// For the engine; problems where bounds cannot be read.
Result<std::vector<decision::LeverRequest>> requests_of(const std::vector<LeverChoice>& levers);

}  // namespace goho::gui
