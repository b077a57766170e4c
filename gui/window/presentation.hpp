// A plan presented: one step of its story at a time over the whole screen, what is said beside the page that it is said
// about, levers live, the decision log at hand. Without a story it goes through the pages.
#pragma once

#include "document/narrative.hpp"
#include "window/session.hpp"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace goho::gui {

class DecisionPanel;
class KpiCard;
class Stage;
class StepLevers;

class Presentation : public QWidget {
    Q_OBJECT

public:
    /// Begins at `step`; the story is that of the active scenario, else of the first that has one.
    explicit Presentation(Session& session, int step = 0, QWidget* parent = nullptr);
    ~Presentation() override;

    void go(int step);
    int at() const { return at_; }
    int count() const { return static_cast<int>(steps_.size()); }
    const StoryStep& step() const { return steps_[static_cast<std::size_t>(at_)]; }
    Page* page() const { return page_; }
    StepLevers& levers() { return *levers_; }
    DecisionPanel& log() { return *log_; }
    void show_log(bool on);
    /// Everything that is said beside the page, for reading aloud and tests.
    QString said() const;
    /// What the step shows: its own scenarios, and the base they are measured against.
    Scene scene_of_step() const;

Q_SIGNALS:
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void read_story();
    void build();
    QWidget* build_words();
    QHBoxLayout* build_keys();
    void show_scene();
    void show_notice();
    void stir();
    void toggle_client();
    void toggle_language();

    Session& session_;
    SheetId home_ = no_sheet, before_ = no_sheet;  // whose story it is; what was active before
    std::vector<StoryStep> steps_;
    Cast cast_;
    bool told_ = false;  // a story, not just the pages
    int at_ = -1;
    Stage* stage_ = nullptr;
    QLabel *title_ = nullptr, *text_ = nullptr, *notice_ = nullptr, *counter_ = nullptr;
    KpiCard* card_ = nullptr;
    QVBoxLayout *card_room_ = nullptr, *page_room_ = nullptr;
    StepLevers* levers_ = nullptr;
    QWidget* levers_head_ = nullptr;
    DecisionPanel* log_ = nullptr;
    Page* page_ = nullptr;
    QToolButton *back_ = nullptr, *forward_ = nullptr;
    QTimer idle_;
};

}  // namespace goho::gui
