#include "cli/decision.hpp"
#include "cli/levers.hpp"
#include "decision/trough.hpp"
#include "decision/written.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::string file, floor;
    LeverOptions levers;
    DecisionOutput output;
    decision::TroughRequest request;
};

Problems read_request(Options& options) {
    Problems problems;
    if (!options.floor.empty()) {
        if (const auto yen = decision::number_written(options.floor)) options.request.floor = *yen;
        else problems.push_back(decision::refusal("floor-unreadable", io::say("--floor {} is no amount of money", "--floor {} は金額として読めません", io::in_quotes(options.floor)),
                                                  {"such as 30000000, 30,000,000 or 3000万円", "例: 30000000・30,000,000・3000万円"}));
    }
    if (!options.floor.empty() && options.request.floor_months)
        problems.push_back(decision::refusal("bad-option", {"--floor and --floor-months name the same thing", "--floor と --floor-months は同時に指定できません"}, {"give one of them", "どちらか一方を指定してください"}));
    auto levers = read_levers(options.levers);
    problems.insert(problems.end(), levers.problems.begin(), levers.problems.end());
    if (!levers) return problems;
    options.request.levers = std::move(*levers.value);
    if (const auto month = parse_month(options.levers.from)) options.request.from = *month;
    return problems;
}

int compute(Options& options, const Shared& shared) {
    if (const Problems problems = read_request(options); !problems.empty()) {
        show_problems(problems, shared);
        return usage_error;
    }
    const auto base = decision::base_of(std::filesystem::path(options.file));
    show_problems(base.problems, shared);
    if (!base) return invalid_input;
    DecisionMeter meter(shared, options.output);
    options.request.progress = meter.progress();
    const auto result = decision::trough(*base.value, options.request);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return invalid_input;
    return show_telling(decision::tell(*result.value, options.output.unit), options.file, options.output, shared);
}

}  // namespace

void add_trough(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("trough", in(shared, "Find where cash is lowest, and the smallest changes that keep it above a floor", "資金繰りの谷と、それをなくす最小の対策を探す"));
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command->add_option("--floor", options->floor, in(shared, "cash that is to be kept in every month: 30000000, 3000万円; 0 when not given", "毎月確保したい現金: 30000000・3000万円（省略時は0）"))->type_name("YEN");
    command->add_option_function<double>("--floor-months", [options](double months) { options->request.floor_months = months; },
                        in(shared, "the same in months of fixed costs without depreciation", "同じ下限を、減価償却費を除く固定費の月数で指定する"))
        ->check(CLI::Range(0.0, 120.0).description(""))->type_name("N");
    add_lever_options(*command, options->levers, shared, true);
    command->add_option("--threads", options->request.threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))
        ->check(CLI::Range(0, 1024).description(""))->type_name("N");
    add_decision_options(*command, options->output, shared);
    command->footer(in(shared, "--set, --scale, --add, --shift and --choose name measures beyond those that every plan is searched with.\nExample: goho trough plan.json --floor 3000万円 --save remedies",
                       "--set・--scale・--add・--shift・--choose で、標準の対策に独自の対策を追加できます。\n例: goho trough plan.json --floor 3000万円 --save remedies"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
