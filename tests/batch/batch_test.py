"""Batches as a user meets them: what is computed, what is refused, and what is left after a crash.

GOHO_KILLS and GOHO_KILL_FILES make the crash test as long as one likes: 200 and 500 were run by hand.
"""
import contextlib
import csv
import io
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unicodedata
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
PRICE = "/segments/bread/price"
BAKERY = {
    "format": 1, "name": {"en": "Bakery", "ja": "パン屋"}, "company": {"start": "2027-04"},
    "opening": {"cash": 5000000, "paid_in_capital": 3000000, "retained_earnings": 2000000},
    "segments": {"bread": {"price": 250, "volume": 12000, "unit_variable_cost": 90, "cash_share": 1}},
    "cost_lines": {"rent": {"behaviour": "fixed", "category": "rent", "monthly_amount": 250000}},
    "job_groups": {"bakers": {"headcount": 3, "monthly_pay": 260000}},
}


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Case(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.here = Path(scratch.name)

    def plan(self, name, **changes):
        file = self.here / name
        file.parent.mkdir(parents=True, exist_ok=True)
        document = json.loads(json.dumps(BAKERY))
        document["segments"]["bread"].update(changes)
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return name

    def plans(self, n, folder="plans"):
        for i in range(n):
            self.plan(f"{folder}/p{i:04}.json", volume=11000 + i)
        return folder

    def goho(self, *arguments, code=None, lang="C", **options):
        environment = {"PATH": os.environ["PATH"], "LANG": lang}
        done = subprocess.run([GOHO, *map(str, arguments)], cwd=self.here, capture_output=True, env=environment, check=False, **options)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr.decode("utf-8", "replace"))
        return done

    def batch(self, *arguments, code=0, out="r.sqlite", **options):
        return self.goho("batch", *arguments, "-o", out, code=code, **options)

    def refused(self, *arguments, code, said, out="r.sqlite"):
        done = self.batch(*arguments, code=code, out=out)
        self.assertEqual(done.stdout, b"")
        self.assertIn(said, done.stderr.decode("utf-8"))
        japanese = self.batch(*arguments, "--lang", "ja", code=code, out=out).stderr.decode("utf-8")
        self.assertTrue(any(columns(c) == 2 for c in japanese), japanese)

    def ask(self, sql, out="r.sqlite"):
        with contextlib.closing(sqlite3.connect(f"file:{self.here / out}?mode=ro", uri=True)) as db:
            return db.execute(sql).fetchall()

    def bytes(self, out="r.sqlite"):
        return (self.here / out).read_bytes()

    def left(self):
        return sorted(f.name for f in self.here.iterdir() if f.name.startswith("r.sqlite"))


