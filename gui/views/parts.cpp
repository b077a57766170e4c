#include "views/parts.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <algorithm>
#include <cmath>

namespace goho::gui {

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(),
                     static_cast<int>(Qt::AlignVCenter) | static_cast<int>(alignment() & Qt::AlignHorizontal_Mask),
                     fitted_text(QFontMetricsF(font()), text(), width()));
}

Panel::Panel(const QString& heading, QWidget* parent)
    : QFrame(parent), heading_(new ElidedLabel(heading)), note_(new QLabel), body_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("panel"));
    setAccessibleName(heading);
    heading_->setObjectName(QStringLiteral("panelHeading"));
    note_->setObjectName(QStringLiteral("note"));
    note_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* head = new QHBoxLayout;
    head->addWidget(heading_, 1);
    head->addWidget(note_);
    body_->setContentsMargins(12, 9, 12, 9);
    body_->setSpacing(4);
    body_->addLayout(head);
}

void Panel::set_heading(const QString& heading) {
    if (heading_->text() == heading) return;
    heading_->setText(heading);
    setAccessibleName(heading);
}

void Panel::set_note(const QString& note) {
    if (note_->text() != note) note_->setText(note);
}

QuantityPanel::QuantityPanel(std::string_view name, const Shown& shown, QWidget* parent)
    : Panel(QString(), parent), language_(shown.language), chart_(new TimeChart(shown)) {
    put(chart_);
    set_quantity(name);
    connect(chart_, &Chart::picked, this, [this](int, int month) {
        if (const auto figure = figure_of(quantity_, month)) Q_EMIT why(*figure);
    });
}

void QuantityPanel::set_quantity(std::string_view name) {
    if (quantity_.name == name) return;
    quantity_ = gui::quantity(name).value_or(Quantity{});
    setToolTip(quantity_.definition.en.empty() ? QString() : Words{language_}(quantity_.definition));
}

void QuantityPanel::show_scene(const Scene& scene, bool callouts) {
    const Words words{scene.shown.language};
    TimeData lines = time_data(scene, quantity_, callouts);
    const QString title = labelled(words(quantity_.label), lines.measure);
    set_heading(quantity_.flow && quantity_.monthly ? title + words(", yearly", "・年間") : title);
    lines.low = low_;
    lines.high = high_;
    chart_->set_heading(heading());
    chart_->show_data(std::move(lines));
}

KpiCard::KpiCard(std::string_view name, const Shown& shown, QWidget* parent)
    : QWidget(parent), quantity_(gui::quantity(name).value_or(Quantity{})), shown_(shown) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    title_ = Words{shown.language}(quantity_.label);
    if (!quantity_.definition.en.empty())
        setToolTip(title_ + QStringLiteral("\n") + Words{shown.language}(quantity_.definition));
    else setToolTip(title_);
}

void KpiCard::show_scene(const Scene& scene, int year) {
    shown_ = scene.shown;
    const Measure measure(quantity_.unit, shown_);
    const Words words{shown_.language};
    const auto *active = scene.active_study(), *base = scene.base_study();
    const auto value = active ? at_year(*active, quantity_, year) : std::nullopt;
    value_ = measure.value(value);
    unit_ = value && !measure.percentage() ? measure.name() : QString();
    change_.clear();
    word_.clear();
    month_ = active && year > 0 ? std::min(12 * year, static_cast<int>(active->run.months.size())) - 1 : -1;
    const auto before = base ? at_year(*base, quantity_, year) : std::nullopt;
    if (active == base) {
        word_ = words("base", "基準");
        ink_ = colors_of(shown_.theme).muted;
    } else if (value && before) {
        const double was = before.value_or(0.0);
        const auto change = change_words(scene, quantity_, *value, was);
        change_ = change.text;
        ink_ = change.ink;
        const bool same = change_.startsWith(QStringLiteral("±")), up = *value > was;
        if (!change_.isEmpty()) {
            word_ = same                                  ? words("as base", "基準と同じ")
                    : quantity_.better == Better::neither ? (up ? words("more", "増加") : words("less", "減少"))
                    : (up == (quantity_.better == Better::higher)) ? words("better", "改善")
                                                                   : words("worse", "悪化");
        }
    }
    setAccessibleName(text());
    update();
}

QString KpiCard::text() const {
    return title_ + QStringLiteral(": ") + value_ + QLatin1Char(' ') + unit_ + QStringLiteral("  ") + change_ +
           QLatin1Char(' ') + word_;
}

