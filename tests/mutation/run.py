"""Changes the equations one at a time and sees whether a test notices.

All changes are written into one copy of the tree and compiled once; the environment says which one is in force. Each
is held against the tests that come by it: those of its own folder first, the wider ones while it survives.
"""
import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import queue
import random
import re
import resource
import shutil
import subprocess
import sys
import time

import mutators

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "mutation"
TREE, BUILD, RESULTS, MUTANTS, SCRATCH = (
    WORK / name for name in ("tree", "build", "results.json", "mutants.json", "scratch"))
FOLDERS = ("accounting", "workforce", "customers", "evaluation", "initiatives", "management", "society", "next_generation",
           "stakeholders", "simulation", "statistics", "chance")
FILES = ("core/number.hpp", "core/discounting.hpp")
# Folders of the engine whose sources no test of an equation needs, and tests that look at equations from further away.
# The program itself is built empty, since the tests wait for it.
ENGINE_WITHOUT = ("batch", "decision", "import", "calibration", "workbook", "forms")
WIDER = ("core", "golden", "cases", "reference_modes", "analysis", "uncertainty", "kernels")
MEMORY = 8 << 30
JOBS = int(os.environ.get("GOHO_MUTATION_JOBS", "2"))


# The tree with every change in it -----------------------------------------------------------------------------

def put(path, text):
    """Writes only what is new, so that only that is compiled again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_bytes() != text:
        path.write_bytes(text)


def wanted(path):
    parts = path.parts
    if parts[0] == "engine" and len(parts) > 2 and parts[1] in ENGINE_WITHOUT:
        return path.suffix != ".cpp"
    if path.name.endswith("_test.cpp"):
        return parts[1] in FOLDERS + WIDER
    return not path.name.endswith("_test.py")


def mutated_files():
    found = [pathlib.Path("engine") / name for name in FILES]
    for folder in FOLDERS:
        found += sorted(p.relative_to(ROOT) for p in (ROOT / "engine" / folder).iterdir() if p.suffix in (".hpp", ".cpp"))
    return found


def write_tree(left_alone):
    """Copies the tree with changes written in; returns the list of changes."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "engine", "tests", "cmake", "scenarios", "docs", "CMakeLists.txt", "share"],
                            cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    kept, mutants, changed = set(), [], set(mutated_files())
    for name in filter(None, listed):
        path = pathlib.Path(name)
        if not (ROOT / path).is_file() or not wanted(path):
            continue
        kept.add(path)
        text = (ROOT / path).read_bytes()
        if path in changed:
            new, found = mutators.mutate(name, text.decode(), len(mutants), left_alone.get(name, ()))
            mutants += found
            text = new.encode()
        elif path.parts[:2] == ("engine", "cli") and path.suffix == ".cpp":
            text = b"int main() {}\n" if path.name == "main.cpp" else b""
        elif name == "engine/CMakeLists.txt":  # one kernel will do: they differ in nothing but the instructions
            text = text.replace(b"x86_64|AMD64", b"no such machine")
        put(TREE / path, text)
    for path in [p for p in TREE.rglob("*") if p.is_file() and p.relative_to(TREE) not in kept]:
        path.unlink()
    return mutants


def built():
    flags = f"-std=c++20 -O1 -w -Wno-narrowing -fpermissive -include {ROOT}/tests/mutation/mutant.hpp"
    if not (BUILD / "build.ninja").exists():
        subprocess.run(["cmake", "-S", TREE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=",
                        f"-DCMAKE_CXX_FLAGS={flags}", "-DGOHO_GUI=OFF", "-DGOHO_BENCHMARKS=OFF"], check=True, stdout=subprocess.DEVNULL)
    run = subprocess.run(["nice", "ninja", "-C", BUILD, f"-j{JOBS}", "-k", "0", "goho_tests"], capture_output=True, text=True)
    (WORK / "build.log").write_text(run.stdout + run.stderr)
    return run.returncode == 0, run.stdout


