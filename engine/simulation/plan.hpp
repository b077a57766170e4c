// Everything a scenario says in numbers: one struct for each section of the file. The list of sections below is
// what reading, writing, the schema, the reference pages and addresses go through, so a section exists once.
#pragma once

#include "accounting/company.hpp"
#include "accounting/corporate_tax.hpp"
#include "accounting/cost_line.hpp"
#include "accounting/fixed_asset.hpp"
#include "accounting/investment.hpp"
#include "accounting/job_group.hpp"
#include "accounting/loan.hpp"
#include "accounting/opening.hpp"
#include "accounting/segment.hpp"
#include "accounting/treasury.hpp"
#include "core/parameter.hpp"
#include "customers/parameters.hpp"
#include "evaluation/parameters.hpp"
#include "initiatives/adoption.hpp"
#include "initiatives/parameters.hpp"
#include "management/parameters.hpp"
#include "next_generation/parameters.hpp"
#include "simulation/actuals.hpp"
#include "simulation/drawn.hpp"
#include "simulation/event.hpp"
#include "society/parameters.hpp"
#include "workforce/parameters.hpp"

#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace goho::simulation {

namespace target {

enum class Bound { at_least, at_most };
inline constexpr auto bound_options = std::to_array<Option>({
    {"at_least", {"At least", "以上"}},
    {"at_most", {"At most", "以下"}},
});
constexpr std::span<const Option> options(Bound) { return bound_options; }

template <class Real> struct Parameters {
    int year = 3;
    ShortText variable;
    Bound bound = Bound::at_least;
    Real value = 0.0;
};
template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    whole("year", &P<Real>::year, "years", {1, 50}, {1, 10}, {"Plan year", "計画年次"},
          {"Year of the plan at whose end the target is looked at: 3, 5 and 10 are usual.", "目標を判定する計画年次。3・5・10年が標準。"},
          Evidence::own_data, "user", Need::required),
    text("variable", &P<Real>::variable, {"Variable", "指標"}, {"Name of a result or an indicator, for example ordinary_income.", "結果または指標の名前（例: ordinary_income）。"},
         Need::required),
    option("bound", choice<&P<Real>::bound>, {"Direction", "方向"}, {"Whether the figure should be at least or at most the value.", "以上か以下か。"}),
    quantity("value", &P<Real>::value, "as the variable", {-1e15, 1e15}, {-1e15, 1e15}, {"Value", "目標値"},
             {"In the unit of the variable; fractions for ratios.", "指標の単位による。比率は小数。"}, Evidence::own_data, "user",
             Need::required, Change::fixed),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace target

namespace pins {

template <class Real> struct Parameters {
    ShortText tax_table = ShortText("japan-sme-2026");
    ShortText depreciation_table = ShortText("japan-2012");
    ShortText benchmark;
    ShortText engine;
};
template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    text("tax_table", &P<Real>::tax_table, {"Tax table", "税率表"}, {"Id of the dated tax table.", "使用する税率表のID。"}),
    text("depreciation_table", &P<Real>::depreciation_table, {"Depreciation table", "償却率表"}, {"Id of the depreciation table.", "使用する償却率表のID。"}),
    text("benchmark", &P<Real>::benchmark, {"Benchmark file", "ベンチマークファイル"},
         {"Path of a Local Benchmark threshold file, seen from the scenario file.", "ロカベン基準値ファイルのパス（シナリオファイルから見た相対パス）。"}),
    text("engine", &P<Real>::engine, {"Engine version", "エンジン版"}, {"Version the results were made with; another one is reported.", "結果を作成したエンジンの版。異なる場合は通知する。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace pins

template <template <class> class P, class Real> using Items = std::vector<Item<P<Real>>>;

template <class Real> struct Plan {
    accounting::company::Parameters<Real> company;
    accounting::opening::Parameters<Real> opening;
    accounting::purchasing::Parameters<Real> purchasing;
    accounting::treasury::Parameters<Real> treasury;
    accounting::corporate_tax::Parameters<Real> taxes;
    pins::Parameters<Real> pins;
    Items<accounting::segment::Parameters, Real> segments;
    Items<accounting::cost_line::Parameters, Real> cost_lines;
    Items<accounting::job_group::Parameters, Real> job_groups;
    Items<accounting::fixed_asset::Parameters, Real> assets;
    Items<accounting::investment::Parameters, Real> investments;
    Items<accounting::loan::Parameters, Real> loans;
    Items<accounting::subsidy::Parameters, Real> subsidies;
    Items<accounting::capital_increase::Parameters, Real> capital_increases;
    Items<target::Parameters, Real> targets;

    management::Parameters<Real> management, management_today;
    management::Leadership<Real> leadership;
    evaluation::Parameters<Real> evaluation, evaluation_today;
    Items<evaluation::Task, Real> tasks;
    evaluation::Response<Real> effort;
    Items<initiatives::Parameters, Real> initiatives;
    initiatives::Adoption<Real> adoption;
    workforce::FreedHours<Real> freed_hours;
    workforce::Parameters<Real> workforce;
    customers::Parameters<Real> customers;
    society::Parameters<Real> society;
    next_generation::Parameters<Real> next_generation;
    Items<event::Parameters, Real> events;

    /// The first months as they happened.
    Actuals actuals;

    /// Effort added to the shares that appraisal leads to: only for finding what a task is worth, no part of a file.
    evaluation::Nudge<Real> nudge;
    /// What chance brought in this trial: no part of a file either, and empty in a single run.
    Drawn<Real> drawn;

    bool behaves() const { return company.behaviour == accounting::company::Behaviour::on; }
};

/// One section of a scenario: its key in the file, its names, and the member of Plan that holds it.
template <class Member> struct Section {
    std::string_view name;
    Label label;
    Member member;
    Change change = Change::monthly;  // fixed: the timeline changes nothing of it, whatever its rows say
};
template <class Member> Section(const char*, Label, Member) -> Section<Member>;
template <class Member> Section(const char*, Label, Member, Change) -> Section<Member>;

template <class T> inline constexpr bool is_collection = false;
template <class P> inline constexpr bool is_collection<std::vector<Item<P>>> = true;

/// All sections, in the order of the file.
template <class Real> constexpr auto sections() {
    using P = Plan<Real>;
    return std::tuple{
        Section{"company", {"Company", "会社"}, &P::company},
        Section{"opening", {"Opening balance sheet", "開始貸借対照表"}, &P::opening},
        Section{"segments", {"Segments", "部門"}, &P::segments},
        Section{"cost_lines", {"Cost lines", "費用科目"}, &P::cost_lines},
        Section{"job_groups", {"Job groups", "職種"}, &P::job_groups},
        Section{"purchasing", {"Purchasing terms", "仕入条件"}, &P::purchasing},
        Section{"assets", {"Fixed assets", "固定資産"}, &P::assets},
        Section{"investments", {"Investment plan", "投資計画"}, &P::investments},
        Section{"loans", {"Loans", "借入金"}, &P::loans},
        Section{"treasury", {"Treasury", "資金管理"}, &P::treasury},
        Section{"subsidies", {"Subsidies", "補助金"}, &P::subsidies},
        Section{"capital_increases", {"Capital increases", "増資"}, &P::capital_increases},
        Section{"taxes", {"Taxes", "税金"}, &P::taxes},
        Section{"targets", {"Targets", "目標"}, &P::targets},
        Section{"management", {"How the company is led, as planned", "経営のしくみ（計画）"}, &P::management},
        Section{"management_today", {"How the company is led today", "経営のしくみ（現状）"}, &P::management_today, Change::fixed},
        Section{"evaluation", {"Appraisal as planned", "評価制度（計画）"}, &P::evaluation},
        Section{"evaluation_today", {"Appraisal today", "評価制度（現状）"}, &P::evaluation_today, Change::fixed},
        Section{"tasks", {"Further tasks", "その他の業務課題"}, &P::tasks},
        Section{"initiatives", {"Initiatives", "施策"}, &P::initiatives},
        Section{"freed_hours", {"Where freed hours go", "生み出した時間の使い道"}, &P::freed_hours},
        Section{"events", {"Events", "出来事"}, &P::events},
        Section{"leadership", {"Leadership: coefficients", "経営のしくみの係数"}, &P::leadership},
        Section{"effort", {"Effort and incentives: coefficients", "評価と努力の係数"}, &P::effort},
        Section{"adoption", {"Adoption: coefficients", "定着の係数"}, &P::adoption},
        Section{"workforce", {"People and time: coefficients", "人と時間の係数"}, &P::workforce},
        Section{"customers", {"Customers: coefficients", "顧客の係数"}, &P::customers},
        Section{"society", {"Society: coefficients", "世間の係数"}, &P::society},
        Section{"next_generation", {"Next generation: coefficients", "次世代の係数"}, &P::next_generation},
        Section{"pins", {"Pinned versions", "固定する版"}, &P::pins}
    };
}

/// Calls f(section) for every section. `plan.*section.member` is either a Parameters<Real> or a vector of
/// Item<Parameters<Real>>; `is_collection` tells which.
template <class Real, class F> constexpr void for_each_section(F&& f) {
    std::apply([&](const auto&... section) { (f(section), ...); }, sections<Real>());
}

/// The parameter table of a Parameters type.
template <class P> constexpr auto& table_of() { return table(std::type_identity<P>{}); }

/// Where a quantity stands: section, item (-1 in a single section) and row of its table, by position.
struct Address {
    int section = -1, item = -1, row = -1;
    friend bool operator==(const Address&, const Address&) = default;
};

/// The quantity at an address; null when the address names no quantity of this plan.
template <class Real> Real* quantity_at(Plan<Real>& plan, const Address& address) {
    Real* found = nullptr;
    int section = 0;
    for_each_section<Real>([&](const auto& s) {
        if (section++ != address.section) return;
        auto& held = plan.*s.member;
        const auto pick = [&](auto& parameters) {
            using P = std::remove_reference_t<decltype(parameters)>;
            const auto& rows = table_of<P>();
            if (address.row < 0 || address.row >= static_cast<int>(rows.size())) return;
            if (const auto* field = std::get_if<0>(&rows[address.row].field)) found = &(parameters.**field);
        };
        if constexpr (is_collection<std::remove_reference_t<decltype(held)>>) {
            if (address.item >= 0 && address.item < static_cast<int>(held.size())) pick(held[address.item].parameters);
        } else if (address.item == -1) {
            pick(held);
        }
    });
    return found;
}

namespace detail {
template <class To, class From> To converted_parameters(const From& from) {
    return converted<To>(from, table_of<From>(), table_of<To>());
}
template <class To, class From> void convert(const From& from, To& to) { to = converted_parameters<To>(from); }
template <class To, class From> void convert(const std::vector<Item<From>>& from, std::vector<Item<To>>& to) {
    to.clear();
    for (const auto& item : from) to.push_back({item.id, item.name, converted_parameters<To>(item.parameters)});
}
template <class P> P without_names(const P& parameters) { return parameters; }
template <class P> std::vector<Item<P>> without_names(const std::vector<Item<P>>& items) {
    std::vector<Item<P>> out;
    out.reserve(items.size());
    for (const auto& item : items) out.push_back({{}, {}, item.parameters});
    return out;
}
}  // namespace detail

/// The numbers of a plan alone: what a run works on while the timeline changes it.
template <class Real> Plan<Real> without_names(const Plan<Real>& plan) {
    Plan<Real> out;
    for_each_section<Real>([&](const auto& section) { out.*section.member = detail::without_names(plan.*section.member); });
    out.actuals = plan.actuals;
    out.nudge = plan.nudge;
    return out;
}

/// The same plan over another number type.
template <class To, class From> Plan<To> converted_plan(const Plan<From>& from) {
    Plan<To> to;
    constexpr auto source = sections<From>();
    constexpr auto result = sections<To>();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (detail::convert(from.*std::get<I>(source).member, to.*std::get<I>(result).member), ...);
    }(std::make_index_sequence<std::tuple_size_v<decltype(source)>>{});
    to.actuals = from.actuals;
    return to;
}

}  // namespace goho::simulation
