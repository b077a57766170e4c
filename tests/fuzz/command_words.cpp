// What people write behind options of the command line: axes of a sweep, levers, conditions, quantities to fit, requests for a
// report. The first byte says which.
#include "batch/sweep.hpp"
#include "calibration/calibration.hpp"
#include "decision/lever.hpp"
#include "decision/measure.hpp"
#include "fuzz/fuzz.hpp"
#include "io/report_request.hpp"
#include "io/scenario_reader.hpp"
#include "io/uncertainty_reader.hpp"

#include <cmath>

namespace goho::fuzz {

namespace {

const decision::Base& base() {
    static const decision::Base made = *decision::base_of(decision::Merged{small_scenario(), "plan.json"}).value;
    return made;
}

void try_axis(std::string_view words) {
    const auto axis = batch::read_axis(words);
    require_told(axis, Place::of_command);
    if (!axis) return;
    require(std::isfinite(axis.value->lowest()) && std::isfinite(axis.value->highest()), "an axis lies between two numbers", words);
    require(axis.value->lowest() <= axis.value->highest(), "an axis runs upwards", words);
    for (const double share : {0.0, 0.5, 0.999999}) {
        if (!(axis.value->count < 1e6)) break;
        const double value = axis.value->at_share(share);
        require(axis.value->lowest() <= value && value <= axis.value->highest(), "a value lies on its axis", words);
    }
    const Problems problems = batch::problems_of({*axis.value}, 0, 1);
    require_readable(problems, Place::of_command);
    if (!problems.empty() || axis.value->count > 1000) return;
    const batch::Sweep sweep({*axis.value});
    require(sweep.points() == static_cast<std::uint64_t>(axis.value->count), "a sweep has the points of its axis", words);
    for (std::uint64_t i = 0; i < sweep.points(); ++i) require(std::isfinite(sweep.point(i).front()), "a point is a number", words);
}

void try_sample(std::string_view words) {
    const auto points = batch::read_sample(words);
    require_told(points, Place::of_command);
    if (!points) return;
    require(*points.value > 0, "a sample has points", words);
    const bool too_many = *points.value > batch::most_runs;  // said of sample, axes and files together
    require(!batch::problems_of({*batch::read_axis("/a=1:2").value}, *points.value, 1).empty() == too_many, "a sample beyond all bounds is refused", words);
}

void try_lever(decision::LeverKind kind, std::string_view words) {
    const auto request = decision::lever_request(kind, words);
    require_told(request, Place::of_command);
    if (!request || request.value->pointers.size() > 8) return;
    const auto levers = decision::levers_of(base(), std::span(&*request.value, 1));
    require_told(levers, Place::of_command);
    if (!levers || !decision::named_twice(*levers.value).empty()) return;
    for (const auto& setting : {decision::planned_setting(*levers.value), decision::lowest_setting(*levers.value), decision::highest_setting(*levers.value)}) {
        const auto near = decision::snapped(*levers.value, setting);
        require(near.size() == static_cast<std::size_t>(decision::dimensions_of(*levers.value)), "a setting has a number for each dimension", words);
        for (const double number : near) require(std::isfinite(number), "a setting is a number", words);
        for (const auto& part : decision::parts_of(levers.value->front(), near, MoneyUnit::thousand)) require_readable(part.words);
        const auto draft = decision::draft_of(base(), *levers.value, near, "one", {"One", "一つ"});
        require_told(decision::with_draft(base(), draft));
    }
}

void try_condition(std::string_view words) {
    const auto conditions = decision::conditions_of(words, base());
    require_told(conditions, Place::of_command);
    if (!conditions) return;
    require(!conditions.value->empty(), "a condition that was read is there", words);
    for (const auto& condition : *conditions.value) require_readable(decision::in_words(condition, MoneyUnit::million));
}

void try_spread(std::string_view words) {
    const std::size_t at = std::min(words.find('='), words.size());
    auto scenario = base().scenario;
    const Problems problems = io::vary(scenario, words.substr(0, at), words.substr(std::min(at + 1, words.size())));
    require_readable(problems, Place::of_command);
    if (problems.empty()) require_round_trip(scenario);
}

void try_quantity(std::string_view words) {
    Problems problems;
    const auto quantities = calibration::read_quantities(base().scenario, {std::string(words)}, problems);
    require_readable(problems, Place::of_command);
    for (const auto& quantity : quantities) require(quantity.low <= quantity.high, "bounds run upwards", words);
    static_cast<void>(calibration::read_series(base().scenario, {std::string(words)}, problems));
    require_readable(problems, Place::of_command);
}

void try_request(std::string_view words) {
    const auto request = io::read_request(words);
    require_told(request, Place::of_command);
    if (!request) return;
    const auto again = io::read_request(io::request_text(*request.value));
    require(again && *again.value == *request.value, "a request is read as it is written", words);
}

void try_words(std::string_view input) {
    Bytes bytes(input);
    const unsigned which = bytes.take() % 16;
    const std::string_view words = bytes.rest();
    try {
        static_cast<void>(io::Json(std::string(words)).dump());
    } catch (const io::Json::exception&) {
        return;  // no UTF-8: the command line is refused before anything reads it
    }
    constexpr unsigned levers = 6;
    if (which < levers) return try_lever(static_cast<decision::LeverKind>(which), words);
    constexpr void (*others[])(std::string_view) = {try_axis, try_sample, try_condition, try_spread, try_quantity, try_request};
    others[(which - levers) % std::size(others)](words);
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("command_words", goho::fuzz::try_words)
