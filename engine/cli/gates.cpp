#include "cli/decision.hpp"
#include "decision/gate_chances.hpp"

#include <algorithm>

namespace goho::cli {

namespace {

struct Options {
    std::vector<std::string> files;
    Uncertain uncertain;
    std::string repayment = "b";
    decision::GateRequest request;
    DecisionOutput output;
};

int compute(Options& options, const Shared& shared) {
    options.request.repayment = static_cast<stakeholders::RepaymentDefinition>(options.repayment.front() - 'a');
    return answer_uncertain(options.files, options.uncertain, options.output, shared, [&](auto subjects, const auto& progress, Problems& warnings) -> Result<decision::Telling> {
        options.request.progress = progress;
        auto result = decision::gate_chances(subjects, options.request, warnings);
        if (!result) return {{}, std::move(result.problems)};
        return {decision::tell(*result.value, options.output.unit), {}};
    });
}

}  // namespace

void add_gates(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("gates", in(shared, "How likely each gate and target is to be met, year by year", "判定・目標を満たす確率を年次ごとに示す"));
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("FILES", options->files, in(shared, "a scenario, or a base and its variants, which then meet the same luck", "シナリオ。基準と代替案を並べると同じ乱数で比べる"))->required()->type_name("");
    command->add_option("--years", request.years, in(shared, "fiscal years of the plan, with commas", "計画の年次（カンマ区切り）"))
        ->delimiter(',')->allow_extra_args(false)->check(CLI::Range(1, 50).description(""))->type_name("YEARS")->default_str("3,5,10");
    command->add_option("--trials", request.trials, in(shared, "how many", "試行回数"))->check(whole_number(1, uncertainty::most_trials, shared))->type_name("N")->capture_default_str();
    add_uncertain_options(*command, options->uncertain, request.seed, request.threads, shared);
    add_sampling_option(*command, request.sampling, shared);
    command->add_option("--repayment", options->repayment, in(shared, "definition of debt repayment years: a, b or c", "債務償還年数の定義: a・b・c"))
        ->transform(one_of(std::vector<std::string>{"a", "b", "c"}, shared.language))->type_name("DEF")->capture_default_str();
    add_decision_options(*command, options->output, shared, false);
    command->footer(in(shared, "Example: goho gates base.json price_up.json --defaults --years 3,5\nGuide: docs/guide/gate_chances.md",
                       "例: goho gates base.json price_up.json --defaults --years 3,5\n手引き: docs/guide/gate_chances.md"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