class Inputs(Case):
    def test_files_folders_patterns_and_lists_each_file_once_in_order(self):
        self.plans(3)
        self.plan("plans/deep/q.json", price=260)
        self.plan("plans/.hidden/h.json")
        self.plan("other.json", price=270)
        (self.here / "plans/schema.json").write_text('{"$schema": "x", "properties": {"format": 1}}')
        self.batch("other.json", "plans", "plans/p*.json", "-", input=b"plans/p0001.json\r\n\nother.json\n")
        self.assertEqual([file for file, in self.ask("SELECT file FROM run ORDER BY id")],
                         ["other.json", "plans/deep/q.json", "plans/p0000.json", "plans/p0001.json", "plans/p0002.json"])

    def test_what_leads_nowhere_is_said(self):
        (self.here / "empty").mkdir()
        for path in ("empty", "x*.json"):
            self.refused(path, code=3, said=f"{path}: no ")
        self.assertEqual(self.left(), [])
        self.plan("a.json")
        self.batch("a.json", "x*.json", code=4)

    def test_one_bad_file_stops_no_other(self):
        self.plans(3)
        (self.here / "plans/broken.json").write_text('{"format": 1,')
        self.plan("plans/wrong.json", price=-5)
        done = self.batch("plans", "absent.json", code=4)
        for name in ("plans/broken.json:1:", "plans/wrong.json: /segments/bread/price: -5 is outside", "absent.json: the file does not exist"):
            self.assertIn(name, done.stderr.decode("utf-8"))
        self.assertEqual(self.ask("SELECT status, count(*) FROM run GROUP BY status ORDER BY status"), [("failed", 3), ("ok", 3)])
        self.assertEqual(self.ask("SELECT code, pointer FROM problem JOIN run ON run.id = run WHERE run.file = 'plans/wrong.json'"), [("out-of-range", PRICE)])

    def test_all_bad(self):
        self.plan("wrong.json", price=-5)
        self.batch("wrong.json", "absent.json", code=3)
        self.assertEqual(self.ask("SELECT count(*) FROM run WHERE status = 'failed' AND result IS NULL"), [(2,)])

    def test_alike_plans_are_computed_once(self):
        self.plan("a.json")
        document = {**BAKERY, "name": "Another title", "note": "the same plan"}
        (self.here / "b.json").write_text(json.dumps(dict(reversed(document.items()))))
        self.plan("c.json", price=251)
        self.batch("a.json", "b.json", "c.json")
        self.assertEqual(self.ask("SELECT id, result FROM run ORDER BY id"), [(1, 1), (2, 1), (3, 2)])


