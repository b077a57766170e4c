#include "accounting/statutes.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::accounting;

TEST_CASE("statutes: a fiscal year takes the rates of the period it starts in") {
    Statutes s;
    s.tax_periods = {{.from = Month::of(2019, 10)}, {.from = Month::of(2026, 4)}, {.from = Month::of(2027, 4)}};
    CHECK(s.taxes_of(Month::of(2026, 3)).from == Month::of(2019, 10));
    CHECK(s.taxes_of(Month::of(2026, 4)).from == Month::of(2026, 4));
    CHECK(s.taxes_of(Month::of(2027, 3)).from == Month::of(2026, 4));
    CHECK(s.taxes_of(Month::of(2027, 4)).from == Month::of(2027, 4));
    CHECK(s.taxes_of(Month::of(2050, 1)).from == Month::of(2027, 4));
    CHECK(s.taxes_of(Month::of(2010, 1)).from == Month::of(2019, 10));  // older years take the first
}
