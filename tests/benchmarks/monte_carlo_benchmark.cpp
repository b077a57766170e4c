// How long whole Monte Carlo runs take, with draws, kernels, gates and quantiles: the reference company with two segments,
// three initiatives and 20 uncertain quantities over 120 months. `trial` is the time of one trial, `equation` that of one
// named figure of one month of one trial; docs/performance.md says what to make of them.
#include "analysis/recording.hpp"
#include "support/uncertain_company.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <benchmark/benchmark.h>
#include <chrono>
#include <map>
#include <stdexcept>

using namespace goho;

namespace {

const support::UncertainCompany& company() {
    static const support::UncertainCompany made = [] {
        auto c = support::uncertain_company();
        c.scenario.uncertainty = {};
        for (const auto& address : c.varied) {
            simulation::UncertainQuantity quantity;
            quantity.pointer = "quantity " + std::to_string(c.scenario.uncertainty.quantities.size());
            quantity.addresses = {address};
            quantity.distribution.kind = chance::Kind::pert;
            quantity.distribution.low = 0.9;
            quantity.distribution.mode = 1.0;
            quantity.distribution.high = 1.1;
            quantity.apply = simulation::Apply::multiply;
            c.scenario.uncertainty.quantities.push_back(std::move(quantity));
        }
        return c;
    }();
    return made;
}

int months() { return company().scenario.plan.company.months; }

/// What a month reckons, by the recording of a run.
struct Work {
    double equations = 0.0;   // figures with a name of their own: results, flows of modules, balances carried on
    double operations = 0.0;  // as a person counts: an addition, a choice, a rounding, a power
    double arithmetic = 0.0;  // as the machine counts
};

/// What an operation asks of the machine, by core/number.hpp: additions, multiplications, comparisons, choices.
double steps_of(Op op) {
    switch (op) {
    case Op::constant: return 0.0;
    case Op::maximum:
    case Op::minimum:
    case Op::positive_part: return 2.0;
    case Op::absolute:
    case Op::sqrt: return 3.0;
    case Op::clamp:
    case Op::divide_or: return 4.0;
    case Op::floor: return 5.0;
    case Op::whole_yen:
    case Op::drop_fraction:
    case Op::power: return 6.0;
    case Op::ceil: return 7.0;
    case Op::drop_below: return 8.0;
    case Op::log: return 35.0;
    case Op::exp: return 38.0;
    case Op::logistic: return 41.0;
    case Op::pow: return 75.0;
    default: return 1.0;
    }
}

const Work& work() {
    static const Work counted = [] {
        const auto recording = analysis::record(company().scenario, company().statutes);
        Work w;
        for (Tape::Id id = recording.month_begins[1]; id < recording.tape.size(); ++id) {
            if (recording.tape[id].op == Op::constant) continue;
            w.operations += 1.0 / months();
            w.arithmetic += steps_of(recording.tape[id].op) / months();
            if (recording.name_of(id).of == analysis::Name::Of::series) w.equations += 1.0 / months();
        }
        return w;
    }();
    return counted;
}

void run(const uncertainty::Request& request) {
    const uncertainty::Subject subject{&company().scenario, &company().statutes};
    Problems warnings;
    const auto result = uncertainty::monte_carlo({&subject, 1}, request, warnings);
    if (!result) throw std::runtime_error(to_string(result.problems.front(), Language::english));
    benchmark::DoNotOptimize(result.value->subjects.front().outcomes.front().moments);
}

uncertainty::Request asking(std::uint64_t trials, int threads, bool gates, std::string kernel = {}) {
    uncertainty::Request request;
    request.trials = trials;
    request.threads = threads;
    request.gates = gates;
    request.kernel = std::move(kernel);
    return request;
}

/// The company's cash, month by month, and nothing else.
uncertainty::Request one_fan(int threads, std::string kernel = {}) {
    auto request = asking(1000, threads, false, std::move(kernel));
    request.fans = {"cash"};
    request.outcomes = {"cash"};
    request.years = {10};
    return request;
}

/// The best of three, for ratios.
double seconds(const uncertainty::Request& request) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        run(request);
        best = min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    }
    return best;
}

void measure(benchmark::State& state, const uncertainty::Request& request) {
    double best = 1e9;
    for (auto _ : state) {
        const auto begun = std::chrono::steady_clock::now();
        run(request);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        state.SetIterationTime(took);
        best = min(best, took);
    }
    const double trial = best / static_cast<double>(request.trials);
    state.counters["trial"] = trial;
    state.counters["equation"] = trial / (work().equations * months());
    state.counters["equations_a_month"] = work().equations;
    state.counters["operations_a_month"] = work().operations;
    state.counters["arithmetic_a_month"] = work().arithmetic;
}

/// How many times faster than `than` in the same build on the same machine, best against best.
void compare(benchmark::State& state, const char* name, const uncertainty::Request& request, const uncertainty::Request& than) {
    static std::map<std::string, double> known;
    const auto [place, is_new] = known.try_emplace(than.kernel + std::to_string(than.trials) + (than.gates ? "gates" : ""), 0.0);
    if (is_new) place->second = seconds(than);
    measure(state, request);
    state.counters[name] = place->second / (state.counters["trial"] * static_cast<double>(request.trials));
}

void one_fan_of_1000(benchmark::State& state, const std::string& kernel) {
    compare(state, "times_scalar", one_fan(1, kernel), one_fan(1, "scalar"));
}

void trials_10000(benchmark::State& state) {
    const bool gates = state.range(0) != 0;
    const int threads = static_cast<int>(state.range(1));
    compare(state, "times_one_thread", asking(10000, threads, gates), asking(10000, 1, gates));
}
BENCHMARK(trials_10000)->ArgNames({"gates", "threads"})->ArgsProduct({{0, 1}, {1, 2, 4}})->UseManualTime()->Unit(benchmark::kMillisecond);

void one_fan_of_1000_all_threads(benchmark::State& state) { measure(state, one_fan(0)); }
BENCHMARK(one_fan_of_1000_all_threads)->UseManualTime()->Unit(benchmark::kMillisecond);

const bool registered = [] {
    for (const auto& kernel : kernels::kernels()) {
        const std::string name(kernel.name);
        benchmark::RegisterBenchmark(("one_fan_of_1000/" + name).c_str(), [name](benchmark::State& s) { one_fan_of_1000(s, name); })
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
