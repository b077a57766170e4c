"""Sizes that nobody should send: reckoned with where the format allows them, else refused with the size and the limit,
fast, and without taking in what is not read."""
import json
import os
import resource
import time
import unittest

from hostile import CHECK, FINE, SLOW, Hostile, goho, shell, sound

MEMORY = None if SLOW else (300 << 20)  # of address space, far below the sizes that are refused


def little_memory():
    if MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Sizes(Hostile):
    def huge(self, name="huge.json", size=1 << 30):
        path = self.folder / name
        with open(path, "wb") as file:
            file.truncate(size)
        return path

    def test_months(self):
        longest = sound()
        longest["company"]["months"] = 600
        done = goho("run", self.put(longest), "--format", "json")
        self.assertIn(done.code, (FINE, CHECK))
        self.assertEqual(len(json.loads(done.text)["months"]), 600)
        longest["company"]["months"] = 601
        self.refused(goho("run", self.put(longest)), "/company/months: 601 is outside the allowed range 1 to 600 months")

    def test_thousands_of_segments(self):
        count = 500 if SLOW else 5000
        segments = {f"s{i}": {"price": 1000, "volume": 10, "unit_variable_cost": 400} for i in range(count)}
        segments["s0"]["opening_inventory"] = 3000000
        plan = sound(segments=segments, cost_lines=None, timeline=None)
        plan["company"]["months"] = 12
        done = goho("run", self.put(plan), "--format", "json")
        self.assertIn(done.code, (FINE, CHECK), done.said)
        self.assertEqual(json.loads(done.text)["series"]["net_sales"][0], count * 10000)

    def test_ten_thousand_initiatives_and_one_more(self):
        initiatives = {f"i{i}": {"start": "2026-06"} for i in range(10000)}
        path = self.put(sound(initiatives=initiatives))
        self.assertIn(goho("validate", path).code, (FINE, 3))
        initiatives["one_more"] = {"start": "2026-06"}
        self.refused(goho("validate", self.put(sound(initiatives=initiatives))), "/initiatives: there are 10001 items; at most 10000 are allowed")

    def test_events(self):
        events = {f"e{i}": {"from": "2027-04", "scale": {"/segments/main/price": 1.0}} for i in range(100000)}
        self.refused(goho("run", self.put(sound(timeline=events))), "/timeline: there are 100000 items; at most 10000 are allowed")
        few = dict(list(events.items())[: 1000 if SLOW else 10000])
        self.assertIn(goho("run", self.put(sound(timeline=few)), "--format", "csv").code, (FINE, CHECK))

    def test_depth(self):
        for text in ("[" * 100000, '{"a":' * 100000 + "1" + "}" * 100000, '{"format":1,"note":' + "[" * 5000000):
            self.refused(goho("validate", self.put(text)), "nested more than 64 levels deep")

    def test_a_text_of_100_megabytes(self):
        path = self.folder / "text.json"
        with open(path, "wb") as file:
            file.write(b'{"format": 1, "name": "')
            file.write(b"x" * 100_000_000)
            file.write(b'"}')
        self.refused(goho("run", path, preexec_fn=little_memory), "the file has 95.4 MiB; the most that is read is 32 MiB")

    def test_texts_have_a_length(self):
        for name, length in (("name", 1001), ("description", 100001), ("note", 100001)):
            self.refused(goho("run", self.put(sound(**{name: "あ" * length}))), f"/{name}: the text has {length} characters; at most {length - 1} are allowed")
            self.assertIn(goho("validate", self.put(sound(**{name: "あ" * (length - 1)}))).code, (FINE,))

    def test_a_gigabyte_anywhere(self):
        base = self.put(sound(), "base.json")
        huge, table, before = self.huge(), self.huge("huge.csv"), time.monotonic()
        for command in (["validate", huge], ["run", huge], ["compare", base, huge], ["run", base, "--benchmark", huge], ["import", "trial-balance", table, "-o", self.folder / "new.json"],
                        ["import", "trial-balance", base, "--mapping", huge, "-o", self.folder / "new.json"], ["variant", huge, "--scale", "/segments/*/price=2", "-o", self.folder / "new.json"]):
            done = goho(*command, preexec_fn=little_memory)
            self.refused(done, "the file has 1024.0 MiB; the most that is read is 32 MiB")
        self.put({"format": 1, "extends": "huge.json"})
        self.refused(goho("run", self.folder / "plan.json", preexec_fn=little_memory), "huge.json: the file has 1024.0 MiB")
        self.put(sound(pins={"tax_table": "huge.json"}))
        self.refused(goho("run", self.folder / "plan.json", preexec_fn=little_memory), "huge.json: the file has 1024.0 MiB")
        done = goho("batch", huge, "-o", self.folder / "all.sqlite", preexec_fn=little_memory)
        self.assertEqual(done.code, 3)
        self.assertIn("1024.0 MiB", done.said)
        self.refused(goho("query", huge, "best", preexec_fn=little_memory), "this is no database")
        self.assertLess(time.monotonic() - before, 60 if SLOW else 20)
        self.assertFalse((self.folder / "new.json").exists())

    def test_a_gigabyte_in_the_place_of_the_output(self):
        base, huge = self.put(sound(), "base.json"), self.huge("out.txt")
        with open(huge, "r+b") as file:
            file.write(b"{")  # it might be a scenario
        self.fine(goho("run", base, "-o", huge, preexec_fn=little_memory))
        self.assertLess(huge.stat().st_size, 100000)

    def test_a_list_without_end(self):
        done = shell('head -c 1000000000 /dev/zero | "$goho" batch - -o all.sqlite --lang en', self.folder)
        self.refused(done, "the most that is read is 32 MiB")
        self.assertEqual(self.names(), [])

    def test_ten_thousand_files(self):
        count = 1000 if SLOW else 10000
        text = json.dumps(sound())
        for i in range(count):
            (self.folder / f"{i:05}.json").write_text(text, encoding="utf-8")
        done = self.fine(goho("batch", self.folder, "--jobs", "2", "-o", self.folder / "all.sqlite", "--format", "json"))
        self.assertEqual(json.loads(done.text)["overview"]["runs"], count)
        self.assertEqual(len(self.names()), count + 1)

    def test_long_keys_and_ids(self):
        for plan, code in ((sound(**{"k" * 1000000: 1}), "unknown key"), (sound(segments={"k" * 65: {}}), "cannot be an id"), (sound(segments={"k" * 1000000: {}}), "cannot be an id")):
            done = goho("validate", self.put(plan))
            self.refused(done, code)
            self.assertLess(len(done.err), 20000)

    def test_long_paths(self):
        base = self.put(sound(), "base.json")
        for path in ("x" * 256, "x/" * 2500 + "plan.json", "x" * 100000):
            self.refused(goho("validate", self.folder / path), ": ")
            for command in (["run", base, "-o"], ["export", "journal", base, "-o"], ["batch", base, "-o"], ["montecarlo", base, "--defaults", "--trials", "100", "--sqlite"]):
                done = goho(*command, self.folder / path)
                self.assertIn(done.code, (1, 3), done.said[:300])
                self.assertIn("written", done.said)
            self.assertEqual(self.names(), [b"base.json"])
        longest = self.folder / ("x" * 251 + ".txt")  # as long as a name can be
        self.fine(goho("run", base, "-o", longest))
        self.fine(goho("run", base, "-o", self.folder / ("あ" * 83 + ".txt")))

    def test_width(self):
        base = self.put(sound(), "base.json")
        for width in ("40", "1000"):
            self.assertIn(goho("run", base, "--width", width).code, (FINE, CHECK))
        for width in ("39", "1001", "0", "-1", "1e9", "99999999999999999999", "wide"):
            self.refused(goho("run", base, "--width", width), "--width", code=2)


if __name__ == "__main__":
    unittest.main()
