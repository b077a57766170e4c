#include "cli/command.hpp"

#include "io/benchmark_file.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "io/text_table.hpp"
#include "io/version.hpp"
#include "io/wording.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace goho::cli {

namespace {

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

std::string lower_case(std::string word) {
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return word;
}

}  // namespace

constexpr std::string_view list_of_words = "one of ";  // begins the name of such a check; the words follow

CLI::Validator one_of(std::vector<std::string> words, Language language) {
    const std::string name = fmt::format("{}{}", list_of_words, fmt::join(words, " "));
    return CLI::Validator(
        [words = std::move(words), language](std::string& word) {
            const std::string meant = lower_case(word);
            const std::vector<std::string_view> known(words.begin(), words.end());
            if (const auto found = std::find(known.begin(), known.end(), meant); found != known.end()) {
                word = *found;
                return std::string();
            }
            const bool japanese = language == Language::japanese;
            const std::string all = io::joined(known, japanese ? "・" : ", ");
            const auto likely = io::closest(meant, known);
            std::string said = japanese ? fmt::format("「{}」は使えません。指定できるのは {}", word, all) : fmt::format("\"{}\" is not one of {}", word, all);
            if (!likely.empty()) said += japanese ? fmt::format("（{} ではありませんか）", likely) : fmt::format(" (did you mean {}?)", likely);
            return said;
        },
        "", name);
}

std::vector<std::string> words_of(CLI::Option& option) {
    for (int i = 0;; ++i) {
        std::string name;
        try {
            name = option.get_validator(i)->get_name();
        } catch (const CLI::OptionNotFound&) {  // how the library says that there are no more
            return {};
        }
        if (name.starts_with(list_of_words)) return CLI::detail::split(name.substr(list_of_words.size()), ' ');
    }
}

void add_shared_options(CLI::App& command, Shared& shared, bool formats) {
    if (formats) {
        static const std::map<std::string, Format> names{{"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};
        command.add_option("--format", shared.format, in(shared, "table, json or csv", "table・json・csv"))
            ->transform(one_of(names, shared.language))
            ->type_name("FORMAT")
            ->default_str("table");
    }
    // Already looked at by main, which needs it to describe the options; here it is only checked.
    command.add_option("--lang", shared.language_word, in(shared, "ja or en; from the locale when not given", "ja または en（省略時はロケールから）"))
        ->transform(one_of(std::vector<std::string>{"ja", "en"}, shared.language))
        ->type_name("LANG");
    command.add_option("-o,--output", shared.output, in(shared, "write to this file, whole or not at all", "このファイルに書き込む（途中で壊れない）"))->type_name("FILE");
    if (formats) {
        command.add_option("--width", shared.width, in(shared, "columns of the tables", "表の桁数"))
            ->check(CLI::Range(40, 1000).description(""))
            ->type_name("COLUMNS")
            ->capture_default_str();
    }
}

void show_problems(const Problems& problems, const Shared& shared, std::string_view prefix) {
    for (const Problem& problem : problems) {
        print(stderr, std::string(prefix) + io::printable(to_string(problem, shared.language)) + "\n");
    }
}

ExitCode emit(std::string_view text, const Shared& shared) {
    if (!shared.output) {
        print(stdout, text);
        if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
            print(stderr, in(shared, "goho: the output could not be written\n", "goho: 出力を書き込めませんでした\n"));
            return internal_error;
        }
        return fine;
    }
    return write_unless_scenario(*shared.output, text, shared);
}

void add_study_options(CLI::App& command, StudyRequest& request, const Shared& shared) {
    command.add_option("--repayment", request.repayment,
                       in(shared, "definition of debt repayment years: a, b or c", "債務償還年数の定義: a・b・c"))
        ->transform(one_of(std::vector<std::string>{"a", "b", "c"}, shared.language))
        ->type_name("DEF")
        ->capture_default_str();
    command.add_option("--benchmark", request.benchmark,
                       in(shared, "Local Benchmark thresholds: a file, or 'example'", "ロカベン基準値のファイル、または example"))
        ->type_name("FILE");
}

std::optional<Loaded> load_file(const std::string& file, const Shared& shared) {
    io::Reading reading = io::read_scenario(file);
    show_problems(reading.problems, shared);
    if (!reading) return {};
    show_problems(reading.warnings, shared, in(shared, "note: ", "注意: "));

    const auto& pins = reading.value->plan.pins;
    if (!pins.engine.empty() && pins.engine.view() != io::version()) {
        print(stderr, fmt::format(fmt::runtime(in(shared, "note: {}: made with engine {}, this is {}; figures may differ\n",
                                                  "注意: {}: エンジン {} で作成されています（この版は {}）。数値が異なる可能性があります\n")),
                                  io::printable(file), pins.engine.view(), io::version()));
    }
    auto statutes = io::load_statutes(*reading.value);
    show_problems(statutes.problems, shared);
    if (!statutes) return {};
    return Loaded{std::move(*reading.value), std::move(*statutes.value)};
}

std::optional<analysis::Study> study_file(const std::string& file, const StudyRequest& request, const Shared& shared,
                                          std::optional<stakeholders::Benchmark>* benchmark_out) {
    auto loaded = load_file(file, shared);
    if (!loaded) return {};
    const auto wanted = request.benchmark.empty() ? io::pinned_benchmark(loaded->scenario) : Result<std::string>{request.benchmark, {}};
    show_problems(wanted.problems, shared);
    if (!wanted) return {};
    std::optional<stakeholders::Benchmark> benchmark;
    if (!wanted.value->empty()) {
        auto read = io::load_benchmark(*wanted.value);
        show_problems(read.problems, shared);
        if (!read) return {};
        benchmark = std::move(read.value);
    }
    analysis::StudyOptions options;
    options.repayment = request.repayment == "a"   ? stakeholders::RepaymentDefinition::a
                        : request.repayment == "c" ? stakeholders::RepaymentDefinition::c
                                                   : stakeholders::RepaymentDefinition::b;
    options.benchmark = benchmark ? &*benchmark : nullptr;
    options.diagnose = request.diagnose;
    auto study = analysis::study(std::move(loaded->scenario), loaded->statutes, options);
    if (benchmark_out) *benchmark_out = std::move(benchmark);
    return study;
}

}  // namespace goho::cli
