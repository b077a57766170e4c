// A scrolled chart of rows: as high as whole rows are, so that none is cut in two; says how many lie below.
#pragma once

#include "charts/chart.hpp"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace goho::gui {

class WholeSteps : public QWidget {
public:
    WholeSteps(QScrollArea* scroll, int step, const Words& words)
        : scroll_(scroll), more_(new QLabel(this)), step_(step), words_(words) {
        scroll->setParent(this);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->verticalScrollBar()->setSingleStep(step);
        more_->setObjectName(QStringLiteral("note"));
        more_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setMinimumHeight(3 * step);
        const auto say = [this] { say_more(); };
        connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, say);
        connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, say);
    }
    QSize sizeHint() const override { return {640, 7 * step_ + line_height()}; }

protected:
    void resizeEvent(QResizeEvent*) override {
        const int line = line_height();
        scroll_->setGeometry(0, 0, width(), (height() - line) / step_ * step_);
        more_->setGeometry(0, scroll_->height(), width(), line);
        say_more();
    }

private:
    /// Also while the label has nothing to say, so that there is room when it has.
    int line_height() const { return more_->fontMetrics().height() + 2; }

    void say_more() {
        const auto* bar = scroll_->verticalScrollBar();
        const int rows = (bar->maximum() - bar->value() + step_ - 1) / step_;
        const QString text = rows > 0 ? words_("▾ ", "▾ 下にあと") + QString::number(rows) + words_(" more below", "行") : QString();
        if (more_->text() != text) more_->setText(text);
    }

    QScrollArea* scroll_;
    QLabel* more_;
    int step_;
    Words words_;
};

}  // namespace goho::gui
