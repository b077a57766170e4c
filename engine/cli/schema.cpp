#include "cli/command.hpp"
#include "io/schema.hpp"

namespace goho::cli {

void add_schema(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("schema", in(shared, "Print the JSON Schema of scenario files", "シナリオファイルの JSON Schema を出力する"));
    add_shared_options(*command, shared, false);
    command->footer(in(shared, "Example: goho schema -o goho-scenario-1.schema.json", "例: goho schema -o goho-scenario-1.schema.json"));
    command->callback([&shared, &result] { result = emit(io::scenario_schema(), shared); });
}

}  // namespace goho::cli
