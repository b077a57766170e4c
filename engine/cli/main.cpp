// goho: the command line. Each command is a thin layer over the engine; see docs/reference/cli.md.
#include "cli/command.hpp"
#include "io/version.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

namespace {

using namespace goho;

/// The language must be known before the options are described, so it is looked for by hand.
Language language_of(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) return std::strcmp(argv[i + 1], "ja") == 0 ? Language::japanese : Language::english;
        if (word.starts_with("--lang=")) return word == "--lang=ja" ? Language::japanese : Language::english;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) return std::strncmp(value, "ja", 2) == 0 ? Language::japanese : Language::english;
    }
    return Language::english;
}

}  // namespace

int main(int argc, char** argv) {
    cli::Shared shared;
    shared.language = language_of(argc, argv);
    int result = cli::fine;

    CLI::App app(cli::in(shared, "Goho, a management-planning simulator: ten years of a company, month by month, exact to the yen.",
                         "Goho（五方）経営計画シミュレーター: 会社の10年を月次で、1円単位まで正確に。"),
                 "goho");
    app.set_version_flag("--version", "goho " + std::string(io::version()));
    app.require_subcommand(1);
    app.footer(cli::in(shared,
                       "Exit codes: 0 fine, 1 internal error, 2 wrong usage, 3 invalid input, 4 part of a batch failed,\n"
                       "5 a check failed (with --check).\n"
                       "Example: goho compare base.json price_up.json\n"
                       "'goho COMMAND --help' tells more about a command.",
                       "終了コード: 0 正常、1 内部エラー、2 使い方の誤り、3 入力の誤り、4 一括処理の一部失敗、\n"
                       "5 判定不合格（--check 指定時）。\n"
                       "例: goho compare base.json price_up.json\n"
                       "各コマンドの説明: goho コマンド --help"));
    cli::add_validate(app, shared, result);
    cli::add_run(app, shared, result);
    cli::add_compare(app, shared, result);
    cli::add_export(app, shared, result);
    cli::add_schema(app, shared, result);
    cli::add_docs(app, shared, result);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::fine : cli::usage_error;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "goho: %s: %s\n", cli::in(shared, "internal error", "内部エラー").c_str(), error.what());
        return cli::internal_error;
    }
    return result;
}
