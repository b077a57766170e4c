"""The version stands the same wherever it stands: in CMake, in the description for desktops, in the changes, in the guides."""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

source = Path(os.environ["GOHO_SOURCE_DIR"])
wrong = []


def text(name):
    return (source / name).read_text(encoding="utf-8")


version = re.search(r"^project\(goho VERSION (\d+\.\d+\.\d+) ", text("CMakeLists.txt"), re.M).group(1)


def check(found, where):
    if found != version:
        wrong.append(f"{where} says {found}, CMakeLists.txt {version}")


check(tree.parse(source / "share/goho-gui.metainfo.xml").getroot().find("releases/release").get("version"), "share/goho-gui.metainfo.xml")
first = re.search(r"^## (.+)$", text("CHANGELOG.md"), re.M).group(1)
if first != "Unreleased":
    check(first.split()[0], "CHANGELOG.md")
said = subprocess.run([os.environ["GOHO_BINARY"], "--version"], capture_output=True, text=True, check=True).stdout
check(said.splitlines()[0].removeprefix("goho "), "goho --version")
for page in ("docs/release.md", "docs/guide/library.md", "docs/guide/install.md"):
    for found in re.findall(r"goho[- _]v?(\d+\.\d+\.\d+)|\bv(\d+\.\d+\.\d+)\b", text(page)):
        check("".join(found), page)
if "VERSION_STRING" in text("cmake/Package.cmake") or re.search(r"\b\d+\.\d+\.\d+\b", text("cmake/Package.cmake") + text("cmake/Install.cmake")):
    wrong.append("cmake/ holds a version of its own")
print("\n".join(wrong) or f"{version} everywhere")
sys.exit(1 if wrong else 0)
