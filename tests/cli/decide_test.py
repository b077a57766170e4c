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


if __name__ == "__main__":
    unittest.main()
