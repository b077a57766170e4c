// A fixed asset: bought at once or in instalments, depreciated by the statutory methods, perhaps sold. Leaves out
// why it is bought. Theory: docs/model/accounting.md, FA-1 to FA-10; rates: engine/data/depreciation.
#pragma once

#include "accounting/ledger_options.hpp"
#include "core/calendar.hpp"
#include "core/number.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::fixed_asset {

enum class Class { machinery, building, structure, vehicle, tools, software, land, other };
enum class Method { straight_line, declining_balance, none };
enum class Site { sga, cost_of_sales };
inline constexpr auto class_options = std::to_array<Option>({
    {"machinery", {"Machinery", "機械装置"}},
    {"building", {"Buildings", "建物"}},
    {"structure", {"Structures", "構築物"}},
    {"vehicle", {"Vehicles", "車両運搬具"}},
    {"tools", {"Tools and equipment", "工具器具備品"}},
    {"software", {"Software", "ソフトウェア"}},
    {"land", {"Land", "土地"}},
    {"other", {"Other fixed assets", "その他固定資産"}},
});
inline constexpr auto method_options = std::to_array<Option>({
    {"straight_line", {"Straight line", "定額法"}},
    {"declining_balance", {"200% declining balance", "200%定率法"}},
    {"none", {"Not depreciated", "非償却"}},
});
inline constexpr auto site_options = std::to_array<Option>({
    {"sga", {"SG&A expenses", "販管費"}},
    {"cost_of_sales", {"Cost of sales", "売上原価"}},
});
constexpr std::span<const Option> options(Class) { return class_options; }
constexpr std::span<const Option> options(Method) { return method_options; }
constexpr std::span<const Option> options(Site) { return site_options; }

