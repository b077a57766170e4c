// The parts of Japanese statements: which heading opens which part, and what each of the usual subtotals adds up. The
// words of accounting programs differ, so each row of the two tables lists all that are known.
#pragma once

#include "core/label.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace goho::imports {

enum class Statement { profit, balance };

/// `unknown` where the file does not say it; the account itself then tells.
enum class Section {
    unknown,
    sales,
    cost_of_sales,
    manufacturing,
    sga,
    non_operating_income,
    non_operating_expenses,
    extraordinary_income,
    extraordinary_losses,
    taxes,
    current_assets,
    fixed_assets,
    deferred_assets,
    current_liabilities,
    fixed_liabilities,
    net_assets,
};
inline constexpr int section_count = 16;

Label label_of(Section section);
std::string_view id_of(Section section);  // "cost_of_sales"
std::optional<Section> section_named(std::string_view id);

constexpr Statement statement_of(Section section) {
    return section < Section::current_assets ? Statement::profit : Statement::balance;
}
/// Whether the section raises profit (or is what the company owes or has), so that its amounts are credits.
constexpr bool is_credit(Section section) {
    return section == Section::sales || section == Section::non_operating_income ||
           section == Section::extraordinary_income || section >= Section::current_liabilities;
}
/// Costs may stand in any of the three; income and losses below the operating line likewise.
bool exchangeable(Section a, Section b);

/// The section that a heading opens; nothing for a heading that only parts a section further.
std::optional<Section> section_of_heading(std::string_view name);

/// A subtotal: the sections it adds and takes off, and the section that begins behind it in a list without headings.
struct Total {
    Label name;
    Section own = Section::unknown;  // a row of that name is an account when nothing of this section is listed
    std::span<const Section> plus, minus;
    Section next = Section::unknown;
    std::span<const std::string_view> names;  // as key_of writes them
    bool closes = false;                      // a statement without it was cut off
};

std::span<const Total> totals();
/// The subtotal of that name in a statement (both have one called 当期純損益金額), or null.
const Total* total_named(std::string_view name, Statement statement);

/// Whether a name reads like a subtotal within a section: it ends with 計, 合計 or total, or is one of a few others.
bool reads_like_total(std::string_view name);

}  // namespace goho::imports
