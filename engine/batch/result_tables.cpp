#include "batch/result_tables.hpp"

#include "batch/computed.hpp"

#include <fmt/format.h>

namespace goho::batch {

namespace {

std::string figure_columns() {
    std::string out;
    for (const Figure& figure : figures()) out += fmt::format(", year.\"{}\"", figure.name);
    return out;
}

}  // namespace

const std::vector<ResultTable>& result_tables() {
    static const std::vector<ResultTable> tables{
        {"result", "hash, start, months, years, behaviour, first_short, months_short, deepest_short, deepest_month, needed, gates_missed, targets_missed, residual", "id"},
        {"year", "year.year, first, last" + figure_columns(), "result"},
        {"gate", "gate, verdict, fiscal_year, figure, threshold, due, years_missed", "result"},
        {"target", "target, year, variable, bound, value, figure, verdict", "result"},
    };
    return tables;
}

}  // namespace goho::batch
