"""A file of the program holds one subject: beyond 400 lines it holds two."""
import rule

LONGEST = 400
# Longer files, each with the reason why it is one subject.
LISTED = {}


def file_length(root):
    complaints = []
    for path in rule.files(root, ["engine", "gui"], rule.CODE):
        length = len(rule.numbered_lines(root, path))
        if length > LONGEST and str(path) not in LISTED:
            complaints.append(f"{path} has {length} lines, {LONGEST} are allowed")
    return complaints


VIOLATIONS = {
    "a long source": {"engine/io/a.cpp": "\n" * (LONGEST + 1)},
    "a long header": {"gui/views/a.hpp": "\n" * (LONGEST + 1)},
}
SOUND = {"engine/core/b.hpp": "\n" * LONGEST}

rule.main(file_length, VIOLATIONS, SOUND)
