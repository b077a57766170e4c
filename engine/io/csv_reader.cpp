#include "io/csv_reader.hpp"

#include "io/csv.hpp"

#include <csv.h>
#include <algorithm>

namespace goho::io {

namespace {

/// What libcsv reports to: fields, and ends of rows.
struct Collector {
    std::vector<CsvRow> rows;
    std::vector<std::string> cells;
};

void take_field(void* text, std::size_t size, void* collector) {
    static_cast<Collector*>(collector)->cells.push_back(text_of_csv({static_cast<const char*>(text), size}));
}

void end_row(int, void* to) {
    auto& collector = *static_cast<Collector*>(to);
    collector.rows.push_back({0, std::move(collector.cells)});
    collector.cells.clear();
}

int is_blank(unsigned char c) { return c == ' '; }
int is_blank_or_tab(unsigned char c) { return c == ' ' || c == '\t'; }

class Parser {
public:
    explicit Parser(char delimiter) {
        csv_init(&state_, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&state_, static_cast<unsigned char>(delimiter));
        csv_set_space_func(&state_, delimiter == '\t' ? is_blank : is_blank_or_tab);
    }
    ~Parser() { csv_free(&state_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    bool parse(std::string_view part, Collector& to) {
        return csv_parse(&state_, part.data(), part.size(), take_field, end_row, &to) == part.size();
    }
    bool finish(Collector& to) { return csv_fini(&state_, take_field, end_row, &to) == 0; }

private:
    csv_parser state_;
};

}  // namespace

CsvRows read_csv(std::string_view text, char delimiter) {
    Parser parser(delimiter);
    Collector found;
    int line = 0, begun = 1;
    bool inside = false;  // of a row that goes on over several lines
    const auto name_lines = [&](std::size_t before) {
        for (std::size_t i = before; i < found.rows.size(); ++i) found.rows[i].line = begun;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        std::size_t next = end < text.size() ? end + 1 : end;
        if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++next;
        ++line;
        const std::size_t before = found.rows.size();
        if (!parser.parse(text.substr(at, next - at), found)) return {std::move(found.rows), line};
        name_lines(before);
        inside = found.rows.size() == before && (inside || end > at);
        if (!inside) begun = line + 1;
        at = next;
    }
    const std::size_t before = found.rows.size();
    if (!parser.finish(found)) return {std::move(found.rows), begun};
    name_lines(before);
    return {std::move(found.rows), 0};
}

}  // namespace goho::io
