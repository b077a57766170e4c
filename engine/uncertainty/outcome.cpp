#include "uncertainty/outcome.hpp"

#include "core/discounting.hpp"
#include "stakeholders/five.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::uncertainty {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

struct Special {
    std::string_view name, unit;
    Label label;
    std::size_t figure;  // what it adds up
};

template <class Table> std::size_t place_of(const Table& table, std::string_view name) {
    return static_cast<std::size_t>(std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; }) - table.begin());
}

const std::array<Special, 2>& cumulative_figures() {
    static const std::array<Special, 2> rows{{
        {"cumulative_operating_income", "yen", {"Cumulative operating income", "営業利益の累計"}, place_of(accounting::variables<double>, "operating_income")},
        {"cumulative_free_cash_flow", "yen", {"Cumulative free cash flow", "フリーCFの累計"}, place_of(accounting::variables<double>, "free_cash_flow")},
    }};
    return rows;
}

constexpr std::string_view lowest_cash = "lowest_cash", present_value = "present_value";

constexpr std::size_t books = accounting::variables<double>.size();

double figure_of(const stakeholders::YearView& year, std::size_t index) {
    return index < books ? year.now.*accounting::variables<double>[index].field
                         : year.conduct.*simulation::conduct_variables<double>[index - books].field;
}

/// Writes the figures of one trial, `stride` apart, into books and conduct.
void scatter(const double* from, std::size_t stride, accounting::Books<double>& to, simulation::Conduct<double>& conduct, bool behaves) {
    for (const auto& row : accounting::variables<double>) {
        to.*row.field = *from;
        from += stride;
    }
    if (!behaves) return;
    for (const auto& row : simulation::conduct_variables<double>) {
        conduct.*row.field = *from;
        from += stride;
    }
}

}  // namespace

std::optional<Outcome> find_outcome(std::string_view name, int year) {
    if (name == lowest_cash) return Outcome{std::string(name), 0, "yen", {"Lowest cash of the plan", "計画期間中の最低現預金"}, Better::higher};
    if (name == present_value) return Outcome{std::string(name), 0, "yen", {"Present value of free cash flow", "フリーCFの現在価値"}, Better::higher};
    for (const Special& row : cumulative_figures()) {
        if (row.name == name) return Outcome{std::string(name), year, row.unit, row.label, Better::higher};
    }
    for (const auto& row : stakeholders::direction_figures()) {
        if (row.name == name) return Outcome{std::string(name), year, "points", row.label, Better::higher};
    }
    if (const auto quantity = stakeholders::find_quantity(name)) return Outcome{std::string(name), year, quantity->unit, quantity->label, quantity->better};
    return {};
}

std::vector<std::string_view> outcome_names() {
    std::vector<std::string_view> names{lowest_cash, present_value};
    for (const auto& row : cumulative_figures()) names.push_back(row.name);
    for (const auto& row : stakeholders::direction_figures()) names.push_back(row.name);
    for (const auto& row : accounting::variables<double>) names.push_back(row.name);
    for (const auto& row : simulation::conduct_variables<double>) names.push_back(row.name);
    for (const auto& row : stakeholders::indicators()) names.push_back(row.name);
    return names;
}

TrialReader::Wanted TrialReader::wanted(const Outcome& outcome) {
    using From = Wanted::From;
    if (outcome.name == lowest_cash) return {From::lowest_cash, 0, nullptr, 0};
    if (outcome.name == present_value) return {From::present_value, 0, nullptr, 0};
    for (const Special& row : cumulative_figures()) {
        if (row.name == outcome.name) return {From::cumulative, row.figure, nullptr, outcome.year};
    }
    const auto directions = stakeholders::direction_figures();
    for (std::size_t i = 0; i < directions.size(); ++i) {
        if (directions[i].name == outcome.name) return {From::direction, i, nullptr, outcome.year};
    }
    std::size_t index = place_of(accounting::variables<double>, outcome.name);
    if (index == books) index += place_of(simulation::conduct_variables<double>, outcome.name);
    if (index < kernels::figure_count()) return {From::figure, index, nullptr, outcome.year};
    return {From::indicator, 0, stakeholders::find_indicator(outcome.name), outcome.year};
}

