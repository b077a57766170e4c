#include "batch/rebuild.hpp"

#include "batch/computed.hpp"
#include "batch/result_tables.hpp"
#include "batch/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace goho::batch {

void rebuild(const std::filesystem::path& work, const std::filesystem::path& fresh) {
    SQLite::Database db(fresh.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // A crash here leaves a file that nobody looks at; it is synced as a whole before it is renamed.
    db.exec("PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
    db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, database_format));
    SQLite::Statement attach(db, "ATTACH ? AS work");
    attach.bind(1, work.string());
    attach.exec();
    db.exec("BEGIN");
    db.exec(create_tables());
    // New numbers in the order of the runs; results of an earlier batch that no run has any more are left behind.
    db.exec("CREATE TEMP TABLE number (new INTEGER PRIMARY KEY, old INTEGER NOT NULL);"
            "INSERT INTO number (old) SELECT result FROM work.run WHERE result IS NOT NULL GROUP BY result ORDER BY min(id);"
            "CREATE UNIQUE INDEX temp.by_old ON number (old)");
    db.exec("INSERT INTO meta SELECT * FROM work.meta ORDER BY key");
    db.exec("INSERT INTO sweep SELECT * FROM work.sweep ORDER BY id");
    db.exec("INSERT INTO run SELECT id, file, point, name_en, name_ja, status, number.new FROM work.run LEFT JOIN number ON number.old = run.result ORDER BY id");
    db.exec("INSERT INTO problem SELECT * FROM work.problem ORDER BY run, position");
    db.exec("INSERT INTO sweep_value SELECT * FROM work.sweep_value ORDER BY run, sweep");
    // Where nothing is renumbered or left behind, SQLite copies whole rows unread, ten times as fast; the bytes are the
    // same, which the tests hold.
    const bool as_it_is = db.execAndGet("SELECT (SELECT count(*) FROM number WHERE new <> old) = 0 AND "
                                        "(SELECT count(*) FROM number) = (SELECT count(*) FROM work.result)").getInt() != 0;
    for (const ResultTable& table : result_tables()) {
        if (as_it_is) db.exec(fmt::format("INSERT INTO {0} SELECT * FROM work.{0}", table.name));
        else db.exec(fmt::format("INSERT INTO {0} SELECT new, {1} FROM number CROSS JOIN work.{0} ON {0}.{2} = number.old ORDER BY new, {0}.rowid", table.name, table.columns, table.key));
    }
    SQLite::Statement name(db, "INSERT INTO figure_name VALUES (?, ?, ?, ?)");
    for (const Figure& figure : figures()) {
        name.bind(1, std::string(figure.name));
        name.bind(2, std::string(figure.unit));
        name.bind(3, std::string(figure.label.en));
        name.bind(4, std::string(figure.label.ja));
        name.exec();
        name.reset();
    }
    db.exec(create_indices());
    db.exec(create_views());
    db.exec("COMMIT");
}

}  // namespace goho::batch
