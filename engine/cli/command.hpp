// What all commands share: language, format, where the output goes, exit codes, and how problems are shown.
#pragma once

#include "analysis/study.hpp"
#include "batch/answer.hpp"
#include "cluster/world.hpp"
#include "core/format.hpp"
#include "core/problem.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace goho::cli {

/// Documented in docs/reference/cli.md; programs rely on them.
enum ExitCode { fine = 0, internal_error = 1, usage_error = 2, invalid_input = 3, partial_failure = 4, check_failed = 5 };

enum class Format { table, json, csv };

struct Shared {
    Language language = Language::english;
    std::string language_word;  // as given with --lang
    Format format = Format::table;
    std::optional<std::string> output;  // file; standard output when not given
    int width = 80;
    cluster::World* world = nullptr;  // processes that share the work, of which this is one; null when it is alone

    /// The one that reads, shows and writes, where there are several.
    bool leads() const { return world == nullptr || world->rank() == 0; }
};

/// A text of the program in the language of the user.
inline std::string in(const Shared& shared, std::string_view en, std::string_view ja) {
    return std::string(shared.language == Language::japanese ? ja : en);
}

/// Allows a few words, in either case; another one is refused in a sentence, with the likely one.
CLI::Validator one_of(std::vector<std::string> words, Language language);
/// The words that an option allows; none when it has no fixed list.
std::vector<std::string> words_of(CLI::Option& option);
/// The same for words that stand for values.
template <class Value> CLI::Validator one_of(const std::map<std::string, Value>& words, Language language) {
    std::vector<std::string> names;
    for (const auto& [name, value] : words) names.push_back(name);
    const CLI::Validator check = one_of(std::move(names), language);
    return CLI::Validator(
        [words, check](std::string& word) {
            std::string complaint = check(word);  // the word is then as the list has it
            if (complaint.empty()) word = std::to_string(static_cast<int>(words.at(word)));
            return complaint;
        },
        "", check.get_name());
}

/// --format, --lang, -o and --width, which most commands know.
void add_shared_options(CLI::App& command, Shared& shared, bool formats = true);

/// Problems go to standard error, one line each.
void show_problems(const Problems& problems, const Shared& shared, std::string_view prefix = "");

/// Why a file must not be written: a scenario stands there, and the command is not one that may replace it.
Problems scenario_in_the_way(const std::string& file);
/// The same for any file, of a command that replaces it with --overwrite.
Problems file_in_the_way(const std::string& file);
/// The same where even --overwrite does not help: `base` is that file, or extends it.
Problems base_in_the_way(const std::string& file, const std::string& base);
/// Says of a new file that it builds on one which commands reach only when they are told so.
void note_far_base(const std::string& file, const std::string& base, const Shared& shared);
/// Why a workbook cannot go to that file: its name must end as those of workbooks do.
Problems no_workbook(const std::string& file);
/// Writes a file that is no scenario, or shows why not; `invalid_input` when a scenario is in the way.
ExitCode write_unless_scenario(const std::string& file, std::string_view text, const Shared& shared);

/// Writes the output; the exit code is `fine`, `invalid_input` when a scenario would be lost, or, when the file cannot be
/// written, `internal_error`.
ExitCode emit(std::string_view text, const Shared& shared);

/// Rows of a database as CSV or JSON, however many, and the same as a table of at most so many (0: all).
ExitCode emit_rows(batch::Answer& answer, Format format, const Shared& shared);
std::string rows_of(batch::Answer& answer, std::int64_t most, const Shared& shared);

/// A scenario with the dated tables that it names; nothing after its problems were shown.
struct Loaded {
    simulation::Scenario scenario;
    accounting::Statutes statutes;
};
std::optional<Loaded> load_file(const std::string& file, const Shared& shared);

/// Reads and studies one scenario; nothing after its problems were shown.
struct StudyRequest {
    std::string repayment = "b";
    std::string benchmark;  // overrides the pin of the scenario
    bool diagnose = false;  // price the five disconnects
};
void add_study_options(CLI::App& command, StudyRequest& request, const Shared& shared);
std::optional<analysis::Study> study_file(const std::string& file, const StudyRequest& request, const Shared& shared,
                                          std::optional<stakeholders::Benchmark>* benchmark = nullptr);

/// The whole program with its commands, described in the language of `shared`; both references must outlive it.
std::unique_ptr<CLI::App> program(Shared& shared, int& result);

/// What is wrong with the words that were given, a sentence for each.
std::vector<std::string> usage_problems(const CLI::App& app, const CLI::ParseError& error, const Shared& shared);

// The commands. Each adds itself to the program and leaves in `result` what the process returns.
void add_validate(CLI::App& app, Shared& shared, int& result);
void add_run(CLI::App& app, Shared& shared, int& result);
void add_compare(CLI::App& app, Shared& shared, int& result);
void add_attribute(CLI::App& app, Shared& shared, int& result);
void add_disconnects(CLI::App& app, Shared& shared, int& result);
void add_clinic(CLI::App& app, Shared& shared, int& result);
void add_goalseek(CLI::App& app, Shared& shared, int& result);
void add_optimize(CLI::App& app, Shared& shared, int& result);
void add_trough(CLI::App& app, Shared& shared, int& result);
void add_gates(CLI::App& app, Shared& shared, int& result);
void add_information(CLI::App& app, Shared& shared, int& result);
void add_variant(CLI::App& app, Shared& shared, int& result);
void add_montecarlo(CLI::App& app, Shared& shared, int& result);
void add_sensitivity(CLI::App& app, Shared& shared, int& result);
void add_batch(CLI::App& app, Shared& shared, int& result);
void add_query(CLI::App& app, Shared& shared, int& result);
void add_explain(CLI::App& app, Shared& shared, int& result);
void add_import(CLI::App& app, Shared& shared, int& result);
void add_actuals(CLI::App& app, Shared& shared, int& result);
void add_calibrate(CLI::App& app, Shared& shared, int& result);
void add_export(CLI::App& app, Shared& shared, int& result);
void add_report(CLI::App& app, Shared& shared, int& result);
void add_export_form(CLI::App& command, Shared& shared, int& result);  // below `export`
void add_schema(CLI::App& app, Shared& shared, int& result);
void add_version(CLI::App& app, Shared& shared, int& result);
void add_completion(CLI::App& app, Shared& shared, int& result);
void add_complete(CLI::App& app, Shared& shared, int& result);  // what the completion scripts call
void add_docs(CLI::App& app, Shared& shared, int& result);

}  // namespace goho::cli
