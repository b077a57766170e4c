// Later months of an imported company: they are the books to the yen, items are found by id or name, and what does not fit
// is told.
#include "import/later_months.hpp"
#include "import/samples.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::imports;

namespace {

const Import& whole_year() {
    static const auto reading = read(sample("goho_ja"), options_from(Month::of(2026, 4)));
    REQUIRE(reading);
    return *reading.value;
}

template <class T> std::vector<T> cut(const std::vector<T>& all, std::size_t from, std::size_t to) {
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)};
}

/// The same books as if only some of their months had been exported.
Import months(std::size_t from, std::size_t to) {
    Import out = whole_year();
    for (LedgerLine& line : out.ledger.lines) {
        if (from > 0 && line.opening) line.opening = line.amounts[from - 1];
        line.amounts = cut(line.amounts, from, to);
    }
    out.ledger.months = cut(out.ledger.months, from, to);
    out.books = cut(out.books, from, to);
    return out;
}

simulation::Scenario after(std::size_t count) {
    const auto company = company_of(months(0, count), {});
    REQUIRE(company);
    return company.value->scenario;
}

}  // namespace

TEST_CASE("later_months: whatever was exported, the run holds the books and goes on from them") {
    for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{8, 9}, {8, 12}, {0, 12}, {5, 11}}) {
        CAPTURE(from);
        CAPTURE(to);
        const auto later = with_later_months(after(8), months(from, to));
        CHECK(said(later.problems) == "");
        REQUIRE(later);
        CHECK(later.value->plan.actuals.months.size() == to);
        const auto run = simulation::run(*later.value, *io::load_statutes(*later.value).value);
        CHECK(simulation::residuals(later.value->plan, run).worst() == 0.0);
        for (std::size_t t = 0; t < to; ++t) {
            CHECK(run.months[t].operating_income == whole_year().books[t].operating_income);
            CHECK(run.months[t].cash == whole_year().books[t].cash);
        }
    }
}

TEST_CASE("later_months: an item that was renamed in the plan is found by its name, one without either is told") {
    auto company = after(8);
    for (auto& line : company.plan.cost_lines) {
        if (line.id == "freight") line.id = "carriers";
    }
    CHECK(with_later_months(company, months(8, 12)));
    for (auto& line : company.plan.cost_lines) {
        if (line.id == "carriers") line.name.ja = "運送会社";
    }
    const auto refused = with_later_months(company, months(8, 12));
    CHECK_FALSE(refused);
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].code == "unmatched-item");
    CHECK(refused.problems[0].message.ja == "「荷造運賃」に対応する項目が計画の /cost_lines にありません");
    CHECK(refused.problems[0].hint.en == "add an item \"freight\" to the plan, or map the account to one that it has");
}

TEST_CASE("later_months: gaps, nothing new and months outside of the plan are told") {
    const auto code = [](const simulation::Scenario& scenario, const Import& imported) {
        const auto later = with_later_months(scenario, imported);
        CHECK_FALSE(later);
        return later.problems.empty() ? std::string() : later.problems[0].code;
    };
    CHECK(code(after(8), months(9, 12)) == "months-missing");
    CHECK(code(after(8), months(4, 8)) == "no-new-month");
    auto brief = after(8);
    brief.plan.company.months = 10;
    CHECK(code(brief, months(8, 12)) == "bad-month");
    auto late = after(8);
    late.plan.company.start = Month::of(2026, 6);
    CHECK(code(late, months(0, 12)) == "bad-month");
}

TEST_CASE("later_months: a month that the books have otherwise by now is told") {
    auto company = after(8);
    company.plan.actuals.months[3].company.non_operating_income += 1.0;
    const auto refused = with_later_months(company, months(0, 12));
    CHECK_FALSE(refused);
    CHECK(said(refused.problems).find("2026-07: non_operating_income is") != std::string::npos);
}
