#include "support/uncertain_company.hpp"

#include "accounting/books.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/conduct.hpp"

#include <cmath>
#include <stdexcept>

namespace support {

using namespace goho;

namespace {

constexpr const char* text = R"({
  "format": 1, "extends": "base.json", "name": "Uncertain company",
  "initiatives": {
    "tool": {"start": "2027-10", "pilot_months": 3, "support_months": 24, "people_budget": 2000000, "process_budget": 2000000,
             "data_budget": 2000000, "support_fee": 150000, "running_cost": 50000, "hours_saving": 0.04},
    "rules": {"start": "2028-04", "support_months": 12, "process_budget": 3000000, "running_cost": 20000, "hours_saving": 0.05},
    "answers": {"kind": "generative_ai", "start": "2028-10", "pilot_months": 3, "data_budget": 2000000, "running_cost": 80000,
                "hours_saving": 0.05, "human_review": 0.5}
  },
  "timeline": {
    "price_rise": {"from": "2028-04", "scale": {"/segments/services/price": 1.04}},
    "better_led": {"from": "2027-10", "set": {"/management/measurement": 0.8, "/management/executive_sponsorship": 0.7}}
  }
})";

constexpr const char* quantities[][2] = {
    {"segments", "price"}, {"segments", "volume"}, {"segments", "unit_variable_cost"}, {"cost_lines", "monthly_amount"},
    {"job_groups", "monthly_pay"}, {"adoption", "launch_push"}, {"adoption", "imitation"}, {"adoption", "decay_most"},
    {"adoption", "decay_least"}, {"adoption", "confusion"}, {"adoption", "dual_running"}, {"adoption", "complementarity"},
    {"initiatives", "fit"}, {"initiatives", "hours_saving"}, {"workforce", "attrition_rate"}, {"workforce", "ramp_up_time"},
    {"customers", "churn_rate"}, {"customers", "price_elasticity"}, {"customers", "churn_sensitivity"}, {"effort", "incentive_response"}};

/// The first item of the section, or the section itself.
simulation::Address address_of(std::string_view section, std::string_view name) {
    simulation::Address found;
    int index = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = index++;
        if (s.name != section) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        const auto look = [&](const auto& rows, int item) {
            for (std::size_t r = 0; r < rows.size(); ++r) {
                if (rows[r].name == name) found = {here, item, static_cast<int>(r)};
            }
        };
        if constexpr (simulation::is_collection<Held>) look(simulation::table_of<std::remove_cvref_t<decltype(Held{}.front().parameters)>>(), 0);
        else look(simulation::table_of<Held>(), -1);
    });
    if (found.section < 0) throw std::runtime_error("no quantity " + std::string(section) + "/" + std::string(name));
    return found;
}

}  // namespace

UncertainCompany uncertain_company() {
    const auto reading = io::read_scenario_text(text, GOHO_SOURCE_DIR "/scenarios/cases/uncertain.json");
    if (!reading) throw std::runtime_error(to_string(reading.problems.front(), Language::english));
    UncertainCompany company{*reading.value, *io::load_statutes("japan-sme-2026", "japan-2012").value, {}};
    for (const auto& [section, name] : quantities) company.varied.push_back(address_of(section, name));
    return company;
}

std::vector<double> values_around(const UncertainCompany& company, int trials) {
    auto plan = company.scenario.plan;
    std::vector<double> values;
    int k = 0;
    for (const auto& address : company.varied) {
        const double centre = *simulation::quantity_at(plan, address);
        for (int i = 0; i < trials; ++i) {
            const double spread = std::fmod(++k * 0.6180339887498949, 1.0);  // evenly over 0 to 1
            values.push_back(centre * (0.9 + 0.2 * spread));
        }
    }
    return values;
}

int figure(std::string_view name) {
    int index = 0;
    for (const auto& row : accounting::variables<double>) {
        if (row.name == name) return index;
        ++index;
    }
    for (const auto& row : simulation::conduct_variables<double>) {
        if (row.name == name) return index;
        ++index;
    }
    throw std::runtime_error("no figure " + std::string(name));
}

}  // namespace support
