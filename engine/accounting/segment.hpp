// A segment (部門): what is sold, at what price, in which season, from which stock. Leaves out who buys it and why;
// the planned volume is given here, and the customers' module says how far it is reached. Theory:
// docs/model/accounting.md, SG-1 to SG-9.
#pragma once

#include "core/number.hpp"
#include "core/parameter.hpp"
#include "core/variable.hpp"

#include <array>
#include <type_traits>

namespace goho::accounting::segment {

template <class Real> struct Parameters {
    Real price = 0.0;
    Real volume = 0.0;
    Real unit_variable_cost = 0.0;
    Real annual_price_change = 0.0;
    Real annual_volume_growth = 0.0;
    Real annual_unit_cost_change = 0.0;
    Real january = 1.0, february = 1.0, march = 1.0, april = 1.0, may = 1.0, june = 1.0;
    Real july = 1.0, august = 1.0, september = 1.0, october = 1.0, november = 1.0, december = 1.0;
    Real cash_share = 0.0;
    Real collection_lag = 1.0;
    Real note_share = 0.0;
    Real note_sight = 3.0;
    Real sales_tax_rate = 0.10;
    Real purchase_tax_rate = 0.10;
    Real inventory_days = 0.0;
    Real opening_inventory = 0.0;
};

template <class Real> constexpr Parameter<Parameters<Real>> season(std::string_view name, Real Parameters<Real>::*field,
                                                                   Label label) {
    return quantity(name, field, "weight", {0.0, 100.0}, {0.2, 3.0}, label,
                    {"Sales volume of the month relative to an average month; the twelve weights are scaled to average 1.",
                     "平均月に対するその月の販売数量の比重。12か月の平均が1になるよう調整される。"},
                    Evidence::own_data, "user");
}

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    quantity("price", &P<Real>::price, "yen/unit", {0.0, 1e11}, {0.0, 1e9}, {"Selling price", "販売単価"},
             {"Price of one unit without consumption tax.", "1単位の販売価格（税抜）。"},
             Evidence::own_data, "user", Need::required),
    quantity("volume", &P<Real>::volume, "units/month", {0.0, 1e9}, {0.0, 1e7}, {"Sales volume", "販売数量"},
             {"Units sold in an average month at the start of the plan.", "計画開始時点の平均月の販売数量。"},
             Evidence::own_data, "user", Need::required),
    quantity("unit_variable_cost", &P<Real>::unit_variable_cost, "yen/unit", {0.0, 1e11}, {0.0, 1e9},
             {"Unit variable cost", "単位変動費"},
             {"Materials or purchases consumed by one unit sold, without consumption tax; kept in inventory until sold.",
              "販売1単位あたりの材料費・仕入（税抜）。売れるまで棚卸資産に計上する。"},
             Evidence::own_data, "user"),
    quantity("annual_price_change", &P<Real>::annual_price_change, "fraction/year", {-0.5, 1.0}, {-0.05, 0.10},
             {"Annual price change", "販売単価の年変化率"},
             {"Change of the price at the start of every fiscal year.", "各事業年度の期首に販売単価が変わる割合。"},
             Evidence::assumption, "judgement"),
    quantity("annual_volume_growth", &P<Real>::annual_volume_growth, "fraction/year", {-0.9, 5.0}, {-0.20, 0.30},
             {"Annual volume growth", "販売数量の年成長率"},
             {"Change of the volume at the start of every fiscal year.", "各事業年度の期首に販売数量が変わる割合。"},
             Evidence::assumption, "judgement"),
    quantity("annual_unit_cost_change", &P<Real>::annual_unit_cost_change, "fraction/year", {-0.5, 1.0}, {-0.05, 0.10},
             {"Annual unit cost change", "単位変動費の年変化率"},
             {"Change of the unit variable cost at the start of every fiscal year.",
              "各事業年度の期首に単位変動費が変わる割合。"},
             Evidence::assumption, "judgement"),
    season("january", &P<Real>::january, {"Season: January", "季節比重 1月"}),
    season("february", &P<Real>::february, {"Season: February", "季節比重 2月"}),
    season("march", &P<Real>::march, {"Season: March", "季節比重 3月"}),
    season("april", &P<Real>::april, {"Season: April", "季節比重 4月"}),
    season("may", &P<Real>::may, {"Season: May", "季節比重 5月"}),
    season("june", &P<Real>::june, {"Season: June", "季節比重 6月"}),
    season("july", &P<Real>::july, {"Season: July", "季節比重 7月"}),
    season("august", &P<Real>::august, {"Season: August", "季節比重 8月"}),
    season("september", &P<Real>::september, {"Season: September", "季節比重 9月"}),
    season("october", &P<Real>::october, {"Season: October", "季節比重 10月"}),
    season("november", &P<Real>::november, {"Season: November", "季節比重 11月"}),
    season("december", &P<Real>::december, {"Season: December", "季節比重 12月"}),
    quantity("cash_share", &P<Real>::cash_share, "fraction", {0.0, 1.0}, {0.0, 1.0}, {"Cash sales share", "現金売上比率"},
             {"Share of sales paid at once.", "売上のうち即時に入金される割合。"}, Evidence::own_data, "user"),
    quantity("collection_lag", &P<Real>::collection_lag, "months", {0.0, 12.0}, {0.0, 4.0},
             {"Collection lag", "売掛金回収サイト"},
             {"Months from a credit sale until it is collected or a note is received; fractions split the sum over two months.",
              "掛売上から回収（または手形受取）までの月数。端数は2か月に按分する。"},
             Evidence::own_data, "user"),
    quantity("note_share", &P<Real>::note_share, "fraction", {0.0, 1.0}, {0.0, 0.6}, {"Share settled by notes", "手形回収比率"},
             {"Share of credit sales for which a promissory note is received.", "掛売上のうち手形で回収する割合。"},
             Evidence::own_data, "user"),
    quantity("note_sight", &P<Real>::note_sight, "months", {0.0, 12.0}, {0.0, 4.0}, {"Note sight", "手形サイト"},
             {"Months from receiving a note until it is paid.", "手形の受取から決済までの月数。"},
             Evidence::own_data, "user"),
    quantity("sales_tax_rate", &P<Real>::sales_tax_rate, "fraction", {0.0, 0.5}, {0.0, 0.10},
             {"Consumption tax on sales", "売上の消費税率"},
             {"0.10 standard, 0.08 reduced, 0 for exports and exempt sales.", "標準10%、軽減8%、輸出・非課税は0。"},
             Evidence::statute, "nta-6303"),
    quantity("purchase_tax_rate", &P<Real>::purchase_tax_rate, "fraction", {0.0, 0.5}, {0.0, 0.10},
             {"Consumption tax on purchases", "仕入の消費税率"},
             {"0.10 standard, 0.08 reduced, 0 for exempt purchases.", "標準10%、軽減8%、非課税は0。"},
             Evidence::statute, "nta-6303"),
    quantity("inventory_days", &P<Real>::inventory_days, "days", {0.0, 720.0}, {0.0, 120.0},
             {"Inventory days", "棚卸資産回転日数"},
             {"Stock held at month end, in days of the average cost of goods (30 days a month).",
              "月末に保有する在庫（平均月の売上原価に対する日数、1か月30日）。"},
             Evidence::own_data, "user"),
    quantity("opening_inventory", &P<Real>::opening_inventory, "yen", {0.0, 1e13}, {0.0, 1e11},
             {"Opening inventory", "期首棚卸資産"},
             {"Stock of this segment on the opening balance sheet.", "開始貸借対照表のこの部門の棚卸資産。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

template <class Real> struct State {
    Real price_index = 1.0, volume_index = 1.0, unit_cost_index = 1.0;
    Real inventory = 0.0;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("price_index", &State<Real>::price_index, "times", {"Price against the start", "販売単価の指数"}, "SG-1"),
    stock("volume_index", &State<Real>::volume_index, "times", {"Volume against the start", "販売数量の指数"}, "SG-1"),
    stock("unit_cost_index", &State<Real>::unit_cost_index, "times", {"Unit cost against the start", "単位変動費の指数"}, "SG-1"),
    stock("inventory", &State<Real>::inventory, "yen", {"Inventory", "棚卸資産"}, "SG-7"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    int calendar_month = 1;       // 1 = January
    bool new_fiscal_year = false;  // the plan's first month does not count: the parameters hold from there
    Real volume_factor = 1.0;      // what customers order against the plan
};

template <class Real> struct Flows {
    Real average_volume, volume, net_sales, cost_of_goods, purchases, sales_tax, purchase_tax;
};
/// What no result of the segment holds, by name.
template <class Real>
inline constexpr auto flow_variables = std::to_array<Variable<Flows<Real>, Real>>({
    flow("average_volume", &Flows<Real>::average_volume, "units", {"Volume of an average month", "平均月の販売数量"}, "SG-9"),
    flow("cost_of_goods", &Flows<Real>::cost_of_goods, "yen", {"Materials and goods", "材料費・商品仕入"}, "SG-4"),
    flow("purchases", &Flows<Real>::purchases, "yen", {"Purchases", "仕入高"}, "SG-6"),
    flow("sales_tax", &Flows<Real>::sales_tax, "yen", {"Consumption tax collected", "仮受消費税"}, "SG-8"),
    flow("purchase_tax", &Flows<Real>::purchase_tax, "yen", {"Consumption tax on purchases", "仮払消費税"}, "SG-8"),
});
template <class Real> constexpr auto& flow_table(std::type_identity<Flows<Real>>) { return flow_variables<Real>; }

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

template <class Real> Real season_weight(const Parameters<Real>& p, int calendar_month) {
    const std::array<Real, 12> weights{p.january, p.february, p.march,     p.april,   p.may,      p.june,
                                       p.july,    p.august,   p.september, p.october, p.november, p.december};
    Real sum = 0.0;
    for (const Real& weight : weights) sum += weight;
    return divide_or(weights[calendar_month - 1] * 12.0, sum, Real(1.0));  // no weights: every month is average
}

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next = now;
    if (in.new_fiscal_year) {
        next.price_index = now.price_index * (1.0 + p.annual_price_change);              // SG-1
        next.volume_index = now.volume_index * (1.0 + p.annual_volume_growth);           // SG-1
        next.unit_cost_index = now.unit_cost_index * (1.0 + p.annual_unit_cost_change);  // SG-1
    }
    const Real unit_cost = p.unit_variable_cost * next.unit_cost_index;

    Flows<Real> f;
    f.average_volume = p.volume * next.volume_index * in.volume_factor;      // SG-9
    f.volume = f.average_volume * season_weight(p, in.calendar_month);         // SG-2
    f.net_sales = whole_yen(p.price * next.price_index * f.volume);          // SG-3
    f.cost_of_goods = whole_yen(unit_cost * f.volume);                       // SG-4
    const Real wanted = whole_yen(p.inventory_days / 30.0 * unit_cost * f.average_volume);  // SG-5
    f.purchases = positive_part(f.cost_of_goods + wanted - now.inventory);   // SG-6
    next.inventory = now.inventory + f.purchases - f.cost_of_goods;          // SG-7
    f.sales_tax = drop_fraction(f.net_sales * p.sales_tax_rate);             // SG-8
    f.purchase_tax = drop_fraction(f.purchases * p.purchase_tax_rate);       // SG-8
    return {next, f};
}

}  // namespace goho::accounting::segment
