#include "analysis/operating_effects.hpp"

#include "simulation/schedule.hpp"

#include <algorithm>

namespace goho::analysis::detail {

namespace {

namespace cl = accounting::cost_line;
using Run = simulation::Trajectory<double>;
using Line = cl::Parameters<double>;

bool operating(const Line& p) {
    return p.place != accounting::Place::non_operating && p.place != accounting::Place::extraordinary;
}

/// A segment's month in one run.
struct Sold {
    double volume = 0.0, sales = 0.0, goods = 0.0;
};

/// A month under comparison, with the plan's parameters as they stand in it.
struct Comparing {
    const simulation::Plan<double>& plan;
    std::vector<cl::State<double>> lines;  // before the month
    int t;
    Month month;
    bool new_fiscal_year;

    cl::Step<double> step(std::size_t line, double sales, double volume) const {
        return cl::step(plan.cost_lines[line].parameters, lines[line], {month, new_fiscal_year, sales, volume});
    }
    /// Yen a unit that a line costs a segment at a price.
    double per_unit(std::size_t line, std::size_t segment, double price) const {
        const Line& p = plan.cost_lines[line].parameters;
        const bool reaches = !p.segment.given() || p.segment.index == static_cast<int>(segment);
        if (!operating(p) || !reaches || !cl::moves_with_sales(p) || !cl::active(p, month)) return 0.0;
        return p.sales_share * price + p.amount_per_unit * step(line, 0.0, 0.0).next.index;
    }
};

/// Takes a line's variable cost out of the segments that it was charged to, as DP-1 charges it.
void take_out(const Comparing& in, std::size_t line, double amount, std::vector<Sold>& sold) {
    const Line& p = in.plan.cost_lines[line].parameters;
    if (p.segment.given()) {
        sold[static_cast<std::size_t>(p.segment.index)].goods -= amount;
        return;
    }
    if (!cl::moves_with_sales(p)) return;
    const double per_unit = p.amount_per_unit * in.step(line, 0.0, 0.0).next.index;
    double total = 0.0, driver = 0.0, before = 0.0;
    for (const Sold& s : sold) total += p.sales_share * s.sales + per_unit * s.volume;
    const double count = static_cast<double>(sold.size());
    for (std::size_t i = 0; i < sold.size(); ++i) {
        driver += p.sales_share * sold[i].sales + per_unit * sold[i].volume;
        const double until_here = whole_yen(amount * divide_or(driver, total, (static_cast<double>(i) + 1.0) / count));
        sold[i].goods -= until_here - before;
        before = until_here;
    }
}

std::vector<Sold> sold_in(const Run& run, const Comparing& in) {
    std::vector<Sold> out;
    for (int i = 0; i < run.segments.items; ++i) {
        const auto& s = run.segments.at(in.t, i);
        out.push_back({s.volume, s.net_sales, s.variable_cost});
    }
    for (std::size_t l = 0; l < in.plan.cost_lines.size(); ++l) {
        if (operating(in.plan.cost_lines[l].parameters)) take_out(in, l, run.lines.at(in.t, static_cast<int>(l)).variable_cost, out);
    }
    return out;
}

double volume_of(const std::vector<Sold>& sold) {
    double sum = 0.0;
    for (const Sold& s : sold) sum += s.volume;
    return sum;
}

/// An amount of the plan at the actual volume; where nothing was planned, what happened stands.
double at_volume(double planned, double happened, const Sold& plan, const Sold& actual) {
    if (plan.volume == actual.volume) return planned;
    return plan.volume == 0.0 ? happened : planned / plan.volume * actual.volume;
}

/// What was sold, at planned prices and unit costs.
std::vector<Sold> at_plan(const std::vector<Sold>& plan, const std::vector<Sold>& actual) {
    std::vector<Sold> out;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const Sold &p = plan[i], &a = actual[i];
        out.push_back({a.volume, at_volume(p.sales, a.sales, p, a), at_volume(p.goods, a.goods, p, a)});
    }
    return out;
}

/// Planned margin of one unit, after materials and what moves with sales.
double unit_margin(const Comparing& in, std::size_t i, const Sold& plan, const Sold& priced) {
    const Sold& s = plan.volume != 0.0 ? plan : priced;
    if (s.volume == 0.0) return 0.0;
    const double price = s.sales / s.volume;
    double margin = price - s.goods / s.volume;
    for (std::size_t l = 0; l < in.plan.cost_lines.size(); ++l) margin -= in.per_unit(l, i, price);
    return margin;
}

/// What the plan allows a line for what was sold: its equation at actual volumes and planned prices.       PA-7
double allowed_fixed(const cl::Flows<double>& flows, const Line& p, double planned) {
    return p.behaviour == accounting::Behaviour::step_fixed ? flows.fixed_cost : planned;
}

/// Lines: their allowance, and what the volume moves in them.
struct Moved {
    double variable = 0.0, steps = 0.0;
};
Moved line_effects(const Comparing& in, const Run& plan, const Run& actual, const std::vector<Sold>& priced, OperatingEffects& out) {
    Moved moved;
    double sales = 0.0;
    for (const Sold& s : priced) sales += s.sales;
    const double volume = volume_of(priced);
    for (std::size_t l = 0; l < in.plan.cost_lines.size(); ++l) {
        const Line& p = in.plan.cost_lines[l].parameters;
        if (!operating(p)) continue;
        const auto& was_planned = plan.lines.at(in.t, static_cast<int>(l));
        const auto& was = actual.lines.at(in.t, static_cast<int>(l));
        const Sold own = p.segment.given() ? priced[static_cast<std::size_t>(p.segment.index)] : Sold{volume, sales, 0.0};
        const auto flows = in.step(l, own.sales, own.volume).flows;
        const double fixed = allowed_fixed(flows, p, was_planned.fixed_cost);
        moved.variable += flows.variable_cost - was_planned.variable_cost;
        moved.steps += fixed - was_planned.fixed_cost;
        out.costs.push_back({was_planned.fixed_cost + was_planned.variable_cost, fixed + flows.variable_cost,
                             was.fixed_cost + was.variable_cost, 0.0, 0.0});
    }
    return moved;
}

/// Volume and mix. Roundings go to the segment with the largest planned volume.                             PA-5 PA-6
void quantity_effects(const Comparing& in, const std::vector<Sold>& plan, const std::vector<Sold>& priced, double whole,
                      OperatingEffects& out) {
    const double planned = volume_of(plan);
    const double growth = divide_or(volume_of(priced), planned, 0.0);
    std::size_t largest = 0;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        auto& e = out.segments[i];
        const double margin = unit_margin(in, i, plan[i], priced[i]);
        const double at_planned_mix = planned == 0.0 ? priced[i].volume : plan[i].volume * growth;
        e.volume = whole_yen((at_planned_mix - plan[i].volume) * margin);          // PA-5
        if (plan.size() > 1) e.mix = whole_yen((priced[i].volume - at_planned_mix) * margin);  // PA-6
        whole -= e.volume + e.mix;
        if (plan[i].volume > plan[largest].volume) largest = i;
    }
    if (!plan.empty()) out.segments[largest].volume += whole;
}

