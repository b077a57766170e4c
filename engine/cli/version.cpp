#include "about/about.hpp"
#include "cli/command.hpp"

namespace goho::cli {

void add_version(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("version", in(shared, "Show the version, and how the program was built", "バージョンとビルド情報を表示する"));
    auto format = std::make_shared<std::string>("text");
    command->add_option("--format", *format, in(shared, "text or json", "text・json"))
        ->transform(one_of(std::vector<std::string>{"text", "json"}, shared.language))
        ->type_name("FORMAT")
        ->capture_default_str();
    add_shared_options(*command, shared, false);
    command->footer(in(shared, "Example: goho version --format json", "例: goho version --format json"));
    command->callback([&shared, &result, format] { result = emit(*format == "json" ? about::json("goho") : about::text("goho", shared.language), shared); });
}

}  // namespace goho::cli
