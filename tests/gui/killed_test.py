"""Killed in the middle of editing, 20 times: the program offers what was unsaved at its next start, at most the last second
is lost, and the files are as they were."""
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
import desktop  # noqa: E402  (beside this file)
from desktop import Desktop, until  # noqa: E402

desktop.own_session()

SHIPPED = Path(os.environ["GOHO_SOURCE_DIR"]) / "scenarios/manufacturer"
AT_ONCE, TIMES = 5, 20
LEVER = "All prices"


def lever_of(program):
    return program.thing("slider", LEVER, 60)


def edit(levers, logs, seconds):
    """Moves the levers a little further and further; notes what each holds, and when it held it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for lever, log in zip(levers, logs):
            step = len(log) + 1
            lever.value = min(1000, 5 * (step if step < 100 else step + 1))  # never where it was in the file
            log.append((time.monotonic(), lever.value))


def kill_and_return(desk, user, folder, program, log):
    program.process.kill()
    killed = time.monotonic()
    program.process.wait()
    due = max((value for at, value in log if at <= killed - 1.0), default=0)
    assert due > 0, "edits were older than a second when the program was killed"
    again = desk.start("--lang", "en", "base.json", user=user, folder=folder)
    again.thing("push button", "Recover", 60).press()
    lever = lever_of(again)
    recovered = until(lambda: (value := lever.value) != 500 and value, "the edit that was kept")
    assert due <= recovered <= max(value for _, value in log), (due, recovered)
    assert (folder / "base.json").read_bytes() == (SHIPPED / "base.json").read_bytes()
    again.process.kill()
    again.process.wait()


with tempfile.TemporaryDirectory() as scratch, Desktop() as desk:
    for batch in range(TIMES // AT_ONCE):
        users = [f"user{batch}{n}" for n in range(AT_ONCE)]
        folders = [Path(scratch) / user for user in users]
        for folder in folders:
            shutil.copytree(SHIPPED, folder)
        programs = [desk.start("--lang", "en", "base.json", user=user, folder=folder)
                    for user, folder in zip(users, folders)]
        levers, logs = [lever_of(program) for program in programs], [[] for _ in users]
        edit(levers, logs, 1.5 + 0.11 * batch)
        for user, folder, program, lever, log in zip(users, folders, programs, levers, logs):
            edit([lever], [log], 0.05)  # so that it is in the middle of an edit
            kill_and_return(desk, user, folder, program, log)
print(f"killed {TIMES} times, {TIMES} times recovered")
