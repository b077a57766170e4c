#include "cli/outline.hpp"

#include <algorithm>

namespace goho::cli {

namespace {

/// The kind of a value is its name in the help: FILE, DIR, ADDRESS=NUMBER.
Completes kind_of(const OptionOutline& option, const std::string& command) {
    const auto named = [&](std::initializer_list<std::string_view> beginnings) {
        return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return option.value.starts_with(b); });
    };
    if (!option.words.empty()) return Completes::words;
    if (option.argument) {
        const bool other_files = command.starts_with("goho import") || command.starts_with("goho query");
        const auto& name = option.names.front();
        if (name != "FILE" && name != "FILES" && name != "PATHS" && name != "BASE" && name != "VARIANT") return Completes::nothing;
        return other_files ? Completes::files : Completes::scenarios;
    }
    if (option.names.back() == "--kernel") return Completes::kernels;
    if (option.names.back() == "--sweep") return Completes::quantities;
    if (named({"ADDRESS", "ITEMS", "WHAT"})) return Completes::addresses;
    if (named({"DIR", "FOLDER"})) return Completes::folders;
    return named({"FILE"}) ? Completes::files : Completes::nothing;
}

OptionOutline outline_of(CLI::Option& option, const std::string& command) {
    OptionOutline out;
    out.argument = option.get_positional();
    if (out.argument) out.names.push_back(option.get_name(true));
    else {
        for (const auto& name : option.get_snames()) out.names.push_back("-" + name);
        for (const auto& name : option.get_lnames()) out.names.push_back("--" + name);
    }
    const bool flag = !out.argument && option.get_type_size() == 0;
    if (!flag && !out.argument) out.value = option.get_type_name();
    out.by_default = option.get_default_str();
    out.text = option.get_description();
    out.required = option.get_required();
    out.list = option.get_delimiter() != '\0';
    out.repeated = !flag && option.get_items_expected_max() > 1;
    out.words = words_of(option);
    out.completes = flag ? Completes::nothing : kind_of(out, command);
    return out;
}

}  // namespace

CommandOutline outline_of(CLI::App& app) {
    CommandOutline out;
    for (const CLI::App* above = &app; above; above = above->get_parent()) out.name = above->get_name() + (out.name.empty() ? "" : " ") + out.name;
    out.text = app.get_description();
    out.footer = app.get_footer();
    for (auto* option : app.get_options([](CLI::Option*) { return true; })) {
        auto outline = outline_of(*option, out.name);
        (outline.argument ? out.arguments : out.options).push_back(std::move(outline));
    }
    for (auto* command : app.get_subcommands([](CLI::App* part) { return !part->get_group().empty(); })) out.commands.push_back(outline_of(*command));
    return out;
}

CommandOutline outline_of_program(Language language) {
    Shared shared;
    shared.language = language;
    int ignored = 0;
    return outline_of(*program(shared, ignored));
}

}  // namespace goho::cli
