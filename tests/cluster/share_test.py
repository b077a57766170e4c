"""A batch or trials in shares, as the jobs of an array do them, without anything that starts jobs: put together they are what
one process gives, to the byte, and what cannot be shared is refused before anything is written."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "batch"))
from harness import PRICE, Case  # noqa: E402

RENT = "/cost_lines/rent/monthly_amount=10%"


class Shares(Case):
    def note(self, done):
        return " ".join(done.stderr.decode("utf-8").split())

    def test_a_batch_in_three_shares_is_the_whole_to_the_byte(self):
        arguments = ["batch", self.plans(4), "--sweep", f"{PRICE}=201:203:1"]
        whole = self.goho(*arguments, "-o", "whole.sqlite", code=0)
        for k in (3, 1, 2):
            done = self.goho(*arguments, "-o", "r.sqlite", "--share", f"{k}/3", code=0)
            self.assertEqual(done.stdout, b"")
            self.assertIn(f"share {k} of 3: 4 runs are stored; the same command with --resume and without --share puts all together", self.note(done))
        self.assertFalse((self.here / "r.sqlite").exists())
        together = self.goho(*arguments, "-o", "r.sqlite", "--resume", code=0)
        self.assertEqual(self.bytes(), self.bytes("whole.sqlite"))
        self.assertEqual(together.stdout, whole.stdout)
        self.assertEqual(self.left(), ["r.sqlite"])

    def test_trials_in_two_shares_are_the_whole_to_the_byte(self):
        self.plan("a.json")
        arguments = ["montecarlo", "a.json", "--vary", RENT, "--trials", "3000", "--format", "json"]
        whole = self.goho(*arguments, code=0).stdout
        for k in (2, 1):
            done = self.goho(*arguments, "--journal", "journal", "--share", f"{k}/2", code=0)
            self.assertEqual(done.stdout, b"")
            self.assertIn(f"share {k} of 2 is in the journal; the same command without --share puts all together", self.note(done))
        self.assertEqual(self.goho(*arguments, "--journal", "journal", code=0).stdout, whole)

    def test_another_plan_is_other_work_and_takes_nothing_from_the_journal(self):
        self.plan("a.json")
        self.plan("b.json", price=260)
        arguments = ["--vary", RENT, "--trials", "1000", "--format", "json"]
        self.goho("montecarlo", "a.json", *arguments, "--journal", "journal", code=0)
        self.assertEqual(self.goho("montecarlo", "b.json", *arguments, "--journal", "journal", code=0).stdout, self.goho("montecarlo", "b.json", *arguments, code=0).stdout)

    def test_what_cannot_be_shared_is_refused_and_nothing_is_written(self):
        self.plan("a.json")
        batch, trials = ["batch", "a.json", "-o", "r.sqlite"], ["montecarlo", "a.json", "--vary", RENT]
        for arguments, said in (([*batch, "--share", "1/2", "--csv", "all.csv"], "--csv is written of the whole, not of a share"),
                                ([*batch, "--share", "3/2"], "3/2"), ([*batch, "--share", "0/2"], "0/2"), ([*batch, "--share", "half"], "half"),
                                ([*trials, "--share", "1/2"], "--share needs --journal, where the shares meet"),
                                ([*trials, "--share", "3/2", "--journal", "journal"], "3/2")):
            for language in ("en", "ja"):
                done = self.goho(*arguments, "--lang", language, code=2)
                self.assertEqual(done.stdout, b"")
                if language == "en":
                    self.assertIn(said, done.stderr.decode("utf-8"))
        self.assertEqual([file.name for file in self.here.iterdir()], ["a.json"])


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
