#include "cli/command.hpp"
#include "cli/emit_workbook.hpp"
#include "analysis/recording.hpp"
#include "io/journal.hpp"
#include "workbook/builder.hpp"

namespace goho::cli {

namespace {

ExitCode export_workbook(const std::string& file, const Shared& shared) {
    if (!shared.output) {
        show_problems({{"output-needed", file, {}, 0, 0, {"a workbook is written to a file", "ブックはファイルに書き出します"},
                        {"say which: -o plan.xlsx", "-o plan.xlsx のように指定してください"}}}, shared);
        return usage_error;
    }
    if (const Problems problems = no_workbook(*shared.output); !problems.empty()) {
        show_problems(problems, shared);
        return usage_error;
    }
    const auto loaded = load_file(file, shared);
    if (!loaded) return invalid_input;
    const auto recording = analysis::record(loaded->scenario, loaded->statutes);
    return emit_workbook(workbook::book_of(recording, shared.language), shared);
}

void add_workbook(CLI::App& command, Shared& shared, int& result) {
    auto* workbook = command.add_subcommand("xlsx", in(shared, "The plan as a workbook with live formulas", "計算式の生きた Excel ブックとして出力する"));
    auto file = std::make_shared<std::string>();
    workbook->add_option("FILE", *file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    add_shared_options(*workbook, shared, false);
    workbook->footer(in(shared, "Blue cells are inputs; everything else is reckoned from them.\nExample: goho export xlsx base.json -o plan.xlsx",
                        "青いセルが入力で、残りはそこから計算されます。\n例: goho export xlsx base.json -o plan.xlsx"));
    workbook->callback([&shared, &result, file] { result = export_workbook(*file, shared); });
}

}  // namespace

void add_export(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("export", in(shared, "Hand the books to other programs", "帳簿を他のプログラムに渡す"));
    command->require_subcommand(1);
    add_workbook(*command, shared, result);
    add_export_form(*command, shared, result);
    auto* journal = command->add_subcommand(
        "journal", in(shared, "Every entry of the plan as plain-text accounting", "計画のすべての仕訳をテキスト会計の形式で出力する"));
    auto file = std::make_shared<std::string>();
    auto dialect = std::make_shared<std::string>("ledger");
    journal->add_option("FILE", *file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    journal->add_option("--dialect", *dialect, in(shared, "ledger (also read by hledger) or beancount", "ledger（hledger でも読める）または beancount"))
        ->transform(one_of(std::vector<std::string>{"ledger", "beancount"}, shared.language))
        ->type_name("DIALECT")
        ->capture_default_str();
    add_shared_options(*journal, shared, false);
    journal->footer(in(shared, "Example: goho export journal base.json -o base.journal && hledger -f base.journal balance",
                       "例: goho export journal base.json -o base.journal && hledger -f base.journal balance"));
    journal->callback([&shared, &result, file, dialect] {
        const auto study = study_file(*file, {}, shared);
        if (!study) {
            result = invalid_input;
            return;
        }
        const auto entries = io::journal(study->scenario, study->run);
        const bool beancount = *dialect == "beancount";
        result = emit(beancount ? io::to_beancount(entries, shared.language) : io::to_ledger(entries, shared.language), shared);
    });
}

}  // namespace goho::cli
