#include "io/rows.hpp"

#include "io/csv.hpp"
#include "io/scenario_writer.hpp"

namespace goho::io {

std::string csv_row(const std::vector<Cell>& cells) {
    std::vector<std::string> fields;
    for (const Cell& cell : cells) {
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) fields.push_back(std::to_string(*whole));
        else if (const auto* number = std::get_if<double>(&cell)) fields.push_back(csv_number(*number));
        else if (const auto* text = std::get_if<std::string>(&cell)) fields.push_back(csv_text(*text));
        else fields.emplace_back();
    }
    return csv_line(fields);
}

std::string json_row(const std::vector<std::string>& columns, const std::vector<Cell>& cells) {
    Json out = Json::object();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Json& to = out[columns[i]];
        if (const auto* whole = std::get_if<std::int64_t>(&cells[i])) to = *whole;
        else if (const auto* number = std::get_if<double>(&cells[i])) to = json_number(*number);
        else if (const auto* text = std::get_if<std::string>(&cells[i])) to = *text;
    }
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace goho::io
