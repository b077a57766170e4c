#include "about/about.hpp"
#include "cli/command.hpp"
#include "io/reach.hpp"

#include "io/text_table.hpp"

#include <algorithm>
#include <cstdlib>

namespace goho::cli {

namespace {

/// Help in 80 columns, whatever the language: names on the left, explanations wrapped on the right.
class Formatter : public CLI::Formatter {
public:
    explicit Formatter(bool japanese) {
        if (!japanese) return;
        label("Usage", "使い方");
        label("OPTIONS", "オプション");
        label("Positionals", "引数");
        label("SUBCOMMAND", "コマンド");
        label("SUBCOMMANDS", "コマンド");
        label("REQUIRED", "（必須）");
    }
    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        return entry(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option));
    }
    std::string make_subcommand(const CLI::App* command) const override { return entry(command->get_name(), command->get_description()); }

    std::string make_description(const CLI::App* app) const override { return lines(app->get_description()); }
    std::string make_footer(const CLI::App* app) const override { return "\n" + lines(app->get_footer()); }

private:
    static std::string lines(const std::string& text) {
        std::string out;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            for (const auto& line : io::wrapped(std::string_view(text).substr(begin, end - begin), 80)) out += line + "\n";
            begin = end + 1;
        }
        return out;
    }

    static std::string entry(const std::string& name, const std::string& description) {
        constexpr int names = 27, width = 80;
        const std::string left = "  " + name;
        std::string out = left;
        bool beside = io::display_width(left) < names;
        for (const auto& line : io::wrapped(description, width - names)) {
            out += beside ? std::string(static_cast<std::size_t>(names - io::display_width(left)), ' ') + line
                          : "\n" + std::string(names, ' ') + line;
            beside = false;
        }
        return out + "\n";
    }
};

/// Commands that read scenarios may be told what those may reach; what else they are given widens it to its folder.
void add_reach(CLI::App& command, const Shared& shared) {
    bool reads = false;
    for (auto* option : command.get_options()) {
        if (!option->get_positional()) continue;
        option->each([](const std::string& word) { io::working_on(word); });
        reads = true;
    }
    if (!reads) return;
    // Through the environment, for the program that draws reports must hear of it, too.
    command.add_option_function<std::vector<std::string>>("--allow-extends",
        [](const std::vector<std::string>& folders) {
            const char* before = std::getenv("GOHO_ALLOW_EXTENDS");
            std::string all = before == nullptr ? "" : before;
            for (const auto& folder : folders) all += ":" + folder;
            setenv("GOHO_ALLOW_EXTENDS", all.c_str(), 1);
            io::allow_reach_of_environment();
        }, in(shared, "scenarios may also extend files below this folder; may be repeated", "シナリオがこのフォルダー内のファイルも参照できるようにする（複数指定可）"))
        ->allow_extra_args(false)
        ->type_name("FOLDER");
}

}  // namespace

std::unique_ptr<CLI::App> program(Shared& shared, int& result) {
    auto app = std::make_unique<CLI::App>(in(shared, "Goho, a management-planning simulator: ten years of a company, month by month, exact to the yen.",
                         "Goho（五方）経営計画シミュレーター: 会社の10年を月次で、1円単位まで正確に。"),
                 "goho");
    app->formatter(std::make_shared<Formatter>(shared.language == Language::japanese));
    app->option_defaults()->group(in(shared, "Options", "オプション"));
    app->set_version_flag("--version", [&shared] {
        std::string text = about::text("goho", shared.language);
        text.pop_back();  // its own line end follows
        return text;
    }, in(shared, "show the version, and how the program was built", "バージョンとビルド情報を表示する"));
    app->set_help_flag("-h,--help", in(shared, "show this help", "この説明を表示する"));
    app->require_subcommand(1);
    app->footer(in(shared,
                       "Exit codes: 0 fine, 1 internal error, 2 wrong usage, 3 invalid input, 4 part of a batch failed, "
                       "5 a check failed (with --check).\n"
                       "Example: goho compare base.json price_up.json\n"
                       "'goho COMMAND --help' tells more about a command.",
                       "終了コード: 0 正常、1 内部エラー、2 使い方の誤り、3 入力の誤り、4 一括処理の一部失敗、"
                       "5 判定不合格（--check 指定時）。\n"
                       "例: goho compare base.json price_up.json\n"
                       "各コマンドの説明: goho コマンド --help"));
    add_validate(*app, shared, result);
    add_run(*app, shared, result);
    add_compare(*app, shared, result);
    add_variant(*app, shared, result);
    add_attribute(*app, shared, result);
    add_disconnects(*app, shared, result);
    add_clinic(*app, shared, result);
    add_goalseek(*app, shared, result);
    add_optimize(*app, shared, result);
    add_trough(*app, shared, result);
    add_gates(*app, shared, result);
    add_information(*app, shared, result);
    add_montecarlo(*app, shared, result);
    add_sensitivity(*app, shared, result);
    add_batch(*app, shared, result);
    add_query(*app, shared, result);
    add_explain(*app, shared, result);
    add_import(*app, shared, result);
    add_actuals(*app, shared, result);
    add_calibrate(*app, shared, result);
    add_export(*app, shared, result);
    add_report(*app, shared, result);
    add_schema(*app, shared, result);
    add_version(*app, shared, result);
    add_completion(*app, shared, result);
    add_complete(*app, shared, result);
    add_docs(*app, shared, result);
    for (auto* command : app->get_subcommands({})) {
        if (command->get_group().empty()) continue;  // called by other programs, not by people
        if (const auto& name = command->get_name(); name != "query" && name != "docs" && name != "completion") add_reach(*command, shared);
        command->group(in(shared, "Commands", "コマンド"));
        command->set_help_flag("-h,--help", in(shared, "show this help", "この説明を表示する"));
        for (auto* part : command->get_subcommands({})) {
            if (command->get_name() != "import") add_reach(*part, shared);
            part->group(in(shared, "Commands", "コマンド"));
            part->set_help_flag("-h,--help", in(shared, "show this help", "この説明を表示する"));
        }
    }
    return app;
}

}  // namespace goho::cli
