"""No CSV of any command holds a text that a spreadsheet would take for a formula; numbers stay numbers."""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
NAMES = ["=HYPERLINK(\"http://example.com\")", "+1", "-1", "@SUM(A1)"]
NUMBER = re.compile(r"[+-]?[0-9.]+(e[+-]?[0-9]+)?%?")


def named_plan(folder):
    base = os.path.relpath(SOURCE / "scenarios/manufacturer/equipment_loan.json", folder)
    plan = {"format": 1, "extends": base, "name": NAMES[0], "description": NAMES[1], "segments": {"machined_parts": {"name": NAMES[1]}},
            "loans": {"regional_bank": {"name": NAMES[2]}}, "cost_lines": {"freight": {"name": NAMES[3]}}}
    path = Path(folder) / "named.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    return str(path)


def goho(*arguments):
    done = subprocess.run([os.environ["GOHO_BINARY"], *arguments, "--lang", "en"], capture_output=True, check=False)
    return done.returncode, done.stdout.decode()


class Csv(unittest.TestCase):
    def hold(self, name, text):
        cells = [cell for row in csv.reader(io.StringIO(text.lstrip("\ufeff"))) for cell in row]
        self.assertGreater(len(cells), 10, name)
        for cell in cells:
            if cell and cell[0] in "=+-@\t\r":
                self.assertTrue(NUMBER.fullmatch(cell), (name, cell))
        return cells

    def test_every_command_that_writes_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            plan, base = named_plan(folder), str(SOURCE / "scenarios/manufacturer/base.json")
            for command in (["run", plan], ["compare", base, plan], ["montecarlo", plan, "--defaults", "--trials", "20"],
                            ["sensitivity", plan, "--defaults"]):
                code, text = goho(*command, "--format", "csv")
                self.assertIn(code, (0, 5), command)
                cells = self.hold(command[0], text)
                if command[0] == "compare":
                    self.assertIn("'" + NAMES[0], cells)

    def test_a_batch_and_its_questions(self):
        with tempfile.TemporaryDirectory() as folder:
            plan, database, table = named_plan(folder), str(Path(folder) / "r.sqlite"), Path(folder) / "all.csv"
            self.assertEqual(goho("batch", plan, "-o", database, "--csv", str(table))[0], 0)
            self.assertIn("'" + NAMES[0], self.hold("batch", table.read_text(encoding="utf-8")))
            code, text = goho("query", database, "SELECT * FROM run", "--format", "csv")
            self.assertEqual(code, 0)
            self.hold("query", text)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
