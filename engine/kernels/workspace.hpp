// The body of every kernel: a plan over lanes, stepped through month by month, keeping only this month and the last.
// Included once per instruction set, in a file that is sealed after compiling; never elsewhere.
#pragma once

#include "core/lanes.hpp"
#include "kernels/kernel.hpp"
#include "simulation/march.hpp"

#include <memory>

namespace goho::kernels {

/// Rows for one month, cleared and used again.
template <class Real> struct MonthRows {
    accounting::Books<Real> books;
    simulation::Conduct<Real> conduct;
    simulation::Transfers<Real> transfers;
    std::vector<accounting::SegmentBooks<Real>> segments;
    std::vector<simulation::LoanMonth<Real>> loans;
    std::vector<simulation::AssetMonth<Real>> assets, investments;
    std::vector<simulation::LineMonth<Real>> lines;
    std::vector<simulation::GroupMonth<Real>> groups;
    std::vector<simulation::CustomerMonth<Real>> customers;
    std::vector<simulation::InitiativeMonth<Real>> initiatives;
    std::vector<simulation::PeopleMonth<Real>> people;

    void shape(const simulation::Plan<Real>& plan) {
        segments.resize(plan.segments.size());
        loans.resize(plan.loans.size());
        assets.resize(plan.assets.size());
        investments.resize(plan.investments.size());
        lines.resize(plan.cost_lines.size());
        groups.resize(plan.job_groups.size());
        customers.resize(plan.segments.size());
        initiatives.resize(plan.initiatives.size());
        people.resize(plan.job_groups.size());
    }
    simulation::MonthResult<Real> cleared() {
        books = {};  // what a month adds to; it writes the other rows anew
        conduct = {};
        transfers = {};
        segments.assign(segments.size(), {});
        return {books, segments, loans, assets, investments, lines, groups, transfers, conduct, customers, initiatives, people};
    }
};

template <class Real> class LaneWorkspace final : public Workspace {
public:
    explicit LaneWorkspace(const Job& job)
        : job_(job), plan_as_given_(simulation::converted_plan<Real>(simulation::without_names(*job.plan))),
          plan_(plan_as_given_), schedule_(plan_, *job.timeline) {
        for (const auto& address : job.varied) given_.push_back(simulation::quantity_at(plan_as_given_, address));
        const auto months = static_cast<std::size_t>(plan_.company.months);
        factors_.resize(job.wavering.size() * months);
        for (std::size_t i = 0; i < job.wavering.size(); ++i) {
            schedule_.waver(simulation::quantity_at(plan_, job.wavering[i]), factors_.data() + i * months);
        }
        auto& drawn = plan_as_given_.drawn;
        drawn.champion_leaves.assign(months * plan_.initiatives.size(), Real(0.0));
        drawn.incidents = drawn.champion_leaves;
        drawn.customers_lost.assign(months * plan_.segments.size(), Real(0.0));
        if (job.renewals_drawn) drawn.renewal = drawn.champion_leaves;
        for (auto& rows : rows_) rows.shape(plan_);
    }

    void run(const Block& block) override {
        for (int first = 0; first < block.trials; first += width_of<Real>) run_lanes(block, first);
    }

private:
    /// The trial in a lane; lanes beyond the block repeat its last trial, and are thrown away.
    static int trial_of(const Block& block, int first, int i) { return std::min(first + i, block.trials - 1); }

    static Real loaded(const Block& block, const double* row, int first) {
        if (first + width_of<Real> <= block.trials) return load_lanes<Real>(row + first);
        Real x = 0.0;
        for (int i = 0; i < width_of<Real>; ++i) set_lane(x, i, row[trial_of(block, first, i)]);
        return x;
    }
    static void store(const Block& block, double* row, int first, const Real& x) {
        if (first + width_of<Real> <= block.trials) return store_lanes(row + first, x);
        const int count = std::min(width_of<Real>, block.trials - first);
        for (int i = 0; i < count; ++i) row[first + i] = lane(x, i);
    }

    /// Puts the draws of these trials into the plan. Returns through `set` what has to be taken out again.
    void put_draws(const Block& block, int first) {
        const std::size_t stride = static_cast<std::size_t>(block.trials);
        for (std::size_t i = 0; i < given_.size(); ++i) *given_[i] = loaded(block, block.values + i * stride, first);
        for (std::size_t i = 0; i < factors_.size(); ++i) factors_[i] = loaded(block, block.factors + i * stride, first);
        auto& drawn = plan_as_given_.drawn;
        for (std::size_t i = 0; i < drawn.renewal.size(); ++i) drawn.renewal[i] = loaded(block, block.renewals + i * stride, first);
        for (Real* happened : happened_) *happened = 0.0;
        happened_.clear();
        for (const DrawnEvent& event : block.events) {
            if (event.trial < first || event.trial >= first + width_of<Real>) continue;
            const bool customer = event.kind == DrawnEvent::Kind::customer_lost;
            auto& table = customer                                              ? drawn.customers_lost
                          : event.kind == DrawnEvent::Kind::champion_leaves ? drawn.champion_leaves
                                                                                : drawn.incidents;
            const std::size_t items = customer ? plan_.segments.size() : plan_.initiatives.size();
            Real& place = table[static_cast<std::size_t>(event.month) * items + static_cast<std::size_t>(event.item)];
            set_lane(place, event.trial - first, lane(place, event.trial - first) + event.size);
            happened_.push_back(&place);
        }
    }

    void run_lanes(const Block& block, int first) {
        put_draws(block, first);
        plan_ = plan_as_given_;
        schedule_.restart();
        opening_ = {};
        int current = 0;
        Watch watch{*this, block, first, current};
        simulation::march(
            plan_, schedule_, *job_.statutes, opening_,
            [&](int) {
                current = 1 - current;
                return rows_[current].cleared();
            },
            watch);
    }

    struct Watch {
        LaneWorkspace& w;
        const Block& block;
        int first;
        const int& current;
        void begins(int, simulation::Plan<Real>&, simulation::State<Real>&) {}
        void ended(int t, simulation::Plan<Real>&, simulation::State<Real>&) {
            if (t >= 0) w.keep(block, first, t, w.rows_[current]);
        }
    };

    // The tables are walked when this is compiled, so that a figure is an address and no look-up.

    template <class F> static void each_books_row(F&& f) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (f(std::integral_constant<std::size_t, I>{}), ...);
        }(std::make_index_sequence<accounting::variables<Real>.size()>{});
    }
    template <class F> static void each_conduct_row(F&& f) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (f(std::integral_constant<std::size_t, I>{}), ...);
        }(std::make_index_sequence<simulation::conduct_variables<Real>.size()>{});
    }

    void keep(const Block& block, int first, int t, const MonthRows<Real>& rows) {
        const std::size_t stride = static_cast<std::size_t>(block.trials);
        const auto months = static_cast<std::size_t>(plan_.company.months);
        constexpr std::size_t books = accounting::variables<Real>.size();
        for (std::size_t i = 0; i < job_.monthly.size(); ++i) {
            const auto figure = static_cast<std::size_t>(job_.monthly[i]);
            const Real& value = figure < books ? rows.books.*accounting::variables<Real>[figure].field
                                               : rows.conduct.*simulation::conduct_variables<Real>[figure - books].field;
            store(block, block.monthly + (i * months + static_cast<std::size_t>(t)) * stride, first, value);
        }
        if (t == 0 && block.opening != nullptr) {
            write(block, first, {opening_, rows.conduct}, block.opening);
        }
        if (job_.fiscal_years) {
            const int begun = t + month_of_fiscal_year(plan_.company.start, plan_.company.fiscal_year_start);
            add_up(block, first, rows, fiscal_year_, t == 0 || begun % 12 == 0, begun % 12 == 11 || t + 1 == plan_.company.months,
                   block.fiscal_years + static_cast<std::size_t>(begun / 12) * figure_count() * stride);
        }
        if (job_.plan_years) {
            add_up(block, first, rows, plan_year_, t % 12 == 0, t % 12 == 11 || t + 1 == plan_.company.months,
                   block.plan_years + static_cast<std::size_t>(t / 12) * figure_count() * stride);
        }
    }

    struct Year {
        accounting::Books<Real> books;
        simulation::Conduct<Real> conduct;
    };
    void add_up(const Block& block, int first, const MonthRows<Real>& rows, Year& year, bool begins, bool ends, double* out) {
        if (begins) {
            year = {rows.books, rows.conduct};
        } else {
            each_books_row([&](auto i) {
                constexpr auto& row = accounting::variables<Real>[i];
                if constexpr (row.kind == Kind::flow) year.books.*row.field += rows.books.*row.field;
            });
            if (plan_.behaves()) {
                each_conduct_row([&](auto i) {
                    constexpr auto& row = simulation::conduct_variables<Real>[i];
                    if constexpr (row.kind == Kind::flow) year.conduct.*row.field += rows.conduct.*row.field;
                });
            }
        }
        if (!ends) return;
        each_books_row([&](auto i) {
            constexpr auto& row = accounting::variables<Real>[i];
            if constexpr (row.kind != Kind::flow) year.books.*row.field = rows.books.*row.field;
        });
        each_conduct_row([&](auto i) {
            constexpr auto& row = simulation::conduct_variables<Real>[i];
            if constexpr (row.kind != Kind::flow) year.conduct.*row.field = rows.conduct.*row.field;
        });
        write(block, first, year, out);
    }
    static void write(const Block& block, int first, const Year& year, double* out) {
        const std::size_t stride = static_cast<std::size_t>(block.trials);
        for (const auto& row : accounting::variables<Real>) {
            store(block, out, first, year.books.*row.field);
            out += stride;
        }
        for (const auto& row : simulation::conduct_variables<Real>) {
            store(block, out, first, year.conduct.*row.field);
            out += stride;
        }
    }

    Job job_;
    simulation::Plan<Real> plan_as_given_, plan_;
    simulation::Schedule<Real> schedule_;
    std::vector<Real*> given_;      // the varied quantities, in plan_as_given_
    std::vector<Real> factors_;     // [wavering][month]
    std::vector<Real*> happened_;   // drawn events to be taken out again
    MonthRows<Real> rows_[2];
    accounting::Books<Real> opening_;
    Year fiscal_year_, plan_year_;
};

template <class Real> Workspace* prepare(const Job& job) { return new LaneWorkspace<Real>(job); }

}  // namespace goho::kernels
