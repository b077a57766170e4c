#include "window/plain_texts.hpp"

#include <QEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTextDocument>

namespace goho::gui {

bool PlainTexts::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        auto* label = qobject_cast<QLabel*>(watched);
        const bool tip = label && label->inherits("QTipLabel");  // shows tables of charts, which are ours
        if (label && !tip && label->textFormat() == Qt::AutoText) label->setTextFormat(Qt::PlainText);
    }
    if (event->type() == QEvent::ToolTipChange && !changing_ && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        const QString tip = widget->toolTip();
        if (Qt::mightBeRichText(tip)) {
            const QScopedValueRollback ours(changing_, true);
            widget->setToolTip(Qt::convertFromPlainText(tip, Qt::WhiteSpaceNormal));
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace goho::gui
