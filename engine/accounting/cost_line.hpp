// A cost line: one row of the cost ledger that is not goods, pay, depreciation or interest. Its behaviour decides
// how it moves, its place in which statement line it stands. Theory: docs/model/accounting.md, CL-1 to CL-4.
#pragma once

#include "accounting/ledger_options.hpp"
#include "core/number.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::cost_line {

template <class Real> struct Parameters {
    Behaviour behaviour = Behaviour::fixed;
    Place place = Place::sga;
    Category category = Category::other;
    Reference segment;
    Real monthly_amount = 0.0;
    Real sales_share = 0.0;
    Real amount_per_unit = 0.0;
    Real step_amount = 0.0;
    Real step_capacity = 1000.0;
    Real annual_change = 0.0;
    Real purchase_tax_rate = 0.10;
    int payment_lag = 1;
    Month start;
    Month end;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    option("behaviour", choice<&P<Real>::behaviour>, {"Cost behaviour", "費用の変動区分"},
           {"How the cost moves with sales: variable, fixed, step_fixed or semi_variable.",
            "売上との関係（変動・固定・準固定・準変動）。"}, Need::required),
    option("place", choice<&P<Real>::place>, {"Place in the statements", "表示区分"},
           {"Cost of sales, SG&A, non-operating or extraordinary.", "売上原価・販管費・営業外・特別のいずれに載せるか。"}),
    option("category", choice<&P<Real>::category>, {"Nature of the cost", "費目"},
           {"What the money buys; used for the fixed-cost structure and value added.",
            "費用の性質。固定費構造と付加価値の計算に使う。"}),
    reference("segment", &P<Real>::segment, "segments", {"Segment", "部門"},
              {"The segment that causes the cost; without it the cost belongs to the whole company.",
               "費用が直接生じる部門。省略すると全社共通費。"}),
    quantity("monthly_amount", &P<Real>::monthly_amount, "yen/month", {0.0, 1e12}, {0.0, 1e9},
             {"Monthly amount", "月額"}, {"Fixed part of the cost, without consumption tax.", "費用の固定部分（税抜）。"},
             Evidence::own_data, "user"),
    quantity("sales_share", &P<Real>::sales_share, "fraction", {0.0, 2.0}, {0.0, 0.8}, {"Share of sales", "対売上比率"},
             {"Variable part as a share of net sales.", "売上高に比例する部分の割合。"}, Evidence::own_data, "user"),
    quantity("amount_per_unit", &P<Real>::amount_per_unit, "yen/unit", {0.0, 1e11}, {0.0, 1e9},
             {"Amount per unit", "1単位あたりの額"}, {"Variable part per unit sold.", "販売1単位に比例する部分。"},
             Evidence::own_data, "user"),
    quantity("step_amount", &P<Real>::step_amount, "yen/month", {0.0, 1e12}, {0.0, 1e9}, {"Amount per step", "1段の月額"},
             {"Monthly cost of each begun step of capacity (step_fixed).", "能力1段ごとの月額（準固定費）。"},
             Evidence::own_data, "user"),
    quantity("step_capacity", &P<Real>::step_capacity, "units/month", {1e-3, 1e9}, {1e-3, 1e7},
             {"Capacity of a step", "1段の能力"}, {"Units a month that one step can carry (step_fixed).",
              "1段で賄える月間数量（準固定費）。"},
             Evidence::own_data, "user"),
    quantity("annual_change", &P<Real>::annual_change, "fraction/year", {-0.5, 1.0}, {-0.05, 0.10},
             {"Annual change", "年変化率"},
             {"Change of amounts in yen at the start of every fiscal year; a share of sales is not touched.",
              "各事業年度の期首に金額が変わる割合（対売上比率には効かない）。"},
             Evidence::assumption, "judgement"),
    quantity("purchase_tax_rate", &P<Real>::purchase_tax_rate, "fraction", {0.0, 0.5}, {0.0, 0.10},
             {"Consumption tax rate", "消費税率"},
             {"0.10 standard, 0.08 reduced, 0 where no tax is charged (insurance, taxes, many rents of land).",
              "標準10%、軽減8%、非課税・不課税は0（保険料・租税公課など）。"},
             Evidence::statute, "nta-6303"),
    whole("payment_lag", &P<Real>::payment_lag, "months", {0, 12}, {0, 3}, {"Payment lag", "支払サイト"},
          {"Months from the cost to its payment.", "費用計上から支払までの月数。"}, Evidence::own_data, "user"),
    month("start", &P<Real>::start, {"First month", "開始月"},
          {"First month of the cost; from the start of the plan when not given.", "費用の開始月。省略時は計画開始月から。"}),
    month("end", &P<Real>::end, {"Last month", "終了月"},
          {"Last month of the cost; to the end of the plan when not given.", "費用の終了月。省略時は計画終了月まで。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

template <class Real> struct State {
    Real index = 1.0;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("index", &State<Real>::index, "times", {"Amounts against the start", "金額の指数"}, "CL-1"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    Month month;
    bool new_fiscal_year = false;
    Real net_sales = 0.0;  // of the segment, or of the company
    Real volume = 0.0;
};

template <class Real> struct Flows {
    Real fixed_cost, variable_cost, purchase_tax;
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

template <class Real> bool active(const Parameters<Real>& p, Month month) {
    return (!p.start.given() || p.start <= month) && (!p.end.given() || month <= p.end);
}

template <class Real> bool moves_with_sales(const Parameters<Real>& p) {
    return p.behaviour == Behaviour::variable || p.behaviour == Behaviour::semi_variable;
}
template <class Real> bool stands(const Parameters<Real>& p) {
    return p.behaviour == Behaviour::fixed || p.behaviour == Behaviour::semi_variable;
}

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next = now;
    if (in.new_fiscal_year) next.index = now.index * (1.0 + p.annual_change);  // CL-1
    Flows<Real> f{};
    if (!active(p, in.month)) return {next, f};
    if (p.behaviour == Behaviour::step_fixed) {
        // A billionth of a step is the dust of season weights, not a step that has begun.
        const Real begun_steps = positive_part(ceil(in.volume / p.step_capacity - 1e-9));
        f.fixed_cost = whole_yen(next.index * begun_steps * p.step_amount);  // CL-2
    }
    if (stands(p)) f.fixed_cost = whole_yen(next.index * p.monthly_amount);  // CL-2
    if (moves_with_sales(p)) {
        f.variable_cost = whole_yen(p.sales_share * in.net_sales + p.amount_per_unit * next.index * in.volume);  // CL-3
    }
    f.purchase_tax = drop_fraction((f.fixed_cost + f.variable_cost) * p.purchase_tax_rate);  // CL-4
    return {next, f};
}

}  // namespace goho::accounting::cost_line
