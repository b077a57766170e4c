// The balance sheet on which the plan starts, and what must be known of the year before. Inventory, fixed assets,
// loans and the bonus allowance stand with their segment, asset, contract and job group; this holds the rest.
#pragma once

#include "core/number.hpp"
#include "core/parameter.hpp"

namespace goho::accounting::opening {

template <class Real> struct Parameters {
    Real cash = 0.0;
    Real notes_receivable = 0.0;
    Real accounts_receivable = 0.0;
    int receivable_months = 2;
    Real other_current_assets = 0.0;
    Real other_fixed_assets = 0.0;
    Real notes_payable = 0.0;
    Real accounts_payable = 0.0;
    int payable_months = 2;
    Real other_payables = 0.0;
    Real consumption_tax_owed = 0.0;
    Real overdraft = 0.0;
    Real accrued_corporate_tax = 0.0;
    Real accrued_enterprise_tax = 0.0;
    Real prepaid_corporate_tax = 0.0;
    Real other_liabilities = 0.0;
    Real paid_in_capital = 0.0;
    Real retained_earnings = 0.0;
    Real tax_loss = 0.0;
    int tax_loss_years_left = 9;
    Real previous_net_sales = 0.0;
    Real previous_net_income = 0.0;
    Real previous_corporate_taxes = 0.0;
    Real previous_enterprise_tax = 0.0;
    Real previous_consumption_tax = 0.0;
    Real profit_to_date = 0.0;
};

template <class Real>
constexpr Parameter<Parameters<Real>> balance(std::string_view name, Real Parameters<Real>::*field, Label label,
                                              Label meaning, Range valid = {0.0, 1e13}, Need need = Need::optional) {
    return quantity(name, field, "yen", valid, {valid.low < 0.0 ? -1e11 : 0.0, 1e11}, label, meaning, Evidence::own_data,
                    "user", need, Change::fixed);
}

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    balance("cash", &P<Real>::cash, {"Cash and deposits", "現金預金"}, {"Cash and deposits.", "現金・預金の残高。"}, {0.0, 1e13}, Need::required),
    balance("notes_receivable", &P<Real>::notes_receivable, {"Notes receivable", "受取手形"},
            {"Falls due in equal parts over the receivable months.", "回収月数にわたり均等に決済される。"}),
    balance("accounts_receivable", &P<Real>::accounts_receivable, {"Accounts receivable", "売掛金"},
            {"Collected in equal parts over the receivable months.", "回収月数にわたり均等に回収される。"}),
    whole("receivable_months", &P<Real>::receivable_months, "months", {1, 24}, {1, 12}, {"Receivable months", "期首債権の回収月数"},
          {"Months over which opening receivables and notes are collected.", "期首の売掛金・受取手形を回収する月数。"}, Evidence::own_data, "user"),
    balance("other_current_assets", &P<Real>::other_current_assets, {"Other current assets", "その他流動資産"},
            {"Stays as it is through the plan.", "計画期間中は変わらない。"}),
    balance("other_fixed_assets", &P<Real>::other_fixed_assets, {"Other fixed assets", "その他固定資産"},
            {"Deposits, investments and the like; stays as it is.", "差入保証金・投資等。計画期間中は変わらない。"}),
    balance("notes_payable", &P<Real>::notes_payable, {"Notes payable", "支払手形"},
            {"Paid in equal parts over the payable months.", "支払月数にわたり均等に決済される。"}),
    balance("accounts_payable", &P<Real>::accounts_payable, {"Accounts payable", "買掛金"},
            {"Paid in equal parts over the payable months.", "支払月数にわたり均等に支払う。"}),
    whole("payable_months", &P<Real>::payable_months, "months", {1, 24}, {1, 12}, {"Payable months", "期首債務の支払月数"},
          {"Months over which opening payables and notes are paid.", "期首の買掛金・支払手形を支払う月数。"}, Evidence::own_data, "user"),
    balance("other_payables", &P<Real>::other_payables, {"Other payables", "未払金"},
            {"Unpaid expenses; paid in the first month.", "未払費用を含む。最初の月に支払う。"}),
    balance("consumption_tax_owed", &P<Real>::consumption_tax_owed, {"Consumption tax owed", "未払消費税等"},
            {"Settled in the second month of the fiscal year; below zero when a refund is due.", "事業年度の2か月目に精算する。還付の場合は負。"}, {-1e13, 1e13}),
    balance("overdraft", &P<Real>::overdraft, {"Overdraft", "当座貸越"}, {"Drawn on the overdraft line.", "当座貸越の利用残高。"}),
    balance("accrued_corporate_tax", &P<Real>::accrued_corporate_tax, {"Accrued corporate taxes", "未払法人税等"},
            {"Of last year; paid in the second month of the fiscal year.", "前期分。事業年度の2か月目に納付する。"}),
    balance("accrued_enterprise_tax", &P<Real>::accrued_enterprise_tax, {"Enterprise tax in it", "うち事業税"},
            {"The part of accrued taxes that is deductible when paid.", "未払法人税等のうち納付時に損金となる事業税。"}),
    balance("prepaid_corporate_tax", &P<Real>::prepaid_corporate_tax, {"Prepaid corporate taxes", "仮払法人税等"},
            {"Interim tax already paid for the running fiscal year.", "当期分として納付済みの中間納税額。"}),
    balance("other_liabilities", &P<Real>::other_liabilities, {"Other liabilities", "その他負債"},
            {"Stays as it is through the plan.", "計画期間中は変わらない。"}),
    balance("paid_in_capital", &P<Real>::paid_in_capital, {"Paid-in capital", "資本金等"}, {"Capital and capital surplus.", "資本金と資本剰余金。"},
            {0.0, 1e13}, Need::required),
    balance("retained_earnings", &P<Real>::retained_earnings, {"Retained earnings", "利益剰余金"},
            {"Must make the opening balance sheet balance; the error names the difference.", "開始貸借対照表が一致する値。差額はエラーで示す。"}, {-1e13, 1e13},
            Need::required),
    balance("tax_loss", &P<Real>::tax_loss, {"Tax loss carried forward", "繰越欠損金"}, {"Unused losses of earlier years.", "未使用の繰越欠損金。"}),
    whole("tax_loss_years_left", &P<Real>::tax_loss_years_left, "years", {1, 10}, {1, 10}, {"Years left", "欠損金の残年数"},
          {"Fiscal years, with the running one, in which the loss may still be used.", "欠損金を使える残りの事業年度数（当期を含む）。"}, Evidence::own_data, "user"),
    balance("previous_net_sales", &P<Real>::previous_net_sales, {"Previous year's net sales", "前期売上高"},
            {"Twelve months before the fiscal year the plan starts in; for the growth of its first year.", "計画初年度の売上増加率の計算に使う前期の売上高。"}),
    balance("previous_net_income", &P<Real>::previous_net_income, {"Previous year's net income", "前期純利益"},
            {"For the first dividend.", "最初の配当の計算に使う。"}, {-1e13, 1e13}),
    balance("previous_corporate_taxes", &P<Real>::previous_corporate_taxes, {"Previous year's corporate taxes", "前期法人税等"},
            {"Whole bill of last year; half of it is the interim payment.", "前期の年税額。中間納付はその半額。"}),
    balance("previous_enterprise_tax", &P<Real>::previous_enterprise_tax, {"Previous year's enterprise tax", "前期事業税"},
            {"Part of last year's bill, deductible when paid.", "前期年税額のうち事業税（納付時に損金）。"}),
    balance("previous_consumption_tax", &P<Real>::previous_consumption_tax, {"Previous year's consumption tax", "前期消費税額"},
            {"Decides number and size of interim payments.", "中間納付の回数と金額を決める。"}),
    balance("profit_to_date", &P<Real>::profit_to_date, {"Profit before tax to date", "当期の税引前利益（開始前）"},
            {"Of the running fiscal year before the plan starts; zero when it starts with the year.", "事業年度の途中から始める場合、開始前までの税引前利益。"},
            {-1e13, 1e13}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace goho::accounting::opening
