"""Runs fuzzing targets for so many seconds each and prints what came of it: run.py BUILD SECONDS [TARGET...]

GOHO_FUZZ_JOBS says how many run side by side; one by itself if it says nothing. New inputs that reach new code go to
BUILD/corpus/TARGET, inputs with which something does not hold to BUILD/findings/TARGET; there also lie those that took
more than a second, which are no findings. The exit code is 1 when there are any.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
JOBS = int(os.environ.get("GOHO_FUZZ_JOBS", "1"))
LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-report_slow_units=1"]


def programs(build, wanted):
    known = {path.name.removeprefix("fuzz_"): path for path in sorted(build.glob("fuzz_*")) if os.access(path, os.X_OK) and path.is_file()}
    unknown = [name for name in wanted if name not in known]
    if unknown or not known:
        sys.exit(f"no such target: {', '.join(unknown)}; there are: {', '.join(known)}")
    return {name: known[name] for name in wanted or known}


def count(folder):
    return sum(not path.name.startswith("slow-unit-") for path in folder.iterdir()) if folder.is_dir() else 0


def figures(said):
    """Runs, runs a second, edges and corpus as the last status line has them."""
    runs = re.findall(rb"^#(\d+)\s", said, re.M)
    edges = re.findall(rb"cov: (\d+)", said)
    corpus = re.findall(rb"corp: (\d+)/", said)
    speed = re.findall(rb"stat::average_exec_per_sec:\s+(\d+)", said)
    return [int(found[-1]) if found else 0 for found in (runs, speed, edges, corpus)]


def run(name, program, build, seconds):
    found, grown, empty = build / "findings" / name, build / "corpus" / name, build / "empty" / name
    for folder in (found, grown, empty):
        folder.mkdir(parents=True, exist_ok=True)
    before = count(found)
    seeds = [str(path) for path in (HERE / "corpus" / name, HERE / "regressions" / name) if path.is_dir()]
    words = [str(program), f"-max_total_time={seconds}", *LIMITS, "-print_final_stats=1", f"-dict={HERE / 'dictionaries' / name}.dict",
             f"-artifact_prefix={found}/", str(grown), *seeds]
    done = subprocess.run(words, cwd=empty, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    (build / "findings" / f"{name}.log").write_bytes(done.stdout)
    findings = count(found) - before
    return (*figures(done.stdout), max(findings, 1 if done.returncode else 0))


def main():
    build, seconds, wanted = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]), sys.argv[3:]
    row = "{:<16}{:>12}{:>10}{:>10}{:>10}{:>10}"
    print(row.format("target", "runs", "runs/s", "edges", "corpus", "findings"), flush=True)
    findings, chosen = 0, programs(build, wanted)
    with concurrent.futures.ThreadPoolExecutor(JOBS) as side_by_side:
        results = side_by_side.map(lambda name: run(name, chosen[name], build, seconds), chosen)
        for name, result in zip(chosen, results):
            findings += result[-1]
            print(row.format(name, *result), flush=True)
    if findings:
        print(f"Inputs with which something does not hold, and what was said of them: {build / 'findings'}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
