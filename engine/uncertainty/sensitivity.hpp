// What moves an outcome: the quantities that a scenario calls uncertain, one at a time (tornado), screened (Morris), or
// with their shares of the variance (Sobol' indices). Any number of outcomes come from one set of runs, and the same
// scenario, request and seed give the same bytes on any number of threads and any machine. Leaves out correlations: all
// three methods move quantities independently. Theory: docs/model/uncertainty.md, "What moves an outcome".
#pragma once

#include "core/pieces.hpp"
#include "statistics/morris.hpp"
#include "statistics/sobol_indices.hpp"
#include "statistics/tornado.hpp"
#include "uncertainty/inputs.hpp"
#include "uncertainty/outcome.hpp"

#include <array>
#include <functional>
#include <memory>

namespace goho::uncertainty {

enum class Method { tornado, morris, sobol };
inline constexpr auto method_options = std::to_array<Option>({
    {"tornado", {"Tornado", "トルネード"}},
    {"morris", {"Morris screening", "モリス法"}},
    {"sobol", {"Sobol indices", "ソボル指数"}},
});
constexpr std::span<const Option> options(Method) { return method_options; }

inline constexpr std::uint64_t most_runs = 20'000'000, most_trajectories = 10'000;
inline constexpr int resamples = 1000;

struct SensitivityRequest {
    Method method = Method::tornado;
    std::vector<std::string> outcomes{"cumulative_operating_income", "lowest_cash"};
    int year = 0;                 // 0: the last of 3, 5 and 10 that the plan has
    bool at_medians = false;      // tornado: the others at their medians instead of the plan's values
    std::uint64_t trajectories = 20;
    int levels = 4;
    std::uint64_t base = 512;     // rows of Saltelli's design, a power of two
    bool luck = false;            // Sobol: paths and chance events as one more input
    double wanted = 0.05;         // Sobol: half width of an index that is precise enough
    std::uint64_t seed = 1;
    int threads = 0;              // 0: as many as the machine has
    std::string kernel;           // empty: the fastest that this machine can run
    std::function<bool(std::uint64_t)> progress;  // called now and then with the runs done; false stops
};

struct OutcomeSensitivity {
    Outcome what;
    double planned = 0.0;    // without chance; NaN where it cannot be reckoned
    double reference = 0.0;  // tornado: what the bars are seen from
    std::vector<std::size_t> order;  // inputs, those that matter most first
    std::vector<statistics::Bar> bars;             // tornado: in that order
    statistics::morris::Screening screening;       // Morris: by input
    statistics::sobol::Indices indices;            // Sobol: by input
};

struct Sensitivity {
    Method method{};
    Text name;
    std::uint64_t runs = 0, seed = 0;
    std::uint64_t trajectories = 0, base = 0;  // of the method that has them
    int levels = 0;
    bool at_medians = false;
    bool luck = false;                        // the last input is chance, and has no pointer
    bool luck_left_out = false;               // the scenario knows paths or chance events, which were off
    std::size_t correlations_left_out = 0;
    double wanted = 0.0;
    std::vector<Input> inputs;
    std::vector<OutcomeSensitivity> outcomes;
    bool stopped = false;    // by `progress` or the crew; then there are no outcomes
    bool elsewhere = false;  // another process of the crew has the outcomes; then there are none either
};

/// A request that has been looked at, ready to run. The scenario and its statutes must outlive it.
class SensitivityStudy {
public:
    /// Problems: nothing that is uncertain, outcomes that do not exist, a design that cannot be or is too large.
    static Result<SensitivityStudy> prepare(const Subject& subject, const SensitivityRequest& request, Problems& warnings);
    SensitivityStudy(SensitivityStudy&&) noexcept;
    SensitivityStudy& operator=(SensitivityStudy&&) noexcept;
    ~SensitivityStudy();

    std::uint64_t runs() const;
    std::size_t inputs() const;
    /// Makes the first `runs` runs and forgets them: for whoever wants to know how long they take.
    void rehearse(std::uint64_t runs) const;
    /// `crew`: who makes the runs, as of a Monte Carlo; this process alone when empty.
    Sensitivity make(const Crew& crew = {}) const;

private:
    struct Inside;
    explicit SensitivityStudy(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// All at once.
Result<Sensitivity> sensitivity(const Subject& subject, const SensitivityRequest& request, Problems& warnings);

}  // namespace goho::uncertainty
