// A workbook and its files: opening with all that a file builds on, saving as little as changed, and what somebody
// else writes meanwhile.
#include "document/new_company.hpp"
#include "document/words.hpp"
#include "document/workbook.hpp"
#include "io/json_layout.hpp"
#include "io/json_text.hpp"
#include "io/merge.hpp"
#include "io/output_file.hpp"
#include "io/reach.hpp"

#include <array>

namespace goho::gui {

namespace fs = std::filesystem;

namespace {

const std::array extends_path{std::string("extends")};

fs::path full_path(const fs::path& file) {
    std::error_code error;
    const fs::path full = fs::absolute(file, error);
    return (error ? file : full).lexically_normal();
}

/// The path of a file as seen from a folder; as it is where there is no way from one to the other.
std::string seen_from(const fs::path& folder, const fs::path& file) {
    const fs::path way = file.lexically_relative(folder);
    return (way.empty() ? file : way).generic_string();
}

Problem of_file(std::string code, const std::string& file, Text message, Text hint = {}) {
    return {std::move(code), file, {}, 0, 0, std::move(message), std::move(hint)};
}

/// Paths inside a file that has moved still lead to the same files.
void follow_move(Json& content, const fs::path& from, const fs::path& to) {
    for (const Path& path :
         {Path{"$schema"}, Path{"pins", "benchmark"}, Path{"pins", "tax_table"}, Path{"pins", "depreciation_table"}}) {
        const Json* value = value_at(content, path);
        if (value == nullptr || !value->is_string()) continue;
        const fs::path target = (from / fs::path(value->get<std::string>())).lexically_normal();
        std::error_code error;
        if (fs::is_regular_file(target, error)) put_at(content, path, seen_from(to, target));
    }
}

}  // namespace

// Opening ------------------------------------------------------------------------------------------------------------

void Workbook::read_into(Sheet& sheet, std::string text, bool as_saved) const {
    auto json = io::parse_json(text, shown_file(sheet));
    sheet.problems = json.problems;
    sheet.content = nullptr;
    sheet.broken_text.clear();
    sheet.layout = text;
    if (json && json.value->is_object()) {
        sheet.content = std::make_shared<const Json>(std::move(*json.value));
    } else {
        sheet.broken_text = text;
        if (json)
            sheet.problems.push_back(of_file(
                "wrong-type", shown_file(sheet),
                {"a scenario file holds one object { }", "シナリオファイルにはオブジェクト { } が1つ必要です"}));
    }
    if (!as_saved) return;
    sheet.saved = sheet.content;
    sheet.fingerprint = fingerprint(text);
    sheet.text = std::move(text);
}

SheetId Workbook::open_one(const fs::path& file, Problems& problems, const fs::path& opened_in, int depth) {
    const fs::path path = full_path(file);
    if (const SheetId there = find(path); there != no_sheet) return there;
    auto text = io::read_text(path, path.generic_string());
    if (!text) {
        problems.insert(problems.end(), text.problems.begin(), text.problems.end());
        return no_sheet;
    }
    Sheet sheet;
    sheet.path = path;
    read_into(sheet, std::move(*text.value), true);
    problems.insert(problems.end(), sheet.problems.begin(), sheet.problems.end());
    const SheetId id = add(std::move(sheet), order_.size());
    if (this->sheet(id).content) link(id, problems, opened_in, depth);
    return id;
}

bool Workbook::may_reach(const fs::path& opened_in, const fs::path& file, const fs::path& named) const {
    if (find(named) != no_sheet || io::within_reach(opened_in, named)) return true;
    if (!may_reach_ || !may_reach_(file, named)) return false;
    io::allow_reach(named.parent_path());
    return true;
}

/// Finds or opens the base that a file names.
void Workbook::link(SheetId id, Problems& problems, const fs::path& opened_in, int depth) {
    const Json* named = value_at(*sheet(id).content, extends_path);
    at(id).problems.clear();
    if (named == nullptr) {
        at(id).parent = no_sheet;
        return;
    }
    if (sheet(id).path.empty()) return;  // it knows its base without a path
    const auto fail = [&](Text message, Text hint = {}) {
        at(id).parent = no_sheet;
        at(id).problems = {
            {"extends-missing", shown_file(sheet(id)), "/extends", 0, 0, std::move(message), std::move(hint)}};
        problems.insert(problems.end(), sheet(id).problems.begin(), sheet(id).problems.end());
    };
    if (!named->is_string() || named->get<std::string>().empty())
        return fail({"expected the path of a scenario file", "シナリオファイルのパスが必要です"});
    const fs::path base = full_path(sheet(id).path.parent_path() / fs::path(named->get<std::string>()));
    if (!may_reach(opened_in, sheet(id).path, base)) {
        at(id).parent = no_sheet;
        at(id).problems = io::beyond_reach(opened_in, base, shown_file(sheet(id)), "/extends");
        problems.insert(problems.end(), sheet(id).problems.begin(), sheet(id).problems.end());
        return;
    }
    std::error_code error;
    if (find(base) == no_sheet && (depth >= io::longest_chain || !fs::is_regular_file(base, error))) {
        const std::string shown = io::in_quotes(base.generic_string());
        return fail(
            {"the base file " + shown + " does not exist", "基になるファイル " + shown + " がありません"},
            {"the path is seen from the folder of this file", "パスはこのファイルのあるフォルダーから見たものです"});
    }
    const SheetId parent = open_one(base, problems, opened_in, depth + 1);
    if (parent == no_sheet) return fail({"the base file cannot be read", "基になるファイルを読み込めません"});
    at(id).parent = parent;
    // A base stands before what builds on it.
    const auto own = std::find(order_.begin(), order_.end(), id), its = std::find(order_.begin(), order_.end(), parent);
    if (its > own) std::rotate(own, its, its + 1);
}

Workbook::Opened Workbook::open(const std::vector<fs::path>& files) {
    Opened opened;
    for (const fs::path& file : files) {
        const SheetId id = open_one(file, opened.problems, full_path(file).parent_path(), 0);
        if (id != no_sheet) opened.sheets.push_back(id);
    }
    if (opened.sheets.empty()) return opened;
    say_changed();
    Q_EMIT sheets_changed();
    set_active(opened.sheets.front());
    return opened;
}

SheetId Workbook::new_company() {
    Sheet sheet;
    sheet.content = std::make_shared<const Json>(small_company());
    sheet.saved = sheet.content;  // untouched, there is nothing to lose
    const SheetId id = add(std::move(sheet), order_.size());
    set_active(id);
    return id;
}

SheetId Workbook::new_from(const fs::path& file, Problems& problems) {
    auto document = io::read_document(file);
    if (!document) {
        problems = document.problems;
        return no_sheet;
    }
    Sheet sheet;
    sheet.content = std::make_shared<const Json>(std::move(document.value->content));
    sheet.saved = sheet.content;
    if (document.value->sources.size() == 1) {  // as its author laid it out
        if (auto text = io::read_text(file, file.generic_string())) sheet.layout = std::move(*text.value);
    }
    const SheetId id = add(std::move(sheet), order_.size());
    set_active(id);
    return id;
}

void Workbook::restore(std::vector<Sheet> sheets, SheetId active) {
    std::map<SheetId, SheetId> fresh;
    for (const Sheet& sheet : sheets) fresh[sheet.id] = next_id_++;
    for (Sheet& sheet : sheets) {
        sheet.id = fresh.at(sheet.id);
        sheet.parent = fresh.contains(sheet.parent) ? fresh.at(sheet.parent) : no_sheet;
        put_sheet(std::move(sheet), order_.size());
    }
    if (fresh.contains(active)) set_active(fresh.at(active));
}

// Saving -------------------------------------------------------------------------------------------------------------

/// `extends` as it leads from where the file is to where its base is.
void Workbook::spell_extends(SheetId id) {
    Sheet& s = at(id);
    if (s.path.empty() || !s.content || !has(s.parent) || sheet(s.parent).path.empty()) return;
    const fs::path base = sheet(s.parent).path, folder = s.path.parent_path();
    const Json* now = value_at(*s.content, extends_path);
    if (now != nullptr && now->is_string() && full_path(folder / fs::path(now->get<std::string>())) == base) return;
    Json content = *s.content;
    content["extends"] = seen_from(folder, base);
    s.content = std::make_shared<const Json>(std::move(content));
}

std::string Workbook::text_of(SheetId id) const {
    const Sheet& s = sheet(id);
    if (!s.content) return s.broken_text;
    if (s.layout.empty()) return io::laid_out(*s.content);
    return io::updated_text(s.layout, *s.content);
}

Problems Workbook::write(SheetId id, const fs::path& path) {
    const std::string text = text_of(id);
    if (Problems problems = io::write_file(path, text); !problems.empty()) return problems;
    Sheet& s = at(id);
    s.text = s.layout = text;
    s.saved = s.content;
    s.fingerprint = fingerprint(text);
    s.changed_outside = false;
    Q_EMIT saved(id);
    if (!dirty()) stack_.setClean();
    return {};
}

Problems Workbook::save(SheetId id, Overwrite overwrite) {
    if (!has(id)) return {};
    const Sheet& s = sheet(id);
    const std::string shown = shown_file(s);
    if (s.path.empty())
        return {of_file("no-file", shown, {"it has no file yet", "まだファイルがありません"},
                        {"save it under a name", "名前を付けて保存してください"})};
    if (has(s.parent) && sheet(s.parent).path.empty())
        return {of_file("base-unsaved", shown,
                        {"what it builds on has no file yet", "基のシナリオにまだファイルがありません"},
                        {"save the base first", "先に基のシナリオを保存してください"})};
    if (overwrite == Overwrite::refuse) {
        std::error_code error;
        const auto now = fs::exists(s.path, error) ? io::read_text(s.path, shown) : Result<std::string>{};
        if (now && fingerprint(*now.value) != s.fingerprint) {
            return {of_file("changed-outside", shown,
                            {"the file was changed by another program since it was opened",
                             "開いた後に、ほかのプログラムがファイルを変更しています"},
                            {"reload it, or save over it", "読み込み直すか、上書き保存してください"})};
        }
    }
    spell_extends(id);
    return write(id, s.path);
}

Problems Workbook::save_as(SheetId id, const fs::path& file) {
    if (!has(id)) return {};
    const fs::path path = full_path(file);
    if (const SheetId other = find(path); other != no_sheet && other != id)
        return {of_file("already-open", path.generic_string(),
                        {"this file is open as another scenario", "このファイルは別のシナリオとして開いています"},
                        {"choose another name", "別の名前にしてください"})};
    if (const SheetId parent = sheet(id).parent; has(parent) && sheet(parent).path.empty())
        return {of_file("base-unsaved", shown_file(sheet(id)),
                        {"what it builds on has no file yet", "基のシナリオにまだファイルがありません"},
                        {"save the base first", "先に基のシナリオを保存してください"})};
    const Sheet before = sheet(id);
    at(id).path = path;
    if (before.content && !before.path.empty() && before.path.parent_path() != path.parent_path()) {
        Json content = *before.content;
        follow_move(content, before.path.parent_path(), path.parent_path());
        at(id).content = std::make_shared<const Json>(std::move(content));
    }
    spell_extends(id);
    if (Problems problems = write(id, path); !problems.empty()) {
        at(id).path = before.path;
        at(id).content = before.content;
        return problems;
    }
    for (const SheetId child : children(id)) spell_extends(child);
    say_changed();
    Q_EMIT sheets_changed();
    return {};
}

Problems Workbook::save_all() {
    Problems problems;
    std::vector<SheetId> left = order_;
    const auto depth = [&](SheetId id) {
        int steps = 0;
        for (SheetId at = sheet(id).parent; has(at) && steps <= io::longest_chain; at = sheet(at).parent) ++steps;
        return steps;
    };
    std::stable_sort(left.begin(), left.end(), [&](SheetId a, SheetId b) { return depth(a) < depth(b); });
    for (const SheetId id : left) {
        if (!dirty(id)) continue;
        const Problems found = save(id);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    return problems;
}

// What somebody else writes --------------------------------------------------------------------------------------------

bool Workbook::look_outside(SheetId id) {
    if (!has(id) || sheet(id).path.empty() || sheet(id).changed_outside) return false;
    const auto now = io::read_text(sheet(id).path, shown_file(sheet(id)));
    if (now && fingerprint(*now.value) == sheet(id).fingerprint) return false;
    at(id).changed_outside = true;
    Q_EMIT changed_outside(id);
    return true;
}

Problems Workbook::reload(SheetId id) {
    if (!has(id) || sheet(id).path.empty()) return {};
    auto text = io::read_text(sheet(id).path, shown_file(sheet(id)));
    if (!text) return text.problems;
    Sheet fresh = sheet(id);
    read_into(fresh, std::move(*text.value), true);
    Sheet& s = at(id);
    s.text = s.layout = fresh.text;
    s.saved = fresh.saved;
    s.fingerprint = fresh.fingerprint;
    s.changed_outside = false;
    if (s.content && fresh.content) {
        if (*s.content != *fresh.content) commit({{id, fresh.content}}, {"Reload", "再読み込み"});
    } else if (s.content || fresh.content || s.broken_text != fresh.broken_text) {
        set_text(id, fresh.text);
    }
    if (!dirty()) stack_.setClean();
    Q_EMIT sheets_changed();
    return fresh.problems;
}

void Workbook::keep(SheetId id) {
    if (!has(id)) return;
    Sheet& s = at(id);
    s.changed_outside = false;
    const auto now = io::read_text(s.path, shown_file(s));
    s.fingerprint = now ? fingerprint(*now.value) : QByteArray();
    s.saved = nullptr;  // the file says something else now
    if (now) {
        if (auto json = io::parse_json(*now.value, {})) s.saved = std::make_shared<const Json>(std::move(*json.value));
    }
    Q_EMIT sheets_changed();
}

}  // namespace goho::gui
