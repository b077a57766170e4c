// The open scenarios as the JSON of their files, bases and variants alike, with undo of every step. It knows nothing of
// what the figures mean: an edit is a value at a JSON Pointer, and whether it makes sense is the engine's affair, which
// says so in its problems. Design: docs/decisions/0017-window.md.
#pragma once

#include "core/label.hpp"
#include "document/json_changes.hpp"
#include "document/snapshot.hpp"

#include <QObject>
#include <QUndoStack>
#include <functional>
#include <map>
#include <vector>

namespace goho::gui {

class Workbook : public QObject {
    Q_OBJECT

public:
    explicit Workbook(QObject* parent = nullptr);
    ~Workbook() override;

    // What is there -------------------------------------------------------------------------------------------------
    const std::vector<SheetId>& sheets() const { return order_; }  // in the order shown
    bool has(SheetId id) const { return sheets_.contains(id); }
    const Sheet& sheet(SheetId id) const { return sheets_.at(id); }
    SheetId base() const { return order_.empty() ? no_sheet : order_.front(); }  // what others are compared with
    SheetId active() const { return active_; }
    void set_active(SheetId id);
    Text name(SheetId id) const;  // as the file says, else the name of the file
    std::vector<SheetId> children(SheetId id) const;
    SheetId find(const std::filesystem::path& path) const;

    /// All that a sheet is merged from, or why it cannot be; kept until one of its files is edited.
    Content merged(SheetId id) const;
    Problems problems(SheetId id) const;
    /// What "reset" leads back to: the base, merged; for a company of its own, its file as saved.
    Content reference(SheetId id) const;

    bool dirty(SheetId id) const;
    bool dirty() const;
    std::uint64_t revision() const { return revision_; }  // one more after every change of content or order
    Snapshot snapshot() const;

    // Sheets --------------------------------------------------------------------------------------------------------
    SheetId new_company();  // small, and sound
    /// A copy of a file's own content without the file, so that a template is never written over.
    SheetId new_from(const std::filesystem::path& file, Problems& problems);
    struct Opened {
        std::vector<SheetId> sheets;  // those asked for, whether opened now or before; bases stand beside them
        Problems problems;            // of files that are no JSON, or whose base is missing; such files are open, too
    };
    Opened open(const std::vector<std::filesystem::path>& files);
    /// Whoever is asked when a file names another one outside of the folder that it was opened in; refused without.
    using MayReach = std::function<bool(const std::filesystem::path& file, const std::filesystem::path& named)>;
    void ask_before_reaching(MayReach asked) { may_reach_ = std::move(asked); }
    /// Whether `file` may name that one; asks where it is not plain.
    bool may_reach(const std::filesystem::path& opened_in, const std::filesystem::path& file, const std::filesystem::path& named) const;
    SheetId make_variant(SheetId of, const Text& name);
    /// A variant that says something already: `patch` over what it builds on, without `extends`. One step of undo.
    SheetId add_variant(SheetId of, const Text& name, const Text& description, const Json& patch);
    SheetId duplicate(SheetId of, const Text& name);
    Problems remove(SheetId id);  // refused while other sheets build on it
    void move(SheetId id, int place);
    void rename(SheetId id, const Text& name);

    // Edits: each is one step of undo. Problems say why nothing was done -----------------------------------------------
    Problems set_value(SheetId id, std::string_view pointer, const Json& value, const Text& what = {});
    /// In the manner of the figure that stands there: "25万円" becomes "26万円".
    Problems set_number(SheetId id, std::string_view pointer, double number, const Text& what = {});
    struct NumberAt {
        std::string pointer;
        double number;
    };
    Problems set_numbers(SheetId id, const std::vector<NumberAt>& numbers, const Text& what = {});
    /// Gone, whatever the base has. Also removes items of collections: "/loans/bank".
    Problems remove_value(SheetId id, std::string_view pointer, const Text& what = {});
    /// Adds an item to a collection under an id that is free there, like `wish`, and tells it.
    std::string add_item(SheetId id, std::string_view collection, std::string_view wish, const Json& item,
                         const Text& what = {});
    /// As the base has it; in a company of its own, as its file has it.
    Problems reset(SheetId id, std::string_view pointer, const Text& what = {});
    Problems reset_all(SheetId id);
    /// The text of a file that was no JSON, mended or not.
    void set_text(SheetId id, const std::string& text);