template <class Real> struct Parameters {
    Class asset_class = Class::machinery;
    Method method = Method::straight_line;
    Site place = Site::sga;
    Reference segment;
    Real cost = 0.0;
    Real opening_book_value = 0.0;
    Month acquired;
    int spending_months = 1;
    int useful_life = 10;
    Real purchase_tax_rate = 0.10;
    Month disposed;
    Real disposal_proceeds = 0.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    option("asset_class", choice<&P<Real>::asset_class>, {"Class", "資産区分"},
           {"Kind of asset; decides its line on the balance sheet.", "資産の種類。貸借対照表の表示科目を決める。"}),
    option("method", choice<&P<Real>::method>, {"Depreciation method", "償却方法"},
           {"Straight line, 200% declining balance, or none (land is never depreciated).", "定額法・200%定率法・非償却（土地は償却しない）。"}),
    option("place", choice<&P<Real>::place>, {"Place of depreciation", "償却費の区分"},
           {"Whether its depreciation belongs to cost of sales or SG&A.", "減価償却費を売上原価・販管費のどちらに載せるか。"}),
    reference("segment", &P<Real>::segment, "segments", {"Segment", "部門"},
              {"The segment that uses it; without it depreciation is shared.", "使用する部門。省略すると全社共通。"}),
    quantity("cost", &P<Real>::cost, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Acquisition cost", "取得価額"},
             {"Price without consumption tax.", "取得価額（税抜）。"}, Evidence::own_data, "user", Need::required, Change::fixed),
    quantity("opening_book_value", &P<Real>::opening_book_value, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Opening book value", "期首帳簿価額"},
             {"Book value when the plan starts, for assets acquired before.", "計画開始前に取得した資産の開始時帳簿価額。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
    month("acquired", &P<Real>::acquired, {"Acquired", "取得月"},
          {"Month of acquisition, or of the first instalment.", "取得した月（分割払いは最初の支払月）。"}, Need::required),
    whole("spending_months", &P<Real>::spending_months, "months", {1, 120}, {1, 36}, {"Instalments", "支払回数"},
          {"Months over which the cost is paid in equal parts; it enters service with the last.", "取得価額を均等に支払う月数。最後の支払月から使用を始める。"},
          Evidence::own_data, "user"),
    whole("useful_life", &P<Real>::useful_life, "years", {2, 50}, {2, 50}, {"Useful life", "耐用年数"},
          {"Statutory useful life.", "法定耐用年数。"}, Evidence::statute, "egov-taiyo-nensu-shorei"),
    quantity("purchase_tax_rate", &P<Real>::purchase_tax_rate, "fraction", {0.0, 0.5}, {0.0, 0.10}, {"Consumption tax rate", "消費税率"},
             {"0.10 standard; 0 for land.", "標準10%。土地は0。"}, Evidence::statute, "nta-6303", Need::optional, Change::fixed),
    month("disposed", &P<Real>::disposed, {"Disposed", "除却・売却月"},
          {"Month in which it is sold or scrapped.", "売却または除却する月。"}),
    quantity("disposal_proceeds", &P<Real>::disposal_proceeds, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Disposal proceeds", "売却収入"},
             {"Cash received on disposal; no consumption tax is reckoned on it.", "売却による入金額（消費税は見込まない）。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

/// Statutory rates for one useful life.
struct Rates {
    double straight_line = 0.0, declining = 0.0, revised = 0.0, guarantee = 0.0;
};

template <class Real> struct State {
    Real book_value = 0.0;         // in service
    Real construction = 0.0;       // paid for, not yet in service
    Real year_opening_book = 0.0;  // book value when the fiscal year, or service in it, began
    Real year_charged = 0.0;       // depreciation charged in this fiscal year so far
    Real revised_base = 0.0;       // book value at the switch to the revised rate; zero before it
    int months_used = 0;           // in this fiscal year
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("book_value", &State<Real>::book_value, "yen", {"Book value", "帳簿価額"}, "FA-8"),
    stock("construction", &State<Real>::construction, "yen", {"Construction in progress", "建設仮勘定"}, "FA-1"),
    stock("year_opening_book", &State<Real>::year_opening_book, "yen", {"Book value when the year began", "期首帳簿価額"}, "FA-3"),
    stock("year_charged", &State<Real>::year_charged, "yen", {"Depreciation of this year so far", "当期の償却累計"}, "FA-7"),
    stock("revised_base", &State<Real>::revised_base, "yen", {"Book value at the switch of rates", "改定取得価額"}, "FA-5"),
});

struct Inputs {
    Month month, plan_start;
    bool new_fiscal_year = false;
    Rates rates;
};

template <class Real> struct Flows {
    Real spending, purchase_tax, depreciation, proceeds, disposal_gain;  // gain below zero is a loss
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

/// One yen stays on the books of a tangible asset until it is gone (備忘価額); software and the like end at zero.
inline double memorandum_value(Class asset_class) { return asset_class == Class::software ? 0.0 : 1.0; }

template <class Real> bool depreciates(const Parameters<Real>& p) {
    return p.asset_class != Class::land && p.method != Method::none;
}

/// Whether the asset is used in a month: paid for in full and not yet gone.
template <class Real> bool in_service(const Parameters<Real>& p, Month month, Month plan_start) {
    const bool gone = p.disposed.given() && month >= p.disposed;
    return !gone && (p.acquired < plan_start || month - p.acquired + 1 >= p.spending_months);
}

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs& in) {
    State<Real> next = now;
    Flows<Real> f{};

    // The k-th of n instalments; cumulative rounding lets them add up to the cost.        FA-1
    const int k = in.month - p.acquired + 1;
    const bool bought_in_plan = p.acquired >= in.plan_start;
    const bool sold_before = p.disposed.given() && p.disposed < in.month;
    const bool paying = bought_in_plan && k >= 1 && k <= p.spending_months && !sold_before;
    if (paying) {
        f.spending = whole_yen(p.cost * k / p.spending_months) - whole_yen(p.cost * (k - 1) / p.spending_months);
        f.purchase_tax = drop_fraction(f.spending * p.purchase_tax_rate);
        next.construction = now.construction + f.spending;
    }
    const bool enters_service = paying && k == p.spending_months;
    if (enters_service) {
        next.book_value = now.book_value + next.construction;
        next.construction = 0.0;
    }
    if (in.new_fiscal_year || enters_service) {
        next.year_opening_book = next.book_value;
        next.year_charged = 0.0;
        next.months_used = 0;
    }

    if (depreciates(p) && in_service(p, in.month, in.plan_start)) {
        next.months_used += 1;
        Real annual = p.cost * in.rates.straight_line;  // FA-2
        if (p.method == Method::declining_balance) {
            const Real declining = next.year_opening_book * in.rates.declining;                 // FA-3
            const auto below_guarantee = declining < p.cost * in.rates.guarantee;               // FA-4
            next.revised_base = select(next.revised_base > 0.0, next.revised_base,
                                       select(below_guarantee, next.year_opening_book, Real(0.0)));
            annual = select(next.revised_base > 0.0, next.revised_base * in.rates.revised, declining);  // FA-5
        }
        const Real due_by_now = drop_fraction(annual * next.months_used / 12.0);                // FA-6
        const Real left = positive_part(next.book_value - memorandum_value(p.asset_class));
        f.depreciation = min(positive_part(due_by_now - next.year_charged), left);              // FA-7
        next.year_charged += f.depreciation;
        next.book_value -= f.depreciation;                                                      // FA-8
    }
    if (p.disposed.given() && in.month == p.disposed) {
        f.proceeds = p.disposal_proceeds;
        f.disposal_gain = f.proceeds - next.book_value - next.construction;                     // FA-9
        next.book_value = next.construction = 0.0;
    }
    return {next, f};
}

/// The state in which a plan finds the asset. The declining balance looks back: at the book value of the year's
/// beginning, and at the one of the switch to the revised rate. So the asset is first taken through its past by the
/// same equations; then the book value that the user gives stands, and what it looks back at moves in proportion.
template <class Real>
State<Real> opening(const Parameters<Real>& p, Month plan_start, int fiscal_year_start, const Rates& rates) {
    State<Real> s;
    if (p.acquired >= plan_start) return s;
    s.book_value = s.year_opening_book = p.opening_book_value;
    if (p.method != Method::declining_balance) return s;

    Parameters<Real> bought = p;
    bought.spending_months = 1;
    bought.disposed = {};
    State<Real> past;
    for (Month m = p.acquired; m < plan_start; m = m + 1) {
        past = step(bought, past, {m, p.acquired, month_of_fiscal_year(m, fiscal_year_start) == 0, rates}).next;
    }
    const auto under_way = past.book_value > memorandum_value(p.asset_class);
    const Real scale = select(under_way, divide_or(p.opening_book_value, past.book_value, Real(0.0)), Real(0.0));
    if (month_of_fiscal_year(plan_start, fiscal_year_start) != 0) {
        s.year_opening_book = select(under_way, past.year_opening_book * scale, s.year_opening_book);  // FA-10
    }
    const Real highest_switch = p.cost * rates.guarantee / rates.declining;  // no switch happens above it
    s.revised_base = select(s.year_opening_book < highest_switch, min(past.revised_base * scale, highest_switch),
                            Real(0.0));                                                                // FA-10
    return s;
}

}  // namespace goho::accounting::fixed_asset
