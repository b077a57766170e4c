#include "core/calendar.hpp"
#include "io/journal.hpp"

#include <fmt/format.h>
#include <iterator>

namespace goho::io {

namespace {

using Out = std::back_insert_iterator<std::string>;

int days_in(Month month) {
    const int y = month.year(), m = month.month();
    if (m == 2) return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0 ? 29 : 28;
    return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
}

std::string last_day(Month month) { return fmt::format("{}-{:02}", to_string(month), days_in(month)); }

/// Whole yen; a zero never bears a sign.
std::string yen(double amount) { return fmt::format("{:.0f} JPY", amount == 0.0 ? 0.0 : amount); }

/// Names and titles are the user's own words: they must neither end a line nor begin a comment or a quotation.
std::string one_line(std::string_view words) {
    std::string line;
    for (const char c : words) {
        const bool breaks = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        line += breaks ? ' ' : c == '"' || c == '\\' ? '\'' : c == ';' || c == '|' ? ',' : c;
    }
    return line;
}

void write_postings(Out out, const Transaction& transaction) {
    for (const auto& posting : transaction.postings) {
        fmt::format_to(out, "    {:<48}  {:>20}\n", posting.account, yen(posting.amount));
    }
}

/// Calls `entry` for every transaction and `assertions` for the checks of a month, once its transactions are out.
template <class Entry, class Check> void in_order(const Journal& journal, Entry&& entry, Check&& assertions) {
    std::size_t next = 0;
    const auto check_before = [&](Month month) {
        while (next < journal.assertions.size() && journal.assertions[next].month < month) {
            const std::size_t first = next;
            while (next < journal.assertions.size() &&
                   journal.assertions[next].month == journal.assertions[first].month)
                ++next;
            assertions(std::span(journal.assertions).subspan(first, next - first));
        }
    };
    for (const auto& transaction : journal.transactions) {
        check_before(transaction.month);
        entry(transaction);
    }
    if (!journal.assertions.empty()) check_before(journal.assertions.back().month + 1);
}

constexpr Label checked{"Balances in the books of Goho", "Goho の帳簿による残高"};

}  // namespace

std::string to_ledger(const Journal& journal, Language language) {
    std::string text;
    const Out out(text);
    if (!journal.title.empty()) fmt::format_to(out, "; {}\n", one_line(journal.title.in(language)));
    fmt::format_to(out, "\ncommodity JPY\n\n");
    for (const auto& account : journal.accounts) {
        fmt::format_to(out, "account {}\n    ; {}\n", account.name, one_line(account.label.in(language)));
    }
    in_order(
        journal,
        [&](const Transaction& transaction) {
            fmt::format_to(out, "\n{} * {}\n", last_day(transaction.month),
                           one_line(transaction.narration.in(language)));
            write_postings(out, transaction);
        },
        [&](std::span<const Assertion> assertions) {
            fmt::format_to(out, "\n{} * {}\n", last_day(assertions.front().month), checked.in(language));
            for (const auto& a : assertions) fmt::format_to(out, "    {:<48}  0 JPY = {}\n", a.account, yen(a.amount));
        });
    return text;
}

std::string to_beancount(const Journal& journal, Language language) {
    std::string text;
    const Out out(text);
    if (!journal.title.empty()) fmt::format_to(out, "option \"title\" \"{}\"\n", one_line(journal.title.in(language)));
    fmt::format_to(out, "option \"operating_currency\" \"JPY\"\n\n");
    for (const auto& account : journal.accounts) {
        fmt::format_to(out, "{} open {} JPY\n  label: \"{}\"\n", last_day(journal.opening), account.name,
                       one_line(account.label.in(language)));
    }
    in_order(
        journal,
        [&](const Transaction& transaction) {
            fmt::format_to(out, "\n{} * \"{}\"\n", last_day(transaction.month),
                           one_line(transaction.narration.in(language)));
            write_postings(out, transaction);
        },
        [&](std::span<const Assertion> assertions) {
            // A balance directive speaks of the beginning of its day.
            const std::string day = to_string(assertions.front().month + 1) + "-01";
            fmt::format_to(out, "\n");
            for (const auto& a : assertions)
                fmt::format_to(out, "{} balance {:<48}  {}\n", day, a.account, yen(a.amount));
        });
    return text;
}

}  // namespace goho::io