void KpiCard::paintEvent(QPaintEvent*) {
    const auto& colors = colors_of(shown_.theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.border, 1.0));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);
    const QRectF inner = QRectF(rect()).adjusted(11, 7, -9, -7);
    QFont small = font(), large = font(), bold = font();
    const int size = fontInfo().pixelSize();
    small.setPixelSize(size - 1);
    bold.setPixelSize(size - 1);
    bold.setBold(true);
    large.setBold(true);
    large.setPixelSize(size + 8);
    while (large.pixelSize() > size && QFontMetricsF(large).horizontalAdvance(value_) > inner.width())
        large.setPixelSize(large.pixelSize() - 1);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    painter.setPen(colors.muted);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, fitted_text(metrics, title_, inner.width()));
    const double middle = inner.top() + metrics.height() + 1.0;
    painter.setFont(large);
    painter.setPen(value_.startsWith(QStringLiteral("△")) || value_.startsWith(QLatin1Char('-')) ? colors.bad
                                                                                                 : colors.text);
    const QFontMetricsF big(large);
    const QRectF row(inner.left(), middle, inner.width(), big.height());
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, value_);
    painter.setFont(small);
    painter.setPen(colors.faint);
    const double used = big.horizontalAdvance(value_) + 6.0;
    if (metrics.horizontalAdvance(unit_) <= inner.width() - used)
        painter.drawText(row.adjusted(used, 0, 0, -3), Qt::AlignLeft | Qt::AlignBottom, unit_);
    painter.setFont(bold);
    painter.setPen(ink_);
    const QFontMetricsF heavy(bold);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, fitted_text(heavy, change_, inner.width()));
    painter.setFont(small);
    const double after = change_.isEmpty() ? 0.0 : heavy.horizontalAdvance(change_) + 6.0;
    if (after + metrics.horizontalAdvance(word_) <= inner.width())
        painter.drawText(inner.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom, word_);
}

void KpiCard::ask() {
    if (const auto figure = figure_of(quantity_, month_)) Q_EMIT why(*figure);
}

void KpiCard::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) ask();
}

void KpiCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) ask();
    else QWidget::keyPressEvent(event);
}

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
    updateGeometry();
    update();
}

QSize Legend::sizeHint() const { return {200, fontMetrics().height() + 6}; }

void Legend::paintEvent(QPaintEvent*) {
    const auto& colors = colors_of(shown_.theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont bold = font();
    bold.setBold(true);
    double total = 0.0;
    for (const auto& entry : entries_)
        total += QFontMetricsF(entry.strong ? bold : font()).horizontalAdvance(entry.name) + 40.0;
    const double share =
        total > width() ? (width() - 40.0 * static_cast<double>(entries_.size())) / static_cast<double>(entries_.size())
                        : 1e9;
    double x = std::max(0.0, width() - total);
    for (const auto& entry : entries_) {
        painter.setFont(entry.strong ? bold : font());
        const QFontMetricsF metrics(painter.font());
        painter.setPen(QPen(entry.color, entry.strong ? 3.5 : 2.0, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x + 2.0, height() / 2.0), QPointF(x + 16.0, height() / 2.0));
        const QString name = fitted_text(metrics, entry.name, std::max(30.0, share));
        painter.setPen(entry.strong ? colors.text : colors.muted);
        painter.drawText(QRectF(x + 22.0, 0, 600.0, height()), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += metrics.horizontalAdvance(name) + 40.0;
    }
}

YearButtons::YearButtons(const Shown& shown, QWidget* parent)
    : QWidget(parent), shown_(shown), row_(new QHBoxLayout(this)), group_(new QButtonGroup(this)) {
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(0);
    setAccessibleName(Words{shown.language}("Year of the plan", "計画の年"));
    connect(group_, &QButtonGroup::idClicked, this, [this](int year) {
        year_ = year;
        Q_EMIT chosen(year);
    });
}

void YearButtons::offer(const std::vector<int>& years) {
    if (years == years_ || years.empty()) return;
    years_ = years;
    for (auto* button : group_->buttons()) delete button;
    if (std::find(years.begin(), years.end(), year_) == years.end()) year_ = years[years.size() / 2];
    for (const int year : years) {
        auto* button = new QPushButton(Words{shown_.language}("Year ", "") + QString::number(year) +
                                       Words{shown_.language}("", "年目"));
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setChecked(year == year_);
        group_->addButton(button, year);
        row_->addWidget(button);
    }
}

void YearButtons::choose(int year) {
    if (auto* button = group_->button(year); button && year != year_) button->click();
}

}  // namespace goho::gui
