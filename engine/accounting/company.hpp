// The frame of a plan: when it starts, how long it runs, when the fiscal year begins, how shared cost is divided,
// how suppliers are paid, what comes in from owners and public funds, and the balance sheet it starts from.
#pragma once

#include "core/number.hpp"
#include "core/parameter.hpp"

namespace goho::accounting::company {

enum class Allocation { sales, headcount, hours };
inline constexpr auto allocation_options = std::to_array<Option>({
    {"sales", {"By sales", "売上高基準"}},
    {"headcount", {"By headcount", "人員基準"}},
    {"hours", {"By hours", "作業時間基準"}},
});
constexpr std::span<const Option> options(Allocation) { return allocation_options; }

/// Whether people, customers and lenders answer to what happens, or all is held as planned.
enum class Behaviour { on, off };
inline constexpr auto behaviour_options = std::to_array<Option>({
    {"on", {"People, customers and lenders respond", "従業員・顧客・金融機関の反応を計算する"}},
    {"off", {"Held as planned: books only", "計画どおりに固定（帳簿のみ）"}},
});
constexpr std::span<const Option> options(Behaviour) { return behaviour_options; }

template <class Real> struct Parameters {
    Month start;
    int months = 120;
    int fiscal_year_start = 4;
    Allocation allocation = Allocation::sales;
    ShortText industry;
    Behaviour behaviour = Behaviour::on;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    month("start", &P<Real>::start, {"First month", "計画開始月"}, {"First month of the plan.", "計画の最初の月。"}, Need::required),
    whole("months", &P<Real>::months, "months", {1, 600}, {12, 600}, {"Length", "計画期間"},
          {"Months that are simulated.", "シミュレーションする月数。"}, Evidence::own_data, "user"),
    whole("fiscal_year_start", &P<Real>::fiscal_year_start, "calendar month", {1, 12}, {1, 12}, {"Fiscal year starts in", "期首月"},
          {"Calendar month in which the fiscal year starts.", "事業年度が始まる月（暦月）。"}, Evidence::own_data, "user"),
    option("allocation", choice<&P<Real>::allocation>, {"Allocation of shared cost", "共通費の配賦基準"},
           {"How cost that belongs to no segment is divided over the segments.", "全社共通費を部門に配賦する基準。"}),
    text("industry", &P<Real>::industry, {"Industry", "業種"},
         {"Key of the industry in the benchmark file, for example manufacturing.", "ベンチマークファイルの業種キー（例: manufacturing）。"}),
    option("behaviour", choice<&P<Real>::behaviour>, {"Behaviour", "行動の計算"},
           {"Whether people, customers and lenders respond to what the plan does, or everything is held as planned.",
            "計画に対する従業員・顧客・金融機関の反応を計算するか、計画どおりに固定するか。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace goho::accounting::company

namespace goho::accounting::purchasing {

template <class Real> struct Parameters {
    Real cash_share = 0.0;
    Real payment_lag = 1.0;
    Real note_share = 0.0;
    Real note_sight = 3.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    quantity("cash_share", &P<Real>::cash_share, "fraction", {0.0, 1.0}, {0.0, 1.0}, {"Cash purchases share", "現金仕入比率"},
             {"Share of purchases paid at once.", "仕入のうち即時に支払う割合。"}, Evidence::own_data, "user"),
    quantity("payment_lag", &P<Real>::payment_lag, "months", {0.0, 12.0}, {0.0, 4.0}, {"Payment lag", "買掛金支払サイト"},
             {"Months from a purchase until it is paid or a note is given; fractions split the sum over two months.",
              "仕入から支払（または手形振出）までの月数。端数は2か月に按分する。"},
             Evidence::own_data, "user"),
    quantity("note_share", &P<Real>::note_share, "fraction", {0.0, 1.0}, {0.0, 0.6}, {"Share settled by notes", "手形支払比率"},
             {"Share of credit purchases paid by promissory note.", "掛仕入のうち手形で支払う割合。"}, Evidence::own_data, "user"),
    quantity("note_sight", &P<Real>::note_sight, "months", {0.0, 12.0}, {0.0, 4.0}, {"Note sight", "手形サイト"},
             {"Months from giving a note until it is paid.", "手形の振出から決済までの月数。"}, Evidence::own_data, "user"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace goho::accounting::purchasing

namespace goho::accounting::subsidy {

template <class Real> struct Parameters {
    Real amount = 0.0;
    Month decided;
    int payment_lag = 0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    quantity("amount", &P<Real>::amount, "yen", {0.0, 1e12}, {0.0, 1e10}, {"Amount", "補助金額"},
             {"Sum granted; extraordinary income, taxable, without consumption tax.", "交付額。特別利益として課税、消費税は不課税。"},
             Evidence::own_data, "user", Need::required, Change::fixed),
    month("decided", &P<Real>::decided, {"Decided", "確定月"}, {"Month in which it becomes income.", "収益に計上する月。"}, Need::required),
    whole("payment_lag", &P<Real>::payment_lag, "months", {0, 24}, {0, 12}, {"Payment lag", "入金までの月数"},
          {"Months from the decision to the payment.", "確定から入金までの月数。"}, Evidence::own_data, "user"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace goho::accounting::subsidy

namespace goho::accounting::capital_increase {

template <class Real> struct Parameters {
    Real amount = 0.0;
    Month paid;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    quantity("amount", &P<Real>::amount, "yen", {0.0, 1e13}, {0.0, 1e11}, {"Amount", "増資額"},
             {"Capital paid in by owners.", "払込額。"}, Evidence::own_data, "user", Need::required, Change::fixed),
    month("paid", &P<Real>::paid, {"Paid in", "払込月"}, {"Month of payment.", "払込月。"}, Need::required),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace goho::accounting::capital_increase
