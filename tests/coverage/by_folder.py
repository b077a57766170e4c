"""The coverage of the engine by folder, from gcovr's summary; says so and fails where it is below what is aimed at."""
import collections
import json
import sys

LINES, BRANCHES = 0.95, 0.85


def main(summary):
    table = collections.defaultdict(collections.Counter)
    for file in json.load(open(summary, encoding="utf-8"))["files"]:
        parts = file["filename"].split("/")
        for folder in (parts[1] if len(parts) > 2 else ".", "all"):
            table[folder].update({k: file[k] for k in ("line_total", "line_covered", "branch_total", "branch_covered")})
    print(f"{'folder':<18}{'lines':>8}{'run':>8}{'branches':>10}{'taken':>8}")
    for folder in sorted(table, key=lambda f: (f == "all", f)):
        c = table[folder]
        lines, branches = c["line_covered"] / max(1, c["line_total"]), c["branch_covered"] / max(1, c["branch_total"])
        print(f"{folder:<18}{c['line_total']:>8}{lines:>8.1%}{c['branch_total']:>10}{branches:>8.1%}")
    if lines < LINES or branches < BRANCHES:
        sys.exit(f"below what is aimed at: {LINES:.0%} of the lines, {BRANCHES:.0%} of the branches")


main(sys.argv[1])
