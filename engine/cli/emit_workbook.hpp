#pragma once

#include "cli/command.hpp"
#include "workbook/book.hpp"

namespace goho::cli {

/// Writes a workbook to the file of -o; says so when there was no room to put it together.
ExitCode emit_workbook(const workbook::Book& book, const Shared& shared);

}  // namespace goho::cli
