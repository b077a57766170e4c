"""Batches as a user meets them: what is computed, what is refused, how it is shown and asked."""
import csv
import io
import json
import signal
import subprocess
import sys
import time
import unittest

from harness import BAKERY, GOHO, PRICE, Case, columns


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
