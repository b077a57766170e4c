"""Whether a result of `goho run --format json` has the yearly figures of an expected one: same_figures.py RESULT.json EXPECTED.csv"""
import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8") as result, open(sys.argv[2], encoding="utf-8") as expected:
    years = json.load(result)["fiscal_years"]
    rows = {row[0]: row[1:] for row in csv.reader(expected)}
shared = [key for key in rows if isinstance(years[0].get(key), (int, float)) and key != "months"]
differing = [key for key in shared if [f"{year[key]:.0f}" for year in years] != [f"{float(value):.0f}" for value in rows[key]]]
print(f"{len(shared)} figures of {len(years)} years" if not differing else f"these differ: {', '.join(differing)}")
sys.exit(1 if differing or len(shared) < 20 else 0)
