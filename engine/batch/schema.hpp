// The database of a batch: its tables, indices and ready questions, as the code creates them and the reference page
// shows them. Changing any of it makes older files unreadable for --resume, which then says so.
#pragma once

#include "core/label.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace goho::batch {

inline constexpr int database_format = 1;
inline constexpr std::int32_t application_id = 0x476F686F;  // "Goho", in the header of the file

struct Table {
    std::string_view name;
    Label meaning;
    std::string_view columns;  // SQL between the brackets, without the yearly figures
    std::string_view options;  // after the brackets
};
std::span<const Table> tables();

/// CREATE TABLE of one table or of all.
std::string create_table(const Table& table);
std::string create_tables();
/// What makes questions fast, and the views; both are made last, when all rows are there.
std::string create_indices();
std::string create_views();

/// A question with a name: a view in the file, which `goho query` lists.
struct Question {
    std::string_view name;
    Label meaning;
    std::string_view sql;
};
std::span<const Question> questions();

/// docs/reference/batch-database.md
std::string database_page();

}  // namespace goho::batch
