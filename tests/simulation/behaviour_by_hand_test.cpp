// The pieces of a month's behaviour, each by itself, in a company that is set by hand.
#include "simulation/behaviour_after.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <utility>
#include <vector>

using namespace goho;
using namespace goho::simulation;

namespace {

using Role = accounting::job_group::Role;

/// Nobody leaves by himself; 160 hours a month and no overtime. One segment sells 100 yen a month.
struct Company {
    Plan<double> plan;
    Behaviour<double> b;
    Conduct<double> conduct{};
    std::vector<CustomerMonth<double>> customers;
    std::vector<InitiativeMonth<double>> initiatives;
    std::vector<PeopleMonth<double>> people;
    MonthInfo now;

    explicit Company(double headcount, Role role = Role::employee) {
        plan.company.start = now.month = now.plan_start = Month::of(2026, 4);
        plan.company.behaviour = accounting::company::Behaviour::on;
        plan.workforce.attrition_rate = plan.workforce.part_time_attrition_rate = 0.0;
        plan.segments.push_back({"main", {}, {}});
        plan.segments[0].parameters.price = 100.0;
        plan.segments[0].parameters.volume = 1.0;
        group(headcount, role);
        begin();
    }
    void group(double headcount, Role role) {
        accounting::job_group::Parameters<double> p;
        p.role = role;
        p.headcount = headcount;
        p.monthly_pay = 200'000.0;
        plan.job_groups.push_back({"group", {}, p});
    }
    accounting::job_group::Parameters<double>& posts(std::size_t i = 0) { return plan.job_groups[i].parameters; }
    void begin() {
        b = behaviour_today(plan);
        b.goal_clarity = b.today.goal_clarity;
        customers.assign(plan.segments.size(), {});
        initiatives.assign(plan.initiatives.size(), {});
        people.assign(plan.job_groups.size(), {});
    }
    BehaviourResult<double> out() { return {conduct, customers, initiatives, people}; }
    void after_trade(double workload = 100.0) {
        auto seen = out();
        behaviour_after_trade(plan, workload, b, seen);
    }
    void at_end(const accounting::Books<double>& books = {}) {
        auto seen = out();
        State<double> s = opening_balances(plan);
        behaviour_at_end(plan, now, s, books, b, seen);
    }
    void hire_and_let_go() {
        auto seen = out();
        simulation::detail::people_step(plan, b, seen);
    }
    void run_initiatives() {
        auto seen = out();
        simulation::detail::initiatives_step(plan, now, b, seen);
    }
    void tool(const goho::initiatives::Parameters<double>& p) {
        plan.initiatives.push_back({"tool", {}, p});
        plan.initiatives.back().parameters.start = plan.company.start;
        begin();
    }
    void happens(event::Kind kind, double size) {
        event::Parameters<double> p;
        p.kind = kind;
        p.month = plan.company.start;
        p.size = size;
        plan.events.push_back({"event", {}, p});
    }
};

/// People whose 2,000 hours leave 1,920 without absence.
Company at_work() {
    Company c(12.5);
    c.b.planned_hours = c.b.contracted_hours = c.b.effective_hours = 2'000.0;
    c.b.heads = 12.5;
    return c;
}

}  // namespace

TEST_CASE("behaviour today: long weeks are worth less than their hours") {
    // Ten people of 56 hours a week; a week of 56 hours is worth 54.25.
    Company c(10.0);
    c.posts().overtime_hours = 56.0 * 52.0 / 12.0 - 160.0;
    c.begin();
    CHECK(c.b.today.hours == doctest::Approx(0.96 * 10.0 * 54.25 * 52.0 / 12.0));
}

TEST_CASE("behaviour today: a budget that moves thirty people moves fewer for less, down to one") {
    CHECK(Company(30.0).b.today.budget_scale == doctest::Approx(6e6));
    const double for_one = 6e6 * std::pow(1.0 / 30.0, 0.6);
    CHECK(Company(1.0).b.today.budget_scale == doctest::Approx(for_one));
    CHECK(Company(0.0).b.today.budget_scale == doctest::Approx(for_one));
}

