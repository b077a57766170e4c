#include "cli/decision.hpp"
#include "cli/levers.hpp"
#include "decision/goal_seek.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::string file;
    LeverOptions levers;
    Uncertain uncertain;
    DecisionOutput output;
    decision::GoalRequest request;
};

int compute(Options& options, const Shared& shared) {
    auto levers = read_levers(options.levers);
    if (levers && levers.value->size() != 1)
        levers.problems.push_back(decision::refusal("one-lever", {"a goal is sought with one lever", "逆算する項目は1つだけ指定してください"}, {"such as --scale /segments/*/price=0.9..1.2", "例: --scale /segments/*/price=0.9..1.2"}));
    if (!levers.problems.empty()) {
        show_problems(levers.problems, shared);
        return usage_error;
    }
    options.request.lever = levers.value->front();
    ExitCode why = fine;
    const auto base = load_base(options.file, options.uncertain, shared, why);
    if (!base) return why;
    DecisionMeter meter(shared, options.output);
    options.request.progress = meter.progress();
    const auto result = decision::goal_seek(*base, options.request);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return invalid_input;
    return show_telling(decision::tell(*result.value, options.output.unit), options.file, options.output, shared);
}

}  // namespace

void add_goalseek(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("goalseek", in(shared, "Find the value of a lever that reaches a goal", "目標から必要な値を逆算する"));
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command->add_option("--goal", options->request.goal, in(shared, "what is to be reached: operating_income@3=3000万円, cash@5>=0, P(lowest_cash>=0)>=95%, gate:NAME", "目標: operating_income@3=3000万円・cash@5>=0・P(lowest_cash>=0)>=95%・gate:名前"))
        ->required()->type_name("GOAL");
    add_lever_options(*command, options->levers, shared, true);
    command->add_option("--trials", options->request.chance.trials, in(shared, "trials, for goals about chance; figures are then means over them", "確率の目標の試行回数。指定すると指標は平均値になる"))
        ->check(CLI::Range(0, 1000000).description(""))->type_name("N");
    add_uncertain_options(*command, options->uncertain, options->request.chance.seed, options->request.threads, shared);
    add_decision_options(*command, options->output, shared);
    command->footer(in(shared, "Example: goho goalseek base.json --goal 'operating_income@3=3000万円' --scale '/segments/*/price=0.9..1.2'",
                       "例: goho goalseek base.json --goal 'operating_income@3=3000万円' --scale '/segments/*/price=0.9..1.2'"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
