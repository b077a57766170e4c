#include "calibration/model_months.hpp"

#include "calibration/seen.hpp"
#include "simulation/actual_fit.hpp"
#include "simulation/run_template.hpp"

namespace goho::calibration {

namespace {

using namespace simulation;

thread_local ActualMonth* filled_now = nullptr;

/// Writes down what a month of the run leaves.
struct Bookkeeper {
    std::vector<ActualMonth>& months;

    void begins(int t, Plan<Seen>& plan, State<Seen>&, Trajectory<Seen>&) {
        if (t < 0) return;
        ActualMonth& month = months[static_cast<std::size_t>(t)];
        simulation::fit(month, plan);
        filled_now = &month;
    }

    void ended(int t, Plan<Seen>&, State<Seen>& state, Trajectory<Seen>& out) {
        if (t < 0) return;
        items(*filled_now, t, state, out);
        company(filled_now->company, state, out.months[static_cast<std::size_t>(t)]);
        filled_now = nullptr;
    }

private:
    static void items(ActualMonth& month, int t, const State<Seen>& state, const Trajectory<Seen>& out) {
        for (std::size_t i = 0; i < month.segments.size(); ++i) month.segments[i].inventory = state.segments[i].inventory.value();
        for (std::size_t i = 0; i < month.job_groups.size(); ++i) {
            month.job_groups[i].bonus_allowance = state.job_groups[i].bonus_allowance.value();
        }
        for (std::size_t i = 0; i < month.cost_lines.size(); ++i) {
            const auto& line = out.lines.at(t, static_cast<int>(i));
            month.cost_lines[i].amount = (line.fixed_cost + line.variable_cost).value();
        }
        for (std::size_t i = 0; i < month.assets.size(); ++i) {
            const auto& asset = out.assets.at(t, static_cast<int>(i));
            month.assets[i] = {asset.depreciation.value(), asset.book_value.value()};
        }
        for (std::size_t i = 0; i < month.loans.size(); ++i) {
            const auto& loan = out.loans.at(t, static_cast<int>(i));
            month.loans[i] = {(loan.interest + loan.guarantee_fee).value(), loan.balance.value()};
        }
    }

    static void company(actual::Company& to, const State<Seen>& s, const accounting::Books<Seen>& b) {
        to.non_operating_income = b.non_operating_income.value();
        to.extraordinary_income = b.extraordinary_income.value();
        to.extraordinary_losses = b.extraordinary_losses.value();
        to.corporate_taxes = b.corporate_taxes.value();
        to.accounts_receivable = s.accounts_receivable.value();
        to.notes_receivable = s.notes_receivable.value();
        to.other_current_assets = s.other_current_assets.value();
        to.other_fixed_assets = s.other_fixed_assets.value();
        to.accounts_payable = s.accounts_payable.value();
        to.notes_payable = s.notes_payable.value();
        to.other_payables = (s.unpaid_costs + s.unpaid_insurance).value();
        to.corporate_tax_owed = s.corporate_tax.accrued.value();
        to.consumption_tax_owed = s.consumption_tax.balance.value();
        to.other_liabilities = s.other_liabilities.value();
        to.paid_in_capital = s.paid_in_capital.value();
        to.retained_earnings = s.retained_earnings.value();
        to.cash = b.cash.value();
    }
};

}  // namespace

// Found by simulation::noted for flows over Seen.
void note_flows(std::string_view, std::size_t item, const accounting::segment::Flows<Seen>& flows) {
    actual::Segment& to = filled_now->segments[item];
    to.net_sales = flows.net_sales.value();
    to.volume = flows.volume.value();
    to.cost_of_goods = flows.cost_of_goods.value();
}
void note_flows(std::string_view, std::size_t item, const accounting::job_group::Flows<Seen>& flows) {
    actual::JobGroup& to = filled_now->job_groups[item];
    to.pay = (flows.pay + flows.overtime_pay).value();
    to.bonus = flows.bonus_accrued.value();
    to.social_insurance = flows.social_insurance.value();
    to.hiring_cost = flows.hiring_cost.value();
}

std::vector<ActualMonth> model_months(const Plan<double>& plan, const std::vector<TimelineEntry>& timeline,
                                      const accounting::Statutes& statutes, int months) {
    auto planned = converted_plan<Seen>(plan);
    planned.actuals.months.clear();  // with them the run would only repeat the books                      CB-1
    planned.company.months = months;
    std::vector<ActualMonth> out(static_cast<std::size_t>(months));
    Trajectory<Seen> run;
    run_watched(run, planned, timeline, statutes, Bookkeeper{out});
    return out;
}

}  // namespace goho::calibration
