// Coefficients of society: how trust grows and is lost, and what it does to the terms of loans.
#pragma once

#include "core/parameter.hpp"

namespace goho::society {

template <class Real> struct Parameters {
    Real trust_neutral = 50.0;           // points at ordinary disclosure, satisfaction and quality
    Real trust_rise_time = 18.0;         // months
    Real trust_fall_time = 5.0;
    Real disclosure_neutral = 0.3;
    Real disclosure_effect = 40.0;       // points per unit of disclosure
    Real customer_effect = 1.0;          // points per point of customer satisfaction
    Real error_effect = 15.0;            // points per unit of the error index
    Real layoff_effect = 50.0;           // points per share of people let go in twelve months
    Real payment_effect = 5.0;           // points per month by which suppliers are paid earlier
    Real transparency_spread = 0.0035;   // fraction/year of interest saved per 50 points of trust
    Real credit_ladder = 1.0;            // share of the guarantee-fee ladder that reaches the loan book, 0-1
};

}  // namespace goho::society
