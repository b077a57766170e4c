"""A small company, a folder to work in, and the program: what the tests of batches share."""
import contextlib
import json
import os
import sqlite3
import subprocess
import tempfile
import unicodedata
import unittest
from pathlib import Path

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
