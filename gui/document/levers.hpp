// What can be moved in a company: every quantity of the parameter tables that its file has, or could have, with meaning,
// ranges, evidence and source from the table. A dozen stand in front; they are chosen by patterns, because companies
// have their own segments and cost lines. Nothing about a parameter is repeated here.
#pragma once

#include "document/workbook.hpp"  // first: moc stumbles over <compare> unless something else came before

#include "core/parameter.hpp"
#include "core/variable.hpp"

namespace goho::gui {

/// How far a value is from where the company stands.
enum class Zone { lower, as_now, bold, beyond };
Label label_of(Zone zone);

/// Where a lever stands in front: at one of the five, or with the investment plan.
enum class FrontGroup { company, employees, customers, society, next_generation, investment };
Label label_of(FrontGroup group);

struct Lever {
    std::vector<std::string> pointers;  // one, or several that move together
    bool scaled = false;                // then the value is a factor on what each of them was: 1.03
    std::string section, item, key;     // item: its id, empty in a single section
    Text label;                         // "Machined parts: Selling price"
    Label name, meaning, section_label;
    std::string_view unit;   // of the value; "fraction" where it is scaled
    Range valid, plausible;  // as the table has them
    Range usual;             // from what is plausible and where the company stands
    Range slider;            // what a slider spans; the exact entry takes all that is valid
    Evidence evidence = Evidence::own_data;
    std::string_view source;
    bool whole = false;  // whole numbers only
    bool required = false;
    double standard = 0.0;  // the default of the table
    double step = 1.0;
    int decimals = 0;  // of the number as it is shown; of the percentage where it is one

    std::optional<double> value;  // nothing when the file holds no number there, or none where one is needed
    std::optional<double> base;   // where reset leads
    std::vector<double> bases;    // of each pointer, where they are scaled
    bool moved_later = false;     // the timeline changes it as well

    std::optional<FrontGroup> front;
    std::string_view share_group;  // "evaluation", "freed_hours": see shares.hpp

    bool changed() const { return value != base; }
};

/// Of one sheet; `reference` as the workbook gives it. Those in front come first, in the order in which they are shown.
std::vector<Lever> levers(const Json& merged, const Json& reference);

/// The values anew, when nothing but numbers has changed: for every step of a drag.
void refresh(std::vector<Lever>& levers, const Json& merged, const Json& reference);

/// What has to be set for a lever to have a value; set_numbers() takes it.
std::vector<Workbook::NumberAt> numbers_for(const Lever& lever, double value);

Zone zone_of(const Lever& lever, double value);

/// Whether a lever answers to what somebody types: names, meanings and keys, in both languages, all words of it.
bool answers_to(const Lever& lever, std::string_view typed);

}  // namespace goho::gui
