// What the plan is to reach by when, and what it reaches: the targets of each year one below the other, each with its
// verdict, the figure and the target.
#pragma once

#include "charts/chart.hpp"
#include "stakeholders/gates.hpp"

#include <vector>

namespace goho::gui {

struct Milestone {
    int year = 0;
    QString name;             // of the figure
    QString reached, target;  // with unit; as a sentence has them
    stakeholders::Verdict verdict{};
    QString verdict_word, reason;
    int month = -1;  // for "why"
    std::string variable;
};

class MilestoneChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(std::vector<Milestone> milestones);
    void draw(QPainter& painter, const QRectF& area) override;
    const std::vector<Milestone>& data() const { return data_; }
    QSize sizeHint() const override { return {240, static_cast<int>(height_for(width())) + 4}; }
    QSize minimumSizeHint() const override { return {150, sizeHint().height()}; }
    int rows() const override { return data_.empty() ? 0 : 1; }
    int points(int /*row*/) const override { return static_cast<int>(data_.size()); }
    Mark mark(int row, int point) const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Lines {
        QStringList name, figures;
    };
    Lines lines_of(const Milestone& one, double width) const;
    double height_of(const Milestone& one, double width) const;
    double height_for(double width) const;
    double head() const;
    QString year_text(int year) const;

    std::vector<Milestone> data_;
};

}  // namespace goho::gui
