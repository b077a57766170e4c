// Each question at its limits: the plan of the reference company, which raises none, and a run of it in which single
// figures are put where they are looked at.
#include "stakeholders/reality_checks.hpp"

#include "support/reference_design.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

const simulation::Trajectory<double>& run_of_base() {
    static const auto run = simulation::run(modes::base(), modes::statutes());
    return run;
}

struct World {
    simulation::Scenario scenario = modes::base();
    simulation::Trajectory<double> run = run_of_base();

    simulation::Plan<double>& plan() { return scenario.plan; }
    simulation::Conduct<double>& conduct(std::size_t month) { return run.conduct[month]; }
    std::vector<Finding> asked() const { return reality_checks(scenario, run); }
    bool asks_nothing() const { return asked().empty(); }
    /// The one question that is asked.
    Finding only() const {
        const auto found = asked();
        REQUIRE(found.size() == 1);
        return found.front();
    }
    bool asks(std::string_view code) const {
        const auto found = asked();
        return found.size() == 1 && found.front().code == code;
    }
};

constexpr int production = 1;  // of the job groups

initiatives::Parameters<double> from(Month start) {
    initiatives::Parameters<double> p;
    p.start = start;
    return p;
}

}  // namespace

TEST_CASE("reality checks: hired at no cost: half a person is enough to ask") {
    World w;
    for (auto& one : w.run.people.cells) one.hires = 0.0;
    auto& p = w.plan().job_groups[production].parameters;
    p.hiring_cost = 0.0;
    w.run.people.at(3, production).hires = 0.49;
    CHECK(w.asks_nothing());
    w.run.people.at(3, production).hires = 0.5;
    CHECK(w.asks("hiring-without-cost"));
    p.hiring_cost = 0.5;
    CHECK(w.asks_nothing());
    p.hiring_cost = 0.0;
    w.run.people.at(3, production).hires = 3.0;
    const Finding found = w.only();
    CHECK(found.message.en == "3 people are hired for Production and service at no cost");
    CHECK(found.message.ja == "製造・サービスで3人を採用しますが、採用費が0円です");
    CHECK(found.pointer == "/job_groups/production/hiring_cost");
}

TEST_CASE("reality checks: in months as they happened only hires beyond the leavers are asked about") {
    World w;
    for (auto& one : w.run.people.cells) one.hires = one.leavers = 0.0;
    w.plan().actuals.months.assign(1, {});
    w.plan().job_groups[production].parameters.hiring_cost = 0.0;
    w.run.people.at(3, production).hires = 10.0;
    w.run.people.at(3, production).leavers = 9.8;
    CHECK(w.asks_nothing());
    w.run.people.at(3, production).leavers = 9.4;
    CHECK(w.asks("hiring-without-cost"));
}

TEST_CASE("reality checks: cash of the books that the other figures do not make") {
    World w;
    w.plan().actuals.months.assign(2, {});
    CHECK(w.asks_nothing());
    w.run.months[1].cash = 1'000'007.0;
    w.run.months[1].overdraft = 2.0;
    w.plan().actuals.months[1].company.cash = 1'000'005.0;
    CHECK(w.asks_nothing());
    w.plan().actuals.months[1].company.cash = 1'000'006.0;
    const Finding found = w.only();
    CHECK(found.code == "actual-cash-differs");
    CHECK(found.pointer == "/actuals/2027-05/company/cash");
    CHECK(found.message.en ==
          "2027-05: the books give cash of 1,000,006 yen, the other figures given make 1,000,005 yen; a balance is missing or wrong");
    CHECK(found.message.ja == "2027-05: 現金預金の実績は1,000,006円ですが、ほかの実績から計算すると1,000,005円です。残高の漏れか誤りがあります");
}

TEST_CASE("reality checks: more than a tenth more work than hours") {
    World w;
    for (auto& c : w.run.conduct) c.overload = 0.10;
    CHECK(w.asks_nothing());
    w.conduct(3).overload = 0.107;
    const Finding found = w.only();
    CHECK(found.code == "more-work-than-hours");
    CHECK(found.message.en == "in 2027-07 there is 11% more work than hours: orders grow, hours do not");
    CHECK(found.message.ja == "2027-07 に業務量が時間を11%上回ります（受注は増えるが時間は増えない計画です）");
    w.conduct(0).overload = 0.2;
    CHECK(w.only().message.en.starts_with("in 2027-04 there is 20%"));
}

TEST_CASE("reality checks: more than 45 hours of overtime") {
    World w;
    for (auto& one : w.run.people.cells) one.overtime_hours = 45.0;
    CHECK(w.asks_nothing());
    w.run.people.at(0, production).overtime_hours = 46.0;
    const Finding found = w.only();
    CHECK(found.message.en == "Production and service would work 46 hours of overtime in 2027-04; the ordinary limit of the law is 45");
    CHECK(found.message.ja == "製造・サービスの残業が 2027-04 に月46時間になります（法定の原則上限は45時間）");
    CHECK(found.pointer == "/job_groups/production/overtime_hours");
}

