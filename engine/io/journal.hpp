// The books as journals: opening balances and every entry of every month, for the plain-text accounting programs
// hledger, ledger and beancount. Entries are made from flows alone and never from a change of balances, so the
// balances that those programs reach prove ours. Guide: docs/guide/journal.md.
#pragma once

#include "accounting/books.hpp"
#include "simulation/scenario.hpp"
#include "simulation/trajectory.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

struct Posting {
    std::string account;
    double amount = 0.0;  // whole yen; a debit is above zero, a credit below
};

/// One entry, dated the last day of its month. Its postings add up to zero.
struct Transaction {
    Month month;
    Text narration;
    std::vector<Posting> postings;
};

/// What an account must hold at the end of a month, taken from the books; the programs check it themselves.
struct Assertion {
    Month month;
    std::string account;
    double amount = 0.0;
};

struct Account {
    std::string name;
    Text label;
};

struct Journal {
    Text title;
    Month opening;                          // the month before the plan
    std::vector<Account> accounts;          // in the order of the statements
    std::vector<Transaction> transactions;  // in order of time
    std::vector<Assertion> assertions;      // at the end of every fiscal year and of the plan
};

/// The account that stands for a line of the balance sheet. A loan line's account holds one account per contract.
struct BalanceAccount {
    std::string_view account;
    double accounting::Books<double>::*line;
    bool credit;  // liabilities and capital: the account shows the line with the opposite sign
};

/// Every line of the balance sheet that is not a sum, but for retained earnings: those are the account
/// `retained_earnings_account` together with all income and expenses, since no year is closed.
std::span<const BalanceAccount> balance_accounts();
inline constexpr std::string_view retained_earnings_account = "Equity:Retained-Earnings";

/// The journal of a run of this scenario. The scenario must be valid: its opening balance sheet balances.
Journal journal(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run);

/// One text that both ledger and hledger read.
std::string to_ledger(const Journal& journal, Language language = Language::english);
std::string to_beancount(const Journal& journal, Language language = Language::english);

}  // namespace goho::io
