"""Every header compiles alone: whoever includes it needs to know nothing else.

A header that its own source includes before all else was compiled alone by the build; only the others are tried here.
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess

import rule

MINIMAL = ["g++", "-std=c++20", "-Wall", "-Wextra", "-Werror"]


# Whose options see all libraries that the headers of a folder may name.
SOURCES = {"engine": "/engine/", "gui": "/gui/main.cpp"}


def compiler_for(folder):
    """Compiler and options as the build uses them for the sources of a folder; None if it builds none there."""
    database = rule.build_folder() / "compile_commands.json"
    if not database.is_file():
        return None
    for entry in json.loads(database.read_text()):
        if SOURCES[folder] not in entry["file"] or "/kernels/" in entry["file"]:  # a kernel sees fewer libraries
            continue
        words = shlex.split(entry["command"])
        if os.path.basename(words[0]) == "ccache":
            words = words[1:]
        kept, skip = [], False
        for word in words:
            if skip:
                skip = False
            elif word in ("-o", "-c", "-MF", "-MT"):
                skip = True
            elif word not in ("-MD", "-g") and not word.startswith("-fsanitize"):
                kept.append(word)
        return kept
    return None


INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def built_sources():
    database = rule.build_folder() / "compile_commands.json"
    entries = json.loads(database.read_text()) if database.is_file() else []
    return {entry["file"] for entry in entries}


def stands_first(root, path, built):
    source = root / path.with_suffix(".cpp")
    if str(source) not in built or not source.is_file():
        return False
    first = INCLUDE.search(source.read_text(encoding="utf-8"))
    return first is not None and first.group(1) == "/".join(path.parts[1:])


def compile_alone(root, path, compiler):
    done = subprocess.run(
        [*compiler, "-I", str(root / path.parts[0]), "-fsyntax-only", "-x", "c++", "-include", str(root / path),
         os.devnull], capture_output=True, text=True)
    return [] if done.returncode == 0 else [f"{path} does not compile alone:\n{done.stderr}"]


def headers_alone(root):
    jobs = []
    built = built_sources()
    for folder in ("engine", "gui"):
        compiler = compiler_for(folder) or MINIMAL
        jobs += [(root, path, compiler) for path in rule.files(root, [folder], (".hpp",)) if not stands_first(root, path, built)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [complaint for found in pool.map(lambda job: compile_alone(*job), jobs) for complaint in found]


SOUND = {"engine/core/a.hpp": "#pragma once\n#include <string>\nstd::string name();\n"}
VIOLATIONS = {
    "a missing include": {"engine/core/b.hpp": "#pragma once\nstd::string name();\n"},
    "a missing include that its source hides": {"engine/core/b.hpp": "#pragma once\nstd::string name();\n",
                                                "engine/core/b.cpp": '#include <string>\n#include "core/b.hpp"\n'},
    "a header that needs another before it": {"engine/core/b.hpp": "#pragma once\nusing Month = Year;\n"},
}

rule.main(headers_alone, VIOLATIONS, SOUND)
