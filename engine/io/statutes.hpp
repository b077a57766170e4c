// The dated law a scenario pins: tax rates and depreciation rates, from the tables inside the program or from the
// user's own files of the same form.
#pragma once

#include "accounting/statutes.hpp"
#include "core/problem.hpp"
#include "simulation/scenario.hpp"

#include <filesystem>
#include <string_view>

namespace goho::io {

/// Each table is the id of a built-in one, or the path of a file seen from `folder`.
Result<accounting::Statutes> load_statutes(std::string_view tax_table, std::string_view depreciation_table,
                                           const std::filesystem::path& folder = {});

/// The tables that a scenario pins, seen from its file.
Result<accounting::Statutes> load_statutes(const simulation::Scenario& scenario);

/// Every figure of the tables as one text: the same text, the same law. For hashing.
std::string fingerprint_text(const accounting::Statutes& statutes);

}  // namespace goho::io
