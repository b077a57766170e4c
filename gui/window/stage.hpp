// Shows a widget larger than it is laid out: what fills a small window fills a wall, and every figure stays sharp.
#pragma once

#include <QGraphicsView>

class QGraphicsProxyWidget;

namespace goho::gui {

class Stage : public QGraphicsView {
    Q_OBJECT

public:
    explicit Stage(QWidget* content, QWidget* parent = nullptr);
    /// Whether a field on the stage takes what is typed.
    bool typing() const;
    void stop_typing();
    double scale_now() const { return scale_; }

Q_SIGNALS:
    void pointer_moved();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    QWidget* content_;
    QGraphicsProxyWidget* proxy_;
    double scale_ = 1.0;
};

}  // namespace goho::gui
