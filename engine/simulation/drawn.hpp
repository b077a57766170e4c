// What chance brought in a trial of an uncertain plan, by month and item. Empty in a single run, in which nothing
// happens by chance. The draws are made elsewhere; the month only looks up what they say.
#pragma once

#include <cstddef>
#include <vector>

namespace goho::simulation {

template <class Real> struct Drawn {
    std::vector<Real> champion_leaves, incidents;  // by month and initiative, how many
    std::vector<Real> customers_lost;              // by month and segment, as a share
    std::vector<Real> renewal;                     // by month and initiative: a uniform number, low = granted

    static Real at(const std::vector<Real>& table, int t, std::size_t items, std::size_t item) {
        return table.empty() ? Real(0.0) : table[static_cast<std::size_t>(t) * items + item];
    }
};

}  // namespace goho::simulation
