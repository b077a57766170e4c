"""What tests of hostile input have in common: a small sound plan, a folder of its own for each test, and running goho so
that it can neither hang nor leave anything behind unseen."""
import copy
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

os.environ.pop("GOHO_ALLOW_EXTENDS", None)  # what other tests allow is tried here
SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
GOHO = os.environ["GOHO_BINARY"]
BASE = SOURCE / "scenarios/manufacturer/base.json"
SOUND = json.loads((SOURCE / "tests/malformed/parts/sound.json").read_text(encoding="utf-8"))
FINE, INTERNAL, USAGE, INVALID, PARTIAL, CHECK = range(6)


def sanitized():
    """Whether the program carries address checks: slower, hungrier, and not to be given little memory."""
    done = subprocess.run(["ldd", GOHO], capture_output=True, text=True, check=False)
    return "libasan" in done.stdout


SLOW = sanitized()
COUNTED = Path(os.environ["GOHO_BUILD_DIR"]).name == "coverage"  # every line counts how often it runs
TIMEOUT = 240 if SLOW or COUNTED else 60


class Done:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def said(self):
        return self.err.decode("utf-8", "backslashreplace")

    @property
    def text(self):
        return self.out.decode("utf-8", "backslashreplace")


def goho(*arguments, language="en", environment=None, **how):
    words = [GOHO, *[os.fsencode(one) if isinstance(one, (str, Path)) else one for one in arguments]]
    if language:
        words += ["--lang", language]
    whole = {**os.environ, **(environment or {})}
    whole = {key: value for key, value in whole.items() if value is not None}
    how.setdefault("timeout", TIMEOUT)
    return Done(subprocess.run(words, capture_output=True, check=False, env=whole, **how))


def shell(line, folder, environment=None, timeout=TIMEOUT):
    """A line of bash, in which $goho is the program."""
    whole = {**os.environ, "goho": GOHO, **(environment or {})}
    return Done(subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=folder, env=whole, timeout=timeout))


def sound(**sections):
    """The small plan with sections replaced or added; None removes one."""
    plan = copy.deepcopy(SOUND)
    for key, value in sections.items():
        if value is None:
            plan.pop(key, None)
        else:
            plan[key] = value
    return plan


def with_raw(pointer, raw):
    """The text of the small plan with `raw` where the pointer leads, whether or not that is JSON."""
    plan = sound()
    at = plan
    *way, last = pointer.strip("/").split("/")
    for key in way:
        at = at.setdefault(key, {})
    at[last] = "\x01here\x01"
    return json.dumps(plan).replace('"\\u0001here\\u0001"', raw)


class Hostile(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="hostile")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def put(self, content, name="plan.json"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    def names(self):
        return sorted(os.fsencode(str(path.relative_to(self.folder))) for path in self.folder.rglob("*"))

    def refused(self, done, *words, code=INVALID):
        """It ended by itself with that code and one line for each problem, and wrote no result."""
        self.assertEqual(done.code, code, done.said[:2000])
        self.assertEqual(done.text, "")
        self.assertNotIn("internal error", done.said)
        for word in words:
            self.assertIn(word, done.said)

    def fine(self, done):
        self.assertEqual(done.code, FINE, done.said[:2000])
        return done
