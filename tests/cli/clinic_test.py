"""goho clinic: symptoms stand where the cases have them, and every figure of causes and restart is that of a saved scenario."""
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
SCENARIOS = SOURCE / "scenarios"
COMPANIES = [SCENARIOS / name / "base.json" for name in ("manufacturer", "wholesaler", "it_services")]
CASES = SCENARIOS / "cases"
ALL = {"Results cannot be seen", "Company does not change", "Owner's load does not fall", "No profit is left", "Organisation does not keep up", "Tools are not used"}


def goho(*arguments, language="en"):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


def said(*arguments):
    done = goho("clinic", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def table(result, name):
    return next((one["rows"] for one in result["tables"] if one["id"] == name), [])


def symptoms(result):
    return {row["symptom"]["en"] for row in table(result, "symptoms") if row["shown"]["en"].startswith(("yes", "from"))}


def english(result):
    return " ".join(sentence["en"] for sentence in result["sentences"])


def compared(base, variant, year):
    result = json.loads(goho("compare", base, variant, "--years", year, "--format", "json").stdout)
    return result["scenarios"]


def series(file):
    run = json.loads(goho("run", file, "--format", "json").stdout)
    return run["series"] | run["behaviour"]["series"]


def year_of(result):
    return int(re.search(r"year (\d+)", next(one for one in result["tables"] if one["id"] == "outcome")["title"]["en"]).group(1))


def columns(line):
    return sum(2 if ord(c) > 0x2E7F else 1 for c in line)


class Symptoms(unittest.TestCase):
    def test_tools_that_fall_asleep_are_found(self):
        for case, more in (("single_tool", ALL), ("consulting_only", ALL), ("outsourcing_only", ALL), ("digital_only", ALL - {"Organisation does not keep up"}),
                           ("restart", {"Tools are not used", "No profit is left", "Organisation does not keep up"}),
                           ("champion_leaves", {"Tools are not used", "Owner's load does not fall"})):
            with self.subTest(case=case):
                self.assertEqual(symptoms(said(CASES / f"{case}.json")), more)

    def test_healthy_plans_are_not_accused(self):
        for case in ("integrated", "pilot_first", "big_bang", "champion_leaves_team", "invoices", "double_entry"):
            with self.subTest(case=case):
                result = said(CASES / f"{case}.json")
                self.assertEqual(symptoms(result), set())
                self.assertEqual(result["drafts"], [])
                self.assertIn("None of the six symptoms shows", english(result))

    def test_without_initiatives_tools_are_not_judged(self):
        for base in COMPANIES:
            result = said(base)
            self.assertEqual(symptoms(result), {"Results cannot be seen", "Company does not change", "Owner's load does not fall"})
            self.assertTrue(any("holds no initiatives" in note["en"] for note in result["notes"]))
            self.assertEqual(table(result, "symptoms")[5]["shown"]["en"], "not judged")

    def test_figures_are_those_of_the_run(self):
        for case in ("single_tool", "champion_leaves", "integrated", "digital_only"):
            rows = {row["symptom"]["en"]: row for row in table(said(CASES / f"{case}.json"), "symptoms")}
            run = series(CASES / f"{case}.json")
            self.assertEqual(rows["Company does not change"]["figure"]["value"], run["waste_share"][35])
            self.assertEqual(rows["Owner's load does not fall"]["figure"]["value"], run["founder_dependence"][35])
            lost = sum(run["confusion_hours"][:36]) + sum(run["dual_running_hours"][:36])
            self.assertAlmostEqual(rows["Organisation does not keep up"]["figure"]["value"], lost / sum(run["hours_saved"][:36]), places=9)

    def test_profit_against_leading_on_as_today(self):
        # The tool is all that the case adds to its base, so the base is what would be without.
        row = table(said(CASES / "single_tool.json"), "symptoms")[3]
        with_tool, without = (sum(series(CASES / f"{name}.json")["operating_income"][24:36]) for name in ("single_tool", "base"))
        self.assertAlmostEqual(row["figure"]["value"], with_tool - without, delta=0.5)

    def test_a_symptom_that_is_asked_for(self):
        result = said(COMPANIES[0], "--symptom", "no_profit")
        self.assertIn("No profit is left: the figures do not show it", english(result))
        self.assertEqual([one["id"] for one in result["tables"]][1], "causes_no_profit")

    def test_a_symptom_that_cannot_be_judged_is_said_to_be_so(self):
        self.assertIn("Tools are not used: this plan does not show whether you have it.", english(said(COMPANIES[0], "--symptom", "tools_unused")))

    def test_too_late_for_a_restart(self):
        result = said(COMPANIES[0], "--from", "2037-01")
        self.assertIn("Too few months of the plan are left for a restart.", english(result))
        self.assertNotIn("Nothing calls for a restart", english(result))

    def test_indices_to_the_tenth(self):
        for row in table(said(COMPANIES[0]), "outcome")[-5:]:
            for cell in ("before", "after", "difference"):
                self.assertRegex(row[cell]["text"]["ja"], r"^[+△]?[0-9]+\.[0-9]点$")


class Cure(unittest.TestCase):
    def check_drafts(self, base):
        with tempfile.TemporaryDirectory() as folder:
            result = said(base, "--save", folder)
            year = year_of(result)
            self.check_restart(base, result, Path(folder, "restart.json"), year)
            for file in Path(folder).glob("cause_*.json"):
                name = json.loads(file.read_text(encoding="utf-8"))["name"]["en"].removeprefix("Put right alone: ")
                as_is, cured = compared(base, file, year)
                rows = [row for one in result["tables"] if one["id"].startswith("causes_") for row in one["rows"] if row["cause"]["en"] == name]
                self.assertTrue(rows, name)
                income = cured["years"][0]["operating_income"]["value"] - as_is["years"][0]["operating_income"]["value"]
                for row in rows:
                    self.assertAlmostEqual(row["npv"], cured["valuation"]["npv"], delta=0.5)
                    self.assertAlmostEqual(row["operating_income"], income, delta=0.5)
            trials = goho("montecarlo", Path(folder, "restart.json"), "--trials", "20", "--defaults")
            self.assertEqual(trials.returncode, 0, trials.stderr)

    def check_restart(self, base, result, file, year):
        as_is, again = compared(base, file, year)
        names = {"Adoption": "adoption_rate", "Operating income": "operating_income", "Ordinary income": "ordinary_income", "Cash and deposits": "cash",
                 "Company": "index_company", "Employees": "index_employees", "Customers": "index_customers", "Society": "index_society", "Next generation": "index_next_generation"}
        checked = 0
        for row in table(result, "outcome"):
            if (figure := names.get(row["figure"]["en"])) is None:
                continue
            for one, column in ((as_is, "before"), (again, "after")):
                self.assertAlmostEqual(row[column]["value"], one["years"][0][figure]["value"], delta=0.051, msg=figure)
            checked += 1
        self.assertGreaterEqual(checked, 8)
        run = series(file)
        months = range(12 * (year - 1), 12 * year)
        used = next(row for row in table(result, "outcome") if row["figure"]["en"] == "Hours put to use")
        self.assertAlmostEqual(used["after"]["value"], sum(run["freed_hours"][t] - run["idle_hours"][t] for t in months), delta=0.51)
        value = again["valuation"]
        shown = goho("clinic", base, "--unit", "yen", "--width", "400").stdout
        self.assertIn(f"{value['npv']:+,.0f} yen", shown)
        self.assertEqual("loses money over the plan" in shown, value["npv"] < 0)
        if value["npv"] >= 0 and value["payback_months"]:
            self.assertIn(f"(month {value['payback_months']} of the plan)", shown)

    def test_shipped_companies(self):
        for base in COMPANIES:
            with self.subTest(base=base.parent.name):
                self.check_drafts(base)

    def test_cases_and_outsourcing(self):
        for name in ("cases/single_tool", "cases/restart", "cases/champion_leaves", "cases/chat_rebuilt", "it_services/outsourced_back_office"):
            with self.subTest(case=name):
                self.check_drafts(SCENARIOS / f"{name}.json")

    def test_steps_come_in_their_months(self):
        with tempfile.TemporaryDirectory() as folder:
            result = said(CASES / "digital_only.json", "--from", "2030-04", "--save", folder)
            draft = json.loads(Path(folder, "restart.json").read_text(encoding="utf-8"))
            self.assertEqual([draft["timeline"][f"restart_{step}"]["from"] for step in ("visible", "trial", "settle")], ["2030-04", "2030-07", "2030-10"])
            self.assertEqual(draft["initiatives"]["restart"]["start"], "2030-04")
            self.assertEqual({row["from"]["en"] for row in table(result, "restart")}, {"2030-04", "2030-07", "2030-10"})

    def test_the_restart_cures_what_it_was_made_for(self):
        with tempfile.TemporaryDirectory() as folder:
            said(CASES / "single_tool.json", "--save", folder)
            cured = symptoms(said(Path(folder, "restart.json"), "--year", "5"))
            self.assertEqual(cured & {"Results cannot be seen", "Owner's load does not fall", "No profit is left"}, set())

    def test_same_on_any_number_of_threads(self):
        one, four = (goho("clinic", CASES / "single_tool.json", "--threads", n, "--format", "json").stdout for n in ("1", "4"))
        self.assertGreater(len(one), 5000)
        self.assertEqual(one, four)

    def test_eighty_columns_in_both_languages(self):
        for base in (*COMPANIES, CASES / "single_tool.json", CASES / "restart.json"):
            for language in ("en", "ja"):
                for line in goho("clinic", base, language=language).stdout.splitlines():
                    self.assertLessEqual(columns(line), 80, line)

    def test_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            off = Path(folder, "off.json")
            off.write_text(json.dumps({"format": 1, "name": "Off", "extends": str(COMPANIES[0]), "company": {"behaviour": "off"}}), encoding="utf-8")
            for code, words, arguments in (
                (3, "the clinic cannot judge anything", (off,)), (3, "did you mean \"tools_unused\"?", (COMPANIES[0], "--symptom", "tool_unused")),
                (3, "no whole year of the plan", (COMPANIES[0], "--year", "12")), (3, "lies outside of the months", (COMPANIES[0], "--from", "2026-01")),
                (2, "2028-04", (COMPANIES[0], "--from", "soon")), (3, "missing.json", ("missing.json",)),
            ):
                done = goho("clinic", *arguments)
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
