// The steps of undo. Texts are kept in both languages, as the language may change while the steps are there.
#pragma once

#include "document/workbook.hpp"

#include <QUndoCommand>

namespace goho::gui {

class Command : public QUndoCommand {
public:
    Command(Workbook& book, Text what) : book_(book), what_(std::move(what)) {}
    void name_in(Language language) { setText(QString::fromStdString(what_.in(language))); }

    void undo() override { turn(false); }
    /// What the command stands for was done before it was pushed.
    void redo() override {
        if (done_) turn(true);
        done_ = true;
    }

protected:
    virtual void turn(bool forward) = 0;
    Workbook& book_;
    Text what_;

private:
    bool done_ = false;
};

/// Values in one file or several. Those of one gesture are one.
class EditCommand : public Command {
public:
    EditCommand(Workbook& book, std::map<SheetId, Changes> changes, Text what, int gesture);
    int id() const override { return gesture_ > 0 ? 1 : -1; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    void turn(bool forward) override;
    std::map<SheetId, Changes> changes_;
    int gesture_;
};

/// A sheet that came or went.
class SheetCommand : public Command {
public:
    enum class Kind { added, removed };
    SheetCommand(Workbook& book, Kind kind, Sheet sheet, std::size_t place, Text what);

private:
    void turn(bool forward) override;
    Kind kind_;
    Sheet sheet_;
    std::size_t place_;
};

class PlaceCommand : public Command {
public:
    PlaceCommand(Workbook& book, SheetId id, std::size_t from, std::size_t to, Text what);

private:
    void turn(bool forward) override;
    SheetId id_;
    std::size_t from_, to_;
};

/// A content that became another as a whole: a broken text that was mended.
class StateCommand : public Command {
public:
    StateCommand(Workbook& book, SheetId id, Workbook::SheetState before, Workbook::SheetState after, Text what);

private:
    void turn(bool forward) override;
    SheetId id_;
    Workbook::SheetState before_, after_;
};

}  // namespace goho::gui
