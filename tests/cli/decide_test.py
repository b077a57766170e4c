"""goho goalseek and goho optimize: what they say holds when the scenarios that they save are run."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
COMPANIES = ("manufacturer", "wholesaler", "it_services")
INDICES = ("company", "employees", "customers", "society", "next_generation")


def goho(*arguments, language="en"):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)


def answer(*arguments):
    done = goho(*arguments, "--format", "json")
    assert done.returncode in (0, 5), done.stderr
    return json.loads(done.stdout)


def figures(base, variant):
    """By plan year: what a comparison shows of the variant."""
    done = goho("compare", base, variant, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def figure(comparison, name, year):
    return next(row[name]["value"] for row in comparison["scenarios"][1]["years"] if row["year"] == year)


class GoalSeek(unittest.TestCase):
    def test_saved_answer_reaches_the_goal(self):
        for company in COMPANIES:
            base = SOURCE / "scenarios" / company / "base.json"
            with tempfile.TemporaryDirectory() as folder:
                result = answer("goalseek", base, "--goal", "operating_income@3>=2600万円", "--scale", "/segments/*/unit_variable_cost=0.7..1.1", "--save", folder)
                saved = list(Path(folder).iterdir())
                if "already" in result["sentences"][0]["en"] or "cannot be reached" in result["sentences"][0]["en"]:
                    self.assertEqual(saved, [])
                    continue
                self.assertEqual([file.name for file in saved], ["goal.json"])
                reached = figure(figures(base, saved[0]), "operating_income", 3)
                self.assertGreaterEqual(reached, 26_000_000)
                said = next(row["figure"] for row in result["tables"][0]["rows"] if "answer" in row["setting"]["text"]["en"])
                self.assertEqual(said, reached)
                self.assertIn(f"It is then {round(reached / 1000):,} thousand yen", result["sentences"][1]["en"])

    def test_nothing_is_lost(self):
        base = SOURCE / "scenarios/manufacturer/base.json"
        with tempfile.TemporaryDirectory() as folder:
            there = Path(folder) / "goal.json"
            there.write_text("{}", encoding="utf-8")
            wanted = ("goalseek", base, "--goal", "operating_income@3>=2600万円", "--scale", "/segments/*/unit_variable_cost=0.7..1.1", "--save", folder)
            self.assertEqual(goho(*wanted).returncode, 3)
            self.assertEqual(there.read_text(encoding="utf-8"), "{}")
            self.assertEqual(goho(*wanted, "--overwrite").returncode, 0)
            self.assertIn("extends", json.loads(there.read_text(encoding="utf-8")))

    def test_usage(self):
        base = SOURCE / "scenarios/manufacturer/base.json"
        for language, words in (("en", "with one lever"), ("ja", "1つだけ")):
            done = goho("goalseek", base, "--goal", "cash=0", language=language)
            self.assertEqual(done.returncode, 2)
            self.assertIn(words, done.stderr)
        done = goho("goalseek", base, "--goal", "cahs@3=0", "--set", "/management/goal_clarity")
        self.assertEqual(done.returncode, 3)
        self.assertIn('did you mean "cash"?', done.stderr)


class Optimise(unittest.TestCase):
    def test_saved_plans_give_the_figures(self):
        for company in COMPANIES:
            base = SOURCE / "scenarios" / company / "base.json"
            with tempfile.TemporaryDirectory() as folder:
                result = answer("optimize", base, "--goal", "five", "--scale", "/segments/*/price=0.97..1.05", "--set", "/management/goal_clarity=0.3..0.9", "--set",
                                "/management/measurement=0.2..0.8", "--rounds", "6", "--shown", "3", "--save", folder)
                rows = result["tables"][0]["rows"][1:]
                files = sorted(Path(folder).iterdir())
                self.assertEqual(len(files), len(rows))
                for file, row in zip(files, rows):
                    comparison = figures(base, file)
                    for index in INDICES:
                        self.assertEqual(row["index_" + index], figure(comparison, "index_" + index, 10))

    def test_impossible_is_told_and_has_its_exit_code(self):
        base = SOURCE / "scenarios/manufacturer/base.json"
        wanted = ("optimize", base, "--scale", "/segments/*/price=0.99..1.01", "--where", "lowest_cash>=9億円", "--rounds", "3")
        done = goho(*wanted)
        self.assertEqual(done.returncode, 5)
        self.assertIn("cannot be met", done.stdout.replace("\n", " "))
        self.assertIn("満たせません", goho(*wanted, language="ja").stdout)

    def test_same_bytes_on_any_number_of_threads(self):
        base = SOURCE / "scenarios/it_services/base.json"
        wanted = ("optimize", base, "--scale", "/segments/*/price=0.97..1.05", "--set", "/management/goal_clarity=0.3..0.9", "--rounds", "5", "--format", "json")
        self.assertEqual(goho(*wanted, "--threads", "1").stdout, goho(*wanted, "--threads", "3").stdout)

    def test_tables_fit_the_terminal(self):
        base = SOURCE / "scenarios/manufacturer/base.json"
        for language in ("en", "ja"):
            done = goho("optimize", base, "--goal", "five", "--scale", "/segments/*/price=0.97..1.05", "--set", "/management/goal_clarity=0.3..0.9", "--rounds", "3", language=language)
            self.assertEqual(done.returncode, 0, done.stderr)
            for line in done.stdout.splitlines():
                width = sum(2 if ord(c) > 0x2E7F else 1 for c in line)
                self.assertLessEqual(width, 80, line)


class Requests(unittest.TestCase):
    """What cannot be decided is refused in words; what is decided for nothing is not proposed."""
    BASE = SOURCE / "scenarios/manufacturer/base.json"
    PLAN = SOURCE / "scenarios/manufacturer/investment_plan.json"

    def refused(self, words, *arguments, code=3):
        done = goho(*arguments)
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertIn(words, done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_months_outside_the_plan(self):
        for month in ("2040-01", "2020-01"):
            self.refused("nothing can change in", "goalseek", self.BASE, "--goal", "cash@5>=0", "--set", "/management/measurement", "--from", month)
            self.refused("nothing can change in", "optimize", self.BASE, "--set", "/management/measurement", "--scale", "/segments/*/price", "--from", month)

    def test_a_place_named_twice(self):
        twice = "is named by more than one lever, or twice by one"
        self.refused(twice, "optimize", self.BASE, "--set", "/management/measurement", "--scale", "/management/measurement")
        self.refused(twice, "optimize", self.BASE, "--split", "/evaluation/selling_weight,/evaluation/selling_weight")
        self.refused(twice, "optimize", self.PLAN, "--choose", "/investments/automation_cell", "--choose", "/investments/automation_cell")

    def test_a_value_that_the_timeline_changes(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = Path(folder) / "plan.json"
            plan.write_text(json.dumps({"format": 1, "name": "Later", "extends": str(self.BASE), "timeline": {"later": {"from": "2028-04", "set": {"/management/measurement": 0.5}}}}), encoding="utf-8")
            goal = ("goalseek", plan, "--goal", "npv>=1", "--set", "/management/measurement")
            self.refused("the plan's timeline changes this in 2028-04", *goal)
            rows = answer(*goal, "--from", "2028-04")["tables"][0]["rows"]
            planned = next(row for row in rows if "(plan)" in row["setting"]["text"]["en"])
            self.assertEqual((planned["setting"]["value"], planned["figure"]), (0.5, 0.0))

    def test_chance_without_anything_uncertain(self):
        self.refused("nothing", "goalseek", self.BASE, "--goal", "P(lowest_cash>=0)>=95%", "--set", "/management/measurement")
        self.refused("--quantile is of trials", "optimize", self.BASE, "--set", "/management/measurement", "--quantile", "0.1", code=2)

    def test_nothing_that_may_be_changed(self):
        self.refused("say what may be changed (such as --scale /segments/*/price=0.95..1.1)", "optimize", self.BASE, "--goal", "npv", code=2)

    def test_as_it_was_written(self):
        self.refused('"cash@5=" is no condition', "goalseek", self.BASE, "--goal", "cash@5=", "--set", "/management/measurement")

    def test_levers_that_bring_nothing_stay_as_planned(self):
        idle = answer("optimize", self.BASE, "--set", "/management/measurement=0..0.2", "--rounds", "5")
        self.assertIn("The plan as it is, is the best", idle["sentences"][0]["en"])
        left_out = answer("optimize", self.PLAN, "--choose", "/investments/automation_cell", "--set", "/investments/automation_cell/amount=1000000..90000000", "--rounds", "10")
        self.assertEqual(left_out["sentences"][1]["en"], "It changes Step 2: automation cell: left out.")

    def test_whole_months(self):
        told = answer("goalseek", self.PLAN, "--goal", "lowest_cash>=5000万円", "--shift", "/investments/*=0..24")
        self.assertTrue(told["sentences"][0]["ja"].endswith("を8か月遅らせます。"), told["sentences"][0]["ja"])
        self.assertTrue(told["sentences"][0]["en"].endswith("8 months later."))
        at = [row["figure"] for row in told["tables"][0]["rows"] if row["setting"]["value"] == 8]
        self.assertEqual(len(at), 1)
        self.assertGreaterEqual(at[0], 50_000_000)
        earlier = answer("goalseek", self.PLAN, "--goal", "lowest_cash>=5000万円", "--shift", "/investments/automation_cell=-1..0")
        self.assertIn("1か月早める", earlier["tables"][0]["rows"][0]["setting"]["text"]["ja"])

    def test_best_is_on_a_step(self):
        told = answer("goalseek", self.BASE, "--goal", "operating_income@3=3000万円", "--scale", "/segments/*/price=0.9..1.2")
        self.assertIn("The best is the plan as it is: 23,671 thousand yen", told["sentences"][0]["en"])


if __name__ == "__main__":
    unittest.main()
