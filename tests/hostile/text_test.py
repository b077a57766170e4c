"""Texts that would do something where they are shown: steer a terminal, become a formula of a spreadsheet or a script of
a page, or look like another text."""
import csv
import io
import json
import os
import re
import subprocess
import unittest
import zipfile

from hostile import CHECK, FINE, USAGE, Hostile, goho, sound

ESCAPE = "\x1b]0;owned\x07\x1b[31m"
SEEN = ["\u202eevil", "zero\u200bwidth", "\u2066isolated\u2069", "\u200fright", "\ufeffmark", "c1\u009b31m", "\u061cletter", "soft\u00adhyphen", "\U000e0041tag", "line\u2028break"]
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\uff1d1+1", "=HYPERLINK(\"http://example.com\")"]
MARKUP = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><b>", "&lt;", "\"'><svg/onload=1>"]


def named(name):
    plan = sound(name=name, description=name)
    for section, key in (("segments", "main"), ("loans", "bank"), ("cost_lines", "rent"), ("job_groups", "makers"), ("assets", "lathe")):
        plan[section][key]["name"] = name
    plan["timeline"]["rise"]["name"] = name
    plan["timeline"]["rise"]["note"] = name
    plan["initiatives"] = {"one": {"name": name, "start": "2026-06"}}
    plan["decision_log"] = {"one": {"date": "2026-04", "question": name, "decision": name, "owner": name}}
    return plan


