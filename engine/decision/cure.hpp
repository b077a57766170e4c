// Measures against a lack of cash, each with a size that can be raised from nothing to a bound: levers of the plan, a new
// loan, capital, longer terms. A measure changes a scenario as a saved file would, alone or with others.
// Theory: docs/model/trough.md, TR-3 and TR-4.
#pragma once

#include "decision/lever.hpp"

#include <span>
#include <string>
#include <vector>

namespace goho::decision {

/// Who must agree before it can be done.
enum class Party { alone, customers, suppliers, staff, bank, owners, depends };
Text party_words(Party party);

struct Cure {
    enum class Kind { levers, loan, capital, terms };
    /// How a size moves a lever: from what is planned, up or down, no further than `most`.
    struct Way {
        double sign = 1.0, most = 0.0;
    };
    std::string id;          // a part of file names: "price", "putoff_machine"
    Kind kind = Kind::levers;
    Text label;              // "Prices up"
    Party agrees = Party::alone;
    double bound = 0.0;      // largest size; sizes are multiples of `step`
    double step = 0.0;
    std::string unit;        // "fraction", "months", "yen"; empty: done or not
    std::vector<Lever> levers;
    std::vector<Way> ways;             // one for each lever
    std::vector<std::string> touches;  // what it changes: two measures that touch the same do not go together
    Month begins;                      // changes nothing before
    double rate = 0.0;                 // of a loan
    std::vector<std::size_t> loans;    // whose terms are longer

    int steps() const;
    double size(int step_count) const;
};

/// Where measures begin and where cash is short first; what they may be.
struct CureFrame {
    Month from;         // first month in which a measure works
    Month first_below;
};

/// Months over which a new loan is repaid, and its rate where the plan has no loan.                    TR-4
inline constexpr int new_loan_term = 84;
inline constexpr double new_loan_rate = 0.02;
/// Principal-weighted mean rate of the plan's loans.                                                   TR-4
double loan_rate(const Base& base);

/// All measures that this plan has, with their bounds.                                                 TR-3
std::vector<Cure> cures_of(const Base& base, const CureFrame& frame);
/// Measures that a person names, each in the directions that its bounds allow.
Result<std::vector<Cure>> own_cures(const Base& base, std::span<const LeverRequest> requests, const CureFrame& frame);

/// A measure at a size.
struct Dose {
    const Cure* cure = nullptr;
    double size = 0.0;
};
bool go_together(const Cure& a, const Cure& b);
simulation::Scenario with_doses(const Base& base, std::span<const Dose> doses);
Draft draft_of(const Base& base, std::span<const Dose> doses, std::string id, Text name);

/// "3.4%", "6 months", "12,000 thousand yen"; empty where it is done or not.
Text size_words(const Cure& cure, double size, MoneyUnit money);
/// "Prices up by 3.4%", "販売単価の引き上げ（3.4%）".
Text dose_words(const Dose& dose, MoneyUnit money);

}  // namespace goho::decision
