#include "calibration/output.hpp"
#include "cli/command.hpp"
#include "cli/text_calibration.hpp"
#include "io/scenario_reader.hpp"

#include <algorithm>
#include <filesystem>

namespace goho::cli {

namespace {

struct Options {
    std::string file;
    calibration::Request request;
};

/// The fitted scenario must not take the place of what it builds on, nor of another.
Problems in_the_way(const Options& options, const std::string& output) {
    std::error_code ignored;
    if (std::filesystem::equivalent(output, options.file, ignored)) {
        return {{"output-exists", output, {}, 0, 0, {"the file is the scenario that is being fitted", "推定の元になるシナリオと同じファイルです"},
                 {"choose another name", "別の名前にしてください"}}};
    }
    return scenario_in_the_way(output);
}

int compute(const Options& options, const Shared& shared) {
    const auto loaded = load_file(options.file, shared);
    if (!loaded) return invalid_input;
    if (const Problems lost = shared.output ? in_the_way(options, *shared.output) : Problems{}; !lost.empty()) {
        show_problems(lost, shared);
        return invalid_input;
    }
    const auto result = calibration::calibrate(loaded->scenario, loaded->statutes, options.request);
    show_problems(result.problems, shared);
    if (!result) {
        const bool only_options = std::none_of(result.problems.begin(), result.problems.end(),
                                               [](const Problem& p) { return p.code == "no-actuals" || p.code == "nothing-moves"; });
        return only_options ? usage_error : invalid_input;
    }
    show_problems(io::problems_of(calibration::fitted(loaded->scenario, *result.value)), shared, in(shared, "warning: ", "注意: "));
    if (shared.output) {
        const ExitCode code = write_unless_scenario(*shared.output, calibration::fitted_text(*result.value, options.file, *shared.output), shared);
        if (code != fine) return code;
        note_far_base(*shared.output, options.file, shared);
    }
    Shared on_screen = shared;
    on_screen.output.reset();
    return emit(shared.format == Format::json  ? calibration::calibration_json(*result.value)
                : shared.format == Format::csv ? calibration::calibration_csv(*result.value, shared.language)
                                               : calibration_text(*result.value, shared.language, shared.width),
                on_screen);
}

}  // namespace

void add_calibrate(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("calibrate", in(shared, "Fit quantities of a plan to its actual months", "実績の月に合わせて計画の数値を推定する"));
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("FILE", options->file, in(shared, "a scenario with actual months", "実績の月を含むシナリオ"))->required()->type_name("");
    command->add_option("--vary", request.vary,
                        in(shared, "a quantity to fit: /segments/main/price, or with bounds /segments/main/price=90..120; * stands for every item; may be repeated",
                           "推定する数量: /segments/main/price。範囲つきは /segments/main/price=90..120。* は全項目。複数指定可"))
        ->required()
        ->type_name("WHAT")
        ->allow_extra_args(false);
    command->add_option("--use", request.use,
                        in(shared, "figures of the actual months to fit to, with commas: net_sales, /company/accounts_receivable; else all that a month brings",
                           "合わせる実績の数値（カンマ区切り）: net_sales、/company/accounts_receivable など。省略時は売上・費用などすべて"))
        ->delimiter(',')
        ->type_name("NAMES");
    command->add_option("--months-needed", request.months_for_evidence,
                        in(shared, "months that must speak of a quantity before it is grade A", "根拠をAとするのに必要な、その数量に関係する実績の月数"))
        ->check(CLI::Range(1, 480).description(""))
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--threads", request.threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))
        ->check(CLI::Range(0, 1024).description(""))
        ->type_name("N");
    add_shared_options(*command, shared);
    command->get_option("--output")->description(in(shared, "write a scenario that builds on FILE, with the fitted values and a note for each",
                                                    "推定値と注記を入れた、FILE を基にするシナリオを書き出す"));
    command->footer(in(shared,
                       "Example: goho calibrate company.json --vary '/segments/*/price' --vary /cost_lines/rent/monthly_amount -o fitted.json\nGuide: docs/guide/calibration.md",
                       "例: goho calibrate company.json --vary '/segments/*/price' --vary /cost_lines/rent/monthly_amount -o fitted.json\n手引き: docs/guide/calibration.md"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
