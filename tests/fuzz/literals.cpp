// Figures and months as people write them, in scenarios, on the command line and in books of other programs.
#include "fuzz/fuzz.hpp"
#include "import/amounts.hpp"
#include "import/months.hpp"
#include "import/text_decoding.hpp"
#include "io/literals.hpp"
#include "io/value_reader.hpp"

#include <cmath>

namespace goho::fuzz {

namespace {

constexpr Range shown_in_full{1e-6, 1e15};  // beyond, figures are shown with an exponent

void require_month(std::optional<Month> month) {
    if (!month) return;
    require(month->year() >= 1900 && month->year() <= 2199, "a month lies in the years that can be written", to_string(*month));
    require(parse_month(to_string(*month)) == month, "a month is read as it is written", to_string(*month));
}

void require_figure(std::optional<double> figure, std::string_view written) {
    if (!figure) return;
    require(std::isfinite(*figure), "a figure is a number", written);
    if (*figure != 0.0 && !shown_in_full.holds(std::abs(*figure))) return;
    const std::string text = io::shown(*figure);
    require(io::parse_plain_number(text) == figure, "a figure is read as it is shown", text);
    require(io::parse_money(text + "円") == figure, "money is read as it is shown", text);
}

void try_amounts(std::string_view text) {
    for (const MoneyUnit unit : {MoneyUnit::yen, MoneyUnit::thousand, MoneyUnit::million, MoneyUnit::hundred_million}) {
        const auto amount = imports::parse_amount(text, unit);
        if (!amount) continue;
        require(std::abs(*amount) <= imports::largest_amount, "an amount is within bounds", text);
        require(imports::parse_amount(std::to_string(*amount)) == amount, "an amount is read as it is written", text);
    }
    static_cast<void>(imports::unit_named_in(text));
    static_cast<void>(imports::key_of(text));
    if (const auto cell = imports::month_cell(text)) require(cell->month >= 1 && cell->month <= 12, "a month of a head is one of twelve", text);
    if (const auto period = imports::period_in(text)) {
        require_month(period->first);
        require_month(period->last);
        require(period->first <= period->last, "a period runs forwards", text);
    }
}

/// As a value of a file: what is no figure is refused with words.
void try_values(const io::Json& value) {
    for (const char* unit : {"yen", "fraction", "units", "yen/unit", "months", "times", "fraction/year"}) {
        io::Notes notes;
        const io::NumberRule rule{unit, {-1e12, 1e12}, {0.0, 1e6}};
        const auto number = io::read_number(value, "/a", rule, notes);
        require(!number || (std::isfinite(*number) && rule.valid.holds(*number)), "a figure lies within its range");
        require(number.has_value() != !notes.problems.empty(), "a figure is given or refused");
        require_readable(notes.problems.problems());
        require_readable(notes.warnings.problems());
    }
    io::Notes notes;
    require_month(io::read_month(value, "/a", notes));
    static_cast<void>(io::read_words(value, "/a", io::Lines::one, notes));
    static_cast<void>(io::read_text_value(value, "/a", notes));
    require_readable(notes.problems.problems());
}

void try_literal(std::string_view text) {
    require_month(parse_month(text));
    require_month(io::guess_month(text));
    require_figure(io::parse_money(text), text);
    require_figure(io::parse_percent(text), text);
    const auto plain = io::parse_plain_number(text);
    require_figure(plain, text);
    if (plain && text.size() < 100) require(io::parse_money(std::string(text) + "円") == plain, "a figure with 円 behind it is that much money", text);
    try_amounts(text);
    try {
        try_values(io::Json::parse(io::Json(std::string(text)).dump()));
    } catch (const io::Json::exception&) {  // no UTF-8: such a text never comes out of a file
    }
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("literals", goho::fuzz::try_literal)
