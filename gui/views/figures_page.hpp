// A page of cards and time charts for one side of the company, set out from a list of figures: employees, customers,
// society, next generation.
#pragma once

#include "views/plain_page.hpp"

namespace goho::gui {

struct FiguresLayout {
    std::string_view name;
    Label title;
    std::vector<std::string_view> cards, panels;
    int columns = 3;
};

class FiguresPage : public PlainPage {
    Q_OBJECT

public:
    FiguresPage(const FiguresLayout& layout, const Shown& shown, QWidget* parent = nullptr);

protected:
    void show_answer(const Scene& scene) override;

private:
    YearButtons* years_;
    Scene scene_;
};

FiguresLayout people_layout();
FiguresLayout customers_layout();
FiguresLayout society_layout();
FiguresLayout next_generation_layout();

}  // namespace goho::gui
