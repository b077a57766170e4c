#include "decision/written.hpp"

#include "io/literals.hpp"

namespace goho::decision {

std::optional<double> number_written(std::string_view text) {
    if (const auto plain = io::parse_plain_number(text)) return plain;
    if (const auto percent = io::parse_percent(text)) return percent;
    return io::parse_money(text);
}

}  // namespace goho::decision
