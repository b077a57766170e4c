"""A folder includes only what lies below it, never beside it; and each library stays in its room."""
import re

import rule

FLOOR = {
    "core": 1,
    "accounting": 2, "management": 2, "workforce": 2, "evaluation": 2, "initiatives": 2, "customers": 2, "society": 2,
    "next_generation": 2, "chance": 2, "statistics": 2,
    "simulation": 3,
    "stakeholders": 4, "kernels": 4,
    "analysis": 5, "uncertainty": 5, "cluster": 5,
    "io": 6,
    "batch": 7, "decision": 7, "workbook": 7, "import": 7, "calibration": 7,
    "forms": 8, "about": 8,
    "cli": 9, "gui": 9,
    "mpi": 10,
    "goho.hpp": 9,  # the door of the library
}

# Inside the window: what can be tested without one lies below what is drawn.
GUI_FLOOR = {"shown": 1, "document": 2, "runner": 3, "models": 4, "charts": 4, "views": 5, "report": 6, "window": 7, "main.cpp": 8}

# What is named (a pattern over a line of code), where it may stand, and why.
ROOMS = [
    (re.compile(r"<nlohmann/"), {"io"}, "JSON is io's affair"),
    (re.compile(r"<(boost/mpi|mpi\.h)"), {"mpi"}, "MPI is one way of being a cluster::World"),
    (re.compile(r"<CLI/"), {"cli"}, "options are the command line's affair"),
    (re.compile(r"<(Q[A-Z]\w*|Qt\w*/\w+)>"), {"gui"}, "Qt stays in the window"),
    (re.compile(r"<(iostream|cstdio|stdio\.h|print)>|\bstd::(cout|cerr)\b|\bf?printf\(|\bfmt::print\("),
     {"io", "cli", "gui", "mpi"}, "the model does not print"),
    (re.compile(r"\bstd::(exp2?|expm1|log1p|log2|log10|log|pow|cbrt|hypot|sin|cos|tan|tanh|erfc?|[lt]gamma)\("),
     {"gui"}, "the C library's exp, log and pow round otherwise on other machines; core/number.hpp has them"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')


def room_of(path):
    return "gui" if path.parts[0] == "gui" else path.parts[1]


def complaints_about_gui(path, included):
    own, target = path.parts[1], included.split("/")[0]
    for folder in (own, target):
        if folder not in GUI_FLOOR:
            return [f"gui/{folder} has no floor"]
    if target != own and GUI_FLOOR[target] >= GUI_FLOOR[own]:
        return [f'"{included}": gui/{own} (floor {GUI_FLOOR[own]}) does not look up or sideways at gui/{target} '
                f"(floor {GUI_FLOOR[target]})"]
    return []


def complaints_about_include(root, path, included):
    own, target = room_of(path), included.split("/")[0]
    if own == "gui" and (root / "gui" / included).is_file():
        return complaints_about_gui(path, included)
    if "/" not in included or target not in FLOOR:
        return [f'"{included}" does not name a folder of engine/']
    if target != own and FLOOR[target] >= FLOOR[own]:
        return [f'"{included}": {own} (floor {FLOOR[own]}) does not look up or sideways at {target} '
                f"(floor {FLOOR[target]})"]
    return []


def include_floors(root):
    complaints = []
    for path in rule.files(root, ["engine", "gui"], rule.CODE):
        own = room_of(path)
        if own not in FLOOR:
            complaints.append(f"{path}: the folder {own} has no floor")
            continue
        for number, line in rule.numbered_lines(root, path):
            found = INCLUDE.match(line)
            reasons = complaints_about_include(root, path, found.group(1)) if found else []
            code = line.split("//")[0]
            reasons += [why for pattern, rooms, why in ROOMS if pattern.search(code) and own not in rooms]
            complaints += [f"{path}:{number}: {why}" for why in reasons]
    return complaints


SOUND = {
    "engine/core/number.hpp": "#pragma once\n",
    "engine/accounting/loan.hpp": '#include "core/number.hpp"\n#include "accounting/terms.hpp"\n',
    "engine/simulation/run.cpp": '#include "accounting/loan.hpp"\n// #include <iostream> would be wrong here\n',
    "engine/io/read.cpp": '#include "simulation/run.hpp"\n#include <nlohmann/json.hpp>\n',
    "engine/cli/main.cpp": '#include "io/read.hpp"\n#include <CLI/CLI.hpp>\n#include <iostream>\n',
    "engine/goho.hpp": '#pragma once\n#include "io/read.hpp"\n',
    "gui/main.cpp": '#include "io/read.hpp"\n#include "views/page.hpp"\n#include <QWidget>\n',
    "gui/views/page.hpp": '#include "runner/answer.hpp"\n',
    "gui/runner/answer.hpp": "#pragma once\n",
}
VIOLATIONS = {
    "looking up": {"engine/core/a.hpp": '#include "accounting/loan.hpp"\n'},
    "looking sideways": {"engine/workforce/a.hpp": '#include "accounting/loan.hpp"\n'},
    "io and analysis": {"engine/analysis/a.hpp": '#include "io/read.hpp"\n'},
    "window in the engine": {"engine/cli/a.cpp": '#include "gui/main.hpp"\n'},
    "a document that looks at the window": {"gui/document/a.hpp": '#include "views/page.hpp"\n', "gui/views/page.hpp": "\n"},
    "charts beside models": {"gui/charts/a.hpp": '#include "models/a.hpp"\n', "gui/models/a.hpp": "\n"},
    "a folder of the window without a floor": {"gui/cellar/a.hpp": '#include "views/page.hpp"\n', "gui/views/page.hpp": "\n"},
    "a door to the command line": {"engine/goho.hpp": '#include "cli/main.hpp"\n'},
    "a folder without a floor": {"engine/attic/a.hpp": "\n"},
    "an include without its folder": {"engine/io/a.cpp": '#include "read.hpp"\n'},
    "JSON outside io": {"engine/simulation/a.hpp": "#include <nlohmann/json.hpp>\n"},
    "Qt outside the window": {"engine/io/a.hpp": "#include <QString>\n"},
    "Qt by module": {"engine/io/a.hpp": "#include <QtCharts/QChart>\n"},
    "options outside the command line": {"engine/io/a.hpp": "#include <CLI/CLI.hpp>\n"},
    "a stream in the model": {"engine/accounting/a.hpp": "#include <iostream>\n"},
    "a power by the C library": {"engine/stakeholders/a.cpp": "double f(double x) { return std::pow(x, 0.2); }\n"},
    "printing in the model": {"engine/analysis/a.cpp": 'void f() { std::printf("x"); }\n'},
}

rule.main(include_floors, VIOLATIONS, SOUND)
