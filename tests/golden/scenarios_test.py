"""Every shipped scenario gives the result that stands beside it, to the yen.

scenarios/<company>/<variant>.json belongs to scenarios/<company>/expected/<variant>.csv: a row for every figure, a
column for every fiscal year, and a fingerprint of the months. With GOHO_BLESS=1 the files are written, not compared.
"""
import difflib
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(os.environ["GOHO_SOURCE_DIR"])
BLESS = os.environ.get("GOHO_BLESS") == "1"


def result_of(scenario):
    done = subprocess.run([os.environ["GOHO_BINARY"], "run", str(scenario), "--format", "json", "--lang", "en"],
                          capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{scenario} does not run:\n{done.stderr}")
    return json.loads(done.stdout)


def shown(figure):
    if isinstance(figure, float):
        return str(int(figure)) if figure.is_integer() and abs(figure) < 1e15 else f"{figure:.10g}"
    return "" if figure is None else str(figure)


def rows_by_year(prefix, years):
    """One row for every figure of a list of years; texts and months are no figures."""
    names = [name for name, value in years[0].items() if value is None or isinstance(value, (int, float))] if years else []
    return [",".join([prefix + name, *(shown(year[name]) for year in years)]) for name in names]


def digest(result):
    rows = [",".join(["fiscal_year_ends", *(year["last_month"] for year in result["fiscal_years"])])]
    rows += rows_by_year("", result["fiscal_years"])
    for name, segment in result["segments"].items():
        rows += rows_by_year(f"segment {name}: ", segment["fiscal_years"])
    rows += rows_by_year("indicator: ", result["kpis"])
    gates = {}
    for gate in result["gates"]:
        gates.setdefault(gate["gate"], []).append(gate["verdict"])
    rows += [",".join([f"gate: {name}", *verdicts]) for name, verdicts in gates.items()]
    rows += [f"target: {target['id']},{target['verdict']}" for target in result["targets"]]
    rows += [f"insolvency: {name},{shown(value)}" for name, value in result["insolvency"].items()]
    months = json.dumps([result["series"], result["loan_balances"]], sort_keys=True)
    rows.append(f"fingerprint of the months,{hashlib.sha256(months.encode()).hexdigest()}")
    return [row + "\n" for row in rows]


def main():
    scenarios = sorted(path for path in (ROOT / "scenarios").glob("*/*.json") if path.parent.name != "schema")
    complaints = []
    for scenario in scenarios:
        expected = scenario.parent / "expected" / f"{scenario.stem}.csv"
        found = digest(result_of(scenario))
        if BLESS:
            expected.parent.mkdir(exist_ok=True)
            expected.write_text("".join(found), encoding="utf-8")
            continue
        before = expected.read_text(encoding="utf-8").splitlines(keepends=True) if expected.is_file() else []
        complaints += difflib.unified_diff(before, found, str(expected.relative_to(ROOT)), "as it is now", n=0)
    for company in {scenario.parent for scenario in scenarios}:
        for expected in sorted((company / "expected").glob("*.csv")):
            if not (company / f"{expected.stem}.json").is_file():
                complaints.append(f"{expected.relative_to(ROOT)} belongs to no scenario\n")
    sys.stdout.writelines(complaints)
    if complaints:
        print('If this is meant: tests/golden/bless.sh "reason", and the same reason in the commit message.')
    sys.exit(1 if complaints else 0 if scenarios else 77)


main()
