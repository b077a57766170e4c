#include "cli/decision.hpp"
#include "cli/levers.hpp"
#include "decision/optimise.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::string file;
    double quantile = 0.0;
    LeverOptions levers;
    Uncertain uncertain;
    DecisionOutput output;
    decision::OptimiseRequest request;
};

int compute(Options& options, const Shared& shared) {
    auto levers = read_levers(options.levers);
    if (levers && levers.value->empty())
        levers.problems.push_back(decision::refusal("no-lever", {"say what may be changed", "変えてよい項目を指定してください"}, {"such as --scale /segments/*/price=0.95..1.1", "例: --scale /segments/*/price=0.95..1.1"}));
    if (options.quantile > 0.0 && options.request.chance.trials == 0)
        levers.problems.push_back(decision::refusal("no-trials", {"--quantile is of trials, and none are asked for", "--quantile は試行の分位点ですが、試行回数の指定がありません"}, {"such as --trials 256", "例: --trials 256"}));
    if (!levers.problems.empty()) {
        show_problems(levers.problems, shared);
        return usage_error;
    }
    options.request.levers = std::move(*levers.value);
    if (options.quantile > 0.0) options.request.chance.level = options.quantile;
    ExitCode why = fine;
    const auto base = load_base(options.file, options.uncertain, shared, why);
    if (!base) return why;
    DecisionMeter meter(shared, options.output);
    options.request.effort.progress = meter.progress();
    const auto result = decision::optimise(*base, options.request);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return invalid_input;
    const auto shown = show_telling(decision::tell(*result.value, options.output.unit), options.file, options.output, shared);
    return shown == fine && !result.value->impossible.empty() ? check_failed : shown;
}

}  // namespace

void add_optimize(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("optimize", in(shared, "Find the best plan within levers and conditions", "変えてよい範囲と条件の中で最も良い計画を探す"));
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("FILE", options->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command->add_option("--goal", request.goals, in(shared, "what is to be best: npv, circulation@10, min:FIGURE …; several, or five (the five indices), give a front", "最も良くする指標: npv・circulation@10・min:指標 など。複数、または five（五方の指数）で兼ね合いを求める"))
        ->delimiter(',')->allow_extra_args(false)->type_name("GOALS")->default_str("npv");
    command->add_option("--where", request.conditions, in(shared, "a condition: cash@3>=0, P(lowest_cash>=0)>=95%, gates, gate:NAME, targets, index_employees@10>=60, sum(ADDRESSES)<=5000万円; may be repeated",
                                                          "条件: cash@3>=0・P(lowest_cash>=0)>=95%・gates・gate:名前・targets・index_employees@10>=60・sum(アドレス)<=5000万円。複数指定可"))
        ->allow_extra_args(false)->type_name("CONDITION");
    add_lever_options(*command, options->levers, shared, false);
    command->add_option("--trials", request.chance.trials, in(shared, "robust: goals are means over so many trials", "頑健な最適化: 目標をこの回数の試行の平均で測る"))->check(CLI::Range(0, 100000).description(""))->type_name("N");
    command->add_option("--quantile", options->quantile, in(shared, "with --trials: this quantile instead of the mean, such as 0.1", "--trials の平均の代わりに用いる分位点（例: 0.1）"))->check(CLI::Range(0.001, 0.999).description(""))->type_name("Q");
    command->add_option("--alternatives", request.alternatives, in(shared, "other plans that are nearly as good, at most", "ほぼ同じ成果の代替案の最大数"))->check(CLI::Range(0, 20).description(""))->type_name("N")->capture_default_str();
    command->add_option("--shown", request.shown, in(shared, "plans of a front that are shown, at most", "兼ね合いの案を示す最大数"))->check(CLI::Range(2, 200).description(""))->type_name("N")->capture_default_str();
    command->add_option("--rounds", request.effort.rounds, in(shared, "rounds of the search", "探索の回数"))->check(CLI::Range(1, 100000).description(""))->type_name("N")->capture_default_str();
    command->add_option("--population", request.effort.population, in(shared, "plans tried in each round", "1回に試す計画の数"))->check(CLI::Range(8, 10000).description(""))->type_name("N")->capture_default_str();
    add_uncertain_options(*command, options->uncertain, request.effort.seed, request.effort.threads, shared);
    add_decision_options(*command, options->output, shared);
    command->footer(in(shared,
                       "Example: goho optimize base.json --goal npv --scale '/segments/*/price=0.97..1.05' --set /management/measurement=0.2..0.8 --where 'lowest_cash>=3000万円'\nExit code 5 when nothing meets all conditions.\nGuide: docs/guide/optimize.md",
                       "例: goho optimize base.json --goal npv --scale '/segments/*/price=0.97..1.05' --set /management/measurement=0.2..0.8 --where 'lowest_cash>=3000万円'\nすべての条件を満たす計画がない場合の終了コードは5です。\n手引き: docs/guide/optimize.md"));
    command->callback([&shared, &result, options] {
        options->request.chance.seed = options->request.effort.seed;
        result = compute(*options, shared);
    });
}

}  // namespace goho::cli
