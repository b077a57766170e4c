"""A planner's hour in half a minute, with a real pointer and real keys: open a company, make a variant, drag a lever, undo,
compare, ask why, present the story, decide, export, save, close, open
again. What lies where is asked of the program itself, by the names that it
gives to a screen reader. A picture of each step is kept in the build folder."""
import json
import os
import shutil
import struct
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
import desktop  # noqa: E402  (beside this file)
from desktop import Desktop, Presented, until  # noqa: E402

desktop.own_session()

SHIPPED = Path(os.environ["GOHO_SOURCE_DIR"]) / "scenarios"
PICTURES = Path(os.environ["GOHO_BUILD_DIR"]) / "tests/gui/walkthrough"
BASE, PRICES, LOAN = "Manufacturer: as we are", "Prices +3%", "Five-axis cell on credit"
QUESTION, DECISION = "Shall prices follow cost?", "Yes, and small lots go first."


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
    assert program.title() == f"{BASE} — Goho"
    desk.picture("01-opened")
    variant = make_variant(desk, program)
    prices = move_and_undo(desk, program)
    compare(desk, program, variant)
    ask_why(desk, program, variant)
    shown_prices = present(desk, program, variant)
    export(program, folder)
    sponsorship = save_all(desk, program, variant, folder)

    # What was saved is there again, and the files hold it and nothing else.
    again = desk.start("--lang", "en", "base.json", "my_plan.json", "price_up.json", folder=folder)
    until(lambda: again.title().startswith(variant), "the variant again", 30)
    until(lambda: entry(again, "All prices") == prices, "the price as it was set")
    again.click(again.thing("list item", PRICES))
    until(lambda: entry(again, "Executive sponsorship") == sponsorship, "the other lever as it was set")
    until(lambda: entry(again, "All prices") == shown_prices, "the lever that was moved in the presentation")
    again.keys("F7")
    written = until(lambda: [one for one in again.all("list item") if one.name.endswith(QUESTION)], "the decision")
    assert len(written) == 1, [one.name for one in written]
    again.click(written[0])
    until(lambda: again.thing("text", "Decision").text == DECISION, "the decision as it was written")
    assert not unsaved(again), "nothing is unsaved"
    desk.picture("17-opened-again")
    again.keys("ctrl+q")
    assert again.ends() == 0
    check_files(folder)


def unsaved(program):
    return [one.name for one in program.all("list item") if " *" in one.name]


def make_variant(desk, program):
    """By the pointer."""
    program.click(program.thing("push button", "Make variant"))
    variant = f"{BASE} (variant)"
    until(lambda: program.title().startswith(variant), "the variant in the title")
    assert len(program.all("list item", BASE)) == 2
    desk.picture("02-variant")
    return variant


def move_and_undo(desk, program):
    """A lever, dragged; one step of undo takes the whole drag back, one step of redo brings it again."""
    sales = until(lambda: program.all("filler", "Net sales: "), "figures of the variant")[0].name
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
    return prices


def compare(desk, program, variant):
    """Two further files through the dialog: three scenarios beside the base."""
    program.keys("ctrl+o")
    program.answer_file_dialog("Open scenarios", '"price_up.json" "equipment_loan.json"')
    program.thing("list item", PRICES)
    program.thing("list item", LOAN)
    program.keys("ctrl+2")
    program.thing("table", "Key figures of all scenarios")
    until(lambda: program.all("filler", f"{BASE}, {variant}, {PRICES}, {LOAN}"), "legend of four")
    desk.picture("06-compared")


def ask_why(desk, program, variant):
    """A click on a chart, on to a cause and to the cause of that by the keyboard, and all the way back."""
    program.click(program.thing("list item", variant))
    program.keys("ctrl+1")
    program.click(program.thing("filler", "Cash and deposits (million yen)"))
    why = program.thing("label", "Why this figure")
    until(lambda: why.text.startswith("Cash and deposits") and "Because of" in why.text, "why cash is what it is")
    walked = [why.text]
    desk.picture("07-why")
    program.click(why, down=0.97)
    for level in ("08-cause", "09-its-cause"):
        program.keys("Tab", "Tab", "Return")  # the first link is the month before
        walked.append(until(lambda: (now := why.text) not in walked and "Because of" in now and now, "a cause"))
        desk.picture(level)
    assert len({text.splitlines()[0] for text in walked}) == 3, walked
    for before in reversed(walked[:-1]):
        program.click(program.thing("push button", "Back"))
        until(lambda: why.text == before, "back at the figure")


