"""goho gates: the figures of montecarlo and of run, year by year; sentences that are true; and what is refused."""
import csv
import io
import json
import os
import tempfile
import unittest
from pathlib import Path

from asking import goho, parts, table

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
COMPANIES = ("manufacturer", "wholesaler", "it_services")
WORDS = {"met": "○", "missed": "×", "not_computable": "–"}
SHOP = {
    "format": 1, "name": "Shop", "company": {"start": "2027-10", "months": 36, "behaviour": "off"},
    "opening": {"cash": 1000000, "paid_in_capital": 1000000, "retained_earnings": 0},
    "segments": {"s": {"price": 100, "volume": 10000, "unit_variable_cost": 60}},
    "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 380000}},
    "uncertainty": {"quantities": {"/segments/s/price": {"spread": "10%"}}},
}


def file(company, name="base"):
    return SOURCE / "scenarios" / company / f"{name}.json"


def rows_of(telling, name="chances"):
    return {(row["condition"]["en"], row["year"]): row for row in table(telling, name)}


class Gates(unittest.TestCase):
    def test_chances_are_those_of_montecarlo(self):
        for company in COMPANIES:
            arguments = (file(company), "--defaults", "--trials", "700", "--seed", "5")
            telling = parts("gates", *arguments, "--years", "3,5,6,10")
            chances = rows_of(telling)
            whole = parts("montecarlo", *arguments)["scenarios"][0]
            compared = 0
            for gate in whole["gates"].values():
                years = [year for name, year in chances if name == gate["label"]["en"]]
                row = chances[(gate["label"]["en"], max(years))]
                if gate["probability"] is None or row["chance"] is None:
                    continue
                if row["chance"] != gate["probability"]:
                    counted = rows_of(telling, "ratios")[(gate["label"]["en"], max(years))]
                    self.assertGreater(counted["not_computable"], 0, gate)  # there an earlier year speaks for some trials
                    continue
                self.assertEqual((row["from"], row["to"]), (gate["low"], gate["high"]))
                compared += 1
            self.assertGreaterEqual(compared, 10)
            for target in whole["targets"].values():
                row = next(row for (name, _), row in chances.items() if target["label"]["en"].startswith(name))
                self.assertEqual(row["chance"], target["probability"])
            for short in whole["cash_shortage"]:
                row = chances.get(("Cash never short until then", short["until_year"]))
                if row is not None:
                    self.assertAlmostEqual(row["chance"], 1.0 - short["probability"], places=12)

    def test_planned_is_what_run_says(self):
        for company in COMPANIES:
            telling = parts("gates", file(company), "--defaults", "--trials", "50")
            chances, figures = rows_of(telling), rows_of(telling, "ratios") | rows_of(telling, "amounts")
            planned = parts("run", file(company))
            looked = 0
            for gate in planned["gates"]:
                if gate["year"] not in (3, 5, 10):
                    continue
                where = (gate["label"]["en"], gate["year"])
                self.assertEqual(chances[where]["planned"]["en"], WORDS[gate["verdict"]])
                shown = figures[where]["figure"]
                self.assertEqual(shown["value"] if isinstance(shown, dict) else shown, gate["figure"], where)
                looked += 1
            self.assertGreater(looked, 30)
            for target in planned["targets"]:
                self.assertEqual(chances[(target["name"]["en"], target["year"])]["planned"]["en"], WORDS[target["verdict"]])

    def test_sentences_are_true(self):
        for company in COMPANIES:
            telling = parts("gates", file(company), "--defaults")
            due = {(gate["label"]["en"], gate["year"]) for gate in parts("run", file(company))["gates"] if gate["due"]}
            gates = {gate["label"]["en"] for gate in parts("run", file(company))["gates"]}
            rows = [row for where, row in rows_of(telling).items() if row["chance"] is not None and (where in due or where[0] not in gates)]
            said = [sentence["en"] for sentence in telling["sentences"]]
            met = sum(row["planned"]["en"] == "○" for row in rows)
            likely = sum(row["chance"] >= 0.9 for row in rows)
            self.assertIn(f"Of {len(rows)} conditions (gates and cash at years 3, 5 and 10, targets in their own years) the plan as it stands meets {met}; "
                          f"{likely} are met in at least 90% of the 1,000 trials.", said[0])
            worst = min(rows, key=lambda row: row["chance"])
            self.assertIn(f'{worst["condition"]["en"]}"', said[1])
            self.assertIn(f'{worst["chance"]:.1%} (95% interval {worst["from"]:.1%} to {worst["to"]:.1%})', said[1])
            risky = min((row for row in rows if row["planned"]["en"] == "○"), key=lambda row: row["chance"])
            self.assertIn(f'{risky["condition"]["en"]}"', said[2])
            self.assertIn(f'year {risky["year"]:.0f}', said[2])
            self.assertIn(f'{risky["chance"]:.1%}', said[2])

    def test_variants_side_by_side(self):
        files = [file("wholesaler", name) for name in ("base", "price_up", "sales_shock")]
        telling = parts("gates", *files, "--defaults", "--years", "3")
        for number, one in enumerate(files):
            alone = rows_of(parts("gates", one, "--defaults", "--years", "3"))
            together = rows_of(telling, f"chances_{number}" if number else "chances")
            self.assertEqual(alone, together)  # the same luck, alone or beside others
            for row in table(telling, "comparison"):
                self.assertEqual(row[f"scenario_{number}"], alone[(row["condition"]["en"], row["year"])]["chance"])
        self.assertTrue(any(sentence["en"].startswith('"Sales -15% for a year" lowers most the chance of') for sentence in telling["sentences"]))

    def test_partial_fiscal_years(self):
        with tempfile.TemporaryDirectory() as folder:
            shop = Path(folder) / "shop.json"
            shop.write_text(json.dumps(SHOP), encoding="utf-8")
            telling = parts("gates", shop, "--years", "1,3,4,5")
            years = {year for _, year in rows_of(telling)}
            self.assertEqual(years, {1, 3, 4})
            self.assertIsNone(rows_of(telling)[("Debt service coverage (DSCR)", 4)]["chance"])
            self.assertEqual(telling["notes"][0]["en"], "Year 5 lies beyond every plan and is left out.")

    def test_repayment_definition(self):
        for definition in ("a", "b", "c"):
            done = parts("gates", file("manufacturer"), "--defaults", "--trials", "50", "--repayment", definition)
            self.assertTrue(any(definition.upper() in name and "repay" in name for name, _ in rows_of(done)))

    def test_csv_and_same_bytes(self):
        text = goho("gates", file("manufacturer"), "--defaults", "--format", "csv").stdout
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
        self.assertGreater(len(rows), 30)
        self.assertEqual(list(rows[0])[:3], ["condition", "year", "plan"])
        one, four = (goho("gates", file("manufacturer"), "--defaults", "--threads", n, "--format", "json").stdout for n in ("1", "4"))
        self.assertGreater(len(one), 1000)
        self.assertEqual(one, four)

    def test_eighty_columns_in_both_languages(self):
        for language in ("en", "ja"):
            for line in goho("gates", file("manufacturer"), file("manufacturer", "price_up"), "--defaults", language=language).stdout.splitlines():
                self.assertLessEqual(sum(2 if ord(c) > 0x2E7F else 1 for c in line), 80, line)

    def test_refused(self):
        base = file("manufacturer")
        for code, words, arguments in (
            (3, "nothing of this scenario is uncertain", (base,)),
            (3, "--defaults or --vary", (base,)),
            (2, "no plan reaches the years asked for (11, 20): the longest ends in year 10", (base, "--defaults", "--years", "11,20")),
            (3, "missing.json", ("missing.json", "--defaults")),
            (2, "a whole number from 1 to", (base, "--defaults", "--trials", "0")),
            (2, "--years", (base, "--defaults", "--years", "0")),
        ):
            done = goho("gates", *arguments)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
