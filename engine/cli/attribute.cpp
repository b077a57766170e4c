#include "cli/decision.hpp"
#include "decision/attribution_telling.hpp"
#include "decision/output.hpp"

#include <algorithm>

namespace goho::cli {

namespace {

struct Options {
    std::string base, variant, by = "item";
    std::vector<std::string> figures{"operating_income", "cash", "npv"}, groups;
    DecisionOutput output;
    decision::AttributionRequest request;
};

/// "Step 1=/loans/step1,/investments/step1".
std::optional<decision::NamedGroup> group_of(const std::string& word) {
    const auto equals = word.find("=/");
    if (equals == std::string::npos || equals == 0) return {};
    decision::NamedGroup out{word.substr(0, equals), {}};
    for (std::size_t at = equals + 1; at <= word.size();) {
        const std::size_t end = std::min(word.find(',', at), word.size());
        out.places.push_back(word.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

Problems read_groups(Options& options) {
    Problems problems;
    for (const auto& word : options.groups) {
        if (auto group = group_of(word)) options.request.groups.push_back(std::move(*group));
        else problems.push_back({"group-unreadable", word, {}, 0, 0, {"this is no group", "グループの指定として読めません"},
                                 {"a name and places: \"Step 1=/loans/step1,/investments/step1\"", "名前と場所を指定します: \"第1段階=/loans/step1,/investments/step1\""}});
    }
    return problems;
}

/// Names of figures that do not exist, with those that do.
Problems unknown_figures(const Options& options, const decision::Attribution& result) {
    Problems problems;
    std::vector<std::string_view> known;
    for (const auto& figure : result.figures) known.push_back(figure.name);
    for (const auto& name : options.figures) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        std::string all;
        for (const auto one : known) all += (all.empty() ? "" : ", ") + std::string(one);
        problems.push_back({"unknown-figure", name, {}, 0, 0, {"no figure of a comparison", "比較の指標にありません"}, {"one of " + all, "指定できるのは " + all}});
    }
    return problems;
}

int compute(Options& options, const Shared& shared) {
    if (const Problems problems = read_groups(options); !problems.empty()) {
        show_problems(problems, shared);
        return usage_error;
    }
    options.request.grouping = options.by == "section" ? decision::Grouping::section : decision::Grouping::item;
    DecisionMeter meter(shared, options.output);
    options.request.progress = meter.progress();
    const auto result = decision::attribute(options.base, options.variant, options.request);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return invalid_input;
    if (const Problems problems = unknown_figures(options, *result.value); !problems.empty()) {
        show_problems(problems, shared);
        return usage_error;
    }
    return emit(shared.format == Format::json  ? decision::attribution_json(*result.value)
                : shared.format == Format::csv ? decision::attribution_csv(*result.value, shared.language)
                                               : telling_text(decision::tell(*result.value, options.figures, options.output.unit), options.output.unit,
                                                              shared.language, shared.width),
                shared);
}

}  // namespace

void add_attribute(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("attribute", in(shared, "Divide what a variant brings over its changes", "代替案の効果を、変更点ごとに分ける"));
    auto options = std::make_shared<Options>();
    command->add_option("BASE", options->base, in(shared, "scenario file", "基準のシナリオファイル"))->required()->type_name("");
    command->add_option("VARIANT", options->variant, in(shared, "what is compared with it", "比較するシナリオファイル"))->required()->type_name("");
    command->add_option("--figure", options->figures,
                        in(shared, "figures of the comparison, with commas: operating_income, cash, equity_ratio, index_company, npv …", "比較の指標（カンマ区切り）: operating_income・cash・equity_ratio・index_company・npv など"))
        ->delimiter(',')->allow_extra_args(false)->type_name("NAMES")->default_str("operating_income,cash,npv");
    command->add_option("--years", options->request.years, in(shared, "plan years, with commas", "計画年次（カンマ区切り）"))
        ->delimiter(',')->allow_extra_args(false)->check(CLI::Range(1, 50).description(""))->type_name("YEARS")->default_str("3,5,10");
    command->add_option("--by", options->by, in(shared, "changes are taken item by item, or section by section", "変更の単位: item（項目）・section（区分）"))
        ->transform(one_of(std::vector<std::string>{"item", "section"}, shared.language))->type_name("WHAT")->capture_default_str();
    command->add_option("--group", options->groups,
                        in(shared, "changes that belong together: \"Step 1=/loans/step1,/investments/step1\"; may be repeated", "まとめる変更: \"第1段階=/loans/step1,/investments/step1\"。複数指定可"))
        ->allow_extra_args(false)->type_name("NAME=PLACES");
    command->add_option("--orders", options->request.orders, in(shared, "random orders, where there are more than 12 changes", "変更が12件を超える場合の無作為な順序の数"))
        ->check(CLI::Range(2, 100000).description(""))->type_name("N")->capture_default_str();
    command->add_option("--seed", options->request.seed, in(shared, "seed of the orders", "順序の乱数の種"))->type_name("N")->capture_default_str();
    command->add_option("--threads", options->request.threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))
        ->check(CLI::Range(0, 1024).description(""))->type_name("N");
    add_decision_options(*command, options->output, shared, false);
    command->footer(in(shared, "Example: goho attribute base.json investment_plan.json --by section --figure operating_income,npv",
                       "例: goho attribute base.json investment_plan.json --by section --figure operating_income,npv"));
    command->callback([&shared, &result, options] { result = compute(*options, shared); });
}

}  // namespace goho::cli
