"""goho report as a user meets it: what is refused, with which exit code, and that nothing is left half-written."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = Path(os.environ["GOHO_BINARY"])
SHIPPED = SOURCE / "scenarios/manufacturer"
BASE, PLAN = str(SHIPPED / "base.json"), str(SHIPPED / "investment_plan.json")


def goho(*arguments, program=GOHO, path=None):
    environment = {"PATH": path or os.environ["PATH"], "HOME": tempfile.gettempdir()}
    return subprocess.run([program, "report", *arguments], capture_output=True, env=environment, check=False, timeout=120)


class Report(unittest.TestCase):
    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.addCleanup(self.kept.cleanup)
        self.folder = Path(self.kept.name)

    def refused(self, code, words, *arguments, **options):
        done = goho(*arguments, **options)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, code, said)
        self.assertIn(words, said)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_pdf_and_page(self):
        for name, begins in (("plan.pdf", b"%PDF-"), ("plan.html", b"<!DOCTYPE html>")):
            done = goho(BASE, PLAN, "-o", str(self.folder / name))
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
            self.assertTrue((self.folder / name).read_bytes().startswith(begins))

    def test_same_bytes(self):
        for kind in ("pdf", "html"):
            made = []
            for name in ("a", "b"):
                file = self.folder / f"{name}.{kind}"
                goho(BASE, PLAN, "-o", str(file), "--date", "2027-04-01", "--trials", "200", "--lang", "ja")
                made.append(file.read_bytes())
            self.assertEqual(made[0], made[1])

    def test_words_of_the_cover(self):
        file = self.folder / "plan.html"
        done = goho(BASE, "-o", str(file), "--client", "A & B", "--title", "Our plan", "--for", "Minato Bank", "--by", "Office Y",
                    "--date", "2027-04-01", "--lang", "en")
        self.assertEqual(done.returncode, 0)
        page = file.read_text(encoding="utf-8")
        for words in ("A &amp; B", "Our plan", "For: Minato Bank", "By: Office Y", "Date: 2027-04-01"):
            self.assertIn(words, page)

    def test_needs_a_file(self):
        self.refused(2, "-o plan.pdf", BASE, "--lang", "en")

    def test_kinds_of_files(self):
        self.refused(2, "a report is a .pdf or an .html file", BASE, "-o", str(self.folder / "plan.docx"), "--lang", "en")

    def test_dates(self):
        for date in ("1.4.2027", "2027-13-01", "2027-4-1"):
            self.refused(2, "2027-04-01", BASE, "-o", str(self.folder / "plan.pdf"), "--date", date, "--lang", "en")

    def test_chapters(self):
        self.refused(2, "did you mean cash?", BASE, "-o", str(self.folder / "plan.pdf"), "--sections", "cush", "--lang", "en")

    def test_problems_of_scenarios(self):
        wrong = SHIPPED / "base.json"
        with tempfile.TemporaryDirectory() as other:
            broken = Path(other) / "broken.json"
            broken.write_text(wrong.read_text(encoding="utf-8").replace('"months": 120', '"months": 0, "mnths": 3'), encoding="utf-8")
            self.refused(3, "/company/mnths", str(broken), "-o", str(self.folder / "plan.pdf"), "--lang", "en")
            self.refused(3, "/company/months", str(broken), "-o", str(self.folder / "plan.pdf"), "--lang", "en")

    def test_missing_file(self):
        self.refused(3, "nowhere.json", "nowhere.json", "-o", str(self.folder / "plan.pdf"), "--lang", "en")

    def test_plan_among_files(self):
        self.refused(3, "not among the scenario files", BASE, "--plan", PLAN, "-o", str(self.folder / "plan.pdf"), "--lang", "en")

    def test_cannot_write(self):
        self.refused(1, "/proc/plan.pdf", BASE, "-o", "/proc/plan.pdf", "--lang", "en")

    def test_without_the_program_that_draws(self):
        with tempfile.TemporaryDirectory() as alone:
            program = Path(alone) / "goho"
            shutil.copy(GOHO, program)
            self.refused(1, "goho-gui", BASE, "-o", str(self.folder / "plan.pdf"), "--lang", "en", program=program, path=alone)


if __name__ == "__main__":
    unittest.main()
