#include "analysis/comparison.hpp"
#include "decision/clinic_parts.hpp"
#include "initiatives/stages.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision::clinic_parts {

namespace {

constexpr double seen_enough = 0.5, waste_moved = 0.005, dependence_fine = 0.3, dependence_moved = 0.1;
constexpr double profit_of_hours = 0.5, lost_too_much = 0.5, overload_too_much = 0.03;

/// Where a timeline changes what a company undertakes, not the company.
constexpr std::array<const char*, 6> undertaken{"/management/", "/evaluation/", "/tasks/", "/initiatives/", "/freed_hours/", "/events/"};

template <class F> double over_year(int year, F&& of) {
    double sum = 0.0;
    for (int t = 12 * (year - 1); t < 12 * year; ++t) sum += of(static_cast<std::size_t>(t));
    return sum;
}
double operating_income(const simulation::Trajectory<double>& run, int year) {
    return over_year(year, [&](std::size_t t) { return run.months[t].operating_income; });
}

/// The plan without what it undertakes: levers and appraisal as today, no initiatives.             RX-4
simulation::Scenario as_today(const simulation::Scenario& scenario) {
    simulation::Scenario out = scenario;
    auto& plan = out.plan;
    plan.management = plan.management_today;
    plan.evaluation = plan.evaluation_today;
    for (auto& task : plan.tasks) {
        task.parameters.weight = task.parameters.weight_today;
        task.parameters.measurability = task.parameters.measurability_today;
    }
    plan.initiatives.clear();
    plan.freed_hours = {};
    std::erase_if(plan.events, [](const auto& e) { return e.parameters.kind == simulation::event::Kind::champion_leaves || e.parameters.initiative.given(); });
    for (auto& entry : out.timeline) {
        std::erase_if(entry.edits, [](const simulation::Edit& e) {
            return std::any_of(undertaken.begin(), undertaken.end(), [&](const char* section) { return e.pointer.starts_with(section); });
        });
    }
    return out;
}

SymptomFinding results_unseen(const Base& base, int last) {
    SymptomFinding f{Symptom::results_unseen};
    f.limit = seen_enough;
    f.unit = "fraction";
    f.measure = {"effects measured and results by segment used, mean", "効果測定と部門別採算の活用の平均"};
    simulation::Plan<double> plan = base.scenario.plan;
    simulation::Schedule<double> schedule(plan, base.scenario.timeline);
    for (int t = 0; t <= last; ++t) {
        schedule.apply(t);
        f.figure = (plan.management.measurement + plan.management.segment_results_used) / 2.0;      // RX-1
        f.shown = f.figure < seen_enough;
        if (!f.shown) f.since = {};
        else if (!f.since.given()) f.since = base.run.start + t;
    }
    return f;
}

SymptomFinding company_unchanged(const Base& base, int last) {
    SymptomFinding f{Symptom::company_unchanged};
    const double today = base.scenario.plan.workforce.waste_today;
    f.figure = base.run.conduct[static_cast<std::size_t>(last)].waste_share;
    f.limit = today - waste_moved;                                                                 // RX-2
    f.shown = f.figure > f.limit;
    f.beyond = true;
    f.unit = "fraction";
    f.measure = {"waste in indirect work", "間接業務のムダ"};
    return f;
}

SymptomFinding owner_load(const Base& base, int last) {
    SymptomFinding f{Symptom::owner_load};
    const double before = base.run.conduct.front().founder_dependence;
    f.figure = base.run.conduct[static_cast<std::size_t>(last)].founder_dependence;
    f.limit = std::max(dependence_fine, before - dependence_moved);                                // RX-3
    f.shown = f.figure > f.limit;
    f.beyond = true;
    f.unit = "fraction";
    f.measure = {"dependence on the head of the company", "社長への依存"};
    return f;
}

SymptomFinding no_profit(const Base& base, int year) {
    SymptomFinding f{Symptom::no_profit};
    f.unit = "yen";
    const auto scenario = as_today(base.scenario);
    const auto today = simulation::run(scenario, base.statutes);
    const double planned = operating_income(base.run, year), gain = planned - operating_income(today, year);
    const double hours = over_year(year, [&](std::size_t t) { return base.run.conduct[t].hours_saved; });
    const double available = over_year(year, [&](std::size_t t) { return base.run.conduct[t].available_hours; });
    const double personnel = over_year(year, [&](std::size_t t) { return base.run.months[t].personnel_cost; });
    const bool something = hours > 0.0 || std::abs(gain) > 0.5;
    if (!something) {
        f.measure = {"operating income of the year (nothing is undertaken)", "その年の営業利益（取り組みなし）"};
        f.figure = planned;
        f.shown = planned <= 0.0;
        return f;
    }
    f.figure = gain;
    f.limit = available > 0.0 ? profit_of_hours * hours * personnel / available : 0.0;              // RX-4
    f.shown = gain <= 0.0 || gain < f.limit;
    f.measure = {"operating income against leading on as today", "現状のまま続けた場合に対する営業利益の差"};
    f.limit_note = {", half the worth of the hours saved", "＝削減時間の価値の半分"};
    return f;
}

struct Hours {
    double lost = 0.0, saved = 0.0;
};
/// From the start of the plan to the end of a year.
Hours hours_through(const Base& base, int year) {
    Hours out;
    for (std::size_t t = 0; t < static_cast<std::size_t>(12 * year); ++t) {
        out.lost += base.run.conduct[t].confusion_hours + base.run.conduct[t].dual_running_hours;
        out.saved += base.run.conduct[t].hours_saved;
    }
    return out;
}

SymptomFinding organisation(const Base& base, int year) {
    SymptomFinding f{Symptom::organisation};
    f.beyond = true;
    f.unit = "fraction";
    double worst = 0.0;
    int worst_year = 1;
    for (int y = 1; y <= year; ++y) {
        const double overload = over_year(y, [&](std::size_t t) { return base.run.conduct[t].overload; }) / 12.0;
        if (overload > worst) worst = overload, worst_year = y;
    }
    const Hours hours = hours_through(base, year);
    const double share = hours.saved > 0.0 ? hours.lost / hours.saved : 0.0;                       // RX-5
    if (share >= lost_too_much || worst < overload_too_much) {
        f.figure = share;
        f.limit = lost_too_much;
        f.measure = {"hours lost to confusion and double work, against hours saved", "混乱・二重管理の時間 ÷ 削減時間"};
        f.shown = share >= lost_too_much;
        for (std::size_t t = 0; f.shown && t < base.run.conduct.size() && !f.since.given(); ++t) {
            if (base.run.conduct[t].confusion_hours > base.run.conduct[t].hours_saved) f.since = base.run.start + static_cast<int>(t);
        }
        return f;
    }
    f.figure = worst;
    f.limit = overload_too_much;
    f.measure = {"overload, mean of its worst year", "業務過多（最も高い年の平均）"};
    f.shown = true;
    f.since = base.run.start + 12 * (worst_year - 1);
    return f;
}

Text name_of(const Base& base, int index) {
    const auto& item = base.scenario.plan.initiatives[static_cast<std::size_t>(index)];
    return {std::string(item.shown(Language::english)), std::string(item.shown(Language::japanese))};
}

SymptomFinding tools_unused(const Base& base, const std::vector<Tool>& tools) {
    SymptomFinding f{Symptom::tools_unused};
    f.limit = base.scenario.plan.adoption.ready_adoption;
    f.unit = "fraction";
    f.measure = {"adoption of the tool used least", "最も使われていない施策の定着率"};
    f.judged = !tools.empty();
    const Tool* worst = nullptr;
    for (const auto& tool : tools) {
        if (tool.since.given() && (!worst || tool.potential > worst->potential)) worst = &tool;
    }
    if (!worst) {
        f.figure = 1.0;
        for (const auto& tool : tools) f.figure = std::min(f.figure, tool.lowest);
        return f;
    }
    f.shown = true;
    f.figure = worst->lowest;
    f.since = worst->since;
    const Text name = name_of(base, worst->index);
    const Text peak = in_words(worst->peak, "fraction", MoneyUnit::yen);
    f.detail = {fmt::format("\"{}\" is used most in {} ({})", name.en, shown(worst->peak_month, Language::english), peak.en),
                fmt::format("「{}」の利用は{}（{}）が最も高い", name.ja, shown(worst->peak_month, Language::japanese), peak.ja)};
    return f;
}

}  // namespace