/// Costs that the volume does not explain at all: people, depreciation, and what is left.
void standing_costs(const Comparing& in, const Run& plan, const Run& actual, double goods_planned, double goods, OperatingEffects& out) {
    const auto &p = plan.months[static_cast<std::size_t>(in.t)], &a = actual.months[static_cast<std::size_t>(in.t)];
    const auto add = [&](double planned, double was) { out.costs.push_back({planned, planned, was, 0.0, 0.0}); };
    double rest_planned = p.net_sales - goods_planned - p.operating_income, rest = a.net_sales - goods - a.operating_income;
    for (int g = 0; g < plan.groups.items; ++g) add(plan.groups.at(in.t, g).cost, actual.groups.at(in.t, g).cost);
    add(p.depreciation, a.depreciation);
    for (const CostEffects& c : out.costs) rest_planned -= c.plan, rest -= c.actual;
    add(rest_planned, rest);
}

OperatingEffects month_effects(const Comparing& in, const Run& plan, const Run& actual) {
    OperatingEffects out;
    const auto planned = sold_in(plan, in), was = sold_in(actual, in), priced = at_plan(planned, was);
    out.segments.resize(planned.size());
    double quantity = 0.0, goods_planned = 0.0, goods = 0.0;
    for (std::size_t i = 0; i < planned.size(); ++i) {
        auto& e = out.segments[i];
        e.price = whole_yen(was[i].sales - priced[i].sales);        // PA-3
        e.unit_cost = -whole_yen(was[i].goods - priced[i].goods);   // PA-4
        quantity += (was[i].sales - was[i].goods) - (planned[i].sales - planned[i].goods) - e.price - e.unit_cost;
        goods_planned += planned[i].goods;
        goods += was[i].goods;
    }
    const Moved moved = line_effects(in, plan, actual, priced, out);
    out.step_cost = -moved.steps;
    quantity_effects(in, planned, priced, quantity - moved.variable, out);
    standing_costs(in, plan, actual, goods_planned, goods, out);
    for (CostEffects& c : out.costs) c.spending = c.allowed - c.actual;  // PA-8
    return out;
}

