// The levers of the active scenario: about a dozen in front, shares of a whole as groups that stay at 100%, all others by
// section or found by a word. Moving one is an edit of the workbook; a drag is one step of undo.
#pragma once

#include "document/levers.hpp"
#include "window/lever_row.hpp"
#include "window/session.hpp"

#include <QScrollArea>
#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace goho::gui {

class LeverPanel : public QWidget {
    Q_OBJECT

public:
    explicit LeverPanel(Session& session, QWidget* parent = nullptr);
    LeverRow* row(const std::string& key) const;
    void search(const QString& word);
    /// Shows the lever of a value and puts the cursor into it; false when no lever moves it.
    bool reveal(const std::string& pointer);
    const std::vector<std::string>& shown_keys() const { return keys_; }

private:
    void renew();    // other levers: another scenario, another structure
    void refresh();  // the same levers with other values
    void show_rows();
    void rebuild(const std::vector<const Lever*>& wanted);
    std::vector<const Lever*> wanted() const;
    void add_row(const Lever& lever, QVBoxLayout* into);
    void add_share(const Lever& lever, LeverRow* row, QVBoxLayout* into);
    void fill_sections();
    void move(const std::string& key, double value);
    void move_share(const Lever& lever, double value);
    QString group_of(const Lever& lever) const;
    bool seems_front() const;
    const Lever* find(const std::string& key) const;

    Session& session_;
    std::vector<Lever> levers_;
    Content merged_, reference_;  // what levers_ was read from
    SheetId sheet_ = no_sheet;
    std::vector<std::string> keys_;  // of the rows, in order
    std::map<std::string, LeverRow*> rows_;
    std::map<std::string, bool> locked_;
    std::map<std::string, QLabel*> totals_;  // by share group
    QComboBox* sections_box_;
    QLineEdit* search_;
    QScrollArea* scroll_;
    std::vector<std::string> sections_;
};

}  // namespace goho::gui
