// The scripts that complete goho on the command line, and what they ask while the user types.
#include "cli/outline.hpp"
#include "io/pointer.hpp"
#include "io/reach.hpp"
#include "io/scenario_reader.hpp"
#include "kernels/kernel.hpp"

namespace goho::cli {

namespace {

/// One a line. A scenario that cannot be read has none: nobody wants to be told while typing.
std::string addresses_in(const std::string& file, bool of_all_items) {
    io::working_on(file);
    const io::Reading reading = io::read_scenario(file);
    std::string out;
    if (reading) {
        for (const auto& address : io::addresses_of(reading.value->plan)) {
            if (of_all_items || address.find('*') == std::string::npos) out += address + "\n";
        }
    }
    return out;
}

std::string kernel_names() {
    std::string out;
    for (const auto& kernel : kernels::kernels()) out += std::string(kernel.name) + "\n";
    return out;
}

}  // namespace

void add_completion(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("completion", in(shared, "Write a script that completes commands in bash, zsh or fish", "コマンド補完のスクリプト（bash・zsh・fish）を出力する"));
    auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, in(shared, "bash, zsh or fish", "bash・zsh・fish"))
        ->required()
        ->transform(one_of(std::vector<std::string>{"bash", "zsh", "fish"}, shared.language))
        ->type_name("");
    add_shared_options(*command, shared, false);
    command->footer(in(shared,
                       "The Debian package has installed them already. Elsewhere, for bash: put the line of the example into ~/.bashrc; for zsh: "
                       "write the script to a file _goho in a folder of $fpath; for fish: to ~/.config/fish/completions/goho.fish.\n"
                       "Example: eval \"$(goho completion bash)\"",
                       "Debian パッケージでは導入済みです。それ以外では、bash は例の行を ~/.bashrc に書き、zsh は $fpath のフォルダーの _goho に、"
                       "fish は ~/.config/fish/completions/goho.fish に書き出します。\n"
                       "例: eval \"$(goho completion bash)\""));
    command->callback([&shared, &result, shell] {
        const auto program = outline_of_program(shared.language);
        result = emit(*shell == "bash" ? bash_completion(program) : *shell == "zsh" ? zsh_completion(program) : fish_completion(program), shared);
    });
}

void add_complete(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("complete", in(shared, "What the completion scripts ask", "補完スクリプト用"))->group("");
    auto what = std::make_shared<std::string>(), file = std::make_shared<std::string>();
    command->add_option("WHAT", *what, "addresses, quantities, kernels")->required()->transform(one_of(std::vector<std::string>{"addresses", "quantities", "kernels"}, shared.language))->type_name("");
    command->add_option("FILE", *file, in(shared, "a scenario", "シナリオ"))->type_name("");
    command->callback([&shared, &result, what, file] { result = emit(*what == "kernels" ? kernel_names() : addresses_in(*file, *what == "addresses"), shared); });
}

}  // namespace goho::cli
