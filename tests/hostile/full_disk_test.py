"""A disk that is full at the first call that writes, at the second, and so on, until the command succeeds: every time the
exit code and a message that names the file say so, what was there stays whole, and nothing else is left but the part of a
batch that --resume goes on from."""
import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import unittest
from pathlib import Path

from hostile import FINE, GOHO, INTERNAL, SLOW, SOURCE, Hostile, goho, sound

OLD = b"what was there before\n"
SAMPLES = sorted((SOURCE / "scenarios/import_samples/yayoi_months").glob("*.txt"))[:3]
LASTING = ((errno.ENOSPC, True),)
ALLOWED_OF_BATCH = {b".part", b".part-journal", b".part-wal", b".part-shm"}


def compiler():
    return os.environ.get("CXX") or shutil.which("c++") or shutil.which("g++")


class FullDisk(Hostile):
    @classmethod
    def setUpClass(cls):
        if SLOW:
            raise unittest.SkipTest("address checks want to be the first library that is loaded")
        if not compiler():
            raise unittest.SkipTest("no compiler")
        cls.library = Path(os.environ["GOHO_BUILD_DIR"]) / "hostile_failing_writes.so"
        source = SOURCE / "tests/hostile/failing_writes.cpp"
        if not cls.library.exists() or cls.library.stat().st_mtime < source.stat().st_mtime:
            fresh = f"{cls.library}.{os.getpid()}"
            subprocess.run([compiler(), "-std=c++20", "-O1", "-shared", "-fPIC", "-o", fresh, source, "-ldl"], check=True)
            os.replace(fresh, cls.library)

    def setUp(self):
        super().setUp()
        self.inputs = self.folder / "inputs"
        self.base = self.put(sound(), "inputs/base.json")
        self.outputs = self.folder / "outputs"
        self.count = self.folder / "count"

    def fresh(self, old=()):
        shutil.rmtree(self.outputs, ignore_errors=True)
        self.outputs.mkdir()
        for name, content in old:
            (self.outputs / name).write_bytes(content)

    def left(self):
        return {os.fsencode(str(path.relative_to(self.outputs))): path.read_bytes() for path in sorted(self.outputs.rglob("*")) if path.is_file()}

    def once(self, command, at, error, lasting, language="en"):
        self.count.unlink(missing_ok=True)
        environment = {"LD_PRELOAD": str(self.library), "FAULT_BELOW": str(self.outputs), "FAULT_COUNT": str(self.count), "TMPDIR": str(self.outputs), "FAULT_ERROR": str(error),
                       "FAULT_ONCE": "" if lasting else "1"}
        if at:
            environment["FAULT_AT"] = str(at)
        return goho(*command, environment=environment, cwd=self.outputs, language=language)

    def calls(self):
        return max(int(line) for line in self.count.read_text(encoding="ascii").split())

    def holds(self, command, target, old=(), allowed=frozenset(), after=None, modes=None, most=40, language="en"):
        """`command` with every one of its writing calls failing, or a sample of them when there are very many."""
        self.fresh(old)
        done = self.once(command, 0, 0, True, language)
        self.assertEqual(done.code, FINE, done.said)
        total, good = self.calls(), self.left()
        self.assertGreater(total, 0, command)
        every = range(1, total + 1) if total <= most else sorted({*range(1, most // 2), *range(total - most // 4, total + 1), *range(1, total, max(1, total * 4 // most))})
        for error, stays in modes or ((errno.ENOSPC, True), (errno.EIO, False)):
            for at in every:
                where = (command, at, total, stays, error)
                self.fresh(old)
                done = self.once(command, at, error, stays, language)
                left = self.left()
                if done.code == FINE:  # what failed did not matter, such as syncing a folder
                    self.assertEqual(set(left), set(good), (where, done.said))
                    continue
                self.assertEqual(done.code, INTERNAL, (where, done.said))
                self.assertRegex(done.said, target, where)
                self.assertNotIn("terminate", done.said)
                for name, content in old:
                    self.assertEqual(left.pop(os.fsencode(name), None), content, where)
                strays = [name for name in left if not any(name.endswith(end) for end in allowed)]
                self.assertEqual(strays, [], (where, done.said))
                if after:
                    after(where)

    def test_results(self):
        for old in ([], [("out.txt", OLD)]):
            self.holds(["run", self.base, "-o", "out.txt"], "out.txt", old)
        self.holds(["run", self.base, "--format", "json", "-o", "out.json"], "out.json", [("out.json", b"[]")])
        self.holds(["compare", self.base, self.base, "--format", "csv", "-o", "out.csv"], "out.csv", [("out.csv", OLD)])
        self.holds(["export", "journal", self.base, "-o", "out.csv"], "out.csv", [("out.csv", OLD)])
        self.holds(["schema", "-o", "schema.json"], "schema.json", [("schema.json", b"{}")])
        self.holds(["validate", self.base, "--resolved", "-o", "new.json"], "new.json")

    def test_scenarios(self):
        old = [("v.json", json.dumps(sound(name="old")).encode())]
        self.holds(["variant", self.base, "--scale", "/segments/*/price=1.5", "--overwrite", "-o", "v.json"], "v.json", old)
        self.holds(["import", "trial-balance", *SAMPLES, "-o", "new.json"], "new.json")

    def test_workbooks(self):
        self.holds(["export", "xlsx", self.base, "-o", "plan.xlsx"], "plan.xlsx", [("plan.xlsx", OLD)], modes=LASTING, most=12)
        self.holds(["export", "form", "value-added", self.base, "-o", "form.xlsx"], "form.xlsx", [("form.xlsx", OLD)], modes=LASTING, most=12)

    def test_proposals(self):
        variant = self.put({"format": 1, "extends": "base.json", "segments": {"main": {"price": 1100}}}, "inputs/up.json")
        self.holds(["attribute", self.base, variant, "-o", "out.txt"], "out.txt", [("out.txt", OLD)])
        asked = ["goalseek", self.base, "--goal", "cash@3=60000000", "--vary", "/segments/main/price=900..1500", "--save", "drafts"]
        if goho(*asked, cwd=self.folder).code == FINE:
            self.holds(asked, "drafts", allowed={b".json"})

    def test_reference_pages(self):
        self.holds(["docs", "-o", "pages"], "pages", allowed={b".md"}, language=None)

    def test_batches(self):
        def resumes(where):
            done = goho("batch", self.base, "--sweep", "/segments/main/price=900:1100:20", "--resume", "--jobs", "1", "-o", "all.sqlite", cwd=self.outputs)
            self.assertEqual(done.code, FINE, (where, done.said))
            with sqlite3.connect(self.outputs / "all.sqlite") as database:
                self.assertEqual(database.execute("SELECT count(*) FROM run").fetchone(), (11,))
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))

        command = ["batch", self.base, "--sweep", "/segments/main/price=900:1100:20", "--jobs", "1", "-o", "all.sqlite"]
        self.holds(command, "all.sqlite", allowed=ALLOWED_OF_BATCH, after=resumes, most=24)
        self.fresh()
        self.fine(goho(*command, cwd=self.outputs))
        before = [("all.sqlite", (self.outputs / "all.sqlite").read_bytes())]
        (self.inputs / "more.json").write_text(json.dumps(sound(name="more")), encoding="utf-8")
        more = ["batch", self.base, self.inputs / "more.json", *command[2:], "--resume"]
        self.holds(more, "all.sqlite", before, allowed=ALLOWED_OF_BATCH, most=16, modes=LASTING)
        self.holds([*command, "--overwrite"], "all.sqlite", before, allowed=ALLOWED_OF_BATCH, most=16, modes=LASTING)

    def test_shares_of_a_batch(self):
        whole = ["batch", self.base, "--sweep", "/segments/main/price=900:1100:20", "--jobs", "1", "--resume", "-o", "all.sqlite"]
        share = [*whole, "--share", "1/2"]

        def goes_on(where):
            for command in (share, [*whole, "--share", "2/2"], whole):
                done = goho(*command, cwd=self.outputs)
                self.assertEqual(done.code, FINE, (where, done.said))
            with sqlite3.connect(self.outputs / "all.sqlite") as database:
                self.assertEqual(database.execute("SELECT count(*), count(DISTINCT id) FROM run").fetchone(), (11, 11))
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            self.assertEqual(set(self.left()), {b"all.sqlite"}, where)

        self.holds(share, "all.sqlite", allowed={*ALLOWED_OF_BATCH, b".lock"}, after=goes_on, most=24)

    def test_journals_of_trials(self):
        asked = ["montecarlo", self.base, "--defaults", "--trials", "3000", "--format", "json"]
        alone = self.folder / "alone.json"
        self.fine(goho(*asked, "-o", alone))
        command = [*asked, "--journal", "kept", "-o", "mc.json"]

        def goes_on(where):
            done = goho(*command, cwd=self.outputs)
            self.assertEqual(done.code, FINE, (where, done.said))
            self.assertEqual((self.outputs / "mc.json").read_bytes(), alone.read_bytes(), where)

        self.holds(command, "kept|mc.json", allowed={b".journal", b".lock"}, after=goes_on)
        self.holds([*asked, "--journal", "kept", "--share", "1/2"], "kept", allowed={b".journal", b".lock"}, after=goes_on)

    def test_tables_beside_a_batch(self):
        self.fresh()
        command = ["batch", self.base, "--jobs", "1", "--resume", "-o", "all.sqlite", "--csv", "all.csv"]
        self.holds(command, "all.", [], allowed={*ALLOWED_OF_BATCH, b"all.sqlite"}, most=16, modes=LASTING)
        self.fresh()
        self.fine(goho("batch", self.base, "-o", "all.sqlite", cwd=self.outputs))
        database = (self.outputs / "all.sqlite").read_bytes()
        self.holds(["query", "all.sqlite", "SELECT * FROM year", "--format", "csv", "-o", "out.csv"], "out.csv", [("all.sqlite", database), ("out.csv", OLD)])

    def test_trials(self):
        self.fresh()
        command = ["montecarlo", self.base, "--defaults", "--trials", "200", "--sqlite", "mc.sqlite"]
        self.fine(goho(*command, cwd=self.outputs))
        before = [("mc.sqlite", (self.outputs / "mc.sqlite").read_bytes())]
        self.holds(command, "mc.sqlite", [], most=16)
        self.holds(command, "mc.sqlite", before, most=12, modes=LASTING)

    def test_reports(self):
        if not (Path(GOHO).parent / "goho-gui").exists():
            self.skipTest("no window, no report")
        self.holds(["report", self.base, "-o", "plan.html"], "plan.html", [("plan.html", OLD)], modes=LASTING, most=6)
        self.holds(["report", self.base, "-o", "plan.pdf"], "plan.pdf", [("plan.pdf", OLD)], modes=LASTING, most=4)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
