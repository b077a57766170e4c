// What the fuzzing targets share. A target takes any bytes and ends the program when something does not hold; whatever
// comes back from it is fine. The same source is a target of libFuzzer, which defines GOHO_LIBFUZZER, and a part of the
// program that replays the corpus in every build.
#pragma once

#include "core/problem.hpp"
#include "io/wording.hpp"
#include "simulation/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace goho::fuzz {

/// Ends the program and says what does not hold.
void require(bool holds, std::string_view what, std::string_view detail = {});

/// Whether a problem stands in a file, or in a word of the command line, which it then repeats as it was written.
enum class Place { of_file, of_command };

/// Every problem has a code, a message in both languages and a place, all fit to be shown: UTF-8 on one line, without
/// control characters.
void require_readable(const Problems& problems, Place place = Place::of_file);
void require_readable(const Text& text);

/// What was refused says why.
template <class T> void require_told(const Result<T>& result, Place place = Place::of_file) {
    require(result || !result.problems.empty(), "a refusal says why");
    require_readable(result.problems, place);
}

/// A scenario that was accepted: it is written with and without defaults and read again as the same scenario.
void require_round_trip(const simulation::Scenario& scenario);

/// Its first two years run, every figure of them is a number, and the books hold together, unless amounts are beyond what
/// is exact and the run says so. Plans of very many items are left out.
void require_sound_run(simulation::Scenario scenario);

/// A section put into a small scenario that is in order otherwise: refused with words, or written, read and run.
void try_section(std::string_view name, std::string_view text);

/// A small scenario of 24 months that is in order.
const io::Json& small_scenario();

/// Whether reading the scenario would open other files.
bool reads_files(const io::Json& content);

/// Bytes from the front that decide something, so that the rest is the text itself; zeros when there are none left.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}
    unsigned take() {
        if (rest_.empty()) return 0;
        const auto first = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return first;
    }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

struct Target {
    std::string_view name;
    void (*try_input)(std::string_view bytes);
};

/// The targets of a program that replays.
class Registered {
public:
    Registered(std::string_view name, void (*try_input)(std::string_view));
    static std::span<const Target> all();
};

}  // namespace goho::fuzz

#ifdef GOHO_LIBFUZZER
#define GOHO_FUZZ_TARGET(name, function)                                                         \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {         \
        function(std::string_view(reinterpret_cast<const char*>(bytes), size));                  \
        return 0;                                                                                \
    }
#else
#define GOHO_FUZZ_TARGET(name, function) static const goho::fuzz::Registered registered(name, function);
#endif
