#include "views/telling_table_view.hpp"

#include "charts/chart.hpp"

#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>
#include <numeric>

namespace goho::gui {

namespace {

constexpr int most_lines = 60, margin = 8;

int lines_high(const QFontMetrics& metrics, const QString& text, int width) {
    return static_cast<int>(wrapped_text(QFontMetricsF(metrics), text, width - 2 * margin, most_lines).size()) * metrics.height();
}

bool is_number(const QAbstractItemModel& model, int row, int column) { return model.index(row, column).data(value_role).isValid(); }

/// Whether a column stands to the right: all that it holds are figures or dashes.
bool of_numbers(const QAbstractItemModel& model, int column) {
    bool any = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (is_number(model, row, column)) any = true;
        else if (model.index(row, column).data().toString().size() > 1) return false;
    }
    return any;
}

void draw_lines(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment side) {
    const QFontMetricsF metrics(painter.font());
    const QRectF inner = QRectF(rect).adjusted(margin, 0.0, -margin, 0.0);
    const QStringList lines = wrapped_text(metrics, text, inner.width(), most_lines);
    double y = inner.center().y() - metrics.height() * static_cast<double>(lines.size()) / 2.0 + 0.5;
    for (const auto& line : lines) {
        painter.drawText(QRectF(inner.left(), y, inner.width(), metrics.height()), side | Qt::AlignVCenter, line);
        y += metrics.height();
    }
}

class Cells : public QStyledItemDelegate {
public:
    Cells(Theme theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto& colors = colors_of(theme_);
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
        const bool total = index.data(emphasis_role).toBool();
        const QVariant value = index.data(value_role);
        painter->save();
        QFont font = option.font;
        font.setBold(total);
        painter->setFont(font);
        painter->setPen(value.isValid() && value.toDouble() < 0.0 ? colors.bad : colors.text);
        draw_lines(*painter, option.rect, index.data().toString(), of_numbers(*index.model(), index.column()) ? Qt::AlignRight : Qt::AlignLeft);
        if (total) {
            painter->setPen(colors.border);
            painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        }
        painter->restore();
    }

private:
    Theme theme_;
};

/// Headings and names of rows, in lines.
class Names : public QHeaderView {
public:
    Names(Qt::Orientation orientation, Theme theme, QWidget* parent) : QHeaderView(orientation, parent), theme_(theme) {
        setSectionsClickable(false);
        setHighlightSections(false);
        setMinimumSectionSize(12);
        setSectionResizeMode(QHeaderView::Fixed);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const auto& colors = colors_of(theme_);
        const bool across = orientation() == Qt::Horizontal;
        painter->save();
        painter->fillRect(rect, palette().color(!across && section % 2 == 1 ? QPalette::AlternateBase : QPalette::Base));
        QFont own = font();
        own.setBold(!across && model()->rowCount() > 0 && model()->index(section, 0).data(emphasis_role).toBool());
        painter->setFont(own);
        painter->setPen(across ? colors.muted : colors.text);
        draw_lines(*painter, rect, model()->headerData(section, orientation()).toString(), across && of_numbers(*model(), section) ? Qt::AlignRight : Qt::AlignLeft);
        painter->setPen(colors.border);
        if (across) painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        else if (own.bold()) painter->drawLine(rect.topLeft(), rect.topRight());
        painter->restore();
    }

private:
    Theme theme_;
};

}  // namespace

TellingTableView::TellingTableView(const ShownTable& table, const Shown& shown, QWidget* parent) : QTableView(parent), table_(new TableModel(this)) {
    table_->set(table.table);
    setHorizontalHeader(new Names(Qt::Horizontal, shown.theme, this));
    setVerticalHeader(new Names(Qt::Vertical, shown.theme, this));
    setModel(table_);
    setItemDelegate(new Cells(shown.theme, this));
    setAccessibleName(table.title);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (table_->columnCount() > 0 && table_->rowCount() > 0) setCurrentIndex(table_->index(0, 0));
    clearSelection();
}

std::vector<int> TellingTableView::widths(int room) const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const auto natural = [&](const QString& text) { return metrics.horizontalAdvance(text) + 2 * margin + 2; };
    std::vector<int> out{60};
    for (int row = 0; row < table_->rowCount(); ++row) out[0] = std::max(out[0], natural(table_->headerData(row, Qt::Vertical).toString()));
    std::vector<std::size_t> flexible{0};
    for (int column = 0; column < table_->columnCount(); ++column) {
        const bool numbers = of_numbers(*table_, column);
        const int heading = natural(table_->headerData(column, Qt::Horizontal).toString());
        int wide = numbers ? std::min(heading, 104) : std::min(heading, 160);
        for (int row = 0; row < table_->rowCount(); ++row) wide = std::max(wide, natural(table_->index(row, column).data().toString()));
        if (!numbers) flexible.push_back(out.size());
        out.push_back(wide);
    }
    // What texts ask for beyond the room is taken from the longest of them.
    int left = room - std::accumulate(out.begin(), out.end(), 0);
    for (const std::size_t i : flexible) left += out[i];
    std::sort(flexible.begin(), flexible.end(), [&](std::size_t a, std::size_t b) { return out[a] < out[b]; });
    for (std::size_t n = 0; n < flexible.size(); ++n) {
        int& wide = out[flexible[n]];
        wide = std::min(wide, std::max(90, left / static_cast<int>(flexible.size() - n)));
        left -= wide;
    }
    return out;
}

void TellingTableView::fit() {
    const auto wide = widths(width());
    verticalHeader()->setFixedWidth(wide[0]);
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int head = metrics.height(), all = wide[0];
    for (int column = 0; column < table_->columnCount(); ++column) {
        const int own = wide[static_cast<std::size_t>(column) + 1];
        horizontalHeader()->resizeSection(column, own);
        head = std::max(head, lines_high(metrics, table_->headerData(column, Qt::Horizontal).toString(), own));
        all += own;
    }
    horizontalHeader()->setFixedHeight(head + 8);
    int high = head + 8;
    for (int row = 0; row < table_->rowCount(); ++row) {
        int own = lines_high(metrics, table_->headerData(row, Qt::Vertical).toString(), wide[0]);
        for (int column = 0; column < table_->columnCount(); ++column)
            own = std::max(own, lines_high(metrics, table_->index(row, column).data().toString(), wide[static_cast<std::size_t>(column) + 1]));
        verticalHeader()->resizeSection(row, own + 6);
        high += own + 6;
    }
    if (all > width()) high += style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, horizontalScrollBar());
    if (height() != high || minimumHeight() != high) setFixedHeight(high);
    QMetaObject::invokeMethod(this, "updateGeometries");
}

QString TellingTableView::cut_text() const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const auto whole = [&](QString text, int width) {
        const QString shown = wrapped_text(metrics, text, width - 2 * margin, most_lines).join(QString()).remove(QLatin1Char(' '));
        return shown == text.remove(QLatin1Char(' '));
    };
    for (int row = 0; row < table_->rowCount(); ++row) {
        if (const QString name = table_->headerData(row, Qt::Vertical).toString(); !whole(name, verticalHeader()->width())) return name;
        for (int column = 0; column < table_->columnCount(); ++column) {
            if (const QString text = table_->index(row, column).data().toString(); !whole(text, horizontalHeader()->sectionSize(column))) return text;
        }
    }
    return {};
}

void TellingTableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width() || minimumHeight() != maximumHeight()) fit();
}

}  // namespace goho::gui
