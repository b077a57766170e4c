// Replays inputs through a target, and changed ones that a seed decides: goho_fuzz_replay TARGET [--changes N] PLACE...
// What is no file and no folder is left out. The program ends at the first input with which something does not hold.
#include "fuzz/fuzz.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string now_trying;  // said when the program is ended

void say_input(int signal) {
    static_cast<void>(!write(STDERR_FILENO, now_trying.data(), now_trying.size()));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

struct Input {
    std::string name, bytes;
};

std::vector<Input> inputs_in(const std::vector<std::string>& places) {
    std::vector<fs::path> files;
    for (const fs::path place : places) {
        if (fs::is_regular_file(place)) files.push_back(place);
        if (!fs::is_directory(place)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(place))
            if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Input> inputs;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        inputs.push_back({file.generic_string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    return inputs;
}

/// The same numbers on every machine (SplitMix64).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }

private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }
    std::uint64_t state_;
};

constexpr std::string_view odd_words[] = {"0", "-1", "1e308", "-0", "null", "true", "{}", "[]", "\"\"", "99999999999999999999", "0.1", "△", "円",
                                          "%", "\xEF\xBC\x8C", "\xff", "\n", "\"", ",", ":", "/", "*", "=", "..", "1900-01", "2199-12", "-", "1e-300"};

void change(std::string& bytes, const std::string& other, Numbers& numbers) {
    const std::size_t at = numbers.below(bytes.size() + 1), size = numbers.below(std::min<std::size_t>(bytes.size() - at, 40) + 1);
    switch (numbers.below(6)) {
        case 0: if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << numbers.below(8))); break;
        case 1: bytes.erase(at, size); break;
        case 2: bytes.insert(at, bytes.substr(at, size)); break;
        case 3: bytes.replace(at, numbers.below(4), odd_words[numbers.below(std::size(odd_words))]); break;
        case 4: bytes.insert(at, odd_words[numbers.below(std::size(odd_words))]); break;
        default: bytes.replace(at, size, other.substr(std::min(at, other.size()), numbers.below(60)));
    }
}

void replay(const goho::fuzz::Target& target, const std::vector<Input>& inputs, std::size_t changes) {
    for (const auto& input : inputs) {
        now_trying = "\nThe input is " + input.name + "\n";
        target.try_input(input.bytes);
    }
    Numbers numbers(20260401);
    for (std::size_t i = 0; i < changes && !inputs.empty(); ++i) {
        const auto& input = inputs[numbers.below(inputs.size())];
        std::string bytes = input.bytes;
        for (std::size_t c = numbers.below(4) + 1; c > 0; --c) change(bytes, inputs[numbers.below(inputs.size())].bytes, numbers);
        now_trying = "\nThe input is change " + std::to_string(i) + ", of " + input.name + ":\n" + bytes + "\n";
        target.try_input(bytes);
    }
    std::printf("%s: %zu inputs and %zu changed ones hold\n", std::string(target.name).c_str(), inputs.size(), changes);
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> all(words + 1, words + count);
    const auto targets = goho::fuzz::Registered::all();
    const auto target = std::find_if(targets.begin(), targets.end(), [&](const auto& t) { return !all.empty() && t.name == all.front(); });
    if (target == targets.end()) {
        std::fprintf(stderr, "goho_fuzz_replay TARGET [--changes N] PLACE...; targets:\n");
        for (const auto& known : targets) std::fprintf(stderr, "  %s\n", std::string(known.name).c_str());
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE}) std::signal(signal, say_input);
    std::vector<std::string> places(all.begin() + 1, all.end());
    std::size_t changes = 0;
    if (places.size() >= 2 && places.front() == "--changes") {
        changes = std::strtoul(places[1].c_str(), nullptr, 10);
        places.erase(places.begin(), places.begin() + 2);
    }
    const auto inputs = inputs_in(places);
    if (inputs.empty()) {
        std::fprintf(stderr, "there is nothing to replay\n");
        return 1;
    }
    replay(*target, inputs, changes);
}
