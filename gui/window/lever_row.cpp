#include "window/lever_row.hpp"

#include "models/levers_model.hpp"
#include "views/parts.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace goho::gui {

namespace {

constexpr int steps = 1000;
constexpr double margin = 8.0;

}  // namespace

LeverSlider::LeverSlider(Theme theme, QWidget* parent) : QSlider(Qt::Horizontal, parent), theme_(theme) {
    setRange(0, steps);
    setSingleStep(5);
    setPageStep(50);
    setFocusPolicy(Qt::StrongFocus);
}

void LeverSlider::set_base(std::optional<double> fraction) {
    if (fraction == base_) return;
    base_ = fraction;
    update();
}

void LeverSlider::paintEvent(QPaintEvent*) {
    const auto& colors = colors_of(theme_);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0, span = width() - 2.0 * margin;
    const double x = margin + span * value() / steps;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.border);
    painter.drawRoundedRect(QRectF(margin, y - 2.0, span, 4.0), 2.0, 2.0);
    if (base_) {
        const double at = margin + span * std::clamp(*base_, 0.0, 1.0);
        painter.setBrush(isEnabled() ? colors.accent : colors.faint);
        painter.drawRect(QRectF(std::min(at, x), y - 2.0, std::abs(x - at), 4.0));
        painter.setBrush(colors.muted);
        painter.drawRect(QRectF(at - 1.0, y - 8.0, 2.0, 16.0));
    }
    painter.setBrush(isEnabled() ? colors.accent : colors.faint);
    painter.setPen(QPen(colors.panel, 2.0));
    painter.drawEllipse(QPointF(x, y), 7.0, 7.0);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 1.0));
        painter.drawEllipse(QPointF(x, y), 9.5, 9.5);
    }
}

int LeverSlider::value_at(double x) const {
    return std::clamp(static_cast<int>(std::lround((x - margin) / (width() - 2.0 * margin) * steps)), 0, steps);
}

void LeverSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    setSliderDown(true);
    setValue(value_at(event->position().x()));
}

void LeverSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) setValue(value_at(event->position().x()));
}

void LeverSlider::mouseReleaseEvent(QMouseEvent*) {
    if (isSliderDown()) setSliderDown(false);
}

namespace {

QString tip_of(const Lever& lever, const Words& words) {
    QString tip = words(lever.label) + QStringLiteral("\n") + words(lever.meaning);
    if (!lever.scaled)
        tip += words("\nUsual: ", "\n通常の範囲: ") + qt(with_unit(lever.usual.low, lever.unit, words.language)) +
               words(" to ", " 〜 ") + qt(with_unit(lever.usual.high, lever.unit, words.language));
    tip += words("\nEvidence: grade ", "\n根拠の確かさ: ") + qt(grade(lever.evidence)) + words(", source ", "、出典 ") +
           qt(lever.source);
    if (lever.moved_later)
        tip += words("\nThe timeline changes it later in the plan.", "\n計画の途中でタイムラインにより変わります。");
    for (const auto& pointer : lever.pointers) tip += QStringLiteral("\n") + QString::fromStdString(pointer);
    return tip;
}

}  // namespace

