// The levers that an answer may move: chosen from a list that is searched by typing, each between two bounds.
#pragma once

#include <QWidget>  // first: moc stumbles over <compare> unless something else came before

#include "runner/lever_choices.hpp"
#include "shown/shown.hpp"

class QComboBox;
class QVBoxLayout;

namespace goho::gui {

class LeverPicker : public QWidget {
    Q_OBJECT

public:
    /// `most`: how many may be chosen; of one only, another takes its place. 0: any number.
    LeverPicker(std::vector<LeverChoice> all, std::vector<LeverChoice> chosen, int most, const Shown& shown, QWidget* parent = nullptr);
    const std::vector<LeverChoice>& chosen() const { return chosen_; }
    void add(const LeverChoice& lever);
    void remove(std::size_t place);

Q_SIGNALS:
    void changed();
    void entered();  // Return was pressed in a bound

private:
    void show_rows();
    QWidget* row(std::size_t place);
    QWidget* bound(std::size_t place, bool high);
    Words words_;
    std::vector<LeverChoice> all_, chosen_;
    int most_;
    QComboBox* box_;
    QVBoxLayout* rows_;
};

}  // namespace goho::gui
