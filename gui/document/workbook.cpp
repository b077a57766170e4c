#include "document/workbook.hpp"

#include "document/commands.hpp"
#include "document/words.hpp"
#include "io/merge.hpp"

#include <QCryptographicHash>
#include <algorithm>

namespace goho::gui {

namespace fs = std::filesystem;

QByteArray fingerprint(std::string_view text) {
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .toHex();
}

Workbook::Workbook(QObject* parent) : QObject(parent), stack_(this) {}
Workbook::~Workbook() = default;

void Workbook::set_active(SheetId id) {
    if (active_ == id || (id != no_sheet && !has(id))) return;
    active_ = id;
    Q_EMIT active_changed(id);
}

Text Workbook::name(SheetId id) const { return name_of(sheet(id)); }

std::vector<SheetId> Workbook::children(SheetId id) const {
    std::vector<SheetId> found;
    for (const SheetId other : order_) {
        if (sheet(other).parent == id) found.push_back(other);
    }
    return found;
}

SheetId Workbook::find(const fs::path& path) const {
    std::error_code error;
    const fs::path wanted = fs::weakly_canonical(path, error);
    for (const auto& [id, sheet] : sheets_) {
        if (sheet.path.empty()) continue;
        if (sheet.path == path || (!error && fs::weakly_canonical(sheet.path, error) == wanted)) return id;
    }
    return no_sheet;
}

// What is merged -----------------------------------------------------------------------------------------------------

std::string Workbook::shown_file(const Sheet& s) const {
    if (!s.path.empty()) return s.path.generic_string();
    const fs::path unsaved = "unsaved-" + std::to_string(s.id) + ".json";
    const auto parent = sheets_.find(s.parent);  // pinned tables are looked for where the base looks for its own
    return parent == sheets_.end() ? unsaved.string()
                                   : (fs::path(shown_file(parent->second)).parent_path() / unsaved).generic_string();
}

std::vector<SnapshotSource> Workbook::sources(SheetId id, Problems& problems) const {
    std::vector<SnapshotSource> chain;
    std::vector<SheetId> seen;
    for (SheetId at = id; at != no_sheet; at = sheet(at).parent) {
        const Sheet& s = sheet(at);
        problems.insert(problems.end(), s.problems.begin(), s.problems.end());
        if (std::find(seen.begin(), seen.end(), at) != seen.end() ||
            seen.size() > static_cast<std::size_t>(io::longest_chain)) {
            problems.push_back({"extends-cycle",
                                shown_file(sheet(id)),
                                "/extends",
                                0,
                                0,
                                {"the files extend one another in a circle", "extends が循環しています"},
                                {"name another base", "別の基のファイルを指定してください"}});
        }
        if (!problems.empty()) return {};
        seen.push_back(at);
        chain.push_back({shown_file(s), s.content});
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

Problems Workbook::problems(SheetId id) const {
    Problems found;
    sources(id, found);
    return found;
}

Content Workbook::merged(SheetId id) const {
    Problems found;
    const auto chain = sources(id, found);
    if (!found.empty()) return {};
    std::vector<Content> from;
    for (const auto& source : chain) from.push_back(source.content);
    Merged& kept = merged_[id];
    if (kept.from != from) kept = {std::move(from), gui::merged(chain)};
    return kept.content;
}

Content Workbook::reference(SheetId id) const {
    const Sheet& s = sheet(id);
    if (s.parent != no_sheet) return merged(s.parent);
    return s.saved ? s.saved : s.content;
}

Snapshot Workbook::snapshot() const {
    Snapshot snapshot{revision_, {}};
    for (const SheetId id : order_) {
        SnapshotSheet one{id, shown_file(sheet(id)), {}, {}};
        one.sources = sources(id, one.problems);
        snapshot.sheets.push_back(std::move(one));
    }
    return snapshot;
}

bool Workbook::dirty(SheetId id) const { return is_unsaved(sheet(id)); }

bool Workbook::dirty() const {
    return std::any_of(order_.begin(), order_.end(), [&](SheetId id) { return dirty(id); });
}

// Sheets -------------------------------------------------------------------------------------------------------------

SheetId Workbook::add(Sheet sheet, std::size_t place) {
    sheet.id = next_id_++;
    const SheetId id = sheet.id;
    put_sheet(std::move(sheet), place);
    return id;
}

SheetId Workbook::make_variant(SheetId of, const Text& name) { return add_variant(of, name, {}, Json::object()); }

SheetId Workbook::add_variant(SheetId of, const Text& name, const Text& description, const Json& patch) {
    if (!has(of)) return no_sheet;
    Json content = Json::object();
    content["format"] = 1;
    content["name"] = words_of_text(name);
    if (!description.empty()) content["description"] = words_of_text(description);
    content["extends"] = this->sheet(of).path.filename().string();
    content.update(patch);
    Sheet variant;
    variant.parent = of;
    variant.content = std::make_shared<const Json>(std::move(content));
    const std::size_t place = order_.size();
    const SheetId id = add(variant, place);
    push(new SheetCommand(*this, SheetCommand::Kind::added, sheet(id), place, {"New variant", "変化案の作成"}));
    set_active(id);
    return id;
}

SheetId Workbook::duplicate(SheetId of, const Text& name) {
    if (!has(of) || !sheet(of).content) return no_sheet;
    Sheet copy;
    copy.parent = sheet(of).parent;
    Json content = *sheet(of).content;
    content["name"] = words_of_text(name);
    copy.content = std::make_shared<const Json>(std::move(content));
    copy.layout = sheet(of).layout;
    const std::size_t place =
        static_cast<std::size_t>(std::find(order_.begin(), order_.end(), of) - order_.begin()) + 1;
    const SheetId id = add(copy, place);
    push(new SheetCommand(*this, SheetCommand::Kind::added, sheet(id), place, {"Duplicate", "複製"}));
    set_active(id);
    return id;
}

Problems Workbook::remove(SheetId id) {
    if (!has(id)) return {};
    if (const auto needed = children(id); !needed.empty()) {
        const Text other = name(needed.front());
        return {{"base-of-others",
                 shown_file(sheet(id)),
                 {},
                 0,
                 0,
                 {"\"" + other.en + "\" builds on it", "「" + other.ja + "」がこれを基にしています"},
                 {"close what builds on it first", "先にそのシナリオを閉じてください"}}};
    }
    const std::size_t place = static_cast<std::size_t>(std::find(order_.begin(), order_.end(), id) - order_.begin());
    Sheet gone = take_sheet(id);
    push(new SheetCommand(*this, SheetCommand::Kind::removed, std::move(gone), place,
                          {"Close scenario", "シナリオを閉じる"}));
    return {};
}

void Workbook::move(SheetId id, int place) {
    const auto at = std::find(order_.begin(), order_.end(), id);
    if (at == order_.end()) return;
    const auto from = static_cast<std::size_t>(at - order_.begin());
    const auto to = static_cast<std::size_t>(std::clamp(place, 0, static_cast<int>(order_.size()) - 1));
    if (from == to) return;
    put_place(id, to);
    push(new PlaceCommand(*this, id, from, to, {"Change order", "並べ替え"}));
}

void Workbook::put_sheet(Sheet sheet, std::size_t place) {
    const SheetId id = sheet.id;
    if (!sheet.path.empty() && find(sheet.path) != no_sheet) sheet.path.clear();  // opened again meanwhile
    sheets_.insert_or_assign(id, std::move(sheet));
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(std::min(place, order_.size())), id);
    if (active_ == no_sheet) set_active(id);
    say_changed();
    Q_EMIT sheets_changed();
}

Sheet Workbook::take_sheet(SheetId id) {
    Sheet gone = std::move(at(id));
    sheets_.erase(id);
    merged_.erase(id);
    const auto place = std::find(order_.begin(), order_.end(), id);
    const auto next = order_.erase(place);
    if (active_ == id) set_active(next != order_.end() ? *next : order_.empty() ? no_sheet : order_.back());
    say_changed();
    Q_EMIT sheets_changed();
    return gone;
}

void Workbook::put_place(SheetId id, std::size_t place) {
    order_.erase(std::find(order_.begin(), order_.end(), id));
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(std::min(place, order_.size())), id);
    say_changed();
    Q_EMIT sheets_changed();
}

// Undo ---------------------------------------------------------------------------------------------------------------

void Workbook::push(QUndoCommand* command) {
    static_cast<Command*>(command)->name_in(language_);
    stack_.push(command);
}

void Workbook::set_language(Language language) {
    language_ = language;
    for (int i = 0; i < stack_.count(); ++i) {
        // The stack hands its commands out as constants; their text is all that is touched.
        static_cast<Command*>(const_cast<QUndoCommand*>(stack_.command(i)))->name_in(language);
    }
    Q_EMIT stack_.undoTextChanged(stack_.undoText());
    Q_EMIT stack_.redoTextChanged(stack_.redoText());
}

void Workbook::say_changed() { Q_EMIT changed(++revision_); }

}  // namespace goho::gui
