"""What is recorded of the files of a release: a handful of figures each, and the shape of what the program writes."""
import gzip
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

GOHO = os.environ.get("GOHO_BINARY", "build/release/goho")
YEARLY = ("net_sales", "operating_income", "net_income", "cash", "net_assets")
QUESTIONS = {
    "batch": ["SELECT count(*), sum(ordinary_income) FROM year", "SELECT file, point FROM run ORDER BY id", "best", "sensitivity"],
    "montecarlo": ["SELECT count(*), sum(p50) FROM fan", "chances", "year_ends"],
}


def goho(*words, fails=False):
    done = subprocess.run([GOHO, *map(str, words), "--lang", "en"], capture_output=True, text=True, encoding="utf-8", check=False)
    if (done.returncode != 0) != fails:
        raise AssertionError(f"goho {' '.join(map(str, words))} ends with {done.returncode}: {done.stderr}")
    return done.stderr if fails else done.stdout


def plans_of(release):
    return sorted(path for path in (release / "plans").rglob("*.json") if path.name != "benchmark.json")


def yearly(result):
    years = result["fiscal_years"]
    return {year["label"]["en"]: {key: year[key] for key in YEARLY} for year in (years[0], years[-1])}


def shape(value, at=""):
    """The keys of a result, of lists those of their first item."""
    if isinstance(value, dict):
        return [place for key, held in value.items() for place in [f"{at}/{key}", *shape(held, f"{at}/{key}")]]
    return shape(value[0], at + "/0") if isinstance(value, list) and value else []


def unpacked(packed, folder):
    database = Path(folder) / packed.stem
    with gzip.open(packed) as content, database.open("wb") as target:
        shutil.copyfileobj(content, target)
    return database


def answers(release):
    """What the program says today of the databases of a release."""
    with tempfile.TemporaryDirectory() as folder:
        return {packed.name: {question: json.loads(goho("query", unpacked(packed, folder), question, "--format", "json"))
                              for question in QUESTIONS[packed.name.split(".")[0]]}
                for packed in sorted((release / "databases").glob("*.gz"))}


def figures(release):
    """All that is recorded."""
    plans = release / "plans"
    base, variant = plans / "manufacturer/base.json", plans / "manufacturer/price_up.json"
    compared = json.loads(goho("compare", base, variant, "--format", "json"))
    trials = json.loads(goho("montecarlo", plans / "every_section.json", "--trials", "64", "--seed", "7", "--format", "json"))
    with tempfile.TemporaryDirectory() as folder:
        imported = Path(folder) / "company.json"
        goho("import", "trial-balance", *sorted((release / "import").glob("*.csv")), "--mapping", release / "import/mapping.json", "-o", imported)
        books = yearly(json.loads(goho("run", imported, "--format", "json")))
        mapped = {id: [line.get("category"), line.get("behaviour")] for id, line in json.loads(imported.read_text(encoding="utf-8"))["cost_lines"].items()}
    run = goho("run", base, "--format", "json")
    return {
        "plans": {str(path.relative_to(plans)): yearly(json.loads(goho("run", path, "--format", "json"))) for path in plans_of(release)},
        "benchmark": json.loads(goho("run", base, "--benchmark", plans / "benchmark.json", "--format", "json"))["local_benchmark"],
        "worth": compared["scenarios"][1]["valuation"]["npv"],
        "trials": {key: trials[key] for key in ("trials", "seed", "sampling", "drawn")},
        "imported": books,
        "mapped": mapped,
        "databases": answers(release),
        "journal": goho("export", "journal", base).splitlines()[:40],
        "columns": goho("run", base, "--format", "csv").splitlines()[0].split(","),
        "columns_of_years": goho("run", base, "--statement", "indicators", "--format", "csv").splitlines()[0].split(","),
        "keys": sorted(set(shape(json.loads(run)))),
    }
