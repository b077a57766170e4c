"""An equation stands once: the labels beside the code and the labels of docs/model/ are the same set.

In the code a label is written in a comment (SG-1), or in a row of the indicator table, where the row holds the
equation itself. The table of result variables only names equations ("PL-1"), which must exist. In the pages a label
opens a heading, an anchor, a table row, a bold line or a line "KP-1: ..."; two labels joined by "to" name all
between them.
"""
import re

import rule

FOLDERS = ["accounting", "management", "workforce", "evaluation", "initiatives", "customers", "society", "next_generation",
           "simulation", "stakeholders", "analysis", "chance", "statistics", "uncertainty", "calibration", "decision"]
LABEL = re.compile(r"\b([A-Z]{2}-\d+)\b")
SPAN = re.compile(r"\b([A-Z]{2})-(\d+) (?:to|–|~|から) \1-(\d+)\b")
INDICATORS = "engine/stakeholders/"
IN_TABLE = re.compile(r'"([A-Z]{2}-\d+)"')
LABEL_LINE = re.compile(r"^([A-Z]{2}-\d+):")
BOLD = re.compile(r"^\*\*([A-Z]{2}-\d+)\*\*")
OPENS = re.compile(r'^(?:#+\s|[-*|]\s*|\*\*|<a (?:id|name)=")')


def labels_in(text):
    found = set(LABEL.findall(text))
    for prefix, first, last in SPAN.findall(text):
        found |= {f"{prefix}-{n}" for n in range(int(first), int(last) + 1)}
    return found


def first_labels(line):
    """Labels that a line of a page introduces; a mention further on in a sentence introduces nothing."""
    if LABEL_LINE.match(line):
        return {LABEL_LINE.match(line).group(1)}
    opening = OPENS.match(line)
    if not opening:
        return set()
    rest = line[opening.end():].lstrip("*`[( |")
    if line.startswith("#"):
        return labels_in(line)
    return {LABEL.match(rest).group(1)} if LABEL.match(rest) else set()


def equation_labels(root):
    in_code, in_tables, in_pages, where = set(), set(), set(), {}
    for path in rule.files(root, [f"engine/{folder}" for folder in FOLDERS], rule.CODE):
        for number, line in rule.numbered_lines(root, path):
            code, _, comment = line.partition("//")
            # A header's opening names the span of its labels; only the equation itself counts.
            said = set() if SPAN.search(comment) and not code.strip() else labels_in(comment)
            named = set(IN_TABLE.findall(code))
            in_code |= said | named if str(path).startswith(INDICATORS) else said
            in_tables |= named
            where |= {label: f"{path}:{number}" for label in (said | named) - where.keys()}
    twice, opened = [], {}
    for path in rule.files(root, ["docs/model"], (".md",)):
        for number, line in rule.numbered_lines(root, path):
            said = first_labels(line)
            opening = BOLD.match(line)
            if opening and opened.setdefault(opening.group(1), (path, number)) != (path, number):
                twice.append(f"{path}:{number}: {opening.group(1)} names another equation already, in {opened[opening.group(1)][0]}")
            in_pages |= said
            where |= {label: f"{path}:{number}" for label in said - where.keys()}
    complaints = twice + [f"{where[label]}: {label} stands beside the code but not in docs/model/"
                          for label in sorted(in_code - in_pages)]
    complaints += [f"{where[label]}: {label} is in docs/model/ but beside no line of code"
                   for label in sorted(in_pages - in_code)]
    complaints += [f"{where[label]}: a result variable names {label}, which is no equation of docs/model/"
                   for label in sorted(in_tables - in_pages)]
    return complaints


SOUND = {
    "engine/accounting/segment.hpp": '// Theory: docs/model/accounting.md, SG-1 to SG-2.\nf.a = b;  // SG-1\n'
                                     'f.b = c;  // SG-2\n{"net_sales", "SG-2"}\n',
    "engine/stakeholders/indicator.cpp": 'indicator("dscr", "KP-1", [](auto y) { return y.a / y.b; });\n',
    "docs/model/accounting.md": "## Segments\n### SG-1 Price\nAs in CL-9 of another model.\n| SG-2 | volume |\nKP-1: debt service.\n",
}
VIOLATIONS = {
    "an equation without its page": {"engine/accounting/a.hpp": "x = y;  // LN-1\n"},
    "two equations of one name": {"engine/accounting/a.hpp": "x = y;  // LN-1\n", "docs/model/loans.md": "**LN-1** Interest\n", "docs/model/rents.md": "**LN-1** Rent\n"},
    "a page without its equation": {"docs/model/loans.md": "#### LN-1 Interest\n"},
    "a variable whose equation is nowhere": {"engine/accounting/a.hpp": '{"net_sales", "PL-1"}\n'},
}

rule.main(equation_labels, VIOLATIONS, SOUND)
