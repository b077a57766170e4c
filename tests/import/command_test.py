"""`goho import trial-balance` as a consultant meets it: exit codes, mappings, both languages, nothing half-written."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
SAMPLES = SOURCE / "scenarios/import_samples"
OWN = [str(SAMPLES / "goho_ja" / name) for name in ("pl.csv", "bs.csv")]


def read(*arguments, cwd=SOURCE):
    return subprocess.run([GOHO, "import", "trial-balance", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8",
                          env={"PATH": os.environ["PATH"]}, check=False)


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Command(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def test_tables_fit_80_columns_in_both_languages(self):
        for language, words in (("en", ("Checked to the yen", "Semi-variable", "Balance sheet")), ("ja", ("検算", "準変動費", "貸借対照表", "△"))):
            done = read(*OWN, "--lang", language)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            for word in words:
                self.assertIn(word, done.stdout)
            for line in done.stdout.splitlines():
                if str(SAMPLES) not in line:
                    self.assertLessEqual(columns(line), 80, line)

    def test_json_holds_the_files_to_the_yen(self):
        done = read(*OWN, "--format", "json")
        found = json.loads(done.stdout)
        self.assertEqual(len(found["months"]), 12)
        rows = {line.split(",")[0]: line.split(",")[1:] for line in Path(OWN[0]).read_text(encoding="utf-8").splitlines()}
        for name, variable in (("売上高 計", "net_sales"), ("売上原価 計", "cost_of_sales"), ("営業損益金額", "operating_income"), ("当期純損益金額", "net_income")):
            self.assertEqual([float(cell.replace("△", "-")) for cell in rows[name]], found["books"][variable], name)
        rows = {line.split(",")[0]: line.split(",")[2:] for line in Path(OWN[1]).read_text(encoding="utf-8").splitlines()}
        for name, variable in (("資産合計", "total_assets"), ("負債合計", "total_liabilities"), ("純資産 計", "net_assets"), ("流動資産 計", "current_assets")):
            self.assertEqual([float(cell) for cell in rows[name]], found["books"][variable], name)
        self.assertEqual(len(found["classification"]), 34)

    def test_csv_has_a_row_for_each_account(self):
        lines = read(*OWN, "--format", "csv").stdout.splitlines()
        self.assertTrue(lines[0].startswith("section,name,account,target,behaviour,opening,2026-04,"))
        self.assertEqual(len(lines), 1 + len(json.loads(read(*OWN, "--format", "json").stdout)["accounts"]))

    def table(self, *rows):
        path = self.folder / "pl.csv"
        path.write_text("勘定科目,2026/04\n" + "".join(f"{name},{amount}\n" for name, amount in rows), encoding="utf-8")
        return path

    def test_unknown_accounts_stop_with_exit_3_and_a_mapping_to_fill_in(self):
        path = self.table(("売上高", 100), ("特急便代", 20), ("謎の費用", 10), ("当期純利益", 70))
        mapping, out = self.folder / "client.json", self.folder / "out.txt"
        done = read(path, "-o", out)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertFalse(out.exists())
        self.assertIn('{"accounts":{"特急便代":null,"謎の費用":null}}', done.stderr)
        done = read(path, "--save-mapping", mapping)
        self.assertEqual(done.returncode, 3)
        written = json.loads(mapping.read_text(encoding="utf-8"))
        self.assertEqual(written, {"accounts": {"特急便代": None, "謎の費用": None}})
        written["accounts"] = {"特急便代": "荷造運賃", "謎の費用": "sundry"}
        written["classification"] = {"特急便代": "変動費"}
        mapping.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
        done = read(path, "--mapping", mapping, "--save-mapping", mapping, "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(done.stdout)["books"]["operating_income"], [70])
        self.assertEqual(json.loads(mapping.read_text(encoding="utf-8")),
                         {"accounts": {"特急便代": "freight", "謎の費用": "sundry"}, "classification": {"特急便代": "variable"}})

    def test_a_mapping_that_is_there_is_not_overwritten_by_accident(self):
        mapping = self.folder / "other.json"
        mapping.write_text("precious", encoding="utf-8")
        done = read(*OWN, "--save-mapping", mapping)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(mapping.read_text(encoding="utf-8"), "precious")

    def test_a_scenario_that_is_there_is_replaced_only_when_asked_for(self):
        out = self.folder / "company.json"
        self.assertEqual(read(*OWN, "-o", out).returncode, 0)
        written = out.read_bytes()
        out.write_text("worked on for days", encoding="utf-8")
        for language, word in (("en", "the file is there already (choose another name, or replace it with --overwrite)"),
                               ("ja", "ファイルがすでにあります（別の名前にするか、--overwrite で置き換えてください）")):
            done = read(*OWN, "-o", out, "--lang", language)
            self.assertEqual((done.returncode, done.stdout), (3, ""))
            self.assertIn(word, done.stderr)
            self.assertEqual(out.read_text(encoding="utf-8"), "worked on for days")
        done = read(self.table(("売上高", 100), ("謎の費用", 10), ("当期純利益", 90)), "-o", out)
        self.assertIn("謎の費用", done.stderr)  # all at once
        self.assertIn("--overwrite", done.stderr)
        self.assertEqual(read(*OWN, "-o", out, "--overwrite").returncode, 0)
        self.assertEqual(out.read_bytes(), written)

    def test_broken_files_write_nothing(self):
        out, mapping = self.folder / "out.json", self.folder / "client.json"
        whole = Path(OWN[0]).read_bytes()
        for broken in (whole.replace("修繕費".encode(), b"\xff\xff"), whole[: len(whole) // 2], whole.replace(b",398000,", b",398001,", 1), whole + whole[-80:],
                       b"\0" * 100, b"", b"\xff\xfe\x00"):
            path = self.folder / "broken.csv"
            path.write_bytes(broken)
            for language in ("en", "ja"):
                done = read(path, OWN[1], "-o", out, "--save-mapping", mapping, "--lang", language)
                self.assertEqual((done.returncode, done.stdout), (3, ""), broken[:20])
                self.assertTrue(done.stderr)
                self.assertFalse(out.exists() or mapping.exists())

    def test_a_file_of_200_megabytes_is_refused_at_once(self):
        path = self.folder / "large.csv"
        with path.open("wb") as file:
            file.truncate(200_000_000)
        begin = time.monotonic()
        done = read(path)
        self.assertEqual(done.returncode, 3)
        self.assertIn("the file has 190.7 MiB; the most that is read is 32 MiB", done.stderr)
        self.assertLess(time.monotonic() - begin, 2.0)

    def test_the_largest_file_ends_soon(self):
        path = self.folder / "long.csv"
        row = "消耗品費," + ",".join(["1,234"] * 1) + "\n"
        path.write_text("勘定科目,2026/04\n" + row * (30_000_000 // len(row.encode())), encoding="utf-8")
        begin = time.monotonic()
        self.assertEqual(read(path).returncode, 3)
        self.assertLess(time.monotonic() - begin, 20.0)

    def test_wrong_usage(self):
        for arguments in ([], [OWN[0], "--layout", "tally"], [OWN[0], "--unit", "dollar"], [OWN[0], "--fiscal-year-start", "April"]):
            self.assertEqual(read(*arguments).returncode, 2, arguments)

    def test_missing_file_and_folder(self):
        self.assertIn("no.csv: the file does not exist", read("no.csv").stderr)
        self.assertIn("this is a folder, not a file (name a file inside it)", read(self.folder).stderr)

    def test_a_unit_can_be_given(self):
        path = self.table(("売上高", 100), ("当期純利益", 100))
        self.assertEqual(json.loads(read(path, "--unit", "thousand", "--format", "json").stdout)["books"]["net_sales"], [100_000])

    def test_the_template_of_the_guide_is_read(self):
        blocks = re.findall(r"```csv\n(.*?)```", (SOURCE / "docs/guide/import.md").read_text(encoding="utf-8"), re.S)
        self.assertEqual(len(blocks), 2)
        for name, block in zip(("pl.csv", "bs.csv"), blocks):
            (self.folder / name).write_text(block, encoding="utf-8")
        done = read(self.folder / "pl.csv", self.folder / "bs.csv")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotIn("note", done.stdout)

    def test_help_in_both_languages(self):
        for language, word in (("en", "Example"), ("ja", "例:")):
            done = read("--help", "--lang", language)
            self.assertIn(word, done.stdout)
            for line in done.stdout.splitlines():
                self.assertLessEqual(columns(line), 80, line)


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False, verbosity=0).result.wasSuccessful())
