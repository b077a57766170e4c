#include "cli/decision.hpp"
#include "cli/uncertain.hpp"
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
    ExitCode why = fine;
    const auto loaded = load_uncertain(options.files, options.uncertain, shared, &why);
    if (loaded.empty()) return why;
    std::vector<uncertainty::Subject> subjects;
    for (const Loaded& one : loaded) subjects.push_back({&one.scenario, &one.statutes});
    DecisionMeter meter(shared, options.output);
    options.request.progress = meter.progress();
    Problems warnings;
    const auto result = decision::information(subjects, options.request, warnings);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return asks_too_much(result.problems) ? usage_error : invalid_input;
    show_problems(warnings, shared, in(shared, "warning: ", "注意: "));
    return show_telling(decision::tell(*result.value, options.output.unit), options.files.front(), options.output, shared);
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
