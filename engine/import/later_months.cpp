#include "import/later_months.hpp"

#include "core/format.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::imports {

namespace {

using simulation::ActualMonth;
using simulation::Scenario;

Problem problem(const Import& in, std::string code, Text message, Text hint = {}) {
    return {std::move(code), in.sources.empty() ? std::string() : in.sources.front().file, {}, 0, 0, std::move(message), std::move(hint)};
}

template <class P> bool same_place(const P& a, const P& b) {
    if constexpr (requires { a.role; }) return a.role == b.role && a.place == b.place;
    else if constexpr (requires { a.place; }) return a.place == b.place;
    else return true;
}

/// Where an imported item stands in the plan: by id, else by what the client calls it; -1 where it does not.
template <class P> int place_of(const Item<P>& wanted, const std::vector<Item<P>>& held) {
    for (const bool by_id : {true, false}) {
        for (std::size_t i = 0; i < held.size(); ++i) {
            const bool named = by_id ? held[i].id == wanted.id : held[i].name.ja == wanted.name.ja;
            if (named && same_place(held[i].parameters, wanted.parameters)) return static_cast<int>(i);
        }
    }
    return -1;
}

/// Whether a month of the books has anything to say of an item.
template <class S> bool says_anything(const S& item, const auto& figures) {
    return std::any_of(figures.begin(), figures.end(),
                       [&](const auto& f) { return simulation::actual::given(item.*f.field) && item.*f.field != 0.0; });
}

/// The places of all items of a section; an item that the plan lacks is a problem unless its amounts are all zero.
template <class P, class S, class F>
std::vector<int> places(const std::vector<Item<P>>& wanted, const std::vector<Item<P>>& held, std::string_view section,
                        const std::vector<ActualMonth>& months, std::vector<S> ActualMonth::*member, const F& figures, const Import& in,
                        Problems& problems) {
    std::vector<int> out;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        out.push_back(place_of(wanted[i], held));
        const bool taken = out.back() >= 0 && std::count(out.begin(), out.end(), out.back()) > 1;
        const bool heard_of = std::any_of(months.begin(), months.end(), [&](const auto& m) { return says_anything((m.*member)[i], figures); });
        if (taken || (out.back() < 0 && heard_of)) {
            problems.push_back(problem(in, "unmatched-item",
                                       {fmt::format("{} ({}) has no place of its own in /{} of the plan", wanted[i].name.en, wanted[i].name.ja, section),
                                        fmt::format("「{}」に対応する項目が計画の /{} にありません", wanted[i].name.ja, section)},
                                       {fmt::format("add an item \"{}\" to the plan, or map the account to one that it has", wanted[i].id),
                                        fmt::format("計画に項目「{}」を加えるか、対応表で既存の科目に対応づけてください", wanted[i].id)}));
        }
        if (taken) out.back() = -1;
    }
    return out;
}

/// Each month of a section in the order of the plan. What the files no longer name is zero where the last month had a
/// figure, else it stays as planned.
template <class S, class F>
void take_over(std::vector<ActualMonth>& to, std::size_t items, const std::vector<ActualMonth>& from, const std::vector<int>& places,
               std::vector<S> ActualMonth::*member, const F& figures, const ActualMonth* last) {
    for (std::size_t t = 0; t < from.size(); ++t) {
        auto& row = to[t].*member;
        row.assign(items, S{});
        for (std::size_t i = 0; last && i < items; ++i) {
            for (const auto& f : figures) {
                if (simulation::actual::given((last->*member)[i].*f.field)) row[i].*f.field = 0.0;
            }
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i] >= 0) row[static_cast<std::size_t>(places[i])] = (from[t].*member)[i];
        }
    }
}

