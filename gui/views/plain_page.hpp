// The frame of every page: its title, a control or note beside it, the legend of scenarios, and below it whatever the
// page shows. A page asks for what a plan without behaviour cannot have only through `behaves`.
#pragma once

#include "views/parts.hpp"

#include <span>

class QGridLayout;

namespace goho::gui {

class PlainPage : public Page {
    Q_OBJECT

public:
    PlainPage(std::string_view name, const Label& title, const Shown& shown, QWidget* parent = nullptr);
    std::string_view name() const override { return name_; }
    Label title() const override { return title_; }
    void show_scene(const Scene& scene) final;

protected:
    virtual void show_answer(const Scene& scene) = 0;
    QVBoxLayout* body() { return body_; }
    void put_in_head(QWidget* widget);
    /// Says that this page lives on behaviour; then nothing else is shown for a plan without it.
    void needs_behaviour() { needs_behaviour_ = true; }
    /// Its charts show one scenario only, in colours of their own.
    void without_legend();
    QuantityPanel* add_panel(QGridLayout* grid, std::string_view quantity, int row, int column);
    /// The cards of the page: in one row, or in two where they would become too narrow to be read.
    void add_cards(std::span<const std::string_view> quantities);
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool event(QEvent* event) override;

    const Shown shown_;
    const Words words_;
    std::vector<QuantityPanel*> panels_;
    std::vector<KpiCard*> cards_;

private:
    void arrange_cards();
    void level_cards();
    void place_legend();
    QString problems_text(const Scene& scene) const;

    std::string_view name_;
    Label title_;
    bool needs_behaviour_ = false, has_legend_ = true;
    Legend* legend_;
    QLabel* notice_;
    QWidget* content_;
    QHBoxLayout* head_;
    QVBoxLayout *body_, *all_ = nullptr;
    QGridLayout* card_grid_ = nullptr;
    int card_columns_ = -1;
};

}  // namespace goho::gui
