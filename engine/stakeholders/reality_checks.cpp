#include "stakeholders/reality_checks.hpp"

#include "core/format.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::stakeholders {

namespace {

using simulation::Conduct;
using Run = simulation::Trajectory<double>;

class Checks {                                                                                        // FD-21
public:
    Checks(const simulation::Scenario& scenario, const Run& run) : plan_(scenario.plan), run_(run) {}

    std::vector<Finding> all() {
        hiring_without_cost();
        more_work_than_hours();
        overtime_beyond_law();
        idle_hours();
        changes_that_nothing_pays_for();
        initiatives_without_people();
        targets_without_measurement();
        out_of_order();
        cuts_beyond_freed_hours();
        dearer_than_customers_pay();
        research_stopped();
        money_without_executives();
        cash_of_the_books();
        return std::move(found_);
    }

private:
    void say(std::string_view code, std::string pointer, std::string en, std::string ja) {
        found_.push_back({code, {std::move(en), std::move(ja)}, std::move(pointer)});
    }
    std::string month(int t) const { return to_string(run_.start + t); }
    int months() const { return static_cast<int>(run_.months.size()); }
    /// The first month in which something holds; -1 for none.
    template <class Holds> int first(Holds holds) const {
        for (int t = 0; t < months(); ++t) {
            if (holds(t)) return t;
        }
        return -1;
    }

