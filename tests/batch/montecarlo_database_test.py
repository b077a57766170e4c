"""goho montecarlo --sqlite: the database says what JSON says, is written whole or not at all, and can be asked."""
import json
import math
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
BASE = "scenarios/manufacturer/base.json"
VARIANT = "scenarios/manufacturer/price_up.json"
LEVELS = ("p05", "p25", "p50", "p75", "p95")
ASKED = ["montecarlo", BASE, VARIANT, "--defaults", "--trials", "200", "--threads", "2"]


def goho(*arguments, **options):
    return subprocess.run([GOHO, *arguments], cwd=SOURCE, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=300,
                          env={"PATH": os.environ["PATH"], "LANG": "C"}, **options)


def rows(database, sql, *values):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(sql, values)]
    finally:
        connection.close()


class Database(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.file = Path(cls.folder.name) / "results.sqlite"
        done = goho(*ASKED, "--format", "json", "--sqlite", str(cls.file))
        assert (done.returncode, done.stderr) == (0, b""), done.stderr
        cls.document = json.loads(done.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def same(self, row, names, values):
        for name, value in zip(names, values):
            if value is None:
                self.assertIsNone(row[name], (name, row))
            else:
                self.assertTrue(math.isclose(row[name], value, rel_tol=1e-12, abs_tol=1e-12), (name, row, value))

    def test_is_sound_and_alone(self):
        self.assertEqual([f.name for f in self.file.parent.iterdir()], ["results.sqlite"])
        self.assertEqual(rows(self.file, "PRAGMA integrity_check"), [{"integrity_check": "ok"}])
        self.assertEqual(rows(self.file, "PRAGMA foreign_key_check"), [])
        meta = {row["key"]: row["value"] for row in rows(self.file, "SELECT * FROM meta")}
        self.assertEqual((meta["kind"], meta["trials"], meta["seed"], meta["sampling"], meta["quantiles"]), ("montecarlo", "200", "1", "latin_hypercube", "exact"))

    def test_says_what_the_document_says(self):
        self.assertEqual([row["file"] for row in rows(self.file, "SELECT file FROM scenario ORDER BY id")], [BASE, VARIANT])
        for s, scenario in enumerate(self.document["scenarios"]):
            for name, fan in scenario["fans"].items():
                months = rows(self.file, "SELECT * FROM fan WHERE scenario = ? AND figure = ? ORDER BY month", s, name)
                self.assertEqual(len(months), len(fan["planned"]))
                for t, row in enumerate(months):
                    self.same(row, ("planned", *LEVELS), (fan["planned"][t], *(level[t] for level in fan["quantiles"])))
            outcomes = rows(self.file, "SELECT count(*) AS n FROM outcome WHERE scenario = ?", s)
            self.assertEqual(outcomes[0]["n"], len(scenario["outcomes"]))
            for outcome in scenario["outcomes"]:
                key = (s, outcome["name"], outcome.get("year", 0))
                row, = rows(self.file, "SELECT * FROM outcome WHERE scenario = ? AND figure = ? AND year = ?", *key)
                self.same(row, ("planned", "mean", "deviation", "smallest", "largest", "missing", *LEVELS),
                          (*(outcome[k] for k in ("planned", "mean", "deviation", "smallest", "largest", "missing")), *outcome["quantiles"]))
                bins = rows(self.file, "SELECT * FROM histogram WHERE scenario = ? AND figure = ? AND year = ? ORDER BY bin", *key)
                self.assertEqual([b["trials"] for b in bins], outcome.get("histogram", {"counts": []})["counts"])
                contest = rows(self.file, "SELECT * FROM contest WHERE scenario = ? AND figure = ? AND year = ?", *key)
                self.assertEqual(len(contest), int("beats_base" in outcome))
                if contest:
                    self.same(contest[0], ("probability", "low", "high", "trials", "equal"), (outcome["beats_base"][k] for k in ("probability", "low", "high", "trials", "equal")))
            for table, chances in (("gate", scenario["gates"]), ("target", scenario["targets"])):
                found = rows(self.file, f"SELECT * FROM {table} WHERE scenario = ?", s)
                self.assertEqual({row[table] for row in found}, set(chances))
                for row in found:
                    chance = chances[row[table]]
                    self.assertEqual((row["planned"], row["label_en"], row["label_ja"]), (chance["planned"], chance["label"]["en"], chance["label"]["ja"]))
                    self.same(row, ("probability", "low", "high", "trials", "missed", "not_computable"),
                              (chance[k] for k in ("probability", "low", "high", "trials", "missed", "not_computable")))
            shortage = rows(self.file, "SELECT * FROM shortage WHERE scenario = ? ORDER BY rowid", s)
            self.assertEqual([row["until_year"] for row in shortage], [c["until_year"] for c in scenario["cash_shortage"]])
            self.assertEqual([row["trials"] for row in rows(self.file, "SELECT trials FROM first_short WHERE scenario = ? ORDER BY month", s)], scenario["first_month_short"])
        drawn = rows(self.file, "SELECT * FROM drawn")
        self.assertEqual({(row["scenario"], row["pointer"]) for row in drawn}, {(d["scenario"], d["pointer"]) for d in self.document["drawn"]})

    def test_every_figure_has_a_name_and_a_unit(self):
        self.assertEqual(rows(self.file, "SELECT figure FROM (SELECT figure FROM fan UNION SELECT figure FROM outcome) "
                                         "WHERE figure NOT IN (SELECT name FROM figure_name)"), [])

    def test_same_bytes_whatever_the_threads(self):
        with tempfile.TemporaryDirectory() as folder:
            other = Path(folder) / "other.sqlite"
            self.assertEqual(goho(*ASKED[:-1], "1", "--kernel", "scalar", "--sqlite", str(other)).returncode, 0)
            self.assertEqual(other.read_bytes(), self.file.read_bytes())

    def test_every_question_and_table_can_be_asked_and_stands_in_the_reference(self):
        listed = goho("query", str(self.file)).stdout.decode()
        page = (SOURCE / "docs/reference/montecarlo-database.md").read_text(encoding="utf-8")
        names = rows(self.file, "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')")
        self.assertEqual(len([n for n in names if n["type"] == "view"]), 5)
        for name in names:
            self.assertIn(f"`{name['name']}`", page)
            if name["type"] == "view":
                self.assertIn(f"  {name['name']} ", listed)
            done = goho("query", str(self.file), name["name"], "--format", "json")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertTrue(json.loads(done.stdout) or name["name"] in ("worst_months",), name)

    def test_questions_that_are_not_understood(self):
        for question, words in (("sumary", 'did you mean "summary"?'), ("best", "there is no question"), ("SELECT nothing FROM fan", "docs/reference/montecarlo-database.md"),
                                ("DELETE FROM fan", "only reading is allowed")):
            done = goho("query", str(self.file), question)
            self.assertEqual((done.returncode, done.stdout), (2, b""), question)
            self.assertIn(words, done.stderr.decode())


class Writing(unittest.TestCase):
    def test_an_earlier_one_is_replaced_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            database, text, batch = place / "r.sqlite", place / "notes.txt", place / "batch.sqlite"
            text.write_text("mine")
            self.assertEqual(goho("batch", BASE, "-o", str(batch)).returncode, 0)
            kept = batch.read_bytes()
            for trials in ("20", "30"):
                self.assertEqual(goho("montecarlo", BASE, "--defaults", "--trials", trials, "--sqlite", str(database)).returncode, 0)
                self.assertEqual(rows(database, "SELECT value FROM meta WHERE key = 'trials'"), [{"value": trials}])
            for other in (text, batch, place):
                done = goho("montecarlo", BASE, "--defaults", "--trials", "20", "--sqlite", str(other))
                self.assertEqual((done.returncode, done.stdout), (2, b""), other)
                self.assertTrue(done.stderr)
            self.assertEqual((text.read_text(), batch.read_bytes()), ("mine", kept))
            refused = goho("batch", BASE, "-o", str(database), "--overwrite")
            self.assertEqual(refused.returncode, 2)
            self.assertIn(b"no database of goho batch", refused.stderr)
            (place / "waits.sqlite.part").write_bytes(kept)
            self.assertEqual(goho("montecarlo", BASE, "--defaults", "--trials", "20", "--sqlite", str(place / "waits.sqlite")).returncode, 2)
            self.assertEqual((place / "waits.sqlite.part").read_bytes(), kept)
            self.assertEqual(sorted(f.name for f in place.iterdir()), ["batch.sqlite", "notes.txt", "r.sqlite", "waits.sqlite.part"])

    def test_a_place_that_cannot_be_written_is_said_before_anything_is_computed(self):
        done = goho("montecarlo", BASE, "--defaults", "--trials", "100000000", "--sqlite", "/proc/nothing/r.sqlite")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"cannot be written", done.stderr)

    def test_a_disk_that_fills_up_leaves_what_was_there(self):
        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "r.sqlite"
            asked = ["montecarlo", BASE, "--defaults", "--trials", "20", "--sqlite", str(database)]
            self.assertEqual(goho(*asked).returncode, 0)
            before = database.read_bytes()
            done = goho(*asked, "--seed", "2", preexec_fn=small_disk)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(b"cannot be written", done.stderr)
            self.assertEqual(database.read_bytes(), before)
            self.assertEqual([f.name for f in database.parent.iterdir()], ["r.sqlite"])

    def test_invalid_input_and_no_trials_leave_it_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "r.sqlite"
            self.assertEqual(goho("montecarlo", BASE, "--sqlite", str(database)).returncode, 3)
            self.assertEqual(goho("montecarlo", "nowhere.json", "--defaults", "--sqlite", str(database)).returncode, 3)
            self.assertEqual(list(Path(folder).iterdir()), [])


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
