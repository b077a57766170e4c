// The files of a batch: the database itself (results.sqlite), the work file that becomes it (.part), the new one while
// it is built (.new), and the lock (.lock). After a batch the first alone is there; after a crash .part holds what is
// done. Knows nothing of what is in them.
#pragma once

#include "cluster/file_lock.hpp"
#include "core/problem.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace goho::batch {

/// The two kinds of database that are ours, told apart by the first bytes of the file.
enum class DatabaseKind { batch, trials };
inline constexpr std::int32_t trials_application_id = 0x476F686D;  // "Gohm"; a batch's is in schema.hpp
std::optional<DatabaseKind> database_kind(const std::filesystem::path& file);

class TargetFile {
public:
    /// Locks the target and refuses what would destroy something: an existing file without --resume or --overwrite,
    /// and always one that is no database of this kind.
    static Result<TargetFile> claim(const std::filesystem::path& target, bool resume, bool overwrite, DatabaseKind kind = DatabaseKind::batch);

    const std::filesystem::path& target() const { return target_; }
    const std::filesystem::path& work() const { return work_; }
    const std::filesystem::path& fresh() const { return fresh_; }

    /// Makes a finished database the work file, so that it can be added to without being touched.
    Problems copy_target_to_work();
    /// Syncs `fresh`, renames it over the target and removes the work file.
    Problems publish();
    /// Removes what was built of a new one.
    void give_up();

private:
    std::filesystem::path target_, work_, fresh_;
    cluster::FileLock lock_;
};

/// The shares beside a target, finished or interrupted, by the names of their databases.
std::vector<std::filesystem::path> shares_beside(const std::filesystem::path& target);

/// Removes a database with whatever SQLite has beside it.
void remove_database(const std::filesystem::path& file);

/// The file cannot be written, for that reason.
Problem cannot_write(const std::filesystem::path& file, const std::string& reason, Text hint);

}  // namespace goho::batch
