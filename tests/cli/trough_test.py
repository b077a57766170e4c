"""goho trough: sentences and tables that are true of the scenarios it saves, and what is refused."""
import csv
import io
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
PLANS = {"manufacturer": 40_000_000, "wholesaler": 60_000_000, "it_services": 80_000_000}


def plan(company):
    return SOURCE / "scenarios" / company / "sales_shock.json"


def goho(*arguments, language="en", cwd=None):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120, cwd=cwd)


def told(*arguments):
    done = goho("trough", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def table(telling, name):
    return next((one["rows"] for one in telling["tables"] if one["id"] == name), [])


def run(file, *more):
    done = goho("run", file, *more, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def series(result, name):
    return result["series"][name]


class Trough(unittest.TestCase):
    def test_what_is_said_is_what_the_saved_scenarios_do(self):
        for company, floor in PLANS.items():
            with self.subTest(company=company), tempfile.TemporaryDirectory() as folder:
                telling = told(plan(company), "--floor", floor, "--save", folder)
                base = run(plan(company))
                rows = table(telling, "singles") + table(telling, "together")
                drafts = telling["drafts"]
                self.assertGreater(len(drafts), 6)
                self.assertEqual(len(rows), len(drafts))
                for row, draft in zip(rows, drafts):
                    saved = Path(folder) / (draft["id"] + ".json")
                    result = run(saved)
                    own = [cash - overdraft for cash, overdraft in zip(series(result, "cash"), series(result, "overdraft"))]
                    self.assertGreaterEqual(min(own), floor, draft["id"])
                    self.assertEqual(sum(series(base, "net_income")) - sum(series(result, "net_income")), row["cost"], draft["id"])
                    ends = [series(one, "cash")[-1] - series(one, "overdraft")[-1] for one in (result, base)]
                    self.assertEqual(ends[0] - ends[1], row["end_cash"], draft["id"])
                    compared = json.loads(goho("compare", plan(company), saved, "--format", "json").stdout)
                    npv = compared["scenarios"][1]["valuation"]["npv"]
                    self.assertAlmostEqual(npv, row["npv"], delta=max(1.0, 1e-6 * abs(npv)), msg=draft["id"])

    def test_what_is_not_enough_is_not(self):
        telling = told(plan("it_services"), "--floor", PLANS["it_services"])
        rows = table(telling, "not_alone")
        self.assertGreater(len(rows), 3)
        for row in rows:
            self.assertGreater(row["missing"], 0)

    def test_the_first_sentence_is_true(self):
        for company, floor in PLANS.items():
            done = goho("trough", plan(company), "--floor", floor, "--unit", "yen", "--width", "300")
            base = run(plan(company))
            own = [cash - overdraft - floor for cash, overdraft in zip(series(base, "cash"), series(base, "overdraft"))]
            first = next(month for month, slack in zip(base["months"], own) if slack < 0)
            deepest = base["months"][own.index(min(own))]
            said = done.stdout.splitlines()[1]
            self.assertIn(f"below the floor of {floor:,} yen in {first} for the first time", said)
            self.assertIn(f"it is deepest in {deepest}, when {-min(own):,.0f} yen are missing.", said)
            self.assertIn(f"{sum(slack < 0 for slack in own)} months are short", done.stdout)

    def test_never_short(self):
        for company in PLANS:
            base = run(plan(company))
            lowest = min(series(base, "cash"))
            month = base["months"][series(base, "cash").index(lowest)]
            done = goho("trough", plan(company), "--unit", "yen")
            self.assertEqual(done.returncode, 0)
            self.assertIn(f"Cash never falls short. It is lowest in {month}, with {lowest:,.0f} yen.", done.stdout)
            with tempfile.TemporaryDirectory() as folder:
                self.assertIn("nothing to save", goho("trough", plan(company), "--save", folder).stderr)

    def test_short_indeed(self):
        """A deeper shock: cash falls below zero although the overdraft line is used up."""
        for company, volume in {"manufacturer": 0.8, "wholesaler": 0.6, "it_services": 0.8}.items():
            with self.subTest(company=company), tempfile.TemporaryDirectory() as folder:
                segments = json.loads((plan(company).parent / "base.json").read_text(encoding="utf-8"))["segments"]
                deep = Path(folder) / "deep.json"
                deep.write_text(json.dumps({"format": 1, "extends": str(plan(company)), "timeline": {"deeper": {
                    "from": "2029-01", "to": "2031-12", "scale": {f"/segments/{name}/volume": volume for name in segments}}}}), encoding="utf-8")
                insolvency = run(deep)["insolvency"]
                self.assertGreater(insolvency["deepest_shortage"], 0)
                telling = told(deep, "--save", Path(folder) / "out")
                first = telling["sentences"][0]["en"]
                self.assertIn(f"Cash falls short in {insolvency['first_month_short']} for the first time", first)
                self.assertIn(f"{insolvency['deepest_shortage'] / 1000:,.0f} thousand yen are missing", first)
                self.assertGreater(len(telling["drafts"]), 0)
                for draft in telling["drafts"]:
                    saved = run(Path(folder) / "out" / (draft["id"] + ".json"), "--allow-extends", folder)
                    self.assertIsNone(saved["insolvency"]["first_month_short"], draft["id"])
                    self.assertGreaterEqual(min(series(saved, "cash")), 0)

    def test_out_of_reach(self):
        done = goho("trough", plan("it_services"), "--floor", "20億円", "--width", "300")
        self.assertEqual(done.returncode, 0)
        self.assertIn("No single measure within its bounds is enough.", done.stdout)
        self.assertIn("No way out was found within these bounds", done.stdout)

    def test_saves_beside_a_plan_that_is_named_from_here(self):
        with tempfile.TemporaryDirectory() as folder:
            done = goho("trough", plan("wholesaler").relative_to(SOURCE), "--floor", PLANS["wholesaler"], "--save", folder, cwd=SOURCE)
            self.assertEqual(done.returncode, 0, done.stderr)
            for file in Path(folder).glob("*.json"):
                self.assertEqual(goho("validate", file).returncode, 0, file)

    def test_odds_of_a_saved_scenario_can_be_told(self):
        with tempfile.TemporaryDirectory() as folder:
            told(plan("manufacturer"), "--floor", PLANS["manufacturer"], "--save", folder)
            self.assertEqual(goho("montecarlo", Path(folder) / "trough_fixed_cost.json", "--trials", "64", "--vary", "/segments/*/price=10%").returncode, 0)

    def test_a_month_to_begin_in(self):
        early, late = (told(plan("it_services"), "--floor", PLANS["it_services"], "--from", month) for month in ("2028-01", "2030-01"))
        sizes = [{row["measure"]["en"]: row["size"]["value"] for row in table(telling, "singles") if row["size"]} for telling in (early, late)]
        self.assertGreater(sizes[1]["All pay down"], sizes[0]["All pay down"])

    def test_a_measure_of_ones_own(self):
        telling = told(plan("manufacturer"), "--floor", PLANS["manufacturer"], "--scale", "/cost_lines/repairs/monthly_amount=0.1..1", "--choose", "/investments/renew_2029_lathes")
        rows = table(telling, "singles") + table(telling, "not_alone")
        labels = [row["measure"]["en"] for row in rows]
        self.assertTrue(any("Repairs" in label and label.endswith(" down") for label in labels), labels)
        self.assertTrue(any(label.endswith('lathes of 2019" left out') for label in labels), labels)

    def test_csv(self):
        done = goho("trough", plan("manufacturer"), "--floor", PLANS["manufacturer"], "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff"))))
        self.assertGreater(len(rows), 6)
        self.assertIn("Measure", rows[0])

    def test_same_on_any_number_of_threads(self):
        one, four = (goho("trough", plan("wholesaler"), "--floor", PLANS["wholesaler"], "--threads", n, "--format", "json").stdout for n in ("1", "4"))
        self.assertGreater(len(one), 1000)
        self.assertEqual(one, four)

    def test_eighty_columns_in_both_languages(self):
        for company, floor in PLANS.items():
            for language in ("en", "ja"):
                for line in goho("trough", plan(company), "--floor", floor, language=language).stdout.splitlines():
                    self.assertLessEqual(sum(2 if ord(c) > 0x2E7F else 1 for c in line), 80, line)

    def test_refused(self):
        base = plan("it_services")
        for code, words, arguments in (
            (3, "missing.json", ("missing.json",)),
            (3, "the floor of cash is below zero", (base, "--floor=-1")),
            (3, "cash is below the floor in 2030-08 already", (base, "--floor", "8000万円", "--from", "2031-01")),
            (3, "measures cannot begin in 2050-01", (base, "--from", "2050-01")),
            (3, "the base has nothing there", (base, "--floor", "1", "--choose", "/investments/none")),
            (2, "is no amount of money", (base, "--floor", "much")),
            (2, "name the same thing", (base, "--floor", "1", "--floor-months", "1")),
            (2, "this is no month", (base, "--from", "soon")),
            (2, "cannot be read", (base, "--scale", "price")),
        ):
            done = goho("trough", *arguments)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