TrialReader::TrialReader(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run, const std::vector<Outcome>& outcomes,
                         const stakeholders::GateOptions& gates, Judging judging)
    : gate_options_(gates), judging_(judging) {
    gate_options_.industry = scenario.plan.company.industry.view();
    const double sales = scenario.plan.opening.previous_net_sales;
    plan_years_ = stakeholders::year_views(run, simulation::plan_years(run), sales, &scenario.plan);
    fiscal_years_ = stakeholders::year_views(run, simulation::fiscal_years(run), sales, &scenario.plan);
    years_coincide_ = std::equal(plan_years_.begin(), plan_years_.end(), fiscal_years_.begin(), fiscal_years_.end(),
                                 [](const auto& a, const auto& b) { return a.first == b.first && a.last == b.last; });
    for (auto* years : {&plan_years_, &fiscal_years_}) {
        for (auto& year : *years) year.label = {};  // nobody reads it here
    }
    needs_plan_years_ = judging_ != Judging::none && years_coincide_;
    viewed_.assign(plan_years_.size(), needs_plan_years_);
    for (const Outcome& outcome : outcomes) wanted_.push_back(wanted(outcome));
    for (const auto& item : scenario.plan.targets) {
        targets_.push_back(wanted({std::string(item.parameters.variable.view()), item.parameters.year, {}, {}, Better::neither}));
    }
    for (const auto* list : {&wanted_, &targets_}) {
        for (const Wanted& w : *list) needs(w);
    }
    for (const auto& month : run.months) {
        cash_.push_back(month.cash);
        free_cash_flow_.push_back(month.free_cash_flow);
    }
    opening_ = run.opening;
    if (run.behaves) first_month_ = run.conduct.front();
}

/// Single figures are read where the kernel left them; an indicator looks at its whole year and at the one before.
void TrialReader::needs(const Wanted& w) {
    const bool of_months = w.from == Wanted::From::lowest_cash || w.from == Wanted::From::present_value;
    needs_plan_years_ = needs_plan_years_ || !of_months;
    needs_free_cash_flow_ = needs_free_cash_flow_ || w.from == Wanted::From::present_value;
    const auto year = static_cast<std::size_t>(w.year - 1);
    if (year >= plan_years_.size() || (w.from != Wanted::From::indicator && w.from != Wanted::From::direction)) return;
    viewed_[year] = true;
    if (year > 0) viewed_[year - 1] = true;
    if (w.from == Wanted::From::direction) viewed_[0] = true;
}

std::optional<int> TrialReader::needs_months_of() const {
    static const int free_cash_flow = static_cast<int>(place_of(accounting::variables<double>, "free_cash_flow"));
    return needs_free_cash_flow_ ? std::optional(free_cash_flow) : std::nullopt;
}

double TrialReader::figure_at(std::size_t year, std::size_t index) const {
    if (block_ == nullptr) return figure_of(plan_years_[year], index);
    return block_->plan_years[(year * kernels::figure_count() + index) * static_cast<std::size_t>(block_->trials) + trial_];
}

double TrialReader::reckoned(const Wanted& w) const {
    if (w.from == Wanted::From::lowest_cash) return *std::min_element(cash_.begin(), cash_.end());
    if (w.from == Wanted::From::present_value) return value_of_months(discount_rate_, free_cash_flow_).value_or(nothing);  // UN-10
    const auto year = static_cast<std::size_t>(w.year - 1);
    if (year >= plan_years_.size()) return nothing;
    const auto& view = plan_years_[year];
    switch (w.from) {
        case Wanted::From::figure: return w.index >= books && !view.behaves ? nothing : figure_at(year, w.index);
        case Wanted::From::indicator: return w.indicator == nullptr ? nothing : w.indicator->compute(view).value_or(nothing);
        case Wanted::From::direction: return stakeholders::direction_figures()[w.index].of(stakeholders::five_directions(view, plan_years_.front())).value_or(nothing);
        default: break;
    }
    double sum = 0.0;
    for (std::size_t i = 0; i <= year; ++i) sum += figure_at(i, w.index);
    return sum;
}

