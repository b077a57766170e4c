"""A planner's hour in half a minute, with a real pointer and real keys: open a company, make a variant, drag a lever, undo,
compare, ask why, export, save, close, open again. What lies where is asked of the program itself, by the names that it
gives to a screen reader. A picture of each step is kept in the build folder."""
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
import desktop  # noqa: E402  (beside this file)
from desktop import Desktop, until  # noqa: E402

desktop.own_session()

SHIPPED = Path(os.environ["GOHO_SOURCE_DIR"]) / "scenarios"
PICTURES = Path(os.environ["GOHO_BUILD_DIR"]) / "tests/gui/walkthrough"
BASE, PRICES, LOAN = "Manufacturer: as we are", "Prices +3%", "Five-axis cell on credit"


def leaves(json_value, place=""):
    """Every value of a file by its place."""
    if isinstance(json_value, dict):
        return {k: v for key, one in json_value.items() for k, v in leaves(one, f"{place}/{key}").items()}
    return {place: json_value}


def read(file):
    return leaves(json.loads(file.read_text(encoding="utf-8")))


def entry(program, lever):
    return program.thing("text", lever).text


def walk(desk, folder):
    program = desk.start("--lang", "en", "--size", "1280x800", "base.json", folder=folder)
    until(lambda: program.all("filler", "Net sales: "), "first result", 30)
    desk.picture("01-opened")

    # A variant by the pointer.
    program.click(program.thing("push button", "Make variant"))
    variant = f"{BASE} (variant)"
    until(lambda: program.title().startswith(variant), "the variant in the title")
    assert len(program.all("list item", BASE)) == 2
    sales = until(lambda: program.all("filler", "Net sales: "), "figures of the variant")[0].name
    desk.picture("02-variant")

    # A lever, dragged; one step of undo takes the whole drag back.
    assert entry(program, "All prices") == "+0.0%"
    program.drag(program.thing("slider", "All prices"), 0.5, 0.75)
    until(lambda: program.thing("filler", "Net sales: ").name != sales, "sales that follow the lever")
    prices = entry(program, "All prices")
    assert prices.startswith("+") and prices != "+0.0%", prices
    desk.picture("03-dragged")
    program.keys("ctrl+z")
    until(lambda: entry(program, "All prices") == "+0.0%", "undo")
    until(lambda: program.thing("filler", "Net sales: ").name.split("  ")[0] == sales.split("  ")[0], "sales as before")
    desk.picture("04-undone")
    program.keys("ctrl+shift+z")
    until(lambda: entry(program, "All prices") == prices, "redo")
    desk.picture("05-redone")

    # Two further files through the dialog; four scenarios side by side.
    program.keys("ctrl+o")
    program.answer_file_dialog("Open scenarios", '"price_up.json" "equipment_loan.json"')
    program.thing("list item", PRICES)
    program.thing("list item", LOAN)
    program.keys("ctrl+2")
    program.thing("table", "Key figures of all scenarios")
    until(lambda: all(program.all("filler", f"{BASE}, {variant}, {PRICES}, {LOAN}")), "legend of four")
    desk.picture("06-compared")

    # Why: a click on a chart, on to a cause by the keyboard, and back.
    program.click(program.thing("list item", variant))
    program.keys("ctrl+1")
    program.click(program.thing("filler", "Cash and deposits (million yen)"))
    why = program.thing("label", "Why this figure")
    until(lambda: why.text.startswith("Cash and deposits") and "Because of" in why.text, "why cash is what it is")
    first = why.text
    desk.picture("07-why")
    program.click(why, down=0.97)
    program.keys("Tab", "Return")
    until(lambda: why.text != first and "Goes into" in why.text, "its cause")
    desk.picture("08-cause")
    program.click(program.thing("push button", "Back"))
    until(lambda: why.text == first, "back at the figure")

    present(desk, program)

    # A picture of the page.
    program.keys("ctrl+e")
    program.answer_file_dialog("Export page", str(folder / "page.png"))
    until(lambda: (folder / "page.png").exists(), "the picture")
    until(lambda: (folder / "page.png").read_bytes().endswith(b"IEND\xaeB`\x82"), "the whole picture")
    shutil.copy(folder / "page.png", PICTURES / "10-exported.png")

    # Save the variant as a file of its own, and an edit of a file that was there.
    program.keys("ctrl+s")
    program.answer_file_dialog("Save scenario", str(folder / "my_plan.json"))
    until(lambda: (folder / "my_plan.json").exists(), "the saved variant")
    program.click(program.thing("list item", PRICES))
    until(lambda: program.title().startswith(PRICES), "another scenario")
    program.drag(program.thing("slider", "Executive sponsorship"), 0.3, 0.6)
    sponsorship = until(lambda: (t := entry(program, "Executive sponsorship")) != "30.0%" and t, "the second edit")
    program.keys("ctrl+s")
    until(lambda: " *" not in program.thing("list item", PRICES).name, "saved")
    desk.picture("11-saved")
    program.keys("ctrl+q")
    assert program.ends() == 0

    # What was saved is there again, and the files hold it and nothing else.
    again = desk.start("--lang", "en", "base.json", "my_plan.json", "price_up.json", folder=folder)
    until(lambda: again.title().startswith(variant), "the variant again", 30)
    until(lambda: entry(again, "All prices") == prices, "the price as it was set")
    again.click(again.thing("list item", PRICES))
    until(lambda: entry(again, "Executive sponsorship") == sponsorship, "the other lever as it was set")
    assert not any(" *" in one.name for one in again.all("list item")), "nothing is unsaved"
    desk.picture("12-opened-again")
    again.keys("ctrl+q")
    assert again.ends() == 0
    check_files(folder)


def present(desk, program):
    """The scenario's story on the whole screen, where the program offers it."""
    if not any(program.all("menu item", word, hidden=True) for word in ("Present", "Story")):
        return
    before = program.title()
    program.keys("F5")
    for step in "abc":
        desk.picture(f"09-presented-{step}")
        program.keys("Right")
    program.keys("Escape")
    until(lambda: program.title() == before and program.all("push button", "Make variant"), "end of the story")


def check_files(folder):
    plan = read(folder / "my_plan.json")
    assert plan.pop("/extends") == "base.json"
    assert plan.pop("/format") == 1
    assert plan.pop("/name/en") == f"{BASE} (variant)" and plan.pop("/name/ja")
    plan.pop("/$schema", None)
    assert plan and all(place.startswith("/segments/") and place.endswith("/price") for place in plan), plan
    before, after = read(SHIPPED / "manufacturer/price_up.json"), read(folder / "price_up.json")
    moved = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    assert moved == {"/management/executive_sponsorship"}, moved
    for name in ("base.json", "equipment_loan.json"):
        assert (folder / name).read_bytes() == (SHIPPED / "manufacturer" / name).read_bytes(), name


with tempfile.TemporaryDirectory() as scratch:
    shutil.copytree(SHIPPED / "manufacturer", Path(scratch) / "manufacturer")
    shutil.rmtree(PICTURES, ignore_errors=True)
    with Desktop(PICTURES) as desk:
        try:
            walk(desk, Path(scratch) / "manufacturer")
        except BaseException:
            desk.picture("99-failed")
            raise
print("walked through; pictures are in", PICTURES)
