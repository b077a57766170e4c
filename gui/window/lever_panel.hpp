// The levers of the active scenario: about twelve in front, the weights of appraisal as a group that stays at 100%, all
// others by section or found by a word. Moving one is an edit of the workbook; a drag is one step of undo.
#pragma once

#include "window/lever_source.hpp"

#include <QScrollArea>
#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace goho::gui {

/// What the others become when one weight of a group that adds up to `whole` moves; locked ones stay. The moved one is
/// held back where the others cannot follow.
std::vector<double> balanced(std::vector<double> weights, const std::vector<bool>& locked, std::size_t moved, double value, double whole = 1.0);

class LeverPanel : public QWidget {
    Q_OBJECT

public:
    explicit LeverPanel(Session& session, QWidget* parent = nullptr);
    LeverRow* row(const std::string& pointer) const;
    void search(const QString& word);
    std::vector<std::string> shown_pointers() const;

private:
    void renew();
    void rebuild(const std::vector<const Lever*>& wanted);
    std::vector<const Lever*> wanted() const;
    void add_row(const Lever& lever, QVBoxLayout* into);
    void fill_groups();
    void move(const std::string& pointer, double value);
    void move_weight(const std::string& pointer, double value);

    Session& session_;
    std::vector<Lever> levers_;
    std::vector<std::string> pointers_;  // of the rows, in order
    std::map<std::string, LeverRow*> rows_;
    std::map<std::string, bool> locked_;
    QComboBox* groups_;
    QLineEdit* search_;
    QScrollArea* scroll_;
    QLabel* total_ = nullptr;
    std::vector<std::string> sections_;
};

}  // namespace goho::gui
