"""`goho actuals` as a controller meets it: tables in both languages, months added from exports, nothing half-written."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
SAMPLES = SOURCE / "scenarios/import_samples/goho_ja"


def goho(*arguments, cwd=SOURCE):
    return subprocess.run([GOHO, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8",
                          env={"PATH": os.environ["PATH"]}, check=False)


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def cut(name, first, last):
    """A statement of the samples with some of its months; opening balances are those before the first of them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in csv.reader((SAMPLES / name).read_text(encoding="utf-8").splitlines()):
        if len(row) < 12:
            writer.writerow(row)
        elif name == "bs.csv":
            opening = row[1] if first == 0 or not any(c.isdigit() for c in row[1]) else row[1 + first]
            writer.writerow([row[0], opening, *row[2 + first:2 + last]])
        else:
            writer.writerow([row[0], *row[1 + first:1 + last]])
    return out.getvalue()


class Actuals(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def exports(self, first, last):
        files = []
        for name in ("pl.csv", "bs.csv"):
            files.append(self.folder / f"{first}_{last}_{name}")
            files[-1].write_text(cut(name, first, last), encoding="utf-8")
        return files

    def imported(self, last=8):
        """The company after so many months."""
        path = self.folder / "company.json"
        done = goho("import", "trial-balance", *self.exports(0, last), "-o", path)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path

    def test_tables_fit_80_columns_in_both_languages(self):
        path = self.imported()
        for language, words in (("en", ("budget", "actual", "difference", "ratio", "Landing", "The largest causes", "no volumes")),
                                ("ja", ("予算", "実績", "差異", "達成率", "着地見込", "主な差異要因", "△", "変動予算"))):
            done = goho("actuals", path, "--lang", language, "--months", 3)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            for word in words:
                self.assertIn(word, done.stdout)
            for line in done.stdout.splitlines():
                self.assertLessEqual(columns(line), 80, line)

    def test_json_and_csv_say_the_same_and_add_up(self):
        path = self.imported()
        found = json.loads(goho("actuals", path, "--format", "json").stdout)
        self.assertEqual(len(found["months"]), 8)
        for span in (*found["months"], found["year_to_date"], found["cumulative"]):
            parts = span["operating_income_difference"]
            difference = span["lines"]["operating_income"]["difference"]
            self.assertEqual(sum(parts[k] for k in ("price", "volume", "mix", "unit_cost", "spending", "timing")), difference)
            self.assertEqual(parts["sum"], difference)
        self.assertEqual((found["landing"]["from"], found["landing"]["to"]), ("2026-04", "2027-03"))
        rows = list(csv.DictReader(io.StringIO(goho("actuals", path, "--format", "csv").stdout)))
        row = next(r for r in rows if r["span"] == "year_to_date" and r["line"] == "operating_income")
        self.assertEqual(float(row["difference"]), found["year_to_date"]["lines"]["operating_income"]["difference"])

    def test_actual_figures_are_those_of_the_books(self):
        found = json.loads(goho("actuals", self.imported(), "--format", "json").stdout)
        books = json.loads(goho("import", "trial-balance", *self.exports(0, 8), "--format", "json").stdout)["books"]
        for line in ("net_sales", "operating_income", "net_income", "cash", "net_assets"):
            self.assertEqual([m["lines"][line]["actual"] for m in found["months"]], books[line], line)

    def test_as_of_an_earlier_month(self):
        path = self.imported()
        found = json.loads(goho("actuals", path, "--through", "2026-06", "--format", "json").stdout)
        self.assertEqual(found["year_to_date"]["to"], "2026-06")
        late = goho("actuals", path, "--through", "2027-01")
        self.assertEqual((late.returncode, late.stdout), (3, ""))
        self.assertIn("2027-01 is no actual month; there are 2026-04 to 2026-11", late.stderr)
        self.assertEqual(goho("actuals", path, "--through", "June").returncode, 2)

    def test_without_actual_months_there_is_one_clear_sentence(self):
        for language, word in (("en", "the scenario has no month as it happened"), ("ja", "このシナリオには実績の月がありません")):
            done = goho("actuals", "scenarios/manufacturer/base.json", "--lang", language)
            self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (3, "", 1))
            self.assertIn(word, done.stderr)

    def test_new_months_are_added_and_the_plan_goes_on_from_them(self):
        path, new = self.imported(), self.folder / "new.json"
        before = json.loads(path.read_text(encoding="utf-8"))
        for exports in (self.exports(0, 12), self.exports(8, 12)):
            done = goho("actuals", path, "--from-trial-balance", *exports, "-o", new)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("2026-12 to 2027-03 added, 12 months", " ".join(done.stdout.split()))
            after = json.loads(new.read_text(encoding="utf-8"))
            self.assertEqual(len(after["actuals"]), 12)
            self.assertEqual({k: v for k, v in after.items() if k != "actuals"}, {k: v for k, v in before.items() if k != "actuals"})
            found = json.loads(goho("actuals", new, "--format", "json").stdout)
            books = json.loads(goho("import", "trial-balance", *self.exports(0, 12), "--format", "json").stdout)["books"]
            for line in ("net_sales", "operating_income", "net_income", "cash", "net_assets"):
                self.assertEqual([m["lines"][line]["actual"] for m in found["months"]], books[line], line)
            new.unlink()

    def test_the_worked_example_of_the_guide_is_what_the_program_says(self):
        page = (SOURCE / "docs/guide/actuals.md").read_text(encoding="utf-8")
        samples = SOURCE / "scenarios/import_samples/yayoi_months"
        company, september = self.folder / "company.json", self.folder / "september.json"
        self.assertEqual(goho("import", "trial-balance", *(samples / f"2026-0{m}.txt" for m in range(4, 9)), "-o", company).returncode, 0)
        self.assertEqual(goho("actuals", company, "--from-trial-balance", samples / "2026-09.txt", "-o", september).returncode, 0)
        said = "".join(goho("actuals", september, "--lang", language).stdout for language in ("en", "ja"))
        blocks = re.findall(r"```text\n(.*?)```", page, re.S)
        self.assertEqual(len(blocks), 6)
        for block in blocks:
            self.assertIn(block, said)

    def refused(self, path, exports, *words):
        new = self.folder / "new.json"
        done = goho("actuals", path, "--from-trial-balance", *exports, "-o", new)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertFalse(new.exists())
        for word in words:
            self.assertIn(word, done.stderr)

    def test_months_that_do_not_follow_are_refused(self):
        path = self.imported()
        self.refused(path, self.exports(9, 12), "the next month is 2026-12, the files begin with 2027-01")
        self.refused(path, self.exports(4, 8), "the files hold no month from 2026-12 on")

    def test_an_account_that_the_plan_lacks_is_told_and_nothing_is_written(self):
        path = self.imported()
        plan = json.loads(path.read_text(encoding="utf-8"))
        gone = next(iter(plan["cost_lines"]))
        name = plan["cost_lines"][gone]["name"]["ja"]
        del plan["cost_lines"][gone]
        for month in plan["actuals"].values():
            del month["cost_lines"][gone]
        path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        self.refused(path, self.exports(8, 12), name, "has no place of its own in /cost_lines of the plan")

    def test_books_that_were_corrected_since_are_told(self):
        path = self.imported()
        plan = json.loads(path.read_text(encoding="utf-8"))
        plan["actuals"]["2026-05"]["company"]["non_operating_income"] = 1
        path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        self.refused(path, self.exports(0, 12), "2026-05: non_operating_income is 1 in the plan and")

    def test_a_mapping_names_accounts_of_the_client(self):
        path, new, mapping = self.imported(), self.folder / "new.json", self.folder / "client.json"
        mapping.write_text(json.dumps({"accounts": {}, "classification": {}}), encoding="utf-8")
        add = ("actuals", path, "--from-trial-balance", *self.exports(8, 12), "--mapping", mapping, "-o", new)
        self.assertEqual(goho(*add).returncode, 0)
        new.unlink()
        mapping.write_text('{"acounts": {}}', encoding="utf-8")
        done = goho(*add, "--lang", "en")
        self.assertEqual((done.returncode, done.stdout, new.exists()), (3, "", False))
        self.assertIn("/acounts: unknown key (allowed: accounts, classification)", done.stderr)

    def test_wrong_usage(self):
        path = self.imported()
        self.assertEqual(goho("actuals", path, "--from-trial-balance", *self.exports(8, 12)).returncode, 2)
        self.assertEqual(goho("actuals", path, "--mapping", "x.json").returncode, 2)
        self.assertEqual(goho("actuals").returncode, 2)


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False, verbosity=0).result.wasSuccessful())
