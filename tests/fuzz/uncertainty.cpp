// The section of a scenario that says what is uncertain: refused with words, or written, read and drawn from.
#include "fuzz/fuzz.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "io/json_text.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <cmath>

namespace goho::fuzz {

namespace {

constexpr std::uint64_t trials = 4;

void draw_from(const simulation::Scenario& scenario) {
    const auto law = io::load_statutes(scenario);
    const uncertainty::Subject subject{&scenario, &*law.value};
    uncertainty::Request request;
    request.trials = trials;
    request.threads = 1;
    Problems warnings;
    const auto drawn = uncertainty::monte_carlo(std::span(&subject, 1), request, warnings);
    require_told(drawn);
    require_readable(warnings);
    require(drawn.value.has_value(), "what was accepted can be drawn from");
    require(drawn.value->trials == trials, "every trial was run");
    for (const auto& quantity : drawn.value->drawn)
        require(std::isfinite(quantity.low) && std::isfinite(quantity.middle) && std::isfinite(quantity.high), "what was drawn is a number", quantity.pointer);
}

void try_uncertainty(std::string_view text) {
    auto section = io::parse_json(text, "section.json");
    if (!section) return require_told(section);
    try_section("uncertainty", text);
    io::Json content = small_scenario();
    content["uncertainty"] = std::move(*section.value);
    const auto read = io::read_scenario_content(content, "plan.json");
    if (read && !read.value->uncertainty.none()) draw_from(*read.value);
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("uncertainty", goho::fuzz::try_uncertainty)
