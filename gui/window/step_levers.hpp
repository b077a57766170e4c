// The levers that a step of the story names, live: moving one is an edit of the scenario in front, a drag one step of
// undo. What the scenario does not have is left out.
#pragma once

#include "document/levers.hpp"
#include "window/lever_row.hpp"
#include "window/session.hpp"

#include <QWidget>

class QVBoxLayout;

namespace goho::gui {

/// The lever that an address of a story means; "/segments/*/price" is all prices together. Null when there is none.
const Lever* find_lever(const std::vector<Lever>& levers, const std::string& address);
/// The address by which a story names a lever.
std::string address_of(const Lever& lever);

class StepLevers : public QWidget {
    Q_OBJECT

public:
    explicit StepLevers(Session& session, QWidget* parent = nullptr);
    void show_levers(const std::vector<std::string>& addresses);
    const std::vector<LeverRow*>& rows() const { return rows_; }

private:
    void refresh();
    void move(const std::string& key, double value);
    void reset(const std::string& key);
    const Lever* find(const std::string& key) const;

    Session& session_;
    SheetId sheet_ = no_sheet;
    std::vector<std::string> addresses_;
    std::vector<Lever> levers_;
    std::vector<LeverRow*> rows_;
    QVBoxLayout* list_;
};

}  // namespace goho::gui
