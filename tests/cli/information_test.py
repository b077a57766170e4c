"""goho information: worth that agrees with montecarlo and compare, turns that are true when the value is set, refusals."""
import json
import os
import re
import tempfile
import unittest
from pathlib import Path

from asking import goho, parts, table

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
CHOICES = {
    "manufacturer": ("base", "price_up", "equipment_loan"),
    "wholesaler": ("base", "equipment_loan", "outsourced_back_office"),
    "it_services": ("base", "price_up", "outsourced_back_office"),
}


def files(company, names=None):
    return [SOURCE / "scenarios" / company / f"{name}.json" for name in names or CHOICES[company]]


def means(chosen, *options):
    scenarios = parts("montecarlo", *chosen, "--outcome", "present_value", "--no-gates", *options)["scenarios"]
    return [one["outcomes"][0] for one in scenarios]


def wanted(telling):
    """The quantity worth most, where its value turns the choice and to which alternative."""
    row = table(telling, "worth")[0]
    side, name = row["to"]["en"].split(": ")
    return row, row["turns_at"]["value"], side, 0 if name == "base" else int(name.strip("[]"))


class Information(unittest.TestCase):
    def test_alternatives_are_worth_what_montecarlo_and_compare_say(self):
        for company in CHOICES:
            chosen = files(company)
            alternatives = table(parts("information", *chosen, "--defaults", "--trials", "1000"), "alternatives")
            trials = means(chosen, "--defaults", "--trials", "1000")
            compared = parts("compare", *chosen)["scenarios"]
            for number, (row, outcome) in enumerate(zip(alternatives, trials)):
                self.assertAlmostEqual(row["mean"] / outcome["mean"], 1.0, places=9)
                self.assertAlmostEqual(row["planned"], outcome["planned"], delta=1.0)
                if number:
                    self.assertAlmostEqual(row["planned"] - alternatives[0]["planned"], compared[number]["valuation"]["npv"], delta=1.0)
            self.assertAlmostEqual(sum(row["best"] for row in alternatives), 1.0, places=9)

    def test_ranked_and_never_above_the_whole(self):
        for company in CHOICES:
            rows = table(parts("information", *files(company), "--defaults"), "worth")
            worths = [row["worth"] for row in rows[:-1]]
            self.assertEqual(worths, sorted(worths, reverse=True))
            self.assertGreaterEqual(worths[-1], 0.0)
            self.assertLessEqual(worths[0], rows[-1]["worth"])

    def test_the_choice_turns_where_it_is_said_to(self):
        """With the elasticity set on either side of the turn, montecarlo finds another plan to be the best on average."""
        for company in ("manufacturer", "it_services"):
            chosen = files(company)
            telling = parts("information", *chosen, "--defaults")
            row, turn, side, other = wanted(telling)
            self.assertEqual(row["quantity"]["en"], "Price elasticity")
            alternatives = table(telling, "alternatives")
            best = max(range(len(alternatives)), key=lambda n: alternatives[n]["mean"])
            self.assertNotEqual(best, other)
            for value, expected in ((turn - 0.25, other if side == "below" else best), (turn + 0.25, best if side == "below" else other)):
                with tempfile.TemporaryDirectory() as folder:
                    fixed = []
                    for one in chosen:
                        path = Path(folder) / one.name
                        path.write_text(json.dumps({
                            "format": 1, "name": one.stem, "extends": str(one),
                            "uncertainty": {"quantities": {"/customers/price_elasticity": {"distribution": "uniform", "low": value - 1e-6, "high": value + 1e-6}}},
                        }), encoding="utf-8")
                        fixed.append(path)
                    found = [outcome["mean"] for outcome in means(fixed, "--defaults", "--trials", "4000")]
                    self.assertEqual(found.index(max(found)), expected, (company, value, found))

    def test_sentences_carry_the_figures(self):
        telling = parts("information", *files("manufacturer"), "--defaults", "--unit", "yen")
        said = [sentence["en"] for sentence in telling["sentences"]]
        alternatives = sorted(table(telling, "alternatives"), key=lambda row: -row["mean"])
        worth = table(telling, "worth")
        self.assertIn(f'"{alternatives[0]["alternative"]["en"]}" is the best choice: its free cash flow is worth {alternatives[0]["mean"]:,.0f} yen on average, '
                      f'{alternatives[0]["mean"] - alternatives[1]["mean"]:,.0f} yen more than that of "{alternatives[1]["alternative"]["en"]}". '
                      f'It is the best in {alternatives[0]["best"]:.1%} of the trials.', said[0])
        self.assertIn(f'would be worth {worth[-1]["worth"]:,.0f} yen (standard error {worth[-1]["standard_error"]:,.0f} yen)', said[1])
        self.assertIn(f'1. Price elasticity: knowing it is worth up to {worth[0]["worth"]:,.0f} yen', said[2])
        self.assertIn("How to measure it: Raise prices by 3% in one product group", said[2])
        noise = sum(row["to"] is not None and row["to"]["en"] == "noise" for row in worth[:-1])
        self.assertIn(f"What the other {noise} quantities are worth lies within the noise", said[-1])
        for row in worth[:-1]:
            if row["to"] is not None and row["to"]["en"] == "noise":
                self.assertLessEqual(row["worth"], 2.0 * row["standard_error"])

    def test_nothing_to_measure_where_one_is_always_the_best(self):
        chosen = files("wholesaler", ("base", "price_up", "outsourced_back_office"))
        telling = parts("information", *chosen, "--defaults")
        self.assertIn("No measurement could change this choice: \"Prices +3%\" is the best in every one of the 4,000 trials", telling["sentences"][0]["en"])
        self.assertEqual([row["best"] for row in table(telling, "alternatives")], [0.0, 1.0, 0.0])
        self.assertTrue(all(row["worth"] == 0.0 for row in table(telling, "worth")))
        against_base = means(chosen, "--defaults", "--trials", "4000")[1]
        self.assertEqual(against_base["missing"], 0)

    def test_own_quantities(self):
        chosen = files("manufacturer", ("base", "price_up"))
        telling = parts("information", *chosen, "--vary", "/segments/*/volume=20%")
        row, turn, _, _ = wanted(telling)
        self.assertEqual(row["turns_at"]["unit"], "fraction")  # of the plan, which has another volume for each segment
        self.assertTrue(0.8 < turn < 1.2)
        self.assertTrue(re.search(r"How to measure it: Write up orders received", telling["sentences"][2]["en"]))
        believed = table(telling, "believed")[0]
        self.assertAlmostEqual(believed["middle"]["value"], 1.0, places=6)

    def test_same_on_any_number_of_threads_and_kept_to_the_width(self):
        chosen = files("manufacturer")
        one, four = (goho("information", *chosen, "--defaults", "--trials", "1000", "--threads", n, "--format", "json").stdout for n in ("1", "4"))
        self.assertGreater(len(one), 1000)
        self.assertEqual(one, four)
        for language in ("en", "ja"):
            for line in goho("information", *chosen, "--defaults", "--trials", "1000", language=language).stdout.splitlines():
                self.assertLessEqual(sum(2 if ord(c) > 0x2E7F else 1 for c in line), 80, line)

    def test_refused(self):
        base, variant = files("manufacturer", ("base", "price_up"))
        for code, words, arguments in (
            (2, "goho variant makes one", (base, "--defaults")),
            (3, "over the same months only", (base, files("it_services")[0], "--defaults")),
            (3, "nothing of this scenario is uncertain", (base, variant)),
            (3, "missing.json", (base, "missing.json", "--defaults")),
            (2, "a whole number from 200 to 200000", (base, variant, "--defaults", "--trials", "20")),
        ):
            done = goho("information", *arguments)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
