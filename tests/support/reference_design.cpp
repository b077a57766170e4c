#include "support/reference_design.hpp"

#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

#include <stdexcept>
#include <utility>

namespace goho::modes {

namespace {

simulation::Scenario read(const std::string& file) {
    auto reading = io::read_scenario(file);
    if (!reading.value) throw std::runtime_error(file + ": " + reading.problems.front().message.en);
    return std::move(*reading.value);
}

/// The address of /section/parameter or /section/item/parameter.
simulation::Address address_of(const simulation::Plan<double>& plan, const std::string& pointer) {
    const auto first = pointer.find('/', 1), last = pointer.rfind('/');
    const std::string section = pointer.substr(1, first - 1), name = pointer.substr(last + 1);
    const std::string id = first == last ? "" : pointer.substr(first + 1, last - first - 1);
    simulation::Address found;
    int index = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = index++;
        if (s.name != section) return;
        const auto look = [&](const auto& parameters, int item) {
            const auto& rows = simulation::table_of<std::remove_cvref_t<decltype(parameters)>>();
            for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                if (rows[row].name == name) found = {here, item, row};
            }
        };
        const auto& held = plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (int i = 0; i < static_cast<int>(held.size()); ++i) {
                if (held[i].id == id) look(held[i].parameters, i);
            }
        } else {
            look(held, -1);
        }
    });
    if (found.section < 0) throw std::runtime_error("no such quantity: " + pointer);
    return found;
}

}  // namespace

const simulation::Scenario& base() {
    static const simulation::Scenario scenario = read(GOHO_SOURCE_DIR "/scenarios/cases/base.json");
    return scenario;
}

const accounting::Statutes& statutes() {
    static const accounting::Statutes loaded = *io::load_statutes("japan-sme-2026", "japan-2012", GOHO_SOURCE_DIR).value;
    return loaded;
}

void set_from(simulation::Scenario& scenario, int month, const std::string& pointer, double value) {
    simulation::TimelineEntry entry;
    entry.id = "change" + std::to_string(scenario.timeline.size());
    entry.from = scenario.plan.company.start + month;
    entry.edits.push_back({simulation::Operation::set, address_of(scenario.plan, pointer), pointer, value});
    scenario.timeline.push_back(entry);
}

simulation::Scenario scenario_of(const Design& design) {
    simulation::Scenario scenario = base();
    const Month start = scenario.plan.company.start + design_start;
    const auto& l = design.leadership;
    const std::pair<const char*, double> levers[] = {
        {"/management/goal_clarity", l.goal_clarity},
        {"/management/executive_sponsorship", l.executive_sponsorship},
        {"/management/measurement", l.measurement},
        {"/management/institutionalisation", l.institutionalisation},
        {"/management/information_sharing", l.information_sharing},
        {"/evaluation/selling_weight", l.selling_weight},
        {"/evaluation/customer_value_weight", l.customer_value_weight},
        {"/evaluation/improvement_weight", l.improvement_weight},
        {"/evaluation/development_weight", l.development_weight},
        {"/evaluation/customer_value_measurability", l.customer_value_measurability},
        {"/evaluation/improvement_measurability", l.improvement_measurability},
        {"/evaluation/development_measurability", l.development_measurability},
    };
    for (const auto& [pointer, value] : levers) set_from(scenario, design_start, pointer, value);
    if (l.measurement > as_today.measurement) {  // a new appraisal system is designed once
        accounting::cost_line::Parameters<double> redesign;
        redesign.category = accounting::Category::support_services;
        redesign.monthly_amount = 3e6;
        redesign.start = redesign.end = start;
        scenario.plan.cost_lines.push_back({"appraisal_redesign", {}, redesign});
    }
    if (design.has_programme) {
        const Programme& p = design.programme;
        initiatives::Parameters<double> i;
        i.start = start;
        i.pilot_months = p.pilot_months;
        i.support_months = p.support_months;
        i.people_budget = p.people;
        i.process_budget = p.process;
        i.data_budget = p.data;
        i.support_fee = p.support_fee;
        i.follow_up = p.follow_up;
        i.error_reduction = p.error_reduction;
        i.lead_time_reduction = p.lead_time_reduction;
        i.tool_first = p.tool_first;
        scenario.plan.initiatives.push_back({"programme", {}, i});
    }
    scenario.plan.freed_hours = design.freed;
    if (design.also) design.also(scenario);
    return scenario;
}

simulation::Trajectory<double> run(const Design& design) { return simulation::run(scenario_of(design), statutes()); }
simulation::Trajectory<double> run_base() { return simulation::run(base(), statutes()); }

double gain(const simulation::Trajectory<double>& run, const simulation::Trajectory<double>& base, int months) {
    double sum = 0.0;
    for (int t = 0; t < months; ++t) sum += run.months[t].operating_income - base.months[t].operating_income;
    return sum;
}

}  // namespace goho::modes
