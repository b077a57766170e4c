"""Processes under mpirun do what one process does, to the byte; killed at random, they go on where they were.

GOHO_RANK_KILLS and GOHO_JOB_KILLS make the crash test as long as one likes: 50 and 20 were run by hand.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "batch"))
from harness import GOHO, PRICE, Case  # noqa: E402

MPIRUN = shutil.which("mpirun")
if not MPIRUN or not Path(GOHO).with_name("goho-mpi").exists():
    print("no mpirun, or built without MPI")
    sys.exit(77)
RENT = "/cost_lines/rent/monthly_amount"
BUILD = Path(os.environ["GOHO_BUILD_DIR"]).name


class Together(Case):
    def command(self, processes, *arguments):
        return [MPIRUN, "--oversubscribe", "--bind-to", "none", "-n", str(processes), GOHO, *map(str, arguments)]

    def environment(self):
        return {"PATH": os.environ["PATH"], "LANG": "C", "TMPDIR": str(self.here), "HOME": str(self.here), "OMPI_ALLOW_RUN_AS_ROOT": "1",
                "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "ASAN_OPTIONS": "detect_leaks=0"}

    def mpi(self, processes, *arguments, code=0):
        done = subprocess.run(self.command(processes, *arguments), cwd=self.here, capture_output=True, env=self.environment(), check=False, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, code, done.stderr.decode("utf-8", "replace"))
        return done

    def trials(self):
        """Ten seconds of trials on one core, or a tenth of it where every access is checked or every line is counted."""
        return 9_000 if BUILD in ("dev", "coverage") else 200_000


class Same(Together):
    def test_a_batch(self):
        arguments = ["batch", self.plans(40), "--sweep", f"{PRICE}=201:240:1"]
        whole = self.goho(*arguments, "-o", "whole.sqlite", code=0)
        for processes in (1, 2, 4):
            done = self.mpi(processes, *arguments, "-o", f"r{processes}.sqlite")
            self.assertEqual(self.bytes(f"r{processes}.sqlite"), self.bytes("whole.sqlite"))
            self.assertEqual(done.stdout, whole.stdout)

    def test_trials_that_are_counted_and_trials_that_are_kept(self):
        self.plan("a.json")
        for trials in (self.trials(), 3000):
            arguments = ["montecarlo", "a.json", "--vary", f"{RENT}=10%", "--trials", trials, "--format", "json"]
            whole = self.goho(*arguments, code=0).stdout
            for processes in (1, 2, 4):
                self.assertEqual(self.mpi(processes, *arguments).stdout, whole)

    def test_a_sensitivity(self):
        self.plan("a.json")
        arguments = ["sensitivity", "a.json", "--vary", f"{RENT}=10%", "--vary", f"{PRICE}=5%", "--method", "sobol", "--base", "4096", "--format", "json"]
        self.assertEqual(self.mpi(3, *arguments).stdout, self.goho(*arguments, code=0).stdout)

    def test_other_commands_run_once(self):
        self.plan("a.json")
        self.assertEqual(self.mpi(3, "run", "a.json", "--format", "json").stdout, self.goho("run", "a.json", "--format", "json", code=0).stdout)


class Wrong(Together):
    def test_every_problem_is_told_once_and_nobody_waits(self):
        self.plan("a.json")
        for code, said, arguments in (
            (3, b"nix.json", ["batch", "nix.json", "-o", "refused.sqlite"]),
            (2, b"--bogus", ["batch", "--bogus"]),
            (2, b"--sweep", ["batch", "a.json", "--sweep", "x", "-o", "r.sqlite"]),
            (3, b"nix.json", ["montecarlo", "nix.json"]),
            (2, b"not for several", ["batch", "a.json", "--share", "1/2", "-o", "r.sqlite"]),
            (2, b"not for several", ["montecarlo", "a.json", "--vary", f"{RENT}=10%", "--share", "1/2", "--journal", "j"]),
        ):
            done = self.mpi(3, *arguments, code=code)
            self.assertEqual(done.stderr.count(said), 1, done.stderr)
        self.assertEqual(self.left(), [])

    def test_without_the_program_for_it_nobody_computes(self):
        shutil.copy(GOHO, self.here / "goho")
        self.plan("a.json")
        command = self.command(2, "batch", "a.json", "-o", "r.sqlite")
        command[command.index(GOHO)] = str(self.here / "goho")
        done = subprocess.run(command, cwd=self.here, capture_output=True, env=self.environment(), check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"goho-mpi is not installed", done.stderr)
        self.assertEqual(self.left(), [])


class Killed(Together):
    def setUp(self):
        super().setUp()
        if BUILD == "dev":
            self.skipTest("takes many minutes where every access is checked")
        if BUILD == "coverage":
            self.skipTest("what is killed has not counted its lines, and may leave those of others half-written")

    def processes_of(self, job):
        """The processes that mpirun has started, not the children of these."""
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = status.read_text().rsplit(")", 1)[1].split()
                if int(fields[1]) == job.pid:
                    found.append(int(status.parent.name))
            except (OSError, IndexError):
                continue
        return found

    def start(self, *arguments):
        return subprocess.Popen(self.command(3, *arguments), cwd=self.here, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, start_new_session=True)

    def kill(self, job, draw, whole_job):
        """A rank, or mpirun and all that it has started."""
        victims = self.processes_of(job)
        if whole_job:
            victims.append(job.pid)
        elif victims:
            victims = [draw.choice(victims)]
        for pid in victims:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        job.wait(timeout=60)

    def again_and_again(self, arguments, duration, finished, whole):
        ranks, jobs = int(os.environ.get("GOHO_RANK_KILLS", "3")), int(os.environ.get("GOHO_JOB_KILLS", "2"))
        draw, kills, completed = random.Random(8), [False] * ranks + [True] * jobs, 0
        draw.shuffle(kills)
        while kills:
            job = self.start(*arguments)
            try:
                job.wait(timeout=draw.uniform(0.3, 0.3 + duration))
            except subprocess.TimeoutExpired:
                self.kill(job, draw, kills.pop())
            if finished():
                self.assertEqual(whole(), self.expected)
                completed += 1
                self.clear()
        for _ in range(3):  # who was killed last may still hold the lock for a moment
            self.mpi(3, *arguments)
            if finished():
                break
            time.sleep(1)
        self.assertEqual(whole(), self.expected)
        print(f"{ranks} ranks and {jobs} jobs killed, {completed} completed in between", file=sys.stderr)

    def test_a_batch(self):
        arguments = ["batch", self.plans(60), "--sweep", f"{PRICE}=201:260:1", "-o", "r.sqlite", "--resume"]
        begun = time.monotonic()
        self.mpi(3, *arguments)
        duration, self.expected = time.monotonic() - begun, self.bytes()
        self.clear()
        self.again_and_again(arguments, duration, (self.here / "r.sqlite").exists, self.bytes)
        self.assertEqual(self.left(), ["r.sqlite"])
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.ask("SELECT count(*), count(DISTINCT file || point) FROM run"), [(3600, 3600)])

    def one_lost(self, how, *options, ends=(0,)):
        """One process dies or falls silent while it computes; the others finish without it."""
        # Plans of a size that makes a portion long enough to be met in the middle of it.
        arguments = ["batch", self.plans(100), "--sweep", f"{PRICE}=201:240:1"]
        self.goho(*arguments, "-o", "whole.sqlite", code=0)
        job = subprocess.Popen([*self.command(3, *arguments, "-o", "r.sqlite", "--jobs", "1")[:1], *options, *self.command(3, *arguments, "-o", "r.sqlite", "--jobs", "1")[1:]],
                               cwd=self.here, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        ranks = []
        while job.poll() is None and not ranks:
            ranks = [pid for pid in self.processes_of(job) if b"OMPI_COMM_WORLD_RANK=2" in Path(f"/proc/{pid}/environ").read_bytes()]
            time.sleep(0.01)
        time.sleep(0.7)  # it has begun by then
        self.assertIsNone(job.poll(), "the batch was over before anything could happen to it")
        os.kill(ranks[0], how)
        try:
            said = job.communicate(timeout=240)[1]
        finally:
            for pid in [*self.processes_of(job), job.pid]:
                if job.poll() is None:
                    os.kill(pid, signal.SIGKILL)
        self.assertIn(job.returncode, ends, said)
        self.assertEqual((self.bytes(), self.left()), (self.bytes("whole.sqlite"), ["r.sqlite"]))

    def test_a_silent_process_holds_up_nobody(self):
        # The leader asks for an abort with 0 in the end, at which mpirun of Open MPI 4.1 was once seen to crash itself.
        self.one_lost(signal.SIGSTOP, ends=(0, -signal.SIGSEGV))

    def test_where_mpirun_is_told_to_go_on_a_dead_process_holds_up_nobody(self):
        self.one_lost(signal.SIGKILL, "--enable-recovery")

    def clear(self):
        for name in ("r.sqlite", "r.json"):
            (self.here / name).unlink(missing_ok=True)
        shutil.rmtree(self.here / "journal", ignore_errors=True)

    def test_trials_with_a_journal(self):
        self.plan("a.json")
        arguments = ["montecarlo", "a.json", "--vary", f"{RENT}=10%", "--trials", self.trials(), "--journal", "journal", "--format", "json", "-o", "r.json"]
        begun = time.monotonic()
        self.mpi(3, *arguments)
        duration, self.expected = time.monotonic() - begun, self.bytes("r.json")
        self.clear()
        self.again_and_again(arguments, duration, (self.here / "r.json").exists, lambda: self.bytes("r.json"))


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
