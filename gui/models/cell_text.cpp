#include "models/cell_text.hpp"

#include <cmath>

namespace goho::gui {

namespace {

bool is_money(std::string_view unit) { return unit == "yen"; }

int decimals_for(std::string_view unit, double value) {
    if (unit == "people" || unit == "years" || unit == "months" || unit == "points") return 1;
    if (unit == "index" || unit == "times") return 2;
    return std::abs(value) < 10.0 ? 2 : std::abs(value) < 100.0 ? 1 : 0;
}

QString with_sign(const std::string& text, double value) {
    return (value > 0.0 ? QStringLiteral("+") : QString()) + QString::fromStdString(text);
}

}  // namespace

QString cell_text(std::optional<double> value, std::string_view unit, const Shown& shown) {
    if (!value || !std::isfinite(*value)) return QStringLiteral("–");
    if (is_money(unit)) return QString::fromStdString(money(*value, shown.unit, shown.language));
    if (shown_as_percent(unit)) return QString::fromStdString(table_percent(*value, shown.language));
    if (unit.starts_with("yen")) return QString::fromStdString(table_number(*value, shown.language));
    return QString::fromStdString(table_number(*value, shown.language, decimals_for(unit, *value)));
}

QString difference_text(std::optional<double> value, std::optional<double> base, std::string_view unit,
                        const Shown& shown) {
    if (shown.difference == DifferenceMode::off || !value || !base) return {};
    const double difference = *value - *base;
    if (difference == 0.0 || !std::isfinite(difference)) return {};
    if (shown_as_percent(unit))
        return with_sign(table_number(difference * 100.0, shown.language, 1), difference) + QStringLiteral("pt");
    if (shown.difference == DifferenceMode::percent) {
        if (*base == 0.0) return {};
        return with_sign(table_percent(difference / std::abs(*base), shown.language), difference);
    }
    return with_sign(cell_text(difference, unit, shown).toStdString(), difference);
}

QString difference_or_same(std::optional<double> value, std::optional<double> base, std::string_view unit,
                           const Shown& shown) {
    const bool same = shown.difference != DifferenceMode::off && value && base && *value == *base;
    return same ? QStringLiteral("±0") : difference_text(value, base, unit, shown);
}

QString unit_text(std::string_view unit, const Shown& shown) {
    const Words tr{shown.language};
    if (is_money(unit)) return tr(label_of(shown.unit));
    if (shown_as_percent(unit)) return {};
    return QString::fromStdString(unit_name(unit, shown.language));
}

}  // namespace goho::gui
