// What can be asked of the open scenarios in the words of the one who decides: one entry for each analysis, with the fields
// of its form and what answers it. Pages show the entries; nothing else knows which there are.
#pragma once

#include "document/snapshot.hpp"
#include "runner/lever_choices.hpp"

#include "core/parameter.hpp"
#include "decision/base.hpp"

#include <functional>
#include <map>

namespace goho::gui {

/// One input of a form.
struct InquiryField {
    enum class Kind { choice, number, whole, yes_no, levers, scenarios };
    std::string_view id;
    Kind kind = Kind::choice;
    Label label, hint;
    std::string_view standard = {};  // what stands there first: the key of a choice, a number as typed, "yes", names of levers
    std::vector<Option> options = {};
    std::string_view unit = {};      // of a number, as the tables name it
    Range valid{0.0, 0.0};           // of a number
    bool may_be_empty = false;
    int most = 0;                    // of levers; 0: any number
};

/// What a form holds. What was never filled in is as its field has it.
struct Inputs {
    std::map<std::string, std::string, std::less<>> values;
    std::optional<std::vector<LeverChoice>> levers;  // nothing: those that the field begins with
    std::optional<std::vector<SheetId>> scenarios;  // nothing: all that are open
    friend bool operator==(const Inputs&, const Inputs&) = default;
};

/// A scenario as it was when it was asked about.
struct Subject {
    SheetId sheet = no_sheet;
    Text name;
    std::string file;
    Content content;
    decision::Merged merged() const { return {*content, file}; }
};

struct Inquiry;

struct Asked {
    const Inquiry* inquiry = nullptr;
    std::vector<Subject> subjects;  // the one that proposals build on first
    Inputs inputs;

    std::string_view value(std::string_view field) const;
    bool yes(std::string_view field) const { return value(field) == "yes"; }
    /// Of a number that was found sound before anything was run; nothing where the field was left empty.
    std::optional<double> number(std::string_view field) const;
};

/// The same answer in any unit of money.
using Teller = std::function<decision::Telling(MoneyUnit)>;

struct Inquiry {
    enum class About {
        variant,       // the base of the workbook, then the scenario looked at
        plan,          // the scenario looked at
        alternatives,  // the base of the workbook, then those chosen
    };
    std::string_view id;  // that of the command
    Label title, meaning;
    About about = About::plan;
    std::vector<InquiryField> fields;
    /// No value and no problem: stopped.
    Result<Teller> (*run)(const Asked& asked, const decision::Progress& progress) = nullptr;
};

const std::vector<Inquiry>& inquiries();
/// Null for an id that is none.
const Inquiry* find_inquiry(std::string_view id);

/// What is wrong with what was typed, all at once.
Problems problems_of(const Asked& asked);

}  // namespace goho::gui
