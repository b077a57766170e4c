// The engine as the window asks it: files are read from their merged JSON, tables of law and benchmarks are kept, and a
// scenario that was computed before is not computed again. The quick and the slow part may run at the same time.
#pragma once

#include "document/snapshot.hpp"
#include "runner/runner.hpp"

#include <map>
#include <mutex>

namespace goho::gui {

class Engine {
public:
    /// Only one thread asks for answers.
    std::shared_ptr<const Answer> answer(const Snapshot& snapshot, const Question& question);

    struct Slow {
        std::shared_ptr<const Answer> answer;
        Question question;
        std::uint64_t trials = 0;
        bool at_rest = true;
        int threads = 0;
        std::function<bool(double)> progress;  // false: stop
    };
    /// Only one thread asks for refinements. Null when stopped.
    std::shared_ptr<const Refinement> refine(const Slow& slow);

private:
    struct Kept {
        std::vector<Content> from;  // the contents it was merged from; equal addresses, equal contents
        std::string file, benchmark;
        Content merged;
        std::shared_ptr<const Computed> computed;
    };
    using SharedBenchmark = std::shared_ptr<const stakeholders::Benchmark>;

    using Work = std::vector<std::function<void()>>;
    /// A base and one of its variants; comparing them is the larger part of an answer.
    struct Pair {
        std::shared_ptr<const Computed> base, variant;
        std::vector<int> years;
        std::string benchmark;
        std::shared_ptr<const analysis::Comparison> comparison;
    };

    /// Fills in what is kept, and puts the rest among the work.
    void computed(const SnapshotSheet& sheet, const Question& question, std::shared_ptr<const Computed>& to,
                  Work& work);
    std::shared_ptr<const analysis::Comparison> comparison(const Answer& answer, const Question& question);
    std::shared_ptr<const Computed> compute(const SnapshotSheet& sheet, const Content& merged,
                                            const std::string& benchmark);
    std::shared_ptr<const accounting::Statutes> statutes(const simulation::Scenario& scenario, Problems& problems);
    SharedBenchmark benchmark(const std::string& file, Problems& problems);
    std::string benchmark_of(const simulation::Scenario& scenario, const std::string& wanted, Problems& problems) const;

    std::map<SheetId, Kept> kept_;
    std::map<SheetId, Pair> pairs_;
    std::map<std::pair<std::string, std::int64_t>, SharedBenchmark> benchmarks_;
    std::mutex tables_mutex_;  // over benchmarks and law
    std::map<std::string, std::shared_ptr<const accounting::Statutes>> law_;
    std::map<const Computed*, std::pair<std::shared_ptr<const Computed>, std::shared_ptr<const analysis::Diagnosis>>>
        diagnoses_;
};

}  // namespace goho::gui
