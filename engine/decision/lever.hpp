// What may be decided, and how far it may go: a quantity that is set, scaled or raised from a month on, items that begin
// later or not at all, and shares of one whole that are divided anew. A lever changes a scenario as an entry of the
// timeline or a value of the file would, so whatever is decided can be saved as a scenario.
#pragma once

#include "decision/base.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace goho::decision {

enum class LeverKind {
    set,     // a quantity takes a value
    scale,   // quantities are multiplied
    add,     // something is added to quantities
    shift,   // items, or entries of the timeline, begin so many months later
    choose,  // items, or entries of the timeline, are in the plan (1) or not (0)
    split,   // shares of one whole, such as the weights of appraisal, are divided anew
};

/// As a person asks for it.
struct LeverRequest {
    LeverKind kind = LeverKind::set;
    std::vector<std::string> pointers;  // quantities, a star for all items; of shift and choose: items or their months
    std::optional<double> low, high;    // nothing: what is plausible for this plan, a half to one and a half, 0 to 24 months
    Month from;                         // quantities: from this month on; not given: from the first planned month
};

struct Lever {
    LeverKind kind = LeverKind::set;
    std::vector<std::string> pointers;           // one for each place
    std::vector<simulation::Address> places;     // quantities, or months of items
    std::vector<std::size_t> entries;            // of the timeline, that are moved or left out
    std::vector<std::string> items;              // of choose and shift: "/investments/machine"
    double low = 0.0, high = 1.0;                // in the unit below; of a split: from 0 to 1
    double step = 0.0;                           // candidates, and the shares of a split, are multiples of it; 0: any value
    double planned = 0.0;                        // what the base has: the value, 1 of scale and choose, 0 of add and shift
    std::vector<double> shares;                  // of a split: what the base has
    bool in_timeline = true;                     // else the value of the file is changed
    Month from;
    Text label;
    std::vector<Text> share_labels;  // of a split, share by share
    std::string unit;

    /// How many numbers it takes to say where it stands: one, and of a split one less than it has shares.
    int dimensions() const { return kind == LeverKind::split ? static_cast<int>(places.size()) - 1 : 1; }
};

/// All levers that were asked for, or everything that is wrong with them.
Result<std::vector<Lever>> levers_of(const Base& base, std::span<const LeverRequest> requests);

/// Places that levers share, so that what one decides another would undo. An item may be both moved and left out.
Problems named_twice(std::span<const Lever> levers);

/// "/segments/*/price=0.9..1.2", several places with commas, bounds may be left out. Problems as for a usage error.
Result<LeverRequest> lever_request(LeverKind kind, std::string_view written);

int dimensions_of(std::span<const Lever> levers);

/// Where levers stand: one number for each dimension, in the levers' own units.
using Setting = std::vector<double>;
Setting planned_setting(std::span<const Lever> levers);
Setting lowest_setting(std::span<const Lever> levers);
Setting highest_setting(std::span<const Lever> levers);
/// The nearest that levers can be set to: within bounds, on their steps.
Setting snapped(std::span<const Lever> levers, Setting setting);
/// Shares of a split from numbers between 0 and 1, such that even numbers give even shares of the simplex.  OP-9
std::vector<double> shares_of(const Lever& split, std::span<const double> numbers);

/// The base's scenario with levers set.
simulation::Scenario with_levers(const Base& base, std::span<const Lever> levers, const Setting& setting);
/// The same as a scenario that can be saved.
Draft draft_of(const Base& base, std::span<const Lever> levers, const Setting& setting, std::string id, Text name);

/// What a lever is set to, in words: "+3.2%", "0.8", "6 months later", "left out"; a split by its parts().
Text setting_words(const Lever& lever, std::span<const double> numbers, MoneyUnit money);

/// A lever as people read it: one line, or one for each share of a split.
struct LeverPart {
    Text label, words;
    double number = 0.0;
    std::string unit;
};
std::vector<LeverPart> parts_of(const Lever& lever, std::span<const double> numbers, MoneyUnit money);

}  // namespace goho::decision
