"""goho sensitivity as a user meets it: tables in both languages, JSON and CSV, what it refuses, and what it costs."""
import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
BASE = "scenarios/cases/integrated.json"
VARY = ["--vary", "/segments/*/price=3%", "--vary", "/segments/*/volume=5%"]
METHODS = {"tornado": [], "morris": ["--trajectories", "6"], "sobol": ["--base", "32"]}


def sensitivity(*arguments):
    environment = {"PATH": os.environ["PATH"], "LANG": "C"}
    return subprocess.run([GOHO, "sensitivity", *arguments], cwd=SOURCE, capture_output=True, env=environment, check=False, text=True, encoding="utf-8")


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Output(unittest.TestCase):
    def test_tables_in_both_languages(self):
        words = {"en": ("Selling price (all segments)", "Lowest cash of the plan", "What is uncertain"),
                 "ja": ("販売単価（全部門）", "計画期間中の最低現預金", "不確実な項目")}
        for method, options in METHODS.items():
            for language, wanted in words.items():
                done = sensitivity(BASE, *VARY, "--defaults", "--method", method, *options, "--lang", language)
                self.assertEqual(done.returncode, 0, done.stderr)
                for word in wanted:
                    self.assertIn(word, done.stdout)
                for line in done.stdout.splitlines():
                    self.assertLessEqual(columns(line), 80, line)

    def test_documents(self):
        for method, options in METHODS.items():
            done = sensitivity(BASE, *VARY, "--method", method, *options, "--outcome", "net_assets,circulation", "--year", "5", "--format", "json")
            document = json.loads(done.stdout)
            self.assertEqual((document["method"], document["chance"]), (method, "left_out"))
            self.assertEqual([o["name"] for o in document["outcomes"]], ["net_assets", "circulation"])
            pointers = ["/segments/*/price", "/segments/*/volume"]
            self.assertEqual([i["pointer"] for i in document["inputs"]], pointers)
            for outcome in document["outcomes"]:
                self.assertEqual(outcome["year"], 5)
                self.assertEqual(sorted(q["pointer"] for q in outcome["quantities"]), pointers)

    def test_csv_has_a_line_for_each_outcome_and_quantity(self):
        for method, options in METHODS.items():
            done = sensitivity(BASE, *VARY, "--method", method, *options, "--outcome", "net_assets,cash", "--format", "csv")
            rows = list(csv.reader(io.StringIO(done.stdout)))
            self.assertEqual(len(rows), 1 + 2 * 2)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual([row[2] for row in rows[1:]], ["1", "2", "1", "2"])

    def test_same_bytes_on_one_thread_and_on_three(self):
        for method, options in METHODS.items():
            luck = ["--luck"] if method == "sobol" else []
            one, three = (sensitivity(BASE, "--defaults", "--method", method, *options, *luck, "--format", "json", "--threads", n).stdout for n in "13")
            self.assertEqual(one, three)
            self.assertTrue(one)

    def test_what_is_left_out_is_said(self):
        done = sensitivity(BASE, "--defaults", "--method", "morris", "--trajectories", "2")
        self.assertIn("warning: ", done.stderr)
        self.assertIn("correlations are left out", done.stderr)
        self.assertIn("Chance events and wandering figures are off", done.stdout)
        self.assertNotIn("wandering figures are off", sensitivity(BASE, *VARY, "--method", "sobol", "--base", "32", "--luck").stdout)


class Cost(unittest.TestCase):
    def test_dry_run_says_the_cost_and_nothing_else(self):
        done = sensitivity(BASE, *VARY, "--method", "sobol", "--dry-run")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("2,048 runs for 2 inputs, ", done.stderr)
        japanese = sensitivity(BASE, *VARY, "--method", "morris", "--dry-run", "--lang", "ja")
        self.assertIn("60回の計算（2項目）、", japanese.stderr)

    def test_no_clock_in_the_results(self):
        for form in ("table", "json", "csv"):
            one, two = (sensitivity(BASE, *VARY, "--method", "sobol", "--format", form).stdout for _ in range(2))
            self.assertEqual(one, two)


class Refusals(unittest.TestCase):
    def refused(self, code, words, *arguments):
        done = sensitivity(*arguments)
        self.assertEqual((done.returncode, done.stdout), (code, ""), arguments)
        self.assertIn(words, done.stderr)

    def test_bad_input_with_the_way_out(self):
        self.refused(3, 'did you mean "lowest_cash"?', BASE, *VARY, "--outcome", "lowest_cahs")
        self.refused(3, "「lowest_cash」の間違いではありませんか", BASE, *VARY, "--outcome", "lowest_cahs", "--lang", "ja")
        self.refused(3, "nothing of this scenario is uncertain", BASE)
        self.refused(3, "256, 512", BASE, *VARY, "--method", "sobol", "--base", "500")
        self.refused(3, "0 trajectories", BASE, *VARY, "--method", "morris", "--trajectories", "0")
        self.refused(3, "whole years from 1 to 10", BASE, *VARY, "--year", "11")
        self.refused(3, "33554432 runs would be needed", BASE, *VARY, "--method", "sobol", "--base", "8388608")
        self.refused(3, "nowhere.json", "nowhere.json")
        self.refused(2, "--base belongs to --method sobol", BASE, *VARY, "--base", "64")
        self.refused(2, "--method", BASE, *VARY, "--method", "guess")

    def test_help_in_both_languages(self):
        for language, word in (("en", "Example"), ("ja", "例:")):
            text = sensitivity("--help", "--lang", language).stdout
            self.assertIn(word, text)
            for line in text.splitlines():
                self.assertLessEqual(columns(line), 80, line)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