class Sweeps(Case):
    def test_every_combination_is_what_its_own_file_would_be(self):
        self.plan("a.json")
        self.batch("a.json", "--sweep", f"{PRICE}=240:260:10", "--sweep", "/job_groups/bakers/headcount=3,4")
        self.assertEqual(self.ask("SELECT point FROM run ORDER BY id")[1:3], [("price=240 headcount=4",), ("price=250 headcount=3",)])
        self.assertEqual(self.ask("SELECT pointer, value FROM sweep_value JOIN sweep ON sweep.id = sweep WHERE run = 2 ORDER BY sweep.id"),
                         [(PRICE, 240), ("/job_groups/bakers/headcount", 4)])
        self.plan("b.json", price=260)
        self.batch("b.json", out="s.sqlite")
        same = "SELECT hash, ordinary_income, cash FROM year JOIN result ON result.id = year.result JOIN run ON run.result = result.id WHERE {} AND year.year = 10"
        self.assertEqual(self.ask(same.format("point = 'price=260 headcount=3'")), self.ask(same.format("1"), "s.sqlite"))

    def test_figures_are_those_of_goho_run(self):
        self.plan("a.json")
        self.batch("a.json")
        document = json.loads(self.goho("run", "a.json", "--format", "json", code=0).stdout)
        for name in ("net_sales", "ordinary_income", "cash", "net_assets"):
            self.assertEqual([row[0] for row in self.ask(f"SELECT {name} FROM year ORDER BY year")], [year[name] for year in document["fiscal_years"]], name)
        self.assertEqual(self.ask("SELECT value FROM figure WHERE name = 'cash' AND year = 10"), self.ask("SELECT cash FROM year WHERE year = 10"))
        kinds = {kind for kind, in self.ask("SELECT DISTINCT typeof(value) FROM figure")}
        self.assertEqual(kinds, {"real", "null"})

    def test_what_holds_for_the_whole_plan_may_be_swept(self):
        self.plan("a.json")
        self.batch("a.json", "--sweep", "/taxes/per_capita_levy=70000,80000")
        self.assertEqual(self.ask("SELECT count(DISTINCT result) FROM run"), [(2,)])

    def test_a_point_that_makes_no_sense_as_a_whole_fails_alone(self):
        self.plan("a.json")
        self.batch("a.json", "--sweep", "/opening/cash=5000000,6000000", code=4)  # only the first balances
        self.assertEqual(self.ask("SELECT status FROM run ORDER BY id"), [("ok",), ("failed",)])
        self.assertEqual(self.ask("SELECT code FROM problem WHERE run = 2"), [("opening-imbalance",)])

    def test_samples_depend_on_their_seed_alone(self):
        self.plan("a.json")
        sample = ("a.json", "--sweep", f"{PRICE}=200:300", "--sample", "lhs:20")
        self.batch(*sample, "--seed", "7")
        self.batch(*sample, "--seed", "7", "--jobs", "1", out="s.sqlite")
        self.batch(*sample, "--seed", "8", out="t.sqlite")
        self.assertEqual(self.bytes(), self.bytes("s.sqlite"))
        self.assertNotEqual(self.bytes(), self.bytes("t.sqlite"))
        self.assertEqual(len({int((value - 200) // 5) for value, in self.ask("SELECT value FROM sweep_value")}), 20)

    def test_refused_before_anything_is_written(self):
        self.plan("a.json")
        for sweep, code, said in (
                ("/segments/bread/prise=1:2:1", 3, 'did you mean "/segments/bread/price"?'),
                ("/segments/bred/price=1:2:1", 3, 'did you mean "/segments/bread/price"?'),
                (f"{PRICE}=-10:20:10", 3, "-10 is outside the allowed range 0 to"),
                (f"{PRICE}=90%:110%:5%", 3, "its unit is yen/unit"),
                ("/segments/bread/cash_share=0:5:1", 3, "5 is outside the allowed range 0 to 1"),
                ("/company/months=12:24:12", 3, "is no quantity"),
                (f"{PRICE}=90:110:0", 2, "the step 0"), (f"{PRICE}=110:90:5", 2, "runs backwards"), (f"{PRICE}=nan", 2, "is no number"),
                (f"{PRICE}=1:inf:1", 2, "is no number"), (f"{PRICE}=0:1e9:0.01", 2, "100,000,000,001 runs; at most 10,000,000"),
                (f"{PRICE}=1:2", 2, "needs a step")):
            self.refused("a.json", "--sweep", sweep, code=code, said=said)
        self.refused("a.json", "--sweep", f"{PRICE}=1,2", "--sweep", f"{PRICE}=3,4", code=2, said="swept twice")
        self.refused("a.json", "--sample", "lhs:5", code=2, said="nothing to sample")
        self.refused("a.json", "--sweep", f"{PRICE}=1:2", "--sample", "sobol:5", code=2, said="names no sample")
        self.assertEqual(self.left(), [])

    def test_an_axis_that_fits_some_files_fails_the_others(self):
        self.plan("a.json")
        document = json.loads(json.dumps(BAKERY).replace('"bread"', '"cake"'))
        (self.here / "b.json").write_text(json.dumps(document))
        self.batch("a.json", "b.json", "--sweep", f"{PRICE}=240:260:10", code=4)
        self.assertEqual(self.ask("SELECT file, status, count(*) FROM run GROUP BY file"), [("a.json", "ok", 3), ("b.json", "failed", 1)])


class Database(Case):
    def test_the_same_bytes_for_any_number_of_threads(self):
        self.plans(300)
        for jobs in (1, 2, 4):
            self.batch("plans", "--jobs", jobs, "--overwrite")
            first = self.bytes() if jobs == 1 else first
            self.assertEqual(self.bytes(), first, jobs)
            self.assertEqual(self.left(), ["r.sqlite"])
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.ask("PRAGMA foreign_key_check"), [])

    def test_an_existing_database_is_kept_unless_told_otherwise(self):
        self.plans(2)
        self.batch("plans")
        before = self.bytes()
        self.refused("plans", code=2, said="there already (--resume")
        self.refused("plans/p0000.json", "--resume", code=2, said="1 files that are not in this batch, the first is \"plans/p0001.json\"")
        self.refused("plans", "--resume", "--sweep", f"{PRICE}=1,2", code=2, said="another sweep")
        self.assertEqual((self.bytes(), self.left()), (before, ["r.sqlite"]))
        self.batch("plans/p0000.json", "--resume", "--overwrite")
        self.assertEqual(self.ask("SELECT count(*) FROM run"), [(1,)])
        for kept in ("plans/p0000.json", "r.txt"):
            (self.here / "r.txt").write_text("precious")
            text = self.bytes(kept)
            self.refused("plans", "--overwrite", code=2, said="no database of goho", out=kept)
            self.assertEqual(self.bytes(kept), text)

    def test_a_changed_file_is_computed_again_and_said(self):
        self.plans(20)
        self.batch("plans")
        before = self.bytes()
        self.plan("plans/p0007.json", price=199)
        (self.here / "plans/p0009.json").write_text("{")
        done = self.batch("plans", "--resume", code=4)
        for name in ("p0007", "p0009"):
            self.assertIn(f"plans/{name}.json: changed since the earlier batch", done.stderr.decode("utf-8"))
        self.assertEqual(done.stderr.decode("utf-8").count("changed since"), 2)
        self.batch("plans", out="fresh.sqlite", code=4)
        self.assertEqual(self.bytes(), self.bytes("fresh.sqlite"))
        self.plan("plans/p0007.json", volume=11007)  # as it was; the results in between are left behind
        self.plan("plans/p0009.json", volume=11009)
        self.batch("plans", "--resume")
        self.assertEqual(self.bytes(), before)

    def test_more_files_later(self):
        self.plans(10)
        self.batch("plans")
        self.plans(15)
        self.plan("plans/a_first.json", price=300)
        self.batch("plans", "--resume")
        self.batch("plans", out="fresh.sqlite")
        self.assertEqual(self.bytes(), self.bytes("fresh.sqlite"))

    def test_two_batches_at_once(self):
        self.plans(400)
        first = subprocess.Popen([GOHO, "batch", "plans", "-o", "r.sqlite", "--jobs", "1"], cwd=self.here, stdout=subprocess.DEVNULL)
        while not (self.here / "r.sqlite.part").exists():
            self.assertIsNone(first.poll())
            time.sleep(0.001)
        first.send_signal(signal.SIGSTOP)
        self.refused("plans", code=2, said="another batch is writing this database")
        self.refused("plans", "--resume", "--overwrite", code=2, said="another batch is writing this database")
        first.send_signal(signal.SIGCONT)
        self.assertEqual(first.wait(), 0)
        self.batch("plans", out="fresh.sqlite")
        self.assertEqual(self.bytes(), self.bytes("fresh.sqlite"))
        self.assertEqual(self.left(), ["r.sqlite"])

    def test_interrupted_by_the_user(self):
        self.plans(200)
        process = subprocess.Popen([GOHO, "batch", "plans", "--sweep", f"{PRICE}=201:220:1", "-o", "r.sqlite", "--jobs", "1"], cwd=self.here,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        self.assertEqual((process.returncode, out), (4, b""), err)
        self.assertIn(b"--resume goes on from there", err)
        self.refused("plans", code=2, said="an interrupted batch waits")


class Disk(Case):
    def whole_after(self, trouble, *arguments):
        """Trouble comes, nothing is lost, and afterwards --resume arrives where an undisturbed batch does."""
        self.batch(*arguments, out="whole.sqlite")
        self.plan("old.json", price=1)
        self.batch("old.json")
        before = self.bytes()
        done = trouble([GOHO, "batch", *arguments, "-o", "r.sqlite", "--overwrite", "--jobs", "1"])
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"--resume goes on from there", done.stderr)
        self.assertEqual(self.bytes(), before)
        self.batch(*arguments, "--resume", "--overwrite")
        self.assertEqual((self.bytes(), self.left()), (self.bytes("whole.sqlite"), ["r.sqlite"]))

    def test_a_limit_on_the_size_of_files(self):
        def trouble(command):
            def limit():
                resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))
            return subprocess.run(command, cwd=self.here, capture_output=True, check=False, preexec_fn=limit, env={"LANG": "C"})
        self.whole_after(trouble, self.plans(400))

    def mounted(self, size):
        folder = self.here / "disk"
        folder.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False)
        if done.returncode != 0:
            self.skipTest("no right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", "-l", str(folder)], check=False)
        return folder

    def test_a_full_disk(self):
        self.plans(400)
        disk = self.mounted("4600k")  # room for the first 256 runs
        done = self.batch("plans", code=1, out="disk/r.sqlite")
        self.assertIn(b"cannot be written: database or disk is full", done.stderr)
        stored = self.ask("SELECT count(*) FROM run", "disk/r.sqlite.part")[0][0]
        self.assertGreater(stored, 0)
        for name in ("r.sqlite.part", "r.sqlite.part-journal"):
            if (disk / name).exists():
                shutil.copy(disk / name, self.here / name)
        self.batch("plans", "--resume")
        self.batch("plans", out="whole.sqlite")
        self.assertEqual(self.bytes(), self.bytes("whole.sqlite"))

    def test_a_disk_that_cannot_be_written(self):
        self.plan("a.json")
        for place in ("/proc/nothing/r.sqlite", "/dev/null/r.sqlite"):
            self.refused("a.json", code=1, said="cannot be written", out=place)
        disk = self.mounted("3m")
        self.batch("a.json", out="disk/r.sqlite")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        self.refused("a.json", "--overwrite", code=1, said="cannot be written: Read-only file system", out="disk/r.sqlite")
        self.assertIn(b"a.json", self.goho("query", "disk/r.sqlite", "best", code=0).stdout)


