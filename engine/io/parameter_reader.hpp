// Reads one object of a scenario file into the Parameters of its section, row by row of the table. The same lines
// serve every section; a new parameter needs nothing here.
#pragma once

#include "io/value_reader.hpp"
#include "simulation/plan.hpp"

#include <algorithm>
#include <map>

namespace goho::io {

/// The ids of every collection, by its name.
using AllIds = std::map<std::string_view, Ids>;

namespace detail {

template <class P>
void read_field(const Parameter<P>& row, const Json& value, const std::string& at, P& to, const AllIds& ids,
                Notes& notes) {
    const NumberRule rule{row.unit, row.valid, row.plausible};
    const auto store = [&](auto P::*member, const auto& read) {
        if (read) to.*member = *read;
    };
    std::visit(
        [&](auto field) {
            using Field = decltype(field);
            if constexpr (std::is_same_v<Field, NumberOf<P> P::*>) store(field, read_number(value, at, rule, notes));
            else if constexpr (std::is_same_v<Field, int P::*>) store(field, read_whole(value, at, rule, notes));
            else if constexpr (std::is_same_v<Field, bool P::*>) store(field, read_flag(value, at, notes));
            else if constexpr (std::is_same_v<Field, Month P::*>) store(field, read_month(value, at, notes));
            else if constexpr (std::is_same_v<Field, ShortText P::*>) store(field, read_text_value(value, at, notes));
            else if constexpr (std::is_same_v<Field, Reference P::*>) {
                store(field, read_reference(value, at, row.unit, ids.at(row.unit), notes));
            } else if (const auto option = read_option(value, at, field.options, notes)) {
                field.set(to, *option);
            }
        },
        row.field);
}

}  // namespace detail

/// Whether a section cannot be left out.
template <class P> bool has_required() {
    const auto& rows = simulation::table_of<P>();
    return std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.need == Need::required; });
}

/// Fills `to` from `object`. `beside` are the keys that may stand there besides the rows; they are left alone.
template <class P>
void read_parameters(const Json& object, const std::string& pointer, std::span<const std::string_view> beside, P& to,
                     const AllIds& ids, Notes& notes) {
    const auto& rows = simulation::table_of<P>();
    std::array<bool, std::tuple_size_v<std::remove_cvref_t<decltype(rows)>>> seen{};
    for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&name = key](const auto& r) { return r.name == name; });
        if (row != rows.end()) {
            seen[static_cast<std::size_t>(row - rows.begin())] = true;
            detail::read_field(*row, value, member_of(pointer, key), to, ids, notes);
        } else if (std::find(beside.begin(), beside.end(), key) == beside.end()) {
            std::vector<std::string_view> known;
            for (const auto& r : rows) known.push_back(r.name);
            known.insert(known.end(), beside.begin(), beside.end());
            report_unknown_key(key, pointer, known, notes);
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].need == Need::required && !seen[i])
            report_missing(member_of(pointer, rows[i].name), rows[i].label, notes);
    }
}

}  // namespace goho::io
