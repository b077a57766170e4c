// The company that kernels are measured and compared with: the reference company with three initiatives, a
// timeline, and 20 quantities that differ between trials.
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"

#include <string_view>
#include <vector>

namespace support {

struct UncertainCompany {
    goho::simulation::Scenario scenario;
    goho::accounting::Statutes statutes;
    std::vector<goho::simulation::Address> varied;
};

UncertainCompany uncertain_company();

/// [quantity][trial]: values spread up to 10% around those of the company, the same in every call.
std::vector<double> values_around(const UncertainCompany& company, int trials);

/// The place of a figure among those of a kernel.
int figure(std::string_view name);

}  // namespace support
