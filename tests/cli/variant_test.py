"""goho variant: the file it writes, what it refuses, and that nothing is lost."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
BASE = SOURCE / "scenarios/manufacturer/base.json"


class Variant(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.base = self.folder / "base.json"
        self.base.write_bytes(BASE.read_bytes())
        self.file = self.folder / "plans" / "dearer.json"

    def goho(self, *arguments, language="en"):
        # Variants in a folder of their own build on the company above it: allowed once, as a user would.
        environment = {**os.environ, "GOHO_ALLOW_EXTENDS": str(self.folder)}
        return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60, env=environment)

    def refused(self, code, words, *arguments):
        before = sorted(self.folder.rglob("*"))
        done = self.goho("variant", *arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(words, done.stderr)
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_written_and_read_again(self):
        done = self.goho("variant", self.base, "--scale", "/segments/*/price=1.03", "--add", "/job_groups/sales/headcount=1",
                         "--from", "2027-10", "--to", "2030-03", "--name", "Prices +3%", "-o", self.file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("1.03", done.stdout)
        written = json.loads(self.file.read_text(encoding="utf-8"))
        self.assertEqual(written["extends"], "../base.json")
        entry = written["timeline"]["dearer"]
        self.assertEqual((entry["from"], entry["to"], entry["name"]), ("2027-10", "2030-03", "Prices +3%"))
        self.assertEqual(set(entry["scale"]), {f"/segments/{name}/price" for name in ("machined_parts", "assembly_units", "prototypes")})
        self.assertEqual(entry["add"], {"/job_groups/sales/headcount": 1})
        self.assertEqual(self.goho("validate", self.file).returncode, 0)

    def test_like_a_file_written_by_hand(self):
        by_hand = self.folder / "by_hand.json"
        by_hand.write_text(json.dumps({"format": 1, "extends": "base.json", "name": "x", "timeline": {"y": {
            "name": "x", "from": "2027-04", "set": {"/segments/prototypes/price": 60000}}}}), encoding="utf-8")
        self.goho("variant", self.base, "--set", "/segments/prototypes/price=60000", "--name", "x", "-o", self.file)
        results = [self.goho("run", file, "--format", "csv").stdout for file in (by_hand, self.file)]
        self.assertGreater(len(results[0]), 1000)
        self.assertEqual(results[0], results[1])

    def test_begins_after_what_has_happened(self):
        samples = SOURCE / "scenarios/import_samples/goho_ja"
        company = self.folder / "company.json"
        self.assertEqual(self.goho("import", "trial-balance", *sorted(samples.glob("*.csv")), "-o", company).returncode, 0)
        self.goho("variant", company, "--scale", "/segments/*/price=1.03", "-o", self.file)
        self.assertEqual(json.loads(self.file.read_text(encoding="utf-8"))["timeline"]["dearer"]["from"], "2027-04")

    def test_what_is_not_there(self):
        self.refused(3, "the base has nothing there", self.base, "--scale", "/segmnts/*/price=1.03", "-o", self.file)
        self.refused(3, "did you mean", self.base, "--scale", "/segments/*/prise=1.03", "-o", self.file)
        self.refused(3, "missing.json", self.folder / "missing.json", "--scale", "/segments/*/price=1.03", "-o", self.file)

    def test_what_makes_no_sense(self):
        self.refused(3, "/timeline/dearer", self.base, "--set", "/segments/prototypes/price=-5", "-o", self.file)

    def test_wrong_words_all_at_once(self):
        for words in ("price=1", "2027-1x", "output", "month"):
            self.refused(2, words if words != "output" else "-o", self.base, "--scale", "price=1", "--from", "2027-1x")
        self.refused(2, "a variant changes something", self.base, "-o", self.file)

    def test_nothing_is_replaced_unasked(self):
        change = ("--scale", "/segments/*/price=1.03")
        self.assertEqual(self.goho("variant", self.base, *change, "-o", self.file).returncode, 0)
        self.refused(3, "the file is there already", self.base, *change, "-o", self.file)
        self.assertEqual(self.goho("variant", self.base, *change, "-o", self.file, "--overwrite").returncode, 0)

    def test_a_base_is_never_replaced(self):
        change = ("--scale", "/segments/*/price=1.03", "--overwrite")
        self.assertEqual(self.goho("variant", self.base, *change, "-o", self.file).returncode, 0)
        before = self.base.read_bytes()
        for base in (self.base, self.file):
            self.refused(3, "build on this one", base, *change, "-o", self.base)
        self.assertEqual(self.base.read_bytes(), before)

    def test_items_that_are_not_there_are_told_with_those_that_are(self):
        items = "machined_parts (Machined parts (series)), assembly_units"
        self.refused(3, items, self.base, "--scale", "/segments/nothing/price=1.03", "-o", self.file)
        self.refused(3, 'did you mean "/segments/machined_parts/price"?', self.base, "--scale", "/segments/量産部品加工/price=1.03", "-o", self.file)
        done = self.goho("variant", self.base, "--scale", "/segments/量産部品加工/price=1.03", "--set", "/loans/none/principal=1", "-o", self.file, language="ja")
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (3, 2))
        for line in done.stderr.splitlines():
            self.assertTrue(line.startswith(f"{self.base}: "), line)
        self.assertNotIn("~1", done.stderr)
        self.assertIn("「/segments/machined_parts/price」の間違いではありませんか。部門は machined_parts（量産部品加工）・", done.stderr)

    def test_a_change_within_the_actual_months_says_when_it_takes_effect(self):
        samples = SOURCE / "scenarios/import_samples/goho_ja"
        company = self.folder / "company.json"
        self.assertEqual(self.goho("import", "trial-balance", *sorted(samples.glob("*.csv")), "-o", company).returncode, 0)
        change = ("--scale", "/segments/*/price=1.03", "-o", self.file, "--overwrite")
        for month, words in (("2026-06", "takes effect from 2027-04"), ("2027-04", "")):
            done = self.goho("variant", company, *change, "--from", month)
            self.assertEqual(done.returncode, 0)
            self.assertTrue(words in done.stderr if words else not done.stderr, done.stderr)
        self.assertIn("2027年4月から", self.goho("variant", company, *change, "--from", "2026-06", language="ja").stderr)

    def test_japanese(self):
        done = self.goho("variant", self.base, "--scale", "/segments/*/price=1.03", "--name", "値上げ", "-o", self.file, language="ja")
        self.assertIn("「量産部品加工」の販売単価 × 1.03", done.stdout.replace("\n", ""))


if __name__ == "__main__":
    unittest.main()