class Texts(Hostile):
    def test_control_characters_are_refused(self):
        for sign in (ESCAPE, "\x00", "\x07", "\r", "\x08", "\x7f", "two\nlines"):
            done = goho("run", self.put(named(sign)))
            self.refused(done, "control character")
            self.assertNotIn(sign.encode(), done.err)
        for sign in ("\x00", "\x1b"):  # written out, not escaped
            done = goho("run", self.put(json.dumps(sound(name="x"), ensure_ascii=False).replace('"x"', f'"{sign}"')))
            self.refused(done, "plan.json")
            self.assertNotIn(sign.encode(), done.err)

    def test_signs_that_deceive_are_shown(self):
        for sign in SEEN:
            path = self.put(named(sign))
            for command in (["run", path, "--statement", "all"], ["compare", path, path], ["explain", path, "--list"], ["explain", path, "--variable", "cash", "--year", "1"], ["validate", path], ["sensitivity", path, "--defaults"]):
                done = goho(*command)
                self.assertIn(done.code, (FINE, CHECK), (command, done.said))
                for bad in sign:
                    if not bad.isalnum():
                        self.assertNotIn(bad, done.text + done.said, (command, sign))

    def test_keys_and_ids_in_messages(self):
        for sign in (ESCAPE, *SEEN):
            for plan in (sound(**{sign: 1}), sound(segments={sign: {}}), sound(loans={"bank": {sign: 1}}), sound(timeline={"x": {"from": "2026-05", "set": {f"/{sign}/x": 1}}})):
                done = goho("validate", self.put(plan))
                self.refused(done, "\\u")
                for bad in sign:
                    if not bad.isalnum() and bad not in "];[":
                        self.assertNotIn(bad, done.said)

    def test_no_cell_becomes_a_formula(self):
        for formula in FORMULAS:
            path = self.put(named(formula))
            for command in (["run", path], ["compare", path, path], ["export", "journal", path]):
                more = [] if command[0] == "export" else ["--format", "csv"]
                done = goho(*command, *more)
                self.assertIn(done.code, (FINE, CHECK), done.said)
                for row in csv.reader(io.StringIO(done.text.lstrip("\ufeff"))):
                    for cell in row:
                        if cell and cell[0] in "=+-@\t\r\uff1d\uff0b\uff0d\uff20":
                            self.assertRegex(cell, r"^[+-]?[0-9.]+(e[+-]?[0-9]+)?%?$", command)

    def test_no_text_of_a_workbook_is_a_formula(self):
        for formula in FORMULAS[6:] + MARKUP[:1] + SEEN[:1]:
            path, book = self.put(named(formula)), self.folder / "plan.xlsx"
            self.fine(goho("export", "xlsx", path, "-o", book))
            with zipfile.ZipFile(book) as parts:
                for part in parts.namelist():
                    text = parts.read(part).decode("utf-8")
                    self.assertNotIn("<script", text)
                    for found in re.findall(r"<f>(.*?)</f>", text):
                        self.assertNotIn(formula, found)
            book.unlink()

    def test_no_page_runs_a_script(self):
        from hostile import GOHO
        if not os.path.exists(os.path.join(os.path.dirname(GOHO), "goho-gui")):
            self.skipTest("no window, no report")
        path, page = self.put(named(" ".join(MARKUP))), self.folder / "plan.html"
        self.fine(goho("report", path, "-o", page, "--client", MARKUP[0], "--title", MARKUP[1], "--for", MARKUP[2], "--by", MARKUP[4]))
        text = page.read_text(encoding="utf-8")
        for markup in MARKUP[:2] + MARKUP[4:]:
            self.assertNotIn(markup, text)
        self.assertIn("&lt;script&gt;", text)

    def test_a_database_takes_every_text(self):
        name = "'); DROP TABLE run; --"
        path = self.put(named(name))
        self.fine(goho("batch", path, "-o", self.folder / "all.sqlite", "--csv", self.folder / "all.csv"))
        self.assertIn(name, goho("query", self.folder / "all.sqlite", "SELECT name_en FROM file", "--format", "json").text + goho("query", self.folder / "all.sqlite", "SELECT * FROM run", "--format", "json").text)
        for question in ("DROP TABLE run", "SELECT 1; DROP TABLE run", "ATTACH '/etc/passwd' AS x", "SELECT load_extension('x')", "PRAGMA writable_schema=1", "SELECT writefile('x', 'y')"):
            done = goho("query", self.folder / "all.sqlite", question)
            self.refused(done, "all.sqlite: ", code=USAGE)

    def test_broken_encodings(self):
        whole = json.dumps(sound(), ensure_ascii=False).encode()
        for bytes_, words in ((whole.replace(b"Small", b"Sm\xffll"), "is not UTF-8"), (whole.replace(b"Small", b"\xed\xa0\x80"), "is not UTF-8"), (whole.replace(b"Small", b"\xc0\xaf"), "is not UTF-8"),
                              (whole.replace(b"Small", b"Sm\0ll"), "is zero"), (whole[:-1], "ends before it is complete"), (whole.decode().encode("utf-16"), "is UTF-16"), (whole.decode().encode("utf-32-le"), "zero"),
                              (whole.decode().encode("cp932"), "looks like Shift_JIS"), (b"\xef\xbb\xbf", "is empty"), (b"", "is empty"), (b" \n\t", "is empty"),
                              (whole.replace(b'"Small', b'"\\ud800'), "plan.json:1:"), (whole.replace(b'"Small', b'"\\udc00\\ud800'), "plan.json:1:"), (whole + b"\0", "is zero"), (whole + whole, "behind the end")):
            with self.subTest(words=words, begins=bytes_[:60]):
                self.refused(goho("run", self.put(bytes_)), words)
        self.assertIn(goho("run", self.put(b"\xef\xbb\xbf" + whole)).code, (FINE, CHECK))
        self.assertIn(goho("run", self.put(whole.replace(b'"Small', b'"\\ud83d\\ude00'))).code, (FINE, CHECK))

    def test_tables_of_other_programs(self):
        for bytes_ in (b"", b"\0" * 100, b"\xff" * 100, b'"' * 100001, b"," * 1000000, b"\n" * 1000000, b'"' + b"x" * 1000000, b"=1+1,\x1b[31m\r\n" * 100, os.urandom(100000)):
            done = goho("import", "trial-balance", self.put(bytes_, "table.csv"), "-o", self.folder / "new.json")
            self.refused(done, "table.csv")
            self.assertNotIn(b"\x1b", done.err)
            self.assertFalse((self.folder / "new.json").exists())


if __name__ == "__main__":
    unittest.main()