TEST_CASE("reality checks: of the hours set free in the last year, more than 1% of all, half or more are idle") {
    World w;
    for (auto& c : w.run.conduct) c.freed_hours = c.idle_hours = 0.0, c.available_hours = 1000.0;
    const auto last_year = [&](double freed, double idle) {
        w.run.conduct.back().freed_hours = freed;
        w.run.conduct.back().idle_hours = idle;
    };
    last_year(108.0, 108.0);
    CHECK(w.asks_nothing());  // 1% of 12 x 1,000 hours is 120
    last_year(119.5, 119.5);
    CHECK(w.asks_nothing());
    last_year(200.0, 99.5);
    CHECK(w.asks_nothing());
    last_year(126.0, 63.0);
    const Finding found = w.only();
    CHECK(found.message.en == "of 126 hours set free in the last year 63 are idle: time saved is not money");
    CHECK(found.message.ja == "最後の1年に生み出した126時間のうち63時間が使われていません。時間の節約だけでは利益になりません");
    // Twelve months, no more.
    last_year(0.0, 0.0);
    w.conduct(107).freed_hours = w.conduct(107).idle_hours = 500.0;
    CHECK(w.asks_nothing());
    w.conduct(108).freed_hours = w.conduct(108).idle_hours = 500.0;
    CHECK(w.asks("freed-hours-idle"));
}

TEST_CASE("reality checks: levers that stand elsewhere than today though no initiative moves them") {
    World w;
    w.plan().management_today.goal_clarity = 0.0;
    w.plan().management.goal_clarity = 0.05;
    const Finding found = w.only();
    CHECK(found.code == "change-without-cause");
    CHECK(found.message.en == "from the first month on things differ from today although no initiative changes them: Goal clarity");
    CHECK(found.message.ja == "施策がないのに、最初の月から現状と異なる項目があります: 目標の明確さ");
    w.plan().management.goal_clarity = 0.049;
    CHECK(w.asks_nothing());
    w.plan().management_today.goal_clarity = 0.5;
    w.plan().management.measurement = w.plan().management_today.measurement + 0.2;
    CHECK(w.only().message.en.ends_with(": Goal clarity, Measurement of results"));
    CHECK(w.only().message.ja.ends_with(": 目標の明確さ、効果測定"));
    w.plan().initiatives.push_back({"some", {}, from(w.run.start)});
    CHECK(w.asks_nothing());
}

TEST_CASE("reality checks: a million for tools, nothing for people") {
    World w;
    auto p = from(w.run.start);
    p.process_budget = 400'000.0;
    p.data_budget = 300'000.0;
    p.running_cost = 25'000.0;  // 300,000 a year
    p.people_budget = 0.0;
    p.follow_up = 0.29;
    w.plan().initiatives.push_back({"tool", {"Tool", "ツール"}, p});
    auto& own = w.plan().initiatives[0].parameters;
    const Finding found = w.only();
    CHECK(found.message.en == "Tool: money for tools, none for training, and nobody helps in the first 90 days");
    CHECK(found.message.ja == "ツール: ツールの予算はありますが、研修の予算も導入後90日の支援もありません");
    CHECK(found.pointer == "/initiatives/tool/people_budget");
    own.process_budget = 399'999.0;
    CHECK(w.asks_nothing());
    own.process_budget = 400'000.0;
    own.people_budget = 0.5;
    CHECK(w.asks_nothing());
    own.people_budget = 0.0;
    for (const double follow_up : {0.3, 0.31}) {
        own.follow_up = follow_up;
        CHECK(w.asks_nothing());
    }
}

TEST_CASE("reality checks: a target of which nobody will know") {
    World w;
    auto p = from(w.run.start);
    p.target_measure = initiatives::Measure::hours;
    w.plan().initiatives.push_back({"aim", {"Aim", "目当て"}, p});
    for (const double measurement : {0.3, 0.31}) {
        w.run.conduct.back().measurement = measurement;
        CHECK(w.asks_nothing());
    }
    w.run.conduct.back().measurement = 0.29;
    CHECK(w.only().message.en == "Aim has a target, but effects are hardly measured: nobody will know");
    w.plan().initiatives[0].parameters.target_measure = initiatives::Measure::none;
    CHECK(w.asks_nothing());
}