def present(desk, program, variant):
    """The company's story on the whole screen: steps by keys, a lever moved in the third, a decision written."""
    others = unsaved(program)
    program.keys("F5")
    stage = Presented(program)

    def at(step, title):
        return until(lambda: stage.all("label", f"{step} / 6") and stage.all("label", title), f"step {step}")

    at(1, "Where we stand")
    until(lambda: stage.all("filler", "Overview"), "its page")
    desk.picture("10-presented-1")
    stage.keys("space")
    at(2, "What holds us: fixed cost")
    stage.keys("Right")
    at(3, "What if we raise prices?")
    stage.keys("Left")
    at(2, "What holds us: fixed cost")
    until(lambda: stage.all("filler", "Cost"), "the page of the step before")
    stage.keys("space")
    at(3, "What if we raise prices?")
    income = until(lambda: stage.all("filler", "Operating income: "), "the figure to look at")[0].name
    assert unsaved(program) == others, "showing is no edit"
    desk.picture("11-presented-3")

    before = entry(stage, "All prices")
    stage.drag(stage.thing("slider", "All prices"), 0.5, 0.8, scale=stage.scale)
    until(lambda: stage.thing("filler", "Operating income: ").name != income, "the figure follows the lever")
    prices = entry(stage, "All prices")
    assert prices != before, prices
    desk.picture("12-lever-in-a-step")

    stage.keys("d")
    stage.click(stage.thing("push button", "Add"))
    stage.writes("Question", QUESTION)
    stage.click(stage.thing("push button", "Insert figures"))
    until(lambda: "Operating income" in stage.thing("text", "Finding").text, "figures in the finding")
    stage.writes("Decision", DECISION)
    desk.picture("13-decision")
    stage.keys("Escape")
    until(lambda: not stage.all("text", "Question"), "end of the log")
    for step, title in ((4, "One machine, or a plan?"), (5, "What happens to our cash?"), (6, "What we decide")):
        stage.keys("space")
        at(step, title)
    stage.keys("space")  # after the last there is none
    at(6, "What we decide")
    desk.picture("14-presented-6")
    program.keys("Escape")
    until(lambda: program.all("push button", "Make variant") and not stage.windows(), "end of the story")
    until(lambda: program.title().startswith(variant), "what was looked at before")
    return prices


def export(program, folder):
    """A picture of the page: twice its size, so that it is sharp on paper."""
    program.keys("ctrl+1", "ctrl+e")
    program.answer_file_dialog("Export page", str(folder / "page.png"))
    picture = until(lambda: (data := (folder / "page.png").read_bytes()).endswith(b"IEND\xaeB`\x82") and data,
                    "the whole picture")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    assert 1000 <= width <= 2880 and 700 <= height <= 1800, (width, height)
    assert 30_000 < len(picture) < 3_000_000, len(picture)
    shutil.copy(folder / "page.png", PICTURES / "15-exported.png")


def save_all(desk, program, variant, folder):
    """The variant as a file of its own, an edit of a file that was there, and the rest at once."""
    program.keys("ctrl+s")
    program.answer_file_dialog("Save scenario", str(folder / "my_plan.json"))
    until(lambda: (folder / "my_plan.json").exists(), "the saved variant")
    program.click(program.thing("list item", PRICES))
    until(lambda: program.title().startswith(PRICES), "another scenario")
    program.drag(program.thing("slider", "Executive sponsorship"), 0.3, 0.6)
    sponsorship = until(lambda: (t := entry(program, "Executive sponsorship")) != "30.0%" and t, "the second edit")
    assert unsaved(program) == [f"{BASE}  · base *", f"{PRICES} *"], unsaved(program)  # the decision, the levers
    program.keys("ctrl+alt+s")
    until(lambda: not unsaved(program), "saved")
    desk.picture("16-saved")
    program.keys("ctrl+q")
    assert program.ends() == 0
    return sponsorship


def check_files(folder):
    plan = read(folder / "my_plan.json")
    assert plan.pop("/extends") == "base.json"
    assert plan.pop("/format") == 1
    assert plan.pop("/name/en") == f"{BASE} (variant)" and plan.pop("/name/ja")
    plan.pop("/$schema", None)
    assert plan and all(place.startswith("/segments/") and place.endswith("/price") for place in plan), plan
    assert all("/price" in place for place in moved(folder, "price_up.json") - {"/management/executive_sponsorship"})
    assert "/management/executive_sponsorship" in moved(folder, "price_up.json")
    log = json.loads((folder / "base.json").read_text(encoding="utf-8"))["decision_log"]
    added = [one for one in log.values() if one["question"] == QUESTION]
    assert len(added) == 1 and added[0]["decision"] == DECISION, log
    assert all(place.startswith("/decision_log/decision/") for place in moved(folder, "base.json"))
    for name in ("investment_plan.json", "equipment_loan.json"):
        assert (folder / name).read_bytes() == (SHIPPED / "manufacturer" / name).read_bytes(), name


def moved(folder, name):
    """The places of a file whose values are not those that ship."""
    before, after = read(SHIPPED / "manufacturer" / name), read(folder / name)
    return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}


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
