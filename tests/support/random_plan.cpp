#include "support/random_plan.hpp"

#include "core/number.hpp"
#include "io/statutes.hpp"
#include "simulation/balance_sheet.hpp"
#include "simulation/schedule.hpp"
#include "support/sound_behaviour.hpp"

#include <cmath>

namespace goho::test {

using namespace goho::accounting;
using simulation::Plan;
using simulation::Scenario;

namespace {

/// Whole yen for sums of money; other quantities may have any fraction.
bool in_whole_yen(std::string_view unit) { return unit == "yen" || unit == "yen/year"; }

/// Anywhere in the plausible range, quite often at one of its ends.
double draw(Range range, Draws& draws) {
    if (draws.chance(0.1)) return range.low;
    if (draws.chance(0.1)) return range.high;
    return draws.between(range.low, range.high);
}

template <class P> void draw_parameters(P& parameters, Draws& draws) {
    for (const auto& row : simulation::table_of<P>()) {
        const auto* field = std::get_if<0>(&row.field);
        if (!field) continue;
        const double value = draw(row.plausible, draws);
        parameters.** field = in_whole_yen(row.unit) ? std::round(value) : value;
    }
}

/// Ranges hold for one parameter at a time; what several of them make together must not outgrow exact numbers.
constexpr double largest_monthly_sales = 1e9;

void limit(double& amount, double times, double most) {
    if (amount * times > most) amount = most / times;
}

/// Gives the company a size, from a stall to a large firm, and lets its cost be of the same order most of the time.
void keep_sums_in_proportion(Plan<double>& plan, Draws& draws) {
    const double size =
        draws.chance(0.2) ? largest_monthly_sales : largest_monthly_sales * draws.between(0.0, 0.1) * draws.unit();
    double volume = 1.0;
    for (auto& item : plan.segments) {
        auto& p = item.parameters;
        limit(p.price, p.volume, size);
        limit(p.unit_variable_cost, p.volume, size * draws.between(0.0, 1.2));
        volume += p.volume;
    }
    const bool in_proportion = draws.chance(0.8);
    for (auto& item : plan.cost_lines) {
        auto& p = item.parameters;
        limit(p.amount_per_unit, volume, size * draws.between(0.0, 0.2));
        limit(p.step_amount, volume / p.step_capacity + 1.0, size * draws.between(0.0, 0.2));
        if (in_proportion) limit(p.monthly_amount, 1.0, size * draws.between(0.0, 0.2));
    }
    if (!in_proportion) return;
    for (auto& item : plan.job_groups) {
        auto& p = item.parameters;
        limit(p.monthly_pay, p.headcount, size * draws.between(0.0, 0.3));
    }
}

/// Rules between parameters that the tables cannot say.
void keep_rules(Plan<double>& plan) {
    auto& o = plan.opening;
    o.accrued_enterprise_tax = std::min(o.accrued_enterprise_tax, o.accrued_corporate_tax);
    o.previous_enterprise_tax = std::min(o.previous_enterprise_tax, o.previous_corporate_taxes);
    for (auto& item : plan.assets) {
        auto& p = item.parameters;
        p.opening_book_value = p.acquired < plan.company.start ? std::min(p.opening_book_value, p.cost) : 0.0;
    }
    for (auto& item : plan.loans)
        item.parameters.balloon = std::min(item.parameters.balloon, item.parameters.principal);
    keep_behaviour_sound(plan);
}

template <class P> void draw_shape(P& parameters, Draws& draws, const Plan<double>& plan) {
    for (const auto& row : simulation::table_of<P>()) {
        if (const auto* count = std::get_if<int P::*>(&row.field)) {
            parameters.** count = static_cast<int>(std::lround(draw(row.plausible, draws)));
        } else if (const auto* yes = std::get_if<bool P::*>(&row.field)) {
            parameters.** yes = draws.chance(0.5);
        } else if (const auto* choice = std::get_if<Choice<P>>(&row.field)) {
            choice->set(parameters, draws.whole(0, static_cast<int>(choice->options.size()) - 1));
        } else if (const auto* date = std::get_if<Month P::*>(&row.field)) {
            parameters.** date = plan.company.start + draws.whole(0, std::max(1, plan.company.months));
        } else if (const auto* reference = std::get_if<Reference P::*>(&row.field)) {
            (parameters.**reference).index = draws.whole(-1, static_cast<int>(plan.segments.size()) - 1);
        }
    }
}

template <class P>
void add_items(std::vector<Item<P>>& items, const char* name, int least, Draws& draws, const Plan<double>& plan) {
    const int count = draws.whole(least, 3);
    for (int i = 0; i < count; ++i) {
        P parameters{};
        draw_shape(parameters, draws, plan);
        items.push_back({std::string(name) + "_" + std::to_string(i + 1), {}, parameters});
    }
}

/// Dates that fit together: what was before the plan, what ends after it began.
void arrange_dates(Plan<double>& plan, Draws& draws) {
    const Month start = plan.company.start;
    for (auto& item : plan.cost_lines) {
        auto& p = item.parameters;
        if (draws.chance(0.5)) p.start = {};
        p.end = draws.chance(0.5) ? Month{} : (p.start.given() ? p.start : start) + draws.whole(0, 60);
    }
    for (auto& item : plan.assets) {
        auto& p = item.parameters;
        if (draws.chance(0.5)) p.acquired = start + -draws.whole(1, 240);
        const Month in_service = p.acquired < start ? start : p.acquired + (p.spending_months - 1);
        p.disposed = draws.chance(0.5) ? Month{} : in_service + draws.whole(0, 120);
    }
    for (auto& item : plan.loans) {
        auto& p = item.parameters;
        if (draws.chance(0.3)) p.drawn = {};
        else if (draws.chance(0.3)) p.drawn = start + -draws.whole(1, 60);
        if (draws.chance(0.5)) p.term_months = draws.whole(1, 60);  // so that many loans end within the plan
        p.grace_months = std::min(p.grace_months, p.term_months - 1);
    }
}

/// Calls f(address, row) for every quantity of the plan, where `row` is its row of the parameter table.
template <class F> void for_each_quantity(const Plan<double>& plan, F&& f) {
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const auto& held = plan.*s.member;
        const auto list = [&]<class P>(const P&, int item) {
            int row = 0;
            for (const auto& parameter : simulation::table_of<P>()) {
                if (parameter.field.index() == 0) f(simulation::Address{section, item, row}, parameter);
                ++row;
            }
        };
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (std::size_t i = 0; i < held.size(); ++i) list(held[i].parameters, static_cast<int>(i));
        } else {
            list(held, -1);
        }
        ++section;
    });
}

