#include "window/stage.hpp"

#include <QGraphicsProxyWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <algorithm>

namespace goho::gui {

namespace {
// The size in which a page and the words beside it are laid out; the stage is never laid out smaller.
constexpr double least_width = 1180.0, least_height = 630.0;
}  // namespace

Stage::Stage(QWidget* content, QWidget* parent) : QGraphicsView(parent), content_(content) {
    setScene(new QGraphicsScene(this));
    proxy_ = scene()->addWidget(content);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void Stage::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    const double width = viewport()->width(), height = viewport()->height();
    scale_ = std::max(0.2, std::min(width / least_width, height / least_height));
    proxy_->setGeometry(QRectF(0.0, 0.0, width / scale_, height / scale_));
    setTransform(QTransform::fromScale(scale_, scale_));
    setSceneRect(0.0, 0.0, width / scale_, height / scale_);
}

bool Stage::typing() const {
    const auto* focus = proxy_->hasFocus() ? content_->focusWidget() : nullptr;
    return qobject_cast<const QLineEdit*>(focus) != nullptr;
}

void Stage::stop_typing() {
    if (auto* focus = content_->focusWidget()) focus->clearFocus();
    proxy_->clearFocus();
}

/// Keys belong to whoever presents, except while something is typed.
void Stage::keyPressEvent(QKeyEvent* event) {
    if (typing() && event->key() != Qt::Key_Escape) return QGraphicsView::keyPressEvent(event);
    event->ignore();
}

bool Stage::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress) Q_EMIT pointer_moved();
    return QGraphicsView::viewportEvent(event);
}

}  // namespace goho::gui
