#include "cli/outline.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

/// Within '...' of a shell.
std::string shell_word(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// Within a description of _arguments or _describe, where brackets and colons mean something.
std::string described(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string action(const OptionOutline& option) {
    switch (option.completes) {
    case Completes::words: return option.list ? fmt::format("_values -s , word {}", fmt::join(option.words, " ")) : fmt::format("({})", fmt::join(option.words, " "));
    case Completes::scenarios: return "_files -g \"*.json(-.)\"";
    case Completes::files: return "_files";
    case Completes::folders: return "_files -/";
    case Completes::addresses: return "_goho_addresses addresses";
    case Completes::quantities: return "_goho_addresses quantities";
    case Completes::kernels: return "_goho_kernels";
    case Completes::nothing: break;
    }
    return " ";
}

std::string option_specs(const OptionOutline& option) {
    std::string out;
    for (const auto& name : option.names) {
        const bool end = name == "--help" || name == "-h" || name == "--version";
        std::string others;
        if (end) others = "(- *)";
        else if (!option.repeated && option.names.size() > 1) others = fmt::format("({})", fmt::join(option.names, " "));
        std::string spec = others + (option.repeated ? "*" : "") + name + (option.value.empty() ? "" : name.starts_with("--") ? "=" : "+") + "[" + described(option.text) + "]";
        if (!option.value.empty()) spec += ":" + described(option.value) + ":" + action(option);
        out += " \\\n        " + shell_word(spec);
    }
    return out;
}

std::string function_of(const std::string& command) {
    std::string out = "_";
    for (const char c : command) out += c == ' ' || c == '-' ? '_' : c;
    return out;
}

std::string function(const CommandOutline& command) {
    std::string out = function_of(command.name) + "() {\n";
    if (!command.commands.empty()) {
        out += "    local line state\n    _arguments -C";
        for (const auto& option : command.options) out += option_specs(option);
        out += " \\\n        '1: :->command' '*::argument:->arguments'\n    case $state in\n    command)\n        local -a commands=(";
        for (const auto& part : command.commands) out += "\n            " + shell_word(part.own_name() + ":" + described(part.text));
        out += ")\n        _describe command commands\n        ;;\n    arguments)\n        case $line[1] in\n";
        for (const auto& part : command.commands) out += fmt::format("        {}) {} ;;\n", part.own_name(), function_of(part.name));
        return out + "        esac\n        ;;\n    esac\n}\n\n";
    }
    out += "    _arguments";
    for (const auto& option : command.options) out += option_specs(option);
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        const auto& argument = command.arguments[i];
        out += " \\\n        " + shell_word((argument.repeated ? "*" : std::to_string(i + 1)) + ":" + described(argument.names.front()) + ":" + action(argument));
    }
    return out + "\n}\n\n";
}

constexpr std::string_view helpers = R"sh(# Addresses in the first scenario on the line; how much is for the user to say.
_goho_addresses() {
    local word what=${argv[-1]}
    for word in $words; do
        [[ $word == *.json && -f ${~word} ]] || continue
        local -a addresses=(${(f)"$(goho complete $what ${~word} 2>/dev/null)"})
        compadd -S = -q -- $addresses
        return
    done
}

_goho_kernels() {
    local -a kernels=(${(f)"$(goho complete kernels 2>/dev/null)"})
    compadd -- $kernels
}

)sh";

}  // namespace

std::string zsh_completion(const CommandOutline& program) {
    std::string out = "#compdef goho\n# Completion of goho for zsh. Made by `goho completion zsh`: do not edit.\n\n" + std::string(helpers);
    for_each_command(program, [&](const CommandOutline& command) { out += function(command); });
    return out + "if [[ $funcstack[1] == _goho ]]; then\n    _goho \"$@\"\nelse\n    compdef _goho goho\nfi\n";
}

}  // namespace goho::cli
