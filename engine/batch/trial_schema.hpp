// The database of a Monte Carlo run: its tables and ready questions, as the code creates them and the reference page
// shows them. It holds what JSON holds, one row for each figure, and is told from a batch's by its header.
#pragma once

#include "batch/schema.hpp"
#include "batch/target_file.hpp"

namespace goho::batch {

inline constexpr int trial_database_format = 1;

std::span<const Table> trial_tables();
std::span<const Question> trial_questions();

/// The ready questions of either kind of database, and the names of its tables.
std::span<const Question> questions_of(DatabaseKind kind);
std::span<const Table> tables_of(DatabaseKind kind);
/// The page that lists them: docs/reference/batch-database.md, for one.
std::string_view page_of(DatabaseKind kind);

/// docs/reference/montecarlo-database.md
std::string trial_database_page();

}  // namespace goho::batch
