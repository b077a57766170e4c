"""The tree speaks of itself only: not of the machine it was written on, nor of the tools its authors used."""
import re

import rule

# Each is written in two halves, so that this list does not find itself.
FORBIDDEN = [
    r"(?<![\w.])/wo" r"rk/", r"(?<![\w.])/tm" r"p/", r"(?<![\w.])/ho" r"me/\w", r"(?<![\w.])/ro" r"ot/",
    r"\bsha" r"red/\w", r"\bwork" r"tree\b",
    r"Chat" r"GPT", r"\bGP" r"T-\d", r"\bCla" r"ude\b", r"Anthro" r"pic", r"Open" r"AI\b", r"\bGem" r"ini\b",
    r"\bCopi" r"lot\b", r"\bLL" r"Ms?\b", r"language " r"model", r"\bAI" r"[- ](agent|assistant|generated)",
    r"generated (by|with) an? " r"AI\b", r"\bsub-?" r"agents?\b", r"\bas an " r"AI\b",
]
PATTERN = re.compile("|".join(FORBIDDEN))
NOT_OURS = {".git", "build", "out"}


def own_words(root):
    complaints = []
    for folder in sorted(root.iterdir()):
        if folder.name in NOT_OURS:
            continue
        paths = rule.files(root, [folder.name]) if folder.is_dir() else [folder.relative_to(root)]
        for path in paths:
            for number, line in [(0, str(path)), *rule.numbered_lines(root, path)]:
                found = PATTERN.search(line)
                if found and "__pycache__" not in path.parts:
                    complaints.append(f'{path}:{number}: "{found.group(0)}" does not belong in this tree')
    return complaints


SOUND = {"README.md": "A framework/ tool; a network/ of firms; introducing AI into the back office.\n",
         "build/log.txt": "/wo" "rk/\n"}
VIOLATIONS = {
    "a path of one machine": {"docs/a.md": "see /wo" "rk/notes\n"},
    "a temporary path": {"tests/io/a_test.cpp": 'read("/tm' 'p/x.json");\n'},
    "a tool of the authors": {"engine/core/a.hpp": "// written by Chat" "GPT\n"},
    "a word in a dotfile": {".ci/run": "# Cla" "ude\n"},
}

rule.main(own_words, VIOLATIONS, SOUND)
