"""Another compiler, and less optimisation, change no byte of a result. Compares this build's program with those of the
other presets, as far as they are there and up to date: `./build.sh bytes` makes the one of clang."""
import sys
import unittest

import program
from program import FEW, MANY, PLANS, SOURCE, VARIANTS, printed, stored, trials

HERE = program.BUILD.resolve()


def up_to_date(file):
    """A program that is older than its sources belongs to yesterday's model."""
    sources = [path for folder in ("engine", "cmake") for path in (SOURCE / folder).rglob("*") if path.is_file()]
    return file.is_file() and file.stat().st_mtime > max(path.stat().st_mtime for path in sources)


def other_builds():
    for preset in ("release", "clang", "dev"):
        build = SOURCE / "build" / preset
        if build.resolve() != HERE and up_to_date(build / "goho"):
            yield build


BUILDS = list(other_builds())


class Compilers(unittest.TestCase):
    def each(self, ask, builds):
        here = ask({})
        for build in builds:
            with self.subTest(build=build.name):
                self.assertEqual(ask({"program": build / "goho"}), here)

    def test_trials_with_every_kernel(self):
        for build in BUILDS:
            count = min(FEW, program.few(build))
            both = [kernel for kernel in program.kernels() if kernel in program.kernels(build / "goho")]
            self.assertGreaterEqual({program.width(kernel) for kernel in both}, {1, 4})
            for kernel in both:
                self.each(lambda other: trials(count, "--kernel", kernel, **other), [build])

    def test_counted_quantiles_and_other_sampling(self):
        swift = [build for build in BUILDS if not program.checked(build) and not program.checked(HERE)]
        if not swift:
            self.skipTest("takes minutes with checks")
        self.each(lambda other: trials(MANY, "--sampling", "random", **other), swift)
        self.each(lambda other: trials(FEW, "--sampling", "sobol", files=VARIANTS, **other), swift)

    def test_runs_comparisons_and_batches(self):
        for plan in PLANS:
            self.each(lambda other: printed("run", plan, "--format", "json", **other), BUILDS)
        self.each(lambda other: printed("compare", *VARIANTS, "--format", "json", **other), BUILDS)
        self.each(lambda other: stored(**other), BUILDS)


if __name__ == "__main__":
    if not BUILDS:
        print("no other build is there and up to date; ./build.sh bytes makes one")
        sys.exit(77)
    print("compared with", ", ".join(build.name for build in BUILDS))
    unittest.main()
