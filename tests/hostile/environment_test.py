"""Surroundings that are not as they should be: clocks, locales, closed streams, and too little of everything."""
import json
import os
import resource
import shutil
import subprocess
import unittest

from hostile import CHECK, FINE, INTERNAL, SLOW, Hostile, goho, shell, sound

WRITERS = {
    "run": "run base.json -o out.txt", "json": "run base.json --format json -o out.json", "compare": "compare base.json base.json -o out.txt", "journal": "export journal base.json -o out.csv",
    "workbook": "export xlsx base.json -o out.xlsx", "variant": "variant base.json --scale /segments/*/price=1.5 -o v.json", "batch": "batch base.json --jobs 1 -o all.sqlite --csv all.csv",
    "montecarlo": "montecarlo base.json --defaults --trials 200 --sqlite mc.sqlite",
}
READERS = {"run": "run base.json", "json": "run base.json --format json", "validate": "validate base.json", "compare": "compare base.json base.json", "schema": "schema", "explain": "explain base.json --list",
           "help": "--help", "command help": "run --help", "version": "--version", "journal": "export journal base.json", "variant": "variant base.json --scale /segments/*/price=1.5 --overwrite -o v.json"}


def limits(**values):
    def set_them():
        for name, value in values.items():
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
    return set_them