simulation::Plan<double> plan_at(const simulation::Scenario& scenario, int month) {
    simulation::Plan<double> plan = scenario.plan;
    simulation::Schedule<double> schedule(plan, scenario.timeline);
    for (int t = 0; t <= month; ++t) schedule.apply(t);
    return plan;
}

double budget_scale(const Base& base) {
    return base.scenario.plan.adoption.budget_scale * goho::pow(std::max(base.run.conduct.front().headcount, 1.0) / 30.0, 0.6);
}

std::vector<Tool> tools_of(const Base& base) {
    std::vector<Tool> out;
    const double in_use = base.scenario.plan.adoption.ready_adoption;
    simulation::Plan<double> plan = base.scenario.plan;
    simulation::Schedule<double> schedule(plan, base.scenario.timeline);
    std::map<int, Tool> tools;
    for (int t = 0; t < static_cast<int>(base.run.months.size()); ++t) {
        schedule.apply(t);
        for (int i = 0; i < base.run.initiatives.items; ++i) {
            const auto& p = plan.initiatives[static_cast<std::size_t>(i)].parameters;
            const auto when = initiatives::calendar(p, base.run.start + t);
            if (when.since_launch < 0) continue;
            const double adoption = base.run.initiatives.at(t, i).adoption;
            Tool& tool = tools[i];
            if (adoption > tool.peak) tool.peak = adoption, tool.peak_month = base.run.start + t;
            const bool ripe = when.stage == initiatives::Stage::continuous || p.opening_adoption > 0.0;
            if (!ripe || p.hours_saving <= 0.0) continue;  // given up on purpose
            if (tool.index < 0) tool.lowest = adoption;
            tool.index = i;
            tool.lowest = std::min(tool.lowest, adoption);
            tool.potential = std::max(tool.potential, p.hours_saving * p.fit);
            if (!tool.since.given() && (adoption < in_use || adoption < tool.peak / 2.0)) tool.since = base.run.start + t;  // RX-6
        }
    }
    for (const auto& [index, tool] : tools) {
        if (tool.index >= 0) out.push_back(tool);
    }
    return out;
}

