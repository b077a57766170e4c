#include "views/comparison_table.hpp"

#include "charts/colors.hpp"
#include "charts/measure.hpp"

#include <QApplication>
#include <QPainter>
#include <cmath>

namespace goho::gui {

void ComparisonTable::show_scene(const Scene& scene) {
    const auto* next = scene.answer ? scene.answer->comparison.get() : nullptr;
    std::vector<QColor> colors;
    std::vector<QString> names;
    if (next && scene.answer) {
        for (const auto& computed : scene.answer->scenarios) {
            if (!computed->study) continue;
            const auto color = scene.colors.find(computed->sheet);
            colors.push_back(color != scene.colors.end() ? color->second : QColor());
            const auto& name = computed->study->scenario.name.in(scene.shown.language);
            names.push_back(QString::fromStdString(name.empty() ? computed->study->scenario.file : name));
        }
    }
    const auto shape = [](const analysis::Comparison* c) {
        return c ? std::tuple{c->years, c->figures.size(), c->contenders.size()} : std::tuple{std::vector<int>{}, std::size_t{0}, std::size_t{0}};
    };
    const bool same = shape(next) == shape(comparison_.get()) && colors == colors_ && names == names_;
    if (!same) beginResetModel();
    scene_ = scene;
    comparison_ = scene.answer ? scene.answer->comparison : nullptr;
    colors_ = std::move(colors);
    names_ = std::move(names);
    if (!same) endResetModel();
    else if (rowCount() > 0 && columnCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ComparisonTable::rowCount(const QModelIndex& parent) const { return parent.isValid() || !comparison_ ? 0 : static_cast<int>(comparison_->figures.size()) + 2; }

int ComparisonTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !comparison_ ? 0 : static_cast<int>(comparison_->years.size() * comparison_->contenders.size());
}

ComparisonTable::Place ComparisonTable::place(int column) const {
    const auto c = static_cast<std::size_t>(column);
    return {c / comparison_->contenders.size(), c % comparison_->contenders.size()};
}

const analysis::Cell* ComparisonTable::cell(int row, int column) const {
    const auto [year, contender] = place(column);
    const auto& c = comparison_->contenders[contender];
    const auto r = static_cast<std::size_t>(row);
    const std::size_t figures = comparison_->figures.size();
    const auto& cells = r < figures ? c.cells[year] : r == figures ? c.cumulative_operating_income : c.cumulative_free_cash_flow;
    const std::size_t at = r < figures ? r : year;
    return at < cells.size() ? &cells[at] : nullptr;
}

std::string_view ComparisonTable::unit(int row) const {
    const auto r = static_cast<std::size_t>(row);
    return r < comparison_->figures.size() ? comparison_->figures[r].unit : "yen";
}

QVariant ComparisonTable::ink(int row, const analysis::Cell& cell) const {
    const auto r = static_cast<std::size_t>(row);
    const Better better = r < comparison_->figures.size() ? comparison_->figures[r].better : Better::higher;
    const auto& colors = colors_of(scene_.shown.theme);
    const double d = cell.difference.value_or(0.0);
    const Measure measure(unit(row), scene_.shown);
    if (better == Better::neither || std::abs(d) < 0.5 * measure.size() * std::pow(10.0, -measure.decimals())) return colors.muted;
    return (d > 0.0) == (better == Better::higher) ? colors.good : colors.bad;
}

QVariant ComparisonTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !comparison_) return {};
    const auto* one = cell(index.row(), index.column());
    const Measure measure(unit(index.row()), scene_.shown);
    const bool base = place(index.column()).contender == 0;
    switch (role) {
        case Qt::DisplayRole: return one ? measure.value(one->value) : QString();
        case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        case ink_role: return one ? ink(index.row(), *one) : QVariant();
        case difference_role: {
            if (!one || base || !one->difference || scene_.shown.difference == DifferenceMode::off) return {};
            const double d = *one->difference;
            if (std::abs(d) < 0.5 * measure.size() * std::pow(10.0, -measure.decimals())) return QStringLiteral("±0");
            const QString arrow = d > 0.0 ? QStringLiteral("↑") : QStringLiteral("↓");
            if (scene_.shown.difference == DifferenceMode::percent && one->change) return arrow + qt(signed_percent(*one->change));
            return arrow + measure.difference(d);
        }
        case Qt::ToolTipRole: {
            const auto r = static_cast<std::size_t>(index.row());
            if (r >= comparison_->figures.size() || comparison_->figures[r].definition.en.empty()) return {};
            return Words{scene_.shown.language}(comparison_->figures[r].definition);
        }
        default: return {};
    }
}

QVariant ComparisonTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!comparison_) return {};
    const Words words{scene_.shown.language};
    if (orientation == Qt::Vertical) {
        if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        if (role != Qt::DisplayRole) return {};
        const auto r = static_cast<std::size_t>(section);
        const std::size_t figures = comparison_->figures.size();
        const QString label = r < figures ? words(comparison_->figures[r].label)
                              : r == figures ? words("Operating income, sum", "営業利益の累計") : words("Free cash flow, sum", "フリーCFの累計");
        return labelled(label, Measure(unit(section), scene_.shown));
    }
    const auto [year, contender] = place(section);
    if (role == mark_role) return contender < colors_.size() ? QVariant(colors_[contender]) : QVariant();
    if (role == Qt::ToolTipRole) return contender < names_.size() ? QVariant(names_[contender]) : QVariant();
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole) return contender == 0 ? colors_of(scene_.shown.theme).muted : contender < colors_.size() ? colors_[contender] : QColor();
    if (role != Qt::DisplayRole) return {};
    const QString which = words("Year ", "") + QString::number(comparison_->years[year]) + words("", "年目");
    QString name = contender == 0 ? words("base", "基準") : contender < names_.size() ? names_[contender] : QString();
    if (name.size() > 10) name = name.left(9) + QStringLiteral("…");
    return which + QStringLiteral("\n") + name;
}

std::optional<Figure> ComparisonTable::figure(const QModelIndex& index) const {
    if (!index.isValid() || !comparison_ || static_cast<std::size_t>(index.row()) >= comparison_->figures.size()) return {};
    const auto& one = comparison_->figures[static_cast<std::size_t>(index.row())];
    return Figure{std::string(one.name), {}, {}, 12 * comparison_->years[place(index.column()).year] - 1};
}

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &plain, painter, widget);
    const QString difference = index.data(difference_role).toString();
    const QRect inner = option.rect.adjusted(4, 1, -8, -1);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(inner, static_cast<int>(Qt::AlignRight) | static_cast<int>(difference.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop), index.data().toString());
    if (!difference.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(QFontInfo(option.font).pixelSize() - 2);
        painter->setFont(small);
        painter->setPen(index.data(ink_role).value<QColor>());
        painter->drawText(inner, Qt::AlignRight | Qt::AlignBottom, difference);
    }
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    const int width = std::max(metrics.horizontalAdvance(index.data().toString()), metrics.horizontalAdvance(index.data(difference_role).toString()));
    return {width + 18, 2 * metrics.height() - 1};
}

}  // namespace goho::gui
