#include "cli/decision.hpp"
#include "decision/information.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::vector<std::string> files;
    Uncertain uncertain;
    decision::InformationRequest request;
    DecisionOutput output;
};

int compute(Options& options, const Shared& shared) {
    return answer_uncertain(options.files, options.uncertain, options.output, shared, [&](auto subjects, const auto& progress, Problems& warnings) -> Result<decision::Telling> {
        options.request.progress = progress;
        auto result = decision::information(subjects, options.request, warnings);
        if (!result) return {{}, std::move(result.problems)};
        return {decision::tell(*result.value, options.output.unit), {}};
    });
}

}  // namespace

void add_information(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("information", in(shared, "What is worth measuring before choosing between plans", "計画を選ぶ前に何を測るべきか（情報の価値）"));
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("FILES", options->files, in(shared, "a base and one alternative or more; all meet the same luck", "基準と1つ以上の代替案。同じ乱数で比べる"))->required()->type_name("");
    command->add_option("--trials", request.trials, in(shared, "how many", "試行回数"))
        ->check(whole_number(statistics::fewest_information_trials, decision::most_information_trials, shared))->type_name("N")->capture_default_str();
    add_uncertain_options(*command, options->uncertain, request.seed, request.threads, shared);
    add_sampling_option(*command, request.sampling, shared);
    add_decision_options(*command, options->output, shared, false);
    command->footer(in(shared, "Example: goho information base.json price_up.json --defaults\nGuide: docs/guide/information.md",
                       "例: goho information base.json price_up.json --defaults\n手引き: docs/guide/information.md"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
