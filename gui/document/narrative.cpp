#include "document/narrative.hpp"

#include "document/words.hpp"
#include "io/reach.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view story_section = "story", log_section = "decision_log";

Content section_of(const Workbook& book, SheetId sheet, std::string_view section) {
    if (!book.has(sheet)) return nullptr;
    const Content all = book.merged(sheet);
    const Json* found = all ? value_at(*all, Path{std::string(section)}) : nullptr;
    return found != nullptr && found->is_object() ? Content(all, found) : nullptr;
}

std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Text words_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() ? text_of_words(&*found) : Text{};
}

std::vector<std::string> lines_at(const Json& object, const char* key) {
    std::vector<std::string> out;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) return out;
    for (const auto& one : *found) {
        if (one.is_string()) out.push_back(one.get<std::string>());
    }
    return out;
}

/// An item as it stands, so that what is not edited here, such as a note, survives.
Json item_at(const Workbook& book, SheetId sheet, std::string_view section, const std::string& id) {
    const Content all = section_of(book, sheet, section);
    const auto found = all ? all->find(id) : Json::const_iterator();
    return all && found != all->end() && found->is_object() ? *found : Json::object();
}

void put(Json& object, const char* key, Json value, bool wanted) {
    if (wanted) object[key] = std::move(value);
    else object.erase(key);
}

Json json_of(const StoryStep& step, Json item) {
    item["title"] = words_of_text(step.title);
    put(item, "text", words_of_text(step.text), !step.text.empty());
    item["page"] = simulation::story_pages[static_cast<std::size_t>(step.page)].key;
    put(item, "year", step.year, step.year > 0);
    put(item, "scenarios", step.scenarios, !step.scenarios.empty());
    put(item, "levers", step.levers, !step.levers.empty());
    put(item, "highlight", step.highlight, !step.highlight.empty());
    return item;
}

Json json_of(const Decision& decision, Json item) {
    put(item, "date", to_string(decision.date), decision.date.given());
    item["question"] = words_of_text(decision.question);
    put(item, "finding", words_of_text(decision.finding), !decision.finding.empty());
    put(item, "decision", words_of_text(decision.decision), !decision.decision.empty());
    put(item, "owner", words_of_text(decision.owner), !decision.owner.empty());
    put(item, "due", to_string(decision.due), decision.due.given());
    return item;
}

/// As one value, so that what was left out goes as well.
void set_item(Workbook& book, SheetId sheet, std::string_view section, const std::string& id, const Json& item,
              const Text& what) {
    if (item_at(book, sheet, section, id) == item) return;
    book.set_value(sheet, pointer_below("/" + std::string(section), id), item, what);
}

