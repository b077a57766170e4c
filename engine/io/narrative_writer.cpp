#include "io/narrative_reader.hpp"
#include "io/scenario_writer.hpp"

namespace goho::io {

namespace {

Json of_type(const char* type, const char* title) { return {{"title", title}, {"type", Json::array({type, "null"})}}; }

Json list_of(Json item, const char* title) {
    Json out = of_type("array", title);
    out["items"] = std::move(item);
    return out;
}

Json object_of(Json properties) {
    return {{"type", Json::array({"object", "null"})},
            {"properties", std::move(properties)},
            {"additionalProperties", false}};
}

Json words_for(const char* title) { return {{"title", title}, {"$ref", "#/$defs/words"}}; }

Json month_for(const char* title) {
    return {{"title", title}, {"anyOf", Json::array({{{"$ref", "#/$defs/month"}}, {{"type", "null"}}})}};
}

}  // namespace

Json story_json(const std::vector<simulation::StoryStep>& story) {
    Json out = Json::object();
    for (const auto& step : story) {
        Json one = Json::object();
        one["title"] = words_json(step.title);
        if (!step.text.empty()) one["text"] = words_json(step.text);
        one["page"] = simulation::story_pages[static_cast<std::size_t>(step.page)].key;
        if (step.year > 0) one["year"] = step.year;
        if (!step.scenarios.empty()) one["scenarios"] = step.scenarios;
        if (!step.levers.empty()) one["levers"] = step.levers;
        if (!step.highlight.empty()) one["highlight"] = step.highlight;
        out[step.id] = std::move(one);
    }
    return out.empty() ? Json() : out;
}

Json decision_log_json(const std::vector<simulation::Decision>& log) {
    Json out = Json::object();
    for (const auto& decision : log) {
        Json one = Json::object();
        if (decision.date.given()) one["date"] = to_string(decision.date);
        one["question"] = words_json(decision.question);
        if (!decision.finding.empty()) one["finding"] = words_json(decision.finding);
        if (!decision.decision.empty()) one["decision"] = words_json(decision.decision);
        if (!decision.owner.empty()) one["owner"] = words_json(decision.owner);
        if (decision.due.given()) one["due"] = to_string(decision.due);
        out[decision.id] = std::move(one);
    }
    return out.empty() ? Json() : out;
}

Json story_step_schema() {
    Json pages = Json::array(), labels = Json::object();
    for (const Option& page : simulation::story_pages) {
        pages.push_back(page.key);
        labels[std::string(page.key)] = fmt::format("{} / {}", page.label.en, page.label.ja);
    }
    pages.push_back(nullptr);
    Json year = of_type("integer", "Plan year to look at / 注目する計画年次");
    year["minimum"] = 1;
    year["maximum"] = 50;
    Json file = {{"type", "string"}, {"minLength", 1}};
    Json lever = {{"type", "string"}, {"pattern", "^(/([a-z0-9_]+|\\*)){2,3}$"}};
    return object_of(
        {{"title", words_for("Title / 見出し")},
         {"text", words_for("What is said / 話す内容")},
         {"note", {{"$ref", "#/$defs/words"}}},
         {"page", {{"title", "Page of the window / 画面のページ"}, {"enum", pages}, {"x-labels", labels}}},
         {"year", std::move(year)},
         {"scenarios", list_of(std::move(file), "Files shown, the first in front / 表示するファイル（先頭が主役）")},
         {"levers", list_of(std::move(lever), "Levers that may be moved meanwhile / その場で動かせるレバー")},
         {"highlight", of_type("string", "The figure to look at / 注目する数値")}});
}

Json decision_schema() {
    return object_of({{"date", month_for("Decided in / 決定した月")},
                      {"question", words_for("What was to be decided / 何を決めるのか")},
                      {"finding", words_for("What the figures say / わかったこと")},
                      {"decision", words_for("What was decided / 決めたこと")},
                      {"owner", words_for("Who does it / 担当")},
                      {"due", month_for("Until / 期限")},
                      {"note", {{"$ref", "#/$defs/words"}}}});
}

}  // namespace goho::io
