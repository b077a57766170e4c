#include "batch/answer.hpp"
#include "batch/trial_schema.hpp"
#include "cli/command.hpp"
#include "cli/text_rows.hpp"
#include "io/output_file.hpp"
#include "io/text_table.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace goho::cli {

namespace {

struct Request {
    std::string database, question;
    std::int64_t rows = 200;
};

std::string list_of_questions(batch::DatabaseKind kind, const Shared& shared) {
    std::string out = in(shared, "Questions: goho query FILE NAME\n\n", "質問の一覧（goho query ファイル 名前）\n\n");
    for (const auto& question : batch::questions_of(kind)) {
        std::string left = io::padded_right(fmt::format("  {}", question.name), 18);
        for (const auto& line : io::wrapped(question.meaning.in(shared.language), shared.width - 18)) {
            out += left + line + "\n";
            left = std::string(18, ' ');
        }
    }
    const char* example = kind == batch::DatabaseKind::batch ? "SELECT file, point FROM run" : "SELECT month, p05 FROM fan";
    return out + "\n" +
           fmt::format(fmt::runtime(in(shared, "Or a SELECT of your own: goho query FILE \"{}\"\nTables and columns: {}\n",
                                       "SELECT 文も使えます: goho query ファイル \"{}\"\nテーブルと列: {}\n")), example, batch::page_of(kind));
}

/// Row after row, so that millions of them need no memory.
std::function<std::string()> parts_of(batch::Answer& answer, Format format) {
    return [&answer, format, first = true, done = false]() mutable -> std::string {
        std::string out;
        if (done) return out;
        if (first) {
            if (format == Format::json) {
                out = "[";
            } else {
                std::vector<io::Cell> names(answer.columns().begin(), answer.columns().end());
                out = "\xEF\xBB\xBF" + io::csv_row(names);
            }
        }
        for (int rows = 0; rows < 1000; ++rows) {
            const auto row = answer.next();
            if (!row) {
                done = true;
                return out + (format == Format::json ? "\n]\n" : "");
            }
            if (format == Format::json) out += (first ? "\n" : ",\n") + io::json_row(answer.columns(), *row);
            else out += io::csv_row(*row);
            first = false;
        }
        return out;
    };
}

}  // namespace

ExitCode emit_rows(batch::Answer& answer, Format format, const Shared& shared) {
    const auto next = parts_of(answer, format);
    if (shared.output) {
        if (const Problems lost = scenario_in_the_way(*shared.output); !lost.empty()) {
            show_problems(lost, shared);
            return invalid_input;
        }
        Problems problems = io::write_file(*shared.output, next);
        show_problems(problems, shared);
        show_problems(answer.failure(), shared);
        return problems.empty() && answer.failure().empty() ? fine : internal_error;
    }
    for (std::string part = next(); !part.empty(); part = next()) {
        if (const ExitCode code = emit(part, shared); code != fine) return code;
    }
    show_problems(answer.failure(), shared);
    return answer.failure().empty() ? fine : internal_error;
}

std::string rows_of(batch::Answer& answer, std::int64_t most, const Shared& shared) {
    std::vector<std::vector<io::Cell>> rows;
    std::int64_t more = 0;
    while (auto row = answer.next()) {
        if (most > 0 && static_cast<std::int64_t>(rows.size()) >= most) ++more;
        else rows.push_back(std::move(*row));
    }
    if (rows.empty()) return in(shared, "No rows.\n", "該当する行はありません。\n");
    std::string out = rows_text(answer.columns(), rows, shared.language, shared.width);
    if (more > 0) {
        out += fmt::format(fmt::runtime(in(shared, "... and {} more rows; --rows 0 shows all\n", "…ほか{}行（--rows 0 ですべて表示）\n")), more);
    }
    return out;
}

void add_query(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("query", in(shared, "Ask the database of a batch or of Monte Carlo", "一括計算・モンテカルロのデータベースに質問する"));
    auto request = std::make_shared<Request>();
    command->add_option("FILE", request->database, in(shared, "database of goho batch or goho montecarlo", "goho batch・goho montecarlo のデータベース"))->required()->type_name("");
    command->add_option("QUESTION", request->question, in(shared, "name of a question, or a SELECT; without it all names are listed", "質問の名前、または SELECT 文。省略すると一覧を表示する"))
        ->type_name("");
    command->add_option("--rows", request->rows, in(shared, "most rows of a table; 0 for all", "表に示す行数の上限（0 ですべて）"))
        ->check(CLI::NonNegativeNumber.description(""))
        ->type_name("ROWS")
        ->capture_default_str();
    add_shared_options(*command, shared);
    command->footer(in(shared, "Example: goho query results.sqlite best\nTables and columns: docs/reference/batch-database.md",
                       "例: goho query results.sqlite best\nテーブルと列: docs/reference/batch-database.md"));
    command->callback([&shared, &result, request] {
        if (request->question.empty()) {
            auto there = batch::Answer::to(request->database, "overview");
            show_problems(there.problems, shared);
            result = there ? emit(list_of_questions(*batch::database_kind(request->database), shared), shared) : invalid_input;
            return;
        }
        auto answer = batch::Answer::to(request->database, request->question);
        show_problems(answer.problems, shared);
        if (!answer) {
            result = answer.problems.front().code == "bad-question" ? usage_error : invalid_input;
            return;
        }
        if (shared.format != Format::table) {
            result = emit_rows(*answer.value, shared.format, shared);
            return;
        }
        const std::string text = rows_of(*answer.value, request->rows, shared);
        show_problems(answer.value->failure(), shared);
        result = answer.value->failure().empty() ? emit(text, shared) : usage_error;
    });
}

}  // namespace goho::cli
