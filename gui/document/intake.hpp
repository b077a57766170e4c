// Importing the books of a client step by step: what was decided so far, and all that follows from it. No window and no
// file that is written; reading is for a thread beside the window.
#pragma once

#include "import/company.hpp"
#include "import/later_months.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho::gui {

/// An account that no standard account fits, asked once however often it occurs.
struct AskedAccount {
    std::string key;   // in the mapping: its name, with its section in front where the name alone would be two accounts
    std::string name;  // as the client's books have it
    imports::Section section = imports::Section::unknown;
    std::string file;
    int line = 0;
    std::vector<const imports::Account*> near;   // names that resemble it, best first
    std::vector<const imports::Account*> others; // all further accounts that may stand there
};

/// A cost with what its months propose, and what was decided.
struct AskedCost {
    std::string key;  // in the mapping; empty where the model itself knows the behaviour
    Text name;
    imports::Section section = imports::Section::unknown;
    double monthly = 0.0;                // yen
    std::optional<double> r_squared;
    accounting::Behaviour proposed = accounting::Behaviour::fixed, chosen = accounting::Behaviour::fixed;
    Text reason;                         // of the proposal
};

struct Intake {
    std::vector<std::string> files;
    imports::SheetOptions sheet;
    imports::Mapping mapping;
    std::string mapping_file;  // where it was read from; empty when it is new
    imports::CompanyOptions company;
};

struct IntakeReading {
    imports::ImportReading books;
    std::vector<AskedCost> costs;
    std::optional<imports::Company> company;         // a new scenario ...
    std::optional<simulation::Scenario> continued;   // ... or the given one with the new months
    Problems problems;                               // of the books, else of what was made from them
};

/// Reads and checks everything anew. With `goes_on` the months are added to that scenario, else a company is made.
IntakeReading read_intake(const Intake& intake, const simulation::Scenario* goes_on = nullptr);

/// Adds the accounts that are open now to those asked before; those that were answered keep their place.
void ask_for(const std::vector<imports::OpenAccount>& open, std::vector<AskedAccount>& asked);
/// Whether every account asked has an answer.
bool answered(const std::vector<AskedAccount>& asked, const imports::Mapping& mapping);
/// `account` null: open again.
void answer(const AskedAccount& asked, const imports::Account* account, imports::Mapping& mapping);

/// What was proposed needs no entry of its own.
void decide(const AskedCost& cost, accounting::Behaviour behaviour, imports::Mapping& mapping);

/// The mapping of a client that lies beside its files, as an import left it there; empty when there is none.
std::string mapping_beside(const std::vector<std::string>& files);
/// Writes the mapping where it came from, or to a new file; refuses one that is there and was not read.
Problems save_mapping(const Intake& intake, const std::string& file);

/// Writes the scenario of a reading. Whoever calls has asked whether a file that is there may be replaced.
Problems save_company(const IntakeReading& reading, const std::string& file);

}  // namespace goho::gui
