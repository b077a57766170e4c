#include "cli/enter.hpp"

#include "cli/command.hpp"
#include "io/reach.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <unistd.h>

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

/// A file must not get the number of a stream that the caller has closed, or messages would be written into it. What
/// stands there instead cannot be used, so that writing still fails.
void hold_closed_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

/// What was printed may still wait for being written; `result`, or `internal_error` when it could not be.
int after_printing(int result, const cli::Shared& shared) {
    const bool good = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (good || result != cli::fine) return result;
    std::fprintf(stderr, "%s\n", cli::in(shared, "goho: the output could not be written", "goho: 出力を書き込めませんでした").c_str());
    return cli::internal_error;
}

const char* no_memory(Language language) {
    return language == Language::japanese ? "goho: メモリーが足りません" : "goho: there is not enough memory";
}

/// What cannot be caught, because it happens in a thread or while another failure is dealt with, is said all the same.
Language language_at_the_end = Language::english;
[[noreturn]] void end() {
    const bool japanese = language_at_the_end == Language::japanese;
    const auto failure = std::current_exception();
    try {
        if (failure) std::rethrow_exception(failure);
        std::fprintf(stderr, "goho: %s\n", japanese ? "内部エラー" : "internal error");
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "%s\n", no_memory(language_at_the_end));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "goho: %s: %s\n", japanese ? "内部エラー" : "internal error", error.what());
    }
    std::_Exit(cli::internal_error);
}

/// Whether several processes share the work of the command; any other runs once.
bool works_together(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "batch" || word == "montecarlo" || word == "sensitivity") return true;
    }
    return false;
}

int run(int argc, char** argv, cli::Shared& shared) {
    int result = cli::fine;
    const auto app = cli::program(shared, result);
    try {
        app->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return after_printing(app->exit(error), shared);  // help and version
        for (const auto& sentence : cli::usage_problems(*app, error, shared))
            std::fprintf(stderr, "goho: %s: %s\n", cli::in(shared, "wrong usage", "使い方の誤り").c_str(), sentence.c_str());
        std::fprintf(stderr, "%s\n", cli::in(shared, "'goho --help' and 'goho COMMAND --help' tell more", "説明: goho --help、goho コマンド --help").c_str());
        return cli::usage_error;
    }
    return after_printing(result, shared);
}

}  // namespace

namespace goho::cli {

int enter(int argc, char** argv, cluster::World* world) {
    hold_closed_streams();
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told like a full disk
    cli::Shared shared;
    shared.language = language_of(argc, argv);
    shared.world = world;
    language_at_the_end = shared.language;
    std::set_terminate(end);
    if (!shared.leads() && !works_together(argc, argv)) return fine;  // the leader does it
    try {
        io::allow_reach_of_environment();
        return run(argc, argv, shared);
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "%s\n", no_memory(shared.language));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "goho: %s: %s\n", cli::in(shared, "internal error", "内部エラー").c_str(), error.what());
    }
    return cli::internal_error;
}

}  // namespace goho::cli
