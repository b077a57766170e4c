"""Runs the program and weighs what it hands back: what the tests of same bytes share."""
import hashlib
import os
import re
import subprocess
import tempfile
from pathlib import Path

SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
BUILD = Path(os.environ["GOHO_BUILD_DIR"])
GOHO = os.environ["GOHO_BINARY"]
COMPANY = "scenarios/cases/integrated.json"
VARIANTS = ["scenarios/cases/base.json", "scenarios/cases/single_tool.json"]
PLANS = [COMPANY, "scenarios/manufacturer/base.json", "scenarios/it_services/base.json"]


def checked(build):
    """Whether a build has the checks of preset dev, which make it many times slower."""
    return re.search(r"^CMAKE_BUILD_TYPE:\w+=Debug$", (build / "CMakeCache.txt").read_text(encoding="utf-8"), re.M) is not None


def few(build):
    """Some trials, of which the last block is not full."""
    return 203 if checked(build) else 1500


FEW = few(BUILD)
MANY = 25000  # beyond what is kept one by one: quantiles come from counts


def goho(*arguments, program=GOHO, env=None):
    environment = {"PATH": os.environ["PATH"], "LANG": "C", **(env or {})}
    return subprocess.run([str(program), *map(str, arguments)], cwd=SOURCE, capture_output=True, env=environment, check=False)


def printed(*arguments, **options):
    """The SHA-256 of what the program prints."""
    done = goho(*arguments, **options)
    if done.returncode != 0 or not done.stdout:
        raise AssertionError(f"{arguments} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return hashlib.sha256(done.stdout).hexdigest()


def trials(count, *arguments, files=(COMPANY,), **options):
    """The SHA-256 of that many trials."""
    return printed("montecarlo", *files, "--defaults", "--trials", count, *arguments, "--format", "json", **options)


def stored(*arguments, plans=PLANS, **options):
    """The SHA-256 of the database of a batch."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "results.sqlite"
        printed("batch", *plans, *arguments, "-o", database, **options)
        return hashlib.sha256(database.read_bytes()).hexdigest()


def kernels(program=GOHO):
    """Those that this machine can run; the program names them when it is asked for one that it does not know."""
    said = goho("montecarlo", COMPANY, "--defaults", "--kernel", "unheard_of", program=program).stderr.decode("utf-8")
    return re.search(r"known are ([\w, ]+)", said).group(1).split(", ")


def width(kernel):
    """Trials in lock-step: 8 of "avx512_x8", 1 of "scalar"."""
    found = re.search(r"_x(\d+)$", kernel)
    return int(found.group(1)) if found else 1