std::array<SymptomFinding, symptom_count> findings_of(const Base& base, int year, const std::vector<Tool>& tools) {
    const int last = 12 * year - 1;
    return {results_unseen(base, last), company_unchanged(base, last), owner_load(base, last), no_profit(base, year), organisation(base, year), tools_unused(base, tools)};
}

ClinicOutcome outcome_of(const Base& base, const Base& other, int year) {
    ClinicOutcome out;
    analysis::CompareOptions options;
    options.years = {year};
    const auto comparison = analysis::compare({&base.scenario, &base.run}, {{&other.scenario, &other.run}}, options);
    const auto& one = comparison.contenders.at(1);
    for (std::size_t f = 0; f < comparison.figures.size() && !one.cells.empty(); ++f) {
        if (one.cells[0][f].value) out.figures[std::string(comparison.figures[f].name)] = *one.cells[0][f].value;
    }
    const auto& last = other.run.conduct[static_cast<std::size_t>(12 * year - 1)];
    out.figures["waste_share"] = last.waste_share;
    out.figures["founder_dependence"] = last.founder_dependence;
    out.figures["results_seen"] = results_unseen(other, 12 * year - 1).figure;
    out.figures["hours_used"] = over_year(year, [&](std::size_t t) { return other.run.conduct[t].freed_hours - other.run.conduct[t].idle_hours; });
    const Hours hours = hours_through(other, year);
    if (hours.saved > 0.0) out.figures["lost_share"] = hours.lost / hours.saved;
    if (one.valuation) {
        out.npv = one.valuation->npv.value_or(0.0);
        out.payback_months = one.valuation->payback_months;
    }
    return out;
}

}  // namespace goho::decision::clinic_parts
