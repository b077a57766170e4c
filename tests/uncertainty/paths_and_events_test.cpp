// Quantities that wander from month to month, and what happens by chance: variances, survival and counts by hand.
#include "uncertainty/workshop.hpp"

#include "initiatives/initiative.hpp"

using namespace test;
using namespace goho::uncertainty;

namespace {

constexpr std::uint64_t many = 10'000;

/// Of the logarithm of a wandering quantity after `months` months: the departures of the yearly growth rate, a twelfth
/// of which each month adds, have the deviation `sd` and the correlation persistence^(k/12) when k months apart.  UN-3
double log_level_deviation(double persistence, double sd, int months) {
    double sum = 0.0;
    for (int i = 0; i < months; ++i) {
        for (int k = 0; k < months; ++k) sum += i == k ? 1.0 : std::pow(persistence, std::abs(i - k) / 12.0);
    }
    return sd / 12.0 * std::sqrt(sum);
}

/// The fixed costs of a month but for the rent.
double other_costs(const Company& company, std::size_t month) {
    return simulation::run(company.scenario, company.statutes).months[month].fixed_cost - 500000.0;
}

Company wandering(double persistence, double deviation) {
    Json document = workshop_json();
    document["uncertainty"]["paths"][rent] = {{"persistence", persistence}, {"deviation", deviation}};
    return company_of(document);
}

/// The reference company with three initiatives, in which only chance happens.
Company by_chance() {
    auto company = support::uncertain_company();
    company.scenario.timeline.clear();
    company.scenario.plan.customers.key_customer_hazard = 0.02;
    company.scenario.plan.adoption.incident_hazard = 0.03;
    return {std::move(company.scenario), std::move(company.statutes)};
}

/// All that happens in so many trials.
struct Happened {
    std::uint64_t trial;
    kernels::DrawnEvent event;
};
std::vector<Happened> events_of(const Company& company, std::uint64_t trials, std::uint64_t seed = 1) {
    const std::vector<Subject> subjects{company};
    Problems warnings;
    const auto draws = prepare(subjects, chance::Sampling::random, seed, trials, warnings);
    REQUIRE(draws);
    auto plan = company.scenario.plan;
    const auto places = places_in(plan, draws.value->subjects.front());
    BlockDraws block;
    std::vector<Happened> all;
    for (std::uint64_t first = 0; first < trials; first += 100) {
        draw_uniforms(*draws.value, nullptr, first, 100, block);
        draw_values(*draws.value, 0, 100, company.scenario, plan, places, block);
        for (const auto& event : block.events) all.push_back({first + static_cast<std::uint64_t>(event.trial), event});
    }
    return all;
}

int launch_month(const Company& company, int item) {
    const auto& p = company.scenario.plan.initiatives[static_cast<std::size_t>(item)].parameters;
    return p.start + p.analysis_months - company.scenario.plan.company.start;
}

}  // namespace

TEST_CASE("paths: the level wanders as far as its persistence says") {
    // Without persistence months are independent: after a year sqrt(12) x 0.2 / 12.
    CHECK(log_level_deviation(0.0, 0.2, 12) == doctest::Approx(0.2 / std::sqrt(12.0)));
    for (const double persistence : {0.0, 0.6, 0.95}) {
        const Company company = wandering(persistence, 0.2);
        const auto costs = trials_of({company}, "fixed_cost", many)[0];
        for (const std::size_t month : {std::size_t{0}, std::size_t{11}, std::size_t{35}}) {
            statistics::Moments logs;
            const double others = other_costs(company, month);
            for (const auto& trial : costs) logs.add(std::log((trial[month] - others) / 500000.0));
            const double deviation = log_level_deviation(persistence, 0.2, static_cast<int>(month) + 1);
            CAPTURE(persistence);
            CAPTURE(month);
            CHECK(std::abs(logs.mean) < four_errors(deviation, many) + 1e-5);
            CHECK(logs.deviation() == doctest::Approx(deviation).epsilon(4.0 / std::sqrt(2.0 * many)));
        }
    }
}

