"""What is left of a batch when the disk is full or the process is killed.

GOHO_KILLS and GOHO_KILL_FILES make the crash test as long as one likes: 200 and 500 were run by hand.
"""
import contextlib
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
import unittest
from pathlib import Path

from harness import GOHO, PRICE, Case


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
        if Path(os.environ["GOHO_BUILD_DIR"]).name == "coverage":
            self.skipTest("what is killed has not counted its lines, and may leave those of others half-written")
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


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
