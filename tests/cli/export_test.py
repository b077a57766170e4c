"""What `goho export` says and leaves behind: forms and workbooks, and what is refused."""
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
BASE = "scenarios/manufacturer/base.json"
BROKEN = "tests/malformed/94-many-problems-at-once.json"


def goho(*arguments):
    return subprocess.run([os.environ["GOHO_BINARY"], *arguments], cwd=SOURCE, capture_output=True, check=False)


class Forms(unittest.TestCase):
    def test_the_list_names_every_form_with_its_purpose(self):
        for language, word in (("en", "Local Benchmark"), ("ja", "早期経営改善計画")):
            done = goho("export", "form", "--list", "--lang", language)
            self.assertEqual(done.returncode, 0)
            said = done.stdout.decode()
            self.assertIn(word, said)
            for form in ("early-improvement", "local-benchmark", "value-added"):
                self.assertIn(form, said)

    def test_all_that_is_missing_is_said_at_once(self):
        done = goho("export", "form", "--lang", "en")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertEqual(len(done.stderr.splitlines()), 3)

    def test_an_unknown_form_or_unit_is_refused(self):
        for arguments in (["early-improvment", BASE], ["value-added", BASE, "--unit", "oku"]):
            self.assertEqual(goho("export", "form", *arguments, "-o", "/dev/null").returncode, 2, arguments)
        self.assertIn(b"early-improvement?", goho("export", "form", "early-improvment", BASE, "--lang", "en").stderr)

    def test_a_broken_plan_leaves_what_was_there(self):
        for command in (["form", "value-added"], ["xlsx"]):
            with tempfile.TemporaryDirectory() as folder:
                target = Path(folder) / "out.xlsx"
                target.write_text("kept")
                self.assertEqual(goho("export", *command, BROKEN, "-o", str(target)).returncode, 3)
                self.assertEqual(target.read_text(), "kept")

    def test_the_same_bytes_every_time_and_a_benchmark_that_does_not_exist(self):
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / name for name in ("one.xlsx", "two.xlsx")]
            for file in files:
                self.assertEqual(goho("export", "form", "local-benchmark", BASE, "--benchmark", "example", "-o", str(file)).returncode, 0)
            self.assertEqual(files[0].read_bytes(), files[1].read_bytes())
            refused = goho("export", "form", "local-benchmark", BASE, "--benchmark", "nowhere.json", "-o", str(Path(folder) / "three.xlsx"))
            self.assertEqual(refused.returncode, 3)
            self.assertEqual(sorted(path.name for path in Path(folder).iterdir()), ["one.xlsx", "two.xlsx"])

    def test_a_workbook_needs_a_file_and_room_to_be_put_together(self):
        done = goho("export", "xlsx", BASE, "--lang", "en")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"a workbook is written to a file (say which: -o plan.xlsx)", done.stderr)
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "out.xlsx"
            done = subprocess.run([os.environ["GOHO_BINARY"], "export", "xlsx", BASE, "-o", str(target), "--lang", "en"], cwd=SOURCE, capture_output=True, check=False,
                                  env={**os.environ, "TMPDIR": "/proc/none"})
            self.assertEqual((done.returncode, done.stdout, target.exists()), (1, b"", False))
            self.assertIn(b"cannot be written", done.stderr)

    def test_every_sheet_prints_on_a4_with_its_headings(self):
        with tempfile.TemporaryDirectory() as folder:
            for command in (["form", "early-improvement"], ["form", "local-benchmark"], ["form", "value-added"], ["xlsx"]):
                file = Path(folder) / "printed.xlsx"
                self.assertEqual(goho("export", *command, BASE, "-o", str(file)).returncode, 0)
                with zipfile.ZipFile(file) as archive:
                    sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
                    for name in sheets:
                        self.assertIn(b'paperSize="9"', archive.read(name), (command, name))
                    self.assertEqual(archive.read("xl/workbook.xml").count(b"_xlnm.Print_Area"), len(sheets))


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
