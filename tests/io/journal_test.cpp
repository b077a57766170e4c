#include "io/journal.hpp"

#include "simulation/run.hpp"
#include "support/random_plan.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace goho;

namespace {

/// What an account and all accounts below it come to.
double total(const std::map<std::string, double>& balances, std::string_view account) {
    double sum = 0.0;
    for (const auto& [name, balance] : balances) {
        if (name == account || name.starts_with(std::string(account) + ":")) sum += balance;
    }
    return sum;
}

void add(std::map<std::string, double>& balances, const io::Transaction& transaction) {
    for (const auto& posting : transaction.postings) balances[posting.account] += posting.amount;
}

/// A shop that sells one thing for cash and does nothing else, for two months.
simulation::Scenario shop() {
    simulation::Scenario s;
    s.name = {"Shop \"Hana\"", "花屋"};
    s.plan.company.start = Month::of(2028, 2);
    s.plan.company.months = 2;
    s.plan.taxes.per_capita_levy = 0.0;
    s.plan.opening.cash = s.plan.opening.paid_in_capital = 1000000.0;
    s.plan.segments.push_back({"flowers_1", {"Flowers", "花"}, {}});
    auto& p = s.plan.segments.back().parameters;
    p.price = 1000.0;
    p.volume = 100.0;
    p.cash_share = 1.0;
    return s;
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// The books in the form of `goho run --format json`: the months, and a series for every line.
std::string series(const simulation::Trajectory<double>& run) {
    std::string text = "{\"months\": [";
    for (int t = 0; t < static_cast<int>(run.months.size()); ++t)
        text += fmt::format("{}\"{}\"", t ? ", " : "", to_string(run.start + t));
    text += "],\n\"series\": {";
    for (const auto& row : accounting::variables<double>) {
        text += fmt::format("{}\n\"{}\": [", &row == accounting::variables<double>.data() ? "" : ",", row.name);
        for (const auto& b : run.months)
            text += fmt::format("{}{:.17g}", &b == run.months.data() ? "" : ", ", b.*row.field);
        text += "]";
    }
    return text + "}}\n";
}

}  // namespace

TEST_CASE("journal: every entry of a random plan is whole yen and adds up to zero") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const auto scenario = test::random_scenario(seed);
        const auto journal = io::journal(scenario, simulation::run(scenario, test::statutes()));
        std::set<std::string> accounts;
        for (const auto& account : journal.accounts) {
            CHECK(accounts.insert(account.name).second);
            CHECK_FALSE(account.label.en.empty());
            CHECK_FALSE(account.label.ja.empty());
        }
        bool whole = true, balanced = true, known = true, ordered = true;
        Month last = journal.opening;
        for (const auto& transaction : journal.transactions) {
            double sum = 0.0;
            for (const auto& posting : transaction.postings) {
                sum += posting.amount;
                whole = whole && posting.amount == std::floor(posting.amount);
                known = known && accounts.contains(posting.account);
            }
            balanced = balanced && sum == 0.0;
            ordered = ordered && transaction.month >= last;
            last = transaction.month;
        }
        CHECK(whole);
        CHECK(balanced);
        CHECK(known);
        CHECK(ordered);
    }
}

TEST_CASE("journal: entries made from flows lead to the balance sheet of every month") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto scenario = test::random_scenario(seed, 120);
        const auto run = simulation::run(scenario, test::statutes());
        const auto journal = io::journal(scenario, run);
        std::map<std::string, double> balances;
        std::size_t next = 0;
        double income = 0.0;
        for (int t = -1; t < static_cast<int>(run.months.size()); ++t) {
            const Month month = run.start + t;
            while (next < journal.transactions.size() && journal.transactions[next].month <= month)
                add(balances, journal.transactions[next++]);
            const auto& b = t < 0 ? run.opening : run.months[t];
            income += b.net_income;
            CAPTURE(seed);
            CAPTURE(to_string(month));
            for (const auto& row : io::balance_accounts()) {
                CAPTURE(row.account);
                const double balance = total(balances, row.account);
                if (balance != (row.credit ? -(b.*row.line) : b.*row.line))
                    FAIL_CHECK(balance, " and not ", b.*row.line);
            }
            CHECK(total(balances, io::retained_earnings_account) == income - b.retained_earnings);
            CHECK(total(balances, "Income") + total(balances, "Expenses") == -income);
        }
        CHECK(next == journal.transactions.size());
    }
}

