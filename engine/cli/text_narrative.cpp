// The story of a scenario and what was decided over it, as text: one block a step and a decision.
#include "cli/text_views.hpp"
#include "io/text_table.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

std::string pick(const View& view, std::string_view en, std::string_view ja) {
    return std::string(view.language == Language::japanese ? ja : en);
}

/// In the language shown, or in the other where that is empty.
const std::string& said(const Text& text, const View& view) {
    const std::string& own = text.in(view.language);
    return own.empty() ? text.in(view.language == Language::japanese ? Language::english : Language::japanese) : own;
}

/// "  Label: text", wrapped and with its own line breaks, all further lines under the first.
std::string lines(const std::string& before, const std::string& text, const View& view) {
    std::string out, mark = before;
    const std::string indent(static_cast<std::size_t>(io::display_width(before)), ' ');
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        for (const auto& line : io::wrapped(io::printable(text.substr(at, end - at)), view.width - static_cast<int>(indent.size()))) {
            out += mark + line + "\n";
            mark = indent;
        }
        at = end + 1;
    }
    return out;
}

std::string listed(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
    return out;
}

}  // namespace

std::string story_text(const analysis::Study& study, const View& view) {
    if (study.scenario.story.empty()) return {};
    std::string out = heading(pick(view, "Story", "ストーリー"));
    int n = 0;
    for (const auto& step : study.scenario.story) {
        out += lines(fmt::format("{}. ", ++n), said(step.title, view), view);
        if (!step.text.empty()) out += lines("   ", said(step.text, view), view);
        std::string place(simulation::story_pages[static_cast<std::size_t>(step.page)].label.in(view.language));
        if (step.year > 0) place += view.language == Language::japanese ? fmt::format("、計画{}年目", step.year) : fmt::format(", year {}", step.year);
        out += lines(pick(view, "   Page: ", "   ページ: "), place, view);
        if (!step.scenarios.empty()) out += lines(pick(view, "   Scenarios: ", "   シナリオ: "), listed(step.scenarios), view);
        if (!step.levers.empty()) out += lines(pick(view, "   Levers: ", "   レバー: "), listed(step.levers), view);
    }
    return out;
}

std::string decisions_text(const analysis::Study& study, const View& view) {
    if (study.scenario.decision_log.empty()) return {};
    std::string out = heading(pick(view, "Decision log", "意思決定ログ"));
    for (const auto& decision : study.scenario.decision_log) {
        out += lines(decision.date.given() ? to_string(decision.date) + "  " : "-  ", said(decision.question, view), view);
        const auto part = [&](std::string_view en, std::string_view ja, const std::string& text) {
            if (!text.empty()) out += lines("  " + io::padded_right(pick(view, en, ja), 10), text, view);
        };
        part("Finding", "わかった", said(decision.finding, view));
        part("Decision", "決定", said(decision.decision, view));
        part("Owner", "担当", said(decision.owner, view));
        part("Due", "期限", decision.due.given() ? to_string(decision.due) : std::string());
    }
    return out;
}

}  // namespace goho::cli
