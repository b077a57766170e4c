#include "cli/enter.hpp"

#include "cli/command.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

namespace {

using namespace goho;

/// The language must be known before the options are described, so it is looked for by hand.
Language language_of(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) return std::strcmp(argv[i + 1], "ja") == 0 ? Language::japanese : Language::english;
        if (word.starts_with("--lang=")) return word == "--lang=ja" ? Language::japanese : Language::english;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) return std::strncmp(value, "ja", 2) == 0 ? Language::japanese : Language::english;
    }
    return Language::english;
}

/// Whether several processes share the work of the command; any other runs once.
bool works_together(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "batch" || word == "montecarlo" || word == "sensitivity") return true;
    }
    return false;
}

}  // namespace

namespace goho::cli {

int enter(int argc, char** argv, cluster::World* world) {
    cli::Shared shared;
    shared.language = language_of(argc, argv);
    shared.world = world;
    if (world != nullptr && world->rank() > 0 && !works_together(argc, argv)) return fine;  // the leader does it
    int result = cli::fine;
    const auto app = cli::program(shared, result);
    try {
        app->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app->exit(error);  // help and version
        for (const auto& sentence : cli::usage_problems(*app, error, shared))
            std::fprintf(stderr, "goho: %s: %s\n", cli::in(shared, "wrong usage", "使い方の誤り").c_str(), sentence.c_str());
        std::fprintf(stderr, "%s\n", cli::in(shared, "'goho --help' and 'goho COMMAND --help' tell more", "説明: goho --help、goho コマンド --help").c_str());
        return cli::usage_error;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "goho: %s: %s\n", cli::in(shared, "internal error", "内部エラー").c_str(), error.what());
        return cli::internal_error;
    }
    return result;
}

}  // namespace goho::cli
