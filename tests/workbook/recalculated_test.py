"""A workbook, recalculated by another program from its formulas alone, says what the engine says.

LibreOffice opens the file with every remembered value taken out, reckons all cells and writes them down; each live cell
must be within one yen (or a millionth of a ratio) of the engine. Then an input cell is changed in the workbook and the
same quantity in the scenario: both must tell the same.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from concurrent.futures import ThreadPoolExecutor

SOURCE = pathlib.Path(os.environ.get("GOHO_SOURCE_DIR", "."))
GOHO = pathlib.Path(os.environ.get("GOHO_BINARY", "build/release/goho"))
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PLANS = ["manufacturer/base", "manufacturer/investment_plan", "wholesaler/base", "wholesaler/price_up",
         "it_services/base", "it_services/outsourced_back_office"]
# Inputs that are changed, alone, in the workbook and in the scenario: address and factor.
CHANGES = [("manufacturer/base", "/segments/machined_parts/price", 1.01),
           ("manufacturer/base", "/cost_lines/freight/sales_share", 1.1),
           ("manufacturer/base", "/loans/regional_bank/annual_interest_rate", 1.2),
           ("wholesaler/base", "/management/executive_sponsorship", 1.1)]

# Calc reckons afresh what others have written.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""

complaints = []


def export(scenario, workbook):
    subprocess.run([GOHO, "export", "xlsx", scenario, "-o", workbook, "--lang", "en"], check=True, stdout=subprocess.DEVNULL)


def sheets(workbook):
    """Every cell by sheet file and address: formula or None, and value as text."""
    with zipfile.ZipFile(workbook) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml")).iter(NS + "si"):
                shared.append("".join(part.text or "" for part in item.iter(NS + "t")))
        cells = {}
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            for cell in ET.fromstring(archive.read(name)).iter(NS + "c"):
                formula, value = cell.find(NS + "f"), cell.find(NS + "v")
                text = None if value is None else value.text
                if cell.get("t") == "s":
                    text = shared[int(text)]
                cells[name, cell.get("r")] = (None if formula is None else formula.text, text, cell.get("t"))
        return cells


def rewritten(workbook, to, change=None):
    """The same file without remembered values, with one input cell set to another number."""
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            if change and item.filename == change[0]:
                pattern = b'(<c r="%s"[^>]*>)<v>[^<]*</v>' % change[1].encode()
                data, count = re.subn(pattern, lambda m: m.group(1) + b"<v>%s</v>" % repr(change[2]).encode(), data)
                assert count == 1, change
            target.writestr(item, data)


def recalculated(workbook, folder):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "out"
    convert = ["soffice", "--headless", "-env:UserInstallation=file://%s" % profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, workbook]
    # On a busy machine LibreOffice was seen not to start; what it says of the workbook is asked once more then.
    for last in (False, True):
        done = subprocess.run(convert, check=last, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode == 0:
            break
    return sheets(out / workbook.name)


def number(text):
    return {"TRUE": 1.0, "FALSE": 0.0}.get(text) if text in ("TRUE", "FALSE") else float(text)


def compare(name, expected, found):
    live = 0
    for place, (formula, value, kind) in expected.items():
        if formula is None:
            continue
        live += 1
        there = found.get(place)
        if kind == "str":
            if there is None or there[2] != "str" or there[1] != value:
                complaints.append("%s %s: =%s gives %s and not %s" % (name, place, formula[:120], there, value))
            continue
        if there is None or there[1] is None or there[2] in ("e", "str"):
            complaints.append("%s %s: =%s gives %s" % (name, place, formula[:120], there))
            continue
        here = number(value)
        allowed = 1.0 if abs(here) > 1000.0 else max(1e-6 * abs(here), 1e-6) if abs(here) < 10.0 else 1.0
        if abs(number(there[1]) - here) > allowed + 1e-9:
            complaints.append("%s %s: =%s gives %s and not %s" % (name, place, formula[:120], there[1], value))
    if live < 20000:
        complaints.append("%s has only %d live cells" % (name, live))
    return live


def check_plan(name, folder):
    folder.mkdir()
    workbook, bare = folder / "plan.xlsx", folder / "bare.xlsx"
    export(SOURCE / "scenarios" / (name + ".json"), workbook)
    rewritten(workbook, bare)
    live = compare(name, sheets(workbook), recalculated(bare, folder))
    return "%s: %d live cells" % (name, live)


def check_change(change, folder):
    name, pointer, factor = change
    folder.mkdir()
    base = SOURCE / "scenarios" / (name + ".json")
    workbook, changed = folder / "plan.xlsx", folder / "changed.xlsx"
    export(base, workbook)
    cells = sheets(workbook)
    sheet, address = next(place for place, cell in cells.items() if cell[1] == pointer)
    at = "D" + address[1:]
    value = float(cells[sheet, at][1]) * factor
    rewritten(workbook, changed, (sheet, at, value))

    patch = {}
    inner = patch
    parts = pointer.strip("/").split("/")
    for part in parts[:-1]:
        inner = inner.setdefault(part, {})
    inner[parts[-1]] = value
    variant, expected = folder / "variant.json", folder / "expected.xlsx"
    variant.write_text(json.dumps({"format": 1, "extends": os.path.relpath(base, folder), **patch}), encoding="utf-8")
    export(variant, expected)
    # Where a choice falls otherwise, the working cells may be others; what a reader sees must be the same.
    seen = {place: cell for place, cell in sheets(expected).items() if place[0] in READ}
    if any(text == "DIFFERENCES" for _, text, _ in seen.values()):
        complaints.append("%s: the workbook says that its checks do not hold" % name)
    found = recalculated(changed, folder)
    before = len(complaints)
    for place, (formula, text, kind) in seen.items():
        if formula is None:
            continue
        there = found.get(place)
        if kind == "str":
            if there is None or there[1] != text:
                complaints.append("%s %s: %s says %s and not %s" % (name, pointer, place, there, text))
        elif there is None or there[1] is None or there[2] in ("e", "str"):
            complaints.append("%s %s: %s gives %s" % (name, pointer, place, there))
        elif abs(number(there[1]) - number(text)) > (1.0 if abs(number(text)) > 1000.0 else 1e-3):
            complaints.append("%s with %s x %s: %s is %s in the workbook and %s in the engine" %
                              (name, pointer, factor, place, there[1], text))
    return "%s %s: %s" % (name, pointer, "the same" if len(complaints) == before else "not the same")


# The overview, the statements by month and by year, the gates and the checks.
READ = ["xl/worksheets/sheet%d.xml" % n for n in (1, 4, 5, 7, 8)]


def main():
    if shutil.which("soffice") is None:
        print("LibreOffice Calc is not here")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        folders = [pathlib.Path(scratch) / str(n) for n in range(len(PLANS) + len(CHANGES))]
        with ThreadPoolExecutor(2) as pool:
            told = list(pool.map(check_plan, PLANS, folders[:len(PLANS)])) + \
                   list(pool.map(check_change, CHANGES, folders[len(PLANS):]))
    print("\n".join(told))
    for line in complaints[:40]:
        print(line)
    if complaints:
        print("%d differences" % len(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
