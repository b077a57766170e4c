"""The reference pages are what `goho docs` writes today, and every problem code of the source is explained."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

source = Path(os.environ["GOHO_SOURCE_DIR"])
wrong = []
with tempfile.TemporaryDirectory() as scratch:
    subprocess.run([os.environ["GOHO_BINARY"], "docs", "-o", scratch], check=True)
    for page in sorted(Path(scratch).iterdir()):
        kept = source / "docs/reference" / page.name
        if not kept.exists() or kept.read_text(encoding="utf-8") != page.read_text(encoding="utf-8"):
            wrong.append(f"docs/reference/{page.name} is not current: run `build/release/goho docs`")

explained = set(re.findall(r'{"([a-z0-9-]+)", (?:true|false)', (source / "engine/io/problem_codes.cpp").read_text(encoding="utf-8")))
# A code is a word of small letters and dashes that stands first among a call's arguments.
CODE = re.compile(r'(?:(?:problems|warnings)\.(?:add|push_back)|\breport|\bwrong|\brefused|problem_of|of_extends|at_byte|Problem|code =)\s*[({]*\s*"([a-z0-9-]+)"')
used = {}
SOURCES = [file for room in ("io", "batch", "import", "calibration", "cli", "uncertainty", "decision", "cluster") for file in sorted((source / "engine" / room).glob("*.[ch]pp"))]
for file in SOURCES:
    if not file.name.startswith("problem_codes"):
        for code in CODE.findall(file.read_text(encoding="utf-8")):
            used.setdefault(code, file.name)
wrong += [f"{used[code]}: the problem code {code} is not in engine/io/problem_codes.cpp" for code in sorted(set(used) - explained)]
text = "".join(f.read_text(encoding="utf-8") for f in SOURCES if not f.name.startswith("problem_codes"))
wrong += [f"the problem code {code} is explained but never used" for code in sorted(explained) if f'"{code}"' not in text]
sources = set(re.findall(r"(?:^\| |`)([a-z0-9-]+)(?: \||`)", (source / "docs/sources.md").read_text(encoding="utf-8"), re.M))
for page, pattern in (("parameters.md", r"\| [ABC] `([a-z0-9-]+)` \|$"), ("results.md", r"\| KP-\d+ \| `([a-z0-9-]+)` \|$")):
    keys = set(re.findall(pattern, (source / "docs/reference" / page).read_text(encoding="utf-8"), re.M))
    if not keys:
        wrong.append(f"{page}: no source keys found")
    wrong += [f"{page}: the source {key} is not in docs/sources.md" for key in sorted(keys - sources)]
print("\n".join(wrong) or "the reference is current")
sys.exit(1 if wrong else 0)
