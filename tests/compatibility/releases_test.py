"""What any released version wrote, this one reads, with the figures that it had then; what a newer one writes, it refuses."""
import json
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

import figures

HERE = Path(__file__).parent
RELEASES = sorted(path.parent for path in HERE.glob("*/figures.json"))
LARGEST = 1_500_000  # bytes of all fixtures


class Releases(unittest.TestCase):
    maxDiff = 2000

    def test_there_is_one(self):
        self.assertTrue(RELEASES)
        self.assertLess(sum(path.stat().st_size for path in HERE.rglob("*") if path.is_file()), LARGEST)

    def test_every_file_gives_the_figures_it_gave(self):
        for release in RELEASES:
            recorded = json.loads((release / "figures.json").read_text(encoding="utf-8"))
            today = json.loads(json.dumps(figures.figures(release)))
            for what in recorded.keys() - {"reasons", "columns", "columns_of_years", "keys"}:
                with self.subTest(release=release.name, what=what):
                    self.assertEqual(recorded[what], today[what])
            for what in ("columns", "columns_of_years", "keys"):  # new ones may come, none may go
                with self.subTest(release=release.name, what=what):
                    self.assertEqual([name for name in recorded[what] if name not in today[what]], [])

    def test_plans_are_read_without_a_warning_about_their_form(self):
        for release in RELEASES:
            for path in figures.plans_of(release):
                with self.subTest(path=path.name):
                    self.assertIn("valid", figures.goho("validate", path))


class Newer(unittest.TestCase):
    """Files of a version that is still to come: one clear sentence, exit code 3."""

    def refused(self, *words):
        done = subprocess.run([figures.GOHO, *map(str, words), "--lang", "en"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (3, ""), words)
        return done.stderr

    def test_a_scenario(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = Path(folder) / "plan.json"
            plan.write_text('{"format": 2, "name": "later", "company": {"start": "2027-04"}}', encoding="utf-8")
            for command in ("validate", "run"):
                said = self.refused(command, plan)
                self.assertIn("format 2 is not known; this version reads format 1", said)
                self.assertIn("newer version of goho", said)

    def test_a_database(self):
        for packed in sorted((RELEASES[0] / "databases").glob("*.gz")):
            with tempfile.TemporaryDirectory() as folder:
                database = figures.unpacked(packed, folder)
                figures.goho("query", database, "summary")
                connection = sqlite3.connect(database)
                connection.execute("PRAGMA user_version = 2")
                connection.commit()
                connection.close()
                said = self.refused("query", database, "summary")
                self.assertIn("format 2 is not known; this version reads format 1", said)
                self.assertEqual(said.count("\n"), 1, said)

    def test_a_batch_is_not_added_to_a_newer_database(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(RELEASES[0] / "plans", Path(folder) / "plans")
            plan, database = Path(folder) / "plans/two_years.json", Path(folder) / "all.sqlite"
            figures.goho("batch", plan, "-o", database)
            connection = sqlite3.connect(database)
            connection.execute("PRAGMA user_version = 2")
            connection.commit()
            connection.close()
            before = database.read_bytes()
            self.assertIn("format 2 is not known", self.refused("batch", plan, "-o", database, "--resume"))
            self.assertEqual(database.read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