LeverRow::LeverRow(const Lever& lever, const Shown& shown, QWidget* parent)
    : QWidget(parent), lever_(lever), shown_(shown), slider_(new LeverSlider(shown.theme)), entry_(new QLineEdit),
      zone_(new QLabel), reset_(new QToolButton) {
    const Words words{shown.language};
    const QString name = lever.item.empty() && !lever.scaled ? words(lever.name) : words(lever.label),
                  pointer_tip = tip_of(lever, words);
    auto* label = new QLabel(name + (lever.moved_later ? words(" · moves later", "・途中変更") : QString()));
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setBuddy(entry_);
    setToolTip(pointer_tip);
    const QString unit =
        lever.scaled || shown_as_percent(lever.unit) ? QString() : qt(unit_name(lever.unit, shown.language));
    entry_->setAlignment(Qt::AlignRight);
    entry_->setFixedWidth(78);
    entry_->setFixedHeight(22);
    entry_->setObjectName(QStringLiteral("leverEntry"));
    entry_->setAccessibleName(unit.isEmpty() ? name : name + QStringLiteral(" (") + unit + QLatin1Char(')'));
    slider_->setAccessibleName(name);
    slider_->setMinimumWidth(64);
    zone_->setObjectName(QStringLiteral("leverNote"));
    zone_->setMinimumWidth(30);
    zone_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    reset_->setText(QStringLiteral("↺"));
    reset_->setToolTip(words("Back to the base", "基準値に戻す"));
    reset_->setAccessibleName(name + QStringLiteral(": ") + words("back to the base", "基準値に戻す"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 2, 0, 2);
    all->setSpacing(0);
    auto* above = new QHBoxLayout;  // the name has the line to itself, but for how usual the value is
    above->setSpacing(6);
    above->addWidget(label, 1);
    above->addWidget(zone_, 0, Qt::AlignTop);
    auto* below = new QHBoxLayout;
    below->setSpacing(4);
    below->addWidget(slider_, 1);
    below->addWidget(entry_);
    if (!unit.isEmpty()) {
        auto* unit_label = new QLabel(QString(unit).replace(QLatin1Char('/'), QStringLiteral("/\u200B")));
        unit_label->setObjectName(QStringLiteral("leverNote"));
        unit_label->setWordWrap(unit.size() > 9);
        if (unit.size() > 9) unit_label->setFixedWidth(66);
        below->addWidget(unit_label);
    }
    below->addWidget(reset_);
    all->addLayout(above);
    all->addLayout(below);
    connect(slider_, &QSlider::sliderPressed, this, &LeverRow::began);
    connect(slider_, &QSlider::sliderReleased, this, &LeverRow::ended);
    connect(slider_, &QSlider::valueChanged, this, [this](int position) {
        if (!showing_) Q_EMIT moved(key_of(lever_), value_of(position));
    });
    connect(entry_, &QLineEdit::editingFinished, this, &LeverRow::enter);
    connect(reset_, &QToolButton::clicked, this, [this] { Q_EMIT reset(key_of(lever_)); });
}

/// In whole steps of the lever, so that the entry always shows the value as it is.
double LeverRow::value_of(int position) const {
    const double value = lever_.slider.low + (lever_.slider.high - lever_.slider.low) * position / steps;
    const double stepped = lever_.step > 0.0 ? std::round(value / lever_.step) * lever_.step : value;
    return std::clamp(std::round(stepped * 1e9) / 1e9, lever_.slider.low, lever_.slider.high);
}

void LeverRow::show_lever(const Lever& lever) {
    showing_ = true;
    lever_ = lever;
    const double value = lever.value.value_or(lever.standard),
                 width = std::max(1e-12, lever.slider.high - lever.slider.low);
    const auto fraction = [&](double v) { return (v - lever.slider.low) / width; };
    slider_->set_base(lever.base ? std::optional(fraction(*lever.base)) : std::nullopt);
    if (!slider_->isSliderDown())
        slider_->setValue(static_cast<int>(std::lround(std::clamp(fraction(value), 0.0, 1.0) * steps)));
    const QString text = lever_text(lever, lever.value);
    if (entry_->text() != text && !(entry_->hasFocus() && entry_->isModified())) entry_->setText(text);
    const QString zone = lever.value ? Words{shown_.language}(label_of(zone_of(lever, value))) : QString();
    if (zone_->text() != zone) zone_->setText(zone);
    reset_->setEnabled(lever.changed());
    showing_ = false;
}

void LeverRow::enter() {
    if (!entry_->isModified()) return;
    entry_->setModified(false);
    const auto number = typed_number(lever_, entry_->text());
    if (!number || (!lever_.scaled && !lever_.valid.holds(*number))) {
        const Words words{shown_.language};
        entry_->setToolTip(words("From ", "入力できる範囲: ") +
                           qt(with_unit(lever_.valid.low, lever_.unit, shown_.language)) + words(" to ", " 〜 ") +
                           qt(with_unit(lever_.valid.high, lever_.unit, shown_.language)));
        entry_->setText(lever_text(lever_, lever_.value));
        return;
    }
    if (number != lever_.value) Q_EMIT moved(key_of(lever_), *number);
}

}  // namespace goho::gui
