#include "io/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

namespace goho::io {

std::string csv_line(const std::vector<std::string>& fields) {
    std::string out;
    for (const std::string& field : fields) {
        if (!out.empty()) out += ',';
        const bool plain = !field.empty() && field.find_first_of(",\"\r\n ") == std::string::npos;
        if (plain) {
            out += field;
            continue;
        }
        std::string quoted(field.size() * 2 + 2, '\0');
        quoted.resize(csv_write(quoted.data(), quoted.size(), field.data(), field.size()));
        out += quoted;
    }
    return out + "\r\n";
}

std::string csv_number(double value) { return fmt::format("{}", value); }

std::string csv_text(std::string_view text) {
    const bool like_a_formula = !text.empty() && (std::string_view("=+-@").find(text.front()) != std::string_view::npos ||
                                                  static_cast<unsigned char>(text.front()) < 0x20);
    return like_a_formula ? "'" + std::string(text) : std::string(text);
}

}  // namespace goho::io
