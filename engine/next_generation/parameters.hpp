// Coefficients of what is built for those who come after: research, digital capital, executives who can decide.
#pragma once

#include "core/parameter.hpp"

namespace goho::next_generation {

template <class Real> struct Parameters {
    Real research_today = 0.0;           // yen/month; zero: as in the first month of the plan
    Real training_today = 0.0;
    Real digital_today = 0.0;
    Real development_to_research = 0.1;  // share of the cost of development time that counts as research
    Real development_to_learning = 0.3;  // likewise, as learning
    Real research_depreciation = 0.15;   // fraction/year
    Real research_lag = 18.0;            // months until research serves sales
    Real digital_depreciation = 0.33;    // fraction/year
    Real capability_floor = 0.2;         // executive capability without delegation
    Real delegation_effect = 0.8;        // gained by sponsorship and institutionalised roles
    Real capability_time = 24.0;         // months
    Real attraction_satisfaction = 0.3;  // per 10 points
    Real attraction_trust = 0.3;         // elasticity
    Real attraction_linkage = 0.5;       // per unit of plan linkage
    Real attraction_research = 0.05;     // elasticity
};

}  // namespace goho::next_generation
