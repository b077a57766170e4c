// A batch in shares, for jobs that know nothing of each other: share 3 of 10 computes every tenth stripe of the runs into
// a database of its own beside the target (results.sqlite.share-3-of-10). Whoever then resumes the batch as a whole
// takes over what the shares have, computes what is missing, and removes them. So a share may be computed twice, be
// killed, or never be started, and nothing is lost or counted twice: a result is known by what it was made from.
#pragma once

#include "batch/batch.hpp"
#include "cluster/file_lock.hpp"

namespace SQLite {
class Database;
}

namespace goho::batch {

/// Runs that follow each other belong to the same share.
std::uint64_t stripe(const Request& request);
/// Runs of this share, or all.
std::uint64_t runs_of(const Request& request);
/// The database that is written: the one asked for, or that of the share.
std::filesystem::path target_of(const Request& request);

/// Shares that were taken over, locked until they are removed.
class Shares {
public:
    /// Copies the results of all shares that fit into `work`, which has the tables of a batch. `columns` is what must
    /// stand in the shares' meta table under that name.
    Shares(SQLite::Database& work, const std::filesystem::path& target, const std::string& columns);

    const std::vector<std::string>& busy() const { return busy_; }
    /// After the target stands: the shares have served.
    void remove();

private:
    struct Held {
        std::filesystem::path database;
        cluster::FileLock lock;
    };
    std::vector<Held> held_;
    std::vector<std::string> busy_;
};

}  // namespace goho::batch
