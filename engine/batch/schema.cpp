#include "batch/schema.hpp"

#include "batch/computed.hpp"

#include <array>
#include <fmt/format.h>

namespace goho::batch {

namespace {

constexpr auto all_tables = std::to_array<Table>({
    {"meta", {"What the file is: its format, the engine, the design of the sweep", "ファイルの形式・エンジンの版・スイープの設計"},
     "key TEXT PRIMARY KEY, value TEXT NOT NULL", " WITHOUT ROWID"},
    {"run", {"One row for each file and point of the sweep, in the order of the input", "入力ファイルとスイープの点ごとに1行。入力の順"},
     "id INTEGER PRIMARY KEY, file TEXT NOT NULL, point TEXT, name_en TEXT NOT NULL, name_ja TEXT NOT NULL, "
     "status TEXT NOT NULL CHECK (status IN ('ok', 'failed')), result INTEGER REFERENCES result (id)", ""},
    {"result", {"What was computed; runs that are alike share one", "計算結果。同じ内容の計算は1つを共有する"},
     "id INTEGER PRIMARY KEY, hash TEXT NOT NULL, start TEXT NOT NULL, months INTEGER NOT NULL, years INTEGER NOT NULL, "
     "behaviour INTEGER NOT NULL, first_short TEXT, months_short INTEGER NOT NULL, deepest_short REAL NOT NULL, "
     "deepest_month TEXT, needed REAL NOT NULL, gates_missed INTEGER NOT NULL, targets_missed INTEGER NOT NULL, residual REAL NOT NULL", ""},
    {"year", {"Every figure of every plan year; NULL where it cannot be computed", "計画年次ごとの全数値。計算できないものは NULL"},
     "result INTEGER NOT NULL REFERENCES result (id), year INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL", ""},
    {"gate", {"How each gate ended, and in how many fiscal years it was missed", "判定の結果と、未達の年度数"},
     "result INTEGER NOT NULL REFERENCES result (id), gate TEXT NOT NULL, verdict TEXT NOT NULL, fiscal_year INTEGER NOT NULL, "
     "figure REAL, threshold REAL, due INTEGER NOT NULL, years_missed INTEGER NOT NULL", ""},
    {"target", {"The targets of the plan and whether they are met", "計画の目標とその達否"},
     "result INTEGER NOT NULL REFERENCES result (id), target TEXT NOT NULL, year INTEGER NOT NULL, variable TEXT NOT NULL, "
     "bound TEXT NOT NULL, value REAL NOT NULL, figure REAL, verdict TEXT NOT NULL", ""},
    {"problem", {"What was wrong (problem) or unusual (note) with a run's input", "入力の問題（problem）と注意（note）"},
     "run INTEGER NOT NULL REFERENCES run (id), position INTEGER NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, file TEXT NOT NULL, "
     "pointer TEXT NOT NULL, line INTEGER NOT NULL, \"column\" INTEGER NOT NULL, message_en TEXT NOT NULL, message_ja TEXT NOT NULL, "
     "hint_en TEXT NOT NULL, hint_ja TEXT NOT NULL, PRIMARY KEY (run, position)", " WITHOUT ROWID"},
    {"sweep", {"The quantities that the batch varies", "スイープの対象となる数量"},
     "id INTEGER PRIMARY KEY, pointer TEXT NOT NULL, short TEXT NOT NULL, written TEXT NOT NULL", ""},
    {"sweep_value", {"Their value in each run", "各計算での値"},
     "run INTEGER NOT NULL REFERENCES run (id), sweep INTEGER NOT NULL REFERENCES sweep (id), value REAL NOT NULL, "
     "PRIMARY KEY (run, sweep)", " WITHOUT ROWID"},
    {"figure_name", {"Units and names of the figures", "数値の単位と名称"},
     "name TEXT PRIMARY KEY, unit TEXT NOT NULL, label_en TEXT NOT NULL, label_ja TEXT NOT NULL", " WITHOUT ROWID"},
});

// Plans are compared in year 10, shorter ones in their last year.
#define GOHO_LATE "min(10, result.years)"

constexpr auto all_questions = std::to_array<Question>({
    {"overview", {"How many runs there are and how they ended", "計算の件数と結果の内訳"},
     "SELECT count(*) AS runs, sum(status = 'ok') AS ok, sum(status = 'failed') AS failed, count(DISTINCT result) AS results, "
     "sum(first_short IS NOT NULL) AS short_of_cash, sum(targets_missed > 0) AS missing_targets, "
     "sum(gates_missed > 0) AS missing_gates FROM run LEFT JOIN result ON result.id = run.result"},
    {"summary", {"One row a run: figures of plan year 10 (or the last year), cash, targets and gates", "計算ごとに1行: 計画10年目（短い計画は最終年）の数値・資金・目標・判定"},
     "SELECT run.id AS run, file, point, status, net_sales, ordinary_income, cash, net_assets, first_short, targets_missed, gates_missed FROM run "
     "LEFT JOIN result ON result.id = run.result LEFT JOIN year ON year.result = result.id AND year.year = " GOHO_LATE " ORDER BY run.id"},
    {"best", {"The ten runs with the highest ordinary income in plan year 10 (or the last year)", "計画10年目（短い計画は最終年）の経常利益が高い10件"},
     "SELECT run.id AS run, file, point, ordinary_income, cash, net_assets, first_short FROM run JOIN result ON result.id = run.result "
     "JOIN year ON year.result = result.id AND year.year = " GOHO_LATE " ORDER BY ordinary_income DESC, run.id LIMIT 10"},
    {"worst", {"The ten runs with the lowest ordinary income in that year", "同じ年の経常利益が低い10件"},
     "SELECT run.id AS run, file, point, ordinary_income, cash, net_assets, first_short FROM run JOIN result ON result.id = run.result "
     "JOIN year ON year.result = result.id AND year.year = " GOHO_LATE " ORDER BY ordinary_income, run.id LIMIT 10"},
    {"shortages", {"Runs that run out of cash: first month, months short, and how much is needed", "資金が不足する計算: 最初の月、不足月数、必要額"},
     "SELECT run.id AS run, file, point, first_short, months_short, needed FROM run JOIN result ON result.id = run.result "
     "WHERE first_short IS NOT NULL ORDER BY first_short, run.id"},
    {"gates_missed", {"For each gate, in how many runs it is met, missed and not computable", "判定ごとの達成・未達・計算不可の件数"},
     "SELECT gate, sum(verdict = 'met') AS met, sum(verdict = 'missed') AS missed, sum(verdict = 'not_computable') AS not_computable "
     "FROM run JOIN gate ON gate.result = run.result GROUP BY gate ORDER BY missed DESC, gate"},
    {"gates_of_runs", {"Every gate that a run misses in a year that is due", "計算ごとの未達の判定"},
     "SELECT run.id AS run, file, point, gate, fiscal_year, figure, threshold, years_missed FROM run JOIN gate ON gate.result = run.result "
     "WHERE verdict = 'missed' AND due ORDER BY run.id, gate"},
    {"targets_missed", {"Targets of the plans that are missed", "未達の目標"},
     "SELECT run.id AS run, file, point, target, target.year, variable, figure, target.value FROM run JOIN target ON target.result = run.result "
     "WHERE verdict = 'missed' ORDER BY run.id, target.target"},
    {"against_first", {"Plan years 3, 5 and 10 of every run less those of the first one that was computed", "3・5・10年目の、最初の計算との差"},
     "SELECT run.id AS run, file, point, year.year, year.net_sales - base.net_sales AS net_sales, "
     "year.ordinary_income - base.ordinary_income AS ordinary_income, year.cash - base.cash AS cash, year.net_assets - base.net_assets AS net_assets "
     "FROM run JOIN year ON year.result = run.result JOIN year AS base ON base.year = year.year "
     "AND base.result = (SELECT result FROM run WHERE result IS NOT NULL ORDER BY id LIMIT 1) "
     "WHERE year.year IN (3, 5, 10) ORDER BY run.id, year.year"},
    {"sensitivity", {"For each swept value, the ordinary income of that year over all runs with it", "スイープの値ごとの、その年の経常利益（平均・最小・最大）"},
     "SELECT sweep.short AS quantity, sweep_value.value AS swept, count(*) AS runs, avg(ordinary_income) AS average, min(ordinary_income) AS lowest, "
     "max(ordinary_income) AS highest FROM sweep_value JOIN sweep ON sweep.id = sweep_value.sweep JOIN run ON run.id = sweep_value.run "
     "JOIN result ON result.id = run.result JOIN year ON year.result = result.id AND year.year = " GOHO_LATE
     " GROUP BY sweep.id, sweep_value.value ORDER BY sweep.id, sweep_value.value"},
    {"failed", {"Runs that could not be computed, with their first problem", "計算できなかったものと最初の問題"},
     "SELECT run.id AS run, run.file, point, pointer, message_en, message_ja FROM run LEFT JOIN problem ON problem.run = run.id AND problem.position = 1 "
     "WHERE status = 'failed' ORDER BY run.id"},
    {"problems", {"Every problem and note, in full", "すべての問題と注意"},
     "SELECT run, kind, code, file, pointer, line, message_en, message_ja, hint_en, hint_ja FROM problem ORDER BY run, position"},
    {"shared", {"Runs whose plans are alike, so that they were computed once", "内容が同じため1回だけ計算したもの"},
     "SELECT run.id AS run, file, point, first.run AS same_as FROM run JOIN (SELECT result, min(id) AS run FROM run WHERE result IS NOT NULL "
     "GROUP BY result HAVING count(*) > 1) AS first ON first.result = run.result WHERE run.id <> first.run ORDER BY run.id"},
    {"run_year", {"Every figure by run and plan year, in columns", "計算・計画年次ごとの全数値（列形式）"},
     "SELECT run.id AS run, file, point, year.* FROM run JOIN year ON year.result = run.result ORDER BY run.id, year.year"},
});
#undef GOHO_LATE

}  // namespace

std::span<const Table> tables() { return all_tables; }
std::span<const Question> questions() { return all_questions; }

std::string create_table(const Table& table) {
    std::string columns(table.columns);
    if (table.name == "year") {
        for (const Figure& figure : figures()) columns += fmt::format(", \"{}\" REAL", figure.name);
    }
    return fmt::format("CREATE TABLE {} ({}){};\n", table.name, columns, table.options);
}

std::string create_tables() {
    std::string out;
    for (const Table& table : all_tables) out += create_table(table);
    return out;
}

std::string create_indices() {
    return "CREATE UNIQUE INDEX result_hash ON result (hash);\n"
           "CREATE INDEX run_file ON run (file);\n"
           "CREATE INDEX run_result ON run (result);\n"
           "CREATE UNIQUE INDEX year_result ON year (result, year);\n"
           "CREATE INDEX gate_result ON gate (result);\n"
           "CREATE INDEX gate_verdict ON gate (gate, verdict);\n"
           "CREATE INDEX target_result ON target (result);\n"
           "CREATE INDEX sweep_value_value ON sweep_value (sweep, value);\n";
}

std::string create_views() {
    std::string out;
    for (const Question& question : all_questions) out += fmt::format("CREATE VIEW {} AS {};\n", question.name, question.sql);
    // One row a figure, as spreadsheets and pivot tables like it. Asking for one name looks at one column only.
    out += "CREATE VIEW figure AS";
    for (const Figure& figure : figures()) {
        out += fmt::format("{} SELECT run.id AS run, year, '{}' AS name, \"{}\" AS value FROM run JOIN year ON year.result = run.result",
                           &figure == &figures().front() ? "" : " UNION ALL", figure.name, figure.name);
    }
    return out + ";\n";
}

std::string database_page() {
    std::string out =
        "# Database of a batch 一括計算のデータベース\n\n<!-- Made by `goho docs`; do not edit. -->\n\n"
        "What `goho batch -o results.sqlite` writes: one SQLite 3 file. How to use it: [guide](../guide/batch.md). Amounts are yen, ratios are "
        "fractions, months are `2027-04`, plan years count from 1.\n\n"
        "`goho batch -o results.sqlite` が書き出す SQLite 3 ファイル。使い方は[手引き](../guide/batch.md)。金額は円、比率は小数、年月は `2027-04`、計画年次は1から。\n\n"
        "## Tables テーブル\n";
    for (const Table& table : all_tables) {
        std::string columns(table.columns);
        if (table.name == "year") columns += ", ... REAL";
        out += fmt::format("\n### `{}`\n\n{}. {}。\n\n```sql\nCREATE TABLE {} ({}){};\n```\n", table.name, table.meaning.en, table.meaning.ja, table.name, columns, table.options);
    }
    out += fmt::format("\n`year` has one more column for each of the {} figures of [results](results.md): the company's books, behaviour, indices and "
                       "indicators; `figure_name` lists them. Figures of behaviour are NULL where it is off. "
                       "`year` には[出力項目](results.md)の全社の帳簿・行動・指数・指標の{}列が続く（一覧は `figure_name`）。行動を計算しない場合、その列は NULL。\n",
                       figures().size(), figures().size());
    out += "\n## Indices 索引\n\n```sql\n" + create_indices() + "```\n\n## Views ビュー\n\nReady questions; `goho query results.sqlite NAME` runs them. "
           "定型の質問。`goho query results.sqlite 名前` で実行できる。\n\n| Name | Meaning 意味 |\n|---|---|\n";
    for (const Question& q : all_questions) out += fmt::format("| `{}` | {}<br>{} |\n", q.name, q.meaning.en, q.meaning.ja);
    return out + "| `figure` | Every figure, one a row: `run`, `year`, `name`, `value`<br>全数値を1行に1つ（`run`・`year`・`name`・`value`） |\n";
}

}  // namespace goho::batch
