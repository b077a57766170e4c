#include "cli/command.hpp"
#include "cli/text_plan_actual.hpp"
#include "import/later_months.hpp"
#include "io/actuals_reader.hpp"
#include "io/merge.hpp"
#include "io/output_file.hpp"
#include "io/plan_actual_output.hpp"
#include "io/scenario_reader.hpp"
#include "io/text_table.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

struct Request {
    std::string file, through, mapping;
    std::vector<std::string> trial_balances;
    int months = 1;
    MoneyUnit unit = MoneyUnit::thousand;
    bool overwrite = false;
};

int wrong(const std::string& message) {
    std::fputs(("goho actuals: " + message + "\n").c_str(), stderr);
    return usage_error;
}

Problem without_actuals(const Request& request) {
    return {"no-actuals", request.file, {}, 0, 0,
            {"the scenario has no month as it happened", "このシナリオには実績の月がありません"},
            {"add \"actuals\", or take them from exports with --from-trial-balance", "「actuals」を加えるか、--from-trial-balance で会計データから取り込んでください"}};
}

Problem not_actual(const Request& request, const simulation::Plan<double>& plan) {
    const Month first = plan.company.start, last = first + (static_cast<int>(plan.actuals.months.size()) - 1);
    return {"bad-month", request.file, "/actuals", 0, 0,
            {fmt::format("{} is no actual month; there are {} to {}", request.through, to_string(first), to_string(last)),
             fmt::format("{} は実績の月ではありません（実績は{}～{}）", request.through, shown(first, Language::japanese), shown(last, Language::japanese))},
            {}};
}

int compare(const Request& request, const Shared& shared) {
    if (request.overwrite) return wrong(in(shared, "--overwrite belongs to --from-trial-balance", "--overwrite は --from-trial-balance とともに指定してください"));
    if (!request.mapping.empty()) return wrong(in(shared, "--mapping belongs to --from-trial-balance", "--mapping は --from-trial-balance とともに指定してください"));
    auto loaded = load_file(request.file, shared);
    if (!loaded) return invalid_input;
    auto& plan = loaded->scenario.plan;
    auto& months = plan.actuals.months;
    if (months.empty()) {
        show_problems({without_actuals(request)}, shared);
        return invalid_input;
    }
    if (const auto through = parse_month(request.through)) {
        const int count = *through - plan.company.start + 1;
        if (count < 1 || count > static_cast<int>(months.size())) {
            show_problems({not_actual(request, plan)}, shared);
            return invalid_input;
        }
        months.resize(static_cast<std::size_t>(count));
    }
    const auto result = analysis::plan_actual(loaded->scenario, loaded->statutes);
    switch (shared.format) {
        case Format::json: return emit(io::plan_actual_json(result), shared);
        case Format::csv: return emit(io::plan_actual_csv(result, shared.language), shared);
        case Format::table: break;
    }
    const View view{shared.language, request.unit, shared.width, false};
    const std::string title = io::printable(loaded->scenario.name.in(shared.language)) + "\n";
    return emit(title + plan_actual_text(result, static_cast<std::size_t>(request.months), view), shared);
}

std::optional<imports::Import> read_exports(const Request& request, const simulation::Plan<double>& plan, const Shared& shared) {
    imports::ImportOptions options;
    options.mapping_file = request.mapping;
    const Month next = plan.company.start + static_cast<int>(plan.actuals.months.size());
    options.sheet.fiscal_year_start = fiscal_year_start(next, plan.company.fiscal_year_start);
    if (!request.mapping.empty()) {
        auto mapping = imports::read_mapping(request.mapping, request.mapping);
        show_problems(mapping.problems, shared);
        if (!mapping.value) return {};
        options.mapping = std::move(*mapping.value);
    }
    auto reading = imports::read_trial_balances(request.trial_balances, options);
    show_problems(reading.problems, shared);
    return std::move(reading.value);
}

/// The file with everything that it extends and says, its actual months replaced; nothing after its problems were shown.
std::optional<std::string> file_with(const Request& request, const simulation::Scenario& scenario, const Shared& shared) {
    auto document = io::read_document(request.file);
    show_problems(document.problems, shared);
    if (!document) return {};
    io::Json& content = document.value->content;
    content["actuals"] = io::actuals_json(scenario.plan);
    const auto again = io::read_scenario_content(content, request.file);
    show_problems(again.problems, shared);
    if (!again.value) return {};
    return content.dump(2, ' ', false, io::Json::error_handler_t::replace) + "\n";
}

