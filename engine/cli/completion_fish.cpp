#include "cli/outline.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

std::string shell_word(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

/// What a value may be, as arguments of fish's `complete`.
std::string values(const OptionOutline& option) {
    switch (option.completes) {
    case Completes::words:
        return option.list ? fmt::format(" -x -a '(__fish_append , {})'", fmt::join(option.words, " ")) : fmt::format(" -x -a '{}'", fmt::join(option.words, " "));
    case Completes::scenarios: return " -k -x -a '(__fish_complete_suffix .json)'";
    case Completes::files: return " -r -F";
    case Completes::folders: return " -x -a '(__fish_complete_directories)'";
    case Completes::addresses: return " -x -a '(__goho_addresses addresses)'";
    case Completes::quantities: return " -x -a '(__goho_addresses quantities)'";
    case Completes::kernels: return " -x -a '(goho complete kernels 2>/dev/null)'";
    case Completes::nothing: break;
    }
    return " -x";
}

/// When a line of completion holds: this command, and none below it, has been typed.
std::string when(const CommandOutline& command) { return fmt::format("-n '__goho_in {}'", command.name); }

std::string lines(const CommandOutline& command) {
    std::string out;
    const std::string begin = "complete -c goho " + when(command);
    for (const auto& part : command.commands) out += fmt::format("{} -f -a {} -d {}\n", begin, shell_word(part.own_name()), shell_word(part.text));
    for (const auto& option : command.options) {
        std::string names;
        for (const auto& name : option.names) names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        out += begin + names + (option.value.empty() ? "" : values(option)) + " -d " + shell_word(option.text) + "\n";
    }
    for (const auto& argument : command.arguments) {
        if (argument.completes == Completes::nothing) continue;
        out += begin + values(argument) + " -d " + shell_word(argument.names.front()) + "\n";
    }
    return out;
}

constexpr std::string_view helpers = R"sh(# Whether these are the commands that have been typed, none missing and none more.
function __goho_in
    set -l typed goho
    for word in (commandline -opc)[2..-1]
        if contains -- "$typed $word" $__goho_commands
            set typed "$typed $word"
        end
    end
    test "$typed" = "$argv"
end

# Addresses in the first scenario on the line; how much is for the user to say.
function __goho_addresses
    for word in (commandline -opc)
        if string match -q -- '*.json' $word; and test -f $word
            goho complete $argv $word 2>/dev/null | string replace -r '$' '='
            return
        end
    end
end

complete -c goho -f
)sh";

}  // namespace

std::string fish_completion(const CommandOutline& program) {
    std::string commands, all;
    for_each_command(program, [&](const CommandOutline& command) {
        commands += " " + shell_word(command.name);
        all += lines(command);
    });
    return "# Completion of goho for fish. Made by `goho completion fish`: do not edit.\n\nset -g __goho_commands" + commands + "\n\n" + std::string(helpers) + "\n" + all;
}

}  // namespace goho::cli
