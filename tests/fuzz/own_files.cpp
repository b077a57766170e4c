// Files of the user's own that are read beside a scenario: a mapping of accounts, a tax table, a table of depreciation rates.
// The first byte says which.
#include "fuzz/fuzz.hpp"
#include "import/mapping.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace goho::fuzz {

namespace {

namespace fs = std::filesystem;

/// A folder that is gone when the program ends.
class Folder {
public:
    Folder() { fs::create_directories(path); }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    const fs::path path = fs::temp_directory_path() / ("goho-fuzz-" + std::to_string(getpid()));
};

fs::path file_of(std::string_view text) {
    static const Folder folder;
    const fs::path file = folder.path / "own.json";
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
    return file;
}

void try_mapping(std::string_view text) {
    const auto mapping = imports::read_mapping(file_of(text), "own.json");
    require_told(mapping);
    if (!mapping) return;
    const std::string written = imports::mapping_text(*mapping.value);
    const auto again = imports::read_mapping(file_of(written), "own.json");
    require(again && again.value->accounts == mapping.value->accounts && again.value->classification == mapping.value->classification,
            "a mapping is read as it is written", written);
}

void try_law(std::string_view text, bool depreciation) {
    static const simulation::Scenario small = *io::read_scenario_content(small_scenario(), "plan.json").value;
    auto scenario = small;
    (depreciation ? scenario.plan.pins.depreciation_table : scenario.plan.pins.tax_table) = ShortText("own.json");
    scenario.file = (file_of(text).parent_path() / "plan.json").string();
    const auto law = io::load_statutes(scenario);
    require_told(law);
    if (!law) return;
    require(!law.value->tax_periods.empty() && !law.value->depreciation.empty(), "a law that was accepted has rates");
    require_sound_run(scenario);
}

void try_own_file(std::string_view input) {
    Bytes bytes(input);
    switch (bytes.take() % 3) {
        case 0: return try_mapping(bytes.rest());
        case 1: return try_law(bytes.rest(), false);
        default: return try_law(bytes.rest(), true);
    }
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("own_files", goho::fuzz::try_own_file)
