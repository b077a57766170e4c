#include "io/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

namespace goho::io {

std::string csv_line(const std::vector<std::string>& fields) {
    std::string out;
    for (const std::string& field : fields) {
        if (!out.empty()) out += ',';
        const bool plain = !field.empty() && field.find_first_of(",\"\r\n\t ") == std::string::npos;
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

namespace {

/// Whether a spreadsheet may take a text for a formula; apostrophes in front of such a text count with it, so that taking
/// one away again gives what was written.
bool like_a_formula(std::string_view text) {
    const std::size_t at = text.find_first_not_of('\'');
    if (at == std::string_view::npos) return false;
    const std::string_view rest = text.substr(at);
    if (static_cast<unsigned char>(rest.front()) < 0x20) return true;
    for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
        if (rest.starts_with(sign)) return true;
    }
    return false;
}

}  // namespace

std::string csv_text(std::string_view text) { return like_a_formula(text) ? "'" + std::string(text) : std::string(text); }

std::string text_of_csv(std::string_view field) {
    return std::string(field.starts_with('\'') && like_a_formula(field) ? field.substr(1) : field);
}

}  // namespace goho::io
