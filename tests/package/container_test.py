"""The container file says nothing that is not so: its commands and files exist, and it ends with an ordinary user.

Where podman or docker is at hand a release builds it (docs/release.md); the steps of its second stage are those of chroot_test.sh."""
import os
import re
import subprocess
import sys
from pathlib import Path

source = Path(os.environ["GOHO_SOURCE_DIR"])
text = (source / "share/container/Containerfile").read_text(encoding="utf-8")
lines = [line for line in re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.M)).splitlines() if line.strip()]
steps = [line.split(None, 1) for line in lines]
wrong = []


def check(holds, complaint):
    if not holds:
        wrong.append(complaint)


last = steps[max(i for i, step in enumerate(steps) if step[0] == "FROM"):]
check(all(step[1].split()[0] == "debian:12-slim" for step in steps if step[0] == "FROM"), "another base than Debian 12")
check({step[0] for step in steps} <= {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "ENTRYPOINT", "CMD"}, "an unknown instruction")
users = [step[1] for step in last if step[0] == "USER"]
check(users and users[-1] != "root" and f"useradd --uid 1000 --create-home {users[-1]}" in text, f"it ends as {users}")
check(["ENTRYPOINT", '["goho"]'] in last, "it does not start goho")
for step in steps:
    if step[0] == "COPY" and "--from" not in step[1]:
        for name in step[1].split()[:-1]:
            check((source / name).exists(), f"COPY {name}: not there")
    if step[0] == "RUN":
        done = subprocess.run(["sh", "-n", "-c", step[1]], capture_output=True, text=True, check=False)
        check(done.returncode == 0, f"{step[1]}: {done.stderr}")
        check("apt-get install" not in step[1] or "--no-install-recommends" in step[1], "recommended packages are installed")
options = set(re.findall(r"-D(GOHO_\w+)=", text))
declared = (source / "CMakeLists.txt").read_text(encoding="utf-8")
check(options and all(f"option({name} " in declared for name in options), f"not all of {options} are options of the build")
for word in re.findall(r"\./build\.sh ([\w-]+)", text):
    check(re.search(rf"^{word}\)", (source / "build.sh").read_text(encoding="utf-8"), re.M), f"build.sh has no command {word}")
for ignored in (source / ".dockerignore").read_text(encoding="utf-8").split():
    check(ignored in (source / ".gitignore").read_text(encoding="utf-8").split(), f"{ignored} is left out of the container but not of the repository")
print("\n".join(wrong) or "the container file is sound")
sys.exit(1 if wrong else 0)
