#include "views/parts.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
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

HeadingLabel::HeadingLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

std::pair<QFont, QStringList> HeadingLabel::lines_for(int width) const {
    QFont used = font();
    const int size = fontInfo().pixelSize();
    for (const int smaller : {0, 1}) {
        used.setPixelSize(size - smaller);
        if (QFontMetricsF(used).horizontalAdvance(text()) <= width) return {used, {text()}};
    }
    return {used, wrapped_text(QFontMetricsF(used), text(), width, 3)};
}

QSize HeadingLabel::sizeHint() const {
    const auto [used, lines] = lines_for(std::max(60, width()));
    const int line = QFontMetrics(used).height();
    return {static_cast<int>(QFontMetricsF(font()).horizontalAdvance(text())) + 2,
            lines.size() > 1 ? static_cast<int>(lines.size()) * (line - 2) + 3 : fontMetrics().height()};
}

/// As high as its lines are at this width; its width never depends on that.
void HeadingLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    updateGeometry();
}

void HeadingLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto [used, lines] = lines_for(width());
    painter.setFont(used);
    painter.setPen(palette().color(foregroundRole()));
    const double line = QFontMetricsF(used).height() - (lines.size() > 1 ? 2.0 : 0.0);
    double y = (height() - line * static_cast<double>(lines.size())) / 2.0;
    for (const auto& text : lines) {
        painter.drawText(QRectF(0.0, y, width(), line), Qt::AlignLeft | Qt::AlignVCenter, text);
        y += line;
    }
}

bool HeadingLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && cut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

Panel::Panel(const QString& heading, QWidget* parent)
    : QFrame(parent), heading_(new HeadingLabel(heading)), note_(new QLabel), body_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("panel"));
    setAccessibleName(heading);
    heading_->setObjectName(QStringLiteral("panelHeading"));
    note_->setObjectName(QStringLiteral("note"));
    note_->setAlignment(Qt::AlignRight | Qt::AlignTop);
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
    heading_->updateGeometry();
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

/// Where a heading would take the height of the chart, the card of the figure says what an index is measured against.
void QuantityPanel::place_heading() { set_heading(width() < 230 ? short_heading_ : heading_); }

void QuantityPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    place_heading();
}

void QuantityPanel::show_scene(const Scene& scene, bool callouts) {
    const Words words{scene.shown.language};
    TimeData lines = time_data(scene, quantity_, callouts);
    const QString yearly = quantity_.flow && quantity_.monthly ? words(", yearly", "・年間") : QString();
    heading_ = labelled(title_of(quantity_, scene.shown.language), lines.measure) + yearly;
    short_heading_ = labelled(words(quantity_.label), lines.measure) + yearly;
    place_heading();
    lines.low = low_;
    lines.high = high_;
    chart_->set_heading(heading_);
    chart_->show_data(std::move(lines));
}

KpiCard::KpiCard(std::string_view name, const Shown& shown, QWidget* parent)
    : QWidget(parent), quantity_(gui::quantity(name).value_or(Quantity{})), shown_(shown) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    title_ = title_of(quantity_, shown.language);
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
    set_.reset();
    natural_.reset();
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

const KpiCard::Setting& KpiCard::setting() const {
    if (!set_ || set_->width != width()) set_ = fitted(level_.figure);
    return *set_;
}

KpiCard::Level KpiCard::natural() const {
    if (!natural_ || natural_->first != width()) {
        const Setting free = fitted(99);
        natural_.emplace(width(), Level{free.value.pixelSize(), static_cast<int>(free.title_lines.size())});
    }
    return natural_->second;
}

void KpiCard::resizeEvent(QResizeEvent*) { Q_EMIT resized(); }

void KpiCard::set_level(const Level& level) {
    if (level == level_) return;
    level_ = level;
    set_.reset();
    update();
}

