// What a scenario tells people beside its figures: the steps in which it is presented, and what was decided over it. A
// run knows nothing of either. Format: docs/scenario-format.md.
#pragma once

#include "core/calendar.hpp"
#include "core/label.hpp"
#include "core/parameter.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace goho::simulation {

/// The pages of the window that a step can stand on; the window's own list is held to this one by a test.
inline constexpr auto story_pages = std::to_array<Option>({
    {"overview", {"Overview", "全体像"}},
    {"compare", {"Compare", "比較"}},
    {"statements", {"Statements", "財務諸表"}},
    {"cost", {"Cost", "固定費・損益分岐点"}},
    {"segments", {"Segments", "部門"}},
    {"evaluation", {"Appraisal", "評価と努力"}},
    {"roadmap", {"Roadmap", "工程表"}},
    {"initiatives", {"Initiatives", "施策"}},
    {"people", {"Employees", "従業員"}},
    {"customers", {"Customers", "顧客"}},
    {"society", {"Society", "世間・金融"}},
    {"next_generation", {"Next generation", "次世代"}},
    {"disconnects", {"Disconnects", "五つの分断"}},
    {"actuals", {"Plan and actual", "予実"}},
    {"decide", {"Decide", "意思決定"}},
});

/// One step: what is said, and what stands on the screen meanwhile.
struct StoryStep {
    std::string id;
    Text title, text;
    int page = 0;                        // in story_pages
    int year = 0;                        // plan year to look at; 0: as the page has it
    std::vector<std::string> scenarios;  // files, seen from this one; the first stands in front. Empty: this scenario
    std::vector<std::string> levers;     // addresses of what may be moved meanwhile
    std::string highlight;               // the figure to look at; empty: none
    friend bool operator==(const StoryStep&, const StoryStep&) = default;
};

/// One decision: what was asked, what was found, what was decided, who does it until when.
struct Decision {
    std::string id;
    Month date, due;
    Text question, finding, decision, owner;
    friend bool operator==(const Decision&, const Decision&) = default;
};

}  // namespace goho::simulation
