"""goho report hands its request to the program that draws. Here another stands in its place, so that what is handed over and
what is told when drawing fails hold in builds without the window, too; tests/gui draws for real."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

GOHO = os.environ["GOHO_BINARY"]


class Report(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        shutil.copy(GOHO, self.folder / "goho")

    def drawer(self, script, folder=None):
        """Stands in for goho-gui, beside goho where no folder is given."""
        program = (folder or self.folder) / "goho-gui"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def report(self, *arguments, path="/usr/bin:/bin", language="en"):
        return subprocess.run([self.folder / "goho", "report", *arguments, "--lang", language], cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
                              env={"PATH": path}, check=False, timeout=60)

    def test_the_whole_request_arrives_and_no_screen_is_used(self):
        self.drawer('cat > request.json; echo "$1 $QT_QPA_PLATFORM" > how')
        done = self.report("a.json", "b.json", "-o", "plan.pdf", "--for", "みなと銀行", "--by", "Office Y", "--date", "2027-04-01", "--sections", "cash,gates", "--unit", "million",
                           "--trials", "200", "--seed", "7", "--hide-client")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual((self.folder / "how").read_text(encoding="utf-8"), "--report offscreen\n")
        request = json.loads((self.folder / "request.json").read_text(encoding="utf-8"))
        for key, value in {"files": ["a.json", "b.json"], "output": "plan.pdf", "prepared_for": "みなと銀行", "prepared_by": "Office Y", "date": "2027-04-01",
                           "sections": ["cash", "gates"], "trials": 200, "seed": 7, "hide_client": True}.items():
            self.assertEqual(request[key], value, key)

    def test_a_report_without_a_date_is_of_today(self):
        self.drawer("cat > request.json; date +%Y-%m-%d > today")
        before = subprocess.run(["date", "+%Y-%m-%d"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(self.report("a.json", "-o", "plan.html").returncode, 0)
        date = json.loads((self.folder / "request.json").read_text(encoding="utf-8"))["date"]
        self.assertIn(date + "\n", (before, (self.folder / "today").read_text(encoding="utf-8")))  # midnight may pass

    def test_what_the_drawer_returns_is_returned(self):
        for code in (0, 3):
            self.drawer(f"cat > /dev/null; exit {code}")
            self.assertEqual(self.report("a.json", "-o", "plan.pdf").returncode, code)

    def test_a_drawer_that_does_not_listen_or_dies_ends_the_report_and_no_more(self):
        self.drawer("exit 3")
        self.assertEqual(self.report("a.json", "-o", "plan.pdf", "--client", "x" * 100_000).returncode, 3)
        self.drawer("cat > /dev/null; kill -9 $$")
        self.assertEqual(self.report("a.json", "-o", "plan.pdf").returncode, 1)

    def test_a_drawer_on_the_path_will_do(self):
        self.drawer("cat > /dev/null; exit 3", self.folder / "programs")
        self.assertEqual(self.report("a.json", "-o", "plan.pdf", path=f"{self.folder / 'programs'}:/usr/bin:/bin").returncode, 3)

    def test_without_a_drawer_that_is_said(self):
        for language, words in (("en", "could not be started (goho-gui must stand beside goho or on the PATH"), ("ja", "報告書を描くプログラムを起動できません")):
            done = self.report("a.json", "-o", "plan.pdf", path=str(self.folder / "nothing"), language=language)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn(words, done.stderr)

    def test_wrong_usage_is_told_before_anything_is_drawn(self):
        self.drawer("touch drawn")
        for arguments, words in ((["a.json"], "say which: -o plan.pdf or -o plan.html"), (["a.json", "-o", "plan.docx"], "a report is a .pdf or an .html file"),
                                 (["a.json", "-o", "plan.pdf", "--date", "1.4.2027"], "a date is written as 2027-04-01"),
                                 (["a.json", "-o", "plan.pdf", "--sections", "cush"], "did you mean cash?")):
            done = self.report(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertIn(words, done.stderr)
        self.assertFalse((self.folder / "drawn").exists())


if __name__ == "__main__":
    unittest.main()