def blamed(log):
    """The lines of changed files that errors speak of, and of a chain of instantiations only the innermost such line."""
    found = collections.defaultdict(set)
    changed = {str(p) for p in mutated_files()}
    place = re.compile(rf"{re.escape(str(TREE))}/(engine/[\w/.]+):(\d+):\d+:")
    chain = []
    for line in log.split("\n"):
        match = place.match(line)
        name = match.group(1) if match else None
        if "required from" in line and name in changed:
            chain.append((name, int(match.group(2))))
        elif re.search(r": (?:fatal )?error: ", line):
            if name in changed:
                found[name].add(int(match.group(2)))
            elif chain:
                found[chain[0][0]].add(chain[0][1])
            chain = []
    return found


def build_tree():
    """Builds, and leaves alone what does not compile with a change in it."""
    known = WORK / "left_alone.json"
    left_alone = {k: set(v) for k, v in json.loads(known.read_text()).items()} if known.exists() else {}
    for _ in range(8):
        mutants = write_tree(left_alone)
        good, log = built()
        if good:
            MUTANTS.write_text(json.dumps([dataclasses.asdict(m) for m in mutants]))
            return mutants
        more = blamed(log)
        print(f"does not compile with a change: {sum(map(len, more.values()))} lines, left alone", flush=True)
        if not any(lines - left_alone.get(name, set()) for name, lines in more.items()):
            break
        for name, lines in more.items():
            left_alone.setdefault(name, set()).update(lines)
        known.write_text(json.dumps({k: sorted(v) for k, v in left_alone.items()}, indent=1))
    sys.exit(f"the tree with changes does not compile; see {WORK}/build.log")


def last_mutants():
    return [mutators.Mutant(**m) for m in json.loads(MUTANTS.read_text())]


# Tests ------------------------------------------------------------------------------------------------------------

