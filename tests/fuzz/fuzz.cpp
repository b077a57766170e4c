#include "fuzz/fuzz.hpp"

#include "accounting/books.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "io/statutes.hpp"
#include "io/json_text.hpp"
#include "simulation/conduct.hpp"
#include "simulation/run.hpp"
#include "support/same_scenario.hpp"

#include <cmath>
#include <cstdlib>
#include <iostream>

namespace goho::fuzz {

namespace {

constexpr int months_run = 24;
constexpr std::size_t most_items_run = 60;

void require_fit(std::string_view text, std::string_view what) {
    // Only what is UTF-8 comes back from here unchanged, and only without control characters.
    require(io::printable(text) == text, what, text);
    try {
        static_cast<void>(io::Json(std::string(text)).dump());
    } catch (const io::Json::exception&) {
        require(false, "words are UTF-8", what);
    }
}

std::size_t items_of(const simulation::Plan<double>& plan) {
    std::size_t items = 0;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) items += held.size();
    });
    return items;
}

void require_numbers(const auto& rows, const auto& values) {
    for (const auto& row : rows) require(std::isfinite(values.*row.field), "every figure is a number", row.name);
}

}  // namespace

void require(bool holds, std::string_view what, std::string_view detail) {
    if (holds) return;
    std::cerr << "\nDoes not hold: " << what << "\n" << detail << std::endl;
    std::abort();
}

void require_readable(const Text& text) {
    require_fit(text.en, "words in English are fit to be shown");
    require_fit(text.ja, "words in Japanese are fit to be shown");
}

void require_readable(const Problems& problems, Place place) {
    for (const Problem& problem : problems) {
        require(!problem.code.empty(), "a problem has a code");
        require(!problem.message.en.empty() && !problem.message.ja.empty(), "a problem is told in both languages", problem.code);
        require(problem.hint.en.empty() == problem.hint.ja.empty(), "a hint is given in both languages", problem.code);
        require_readable(problem.message);
        require_readable(problem.hint);
        require_fit(place == Place::of_command ? io::printable(problem.pointer) : problem.pointer, "a place is fit to be shown");
    }
}

void require_round_trip(const simulation::Scenario& scenario) {
    for (const io::Defaults defaults : {io::Defaults::leave_out, io::Defaults::write}) {
        const std::string text = io::scenario_text(scenario, defaults);
        const auto again = io::read_scenario_text(text, scenario.file);
        if (!again) require(false, "what was written can be read", to_string(again.problems.front(), Language::english) + "\n" + text);
        require(test::same_scenario(scenario, *again.value), "what was written is read as the same", text);
        require(io::scenario_text(*again.value, defaults) == text, "what was read is written as before", text);
    }
}

void require_sound_run(simulation::Scenario scenario) {
    auto& plan = scenario.plan;
    if (items_of(plan) > most_items_run) return;
    plan.company.months = std::min(plan.company.months, months_run);
    if (plan.actuals.months.size() > months_run) plan.actuals.months.resize(months_run);
    const auto law = io::load_statutes(scenario);
    require(law.value.has_value(), "the law of a scenario that was accepted is there");
    const auto run = simulation::run(scenario, *law.value);
    for (const auto& month : run.months) require_numbers(accounting::variables<double>, month);
    for (const auto& month : run.conduct) require_numbers(simulation::conduct_variables<double>, month);
    const auto found = simulation::residuals(plan, run);
    require(found.worst() <= 1e-6 || found.largest_amount >= simulation::exact_limit, "the books hold together");
}

const io::Json& small_scenario() {
    static const io::Json content = [] {
        io::Json made = io::sound();
        made["company"]["months"] = months_run;
        return made;
    }();
    return content;
}

void try_section(std::string_view name, std::string_view text) {
    auto section = io::parse_json(text, "section.json");
    require_told(section);
    if (!section) return;
    io::Json content = small_scenario();
    content[std::string(name)] = std::move(*section.value);
    const auto read = io::read_scenario_content(content, "plan.json");
    require_told(read);
    require_readable(read.warnings);
    if (!read) return;
    require_round_trip(*read.value);
    require_sound_run(*read.value);
}

bool reads_files(const io::Json& content) {
    if (!content.is_object()) return false;
    if (content.contains("extends")) return true;
    const auto pins = content.find("pins");
    return pins != content.end() && pins->dump(-1, ' ', false, io::Json::error_handler_t::replace).find(".json") != std::string::npos;
}

namespace {
std::vector<Target>& registered_targets() {
    static std::vector<Target> targets;
    return targets;
}
}  // namespace

Registered::Registered(std::string_view name, void (*try_input)(std::string_view)) { registered_targets().push_back({name, try_input}); }
std::span<const Target> Registered::all() { return registered_targets(); }

}  // namespace goho::fuzz
