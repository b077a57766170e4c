#include "batch/store.hpp"

#include "batch/database_format.hpp"
#include "batch/put_row.hpp"
#include "batch/rebuild.hpp"
#include "batch/schema.hpp"
#include "batch/shares.hpp"
#include "core/sha256.hpp"
#include "batch/target_file.hpp"
#include "io/version.hpp"
#include "io/wording.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <chrono>
#include <cmath>
#include <unordered_set>

namespace goho::batch {

namespace fs = std::filesystem;

namespace {

using io::say;
constexpr int rows_in_a_transaction = 512;  // runs and results
constexpr std::chrono::milliseconds longest_transaction{200};

Problem refused(std::string code, const fs::path& file, Text message, Text hint) {
    return {std::move(code), file.generic_string(), {}, 0, 0, std::move(message), std::move(hint)};
}

/// What every file of this version has in its tables.
std::string columns_id() { return sha256(create_tables()).substr(0, 16); }

std::string meta(SQLite::Database& db, const char* key) {
    SQLite::Statement query(db, "SELECT value FROM meta WHERE key = ?");
    query.bind(1, key);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

/// What an earlier batch of other files or another design would lose; empty when nothing.
std::optional<Problem> loss(SQLite::Database& db, const StoreRequest& request) {
    const fs::path& shown = request.target;
    if (const std::string before = meta(db, "design"); before != request.design) {
        return refused("output-differs", shown,
                       say("it holds another sweep: {}", "別のスイープの結果です: {}", io::in_quotes(before)),
                       {"add --overwrite to replace it, or name another file", "置き換えるには --overwrite を加え、残すには別のファイル名にしてください"});
    }
    const std::unordered_set<std::string> now(request.files.begin(), request.files.end());
    SQLite::Statement query(db, "SELECT DISTINCT file FROM run ORDER BY id");
    std::string first;
    int lost = 0;
    while (query.executeStep()) {
        const std::string file = query.getColumn(0).getString();
        if (now.contains(file)) continue;
        if (++lost == 1) first = file;
    }
    if (lost == 0) return {};
    return refused("output-differs", shown,
                   say("it holds {} files that are not in this batch, the first is {}", "この一括計算にない{}件のファイルの結果が入っています（最初は {}）", lost, io::in_quotes(first)),
                   {"add --overwrite to drop them, or name another file", "除くには --overwrite を加え、残すには別のファイル名にしてください"});
}

/// Why an earlier batch cannot be taken over; nothing when it can.
std::optional<Problem> objection(SQLite::Database& db, const StoreRequest& request) {
    // A batch may be killed while it takes over another; what it was is known no more, but its results are.
    if (db.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0 || db.execAndGet("SELECT count(*) FROM meta").getInt() == 0) return {};
    if (meta(db, "columns") != columns_id()) {
        return refused("output-differs", request.target,
                       say("it was written by goho {} with other columns than this version has", "goho {} が別の列構成で作成したファイルです", meta(db, "engine")),
                       {"begin anew with --overwrite and without --resume", "--resume を付けず --overwrite で最初から計算してください"});
    }
    return request.overwrite ? std::nullopt : loss(db, request);
}

}  // namespace

struct Store::Parts {
    Parts(TargetFile files_) : files(std::move(files_)), db(files.work().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}

    TargetFile files;
    SQLite::Database db;
    std::optional<Shares> shares;
    std::optional<SQLite::Transaction> transaction;
    std::optional<SQLite::Statement> run, result, year, gate, target, problem, value, previous;
    std::int64_t rows = 0, runs = 0, stored = 0;  // since the transaction began; committed
    std::chrono::steady_clock::time_point begun;
    bool resumed = false;

    void prepare() {
        run.emplace(db, insert_into("run", 7));
        result.emplace(db, insert_into("result", 14));
        year.emplace(db, insert_into("year", 4 + figures().size()));
        gate.emplace(db, insert_into("gate", 8));
        target.emplace(db, insert_into("target", 8));
        problem.emplace(db, insert_into("problem", 12));
        value.emplace(db, insert_into("sweep_value", 3));
        previous.emplace(db, "SELECT hash FROM previous WHERE file = ? AND point = ?");
    }

