"""From a client's trial balance to a compared plan, a PDF and the bank's forms: every layout, in five commands, and the
same figures whatever program the books came from. How long it took is printed."""
import csv
import io
import os
import re
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

GOHO = os.environ["GOHO_BINARY"]
SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
SAMPLES = SOURCE / "scenarios/import_samples"
LAYOUTS = {
    "freee, form 1": ["freee_1/*"],
    "freee, form 2": ["freee_2/*"],
    "freee, opening balances": ["freee_1/pl.csv", "freee_1/cr.csv", "freee_opening/*"],
    "Money Forward": ["money_forward/*"],
    "Yayoi, months": ["yayoi_months/*"],
    "Yayoi, year": ["yayoi_year/*"],
    "our template, Japanese": ["goho_ja/*"],
    "our template, English": ["goho_en/*"],
}
PROFIT = ("net_sales variable_cost marginal_profit personnel_cost depreciation fixed_cost operating_income ordinary_income net_income "
          "cost_of_sales gross_profit sga_expenses").split()
BALANCE = ("cash accounts_receivable inventory fixed_assets total_assets accounts_payable short_term_loans long_term_loans total_liabilities "
           "paid_in_capital retained_earnings net_assets").split()


def goho(*arguments):
    done = subprocess.run([GOHO, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def five_commands(files, more, folder):
    goho("import", "trial-balance", *files, *more, "-o", folder / "company.json", "--name", "株式会社見本製作所", "--lang", "ja")
    goho("variant", folder / "company.json", "--scale", "/segments/*/unit_variable_cost=0.97", "--name", "材料費3%削減", "-o", folder / "plan.json", "--lang", "ja")
    goho("compare", folder / "company.json", folder / "plan.json", "--lang", "ja")
    goho("report", folder / "company.json", folder / "plan.json", "-o", folder / "plan.pdf", "--for", "みなと銀行", "--lang", "ja")
    goho("export", "form", "early-improvement", folder / "plan.json", "-o", folder / "form.xlsx", "--lang", "ja")


class FromTrialBalanceToBank(unittest.TestCase):
    def test_every_layout(self):
        months, plans = {}, {}
        for layout, patterns in LAYOUTS.items():
            with tempfile.TemporaryDirectory() as kept:
                folder = Path(kept)
                files = [file for pattern in patterns for file in sorted(SAMPLES.glob(pattern))]
                more = ["--fiscal-year-start", "2026-04"] if layout == "Money Forward" else []
                begun = time.monotonic()
                five_commands(files, more, folder)
                print(f"{layout}: {time.monotonic() - begun:.2f} s", flush=True)
                self.assertTrue((folder / "plan.pdf").read_bytes().startswith(b"%PDF-"))
                self.assertTrue((folder / "form.xlsx").read_bytes().startswith(b"PK"))
                plans[layout] = goho("run", folder / "plan.json", "--format", "csv")
                months[layout] = list(csv.DictReader(io.StringIO(goho("run", folder / "company.json", "--format", "csv").lstrip("\ufeff"))))[:12]
        # What was in the books is the same in every month. How cash moved in the first needs a balance sheet before it,
        # which some exports do not have; companies that are the same throughout get the same plan.
        for layout, table in months.items():
            lines = PROFIT if layout == "freee, opening balances" else PROFIT + BALANCE
            for month, expected in zip(table, months["freee, form 1"]):
                self.assertEqual({line: month[line] for line in lines}, {line: expected[line] for line in lines}, f"{layout}, {month['month']}")
            alike = next(one for one in LAYOUTS if months[one] == table)
            self.assertEqual(plans[layout], plans[alike], f"{layout} and {alike}")

    def test_every_command_of_the_guide_runs_as_it_stands_there(self):
        blocks = re.findall(r"^```sh\n(.*?)^```", (SOURCE / "docs/guide/bank.md").read_text(encoding="utf-8"), re.M | re.S)
        self.assertGreaterEqual(len(blocks), 4)
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "scenarios").symlink_to(SOURCE / "scenarios")
            for line in "".join(blocks).splitlines():
                done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
                                      env={**os.environ, "PATH": f"{Path(GOHO).parent}:{os.environ['PATH']}"})
                self.assertEqual(done.returncode, 0, f"{line}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    unittest.main()
