// The report is drawn with the window's charts, so the window's program makes it; here the command line is read, and
// that program is called without a screen. What it is told stands in io/report_request.hpp.
#include "cli/command.hpp"
#include "io/report_request.hpp"
#include "io/wording.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace goho::cli {

namespace {

constexpr const char* drawer = "goho-gui";

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

/// Beside this program, else wherever programs are found.
std::string drawer_path() {
    std::error_code error;
    const auto beside = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / drawer;
    return !error && std::filesystem::exists(beside, error) ? beside.string() : drawer;
}

/// Runs a program that reads `input`, with no screen; what it returned, or nothing when it could not be started. `trouble`
/// is why it could not be told everything.
std::optional<int> run_with_input(const std::string& program, const std::string& input, std::string& trouble) {
    int ends[2];
    if (pipe(ends) != 0) return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    std::string name = program, option = "--report";
    char* arguments[] = {name.data(), option.data(), nullptr};
    pid_t child = 0;
    const int failed = posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    std::signal(SIGPIPE, SIG_IGN);  // a child that ends early is told by its status
    for (std::size_t sent = 0; failed == 0 && sent < input.size();) {
        const ssize_t n = write(ends[1], input.data() + sent, input.size() - sent);
        if (n < 0 && errno != EINTR) {
            if (errno != EPIPE) trouble = std::strerror(errno);
            break;
        }
        sent += n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    close(ends[1]);
    if (failed != 0) return {};
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : static_cast<int>(internal_error);
}

ExitCode make_report(io::ReportRequest request, const Shared& shared) {
    const auto ends_with = [&](std::string_view ending) { return request.output.ends_with(ending); };
    if (!shared.output) {
        show_problems({{"output-needed", {}, {}, 0, 0, {"a report is written to a file", "報告書はファイルに書き出します"},
                        {"say which: -o plan.pdf or -o plan.html", "-o plan.pdf または -o plan.html のように指定してください"}}}, shared);
        return usage_error;
    }
    request.output = *shared.output;
    if (!ends_with(".pdf") && !ends_with(".html")) {
        show_problems({{"report-kind-unknown", request.output, {}, 0, 0, {"a report is a .pdf or an .html file", "報告書は .pdf または .html です"},
                        {"-o plan.pdf or -o plan.html", "-o plan.pdf または -o plan.html"}}}, shared);
        return usage_error;
    }
    request.language = shared.language;
    if (request.date.empty()) request.date = today();
    // Paths are read where the user stands; the program called stands there, too.
    std::string trouble;
    const auto code = run_with_input(drawer_path(), io::request_text(request), trouble);
    if (!trouble.empty()) {
        show_problems({{"cannot-write", request.output, {}, 0, 0, io::say("cannot be written: {}", "書き込めません: {}", trouble), {}}}, shared);
        return internal_error;
    }
    if (!code || *code == 127) {
        show_problems({{"drawer-missing", drawer, {}, 0, 0,
                        {"the program that draws reports could not be started", "報告書を描くプログラムを起動できません"},
                        {"goho-gui must stand beside goho or on the PATH; a build without the window has none",
                         "goho-gui を goho と同じ場所か PATH に置いてください（画面なしのビルドには含まれません）"}}}, shared);
        return internal_error;
    }
    return static_cast<ExitCode>(*code);
}

}  // namespace

void add_report(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("report", in(shared, "A report for the bank or the client, as PDF or web page", "金融機関や顧問先に渡す報告書を PDF または HTML で作る"));
    auto request = std::make_shared<io::ReportRequest>();
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    command->add_option("FILES", request->files, in(shared, "scenarios to show side by side, the base first", "並べて示すシナリオ（最初が基準）"))->required()->type_name("");
    command->add_option("--plan", request->plan, in(shared, "the scenario that is proposed; the second when not given", "提案するシナリオ（省略時は2番目）"))->type_name("FILE");
    command->add_option("--client", request->client, in(shared, "name on the cover; the base's when not given", "表紙の会社名（省略時は基準シナリオの名称）"))->type_name("NAME");
    command->add_option("--title", request->title, in(shared, "title on the cover", "表紙の表題"))->type_name("TEXT");
    command->add_option("--for", request->prepared_for, in(shared, "whom it is for", "提出先"))->type_name("NAME");
    command->add_option("--by", request->prepared_by, in(shared, "who prepared it", "作成者"))->type_name("NAME");
    command->add_option("--date", request->date, in(shared, "date on the cover, such as 2027-04-01; today when not given", "表紙の日付（例: 2027-04-01、省略時は今日）"))
        ->check(CLI::Validator(
            [&shared](std::string& word) {
                std::tm read{};
                const char* end = strptime(word.c_str(), "%Y-%m-%d", &read);
                return end && !*end && word.size() == 10 ? std::string() : in(shared, "a date is written as 2027-04-01", "日付は 2027-04-01 の形で指定してください");
            }, ""))
        ->type_name("DATE");
    command->add_option("--sections", request->sections,
                        in(shared,
                           "only these, with commas: question, plan, comparison, profit, balance, break_even, cash, loans, gates, five, actions, disconnects, chance, assumptions, decisions, appendix; and, only when named, story and coefficients",
                           "載せる章（カンマ区切り）: question・plan・comparison・profit・balance・break_even・cash・loans・gates・five・actions・disconnects・chance・assumptions・decisions・appendix。指定したときだけ載る章: story・coefficients"))
        ->delimiter(',')
        ->allow_extra_args(false)  // files that follow are files
        ->transform(one_of(std::vector<std::string>{"question", "plan", "comparison", "profit", "balance", "break_even", "cash", "loans", "gates", "five", "actions",
                                                    "disconnects", "chance", "assumptions", "decisions", "appendix", "story", "coefficients"}, shared.language))
        ->type_name("NAMES");
    command->add_option("--unit", request->unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))
        ->type_name("UNIT")
        ->default_str("thousand");
    command->add_option("--trials", request->trials, in(shared, "trials of chance; without them the chapter on chance is left out", "不確実性の試行回数（省略時は章を載せない）"))
        ->check(CLI::Range(100, 1000000).description(""))
        ->type_name("N");
    command->add_option("--seed", request->seed, in(shared, "seed of chance", "乱数の種"))->type_name("N")->capture_default_str();
    command->add_option("--benchmark", request->benchmark, in(shared, "Local Benchmark thresholds: a file, or 'example'", "ロカベン基準値のファイル、または example"))->type_name("FILE");
    command->add_flag("--hide-client", request->hide_client, in(shared, "no names of companies", "会社名を伏せる"));
    add_shared_options(*command, shared, false);
    command->footer(in(shared, "Example: goho report base.json investment_plan.json -o plan.pdf --for \"Minato Bank\" --lang ja",
                       "例: goho report base.json investment_plan.json -o plan.pdf --for みなと銀行 --lang ja"));
    command->callback([&shared, &result, request] { result = make_report(*request, shared); });
}

}  // namespace goho::cli