    void begin() {
        transaction.emplace(db);
        begun = std::chrono::steady_clock::now();
        rows = runs = 0;
    }

    /// An earlier batch becomes what this one may use: its results stay, its runs are remembered with their hashes.
    void take_over() {
        SQLite::Transaction all(db);
        db.exec("CREATE TABLE IF NOT EXISTS previous (file TEXT, point TEXT, hash TEXT, PRIMARY KEY (file, point)) WITHOUT ROWID;"
                "INSERT OR REPLACE INTO previous SELECT file, ifnull(point, ''), hash FROM run LEFT JOIN result ON result.id = run.result;"
                "DELETE FROM run; DELETE FROM problem; DELETE FROM sweep_value; DELETE FROM sweep; DELETE FROM meta");
        all.commit();
        resumed = true;
    }

    void write_head(const StoreRequest& request) {
        SQLite::Transaction all(db);
        db.exec("CREATE TABLE IF NOT EXISTS previous (file TEXT, point TEXT, hash TEXT, PRIMARY KEY (file, point)) WITHOUT ROWID");
        db.exec("CREATE INDEX IF NOT EXISTS work_year ON year (result)");
        db.exec("CREATE INDEX IF NOT EXISTS work_gate ON gate (result)");
        db.exec("CREATE INDEX IF NOT EXISTS work_target ON target (result)");
        SQLite::Statement row(db, "INSERT INTO meta VALUES (?, ?)");
        put_row(row, std::string("format"), std::to_string(database_format));
        put_row(row, std::string("engine"), io::version());
        put_row(row, std::string("columns"), columns_id());
        put_row(row, std::string("design"), request.design);
        SQLite::Statement axis(db, "INSERT INTO sweep VALUES (?, ?, ?, ?)");
        const auto names = short_names(request.pointers);
        for (std::size_t i = 0; i < names.size(); ++i) put_row(axis, static_cast<int>(i) + 1, request.pointers[i], names[i], request.written[i]);
        all.commit();
    }

    void put_result(std::int64_t number, const std::string& hash, const Computed& c) {
        int gates_missed = 0, targets_missed = 0;
        for (const GateRow& g : c.gates) gates_missed += g.verdict == "missed" && g.due ? 1 : 0;
        for (const TargetRow& t : c.targets) targets_missed += t.verdict == "missed" ? 1 : 0;
        const auto& cash = c.insolvency;
        put_row(*result, number, hash, c.start, c.months, static_cast<int>(c.years.size()), c.behaves ? 1 : 0,
                cash.first_short.value_or(Month{}), cash.months_short, cash.deepest, cash.deepest > 0.0 ? cash.deepest_month : Month{}, cash.needed,
                gates_missed, targets_missed, c.residual);
        for (const YearRow& y : c.years) {
            year->bind(1, number);
            year->bind(2, y.year);
            bind_to(*year, 3, y.first);
            bind_to(*year, 4, y.last);
            for (std::size_t i = 0; i < y.values.size(); ++i) bind_to(*year, static_cast<int>(i) + 5, y.values[i]);
            year->exec();
            year->reset();
        }
        for (const GateRow& g : c.gates)
            put_row(*gate, number, g.gate, g.verdict, g.fiscal_year, g.figure, g.threshold, g.due ? 1 : 0, g.years_missed);
        for (const TargetRow& t : c.targets) put_row(*target, number, t.target, t.year, t.variable, t.bound, t.value, t.figure, t.verdict);
    }