TEST_CASE("reality checks: an initiative that starts before the one it follows is in use") {
    World w;
    const int months = static_cast<int>(w.run.months.size());
    w.run.initiatives = {months, 2};
    w.plan().initiatives.push_back({"tool", {"Tool", "ツール"}, from(w.run.start)});
    auto p = from(w.run.start + 5);
    p.follows.index = 0;
    w.plan().initiatives.push_back({"next", {"Next", "次"}, p});
    const double ready = w.plan().adoption.ready_adoption;
    for (int t = 0; t < months; ++t) w.run.initiatives.at(t, 0).adoption = ready * 0.8;
    CHECK(w.asks_nothing());
    w.run.initiatives.at(5, 0).adoption = 0.1;
    const Finding found = w.only();
    CHECK(found.message.en == "Next starts while Tool is used by 10% only: dearer, and less effect");
    CHECK(found.message.ja == "次の開始時点でツールの定着率は10%です。費用が増え、効果が減ります");
    CHECK(found.pointer == "/initiatives/next/start");
    auto& own = w.plan().initiatives[1].parameters;
    own.start = w.run.start;
    CHECK(w.asks_nothing());
    w.run.initiatives.at(0, 0).adoption = 0.0;
    CHECK(w.asks("out-of-order"));
    // Before the plan and after it nothing is known of it.
    for (const int start : {-1, months}) {
        own.start = w.run.start + start;
        CHECK(w.asks_nothing());
    }
}

TEST_CASE("reality checks: posts cut beyond the hours that initiatives save, 160 a month each") {
    World w;
    for (auto& c : w.run.conduct) c.dismissed = c.hours_saved = 0.0;
    w.conduct(0).dismissed = 0.4;
    CHECK(w.asks_nothing());
    w.conduct(0).dismissed = 0.5;
    Finding found = w.only();
    CHECK(found.message.en == "0.5 posts are cut (80 hours a month), but initiatives save 0 hours at most");
    w.conduct(7).hours_saved = 79.0;
    found = w.only();
    CHECK(found.message.en == "0.5 posts are cut (80 hours a month), but initiatives save 79 hours at most");
    CHECK(found.message.ja == "0.5人分（月80時間）を減らす計画ですが、施策で減る時間は最大79時間です");
    w.conduct(7).hours_saved = 80.0;
    CHECK(w.asks_nothing());
}

TEST_CASE("reality checks: a price more than two points dearer than customers would pay") {
    World w;
    for (auto& one : w.run.customers.cells) one.price_premium = 0.1 + 0.02, one.willingness_to_pay = 0.1;
    CHECK(w.asks_nothing());
    w.run.customers.at(6, 1).price_premium = 0.121;
    Finding found = w.only();
    CHECK(found.message.en == "Services: from 2027-10 the price is 12.1% above the market, customers would pay 10.0%");
    CHECK(found.message.ja == "サービス: 2027-10 から価格が市場を12.1%上回ります（顧客が納得するのは10.0%まで）");
    CHECK(found.pointer == "/segments/services/price");
    w.run.customers.at(0, 1).price_premium = 0.2;
    CHECK(w.only().message.en.starts_with("Services: from 2027-04 the price is 20.0%"));
}

TEST_CASE("reality checks: research that stops, where there was any") {
    World w;
    const auto research = [&](double from_the_start, std::size_t month, double then) {
        for (auto& books : w.run.months) books.research_development_cost = from_the_start;
        w.run.months[month].research_development_cost = then;
    };
    research(100.0, 1, 0.0);
    const Finding found = w.only();
    CHECK(found.message.en == "research stops in 2027-05: profit looks better for years, orders fall later");
    CHECK(found.message.ja == "2027-05 に研究開発が止まります。当面の利益は増えますが、後で受注が減ります");
    research(100.0, 5, 0.5);
    CHECK(w.asks_nothing());
    research(0.5, 5, 0.0);
    CHECK(w.asks("research-stopped"));
    research(0.0, 5, 0.0);
    CHECK(w.asks_nothing());
}

TEST_CASE("reality checks: five million for initiatives that executives hardly stand behind") {
    World w;
    auto p = from(w.run.start);
    p.people_budget = 1e6;
    p.process_budget = 1.5e6;
    p.data_budget = 2.5e6;
    w.plan().initiatives.push_back({"programme", {}, p});
    w.run.conduct.back().executive_sponsorship = 0.35;
    const Finding found = w.only();
    CHECK(found.message.en == "5.0 million yen go into initiatives, but executives hardly stand behind them (35 of 100)");
    CHECK(found.message.ja == "施策に500万円を投じますが、経営層の関与が弱いままです（100点中35点）");
    CHECK(found.pointer == "/management/executive_sponsorship");
    w.plan().initiatives[0].parameters.data_budget -= 0.5;
    CHECK(w.asks_nothing());
    w.plan().initiatives[0].parameters.data_budget += 0.5;
    for (const double sponsorship : {0.36, 0.9}) {
        w.run.conduct.back().executive_sponsorship = sponsorship;
        CHECK(w.asks_nothing());
    }
}

TEST_CASE("reality checks: nothing is asked of a run without conduct") {
    World w;
    w.plan().job_groups[production].parameters.hiring_cost = 0.0;
    w.run.conduct.clear();
    CHECK(w.asks_nothing());
}
