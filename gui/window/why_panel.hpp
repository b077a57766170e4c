// Why a figure is what it is: its equation, the figures in it to walk on to, how it stands against the base, and what it
// goes into. Walked back and forward like pages of a book. The run is recorded when something is asked.
#pragma once

#include "analysis/explanation.hpp"
#include "window/session.hpp"

#include <QWidget>
#include <memory>

class QLabel;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace goho::gui {

class WhyPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhyPanel(Session& session, QWidget* parent = nullptr);
    void ask(const Figure& figure);
    /// After an edit: the same question anew; recorded only while the panel is seen.
    void renew();
    QString text() const;
    struct Step {
        std::string name, group, item;
        int month = 0;
        friend bool operator==(const Step&, const Step&) = default;
    };
    /// What was walked through, so that another panel can go on with it.
    struct History {
        std::vector<Step> steps;
        int at = -1;
    };
    History history() const { return {steps_, at_}; }
    void set_history(const History& history);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Recorded {
        std::shared_ptr<const analysis::Study> study;
        std::shared_ptr<const analysis::Recording> recording;
    };

    std::shared_ptr<const analysis::Recording> recording(SheetId sheet);
    void go(const Step& step);
    void walk(int by);
    void follow(const QUrl& link);
    void show_step();
    QString html(const analysis::Recording& recording, const Step& step);
    QString figure_row(const analysis::Explanation& e, const analysis::Explanation* parent);
    QString base_row(const Step& step, double value, const std::string& unit);

    Session& session_;
    std::map<SheetId, Recorded> recorded_;
    std::vector<Step> steps_;
    int at_ = -1;
    std::vector<Step> links_;
    QToolButton *back_, *forward_;
    QTextBrowser* text_;
    QLabel* where_;
};

}  // namespace goho::gui
