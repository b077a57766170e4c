"""goho montecarlo as a user meets it: exit codes, what is said about mistakes, widths, JSON and CSV."""
import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
BASE = "scenarios/manufacturer/base.json"
VARIANT = "scenarios/manufacturer/price_up.json"
PRICE = ["--vary", "/segments/machined_parts/price=10%"]
FEW = ["--trials", "100", "--threads", "2"]


def goho(*arguments, **options):
    environment = {"PATH": os.environ["PATH"], "LANG": "C", **options.pop("env", {})}
    return subprocess.run([GOHO, *arguments], cwd=SOURCE, stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False,
                          timeout=300, **options)


def montecarlo(*arguments, **options):
    return goho("montecarlo", *arguments, **options)


def text(done):
    return done.stdout.decode("utf-8")


def said(done):
    return done.stderr.decode("utf-8")


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def numbers_of(value):
    """Every number of a document; a NaN or an infinity would be no JSON."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for part in value for number in numbers_of(part)]
    return [value] if isinstance(value, (int, float)) else []


def strict(string):
    def refuse(word):
        raise AssertionError(f"{word} is no JSON")
    return json.loads(string, parse_constant=refuse)


class ExitCodes(unittest.TestCase):
    def test_fine_and_silent(self):
        for arguments in (PRICE, ["--defaults"], [*PRICE, "--no-events", "--no-gates"], [*PRICE, "--threads", "64"]):
            done = montecarlo(BASE, *arguments, "--trials", "50")
            self.assertEqual((done.returncode, done.stderr), (0, b""), arguments)

    def test_wrong_usage_is_one_mistake_said_clearly(self):
        for arguments, words in (
                (["--trials", "0"], "a whole number from 1 to 100000000 is needed, not 0"),
                (["--trials", "100000001"], "not 100000001"),
                (["--trials", "1e30"], "not 1e30"),
                (["--trials", "-5"], "not -5"),
                (["--trials", "+5"], "not +5"),
                (["--trials", "many"], "not many"),
                (["--seed", "-1"], "not -1"),
                (["--seed", "18446744073709551616"], "not 18446744073709551616"),
                (["--threads", "2000"], "0 to 1024"),
                (["--threads", "-1"], "0 to 1024"),
                (["--years", "0"], "1 to 50"),
                (["--years", "51"], "1 to 50"),
                (["--precision", "0"], "--precision"),
                (["--sampling", "halton"], "--sampling"),
                (["--kernel", "fast"], 'no kernel "fast" on this machine (known are '),
                (["--fan", "cahs"], '--fan: there is no figure "cahs" (did you mean "cash"?)'),
                (["--fan", "zzzzz"], "docs/reference/results.md"),
                (["--fan", ""], 'there is no figure ""'),
                (["--fan", "circulation"], "--fan: there is no figure"),
                (["--outcome", "ordinary_incom"], '--outcome: there is no figure "ordinary_incom" (did you mean "ordinary_income"?)'),
                (["--vary", "/segments/machined_parts/price"], '--vary /segments/machined_parts/price: there is no "=" (write /segments/main/price=10%)'),
                (["--vary", "/segments/machined_part/price=10%"], 'did you mean "/segments/machined_parts/price"?'),
                (["--vary", "/segments/machined_parts/price=120%"], "1.2 is outside the allowed range 0.001 to 0.999"),
                (["--vary", "/segments/machined_parts/price="], "expected a number"),
                (["--vary", "/company/months=10%"], "is no quantity"),
                (["--vary", "=10%"], "names no quantity")):
            done = montecarlo(BASE, *PRICE, *FEW, *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""), (arguments, said(done)))
            self.assertIn(words, said(done), arguments)
            japanese = montecarlo(BASE, *PRICE, *FEW, *arguments, "--lang", "ja")
            self.assertEqual(japanese.returncode, 2)
            if "wrong usage" not in said(done):
                self.assertTrue(any(ord(c) > 0x3000 for c in said(japanese)), said(japanese))

    def test_all_mistakes_of_the_command_line_at_once(self):
        done = montecarlo(BASE, VARIANT, "--vary", "a", "--vary", "/b/c=1%", "--fan", "cahs", "--outcome", "chas", *FEW)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(said(done).count("--vary a: "), 1)  # once, not for every file
        for words in ("--fan", "--outcome", f"{BASE}: --vary /b/c", f"{VARIANT}: --vary /b/c"):
            self.assertIn(words, said(done))

    def test_invalid_input_of_all_files_at_once(self):
        done = montecarlo("nowhere.json", "tests/malformed/96-uncertainty-pointers.json", "tests/malformed/99-uncertainty-paths.json", *PRICE)
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        for words in ("nowhere.json", "96-uncertainty-pointers", "99-uncertainty-paths"):
            self.assertIn(words, said(done))

    def test_nothing_uncertain_is_said_of_every_file(self):
        done = montecarlo(BASE, VARIANT, *FEW)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(said(done).count("nothing of this scenario is uncertain"), 2)
        self.assertIn("不確実な項目がありません", said(montecarlo(BASE, *FEW, "--lang", "ja")))

    def test_years_beyond_the_plan_are_left_out_and_said(self):
        done = montecarlo(BASE, *PRICE, *FEW, "--years", "3,20", "--outcome", "cash", "--format", "json")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(said(done), "note: --years: year 20 lies beyond the plan of 10 years and is left out\n")
        self.assertEqual([o["year"] for o in strict(text(done))["scenarios"][0]["outcomes"]], [3])
        self.assertEqual(montecarlo("tests/malformed/parts/sound.json", "--vary", "/segments/main/price=5%", *FEW).stderr, b"")

    def test_places_that_cannot_be_written(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "kept.json"
            kept.write_text("kept")
            self.assertEqual(montecarlo(BASE, *FEW, "-o", str(kept)).returncode, 3)
            self.assertEqual(kept.read_text(), "kept")
            for place in ("/proc/nothing/x.json", folder):
                done = montecarlo(BASE, *PRICE, *FEW, "-o", place)
                self.assertEqual(done.returncode, 1, place)
                self.assertIn("cannot be written", said(done))

    def test_closed_and_full_standard_output(self):
        for redirection in (">&-", ">/dev/full"):
            done = subprocess.run(f"exec '{GOHO}' montecarlo {BASE} {' '.join(PRICE + FEW)} {redirection}", shell=True, cwd=SOURCE,
                                  stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"], "LANG": "C"}, check=False)
            self.assertEqual(done.returncode, 1, redirection)
            self.assertEqual(done.stderr, b"goho: the output could not be written\n")


class Output(unittest.TestCase):
    def test_eighty_columns_in_both_languages(self):
        pages = [[BASE, VARIANT, *PRICE], ["scenarios/cases/base.json", "--defaults"], ["scenarios/wholesaler/base.json", "--defaults", "--unit", "yen"],
                 [BASE, *PRICE, "--fan", "operating_cash_flow,headcount,error_rate", "--outcome", "equity_ratio,circulation,lowest_cash,index_company"]]
        for page in pages:
            for lang in ("en", "ja"):
                done = montecarlo(*page, *FEW, "--lang", lang)
                self.assertEqual(done.returncode, 0, (page, said(done)))
                for line in (text(done) + said(done)).splitlines():
                    self.assertLessEqual(columns(line), 80, f"{page} {lang}: {line}")
                self.assertNotRegex(text(done), r"\b(nan|inf)\b")

    def test_help_in_both_languages(self):
        for lang, word in (("en", "Example"), ("ja", "例:")):
            page = text(montecarlo("--help", "--lang", lang))
            self.assertIn(word, page)
            for line in page.splitlines():
                self.assertLessEqual(columns(line), 80, line)

    def document(self, *arguments):
        done = montecarlo(*arguments, "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return strict(text(done))

    def test_document(self):
        document = self.document(BASE, VARIANT, *PRICE, "--trials", "200")
        self.assertTrue(all(math.isfinite(number) for number in numbers_of(document)))
        self.assertEqual(document["trials"], 200)
        self.assertEqual(len(document["scenarios"]), 2)
        self.assertEqual([d["pointer"] for d in document["drawn"]], [PRICE[1].split("=")[0]] * 2)
        for scenario in document["scenarios"]:
            for fan in scenario["fans"].values():
                self.assertEqual(len(fan["planned"]), 120)
                for month in zip(*fan["quantiles"]):
                    self.assertEqual(list(month), sorted(month))
            for outcome in scenario["outcomes"]:
                self.assertEqual(outcome["quantiles"], sorted(outcome["quantiles"]))
                self.assertEqual(sum(outcome["histogram"]["counts"]) + outcome["missing"], 200)
                self.assertEqual(outcome["histogram"]["edges"][0], outcome["smallest"])
                self.assertEqual("beats_base" in outcome, scenario is document["scenarios"][1], outcome["name"])
            self.assertEqual(sum(scenario["first_month_short"]), round(200 * scenario["cash_shortage"][-1]["probability"]))
            for gate in scenario["gates"].values():
                self.assertTrue(gate["trials"] == 0 or gate["low"] <= gate["probability"] <= gate["high"])

    def test_document_of_what_cannot_be_reckoned(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "plan.json"
            document = json.loads((SOURCE / "tests/malformed/parts/sound.json").read_text(encoding="utf-8"))
            document["company"]["behaviour"] = "off"
            document["targets"] = {"more": {"year": 3, "variable": "ordinary_income", "value": 1}}
            file.write_text(json.dumps(document), encoding="utf-8")
            asked = [str(file), "--vary", "/segments/main/price=5%", "--fan", "headcount", "--outcome", "headcount,circulation,interest_coverage", *FEW]
            scenario = self.document(*asked)["scenarios"][0]
            self.assertEqual(set(scenario["fans"]["headcount"]["planned"]), {None})
            self.assertEqual(scenario["outcomes"][0]["missing"], 100)
            self.assertEqual(scenario["outcomes"][0]["quantiles"], [None] * 5)
            rows = list(csv.reader(io.StringIO(text(montecarlo(*asked, "--format", "csv")))))
            self.assertEqual(rows[1][3:], [""] * 6)
            table = montecarlo(*asked)
            self.assertEqual(table.returncode, 0)
            self.assertNotRegex(text(table), r"\b(nan|inf)\b")

    def test_one_trial(self):
        document = self.document(BASE, *PRICE, "--trials", "1")
        self.assertTrue(all(math.isfinite(number) for number in numbers_of(document)))
        self.assertIsNone(document["scenarios"][0]["outcomes"][0]["deviation"])
        self.assertEqual(montecarlo(BASE, *PRICE, "--trials", "1").returncode, 0)

    def test_what_is_asked_for_twice_is_shown_once(self):
        document = self.document(BASE, *PRICE, *FEW, "--fan", "cash,cash", "--outcome", "cash,cash", "--years", "3,3,5")
        self.assertEqual(len(document["scenarios"][0]["outcomes"]), 2)
        self.assertEqual([s["until_year"] for s in document["scenarios"][0]["cash_shortage"]], [3, 5, None])

    def test_csv_has_a_row_for_every_scenario_figure_and_month(self):
        for lang, head in (("en", "scenario"), ("ja", "シナリオ")):
            rows = list(csv.reader(io.StringIO(text(montecarlo(BASE, VARIANT, *PRICE, *FEW, "--fan", "cash,net_sales", "--format", "csv", "--lang", lang)))))
            self.assertEqual(len(rows), 1 + 2 * 2 * 120)
            self.assertEqual({len(row) for row in rows}, {9})
            self.assertEqual(rows[0][0], head)
            for row in rows[1:]:
                levels = [float(cell) for cell in row[4:]]
                self.assertEqual(levels, sorted(levels))

    def test_same_bytes_whatever_the_threads_and_kernel(self):
        one = montecarlo(BASE, VARIANT, "--defaults", "--trials", "300", "--threads", "1", "--format", "json").stdout
        self.assertEqual(one, montecarlo(BASE, VARIANT, "--defaults", "--trials", "300", "--threads", "7", "--kernel", "scalar", "--format", "json").stdout)
        self.assertNotEqual(one, montecarlo(BASE, VARIANT, "--defaults", "--trials", "300", "--seed", "2", "--format", "json").stdout)

    def test_progress_goes_to_standard_error_only(self):
        done = montecarlo(BASE, *PRICE, *FEW, "--progress")
        self.assertEqual(done.stdout, montecarlo(BASE, *PRICE, *FEW).stdout)
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
