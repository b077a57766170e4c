#include "charts/measure.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

QString sign_of(double value, const QString& text) {
    return value > 0.0 && !text.isEmpty() ? QLatin1Char('+') + text : text;
}

}  // namespace

bool Measure::percentage() const { return unit == "1/month" || shown_as_percent(unit); }

double Measure::size() const { return unit == "yen" ? size_of(money) : percentage() ? 0.01 : 1.0; }

int Measure::decimals() const {
    if (unit == "yen") return usual_decimals(money);
    if (unit == "1/month" || unit == "index" || unit == "fraction/year" || unit == "1/year") return 2;
    if (percentage()) return 1;
    return unit == "hours" || unit == "score" || unit == "units" || unit == "yen/person/year" ? 0 : 1;
}

QString Measure::axis(double value, int decimals) const {
    return qt(table_number(value / size(), language, decimals)) + (percentage() ? QStringLiteral("%") : QString());
}

QString Measure::value(const std::optional<double>& value) const {
    if (!value) return language == Language::japanese ? QStringLiteral("計算不能") : QStringLiteral("n/a");
    return axis(*value, decimals());
}

QString Measure::with_unit(const std::optional<double>& value) const {
    const QString number = this->value(value);
    if (!value || percentage() || name().isEmpty()) return number;
    return number + QLatin1Char(' ') + name();
}

QString Measure::difference(double difference, int finer) const {
    const QString number = qt(table_number(difference / size(), language, decimals() + finer));
    return sign_of(difference, number) + (percentage() ? QStringLiteral("pt") : QString());
}

QString Measure::difference_with_unit(double difference) const {
    const QString number = this->difference(difference);
    return percentage() || name().isEmpty() ? number : number + QLatin1Char(' ') + name();
}

QString Measure::name() const {
    if (unit == "yen") return qt(label_of(money).in(language));
    if (percentage()) return QStringLiteral("%");
    if (unit == "index" || unit == "stage" || unit == "score") return {};
    return qt(unit_name(unit, language));
}

QString labelled(const QString& label, const Measure& measure) {
    const QString name = measure.name();
    if (name.isEmpty() || measure.percentage() || name.compare(label, Qt::CaseInsensitive) == 0) return label;
    return measure.language == Language::japanese ? label + QStringLiteral("（") + name + QStringLiteral("）")
                                                  : label + QStringLiteral(" (") + name + QStringLiteral(")");
}

}  // namespace goho::gui
