"""The command line as a user meets it: exit codes, languages, widths, files that are written whole or not at all."""
import json
import os
import stat
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
BASE = "scenarios/manufacturer/base.json"
VARIANTS = [f"scenarios/manufacturer/{name}.json" for name in ("price_up", "outsourced_back_office", "equipment_loan")]
SERIES = ("net_sales variable_cost marginal_profit gross_profit fixed_cost operating_income ordinary_income net_income cash "
          "total_assets total_liabilities net_assets operating_cash_flow investing_cash_flow financing_cash_flow").split()


def goho(*arguments, **options):
    environment = {"PATH": os.environ["PATH"], **options.pop("env", {})}
    return subprocess.run([GOHO, *arguments], cwd=SOURCE, capture_output=True, env=environment, check=False, **options)


def text(done):
    return done.stdout.decode("utf-8")


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class ExitCodes(unittest.TestCase):
    def test_fine_for_every_shipped_scenario(self):
        files = sorted(str(f.relative_to(SOURCE)) for f in SOURCE.glob("scenarios/*/*.json") if f.parent.name != "schema")
        self.assertGreaterEqual(len(files), 18)
        done = goho("validate", *files)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_usage(self):
        for arguments in ([], ["run"], ["fly"], ["run", BASE, "--format", "xml"], ["run", BASE, "--width", "3"],
                          ["compare", BASE, "--years", "0"], ["export", "journal", BASE, "--dialect", "quicken"]):
            self.assertEqual(goho(*arguments).returncode, 2, arguments)

    def test_help_in_both_languages(self):
        for command in ([], ["run"], ["compare"], ["explain"], ["validate"], ["export", "journal"], ["export", "form"], ["batch"], ["query"], ["schema"], ["docs"]):
            english, japanese = (text(goho(*command, "--help", "--lang", lang)) for lang in ("en", "ja"))
            self.assertIn("Example", english)
            self.assertIn("例:", japanese)
            for line in english.splitlines() + japanese.splitlines():
                self.assertLessEqual(columns(line), 80, line)

    def test_invalid_input_says_all_and_writes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "out.json"
            target.write_text("kept")
            done = goho("run", "tests/malformed/94-many-problems-at-once.json", "--format", "json", "-o", str(target))
            self.assertEqual((done.returncode, done.stdout), (3, b""))
            self.assertEqual(target.read_text(), "kept")
            self.assertGreater(len(done.stderr.splitlines()), 3)

    def test_problems_of_all_files_are_said(self):
        done = goho("compare", "nowhere.json", "elsewhere.json", env={"LANG": "C"})
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"nowhere.json", done.stderr)
        self.assertIn(b"elsewhere.json", done.stderr)

    def test_every_malformed_file_as_expected(self):
        files = sorted(SOURCE.glob("tests/malformed/*.expected"))
        self.assertGreaterEqual(len(files), 60)
        for expected in files:
            done = goho("validate", str(expected.with_suffix(".json").relative_to(SOURCE)), "--lang", "en")
            wanted = expected.read_text(encoding="utf-8")
            warnings = [line for line in done.stderr.decode("utf-8").splitlines() if not line.startswith("note: ")]
            self.assertEqual(warnings, [line for line in wanted.splitlines() if not line.startswith("note: ")], expected.name)
            self.assertEqual(done.returncode, 3, expected.name)

    def test_check(self):
        self.assertEqual(goho("run", BASE, "--check").returncode, 5)  # its break-even ratio is above 80%
        self.assertEqual(goho("run", BASE).returncode, 0)


