#include "batch/trial_store.hpp"
#include "cli/crew.hpp"
#include "cli/text_uncertainty.hpp"
#include "cli/uncertain.hpp"
#include "io/monte_carlo_output.hpp"
#include "io/wording.hpp"

#include <algorithm>
#include <map>

namespace goho::cli {

namespace {

struct Options {
    std::vector<std::string> files;
    Uncertain uncertain;
    CrewOptions crew;
    uncertainty::Request request;
    MoneyUnit unit = MoneyUnit::thousand;
    std::string sqlite;
    bool no_gates = false, progress = false, years_given = false;
};

/// What is asked for twice is shown once.
template <class T> void drop_repeats(std::vector<T>& all) {
    std::vector<T> once;
    for (const T& one : all) {
        if (std::find(once.begin(), once.end(), one) == once.end()) once.push_back(one);
    }
    all = std::move(once);
}

Problems unknown_figures(const char* option, const std::vector<std::string>& wanted, const std::vector<std::string_view>& known) {
    Problems problems;
    for (const std::string& name : wanted) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        Text hint = io::suggestion(name, known).text;
        if (hint.empty()) hint = {"docs/reference/results.md lists them", "一覧: docs/reference/results.md"};
        problems.push_back({"unknown-figure", {}, {}, 0, 0, io::say("{}: there is no figure {}", "{}: {} という項目はありません", option, io::in_quotes(name)), std::move(hint)});
    }
    return problems;
}

/// Years that no plan reaches are left out, which is said when they were asked for.
void say_years(const Options& options, const std::vector<Loaded>& loaded, const Shared& shared) {
    if (!options.years_given) return;
    int longest = 0;
    for (const Loaded& one : loaded) longest = std::max(longest, one.scenario.plan.company.months / 12);
    for (const int year : options.request.years) {
        if (year <= longest) continue;
        std::fputs(fmt::format(fmt::runtime(in(shared, "note: --years: year {} lies beyond the plan of {} years and is left out\n",
                                               "注意: --years: {}年目は計画期間（{}年）より後のため省きます\n")), year, longest).c_str(), stderr);
    }
}

int compute(Options& options, Shared& shared) {
    CommandCrew crew(options.crew, shared);
    if (!crew.sound()) return usage_error;
    drop_repeats(options.request.fans);
    drop_repeats(options.request.outcomes);
    drop_repeats(options.request.years);
    Problems unknown = unknown_figures("--fan", options.request.fans, uncertainty::fan_names());
    for (Problem& problem : unknown_figures("--outcome", options.request.outcomes, uncertainty::outcome_names())) unknown.push_back(std::move(problem));
    show_problems(unknown, shared);
    ExitCode why = fine;
    const auto loaded = load_uncertain(options.files, options.uncertain, shared, &why);
    if (why == invalid_input) return why;
    if (!unknown.empty() || loaded.empty()) return usage_error;
    say_years(options, loaded, shared);
    std::optional<batch::TargetFile> database;
    if (!options.sqlite.empty() && crew.gathers()) {
        auto claimed = batch::claim_for_trials(options.sqlite);
        show_problems(claimed.problems, shared);
        if (!claimed) return claimed.problems.front().code == "cannot-write" ? internal_error : usage_error;
        database.emplace(std::move(*claimed.value));
    }
    std::vector<uncertainty::Subject> subjects;
    for (const Loaded& one : loaded) subjects.push_back({&one.scenario, &one.statutes});
    Meter meter(shared, options.progress, {"trials", "試行"});
    auto& request = options.request;
    request.gates = !options.no_gates;
    request.threads = crew.threads(request.threads);
    request.crew = crew.crew(loaded, meter, request.trials);
    request.progress = [&](std::uint64_t done) {
        meter.show(done, request.trials);
        return true;
    };
    Problems warnings;
    const auto result = uncertainty::monte_carlo(subjects, request, warnings);
    meter.clear();
    show_problems(result.problems, shared);
    if (!result) return asks_too_much(result.problems) ? usage_error : invalid_input;
    show_problems(warnings, shared, in(shared, "warning: ", "注意: "));
    if (result.value->stopped || result.value->elsewhere) return crew.ended(result.value->elsewhere ? Gathered::elsewhere : Gathered::stopped);
    if (database) {
        const Problems problems = batch::write_trials(*database, *result.value, options.files);
        show_problems(problems, shared);
        if (!problems.empty()) return internal_error;
    }
    const View view{shared.language, options.unit, shared.width, false};
    return emit(shared.format == Format::json  ? io::monte_carlo_json(*result.value)
                : shared.format == Format::csv ? io::monte_carlo_csv(*result.value, shared.language)
                                               : monte_carlo_text(*result.value, view),
                shared);
}

}  // namespace

