"""A scenario reaches what lies below the folder it was opened in, and no more; see docs/decisions/0025."""
import json
import os
import unittest

from hostile import CHECK, FINE, INVALID, Hostile, goho, shell, sound

OUTSIDE = "lies outside of"


class Extends(Hostile):
    def setUp(self):
        super().setUp()
        self.secret = self.put(sound(), "other_client/plan.json")
        self.home = self.folder / "client"
        self.home.mkdir()

    def plan(self, extends, name="client/plan.json", **more):
        return self.put({"format": 1, "extends": str(extends), **more}, name)

    def test_below_the_folder(self):
        self.put(sound(), "client/parts/base.json")
        self.put({"format": 1, "extends": "base.json"}, "client/parts/more.json")
        self.put({"format": 1, "extends": "../parts/more.json"}, "client/other/back.json")
        for way in ("parts/base.json", "./parts/../parts/more.json", "other/back.json", "../client/parts/base.json", self.home / "parts/base.json"):
            self.fine(goho("validate", self.plan(way)))
        self.fine(goho("validate", "plan.json", cwd=self.home))
        self.fine(goho("validate", "../client/plan.json", cwd=self.home))

    def test_out_of_the_folder(self):
        (self.home / "inside").mkdir()
        os.symlink("../other_client", self.home / "linked")
        os.symlink(self.secret, self.home / "linked.json")
        for way in ("../other_client/plan.json", "inside/../../other_client/plan.json", self.secret, "/etc/shadow", "/etc/hostname", "../../../../../../etc/passwd", "linked/plan.json", "linked.json",
                    "../gone.json", "..", "/", "/dev/zero", "/proc/self/environ"):
            path = self.plan(way)
            for command in (["validate"], ["run"], ["explain", "--list"], ["export", "journal"]):
                done = goho(*command, path)
                self.refused(done, f"{path}: /extends: ", OUTSIDE, "--allow-extends")
                self.assertEqual(done.said.count("\n"), 1, done.said)
        said = goho("validate", self.plan(self.secret), language="ja").said
        self.assertIn("開いたシナリオのフォルダー", said)

    def test_nothing_is_told_of_what_lies_outside(self):
        there, gone = (goho("validate", self.plan(way)).said for way in ("../other_client/plan.json", "../other_client/gone.json"))
        self.assertEqual(there.replace("plan.json", "X"), gone.replace("gone.json", "X").replace("plan.json", "X"))

    def test_tables_and_thresholds(self):
        self.put("{}", "other_client/table.json")
        for pin, value in (("tax_table", "../other_client/table.json"), ("depreciation_table", str(self.folder / "other_client/table.json")), ("benchmark", "../other_client/table.json")):
            path = self.put(sound(pins={pin: value}), "client/plan.json")
            self.refused(goho("run", path), f"/pins/{pin}: ", OUTSIDE)
            allowed = goho("run", path, "--allow-extends", self.folder / "other_client")
            self.assertEqual(allowed.code, INVALID)
            self.assertNotIn(OUTSIDE, allowed.said)

    def test_when_it_is_allowed(self):
        path = self.plan("../other_client/plan.json")
        for command in (["validate"], ["run"], ["compare", path], ["export", "journal"], ["explain", "--list"]):
            self.assertIn(goho(*command, path, "--allow-extends", self.folder / "gone", "--allow-extends", self.folder / "other_client").code, (FINE, CHECK), command)
        for value in (f"{self.folder}/other_client", f"/nowhere::{self.folder}", "/"):
            self.fine(goho("validate", path, environment={"GOHO_ALLOW_EXTENDS": value}))
        for value in ("", ":", "/nowhere", f"{self.folder}/other", f"{self.folder}/other_client/plan"):
            self.refused(goho("validate", path, environment={"GOHO_ALLOW_EXTENDS": value}), OUTSIDE)
        self.fine(goho("batch", path, "-o", self.folder / "all.sqlite", "--allow-extends", self.folder))

    def test_what_the_user_works_on(self):
        base = self.put(sound(), "client/base.json")
        variant = self.plan("../base.json", "client/variants/one.json")
        self.refused(goho("validate", variant), OUTSIDE)
        self.fine(goho("compare", base, variant))
        self.fine(goho("batch", self.home, "-o", self.folder / "all.sqlite"))
        self.fine(goho("batch", f"{self.home}/variants/*.json", base, "-o", self.folder / "some.sqlite"))

    def test_two_clients_in_one_command_stay_apart(self):
        mine, theirs = self.put(sound(), "client/base.json"), self.plan("../client/base.json", "other_client/nosy.json")
        self.refused(goho("compare", mine, theirs), f"{theirs}: /extends: ", OUTSIDE)
        done = goho("batch", self.home, self.folder / "other_client", "-o", self.folder / "all.sqlite", "--format", "json")
        self.assertEqual(done.code, 4, done.said)
        self.assertIn(OUTSIDE, done.said)

    def test_what_goho_writes_itself(self):
        base = self.put(sound(), "client/base.json")
        for output, far in (("client/v.json", False), ("client/sub/v.json", True), ("elsewhere/v.json", True)):
            done = goho("variant", "base.json", "--scale", "/segments/*/price=1.03", "-o", self.folder / output, cwd=self.home)
            self.fine(done)
            self.assertEqual("needs --allow-extends" in done.said or "need --allow-extends" in done.said, far, done.said)
            again = goho("validate", self.folder / output)
            self.assertEqual(again.code, INVALID if far else FINE, again.said)
            self.fine(goho("validate", self.folder / output, "--allow-extends", self.home))
        self.assertEqual(json.loads((self.folder / "elsewhere/v.json").read_text(encoding="utf-8"))["extends"], "../client/base.json")
        self.fine(shell('cd client && "$goho" variant base.json --scale "/segments/*/price=1.03" -o 値上げ.json', self.folder))
        self.assertIsNotNone(base)

    def test_circles_and_long_chains(self):
        self.refused(goho("run", self.plan("plan.json")), "extend one another in a circle")
        for i in range(40):
            self.plan(f"c{(i + 1) % 40}.json", f"client/c{i}.json")
        self.refused(goho("run", self.home / "c0.json"), "more than 16 files extend one another")
        self.put(sound(), "client/c16.json")
        self.fine(goho("validate", self.home / "c0.json"))
        os.symlink("c1.json", self.home / "c2.json.link")
        self.plan("c2.json.link", "client/c1.json")
        self.refused(goho("run", self.home / "c1.json"), "in a circle")

    def test_no_path_at_all(self):
        for value in ("", None, 1, [], {}, "\0", "a\nb", "x" * 100000):
            done = goho("run", self.put(json.dumps({"format": 1, "extends": value}), "client/plan.json"))
            self.assertEqual(done.code, INVALID)
            self.assertEqual(done.said.rstrip("\n").count("\n"), 0, done.said[:500])


if __name__ == "__main__":
    unittest.main()
