"""hledger, ledger and beancount read our journals, accept every balance assertion in them, and reach by their own
arithmetic the balances that our books hold, exactly, at the end of every month.

The journals are those of random plans, written by a test case of goho_tests, and those of the shipped companies and
their variants, written by `goho export journal`.
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SOURCE = pathlib.Path(os.environ.get("GOHO_SOURCE_DIR", "."))
BUILD = pathlib.Path(os.environ.get("GOHO_BUILD_DIR", "build/release"))
GOHO = pathlib.Path(os.environ.get("GOHO_BINARY", BUILD / "goho"))
PROGRAMS = {"hledger": "hledger", "ledger": "ledger", "bean-check": "beancount", "bean-query": "beancount"}

# Account of the journal, line of the books, and the sign with which the account shows it.
STOCKS = [
    ("Assets:Cash", "cash", 1), ("Assets:Notes-Receivable", "notes_receivable", 1),
    ("Assets:Accounts-Receivable", "accounts_receivable", 1), ("Assets:Inventory", "inventory", 1),
    ("Assets:Tax-Receivable", "tax_receivable", 1), ("Assets:Other-Receivables", "other_receivables", 1),
    ("Assets:Other-Current-Assets", "other_current_assets", 1), ("Assets:Buildings", "buildings", 1),
    ("Assets:Machinery", "machinery", 1), ("Assets:Vehicles", "vehicles", 1), ("Assets:Tools", "tools", 1),
    ("Assets:Land", "land", 1), ("Assets:Software", "software", 1),
    ("Assets:Construction-In-Progress", "construction_in_progress", 1),
    ("Assets:Other-Fixed-Assets", "other_fixed_assets", 1), ("Assets", "total_assets", 1),
    ("Liabilities:Notes-Payable", "notes_payable", -1), ("Liabilities:Accounts-Payable", "accounts_payable", -1),
    ("Liabilities:Other-Payables", "other_payables", -1),
    ("Liabilities:Corporate-Taxes", "accrued_corporate_tax", -1),
    ("Liabilities:Consumption-Tax", "consumption_tax_payable", -1),
    ("Liabilities:Bonus-Allowance", "bonus_allowance", -1), ("Liabilities:Overdraft", "overdraft", -1),
    ("Liabilities:Short-Term-Loans", "short_term_loans", -1), ("Liabilities:Long-Term-Loans", "long_term_loans", -1),
    ("Liabilities:Bonds", "bonds", -1), ("Liabilities:Other-Liabilities", "other_liabilities", -1),
    ("Liabilities", "total_liabilities", -1), ("Equity:Paid-In-Capital", "paid_in_capital", -1),
]
# The same for income and expenses, which add up since the plan began because no year is closed.
FLOWS = [
    ("Income:Sales", "net_sales", -1), ("Expenses:Goods", "cost_of_goods", 1),
    ("Expenses:Personnel", "personnel_cost", 1), ("Expenses:Depreciation", "depreciation", 1),
    ("Expenses:Corporate-Taxes", "corporate_taxes", 1),
    ("Income:Consumption-Tax-Rounding", "consumption_tax_rounding", -1),
]

complaints = []


def run(*command, **options):
    options.setdefault("env", dict(os.environ, LC_ALL="C.UTF-8"))
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", check=False, **options)
    return done.returncode, done.stdout, done.stderr


def accepted(*command):
    code, out, err = run(*command)
    if code != 0:
        complaints.append("%s ends with %d:\n%s" % (" ".join(map(str, command)), code, (out + err)[:2000]))
    return out


def yen(text):
    """"-123 JPY", "0" or "  45": whole yen, or a complaint."""
    if not re.fullmatch(r"\s*-?\d+( JPY)?\s*", text):
        complaints.append("not a whole sum of yen: " + text)
        return 0
    return int(text.replace("JPY", ""))


def hledger_balances(journal, months):
    table = accepted("hledger", "-f", journal, "balance", "--monthly", "--historical", "--flat", "--no-total",
                     "-O", "csv")
    rows = list(csv.reader(io.StringIO(table)))
    if not rows:
        return {}
    # The first column of figures is the opening month, the last one may be the month after the plan.
    return {month: {row[0]: yen(row[rows[0].index(month)]) for row in rows[1:]} for month in months}


def ledger_balances(journal, months):
    """Asked afresh for every month that is looked at: its balances then rest on its own reading alone."""
    balances = {}
    for month in months:
        year, number = map(int, month.split("-"))
        after = "%04d-%02d-01" % (year + number // 12, number % 12 + 1)
        out = accepted("ledger", "--args-only", "-f", journal, "--pedantic", "--flat", "--no-total", "--end", after,
                       "--balance-format", "%(account)|%(quantity(display_total))\n", "balance")
        balances[month] = {line.split("|")[0]: yen(line.split("|")[1]) for line in out.splitlines() if line}
    return balances


def beancount_balances(journal, months):
    query = "SELECT year, month, account, sum(number) AS yen GROUP BY year, month, account ORDER BY year, month"
    rows = list(csv.DictReader(io.StringIO(accepted("bean-query", "-f", "csv", journal, query))))
    changes = [("%04d-%02d" % (int(r["year"]), int(r["month"])), r["account"].strip(), yen(r["yen"])) for r in rows]
    balances, so_far = {}, {}
    for month in months:
        while changes and changes[0][0] <= month:
            _, account, amount = changes.pop(0)
            so_far[account] = so_far.get(account, 0) + amount
        balances[month] = dict(so_far)
    return balances


def with_children(balances, account):
    return sum(amount for name, amount in balances.items() if name == account or name.startswith(account + ":"))


def expected(books):
    """What the accounts must hold at the end of each month, by our books."""
    series = books["series"]
    for name, line in series.items():
        if name not in ("employees", "labour_hours") and any(value != int(value) for value in line):
            complaints.append("%s is not whole yen" % name)
    by_month, flows, income = {}, [0] * len(FLOWS), 0
    for t, month in enumerate(books["months"]):
        now = {account: sign * int(series[line][t]) for account, line, sign in STOCKS}
        for i, (account, line, sign) in enumerate(FLOWS):
            flows[i] += sign * int(series[line][t])
            now[account] = flows[i]
        income += int(series["net_income"][t])
        now["Equity:Retained-Earnings"] = income - int(series["retained_earnings"][t])
        by_month[month] = (now, income)
    return by_month


def compare(program, journal, found, wanted):
    for month, balances in found.items():
        accounts, income = wanted[month]
        for account, amount in accounts.items():
            if with_children(balances, account) != amount:
                complaints.append("%s: %s, %s: %s has %d and our books have %d" % (
                    journal, month, program, account, with_children(balances, account), amount))
        if with_children(balances, "Income") + with_children(balances, "Expenses") != -income:
            complaints.append("%s: %s, %s: income and expenses are not our net income" % (journal, month, program))


def check(folder, name, books, fiscal_year_ends):
    months = books["months"]
    wanted = expected(books)
    some = [m for m in months if int(m[5:]) == fiscal_year_ends] + months[-1:]
    ledger, beancount = folder / (name + ".ledger"), folder / (name + ".beancount")
    accepted("hledger", "-f", ledger, "check", "--strict")
    out = accepted("bean-check", beancount)
    if out.strip():
        complaints.append("bean-check speaks: " + out[:2000])
    compare("hledger", name, hledger_balances(ledger, months), wanted)
    compare("ledger", name, ledger_balances(ledger, sorted(set(some))), wanted)
    compare("beancount", name, beancount_balances(beancount, months), wanted)
    return len(months), len(set(some))


def must_be_refused(folder, name):
    """A test that cannot fail is no test: with one yen changed, each program refuses the file."""
    wrong = folder / "wrong"
    text = (folder / (name + ".ledger")).read_text(encoding="utf-8")
    cash = re.search(r"Assets:Cash +0 JPY = (-?\d+) JPY", text)
    wrong.write_text(text[:cash.start(1)] + str(int(cash.group(1)) + 1) + text[cash.end(1):], encoding="utf-8")
    for command in (("hledger", "-f", wrong, "check", "--strict"), ("ledger", "--args-only", "-f", wrong, "balance")):
        if run(*command)[0] == 0:
            complaints.append(command[0] + " accepts a wrong balance")
    text = (folder / (name + ".beancount")).read_text(encoding="utf-8")
    cash = re.search(r"balance Assets:Cash +(-?\d+) JPY", text)
    wrong.write_text(text[:cash.start(1)] + str(int(cash.group(1)) + 1) + text[cash.end(1):], encoding="utf-8")
    if run("bean-check", wrong)[0] == 0:
        complaints.append("bean-check accepts a wrong balance")


def random_plans(folder):
    environment = dict(os.environ, GOHO_JOURNAL_FOLDER=str(folder))
    code, out, err = run(BUILD / "goho_tests", "--test-case=journal: files for other programs", env=environment)
    names = sorted(path.stem for path in folder.glob("*.json"))
    if code != 0 or not names:
        complaints.append("goho_tests wrote no journals:\n" + out + err)
    for name in names:
        books = json.loads((folder / (name + ".json")).read_text(encoding="utf-8"))
        yield name, books, 3
    if names:
        must_be_refused(folder, names[0])


def shipped_companies(folder):
    for scenario in sorted((SOURCE / "scenarios").glob("*/*.json")):
        if "base.json" not in (path.name for path in scenario.parent.iterdir()):
            continue  # not a company: the schema
        name = scenario.parent.name + "_" + scenario.stem
        for dialect in ("ledger", "beancount"):
            accepted(GOHO, "export", "journal", scenario, "--dialect", dialect, "-o", folder / (name + "." + dialect))
        out = accepted(GOHO, "run", scenario, "--format", "json")
        if out and (folder / (name + ".beancount")).exists():
            books = json.loads(out)
            yield name, books, (books["scenario"]["fiscal_year_start"] + 10) % 12 + 1


def main():
    missing = sorted({package for program, package in PROGRAMS.items() if not shutil.which(program)})
    if missing:
        sys.exit("These independent programs are not installed: %s. `./build.sh deps` installs them."
                 % ", ".join(missing))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for source in (random_plans, shipped_companies):
            journals = list(source(folder))
            if not journals:
                complaints.append("no journal was looked at: " + source.__name__)
            with ThreadPoolExecutor(os.cpu_count()) as pool:  # the time goes into the programs, one process each
                checked = list(pool.map(lambda journal: check(folder, *journal), journals))
            for (name, _, _), (months, year_ends) in zip(journals, checked):
                print("%-40s %3d months in hledger and beancount, %2d in ledger" % (name, months, year_ends))
    if complaints:
        sys.exit("\n".join(complaints[:40]))


if __name__ == "__main__":
    main()
