#include "cli/crew.hpp"
#include "cli/text_sensitivity.hpp"
#include "cli/uncertain.hpp"
#include "io/sensitivity_output.hpp"
#include "io/wording.hpp"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <map>

namespace goho::cli {

namespace {

using uncertainty::Method;

struct Options {
    std::string file;
    Uncertain uncertain;
    CrewOptions crew;
    uncertainty::SensitivityRequest request;
    MoneyUnit unit = MoneyUnit::thousand;
    bool dry_run = false, progress = false;
};

constexpr std::array<std::pair<const char*, Method>, 6> owners{{{"--medians", Method::tornado},
                                                                {"--trajectories", Method::morris},
                                                                {"--levels", Method::morris},
                                                                {"--base", Method::sobol},
                                                                {"--luck", Method::sobol},
                                                                {"--precision", Method::sobol}}};

/// The engine knows no likely names; here they are added to what it says.
void add_suggestions(Problems& problems, const std::vector<std::string>& outcomes) {
    const auto known = uncertainty::outcome_names();
    std::erase_if(problems, [](const Problem& p) { return p.code == "unknown-figure"; });
    for (const auto& name : outcomes) {
        if (uncertainty::find_outcome(name, 1)) continue;
        const auto near = io::closest(name, known);
        problems.push_back({"unknown-figure", {}, {}, 0, 0,
                            {fmt::format("--outcome: {} is no result and no indicator", io::in_quotes(name)), fmt::format("--outcome: {} という結果・指標はありません", io::in_quotes(name))},
                            near.empty() ? Text{} : Text{fmt::format("did you mean \"{}\"?", near), fmt::format("「{}」の間違いではありませんか", near)}});
    }
}

/// Seconds for all runs, from as many of them as a moment allows.
double seconds_for(const uncertainty::SensitivityStudy& study) {
    using clock = std::chrono::steady_clock;
    study.rehearse(1);  // what happens only once in a program
    for (std::uint64_t runs = 64;; runs *= 2) {
        runs = std::min(runs, study.runs());
        const auto begun = clock::now();
        study.rehearse(runs);
        const double seconds = std::chrono::duration<double>(clock::now() - begun).count();
        if (seconds >= 0.1 || runs == study.runs()) return seconds / static_cast<double>(runs) * static_cast<double>(study.runs());
    }
}

/// On standard error, because a clock is in it.
void show_cost(const uncertainty::SensitivityStudy& study, bool always_timed, const Shared& shared) {
    constexpr std::uint64_t over_in_a_moment = 2000;
    std::string text = fmt::format(fmt::runtime(in(shared, "{} runs for {} inputs", "{}回の計算（{}項目）")), group_thousands(static_cast<double>(study.runs())), study.inputs());
    if (always_timed || study.runs() > over_in_a_moment) {
        const double seconds = seconds_for(study);
        text += seconds < 1.0     ? in(shared, ", less than a second", "、1秒未満")
                : seconds < 120.0 ? fmt::format(fmt::runtime(in(shared, ", about {:.0f} s", "、約{:.0f}秒")), seconds)
                                  : fmt::format(fmt::runtime(in(shared, ", about {:.0f} min", "、約{:.0f}分")), seconds / 60.0);
    }
    std::fprintf(stderr, "%s\n", text.c_str());
}

int compute(const CLI::App& command, Options& options, Shared& shared) {
    auto& request = options.request;
    CommandCrew crew(options.crew, shared);
    if (!crew.sound()) return usage_error;
    for (const auto& [name, method] : owners) {
        if (command.count(name) == 0 || method == request.method) continue;
        std::fprintf(stderr, "%s\n", fmt::format(fmt::runtime(in(shared, "{} belongs to --method {}", "{} は --method {} のオプションです")), name,
                                                 uncertainty::method_options[static_cast<std::size_t>(method)].key).c_str());
        return usage_error;
    }
    ExitCode why = invalid_input;
    const auto loaded = load_uncertain({options.file}, options.uncertain, shared, &why);
    if (loaded.empty()) return why;
    const uncertainty::Subject subject{&loaded.front().scenario, &loaded.front().statutes};
    Meter meter(shared, options.progress, {"runs", "回"});
    std::uint64_t runs = 0;
    request.progress = [&](std::uint64_t done) {
        if (runs > 0) meter.show(done, runs);
        return true;
    };
    request.threads = crew.threads(request.threads);
    Problems warnings;
    auto study = uncertainty::SensitivityStudy::prepare(subject, request, warnings);
    add_suggestions(study.problems, request.outcomes);
    show_problems(study.problems, shared);
    if (!study) return invalid_input;
    show_problems(warnings, shared, in(shared, "warning: ", "注意: "));
    if (shared.leads()) show_cost(*study.value, options.dry_run, shared);
    if (options.dry_run) return fine;
    runs = study.value->runs();
    const auto result = study.value->make(crew.crew(loaded, meter, runs));
    meter.clear();
    if (result.stopped || result.elsewhere) return crew.ended(result.elsewhere ? Gathered::elsewhere : Gathered::stopped);
    const View view{shared.language, options.unit, shared.width, false};
    return emit(shared.format == Format::json  ? io::sensitivity_json(result)
                : shared.format == Format::csv ? io::sensitivity_csv(result, shared.language)
                                               : sensitivity_text(result, view),
                shared);
}

}  // namespace

void add_sensitivity(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("sensitivity", in(shared, "Say which uncertain figures move a result, and by how much", "どの不確実な数値が結果をどれだけ動かすかを調べる（感度分析）"));
    auto options = std::make_shared<Options>();
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    static const std::map<std::string, Method> methods{{"tornado", Method::tornado}, {"morris", Method::morris}, {"sobol", Method::sobol}};
    auto& request = options->request;
    command->add_option("FILE", options->file, in(shared, "a scenario", "シナリオ"))->required()->type_name("");
    command->add_option("--method", request.method, in(shared, "tornado, morris or sobol", "tornado（トルネード）・morris（モリス法）・sobol（ソボル指数）"))
        ->transform(one_of(methods, shared.language))
        ->type_name("HOW")
        ->default_str("tornado");
    command->add_option("--outcome", request.outcomes, in(shared, "results or indicators to look at, with commas", "調べる結果・指標（カンマ区切り）"))
        ->delimiter(',')
        ->type_name("NAMES")
        ->default_str("cumulative_operating_income,lowest_cash");
    command->add_option("--year", request.year, in(shared, "plan year; the last of 3, 5 and 10 that the plan has when not given", "計画年次（省略時は3・5・10年のうち計画内で最後の年）"))
        ->check(CLI::Range(1, 50).description(""))
        ->type_name("YEAR");
    command->add_flag("--medians", request.at_medians, in(shared, "tornado: the others at their medians, not as planned", "tornado: 他の項目を計画値でなく中央値に置く"));
    command->add_option("--trajectories", request.trajectories, in(shared, "morris: how many", "morris: 軌道の数"))->type_name("N")->capture_default_str();
    command->add_option("--levels", request.levels, in(shared, "morris: levels of the grid, an even number", "morris: 格子の水準の数（偶数）"))->type_name("N")->capture_default_str();
    command->add_option("--base", request.base, in(shared, "sobol: base rows, a power of two", "sobol: 基本点の数（2の累乗）"))->type_name("N")->capture_default_str();
    command->add_flag("--luck", request.luck, in(shared, "sobol: everything that happens by chance as one more input", "sobol: 偶然による変動をまとめて1つの項目として加える"));
    command->add_option("--precision", request.wanted, in(shared, "sobol: half width of a share that is precise enough", "sobol: 十分とみなす寄与の誤差（片側）"))->type_name("X")->capture_default_str();
    command->add_flag("--dry-run", options->dry_run, in(shared, "only say how many runs it takes, and about how long", "計算回数と所要時間の目安だけを示す"));
    add_uncertain_options(*command, options->uncertain, request.seed, request.threads, shared);
    add_crew_options(*command, options->crew, shared);
    command->add_option("--kernel", request.kernel, in(shared, "code to use, for measuring; results are the same", "使う計算コード（計測用）。結果は同じ"))->type_name("NAME");
    command->add_option("--unit", options->unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))
        ->type_name("UNIT")
        ->default_str("thousand");
    command->add_flag("--progress", options->progress, in(shared, "show progress even where standard error is no terminal", "端末でなくても進み具合を表示する"));
    add_shared_options(*command, shared);
    command->footer(in(shared,
                       "Example: goho sensitivity base.json --method sobol --defaults --outcome lowest_cash\nGuide: docs/guide/sensitivity.md",
                       "例: goho sensitivity base.json --method sobol --defaults --outcome lowest_cash\n手引き: docs/guide/sensitivity.md"));
    command->callback([&shared, &result, options, command] { result = compute(*command, *options, shared); });
}

}  // namespace goho::cli
