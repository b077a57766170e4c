"""What the rules about the tree have in common: finding files, and showing that a rule can fail.

A rule is a function that takes the root of a tree and returns a list of complaints. Its self-test gives it small
trees, made for the purpose: each of `violations` must be complained of, and `sound` must not.
"""
import os
import pathlib
import sys
import tempfile

CODE = (".hpp", ".cpp")


def files(root, folders, endings=None):
    """Files below some folders of the tree, in a fixed order, as paths seen from the root."""
    found = []
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and (endings is None or path.suffix in endings):
                found.append(path.relative_to(root))
    return found


def text(root, path):
    return (root / path).read_text(encoding="utf-8", errors="replace")


def numbered_lines(root, path):
    return list(enumerate(text(root, path).splitlines(), start=1))


def build_folder():
    return pathlib.Path(os.environ.get("GOHO_BUILD_DIR", "build/release"))


def complaints_about(rule, tree):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, content in tree.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return rule(root)


def self_test(rule, violations, sound):
    failures = [f"not noticed: {name}" for name, tree in violations.items() if not complaints_about(rule, sound | tree)]
    failures += [f"complained of a sound tree: {complaint}" for complaint in complaints_about(rule, sound)]
    return failures


def main(rule, violations, sound):
    """Runs the rule over the tree in GOHO_SOURCE_DIR, or its self-test."""
    if "--self-test" in sys.argv:
        complaints = self_test(rule, violations, sound)
    else:
        complaints = rule(pathlib.Path(os.environ.get("GOHO_SOURCE_DIR", ".")).resolve())
    for complaint in complaints:
        print(complaint)
    sys.exit(1 if complaints else 0)
