// An item of the 3/5/10-year investment plan: equipment and digital investment become fixed assets, research and
// training are spent at once; either may cost something to run. Leaves out what it brings, which the timeline or
// the mechanisms say. Theory: docs/model/accounting.md, IV-1 to IV-3.
#pragma once

#include "accounting/fixed_asset.hpp"

namespace goho::accounting::investment {

enum class Kind { equipment, digital, research_development, training, other };
enum class Treatment { capitalise, expense };
inline constexpr auto kind_options = std::to_array<Option>({
    {"equipment", {"Equipment", "設備投資"}},
    {"digital", {"Digital (DX)", "DX投資"}},
    {"research_development", {"Research and development", "研究開発"}},
    {"training", {"Training", "人材育成"}},
    {"other", {"Other", "その他"}},
});
inline constexpr auto treatment_options = std::to_array<Option>({
    {"capitalise", {"Capitalised", "資産計上"}},
    {"expense", {"Expensed", "費用処理"}},
});
constexpr std::span<const Option> options(Kind) { return kind_options; }
constexpr std::span<const Option> options(Treatment) { return treatment_options; }

template <class Real> struct Parameters {
    Kind kind = Kind::equipment;
    Treatment treatment = Treatment::capitalise;
    Real amount = 0.0;
    Month start;
    int spending_months = 1;
    fixed_asset::Class asset_class = fixed_asset::Class::machinery;
    fixed_asset::Method method = fixed_asset::Method::straight_line;
    int useful_life = 10;
    fixed_asset::Site place = fixed_asset::Site::sga;
    Reference segment;
    Real purchase_tax_rate = 0.10;
    Real monthly_running_cost = 0.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    option("kind", choice<&P<Real>::kind>, {"Kind", "種類"}, {"What the money builds up.", "何に投資するか。"}, Need::required),
    option("treatment", choice<&P<Real>::treatment>, {"Treatment", "会計処理"},
           {"Capitalised and depreciated, or expensed when spent.", "資産計上して償却するか、支出時に費用処理するか。"}),
    quantity("amount", &P<Real>::amount, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Amount", "投資額"},
             {"Total without consumption tax.", "総額（税抜）。"}, Evidence::own_data, "user", Need::required, Change::fixed),
    month("start", &P<Real>::start, {"Start", "開始月"}, {"Month of the first payment.", "最初の支払月。"}, Need::required),
    whole("spending_months", &P<Real>::spending_months, "months", {1, 120}, {1, 120}, {"Spending months", "支出月数"},
          {"Months over which the amount is spent in equal parts.", "投資額を均等に支出する月数。"}, Evidence::own_data, "user"),
    option("asset_class", choice<&P<Real>::asset_class>, {"Asset class", "資産区分"},
           {"Class of the asset when capitalised.", "資産計上する場合の資産区分。"}),
    option("method", choice<&P<Real>::method>, {"Depreciation method", "償却方法"},
           {"Depreciation when capitalised.", "資産計上する場合の償却方法。"}),
    whole("useful_life", &P<Real>::useful_life, "years", {2, 50}, {2, 50}, {"Useful life", "耐用年数"},
          {"Statutory useful life when capitalised.", "資産計上する場合の法定耐用年数。"}, Evidence::statute, "egov-taiyo-nensu-shorei"),
    option("place", choice<&P<Real>::place>, {"Place in the statements", "表示区分"},
           {"Where depreciation, expense and running cost stand.", "償却費・費用・運用費の表示区分。"}),
    reference("segment", &P<Real>::segment, "segments", {"Segment", "部門"},
              {"The segment it serves; without it the cost is shared.", "対象部門。省略すると全社共通。"}),
    quantity("purchase_tax_rate", &P<Real>::purchase_tax_rate, "fraction", {0.0, 0.5}, {0.0, 0.10}, {"Consumption tax rate", "消費税率"},
             {"0.10 standard; 0 where no tax is charged.", "標準10%。非課税・不課税は0。"},
             Evidence::statute, "nta-6303", Need::optional, Change::fixed),
    quantity("monthly_running_cost", &P<Real>::monthly_running_cost, "yen/month", {0.0, 1e12}, {0.0, 1e9}, {"Running cost", "月額運用費"},
             {"Cost a month after the last payment (maintenance, licences), to the end of the plan.", "支出完了後に毎月かかる運用費（保守・ライセンス）。"},
             Evidence::own_data, "user"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

template <class Real> using State = fixed_asset::State<Real>;
using Inputs = fixed_asset::Inputs;

template <class Real> struct Flows {
    Real spending, purchase_tax, depreciation;  // capitalised: paid and charged
    Real expense, expense_tax;                  // project spending and running cost, paid in the month
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

/// The asset that a capitalised investment becomes.
template <class Real> fixed_asset::Parameters<Real> as_asset(const Parameters<Real>& p) {
    fixed_asset::Parameters<Real> asset;
    asset.asset_class = p.asset_class;
    asset.method = p.method;
    asset.place = p.place;
    asset.segment = p.segment;
    asset.cost = p.amount;
    asset.acquired = p.start;
    asset.spending_months = p.spending_months;
    asset.useful_life = p.useful_life;
    asset.purchase_tax_rate = p.purchase_tax_rate;
    return asset;
}

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs& in) {
    if (in.month < p.start) return {now, {}};
    const auto [next, asset] = fixed_asset::step(as_asset(p), now, in);
    const bool capitalised = p.treatment == Treatment::capitalise;
    const bool running = in.month - p.start >= p.spending_months;
    Flows<Real> f{};
    if (capitalised) {
        f.spending = asset.spending;          // IV-1
        f.purchase_tax = asset.purchase_tax;
        f.depreciation = asset.depreciation;
    } else {
        f.expense = asset.spending;           // IV-2
    }
    if (running) f.expense += whole_yen(p.monthly_running_cost);  // IV-3
    f.expense_tax = drop_fraction(f.expense * p.purchase_tax_rate);
    return {capitalised ? next : now, f};
}

}  // namespace goho::accounting::investment
