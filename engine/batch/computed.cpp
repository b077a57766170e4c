#include "batch/computed.hpp"

#include <algorithm>
#include <limits>

namespace goho::batch {

namespace {

std::string word(stakeholders::Verdict verdict) {
    switch (verdict) {
        case stakeholders::Verdict::met: return "met";
        case stakeholders::Verdict::missed: return "missed";
        default: return "not_computable";
    }
}

std::vector<Figure> all_figures() {
    std::vector<Figure> all;
    for (const auto& v : accounting::variables<double>) all.push_back({v.name, v.unit, v.label});
    for (const auto& v : simulation::conduct_variables<double>) all.push_back({v.name, v.unit, v.label});
    for (const auto& i : stakeholders::indicators()) all.push_back({i.name, i.unit, i.label});
    for (const auto& f : stakeholders::direction_figures()) all.push_back({f.name, "points", f.label});
    return all;
}

/// In the order of figures().
std::vector<double> values_of(const stakeholders::YearView& year, const stakeholders::YearView& first) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values;
    values.reserve(figures().size());
    for (const auto& v : accounting::variables<double>) values.push_back(year.now.*v.field);
    for (const auto& v : simulation::conduct_variables<double>) values.push_back(year.behaves ? year.conduct.*v.field : none);
    for (const auto& i : stakeholders::indicators()) values.push_back(i.compute(year).value_or(none));
    const auto five = stakeholders::five_directions(year, first);
    for (const auto& f : stakeholders::direction_figures()) values.push_back(year.behaves ? f.of(five).value_or(none) : none);
    return values;
}

}  // namespace

std::span<const Figure> figures() {
    static const std::vector<Figure> all = all_figures();
    return all;
}

const Figure* find_figure(std::string_view name) {
    const auto all = figures();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Figure& f) { return f.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Computed computed(simulation::Scenario scenario, const accounting::Statutes& statutes) {
    const analysis::Study study = analysis::study(std::move(scenario), statutes);
    Computed out;
    out.start = study.run.start;
    out.months = static_cast<int>(study.run.months.size());
    out.behaves = study.run.behaves;
    out.insolvency = study.insolvency;
    out.residual = study.residuals.worst();
    for (std::size_t y = 0; y < study.plan_views.size(); ++y) {
        const auto& view = study.plan_views[y];
        out.years.push_back({static_cast<int>(y) + 1, view.first, view.last, values_of(view, study.plan_views.front())});
    }
    for (const auto& gate : study.gate_summary) {
        if (gate.last < 0) continue;
        const auto& last = study.gates[static_cast<std::size_t>(gate.last)];
        GateRow row{std::string(gate.gate), word(gate.verdict), last.year + 1, last.figure, last.threshold, last.due, 0};
        for (const auto& each : study.gates) {
            if (each.gate == gate.gate && each.due && each.verdict == stakeholders::Verdict::missed) ++row.years_missed;
        }
        out.gates.push_back(std::move(row));
    }
    for (const auto& target : study.targets) {
        out.targets.push_back({target.id, target.year, target.variable, target.bound == stakeholders::Bound::at_least ? "at_least" : "at_most",
                               target.value, target.figure, word(target.verdict)});
    }
    return out;
}

}  // namespace goho::batch
