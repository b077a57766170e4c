// Puts what comes of runs into the store: results as they come, runs in the order of the input. Of plans that are alike
// the first decides, so the rows are the same however the work was divided.
#pragma once

#include "batch/batch.hpp"
#include "batch/job.hpp"
#include "batch/store.hpp"

namespace goho::batch {

class Keeper {
public:
    Keeper(const Request& request, Store& store, Outcome& outcome);

    bool knows(const std::string& hash) const { return known_.contains(hash); }
    std::vector<std::string> known_hashes() const;
    /// Stores a result unless it is known.
    void add(const std::string& hash, const Computed& computed);
    /// Stores the next run of the input, with its result if it brings one.
    void keep(Finished finished);
    /// Whether whoever watches wants the batch to go on.
    bool proceed();

private:
    const Request& request_;
    Store& store_;
    Outcome& outcome_;
    std::unordered_map<std::string, std::int64_t> known_;
    std::unordered_map<std::string, Problems> broken_;  // plans that could not be computed
    std::int64_t next_result_ = 1, rows_ = 0;
    bool stopped_ = false;
};

}  // namespace goho::batch