    /// Where months are as they happened, what it costs to replace leavers is in the accounts of the books.
    void hiring_without_cost() {
        const bool in_the_books = !plan_.actuals.months.empty();
        for (int i = 0; i < run_.people.items; ++i) {
            const auto& item = plan_.job_groups[static_cast<std::size_t>(i)];
            double hires = 0.0;
            for (int t = 0; t < months(); ++t) hires += run_.people.at(t, i).hires - (in_the_books ? run_.people.at(t, i).leavers : 0.0);
            if (hires < 0.5 || item.parameters.hiring_cost > 0.0) continue;
            say("hiring-without-cost", "/job_groups/" + item.id + "/hiring_cost",
                fmt::format("{:.0f} people are hired for {} at no cost", hires, item.shown(Language::english)),
                fmt::format("{}で{:.0f}人を採用しますが、採用費が0円です", item.shown(Language::japanese), hires));
        }
    }
    void cash_of_the_books() {
        const auto& actual = plan_.actuals.months;
        for (std::size_t t = 0; t < actual.size(); ++t) {
            const double given = actual[t].company.cash, reckoned = run_.months[t].cash - run_.months[t].overdraft;
            if (!simulation::actual::given(given) || given == reckoned) continue;
            const std::string when = month(static_cast<int>(t));
            say("actual-cash-differs", "/actuals/" + when + "/company/cash",
                fmt::format("{}: the books give cash of {} yen, the other figures given make {} yen; a balance is missing or wrong", when,
                            group_thousands(given), group_thousands(reckoned)),
                fmt::format("{}: 現金預金の実績は{}円ですが、ほかの実績から計算すると{}円です。残高の漏れか誤りがあります", when, group_thousands(given), group_thousands(reckoned)));
            return;
        }
    }
    void more_work_than_hours() {
        const int t = first([&](int m) { return run_.conduct[static_cast<std::size_t>(m)].overload > 0.10; });
        if (t < 0) return;
        const double overload = run_.conduct[static_cast<std::size_t>(t)].overload * 100.0;
        say("more-work-than-hours", "/segments", fmt::format("in {} there is {:.0f}% more work than hours: orders grow, hours do not", month(t), overload),
            fmt::format("{} に業務量が時間を{:.0f}%上回ります（受注は増えるが時間は増えない計画です）", month(t), overload));
    }
    void overtime_beyond_law() {
        for (int i = 0; i < run_.people.items; ++i) {
            const int t = first([&](int m) { return run_.people.at(m, i).overtime_hours > 45.0; });
            if (t < 0) continue;
            const auto& item = plan_.job_groups[static_cast<std::size_t>(i)];
            const double hours = run_.people.at(t, i).overtime_hours;
            say("overtime-beyond-law", "/job_groups/" + item.id + "/overtime_hours",
                fmt::format("{} would work {:.0f} hours of overtime in {}; the ordinary limit of the law is 45", item.shown(Language::english), hours, month(t)),
                fmt::format("{}の残業が {} に月{:.0f}時間になります（法定の原則上限は45時間）", item.shown(Language::japanese), month(t), hours));
        }
    }
    void idle_hours() {
        double freed = 0.0, idle = 0.0;
        for (int t = std::max(0, months() - 12); t < months(); ++t) {
            freed += run_.conduct[static_cast<std::size_t>(t)].freed_hours;
            idle += run_.conduct[static_cast<std::size_t>(t)].idle_hours;
        }
        const double all = run_.conduct.back().available_hours * 12.0;
        if (freed <= 0.01 * all || idle < 0.5 * freed) return;  // nobody there: nothing is set free
        say("freed-hours-idle", "/freed_hours", fmt::format("of {:.0f} hours set free in the last year {:.0f} are idle: time saved is not money", freed, idle),
            fmt::format("最後の1年に生み出した{:.0f}時間のうち{:.0f}時間が使われていません。時間の節約だけでは利益になりません", freed, idle));
    }
    void changes_that_nothing_pays_for() {
        std::string en, ja;
        for (const auto& row : simulation::table_of<management::Parameters<double>>()) {
            const auto* field = std::get_if<0>(&row.field);
            if (!field || std::abs(plan_.management.**field - plan_.management_today.**field) < 0.05) continue;
            en += (en.empty() ? "" : ", ") + std::string(row.label.en);
            ja += (ja.empty() ? "" : "、") + std::string(row.label.ja);
        }
        if (en.empty() || !plan_.initiatives.empty()) return;
        say("change-without-cause", "/management", "from the first month on things differ from today although no initiative changes them: " + en,
            "施策がないのに、最初の月から現状と異なる項目があります: " + ja);
    }
    void initiatives_without_people() {
        for (const auto& item : plan_.initiatives) {
            const auto& p = item.parameters;
            const double money = p.process_budget + p.data_budget + 12.0 * p.running_cost;
            if (money < 1e6 || p.people_budget > 0.0 || p.follow_up >= 0.3) continue;
            say("initiative-without-people", "/initiatives/" + item.id + "/people_budget",
                fmt::format("{}: money for tools, none for training, and nobody helps in the first 90 days", item.shown(Language::english)),
                fmt::format("{}: ツールの予算はありますが、研修の予算も導入後90日の支援もありません", item.shown(Language::japanese)));
        }
    }
    void targets_without_measurement() {
        for (const auto& item : plan_.initiatives) {
            if (item.parameters.target_measure == initiatives::Measure::none || run_.conduct.back().measurement >= 0.3) continue;
            say("target-without-measurement", "/management/measurement",
                fmt::format("{} has a target, but effects are hardly measured: nobody will know", item.shown(Language::english)),
                fmt::format("{}に目標がありますが、効果測定がほとんど行われないため達成を確かめられません", item.shown(Language::japanese)));
        }
    }
    void out_of_order() {
        for (const auto& item : plan_.initiatives) {
            const auto& p = item.parameters;
            const int t = p.start - run_.start;
            if (!p.follows.given() || t < 0 || t >= months()) continue;
            const double ready = run_.initiatives.at(t, p.follows.index).adoption;
            if (ready >= plan_.adoption.ready_adoption * 0.8) continue;
            const auto& before = plan_.initiatives[static_cast<std::size_t>(p.follows.index)];
            say("out-of-order", "/initiatives/" + item.id + "/start",
                fmt::format("{} starts while {} is used by {:.0f}% only: dearer, and less effect", item.shown(Language::english), before.shown(Language::english), ready * 100.0),
                fmt::format("{}の開始時点で{}の定着率は{:.0f}%です。費用が増え、効果が減ります", item.shown(Language::japanese), before.shown(Language::japanese), ready * 100.0));
        }
    }
    void cuts_beyond_freed_hours() {
        const int t = first([&](int m) { return run_.conduct[static_cast<std::size_t>(m)].dismissed >= 0.5; });
        if (t < 0) return;
        double cut = 0.0, saved = 0.0;
        for (const auto& c : run_.conduct) {
            cut += c.dismissed;
            saved = std::max(saved, c.hours_saved);
        }
        const double hours = cut * 160.0;
        if (saved >= hours) return;
        say("cut-beyond-freed-hours", "/job_groups", fmt::format("{:.1f} posts are cut ({:.0f} hours a month), but initiatives save {:.0f} hours at most", cut, hours, saved),
            fmt::format("{:.1f}人分（月{:.0f}時間）を減らす計画ですが、施策で減る時間は最大{:.0f}時間です", cut, hours, saved));
    }
    void dearer_than_customers_pay() {
        for (int i = 0; i < run_.customers.items; ++i) {
            const int t = first([&](int m) { return run_.customers.at(m, i).price_premium > run_.customers.at(m, i).willingness_to_pay + 0.02; });
            if (t < 0) continue;
            const auto& item = plan_.segments[static_cast<std::size_t>(i)];
            const auto& c = run_.customers.at(t, i);
            say("dearer-than-customers-pay", "/segments/" + item.id + "/price",
                fmt::format("{}: from {} the price is {}% above the market, customers would pay {}%", item.shown(Language::english), month(t), group_thousands(c.price_premium * 100.0, 1), group_thousands(c.willingness_to_pay * 100.0, 1)),
                fmt::format("{}: {} から価格が市場を{}%上回ります（顧客が納得するのは{}%まで）", item.shown(Language::japanese), month(t), group_thousands(c.price_premium * 100.0, 1), group_thousands(c.willingness_to_pay * 100.0, 1)));
        }
    }
    void research_stopped() {
        const int t = first([&](int m) { return m > 0 && run_.months[static_cast<std::size_t>(m)].research_development_cost <= 0.0; });
        if (t < 0 || run_.months.front().research_development_cost <= 0.0) return;
        say("research-stopped", "/cost_lines", fmt::format("research stops in {}: profit looks better for years, orders fall later", month(t)),
            fmt::format("{} に研究開発が止まります。当面の利益は増えますが、後で受注が減ります", month(t)));
    }
    void money_without_executives() {
        double money = 0.0;
        for (const auto& item : plan_.initiatives) money += item.parameters.people_budget + item.parameters.process_budget + item.parameters.data_budget;
        const double sponsorship = run_.conduct.back().executive_sponsorship;
        if (money < 5e6 || sponsorship > 0.35) return;
        say("money-without-executives", "/management/executive_sponsorship",
            fmt::format("{:.1f} million yen go into initiatives, but executives hardly stand behind them ({:.0f} of 100)", money / 1e6, sponsorship * 100.0),
            fmt::format("施策に{:.0f}万円を投じますが、経営層の関与が弱いままです（100点中{:.0f}点）", money / 1e4, sponsorship * 100.0));
    }

    const simulation::Plan<double>& plan_;
    const Run& run_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> reality_checks(const simulation::Scenario& scenario, const Run& run) {
    if (!run.behaves || run.conduct.empty()) return {};
    return Checks(scenario, run).all();
}

}  // namespace goho::stakeholders