/// The title takes two lines, the figure smaller letters and its unit two lines before anything is left out.
KpiCard::Setting KpiCard::fitted(int most) const {
    Setting out;
    out.width = this->width();
    const double width = this->width() - 20.0;
    const int size = fontInfo().pixelSize();
    out.title = out.value = out.unit = font();
    out.title.setPixelSize(size - 1);
    out.title_lines = {title_};
    if (QFontMetricsF(out.title).horizontalAdvance(title_) > width) {
        out.title.setPixelSize(size - 2);
        out.title_lines = wrapped_text(QFontMetricsF(out.title), title_, width, 2);
        if (out.title_lines.last().endsWith(QStringLiteral("…"))) {
            out.title.setPixelSize(size - 3);
            out.title_lines = wrapped_text(QFontMetricsF(out.title), title_, width, 3);
        }
        out.fits = out.title_lines.join(QString()).remove(QLatin1Char(' ')) == QString(title_).remove(QLatin1Char(' '));
    }
    out.value.setBold(true);
    const auto room = [&](int pixels) {
        out.value.setPixelSize(pixels);
        return width - QFontMetricsF(out.value).horizontalAdvance(value_) - (unit_.isEmpty() ? 0.0 : 5.0);
    };
    const auto wide = [&](const QString& text) { return QFontMetricsF(out.unit).horizontalAdvance(text); };
    const qsizetype slash = unit_.indexOf(QLatin1Char('/')), space = unit_.lastIndexOf(QLatin1Char(' '));
    const qsizetype parting = slash > 0 ? slash : space;
    const QStringList halves = parting > 0 ? QStringList{unit_.left(parting + (slash > 0 ? 1 : 0)), unit_.mid(parting + 1)}
                                           : QStringList{unit_};
    const int largest = std::min(size + (out.title_lines.size() > 2 ? 3 : 6), most);
    for (const auto& [below, smaller] : {std::pair{0, 1}, {0, 2}, {2, 2}, {4, 2}}) {
        out.unit.setPixelSize(size - smaller);
        out.unit_lines = {unit_};
        if (wide(unit_) <= room(largest - below)) return out;
    }
    QStringList parts = QString(unit_).replace(QLatin1Char('/'), QStringLiteral("/ ")).split(QLatin1Char(' '));
    for (const auto& lines : {halves, parts}) {
        out.unit.setPixelSize(size - (lines.size() > 2 ? 4 : 3));
        out.unit_lines = lines;
        double widest = 0.0;
        for (const auto& line : lines) widest = std::max(widest, wide(line));
        for (int pixels = largest; pixels >= size; --pixels) {
            if (widest <= room(pixels)) return out;
        }
    }
    out.fits = false;
    return out;
}

bool KpiCard::all_fits() const {
    QFont bold = font(), small = font();
    for (QFont* one : {&bold, &small}) one->setPixelSize(fontInfo().pixelSize() - 1);
    bold.setBold(true);
    const double change = change_.isEmpty() ? 0.0 : QFontMetricsF(bold).horizontalAdvance(change_) + 6.0;
    return setting().fits && change + QFontMetricsF(small).horizontalAdvance(word_) <= width() - 20.0;
}

void KpiCard::paintEvent(QPaintEvent*) {
    const auto& colors = colors_of(shown_.theme);
    const Setting& set = setting();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.border, 1.0));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);
    const QRectF inner = QRectF(rect()).adjusted(11, 6, -9, -6);
    QFont bold = font(), small = font();
    for (QFont* one : {&bold, &small}) one->setPixelSize(fontInfo().pixelSize() - 1);
    bold.setBold(true);
    painter.setFont(set.title);
    painter.setPen(colors.muted);
    const QFontMetricsF titles(set.title);
    const double more = static_cast<double>(set.title_lines.size()) - 1.0;
    const double line = titles.height() - (more > 0.0 ? 3.0 : 0.0);
    double y = inner.top() - 2.0 * more;
    for (const auto& text : set.title_lines) {
        painter.drawText(QRectF(inner.left(), y, inner.width(), titles.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
        y += line;
    }
    if (level_.title_lines > 1 && more < 1.0) {  // its figure stands where those beside it do
        QFont smaller = set.title;
        smaller.setPixelSize(fontInfo().pixelSize() - 2);
        y = inner.top() - 2.0 + 2.0 * (QFontMetricsF(smaller).height() - 3.0);
    }
    const QFontMetricsF heavy(bold), big(set.value), units(set.unit);
    const double foot = inner.bottom() - heavy.height();
    painter.setFont(set.value);
    painter.setPen(value_.startsWith(QStringLiteral("△")) || value_.startsWith(QLatin1Char('-')) ? colors.bad
                                                                                                 : colors.text);
    const double base = (y + foot) / 2.0 + 0.5 * big.capHeight();  // line that the figure stands on
    painter.drawText(QPointF(inner.left(), base), value_);
    painter.setFont(set.unit);
    painter.setPen(colors.muted);
    const double unit_line = units.height() - 3.0;
    const auto below = static_cast<double>(set.unit_lines.size() - 1);
    double at = base - unit_line * below + (below > 1.0 ? 0.5 * unit_line : 0.0);
    for (const auto& text : set.unit_lines) {
        painter.drawText(QPointF(inner.left() + big.horizontalAdvance(value_) + 5.0, at), text);
        at += unit_line;
    }
    painter.setFont(bold);
    painter.setPen(ink_);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, change_);
    painter.setFont(small);
    const double after = change_.isEmpty() ? 0.0 : heavy.horizontalAdvance(change_) + 6.0;
    painter.drawText(inner.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom,
                     fitted_text(QFontMetricsF(small), word_, inner.width() - after));
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
