// A base and a patch, as `extends` brings them together, apart by the character U+001E. The merge is held against an
// independent one, the texts that are written are read again, and what comes of it is read as a scenario.
#include "decision/patch.hpp"
#include "fuzz/fuzz.hpp"
#include "io/json_layout.hpp"
#include "io/json_text.hpp"
#include "io/merge.hpp"
#include "io/scenario_reader.hpp"

namespace goho::fuzz {

namespace {

constexpr char between = '\x1e';

/// Whether two values are the same whatever the order of their members.
bool same(const io::Json& a, const io::Json& b) { return nlohmann::json(a) == nlohmann::json(b); }

bool holds_null(const io::Json& value) {
    if (!value.is_structured()) return value.is_null();
    return std::any_of(value.begin(), value.end(), holds_null);
}

void require_written(std::string_view before, const io::Json& value) {
    for (const std::string& text : {io::laid_out(value), io::updated_text(before, value)}) {
        const auto again = io::parse_json(text, "written.json");
        require(again.value && same(*again.value, value), "a text that was written says what it should", text);
    }
}

void try_merge(std::string_view input) {
    const std::size_t at = std::min(input.find(between), input.size());
    const std::string_view base_text = input.substr(0, at), patch_text = input.substr(std::min(at + 1, input.size()));
    const auto base = io::parse_json(base_text, "base.json"), patch = io::parse_json(patch_text, "variant.json");
    require_told(base);
    require_told(patch);
    if (!base || !patch) return;

    io::Json merged = *base.value;
    io::merge_patch(merged, *patch.value);
    nlohmann::json expected = *base.value;
    expected.merge_patch(nlohmann::json(*patch.value));
    require(nlohmann::json(merged) == expected, "a merge is that of RFC 7386", input);
    if (base.value->is_object() && merged.is_object() && !holds_null(merged)) {
        io::Json back = *base.value;
        io::merge_patch(back, decision::patch_between(*base.value, merged));
        require(same(back, merged), "the patch between two files leads from one to the other", input);
    }
    require_written(base_text, merged);
    if (reads_files(merged)) return;
    const auto read = io::read_scenario_content(merged, "variant.json");
    require_told(read);
    require_readable(read.warnings);
    if (read) require_round_trip(*read.value);
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("merge_patch", goho::fuzz::try_merge)