/// A few changes of quantities that the timeline may change.
void add_timeline(Scenario& scenario, Draws& draws) {
    auto& plan = scenario.plan;
    std::vector<simulation::Address> places;
    for_each_quantity(plan, [&](const simulation::Address& address, const auto& row) {
        if (row.change == Change::monthly) places.push_back(address);
    });
    const int count = draws.whole(0, 8);
    for (int i = 0; i < count; ++i) {
        simulation::TimelineEntry entry;
        entry.id = "change_" + std::to_string(i + 1);
        entry.from = plan.company.start + draws.whole(0, plan.company.months);
        if (draws.chance(0.5)) entry.to = entry.from + draws.whole(0, 36);
        if (draws.chance(0.3)) entry.every_months = draws.whole(1, 24);
        simulation::Edit edit{simulation::Operation(draws.whole(0, 2)),
                              places[draws.whole(0, static_cast<int>(places.size()) - 1)], "", 0.0};
        const double now = *simulation::quantity_at(plan, edit.address);
        switch (edit.operation) {
            case simulation::Operation::set:
                edit.amount = now * draws.between(0.5, 1.5);
                break;
            case simulation::Operation::scale:
                edit.amount = draws.between(0.7, 1.2);
                break;
            case simulation::Operation::add:
                edit.amount = now * draws.between(-0.2, 0.2);
                break;
        }
        entry.edits.push_back(edit);
        scenario.timeline.push_back(entry);
        if (!stays_valid(plan, scenario.timeline)) scenario.timeline.pop_back();
    }
}

}  // namespace

const Statutes& statutes() {
    const simulation::pins::Parameters<double> pins;
    static const Statutes read = io::load_statutes(pins.tax_table.view(), pins.depreciation_table.view()).value.value();
    return read;
}

