#include "batch/trial_schema.hpp"

#include <array>
#include <fmt/format.h>

namespace goho::batch {

namespace {

#define GOHO_LEVELS "p05 REAL, p25 REAL, p50 REAL, p75 REAL, p95 REAL"
#define GOHO_CHANCE "probability REAL, low REAL, high REAL, trials INTEGER NOT NULL"

constexpr auto all_tables = std::to_array<Table>({
    {"meta", {"What was run: format, engine, trials, seed, sampling, whether quantiles are exact", "実行条件: 形式・エンジンの版・試行回数・乱数の種・抽出方法・分位点が正確か"},
     "key TEXT PRIMARY KEY, value TEXT NOT NULL", " WITHOUT ROWID"},
    {"scenario", {"The scenarios in the order of the command; 0 is the base", "シナリオ。コマンドの順で、0 が基準"},
     "id INTEGER PRIMARY KEY, file TEXT NOT NULL, name_en TEXT NOT NULL, name_ja TEXT NOT NULL, start TEXT NOT NULL, months INTEGER NOT NULL", ""},
    {"fan", {"The fans by month: planned value, five quantiles, and how far off the fan's quantiles may be (0 when exact)",
             "月次の扇形: 計画値、5つの分位点、分位点の最大誤差（正確なら0）"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), figure TEXT NOT NULL, month TEXT NOT NULL, planned REAL, " GOHO_LEVELS ", error REAL NOT NULL, "
     "PRIMARY KEY (scenario, figure, month)", " WITHOUT ROWID"},
    {"outcome", {"Figures of a plan year, or of the whole plan (year 0): planned value, moments, quantiles; trials without result are missing",
                 "計画年次（0は全期間）の数値: 計画値・平均・標準偏差・分位点。計算できない試行は missing"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), figure TEXT NOT NULL, year INTEGER NOT NULL, planned REAL, mean REAL, deviation REAL, "
     "smallest REAL, largest REAL, trials INTEGER NOT NULL, missing INTEGER NOT NULL, " GOHO_LEVELS ", error REAL NOT NULL, PRIMARY KEY (scenario, figure, year)",
     " WITHOUT ROWID"},
    {"histogram", {"How often an outcome lies from low to high", "数値が low から high に入った回数"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), figure TEXT NOT NULL, year INTEGER NOT NULL, bin INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL, "
     "trials INTEGER NOT NULL, PRIMARY KEY (scenario, figure, year, bin)", " WITHOUT ROWID"},
    {"contest", {"How often a scenario beats the base, trial by trial; a tie counts one half", "試行ごとに基準を上回る確率（同点は半分）"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), figure TEXT NOT NULL, year INTEGER NOT NULL, " GOHO_CHANCE ", equal INTEGER NOT NULL, "
     "PRIMARY KEY (scenario, figure, year)", " WITHOUT ROWID"},
    {"gate", {"How likely each gate is met, with its 95% interval, and how it ends as planned", "判定を満たす確率と95%区間、計画値での判定"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), gate TEXT NOT NULL, planned TEXT NOT NULL, " GOHO_CHANCE ", missed INTEGER NOT NULL, "
     "not_computable INTEGER NOT NULL, label_en TEXT NOT NULL, label_ja TEXT NOT NULL, PRIMARY KEY (scenario, gate)", " WITHOUT ROWID"},
    {"target", {"The same for the targets of the plan", "計画の目標についての確率"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), target TEXT NOT NULL, planned TEXT NOT NULL, " GOHO_CHANCE ", missed INTEGER NOT NULL, "
     "not_computable INTEGER NOT NULL, label_en TEXT NOT NULL, label_ja TEXT NOT NULL, PRIMARY KEY (scenario, target)", " WITHOUT ROWID"},
    {"shortage", {"How likely cash runs short until the end of a plan year; NULL: ever", "計画年次末までに資金が不足する確率（NULL は全期間）"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), until_year INTEGER, " GOHO_CHANCE, ""},
    {"first_short", {"Trials by the month in which cash first runs short", "最初に資金が不足した月ごとの試行数"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), month TEXT NOT NULL, trials INTEGER NOT NULL, PRIMARY KEY (scenario, month)", " WITHOUT ROWID"},
    {"drawn", {"What was drawn: the plan's value and 5%, 50%, 95% of the draws", "抽選した項目: 計画値と抽選値の5%・50%・95%点"},
     "scenario INTEGER NOT NULL REFERENCES scenario (id), pointer TEXT NOT NULL, planned REAL NOT NULL, p05 REAL NOT NULL, p50 REAL NOT NULL, p95 REAL NOT NULL, "
     "PRIMARY KEY (scenario, pointer)", " WITHOUT ROWID"},
    {"figure_name", {"Units and names of the figures", "数値の単位と名称"},
     "name TEXT PRIMARY KEY, unit TEXT NOT NULL, label_en TEXT NOT NULL, label_ja TEXT NOT NULL", " WITHOUT ROWID"},
});

constexpr auto all_questions = std::to_array<Question>({
    {"overview", {"What was run, in one row", "実行条件の一覧"},
     "SELECT (SELECT count(*) FROM scenario) AS scenarios, (SELECT value FROM meta WHERE key = 'trials') AS trials, (SELECT value FROM meta WHERE key = 'seed') AS seed, "
     "(SELECT value FROM meta WHERE key = 'sampling') AS sampling, (SELECT count(DISTINCT pointer) FROM drawn) AS drawn"},
    {"summary", {"Every outcome of every scenario: planned, 5%, 50%, 95%, and how often it beats the base", "シナリオごとの数値: 計画値・5%・50%・95%点、基準を上回る確率"},
     "SELECT outcome.scenario, outcome.figure, outcome.year, planned, p05, p50, p95, contest.probability AS beats_base FROM outcome "
     "LEFT JOIN contest USING (scenario, figure, year) ORDER BY outcome.scenario, outcome.figure, outcome.year"},
    {"chances", {"Every probability: shortages of cash, targets, gates", "すべての確率: 資金不足・目標・判定"},
     "SELECT scenario, 'shortage' AS kind, ifnull('until year ' || until_year, 'ever') AS name, NULL AS planned, probability, low, high FROM shortage "
     "UNION ALL SELECT scenario, 'target', target, planned, probability, low, high FROM target "
     "UNION ALL SELECT scenario, 'gate', gate, planned, probability, low, high FROM gate ORDER BY scenario"},
    {"year_ends", {"The fans in the last month of each plan year", "各計画年次の最終月の扇形"},
     "SELECT scenario, figure, place / 12 AS year, month, planned, p05, p25, p50, p75, p95 FROM "
     "(SELECT *, row_number() OVER (PARTITION BY scenario, figure ORDER BY month) AS place FROM fan) WHERE place % 12 = 0 ORDER BY scenario, figure, month"},
    {"worst_months", {"For each scenario the ten months in which cash most often runs short first", "最初の資金不足が多い月（シナリオごとに上位10件）"},
     "SELECT scenario, month, trials FROM (SELECT *, row_number() OVER (PARTITION BY scenario ORDER BY trials DESC, month) AS place FROM first_short) "
     "WHERE place <= 10 AND trials > 0 ORDER BY scenario, place"},
});

}  // namespace

std::span<const Table> trial_tables() { return all_tables; }
std::span<const Question> trial_questions() { return all_questions; }

std::span<const Question> questions_of(DatabaseKind kind) { return kind == DatabaseKind::batch ? questions() : trial_questions(); }
std::span<const Table> tables_of(DatabaseKind kind) { return kind == DatabaseKind::batch ? tables() : trial_tables(); }
std::string_view page_of(DatabaseKind kind) {
    return kind == DatabaseKind::batch ? "docs/reference/batch-database.md" : "docs/reference/montecarlo-database.md";
}

std::string trial_database_page() {
    std::string out =
        "# Database of a Monte Carlo run モンテカルロのデータベース\n\n<!-- Made by `goho docs`; do not edit. -->\n\n"
        "What `goho montecarlo --sqlite results.sqlite` writes: one SQLite 3 file, whole or not at all; the same run gives the same bytes. An earlier one is replaced, "
        "any other file is left alone. Amounts are yen, ratios and probabilities are fractions, months are `2027-04`, plan years count from 1. NULL: cannot be computed. "
        "`low` and `high` beside a probability are its 95% interval.\n\n"
        "`goho montecarlo --sqlite results.sqlite` が書き出す SQLite 3 ファイル（途中で壊れず、同じ計算は同じ内容になる）。以前の結果は置き換え、それ以外のファイルには触れない。"
        "金額は円、比率・確率は小数、年月は `2027-04`、計画年次は1から。NULL は計算できないもの。確率の `low`・`high` は95%区間。\n\n"
        "## Tables テーブル\n";
    for (const Table& table : all_tables) {
        out += fmt::format("\n### `{}`\n\n{}. {}。\n\n```sql\nCREATE TABLE {} ({}){};\n```\n", table.name, table.meaning.en, table.meaning.ja, table.name, table.columns, table.options);
    }
    out += "\n## Views ビュー\n\nReady questions; `goho query results.sqlite NAME` runs them. 定型の質問。`goho query results.sqlite 名前` で実行できる。\n\n"
           "| Name | Meaning 意味 |\n|---|---|\n";
    for (const Question& q : all_questions) out += fmt::format("| `{}` | {}<br>{} |\n", q.name, q.meaning.en, q.meaning.ja);
    return out;
}

}  // namespace goho::batch
