#include "window/lever_row.hpp"

#include "charts/measure.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
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

int LeverSlider::value_at(double x) const { return std::clamp(static_cast<int>(std::lround((x - margin) / (width() - 2.0 * margin) * steps)), 0, steps); }

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

LeverRow::LeverRow(LeverFace face, const Shown& shown, QWidget* parent)
    : QWidget(parent), face_(std::move(face)), shown_(shown), slider_(new LeverSlider(shown.theme)), entry_(new QLineEdit), zone_(new QLabel), reset_(new QToolButton) {
    factor_ = shown_as_percent(face_.unit) || face_.unit == "1/month" ? 0.01 : 1.0;
    const double span = (face_.high - face_.low) / factor_;
    decimals_ = face_.whole || span >= 200.0 ? 0 : span >= 20.0 ? 1 : 2;
    const Words words{shown.language};
    auto* label = new QLabel(face_.label);
    label->setMinimumWidth(20);
    label->setBuddy(entry_);
    label->setToolTip(face_.tip);
    setToolTip(face_.tip);
    const QString unit = factor_ != 1.0 ? QStringLiteral("%") : qt(unit_name(face_.unit, shown.language));
    auto* unit_label = new QLabel(unit);
    unit_label->setObjectName(QStringLiteral("leverNote"));
    entry_->setAlignment(Qt::AlignRight);
    entry_->setFixedWidth(86);
    entry_->setAccessibleName(face_.label + QLatin1Char(' ') + unit);
    slider_->setAccessibleName(face_.label);
    zone_->setObjectName(QStringLiteral("leverNote"));
    zone_->setMinimumWidth(34);
    zone_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    reset_->setText(QStringLiteral("↺"));
    reset_->setToolTip(words("Back to the base", "基準値に戻す"));
    reset_->setAccessibleName(face_.label + QStringLiteral(": ") + words("back to the base", "基準値に戻す"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 4);
    all->setSpacing(1);
    auto* above = new QHBoxLayout;
    above->setSpacing(5);
    above->addWidget(label, 1);
    above->addWidget(entry_);
    if (!unit.isEmpty()) above->addWidget(unit_label);
    auto* below = new QHBoxLayout;
    below->setSpacing(4);
    below->addWidget(slider_, 1);
    below->addWidget(zone_);
    below->addWidget(reset_);
    all->addLayout(above);
    all->addLayout(below);
    connect(slider_, &QSlider::sliderPressed, this, [this] { Q_EMIT began(face_.pointer); });
    connect(slider_, &QSlider::sliderReleased, this, [this] { Q_EMIT ended(face_.pointer); });
    connect(slider_, &QSlider::valueChanged, this, [this](int position) {
        if (!showing_) Q_EMIT moved(face_.pointer, value_of(position));
    });
    connect(entry_, &QLineEdit::editingFinished, this, &LeverRow::enter);
    connect(reset_, &QToolButton::clicked, this, [this] { Q_EMIT reset(face_.pointer); });
}

/// Rounded to what the entry shows, so that both always say the same.
double LeverRow::value_of(int position) const {
    const double value = (face_.low + (face_.high - face_.low) * position / steps) / factor_, power = std::pow(10.0, decimals_);
    return std::clamp(std::round(value * power) / power * factor_, face_.least, face_.most);
}

QString LeverRow::text_of(double value) const { return qt(plain_number(value / factor_, 4)); }

void LeverRow::show_values(std::optional<double> value, std::optional<double> base, const QString& zone) {
    showing_ = true;
    setEnabled(value.has_value());
    value_ = value.value_or(0.0);
    const auto fraction = [&](double v) { return (v - face_.low) / (face_.high - face_.low); };
    slider_->set_base(base ? std::optional(fraction(*base)) : std::nullopt);
    if (!slider_->isSliderDown()) slider_->setValue(static_cast<int>(std::lround(std::clamp(fraction(value_), 0.0, 1.0) * steps)));
    const QString text = value ? text_of(value_) : QString();
    if (entry_->text() != text && !(entry_->hasFocus() && entry_->isModified())) entry_->setText(text);
    if (zone_->text() != zone) zone_->setText(zone);
    reset_->setEnabled(value && base && *value != *base);
    showing_ = false;
}

void LeverRow::enter() {
    if (!entry_->isModified()) return;
    entry_->setModified(false);
    bool ok = false;
    const double number = QLocale::c().toDouble(entry_->text().remove(QLatin1Char(',')).remove(QLatin1Char('%')).trimmed(), &ok) * factor_;
    if (!ok || number < face_.least || number > face_.most) {
        const Words words{shown_.language};
        entry_->setToolTip(words("From ", "入力できる範囲: ") + text_of(face_.least) + words(" to ", "〜") + text_of(face_.most));
        entry_->setText(text_of(value_));
        return;
    }
    if (number != value_) Q_EMIT moved(face_.pointer, number);
}

bool LeverRow::matches(const QString& words) const {
    return face_.label.contains(words, Qt::CaseInsensitive) || face_.tip.contains(words, Qt::CaseInsensitive) ||
           QString::fromStdString(face_.pointer).contains(words, Qt::CaseInsensitive);
}

}  // namespace goho::gui