std::string free_id(const Text& name, std::string_view otherwise) {
    std::string id;
    for (const char c : name.en) {
        if (('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) id += c;
        else if ('A' <= c && c <= 'Z') id += static_cast<char>(c - 'A' + 'a');
        else if (!id.empty() && id.back() != '_' && static_cast<unsigned char>(c) < 0x80) id += '_';
        if (id.size() >= 24) break;
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    return id.empty() ? std::string(otherwise) : id;
}

}  // namespace

SheetId home_of(const Workbook& book, SheetId sheet, std::string_view section) {
    for (SheetId at = sheet; book.has(at); at = book.sheet(at).parent) {
        const auto& content = book.sheet(at).content;
        const Json* own = content ? value_at(*content, Path{std::string(section)}) : nullptr;
        if (own != nullptr && own->is_object() && !own->empty()) return at;
    }
    return sheet;
}

std::vector<StoryStep> story_of(const Workbook& book, SheetId sheet) {
    std::vector<StoryStep> story;
    const Content all = section_of(book, sheet, story_section);
    if (!all) return story;
    for (const auto& [id, item] : all->get_ref<const Json::object_t&>()) {
        if (!item.is_object()) continue;
        StoryStep step;
        step.id = id;
        step.title = words_at(item, "title");
        step.text = words_at(item, "text");
        const std::string page = text_at(item, "page");
        for (std::size_t i = 0; i < simulation::story_pages.size(); ++i) {
            if (simulation::story_pages[i].key == page) step.page = static_cast<int>(i);
        }
        if (const auto year = item.find("year"); year != item.end() && year->is_number_integer())
            step.year = year->get<int>();
        step.scenarios = lines_at(item, "scenarios");
        step.levers = lines_at(item, "levers");
        step.highlight = text_at(item, "highlight");
        story.push_back(std::move(step));
    }
    return story;
}

std::vector<Decision> decisions_of(const Workbook& book, SheetId sheet) {
    std::vector<Decision> log;
    const Content all = section_of(book, sheet, log_section);
    if (!all) return log;
    for (const auto& [id, item] : all->get_ref<const Json::object_t&>()) {
        if (!item.is_object()) continue;
        log.push_back({id, parse_month(text_at(item, "date")).value_or(Month{}),
                       parse_month(text_at(item, "due")).value_or(Month{}), words_at(item, "question"),
                       words_at(item, "finding"), words_at(item, "decision"), words_at(item, "owner")});
    }
    return log;
}

std::string add_step(Workbook& book, SheetId sheet, const StoryStep& step) {
    return book.add_item(sheet, story_section, free_id(step.title, "step"), json_of(step, Json::object()),
                         {"Add a step to the story", "ストーリーにステップを追加"});
}

void set_step(Workbook& book, SheetId sheet, const StoryStep& step) {
    set_item(book, sheet, story_section, step.id, json_of(step, item_at(book, sheet, story_section, step.id)),
             {"Edit the story", "ストーリーの編集"});
}

/// The order of a story is the order of its members.
void move_step(Workbook& book, SheetId sheet, const std::string& id, int by) {
    const Content all = section_of(book, sheet, story_section);
    if (!all || !all->contains(id)) return;
    const auto place = static_cast<int>(place_of(*all, id)), last = static_cast<int>(all->size()) - 1;
    if (place + by < 0 || place + by > last) return;
    Json story = *all;
    const Json step = story.at(id);
    story.erase(id);
    insert_member(story, static_cast<std::size_t>(place + by), id, step);
    book.set_value(sheet, "/" + std::string(story_section), story, {"Reorder the story", "ストーリーの並べ替え"});
}

void remove_step(Workbook& book, SheetId sheet, const std::string& id) {
    book.remove_value(sheet, pointer_below("/" + std::string(story_section), id),
                      {"Remove a step of the story", "ストーリーのステップを削除"});
}

std::string add_decision(Workbook& book, SheetId sheet, const Decision& decision) {
    return book.add_item(sheet, log_section, free_id(decision.question, "decision"), json_of(decision, Json::object()),
                         {"Add a decision", "意思決定の追加"});
}

void set_decision(Workbook& book, SheetId sheet, const Decision& decision) {
    set_item(book, sheet, log_section, decision.id, json_of(decision, item_at(book, sheet, log_section, decision.id)),
             {"Edit a decision", "意思決定の編集"});
}

void remove_decision(Workbook& book, SheetId sheet, const std::string& id) {
    book.remove_value(sheet, pointer_below("/" + std::string(log_section), id),
                      {"Remove a decision", "意思決定の削除"});
}

Text retyped(const Text& before, const std::string& typed, Language language) {
    if (before.en == before.ja) return {typed, typed};
    return language == Language::japanese ? Text{before.en, typed} : Text{typed, before.ja};
}

Cast cast_of(Workbook& book, SheetId home, const std::vector<StoryStep>& story) {
    Cast cast;
    if (!book.has(home)) return cast;
    const fs::path folder = book.sheet(home).path.parent_path();
    for (const auto& step : story) {
        for (const auto& written : step.scenarios) {
            if (cast.sheets.contains(written)) continue;
            const fs::path file = fs::absolute(folder / written).lexically_normal();
            cast.sheets[written] = book.find(file);
            if (book.has(cast.sheets[written])) continue;
            const fs::path home_file = book.sheet(home).path;
            if (!book.may_reach(folder, home_file, file)) {
                const Problems refused = io::beyond_reach(folder, file, home_file.generic_string(), pointer_of(Path{"story", step.id, "scenarios"}));
                cast.problems.insert(cast.problems.end(), refused.begin(), refused.end());
                continue;
            }
            std::error_code error;
            if (!fs::is_regular_file(file, error)) {
                cast.problems.push_back({"file-missing",
                                         book.sheet(home).path.generic_string(),
                                         pointer_of(Path{"story", step.id, "scenarios"}),
                                         0,
                                         0,
                                         {"the file " + io::in_quotes(written) + " does not exist",
                                          "ファイル " + io::in_quotes(written) + " がありません"},
                                         {"the path is seen from the folder of this file",
                                          "パスはこのファイルのあるフォルダーから見たものです"}});
                continue;
            }
            const auto opened = book.open({file});
            cast.problems.insert(cast.problems.end(), opened.problems.begin(), opened.problems.end());
            if (!opened.sheets.empty()) cast.sheets[written] = opened.sheets.front();
        }
    }
    return cast;
}

std::string path_from(const Workbook& book, SheetId home, SheetId sheet) {
    if (!book.has(home) || !book.has(sheet) || book.sheet(sheet).path.empty()) return {};
    const fs::path folder = book.sheet(home).path.parent_path();
    return folder.empty() ? book.sheet(sheet).path.generic_string()
                          : book.sheet(sheet).path.lexically_relative(folder).generic_string();
}

}  // namespace goho::gui