TEST_CASE("behaviour today: what is spent on the next generation is found in the costs, unless the plan says it") {
    using accounting::Category;
    Company c(10.0);
    for (const auto& [category, yen] : {std::pair{Category::it, 1'000.0}, std::pair{Category::it, 200.0},
                                        std::pair{Category::training, 30.0}, std::pair{Category::research_development, 4.0}}) {
        accounting::cost_line::Parameters<double> p;
        p.category = category;
        p.monthly_amount = yen;
        c.plan.cost_lines.push_back({"cost", {}, p});
    }
    c.begin();
    CHECK(c.b.today.digital == 1'200.0);
    CHECK(c.b.today.training == 30.0);
    CHECK(c.b.today.research == 4.0);
    c.plan.next_generation.digital_today = 1.0;
    c.begin();
    CHECK(c.b.today.digital == 1.0);
}

TEST_CASE("after trade: a company that sold nothing when the plan began has the orders of today") {
    Company c = at_work();
    c.plan.segments[0].parameters.price = 0.0;
    c.b.today.workload = 0.0;
    c.after_trade(0.0);
    CHECK(c.b.volume_index == 1.0);
}

TEST_CASE("after trade: hours of posts that are not refilled have been freed, as far as they stand empty") {
    // A tenth of the 2,000 hours stands empty, so nothing is left over; 96% of a contracted hour is worked.
    Company c = at_work();
    c.b.contracted_hours = c.b.effective_hours = 1'800.0;
    c.b.posts_saved = 0.05;
    c.after_trade();
    CHECK(c.conduct.freed_hours == doctest::Approx(0.96 * 100.0));
    c.b.posts_saved = 0.2;
    c.after_trade();
    CHECK(c.conduct.freed_hours == doctest::Approx(0.96 * 200.0));
}

TEST_CASE("after trade: freed hours that cut posts save their share of the planned hours, at most all of them") {
    Company c = at_work();
    c.plan.freed_hours.headcount_cut = 1.0;
    c.b.hours_saved = 192.0;
    c.after_trade();
    CHECK(c.b.posts_saved == doctest::Approx(0.1));
    c.b.planned_hours = 100.0;  // the plan cuts nearly all posts, the people are still there
    c.after_trade();
    CHECK(c.b.posts_saved == 1.0);
    c.b.planned_hours = 0.0;
    c.after_trade();
    CHECK(c.b.posts_saved == 0.0);  // no post is left to be saved
}

TEST_CASE("after trade: overload is met by the overtime of those who are paid for it, not by officers'") {
    Company c(10.0);
    c.group(2.0, Role::officer);
    c.posts(1).overtime_hours = 5.0;
    c.begin();
    c.b.heads = 12.0;
    c.b.planned_hours = c.b.contracted_hours = c.b.effective_hours = c.b.today.contracted_hours;
    c.after_trade(200.0);  // orders have doubled: 45% more hours are asked for, half of which 20% bounds
    CHECK(c.people[0].overtime_hours == doctest::Approx(0.2 * 160.0));
    CHECK(c.people[1].overtime_hours == 5.0);
    CHECK(c.b.responses.overtime_change[1] == 0.0);
}

TEST_CASE("after trade: where nobody is there, planned overtime stays as planned") {
    Company c(0.0);
    c.posts().overtime_hours = 10.0;
    c.after_trade();
    CHECK(c.people[0].overtime_hours == 10.0);
}

TEST_CASE("at the end: a company without people leaves customers, satisfaction and trust as they were") {
    Company c(0.0);
    for (int t = 0; t < 2; ++t) {
        c.after_trade();
        c.at_end();
    }
    CHECK(c.conduct.customer_index == doctest::Approx(1.0));
    CHECK(c.conduct.customer_satisfaction == doctest::Approx(70.0));
    CHECK(c.conduct.employee_satisfaction == doctest::Approx(60.0));
    CHECK(c.b.society.dismissed_share == 0.0);
    CHECK(c.conduct.trust == doctest::Approx(50.0));
}

TEST_CASE("at the end: confusion where there is no routine work to be lost confuses nobody") {
    Company c = at_work();
    c.b.confusion_hours = 100.0;
    c.b.time = {};
    c.b.time.load = 1.0;
    c.b.today.improvement_hours = c.b.today.development_hours = 0.0;
    c.at_end();
    CHECK(c.conduct.employee_satisfaction == doctest::Approx(60.0));
}

TEST_CASE("at the end: care for the orders that are left counts up to twenty times") {
    // As many hours for a hundredth of the orders as for a twentieth.
    const auto satisfaction = [](double orders, double hours) {
        Company c = at_work();
        c.b.volume_index = orders;
        c.b.time.customer_hours = hours * c.b.today.customer_hours;
        c.at_end();
        return c.conduct.customer_satisfaction;
    };
    CHECK(satisfaction(0.01, 0.5) == doctest::Approx(satisfaction(1.0, 10.0)));
    CHECK(satisfaction(0.05, 0.5) == doctest::Approx(satisfaction(1.0, 10.0)));
}

TEST_CASE("at the end: what customers would pay more is a mean over segments by what they sell today") {
    Company c = at_work();
    c.plan.segments.push_back({"second", {}, {}});
    c.plan.segments[1].parameters.price = 20.0;
    c.plan.segments[1].parameters.volume = 15.0;  // 300 against 100
    c.begin();
    c.b.customers[0].satisfaction = 90.0;
    c.at_end();
    CHECK(c.customers[0].willingness_to_pay > 0.0);
    CHECK(c.customers[1].willingness_to_pay == 0.0);
    CHECK(c.conduct.willingness_to_pay == doctest::Approx(c.customers[0].willingness_to_pay / 4.0));
}

TEST_CASE("at the end: where nothing is sold, nobody leaves and nobody would pay more") {
    Company c = at_work();
    c.plan.segments[0].parameters.price = 0.0;
    c.begin();
    c.at_end();
    CHECK(c.conduct.churn_rate == 0.0);
    CHECK(c.conduct.willingness_to_pay == 0.0);
}

TEST_CASE("at the end: customers are lost by the plan's events and by chance together, and no more than all") {
    const auto left = [](double planned, double drawn) {
        Company c = at_work();
        c.happens(event::Kind::key_customer_lost, planned);
        c.plan.drawn.customers_lost = {drawn};
        c.at_end();
        return c.conduct.customer_index;
    };
    const double all = left(0.0, 0.0);
    CHECK(left(0.2, 0.3) == doctest::Approx(0.5 * all));
    CHECK(left(3.0, 0.0) == 0.0);
}

TEST_CASE("at the end: time for development makes no tools") {
    Company c = at_work();
    c.b.today.digital = 1'000.0;
    c.b.today.hourly_cost = 2'000.0;
    c.b.time.development_hours = 2.0 * c.b.today.development_hours;
    accounting::Books<double> books{};
    books.it_cost = 1'000.0;
    c.at_end(books);
    CHECK(c.b.next_generation.digital == doctest::Approx(1.0));
}

TEST_CASE("at the end: pay that stands still loses against the market's with every fiscal year") {
    Company c = at_work();
    c.plan.workforce.market_wage_growth = 0.25;
    c.now.new_fiscal_year = true;
    c.at_end();
    CHECK(c.conduct.real_wage_index == doctest::Approx(0.8));
}

TEST_CASE("before trade: a champion leaves by the plan's events and by chance together, and wholly at most") {
    const auto adoption = [](double planned, double drawn) {
        Company c(10.0);
        goho::initiatives::Parameters<double> p;
        p.opening_adoption = 0.5;
        c.tool(p);
        c.happens(event::Kind::champion_leaves, planned);
        c.plan.drawn.champion_leaves = {drawn};
        c.run_initiatives();
        return c.b.initiatives[0].adoption;
    };
    // Nothing is institutionalised: a champion takes 60% along.
    const double stays = adoption(0.0, 0.0), institutionalised = management::Parameters<double>{}.institutionalisation;
    CHECK(adoption(0.2, 0.3) == doctest::Approx(stays * (1.0 - 0.6 * (1.0 - institutionalised) * 0.5)));
    CHECK(adoption(3.0, 0.0) == doctest::Approx(stays * (1.0 - 0.6 * (1.0 - institutionalised))));
}

TEST_CASE("before trade: incidents happen by the plan and by chance") {
    Company c(10.0);
    c.tool({});
    c.happens(event::Kind::security_incident, 1.0);
    c.plan.drawn.incidents = {2.0};
    c.run_initiatives();
    CHECK(c.initiatives[0].incident_cost == 3.0 * c.plan.adoption.incident_cost);
}

TEST_CASE("before trade: errors never reach beyond everything, and add nothing where none are made") {
    Company c(10.0);
    goho::initiatives::Parameters<double> p;
    p.kind = goho::initiatives::Kind::generative_ai;
    p.share_outside = p.opening_adoption = 1.0;
    c.plan.adoption.error_outside = 1.0;
    c.tool(p);
    c.plan.customers.error_rate_today = 0.95;
    c.run_initiatives();
    CHECK(c.b.error_index == doctest::Approx(1.0 + 1.0 / 0.95));
    CHECK(c.conduct.error_rate == 1.0);
    c.begin();
    c.plan.customers.error_rate_today = 0.0;
    c.run_initiatives();
    CHECK(c.b.error_index == 1.0);
}

TEST_CASE("before trade: a company that nobody trusted when the plan began attracts as it did") {
    Company c(10.0);
    c.b.today.trust = 0.0;
    c.hire_and_let_go();
    CHECK(c.conduct.attractiveness == doctest::Approx(1.0));
}

TEST_CASE("before trade: posts that freed hours save are employees', not officers'") {
    // Two posts more for each: a sixth of them is offered in a month; half of four posts saved leaves the two who are there.
    Company c(2.0);
    c.group(2.0, Role::officer);
    c.begin();
    c.posts(0).headcount = c.posts(1).headcount = 4.0;
    c.b.posts_saved = 0.5;
    c.hire_and_let_go();
    CHECK(c.people[0].vacancies == doctest::Approx(0.0));
    CHECK(c.people[1].vacancies == doctest::Approx(2.0 / 6.0));
}

TEST_CASE("before trade: hours are those of the people who are there") {
    Company c(10.0);
    c.posts().overtime_hours = 20.0;
    c.posts().headcount = 12.0;
    c.hire_and_let_go();
    CHECK(c.b.contracted_hours == doctest::Approx(1'800.0));
    CHECK(c.b.planned_hours == doctest::Approx(2'160.0));
}

TEST_CASE("before trade: the first month is that of the people, and of the credit, with whom the plan begins") {
    // Sponsorship from nothing to full costs 250,000 yen a month for thirty people; this is half of the way.
    Company c(30.0);
    c.plan.management_today.executive_sponsorship = 0.3;
    c.plan.management.executive_sponsorship = 0.8;
    auto seen = c.out();
    behaviour_before_trade(c.plan, c.now, accounting::Books<double>{}, c.b, seen);
    CHECK(c.conduct.management_cost == 125'000.0);
    CHECK(c.conduct.credit_spread > 0.0);
    CHECK(c.b.today.credit_spread == c.conduct.credit_spread);
}

TEST_CASE("before trade: what cost nothing when the plan began is not dear") {
    Company c(10.0);
    c.b.today.prices[0] = 0.0;
    auto seen = c.out();
    simulation::detail::orders(c.plan, false, c.b, seen);
    CHECK(c.customers[0].price_premium == 0.0);
}

TEST_CASE("chance: a draw is found by its month and its item") {
    const std::vector<double> table{0.0, 1.0, 2.0, 10.0, 11.0, 12.0, 20.0, 21.0, 22.0};
    CHECK(Drawn<double>::at(table, 2, 3, 1) == 21.0);
    CHECK(Drawn<double>::at(table, 1, 3, 0) == 10.0);
    CHECK(Drawn<double>::at({}, 2, 3, 1) == 0.0);
}
