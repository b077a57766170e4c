// One figure of a recorded run as an equation over what a person knows by name: the operations are followed down to
// the next named figures and written as people write them, in both languages. Leaves out the figures behind those
// (explanation.hpp).
#pragma once

#include "analysis/figure_name.hpp"

#include <vector>

namespace goho::analysis {

/// A part of a sum. What has no name of its own is a calculation, and `id` is its entry.
struct Term {
    Tape::Id id = 0;
    double contribution = 0.0;  // with its sign
};

struct Formula {
    Text text;                    // "Net sales − Variable cost"
    std::vector<Text> steps;      // "A = ...": what is used more than once
    std::vector<Text> decisions;  // "Cash > 0: yes": what chose between two ways of reckoning
    std::vector<Term> terms;      // when it is a plain sum: what is shown of it, in the order shown
    int more = 0;                 // parts of the sum that are not shown, and what they come to
    double more_sum = 0.0;
    int zeros = 0;                // parts of a long sum that are zero and left out
    std::vector<Tape::Id> inputs;  // the named figures in it, each once, in order; those of decisions last
    std::vector<Op> functions;     // the words in it that need an explanation
};

/// For programs: every part of every sum, also where it is zero.
inline constexpr int write_all = 1 << 30;

/// The equation of an entry. `self` is what the entry is called where it is shown; `most` is the longest sum written
/// in full, beyond it the largest parts are shown.
Formula formula(const Recording& recording, Tape::Id id, const Name& self, int most);

/// The named figures that an entry is reckoned from, without writing the equation.
std::vector<Tape::Id> direct_inputs(const Recording& recording, Tape::Id id);

/// What a word of an equation does: "round(x): to the nearest yen"; empty when it needs no explanation.
Text meaning_of(Op op);

}  // namespace goho::analysis
