"""The mutator itself: what it changes in one small equation, and that a good test notices and a weak one does not."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import mutators

HERE = pathlib.Path(__file__).resolve().parent

EQUATION = """\
#include <array>
constexpr double rates[] = {0.1, 0.2};
struct Limits { double most = 100.0; };
template <class Real> constexpr Real max(Real a, Real b) { return a > b ? a : b; }
template <class Real> constexpr Real min(Real a, Real b) { return a < b ? a : b; }
template <class Real> struct State { Real balance = 0.0, lowest = 0.0; };

// What is paid back, and half of it again from the third month on.
template <class Real> State<Real> step(const State<Real>& now, Real paid, int month, bool closed, Limits limits = {}) {
    constexpr int first = 2;
    State<Real> next = now;
    if (closed) return next;
    Real back = min(paid, now.balance) * (1.0 - rates[0]);
    if (month >= first && back < limits.most) back += 0.5 * back;
    next.balance = now.balance - back;
    next.lowest = min(now.lowest, next.balance);
    return next;
}
"""
GOOD = """
int main() {
    if (step<double>({100.0}, 10.0, 1, false).balance != 91.0) return 1;
    if (step<double>({100.0}, 10.0, 2, false).balance != 86.5) return 2;
    if (step<double>({100.0}, 10.0, 3, false).balance != 86.5) return 3;
    if (step<double>({10.0}, 20.0, 1, false).balance != 1.0) return 4;
    if (step<double>({100.0}, 20.0, 1, true).balance != 100.0) return 5;
    if (step<double>({1000.0}, 200.0, 2, false).balance != 820.0) return 6;
    if (step<double>({500.0}, 100.0, 2, false, {90.0}).balance != 410.0) return 7;
    if (step<double>({100.0, 95.0}, 10.0, 1, false).lowest != 91.0) return 8;
    if (step<double>({100.0, 50.0}, 10.0, 1, false).lowest != 50.0) return 9;
}
"""
# Each change by itself: of two that are neighbours, neither brings the other along.
NEIGHBOURS = """\
template <class Real> Real left(Real have, int month, int end) {
    const bool last = month == end;
    return last ? Real(0.0) : have;
}
"""
NEIGHBOURS_TEST = "int main() { return left(5.0, 3, 12) == 5.0 && left(5.0, 12, 12) == 0.0 ? 0 : 1; }\n"
WEAK = "int main() { return step<double>({100.0}, 10.0, 1, false).balance < 100.0 ? 0 : 1; }\n"


def changed(text):
    return mutators.mutate("engine/x/equation.hpp", text, 0)


def living(folder, equation, mutants, test):
    """The changes that a test does not notice."""
    source, program = folder / "test.cpp", folder / "test"
    source.write_text(equation + test)
    subprocess.run([os.environ.get("CXX") or shutil.which("g++") or "c++", "-std=c++20", "-w", "-include", HERE / "mutant.hpp", source,
                    "-o", program], check=True)
    if subprocess.run([program]).returncode != 0:
        raise AssertionError("the equation as it was written fails its test")
    return [f"{m.line}: {m.mutator}" for m in mutants
            if subprocess.run([program], env=os.environ | {"GOHO_MUTANT": str(m.id)}).returncode == 0]


class Mutator(unittest.TestCase):
    def test_what_is_changed(self):
        _, mutants = changed(EQUATION)
        found = [f"{m.line}: {m.mutator}" for m in mutants if m.line >= 9 and not m.idle]
        self.assertEqual(found, [
            "12: if -> opposite condition",
            "13: min -> max", "13: * -> /", "13: * -> left operand", "13: 1.0 -> 0", "13: 1.0 -> x1.1",
            "13: - -> +", "13: - -> left operand", "13: 0 -> 1",
            "14: if -> opposite condition", "14: >= -> >", "14: >= -> <", "14: && -> left operand", "14: < -> <=", "14: < -> >=",
            "14: += -> -=", "14: += -> left out", "14: 0.5 -> 0", "14: 0.5 -> x1.1", "14: * -> /", "14: * -> left operand",
            "15: - -> +", "15: - -> left operand", "16: min -> max", "16: next -> now"])

    def test_what_is_carried_is_swapped_once_it_has_moved(self):
        _, mutants = changed(EQUATION)
        self.assertEqual([f"{m.line}: {m.mutator}" for m in mutants if m.idle],
                         ["13: now -> next", "15: now -> next", "16: now -> next"])

    def test_tables_declarations_and_what_the_compiler_reckons_stay(self):
        text, mutants = changed(EQUATION)
        self.assertEqual(text.split("\n")[:3], EQUATION.split("\n")[:3])
        self.assertEqual([m for m in mutants if m.line in (2, 3, 10)], [])
        self.assertEqual(text.count("\n"), EQUATION.count("\n"))

    def test_a_line_can_be_left_alone(self):
        text, mutants = mutators.mutate("x", EQUATION, 0, {13})
        self.assertEqual(text.split("\n")[12], EQUATION.split("\n")[12])
        self.assertEqual([m for m in mutants if m.line == 13], [])

    def test_a_good_test_notices_and_a_weak_one_does_not(self):
        equation, mutants = changed(EQUATION)
        mutants = [m for m in mutants if m.line >= 9 and not m.idle]
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(living(pathlib.Path(folder), equation, mutants, GOOD), [])
            self.assertGreater(len(living(pathlib.Path(folder), equation, mutants, WEAK)), len(mutants) // 2)

    def test_a_change_leaves_its_neighbours_alone(self):
        equation, mutants = changed(NEIGHBOURS)
        self.assertIn("last -> opposite condition", [m.mutator for m in mutants])
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(living(pathlib.Path(folder), equation, mutants, NEIGHBOURS_TEST), [])


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False).result.wasSuccessful())