class Crash(Case):
    def test_killed_again_and_again(self):
        """kill -9 at random moments, resumed each time: sound after each kill, and in the end the same bytes."""
        kills, files = int(os.environ.get("GOHO_KILLS", "12")), int(os.environ.get("GOHO_KILL_FILES", "60"))
        self.plans(files)
        arguments = ["plans", "--sweep", f"{PRICE}=201:{200 + 600 // files if files <= 300 else 202}:1", "--jobs", "2"]
        begun = time.monotonic()
        self.batch(*arguments, out="whole.sqlite")
        duration, whole = time.monotonic() - begun, self.bytes("whole.sqlite")
        draw, killed, partly, completed = random.Random(20), 0, 0, 0
        while killed < kills:
            process = subprocess.Popen([GOHO, "batch", *arguments, "-o", "r.sqlite", "--resume"], cwd=self.here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            try:
                process.wait(timeout=draw.uniform(0.0, duration * 1.1))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
                partly += self.sound()
            if process.returncode == 0:
                self.assertEqual((self.bytes(), self.left()), (whole, ["r.sqlite"]))
                completed += 1
                (self.here / "r.sqlite").unlink()
            else:
                self.assertEqual(process.returncode, -signal.SIGKILL, process.stderr.read())
            process.stderr.close()
        self.batch(*arguments, "--resume")
        self.assertEqual((self.bytes(), self.left()), (whole, ["r.sqlite"]))
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        self.assertGreater(partly, 0, "no kill came while some runs were stored and some were not")
        print(f"{killed} kills, {partly} with part of the runs stored, {completed} batches completed in between, {duration:.2f} s undisturbed", file=sys.stderr)

    def sound(self):
        """A copy of what the kill left opens and is whole; whether some of its runs are stored."""
        if (self.here / "r.sqlite").exists():
            self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        if not (self.here / "r.sqlite.part").exists():
            return False
        with tempfile.TemporaryDirectory() as copy:
            for name in ("r.sqlite.part", "r.sqlite.part-journal"):
                if (self.here / name).exists():
                    shutil.copy(self.here / name, copy)
            with contextlib.closing(sqlite3.connect(Path(copy) / "r.sqlite.part")) as db:
                self.assertEqual(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    return False
                return db.execute("SELECT count(*) FROM result").fetchone()[0] > 0


class Output(Case):
    def test_summary_in_three_formats(self):
        self.plans(5)
        (self.here / "plans/broken.json").write_text("{")
        document = json.loads(self.batch("plans", "--format", "json", code=4).stdout)
        self.assertEqual(document["overview"]["runs"], 6)
        self.assertEqual(len(document["best"]), 5)
        self.assertEqual(document["failed"][0]["file"], "plans/broken.json")
        rows = list(csv.DictReader(io.StringIO(self.batch("plans", "--overwrite", "--format", "csv", code=4).stdout.decode("utf-8-sig"))))
        self.assertEqual([row["status"] for row in rows], ["failed"] + ["ok"] * 5)
        for lang, word in (("en", "Ordinary income"), ("ja", "経常利益")):
            text = self.batch("plans", "--overwrite", "--lang", lang, code=4).stdout.decode("utf-8")
            self.assertIn(word, text)

    def test_everything_as_csv(self):
        self.plan("a.json")
        self.batch("a.json", "--sweep", f"{PRICE}=240,250", "--csv", "all.csv")
        rows = list(csv.DictReader(io.StringIO((self.here / "all.csv").read_text(encoding="utf-8-sig"))))
        self.assertEqual(len(rows), 20)
        self.assertEqual({row["price"] for row in rows}, {"240", "250"})
        self.assertEqual(float(rows[19]["cash"]), self.ask("SELECT cash FROM year WHERE result = 2 AND year = 10")[0][0])

    def test_progress_only_when_wanted(self):
        self.plans(300)
        self.assertEqual(self.batch("plans", "--sweep", f"{PRICE}=201:210:1").stderr, b"")
        said = self.batch("plans", "--sweep", f"{PRICE}=201:230:1", "--overwrite", "--progress", "--jobs", "1").stderr.decode("utf-8")
        self.assertRegex(said, r"of 9,000 runs, [\d,]+ a second, [\d,]+ s left")

    def test_questions(self):
        self.plans(12)
        self.plan("plans/short.json", price=100)
        (self.here / "plans/broken.json").write_text("{")
        self.batch("plans", "--sweep", f"{PRICE}=240,250", code=4)
        listing = self.goho("query", "r.sqlite", "--lang", "ja", code=0).stdout.decode("utf-8")
        names = [line.split()[0] for line in listing.splitlines() if line.startswith("  ") and line[2] != " "]
        self.assertGreaterEqual(len(names), 12)
        for name in names:
            for lang in ("en", "ja"):
                for line in self.goho("query", "r.sqlite", name, "--lang", lang, "--rows", "3", code=0).stdout.decode("utf-8").splitlines():
                    self.assertLessEqual(columns(line), 80, f"{name} {lang}: {line}")
            rows = json.loads(self.goho("query", "r.sqlite", name, "--format", "json", code=0).stdout)
            table = list(csv.DictReader(io.StringIO(self.goho("query", "r.sqlite", name, "--format", "csv", code=0).stdout.decode("utf-8-sig"))))
            self.assertEqual(len(rows), len(table), name)
        self.assertEqual(json.loads(self.goho("query", "r.sqlite", "SELECT count(*) AS n FROM run", "--format", "json").stdout), [{"n": 27}])

    def test_questions_change_nothing(self):
        self.plan("a.json")
        self.batch("a.json")
        before = self.bytes()
        for question, said in (("bets", "did you mean \"best\"?"), ("SELECT nonsense FROM run", "no such column: nonsense"), ("DROP TABLE run", "only reading"),
                               ("VACUUM INTO 'copy.sqlite'", "only reading"), ("ATTACH 'x.sqlite' AS x", "only reading"), ("PRAGMA user_version = 5", "only reading"),
                               ("SELECT 1; DELETE FROM run", "one question at a time"), (";", "only reading"), ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM", "incomplete input")):
            done = self.goho("query", "r.sqlite", question, code=2)
            self.assertIn(said, done.stderr.decode("utf-8"), question)
        self.goho("query", "absent.sqlite", "best", code=3)
        self.goho("query", "a.json", "best", code=3)
        self.assertEqual(self.bytes(), before)
        self.assertEqual(sorted(f.name for f in self.here.iterdir()), ["a.json", "r.sqlite"])


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
