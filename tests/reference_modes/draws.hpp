// The uncertain coefficients of the reference modes: 400 draws from the spans that docs/model/reference_modes.md
// gives, the same for every design that is compared.
#pragma once

#include "simulation/plan.hpp"
#include "support/random_plan.hpp"

#include <algorithm>
#include <cmath>

namespace goho::modes {

inline constexpr int draw_count = 400;

/// Sets the uncertain coefficients of a plan to the draw of this number.
class Uncertainty {
public:
    explicit Uncertainty(int number) : draws_(static_cast<std::uint64_t>(number) * 7919 + 17) {}

    void apply(simulation::Plan<double>& plan) {
        plan.effort.incentive_response = lognormal(1.2, 0.35);
        plan.effort.norm_persistence = near_half();
        plan.adoption.complementarity = triangular(-2.0, -1.0, 0.8);
        const double fit = 0.7 + 0.15 * normal();
        const double vendor = triangular(0.4, 0.9, 1.2);
        plan.adoption.decay_least = lognormal(0.007, 0.3);
        plan.adoption.decay_most = std::max(lognormal(0.05, 0.3), plan.adoption.decay_least);
        const double q = triangular(0.6, 1.0, 1.4);
        plan.adoption.imitation *= q;
        plan.adoption.imitation_voice *= q;
        plan.adoption.confusion = lognormal(0.5, 0.4);
        plan.adoption.dual_running = triangular(0.2, 0.6, 1.0);
        plan.customers.churn_sensitivity = triangular(0.2, 0.35, 0.5);
        plan.customers.satisfaction_time = triangular(3.0, 6.0, 12.0);
        plan.customers.price_elasticity = triangular(-3.5, -2.62, -1.2);
        plan.workforce.attrition_sensitivity = triangular(0.18, 0.28, 0.36);
        plan.customers.innovation_elasticity = triangular(0.02, 0.08, 0.15);
        plan.society.transparency_spread = triangular(0.0, 0.0035, 0.0070);
        for (auto& item : plan.initiatives) {
            item.parameters.fit = std::clamp(fit, 0.2, 0.98);
            item.parameters.hours_saving *= vendor;
        }
    }

private:
    double normal() {  // Box and Muller
        const double u = 1.0 - draws_.unit(), v = draws_.unit();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * v);
    }
    double lognormal(double median, double sigma) { return median * std::exp(sigma * normal()); }
    double triangular(double low, double mode, double high) {
        const double u = draws_.unit(), split = (mode - low) / (high - low);
        return u < split ? low + std::sqrt(u * (high - low) * (mode - low)) : high - std::sqrt((1.0 - u) * (high - low) * (high - mode));
    }
    /// Beta(5, 5): the fifth smallest of nine uniform draws.
    double near_half() {
        double u[9];
        for (double& x : u) x = draws_.unit();
        std::nth_element(u, u + 4, u + 9);
        return u[4];
    }

    test::Draws draws_;
};

}  // namespace goho::modes