int add_months(const Request& request, const Shared& shared) {
    if (!shared.output) return wrong(in(shared, "--from-trial-balance needs -o NEW.json", "--from-trial-balance には -o NEW.json が必要です"));
    const Problems lost = request.overwrite ? Problems{} : file_in_the_way(*shared.output);
    show_problems(lost, shared);
    const auto loaded = load_file(request.file, shared);
    if (!loaded) return invalid_input;
    const auto& plan = loaded->scenario.plan;
    const auto imported = read_exports(request, plan, shared);
    if (!imported) return invalid_input;
    const auto later = imports::with_later_months(loaded->scenario, *imported);
    show_problems(later.problems, shared);
    if (!later || !lost.empty()) return invalid_input;
    const auto text = file_with(request, *later.value, shared);
    if (!text) return internal_error;
    const Problems unwritten = io::write_file(*shared.output, *text);
    show_problems(unwritten, shared);
    if (!unwritten.empty()) return internal_error;

    const std::size_t before = plan.actuals.months.size(), now = later.value->plan.actuals.months.size();
    const Month first = plan.company.start + static_cast<int>(before), last = plan.company.start + (static_cast<int>(now) - 1);
    const std::string file = io::printable(*shared.output);
    const bool one = first == last;
    const std::string span = one ? to_string(first) : to_string(first) + " to " + to_string(last);
    const std::string span_ja = shown(first, Language::japanese) + (one ? "" : "～" + shown(last, Language::japanese));
    Shared on_screen = shared;
    on_screen.output.reset();
    const std::string said = in(shared, fmt::format("{}: {} added, {} months as in the books to the yen; the plan goes on from the last.", file, span, now),
                                fmt::format("{}：{}の実績を追加しました。実績は計{}か月（帳簿と1円まで一致）で、以降は最終月の残高からの計画です。", file, span_ja, now));
    std::string text_on_screen;
    for (const auto& line : io::wrapped(said, shared.width)) text_on_screen += line + "\n";
    return emit(text_on_screen + in(shared, "Next: ", "次は: ") + "goho actuals " + file + "\n", on_screen);
}

std::string month_complaint(const std::string& word, const Shared& shared) {
    return parse_month(word) ? std::string() : in(shared, "a month such as 2026-04 is needed", "2026-04 のような月を指定してください");
}

void describe(CLI::App& command, Request& request, const Shared& shared) {
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    command.add_option("FILE", request.file, in(shared, "a scenario with actual months", "実績の月を持つシナリオ"))->required()->type_name("");
    command.add_option("--through", request.through, in(shared, "as of this month, the last one that is actual", "この月までを実績とする"))
        ->check(CLI::Validator([&shared](std::string& word) { return month_complaint(word, shared); }, ""))
        ->type_name("YYYY-MM");
    command.add_option("--months", request.months, in(shared, "how many of the latest months to show one by one", "個別に表示する直近の月数"))
        ->check(CLI::Range(0, 600).description(""))->capture_default_str()->type_name("MONTHS");
    command.add_option("--unit", request.unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))->type_name("UNIT")->default_str("thousand");
    command.add_option("--from-trial-balance", request.trial_balances,
                       in(shared, "add the months of these exports and write the scenario with -o", "会計データの月を実績に追加し、-o のファイルに書き出す"))
        ->expected(1, -1)->type_name("FILES");
    command.add_option("--mapping", request.mapping, in(shared, "the client's accounts, as for goho import", "科目対応表（goho import と同じ）"))
        ->type_name("FILE");
    command.add_flag("--overwrite", request.overwrite, in(shared, "let -o replace a scenario that is there", "-o の既存のシナリオを置き換える"));
}

}  // namespace

void add_actuals(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("actuals", in(shared, "Actuals against plan, why they differ, and where the year lands",
                                                     "予実対比・差異の内訳・着地見込を示す"));
    auto request = std::make_shared<Request>();
    describe(*command, *request, shared);
    add_shared_options(*command, shared);
    command->footer(in(shared,
                       "The plan is the same scenario without its actual months.\n"
                       "Example: goho actuals company.json\n"
                       "         goho actuals company.json --from-trial-balance pl.csv bs.csv -o next.json",
                       "計画は、同じシナリオから実績の月を除いたものです。\n"
                       "例: goho actuals company.json\n"
                       "    goho actuals company.json --from-trial-balance pl.csv bs.csv -o next.json"));
    command->callback([&shared, &result, request] { result = request->trial_balances.empty() ? compare(*request, shared) : add_months(*request, shared); });
}

}  // namespace goho::cli