class Environment(Hostile):
    def setUp(self):
        super().setUp()
        self.base = self.put(sound(), "base.json")

    def results(self, environment=None, before=""):
        done = shell(f'{before} "$goho" run base.json --format json --lang en; {before} "$goho" run base.json --lang en; {before} "$goho" run base.json --format csv --lang en', self.folder, environment)
        return self.fine(done).out

    def test_clocks(self):
        if not shutil.which("faketime"):
            self.skipTest("no faketime")
        if SLOW:
            self.skipTest("two libraries would both take the place of the allocator")
        usual = self.results()
        for when in ("1970-01-02 00:00:00", "1999-12-31 23:59:59", "2038-01-20 00:00:00", "2100-03-01 00:00:00"):
            self.assertEqual(self.results(before=f"faketime '{when}'"), usual, when)
            self.fine(shell(f"faketime '{when}' \"$goho\" batch base.json --overwrite -o all.sqlite", self.folder))
        self.fine(shell("faketime '2001-01-01 00:00:00' \"$goho\" batch base.json --resume -o all.sqlite", self.folder))

    def test_locales(self):
        usual = self.results()
        place = self.folder / "locales"
        place.mkdir()
        made = shutil.which("localedef") and subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", place / "de_DE.UTF-8"], capture_output=True, check=False).returncode == 0
        for locale in ("C", "POSIX", "de_DE.UTF-8", "ja_JP.UTF-8", "tr_TR.UTF-8", "nonsense", "../../etc", "x" * 10000):
            environment = {"LC_ALL": locale, "LANG": locale}
            if made:
                environment["LOCPATH"] = str(place)
            self.assertEqual(self.results(environment), usual, locale)
            self.fine(goho("batch", self.base, "--sweep", "/segments/main/price=999.5,1000.5", "--overwrite", "-o", self.folder / "all.sqlite", environment=environment))
        self.assertIn("問題ありません", goho("validate", self.base, language=None, environment={"LC_ALL": "ja_JP.UTF-8"}).text)
        self.assertIn("valid", goho("validate", self.base, language=None, environment={"LC_ALL": "", "LC_MESSAGES": None, "LANG": "de_DE.UTF-8"}).text)

    def test_other_surroundings(self):
        usual = self.results()
        for environment in ({"TZ": "Nowhere/Gone"}, {"TZ": ":/dev/zero"}, {"TZ": "UTC+99"}, {"TZ": "x" * 5000}, {"HOME": ""}, {"HOME": "/proc/none"}, {"TERM": "dumb"}, {"TERM": ""}, {"TMPDIR": "/proc/none"},
                            {"COLUMNS": "1"}, {"PATH": "/usr/bin:/bin"}):
            self.assertEqual(self.results(environment), usual, environment)
        self.fine(shell('env -i "$goho" run base.json --lang en', self.folder))

    def test_closed_streams(self):
        for name, command in READERS.items():
            for closed in (">&-", ">&- 2>&-", ">&- 2>&- <&-"):
                self.assertEqual(shell(f'"$goho" {command} {closed}', self.folder).code, INTERNAL, (name, closed))
            for closed in ("2>&-", "<&-", "<&- 2>&-"):
                self.assertEqual(shell(f'"$goho" {command} {closed}', self.folder).code, FINE, (name, closed))
        (self.folder / "v.json").unlink()
        for name, command in WRITERS.items():
            before, whole = self.made(command, ""), self.made(command, ">&- 2>&- <&-")
            self.assertEqual(list(before), list(whole), name)
            for file in before:
                if not file.endswith(".sqlite"):
                    self.assertEqual(before[file], whole[file], (name, file))

    def made(self, command, streams):
        """The files that a command writes, with their bytes; they are taken away."""
        shell(f'set -f; "$goho" {command} {streams}', self.folder)
        out = {path.name: path.read_bytes() for path in sorted(self.folder.iterdir()) if path.name != "base.json"}
        for name in out:
            (self.folder / name).unlink()
        return out

    def test_a_full_device(self):
        for name, command in READERS.items():
            done = shell(f'set -f; "$goho" {command} --lang en > /dev/full' if name not in ("help", "version", "command help") else f'"$goho" {command} > /dev/full', self.folder)
            self.refused(done, "the output could not be written", code=INTERNAL)

    def test_somebody_stops_reading(self):
        for name, command in READERS.items():
            done = shell(f'set -f; "$goho" {command} | head -c 1 > /dev/null; exit ${{PIPESTATUS[0]}}', self.folder)
            self.assertIn(done.code, (FINE, 128 + 13), name)
            self.assertEqual(done.said, "")

    def stays_whole(self, name, strays=(b".new", b".lock", b"sqlite-journal"), **values):
        """With so little of something a command works, or says so; nothing is left half-written."""
        command = [one.replace("out", "kept") for one in WRITERS[name].split()]
        before = self.names()
        done = goho(*command, cwd=self.folder, preexec_fn=limits(**values))
        self.assertIn(done.code, (FINE, INTERNAL, 3, 127), (name, values, done.said))
        if done.code:
            self.assertTrue(done.said.strip(), (name, values))
            self.assertNotIn("terminate called", done.said)
        left = [one for one in self.names() if one not in before]
        for one in left:
            self.assertFalse(one.startswith(b".") or one.endswith(strays), (name, values, left))
            if done.code and one.endswith(b".json"):
                self.fail((name, values, left))
        for one in left:
            (self.folder / os.fsdecode(one)).unlink()
        return done.code

    def test_little_memory(self):
        if SLOW:
            self.skipTest("address checks reserve terabytes of addresses")
        # Below that, the system or a library gives up before the program has begun.
        least = next(m for m in range(60, 1000, 4) if goho("--version", language=None, preexec_fn=limits(AS=m << 20, CORE=0)).code == FINE)
        for name in WRITERS:
            for more in (0, 4, 12, 40, 120):
                # The file of a lock may outlive a thread that could not be had; it locks nothing.
                self.stays_whole(name, strays=(b".new", b"sqlite-journal"), AS=(least + more) << 20)
            self.assertEqual(self.stays_whole(name, AS=1000 << 20), FINE, name)

    def test_memory_runs_out_while_reading(self):
        if SLOW:
            self.skipTest("address checks reserve terabytes of addresses")
        large = self.put(json.dumps(sound(note="x")).replace('"x"', "[" + ",".join(["1"] * 10_000_000) + "]"), "large.json")
        done = goho("run", large, preexec_fn=limits(AS=200 << 20))
        self.refused(done, "there is not enough memory", code=INTERNAL)

    def test_few_open_files(self):
        if SLOW:
            self.skipTest("the checks of undefined behaviour look at memory through files")
        for name in WRITERS:
            codes = [self.stays_whole(name, NOFILE=count) for count in range(4, 12)]
            self.assertEqual(self.stays_whole(name, NOFILE=64), FINE, (name, codes))

    def test_small_files_only(self):
        for name in WRITERS:
            for size in (0, 1, 1000, 4096, 10000, 100000):
                self.stays_whole(name, FSIZE=size)

    def test_a_small_stack(self):
        sizes = (1024,) if SLOW else (128, 256)
        for size in sizes:
            for command in (["run", self.base], ["validate", self.put("[" * 100000, "deep.json")], ["montecarlo", self.base, "--defaults", "--trials", "100"], ["explain", self.base, "--variable", "cash", "--year", "1"]):
                done = goho(*command, preexec_fn=limits(STACK=size << 10))
                self.assertIn(done.code, (FINE, 3, CHECK), (size, command, done.said))


if __name__ == "__main__":
    unittest.main()
