"""What may stand where a file is expected: links in circles, folders, pipes, devices, names that are no text. Nothing is
waited for without a word, nothing is overwritten unasked, and a name is shown so that it does no harm."""
import json
import os
import sqlite3
import subprocess
import sys
import time
import unittest

from hostile import CHECK, COUNTED, FINE, GOHO, INTERNAL, INVALID, SLOW, USAGE, Hostile, goho, shell, sound

READERS = (["validate"], ["run"], ["import", "trial-balance"], ["query"], ["explain", "--list"], ["export", "journal"])
NAMES = [b"na\xffme", b"raw\x9b31m", b"new\nline", b"sp ace", b"-dash", b"esc\x1b[31m", "turned\u202eetalp".encode(), "unseen\u200b".encode(), "値上げ".encode(), b"'quotes\"", b"$(touch gone)",
         b"%s%n"]


class Files(Hostile):
    def setUp(self):
        super().setUp()
        self.base = self.put(sound(), "base.json")

    def test_pipes_and_devices_are_not_read(self):
        os.mkfifo(self.folder / "pipe")
        for command in READERS:
            for what in (self.folder / "pipe", "/dev/zero", "/dev/null", "/dev/full", "/dev/random"):
                self.refused(goho(*command, what, timeout=20), f"{what}: this is a device or a pipe, not a file")
        for command in (["run", self.base, "--benchmark"], ["import", "trial-balance", self.base, "--mapping"], ["actuals", self.base, "-o", self.folder / "n.json", "--from-trial-balance"]):
            self.refused(goho(*command, self.folder / "pipe", timeout=20), "this is a device or a pipe, not a file")
        for content in ({"format": 1, "extends": "pipe"}, sound(pins={"tax_table": "pipe.json"}), sound(pins={"benchmark": "pipe"})):
            os.mkfifo(self.folder / "pipe.json") if not (self.folder / "pipe.json").exists() else None
            self.refused(goho("run", self.put(content), timeout=20), "this is a device or a pipe, not a file")

    def test_what_another_program_writes(self):
        for line in ('"$goho" run /dev/stdin < base.json', 'cat base.json | "$goho" run /dev/stdin', '"$goho" run <(cat base.json)', '(sleep 0.3; cat base.json) | "$goho" run /dev/stdin'):
            self.assertIn(shell(line, self.folder).code, (FINE, CHECK), line)
        self.refused(shell('"$goho" run /dev/stdin --lang en < /dev/null', self.folder), "/dev/stdin: the file is empty")
        self.refused(shell('"$goho" run /dev/stdin --lang en < /dev/zero', self.folder), "the most that is read is 32 MiB")

    def test_links(self):
        os.symlink("two.json", self.folder / "one.json")
        os.symlink("one.json", self.folder / "two.json")
        os.symlink("gone\x1b[31m.json", self.folder / "dangling.json")
        os.symlink("base.json", self.folder / "other.json")
        for command in READERS:
            self.refused(goho(*command, self.folder / "one.json"), "one.json: the links lead in a circle")
            self.refused(goho(*command, self.folder / "dangling.json"), 'dangling.json: the link leads to "gone\\u001b[31m.json", which does not exist')
        self.assertEqual(goho("run", self.base).out, goho("run", self.folder / "other.json").out)

    def test_folders(self):
        (self.folder / "folder.json").mkdir()
        for command in READERS:
            self.refused(goho(*command, self.folder / "folder.json"), "folder.json: this is a folder, not a file")
            self.refused(goho(*command, f"{self.base}/"), ": ")

    def test_a_folder_full_of_traps(self):
        traps = self.folder / "traps"
        traps.mkdir()
        os.symlink("..", traps / "up")
        os.symlink(".", traps / "here")
        os.symlink("self.json", traps / "self.json")
        os.symlink("gone", traps / "gone.json")
        os.mkfifo(traps / "pipe.json")
        (traps / "folder.json").mkdir()
        (traps / "sound.json").write_bytes(self.base.read_bytes())
        (traps / "results.json").write_text('{"rows": []}', encoding="utf-8")
        done = goho("batch", traps, "-o", self.folder / "all.sqlite", "--format", "json", timeout=30)
        self.fine(done)
        self.assertEqual(json.loads(done.text)["overview"]["runs"], 1)

    def test_outputs_that_are_no_files(self):
        os.mkfifo(self.folder / "pipe")
        os.symlink("two", self.folder / "one")
        os.symlink("one", self.folder / "two")
        (self.folder / "folder").mkdir()
        before = self.names()
        for what, words in (("pipe", "nobody reads from this pipe"), ("one", "following the link failed"), ("folder", "this is a folder"), ("folder/", "names no file"), ("", "names no file")):
            for command in (["run", self.base], ["export", "journal", self.base], ["compare", self.base, self.base]):
                where = what and f"{self.folder}/{what}"
                self.refused(goho(*command, "-o", where, timeout=20), "cannot be written: ", words, code=INTERNAL)
        for what in ("pipe", "one", "folder", "folder/", "", "../dev/zero", "base.json"):
            for command in (["batch", self.base, "--overwrite", "-o"], ["montecarlo", self.base, "--defaults", "--trials", "100", "--sqlite"]):
                if not what and command[0] == "montecarlo":
                    continue  # as if it were not given
                where = what and ("/dev/zero" if "zero" in what else f"{self.folder}/{what}")
                done = goho(*command, where, timeout=20, cwd=self.folder)
                self.assertIn(done.code, (INTERNAL, USAGE, INVALID), (command, what, done.said))
                self.assertEqual(done.text, "")
        self.assertEqual(self.names(), before)

    def test_streams_as_outputs(self):
        self.assertIn(b"\n", shell('"$goho" run base.json -o /dev/stdout | cat', self.folder).out)
        self.assertIn(b"\n", shell('"$goho" run base.json -o >(cat); sleep 0.2', self.folder).out)
        self.fine(shell('"$goho" run base.json -o /dev/null', self.folder))
        self.refused(shell('"$goho" run base.json -o /dev/full --lang en', self.folder), "/dev/full: cannot be written: writing failed: No space left on device", code=INTERNAL)
        self.assertEqual(self.names(), [b"base.json"])

    def test_a_link_is_followed_when_written(self):
        (self.folder / "there").mkdir()
        os.symlink("there/out.txt", self.folder / "link.txt")
        self.fine(goho("run", self.base, "-o", self.folder / "link.txt"))
        os.symlink("there/all.sqlite", self.folder / "link.sqlite")
        self.fine(goho("batch", self.base, "-o", self.folder / "link.sqlite"))
        self.assertTrue((self.folder / "link.txt").is_symlink() and (self.folder / "link.sqlite").is_symlink())
        self.assertEqual(sorted(one.name for one in (self.folder / "there").iterdir()), ["all.sqlite", "out.txt"])

    def test_the_output_is_an_input(self):
        os.symlink("base.json", self.folder / "link.json")
        os.link(self.base, self.folder / "hard.json")
        before = self.base.read_bytes()
        for where in ("base.json", "link.json", "hard.json", "./base.json", f"../{self.folder.name}/base.json"):
            for command in (["run"], ["export", "journal"], ["compare", self.base], ["explain", "--list"]):
                done = goho(*command, self.base, "-o", self.folder / where)
                self.refused(done, "a scenario is there already")
            done = goho("variant", self.base, "--scale", "/segments/*/price=2", "--overwrite", "-o", self.folder / where)
            self.refused(done, "the new file would build on this one")
        self.assertEqual(self.base.read_bytes(), before)

    def test_one_file_under_two_names(self):
        os.symlink("base.json", self.folder / "link.json")
        done = self.fine(goho("batch", self.base, self.folder / "link.json", "-o", self.folder / "all.sqlite", "--format", "json"))
        overview = json.loads(done.text)["overview"]
        self.assertEqual((overview["runs"], overview["results"]), (2, 1))
        done = self.fine(goho("compare", self.base, self.folder / "link.json", "--format", "json"))
        self.refused(goho("attribute", self.base, self.folder / "link.json"), ": ")

    def test_without_rights(self):
        if COUNTED:
            self.skipTest("another user may not write the counts, which is told on standard error")
        if os.geteuid() != 0:
            wrap = []
        elif subprocess.run(["setpriv", "--version"], capture_output=True, check=False).returncode == 0:
            wrap = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        else:
            self.skipTest("root without setpriv can read everything")
        for above in (self.folder, *self.folder.parents):
            if not above.stat().st_mode & 1:
                if above == self.folder:
                    above.chmod(0o755)
                else:
                    self.skipTest(f"{above} is closed to others")
        if wrap and subprocess.run([*wrap, GOHO, "--version"], capture_output=True, check=False).returncode != 0:
            self.skipTest("another user may not run the program here")
        closed = self.put(sound(), "closed.json")
        closed.chmod(0)
        run = lambda *words: subprocess.run([*wrap, GOHO, *map(str, words), "--lang", "en"], capture_output=True, check=False, text=True, timeout=60)
        self.assertEqual((run("run", closed).returncode, run("run", closed).stderr), (INVALID, f"{closed}: the file cannot be read (check its permissions)\n"))
        done = run("run", self.base, "-o", self.folder / "out.txt")
        self.assertEqual(done.returncode, INTERNAL)
        self.assertIn("out.txt: cannot be written: creating a temporary file failed: Permission denied", done.stderr)
        for command in (["batch", self.base, "-o"], ["montecarlo", self.base, "--defaults", "--trials", "100", "--sqlite"]):
            done = run(*command, self.folder / "all.sqlite")
            self.assertEqual(done.returncode, INTERNAL, done.stderr)
            self.assertIn("all.sqlite: cannot be written: Permission denied", done.stderr)
        closed.unlink()
        (self.folder / "inside").mkdir()
        (self.folder / "inside/closed").mkdir(mode=0)
        (self.folder / "inside/plan.json").write_bytes(self.base.read_bytes())
        open_folder = self.folder / "open"
        open_folder.mkdir()
        open_folder.chmod(0o777)
        done = run("batch", self.folder / "inside", "-o", open_folder / "all.sqlite")
        self.assertIn(done.returncode, (0, 4), done.stderr)
        self.assertEqual([one.name for one in open_folder.iterdir()], ["all.sqlite"])

    def test_names_that_are_no_plain_text(self):
        for name in NAMES:
            path = os.fsencode(self.folder) + b"/" + name + b".json"
            with open(path, "wb") as file:
                file.write(self.base.read_bytes())
            out = os.fsencode(self.folder) + b"/" + name
            for command in ([b"validate", path], [b"run", path], [b"variant", path, b"--scale", b"/segments/*/price=1.5", b"-o", out + b"2.json"],
                            [b"compare", path, out + b"2.json"], [b"batch", path, b"-o", out + b".sqlite"], [b"query", out + b".sqlite", b"best"],
                            [b"montecarlo", path, b"--defaults", b"--trials", b"100", b"--sqlite", out + b".mc"]):
                done = goho(*command)
                if command[0] == b"variant" and not self.is_text(name):
                    self.refused(done, "no scenario can name it")
                    with open(out + b"2.json", "wb") as file:
                        file.write(self.base.read_bytes())
                    continue
                self.assertIn(done.code, (FINE, CHECK), (command, done.said))
                for said in (done.out, done.err):
                    self.harmless(said.replace(b"\n", b""), command)
            for command in ([b"run", path], [b"compare", path, out + b"2.json"], [b"explain", path, b"--variable", b"cash", b"--year", b"1"], [b"query", out + b".sqlite", b"SELECT * FROM run"]):
                json.loads(self.fine(goho(*command, b"--format", b"json")).out)
            said = goho(b"validate", path + b"gone")
            self.refused(said, "the file does not exist")
            self.harmless(said.err[:-1], name)
            with sqlite3.connect(out + b".sqlite") as database:
                database.text_factory = bytes
                self.assertEqual([row[0] for row in database.execute("SELECT file FROM run")], [path])
            for one in os.listdir(os.fsencode(self.folder)):
                if one != b"base.json":
                    os.unlink(os.fsencode(self.folder) + b"/" + one)

    @staticmethod
    def is_text(name):
        try:
            name.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    def harmless(self, said, what):
        text = said.decode("utf-8")  # whatever the name, messages are text
        for sign in text:
            self.assertFalse(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or sign in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", (what, said))

    def test_a_leading_dash(self):
        (self.folder / "-dash.json").write_bytes(self.base.read_bytes())
        self.assertIn(shell('"$goho" run --lang en -- -dash.json', self.folder).code, (FINE, CHECK))
        self.assertIn(shell('"$goho" run ./-dash.json', self.folder).code, (FINE, CHECK))

    def test_a_file_that_changes_while_it_is_read(self):
        moving = self.put(sound(), "moving.json")
        text = json.dumps(sound(note="x" * 100000))
        writer = subprocess.Popen([sys.executable, "-c", f"""
import os, time
small, large = open({str(self.base)!r}).read(), {text!r}
end = time.monotonic() + {20 if SLOW else 3}
while time.monotonic() < end:
    for one in (small, large, ''):
        with open({str(moving)!r}, 'w') as file:
            file.write(one)
    try: os.unlink({str(moving)!r})
    except FileNotFoundError: pass
"""])
        try:
            end, codes = time.monotonic() + (20 if SLOW else 3), set()
            while time.monotonic() < end:
                done = goho("validate", moving)
                codes.add(done.code)
                self.assertIn(done.code, (FINE, INVALID), done.said)
        finally:
            writer.wait()
        self.assertTrue(codes)


if __name__ == "__main__":
    unittest.main()
