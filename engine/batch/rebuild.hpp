// Builds the database that the user gets from the work file: rows in the order of the input, results numbered by the
// first run that has them, indices and views last. What goes in decides every byte.
#pragma once

#include <filesystem>

namespace goho::batch {

void rebuild(const std::filesystem::path& work, const std::filesystem::path& fresh);

}  // namespace goho::batch
