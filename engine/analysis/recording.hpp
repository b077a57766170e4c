// One run that remembers how every figure came about: the operations on a tape, and the names of what a person knows
// by name: parameters, results, and balances that are carried from month to month. Made by the equations themselves,
// so it cannot differ from the model. What is asked of it stands in explanation.hpp.
#pragma once

#include "accounting/statutes.hpp"
#include "core/traced.hpp"
#include "core/variable.hpp"
#include "simulation/scenario.hpp"
#include "simulation/trajectory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::analysis {

/// A result or a balance through all months, of the company or of each item of a collection.
struct Series {
    std::string_view name;
    Label label;
    std::string_view unit;
    Kind kind = Kind::flow;
    std::string_view equation;
    std::string_view group;  // section of the items: "segments"; empty for the company
    enum class By { item, due_month, age, task, plan_year } by = By::item;
    bool carried = false;    // a balance between months rather than a result
    bool hidden = false;     // another series of the group has that name already and answers for it
    int items = 0;
    const void* table = nullptr;  // from which it comes
    std::vector<Tape::Id> cells;  // by month, the opening first, and item; by plan year: 0 where there is no figure
    Label definition{};           // of an indicator
};

/// A quantity of the plan, by its address.
struct NamedParameter {
    std::string pointer;
    Label label, meaning, section;
    Label mark;  // behind the label, where another figure goes by the same one
    std::string_view unit, group;
    int item = -1;
    simulation::Address address;
};

/// What an entry of the tape is called. Whatever got its name first keeps it: a figure that is only copied is
/// explained by the figure that it copies.
struct Name {
    enum class Of : std::uint8_t { nothing, series, parameter } of = Of::nothing;
    int index = -1;   // into series or parameters
    int item = -1;    // of the series; by due month: months after the plan's first; by plan year: from 0
    int month = -1;   // of the plan, -1 the opening; of a year its last; of a parameter: from which the value holds
    explicit operator bool() const { return of != Of::nothing; }
    friend bool operator==(const Name&, const Name&) = default;
};

struct Member {
    std::string id;
    Text name;
};

/// The items of one section, as the scenario names them.
struct Group {
    std::string_view key;
    Label label;
    std::vector<Member> members;
};

struct Recording {
    simulation::Scenario scenario;
    simulation::Trajectory<Traced> run;
    Tape tape;
    std::vector<Tape::Id> month_begins;  // first entry of the opening, then of every month
    std::vector<Series> series;
    std::vector<NamedParameter> parameters;
    std::vector<Group> groups;
    std::vector<Name> names;             // by entry of the tape

    int months() const { return scenario.plan.company.months; }
    const Name& name_of(Tape::Id id) const { return names[id]; }
    int month_of(Tape::Id id) const;     // in which an entry was made, -1 for the opening and before
    const Group* group(std::string_view key) const;
};

Recording record(const simulation::Scenario& scenario, const accounting::Statutes& statutes);

}  // namespace goho::analysis
