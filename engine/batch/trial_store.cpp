#include "batch/trial_store.hpp"

#include "batch/put_row.hpp"
#include "batch/trial_schema.hpp"
#include "io/version.hpp"

#include <map>

namespace goho::batch {

namespace {

using namespace uncertainty;

std::string_view word(stakeholders::Verdict verdict) {
    constexpr std::array<std::string_view, 3> words{"met", "missed", "not_computable"};
    return words[static_cast<std::size_t>(verdict)];
}

std::int64_t whole(std::uint64_t count) { return static_cast<std::int64_t>(count); }

/// One table at a time, row by row.
class Writer {
public:
    Writer(SQLite::Database& db, const MonteCarlo& result, std::span<const std::string> files) : db_(db), result_(result), files_(files) {}

    void write() {
        write_meta();
        each([&](int s, const SubjectResult& r) { put("scenario", s, files_[static_cast<std::size_t>(s)], r.name.en, r.name.ja, r.start, static_cast<int>(r.first_short.size())); });
        each([&](int s, const SubjectResult& r) {
            for (const Fan& fan : r.fans) write_fan(s, r, fan);
            for (const OutcomeResult& outcome : r.outcomes) write_outcome(s, outcome);
            for (const GateChance& gate : r.gates) write_chance("gate", s, gate, gate.label.en, gate.label.ja);
            for (const GateChance& target : r.targets) write_chance("target", s, target, target.text.en, target.text.ja);
            for (const ShortageChance& shortage : r.shortage) {
                const auto& p = shortage.probability;
                put("shortage", s, shortage.year > 0 ? std::optional<std::int64_t>(shortage.year) : std::nullopt, p.value, p.low, p.high, whole(p.trials));
            }
            for (std::size_t t = 0; t < r.first_short.size(); ++t) put("first_short", s, r.start + static_cast<int>(t), whole(r.first_short[t]));
        });
        for (const DrawnQuantity& d : result_.drawn) put("drawn", static_cast<int>(d.subject), d.pointer, d.planned, d.low, d.middle, d.high);
        for (const auto& [name, figure] : figures_) put("figure_name", name, figure.first, figure.second.en, figure.second.ja);
    }

private:
    template <class Function> void each(Function&& write) {
        for (std::size_t s = 0; s < result_.subjects.size(); ++s) write(static_cast<int>(s), result_.subjects[s]);
    }

    template <class... Values> void put(const char* table, const Values&... values) {
        auto& statement = statements_[table];
        if (!statement) statement.emplace(db_, insert_into(table, sizeof...(values)));
        put_row(*statement, values...);
    }

    void write_meta() {
        const auto& sampling = chance::sampling_options[static_cast<std::size_t>(result_.sampling)].key;
        put("meta", std::string("kind"), std::string("montecarlo"));
        put("meta", std::string("format"), std::to_string(trial_database_format));
        put("meta", std::string("engine"), io::version());
        put("meta", std::string("trials"), std::to_string(result_.trials));
        put("meta", std::string("seed"), std::to_string(result_.seed));
        put("meta", std::string("sampling"), std::string(sampling));
        put("meta", std::string("quantiles"), std::string(result_.exact ? "exact" : "counted"));
    }

    void write_fan(int s, const SubjectResult& r, const Fan& fan) {
        figures_[fan.name] = {fan.unit, fan.label};
        for (std::size_t t = 0; t < fan.planned.size(); ++t) {
            const auto& q = fan.levels;
            put("fan", s, fan.name, r.start + static_cast<int>(t), fan.planned[t], q[0][t], q[1][t], q[2][t], q[3][t], q[4][t], fan.error);
        }
    }

    void write_outcome(int s, const OutcomeResult& r) {
        const auto& q = r.spread.levels;
        const auto& m = r.moments;
        figures_[r.what.name] = {r.what.unit, r.what.label};
        put("outcome", s, r.what.name, r.what.year, r.planned, m.count > 0 ? m.mean : std::numeric_limits<double>::quiet_NaN(), m.deviation(), m.smallest, m.largest,
            whole(m.count), whole(m.missing), q[0], q[1], q[2], q[3], q[4], r.spread.error);
        for (std::size_t b = 0; b < r.spread.bins.size(); ++b) {
            put("histogram", s, r.what.name, r.what.year, static_cast<int>(b), r.spread.edges[b], r.spread.edges[b + 1], whole(r.spread.bins[b]));
        }
        if (!r.contest) return;
        const auto& p = r.contest->beats;
        put("contest", s, r.what.name, r.what.year, p.value, p.low, p.high, whole(p.trials), whole(r.contest->equal));
    }

    void write_chance(const char* table, int s, const GateChance& chance, std::string_view en, std::string_view ja) {
        const auto& p = chance.met;
        put(table, s, chance.name, word(chance.planned), p.value, p.low, p.high, whole(p.trials), whole(chance.missed), whole(chance.not_computable), en, ja);
    }

    SQLite::Database& db_;
    const MonteCarlo& result_;
    std::span<const std::string> files_;
    std::map<std::string, std::optional<SQLite::Statement>> statements_;
    std::map<std::string, std::pair<std::string_view, Label>> figures_;
};

void build(const std::filesystem::path& file, const MonteCarlo& result, std::span<const std::string> files) {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");  // synced as a whole when renamed
    db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", trials_application_id, trial_database_format));
    db.exec("BEGIN");
    for (const Table& table : trial_tables()) db.exec(create_table(table));
    Writer(db, result, files).write();
    for (const Question& question : trial_questions()) db.exec(fmt::format("CREATE VIEW {} AS {};", question.name, question.sql));
    db.exec("COMMIT");
}

}  // namespace

Result<TargetFile> claim_for_trials(const std::filesystem::path& target) { return TargetFile::claim(target, false, true, DatabaseKind::trials); }

Problems write_trials(TargetFile& target, const MonteCarlo& result, std::span<const std::string> files) {
    const Text untouched{"nothing was changed", "既存のファイルは変更していません"};
    try {
        build(target.fresh(), result, files);
    } catch (const SQLite::Exception& error) {
        target.give_up();
        return {cannot_write(target.target(), error.what(), untouched)};
    }
    Problems problems = target.publish();
    for (Problem& problem : problems) problem.hint = untouched;
    if (!problems.empty()) target.give_up();
    return problems;
}

}  // namespace goho::batch
