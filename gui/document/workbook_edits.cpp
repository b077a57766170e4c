// Edits of a workbook: each becomes one step of undo, or one together with the others of its gesture.
#include "document/amounts.hpp"
#include "document/commands.hpp"
#include "document/patch.hpp"
#include "document/words.hpp"
#include "document/workbook.hpp"
#include "io/json_text.hpp"

namespace goho::gui {

Problems Workbook::not_editable(SheetId id) const {
    if (has(id) && sheet(id).content && sheet(id).content->is_object()) return {};
    if (!has(id))
        return {{"not-open", {}, {}, 0, 0, {"this scenario is not open", "このシナリオは開かれていません"}, {}}};
    return {{"not-editable",
             shown_file(sheet(id)),
             {},
             0,
             0,
             {"the file cannot be edited before its text is mended", "ファイルの記述を直すまで編集できません"},
             {}}};
}

Text Workbook::described(SheetId id, std::string_view pointer) const {
    const Content all = merged(id);
    return name_of_pointer(all ? all.get() : sheet(id).content.get(), pointer);
}

Problems Workbook::commit(SheetId id, std::optional<Json> edited, std::string_view pointer, const Text& what) {
    if (!edited) {
        return {{"in-the-way",
                 shown_file(sheet(id)),
                 std::string(pointer),
                 0,
                 0,
                 {"something other than an object stands above this value", "この値の上位がオブジェクトではありません"},
                 {}}};
    }
    commit({{id, std::make_shared<const Json>(std::move(*edited))}}, what);
    return {};
}

void Workbook::commit(const std::map<SheetId, Content>& contents, const Text& what) {
    std::map<SheetId, Changes> changes;
    std::map<SheetId, Content> fresh;
    for (const auto& [id, content] : contents) {
        Changes made = changes_between(*sheet(id).content, *content);
        if (made.empty()) continue;
        changes.emplace(id, std::move(made));
        fresh.emplace(id, content);
        if (in_gesture()) gesture_before_.emplace(id, sheet(id).content);
    }
    if (changes.empty()) return;
    put_contents(fresh);
    const Text& named = in_gesture() && !gesture_text_.empty() ? gesture_text_ : what;
    push(new EditCommand(*this, std::move(changes), named, in_gesture() ? gesture_ : 0));
}

void Workbook::put_contents(const std::map<SheetId, Content>& contents) {
    bool names = false;
    for (const auto& [id, content] : contents) names = put_content(id, content) || names;
    say_changed();
    if (names) Q_EMIT sheets_changed();
}

/// True when the list of scenarios looks different now.
bool Workbook::put_content(SheetId id, const Content& content) {
    static const std::array extends{std::string("extends")};
    const Text before = name(id);
    at(id).content = content;
    const Json* named = value_at(*content, extends);
    const bool has_base = sheet(id).parent != no_sheet || !sheet(id).problems.empty();
    const std::string now = named != nullptr && named->is_string() ? named->get<std::string>() : std::string();
    if (!sheet(id).path.empty() && (has_base || !now.empty())) {
        const auto target = (sheet(id).path.parent_path() / std::filesystem::path(now)).lexically_normal();
        const bool same = has(sheet(id).parent) && (sheet(sheet(id).parent).path.empty() ||
                                                    sheet(sheet(id).parent).path.lexically_normal() == target);
        if (!same) {
            Problems ignored;  // they stand with the sheet
            link(id, ignored, sheet(id).path.parent_path(), 0);
            return true;
        }
    }
    return !(name(id) == before);
}

Problems Workbook::set_value(SheetId id, std::string_view pointer, const Json& value, const Text& what) {
    if (auto problems = not_editable(id); !problems.empty()) return problems;
    const Content base = has(sheet(id).parent) ? merged(sheet(id).parent) : nullptr;
    return commit(id, with_value(*sheet(id).content, base.get(), path_of(pointer), value), pointer,
                  what.empty() ? described(id, pointer) : what);
}

Problems Workbook::set_number(SheetId id, std::string_view pointer, double number, const Text& what) {
    return set_numbers(id, {{std::string(pointer), number}}, what);
}

Problems Workbook::set_numbers(SheetId id, const std::vector<NumberAt>& numbers, const Text& what) {
    if (numbers.empty()) return {};
    if (auto problems = not_editable(id); !problems.empty()) return problems;
    const Content base = has(sheet(id).parent) ? merged(sheet(id).parent) : nullptr;
    const Content all = merged(id);
    std::optional<Json> edited = *sheet(id).content;
    for (const NumberAt& one : numbers) {
        const Path path = path_of(one.pointer);
        const Json* own = value_at(*sheet(id).content, path);
        const Json* before = own != nullptr ? own : all ? value_at(*all, path) : nullptr;
        const Json* beneath = base ? value_at(*base, path) : nullptr;
        const bool as_it_was = before != nullptr && number_of(*before) == one.number;
        Json value = as_it_was                                                 ? *before
                     : beneath != nullptr && number_of(*beneath) == one.number ? *beneath
                                                                               : written_like(before, one.number);
        edited = with_value(*edited, base.get(), path, value);
        if (!edited) return commit(id, std::nullopt, one.pointer, what);
    }
    return commit(id, std::move(edited), numbers.front().pointer,
                  what.empty() ? described(id, numbers.front().pointer) : what);
}

Problems Workbook::remove_value(SheetId id, std::string_view pointer, const Text& what) {
    if (auto problems = not_editable(id); !problems.empty()) return problems;
    const Content base = has(sheet(id).parent) ? merged(sheet(id).parent) : nullptr;
    Text named = what;
    if (named.empty()) {
        const Text thing = described(id, pointer);
        named = {"Remove " + thing.en, thing.ja + "の削除"};
    }
    return commit(id, without_value(*sheet(id).content, base.get(), path_of(pointer)), pointer, named);
}

std::string Workbook::add_item(SheetId id, std::string_view collection, std::string_view wish, const Json& item,
                               const Text& what) {
    if (!not_editable(id).empty()) return {};
    const Content all = merged(id);
    const Path path{std::string(collection)};
    const Json* there = all ? value_at(*all, path) : nullptr;
    const auto taken = [&](const std::string& name) {
        return there != nullptr && there->is_object() && there->contains(name);
    };
    std::string free(wish);
    for (int i = 2; taken(free); ++i) free = std::string(wish) + "_" + std::to_string(i);
    const std::string pointer = pointer_below("/" + std::string(collection), free);
    Text named = what;
    if (named.empty()) {
        const Text thing = described(id, "/" + std::string(collection));
        named = {"Add to " + thing.en, thing.ja + "の追加"};
    }
    return set_value(id, pointer, item, named).empty() ? free : std::string();
}

Problems Workbook::reset(SheetId id, std::string_view pointer, const Text& what) {
    if (auto problems = not_editable(id); !problems.empty()) return problems;
    const Content origin = reference(id);
    if (!origin) return {};
    const Path path = path_of(pointer);
    Text named = what;
    if (named.empty()) {
        const Text thing = described(id, pointer);
        named = {"Reset " + thing.en, thing.ja + "を元に戻す"};
    }
    if (sheet(id).parent != no_sheet) return commit(id, as_in_base(*sheet(id).content, *origin, path), pointer, named);
    const Json* before = value_at(*origin, path);
    const auto& own = *sheet(id).content;
    return commit(id, before != nullptr ? with_value(own, nullptr, path, *before) : without_value(own, nullptr, path),
                  pointer, named);
}

Problems Workbook::reset_all(SheetId id) {
    if (auto problems = not_editable(id); !problems.empty()) return problems;
    const Text what{"Reset all", "すべて元に戻す"};
    if (sheet(id).parent == no_sheet) {
        const Content origin = reference(id);
        return commit(id, *origin, "", what);
    }
    Json kept = Json::object();  // who it is, without what it says otherwise
    for (const auto& [key, value] : sheet(id).content->get_ref<const Json::object_t&>()) {
        for (const std::string_view stays :
             {"$schema", "format", "name", "description", "note", "extends", "story", "decision_log"}) {
            if (key == stays) kept[key] = value;
        }
    }
    return commit(id, std::move(kept), "", what);
}

void Workbook::set_text(SheetId id, const std::string& text) {
    const auto state = [&] {
        return SheetState{sheet(id).content, sheet(id).broken_text, sheet(id).layout, sheet(id).problems};
    };
    const SheetState before = state();
    Sheet fresh = sheet(id);
    read_into(fresh, text, false);
    put_state(id, {fresh.content, fresh.broken_text, fresh.layout, fresh.problems});
    push(new StateCommand(*this, id, before, state(), {"Edit text", "テキストの編集"}));
}

void Workbook::put_state(SheetId id, const SheetState& state) {
    Sheet& s = at(id);
    s.content = state.content;
    s.broken_text = state.broken_text;
    s.layout = state.layout;
    s.problems = state.problems;
    Problems ignored;
    if (s.content) link(id, ignored, sheet(id).path.parent_path(), 0);
    say_changed();
    Q_EMIT sheets_changed();
}

void Workbook::begin_gesture(const Text& what) {
    if (gesture_depth_++ > 0) return;
    ++gesture_;
    gesture_text_ = what;
    gesture_before_.clear();
}

void Workbook::end_gesture() {
    if (gesture_depth_ == 0 || --gesture_depth_ > 0) return;
    gesture_before_.clear();
    gesture_text_ = {};
}

void Workbook::rename(SheetId id, const Text& name) {
    if (!not_editable(id).empty()) return;
    // A variant bears its own name, whole, also where it shares a word with its base.
    commit(id, with_value(*sheet(id).content, nullptr, std::array{std::string("name")}, words_of_text(name)), "/name",
           {"Rename", "名称の変更"});
}

}  // namespace goho::gui
