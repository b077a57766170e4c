#include "document/commands.hpp"

namespace goho::gui {

EditCommand::EditCommand(Workbook& book, std::map<SheetId, Changes> changes, Text what, int gesture)
    : Command(book, std::move(what)), changes_(std::move(changes)), gesture_(gesture) {}

bool EditCommand::mergeWith(const QUndoCommand* other) {
    const auto* later = dynamic_cast<const EditCommand*>(other);
    if (later == nullptr || later->gesture_ != gesture_) return false;
    changes_.clear();
    for (const auto& [id, before] : book_.gesture_before()) {
        if (!book_.has(id)) continue;
        Changes changes = changes_between(*before, *book_.sheet(id).content);
        if (!changes.empty()) changes_.emplace(id, std::move(changes));
    }
    setObsolete(changes_.empty());  // dragged back to where it was
    return true;
}

void EditCommand::turn(bool forward) {
    std::map<SheetId, Content> contents;
    for (const auto& [id, changes] : changes_) {
        if (!book_.has(id) || !book_.sheet(id).content) continue;
        Json content = *book_.sheet(id).content;
        if (forward) apply(content, changes);
        else revert(content, changes);
        contents.emplace(id, std::make_shared<const Json>(std::move(content)));
    }
    book_.put_contents(contents);
}

SheetCommand::SheetCommand(Workbook& book, Kind kind, Sheet sheet, std::size_t place, Text what)
    : Command(book, std::move(what)), kind_(kind), sheet_(std::move(sheet)), place_(place) {}

void SheetCommand::turn(bool forward) {
    if ((kind_ == Kind::added) == forward) book_.put_sheet(sheet_, place_);
    else sheet_ = book_.take_sheet(sheet_.id);
}

PlaceCommand::PlaceCommand(Workbook& book, SheetId id, std::size_t from, std::size_t to, Text what)
    : Command(book, std::move(what)), id_(id), from_(from), to_(to) {}

void PlaceCommand::turn(bool forward) { book_.put_place(id_, forward ? to_ : from_); }

StateCommand::StateCommand(Workbook& book, SheetId id, Workbook::SheetState before, Workbook::SheetState after,
                           Text what)
    : Command(book, std::move(what)), id_(id), before_(std::move(before)), after_(std::move(after)) {}

void StateCommand::turn(bool forward) { book_.put_state(id_, forward ? after_ : before_); }

}  // namespace goho::gui
