"""goho disconnects: what it says of each repair, of their order and of their combinations is what the saved scenarios do."""
import json
import os
import subprocess
import tempfile
import unittest
from itertools import accumulate
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
COMPANIES = [SOURCE / "scenarios" / name / "base.json" for name in ("manufacturer", "wholesaler", "it_services")]
NAMES = ("purpose", "finance", "appraisal", "executives", "long_term")


def goho(*arguments, language="en"):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


def said(*arguments):
    done = goho("disconnects", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def table(result, name):
    return next(one for one in result["tables"] if one["id"] == name)["rows"]


def ran(file):
    return json.loads(goho("run", file, "--format", "json").stdout)


def worth(base, variant):
    return json.loads(goho("compare", base, variant, "--format", "json").stdout)["scenarios"][1]["valuation"]


def columns(line):
    return sum(2 if ord(c) > 0x2E7F else 1 for c in line)


class Disconnects(unittest.TestCase):
    def test_every_figure_is_that_of_a_saved_scenario(self):
        for base in COMPANIES:
            with self.subTest(base=base.parent.name), tempfile.TemporaryDirectory() as folder:
                result = said(base, "--save", folder)
                rows = table(result, "repairs")
                for name, row in zip((*NAMES, "all"), rows):
                    value = worth(base, Path(folder, f"repair_{name}.json"))
                    self.assertAlmostEqual(row["alone"], value["npv"], delta=0.5, msg=name)
                    if value["payback_months"]:
                        self.assertEqual(row["payback"]["en"], f"month {value['payback_months']}")
                    else:
                        self.assertEqual(row["payback"]["en"], "never" if value["payback_months"] is None else "at once")
                self.assertEqual(sum(row["share"] for row in rows[:5]), rows[5]["share"])
                self.assertAlmostEqual(rows[5]["share"], rows[5]["alone"], delta=0.51)

    def test_the_sequence_is_what_was_reckoned(self):
        for base in COMPANIES:
            with self.subTest(base=base.parent.name), tempfile.TemporaryDirectory() as folder:
                result = said(base, "--save", folder, "--every", "4")
                one, best = worth(base, Path(folder, "repair_sequence.json")), worth(base, Path(folder, "repair_best.json"))
                english = " ".join(sentence["en"] for sentence in result["sentences"])
                self.assertIn(f"from month {one['payback_months']} on", english)
                shown = goho("disconnects", base, "--every", "4", "--unit", "yen", "--width", "300").stdout
                self.assertIn(f"Its present value: {one['npv']:+,.0f} yen", shown)
                self.assertIn(f"({best['npv']:+,.0f} yen)", shown)
                flows = [with_ - without for with_, without in zip(ran(Path(folder, "repair_sequence.json"))["series"]["free_cash_flow"], ran(base)["series"]["free_cash_flow"])]
                line = next(chart for chart in result["charts"] if chart["id"] == "cumulative")["series"][0]["points"]
                self.assertEqual([point["y"] for point in line], list(accumulate(flows)))
                steps = json.loads(Path(folder, "repair_sequence.json").read_text(encoding="utf-8"))["timeline"]
                self.assertEqual(len({entry["from"] for entry in steps.values()}), 5)

    def test_the_same_prices_as_the_diagnosis_of_a_run(self):
        for base in (*COMPANIES, SOURCE / "scenarios/cases/integrated.json"):
            shown = goho("run", base, "--statement", "disconnects", "--unit", "yen").stdout
            for row in table(said(base), "repairs"):
                self.assertIn(f"{row['alone']:+,.0f}", shown)

    def test_what_is_planned_already_is_no_step(self):
        steps = table(said(SOURCE / "scenarios/cases/integrated.json"), "sequence")
        appraisal = next(step for step in steps if "Appraisal" in step["repair"]["en"])
        self.assertEqual(appraisal["what"]["en"], "in the plan by then")

    def test_all_repaired_leaves_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            said(COMPANIES[0], "--save", folder)
            result = said(Path(folder, "repair_all.json"))
            self.assertIn("Nothing is left to repair", result["sentences"][0]["en"])
            self.assertEqual(result["drafts"], [])

    def test_same_on_any_number_of_threads(self):
        one, four = (goho("disconnects", COMPANIES[0], "--threads", n, "--format", "json").stdout for n in ("1", "4"))
        self.assertGreater(len(one), 5000)
        self.assertEqual(one, four)

    def test_eighty_columns_in_both_languages(self):
        for base in COMPANIES:
            for language in ("en", "ja"):
                for line in goho("disconnects", base, language=language).stdout.splitlines():
                    self.assertLessEqual(columns(line), 80, line)

    def test_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            off = Path(folder, "off.json")
            off.write_text(json.dumps({"format": 1, "name": "Off", "extends": str(COMPANIES[0]), "company": {"behaviour": "off"}}), encoding="utf-8")
            for code, words, arguments in ((3, "the disconnects cannot be judged", (off,)), (3, "does not fit", (COMPANIES[0], "--every", "40")),
                                           (3, "missing.json", ("missing.json",)), (2, "--every", (COMPANIES[0], "--every", "0"))):
                done = goho("disconnects", *arguments)
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
