// The database while a batch runs. Rows go into a work file beside the target (results.sqlite.part), committed a few
// hundred at a time; only when all is there the target is built from it, in the order of the input, and renamed into
// place. So the target is whole or untouched, a killed batch loses at most what was not committed, and the same input
// gives the same bytes however the work was divided or interrupted. Decision: docs/decisions/0014-batch-store.md.
#pragma once

#include "batch/computed.hpp"
#include "batch/run_row.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace goho::batch {

struct StoreRequest {
    std::filesystem::path target;
    bool resume = false, overwrite = false;
    std::vector<std::string> files;  // of this batch: what else an earlier one holds would be lost
    std::vector<std::string> pointers, written;  // the axes of the sweep
    std::string design;              // of the sweep, on one line
};

class Store {
public:
    /// Takes the lock, looks at what is there and opens the work file.
    static Result<std::unique_ptr<Store>> open(const StoreRequest& request);
    ~Store();

    /// Results that are there from before, by what they were made from.
    std::unordered_map<std::string, std::int64_t> known() const;

    /// Adds a result under a number that is not taken. This and put_run commit from time to time.
    void put_result(std::int64_t number, const std::string& hash, const Computed& computed);
    /// Adds a run. True when an earlier batch had this run with another outcome, because its file has changed.
    bool put_run(const RunRow& run);
    void commit();

    /// Builds the target and renames it into place.
    Problems finish();

    /// Runs that are committed.
    std::int64_t stored() const;

    /// Shares of the batch that others are still computing.
    std::vector<std::string> busy_shares() const;

private:
    struct Parts;
    void commit_sometimes();
    explicit Store(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace goho::batch
