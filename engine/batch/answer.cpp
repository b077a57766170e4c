#include "batch/answer.hpp"

#include "batch/database_format.hpp"
#include "batch/target_file.hpp"
#include "batch/trial_schema.hpp"
#include "io/input_file.hpp"
#include "io/wording.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <sqlite3.h>

namespace goho::batch {

namespace {

Problem wrong(std::string code, const std::filesystem::path& file, Text message, Text hint = {}) {
    return {std::move(code), file.generic_string(), {}, 0, 0, std::move(message), std::move(hint)};
}

/// Reading is all that is allowed; even a connection that is read-only could otherwise write other files.
int reading_only(void*, int action, const char*, const char*, const char*, const char*) {
    return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION || action == SQLITE_RECURSIVE ? SQLITE_OK : SQLITE_DENY;
}

bool is_sql(std::string_view question) { return question.find_first_of(" \t\r\n(;*") != std::string_view::npos; }

std::vector<std::string_view> known_names(DatabaseKind kind) {
    std::vector<std::string_view> names;
    for (const Question& question : questions_of(kind)) names.push_back(question.name);
    for (const Table& table : tables_of(kind)) names.push_back(table.name);
    if (kind == DatabaseKind::batch) names.push_back("figure");
    return names;
}

Problem not_a_select(const std::filesystem::path& file) {
    return wrong("bad-question", file, {"only reading is allowed here: write a SELECT", "ここでは読み取りだけができます。SELECT を書いてください"});
}

/// SQLite says "no such column: ordinary_incom"; the text is its own, in English.
Problem refused(const std::filesystem::path& file, const SQLite::Exception& error) {
    const std::string reason = error.what();
    if ((error.getErrorCode() & 0xFF) == SQLITE_AUTH) return not_a_select(file);
    return wrong("bad-question", file, io::say("the question is not understood: {}", "質問を解釈できません: {}", reason),
                 io::say("{} lists tables and columns", "テーブルと列は {} にあります", page_of(database_kind(file).value_or(DatabaseKind::batch))));
}

}  // namespace

struct Answer::Parts {
    Parts(const std::filesystem::path& file_) : file(file_), db(file_.string(), SQLite::OPEN_READONLY) {
        sqlite3_set_authorizer(db.getHandle(), reading_only, nullptr);
    }
    std::filesystem::path file;
    SQLite::Database db;
    std::optional<SQLite::Statement> query;
    std::vector<std::string> columns;
    Problems failure;
};

Answer::Answer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Answer::Answer(Answer&&) noexcept = default;
Answer::~Answer() = default;

const std::vector<std::string>& Answer::columns() const { return parts_->columns; }
const Problems& Answer::failure() const { return parts_->failure; }

Result<Answer> Answer::to(const std::filesystem::path& database, const std::string& question) {
    const auto give_up = [](Problem problem) -> Result<Answer> { return {{}, {std::move(problem)}}; };
    if (Problems problems = io::unreadable(database, database.generic_string()); !problems.empty()) return {{}, std::move(problems)};
    const auto kind = database_kind(database);
    if (!kind) return give_up(wrong("output-unusable", database, {"this is no database of goho batch or goho montecarlo", "goho batch・goho montecarlo のデータベースではありません"}));
    if (auto unknown = unknown_database_format(database)) return give_up(std::move(*unknown));
    std::string sql = question;
    if (!is_sql(question)) {
        const auto names = known_names(*kind);
        if (std::find(names.begin(), names.end(), question) == names.end()) {
            Text hint = io::suggestion(question, names).text;
            if (hint.empty()) hint = {"'goho query FILE' lists the questions", "「goho query ファイル」で一覧を表示します"};
            return give_up(wrong("bad-question", database, io::say("there is no question {}", "{} という質問はありません", io::in_quotes(question)), std::move(hint)));
        }
        sql = "SELECT * FROM " + question;
    }
    try {
        auto parts = std::make_unique<Parts>(database);
        parts->query.emplace(parts->db, sql);
        const char* rest = nullptr;
        sqlite3_stmt* again = nullptr;
        const int code = sqlite3_prepare_v2(parts->db.getHandle(), sql.c_str(), -1, &again, &rest);
        sqlite3_finalize(again);
        const bool more = code == SQLITE_OK && rest != nullptr && std::string_view(rest).find_first_not_of(" \t\r\n;") != std::string_view::npos;
        if (more) return give_up(wrong("bad-question", database, {"one question at a time", "質問は1つずつ指定してください"}));
        for (int i = 0; i < parts->query->getColumnCount(); ++i) parts->columns.emplace_back(parts->query->getColumnName(i));
        if (parts->columns.empty()) return give_up(not_a_select(database));
        return {Answer(std::move(parts)), {}};
    } catch (const SQLite::Exception& error) {
        return give_up(refused(database, error));
    }
}

std::optional<std::vector<io::Cell>> Answer::next() {
    try {
        if (!parts_->query->executeStep()) return {};
        std::vector<io::Cell> row;
        for (int i = 0; i < parts_->query->getColumnCount(); ++i) {
            const SQLite::Column cell = parts_->query->getColumn(i);
            if (cell.isNull()) row.emplace_back();
            else if (cell.isInteger()) row.emplace_back(static_cast<std::int64_t>(cell.getInt64()));
            else if (cell.isFloat()) row.emplace_back(cell.getDouble());
            else row.emplace_back(cell.getString());
        }
        return row;
    } catch (const SQLite::Exception& error) {
        parts_->failure = {refused(parts_->file, error)};
        return {};
    }
}

std::string everything_sql(const std::filesystem::path& database) {
    std::string values;
    if (auto axes = Answer::to(database, "SELECT id, short FROM sweep ORDER BY id")) {
        while (const auto row = axes.value->next()) {
            values += fmt::format(", (SELECT value FROM sweep_value WHERE sweep_value.run = run.id AND sweep = {}) AS \"{}\"", std::get<std::int64_t>((*row)[0]),
                                  std::get<std::string>((*row)[1]));
        }
    }
    return fmt::format("SELECT run.id AS run, file, name_en, name_ja, status{}, year.* FROM run LEFT JOIN year ON year.result = run.result ORDER BY run.id, year.year", values);
}

}  // namespace goho::batch
