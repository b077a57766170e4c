#include "calibration/series.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace goho::calibration {

namespace {

using namespace simulation;

constexpr std::array<std::string_view, 4> balances_of_items{"inventory", "bonus_allowance", "book_value", "balance"};
constexpr std::array<std::string_view, 5> where_all_ends{"corporate_taxes", "corporate_tax_owed", "consumption_tax_owed", "retained_earnings", "cash"};

bool among(const auto& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

Use use_of(std::string_view figure, bool of_company) {
    if (among(where_all_ends, figure)) return Use::if_asked;
    return of_company || among(balances_of_items, figure) ? Use::if_alone : Use::usual;
}

/// The ids and names of the items of a section.
struct Names {
    std::vector<std::string> ids;
    std::vector<Text> shown;
};

Names names_of(const Plan<double>& plan, std::string_view wanted) {
    Names out;
    for_each_section<double>([&](const auto& section) {
        const auto& held = plan.*section.member;
        if constexpr (is_collection<std::remove_cvref_t<decltype(held)>>) {
            if (section.name != wanted) return;
            for (const auto& item : held) {
                out.ids.push_back(item.id);
                out.shown.push_back({std::string(item.shown(Language::english)), std::string(item.shown(Language::japanese))});
            }
        }
    });
    return out;
}

/// Calls f(name, label, figure row, use, read) for every figure that months can hold; read(month) gives its value.
template <class F> void each_figure(const Plan<double>& plan, F&& f) {
    for_each_actual_section([&](std::string_view section, auto member, const auto& rows) {
        const Names names = names_of(plan, section);
        for (std::size_t i = 0; i < names.ids.size(); ++i) {
            for (const auto& row : rows) {
                const auto read = [&, i](const ActualMonth& month) {
                    const auto& items = month.*member;
                    return i < items.size() ? items[i].*row.field : actual::not_given;
                };
                f(fmt::format("/{}/{}/{}", section, names.ids[i], row.name),
                  Text{fmt::format("{} ({})", row.label.en, names.shown[i].en), fmt::format("{}（{}）", row.label.ja, names.shown[i].ja)},
                  row, use_of(row.name, false), read);
            }
        }
    });
    for (const auto& row : actual::company_figures) {
        f(fmt::format("/company/{}", row.name), Text{std::string(row.label.en), std::string(row.label.ja)}, row, use_of(row.name, true),
          [&](const ActualMonth& month) { return month.company.*row.field; });
    }
}

}  // namespace

std::vector<Series> history_of(const Plan<double>& plan) {
    std::vector<Series> out;
    each_figure(plan, [&](std::string name, Text label, const auto& row, Use use, const auto& read) {
        Series series{std::move(name), row.name, row.unit, std::move(label), use, {}, {}};
        for (std::size_t t = 0; t < plan.actuals.months.size(); ++t) {
            const double value = read(plan.actuals.months[t]);
            if (!actual::given(value)) continue;
            series.months.push_back(static_cast<int>(t));
            series.values.push_back(value);
        }
        if (!series.values.empty()) out.push_back(std::move(series));
    });
    return out;
}

std::vector<double> figures_of(const Plan<double>& plan, const std::vector<ActualMonth>& months, const std::vector<Series>& wanted) {
    std::map<std::string_view, std::vector<double>> found;
    for (const Series& series : wanted) found[series.name];
    each_figure(plan, [&](const std::string& name, const Text&, const auto&, Use, const auto& read) {
        const auto place = found.find(name);
        if (place == found.end()) return;
        for (const ActualMonth& month : months) place->second.push_back(read(month));
    });
    std::vector<double> out;
    for (const Series& series : wanted) {
        const auto& values = found[series.name];
        for (const int t : series.months) out.push_back(values[static_cast<std::size_t>(t)]);
    }
    return out;
}

}  // namespace goho::calibration
