// The open scenarios with their colours: which one is looked at, which is the base, and which has problems or is unsaved.
#pragma once

#include "window/session.hpp"

#include <QListWidget>

namespace goho::gui {

class ScenarioList : public QListWidget {
    Q_OBJECT

public:
    explicit ScenarioList(Session& session, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, 40}; }

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void renew();
    QString text_of(SheetId sheet) const;
    QString tip_of(SheetId sheet) const;

    Session& session_;
    bool filling_ = false;
};

}  // namespace goho::gui
