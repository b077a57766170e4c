// The decision log of the active scenario, filled on screen: question, finding, decision, who and until when. Every field
// is an edit of the workbook, made when it is left. The same panel stands in the window and in a presentation.
#pragma once

#include "document/narrative.hpp"
#include "window/session.hpp"

#include <QWidget>

class QListWidget;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace goho::gui {

class DecisionPanel : public QWidget {
    Q_OBJECT

public:
    explicit DecisionPanel(Session& session, QWidget* parent = nullptr);
    void add();
    /// Writes into the finding what the active scenario comes to at years 3, 5 and 10.
    void insert_figures();
    /// What is typed becomes an edit; also done when a field is left.
    void take();
    QPlainTextEdit& question() { return *question_; }
    QPlainTextEdit& finding() { return *finding_; }
    QPlainTextEdit& decision() { return *decision_; }
    QLineEdit& owner() { return *owner_; }
    QLineEdit& due() { return *due_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void renew();
    void show_chosen();
    void remove();
    const Decision* chosen() const;

    Session& session_;
    Language language_;  // in which it is shown; until the panel is made anew it may not be the window's any more
    SheetId home_ = no_sheet;
    std::vector<Decision> log_;
    std::string id_;  // of the entry shown
    QListWidget* list_;
    QWidget* form_;
    QLineEdit *date_, *due_, *owner_;
    QPlainTextEdit *question_, *finding_, *decision_;
    QPushButton *remove_, *figures_;
    bool showing_ = false;
};

/// "Year 3: operating income 23.7 million yen (+1.2), cash …", in both languages: the active scenario, against the base.
Text figures_sentence(const Scene& scene);

}  // namespace goho::gui