class Output(unittest.TestCase):
    def test_language_from_locale_and_option(self):
        for env, words in (({"LANG": "ja_JP.UTF-8"}, "売上高"), ({"LANG": "de_DE.UTF-8"}, "Net sales"), ({"LC_ALL": "C", "LANG": "ja_JP"}, "Net sales")):
            self.assertIn(words, text(goho("run", BASE, env=env)))
        self.assertIn("売上高", text(goho("run", BASE, "--lang", "ja", env={"LANG": "C"})))

    def test_eighty_columns(self):
        for lang in ("ja", "en"):
            for company in ("manufacturer", "wholesaler", "it_services"):
                base = f"scenarios/{company}/base.json"
                variants = [str(f.relative_to(SOURCE)) for f in sorted(SOURCE.glob(f"scenarios/{company}/*.json")) if f.name != "base.json"]
                pages = [["run", base, "--statement", "all"], ["run", base], ["compare", base, *variants[:3]]]
                for page in pages:
                    for line in text(goho(*page, "--lang", lang)).splitlines():
                        self.assertLessEqual(columns(line), 80, f"{page} {lang}: {line}")

    def test_narrow_and_wide(self):
        for width in ("40", "200"):
            for line in text(goho("run", BASE, "--width", width, "--lang", "ja")).splitlines():
                if "  " in line and not line.startswith("="):
                    self.assertLessEqual(columns(line), max(int(width), 80))

    def test_run_document(self):
        document = json.loads(text(goho("run", BASE, "--format", "json")))
        for name in SERIES:
            self.assertEqual(len(document["series"][name]), 120, name)
            self.assertTrue(all(value == int(value) for value in document["series"][name]), name)
        for key in ("fiscal_years", "segments", "kpis", "gates", "checks"):
            self.assertTrue(document[key], key)
        self.assertEqual(document["checks"]["largest_residual_yen"], 0)
        self.assertEqual(sum(document["series"]["net_sales"]), sum(year["net_sales"] for year in document["fiscal_years"]))

    def test_comparison_document(self):
        document = json.loads(text(goho("compare", BASE, *VARIANTS, "--format", "json")))
        self.assertEqual(document["years"], [3, 5, 10])
        self.assertEqual([s["role"] for s in document["scenarios"]], ["base"] + ["variant"] * 3)
        for scenario in document["scenarios"][1:]:
            self.assertTrue(scenario["differences"])
            self.assertIn("npv", scenario["valuation"])

    def test_csv_has_one_row_a_month(self):
        rows = text(goho("run", BASE, "--format", "csv")).splitlines()
        self.assertEqual(len(rows), 121)
        self.assertEqual(len({row.count(",") for row in rows}), 1)

    def test_same_bytes_every_time(self):
        self.assertEqual(goho("run", BASE, "--format", "json").stdout, goho("run", BASE, "--format", "json").stdout)

    def test_resolved_scenario_gives_the_same_results(self):
        with tempfile.TemporaryDirectory() as folder:
            resolved = Path(folder) / "resolved.json"
            self.assertEqual(goho("validate", VARIANTS[2], "--resolved", "-o", str(resolved)).returncode, 0)
            series = [json.loads(text(goho("run", str(f), "--format", "json")))["series"] for f in (resolved, VARIANTS[2])]
            self.assertEqual(series[0], series[1])

    def test_names_do_not_steer_the_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.json"
            document = json.loads((SOURCE / BASE).read_text(encoding="utf-8"))
            document["segments"]["machined_parts"]["name"] = "\u202egood\u202c"
            file.write_text(json.dumps(document), encoding="utf-8")
            self.assertNotIn("\u202e", text(goho("run", str(file), "--statement", "segments")))


    def test_another_engine_version_is_said(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.json"
            document = json.loads((SOURCE / BASE).read_text(encoding="utf-8"))
            document["pins"] = {**document.get("pins", {}), "engine": "0.0.1"}
            file.write_text(json.dumps(document), encoding="utf-8")
            done = goho("run", str(file), env={"LANG": "C"})
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"made with engine 0.0.1", done.stderr)


