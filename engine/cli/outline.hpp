// The program's commands and options as plain data, read off the tables that the program itself parses with: what manual
// pages and the completion of shells are made from.
#pragma once

#include "cli/command.hpp"

namespace goho::cli {

/// What may stand as a value, as far as a shell can help with it. Addresses may have a * for all items, quantities not.
enum class Completes { nothing, words, scenarios, files, folders, addresses, quantities, kernels };

struct OptionOutline {
    std::vector<std::string> names;  // "-o", "--output"; of an argument its own: "FILE"
    std::string value;               // "FORMAT"; empty for a flag
    std::string by_default, text;
    bool argument = false, required = false, repeated = false, list = false;  // list: several with commas
    Completes completes = Completes::nothing;
    std::vector<std::string> words;  // when it completes words
};

struct CommandOutline {
    std::string name;  // "goho import trial-balance"
    std::string text, footer;
    std::vector<OptionOutline> arguments, options;
    std::vector<CommandOutline> commands;
    std::string own_name() const { return name.substr(name.rfind(' ') + 1); }
};

CommandOutline outline_of(CLI::App& app);

/// The whole program, described in a language.
CommandOutline outline_of_program(Language language);

/// A command and all below it, each once.
template <class Visit> void for_each_command(const CommandOutline& command, const Visit& visit) {
    visit(command);
    for (const auto& part : command.commands) for_each_command(part, visit);
}

/// Scripts that complete goho's commands, options, words and files, and the addresses in the scenario that was named.
std::string bash_completion(const CommandOutline& program);
std::string zsh_completion(const CommandOutline& program);
std::string fish_completion(const CommandOutline& program);

/// A file and its text: every manual page, below "man1", "man5", "ja/man1" and "ja/man5".
std::vector<std::pair<std::string, std::string>> manual_pages();
/// The pages of one language that are not of a command: the window, and the format of scenarios.
std::string window_page(Language language);
std::string scenario_page(Language language);

}  // namespace goho::cli