const TrialResult& TrialReader::judged(const simulation::Plan<double>& plan, const accounting::Books<double>& opening,
                                       const simulation::Conduct<double>& first_month) {
    const double sales = plan.opening.previous_net_sales;
    result_.outcomes.clear();
    result_.gates.clear();
    result_.gate_years.clear();
    result_.targets.clear();
    discount_rate_ = plan.treasury.discount_rate;
    if (std::find(viewed_.begin(), viewed_.end(), true) != viewed_.end()) stakeholders::link_years(plan_years_, opening, first_month, sales, &plan);
    for (const Wanted& w : wanted_) result_.outcomes.push_back(reckoned(w));
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        const auto& target = plan.targets[i].parameters;
        const auto year = static_cast<std::size_t>(target.year - 1);
        const bool inside = year < plan_years_.size() && plan_years_[year].months == 12;
        const double figure = inside ? reckoned(targets_[i]) : nothing;
        result_.targets.push_back(stakeholders::verdict_of(target, std::isnan(figure) ? std::nullopt : std::optional(figure)));
    }
    if (judging_ != Judging::none) {
        if (!years_coincide_) stakeholders::link_years(fiscal_years_, opening, first_month, sales, &plan);
        stakeholders::gates_into(gates_, years_coincide_ ? plan_years_ : fiscal_years_, gate_options_);
        stakeholders::gate_summary_into(summary_, gates_);
        for (const auto& gate : summary_) result_.gates.push_back(gate.verdict);
        if (judging_ == Judging::years) {
            for (const auto& gate : gates_) result_.gate_years.push_back(gate.verdict);
        }
    }
    const auto shortage = std::find_if(cash_.begin(), cash_.end(), [](double cash) { return cash < 0.0; });
    result_.first_short = shortage == cash_.end() ? -1 : static_cast<int>(shortage - cash_.begin());
    return result_;
}

const TrialResult& TrialReader::read(const kernels::Block& block, int trial, const simulation::Plan<double>& plan) {
    block_ = &block;
    trial_ = static_cast<std::size_t>(trial);
    const auto stride = static_cast<std::size_t>(block.trials);
    const std::size_t figures = kernels::figure_count();
    const auto months = cash_.size();
    for (std::size_t t = 0; t < months; ++t) cash_[t] = block.monthly[t * stride + trial_];
    if (needs_free_cash_flow_) {
        for (std::size_t t = 0; t < months; ++t) free_cash_flow_[t] = block.monthly[(flows_row_ * months + t) * stride + trial_];
    }
    const auto fill = [&](const double* years, std::vector<stakeholders::YearView>& views, auto&& looked_at) {
        for (std::size_t y = 0; y < views.size(); ++y) {
            if (looked_at(y)) scatter(years + y * figures * stride + trial_, stride, views[y].now, views[y].conduct, views[y].behaves);
        }
    };
    if (needs_plan_years_) fill(block.plan_years, plan_years_, [&](std::size_t y) { return viewed_[y]; });
    if (needs_fiscal_years()) fill(block.fiscal_years, fiscal_years_, [](std::size_t) { return true; });
    if (block.opening != nullptr) scatter(block.opening + trial_, stride, opening_, first_month_, !plan_years_.empty() && plan_years_.front().behaves);
    return judged(plan, opening_, first_month_);
}

const TrialResult& TrialReader::planned(const simulation::Plan<double>& plan) {
    block_ = nullptr;
    return judged(plan, opening_, first_month_);
}

}  // namespace goho::uncertainty
