// How the figures of one chart, card or column are written: in the unit of the tables, the unit of money chosen and the
// language, with the same names, signs and decimals as on the terminal.
#pragma once

#include "shown/shown.hpp"

#include <optional>
#include <string>

namespace goho::gui {

struct Measure {
    std::string unit;  // as the variable tables write it
    MoneyUnit money = MoneyUnit::million;
    Language language = Language::english;

    Measure() = default;
    Measure(std::string_view unit_of_table, const Shown& shown)
        : unit(unit_of_table), money(shown.unit), language(shown.language) {}

    bool percentage() const;  // shown with a % behind the number
    double size() const;      // one unit as shown: a million yen, a hundredth
    int decimals() const;
    QString axis(double value, int decimals) const;               // on an axis: no unit but %
    QString value(const std::optional<double>& value) const;      // in a table: no unit but %; "n/a" when there is none
    QString with_unit(const std::optional<double>& value) const;  // in a sentence or on a card
    /// With its sign; percentages in points; with so many more decimals than are usual.
    QString difference(double difference, int finer = 0) const;
    QString difference_with_unit(double difference) const;
    QString name() const;  // "million yen", "%", "points"; empty for an index
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// A label with its unit behind it: "Net sales (million yen)"; people are counted in people, which need not be said.
QString labelled(const QString& label, const Measure& measure);

}  // namespace goho::gui
