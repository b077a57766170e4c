// Coefficients of the customers: what satisfies them, who stays, recommends, comes, pays more, complains.
#pragma once

#include "core/parameter.hpp"

namespace goho::customers {

template <class Real> struct Parameters {
    Real satisfaction_today = 70.0;
    Real care_effect = 10.0;
    Real lead_time_effect = 5.0;
    Real error_effect = 4.0;
    Real employee_effect = 0.26;
    Real satisfaction_time = 6.0;
    Real market_follows = 0.5;
    Real market_time = 48.0;
    Real churn_rate = 0.0087;
    Real churn_sensitivity = 0.35;
    Real referral_rate = 0.002;
    Real referral_sensitivity = 0.5;
    Real referral_saturation = 0.5;
    Real acquisition_elasticity = 0.5;
    Real trust_elasticity = 0.15;
    Real acquisition_saturation = 0.8;
    Real pay_more_linear = 0.01;
    Real pay_more_cubic = 0.02;
    Real pay_more_limit = 0.10;
    Real price_elasticity = -2.62;
    Real innovation_elasticity = 0.08;
    Real complaint_rate = 0.01;
    Real complaint_error = 0.7;
    Real complaint_care = 0.5;
    Real error_rate_today = 0.05;
    Real lead_time_today = 10.0;
    Real price_lead = 0.0;
    Real key_customer_hazard = 0.0;
    Real key_customer_share = 0.2;
};

template <class Real> using P = Parameters<Real>;

/// A coefficient that is our judgement.
template <class Real>
constexpr Parameter<P<Real>> judged(std::string_view name, Real P<Real>::*field, std::string_view unit, Range valid, Range plausible,
                                    Label label, Label meaning, Change change = Change::monthly) {
    return quantity(name, field, unit, valid, plausible, label, meaning, Evidence::assumption, "judgement", Need::optional, change);
}

template <class Real>
inline constexpr auto customers_table = std::to_array<Parameter<P<Real>>>({
    judged("satisfaction_today", &P<Real>::satisfaction_today, "points", {0.0, 100.0}, {50.0, 85.0}, {"Satisfaction today", "現在の顧客満足度"},
           {"Satisfaction of customers today, which is also what the market is used to; 0 = all unhappy, 100 = all delighted.",
            "現在の顧客満足度。市場の水準も同じとみなす。0＝全員不満、100＝全員が大満足。"}, Change::fixed),
    judged("care_effect", &P<Real>::care_effect, "points", {0.0, 100.0}, {5.0, 15.0}, {"Effect of care", "顧客対応時間の効果"},
           {"Points of satisfaction when the time for customers per order grows 2.7-fold (a natural logarithm of 1).",
            "注文1件あたりの顧客対応時間が約2.7倍（自然対数で1）になったときに上がる満足度の点数。"}),
    judged("lead_time_effect", &P<Real>::lead_time_effect, "points", {0.0, 100.0}, {2.0, 10.0}, {"Effect of lead time", "対応日数の効果"},
           {"Points of satisfaction lost when the lead time grows 2.7-fold.", "対応日数が約2.7倍になったときに下がる満足度の点数。"}),
    judged("error_effect", &P<Real>::error_effect, "points", {0.0, 100.0}, {2.0, 8.0}, {"Effect of errors", "ミスの効果"},
           {"Points of satisfaction lost when errors grow 2.7-fold.", "ミスが約2.7倍になったときに下がる満足度の点数。"}),
    quantity("employee_effect", &P<Real>::employee_effect, "times", {0.0, 10.0}, {0.1, 0.4}, {"Effect of employees' satisfaction", "従業員満足の効果"},
             {"Points of customer satisfaction for each point of employee satisfaction.", "従業員満足度が1点上がると顧客満足度が何点上がるか。"},
             Evidence::study, "rucci-1998"),
    judged("satisfaction_time", &P<Real>::satisfaction_time, "months", {1.0, 600.0}, {3.0, 12.0}, {"Time until satisfaction follows", "満足度が変わるまでの期間"},
           {"Months until about two thirds of a change in service show in satisfaction.", "対応の変化のおよそ3分の2が満足度に表れるまでの月数。"}),
    judged("market_follows", &P<Real>::market_follows, "fraction", {0.0, 1.0}, {0.3, 0.8}, {"How far the market catches up", "市場の追随度"},
           {"Share of a lead in satisfaction that competitors make up for: 0 = the lead stays, 1 = it is gone in time.",
            "満足度の優位のうち競合が追いつく割合。0＝優位は続く、1＝いずれ消える。"}),
    judged("market_time", &P<Real>::market_time, "months", {1.0, 600.0}, {24.0, 96.0}, {"Time until the market has caught up", "市場が追いつくまでの期間"},
           {"Months until about two thirds of the catching-up is done.", "追随のおよそ3分の2が終わるまでの月数。"}),
    judged("churn_rate", &P<Real>::churn_rate, "1/month", {0.0, 1.0}, {0.002, 0.03}, {"Monthly churn rate", "月次離脱率"},
           {"Share of customers who leave in a month at ordinary satisfaction; 0.0087 keeps 90% over a year.",
            "通常の満足度で1か月に離れる顧客の割合。0.0087なら年間継続率90%。"}),
    judged("churn_sensitivity", &P<Real>::churn_sensitivity, "times", {0.0, 10.0}, {0.2, 0.5}, {"Churn against satisfaction", "離脱率の満足度感応度"},
           {"How strongly ten points of lead in satisfaction hold customers: 0.35 = 30% fewer leave.",
            "満足度が市場を10点上回ると離脱がどれだけ減るか。0.35＝約30%減。"}),
    judged("referral_rate", &P<Real>::referral_rate, "1/month", {0.0, 1.0}, {0.0, 0.006}, {"Monthly referral rate", "月次紹介率"},
           {"New customers a month by recommendation, as a share of all, at ordinary satisfaction.", "通常の満足度で、紹介により1か月に増える顧客の割合。"}),
    judged("referral_sensitivity", &P<Real>::referral_sensitivity, "times", {0.0, 10.0}, {0.3, 0.8}, {"Referrals against satisfaction", "紹介の満足度感応度"},
           {"How strongly ten points of lead in satisfaction raise recommendations: 0.5 = 65% more.", "満足度が市場を10点上回ると紹介がどれだけ増えるか。0.5＝約65%増。"}),
    judged("referral_saturation", &P<Real>::referral_saturation, "times", {0.0, 10.0}, {0.2, 1.5}, {"Saturation of referrals", "紹介の飽和"},
           {"How fast recommendations dry up as customers grow: 0.5 = half as many at twice the customers.", "顧客が増えるほど紹介が減る速さ。0.5＝顧客2倍で紹介は半分。"}),
    judged("acquisition_elasticity", &P<Real>::acquisition_elasticity, "times", {0.0, 10.0}, {0.2, 0.8}, {"Effect of selling time", "営業時間の効果"},
           {"How new customers follow selling time: 0.5 = 1% more time brings 0.5% more.", "営業時間と新規顧客の関係。0.5＝時間1%増で新規0.5%増。"}),
    judged("trust_elasticity", &P<Real>::trust_elasticity, "times", {0.0, 10.0}, {0.0, 0.3}, {"Effect of trust", "信頼の効果"},
           {"How new customers follow public trust: 0.15 = 1% more trust brings 0.15% more.", "世間の信頼と新規顧客の関係。0.15＝信頼1%増で新規0.15%増。"}),
    judged("acquisition_saturation", &P<Real>::acquisition_saturation, "times", {0.0, 10.0}, {0.2, 1.5}, {"Saturation of the market", "市場の飽和"},
           {"How fast new customers become rarer as customers grow: 0.8 = a fifth as many at twice the customers.", "顧客が増えるほど新規が減る速さ。0.8＝顧客2倍で新規は2割。"}),
    judged("pay_more_linear", &P<Real>::pay_more_linear, "fraction", {0.0, 1.0}, {0.0, 0.02}, {"Pricing power near the market", "価格決定権（市場並みの範囲）"},
           {"Price above the market that ten points of lead in satisfaction carry without loss of volume, small leads.",
            "満足度が市場を10点上回るとき数量を落とさずに上げられる価格の割合（差が小さい範囲）。"}),
    judged("pay_more_cubic", &P<Real>::pay_more_cubic, "fraction", {0.0, 1.0}, {0.0, 0.04}, {"Pricing power far above the market", "価格決定権（大きな優位）"},
           {"Further price for a large lead; it grows with the third power.", "大きな優位でさらに上げられる価格の割合（差の3乗で増える）。"}),
    judged("pay_more_limit", &P<Real>::pay_more_limit, "fraction", {0.0, 1.0}, {0.05, 0.2}, {"Limit of pricing power", "価格決定権の上限"},
           {"The most that satisfaction can carry above the market's price.", "満足度によって市場価格より上げられる割合の上限。"}),
    quantity("price_elasticity", &P<Real>::price_elasticity, "times", {-10.0, 0.0}, {-3.5, -1.2}, {"Price elasticity", "価格弾力性"},
             {"How orders follow a price above what customers would pay: -2.62 = 1% dearer, 2.62% fewer.", "顧客が納得する水準を超えた価格と数量の関係。−2.62＝1%高いと数量2.62%減。"},
             Evidence::study, "bijmolt-2005"),
    quantity("innovation_elasticity", &P<Real>::innovation_elasticity, "times", {0.0, 10.0}, {0.02, 0.15}, {"Effect of research on orders", "研究開発の売上効果"},
             {"How orders follow research capital: 0.08 = 1% more capital brings 0.08% more.", "研究開発の蓄積と受注の関係。0.08＝蓄積1%増で受注0.08%増。"},
             Evidence::study, "hall-mairesse-mohnen-2010"),
    judged("complaint_rate", &P<Real>::complaint_rate, "fraction", {0.0, 1.0}, {0.0, 0.05}, {"Complaints today", "現在のクレーム率"},
           {"Share of orders with a complaint today.", "現在、クレームになる注文の割合。"}),
    judged("complaint_error", &P<Real>::complaint_error, "times", {0.0, 10.0}, {0.3, 1.0}, {"Complaints against errors", "クレームのミス感応度"},
           {"How complaints follow errors: 0.7 = 1% more errors, 0.7% more complaints.", "ミスとクレームの関係。0.7＝ミス1%増でクレーム0.7%増。"}),
    judged("complaint_care", &P<Real>::complaint_care, "times", {0.0, 10.0}, {0.2, 1.0}, {"Complaints against care", "クレームの対応感応度"},
           {"How complaints fall with care per order: 0.5 = 1% more care, 0.5% fewer.", "顧客対応とクレームの関係。0.5＝対応1%増でクレーム0.5%減。"}),
    judged("error_rate_today", &P<Real>::error_rate_today, "fraction", {0.0001, 1.0}, {0.005, 0.1}, {"Error rate today", "現在のミス率"},
           {"Share of orders or entries with an error today.", "現在、ミスが起きる注文・入力の割合。"}, Change::fixed),
    judged("lead_time_today", &P<Real>::lead_time_today, "days", {0.01, 1000.0}, {1.0, 60.0}, {"Lead time today", "現在の対応日数"},
           {"Days from an inquiry or order until it is answered or filled, today.", "現在、問合せ・注文から回答・完了までにかかる日数。"}, Change::fixed),
    judged("price_lead", &P<Real>::price_lead, "fraction/year", {-0.5, 0.5}, {-0.02, 0.02}, {"Own price change above the market's", "市場を上回る値上げ率"},
           {"How much more a year our own yearly price change is than the market's; 0 = they go together.", "自社の年間価格改定が市場をどれだけ上回るか。0＝市場と同じ。"}),
    judged("key_customer_hazard", &P<Real>::key_customer_hazard, "1/month", {0.0, 0.5}, {0.0, 0.02}, {"Risk of losing a key customer", "主要顧客を失う確率"},
           {"Chance a month that a segment loses a key customer. Drawn in uncertainty runs only; 0 = none is known.",
            "部門が主要顧客を失う月あたりの確率。不確実性の計算でのみ用いる。0＝想定しない。"}),
    judged("key_customer_share", &P<Real>::key_customer_share, "fraction", {0.0, 1.0}, {0.05, 0.5}, {"Share of a key customer", "主要顧客の割合"},
           {"Share of a segment's customers that goes with a key customer: 0 = none, 1 = all.",
            "主要顧客とともに失われる、部門の顧客の割合。0＝なし、1＝すべて。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return customers_table<Real>; }

}  // namespace goho::customers
