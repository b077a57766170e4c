// What a scenario undertakes: its initiatives, its investments, and the changes of its timeline, as the table and the
// bars of the plan page show and edit them. Which fields there are, their names and ranges come from the tables.
#pragma once

#include "document/workbook.hpp"  // first: moc stumbles over <compare> unless something else came before

#include "core/calendar.hpp"
#include "core/parameter.hpp"

namespace goho::simulation {
struct Scenario;
}

namespace goho::gui {

/// A number of months that an item has, and where in it they begin.
struct PlanLength {
    std::string key;  // "pilot_months"; "to" of a change
    Label label;
    int begins = 0, months = 0;  // from the start of the item
    int lane = 0;                // those of one lane follow one another
};

struct PlanItem {
    std::string collection, id;  // "initiatives", "investments" or "timeline"
    Text name, kind;
    std::string start_key;  // "start", or "from" of a change
    Month start, end;       // not given when the file has no month there; end: of a change, its last month
    std::vector<PlanLength> lengths;
    Text words;            // of a change: what it does
    bool differs = false;  // from the base
    bool added = false;    // the base does not have it

    bool change() const { return collection == "timeline"; }
    std::string pointer() const { return pointer_below("/" + collection, id); }
    std::string pointer(std::string_view key) const { return pointer_below(pointer(), key); }
};

/// Of one sheet; `reference` as the workbook gives it, `read` for the words of changes, or null.
std::vector<PlanItem> plan_items(const Json& merged, const Json* reference, const simulation::Scenario* read);

/// The months that a plan covers.
struct PlanSpan {
    Month start;
    int months = 0, fiscal_year_start = 4;
};
PlanSpan plan_span(const Json& merged);

/// One field of the table of a collection; `options` of a choice, else empty.
struct PlanField {
    std::string_view key, unit;
    Label label, meaning;
    std::span<const Option> options;
    bool is_month = false, is_whole = false;
    double standard = 0.0;
    std::string_view standard_option;
};
const PlanField* plan_field(std::string_view collection, std::string_view key);

// Edits; problems say why nothing was done -----------------------------------------------------------------------------

/// The item begins in another month; a change ends as much earlier or later.
Problems start_in(Workbook& book, SheetId sheet, const PlanItem& item, Month month);
Problems set_length(Workbook& book, SheetId sheet, const PlanItem& item, const PlanLength& length, int months);
/// What was typed into a field, exactly as it is, in the manner of the file.
Problems type_into(Workbook& book, SheetId sheet, const PlanItem& item, std::string_view key, std::string_view typed);
/// A new one of a kind, valid as it is, and its id.
std::string add_plan_item(Workbook& book, SheetId sheet, std::string_view collection, std::string_view kind);
std::string duplicate_plan_item(Workbook& book, SheetId sheet, const PlanItem& item);
Problems remove_plan_item(Workbook& book, SheetId sheet, const PlanItem& item);

}  // namespace goho::gui
