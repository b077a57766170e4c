#include "cli/decision.hpp"
#include "decision/clinic.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::string file, from;
    DecisionOutput output;
    decision::ClinicRequest request;
};

int compute(Options& options, const Shared& shared) {
    if (const auto month = parse_month(options.from)) options.request.from = *month;
    const auto base = decision::base_of(options.file);
    show_problems(base.problems, shared);
    if (!base) return invalid_input;
    DecisionMeter meter(shared, options.output);
    options.request.progress = meter.progress();
    const auto result = decision::clinic(*base.value, options.request);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return invalid_input;
    return show_telling(decision::tell(*result.value, options.output.unit), options.file, options.output, shared);
}

}  // namespace

void add_clinic(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("clinic", in(shared, "Find what keeps improvement from taking root, and plan a restart", "再起診断：定着を妨げる症状と原因を見つけ、3ステップで立て直す"));
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command->add_option("--symptom", options->request.symptoms,
                        in(shared, "symptoms that you have, with commas: results_unseen, company_unchanged, owner_load, no_profit, organisation, tools_unused; those that the figures show when not given",
                           "症状（カンマ区切り）: results_unseen（成果が見えない）・company_unchanged（社内が変わらない）・owner_load（社長の負担が減らない）・no_profit（利益が残らない）・organisation（組織が追いつかない）・tools_unused（ツールが使われない）。省略時は数値に表れたもの"))
        ->delimiter(',')->allow_extra_args(false)->type_name("NAMES");
    command->add_option("--year", options->request.year, in(shared, "plan year that is judged", "判定する計画年次"))
        ->check(CLI::Range(1, 50).description(""))->type_name("YEAR")->default_str("3");
    command->add_option("--from", options->from, in(shared, "first month of the restart; when not given, the first planned month, or that in which a tool is found unused", "再起の開始月（省略時は最初の計画月、またはツールが使われなくなった月）"))
        ->check([&shared](const std::string& word) { return parse_month(word) ? std::string() : in(shared, "a month such as 2028-04 is needed", "2028-04 のような月を指定してください"); })
        ->type_name("MONTH");
    command->add_option("--threads", options->request.threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))
        ->check(CLI::Range(0, 1024).description(""))->type_name("N");
    add_decision_options(*command, options->output, shared);
    command->footer(in(shared, "Example: goho clinic base.json --symptom tools_unused,no_profit --save proposals", "例: goho clinic base.json --symptom tools_unused,no_profit --save proposals"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
