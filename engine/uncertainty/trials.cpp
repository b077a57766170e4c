#include "uncertainty/trials.hpp"

#include "accounting/books.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::uncertainty {

namespace {

int cash_figure() {
    static const int index = [] {
        int i = 0;
        for (const auto& row : accounting::variables<double>) {
            if (row.name == "cash") break;
            ++i;
        }
        return i;
    }();
    return index;
}

/// One scenario on one thread.
class Bench {
public:
    Bench(const TrialPlan& plan, std::size_t subject, const std::vector<int>& monthly)
        : all_(plan), subject_(subject), scenario_(*plan.subjects[subject].scenario), plan_(scenario_.plan),
          reader_(scenario_, *plan.runs[subject], plan.outcomes[subject], plan.gate_options, plan.judging), monthly_(monthly) {
        if (const auto figure = reader_.needs_months_of()) {
            reader_.months_stand_at(monthly_.size());
            monthly_.push_back(*figure);
        }
        const SubjectDraws& own = plan.draws->subjects[subject];
        places_ = places_in(plan_, own);
        kernels::Job job;
        job.plan = &scenario_.plan;
        job.timeline = &scenario_.timeline;
        job.statutes = plan.subjects[subject].statutes;
        job.varied = own.varied;
        job.wavering = own.wavering;
        job.monthly = monthly_;
        job.renewals_drawn = own.uncertainty.events && scenario_.plan.behaves() && !scenario_.plan.initiatives.empty();
        job.fiscal_years = reader_.needs_fiscal_years();
        job.plan_years = reader_.needs_plan_years();
        workspace_.reset(kernel_for(plan.kernel).prepare(job));
    }

    void run(int count, BlockDraws& drawn, BlockResult& out) {
        draw_values(*all_.draws, subject_, count, scenario_, plan_, places_, drawn);
        const auto n = static_cast<std::size_t>(count);
        const auto figures = kernels::figure_count();
        auto& monthly = out.monthly[subject_];
        monthly.resize(monthly_.size() * static_cast<std::size_t>(scenario_.plan.company.months) * n);
        opening_.resize(figures * n);
        kernels::Block block;
        block.trials = count;
        block.values = drawn.values.data();
        block.factors = drawn.factors.data();
        block.renewals = drawn.renewals.data();
        block.events = drawn.events;
        block.monthly = monthly.data();
        block.opening = opening_.data();
        if (reader_.needs_plan_years()) {
            plan_years_.resize(static_cast<std::size_t>(kernels::plan_year_count(scenario_.plan)) * figures * n);
            block.plan_years = plan_years_.data();
        }
        if (reader_.needs_fiscal_years()) {
            fiscal_years_.resize(static_cast<std::size_t>(kernels::fiscal_year_count(scenario_.plan)) * figures * n);
            block.fiscal_years = fiscal_years_.data();
        }
        workspace_->run(block);

        auto& outcomes = out.outcomes[subject_];
        outcomes.resize(all_.outcomes[subject_].size() * n);
        out.gates[subject_].resize(n);
        out.gate_years[subject_].resize(n);
        out.targets[subject_].resize(n);
        out.first_short[subject_].resize(n);
        for (int i = 0; i < count; ++i) {
            put_values(places_, i, count, drawn);
            discount(out, i);
            const TrialResult& trial = reader_.read(block, i, plan_);
            for (std::size_t k = 0; k < trial.outcomes.size(); ++k) outcomes[k * n + static_cast<std::size_t>(i)] = trial.outcomes[k];
            out.gates[subject_][static_cast<std::size_t>(i)] = trial.gates;
            out.gate_years[subject_][static_cast<std::size_t>(i)] = trial.gate_years;
            out.targets[subject_][static_cast<std::size_t>(i)] = trial.targets;
            out.first_short[subject_][static_cast<std::size_t>(i)] = trial.first_short;
        }
    }

private:
    /// The first subject goes first, and leaves its rate for the others where all are to have the same.
    void discount(BlockResult& out, int trial) {
        const auto i = static_cast<std::size_t>(trial);
        out.discount_rates.resize(std::max(out.discount_rates.size(), i + 1));
        double& rate = plan_.treasury.discount_rate;
        if (subject_ == 0) out.discount_rates[i] = rate;
        else if (all_.one_discount_rate) rate = out.discount_rates[i];
    }

    const TrialPlan& all_;
    std::size_t subject_;
    const simulation::Scenario& scenario_;
    simulation::Plan<double> plan_;  // takes the values of each trial
    std::vector<double*> places_;    // where
    TrialReader reader_;
    std::vector<int> monthly_;
    std::unique_ptr<kernels::Workspace> workspace_;
    std::vector<double> opening_, plan_years_, fiscal_years_;
};

/// What one thread needs for all scenarios.
struct Worker {
    std::vector<std::unique_ptr<Bench>> benches;
    BlockDraws drawn;
    BlockResult result;
};

}  // namespace

const kernels::Kernel& kernel_for(std::string_view name) {
    const kernels::Kernel* named = kernels::find_kernel(name);
    return named != nullptr ? *named : kernels::kernels().front();
}

int slots_of(int threads) { return threads > 0 ? threads : tbb::this_task_arena::max_concurrency(); }

bool run_trials(const TrialPlan& plan, std::uint64_t first, std::uint64_t count, const std::function<void(int, const BlockResult&)>& take,
                const std::function<bool(std::uint64_t)>& proceed) {
    std::vector<int> monthly{cash_figure()};
    monthly.insert(monthly.end(), plan.monthly.begin(), plan.monthly.end());
    const int slots = slots_of(plan.threads);
    std::vector<std::unique_ptr<Worker>> workers(static_cast<std::size_t>(slots));
    std::atomic<std::uint64_t> done{0};
    std::atomic<bool> stopped{false};
    std::mutex asking;
    const std::uint64_t blocks = (count + block_trials - 1) / block_trials;

    // More threads than the machine has are slower, not wrong; whoever asks for them gets them.
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(slots));
    tbb::task_arena arena(slots);
    arena.execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::uint64_t>(0, blocks, 1),
            [&](const tbb::blocked_range<std::uint64_t>& range) {
                const int slot = tbb::this_task_arena::current_thread_index();
                auto& worker = workers[static_cast<std::size_t>(slot)];
                if (!worker) {
                    worker = std::make_unique<Worker>();
                    for (std::size_t s = 0; s < plan.subjects.size(); ++s) worker->benches.push_back(std::make_unique<Bench>(plan, s, monthly));
                    auto& r = worker->result;
                    r.monthly.resize(plan.subjects.size());
                    r.outcomes.resize(plan.subjects.size());
                    r.gates.resize(plan.subjects.size());
                    r.gate_years.resize(plan.subjects.size());
                    r.targets.resize(plan.subjects.size());
                    r.first_short.resize(plan.subjects.size());
                }
                for (std::uint64_t b = range.begin(); b != range.end() && !stopped; ++b) {
                    const std::uint64_t from = b * block_trials;
                    auto& r = worker->result;
                    r.first = first + from;
                    r.count = static_cast<int>(std::min<std::uint64_t>(block_trials, count - from));
                    draw_uniforms(*plan.draws, plan.design, r.first, r.count, worker->drawn);
                    for (auto& bench : worker->benches) bench->run(r.count, worker->drawn, r);
                    take(slot, r);
                    const std::uint64_t so_far = done += static_cast<std::uint64_t>(r.count);
                    if (proceed) {
                        const std::lock_guard lock(asking);
                        if (!stopped && !proceed(so_far)) stopped = true;
                    }
                }
            });
    });
    return !stopped;
}

}  // namespace goho::uncertainty
