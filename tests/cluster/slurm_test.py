"""The job arrays of docs/cluster on two virtual nodes: put together they are what one process gives, to the byte."""
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "batch"))
from harness import GOHO, PRICE, Case  # noqa: E402

SCRIPTS = Path(os.environ["GOHO_SOURCE_DIR"]) / "docs/cluster"
if os.geteuid() != 0 or not all(shutil.which(program) for program in ("slurmctld", "slurmd", "munged", "sbatch")):
    print("no Slurm here, or not root")
    sys.exit(77)


class Arrays(Case):
    def on_two_nodes(self, *command):
        environment = {"PATH": os.environ["PATH"], "LANG": "C", "GOHO": str(GOHO), "TMPDIR": str(self.here), "HOME": str(self.here)}
        done = subprocess.run([SCRIPTS / "two_nodes.sh", *map(str, command)], cwd=self.here, capture_output=True, env=environment, check=False, text=True)
        if "did not come up" in done.stderr:
            self.skipTest("the two nodes did not come up")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        jobs = [line for line in done.stdout.splitlines() if line.startswith("JobId=")]
        for job in jobs:
            self.assertIn("JobState=COMPLETED", job, "\n".join(jobs + [f.read_text() for f in self.here.glob("slurm-*.out")]))
        return jobs

    def test_a_batch(self):
        arguments = [self.plans(24), "--sweep", f"{PRICE}=201:210:1"]
        self.goho("batch", *arguments, "-o", "whole.sqlite", code=0)
        jobs = self.on_two_nodes(SCRIPTS / "submit.sh", 6, "r.sqlite", *arguments)
        self.assertEqual(len(jobs), 7)
        self.assertEqual({node for job in jobs for node in ("one", "two") if f"NodeList={node}" in job}, {"one", "two"})
        self.assertEqual((self.bytes(), self.left()), (self.bytes("whole.sqlite"), ["r.sqlite"]))

    def test_trials(self):
        self.plan("a.json")
        arguments = ["a.json", "--vary", "/cost_lines/rent/monthly_amount=10%", "--trials", "40000"]
        whole = self.goho("montecarlo", *arguments, "--format", "json", code=0).stdout
        jobs = self.on_two_nodes("sbatch", "--array=1-3", SCRIPTS / "montecarlo_array.sbatch", "journal", *arguments)
        self.assertEqual(len(jobs), 3)
        self.assertEqual(self.goho("montecarlo", *arguments, "--journal", "journal", "--format", "json", code=0).stdout, whole)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