/// A cost above its allowance in one month and below it in the next has moved between them.                  PA-9
void find_timing(std::vector<OperatingEffects>& months, Month start, int fiscal_year_start) {
    for (std::size_t t = 0; t + 1 < months.size(); ++t) {
        if (month_of_fiscal_year(start + static_cast<int>(t) + 1, fiscal_year_start) == 0) continue;
        for (std::size_t k = 0; k < months[t].costs.size(); ++k) {
            CostEffects &here = months[t].costs[k], &next = months[t + 1].costs[k];
            if (!(here.spending * next.spending < 0.0)) continue;
            const double moved = std::min(abs(here.spending), abs(next.spending)) * (here.spending > 0.0 ? 1.0 : -1.0);
            here.timing += moved;
            here.spending -= moved;
            next.timing -= moved;
            next.spending += moved;
        }
    }
}

}  // namespace

std::vector<Text> cost_names(const simulation::Scenario& scenario) {
    std::vector<Text> out;
    const auto name = [](const auto& item) { return item.name.empty() ? Text{item.id, item.id} : item.name; };
    for (const auto& line : scenario.plan.cost_lines) {
        if (operating(line.parameters)) out.push_back(name(line));
    }
    for (const auto& group : scenario.plan.job_groups) out.push_back(name(group));
    out.push_back({"Depreciation", "減価償却費"});
    out.push_back({"Initiatives and other cost", "施策費用その他"});
    return out;
}

std::vector<OperatingEffects> operating_effects(const simulation::Scenario& scenario, const Run& plan, const Run& actual, int months) {
    auto now = simulation::without_names(scenario.plan);
    simulation::Schedule<double> schedule(now, scenario.timeline);
    std::vector<cl::State<double>> lines(now.cost_lines.size());
    std::vector<OperatingEffects> out;
    const int year_start = scenario.plan.company.fiscal_year_start;
    for (int t = 0; t < months; ++t) {
        schedule.apply(t);
        const Month month = plan.start + t;
        const Comparing in{now, lines, t, month, t > 0 && month_of_fiscal_year(month, year_start) == 0};
        out.push_back(month_effects(in, plan, actual));
        for (std::size_t l = 0; l < lines.size(); ++l) lines[l] = in.step(l, 0.0, 0.0).next;
    }
    find_timing(out, plan.start, year_start);
    return out;
}

void add(OperatingEffects& to, const OperatingEffects& more) {
    to.segments.resize(more.segments.size());
    to.costs.resize(more.costs.size());
    for (std::size_t i = 0; i < more.segments.size(); ++i) {
        SegmentEffects& s = to.segments[i];
        const SegmentEffects& m = more.segments[i];
        s = {s.price + m.price, s.volume + m.volume, s.mix + m.mix, s.unit_cost + m.unit_cost};
    }
    for (std::size_t i = 0; i < more.costs.size(); ++i) {
        CostEffects& c = to.costs[i];
        const CostEffects& m = more.costs[i];
        c = {c.plan + m.plan, c.allowed + m.allowed, c.actual + m.actual, c.spending + m.spending, c.timing + m.timing};
    }
    to.step_cost += more.step_cost;
}

}  // namespace goho::analysis::detail
