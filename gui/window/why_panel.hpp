// Why a figure is what it is: its equation, the figures in it to walk on to, how it stands against the base, and what it
// goes into. Walked back and forward like pages of a book. The run is recorded beside the window when something is asked;
// until then the panel says so.
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
        int month = 0, year = 0;  // a year (from 1) instead of a month
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
    std::shared_ptr<const analysis::Study> study(SheetId sheet) const;
    /// Null where the sheet is the base itself, or that is not recorded yet.
    std::shared_ptr<const analysis::Recording> base() const;
    void go(const Step& step);
    void walk(int by);
    void follow(const QUrl& link);
    void show_step();
    void show_html(const QString& html, const Step& step);
    QString html(const analysis::Recording& recording, const Step& step);
    QString not_explained(const Step& step, bool known) const;
    QString equation(const analysis::Explanation& e) const;
    QString figure_row(const analysis::Explanation& e, const analysis::Explanation* parent);
    QString base_row(const analysis::Explanation& e) const;
    QString amount(double value, const std::string& unit) const;
    QString difference(const analysis::Explanation& e) const;

    Session& session_;
    std::vector<Step> steps_;
    int at_ = -1;
    std::vector<Step> links_;
    std::optional<Step> seen_;  // whose reasons stand there, and as what
    QString shown_;
    QToolButton *back_, *forward_;
    QTextBrowser* text_;
    QLabel* where_;
};

}  // namespace goho::gui
