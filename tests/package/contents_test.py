"""The packages hold what they should: made by CPack out of this build, unpacked, and used where they were unpacked."""
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source, build = Path(os.environ["GOHO_SOURCE_DIR"]), Path(os.environ["GOHO_BUILD_DIR"])
cache = dict(re.findall(r"^([\w-]+):\w+=(.*)$", (build / "CMakeCache.txt").read_text(encoding="utf-8"), re.M))
version = re.search(r"project\(goho VERSION ([\d.]+)", (source / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
wrong = []

HELD = {
    "goho": ["usr/bin/goho", "usr/share/man/man1/goho.1.gz", "usr/share/man/man1/goho-batch.1.gz", "usr/share/man/man1/goho-import-trial-balance.1.gz",
             "usr/share/man/ja/man1/goho.1.gz", "usr/share/man/man5/goho-scenario.5.gz", "usr/share/man/ja/man5/goho-scenario.5.gz",
             "usr/share/bash-completion/completions/goho", "usr/share/zsh/vendor-completions/_goho", "usr/share/fish/vendor_completions.d/goho.fish",
             "usr/share/goho/scenarios/manufacturer/base.json", "usr/share/goho/scenarios/schema/goho-scenario-1.schema.json",
             "usr/share/doc/goho/README.md", "usr/share/doc/goho/CHANGELOG.md", "usr/share/doc/goho/changelog.gz", "usr/share/doc/goho/scenarios",
             "usr/share/doc/goho/docs/README.ja.md", "usr/share/doc/goho/docs/guide/install.md", "usr/share/doc/goho/docs/reference/cli.md"],
    "goho-gui": ["usr/bin/goho-gui", "usr/share/applications/goho-gui.desktop", "usr/share/icons/hicolor/scalable/apps/goho-gui.svg",
                 "usr/share/metainfo/goho-gui.metainfo.xml", "usr/share/mime/packages/goho-mime.xml", "usr/share/man/man1/goho-gui.1.gz",
                 "usr/share/man/ja/man1/goho-gui.1.gz"],
    "libgoho-dev": ["usr/include/goho/goho.hpp", "usr/include/goho/core/number.hpp"],
}
if (build / "goho-mpi").exists():
    HELD["goho-mpi"] = ["usr/lib/goho/goho-mpi"]
ENDINGS = {"libgoho-dev": ["/libgoho.a", "/goho-config.cmake", "/goho.pc"]}
NEEDED = {
    "goho": ["libc6", "libstdc++6", "libsqlite3-0", "libicu72", "libtbb12", "libpagmo8", "libxlsxwriter4"],
    "goho-gui": [f"goho (= {version}-1)", "libqt6charts6", "libqt6widgets6", "libqt6svg6"],
    "goho-mpi": [f"goho (= {version}-1)", "libopenmpi3"],
    "libgoho-dev": ["zlib1g-dev", "libfmt-dev", "libeigen3-dev", "nlohmann-json3-dev", "librandom123-dev", "libpagmo-dev"],
}


def check(holds, complaint):
    if not holds:
        wrong.append(complaint)


def run(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **more)
    if done.returncode != 0:
        print(f"{command} ends with {done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        sys.exit(1)
    return done.stdout


def check_package(package, folder):
    name = package.name.split("_")[0]
    fields = dict(re.findall(r"^([\w-]+): (.*)$", run("dpkg-deb", "-f", package), re.M))
    check((fields["Package"], fields["Version"]) == (name, f"{version}-1"), f"{package.name} calls itself {fields['Package']} {fields['Version']}")
    for needed in NEEDED.get(name, []):
        check(needed in fields.get("Depends", ""), f"{name} does not depend on {needed}")
    for field in ("Section", "Priority", "Maintainer", "Installed-Size", "Description"):
        check(fields.get(field), f"{name} has no field {field}")
    root = folder / name
    folder.mkdir(exist_ok=True)
    run("dpkg-deb", "-R", package, root)
    held = {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir() or path.is_symlink()}
    for path in [*HELD.get(name, []), f"usr/share/doc/{name}/copyright", f"usr/share/doc/{name}/changelog.Debian.gz", "DEBIAN/md5sums"]:
        check(path in held, f"{name} does not hold {path}")
    for ending in ENDINGS.get(name, []):
        check(any(path.endswith(ending) for path in held), f"{name} holds no {ending}")
    for path in held:
        check(not re.match(r"usr/(local|include/goho/(cli|about|mpi))/", path), f"{name} holds {path}")
    for page in root.rglob("*.gz"):
        said = page.read_bytes()
        check(said[4:8] == b"\0\0\0\0", f"{name}: a clock is in {page.name}")
        gzip.decompress(said)
    sums = (root / "DEBIAN/md5sums").read_text(encoding="utf-8").splitlines()
    check(len(sums) == len([p for p in held if not p.startswith("DEBIAN/") and not (root / p).is_symlink()]), f"{name}: md5sums are not of all files")
    return root


def check_use(root, folder):
    """The program, run where its package was unpacked."""
    goho = root / "usr/bin/goho"
    check(run(goho, "--version").splitlines()[0] == f"goho {version}", "the packed program says another version")
    check("not stripped" not in run("file", "-b", goho) if shutil.which("file") else True, "the program is not stripped")
    shutil.copytree(root / "usr/share/goho/scenarios", folder / "scenarios")
    run(goho, "run", folder / "scenarios/manufacturer/base.json", "--format", "json", "-o", folder / "base.json")
    run(sys.executable, source / "tests/package/same_figures.py", folder / "base.json", source / "scenarios/manufacturer/expected/base.csv")


def check_links(root):
    """Links between the installed documents lead somewhere; those to sources lead to where the sources are."""
    documents = root / "usr/share/doc/goho"
    for page in [*documents.glob("*.md"), *documents.glob("docs/*.md"), *documents.glob("docs/guide/*.md")]:
        for target in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8")):
            place = Path(os.path.normpath(page.parent / target))
            try:
                inside = place.relative_to(documents)
            except ValueError:
                wrong.append(f"{page.name}: the link to {target} leaves the documents")
                continue
            if inside.parts and inside.parts[0] == "scenarios":
                place = root / "usr/share/goho" / inside
            check(place.exists() or place.is_symlink() or inside.parts[0] in ("engine", "tests", "gui", "cmake", "share", "build.sh"),
                  f"{page.name}: the link to {target} leads nowhere when installed")


def check_destdir(folder):
    """The same by `cmake --install` into a folder that stands for the root."""
    run(cache["CMAKE_COMMAND"], "--install", build, env=os.environ | {"DESTDIR": str(folder / "dest")})
    found = list((folder / "dest").rglob("bin/goho"))
    check(len(found) == 1, f"installed into DESTDIR: {found}")
    check(list((folder / "dest").rglob("man1/goho-run.1")), "no manual pages in DESTDIR")
    check(run(found[0], "--version").startswith(f"goho {version}\n"), "what stands in DESTDIR does not run")


for tool in ("dpkg-deb", "dpkg-shlibdeps", "cpack"):
    if shutil.which(tool) is None:
        print(f"{tool} is missing")
        sys.exit(77)
packed = re.search(r'CPACK_COMPONENTS_ALL "(.*)"', (build / "CPackConfig.cmake").read_text(encoding="utf-8")).group(1).split(";")
programs = [name for name in packed if name != "libgoho-dev"]
if not all((build / made).exists() for made in (*programs, "goho-gui", "pages/made", "engine/libgoho.a")):
    print("not everything is built")
    sys.exit(77)
with tempfile.TemporaryDirectory() as scratch:
    place = Path(scratch).resolve()
    run("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", place / "packages", "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip")
    packages = sorted((place / "packages").glob("*.deb"))
    check({p.name.split("_")[0] for p in packages} >= HELD.keys(), f"the packages are {[p.name for p in packages]}")
    roots = {p.name.split("_")[0]: check_package(p, place / "unpacked") for p in packages}
    check_use(roots["goho"], place)
    check_links(roots["goho"])
    check_destdir(place)
print("\n".join(wrong) or "the packages hold what they should")
sys.exit(1 if wrong else 0)
