#include "cli/outline.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

std::string names_of(const std::vector<OptionOutline>& options) {
    std::string out;
    for (const auto& option : options)
        for (const auto& name : option.names) out += " " + name;
    return out;
}

/// "words yen thousand": what the script is to offer for a value.
std::string offer(const OptionOutline& option) {
    switch (option.completes) {
    case Completes::words: return fmt::format("{} {}", option.list ? "list" : "words", fmt::join(option.words, " "));
    case Completes::scenarios: return "scenarios";
    case Completes::files: return "files";
    case Completes::folders: return "folders";
    case Completes::addresses: return "addresses";
    case Completes::quantities: return "quantities";
    case Completes::kernels: return "kernels";
    case Completes::nothing: break;
    }
    return "nothing";
}

/// One branch of each `case` of the script.
std::string tables(const CommandOutline& program) {
    std::string commands, options, values, arguments;
    for_each_command(program, [&](const CommandOutline& command) {
        std::string parts;
        for (const auto& part : command.commands) parts += " " + part.own_name();
        if (!parts.empty()) commands += fmt::format("    '{}') echo{} ;;\n", command.name, parts);
        options += fmt::format("    '{}') echo{} ;;\n", command.name, names_of(command.options));
        for (const auto& option : command.options) {
            if (option.value.empty()) continue;
            std::string cases;
            for (const auto& name : option.names) cases += fmt::format("{}'{} {}'", cases.empty() ? "" : " | ", command.name, name);
            values += fmt::format("    {}) echo {} ;;\n", cases, offer(option));
        }
        for (std::size_t i = 0; i < command.arguments.size(); ++i) {
            const auto& argument = command.arguments[i];
            const bool rest = argument.repeated && i + 1 == command.arguments.size();
            arguments += fmt::format("    '{} {}'{}) echo {} ;;\n", command.name, i, rest ? fmt::format(" | '{} '*", command.name) : "", offer(argument));
        }
    });
    return fmt::format(R"(_goho_commands() {{
    case $1 in
{}    esac
}}

_goho_options() {{
    case $1 in
{}    esac
}}

# Of a command and an option: what its value may be; nothing for a flag.
_goho_value() {{
    case $1 in
{}    esac
}}

# Of a command and the place of an argument, from 0.
_goho_argument() {{
    case $1 in
{}    esac
}}
)", commands, options, values, arguments);
}

constexpr std::string_view script = R"sh(
# Takes lines, of which those are offered that begin with what has been typed. Words are compared, never evaluated:
# they may come from a file.
_goho_take() {
    local line
    while IFS= read -r line; do
        [[ -n $line && $line == "$1"* ]] && COMPREPLY+=("${2-}$line")
    done
}

_goho_files() { # TYPED ENDING; folders as well
    local line
    while IFS= read -r line; do
        [[ -d $line || $line == *"$2" ]] && COMPREPLY+=("$line")
    done < <(compgen -f -- "$1")
    compopt -o filenames 2>/dev/null
}

_goho_offer() { # TYPED PROGRAM SCENARIO KIND WORD...
    local typed=$1 program=$2 scenario=$3 kind=$4 before=
    shift 4
    case $kind in
    words) _goho_take "$typed" < <(printf '%s\n' "$@") ;;
    list)
        [[ $typed == *,* ]] && before=${typed%,*},
        _goho_take "${typed##*,}" "$before" < <(printf '%s\n' "$@")
        compopt -o nospace 2>/dev/null
        ;;
    scenarios) _goho_files "$typed" .json ;;
    files) _goho_files "$typed" '' ;;
    folders)
        while IFS= read -r before; do COMPREPLY+=("$before"); done < <(compgen -d -- "$typed")
        compopt -o filenames 2>/dev/null
        ;;
    addresses | quantities)
        [[ -n $scenario ]] && _goho_take "$typed" < <("$program" complete "$kind" "$scenario" 2>/dev/null)
        compopt -o nospace 2>/dev/null
        ;;
    kernels) _goho_take "$typed" < <("$program" complete kernels 2>/dev/null) ;;
    esac
}

_goho() {
    local command=goho option='' scenario='' word typed parts place=0 i
    local -a line=() offered=()
    COMPREPLY=()
    for ((i = 1; i <= COMP_CWORD; i++)); do # bash takes --format=json for three words
        if ((${#line[@]})) && [[ ${COMP_WORDS[i]} == = || ${COMP_WORDS[i - 1]} == = ]]; then
            line[${#line[@]} - 1]+=${COMP_WORDS[i]}
        else
            line+=("${COMP_WORDS[i]}")
        fi
    done
    for word in "${line[@]:0:${#line[@]}-1}"; do
        [[ $word == *.json && -z $scenario && -f ${word/#\~\//$HOME/} ]] && scenario=${word/#\~\//$HOME/}
        if [[ -n $option ]]; then
            option=
        elif [[ $word == -* ]]; then
            [[ -n $(_goho_value "$command $word") ]] && option=$word
        else
            parts=" $(_goho_commands "$command") "
            if [[ $parts == *" $word "* ]]; then command+=" $word"; else place=$((place + 1)); fi
        fi
    done
    typed=${line[${#line[@]} - 1]}
    if [[ -z $option && $typed == --*=* ]]; then
        option=${typed%%=*}
        typed=${typed#*=}
    fi
    if [[ -n $option ]]; then
        read -ra offered <<<"$(_goho_value "$command $option")"
        [[ ${offered[0]-} =~ ^(addresses|quantities)$ && $typed == *=* ]] && return # how much is for the user to say
    elif [[ $typed == -* ]]; then
        read -ra offered <<<"words $(_goho_options "$command")"
    elif [[ -n $(_goho_commands "$command") ]]; then
        read -ra offered <<<"words $(_goho_commands "$command")"
    else
        read -ra offered <<<"$(_goho_argument "$command $place")"
    fi
    ((${#offered[@]})) && _goho_offer "$typed" "$1" "$scenario" "${offered[@]}"
}

complete -F _goho goho
)sh";

}  // namespace

std::string bash_completion(const CommandOutline& program) {
    return "# Completion of goho for bash. Made by `goho completion bash`: do not edit.\n"
           "# shellcheck shell=bash\n\n" + tables(program) + std::string(script);
}

}  // namespace goho::cli
