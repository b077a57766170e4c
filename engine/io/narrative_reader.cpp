#include "io/narrative_reader.hpp"

#include "io/uncertainty_reader.hpp"

namespace goho::io {

namespace {

using simulation::Decision;
using simulation::StoryStep;

constexpr NumberRule year_rule{"years", {1.0, 50.0}, {1.0, 50.0}};

std::optional<std::string> read_line(const Json& value, const std::string& at, Label expected, Notes& notes) {
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
        report_wrong_type(value, at, expected, notes);
        return {};
    }
    read_words(value, at, Lines::one, notes);  // names of files and addresses have one line
    return value.get<std::string>();
}

std::vector<std::string> read_lines(const Json& value, const std::string& at, Label list, Label one, Notes& notes) {
    std::vector<std::string> lines;
    if (!value.is_array()) {
        report_wrong_type(value, at, list, notes);
        return lines;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (auto line = read_line(value[i], at + "/" + std::to_string(i), one, notes))
            lines.push_back(std::move(*line));
    }
    return lines;
}

/// A lever may stand in another scenario of the story alone, and a variant may have lost one that its base's story
/// names: neither stops a plan from being run, so it is only noted.
void look_for_levers(const StoryStep& step, const std::string& at, const AllIds& ids, Notes& notes) {
    if (!step.scenarios.empty()) return;
    for (const std::string& lever : step.levers) {
        Notes asked;
        if (lever.starts_with("/") && !read_addresses(lever, at, ids, false, asked).empty()) continue;
        if (notes.warnings.full()) return notes.warnings.count_only();
        notes.warnings.add("lever-not-here", at,
                           say("{} names nothing that can be moved in this scenario",
                               "{} に当たる、動かせる項目はこのシナリオにありません", in_quotes(lever)),
                           {"the step is shown without it", "このレバーなしで表示します"});
    }
}

void read_highlight(const Json& value, const std::string& at, std::span<const std::string_view> figures,
                    std::string& to, Notes& notes) {
    const auto name = read_line(value, at, {"the name of a result or an indicator", "結果・指標の名前"}, notes);
    if (!name) return;
    if (std::find(figures.begin(), figures.end(), *name) != figures.end()) {
        to = *name;
        return;
    }
    const std::string_view near = closest(*name, figures);
    notes.problems.add("unknown-figure", at,
                       say("{} is no result and no indicator", "{} という結果・指標はありません", in_quotes(*name)),
                       did_you_mean(near));
}

}  // namespace

std::vector<StoryStep> read_story(const Json& section, const AllIds& ids, std::span<const std::string_view> figures,
                                  Notes& notes) {
    static constexpr std::array<std::string_view, 8> known{"title",     "text",   "page",      "year",
                                                           "scenarios", "levers", "highlight", "note"};
    std::vector<StoryStep> story;
    for (const auto& [id, entry] : section.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/story", id);
        if (!is_object(entry, at, notes)) continue;
        StoryStep step;
        step.id = id;
        for (const auto& [key, part] : entry.get_ref<const Json::object_t&>()) {
            const std::string here = member_of(at, key);
            if (key == "title") step.title = read_words(part, here, Lines::one, notes);
            else if (key == "text") step.text = read_words(part, here, Lines::many, notes);
            else if (key == "page") step.page = read_option(part, here, simulation::story_pages, notes).value_or(0);
            else if (key == "year") step.year = read_whole(part, here, year_rule, notes).value_or(0);
            else if (key == "scenarios")
                step.scenarios = read_lines(part, here, {"a list of files", "ファイルの配列"},
                                            {"the path of a scenario file", "シナリオファイルのパス"}, notes);
            else if (key == "levers")
                step.levers = read_lines(
                    part, here, {"a list of addresses", "アドレスの配列"},
                    {"an address such as \"/segments/main/price\"", "「/segments/main/price」のようなアドレス"}, notes);
            else if (key == "highlight") read_highlight(part, here, figures, step.highlight, notes);
            else if (key == "note") read_words(part, here, Lines::many, notes);
            else report_unknown_key(key, at, known, notes);
        }
        if (!entry.contains("title")) report_missing(at + "/title", {"what the step says", "ステップの見出し"}, notes);
        look_for_levers(step, at + "/levers", ids, notes);
        story.push_back(std::move(step));
    }
    return story;
}

std::vector<Decision> read_decision_log(const Json& section, Notes& notes) {
    static constexpr std::array<std::string_view, 7> known{"date",  "question", "finding", "decision",
                                                           "owner", "due",      "note"};
    std::vector<Decision> log;
    for (const auto& [id, entry] : section.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/decision_log", id);
        if (!is_object(entry, at, notes)) continue;
        Decision decision;
        decision.id = id;
        for (const auto& [key, part] : entry.get_ref<const Json::object_t&>()) {
            const std::string here = member_of(at, key);
            if (key == "date") decision.date = read_month(part, here, notes).value_or(Month{});
            else if (key == "due") decision.due = read_month(part, here, notes).value_or(Month{});
            else if (key == "question") decision.question = read_words(part, here, Lines::many, notes);
            else if (key == "finding") decision.finding = read_words(part, here, Lines::many, notes);
            else if (key == "decision") decision.decision = read_words(part, here, Lines::many, notes);
            else if (key == "owner") decision.owner = read_words(part, here, Lines::one, notes);
            else if (key == "note") read_words(part, here, Lines::many, notes);
            else report_unknown_key(key, at, known, notes);
        }
        if (!entry.contains("question"))
            report_missing(at + "/question", {"what was to be decided", "何を決めるのか"}, notes);
        log.push_back(std::move(decision));
    }
    return log;
}

}  // namespace goho::io
