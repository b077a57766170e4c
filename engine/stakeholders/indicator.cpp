#include "stakeholders/indicator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace goho::stakeholders {

namespace {

using accounting::Books;

/// a / b where only a denominator above zero means something.
template <class Real> std::optional<Real> over(const Real& a, const Real& b) { return b > 0.0 ? std::optional<Real>(a / b) : std::nullopt; }
template <class Real> std::optional<Real> over(const std::optional<Real>& a, const Real& b) { return a ? over(*a, b) : std::nullopt; }

/// Days or months that a balance stands for: none at all when there is no balance, whatever it is divided by.
template <class Real> std::optional<Real> turnover(const Real& balance, const Real& annual_flow, double periods) {
    if (balance == 0.0) return Real(0.0);
    return over<Real>(balance * periods, annual_flow);
}

template <class Real> Real receivables(const Books<Real>& b) { return b.notes_receivable + b.accounts_receivable; }
template <class Real> Real trade_payables(const Books<Real>& b) { return b.notes_payable + b.accounts_payable; }

/// The operating cash flow of a bank's rule of thumb: operating income + depreciation - taxes.
template <class Real> std::optional<Real> operating_simple_cash_flow(const YearOf<Real>& y) {
    if (!y.closes_year) return {};
    return y.annual(y.now.operating_income + y.now.depreciation) - y.now.corporate_taxes;
}

/// Years to repay: nothing left to repay takes no time; without a cash flow there is no number of years.
template <class Real> std::optional<Real> repayment_years(const Real& debt, const std::optional<Real>& cash_flow) {
    if (debt <= 0.0) return Real(0.0);
    return cash_flow ? over(debt, *cash_flow) : std::nullopt;
}

// Each is a function of a year over any number, so that one definition serves reckoning and explaining.
constexpr auto ebitda = [](const auto& y) { return y.annual(y.now.operating_income + y.now.depreciation); };
constexpr auto sales_growth = [](const auto& y) {
    const auto ratio = y.previous_sales ? over(y.annual(y.now.net_sales), *y.previous_sales) : std::nullopt;
    return ratio ? std::optional(*ratio - 1.0) : std::nullopt;
};
constexpr auto operating_margin = [](const auto& y) { return over(y.now.operating_income, y.now.net_sales); };
constexpr auto equity_ratio = [](const auto& y) { return over(y.now.net_assets, y.now.total_assets); };
constexpr auto break_even_sales = [](const auto& y) {
    const auto sales = over(y.now.fixed_cost * y.now.net_sales, y.now.marginal_profit);
    return y.now.net_sales <= 0.0 ? decltype(sales)() : sales;
};
constexpr auto receivable_days = [](const auto& y) { return turnover(receivables(y.now), y.annual(y.now.net_sales), 365.0); };
constexpr auto inventory_days = [](const auto& y) { return turnover(y.now.inventory, y.annual(y.now.cost_of_goods), 365.0); };
constexpr auto payable_days = [](const auto& y) { return turnover(trade_payables(y.now), y.annual(y.now.purchases), 365.0); };

constexpr std::string_view general = "general-knowledge";

constexpr std::array table{  // KP-1 to KP-32, each row its own equation
    Indicator{"break_even_sales", "yen", {"Break-even sales", "損益分岐点売上高"},
              {"Fixed cost ÷ marginal profit ratio, of the months shown; interest is not in it", "固定費 ÷ 限界利益率（表示期間分、支払利息は含まない）"},
              Better::lower, "KP-1", general, by<break_even_sales>},
    Indicator{"break_even_ratio", "fraction", {"Break-even ratio", "損益分岐点比率"},
              {"Break-even sales ÷ net sales; 80% or less is good", "損益分岐点売上高 ÷ 売上高。80%以下が良好"},
              Better::lower, "KP-2", general, by<[](const auto& y) { return over(break_even_sales(y), y.now.net_sales); }>},
    Indicator{"margin_of_safety", "fraction", {"Margin of safety", "安全余裕率"},
              {"1 − break-even ratio: how far sales may fall before operating income is gone", "1 − 損益分岐点比率。営業利益がゼロになるまでの売上の余裕"},
              Better::higher, "KP-3", general,
              by<[](const auto& y) {
                  const auto ratio = over(break_even_sales(y), y.now.net_sales);
                  return ratio ? std::optional(1.0 - *ratio) : std::nullopt;
              }>},
    Indicator{"fixed_cost_ratio", "fraction", {"Fixed-cost ratio", "固定費率"}, {"Fixed cost ÷ net sales", "固定費 ÷ 売上高"},
              Better::lower, "KP-4", general, by<[](const auto& y) { return over(y.now.fixed_cost, y.now.net_sales); }>},
    Indicator{"gross_margin", "fraction", {"Gross margin", "売上総利益率"},
              {"Gross profit ÷ net sales; cost of sales holds labour and depreciation", "売上総利益 ÷ 売上高。売上原価には労務費・減価償却費を含む"},
              Better::higher, "KP-5", general, by<[](const auto& y) { return over(y.now.gross_profit, y.now.net_sales); }>},
    Indicator{"marginal_profit_ratio", "fraction", {"Marginal profit ratio", "限界利益率"},
              {"Marginal profit ÷ net sales; only variable cost is taken off", "限界利益 ÷ 売上高。差し引くのは変動費のみ"},
              Better::higher, "KP-6", general, by<[](const auto& y) { return over(y.now.marginal_profit, y.now.net_sales); }>},
    Indicator{"operating_margin", "fraction", {"Operating margin", "営業利益率"}, {"Operating income ÷ net sales", "営業利益 ÷ 売上高"},
              Better::higher, "KP-7", general, by<operating_margin>},
    Indicator{"ordinary_margin", "fraction", {"Ordinary income margin", "経常利益率"}, {"Ordinary income ÷ net sales", "経常利益 ÷ 売上高"},
              Better::higher, "KP-8", general, by<[](const auto& y) { return over(y.now.ordinary_income, y.now.net_sales); }>},
    Indicator{"operating_leverage", "times", {"Operating leverage", "営業レバレッジ"},
              {"Marginal profit ÷ operating income: by how many % operating income moves when sales move by 1%; none without an operating profit",
               "限界利益 ÷ 営業利益。売上が1%動くと営業利益が何%動くか。営業利益がなければ計算しない"},
              Better::neither, "KP-9", general, by<[](const auto& y) { return over(y.now.marginal_profit, y.now.operating_income); }>},
    Indicator{"labour_share", "fraction", {"Labour share", "労働分配率"}, {"Personnel cost ÷ marginal profit", "人件費 ÷ 限界利益"},
              Better::neither, "KP-10", "tkc-bast", by<[](const auto& y) { return over(y.now.personnel_cost, y.now.marginal_profit); }>},
    Indicator{"value_added_subsidy", "yen", {"Value added (subsidy rules)", "付加価値額（補助金・計画認定方式）"},
              {"Operating income + personnel cost + depreciation, of the months shown", "営業利益 + 人件費 + 減価償却費（表示期間分）"},
              Better::higher, "KP-11", "hokkaido-keiei-kakushin", by<[](const auto& y) { return std::optional(value_added(y.now)); }>},
    Indicator{"value_added_boj", "yen", {"Value added (Bank of Japan)", "付加価値額（日銀方式）"},
              {"Ordinary income + personnel cost + interest and guarantee fees + rent and lease + taxes and dues + depreciation, of the months shown",
               "経常利益 + 人件費 + 支払利息・保証料 + 地代家賃・リース料 + 租税公課 + 減価償却費（表示期間分）"},
              Better::higher, "KP-12", "beyondthecrest-014",
              by<[](const auto& y) {
                  return std::optional(y.now.ordinary_income + y.now.personnel_cost + y.now.interest_expense + y.now.rent_and_lease +
                                y.now.taxes_and_dues + y.now.depreciation);
              }>},
    Indicator{"value_added_deduction", "yen", {"Value added (deduction)", "付加価値額（控除法）"},
              {"Net sales − external purchases, of the months shown; every variable cost (materials, goods, subcontracting, freight) counts as bought outside",
               "売上高 − 外部購入価額（表示期間分）。変動費（材料・商品・外注・運賃等）をすべて外部購入とみなす"},
              Better::higher, "KP-13", "beyondthecrest-014", by<[](const auto& y) { return std::optional(y.now.net_sales - y.now.variable_cost); }>},
    Indicator{"value_added_per_head", "yen/person/year", {"Value added per head", "1人あたり付加価値額"},
              {"(Operating income + personnel cost + depreciation), of twelve months, ÷ headcount at the end", "（営業利益 + 人件費 + 減価償却費）（12か月換算）÷ 期末人員数"},
              Better::higher, "KP-14", "hokkaido-keiei-kakushin",
              by<[](const auto& y) { return over(y.annual(value_added(y.now)), y.now.employees); }>},
    Indicator{"return_on_assets", "fraction", {"Return on assets (ROA)", "総資産経常利益率（ROA）"},
              {"Ordinary income of twelve months ÷ average of opening and closing total assets", "経常利益（12か月換算）÷ 期首・期末平均の総資産"},
              Better::higher, "KP-15", general,
              by<[](const auto& y) {
                  return over(y.annual(y.now.ordinary_income), (y.before.total_assets + y.now.total_assets) / 2.0);
              }>},
    Indicator{"return_on_equity", "fraction", {"Return on equity (ROE)", "自己資本利益率（ROE）"},
              {"Net income ÷ average of opening and closing net assets; in a part year ordinary income is taken as twelve months, and without the year's taxes there is no figure",
               "当期純利益 ÷ 期首・期末平均の純資産。12か月未満の期は経常利益を12か月換算し、年税額が未確定なら計算しない"},
              Better::higher, "KP-16", general,
              by<[](const auto& y) {
                  const auto income = y.annual(y.now.ordinary_income) + y.now.extraordinary_income -
                                      y.now.extraordinary_losses - y.now.corporate_taxes;
                  return y.closes_year ? over(income, (y.before.net_assets + y.now.net_assets) / 2.0) : std::nullopt;
              }>},
    Indicator{"receivable_days", "days", {"Receivable days", "売上債権回転日数"},
              {"(Notes and accounts receivable) ÷ net sales of a day (365 days); receivables hold consumption tax",
               "（受取手形 + 売掛金）÷ 1日あたり売上高（365日）。売上債権は税込"},
              Better::lower, "KP-17", general, by<receivable_days>},
    Indicator{"inventory_days", "days", {"Inventory days", "棚卸資産回転日数"},
              {"Inventory ÷ materials and goods used in a day (365 days)", "棚卸資産 ÷ 1日あたり材料費・商品仕入（365日）"}, Better::lower, "KP-18",
              general, by<inventory_days>},
    Indicator{"payable_days", "days", {"Payable days", "仕入債務回転日数"},
              {"(Notes and accounts payable) ÷ purchases of a day (365 days); payables hold consumption tax",
               "（支払手形 + 買掛金）÷ 1日あたり仕入高（365日）。仕入債務は税込"},
              Better::neither, "KP-19", general, by<payable_days>},
    Indicator{"working_capital_days", "days", {"Working-capital days", "運転資金回転日数（CCC）"},
              {"Receivable days + inventory days − payable days", "売上債権回転日数 + 棚卸資産回転日数 − 仕入債務回転日数"}, Better::lower, "KP-20",
              general,
              by<[](const auto& y) {
                  const auto in = receivable_days(y), stock = inventory_days(y), out = payable_days(y);
                  return in && stock && out ? std::optional(*in + *stock - *out) : std::nullopt;
              }>},
    Indicator{"current_ratio", "fraction", {"Current ratio", "流動比率"},
              {"Current assets ÷ current liabilities (all but long-term loans, bonds and other liabilities; instalments due within a year stay long-term)",
               "流動資産 ÷ 流動負債（長期借入金・社債・その他負債を除く負債。1年内返済予定の長期借入金は固定負債のまま）"},
              Better::higher, "KP-21", general, by<[](const auto& y) { return over(y.now.current_assets, current_liabilities(y.now)); }>},
    Indicator{"equity_ratio", "fraction", {"Equity ratio", "自己資本比率"}, {"Net assets ÷ total assets", "純資産 ÷ 総資産"}, Better::higher,
              "KP-22", general, by<equity_ratio>},
    Indicator{"liquidity_months", "months", {"Cash in hand", "手元流動性（月商倍率）"},
              {"Cash and deposits ÷ average net sales of a month", "現金預金 ÷ 平均月商"}, Better::higher, "KP-23", general,
              by<[](const auto& y) { return over(y.now.cash * 12.0, y.annual(y.now.net_sales)); }>},
    Indicator{"dscr", "times", {"Debt service coverage (DSCR)", "元利返済カバー率（DSCR）"},
              {"(Operating income + depreciation − corporate taxes) ÷ (loans repaid + interest and guarantee fees), of twelve months; none when there is nothing to serve",
               "（営業利益 + 減価償却費 − 法人税等）÷（借入金返済 + 支払利息・保証料）（12か月換算）。元利払いがなければ計算しない"},
              Better::higher, "KP-24", general,
              by<[](const auto& y) { return over(operating_simple_cash_flow(y), y.annual(y.now.loans_repaid + y.now.interest_expense)); }>},
    Indicator{"interest_coverage", "times", {"Interest coverage", "インタレスト・カバレッジ・レシオ"},
              {"Operating income ÷ interest and guarantee fees; interest received is not added, and there is none without interest",
               "営業利益 ÷ 支払利息・保証料（受取利息は加えない）。支払利息がなければ計算しない"},
              Better::higher, "KP-25", general, by<[](const auto& y) { return over(y.now.operating_income, y.now.interest_expense); }>},
    Indicator{"debt_repayment_years_a", "years", {"Years to repay debt (A)", "債務償還年数（A方式）"},
              {"(Loans and bonds − normal working capital) ÷ (ordinary income + depreciation − corporate taxes)",
               "（借入金・社債 − 正常運転資金）÷（経常利益 + 減価償却費 − 法人税等）"},
              Better::lower, "KP-26", "finance-tax-osaka-23169",
              by<[](const auto& y) {
                  return repayment_years(interest_bearing_debt(y.now) - normal_working_capital(y.now), simple_cash_flow(y));
              }>},
    Indicator{"debt_repayment_years_b", "years", {"Years to repay debt (B)", "債務償還年数（B方式）"},
              {"Interest-bearing debt ÷ (operating income + depreciation − corporate taxes)", "有利子負債 ÷（営業利益 + 減価償却費 − 法人税等）"},
              Better::lower, "KP-27", "sun-tax-37156",
              by<[](const auto& y) { return repayment_years(interest_bearing_debt(y.now), operating_simple_cash_flow(y)); }>},
    Indicator{"debt_repayment_years_c", "years", {"Years to repay debt (C)", "債務償還年数（C方式）"},
              {"(Debt − normal working capital − cash) ÷ (ordinary income + depreciation − corporate taxes)",
               "（有利子負債 − 正常運転資金 − 現金預金）÷（経常利益 + 減価償却費 − 法人税等）"},
              Better::lower, "KP-28", general,
              by<[](const auto& y) {
                  return repayment_years(interest_bearing_debt(y.now) - normal_working_capital(y.now) - y.now.cash, simple_cash_flow(y));
              }>},
    Indicator{"sales_growth", "fraction", {"Sales growth", "売上高増加率"},
              {"Net sales ÷ net sales of the year before − 1; a part year is taken as twelve months, whatever its season",
               "売上高 ÷ 前期売上高 − 1（12か月未満の期は季節を考えず12か月換算）"},
              Better::higher, "KP-29", general, by<sales_growth>},
    Indicator{"debt_to_monthly_sales", "months", {"Debt in months of sales", "借入金月商倍率"},
              {"Interest-bearing debt ÷ average net sales of a month", "有利子負債 ÷ 平均月商"}, Better::lower, "KP-30", general,
              by<[](const auto& y) { return over(interest_bearing_debt(y.now) * 12.0, y.annual(y.now.net_sales)); }>},
    Indicator{"productivity_growth_plan", "yen/hour", {"Labour productivity (management improvement plan)", "労働生産性（経営力向上計画）"},
              {"(Operating income + personnel cost + depreciation) ÷ labour hours; not the Local Benchmark's figure of the same name",
               "（営業利益 + 人件費 + 減価償却費）÷ 総労働時間。ロカベンの労働生産性とは別の指標"},
              Better::higher, "KP-31", "imamura-keieiryoku", by<[](const auto& y) { return over(value_added(y.now), y.now.labour_hours); }>},
    Indicator{"locaben_sales_growth", "fraction", {"Sales growth (Local Benchmark)", "売上増加率（ロカベン）"},
              {"Net sales ÷ net sales of the year before − 1", "売上高 ÷ 前期売上高 − 1"}, Better::higher, "KP-32", "lrm-local-benchmark", by<sales_growth>},
    Indicator{"locaben_operating_margin", "fraction", {"Operating margin (Local Benchmark)", "営業利益率（ロカベン）"},
              {"Operating income ÷ net sales", "営業利益 ÷ 売上高"}, Better::higher, "KP-32", "lrm-local-benchmark", by<operating_margin>},
    Indicator{"locaben_labour_productivity", "thousand yen/person/year", {"Labour productivity (Local Benchmark)", "労働生産性（ロカベン）"},
              {"Operating income (not value added) of twelve months ÷ headcount at the end; not the management improvement plan's figure of the same name",
               "営業利益（付加価値ではない、12か月換算）÷ 期末人員数。経営力向上計画の労働生産性とは別の指標"},
              Better::higher, "KP-32", "lrm-local-benchmark",
              by<[](const auto& y) { return over(y.annual(y.now.operating_income) / 1000.0, y.now.employees); }>},
    Indicator{"locaben_ebitda_debt_multiple", "times", {"Net debt ÷ EBITDA (Local Benchmark)", "EBITDA有利子負債倍率（ロカベン）"},
              {"(Loans and bonds − cash) ÷ (operating income + depreciation) of twelve months; not computable when the latter is zero or less",
               "（借入金・社債 − 現金預金）÷（営業利益 + 減価償却費）（12か月換算）。分母がゼロ以下なら計算不能"},
              Better::lower, "KP-32", "lrm-local-benchmark",
              by<[](const auto& y) { return over(interest_bearing_debt(y.now) - y.now.cash, ebitda(y)); }>},
    Indicator{"locaben_working_capital_months", "months", {"Working capital in months (Local Benchmark)", "営業運転資本回転期間（ロカベン）"},
              {"(Receivables + notes receivable + inventory − payables − notes payable) ÷ average net sales of a month",
               "（売掛金 + 受取手形 + 棚卸資産 − 買掛金 − 支払手形）÷ 平均月商"},
              Better::lower, "KP-32", "lrm-local-benchmark",
              by<[](const auto& y) { return over(normal_working_capital(y.now) * 12.0, y.annual(y.now.net_sales)); }>},
    Indicator{"locaben_equity_ratio", "fraction", {"Equity ratio (Local Benchmark)", "自己資本比率（ロカベン）"},
              {"Net assets ÷ total assets", "純資産 ÷ 総資産"}, Better::higher, "KP-32", "lrm-local-benchmark", by<equity_ratio>},
};

}  // namespace

