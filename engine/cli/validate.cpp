#include "cli/command.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "io/text_table.hpp"

#include <fmt/format.h>

namespace goho::cli {

void add_validate(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("validate", in(shared, "Check scenario files and list every problem", "シナリオファイルを検査し、問題をすべて表示する"));
    auto files = std::make_shared<std::vector<std::string>>();
    auto resolved = std::make_shared<bool>(false);
    command->add_option("FILE", *files, in(shared, "scenario files", "シナリオファイル"))->required()->type_name("");
    command->add_flag("--resolved", *resolved, in(shared, "print the scenario with its base and every default written out", "基準と既定値をすべて展開したシナリオを出力する"));
    add_shared_options(*command, shared, false);
    command->footer(in(shared, "Example: goho validate base.json price_up.json", "例: goho validate base.json price_up.json"));
    command->callback([&shared, &result, files, resolved] {
        std::string out;
        for (const std::string& file : *files) {
            const io::Reading reading = io::read_scenario(file);
            show_problems(reading.problems, shared);
            if (!reading) {
                result = invalid_input;
                continue;
            }
            show_problems(reading.warnings, shared, in(shared, "note: ", "注意: "));
            if (*resolved) {
                out += io::scenario_text(*reading.value, io::Defaults::write);
                continue;
            }
            const auto& plan = reading.value->plan;
            const int warnings = static_cast<int>(reading.warnings.size());
            out += shared.language == Language::japanese
                       ? fmt::format("{}: 問題ありません（{}から{}か月、部門{}、注意{}件）\n", io::printable(file), to_string(plan.company.start),
                                     plan.company.months, plan.segments.size(), warnings)
                       : fmt::format("{}: valid ({} months from {}, segments: {}, notes: {})\n", io::printable(file), plan.company.months,
                                     to_string(plan.company.start), plan.segments.size(), warnings);
        }
        const ExitCode wrote = emit(out, shared);
        if (wrote != fine) result = wrote;
    });
}

}  // namespace goho::cli
