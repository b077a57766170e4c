"""Wrong words on the command line: said in the language of the user, with the likely fix, exit code 2."""
import os
import subprocess
import unittest

GOHO = os.environ["GOHO_BINARY"]
BASE = "scenarios/manufacturer/base.json"
# What is typed, and what is answered in English and Japanese.
CASES = [
    (["imprt"], 'goho has no command "imprt" (did you mean import?)', "goho に「imprt」というコマンドはありません（import ではありませんか）"),
    (["import", "trialbalance"], "(did you mean trial-balance?)", "（trial-balance ではありませんか）"),
    (["export", "zzz"], "(there are: xlsx, form, journal)", "（コマンド: xlsx・form・journal）"),
    (["import"], "goho import needs a command: trial-balance", "goho import のコマンドを指定してください: trial-balance"),
    ([], "goho needs a command: validate, run,", "goho のコマンドを指定してください: validate・run・"),
    (["--verbose"], "goho has no option --verbose", "goho に --verbose というオプションはありません"),
    (["validate"], "FILE is missing", "FILE を指定してください"),
    (["variant", BASE, "--frm", "2027-10"], "goho variant has no option --frm (did you mean --from?)", "goho variant に --frm というオプションはありません（--from ではありませんか）"),
    (["run", BASE, "--widht=100"], "has no option --widht (did you mean --width?)", "（--width ではありませんか）"),
    (["--width", "90", "run", BASE], "--width belongs behind the command: goho run ... --width", "--width はコマンドの後に指定してください: goho run … --width"),
    (["run", BASE, "other.json"], '"other.json" is one argument too many for goho run', "「other.json」は余分な引数です（goho run）"),
    (["run", BASE, "--width", "5"], "not in range 40 to 1000", "--width: 5 は範囲外です（40〜1000）"),
    (["run", BASE, "-o"], "--output", "--output の値を指定してください"),
]
OWN = ("not expected", "required", "Requires")  # words of the library's own sentences


class Usage(unittest.TestCase):
    def said(self, arguments, language):
        done = subprocess.run([GOHO, *arguments], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
                              env={**os.environ, "LC_ALL": "ja_JP.UTF-8" if language == "ja" else "C"})
        self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
        return done.stderr

    def test_every_mistake_in_both_languages(self):
        for arguments, english, japanese in CASES:
            for language, words in (("en", english), ("ja", japanese)):
                said = self.said(arguments, language)
                self.assertIn(words, said)
                if language == "ja":
                    for word in OWN:
                        self.assertNotIn(word, said)

    def test_the_language_may_be_given_before_the_command_is_known(self):
        for arguments in (["imprt", "--lang", "ja"], ["--lang", "ja", "imprt"], ["--lang=ja", "imprt"]):
            self.assertIn("import ではありませんか", self.said(arguments, "en"))

    def test_all_that_is_wrong_at_once(self):
        said = self.said(["calibrate", "--threds", "2"], "en")
        for words in ("did you mean --threads?", "--vary is missing"):
            self.assertIn(words, said)


if __name__ == "__main__":
    unittest.main()