void draw_quantities(Plan<double>& plan, Draws& draws) {
    simulation::for_each_section<double>([&](const auto& s) {
        auto& held = plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_reference_t<decltype(held)>>) {
            for (auto& item : held) draw_parameters(item.parameters, draws);
        } else {
            draw_parameters(held, draws);
        }
    });
    keep_sums_in_proportion(plan, draws);
    keep_rules(plan);
    balance_opening(plan);
}

bool stays_valid(const Plan<double>& plan, const std::vector<simulation::TimelineEntry>& timeline) {
    struct Touched {
        const double* value;
        double first;
        Range valid;
    };
    Plan<double> changed = plan;
    std::vector<Touched> touched;
    for_each_quantity(plan, [&](const simulation::Address& address, const auto& row) {
        for (const auto& entry : timeline) {
            for (const auto& edit : entry.edits) {
                if (edit.address != address) continue;
                const double* value = simulation::quantity_at(changed, address);
                touched.push_back({value, *value, row.valid});
            }
        }
    });
    simulation::Schedule<double> schedule(changed, timeline);
    for (int t = 0; t < plan.company.months; ++t) {
        schedule.apply(t);
        for (const auto& x : touched) {
            if (!x.valid.holds(*x.value) || std::abs(*x.value) > 2.0 * std::abs(x.first)) return false;
        }
    }
    return true;
}

void balance_opening(Plan<double>& plan) {
    plan.opening.retained_earnings = 0.0;
    Books<double> b;
    fill_balance_sheet(plan, simulation::opening_state(plan, statutes()), plan.company.start + -1, b);
    plan.opening.retained_earnings = b.total_assets - b.total_liabilities - b.net_assets;
}

Scenario random_scenario(std::uint64_t seed, int longest) {
    Draws draws(seed);
    Scenario scenario;
    auto& plan = scenario.plan;
    draw_shape(plan.company, draws, plan);
    plan.company.start = Month::of(draws.whole(2019, 2035), draws.whole(1, 12));
    plan.company.months = draws.chance(0.1) ? longest : draws.whole(1, longest);
    plan.company.fiscal_year_start = draws.whole(1, 12);
    draw_shape(plan.opening, draws, plan);
    add_items(plan.segments, "segment", 1, draws, plan);
    add_items(plan.cost_lines, "line", 0, draws, plan);
    add_items(plan.job_groups, "group", 0, draws, plan);
    add_items(plan.assets, "asset", 0, draws, plan);
    add_items(plan.investments, "investment", 0, draws, plan);
    add_items(plan.loans, "loan", 0, draws, plan);
    add_items(plan.subsidies, "subsidy", 0, draws, plan);
    add_items(plan.capital_increases, "capital", 0, draws, plan);
    add_items(plan.tasks, "task", 0, draws, plan);
    add_items(plan.initiatives, "initiative", 0, draws, plan);
    add_items(plan.events, "event", 0, draws, plan);
    arrange_dates(plan, draws);
    draw_quantities(plan, draws);
    add_timeline(scenario, draws);
    return scenario;
}

void set_lane(Plan<Lanes>& plan, int lane, const Plan<double>& from) {
    constexpr auto source = simulation::sections<double>();
    constexpr auto result = simulation::sections<Lanes>();
    const auto copy = [lane]<class To, class From>(To& to, const From& values) {
        const auto& from_rows = simulation::table_of<From>();
        const auto& to_rows = simulation::table_of<To>();
        for (std::size_t i = 0; i < from_rows.size(); ++i) {
            if (const auto* field = std::get_if<0>(&from_rows[i].field)) {
                (to.*std::get<0>(to_rows[i].field)).set(lane, values.**field);
            }
        }
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto section = [&](auto& to, const auto& values) {
            if constexpr (simulation::is_collection<std::remove_reference_t<decltype(to)>>) {
                for (std::size_t i = 0; i < to.size(); ++i) copy(to[i].parameters, values[i].parameters);
            } else {
                copy(to, values);
            }
        };
        (section(plan.*std::get<I>(result).member, from.*std::get<I>(source).member), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(source)>>{});
}

}  // namespace goho::test
