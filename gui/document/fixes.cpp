#include "document/fixes.hpp"

#include "io/scenario_reader.hpp"

#include <algorithm>

namespace goho::gui {

namespace {

bool is_edit_key(const Path& path) {
    return path.size() == 4 && path[0] == "timeline" && (path[2] == "set" || path[2] == "scale" || path[2] == "add");
}

/// As the file would have said it under the right name: an object adds to what its base has, it does not replace it.
Problems merge_in(Workbook& book, SheetId sheet, const Path& path, const Json& value) {
    const Content all = book.merged(sheet);
    const Json* there = all ? value_at(*all, path) : nullptr;
    if (!value.is_object() || there == nullptr || !there->is_object())
        return book.set_value(sheet, pointer_of(path), value);
    for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) {
        Path below = path;
        below.push_back(key);
        if (Problems problems = merge_in(book, sheet, below, member); !problems.empty()) return problems;
    }
    return {};
}

}  // namespace

std::optional<Fix> fix_of(const Problem& problem) {
    using Kind = Proposal::Kind;
    const auto& [kind, value, elsewhere] = problem.proposal;
    const std::string pointer = elsewhere.empty() ? problem.pointer : elsewhere;
    const Path path = path_of(pointer);
    if (path.empty() || kind == Kind::none) return std::nullopt;
    if (kind == Kind::remove) return Fix{Fix::Kind::remove, {}, pointer, {}, {"Remove", "取り除く"}};
    // A pointer that the timeline changes stands as a key, not as a value.
    if (kind == Kind::rename || is_edit_key(path)) return Fix{Fix::Kind::rename, {}, pointer, value, {value, value}};
    Json put = kind == Kind::number ? as_in_files(value) : Json(value);
    const std::string typed = as_typed(put);
    return Fix{Fix::Kind::set, std::move(put), pointer, {}, {typed, typed}};
}

SheetId sheet_of(const Workbook& book, SheetId sheet, std::string_view pointer) {
    const Path path = path_of(pointer);
    SheetId last = sheet;
    for (SheetId at = sheet; book.has(at); at = book.sheet(at).parent) {
        last = at;
        if (book.sheet(at).content && value_at(*book.sheet(at).content, path) != nullptr) return at;
    }
    return last;
}

Problems problems_of(const Workbook& book, SheetId sheet) {
    if (!book.has(sheet)) return {};
    Problems found = book.problems(sheet);
    if (!found.empty()) return found;
    const Content all = book.merged(sheet);
    return all ? io::read_scenario_content(*all, book.sheet(sheet).path.generic_string()).problems : Problems{};
}

Problems apply(Workbook& book, SheetId sheet, const Fix& fix) {
    const SheetId at = sheet_of(book, sheet, fix.pointer);
    if (fix.kind == Fix::Kind::set) return book.set_value(at, fix.pointer, fix.value);
    if (fix.kind == Fix::Kind::remove) return book.remove_value(at, fix.pointer);
    Path path = path_of(fix.pointer);
    const Json* value = book.sheet(at).content ? value_at(*book.sheet(at).content, path) : nullptr;
    if (value == nullptr) return {};
    const Json kept = *value;
    book.begin_gesture({"Rename " + path.back(), path.back() + "の名称変更"});
    Problems problems = book.remove_value(at, fix.pointer);
    path.back() = fix.key;
    const Json* other = value_at(*book.sheet(at).content, path);
    if (problems.empty() && other == nullptr) problems = merge_in(book, at, path, kept);
    book.end_gesture();
    return problems;
}

Problems mend(Workbook& book, SheetId sheet, const Problem& problem, std::string_view typed) {
    const SheetId at = sheet_of(book, sheet, problem.pointer);
    Json value = as_in_files(typed);
    if (value.is_null()) return book.remove_value(at, problem.pointer);
    // A month may be typed in any of the forms that are understood.
    const bool wants_month = problem.message.en.find("expected a month") != std::string::npos;
    if (const auto month = wants_month ? month_meant(typed) : std::nullopt) value = to_string(*month);
    return book.set_value(at, problem.pointer, value);
}

std::string standing(const Workbook& book, SheetId sheet, std::string_view pointer) {
    const SheetId at = sheet_of(book, sheet, pointer);
    if (!book.has(at) || !book.sheet(at).content) return {};
    const Json* value = value_at(*book.sheet(at).content, path_of(pointer));
    return value != nullptr ? as_typed(*value) : std::string();
}

std::string text_around(std::string_view text, int line, int column, int lines_around) {
    std::string out;
    int number = 1;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (std::abs(number - line) <= lines_around) {
            const std::string head = std::to_string(number) + "  ";
            out += (number == line ? ">  " : "   ") + head + std::string(text.substr(0, end)) + "\n";
            if (number == line && column > 0)
                out += std::string(3 + head.size() + static_cast<std::size_t>(column) - 1, ' ') + "^\n";
        }
        if (end == text.size()) break;
        text.remove_prefix(end + 1);
        ++number;
    }
    return out;
}

}  // namespace goho::gui
