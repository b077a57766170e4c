// Reads single values of a scenario file: each function gives the value or reports what was expected, what was
// found and what is allowed. Which key takes which value is the tables' affair.
#pragma once

#include "core/calendar.hpp"
#include "core/parameter.hpp"
#include "io/report.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace goho::io {

/// Where reading reports to: problems forbid the scenario, warnings only make a person look twice.
struct Notes {
    Report problems, warnings;
};

/// The ids of a collection in their order, and where each stands.
struct Ids {
    std::vector<std::string_view> names;
    std::unordered_map<std::string_view, int> places;
};

/// What a row says about a number.
struct NumberRule {
    std::string_view unit;
    Range valid, plausible;
};

std::optional<double> read_number(const Json& value, const std::string& pointer, const NumberRule& rule, Notes& notes);
std::optional<int> read_whole(const Json& value, const std::string& pointer, const NumberRule& rule, Notes& notes);
std::optional<bool> read_flag(const Json& value, const std::string& pointer, Notes& notes);
std::optional<Month> read_month(const Json& value, const std::string& pointer, Notes& notes);
std::optional<ShortText> read_text_value(const Json& value, const std::string& pointer, Notes& notes);
std::optional<int> read_option(const Json& value, const std::string& pointer, std::span<const Option> options,
                               Notes& notes);
std::optional<Reference> read_reference(const Json& value, const std::string& pointer, std::string_view collection,
                                        const Ids& ids, Notes& notes);

/// Names stand in tables and on terminals, so they have one line and no control characters; remarks may have more.
enum class Lines { one, many };

/// A text in one language or both: "..." or {"en": "...", "ja": "..."}.
Text read_words(const Json& value, const std::string& pointer, Lines lines, Notes& notes);

/// A number without looking at its range: also money and percentages where the unit allows them.
std::optional<double> read_bare_number(const Json& value, const std::string& pointer, std::string_view unit,
                                       Notes& notes);
/// `plain`: written as a plain number, so that 5 may have been meant as 5 percent.
bool in_range(double number, const std::string& pointer, const NumberRule& rule, Notes& notes, bool plain = false);

void report_unknown_key(std::string_view key, const std::string& pointer, std::span<const std::string_view> known,
                        Notes& notes);
void report_missing(const std::string& pointer, Label label, Notes& notes);
void report_wrong_type(const Json& value, const std::string& pointer, Label expected, Notes& notes, Hint hint = {});

/// Whether the value is an object; reports it when not.
bool is_object(const Json& value, const std::string& pointer, Notes& notes, Hint hint = {});

}  // namespace goho::io
