"""What the forms reckon, recalculated by another program from their formulas alone, says what the engine says.

LibreOffice opens each form with every remembered value taken out and writes down what it reckons: amounts must be within one
yen of the engine, ratios within a millionth, and words (a verdict, a grade) the same.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SOURCE = pathlib.Path(os.environ.get("GOHO_SOURCE_DIR", "."))
GOHO = pathlib.Path(os.environ.get("GOHO_BINARY", "build/release/goho"))
sys.path.insert(0, str(SOURCE / "tests/workbook"))
from recalculated_test import recalculated, rewritten, sheets  # noqa: E402

# Form, plan, options, unit of an amount in yen, and how many live cells there are at least.
FORMS = [("early-improvement", "manufacturer/base", ["--lang", "ja"], 1000.0, 500),
         ("early-improvement", "manufacturer/equipment_loan", ["--unit", "million"], 1e6, 500),
         ("early-improvement", "cases/integrated", ["--unit", "yen"], 1.0, 500),
         ("local-benchmark", "wholesaler/base", ["--benchmark", "example"], 1000.0, 120),
         ("local-benchmark", "it_services/base", ["--lang", "ja"], 1000.0, 60),
         ("value-added", "manufacturer/outsourced_back_office", ["--lang", "ja", "--unit", "million"], 1e6, 250),
         ("value-added", "it_services/base", [], 1000.0, 250)]

complaints = []


def differs(here, there, unit):
    if here[2] == "str":
        return there[2] != "str" or there[1] != here[1]
    if there[1] is None or there[2] in ("e", "str"):
        return True
    expected, found = float(here[1]), float(there[1])
    return abs(found - expected) > max(1.0 / unit, 1e-6 * abs(expected) if abs(expected) < 100.0 else 0.0)


def check(form, folder):
    name, plan, options, unit, least = form
    folder.mkdir()
    workbook, bare = folder / "form.xlsx", folder / "bare.xlsx"
    subprocess.run([GOHO, "export", "form", name, SOURCE / "scenarios" / (plan + ".json"), "-o", workbook, *options],
                   check=True, stdout=subprocess.DEVNULL)
    rewritten(workbook, bare)
    expected, found = sheets(workbook), recalculated(bare, folder)
    live = 0
    for place, here in expected.items():
        if here[0] is None:
            continue
        live += 1
        there = found.get(place, (None, None, None))
        if differs(here, there, unit):
            complaints.append("%s of %s, %s: =%s gives %s and not %s" % (name, plan, place, here[0][:120], there[1], here[1]))
    if live < least:
        complaints.append("%s of %s has only %d live cells" % (name, plan, live))
    return "%s of %s: %d live cells" % (name, plan, live)


def check_names(folder):
    """Names that begin like formulas: as they were, as texts, also in the file of the model."""
    folder.mkdir()
    names = ["=HYPERLINK(\"http://example.com\")", "+1", "-1", "@SUM"]
    base = SOURCE / "scenarios/manufacturer/equipment_loan.json"
    scenario = folder / "named.json"
    named = {"format": 1, "extends": os.path.relpath(base, folder), "name": names[0],
             "segments": {"machined_parts": {"name": names[1]}}, "loans": {"regional_bank": {"name": names[2]}},
             "cost_lines": {"freight": {"name": names[3]}}}
    scenario.write_text(json.dumps(named), encoding="utf-8")
    for command in (["form", "early-improvement"], ["form", "local-benchmark"], ["form", "value-added"], ["xlsx"]):
        workbook = folder / "named.xlsx"
        subprocess.run([GOHO, "export", *command, scenario, "-o", workbook], check=True, stdout=subprocess.DEVNULL)
        cells = sheets(workbook).values()
        if any(formula and ("HYPERLINK" in formula or "@" in formula) for formula, _, _ in cells):
            complaints.append("%s: a name has become a formula" % command)
        said = " ".join(text for _, text, kind in cells if kind == "s")
        for name in names if command == ["form", "early-improvement"] else names[:1]:
            if name not in said:
                complaints.append("%s: the name %s is not there" % (command, name))
    return "names that begin like formulas"


def main():
    if shutil.which("soffice") is None:
        print("LibreOffice Calc is not here")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        folders = [pathlib.Path(scratch) / str(n) for n in range(len(FORMS))]
        with ThreadPoolExecutor(2) as pool:
            told = list(pool.map(check, FORMS, folders))
        told.append(check_names(pathlib.Path(scratch) / "names"))
    print("\n".join(told))
    print("\n".join(complaints[:40]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
