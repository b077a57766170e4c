"""The same question has the same answer, byte by byte: on any number of threads, with any kernel that this machine can
run, however often it is asked, and with the C library's code for older processors."""
import platform
import unittest

import program
from program import COMPANY, FEW, MANY, PLANS, printed, stored, trials

CHECKED = program.checked(program.BUILD)
KERNELS = program.kernels()
WIDEST_EVERYWHERE = "baseline_x4" if CHECKED else "baseline_x8"  # a build with checks leaves kernels out

# glibc picks its exp and pow by processor. Without fused operations they round otherwise, now and then.
# One figure in a thousand or so: enough plans have to be looked at.
MANY_PRICES = "/segments/products/price=11000:13000:10"
OLDER_PROCESSOR = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4"}


class SameBytes(unittest.TestCase):
    def one(self, answers):
        self.assertEqual(len(set(answers.values())), 1, "\n".join(f"{name}: {digest}" for name, digest in answers.items()))

    def test_the_machine_knows_kernels_of_several_widths(self):
        self.assertTrue({"scalar", "baseline_x4", WIDEST_EVERYWHERE} <= set(KERNELS), KERNELS)
        self.assertTrue({1, 4} <= {program.width(kernel) for kernel in KERNELS} <= {1, 4, 8}, KERNELS)

    def test_every_kernel_on_any_number_of_threads(self):
        threads = (1, 4) if CHECKED else (1, 2, 3, 4, 16)
        answers = {f"{kernel}, {n} threads": trials(FEW, "--kernel", kernel, "--threads", n) for kernel in KERNELS for n in threads}
        answers["as the machine chooses"] = trials(FEW)
        self.one(answers)

    def test_counted_quantiles(self):
        if CHECKED:
            self.skipTest("takes minutes with checks")
        self.one({f"{kernel}, {n} threads": trials(MANY, "--kernel", kernel, "--threads", n)
                  for kernel in (KERNELS[0], WIDEST_EVERYWHERE) for n in (1, 4)})

    def test_comparison(self):
        self.one({f"{kernel}, {n} threads": trials(FEW, "--kernel", kernel, "--threads", n, files=program.VARIANTS)
                  for kernel in (KERNELS[0], "baseline_x4") for n in (1, 3)})

    def test_sampling(self):
        answers = {}
        for how in ("latin_hypercube", "random", "sobol"):
            answers[how] = trials(FEW, "--sampling", how)
            self.one({f"{how}, {kernel}, {n} threads": trials(FEW, "--sampling", how, "--kernel", kernel, "--threads", n)
                      for kernel in (KERNELS[0], WIDEST_EVERYWHERE) for n in (1, 4)} | {how: answers[how]})
        self.assertEqual(len(set(answers.values())), 3, "the way of sampling changes nothing")

    def test_seed_decides(self):
        self.assertNotEqual(trials(FEW, "--seed", 1), trials(FEW, "--seed", 2))

    def test_single_runs(self):
        for plan in PLANS:
            self.one({time: printed("run", plan, "--format", "json") for time in ("once", "again")})

    def test_batches(self):
        self.one({f"{jobs} jobs": stored("--jobs", jobs) for jobs in (1, 4)})

    @unittest.skipUnless(platform.machine() == "x86_64", "only there does glibc choose so")
    def test_older_processor(self):
        for ask in (lambda env: trials(FEW, env=env), lambda env: stored("--sweep", MANY_PRICES, plans=[COMPANY], env=env),
                    lambda env: printed("compare", *program.VARIANTS, "--format", "json", env=env),
                    *(lambda env, plan=plan: printed("run", plan, "--format", "json", env=env) for plan in PLANS)):
            self.one({"this processor": ask(None), "an older one": ask(OLDER_PROCESSOR)})


if __name__ == "__main__":
    unittest.main()
