// A whole scenario file: refused with words, or written, read again as the same, and run.
#include "fuzz/fuzz.hpp"
#include "io/json_text.hpp"
#include "io/scenario_reader.hpp"

namespace goho::fuzz {

namespace {

void try_scenario(std::string_view text) {
    static_cast<void>(io::meant_as_scenario(text));
    const auto document = io::parse_json(text, "plan.json");
    require_told(document);
    if (!document || reads_files(*document.value)) return;
    const auto read = io::read_scenario_text(text, "plan.json");
    require_told(read);
    require_readable(read.warnings);
    if (!read) return;
    require_round_trip(*read.value);
    require_sound_run(*read.value);
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("scenario", goho::fuzz::try_scenario)
