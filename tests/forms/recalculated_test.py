"""What the forms reckon, recalculated by another program from their formulas alone, says what the engine says.

LibreOffice opens each form with every remembered value taken out and writes down what it reckons: amounts must be within one
yen of the engine, ratios within a millionth, and words (a verdict, a grade) the same.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
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
         ("value-added", "it_services/base", [], 1000.0, 250),
         ("early-improvement", "imported", ["--lang", "ja"], 1000.0, 500),
         ("early-improvement", "part years", [], 1000.0, 300),
         ("local-benchmark", "part years", ["--benchmark", "example"], 1000.0, 60),
         ("value-added", "part years", [], 1000.0, 50)]

complaints = []


def differs(here, there, unit):
    if here[2] == "str":
        return there[2] != "str" or there[1] != here[1]
    if there[1] is None or there[2] in ("e", "str"):
        return True
    expected, found = float(here[1]), float(there[1])
    return abs(found - expected) > max(1.0 / unit, 1e-6 * abs(expected) if abs(expected) < 100.0 else 0.0)


def scenario_of(plan, folder):
    """A shipped plan, or one of those that begin within a year: cut to a start and a length, or imported with actual months."""
    path = folder / "plan.json"
    if plan == "imported":
        months = sorted((SOURCE / "scenarios/import_samples/yayoi_months").glob("2026-0[4-8].txt"))
        subprocess.run([GOHO, "import", "trial-balance", *months, "-o", path], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    elif plan == "part years":
        base = os.path.relpath(SOURCE / "scenarios/manufacturer/base.json", folder)
        path.write_text(json.dumps({"format": 1, "extends": base, "company": {"start": "2027-07", "months": 40}}), encoding="utf-8")
    else:
        return SOURCE / "scenarios" / (plan + ".json")
    return path


def export(command, scenario, workbook, options=()):
    subprocess.run([GOHO, "export", *command, scenario, "-o", workbook, *options], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def check(form, folder):
    name, plan, options, unit, least = form
    folder.mkdir()
    workbook, bare = folder / "form.xlsx", folder / "bare.xlsx"
    export(["form", name], scenario_of(plan, folder), workbook, options)
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


def check_filled_in(folder):
    """The year before the plan: its totals speak once its statement is written into the pale cells."""
    folder.mkdir()
    workbook, filled = folder / "form.xlsx", folder / "filled.xlsx"
    export(["form", "early-improvement"], SOURCE / "scenarios/manufacturer/base.json", workbook, ["--lang", "en"])
    page = "xl/worksheets/sheet4.xml"
    row_of = {text: place[1][1:] for place, (_, text, _) in sheets(workbook).items() if place[0] == page and place[1][0] == "A"}
    entered = {"Cost of sales": 450000, "SG&A expenses": 120000, "Non-operating income": 600, "Interest and guarantee fees": 3000,
               "Other non-operating expenses": 0}
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == page:
                for label, amount in entered.items():
                    blank = b'(<c r="C%s" s="[0-9]+")/>' % row_of[label].encode()
                    data, count = re.subn(blank, lambda m: m.group(1) + b"><v>%d</v></c>" % amount, data)
                    assert count == 1, label
            target.writestr(item, data)
    cells = recalculated(filled, folder)
    sales = float(cells[page, "C" + row_of["Net sales"]][1])
    expected = {"Gross profit": sales - 450000, "Operating income": sales - 570000, "Ordinary income": sales - 572400}
    for label, amount in expected.items():
        found = cells[page, "C" + row_of[label]][1]
        if float(found) != amount:
            complaints.append("%s of the year before the plan is %s and not %s" % (label, found, amount))
    if cells[page, "C" + row_of["Net income"]][1] != "—":
        complaints.append("net income speaks although its taxes are not filled in")
    return "the year before the plan filled in"


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
        export(command, scenario, workbook)
        cells = sheets(workbook).values()
        if any(formula and ("HYPERLINK" in formula or "@" in formula) for formula, _, _ in cells):
            complaints.append("%s: a name has become a formula" % command)
        said = [text for _, text, kind in cells if kind == "s"]
        for name in names if command == ["form", "early-improvement"] else names[:1]:
            if not any(text.startswith(name) for text in said):
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
        told.append(check_filled_in(pathlib.Path(scratch) / "filled"))
        told.append(check_names(pathlib.Path(scratch) / "names"))
    print("\n".join(told))
    print("\n".join(complaints[:40]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