class Explain(unittest.TestCase):
    WHY = ["explain", BASE, "--month", "2028-04"]

    def test_equation_with_values_in_both_languages(self):
        english = text(goho(*self.WHY, "--variable", "operating_income", "--lang", "en"))
        self.assertIn("= Marginal profit − Fixed cost  [PL-7]", english)
        self.assertIn("= Net sales − Variable cost  [PL-3]", english)
        japanese = text(goho(*self.WHY, "--variable", "operating_income", "--lang", "ja"))
        self.assertIn("= 限界利益 − 固定費  [PL-7]", japanese)
        self.assertTrue(japanese.startswith("営業利益（2028年4月）"))

    def test_eighty_columns(self):
        for variable in ("operating_income", "cash", "accounts_collected", "corporate_taxes", "employee_pay"):
            for lang in ("en", "ja"):
                for line in text(goho(*self.WHY, "--variable", variable, "--depth", "4", "--lang", lang)).splitlines():
                    self.assertLessEqual(columns(line), 80, line)

    def test_month_by_number_and_item_by_section(self):
        by_number = goho("explain", BASE, "--variable", "net_sales", "--segment", "machined_parts", "--month", "13")
        by_name = goho(*self.WHY, "--variable", "net_sales", "--item", "segments/machined_parts")
        self.assertEqual((by_number.returncode, by_number.stdout), (0, by_name.stdout))
        self.assertIn("/segments/machined_parts/price", text(by_name))

    def test_document(self):
        document = json.loads(text(goho(*self.WHY, "--variable", "operating_income", "--format", "json", "--depth", "1")))
        why = document["explanation"]
        run = json.loads(text(goho("run", BASE, "--format", "json")))
        at = run["months"].index("2028-04")
        self.assertEqual(why["value"], run["series"]["operating_income"][at])
        self.assertEqual([i["variable"] for i in why["inputs"]], ["marginal_profit", "fixed_cost"])
        self.assertEqual(sum(i["contribution"] for i in why["inputs"]), why["value"])
        self.assertEqual(why["formula"], {"en": "Marginal profit − Fixed cost", "ja": "限界利益 − 固定費"})

    def test_what_a_figure_goes_into(self):
        fed = json.loads(text(goho(*self.WHY, "--variable", "marginal_profit", "--feeds", "--format", "json")))
        self.assertEqual([f["variable"] for f in fed["feeds"]], ["operating_income"])
        self.assertIn("goes directly into", text(goho(*self.WHY, "--variable", "marginal_profit", "--feeds")))

    def test_an_indicator_of_a_year_down_to_its_months(self):
        why = ["explain", BASE, "--variable", "operating_margin", "--year", "3"]
        english, japanese = (text(goho(*why, "--lang", lang)) for lang in ("en", "ja"))
        self.assertTrue(english.startswith("Operating margin (year 3)"))
        self.assertIn("= Operating income ÷ Net sales  [KP-7]", english)
        self.assertIn("= sum of 12 months  [PL-1]", english)
        self.assertTrue(japanese.startswith("営業利益率（3年目）"))
        self.assertIn("= 12か月の合計  [PL-7]", japanese)
        tree = json.loads(text(goho(*why, "--format", "json")))["explanation"]
        self.assertEqual((tree["year"], "month" in tree), (3, False))
        self.assertEqual([i["variable"] for i in tree["inputs"]], ["operating_income", "net_sales"])
        self.assertEqual(tree["inputs"][1]["inputs"][0]["month"], "2029-04")
        run = json.loads(text(goho("run", BASE, "--format", "json")))
        self.assertEqual(sum(m["value"] for m in tree["inputs"][1]["inputs"]), sum(run["series"]["net_sales"][24:36]))
        fed = json.loads(text(goho("explain", BASE, "--variable", "net_sales", "--year", "3", "--feeds", "--format", "json")))
        self.assertIn("operating_margin", [f["variable"] for f in fed["feeds"]])

    def test_every_indicator_of_the_list_can_be_asked(self):
        for row in json.loads(text(goho("explain", BASE, "--list", "--format", "json")))["indicators"][::5]:
            done = goho("explain", BASE, "--variable", row["variable"], "--year", "2", "--depth", "1")
            self.assertTrue(done.returncode == 0 or b"means nothing in year 2" in done.stderr, (row, done.stderr))

    def test_every_name_of_the_list_can_be_asked(self):
        for row in json.loads(text(goho("explain", BASE, "--list", "--format", "json")))["variables"][::9]:
            item = ["--item", f"{row['section']}/{row['items'][0]}"] if row.get("items") else []
            if "section" not in row or item:
                done = goho(*self.WHY, "--variable", row["variable"], *item, "--depth", "1")
                self.assertEqual((done.returncode, done.stderr), (0, b""), row)

    def test_what_is_wrong_is_one_line_with_the_way_out(self):
        for arguments, said in (
                (["--variable", "operatin_income"], "did you mean 'operating_income'?"),
                (["--variable", "zzz"], "--list shows all names"),
                (["--variable", "interest"], "loans/public_bank"),
                (["--variable", "interest", "--item", "nobody"], "loans/public_bank"),
                (["--variable", "cash", "--item", "public_bank"], "belongs to the company"),
                (["--variable", "cash", "--month", "2050-01"], "2027-04 to 2037-03, or 1 to 120"),
                (["--variable", "cash", "--month", "0"], "1 to 120"),
                (["--variable", "cash", "--segment", "a", "--item", "b"], "either --segment or --item"),
                (["--variable", "cash", "--format", "csv"], "table or json"),
                (["--variable", "equity_ratio"], "equity_ratio is a figure of a year: --year 2"),
                (["--variable", "cash", "--month", "1", "--year", "1"], "either --month or --year"),
                (["--variable", "operating_margn", "--year", "1"], "did you mean 'operating_margin'?"),
                (["--variable", "cash", "--year", "11"], "year 11 is not in the plan: 1 to 10"),
                (["--variable", "cash", "--year", "1", "--item", "a"], "--item goes with --month"),
                ([], "--variable and --month are needed")):
            timed = "--month" in arguments or "--year" in arguments
            done = goho("explain", BASE, *([] if timed else self.WHY[2:]), *arguments)
            message = done.stderr.decode("utf-8")
            self.assertEqual((done.returncode, done.stdout, message.count("\n")), (2, b"", 1), message)
            self.assertIn(said, message)


    def test_an_id_that_stands_in_two_sections_is_asked_back(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "twice.json"
            plan = json.loads((SOURCE / BASE).read_text(encoding="utf-8"))
            plan["cost_lines"]["machined_parts"] = {"behaviour": "variable", "segment": "machined_parts", "sales_share": 0.01}
            file.write_text(json.dumps(plan), encoding="utf-8")
            why = ["explain", str(file), "--month", "1", "--variable", "variable_cost", "--item"]
            done = goho(*why, "machined_parts", env={"LANG": "C"})
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            for words in ("machined_parts", "stands in several sections; write one of: ", "segments/machined_parts", "cost_lines/machined_parts"):
                self.assertIn(words, done.stderr.decode("utf-8"))
            for section in ("segments", "cost_lines"):
                self.assertEqual(goho(*why, f"{section}/machined_parts").returncode, 0)


class Files(unittest.TestCase):
    def test_unwritable_places(self):
        for place in ("/proc/nothing/x.json", "/dev/null/x.json"):
            done = goho("run", BASE, "-o", place, env={"LANG": "C"})
            self.assertEqual(done.returncode, 1, place)
            self.assertIn(b"cannot be written", done.stderr)

    def test_a_device_or_pipe_is_written_to_and_stays_what_it_is(self):
        with tempfile.TemporaryDirectory() as folder:
            pipe = os.path.join(folder, "pipe")
            os.mkfifo(pipe)
            reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
            self.assertEqual(goho("run", BASE, "-o", pipe).returncode, 0)
            self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))
            self.assertEqual(os.listdir(folder), ["pipe"])
            self.assertGreater(len(os.read(reader, 65536)), 100)
            os.close(reader)
        done = goho("run", BASE, "-o", "/dev/full", env={"LANG": "C"})
        self.assertEqual(done.returncode, 1)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_full_disk_is_noticed(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([GOHO, "run", BASE], cwd=SOURCE, stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr)

    def test_output_replaces_whole_files_and_leaves_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "new/out.csv"
            for _ in range(2):
                self.assertEqual(goho("run", BASE, "--format", "csv", "-o", str(target)).returncode, 0)
            self.assertEqual([f.name for f in target.parent.iterdir()], ["out.csv"])

    def test_file_names_of_any_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(os.fsencode(folder), b"plan-\xff\xfe \xe4\xba\x94.json")
            with open(name, "wb") as file:
                file.write((SOURCE / BASE).read_bytes())
            self.assertEqual(subprocess.run([GOHO.encode(), b"run", name], capture_output=True, check=False).returncode, 0)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(exit=False).result.wasSuccessful() else 1)