std::span<const Indicator> indicators() {
    static const std::vector<Indicator> all = [] {
        std::vector<Indicator> rows(table.begin(), table.end());
        rows.insert(rows.end(), conduct_indicators().begin(), conduct_indicators().end());
        return rows;
    }();
    return all;
}

const Indicator* find_indicator(std::string_view name) {
    static const std::unordered_map<std::string_view, const Indicator*> by_name = [] {
        std::unordered_map<std::string_view, const Indicator*> rows;
        for (const Indicator& row : indicators()) rows.emplace(row.name, &row);
        return rows;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

std::optional<Quantity> find_quantity(std::string_view name) {
    for (const auto& row : accounting::variables<double>) {
        if (row.name == name) return Quantity{row.name, row.unit, row.label, {"", ""}, row.better};
    }
    for (const auto& row : simulation::conduct_variables<double>) {
        if (row.name == name) return Quantity{row.name, row.unit, row.label, {"", ""}, row.better};
    }
    if (const Indicator* row = find_indicator(name)) return Quantity{row->name, row->unit, row->label, row->definition, row->better};
    return {};
}

std::optional<double> figure(const YearView& year, std::string_view name) {
    static const std::unordered_map<std::string_view, std::size_t> by_name = [] {
        std::unordered_map<std::string_view, std::size_t> rows;
        for (const auto& row : accounting::variables<double>) rows.emplace(row.name, rows.size());
        for (const auto& row : simulation::conduct_variables<double>) rows.emplace(row.name, rows.size());
        return rows;
    }();
    constexpr std::size_t books = accounting::variables<double>.size();
    const auto found = by_name.find(name);
    if (found == by_name.end()) {
        const Indicator* row = find_indicator(name);
        return row ? row->compute(year) : std::nullopt;
    }
    if (found->second < books) return year.now.*accounting::variables<double>[found->second].field;
    return year.behaves ? std::optional(year.conduct.*simulation::conduct_variables<double>[found->second - books].field) : std::nullopt;
}

template <class Real>
std::vector<YearOf<Real>> year_views(const simulation::Trajectory<Real>& run, const std::vector<simulation::PeriodOf<Real>>& years,
                                     std::type_identity_t<Real> previous_net_sales,
                                     const std::type_identity_t<simulation::Plan<Real>>* plan) {
    std::vector<YearOf<Real>> views;
    for (const auto& p : years) {
        views.push_back({p.first, p.last, p.months, p.closes_year, p.books, {}, {}, p.label, run.behaves, p.conduct, {}});
    }
    link_years(views, run.opening, run.behaves ? run.conduct.front() : simulation::Conduct<Real>{}, previous_net_sales, plan);
    return views;
}

template <class Real>
void link_years(std::vector<YearOf<Real>>& years, const Books<Real>& opening, const simulation::Conduct<Real>& first_month,
                std::type_identity_t<Real> previous_net_sales, const std::type_identity_t<simulation::Plan<Real>>* plan) {
    std::optional<Real> previous_sales;
    if (previous_net_sales > 0.0) previous_sales = previous_net_sales;
    for (std::size_t i = 0; i < years.size(); ++i) {
        auto& year = years[i];
        year.before = i == 0 ? opening : years[i - 1].now;
        year.previous_sales = previous_sales;
        if (year.behaves) year.conduct_before = i == 0 ? first_month : years[i - 1].conduct;
        if (plan) {
            year.attrition_rate_today = plan->workforce.attrition_rate;
            year.complaint_rate_today = plan->customers.complaint_rate;
            year.lead_time_today = plan->customers.lead_time_today;
            year.error_rate_today = plan->customers.error_rate_today;
        }
        previous_sales = year.annual(year.now.net_sales);
    }
}

#define GOHO_YEARS_OVER(Real)                                                                                                     \
    template std::vector<YearOf<Real>> year_views(const simulation::Trajectory<Real>&, const std::vector<simulation::PeriodOf<Real>>&, \
                                                  Real, const simulation::Plan<Real>*);                                           \
    template void link_years(std::vector<YearOf<Real>>&, const Books<Real>&, const simulation::Conduct<Real>&, Real,               \
                             const simulation::Plan<Real>*);
GOHO_YEARS_OVER(double)
GOHO_YEARS_OVER(Traced)

bool at_least(double figure, double threshold) {
    return figure >= threshold - 1e-13 * std::max(1.0, std::abs(threshold));
}
bool at_most(double figure, double threshold) { return at_least(-figure, -threshold); }

}  // namespace goho::stakeholders