/// The new months with the items of the plan.
std::vector<ActualMonth> in_the_plan(const Scenario& scenario, const simulation::Plan<double>& books, std::vector<ActualMonth> from,
                                     const Import& in, Problems& problems) {
    const auto& plan = scenario.plan;
    std::vector<ActualMonth> out(from.size());
    const ActualMonth* const last = plan.actuals.months.empty() ? nullptr : &plan.actuals.months.back();
    const auto section = [&](const auto& wanted, const auto& held, std::string_view name, auto member, const auto& figures) {
        take_over(out, held.size(), from, places(wanted, held, name, from, member, figures, in, problems), member, figures, last);
    };
    section(books.segments, plan.segments, "segments", &ActualMonth::segments, simulation::actual::segment_figures);
    section(books.cost_lines, plan.cost_lines, "cost_lines", &ActualMonth::cost_lines, simulation::actual::cost_line_figures);
    section(books.job_groups, plan.job_groups, "job_groups", &ActualMonth::job_groups, simulation::actual::job_group_figures);
    section(books.assets, plan.assets, "assets", &ActualMonth::assets, simulation::actual::asset_figures);
    section(books.loans, plan.loans, "loans", &ActualMonth::loans, simulation::actual::loan_figures);
    for (std::size_t t = 0; t < from.size(); ++t) out[t].company = from[t].company;
    return out;
}

/// Months that do not follow the last one, or lie outside of the plan.
Problems wrong_months(const Scenario& scenario, const Import& in) {
    const Month start = scenario.plan.company.start, next = start + static_cast<int>(scenario.plan.actuals.months.size());
    const Month first = in.ledger.months.front(), last = in.ledger.months.back(), end = start + (scenario.plan.company.months - 1);
    Problems out;
    if (first < start) {
        out.push_back(problem(in, "bad-month", {fmt::format("the files begin with {}, the plan with {}", to_string(first), to_string(start)),
                                                fmt::format("ファイルは{}から、計画は{}から始まっています", shown(first, Language::japanese), shown(start, Language::japanese))},
                              {"give the months from the plan's first on", "計画の最初の月以降だけを指定してください"}));
    }
    if (first > next) {
        out.push_back(problem(in, "months-missing", {fmt::format("the next month is {}, the files begin with {}", to_string(next), to_string(first)),
                                                     fmt::format("次の月は{}ですが、ファイルは{}からです", shown(next, Language::japanese), shown(first, Language::japanese))},
                              {"give the months between as well", "間の月も指定してください"}));
    }
    if (last < next) {
        out.push_back(problem(in, "no-new-month", {fmt::format("the files hold no month from {} on", to_string(next)),
                                                   fmt::format("ファイルに{}以降の月がありません", shown(next, Language::japanese))}));
    }
    if (last > end) {
        out.push_back(problem(in, "bad-month", {fmt::format("the files go on to {}, the plan ends with {}", to_string(last), to_string(end)),
                                                fmt::format("ファイルは{}まで、計画は{}までです", shown(last, Language::japanese), shown(end, Language::japanese))},
                              {"lengthen the plan (company.months)", "計画の月数（company.months）を増やしてください"}));
    }
    return out;
}

}  // namespace

Result<Scenario> with_later_months(const Scenario& scenario, const Import& imported) {
    Result<Scenario> result;
    result.problems = wrong_months(scenario, imported);
    auto books = company_of(imported, {});
    result.problems.insert(result.problems.end(), books.problems.begin(), books.problems.end());
    if (!result.problems.empty() || !books.value) return result;

    auto& held = books.value->scenario.plan;
    auto& from = held.actuals.months;
    const auto known = static_cast<std::ptrdiff_t>(scenario.plan.actuals.months.size()) - (imported.ledger.months.front() - scenario.plan.company.start);
    std::vector<ActualMonth> fresh(from.begin() + known, from.end());
    Scenario out = scenario;
    const auto added = in_the_plan(scenario, held, std::move(fresh), imported, result.problems);
    if (!result.problems.empty()) return result;
    auto& months = out.plan.actuals.months;
    months.insert(months.end(), added.begin(), added.end());
    result.problems = differences_from_books({out, {}}, imported, Held::whatever_is_variable);
    if (result.problems.empty()) result.value = std::move(out);
    return result;
}

}  // namespace goho::imports
