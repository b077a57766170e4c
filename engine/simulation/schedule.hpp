// The timeline at work: which quantity has which value in which month. Every changed quantity is reckoned afresh
// from its starting value, so a temporary change leaves no trace, in any number type.
#pragma once

#include "simulation/scenario.hpp"

#include <algorithm>

namespace goho::simulation {

/// How often an entry has taken effect by month t of the plan: 0 before it begins and after it has ended.
inline int times_in_effect(const TimelineEntry& entry, int t, Month start) {
    const int from = entry.from - start;
    if (t < from) return 0;
    if (entry.every_months > 0) {
        const int last = entry.to.given() ? std::min(t, entry.to - start) : t;
        return last < from ? 0 : (last - from) / entry.every_months + 1;
    }
    return entry.to.given() && t > entry.to - start ? 0 : 1;
}

template <class Real> Real after_edit(Real value, const Edit& edit, int times) {
    for (int i = 0; i < times; ++i) {
        if (edit.operation == Operation::set) value = edit.amount;
        if (edit.operation == Operation::scale) value = value * edit.amount;
        if (edit.operation == Operation::add) value = value + edit.amount;
    }
    return value;
}

template <class Real> class Schedule {
public:
    /// Prepares the changes of `plan`, which must outlive the schedule and stay where it is.
    Schedule(Plan<Real>& plan, const std::vector<TimelineEntry>& timeline) : start_(plan.company.start) {
        for (const TimelineEntry& entry : timeline) {
            for (const Edit& edit : entry.edits) {
                Real* const target = quantity_at(plan, edit.address);
                auto track = std::find_if(tracks_.begin(), tracks_.end(), [&](const Track& t) { return t.target == target; });
                if (track == tracks_.end()) track = tracks_.insert(tracks_.end(), Track{target, *target, {}});
                track->edits.push_back({&entry, &edit});
            }
        }
        for (int i = 0; i < static_cast<int>(tracks_.size()); ++i) {
            for (int t = 0; t < plan.company.months; ++t) {
                const bool moved = std::any_of(tracks_[i].edits.begin(), tracks_[i].edits.end(), [&](const auto& e) {
                    return times_in_effect(*e.first, t, start_) != (t == 0 ? 0 : times_in_effect(*e.first, t - 1, start_));
                });
                if (moved) changes_.push_back({t, i});
            }
        }
        std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.month < b.month; });
    }

    /// Lets a quantity waver: in month t its planned value is multiplied by factors[t], which the caller keeps.
    void waver(Real* target, const Real* factors) {
        const auto track = std::find_if(tracks_.begin(), tracks_.end(), [&](const Track& t) { return t.target == target; });
        wavering_.push_back({target, *target, factors, track == tracks_.end() ? -1 : static_cast<int>(track - tracks_.begin())});
    }

    /// Back to the beginning, from the values that the plan holds now.
    void restart() {
        for (Track& track : tracks_) track.base = *track.target;
        for (Wavering& w : wavering_) w.planned = *w.target;
        next_ = 0;
    }

    /// Brings the plan to month t; to be called for every month in order.
    void apply(int t) {
        for (; next_ < changes_.size() && changes_[next_].month <= t; ++next_) {
            const int index = changes_[next_].track;
            const Track& track = tracks_[index];
            Real value = track.base;
            for (const auto& [entry, edit] : track.edits) {
                value = after_edit(value, *edit, times_in_effect(*entry, changes_[next_].month, start_));
            }
            *track.target = value;
            for (Wavering& w : wavering_) {
                if (w.track == index) w.planned = value;
            }
        }
        for (const Wavering& w : wavering_) *w.target = w.planned * w.factors[t];
    }

private:
    struct Track {
        Real* target;
        Real base;
        std::vector<std::pair<const TimelineEntry*, const Edit*>> edits;
    };
    struct Change {
        int month, track;
    };
    struct Wavering {
        Real* target;
        Real planned;
        const Real* factors;
        int track;  // the changes of the same quantity, -1 without
    };
    Month start_;
    std::vector<Track> tracks_;
    std::vector<Change> changes_;
    std::vector<Wavering> wavering_;
    std::size_t next_ = 0;
};

}  // namespace goho::simulation
