"""No command puts its output in the place of a scenario unasked; what is no scenario is replaced as ever."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
SAMPLES = SOURCE / "scenarios/import_samples/yayoi_months"
BASE = SOURCE / "scenarios/manufacturer/base.json"
PLAN = SOURCE / "scenarios/manufacturer/price_up.json"
PRICE = "/segments/machined_parts/price"


def goho(*arguments, language="en"):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


class Scenarios(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.kept = self.folder / "client.json"
        self.kept.write_bytes(BASE.read_bytes())

    def company(self, last=8):
        path = self.folder / f"to_{last:02}.json"
        done = goho("import", "trial-balance", *sorted(SAMPLES.glob("*.txt"))[:last - 3], "-o", path)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path

    def refused(self, *arguments, target=None, option="-o"):
        target = target or self.kept
        before, names = target.read_bytes(), sorted(self.folder.iterdir())
        for language, words in (("en", "choose another name"), ("ja", "別の名前に")):
            done = goho(*arguments, option, target, language=language)
            self.assertEqual(done.returncode, 3, f"{arguments}: {done.stderr}")
            self.assertIn(f"{target}: ", done.stderr)
            self.assertIn(words, done.stderr)
        self.assertEqual((target.read_bytes(), sorted(self.folder.iterdir())), (before, names), arguments)

    def test_what_shows_results(self):
        for command in (["run", BASE], ["run", BASE, "--format", "json"], ["run", BASE, "--format", "csv"], ["compare", BASE, PLAN], ["attribute", BASE, PLAN],
                        ["montecarlo", BASE, "--defaults", "--trials", "100"], ["sensitivity", BASE, "--vary", PRICE + "=10%"],
                        ["explain", BASE, "--list"], ["schema"], ["export", "journal", BASE]):
            self.refused(*command)

    def test_workbooks_whatever_the_name(self):
        target = self.folder / "client.xlsx"
        target.write_bytes(BASE.read_bytes())
        self.refused("export", "xlsx", BASE, target=target)
        self.refused("export", "form", "value-added", BASE, target=target)
        for command in (["xlsx", BASE], ["form", "value-added", BASE]):
            for language, words in (("en", "a workbook is an .xlsx file (-o plan.xlsx)"), ("ja", "ブックは .xlsx ファイルです")):
                done = goho("export", *command, "-o", self.kept, language=language)
                self.assertEqual(done.returncode, 2)
                self.assertIn(words, done.stderr)
        self.assertEqual(self.kept.read_bytes(), BASE.read_bytes())

    def test_rows_of_a_database(self):
        database = self.folder / "all.sqlite"
        self.assertEqual(goho("batch", BASE, "-o", database).returncode, 0)
        self.refused("query", database, "best", "--format", "csv")
        self.refused("batch", BASE, "--overwrite", "-o", database, option="--csv")

    def test_a_database_does_not_replace_one_either(self):
        before = self.kept.read_bytes()
        for command in (["batch", BASE, "--overwrite", "-o"], ["montecarlo", BASE, "--defaults", "--trials", "100", "--sqlite"]):
            self.assertNotEqual(goho(*command, self.kept).returncode, 0)
            self.assertEqual(self.kept.read_bytes(), before)

    def test_a_fitted_scenario(self):
        company = self.company(15)
        asked = ["calibrate", company, "--vary", "/segments/*/unit_variable_cost"]
        self.refused(*asked)
        self.refused(*asked, target=company)

    def test_later_months(self):
        company, september = self.company(), SAMPLES / "2026-09.txt"
        asked = ["actuals", company, "--from-trial-balance", september]
        self.refused(*asked)
        self.refused(*asked, target=company)
        self.assertEqual(goho(*asked, "-o", company, "--overwrite").returncode, 0)
        self.assertEqual(goho("actuals", company, "--through", "2026-09").returncode, 0)

    def test_overwrite_needs_months_to_add(self):
        self.assertEqual(goho("actuals", self.company(), "--overwrite").returncode, 2)

    def test_a_broken_scenario_is_one(self):
        for text in ('{"format": 1, "name": ', '\ufeff{"extends": "base.json"}', "  {broken"):
            self.kept.write_text(text, encoding="utf-8")
            self.refused("run", BASE)

    def test_what_is_no_scenario_is_replaced(self):
        for text in ("month,cash\n", '{"rows": []}', "", "[1]", "PK"):
            self.kept.write_text(text, encoding="utf-8")
            done = goho("run", BASE, "--format", "json", "-o", self.kept)
            self.assertEqual((done.returncode, done.stderr), (0, ""), text)
        self.assertEqual(goho("run", BASE, "--format", "csv", "-o", self.kept).returncode, 0)


if __name__ == "__main__":
    unittest.main()
