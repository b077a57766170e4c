#include "stakeholders/indicator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace goho::stakeholders {

namespace {

using accounting::Books;
using Figure = std::optional<double>;

/// a / b where only a denominator above zero means something.
Figure over(double a, double b) { return b > 0.0 ? Figure(a / b) : std::nullopt; }
Figure over(Figure a, double b) { return a ? over(*a, b) : std::nullopt; }

/// Days or months that a balance stands for: none at all when there is no balance, whatever it is divided by.
Figure turnover(double balance, double annual_flow, double periods) {
    if (balance == 0.0) return 0.0;
    return over(balance * periods, annual_flow);
}

double receivables(const Books<double>& b) { return b.notes_receivable + b.accounts_receivable; }
double trade_payables(const Books<double>& b) { return b.notes_payable + b.accounts_payable; }

/// The operating cash flow of a bank's rule of thumb: operating income + depreciation - taxes.
Figure operating_simple_cash_flow(const YearView& y) {
    if (!y.closes_year) return {};
    return y.annual(y.now.operating_income + y.now.depreciation) - y.now.corporate_taxes;
}

/// Years to repay: nothing left to repay takes no time; without a cash flow there is no number of years.
Figure repayment_years(double debt, Figure cash_flow) {
    if (debt <= 0.0) return 0.0;
    return cash_flow ? over(debt, *cash_flow) : std::nullopt;
}

double ebitda(const YearView& y) { return y.annual(y.now.operating_income + y.now.depreciation); }

Figure sales_growth(const YearView& y) {
    if (!y.previous_sales) return {};
    const Figure ratio = over(y.annual(y.now.net_sales), *y.previous_sales);
    return ratio ? Figure(*ratio - 1.0) : std::nullopt;
}
Figure operating_margin(const YearView& y) { return over(y.now.operating_income, y.now.net_sales); }
Figure equity_ratio(const YearView& y) { return over(y.now.net_assets, y.now.total_assets); }
Figure break_even_sales(const YearView& y) {
    if (y.now.net_sales <= 0.0) return {};
    return over(y.now.fixed_cost * y.now.net_sales, y.now.marginal_profit);
}
Figure receivable_days(const YearView& y) { return turnover(receivables(y.now), y.annual(y.now.net_sales), 365.0); }
Figure inventory_days(const YearView& y) { return turnover(y.now.inventory, y.annual(y.now.cost_of_goods), 365.0); }
Figure payable_days(const YearView& y) { return turnover(trade_payables(y.now), y.annual(y.now.purchases), 365.0); }

constexpr std::string_view general = "general-knowledge";

constexpr std::array table{  // KP-1 to KP-32, each row its own equation
    Indicator{"break_even_sales", "yen", {"Break-even sales", "損益分岐点売上高"},
              {"Fixed cost ÷ marginal profit ratio, of the months shown; interest is not in it", "固定費 ÷ 限界利益率（表示期間分、支払利息は含まない）"},
              Better::lower, "KP-1", general, break_even_sales},
    Indicator{"break_even_ratio", "fraction", {"Break-even ratio", "損益分岐点比率"},
              {"Break-even sales ÷ net sales; 80% or less is good", "損益分岐点売上高 ÷ 売上高。80%以下が良好"},
              Better::lower, "KP-2", general, [](const YearView& y) { return over(break_even_sales(y), y.now.net_sales); }},
    Indicator{"margin_of_safety", "fraction", {"Margin of safety", "安全余裕率"},
              {"1 − break-even ratio: how far sales may fall before operating income is gone", "1 − 損益分岐点比率。営業利益がゼロになるまでの売上の余裕"},
              Better::higher, "KP-3", general,
              [](const YearView& y) {
                  const Figure ratio = over(break_even_sales(y), y.now.net_sales);
                  return ratio ? Figure(1.0 - *ratio) : std::nullopt;
              }},
    Indicator{"fixed_cost_ratio", "fraction", {"Fixed-cost ratio", "固定費率"}, {"Fixed cost ÷ net sales", "固定費 ÷ 売上高"},
              Better::lower, "KP-4", general, [](const YearView& y) { return over(y.now.fixed_cost, y.now.net_sales); }},
    Indicator{"gross_margin", "fraction", {"Gross margin", "売上総利益率"},
              {"Gross profit ÷ net sales; cost of sales holds labour and depreciation", "売上総利益 ÷ 売上高。売上原価には労務費・減価償却費を含む"},
              Better::higher, "KP-5", general, [](const YearView& y) { return over(y.now.gross_profit, y.now.net_sales); }},
    Indicator{"marginal_profit_ratio", "fraction", {"Marginal profit ratio", "限界利益率"},
              {"Marginal profit ÷ net sales; only variable cost is taken off", "限界利益 ÷ 売上高。差し引くのは変動費のみ"},
              Better::higher, "KP-6", general, [](const YearView& y) { return over(y.now.marginal_profit, y.now.net_sales); }},
    Indicator{"operating_margin", "fraction", {"Operating margin", "営業利益率"}, {"Operating income ÷ net sales", "営業利益 ÷ 売上高"},
              Better::higher, "KP-7", general, operating_margin},
    Indicator{"ordinary_margin", "fraction", {"Ordinary income margin", "経常利益率"}, {"Ordinary income ÷ net sales", "経常利益 ÷ 売上高"},
              Better::higher, "KP-8", general, [](const YearView& y) { return over(y.now.ordinary_income, y.now.net_sales); }},
    Indicator{"operating_leverage", "times", {"Operating leverage", "営業レバレッジ"},
              {"Marginal profit ÷ operating income: by how many % operating income moves when sales move by 1%; none without an operating profit",
               "限界利益 ÷ 営業利益。売上が1%動くと営業利益が何%動くか。営業利益がなければ計算しない"},
              Better::neither, "KP-9", general, [](const YearView& y) { return over(y.now.marginal_profit, y.now.operating_income); }},
    Indicator{"labour_share", "fraction", {"Labour share", "労働分配率"}, {"Personnel cost ÷ marginal profit", "人件費 ÷ 限界利益"},
              Better::neither, "KP-10", "tkc-bast", [](const YearView& y) { return over(y.now.personnel_cost, y.now.marginal_profit); }},
    Indicator{"value_added_subsidy", "yen", {"Value added (subsidy rules)", "付加価値額（補助金・計画認定方式）"},
              {"Operating income + personnel cost + depreciation, of the months shown", "営業利益 + 人件費 + 減価償却費（表示期間分）"},
              Better::higher, "KP-11", "hokkaido-keiei-kakushin", [](const YearView& y) { return Figure(value_added(y.now)); }},
    Indicator{"value_added_boj", "yen", {"Value added (Bank of Japan)", "付加価値額（日銀方式）"},
              {"Ordinary income + personnel cost + interest and guarantee fees + rent and lease + taxes and dues + depreciation, of the months shown",
               "経常利益 + 人件費 + 支払利息・保証料 + 地代家賃・リース料 + 租税公課 + 減価償却費（表示期間分）"},
              Better::higher, "KP-12", "beyondthecrest-014",
              [](const YearView& y) {
                  return Figure(y.now.ordinary_income + y.now.personnel_cost + y.now.interest_expense + y.now.rent_and_lease +
                                y.now.taxes_and_dues + y.now.depreciation);
              }},
    Indicator{"value_added_deduction", "yen", {"Value added (deduction)", "付加価値額（控除法）"},
              {"Net sales − external purchases, of the months shown; every variable cost (materials, goods, subcontracting, freight) counts as bought outside",
               "売上高 − 外部購入価額（表示期間分）。変動費（材料・商品・外注・運賃等）をすべて外部購入とみなす"},
              Better::higher, "KP-13", "beyondthecrest-014", [](const YearView& y) { return Figure(y.now.net_sales - y.now.variable_cost); }},
    Indicator{"value_added_per_head", "yen/person/year", {"Value added per head", "1人あたり付加価値額"},
              {"(Operating income + personnel cost + depreciation), of twelve months, ÷ headcount at the end", "（営業利益 + 人件費 + 減価償却費）（12か月換算）÷ 期末人員数"},
              Better::higher, "KP-14", "hokkaido-keiei-kakushin",
              [](const YearView& y) { return over(y.annual(value_added(y.now)), y.now.employees); }},
    Indicator{"return_on_assets", "fraction", {"Return on assets (ROA)", "総資産経常利益率（ROA）"},
              {"Ordinary income of twelve months ÷ average of opening and closing total assets", "経常利益（12か月換算）÷ 期首・期末平均の総資産"},
              Better::higher, "KP-15", general,
              [](const YearView& y) {
                  return over(y.annual(y.now.ordinary_income), (y.before.total_assets + y.now.total_assets) / 2.0);
              }},
    Indicator{"return_on_equity", "fraction", {"Return on equity (ROE)", "自己資本利益率（ROE）"},
              {"Net income ÷ average of opening and closing net assets; in a part year ordinary income is taken as twelve months, and without the year's taxes there is no figure",
               "当期純利益 ÷ 期首・期末平均の純資産。12か月未満の期は経常利益を12か月換算し、年税額が未確定なら計算しない"},
              Better::higher, "KP-16", general,
              [](const YearView& y) -> Figure {
                  if (!y.closes_year) return {};
                  const double income = y.annual(y.now.ordinary_income) + y.now.extraordinary_income -
                                        y.now.extraordinary_losses - y.now.corporate_taxes;
                  return over(income, (y.before.net_assets + y.now.net_assets) / 2.0);
              }},
    Indicator{"receivable_days", "days", {"Receivable days", "売上債権回転日数"},
              {"(Notes and accounts receivable) ÷ net sales of a day (365 days); receivables hold consumption tax",
               "（受取手形 + 売掛金）÷ 1日あたり売上高（365日）。売上債権は税込"},
              Better::lower, "KP-17", general, receivable_days},
    Indicator{"inventory_days", "days", {"Inventory days", "棚卸資産回転日数"},
              {"Inventory ÷ materials and goods used in a day (365 days)", "棚卸資産 ÷ 1日あたり材料費・商品仕入（365日）"}, Better::lower, "KP-18",
              general, inventory_days},
    Indicator{"payable_days", "days", {"Payable days", "仕入債務回転日数"},
              {"(Notes and accounts payable) ÷ purchases of a day (365 days); payables hold consumption tax",
               "（支払手形 + 買掛金）÷ 1日あたり仕入高（365日）。仕入債務は税込"},
              Better::neither, "KP-19", general, payable_days},
    Indicator{"working_capital_days", "days", {"Working-capital days", "運転資金回転日数（CCC）"},
              {"Receivable days + inventory days − payable days", "売上債権回転日数 + 棚卸資産回転日数 − 仕入債務回転日数"}, Better::lower, "KP-20",
              general,
              [](const YearView& y) -> Figure {
                  const Figure in = receivable_days(y), stock = inventory_days(y), out = payable_days(y);
                  return in && stock && out ? Figure(*in + *stock - *out) : std::nullopt;
              }},
    Indicator{"current_ratio", "fraction", {"Current ratio", "流動比率"},
              {"Current assets ÷ current liabilities (all but long-term loans, bonds and other liabilities; instalments due within a year stay long-term)",
               "流動資産 ÷ 流動負債（長期借入金・社債・その他負債を除く負債。1年内返済予定の長期借入金は固定負債のまま）"},
              Better::higher, "KP-21", general, [](const YearView& y) { return over(y.now.current_assets, current_liabilities(y.now)); }},
    Indicator{"equity_ratio", "fraction", {"Equity ratio", "自己資本比率"}, {"Net assets ÷ total assets", "純資産 ÷ 総資産"}, Better::higher,
              "KP-22", general, equity_ratio},
    Indicator{"liquidity_months", "months", {"Cash in hand", "手元流動性（月商倍率）"},
              {"Cash and deposits ÷ average net sales of a month", "現金預金 ÷ 平均月商"}, Better::higher, "KP-23", general,
              [](const YearView& y) { return over(y.now.cash * 12.0, y.annual(y.now.net_sales)); }},
    Indicator{"dscr", "times", {"Debt service coverage (DSCR)", "元利返済カバー率（DSCR）"},
              {"(Operating income + depreciation − corporate taxes) ÷ (loans repaid + interest and guarantee fees), of twelve months; none when there is nothing to serve",
               "（営業利益 + 減価償却費 − 法人税等）÷（借入金返済 + 支払利息・保証料）（12か月換算）。元利払いがなければ計算しない"},
              Better::higher, "KP-24", general,
              [](const YearView& y) { return over(operating_simple_cash_flow(y), y.annual(y.now.loans_repaid + y.now.interest_expense)); }},
    Indicator{"interest_coverage", "times", {"Interest coverage", "インタレスト・カバレッジ・レシオ"},
              {"Operating income ÷ interest and guarantee fees; interest received is not added, and there is none without interest",
               "営業利益 ÷ 支払利息・保証料（受取利息は加えない）。支払利息がなければ計算しない"},
              Better::higher, "KP-25", general, [](const YearView& y) { return over(y.now.operating_income, y.now.interest_expense); }},
    Indicator{"debt_repayment_years_a", "years", {"Years to repay debt (A)", "債務償還年数（A方式）"},
              {"(Loans and bonds − normal working capital) ÷ (ordinary income + depreciation − corporate taxes)",
               "（借入金・社債 − 正常運転資金）÷（経常利益 + 減価償却費 − 法人税等）"},
              Better::lower, "KP-26", "finance-tax-osaka-23169",
              [](const YearView& y) {
                  return repayment_years(interest_bearing_debt(y.now) - normal_working_capital(y.now), simple_cash_flow(y));
              }},
    Indicator{"debt_repayment_years_b", "years", {"Years to repay debt (B)", "債務償還年数（B方式）"},
              {"Interest-bearing debt ÷ (operating income + depreciation − corporate taxes)", "有利子負債 ÷（営業利益 + 減価償却費 − 法人税等）"},
              Better::lower, "KP-27", "sun-tax-37156",
              [](const YearView& y) { return repayment_years(interest_bearing_debt(y.now), operating_simple_cash_flow(y)); }},
    Indicator{"debt_repayment_years_c", "years", {"Years to repay debt (C)", "債務償還年数（C方式）"},
              {"(Debt − normal working capital − cash) ÷ (ordinary income + depreciation − corporate taxes)",
               "（有利子負債 − 正常運転資金 − 現金預金）÷（経常利益 + 減価償却費 − 法人税等）"},
              Better::lower, "KP-28", general,
              [](const YearView& y) {
                  return repayment_years(interest_bearing_debt(y.now) - normal_working_capital(y.now) - y.now.cash, simple_cash_flow(y));
              }},
    Indicator{"sales_growth", "fraction", {"Sales growth", "売上高増加率"},
              {"Net sales ÷ net sales of the year before − 1; a part year is taken as twelve months, whatever its season",
               "売上高 ÷ 前期売上高 − 1（12か月未満の期は季節を考えず12か月換算）"},
              Better::higher, "KP-29", general, sales_growth},
    Indicator{"debt_to_monthly_sales", "months", {"Debt in months of sales", "借入金月商倍率"},
              {"Interest-bearing debt ÷ average net sales of a month", "有利子負債 ÷ 平均月商"}, Better::lower, "KP-30", general,
              [](const YearView& y) { return over(interest_bearing_debt(y.now) * 12.0, y.annual(y.now.net_sales)); }},
    Indicator{"productivity_growth_plan", "yen/hour", {"Labour productivity (management improvement plan)", "労働生産性（経営力向上計画）"},
              {"(Operating income + personnel cost + depreciation) ÷ labour hours; not the Local Benchmark's figure of the same name",
               "（営業利益 + 人件費 + 減価償却費）÷ 総労働時間。ロカベンの労働生産性とは別の指標"},
              Better::higher, "KP-31", "imamura-keieiryoku", [](const YearView& y) { return over(value_added(y.now), y.now.labour_hours); }},
    Indicator{"locaben_sales_growth", "fraction", {"Sales growth (Local Benchmark)", "売上増加率（ロカベン）"},
              {"Net sales ÷ net sales of the year before − 1", "売上高 ÷ 前期売上高 − 1"}, Better::higher, "KP-32", "lrm-local-benchmark", sales_growth},
    Indicator{"locaben_operating_margin", "fraction", {"Operating margin (Local Benchmark)", "営業利益率（ロカベン）"},
              {"Operating income ÷ net sales", "営業利益 ÷ 売上高"}, Better::higher, "KP-32", "lrm-local-benchmark", operating_margin},
    Indicator{"locaben_labour_productivity", "thousand yen/person/year", {"Labour productivity (Local Benchmark)", "労働生産性（ロカベン）"},
              {"Operating income (not value added) of twelve months ÷ headcount at the end; not the management improvement plan's figure of the same name",
               "営業利益（付加価値ではない、12か月換算）÷ 期末人員数。経営力向上計画の労働生産性とは別の指標"},
              Better::higher, "KP-32", "lrm-local-benchmark",
              [](const YearView& y) { return over(y.annual(y.now.operating_income) / 1000.0, y.now.employees); }},
    Indicator{"locaben_ebitda_debt_multiple", "times", {"Net debt ÷ EBITDA (Local Benchmark)", "EBITDA有利子負債倍率（ロカベン）"},
              {"(Loans and bonds − cash) ÷ (operating income + depreciation) of twelve months; not computable when the latter is zero or less",
               "（借入金・社債 − 現金預金）÷（営業利益 + 減価償却費）（12か月換算）。分母がゼロ以下なら計算不能"},
              Better::lower, "KP-32", "lrm-local-benchmark",
              [](const YearView& y) { return over(interest_bearing_debt(y.now) - y.now.cash, ebitda(y)); }},
    Indicator{"locaben_working_capital_months", "months", {"Working capital in months (Local Benchmark)", "営業運転資本回転期間（ロカベン）"},
              {"(Receivables + notes receivable + inventory − payables − notes payable) ÷ average net sales of a month",
               "（売掛金 + 受取手形 + 棚卸資産 − 買掛金 − 支払手形）÷ 平均月商"},
              Better::lower, "KP-32", "lrm-local-benchmark",
              [](const YearView& y) { return over(normal_working_capital(y.now) * 12.0, y.annual(y.now.net_sales)); }},
    Indicator{"locaben_equity_ratio", "fraction", {"Equity ratio (Local Benchmark)", "自己資本比率（ロカベン）"},
              {"Net assets ÷ total assets", "純資産 ÷ 総資産"}, Better::higher, "KP-32", "lrm-local-benchmark", equity_ratio},
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

std::vector<YearView> year_views(const simulation::Trajectory<double>& run, const std::vector<simulation::Period>& years,
                                 double previous_net_sales, const simulation::Plan<double>* plan) {
    std::vector<YearView> views;
    for (const simulation::Period& p : years) {
        views.push_back({p.first, p.last, p.months, p.closes_year, p.books, {}, {}, p.label, run.behaves, p.conduct, {}});
    }
    link_years(views, run.opening, run.behaves ? run.conduct.front() : simulation::Conduct<double>{}, previous_net_sales, plan);
    return views;
}

void link_years(std::vector<YearView>& years, const Books<double>& opening, const simulation::Conduct<double>& first_month,
                double previous_net_sales, const simulation::Plan<double>* plan) {
    std::optional<double> previous_sales;
    if (previous_net_sales > 0.0) previous_sales = previous_net_sales;
    for (std::size_t i = 0; i < years.size(); ++i) {
        YearView& year = years[i];
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

bool at_least(double figure, double threshold) {
    return figure >= threshold - 1e-13 * std::max(1.0, std::abs(threshold));
}
bool at_most(double figure, double threshold) { return at_least(-figure, -threshold); }

double interest_bearing_debt(const Books<double>& b) { return b.overdraft + b.short_term_loans + b.long_term_loans + b.bonds; }

double normal_working_capital(const Books<double>& b) { return receivables(b) + b.inventory - trade_payables(b); }

double current_liabilities(const Books<double>& b) {
    return b.total_liabilities - b.long_term_loans - b.bonds - b.other_liabilities;
}

double value_added(const Books<double>& b) { return b.operating_income + b.personnel_cost + b.depreciation; }

double total_pay(const Books<double>& b) { return b.officer_pay + b.employee_pay + b.part_time_pay + b.bonus_cost; }

std::optional<double> simple_cash_flow(const YearView& y) {
    if (!y.closes_year) return {};
    return y.annual(y.now.ordinary_income + y.now.depreciation) - y.now.corporate_taxes;
}

}  // namespace goho::stakeholders