    void put_problems(const RunRow& row) {
        int position = 0;
        const auto put = [&](const Problems& list, const char* kind) {
            for (const Problem& p : list) {
                put_row(*problem, row.id, ++position, std::string(kind), p.code, p.file, p.pointer, p.line, p.column, p.message.en, p.message.ja, p.hint.en, p.hint.ja);
            }
        };
        put(row.problems, "problem");
        put(row.notes, "note");
    }
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const StoreRequest& request) {
    auto claimed = TargetFile::claim(request.target, request.resume, request.overwrite);
    if (!claimed) return {{}, std::move(claimed.problems)};
    TargetFile& files = *claimed.value;
    std::error_code ignored;
    const bool interrupted = fs::exists(files.work(), ignored), there = fs::exists(files.target(), ignored);
    if (request.resume && (interrupted || there)) {
        SQLite::Database before((interrupted ? files.work() : files.target()).string(), interrupted ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
        if (auto why = unknown_database_format(interrupted ? files.work() : files.target())) return {{}, {std::move(*why)}};
        if (auto why = objection(before, request)) return {{}, {std::move(*why)}};
        if (!interrupted) {
            if (auto failed = files.copy_target_to_work(); !failed.empty()) return {{}, std::move(failed)};
        }
    }
    std::unique_ptr<Store> store(new Store(std::make_unique<Parts>(std::move(files))));
    Parts& p = *store->parts_;
    // Rows are only ever added, so a rollback journal holds next to nothing, where a write-ahead log would hold
    // everything twice; and there is no further file to look after.
    p.db.exec("PRAGMA page_size = 16384; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
    if (p.db.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0) {
        SQLite::Transaction all(p.db);
        p.db.exec(create_tables());
        p.db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, database_format));
        all.commit();
    } else {
        p.take_over();
    }
    p.write_head(request);
    if (request.resume) p.shares.emplace(p.db, p.files.target(), columns_id());
    p.prepare();
    p.begin();
    return {std::move(store), {}};
}

std::unordered_map<std::string, std::int64_t> Store::known() const {
    std::unordered_map<std::string, std::int64_t> out;
    SQLite::Statement query(parts_->db, "SELECT hash, id FROM result");
    while (query.executeStep()) out.emplace(query.getColumn(0).getString(), query.getColumn(1).getInt64());
    return out;
}

void Store::put_result(std::int64_t number, const std::string& hash, const Computed& computed) {
    parts_->put_result(number, hash, computed);
    commit_sometimes();
}

bool Store::put_run(const RunRow& run) {
    Parts& p = *parts_;
    const bool ok = !run.hash.empty();
    put_row(*p.run, run.id, run.file, Maybe{run.point}, run.name.en, run.name.ja, std::string(ok ? "ok" : "failed"),
            ok ? std::optional(run.result) : std::nullopt);
    for (std::size_t i = 0; i < run.values.size(); ++i) put_row(*p.value, run.id, static_cast<int>(i) + 1, run.values[i]);
    p.put_problems(run);
    bool changed = false;
    if (p.resumed) {
        p.previous->bind(1, run.file);
        p.previous->bind(2, run.point);
        if (p.previous->executeStep()) changed = p.previous->getColumn(0).getString() != run.hash;
        p.previous->reset();
    }
    ++p.runs;
    commit_sometimes();
    return changed;
}

void Store::commit_sometimes() {
    Parts& p = *parts_;
    if (++p.rows < rows_in_a_transaction && std::chrono::steady_clock::now() - p.begun < longest_transaction) return;
    commit();
    p.begin();
}

void Store::commit() {
    Parts& p = *parts_;
    if (!p.transaction) return;
    p.transaction->commit();
    p.stored += p.runs;
    p.transaction.reset();
}

Problems Store::finish() {
    commit();
    TargetFile files = std::move(parts_->files);
    auto shares = std::move(parts_->shares);
    parts_.reset();  // the work file is closed, the lock is kept
    try {
        rebuild(files.work(), files.fresh());
    } catch (const SQLite::Exception&) {
        files.give_up();
        throw;
    }
    Problems problems = files.publish();
    if (!problems.empty()) files.give_up();
    else if (shares) shares->remove();
    return problems;
}

std::vector<std::string> Store::busy_shares() const { return parts_->shares ? parts_->shares->busy() : std::vector<std::string>{}; }
std::int64_t Store::stored() const { return parts_->stored; }

}  // namespace goho::batch
