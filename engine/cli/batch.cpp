#include "batch/batch.hpp"
#include "batch/answer.hpp"
#include "batch/inputs.hpp"
#include "cli/command.hpp"
#include "core/format.hpp"
#include "io/input_file.hpp"
#include "io/output_file.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace goho::cli {

namespace {

struct Options {
    std::vector<std::string> paths, sweeps;
    std::string sample, csv, share;
    std::uint64_t seed = 1;
    int jobs = 0;
    bool resume = false, overwrite = false, progress = false;
};

constexpr std::size_t most_shown = 20;
std::atomic<bool> interrupted = false;  // by Ctrl-C, which a handler can only note

/// "1,234 of 10,000 runs, 980 a second, 9 s left", once a run takes more than a second and somebody looks.
class Meter {
public:
    Meter(const Shared& shared, bool always) : shared_(shared), terminal_(::isatty(STDERR_FILENO) != 0), wanted_(always || terminal_) {}
    ~Meter() { clear(); }

    void show(const batch::Progress& p) {
        if (!wanted_) return;
        const auto now = std::chrono::steady_clock::now();
        if (now - begun_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(terminal_ ? 200 : 1000)) return;
        shown_ = now;
        const double seconds = std::chrono::duration<double>(now - begun_).count(), rate = static_cast<double>(p.done) / seconds;
        const double left = rate > 0.0 ? static_cast<double>(p.total - p.done) / rate : 0.0;
        std::string text = fmt::format(fmt::runtime(in(shared_, "{} of {} runs, {} a second, {} s left", "{} / {} 件、毎秒 {} 件、残り {} 秒")),
                                       group_thousands(static_cast<double>(p.done)), group_thousands(static_cast<double>(p.total)), group_thousands(rate), group_thousands(left));
        if (p.failed > 0) text += fmt::format(fmt::runtime(in(shared_, ", {} failed", "、失敗 {} 件")), p.failed);
        std::fprintf(stderr, terminal_ ? "\r%s\033[K" : "%s\n", text.c_str());
        written_ = true;
    }
    void clear() {
        if (written_ && terminal_) std::fputs("\r\033[K", stderr);
        written_ = false;
    }

private:
    const Shared& shared_;
    bool terminal_, wanted_, written_ = false;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), shown_{};
};

void note(const Shared& shared, const std::string& text) { std::fputs((in(shared, "note: ", "注意: ") + text + "\n").c_str(), stderr); }

/// The sweep, or nothing after its problems were shown.
std::optional<batch::Sweep> sweep_of(const Options& options, std::size_t files, const Shared& shared) {
    Problems problems;
    std::vector<batch::Axis> axes;
    for (const std::string& written : options.sweeps) {
        auto axis = batch::read_axis(written);
        problems.insert(problems.end(), axis.problems.begin(), axis.problems.end());
        if (axis) axes.push_back(std::move(*axis.value));
    }
    std::uint64_t points = 0;
    if (!options.sample.empty()) {
        const auto sample = batch::read_sample(options.sample);
        problems.insert(problems.end(), sample.problems.begin(), sample.problems.end());
        points = sample.value.value_or(1);
    }
    if (problems.empty()) problems = batch::problems_of(axes, points, files);
    show_problems(problems, shared);
    if (!problems.empty()) return {};
    return points > 0 ? batch::Sweep(std::move(axes), points, options.seed) : batch::Sweep(std::move(axes));
}

/// Writes the answer to a question, in the format that was asked for.
std::string rows_json(batch::Answer& answer) {
    std::string out;
    while (const auto row = answer.next()) out += (out.empty() ? "\n    " : ",\n    ") + io::json_row(answer.columns(), *row);
    return "[" + out + (out.empty() ? "]" : "\n  ]");
}

ExitCode summary(const std::string& database, const Shared& to_terminal) {
    const auto ask = [&](const std::string& question) { return batch::Answer::to(database, question); };
    if (to_terminal.format == Format::csv) {
        auto rows = ask("summary");
        return rows ? emit_rows(*rows.value, Format::csv, to_terminal) : internal_error;
    }
    auto overview = ask("overview"), best = ask("best"), failed = ask("SELECT * FROM failed LIMIT 20");
    if (!overview || !best || !failed) return internal_error;
    if (to_terminal.format == Format::json) {
        const auto counts = overview.value->next();
        return emit(fmt::format("{{\n  \"overview\": {},\n  \"best\": {},\n  \"failed\": {}\n}}\n", io::json_row(overview.value->columns(), *counts), rows_json(*best.value),
                                rows_json(*failed.value)),
                    to_terminal);
    }
    std::string text = rows_of(*overview.value, 0, to_terminal) + "\n" +
                       in(to_terminal, "== Highest ordinary income in plan year 10 (or the last year), in yen\n", "== 計画10年目（短い計画は最終年）の経常利益が高い順（円）\n") +
                       rows_of(*best.value, 0, to_terminal);
    return emit(text, to_terminal);
}

