#include "cli/command.hpp"
#include "io/output_file.hpp"
#include "io/reach.hpp"
#include "io/text_table.hpp"
#include "io/variant.hpp"
#include "io/scenario_reader.hpp"
#include "analysis/differences.hpp"

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

namespace goho::cli {

namespace {

struct Request {
    std::string base, name, from, to;
    std::vector<std::string> set, scale, add;
    bool overwrite = false;
};

/// "/segments/*/price=1.03"; nothing when it is not of that form.
std::optional<io::VariantChange> change_of(const std::string& word, simulation::Operation operation) {
    const auto equals = word.rfind('=');
    if (equals == std::string::npos || word.front() != '/') return {};
    double amount = 0.0;
    const char *begin = word.data() + equals + 1, *end = word.data() + word.size();
    const auto [stopped, error] = std::from_chars(begin, end, amount);
    if (error != std::errc() || stopped != end) return {};
    return io::VariantChange{operation, word.substr(0, equals), amount};
}

/// What is wrong with the command line, all at once.
Problems read_changes(const Request& request, io::VariantRequest& into, const Shared& shared) {
    using simulation::Operation;
    Problems problems;
    const auto complain = [&](std::string_view code, const std::string& where, Text what, Text hint) {
        problems.push_back({std::string(code), where, {}, 0, 0, std::move(what), std::move(hint)});
    };
    const std::pair<Operation, const std::vector<std::string>*> kinds[] = {{Operation::set, &request.set}, {Operation::scale, &request.scale}, {Operation::add, &request.add}};
    for (const auto& [operation, words] : kinds) {
        for (const auto& word : *words) {
            if (const auto change = change_of(word, operation)) into.changes.push_back(*change);
            else complain("change-unreadable", word, {"this is no change", "変更の指定として読めません"},
                          {"an address and a number: /segments/*/price=1.03", "アドレスと数値で指定します: /segments/*/price=1.03"});
        }
    }
    if (problems.empty() && into.changes.empty())
        complain("nothing-changed", request.base, {"a variant changes something", "変更を指定してください"}, {"--scale /segments/*/price=1.03", "例: --scale /segments/*/price=1.03"});
    for (const auto& [word, month] : {std::pair{request.from, &into.from}, {request.to, &into.to}}) {
        if (word.empty()) continue;
        if (const auto read = parse_month(word)) *month = *read;
        else complain("month-unreadable", word, {"this is no month", "年月として読めません"}, {"such as 2027-10", "例: 2027-10"});
    }
    if (!shared.output) complain("output-needed", request.base, {"a variant is written to a file", "代替案はファイルに書き出します"}, {"say which: -o price_up.json", "-o price_up.json のように指定してください"});
    return problems;
}

ExitCode make_variant(const Request& request, const Shared& shared) {
    io::VariantRequest wanted{request.base, request.name, {}, {}, {}};
    if (const Problems problems = read_changes(request, wanted, shared); !problems.empty()) {
        show_problems(problems, shared);
        return usage_error;
    }
    Problems lost = base_in_the_way(*shared.output, request.base);
    if (lost.empty() && !request.overwrite) lost = file_in_the_way(*shared.output);
    const auto text = io::variant_text(wanted, *shared.output);
    show_problems(lost, shared);
    show_problems(text.problems, shared);
    if (!text || !lost.empty()) return invalid_input;
    const Problems unwritten = io::write_file(*shared.output, *text.value);
    show_problems(unwritten, shared);
    if (!unwritten.empty()) return internal_error;
    note_far_base(*shared.output, request.base, shared);
    io::allow_reach(std::filesystem::path(request.base).parent_path());
    const auto base = io::read_scenario(request.base), made = io::read_scenario(*shared.output);
    show_problems(made.problems, shared);
    if (!base || !made) return internal_error;
    if (const Month planned = base.value->plan.company.start + static_cast<int>(base.value->plan.actuals.months.size()); wanted.from.given() && wanted.from < planned)
        std::fputs(fmt::format(fmt::runtime(in(shared, "note: months to {} are actual and stay as they were; the change takes effect from {}\n",
                                               "注意: {}までは実績のため変わりません。変更の効果は{}からです\n")),
                               shown(planned + -1, shared.language), shown(planned, shared.language)).c_str(), stderr);
    for (const auto& difference : analysis::differences(*base.value, *made.value))
        for (const auto& line : io::wrapped(io::printable(difference.sentence.in(shared.language)), shared.width)) std::printf("%s\n", line.c_str());
    std::printf("%s goho compare %s %s\n", in(shared, "Next:", "次は:").c_str(), io::printable(request.base).c_str(), io::printable(*shared.output).c_str());
    return fine;
}

}  // namespace

void add_variant(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("variant", in(shared, "Write a what-if: a base and what changes from a month on", "代替案を作る（基準と、ある月からの変更）"));
    auto request = std::make_shared<Request>();
    command->add_option("BASE", request->base, in(shared, "scenario file", "基準のシナリオファイル"))->required()->type_name("");
    const auto changes = [&](const char* option, std::vector<std::string>& into, std::string_view en, std::string_view ja) {
        command->add_option(option, into, in(shared, en, ja))->type_name("ADDRESS=NUMBER");
    };
    changes("--scale", request->scale, "times so much: /segments/*/price=1.03; a star means all items", "何倍にするか: /segments/*/price=1.03（* は全項目）");
    changes("--add", request->add, "so much more: /job_groups/sales/headcount=1", "いくつ増やすか: /job_groups/sales/headcount=1");
    changes("--set", request->set, "becomes: /evaluation/improvement_weight=0.3", "いくつにするか: /evaluation/improvement_weight=0.3");
    command->add_option("--from", request->from, in(shared, "first month, such as 2027-10; the first that is planned when not given", "最初の月（例: 2027-10、省略時は計画の最初の月）"))->type_name("MONTH");
    command->add_option("--to", request->to, in(shared, "last month; to the end when not given", "最後の月（省略時は計画の終わりまで）"))->type_name("MONTH");
    command->add_option("--name", request->name, in(shared, "name of the variant; the file's when not given", "代替案の名前（省略時はファイル名）"))->type_name("TEXT");
    command->add_flag("--overwrite", request->overwrite, in(shared, "let -o replace a file that is there", "-o の既存のファイルを置き換える"));
    add_shared_options(*command, shared, false);
    command->footer(in(shared, "Example: goho variant company.json --scale /segments/*/price=1.03 --from 2027-10 --name \"Prices +3%\" -o price_up.json",
                       "例: goho variant company.json --scale /segments/*/price=1.03 --from 2027-10 --name 値上げ3% -o price_up.json"));
    command->callback([&shared, &result, request] { result = make_variant(*request, shared); });
}

}  // namespace goho::cli
