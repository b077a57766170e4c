"""What goho run shows of plans that are out of the ordinary: short of cash, begun, of broken years, without behaviour."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

GOHO = os.environ["GOHO_BINARY"]
SCENARIOS = Path(os.environ["GOHO_SOURCE_DIR"]) / "scenarios"
# It loses 100,000 yen a month: no taxes, no lags, nobody answers. Of its 1,000,000 yen nothing is left after ten months.
SHOP = {
    "format": 1, "name": {"en": "Shop", "ja": "店"}, "company": {"start": "2027-04", "months": 18, "behaviour": "off"},
    "opening": {"cash": 1000000, "paid_in_capital": 1000000, "retained_earnings": 0},
    "segments": {"s": {"price": 300, "volume": 1000, "cash_share": 1, "sales_tax_rate": 0}},
    "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 400000, "purchase_tax_rate": 0, "payment_lag": 0}},
    "taxes": {"per_capita_levy": 0},
}


class Statements(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.file = Path(kept.name) / "shop.json"

    def goho(self, *arguments, language="en", file=None, **sections):
        self.file.write_text(json.dumps({**SHOP, **sections}), encoding="utf-8")
        return subprocess.run([GOHO, "run", file or self.file, *arguments, "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)

    def said(self, *arguments, language="en", **options):
        """What is shown, as if lines had no end."""
        done = self.goho(*arguments, language=language, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return ("" if language == "ja" else " ").join(done.stdout.split())

    def test_a_shortage_of_cash_is_told_with_its_month_its_depth_and_what_prevents_it(self):
        # Month 11 (2028-02) ends 100,000 below zero, month 18 (2028-09) 800,000.
        self.assertIn("Cash: short from 2028-02; deepest 800 thousand yen in 2028-09; 800 thousand yen needed by 2028-02 to avoid it.", self.said())
        self.assertIn("資金繰り:2028年2月に不足（最大800千円、2028年9月）。不足を防ぐには2028年2月までに800千円が必要。", self.said(language="ja"))

    def test_years_that_are_not_whole_say_how_many_months_they_hold(self):
        self.assertIn("* FY2028* holds 6 months", self.said())
        self.assertIn("*2028年度*は6か月", self.said(language="ja"))
        one_more = {**SHOP["company"], "start": "2027-03", "months": 14, "fiscal_year_start": 4}
        self.assertIn("* FY2026* holds 1 month, FY2028* holds 1 month", self.said(company=one_more))
        self.assertIn("*2026年度*は1か月、2028年度*は1か月", self.said(language="ja", company=one_more))

    def test_months_as_in_the_books_are_counted_in_the_head(self):
        self.assertIn("2 months to 2027-05 as in the books", self.said(actuals={"2027-04": {}, "2027-05": {}}))
        self.assertIn("1 month to 2027-04 as in the books", self.said(actuals={"2027-04": {}}))
        self.assertIn("2027年4月までの1か月は実績", self.said(language="ja", actuals={"2027-04": {}}))

    def test_without_behaviour_what_rests_on_it_says_so(self):
        tool = {"tool": {"name": "Tool", "kind": "digital", "start": "2027-06"}}
        for part in ("directions", "hours", "people", "initiatives"):
            self.assertIn("(company.behaviour)", self.said("--statement", part, initiatives=tool), part)
            self.assertIn("行動の計算を行っていません（company.behaviour）。", self.said("--statement", part, language="ja", initiatives=tool), part)

    def test_initiatives_show_the_figures_of_the_document_year_by_year(self):
        file = SCENARIOS / "cases/integrated.json"
        english, japanese = (self.said("--statement", "initiatives", language=language, file=file) for language in ("en", "ja"))
        for words in ("Initiative: People, process and data together (thousand yen)", "Stage Roll-out Continuous use", "Effect and ease: 10,925 thousand yen a year in full use"):
            self.assertIn(words, english)
        for words in ("施策:人・仕組み・データの同時設計(千円)", "段階展開継続運用", "効果×実行しやすさ:効果年10,925千円"):
            self.assertIn(words, japanese)

    def test_local_benchmark_is_shown_where_thresholds_are_given(self):
        shown = self.said("--statement", "gates", "--benchmark", "example", file=SCENARIOS / "manufacturer/base.json")
        self.assertIn("== Local Benchmark (points)", shown)
        self.assertIn("Sum of 30, grade", shown)
        self.assertNotIn("Local Benchmark", self.said("--statement", "gates", file=SCENARIOS / "manufacturer/base.json"))

    def test_check_fails_when_a_target_is_missed_and_for_nothing_else_here(self):
        sound = {"opening": {"cash": 9000000, "paid_in_capital": 9000000, "retained_earnings": 0}, "cost_lines": {}}
        for cash, code in ((1, 0), (900000000, 5)):
            self.assertEqual(self.goho("--check", targets={"cash": {"year": 1, "variable": "cash", "value": cash}}, **sound).returncode, code)


if __name__ == "__main__":
    unittest.main()