TEST_CASE("journal: every line of the balance sheet has one account") {
    using Books = accounting::Books<double>;
    std::set<std::string> names;
    for (const auto& row : io::balance_accounts()) CHECK(names.insert(std::string(row.account)).second);
    Books ones;
    double assets = 0.0, others = 0.0;
    for (const auto& row : io::balance_accounts()) {
        CHECK(ones.*row.line == 0.0);  // no line stands twice
        ones.*row.line = 1.0;
        (row.credit ? others : assets) += 1.0;
    }
    CHECK(assets == 15.0);
    CHECK(others == 12.0);
}

TEST_CASE("journal: a small shop as ledger and hledger read it") {
    const auto scenario = shop();
    const auto text = io::to_ledger(io::journal(scenario, simulation::run(scenario, test::statutes())));
    CHECK(text.starts_with("; Shop 'Hana'\n\ncommodity JPY\n\naccount Assets:Cash\n    ; Cash and deposits\n"));
    CHECK(text.find("2028-01-31 * Opening balances\n"
                    "    Assets:Cash                                                1000000 JPY\n"
                    "    Equity:Paid-In-Capital                                    -1000000 JPY\n") !=
          std::string::npos);
    // 100 units at 1,000 yen with 10% tax; 2028 is a leap year.
    CHECK(text.find("2028-02-29 * Sales\n"
                    "    Assets:Cash                                                 110000 JPY\n"
                    "    Income:Sales:Flowers-1                                     -100000 JPY\n"
                    "    Liabilities:Consumption-Tax                                 -10000 JPY\n") !=
          std::string::npos);
    CHECK(text.find("    Assets:Cash                                       0 JPY = 1220000 JPY\n") !=
          std::string::npos);
}

TEST_CASE("journal: a small shop as beancount reads it, in Japanese") {
    const auto scenario = shop();
    const auto text =
        io::to_beancount(io::journal(scenario, simulation::run(scenario, test::statutes())), Language::japanese);
    CHECK(
        text.starts_with("option \"title\" \"花屋\"\noption \"operating_currency\" \"JPY\"\n\n"
                         "2028-01-31 open Assets:Cash JPY\n  label: \"現金預金\"\n"));
    CHECK(text.find("2028-02-29 * \"売上\"\n") != std::string::npos);
    CHECK(text.find("2028-04-01 balance Assets:Cash                                       1220000 JPY\n") !=
          std::string::npos);
}

TEST_CASE("journal: the words of a user cannot break the syntax") {
    auto scenario = shop();
    scenario.name = {"A\n2028-01-01 open \"x\" \\ ; |", "一\n二"};
    const auto journal = io::journal(scenario, simulation::run(scenario, test::statutes()));
    CHECK(io::to_beancount(journal).starts_with("option \"title\" \"A 2028-01-01 open 'x' ' , ,\"\n"));
    CHECK(io::to_ledger(journal, Language::japanese).starts_with("; 一 二\n"));
}

TEST_CASE("journal: ids become account names that every program reads, each its own") {
    auto scenario = shop();
    scenario.plan.segments = {{"_a", {}, {}}, {"x_a", {}, {}}, {"9lives", {}, {}}, {"a__b", {}, {}}};
    const auto journal = io::journal(scenario, simulation::run(scenario, test::statutes()));
    std::vector<std::string> sales;
    for (const auto& account : journal.accounts) {
        if (account.name.starts_with("Income:Sales")) sales.push_back(account.name);
    }
    CHECK(sales == std::vector<std::string>{"Income:Sales:X-a", "Income:Sales:X-a-2", "Income:Sales:9lives",
                                            "Income:Sales:A--b"});
}

// tests/journal/programs_test.py runs this case alone, with a folder to write to, and has the files read by the
// independent programs.
TEST_CASE("journal: files for other programs") {
    const char* folder = std::getenv("GOHO_JOURNAL_FOLDER");
    if (!folder) return;
    const std::filesystem::path to(folder);
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto scenario = test::random_scenario(seed, 60);
        const auto run = simulation::run(scenario, test::statutes());
        const auto journal = io::journal(scenario, run);
        const auto language = seed % 2 ? Language::english : Language::japanese;
        const std::string name = fmt::format("random_{:02}", seed);
        write(to / (name + ".ledger"), io::to_ledger(journal, language));
        write(to / (name + ".beancount"), io::to_beancount(journal, language));
        write(to / (name + ".json"), series(run));
    }
}
