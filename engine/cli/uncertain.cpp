#include "cli/uncertain.hpp"

#include "io/uncertainty_reader.hpp"
#include "io/wording.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

namespace goho::cli {

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most, const Shared& shared) {
    const std::string needed = fmt::format(fmt::runtime(in(shared, "a whole number from {} to {} is needed, not ", "{}〜{} の整数が必要です: ")), least, most);
    return CLI::Validator(
        [=](const std::string& written) {
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
            const bool whole = error == std::errc() && end == written.data() + written.size();
            return whole && number >= least && number <= most ? std::string() : needed + written;
        },
        "");
}

void add_uncertain_options(CLI::App& command, Uncertain& uncertain, std::uint64_t& seed, int& threads, const Shared& shared) {
    command.add_flag("--defaults", uncertain.defaults, in(shared, "draw the model's own coefficients as well, as far as evidence goes", "モデルの係数も、根拠の範囲で動かす"));
    command
        .add_option("--vary", uncertain.vary,
                    in(shared, "spread a quantity around its value: /segments/main/price=10%; * stands for every item; may be repeated",
                       "数量を計画値の前後に振る: /segments/main/price=10%。* は全項目。複数指定可"))
        ->type_name("WHAT")
        ->allow_extra_args(false);
    command.add_flag("--no-events", uncertain.no_events, in(shared, "nobody leaves and no incident happens by chance", "偶然の出来事（離職・事故など）を起こさない"));
    command.add_option("--seed", seed, in(shared, "seed of the draws", "乱数の種"))->check(whole_number(0, std::numeric_limits<std::uint64_t>::max(), shared))->type_name("NUMBER")->capture_default_str();
    command.add_option("--threads", threads, in(shared, "threads; as many as the machine has when not given", "スレッド数（省略時はCPUの数）"))->check(CLI::Range(0, 1024).description(""))->type_name("N");
}

void add_sampling_option(CLI::App& command, chance::Sampling& sampling, const Shared& shared) {
    static const std::map<std::string, chance::Sampling> samplings{
        {"random", chance::Sampling::random}, {"latin_hypercube", chance::Sampling::latin_hypercube}, {"sobol", chance::Sampling::sobol}};
    command.add_option("--sampling", sampling, in(shared, "latin_hypercube, random or sobol", "latin_hypercube（ラテン超方格）・random（単純無作為）・sobol（準乱数）"))
        ->transform(one_of(samplings, shared.language))
        ->type_name("HOW")
        ->default_str("latin_hypercube");
}

bool asks_too_much(const Problems& problems) {
    return std::all_of(problems.begin(), problems.end(), [](const Problem& p) { return p.file.empty(); });
}

namespace {

/// Moves what --vary asks for; the problems name the file, which may have other items than the next.
Problems vary_all(simulation::Scenario& scenario, const std::string& file, const Uncertain& uncertain) {
    Problems all;
    for (const std::string& vary : uncertain.vary) {
        const std::size_t sign = vary.find('=');
        if (sign == std::string::npos) continue;  // said once, not for every file
        for (Problem& problem : io::vary(scenario, std::string_view(vary).substr(0, sign), std::string_view(vary).substr(sign + 1))) {
            problem.file = file;
            problem.pointer = "--vary " + problem.pointer;
            all.push_back(std::move(problem));
        }
    }
    return all;
}

}  // namespace

std::vector<Loaded> load_uncertain(const std::vector<std::string>& files, const Uncertain& uncertain, const Shared& shared, ExitCode* why) {
    // Told before the reckoning, which may be long.
    if (const Problems lost = shared.output ? scenario_in_the_way(*shared.output) : Problems{}; !lost.empty()) {
        show_problems(lost, shared);
        *why = invalid_input;
        return {};
    }
    std::vector<Loaded> loaded;
    bool read = true, understood = true;
    for (const std::string& vary : uncertain.vary) {
        if (vary.find('=') != std::string::npos) continue;
        understood = false;
        show_problems({{"bad-option", {}, {}, 0, 0, io::say("--vary {}: there is no \"=\"", "--vary {}: 「=」がありません", vary),
                        {"write /segments/main/price=10%", "/segments/main/price=10% の形で書いてください"}}}, shared);
    }
    for (const std::string& file : files) {  // the problems of all files at once
        auto one = load_file(file, shared);
        if (!one) {
            read = false;
            continue;
        }
        auto& u = one->scenario.uncertainty;
        u.defaults = u.defaults || uncertain.defaults;
        u.events = u.events && !uncertain.no_events;
        const Problems problems = vary_all(one->scenario, file, uncertain);
        show_problems(problems, shared);
        understood = understood && problems.empty();
        loaded.push_back(std::move(*one));
    }
    if (!read || !understood) loaded.clear();
    if (why != nullptr) *why = !read ? invalid_input : !understood ? usage_error : fine;
    return loaded;
}

}  // namespace goho::cli
