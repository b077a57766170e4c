#include "workbook/added_sheets.hpp"

#include "workbook/builder.hpp"
#include "workbook/formula_writer.hpp"

#include <fmt/format.h>
#include <set>

namespace goho::workbook {

std::string ModelSheets::cell(SheetNumber sheet, std::string_view line, int column) const {
    return "'" + sheets[sheet] + "'!" + address(rows.find(line)->second, column);
}

std::string ModelSheets::range(SheetNumber sheet, int row, int first_column, int last_column) const {
    const auto fixed = [row](int column) {
        const std::string plain = address(row, column);
        const auto digits = plain.find_first_of("0123456789");
        return "$" + plain.substr(0, digits) + "$" + plain.substr(digits);
    };
    return "='" + sheets[sheet] + "'!" + fixed(first_column) + ":" + fixed(last_column);
}

std::pair<std::string, std::string> year_in_lines(const std::string& label) {
    const std::size_t bracket = std::string_view("（").size();
    const auto open = label.find("（"), close = label.find("）");
    if (open == std::string::npos || close == std::string::npos) return {label, {}};
    return {label.substr(0, open), label.substr(open + bracket, close - open - bracket) + label.substr(close + bracket)};
}

std::vector<DefinedName> input_names(const ModelSheets& model) {
    std::vector<DefinedName> out;
    std::set<std::string> taken;
    for (const auto& [pointer, row] : model.inputs) {
        std::string name = "in";
        for (const char c : pointer) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
            name += plain ? c : '_';
        }
        // Excel takes names of another case for the same one.
        const auto folded = [](std::string text) {
            for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            return text;
        };
        const std::string base = name.substr(0, 240);
        name = base;
        for (int n = 2; !taken.insert(folded(name)).second; ++n) name = fmt::format("{}_{}", base, n);
        std::string cell = model.range(inputs, row, input_column, input_column);
        out.push_back({std::move(name), cell.substr(0, cell.find(':'))});
    }
    return out;
}

Book book_of(const analysis::Recording& run, Language language) {
    ModelSheets model = model_sheets(run, language);
    Book added;
    Sheet gates = gates_sheet(model, gates_of(run), language, added);
    Sheet checks = checks_sheet(model, run, language, added);
    Sheet overview = overview_sheet(model, run, gates, verdict_of_checks(checks), language);
    Book book = std::move(model.book);
    book.names = input_names(model);
    book.live += added.live + 1;  // the overview repeats the verdict of the checks
    book.fixed += added.fixed;
    const auto details_at = book.sheets.begin() + details;
    book.sheets.insert(book.sheets.insert(details_at, std::move(checks)), std::move(gates));
    book.sheets.insert(book.sheets.begin(), std::move(overview));
    return book;
}

}  // namespace goho::workbook
