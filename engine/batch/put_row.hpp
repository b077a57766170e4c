// How rows get into a database: values of the engine's types bound in order, NaN and what is not given as NULL.
#pragma once

#include "core/calendar.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>

namespace goho::batch {

inline void bind_to(SQLite::Statement& to, int at, const std::optional<double>& value) {
    if (value && std::isfinite(*value)) to.bind(at, *value);
    else to.bind(at);
}
inline void bind_to(SQLite::Statement& to, int at, const std::string& text) { to.bind(at, text); }
inline void bind_to(SQLite::Statement& to, int at, std::string_view text) { to.bind(at, std::string(text)); }
inline void bind_to(SQLite::Statement& to, int at, int value) { to.bind(at, value); }
inline void bind_to(SQLite::Statement& to, int at, std::int64_t value) { to.bind(at, value); }
inline void bind_to(SQLite::Statement& to, int at, const std::optional<std::int64_t>& value) {
    if (value) to.bind(at, *value);
    else to.bind(at);
}
/// A text that is NULL when empty.
struct Maybe {
    const std::string& text;
};
inline void bind_to(SQLite::Statement& to, int at, Maybe maybe) {
    if (maybe.text.empty()) to.bind(at);
    else to.bind(at, maybe.text);
}
inline void bind_to(SQLite::Statement& to, int at, double value) { bind_to(to, at, std::optional(value)); }
inline void bind_to(SQLite::Statement& to, int at, Month month) {
    if (month.given()) to.bind(at, to_string(month));
    else to.bind(at);
}

/// Fills the places of a statement in order and runs it.
template <class... Values> void put_row(SQLite::Statement& statement, const Values&... values) {
    int at = 0;
    (bind_to(statement, ++at, values), ...);
    statement.exec();
    statement.reset();
}

inline std::string places(std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += i == 0 ? "?" : ",?";
    return out;
}
inline std::string insert_into(const char* table, std::size_t n) { return fmt::format("INSERT INTO {} VALUES ({})", table, places(n)); }

}  // namespace goho::batch