void add_montecarlo(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("montecarlo", in(shared, "Run a scenario thousands of times with uncertain figures", "不確実な数値でシナリオを多数回計算する（モンテカルロ）"));
    auto options = std::make_shared<Options>();
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    auto& request = options->request;
    command->add_option("FILES", options->files, in(shared, "a scenario, or a base and its variants, which then meet the same luck", "シナリオ。基準と代替案を並べると同じ乱数で比べる"))->required()->type_name("");
    command->add_option("--trials", request.trials, in(shared, "how many", "試行回数"))->check(whole_number(1, uncertainty::most_trials, shared))->type_name("N")->capture_default_str();
    add_uncertain_options(*command, options->uncertain, request.seed, request.threads, shared);
    add_sampling_option(*command, request.sampling, shared);
    add_crew_options(*command, options->crew, shared);
    command->add_option("--fan", request.fans, in(shared, "figures whose months are shown as a fan, with commas", "月次の扇形（ファンチャート）で示す項目（カンマ区切り）"))->delimiter(',')->type_name("NAMES")->default_str("cash,operating_income,net_sales");
    command->add_option("--outcome", request.outcomes, in(shared, "figures whose distribution is shown, with commas", "分布を示す項目（カンマ区切り）"))->delimiter(',')->type_name("NAMES");
    auto* years = command->add_option("--years", request.years, in(shared, "plan years to show, with commas", "表示する計画年次（カンマ区切り）"))->delimiter(',')->check(CLI::Range(1, 50).description(""))->type_name("YEARS")->default_str("3,5,10");
    command->add_option("--precision", request.wanted, in(shared, "half width of a probability that is precise enough", "十分とみなす確率の誤差（片側）"))->check(CLI::Range(0.0001, 0.5).description(""))->type_name("X")->capture_default_str();
    command->add_flag("--no-gates", options->no_gates, in(shared, "leave out the gates of banks and programmes", "金融機関等の判定を省く"));
    command->add_option("--kernel", request.kernel, in(shared, "code to use, for measuring: scalar, baseline_x8, avx2_x4, avx512_x8, ...; results are the same", "使う計算コード（計測用）。結果は同じ"))->type_name("NAME");
    command->add_option("--unit", options->unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))
        ->type_name("UNIT")
        ->default_str("thousand");
    command->add_option("--sqlite", options->sqlite, in(shared, "write the results into this database as well, for goho query", "結果をこのデータベースにも書き込む（goho query 用）"))->type_name("FILE");
    command->add_flag("--progress", options->progress, in(shared, "show progress even where standard error is no terminal", "端末でなくても進み具合を表示する"));
    add_shared_options(*command, shared);
    command->footer(in(shared,
                       "Example: goho montecarlo base.json --defaults --vary /segments/main/price=10%\nGuide: docs/guide/uncertainty.md",
                       "例: goho montecarlo base.json --defaults --vary /segments/main/price=10%\n手引き: docs/guide/uncertainty.md"));
    command->callback([&shared, &result, options, years] {
        options->years_given = years->count() > 0;
        result = compute(*options, shared);
    });
}

}  // namespace goho::cli
