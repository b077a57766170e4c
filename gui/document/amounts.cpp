#include "document/amounts.hpp"

#include "core/format.hpp"
#include "io/literals.hpp"
#include "io/scenario_writer.hpp"

#include <array>

namespace goho::gui {

namespace {

struct UnitOfAmount {
    std::string_view suffix;
    double size;
};
constexpr std::array<UnitOfAmount, 5> units{
    {{"百万円", 1e6}, {"億円", 1e8}, {"万円", 1e4}, {"千円", 1e3}, {"円", 1.0}}};

/// 1200.5 as "1,200.5" or, where the author does without separators, as "1200.5".
std::string digits(double number, bool separators) {
    std::string text = plain_number(number, 6);
    if (!separators) std::erase(text, ',');
    if (text.starts_with('-')) text.replace(0, 1, "△");
    return text;
}

}  // namespace

std::optional<double> number_of(const Json& value) {
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    if (const auto money = io::parse_money(text)) return money;
    return io::parse_percent(text);
}

Json written_like(const Json* before, double number) {
    if (before == nullptr || !before->is_string()) return io::json_number(number);
    const auto& text = before->get_ref<const std::string&>();
    if (io::parse_percent(text)) {
        std::string percent = plain_number(number * 100.0, 6) + "%";
        if (io::parse_percent(percent) == number) return percent;
    } else if (io::parse_money(text)) {
        const bool separators = text.find(',') != std::string::npos || std::abs(number) < 1e7;
        for (const UnitOfAmount& unit : units) {
            if (!text.ends_with(unit.suffix)) continue;
            const std::string amount = digits(number / unit.size, separators) + std::string(unit.suffix);
            if (io::parse_money(amount) == number) return amount;
            break;
        }
    }
    return io::json_number(number);
}

}  // namespace goho::gui
