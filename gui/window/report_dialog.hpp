// What a report is to hold and to say on its cover; then it is written as PDF or as a web page. The plan proposed is the
// active scenario, compared with all others that are open.
#pragma once

#include "window/session.hpp"

#include "report/sections.hpp"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace goho::gui {

class ReportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReportDialog(Session& session, QWidget* parent = nullptr);

    report::Wishes wishes() const;
    /// Writes the report by the ending of the file's name; the problems are also told in the dialog.
    Problems write(const QString& file);

    QLineEdit& client() { return *client_; }
    QListWidget& chapters() { return *chapters_; }
    QComboBox& unit() { return *unit_; }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void build();
    void show_plan();
    void ask(const QString& suffix, const QString& kind);

    Session& session_;
    const Words words_;
    QLineEdit *client_, *title_, *for_, *by_;
    QDateEdit* date_;
    QComboBox* unit_;
    QListWidget* chapters_;
    QLabel* plan_;
    QPushButton *pdf_, *page_;
};

}  // namespace goho::gui
