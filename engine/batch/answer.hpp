// Asks a database of a batch: a ready question by its name, or a SELECT of one's own. Nothing can be changed that way,
// whatever the text says.
#pragma once

#include "core/problem.hpp"
#include "io/rows.hpp"

#include <filesystem>
#include <memory>

namespace goho::batch {

class Answer {
public:
    /// `question` is the name of a view or table, or SQL.
    static Result<Answer> to(const std::filesystem::path& database, const std::string& question);
    Answer(Answer&&) noexcept;
    ~Answer();

    const std::vector<std::string>& columns() const;
    /// The next row; nothing after the last. `failure` says whether the asking itself went wrong on the way.
    std::optional<std::vector<io::Cell>> next();
    const Problems& failure() const;

private:
    struct Parts;
    explicit Answer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// Every figure of every run and year with the values of the sweep, as one table for spreadsheets.
std::string everything_sql(const std::filesystem::path& database);

}  // namespace goho::batch
