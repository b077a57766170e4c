#include "uncertainty/trial_pieces.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace goho::uncertainty {

namespace {

/// Reckoned from the plan alone, so that every process cuts the work alike.
std::uint64_t trials_of_a_second(const TrialPlan& plan) {
    double seconds = 0.0;  // of one trial, as measured: docs/performance.md
    for (const Subject& subject : plan.subjects) {
        const auto& scenario = subject.scenario->plan;
        seconds += (scenario.behaves() ? 0.4e-6 : 0.1e-6) * scenario.company.months;
    }
    return static_cast<std::uint64_t>(1.2 / seconds);
}

/// Trials in a row: from `first` on, in pieces of whole blocks.
struct Cut {
    std::uint64_t first, end, piece;

    Cut(const TrialPlan& plan, std::uint64_t from, std::uint64_t until, std::uint64_t wanted)
        : first(from), end(until), piece(((wanted > 0 ? wanted : trials_of_a_second(plan)) + block_trials - 1) / block_trials * block_trials) {}
    std::uint64_t count() const { return (end - first + piece - 1) / piece; }
    std::uint64_t from(std::uint64_t number) const { return first + number * piece; }
    std::uint64_t size(std::uint64_t number) const { return std::min(piece, end - from(number)); }
};

}  // namespace

std::string written(const std::vector<std::vector<Outcome>>& outcomes) {
    std::string out;
    for (const auto& own : outcomes) {
        out += "\noutcomes";
        for (const Outcome& outcome : own) out += fmt::format(" {}:{}", outcome.name, outcome.year);
    }
    return out;
}

Gathered gather_with(const Crew& crew, const TrialPlan& plan, std::uint64_t trials, std::uint64_t piece, const std::string& made_from, Gathering& gathering) {
    std::uint64_t first = 0;
    if (gathering.kept() < trials) {  // bounds come from the first trials, which are few: every process runs them itself
        first = gathering.kept();
        run_trials(plan, 0, first, [&](int slot, const BlockResult& block) { gathering.take(slot, block); }, {});
        gathering.begin_counting();
    }
    const Cut cut(plan, first, trials, piece);
    Gathering own(gathering);  // what this process computes, until it is handed over
    Pieces pieces;
    pieces.made_from = fmt::format("{}\npieces of {}", made_from, cut.piece);
    pieces.count = cut.count();
    pieces.compute = [&](std::uint64_t number) {
        own.forget_counts();
        run_trials(plan, cut.from(number), cut.size(number), [&](int slot, const BlockResult& block) { own.take(slot, block); }, {});
        return own.pack(cut.from(number), cut.size(number));
    };
    pieces.take = [&](std::uint64_t number, std::string_view bytes) { gathering.unpack(cut.from(number), cut.size(number), bytes); };
    return crew(pieces);
}

Gathered outcomes_with(const Crew& crew, const TrialPlan& plan, std::uint64_t trials, const std::string& made_from, std::vector<std::vector<double>>& outputs) {
    const Cut cut(plan, 0, trials, 0);
    Pieces pieces;
    pieces.made_from = fmt::format("{}\npieces of {}", made_from, cut.piece);
    pieces.count = cut.count();
    pieces.compute = [&](std::uint64_t number) {
        const std::uint64_t from = cut.from(number), size = cut.size(number);
        std::string bytes(outputs.size() * size * sizeof(double), '\0');
        run_trials(plan, from, size, [&](int, const BlockResult& block) {
            const auto n = static_cast<std::size_t>(block.count);
            for (std::size_t k = 0; k < outputs.size(); ++k)
                std::memcpy(bytes.data() + (k * size + block.first - from) * sizeof(double), block.outcomes.front().data() + k * n, n * sizeof(double));
        }, {});
        return bytes;
    };
    pieces.take = [&](std::uint64_t number, std::string_view bytes) {
        const std::uint64_t size = cut.size(number);
        for (std::size_t k = 0; k < outputs.size(); ++k)
            std::memcpy(outputs[k].data() + cut.from(number), bytes.data() + k * size * sizeof(double), size * sizeof(double));
    };
    return crew(pieces);
}

}  // namespace goho::uncertainty
