#include "uncertainty/gather.hpp"

#include <algorithm>
#include <cmath>

namespace goho::uncertainty {

namespace {

constexpr std::uint64_t first_trials = 4096;  // from which the bounds of bins are taken

template <class T> void add_up(std::vector<T>& to, const std::vector<T>& from) {
    to.resize(std::max(to.size(), from.size()));
    for (std::size_t i = 0; i < from.size(); ++i) {
        if constexpr (requires { to[i].merge(from[i]); }) to[i].merge(from[i]);
        else to[i] += from[i];
    }
}

void count(std::vector<Votes>& votes, const std::vector<stakeholders::Verdict>& verdicts) {
    votes.resize(verdicts.size());
    for (std::size_t i = 0; i < votes.size(); ++i) votes[i].add(verdicts[i]);
}

}  // namespace

void Votes::add(stakeholders::Verdict verdict) {
    using stakeholders::Verdict;
    (verdict == Verdict::met ? met : verdict == Verdict::missed ? missed : not_computable) += 1;
}
void Votes::merge(const Votes& other) {
    met += other.met;
    missed += other.missed;
    not_computable += other.not_computable;
}
void Wins::merge(const Wins& other) {
    better += other.better;
    equal += other.equal;
    worse += other.worse;
    missing += other.missing;
}
void Counts::merge(const Counts& other) {
    add_up(gates, other.gates);
    add_up(gate_years, other.gate_years);
    add_up(targets, other.targets);
    add_up(first_short, other.first_short);
    add_up(wins, other.wins);
    if (sketches.empty()) sketches = other.sketches;
    else if (!other.sketches.empty()) {
        for (std::size_t i = 0; i < sketches.size(); ++i) sketches[i].merge(other.sketches[i]);
    }
}

Gathering::Gathering(const TrialPlan& plan, std::uint64_t trials)
    : plan_(plan), kept_(trials <= exact_trials ? trials : first_trials),                              // UN-6
      slots_(static_cast<std::size_t>(slots_of(plan.threads))),
      moments_((trials + block_trials - 1) / block_trials) {
    for (std::size_t s = 0; s < plan.subjects.size(); ++s) {
        values_.emplace_back((plan.monthly.size() * months_of(s) + plan.outcomes[s].size()) * kept_);
    }
}

std::size_t Gathering::months_of(std::size_t subject) const {
    return static_cast<std::size_t>(plan_.subjects[subject].scenario->plan.company.months);
}

std::span<double> Gathering::values(std::size_t subject, std::size_t variable) {
    return {values_[subject].data() + variable * kept_, static_cast<std::size_t>(kept_)};
}

void Gathering::begin_counting() {
    counting_ = true;
    std::vector<Counts>& slot = slots_.front();
    slot.resize(plan_.subjects.size());
    for (std::size_t s = 0; s < plan_.subjects.size(); ++s) {
        const std::size_t variables = plan_.monthly.size() * months_of(s) + plan_.outcomes[s].size();
        std::vector<statistics::Bounds> bounds;
        for (std::size_t v = 0; v < variables; ++v) {
            bounds.push_back(statistics::bounds_of(values(s, v)));
            slot[s].sketches.emplace_back(0, bounds.back());
            for (const double x : values(s, v)) slot[s].sketches.back().add(x);
        }
        bounds_.push_back(std::move(bounds));
        std::vector<double>().swap(values_[s]);
    }
}

void Gathering::take(int slot, const BlockResult& block) {
    auto& own = slots_[static_cast<std::size_t>(slot)];
    own.resize(plan_.subjects.size());
    auto& moments = moments_[static_cast<std::size_t>(block.first / block_trials)];
    moments.resize(plan_.subjects.size());
    const auto n = static_cast<std::size_t>(block.count);
    for (std::size_t s = 0; s < plan_.subjects.size(); ++s) {
        Counts& counts = own[s];
        counts.first_short.resize(months_of(s));
        counts.wins.resize(plan_.outcomes[s].size());
        if (counting_ && counts.sketches.empty()) {
            for (const auto& b : bounds_[s]) counts.sketches.emplace_back(0, b);
        }
        const std::size_t months = plan_.monthly.size() * months_of(s), outcomes = plan_.outcomes[s].size();
        const auto keep = [&](std::size_t variable, std::span<const double> row) {
            if (counting_) {
                for (const double x : row) counts.sketches[variable].add(x);
            } else {
                std::copy(row.begin(), row.end(), values(s, variable).begin() + static_cast<std::ptrdiff_t>(block.first));
            }
        };
        // The months of cash, which every trial is asked for, stand before those of the fans.
        for (std::size_t k = 0; k < months; ++k) keep(k, {block.monthly[s].data() + (months_of(s) + k) * n, n});
        for (std::size_t k = 0; k < outcomes; ++k) {
            const std::span row(block.outcomes[s].data() + k * n, n);
            moments[s].push_back(statistics::moments_of(row));
            keep(months + k, row);
        }
        if (s > 0) contest(counts, s, block);
        for (std::size_t i = 0; i < n; ++i) {
            count(counts.gates, block.gates[s][i]);
            count(counts.gate_years, block.gate_years[s][i]);
            count(counts.targets, block.targets[s][i]);
            if (block.first_short[s][i] >= 0) ++counts.first_short[static_cast<std::size_t>(block.first_short[s][i])];
        }
    }
}

void Gathering::contest(Counts& counts, std::size_t subject, const BlockResult& block) const {
    const auto& base = plan_.outcomes.front();
    const auto n = static_cast<std::size_t>(block.count);
    for (std::size_t k = 0; k < plan_.outcomes[subject].size(); ++k) {
        const Outcome& outcome = plan_.outcomes[subject][k];
        const auto same = std::find_if(base.begin(), base.end(), [&](const Outcome& o) { return o.name == outcome.name && o.year == outcome.year; });
        if (same == base.end() || outcome.better == Better::neither) continue;
        const double* of_base = block.outcomes.front().data() + static_cast<std::size_t>(same - base.begin()) * n;
        const double* own = block.outcomes[subject].data() + k * n;
        const double sign = outcome.better == Better::higher ? 1.0 : -1.0;                             // UN-5
        Wins& wins = counts.wins[k];
        for (std::size_t i = 0; i < n; ++i) {
            const double ahead = sign * (own[i] - of_base[i]);
            (ahead > 0.0 ? wins.better : ahead < 0.0 ? wins.worse : ahead == 0.0 ? wins.equal : wins.missing) += 1;
        }
    }
}

Counts Gathering::counts(std::size_t subject) const {
    Counts all;
    for (const auto& slot : slots_) {
        if (!slot.empty()) all.merge(slot[subject]);
    }
    return all;
}

statistics::Moments Gathering::moments(std::size_t subject, std::size_t outcome) const {
    statistics::Moments all;
    for (const auto& block : moments_) all.merge(block[subject][outcome]);
    return all;
}

Spread Gathering::spread(std::size_t subject, std::size_t variable, const Counts& counts, bool histogram) {
    Spread out;
    if (counting_) {
        const statistics::Sketch& sketch = counts.sketches[variable];
        const auto quantiles = sketch.quantiles(fan_levels);
        for (std::size_t i = 0; i < fan_levels.size(); ++i) {
            out.levels[i] = quantiles[i].value;
            out.error = std::max(out.error, quantiles[i].error);
        }
        if (!histogram || sketch.count() == 0) return out;
        const double low = sketch.smallest(), width = (sketch.largest() - low) / histogram_bins;
        for (int b = 0; b <= histogram_bins; ++b) out.edges.push_back(low + b * width);
        out.bins.assign(histogram_bins, 0);
        constexpr std::uint64_t picked = 1000;  // so many order statistics stand for all
        for (std::uint64_t i = 0; i < picked; ++i) {
            const double x = sketch.at_rank((2 * i + 1) * sketch.count() / (2 * picked)).value;
            const int bin = width > 0.0 ? std::clamp(static_cast<int>((x - low) / width), 0, histogram_bins - 1) : 0;
            out.bins[static_cast<std::size_t>(bin)] += (i + 1) * sketch.count() / picked - i * sketch.count() / picked;
        }
        return out;
    }
    std::vector<double> sound;
    const auto all = values(subject, variable);
    std::copy_if(all.begin(), all.end(), std::back_inserter(sound), [](double x) { return !std::isnan(x); });
    statistics::quantiles(sound, fan_levels, out.levels);
    if (!histogram || sound.empty()) return out;
    const auto [low, high] = std::minmax_element(sound.begin(), sound.end());
    const double from = *low, width = (*high - *low) / histogram_bins;
    for (int b = 0; b <= histogram_bins; ++b) out.edges.push_back(from + b * width);
    out.bins.assign(histogram_bins, 0);
    for (const double x : sound) {
        const int bin = width > 0.0 ? std::clamp(static_cast<int>((x - from) / width), 0, histogram_bins - 1) : 0;
        ++out.bins[static_cast<std::size_t>(bin)];
    }
    return out;
}

}  // namespace goho::uncertainty
