#include "cli/decision.hpp"
#include "decision/disconnects.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::string file;
    DecisionOutput output;
    decision::DisconnectsRequest request;
};

int compute(Options& options, const Shared& shared) {
    const auto base = decision::base_of(options.file);
    show_problems(base.problems, shared);
    if (!base) return invalid_input;
    DecisionMeter meter(shared, options.output);
    options.request.progress = meter.progress();
    const auto result = decision::disconnects(*base.value, options.request);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return invalid_input;
    return show_telling(decision::tell(*result.value, options.output.unit), options.file, options.output, shared);
}

}  // namespace

void add_disconnects(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("disconnects", in(shared, "Price the repair of the five disconnects, and put it in order", "五つの分断の修復の価値と、最も早く回収できる順序を示す"));
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command->add_option("--every", options->request.every, in(shared, "months from one repair to the next", "修復の間隔（か月）"))
        ->check(CLI::Range(1, 60).description(""))->type_name("MONTHS")->capture_default_str();
    command->add_option("--threads", options->request.threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))
        ->check(CLI::Range(0, 1024).description(""))->type_name("N");
    add_decision_options(*command, options->output, shared);
    command->footer(in(shared, "Example: goho disconnects base.json --every 6 --save proposals", "例: goho disconnects base.json --every 6 --save proposals"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
