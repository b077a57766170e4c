"""Manual pages and completion know every command and option of the program, and a real shell completes with them."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
UNIT = "million oku thousand yen"


def said(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, encoding="utf-8", check=True, **more).stdout


def helps():
    """Every command with its help, as a person finds them: from the lists of commands in the help."""
    found, open_names = {}, [""]
    while open_names:
        name = open_names.pop()
        text = said(GOHO, *name.split(), "--help", "--lang", "en")
        found[("goho " + name).strip()] = text
        listed = re.search(r"^Commands:\n(.*?)\n\n", text, re.M | re.S)
        for part in re.findall(r"^  ([a-z][a-z-]*)", listed.group(1), re.M) if listed else []:
            open_names.append(f"{name} {part}".strip())
    return found


def options(text):
    return set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", text, re.M)) | set(re.findall(r"^  (-\w),--", text, re.M))


HELPS = helps()


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        said(GOHO, "docs", "--man", cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def shown(self, page, columns=80):
        done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, encoding="utf-8", check=True,
                              env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": str(columns)})
        self.assertEqual(done.stderr, "", page)
        return done.stdout

    def test_every_command_and_option_has_its_place_in_both_languages(self):
        for folder in ("man1", "ja/man1"):
            for name, text in HELPS.items():
                page = (self.folder / folder / (name.replace(" ", "-") + ".1")).read_text(encoding="utf-8").replace("\\-", "-")
                for option in options(text):
                    self.assertIn(f"\\fB{option}\\fR", page, f"{folder}: {name}")
                for heading in ("NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "SEE ALSO") if folder == "man1" else ("名前", "書式", "オプション", "終了ステータス", "環境変数", "関連項目"):
                    self.assertIn(f'.SH "{heading}"' if " " in heading else f".SH {heading}", page, name)
        self.assertEqual(len(list(self.folder.glob("man1/*.1"))), len(HELPS) + 1)  # and the window

    def test_the_window_and_the_format(self):
        window = SOURCE / "gui/main.cpp"
        named = set(re.findall(r'QCommandLineOption \w+\(\s*QStringLiteral\("([a-z]+)"\)', window.read_text(encoding="utf-8"))) | {"help"}
        self.assertGreaterEqual(len(named), 6)
        properties = json.loads(said(GOHO, "schema"))["properties"]
        for folder in ("", "ja/"):
            page = (self.folder / f"{folder}man1/goho-gui.1").read_text(encoding="utf-8").replace("\\-", "-")
            for option in named:
                self.assertIn(f"--{option}", page)
            page = (self.folder / f"{folder}man5/goho-scenario.5").read_text(encoding="utf-8").replace("\\:", "").replace("\\fB", " ")
            for section in properties:
                self.assertRegex(page, rf"(?<!\w){re.escape(section)}(?!\w)", folder)

    @unittest.skipUnless(shutil.which("man"), "man is missing")
    def test_pages_are_shown_without_a_warning_in_80_columns(self):
        for page in sorted(self.folder.rglob("*.[15]")):
            inside = False
            for line in self.shown(page).splitlines():
                inside = inside or line.strip() in ("EXAMPLES", "例")
                width = sum(2 if "\u1100" <= c <= "\u115f" or "\u2e80" <= c <= "\uffdc" else 1 for c in line.rstrip())
                self.assertTrue(width <= 80 or inside, f"{page.name}: {line}")

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is missing")
    def test_pages_satisfy_another_reader(self):
        for page in sorted(self.folder.rglob("*.[15]")):
            done = subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True, check=False)
            self.assertEqual(done.stdout, "", page)

    def test_examples_of_the_format_are_valid(self):
        page = (self.folder / "man5/goho-scenario.5").read_text(encoding="utf-8").replace("\\-", "-").replace("\\:", "")
        base, variant = re.findall(r"\.RS 4\n(.*?)\n\.RE", page, re.S)
        (self.folder / "base.json").write_text(base, encoding="utf-8")
        (self.folder / "variant.json").write_text(variant, encoding="utf-8")
        said(GOHO, "compare", self.folder / "base.json", self.folder / "variant.json")


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        cls.scripts = {}
        for shell in ("bash", "zsh", "fish"):
            cls.scripts[shell] = cls.folder / shell
            cls.scripts[shell].write_text(said(GOHO, "completion", shell, "--lang", "en"), encoding="utf-8")
        for name in ("base.json", "price_up.json", "notes.txt"):
            (cls.folder / name).write_bytes((SOURCE / "scenarios/manufacturer" / name).read_bytes() if name.endswith("json") else b"")
        (cls.folder / "plans").mkdir()

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_every_command_and_option_is_in_every_script(self):
        for shell, script in self.scripts.items():
            text = script.read_text(encoding="utf-8")
            for name, help_text in HELPS.items():
                self.assertIn(name if shell != "zsh" else "_" + re.sub("[ -]", "_", name) + "()", text, shell)
                for option in options(help_text):
                    written = re.escape(option) if shell != "fish" else rf"-l {option[2:]}\b|-s {option[1:]}\b"
                    self.assertRegex(text, written, f"{shell}: {name}")

    def test_shells_can_read_their_scripts(self):
        for shell, check in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "--no-execute"]), ("bash", ["shellcheck"])):
            if shutil.which(check[0]):
                said(*check, self.scripts[shell])

    def completed(self, line):
        """What bash offers behind a line, whose words are split as it splits them."""
        words = [word for word in re.split(r"\s+|(=)", line) if word is not None and word != ""]
        if line.endswith((" ", "=")):
            words += [] if line.endswith("=") else [""]
        script = f'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _goho "$GOHO"; printf "%s\\n" "${{COMPREPLY[@]}}"'
        out = said("bash", "--norc", "-c", script, "bash", self.scripts["bash"], *words, cwd=self.folder, env=os.environ | {"GOHO": GOHO})
        return out.split("\n")[:-1] if out != "\n" else []

    def test_bash_completes(self):
        for line, offered in (
            ("goho mont", ["montecarlo"]),
            ("goho export ", ["xlsx", "form", "journal"]),
            ("goho export jour", ["journal"]),
            ("goho run --un", ["--unit"]),
            ("goho run --unit ", UNIT.split()),
            ("goho run --unit=t", ["thousand"]),
            ("goho run --unit=", UNIT.split()),
            ("goho run --statement profit,bal", ["profit,balance"]),
            ("goho run base.json --format c", ["csv"]),
            ("goho run --lang ", ["ja", "en"]),
            ("goho completion ", ["bash", "zsh", "fish"]),
            ("goho variant base.json --scale /segments/machined_parts/pri", ["/segments/machined_parts/price"]),
            ("goho variant base.json --scale=/segments/machined_parts/pri", ["/segments/machined_parts/price"]),
            ("goho montecarlo base.json --vary /segments/*/pri", ["/segments/*/price"]),
            ("goho montecarlo --vary /segments/machined_parts/pri", []),
            ("goho variant base.json --scale /segments/machined_parts/price=1", []),
            ("goho batch base.json --sweep /segments/*/pri", []),
            ("goho batch base.json --sweep /segments/machined_parts/pri", ["/segments/machined_parts/price"]),
            ("goho run base.json --check ", []),
            ("goho frobnicate", []),
        ):
            self.assertEqual(self.completed(line), offered, line)
        for line in ("goho run ", "goho run --check ", "goho compare base.json "):
            self.assertEqual(sorted(self.completed(line)), ["base.json", "plans", "price_up.json"], line)
        self.assertEqual(self.completed("goho optimize base.json --save pl"), ["plans"])
        self.assertIn("scalar", self.completed("goho montecarlo base.json --kernel "))
        self.assertEqual(set(self.completed("goho ")), {name.split()[1] for name in HELPS if " " in name})
        self.assertEqual(set(self.completed("goho run -")), options(HELPS["goho run"]))

    def test_what_a_file_holds_is_never_run(self):
        touched = self.folder / "touched"
        trap = self.folder / "$(touch touched).json"
        trap.write_text("{}", encoding="utf-8")
        self.completed("goho run ")
        self.completed("goho variant base.json --scale $(touch")
        self.assertFalse(touched.exists())
        trap.unlink()

    def test_bash_takes_the_script_from_the_program(self):
        script = 'eval "$("$GOHO" completion bash)"; complete -p goho'
        self.assertIn("-F _goho goho", said("bash", "--norc", "-c", script, env=os.environ | {"GOHO": GOHO}))


class Addresses(unittest.TestCase):
    def test_every_one_can_be_varied(self):
        base = SOURCE / "scenarios/manufacturer/base.json"
        addresses = said(GOHO, "complete", "addresses", base).split()
        self.assertGreater(len(addresses), 100)
        self.assertEqual(len(addresses), len(set(addresses)))
        self.assertIn("/segments/*/price", addresses)
        vary = [word for address in addresses for word in ("--vary", address + "=1%")]
        done = subprocess.run([GOHO, "montecarlo", base, "--trials", "1", *vary], capture_output=True, text=True, check=False)
        self.assertNotRegex(done.stderr, "names no quantity|is no quantity|no item of this plan")
        quantities = said(GOHO, "complete", "quantities", base).split()
        self.assertEqual(quantities, [address for address in addresses if "*" not in address])

    def test_a_file_that_cannot_be_read_has_none_and_says_nothing(self):
        done = subprocess.run([GOHO, "complete", "addresses", "none.json"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))


if __name__ == "__main__":
    unittest.main()
