"""What the two READMEs say is true: their commands run, their example is valid, their picture is today's output."""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source = Path(os.environ["GOHO_SOURCE_DIR"])
goho = os.environ["GOHO_BINARY"]
COMPARISON = ["compare"] + [f"scenarios/manufacturer/{name}.json" for name in (
    "base", "price_up", "outsourced_back_office", "equipment_loan")] + ["--show", "differences", "--years", "5", "--lang"]


def run(arguments, folder):
    return subprocess.run([goho, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def picture(language, folder):
    """The comparison without the list of what differs, which is long."""
    text = run([*COMPARISON, language], folder).stdout
    head, tables = text.split("\n==", 1)
    names = [line for line in head.split("\n") if not line.startswith("      ")]
    return ("\n".join(names).rstrip("\n") + "\n\n==" + tables).strip("\n")


def complaints_about(page, language, folder):
    text = (source / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```(\w+)\n(.*?)```", text, re.S)
    commands = [line for kind, body in blocks if kind == "sh" for line in body.splitlines()
                if line.startswith("build/release/goho ")]
    if len(commands) < 6:
        yield f"{page}: only {len(commands)} commands found"
    shutil.rmtree(folder / "out", ignore_errors=True)  # each page starts as its reader does
    for command in commands:
        done = run(shlex.split(command)[1:], folder)
        if done.returncode != 0:
            yield f"{page}: `{command}` ends with {done.returncode}: {done.stderr.strip()}"
    for body in (body for kind, body in blocks if kind == "json"):
        json.loads(body)
        variant = folder / "scenarios/manufacturer/readme_example.json"
        variant.write_text(body, encoding="utf-8")
        done = run(["validate", str(variant)], folder)
        if done.returncode != 0:
            yield f"{page}: the example is not valid: {done.stderr.strip()}"
        variant.unlink()
    shown = next((body.strip("\n") for kind, body in blocks if kind == "text"), "")
    if shown != picture(language, folder):
        yield f"{page}: the picture is not what the program prints today"
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        if not (source / page).parent.joinpath(target).exists():
            yield f"{page}: the link to {target} leads nowhere"


with tempfile.TemporaryDirectory() as scratch:
    place = Path(scratch)
    shutil.copytree(source / "scenarios", place / "scenarios")
    wrong = [c for page, language in (("README.md", "en"), ("docs/README.ja.md", "ja"))
             for c in complaints_about(page, language, place)]
print("\n".join(wrong) or "both READMEs say what is so")
sys.exit(1 if wrong else 0)