/// What the processes do that another one leads.
int help(const Options& options, const Shared& shared) {
    const auto sweep = sweep_of(options, 1, shared);
    if (!sweep) return usage_error;
    batch::help(*shared.world, *sweep, options.jobs);
    return fine;
}

/// The share, or nothing after its problems were shown.
std::optional<cluster::Share> share_of(const Options& options, const Shared& shared) {
    if (options.share.empty()) return cluster::Share{};
    auto share = cluster::read_share(options.share);
    if (shared.world != nullptr && shared.world->size() > 1)
        share = {{}, {{"bad-option", {}, {}, 0, 0, {"--share is for jobs of one process, not for several under mpirun", "--share は単独プロセスのジョブ用で、mpirun とは併用できません"}, {}}}};
    if (!options.csv.empty()) {
        share.value.reset();
        share.problems.push_back({"bad-option", {}, {}, 0, 0, {"--csv is written of the whole, not of a share", "--csv は全体の取りまとめ時に指定してください（分担では書き出しません）"}, {}});
    }
    show_problems(share.problems, shared);
    return share.value;
}

int compute(const Options& options, const std::string& database, Shared& shared) {
    const auto share = share_of(options, shared);
    if (!share) return usage_error;
    std::string list;
    if (std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
        auto read = io::read_text("/dev/stdin", "-");
        show_problems(read.problems, shared);
        if (!read) return invalid_input;
        list = std::move(*read.value);
    }
    const batch::Inputs inputs = batch::find_inputs(options.paths, list);
    show_problems(inputs.problems, shared);
    if (inputs.left_out > 0) note(shared, fmt::format(fmt::runtime(in(shared, "{} JSON files in folders are no scenarios and were left out", "シナリオでない JSON ファイル{}件を除きました")), inputs.left_out));
    if (inputs.files.empty()) {
        if (inputs.problems.empty()) show_problems({{"no-scenarios", {}, {}, 0, 0, {"no scenario file was named", "シナリオファイルの指定がありません"}, {}}}, shared);
        return invalid_input;
    }
    const auto sweep = sweep_of(options, inputs.files.size(), shared);
    if (!sweep) return usage_error;

    if (const Problems lost = scenario_in_the_way(options.csv); !lost.empty()) {  // told before hours of reckoning
        show_problems(lost, shared);
        return invalid_input;
    }
    Meter meter(shared, options.progress);
    batch::Request request{inputs.files, *sweep, database, options.resume, options.overwrite, options.jobs, *share, shared.world, [&](const batch::Progress& p) {
                               meter.show(p);
                               return !interrupted.load();
                           }};
    const batch::Outcome outcome = batch::run(request);
    meter.clear();
    for (const std::string& file : outcome.busy) note(shared, fmt::format(fmt::runtime(in(shared, "{}: this share is still being computed and was left out", "{}: この分担はまだ計算中のため取り込みませんでした")), file));
    for (const std::string& file : outcome.changed) note(shared, fmt::format(fmt::runtime(in(shared, "{}: changed since the earlier batch, computed again", "{}: 前回から変更されているため計算し直しました")), file));
    show_problems(Problems(outcome.problems.begin(), outcome.problems.begin() + static_cast<std::ptrdiff_t>(std::min(most_shown, outcome.problems.size()))), shared);
    if (outcome.problems.size() > most_shown) note(shared, fmt::format(fmt::runtime(in(shared, "there are more problems: goho query {} problems", "問題はほかにもあります: goho query {} problems")), database));
    if (outcome.ending == batch::Ending::stopped) {
        note(shared, fmt::format(fmt::runtime(in(shared, "stopped; {} of {} runs are stored, --resume goes on from there", "中断しました。{} / {} 件は保存済みです。--resume で続きから計算できます")), outcome.stored, outcome.progress.total));
        return partial_failure;
    }
    if (outcome.ending == batch::Ending::refused) {
        show_problems(outcome.refusal, shared);
        const std::string& code = outcome.refusal.front().code;
        if (code == "cannot-write" || code == "process-failed") return internal_error;
        return code.starts_with("output-") ? usage_error : invalid_input;
    }
    const auto& p = outcome.progress;
    const ExitCode ended = p.failed == p.done && p.done > 0 ? invalid_input : p.failed > 0 || !inputs.problems.empty() ? partial_failure : fine;
    if (!share->whole()) {
        note(shared, fmt::format(fmt::runtime(in(shared, "share {} of {}: {} runs are stored; the same command with --resume and without --share puts all together",
                                                 "分担 {}/{}: {}件を保存しました。--share を付けず --resume を付けた同じコマンドで取りまとめます")), share->number, share->of, outcome.stored));
        return ended;
    }
    Shared to_terminal = shared;
    to_terminal.output.reset();
    ExitCode shown = summary(database, to_terminal);
    if (!options.csv.empty()) {
        Shared to_file = shared;
        to_file.output = options.csv;
        auto everything = batch::Answer::to(database, batch::everything_sql(database));
        show_problems(everything.problems, shared);
        const ExitCode wrote = everything ? emit_rows(*everything.value, Format::csv, to_file) : internal_error;
        if (shown == fine) shown = wrote;
    }
    if (shown != fine) return shown;
    return ended;
}

}  // namespace

