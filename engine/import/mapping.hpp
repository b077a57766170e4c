// What a consultant decided once for a client: which standard account each of its own accounts is, and which costs are
// variable or fixed against what their months suggest. A file of JSON that is reused month after month.
#pragma once

#include "core/problem.hpp"
#include "import/accounts.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace goho::imports {

/// Names as the client's books have them; "sga/減価償却費" means the account of that section only.
struct Mapping {
    std::map<std::string, std::string> accounts;  // standard account by name, "" when still open
    std::map<std::string, accounting::Behaviour> classification;
};

/// Reads a mapping file; says everything that is wrong with it.
Result<Mapping> read_mapping(const std::filesystem::path& file, const std::string& shown);

/// The file for a mapping: open accounts are null, to be filled in.
std::string mapping_text(const Mapping& mapping);
/// The same on one line, fit to be shown.
std::string mapping_line(const Mapping& mapping);

/// The standard account that a mapping gives to a name, or null.
const Account* mapped_account(const Mapping& mapping, std::string_view name, Section section);
/// The behaviour that a mapping sets for a name.
std::optional<accounting::Behaviour> mapped_behaviour(const Mapping& mapping, std::string_view name, Section section);

}  // namespace goho::imports
