#include "document/typed_value.hpp"

#include "io/json_text.hpp"
#include "io/literals.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

std::string trimmed(std::string_view text) {
    static constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

}  // namespace

Json as_in_files(std::string_view typed) {
    const std::string text = trimmed(typed);
    if (text.empty()) return nullptr;
    if (text == "true" || text == "false") return text == "true";
    if (std::string_view("{[\"").find(text.front()) != std::string_view::npos) {
        if (auto json = io::parse_json(text, {})) return std::move(*json.value);
        return text;
    }
    if (const auto number = io::parse_plain_number(text)) return io::json_number(*number);
    return text;
}

std::string as_typed(const Json& value) {
    if (value.is_null()) return {};
    if (!value.is_string()) return value.dump();
    const auto& text = value.get_ref<const std::string&>();
    return as_in_files(text) == value ? text : value.dump();
}

std::optional<Month> month_meant(std::string_view typed) {
    const std::string text = trimmed(typed);
    const auto month = parse_month(text);
    return month ? month : io::guess_month(text);
}

Problems trial(const Workbook& book, SheetId sheet, const std::vector<ValueAt>& values) {
    const Content now = book.has(sheet) ? book.merged(sheet) : nullptr;
    if (!now) return book.has(sheet) ? book.problems(sheet) : Problems{};
    const std::string file = book.sheet(sheet).path.generic_string();
    Json then = *now;
    for (const ValueAt& one : values) {
        const Path path = path_of(one.pointer);
        if (one.value) put_at(then, path, *one.value);
        else take_out(then, path);
    }
    Problems fresh = io::read_scenario_content(then, file).problems;
    if (fresh.empty()) return fresh;
    const Problems before = io::read_scenario_content(*now, file).problems;
    std::erase_if(fresh, [&](const Problem& problem) {
        return std::find(before.begin(), before.end(), problem) != before.end();
    });
    return fresh;
}

}  // namespace goho::gui