void add_batch(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("batch", in(shared, "Compute many scenarios into one database", "多数のシナリオを一括計算し、データベースに保存する"));
    auto options = std::make_shared<Options>();
    command->add_option("PATHS", options->paths,
                        in(shared, "scenario files, folders, quoted patterns such as 'plans/*.json', or - for a list on standard input",
                           "シナリオファイル・フォルダー・パターン（'plans/*.json' のように引用符で囲む）。- は標準入力の一覧"))
        ->required()
        ->type_name("");
    command->add_option("--sweep", options->sweeps,
                        in(shared, "vary a quantity: /segments/main/price=90:110:5 (from:to:step) or =90,100,110; may be repeated, every combination is computed",
                           "数量を振る: /segments/main/price=90:110:5（開始:終了:刻み）または =90,100,110。複数指定するとすべての組合せを計算する"))
        ->type_name("WHAT")
        ->allow_extra_args(false);
    command->add_option("--sample", options->sample, in(shared, "lhs:N draws a Latin hypercube of N points instead of every combination", "lhs:N とすると、全組合せの代わりにラテン超方格でN点をとる"))->type_name("HOW");
    command->add_option("--seed", options->seed, in(shared, "seed of the sample", "標本の乱数の種"))->type_name("NUMBER")->capture_default_str();
    command->add_option("--jobs", options->jobs, in(shared, "threads; as many as the machine has when not given", "並列数（省略時はCPUの数）"))
        ->check(CLI::Range(1, 1024).description(""))
        ->type_name("N");
    command->add_flag("--resume", options->resume, in(shared, "keep what an earlier or interrupted batch has computed", "中断した、または以前の一括計算の結果を引き継ぐ"));
    command->add_option("--share", options->share,
                        in(shared, "do a part for a job array, 3/10 the third of ten; without it, --resume puts all together", "ジョブ配列の分担（3/10 は10分の3番目）。付けずに --resume で実行すると取りまとめる"))
        ->type_name("K/N");
    command->add_flag("--overwrite", options->overwrite, in(shared, "replace an existing database", "既存のデータベースを置き換える"));
    command->add_option("--csv", options->csv, in(shared, "also write every figure of every run and year as CSV", "全計算・全年次の数値を CSV にも書き出す"))->type_name("FILE");
    command->add_flag("--progress", options->progress, in(shared, "show progress even where standard error is no terminal", "端末でなくても進み具合を表示する"));
    add_shared_options(*command, shared);
    auto* output = command->get_option("--output");
    output->required()->description(in(shared, "the database, whole or not at all", "データベース（途中で壊れない）"));
    command->footer(in(shared,
                       "The summary goes to standard output; goho query asks the database more. Guide: docs/guide/batch.md\n"
                       "Example: goho batch base.json --sweep /segments/main/price=90:110:5 -o results.sqlite",
                       "集計は標準出力に表示します。詳しくは goho query で。手引き: docs/guide/batch.md\n"
                       "例: goho batch base.json --sweep /segments/main/price=90:110:5 -o results.sqlite"));
    command->callback([&shared, &result, options] {
        if (!shared.leads()) {
            result = help(*options, shared);
            return;
        }
        std::signal(SIGINT, [](int) { interrupted = true; });
        std::signal(SIGTERM, [](int) { interrupted = true; });
        std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told like a full disk
        result = compute(*options, *shared.output, shared);
    });
}

}  // namespace goho::cli
