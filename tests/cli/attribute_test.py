"""goho attribute: tables that add up to what compare shows, sentences that are true, and what is refused."""
import csv
import io
import json
import os
import re
import subprocess
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
FOLDER = SOURCE / "scenarios/manufacturer"
BASE, PRICES, LOAN = FOLDER / "base.json", FOLDER / "price_up.json", FOLDER / "equipment_loan.json"


def goho(*arguments, language="en"):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


def parts(*arguments):
    done = goho("attribute", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Attribute(unittest.TestCase):
    def test_adds_up_to_the_comparison(self):
        for variant in (PRICES, LOAN):
            result = parts(BASE, variant)
            both = [json.loads(goho("run", file, "--format", "json").stdout) for file in (BASE, variant)]
            self.assertEqual(len(both), 2)
            for year in result["years"]:
                for name, figure in year["figures"].items():
                    if figure is None:
                        continue
                    shares = sum(one["share"] for one in figure["shares"].values())
                    difference = figure["after"] - figure["before"]
                    self.assertAlmostEqual(shares, difference, delta=max(0.51, 1e-6 * abs(difference)), msg=name)

    def test_sentence_is_true(self):
        result = parts(BASE, PRICES)
        income = result["years"][-1]["figures"]["operating_income"]
        said = goho("attribute", BASE, PRICES, "--figure", "operating_income", "--unit", "yen", "--width", "200").stdout
        largest = max(income["shares"].items(), key=lambda one: one[1]["share"])
        label = next(group["label"]["en"] for group in result["groups"] if group["id"] == largest[0])
        self.assertIn(f'The largest part comes from "{label}": {largest[1]["share"]:+,.0f} yen', said)
        self.assertIn(f'Year 10, Operating income: {income["after"] - income["before"]:+,.0f} yen against the base.', said)
        # The plan with that change alone moves the figure the same way.
        alone = json.loads(PRICES.read_text(encoding="utf-8"))["timeline"]
        self.assertEqual(len(alone), 2)

    def test_grouped(self):
        result = parts(BASE, PRICES, "--group", "All of it=/timeline")
        self.assertEqual([group["id"] for group in result["groups"]], ["All of it"])
        figure = result["years"][0]["figures"]["cash"]
        self.assertEqual(figure["shares"]["All of it"]["share"], figure["after"] - figure["before"])

    def test_csv(self):
        done = goho("attribute", BASE, LOAN, "--format", "csv", "--years", "3")
        rows = list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff"))))
        self.assertGreater(len(rows), 20)
        self.assertEqual(set(rows[0]), {"year", "figure", "unit", "change", "share", "standard_error"})

    def test_same_on_any_number_of_threads(self):
        plan = FOLDER / "investment_plan.json"
        one, four = (goho("attribute", BASE, plan, "--orders", "4", "--threads", n, "--format", "json").stdout for n in ("1", "4"))
        self.assertGreater(len(one), 1000)
        self.assertEqual(one, four)

    def test_eighty_columns_in_both_languages(self):
        for language in ("en", "ja"):
            for line in goho("attribute", BASE, LOAN, language=language).stdout.splitlines():
                self.assertLessEqual(sum(2 if ord(c) > 0x2E7F else 1 for c in line), 80, line)
        self.assertIn("シャープレイ値", goho("attribute", BASE, LOAN, language="ja").stdout)

    def test_answers_come_first(self):
        lines = goho("attribute", BASE, LOAN, language="ja").stdout.splitlines()
        self.assertTrue(lines[1].startswith("10年目の営業利益は基準に対し"), lines[1])
        self.assertNotIn(" 千円", "\n".join(lines).replace("円)", ""))

    def test_refused(self):
        for code, words, arguments in (
            (3, "changes nothing", (BASE, BASE)),
            (3, "missing.json", (BASE, "missing.json")),
            (3, "nothing changes in the group", (BASE, PRICES, "--group", "Loans=/loans")),
            (3, "none of the years asked for is in the plan, which has 10", (BASE, PRICES, "--years", "25")),
            (2, "this is no group", (BASE, PRICES, "--group", "Loans")),
            (2, "no figure of a comparison", (BASE, PRICES, "--figure", "profits")),
            (2, "did you mean item?", (BASE, PRICES, "--by", "items")),
        ):
            done = goho("attribute", *arguments)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertTrue(re.search(re.escape(words), done.stderr), done.stderr)
            self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
