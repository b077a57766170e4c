"""What tests of commands that answer questions have in common: running goho, and reading its answer as JSON."""
import json
import os
import subprocess

GOHO = os.environ["GOHO_BINARY"]


def goho(*arguments, language="en"):
    return subprocess.run([GOHO, *map(str, arguments), "--lang", language], capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)


def parts(*arguments):
    done = goho(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def table(telling, name):
    return next(one["rows"] for one in telling["tables"] if one["id"] == name)
