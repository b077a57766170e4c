// Coefficients of the customers: what satisfies them, who stays, recommends, comes, pays more, complains.
#pragma once

#include "core/parameter.hpp"

namespace goho::customers {

template <class Real> struct Parameters {
    Real satisfaction_today = 70.0;      // points
    Real care_effect = 10.0;             // points per log of customer hours per unit
    Real lead_time_effect = 5.0;
    Real error_effect = 4.0;
    Real employee_effect = 0.26;         // points per point of employee satisfaction
    Real satisfaction_time = 6.0;        // months
    Real market_follows = 0.5;           // share of the lead in satisfaction that the market catches up with
    Real market_time = 48.0;             // months
    Real churn_rate = 0.0087;            // 1/month at market satisfaction
    Real churn_sensitivity = 0.35;       // theta per 10 points
    Real referral_rate = 0.002;          // 1/month
    Real referral_sensitivity = 0.5;
    Real referral_saturation = 0.5;
    Real acquisition_elasticity = 0.5;   // of selling hours
    Real trust_elasticity = 0.15;
    Real acquisition_saturation = 0.8;
    Real pay_more_linear = 0.01;         // willingness to pay per 10 points of lead
    Real pay_more_cubic = 0.02;
    Real pay_more_limit = 0.10;
    Real price_elasticity = -2.62;
    Real innovation_elasticity = 0.08;   // gamma_R: volume by R&D capital
    Real complaint_rate = 0.01;          // per order today
    Real complaint_error = 0.7;
    Real complaint_care = 0.5;
    Real error_rate_today = 0.05;        // share of orders with an error
    Real lead_time_today = 10.0;         // days
    Real price_lead = 0.0;               // fraction/year: own yearly price changes above those of the market
};

}  // namespace goho::customers
