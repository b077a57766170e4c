"""goho calibrate: the table, the fitted scenario, and what it refuses."""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

goho = os.environ["GOHO_BINARY"]
faults = []


def run(*arguments, folder):
    return subprocess.run([goho, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def check(holds, what):
    if not holds:
        faults.append(what)


SALES = [100300, 99800, 100100, 99500, 100600, 100000, 99900, 100400, 99700, 100200, 99600, 100500]
COMPANY = {
    "format": 1, "name": "Stall", "company": {"start": "2027-04", "months": 24},
    "opening": {"cash": 1000000, "paid_in_capital": 1000000, "retained_earnings": 0},
    "segments": {"main": {"price": 90, "volume": 1000}, "other": {"price": 50, "volume": 10}},
    "job_groups": {"clerks": {"headcount": 1, "monthly_pay": 200000}},
    "actuals": {f"{2027 + (3 + t) // 12}-{(3 + t) % 12 + 1:02}":
                {"segments": {"main": {"net_sales": sales, "volume": 1000}},
                 "job_groups": {"clerks": {"pay": 200000 + 100 * (t % 3), "social_insurance": 30000 + 10 * (t % 4)}}}
                for t, sales in enumerate(SALES)},
}
PRICE, RATE = "/segments/main/price", "/job_groups/clerks/social_insurance_rate"

with tempfile.TemporaryDirectory() as scratch:
    folder = Path(scratch)
    (folder / "plans").mkdir()
    (folder / "out").mkdir()
    (folder / "plans/stall.json").write_text(json.dumps(COMPANY), encoding="utf-8")
    base = "plans/stall.json"
    asked = ["calibrate", base, "--vary", PRICE, "--vary", RATE, "--vary", "/job_groups/clerks/monthly_pay"]

    told = run(*asked, "--format", "json", "--lang", "en", folder=folder)
    check(told.returncode == 0, f"json: {told.returncode} {told.stderr}")
    price, rate, _ = json.loads(told.stdout)["quantities"]
    mean = sum(SALES) / len(SALES) / 1000
    error = (sum((s / 1000 - mean) ** 2 for s in SALES) / 11 / 12) ** 0.5
    check(abs(price["fitted"] - mean) < 1e-4, f"the price is the mean, {price['fitted']} and not {mean}")
    check(abs(price["standard_error"] / error - 1) < 1e-3, f"standard error {price['standard_error']}, by hand {error}")
    check((rate["evidence_before"], rate["evidence_after"]) == ("B", "A"), "the rate turns into the company's own figure")

    fitted = run(*asked, "-o", "out/fitted.json", "--lang", "ja", "--width", "120", folder=folder)
    check(fitted.returncode == 0 and "B → A" in fitted.stdout and "標準誤差" in fitted.stdout, f"the table: {fitted.stdout}{fitted.stderr}")
    written = json.loads((folder / "out/fitted.json").read_text(encoding="utf-8"))
    check(written["extends"] == "../plans/stall.json", f"extends {written['extends']}")
    check(set(written) == {"format", "extends", "name", "segments", "job_groups"}, f"only what was fitted: {set(written)}")
    check("2027-04 to 2028-03" in written["segments"]["main"]["note"]["en"], "the note says which months")
    check(run("validate", "out/fitted.json", "--allow-extends", "plans", folder=folder).returncode == 0, "the fitted scenario is valid")

    one, four = (run(*asked, "--format", "csv", "--threads", n, folder=folder).stdout for n in "14")
    check(one == four and one, "the same bytes on any number of threads")

    def refused(code, word, *arguments):
        done = run("calibrate", *arguments, "--lang", "en", folder=folder)
        check(done.returncode == code and word in done.stderr, f"{arguments}: {done.returncode} {done.stderr}")
        check(done.stdout == "", f"{arguments}: prints although it refuses")

    before = (folder / base).read_text(encoding="utf-8")
    refused(2, f'did you mean "{PRICE}"?', base, "--vary", "/segments/main/prise")
    refused(2, 'did you mean "net_sales"?', base, "--vary", PRICE, "--use", "net_sale")
    refused(2, "LOW..HIGH", base, "--vary", PRICE + "=5")
    refused(3, "is the scenario that is being fitted", base, "--vary", PRICE, "-o", base)
    check((folder / base).read_text(encoding="utf-8") == before, "the base is untouched")
    (folder / "plans/none.json").write_text(json.dumps({k: v for k, v in COMPANY.items() if k != "actuals"}), encoding="utf-8")
    refused(3, "no actual months", "plans/none.json", "--vary", PRICE)
    check(len(run("calibrate", "plans/none.json", "--vary", PRICE, folder=folder).stderr.strip().splitlines()) == 1, "one sentence")

print("\n".join(faults))
sys.exit(1 if faults else 0)