    /// Between the two, edits fold into one step: the drag of a slider. May be nested.
    void begin_gesture(const Text& what = {});
    void end_gesture();
    bool in_gesture() const { return gesture_depth_ > 0; }

    // Files ---------------------------------------------------------------------------------------------------------
    enum class Overwrite { refuse, force };  // when the file was changed by somebody else
    Problems save(SheetId id, Overwrite overwrite = Overwrite::refuse);
    Problems save_as(SheetId id, const std::filesystem::path& path);
    Problems save_all();  // bases before what builds on them; those without a file are problems
    /// The text that saving would write.
    std::string text_of(SheetId id) const;
    Problems reload(SheetId id);  // one step of undo, if the content differs
    void keep(SheetId id);        // ours holds: the next save writes over what is there
    /// Looks whether the file was changed by somebody else; true the first time that it is noticed.
    bool look_outside(SheetId id);

    // Undo ----------------------------------------------------------------------------------------------------------
    QUndoStack* undo_stack() { return &stack_; }
    void set_language(Language language);  // in which steps are named
    Language language() const { return language_; }

    // For recovery and commands -----------------------------------------------------------------------------------------
    void restore(std::vector<Sheet> sheets, SheetId active);
    struct SheetState {
        Content content;
        std::string broken_text, layout;
        Problems problems;
    };
    void put_sheet(Sheet sheet, std::size_t place);
    Sheet take_sheet(SheetId id);
    void put_place(SheetId id, std::size_t place);
    void put_state(SheetId id, const SheetState& state);
    void put_contents(const std::map<SheetId, Content>& contents);
    const std::map<SheetId, Content>& gesture_before() const { return gesture_before_; }

Q_SIGNALS:
    void changed(quint64 revision);  // contents or their order
    void sheets_changed();           // which there are, their order, names, files
    void active_changed(int sheet);
    void saved(int sheet);
    void changed_outside(int sheet);

private:
    Sheet& at(SheetId id) { return sheets_.at(id); }
    SheetId add(Sheet sheet, std::size_t place);
    SheetId open_one(const std::filesystem::path& file, Problems& problems, const std::filesystem::path& opened_in, int depth);
    void link(SheetId id, Problems& problems, const std::filesystem::path& opened_in, int depth);
    void read_into(Sheet& sheet, std::string text, bool as_saved) const;
    void spell_extends(SheetId id);
    Problems commit(SheetId id, std::optional<Json> edited, std::string_view pointer, const Text& what);
    void commit(const std::map<SheetId, Content>& contents, const Text& what);
    bool put_content(SheetId id, const Content& content);
    void push(QUndoCommand* command);
    void say_changed();
    std::vector<SnapshotSource> sources(SheetId id, Problems& problems) const;
    std::string shown_file(const Sheet& sheet) const;
    Problems not_editable(SheetId id) const;
    Text described(SheetId id, std::string_view pointer) const;
    Problems write(SheetId id, const std::filesystem::path& path);

    std::map<SheetId, Sheet> sheets_;
    std::vector<SheetId> order_;
    SheetId next_id_ = 1, active_ = no_sheet;
    std::uint64_t revision_ = 0;
    QUndoStack stack_;
    Language language_ = Language::english;
    MayReach may_reach_;
    int gesture_depth_ = 0, gesture_ = 0;
    Text gesture_text_;
    std::map<SheetId, Content> gesture_before_;
    struct Merged {
        std::vector<Content> from;
        Content content;
    };
    mutable std::map<SheetId, Merged> merged_;
};

/// The fingerprint by which a changed file is told.
QByteArray fingerprint(std::string_view text);

}  // namespace goho::gui
