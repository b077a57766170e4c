"""The installed library serves a program of someone else: the example of the guide is built against it, in a place to
which the installed tree was moved, and says what `goho run` says."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source, build = Path(os.environ["GOHO_SOURCE_DIR"]), Path(os.environ["GOHO_BUILD_DIR"])
cache = dict(re.findall(r"^([\w-]+):\w+=(.*)$", (build / "CMakeCache.txt").read_text(encoding="utf-8"), re.M))
cmake, compiler, flags = cache["CMAKE_COMMAND"], cache["CMAKE_CXX_COMPILER"], cache["CMAKE_CXX_FLAGS"]
version = re.search(r"project\(goho VERSION ([\d.]+)", (source / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
scenario = "scenarios/manufacturer/base.json"
wrong = []

# Headers of others that a header of ours includes: cmake/goho-config.cmake.in finds them for the user.
FOUND_FOR_USERS = {"fmt", "nlohmann", "Eigen", "Random123"}


def check(holds, complaint):
    if not holds:
        wrong.append(complaint)


def run(*command, fails=False, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    if (done.returncode != 0) != fails:
        print(f"{command} ends with {done.returncode}:\n{done.stdout}{done.stderr}")
        sys.exit(1)
    return done.stdout + (done.stderr if fails else "")


def installed(folder):
    """The tree as it stands after it was moved away from where it was installed."""
    run(cmake, "--install", build, "--prefix", folder / "first")
    (folder / "first").rename(folder / "moved")
    return folder / "moved"


def built(name, prefix, folder):
    """A project of tests/library built against the installed tree, as its user would; its program, what CMake said."""
    said = run(cmake, "-S", source / "tests/library" / name, "-B", folder / name, "-G", cache["CMAKE_GENERATOR"],
               "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={compiler}",
               f"-DCMAKE_CXX_FLAGS={flags}")
    run(cmake, "--build", folder / name)
    return said


def check_files(prefix, folder):
    for needed in ("include/goho/goho.hpp", "include/goho/core/number.hpp", "share/doc/goho/LICENSE",
                   "share/goho/scenarios/schema/goho-scenario-1.schema.json"):
        check((prefix / needed).is_file(), f"{needed} is not installed")
    check(not list(prefix.rglob("cli")), "the command line is no part of the library")
    places = [str(source), str(build), str(folder)]
    for path in (p for p in prefix.rglob("*") if p.is_file()):
        # A debugging build tells the debugger where its sources are.
        if path.suffix == ".a" or path.parent.name == "bin":
            if cache["CMAKE_BUILD_TYPE"] != "Release":
                continue
        said = path.read_bytes()
        check(not any(place.encode() in said for place in places), f"{path.relative_to(prefix)} names a folder of this machine")
    for path in prefix.rglob("*.hpp"):
        for named in re.findall(r"^#include <(\w+)[/.]", path.read_text(encoding="utf-8"), re.M):
            check(named in FOUND_FOR_USERS, f"{path.name} includes <{named}...>, which the package does not find for its users")


def check_versions(package, folder):
    """Whoever asks for a newer Goho than this one, or for one whose calls may be others, does not get it."""
    major, minor, patch = map(int, version.split("."))
    script = folder / "version.cmake"
    older = [f"{major}.{minor - 1}"] if minor > 0 else []
    for wanted in (f"{major}.{minor}.{patch + 1}", f"{major}.{minor + 1}", f"{major + 1}.0", *older):
        script.write_text(f'find_package(goho {wanted} CONFIG QUIET PATHS "{package}" NO_DEFAULT_PATH)\n'
                          'message("${goho_FOUND} ${goho_CONSIDERED_VERSIONS}")\n', encoding="utf-8")
        said = subprocess.run([cmake, "-P", script], capture_output=True, text=True, check=False).stderr.strip()
        check(said == f"0 {version}", f"find_package(goho {wanted}) says: {said}")


def check_program(program, prefix, folder):
    """The example against the command line, over the same scenario and over the variant that it makes in code."""
    place = folder / "plans"
    shutil.copytree(prefix / "share/goho/scenarios", place / "scenarios")
    base = place / scenario
    said = run(program, base)
    result = json.loads(run(prefix / "bin/goho", "run", base, "--format", "json"))
    expected = [(year["label"]["en"], year["ordinary_income"]) for year in result["fiscal_years"]]
    shown = [(label, float(value)) for label, value in re.findall(r"^  (FY\d+) +(-?\d+)$", said, re.M)]
    check(len(shown) == 10 and shown == expected, f"ordinary income: the program says {shown}, goho run {expected}")

    stock = {key: segment.get("inventory_days", 0) for key, segment in json.loads(base.read_text(encoding="utf-8"))["segments"].items()}
    variants = {
        "lean": {"segments": {key: {"inventory_days": days * (2.0 / 3.0)} for key, days in stock.items()}},
        "dearer": {"timeline": {"price_rise": {"from": "2028-04", "scale": {"/segments/machined_parts/price": 1.03}}}},
    }
    files = [base]
    for name, patch in variants.items():
        files.append(base.with_name(f"my_{name}.json"))
        files[-1].write_text(json.dumps({"format": 1, "extends": base.name} | patch), encoding="utf-8")
    compared = json.loads(run(prefix / "bin/goho", "compare", *files, "--format", "json"))
    worth = [f"{variant['valuation']['npv']:+.0f}" for variant in compared["scenarios"][1:]]
    shown = re.findall(r"net present value +(\S+)", said)
    check(shown == worth, f"net present value: the program says {shown}, goho compare {worth}")

    told = subprocess.run([program, place / "none.json"], capture_output=True, text=True)
    check(told.returncode == 3 and "none.json" in told.stderr, f"of a missing file the program says: {told.stderr}")


def check_whole(said, whole, prefix, folder):
    """Every object of the archive finds what it needs, the sealed kernels among them, with CMake and with pkg-config."""
    check(f"scenarios: {prefix}/share/goho/scenarios\n" in said, "goho_SCENARIOS does not name the shipped scenarios")
    names = run(whole).split()
    check(names[0] == version, f"the library says it is {names[0]}")
    processor = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    for kernel in ("avx2", "avx512"):
        if (build / f"engine/kernel_{kernel}.o").exists():
            check(f"kernel_{kernel}.o" in run(cache["CMAKE_AR"], "t", prefix / "lib/libgoho.a").split(), f"no {kernel} in the archive")
    if (build / "engine/kernel_avx2.o").exists() and re.search(r"\bavx2\b", processor):
        check(any(name.startswith("avx2") for name in names), f"the kernels are {names}")

    if shutil.which("pkg-config") is None:
        return
    environment = os.environ | {"PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}
    words = run("pkg-config", "--cflags", "--libs", "goho", env=environment).split()
    check(run("pkg-config", "--modversion", "goho", env=environment).strip() == version, "pkg-config knows another version")
    link = [word for given in words for word in
            (["-Wl,--whole-archive", given, "-Wl,--no-whole-archive"] if given == "-lgoho" else [given])]
    run(compiler, *flags.split(), source / "tests/library/whole/main.cpp", "-o", folder / "by_pkg_config", *link)
    check(run(folder / "by_pkg_config").split() == names, "pkg-config and CMake make different programs")


def check_fast_math(prefix, folder):
    """Whoever compiles the equations without exact arithmetic is told."""
    told = run(compiler, "-std=c++20", "-ffast-math", "-fsyntax-only", f"-I{prefix}/include/goho", "-include", "core/number.hpp",
               "-x", "c++", os.devnull, fails=True)
    check("exact arithmetic" in told, f"-ffast-math is accepted: {told}")


def check_guide():
    guide = (source / "docs/guide/library.md").read_text(encoding="utf-8")
    for kind, name in (("cpp", "main.cpp"), ("cmake", "CMakeLists.txt")):
        text = (source / "tests/library/consumer" / name).read_text(encoding="utf-8")
        check(f"```{kind}\n{text}```" in guide, f"docs/guide/library.md does not show tests/library/consumer/{name} as it is")
    for header in re.findall(r"`((?:\w+/)*\w+\.hpp)`", guide):
        check((source / "engine" / header).is_file(), f"docs/guide/library.md names {header}, which is not there")
    for target in re.findall(r"\]\(([^)#:]+)\)", guide):
        check((source / "docs/guide" / target).exists(), f"docs/guide/library.md: the link to {target} leads nowhere")
    return guide


def main():
    guide = check_guide()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        prefix = installed(folder)
        check_files(prefix, folder)
        check_versions(next(prefix.rglob("goho-config.cmake")).parent, folder)
        check_fast_math(prefix, folder)
        built("consumer", prefix, folder)
        check_program(folder / "consumer/plan", prefix, folder)
        shown = run(folder / "consumer/plan", prefix / "share/goho" / scenario)
        check(f"```text\n{shown}```" in guide, f"docs/guide/library.md does not show what the program prints today:\n{shown}")
        said = built("whole", prefix, folder)
        check_whole(said, folder / "whole/whole", prefix, folder)


if not (build / "libgoho.a").exists() and not (build / "engine/libgoho.a").exists():
    print("the library is not built")
    sys.exit(77)
main()
print("\n".join(wrong) or "the installed library serves")
sys.exit(1 if wrong else 0)
