// The names of scenarios with their colours, set so that none is cut while there is room.
#include "views/parts.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace goho::gui {

Legend::Legend(const Shown& shown, QWidget* parent) : QWidget(parent), shown_(shown) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Legend::show_scene(const Scene& scene) {
    std::vector<Entry> entries;
    QStringList names;
    if (scene.answer) {
        for (const auto& computed : scene.answer->scenarios) {
            if (!computed->study) continue;
            const auto color = scene.colors.find(computed->sheet);
            entries.push_back({name_of(scene, computed->sheet), color != scene.colors.end() ? color->second : QColor(),
                               computed->sheet == scene.active, computed->sheet == scene.base});
            names << entries.back().name;
        }
    }
    if (entries == entries_) return;
    entries_ = std::move(entries);
    setAccessibleName(names.join(QStringLiteral(", ")));
    setToolTip(names.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize Legend::sizeHint() const { return {200, 30}; }

/// Where each name stands: one row, else two of smaller letters; only then names are cut.
std::vector<Legend::Spot> Legend::spots() const {
    constexpr double mark = 22.0, apart = 14.0;
    const auto row_of = [&](std::size_t from, std::size_t to, int smaller, double most) {
        std::vector<Spot> row;
        double x = 0.0;
        for (std::size_t i = from; i < to; ++i) {
            QFont used = font();
            used.setPixelSize(fontInfo().pixelSize() - smaller);
            used.setBold(entries_[i].strong);
            const QFontMetricsF metrics(used);
            const QString name = fitted_text(metrics, entries_[i].name, most);
            row.push_back({used, name, x, 0.0});
            x += mark + metrics.horizontalAdvance(name) + apart;
        }
        const double shift = width() - (x - apart);  // at the right edge
        for (auto& spot : row) spot.x += shift;
        return std::pair{row, shift >= 0.0};
    };
    const std::size_t count = entries_.size();
    for (const int smaller : {0, 1}) {
        if (auto [row, fits] = row_of(0, count, smaller, 1e9); fits) {
            for (auto& spot : row) spot.y = height() / 2.0;
            return row;
        }
    }
    const double half = std::ceil(static_cast<double>(count) / 2.0);
    const double share = std::max(24.0, width() / half - mark - apart);
    for (const double most : {1e9, share}) {
        for (std::size_t first = (count + 1) / 2; first >= count / 2 && first > 0; --first) {
            auto [above, fits] = row_of(0, first, 2, most);
            auto [below, fits_too] = row_of(first, count, 2, most);
            if ((!fits || !fits_too) && most > 1e8) continue;
            const double left = std::max(0.0, std::min(above.front().x, below.empty() ? 1e9 : below.front().x));
            const double up = left - above.front().x, down = below.empty() ? 0.0 : left - below.front().x;
            for (auto& spot : above) spot.x += up, spot.y = height() * 0.25;
            for (auto& spot : below) spot.x += down, spot.y = height() * 0.75;
            above.insert(above.end(), below.begin(), below.end());
            return above;
        }
    }
    return {};
}

bool Legend::fits(int width) const {
    double longest = 0.0, total = 0.0;
    for (const auto& entry : entries_) {
        QFont used = font();
        used.setPixelSize(fontInfo().pixelSize() - 2);
        used.setBold(entry.strong);
        const double one = QFontMetricsF(used).horizontalAdvance(entry.name) + 36.0;
        longest = std::max(longest, one);
        total += one;
    }
    return 0.5 * (total + longest) <= width;  // however they are parted into two rows
}

QStringList Legend::names_shown() const {
    QStringList names;
    for (const auto& spot : spots()) names << spot.name;
    return names;
}

void Legend::paintEvent(QPaintEvent*) {
    const auto& colors = colors_of(shown_.theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto where = spots();
    for (std::size_t i = 0; i < where.size(); ++i) {
        const auto& [used, name, x, y] = where[i];
        const auto& entry = entries_[i];
        painter.setFont(used);
        painter.setPen(QPen(entry.color, entry.strong ? 3.5 : 2.0, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x + 2.0, y), QPointF(x + 16.0, y));
        painter.setPen(entry.strong ? colors.text : colors.muted);
        painter.drawText(QRectF(x + 22.0, y - 12.0, 600.0, 24.0), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

}  // namespace goho::gui
