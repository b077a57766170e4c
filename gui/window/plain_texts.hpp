// Names come from files. Qt takes a text that looks like HTML for HTML, wherever nobody said otherwise: a name could then
// bring pictures, links and colours into the window. Here somebody says otherwise, once for all labels and tips.
#pragma once

#include <QObject>

namespace goho::gui {

/// Watches the whole program: labels and tips are plain text unless they were made for rich text explicitly.
class PlainTexts : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool changing_ = false;  // a tip, by ourselves
};

}  // namespace goho::gui
