#include "batch/trial_schema.hpp"
#include "cli/outline.hpp"
#include "io/output_file.hpp"
#include "io/reference.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace goho::cli {

namespace {

/// The help of every command, as the program prints it, in both languages.
std::string command_page(const CLI::App& app, const CLI::App& other) {
    std::string out =
        "# Command line コマンド\n\n<!-- Made by `goho docs`; do not edit. -->\n\n"
        "Exit codes: 0 fine, 1 internal error, 2 wrong usage, 3 invalid input, 4 part of a batch failed, 5 a check failed (with `--check`).\n"
        "Problems go to standard error, one line each; results to standard output or the file given with `-o`, which is written whole or "
        "not at all.\n\n"
        "終了コード: 0 正常、1 内部エラー、2 使い方の誤り、3 入力の誤り、4 一括処理の一部失敗、5 判定不合格（`--check`）。"
        "問題点は標準エラーに1件1行で、結果は標準出力または `-o` のファイル（途中で壊れない）に出力する。\n";
    const auto add = [&](const CLI::App& command, const CLI::App& translated, const std::string& name) {
        const auto own = name.rfind(' ');  // the help puts a command's own name behind what stands above it
        const std::string above = own == std::string::npos ? std::string() : name.substr(0, own);
        out += fmt::format("\n## {}\n\n```text\n{}```\n\n```text\n{}```\n", name, command.help(above), translated.help(above));
    };
    add(app, other, "goho");
    const auto shown = [](const CLI::App* command) { return !command->get_group().empty(); };
    const auto commands = app.get_subcommands(shown), translations = other.get_subcommands(shown);
    for (std::size_t i = 0; i < commands.size(); ++i) {
        add(*commands[i], *translations[i], "goho " + commands[i]->get_name());
        const auto parts = commands[i]->get_subcommands({}), translated = translations[i]->get_subcommands({});
        for (std::size_t k = 0; k < parts.size(); ++k) {
            add(*parts[k], *translated[k], "goho " + commands[i]->get_name() + " " + parts[k]->get_name());
        }
    }
    return out;
}

ExitCode write_manual(const std::filesystem::path& folder, const Shared& shared) {
    Problems problems;
    for (const auto& [name, text] : manual_pages()) {
        std::error_code error;  // told by the file that cannot be written
        std::filesystem::create_directories((folder / name).parent_path(), error);
        for (auto& problem : io::write_file(folder / name, text)) problems.push_back(std::move(problem));
    }
    show_problems(problems, shared);
    return problems.empty() ? fine : internal_error;
}

}  // namespace

void add_docs(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("docs", in(shared, "Write the reference pages", "リファレンスを書き出す"));
    auto folder = std::make_shared<std::string>("docs/reference");
    command->add_option("-o,--output", *folder, in(shared, "folder of the pages", "書き出すフォルダー"))->type_name("DIR")->capture_default_str();
    auto man = std::make_shared<std::string>();
    command->add_option("--man", *man, in(shared, "write the manual pages below this folder instead", "代わりに man ページをこのフォルダーの下に書き出す"))->type_name("DIR");
    command->footer(in(shared, "Example: goho docs -o docs/reference", "例: goho docs -o docs/reference"));
    command->callback([&shared, &result, folder, man] {
        if (!man->empty()) {
            result = write_manual(*man, shared);
            return;
        }
        Shared english, japanese;
        english.language = Language::english;
        japanese.language = Language::japanese;
        int ignored = 0;
        const auto app_en = program(english, ignored), app_ja = program(japanese, ignored);
        const std::filesystem::path to = *folder;
        Problems problems;
        for (const auto& [name, text] : {std::pair{"parameters.md", io::parameters_page()}, std::pair{"results.md", io::results_page()},
                                         std::pair{"problems.md", io::problems_page()}, std::pair{"batch-database.md", batch::database_page()},
                                         std::pair{"montecarlo-database.md", batch::trial_database_page()}, std::pair{"cli.md", command_page(*app_en, *app_ja)}}) {
            for (auto& problem : io::write_file(to / name, text)) problems.push_back(std::move(problem));
        }
        show_problems(problems, shared);
        if (!problems.empty()) result = internal_error;
    });
}

}  // namespace goho::cli
