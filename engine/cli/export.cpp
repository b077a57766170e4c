#include "cli/command.hpp"
#include "io/journal.hpp"

namespace goho::cli {

void add_export(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("export", in(shared, "Hand the books to other programs", "帳簿を他のプログラムに渡す"));
    command->require_subcommand(1);
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
