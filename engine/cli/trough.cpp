#include "cli/decision.hpp"
#include "decision/trough.hpp"
#include "decision/written.hpp"

namespace goho::cli {

namespace {

struct Options {
    std::string file, floor, from;
    std::vector<std::string> set, scale, add, shift, choose;
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
    if (!options.from.empty()) {
        if (const auto month = parse_month(options.from)) options.request.from = *month;
        else problems.push_back(decision::refusal("month-unreadable", io::say("--from {} is no month", "--from {} は年月として読めません", io::in_quotes(options.from)),
                                                  {"such as 2027-10", "例: 2027-10"}));
    }
    const auto levers = [&](decision::LeverKind kind, const std::vector<std::string>& written) {
        for (const auto& one : written) {
            auto request = decision::lever_request(kind, one);
            problems.insert(problems.end(), request.problems.begin(), request.problems.end());
            if (request) options.request.levers.push_back(std::move(*request.value));
        }
    };
    levers(decision::LeverKind::set, options.set);
    levers(decision::LeverKind::scale, options.scale);
    levers(decision::LeverKind::add, options.add);
    levers(decision::LeverKind::shift, options.shift);
    levers(decision::LeverKind::choose, options.choose);
    for (auto& lever : options.request.levers)
        if (lever.kind != decision::LeverKind::shift && lever.kind != decision::LeverKind::choose) lever.from = options.request.from;
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

void add_levers(CLI::App& command, Options& options, const Shared& shared) {
    const auto lever = [&](const char* name, std::vector<std::string>& into, const char* en, const char* ja) {
        command.add_option(name, into, in(shared, en, ja))->allow_extra_args(false)->type_name("WHAT");
    };
    lever("--scale", options.scale, "a further measure: quantities are multiplied, /segments/a/price=1..1.3; may be repeated", "追加の対策: 数値を何倍かにする（/segments/a/price=1..1.3）。複数指定可");
    lever("--add", options.add, "a further measure: something is added, with bounds", "追加の対策: 数値に加える（範囲を指定）");
    lever("--set", options.set, "a further measure: a quantity takes a value", "追加の対策: 数値を置き換える");
    lever("--shift", options.shift, "a further measure: items begin later, /investments/a,/timeline/b=0..12", "追加の対策: 項目の開始を遅らせる（/investments/a,/timeline/b=0..12）");
    lever("--choose", options.choose, "a further measure: items are left out", "追加の対策: 項目を取りやめる");
}

}  // namespace

void add_trough(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("trough", in(shared, "Find where cash is lowest, and the smallest changes that keep it above a floor", "資金繰りの谷と、それをなくす最小の対策を探す"));
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    auto* floor = command->add_option("--floor", options->floor, in(shared, "cash that is to be kept in every month: 30000000, 3000万円; 0 when not given", "毎月確保したい現金: 30000000・3000万円（省略時は0）"))->type_name("YEN");
    command->add_option_function<double>("--floor-months", [options](double months) { options->request.floor_months = months; },
                        in(shared, "the same in months of fixed costs without depreciation", "同じ下限を、減価償却費を除く固定費の月数で指定する"))
        ->check(CLI::Range(0.0, 120.0).description(""))->excludes(floor)->type_name("N");
    command->add_option("--from", options->from, in(shared, "first month in which measures work; the first planned month when not given", "対策を始める月（省略時は計画の最初の月）"))->type_name("MONTH");
    add_levers(*command, *options, shared);
    command->add_option("--threads", options->request.threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))
        ->check(CLI::Range(0, 1024).description(""))->type_name("N");
    add_decision_options(*command, options->output, shared);
    command->footer(in(shared, "Example: goho trough plan.json --floor 3000万円 --save remedies", "例: goho trough plan.json --floor 3000万円 --save remedies"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
