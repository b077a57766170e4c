"""Code for wide vectors stays where it belongs: a kernel file shows the program one function and nothing else, and no
other file holds an instruction that an old processor does not know. Otherwise the linker, which keeps one copy of every
inline function, might keep the wide one for all."""
import os
import platform
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ENGINE = Path(os.environ["GOHO_BUILD_DIR"]) / "engine"
SEALED = {"kernel_avx2.o": "goho::kernels::avx2_kernels()", "kernel_avx512.o": "goho::kernels::avx512_kernels()"}
# The assembler's names of what came with AVX all begin with v, whether the register is an xmm, a ymm or a zmm.
AVX = re.compile(r"\tv[a-z0-9]+ .*%[xyz]mm")


def said_by(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def avx_by_file(*files):
    """How many such instructions each object holds, those of archives by member; where there are none, zero."""
    found, member = {}, ""
    with subprocess.Popen(["objdump", "-d", "--no-show-raw-insn", *map(str, files)], stdout=subprocess.PIPE, text=True) as dump:
        for line in dump.stdout:
            if line.startswith(" "):
                found[member] += AVX.search(line) is not None
            elif ":     file format " in line:
                member = line.split(":")[0]
                found.setdefault(member, 0)
    if dump.returncode != 0:
        raise AssertionError(f"objdump ended with {dump.returncode}")
    return found


class Sealed(unittest.TestCase):
    def test_these_are_the_sealed_kernels(self):
        self.assertEqual({file.name for file in ENGINE.glob("kernel_*.o")}, set(SEALED))

    def test_a_kernel_shows_one_function(self):
        for name, function in SEALED.items():
            lines = said_by("nm", "--demangle", "--defined-only", ENGINE / name).splitlines()
            shown = [line.split(" ", 2)[1:] for line in lines]
            # Upper case: seen from outside (V, W: weak); u: one for the whole process.
            self.assertEqual([entry for entry in shown if entry[0].isupper() or entry[0] in "uvw"], [["T", function]], name)
            # Groups are merged across files by name, whatever their symbols show.
            self.assertNotIn("COMDAT", said_by("readelf", "--section-groups", ENGINE / name), name)

    def test_wide_vectors_are_in_the_kernels_and_nowhere_else(self):
        program = list((ENGINE / "CMakeFiles/goho.dir").rglob("*.o"))
        self.assertTrue(program)
        found = avx_by_file(ENGINE / "libgoho.a", *program)
        self.assertGreater(len(found), len(program) + 50)
        kernels = {name: found.pop(name) for name in SEALED}
        self.assertTrue(all(count > 1000 for count in kernels.values()), kernels)
        self.assertEqual({name: count for name, count in found.items() if count > 0}, {})


def cannot_run():
    if platform.machine() != "x86_64":
        return "kernels are sealed on x86-64 alone"
    if not all(map(shutil.which, ("nm", "objdump", "readelf"))):
        return "no binutils here"
    flags = re.search(r"^CMAKE_CXX_FLAGS:\w+=(.*)$", (ENGINE.parent / "CMakeCache.txt").read_text(encoding="utf-8"), re.M)
    if flags and re.search(r"-m(arch|avx)", flags.group(1)):
        return "the whole program was compiled for a newer machine"
    return None


if __name__ == "__main__":
    reason = cannot_run()
    if reason:
        print(reason)
        sys.exit(77)
    unittest.main()
