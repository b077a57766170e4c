// What was wrong with the words of a command, in the language of the user and with the likely fix.
#include "cli/command.hpp"

#include "io/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <regex>

namespace goho::cli {

namespace {

struct Usage {
    const CLI::App& command;  // the innermost that was named
    const Shared& shared;

    template <class... Args> std::string say(std::string_view en, std::string_view ja, const Args&... args) const {
        return fmt::format(fmt::runtime(in(shared, en, ja)), args...);
    }
};

const CLI::App* innermost(const CLI::App* app) {
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return app;
}

/// "goho import trial-balance".
std::string full_name(const CLI::App& command) {
    return command.get_parent() ? full_name(*command.get_parent()) + " " + command.get_name() : command.get_name();
}

std::vector<std::string> parts_of(const CLI::App& command) {
    std::vector<std::string> out;
    for (const auto* part : command.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); })) out.push_back(part->get_name());
    return out;
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> out;
    for (const auto* option : command.get_options())
        for (const auto& name : option->get_lnames()) out.push_back("--" + name);
    return out;
}

std::string near(const std::string& word, const std::vector<std::string>& known, const Usage& usage) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    const auto likely = io::closest(word, names);
    return likely.empty() ? std::string() : usage.say(" (did you mean {}?)", "（{} ではありませんか）", likely);
}

std::string all_of(const std::vector<std::string>& names, const Usage& usage) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    return io::joined(views, in(usage.shared, ", ", "・"));
}

std::string unknown_option(const std::string& word, const Usage& usage) {
    const std::string name = word.substr(0, word.find('='));
    const auto known = options_of(usage.command);
    if (std::find(known.begin(), known.end(), name) != known.end())
        return usage.say("{} belongs behind the command: {} ... {}", "{} はコマンドの後に指定してください: {} … {}", name, full_name(usage.command), name);
    return usage.say("{} has no option {}", "{} に {} というオプションはありません", full_name(usage.command), io::printable(name)) +
           near(name, known, usage);
}

std::string unknown_command(const std::string& word, const Usage& usage) {
    const auto parts = parts_of(usage.command);
    const std::string hint = near(word, parts, usage);
    return usage.say("{} has no command \"{}\"", "{} に「{}」というコマンドはありません", full_name(usage.command), io::printable(word)) +
           (hint.empty() ? usage.say(" (there are: {})", "（コマンド: {}）", all_of(parts, usage)) : hint);
}

/// Without what is meant for the command that is still to come.
std::vector<std::string> without_language(const std::vector<std::string>& words) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang") ++i;
        else if (!words[i].starts_with("--lang=")) out.push_back(words[i]);
    }
    return out;
}

/// Words that have no place: options before others, whose values may only be out of place because of them.
std::vector<std::string> unexpected(std::vector<std::string> words, const Usage& usage) {
    std::vector<std::string> out;
    const bool command_open = !parts_of(usage.command).empty();
    if (command_open) words = without_language(words);
    if (command_open && !words.empty() && !words.front().starts_with('-')) return {unknown_command(words.front(), usage)};
    for (const auto& word : words)
        if (word.size() > 1 && word.front() == '-') out.push_back(unknown_option(word, usage));
    if (!out.empty() || words.empty()) return out;
    for (const auto& word : words)
        out.push_back(usage.say("\"{}\" is one argument too many for {}", "「{}」は余分な引数です（{}）", io::printable(word), full_name(usage.command)));
    return out;
}

std::vector<std::string> missing(const Usage& usage) {
    std::vector<std::string> out;
    for (const auto* option : usage.command.get_options())
        if (option->get_required() && option->count() == 0)
            out.push_back(usage.say("{} is missing: {}", "{} を指定してください: {}", option->get_positional() ? option->get_name(true) : option->get_name(), option->get_description()));
    return out;
}

/// What the library says of one value, in Japanese; its own sentence where it is our own already or none of these.
std::string about_value(std::string said, const Shared& shared) {
    if (said.find(" not in range ") != std::string::npos)  // "0.000000" is zero, "0.001000" a thousandth
        said = std::regex_replace(std::regex_replace(said, std::regex("(\\.[0-9]*?)0+(?![0-9])"), "$1"), std::regex("([0-9])\\.(?![0-9])"), "$1");
    if (shared.language != Language::japanese) return said;
    static const std::pair<std::regex, const char*> sentences[] = {
        {std::regex("^(.+): Value (.*) not in range (.+) to (.+)$"), "$1: $2 は範囲外です（$3〜$4）"},
        {std::regex("^(.+): Number less than 0: (.*)$"), "$1: 0以上の数値を指定してください（$2）"},
        {std::regex("^(.+): Failed parsing number: \\(?(.*?)\\)?$"), "$1: $2 は数値として読めません"},
        {std::regex("^(.+): [0-9]+ required .* missing$"), "$1 の値を指定してください"},
        {std::regex("^(.+): At [Ll]east .* required but received .*$"), "$1 の値を指定してください"},
        {std::regex("^(.+): At [Mm]ost (.+) required but received (.+)$"), "$1 に指定できるのは$2個までです（$3個の指定）"},
        {std::regex("^Could not convert: (.+) = (.*)$"), "$1: $2 は数値として読めません"},
        {std::regex("^(.+) was given a disallowed flag override$"), "$1 に値は指定できません"},
    };
    for (const auto& [english, japanese] : sentences)
        if (std::regex_match(said, english)) return std::regex_replace(said, english, japanese);
    return said;
}

}  // namespace

std::vector<std::string> usage_problems(const CLI::App& app, const CLI::ParseError& error, const Shared& shared) {
    const Usage usage{*innermost(&app), shared};
    const bool about_words = dynamic_cast<const CLI::ExtrasError*>(&error) || dynamic_cast<const CLI::RequiredError*>(&error);
    if (!about_words) return {about_value(error.what(), shared)};
    std::vector<std::string> out = unexpected(app.remaining(true), usage);
    for (auto& sentence : missing(usage)) out.push_back(std::move(sentence));
    if (out.empty() && !parts_of(usage.command).empty())
        out.push_back(usage.say("{} needs a command: {}", "{} のコマンドを指定してください: {}", full_name(usage.command), all_of(parts_of(usage.command), usage)));
    if (out.empty()) out.emplace_back(error.what());
    return out;
}

}  // namespace goho::cli
