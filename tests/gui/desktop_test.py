"""What a desktop reads of the window is well formed, and the parts name one another: entry, icon, kind of file."""
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

source = Path(os.environ["GOHO_SOURCE_DIR"])
share = source / "share"
wrong = []
checked = 0


def check(holds, complaint):
    if not holds:
        wrong.append(complaint)


def said_by(*command):
    """What a tool says; nothing when it is not there."""
    global checked
    if shutil.which(command[0]) is None:
        return None
    checked += 1
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


entry = (share / "goho-gui.desktop").read_text(encoding="utf-8")
value = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
for key in ("Name", "GenericName", "Comment"):
    check(value.get(key) and value.get(f"{key}[ja]"), f"goho-gui.desktop: {key} is needed in both languages")
check((share / f"{value['Icon']}.svg").is_file(), "the icon of the entry is not there")
kind = tree.parse(share / "goho-mime.xml").getroot()[0].get("type")
check(kind + ";" in value["MimeType"], f"the entry does not open {kind}")
about = tree.parse(share / "goho-gui.metainfo.xml").getroot()
check(about.findtext("launchable") == "goho-gui.desktop", "the description names another entry")
check(about.findtext("provides/mediatype") == kind, "the description names another kind of file")
check(tree.parse(share / "goho-gui.svg").getroot().get("viewBox") == "0 0 128 128", "the icon is not square")

mark = re.search(r'type="string" value="([^"]+)" offset="0:(\d+)"', (share / "goho-mime.xml").read_text(encoding="utf-8"))
for path in sorted((source / "scenarios").rglob("*.json")):
    text = path.read_text(encoding="utf-8")
    content = json.loads(text)
    if isinstance(content, dict) and ("extends" in content or "company" in content) and "$schema" in content:
        at = text.find(mark.group(1))
        check(0 <= at <= int(mark.group(2)), f"{path.relative_to(source)} is not known as a scenario")

if (said := said_by("desktop-file-validate", share / "goho-gui.desktop")) is not None:
    check(said[0] == 0, f"desktop-file-validate: {said[1]}")
for name in ("goho-mime.xml", "goho-gui.metainfo.xml", "goho-gui.svg"):
    if (said := said_by("xmllint", "--noout", share / name)) is not None:
        check(said[0] == 0, f"xmllint: {said[1]}")
if (said := said_by("appstreamcli", "validate", "--no-net", "--no-color", "--pedantic", share / "goho-gui.metainfo.xml")) is not None:
    check(said[0] == 0 and not re.search(r"^\s*[EWIP]: ", said[1], re.M), f"appstreamcli: {said[1]}")

print("\n".join(wrong) or "the files for desktops are sound")
sys.exit(1 if wrong else 77 if checked == 0 else 0)