TEST_CASE("paths: months a year apart depart from growth with the yearly persistence") {
    const Company company = wandering(0.6, 0.2);
    const auto costs = trials_of({company}, "fixed_cost", many)[0];
    std::vector<double> others;
    for (std::size_t t = 0; t < 36; ++t) others.push_back(other_costs(company, t));
    // The growth of the level in month t is a twelfth of that month's departure.
    const auto departure = [&](const std::vector<double>& trial, std::size_t t) {
        return std::log((trial[t] - others[t]) / (trial[t - 1] - others[t - 1])) * 12.0;
    };
    double both = 0.0, first = 0.0, second = 0.0;
    for (const auto& trial : costs) {
        const double x = departure(trial, 5), y = departure(trial, 17);
        both += x * y, first += x * x, second += y * y;
    }
    CHECK(both / std::sqrt(first * second) == doctest::Approx(0.6).epsilon(four_errors(0.64, many) / 0.6));
    CHECK(std::sqrt(first / many) == doctest::Approx(0.2).epsilon(0.03));
}

TEST_CASE("paths: one path for all items of a *, and a scenario's own luck") {
    Json document = workshop_json();
    document["uncertainty"]["paths"]["/segments/*/volume"] = {{"persistence", 0.6}, {"deviation", 0.1}};
    const Company company = company_of(document);
    const auto all = trials_of({company}, "net_sales", 50)[0];
    document["segments"].erase("repair");
    document["opening"]["retained_earnings"] = 16000000;
    const auto one = trials_of({company_of(document)}, "net_sales", 50)[0];
    for (std::size_t i = 0; i < all.size(); ++i) {
        // 12,000,000 and 1,000,000 yen a month in plan: both segments move by the same factor.
        CHECK(all[i][20] / one[i][20] == doctest::Approx(13.0 / 12.0).epsilon(1e-4));
    }
}

TEST_CASE("events: a champion stays n months with the probability (1 - h)^n, and leaves n h times on average") {
    const Company company = by_chance();
    const double hazard = company.scenario.plan.adoption.champion_hazard;
    const auto events = events_of(company, many);
    for (const int item : {0, 1, 2}) {
        const int launch = launch_month(company, item);
        std::vector<int> first(many, 1000);
        int left = 0;
        for (const auto& [trial, event] : events) {
            if (event.kind != kernels::DrawnEvent::Kind::champion_leaves || event.item != item) continue;
            CHECK(event.month >= launch);
            CHECK(event.size == 1.0);
            first[trial] = std::min(first[trial], event.month);
            ++left;
        }
        for (const int months : {1, 12, 60}) {
            const double stays = std::pow(1.0 - hazard, months);
            const auto still = std::count_if(first.begin(), first.end(), [&](int month) { return month >= launch + months; });
            CAPTURE(item);
            CAPTURE(months);
            CHECK(std::abs(static_cast<double>(still) / many - stays) < four_errors(std::sqrt(stays * (1.0 - stays)), many));
        }
        const double exposed = company.scenario.plan.company.months - launch;
        CHECK(std::abs(left / static_cast<double>(many) - hazard * exposed) < four_errors(std::sqrt(exposed * hazard * (1.0 - hazard)), many));
    }
}

TEST_CASE("events: incidents come of generative AI alone, fewer with every check") {
    Company company = by_chance();
    for (const bool checked : {false, true}) {
        company.scenario.plan.initiatives[2].parameters.contract_checked = checked;
        company.scenario.plan.initiatives[2].parameters.encryption = checked;
        std::vector<int> count(3);
        for (const auto& [trial, event] : events_of(company, many)) {
            if (event.kind == kernels::DrawnEvent::Kind::incident) ++count[static_cast<std::size_t>(event.item)];
        }
        CHECK(count[0] == 0);
        CHECK(count[1] == 0);
        // Two checks of five take away two fifths.
        const double hazard = checked ? 0.03 * 3.0 / 5.0 : 0.03, exposed = company.scenario.plan.company.months - launch_month(company, 2);
        CHECK(std::abs(count[2] / static_cast<double>(many) - hazard * exposed) < four_errors(std::sqrt(exposed * hazard * (1.0 - hazard)), many));
    }
}

