#include "batch/shares.hpp"

#include "batch/result_tables.hpp"
#include "batch/target_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <fmt/format.h>

namespace goho::batch {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t longest_stripe = 512;

/// Whether a database is of a batch with the same columns; one that cannot be read is not.
bool fits(const fs::path& file, const std::string& columns) {
    if (database_kind(file) != DatabaseKind::batch) return false;
    try {
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);  // what a crash left half done is rolled back
        SQLite::Statement query(db, "SELECT value FROM meta WHERE key = 'columns'");
        return query.executeStep() && query.getColumn(0).getString() == columns;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

void copy_results(SQLite::Database& work, const fs::path& share) {
    SQLite::Statement attach(work, "ATTACH ? AS share");
    attach.bind(1, share.string());
    attach.exec();
    attach.reset();
    {
        SQLite::Transaction all(work);
        work.exec("CREATE TEMP TABLE taken (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);"
                  "INSERT INTO taken SELECT id, (SELECT ifnull(max(id), 0) FROM main.result) + row_number() OVER (ORDER BY id) FROM share.result "
                  "WHERE hash NOT IN (SELECT hash FROM main.result)");
        for (const ResultTable& table : result_tables()) {
            work.exec(fmt::format("INSERT INTO main.{0} SELECT new, {1} FROM taken CROSS JOIN share.{0} ON {0}.{2} = taken.old ORDER BY new, {0}.rowid", table.name, table.columns,
                                  table.key));
        }
        work.exec("DROP TABLE taken");
        all.commit();
    }
    work.exec("DETACH share");
}

}  // namespace

std::uint64_t stripe(const Request& request) {
    const std::uint64_t runs = request.files.size() * request.sweep.points();
    return std::clamp<std::uint64_t>(runs / (request.share.of * 16), 1, longest_stripe);
}

std::uint64_t runs_of(const Request& request) {
    const std::uint64_t runs = request.files.size() * request.sweep.points(), length = stripe(request);
    std::uint64_t own = 0;
    for (std::uint64_t number = 0; number < runs; number += length) own += request.share.has(number / length) ? std::min(length, runs - number) : 0;
    return own;
}

fs::path target_of(const Request& request) {
    if (request.share.whole()) return request.output;
    return request.output.string() + fmt::format(".share-{}-of-{}", request.share.number, request.share.of);
}

Shares::Shares(SQLite::Database& work, const fs::path& target, const std::string& columns) {
    for (const fs::path& share : shares_beside(target)) {
        cluster::FileLock lock;
        if (lock.take(share.string() + ".lock") != cluster::FileLock::Outcome::held) {
            busy_.push_back(share.generic_string());
            continue;
        }
        for (const fs::path& file : {share, fs::path(share.string() + ".part")}) {
            std::error_code ignored;
            if (fs::exists(file, ignored) && fits(file, columns)) copy_results(work, file);
        }
        held_.push_back({share, std::move(lock)});
    }
}

void Shares::remove() {
    for (const Held& share : held_) {
        remove_database(share.database);
        remove_database(share.database.string() + ".part");
    }
    held_.clear();
}

}  // namespace goho::batch
