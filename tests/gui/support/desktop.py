"""A desktop for tests: a screen that nobody sees, a window manager, and the program on it, found by the names that it
tells to people who cannot see (AT-SPI) and worked with pointer and keys (xdotool). Where something is missing that this
needs, the test is skipped.

A test calls `own_session()` first; the rest of this module needs the bus that it brings."""
import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NEEDED = ("Xvfb", "xdotool", "openbox", "dbus-run-session", "import")
SKIPPED = 77
Atspi = None


def own_session():
    """Starts the test anew on a bus of its own, so that it neither sees nor disturbs other programs."""
    global Atspi
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print("not here:", ", ".join(missing))
        sys.exit(SKIPPED)
    try:
        import gi
    except ImportError:  # Debian's package serves Debian's interpreter
        if sys.executable == "/usr/bin/python3" or not Path("/usr/bin/python3").exists():
            print("not here: python3-gi")
            sys.exit(SKIPPED)
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    if "GOHO_TEST_SESSION" not in os.environ:
        os.environ["GOHO_TEST_SESSION"] = tempfile.mkdtemp(prefix="goho-session-")
        os.environ["XDG_RUNTIME_DIR"] = os.environ["GOHO_TEST_SESSION"]  # the bus of names lies there
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])
    atexit.register(shutil.rmtree, os.environ["GOHO_TEST_SESSION"], ignore_errors=True)
    try:
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi as found
    except (ValueError, ImportError):
        print("not here: gir1.2-atspi-2.0")
        sys.exit(SKIPPED)
    Atspi = found
    Atspi.init()


def until(holds, what, seconds=20.0):
    """Waits until something holds, and gives it back."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = holds()
        except Exception:  # what was asked has just gone from the screen
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} seconds in vain for: {what}")
        time.sleep(0.02)


class Desktop:
    def __init__(self, pictures=None, size="1440x900"):
        self.pictures = Path(pictures) if pictures else None
        self.size = size

    def __enter__(self):
        self.home = Path(tempfile.mkdtemp(prefix="goho-desktop-"))
        reading, writing = os.pipe()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"],
            pass_fds=[writing], **quiet)
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = ":" + number.readline().strip()
        self.manager = subprocess.Popen(["openbox", "--sm-disable"], env=self.environment("manager"), **quiet)
        self.programs = []
        return self

    def __exit__(self, *_):
        for one in [*self.programs, self.manager, self.screen]:
            if one.poll() is None:
                one.kill()
            one.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def environment(self, user):
        """Of someone who has never started the program before."""
        home = self.home / user
        for folder in ("run", "config", "data"):
            (home / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
        env = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
        return env | {
            "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    def start(self, *arguments, user="someone", folder=None):
        program = os.path.join(os.environ["GOHO_BUILD_DIR"], "goho-gui")
        started = subprocess.Popen([program, *map(str, arguments)], env=self.environment(user), cwd=folder)
        self.programs.append(started)
        return Program(self, started)

    def picture(self, name):
        if self.pictures:
            self.pictures.mkdir(parents=True, exist_ok=True)
            subprocess.run(["import", "-window", "root", str(self.pictures / f"{name}.png")], check=True)


class Thing:
    """Something on the screen: a button, a slider, a chart."""

    def __init__(self, node):
        self.node = node

    @property
    def name(self):
        return self.node.get_name()

    @property
    def area(self):
        box = self.node.get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    @property
    def text(self):
        return Atspi.Text.get_text(self.node, 0, Atspi.Text.get_character_count(self.node))

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.node)

    @value.setter
    def value(self, number):
        Atspi.Value.set_current_value(self.node, number)

    def is_on(self, state):
        return self.node.get_state_set().contains(getattr(Atspi.StateType, state))

    def press(self):
        Atspi.Action.do_action(self.node, 0)


class Program:
    def __init__(self, desktop, process):
        self.desktop, self.process = desktop, process

    def windows(self):
        desk = Atspi.get_desktop(0)
        for i in range(desk.get_child_count()):
            app = desk.get_child_at_index(i)
            if app and app.get_process_id() == self.process.pid:
                return [app.get_child_at_index(n) for n in range(app.get_child_count())]
        return []

    def all(self, role, name=None, hidden=False):
        """Everything of a role that shows, in the order of the screen; `name` is its beginning."""
        found = []

        def walk(node):
            if node is None:
                return
            if not hidden and not node.get_state_set().contains(Atspi.StateType.SHOWING):
                return
            if node.get_role_name() == role and (name is None or (node.get_name() or "").startswith(name)):
                found.append(Thing(node))
            if node.get_role_name() == "table":
                return  # a statement has thousands of cells
            for i in range(node.get_child_count()):
                walk(node.get_child_at_index(i))

        for window in self.windows():
            walk(window)
        return found

    def thing(self, role, name=None, seconds=20.0):
        return until(lambda: next(iter(self.all(role, name)), None), f"{role} {name!r}", seconds)

    def title(self):
        return self.thing("frame").name

    def pointer(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True)

    def click(self, thing, across=0.5, down=0.5):
        x, y, width, height = thing.area
        self.pointer("mousemove", int(x + width * across), int(y + height * down), "click", 1)

    def drag(self, thing, start, end, steps=12, scale=1.0):
        """From one fraction of its width to another, as a hand does: in steps."""
        x, y, width, height = thing.area
        width, height = width * scale, int(height * scale)
        at = [int(x + width * (start + (end - start) * n / steps)) for n in range(steps + 1)]
        moves = [word for place in at[1:] for word in ("mousemove", place, y + height // 2, "sleep", "0.02")]
        self.pointer("mousemove", at[0], y + height // 2, "mousedown", 1, *moves, "mouseup", 1)

    def keys(self, *keys):
        self.pointer("key", *keys)

    def writes(self, name, text):
        """Into a field, and waits until it stands there."""
        self.click(self.thing("text", name))
        self.pointer("type", "--delay", "2", text)
        until(lambda: self.thing("text", name).text == text, f"{text!r} written")

    def answer_file_dialog(self, title, text):
        """Writes file names into Qt's dialog and takes them."""
        dialog = until(lambda: next((w for w in self.windows() if w and w.get_name() == title
                                     and w.get_state_set().contains(Atspi.StateType.ACTIVE)), None), f"dialog {title!r}")
        self.keys("ctrl+a")
        self.pointer("type", "--delay", "2", text)
        entry = until(lambda: next((t for t in self.all("text") if t.text == text), None), f"{text!r} written")
        assert entry.is_on("FOCUSED")
        self.keys("Return")
        until(lambda: dialog not in self.windows() or not dialog.get_state_set().contains(Atspi.StateType.SHOWING),
              f"end of the dialog {title!r}")

    def ends(self, seconds=20.0):
        return self.process.wait(seconds)


class Presented(Program):
    """A presentation alone, without the window behind it. What stands on its stage is enlarged: sizes are told as they
    were before, `scale` says by how much to multiply them."""

    def __init__(self, program):
        super().__init__(program.desktop, program.process)

    def windows(self):
        return [one for one in super().windows() if one and one.get_role_name() != "frame"]

    @property
    def scale(self):
        stage = until(lambda: next(w for w in self.windows() if not w.get_name()), "stage")
        window = until(lambda: next(w for w in self.windows() if w.get_name()), "presentation")
        return Thing(window).area[2] / Thing(stage).area[2]