TEST_CASE("events: a key customer is lost with its share, from the first month on") {
    const Company company = by_chance();
    std::vector<int> by_month(120);
    int lost = 0;
    for (const auto& [trial, event] : events_of(company, many)) {
        if (event.kind != kernels::DrawnEvent::Kind::customer_lost || event.item != 0) continue;
        CHECK(event.size == company.scenario.plan.customers.key_customer_share);
        ++by_month[static_cast<std::size_t>(event.month)];
        ++lost;
    }
    CHECK(std::abs(lost / static_cast<double>(many) - 120 * 0.02) < four_errors(std::sqrt(120 * 0.02 * 0.98), many));
    for (const int month : {0, 60, 119}) {
        CHECK(std::abs(by_month[static_cast<std::size_t>(month)] / static_cast<double>(many) - 0.02) < four_errors(0.14, many));
    }
}

TEST_CASE("events: none where chance is switched off, where behaviour is off, or where nothing is at risk") {
    Company company = by_chance();
    company.scenario.uncertainty.events = false;
    CHECK(events_of(company, 1000).empty());
    company = by_chance();
    company.scenario.plan.company.behaviour = accounting::company::Behaviour::off;
    CHECK(events_of(company, 1000).empty());
    company = by_chance();
    company.scenario.plan.customers.key_customer_hazard = company.scenario.plan.adoption.incident_hazard = company.scenario.plan.adoption.champion_hazard = 0.0;
    CHECK(events_of(company, 1000).empty());
}

TEST_CASE("events: the most that a hazard may be, and a scenario with further initiatives, keep each one's luck") {
    Company company = by_chance();
    const auto before = events_of(company, 300);
    Company fewer = by_chance();
    fewer.scenario.plan.initiatives.erase(fewer.scenario.plan.initiatives.begin());
    for (const auto& [trial, event] : events_of(fewer, 300)) {
        if (event.kind == kernels::DrawnEvent::Kind::customer_lost) continue;
        const bool found = std::any_of(before.begin(), before.end(), [&, t = trial, e = event](const Happened& h) {
            return h.trial == t && h.event.kind == e.kind && h.event.month == e.month && h.event.item == e.item + 1;
        });
        CHECK(found);
    }
    company.scenario.plan.customers.key_customer_hazard = 0.5;
    std::size_t lost = 0;
    for (const auto& [trial, event] : events_of(company, 300)) lost += event.kind == kernels::DrawnEvent::Kind::customer_lost && event.item == 0;
    CHECK(static_cast<double>(lost) / (300 * 120) == doctest::Approx(0.5).epsilon(0.03));
}

TEST_CASE("renewals: a budget is granted with the probability of the plan as it stands") {
    Company company = by_chance();
    auto& plan = company.scenario.plan;
    plan.initiatives.resize(1);
    plan.adoption.champion_hazard = plan.adoption.incident_hazard = plan.customers.key_customer_hazard = 0.0;
    plan.initiatives[0].parameters.running_cost = 15000.0;
    const auto run = simulation::run(company.scenario, company.statutes);
    const int renewal = launch_month(company, 0) + 12;
    const double p = run.initiatives.at(renewal, 0).renewal_probability;
    REQUIRE(p > 0.1);
    REQUIRE(p < 0.9);
    const auto costs = trials_of({company}, "initiative_cost", many)[0];
    const auto month = static_cast<std::size_t>(renewal);
    // Until then nothing happens by chance; from then on the budget is there whole or not at all.
    for (std::size_t t = 0; t <= month; ++t) CHECK(moments_in(costs, t).constant());
    const auto after = moments_in(costs, month + 1);
    const auto granted = std::count_if(costs.begin(), costs.end(), [&](const auto& trial) { return trial[month + 1] == after.largest; });
    CHECK(after.largest - after.smallest >= 15000.0);
    CHECK(std::abs(static_cast<double>(granted) / many - p) < four_errors(std::sqrt(p * (1.0 - p)), many));
    CHECK(std::abs(after.mean - run.conduct[month + 1].initiative_cost) < four_errors(after.deviation(), many));
}