def run_test(test, limit, **environment):
    command = [BUILD / "goho_tests", f"--source-file=*/tests/{test}", "--no-colors", "--abort-after=1", "--minimal"]
    try:
        run = subprocess.run(command, cwd=TREE, env=os.environ | environment, timeout=limit, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
        return run.returncode
    except subprocess.TimeoutExpired:
        return "timed out"


def recorded():
    """For each test file how long it takes and which changes it comes by; known from the last time for the same program."""
    known, built = WORK / "record.json", (BUILD / "goho_tests").stat().st_mtime
    if known.exists():
        last = json.loads(known.read_text())
        if last["built"] == built:
            return {t: {"seconds": r["seconds"], "seen": set(r["seen"])} for t, r in last["tests"].items()}
    tests = {}
    for path in sorted((TREE / "tests").rglob("*_test.cpp")):
        name, file = str(path.relative_to(TREE / "tests")), SCRATCH / "record"
        file.unlink(missing_ok=True)
        start = time.monotonic()
        code = run_test(name, 300, GOHO_MUTANT_RECORD=str(file))
        if code != 0:
            print(f"left out, fails without a change: {name} ({code})", flush=True)
            continue
        tests[name] = {"seconds": time.monotonic() - start, "seen": set(map(int, file.read_text().split()))}
    known.write_text(json.dumps({"built": built, "tests": {t: {"seconds": r["seconds"], "seen": sorted(r["seen"])} for t, r in tests.items()}}))
    return tests


def order_of(test, folder, tests):
    return (not test.startswith(folder + "/"), test.startswith("uncertainty/"), tests[test]["seconds"])


def judge(mutant, by_mutant, tests, longest, scratch):
    """killed, timed out, survived, unseen or void, and the test that noticed."""
    folder = pathlib.Path(mutant.file).parts[1]
    seeing = by_mutant.get(mutant.id, ())
    if not seeing:
        return "unseen", ""
    asked = sorted((t for t in seeing if tests[t]["seconds"] <= longest), key=lambda t: order_of(t, folder, tests))
    where = scratch.get()
    try:
        for test in asked:
            code = run_test(test, 5.0 + 10.0 * tests[test]["seconds"], GOHO_MUTANT=str(mutant.id), TMPDIR=where)
            if code == 77:
                return "void", test
            if code == "timed out":
                return code, test
            if code != 0:
                return "killed", test
        return "survived", ""
    finally:
        scratch.put(where)


# Results ----------------------------------------------------------------------------------------------------------

def line_text(mutant):
    return " ".join((ROOT / mutant.file).read_text().split("\n")[mutant.line - 1].split())


def key_of(mutant):
    return f"{mutant.file}:{mutant.line}:{mutant.column}: {mutant.mutator}"


def explained():
    """Changes that no test can tell from the equation: file | text of the line | change | reason. `*` stands for any change."""
    rows = []
    for line in (ROOT / "tests" / "mutation" / "explained.txt").read_text().split("\n"):
        if line.strip() and not line.startswith("#"):
            rows.append([" ".join(part.split()) for part in line.split(" | ")][:4])
    return rows


def is_explained(mutant, rows):
    text = line_text(mutant).split(" //")[0]
    return any(file == mutant.file and said in text and change in ("*", mutant.mutator) for file, said, change, _ in rows)


def report(results, mutants):
    rows, alive = explained(), []
    table = collections.defaultdict(collections.Counter)
    for mutant in mutants:
        verdict = results.get(key_of(mutant), ["", ""])[0]
        if verdict in ("", "void") or mutant.idle:
            continue
        folder = mutant.file.split("/")[1]
        if verdict in ("survived", "unseen") and is_explained(mutant, rows):
            verdict = "explained"
        elif verdict in ("survived", "unseen"):
            alive.append((mutant, verdict))
        table[folder][verdict] += 1
    columns = ("killed", "timed out", "explained", "survived", "unseen")
    print(f"{'folder':<16}{'mutants':>9}" + "".join(f"{c:>11}" for c in columns) + f"{'noticed':>10}")
    for folder in (*table, "all"):
        counts = table[folder] if folder != "all" else sum(table.values(), collections.Counter())
        total, noticed = counts.total(), counts["killed"] + counts["timed out"]
        share = noticed / max(1, total - counts["explained"])
        print(f"{folder:<16}{total:>9}" + "".join(f"{counts[c]:>11}" for c in columns) + f"{share:>10.1%}")
    with open(WORK / "survivors.txt", "w") as out:
        for mutant, verdict in alive:
            out.write(f"{key_of(mutant)} ({verdict})\n    {line_text(mutant)}\n")
    print(f"those that live: {WORK.relative_to(ROOT)}/survivors.txt")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=FOLDERS + ("core",))
    parser.add_argument("--again", action="store_true", help="only changes that lived the last time")
    parser.add_argument("--report", action="store_true", help="only the table")
    parser.add_argument("--as-built", action="store_true", help="with the program of the last time, whatever has changed since")
    parser.add_argument("--longest", type=float, default=20.0, help="a file of tests that takes longer, in seconds, is not asked")
    parser.add_argument("--sample", type=int, help="only so many of each folder, drawn with a fixed seed")
    parser.add_argument("--new", action="store_true", help="only changes without a verdict")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    if options.report:
        return report(results, last_mutants())
    end = time.monotonic() + 60.0 * options.minutes
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    mutants = last_mutants() if options.as_built else build_tree()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    shutil.rmtree(SCRATCH, ignore_errors=True)
    scratch = queue.Queue()
    for job in range(JOBS):
        (SCRATCH / str(job)).mkdir(parents=True)
        scratch.put(str(SCRATCH / str(job)))
    tests = recorded()
    by_mutant = collections.defaultdict(list)
    for test, what in tests.items():
        for id in what["seen"]:
            by_mutant[id].append(test)
    lived = {k for k, v in results.items() if v[0] in ("survived", "unseen")}
    asked = [m for m in mutants if not m.idle and m.file.split("/")[1] in options.folders and (not options.again or key_of(m) in lived)]
    if options.sample:
        random.Random(20261122).shuffle(asked)
        drawn = collections.Counter()
        asked = [m for m in asked if drawn.update([m.file.split("/")[1]]) or drawn[m.file.split("/")[1]] <= options.sample]
    if options.new:
        asked = [m for m in asked if key_of(m) not in results]
    print(f"{len(mutants)} changes, {len(asked)} asked for; "
          f"{len(tests)} files of tests take {sum(t['seconds'] for t in tests.values()):.0f} s", flush=True)

    def one(mutant):
        if time.monotonic() < end:
            results[key_of(mutant)] = judge(mutant, by_mutant, tests, options.longest, scratch)
        return mutant

    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        for number, mutant in enumerate(pool.map(one, asked), start=1):
            if number % 200 == 0:
                print(f"{number} of {len(asked)}, at {mutant.file}", flush=True)
                RESULTS.write_text(json.dumps(dict(results)))
    RESULTS.write_text(json.dumps(results))
    report(results, mutants)


if __name__ == "__main__":
    main()
