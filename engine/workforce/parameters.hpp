// Coefficients of people and time: hours, pressure, satisfaction, leaving and hiring, skill, and waste in routine work.
#pragma once

#include "core/parameter.hpp"

namespace goho::workforce {

template <class Real> struct Parameters {
    // Time
    Real indirect_share = 0.28;
    Real fulfilment_share = 0.45;
    Real absence_rate = 0.04;
    Real productivity_growth = 0.0;
    Real rework_share = 0.15;
    Real overtime_response = 0.5;
    Real overtime_limit = 0.20;
    Real corner_cutting = 0.64;
    Real standard_erosion = 4.4;
    Real standard_recovery = 60.0;
    // People
    Real attrition_rate = 0.0081;
    Real part_time_attrition_rate = 0.0170;
    Real attrition_sensitivity = 0.28;
    Real novice_productivity = 0.5;
    Real ramp_up_time = 8.0;
    Real hiring_delay = 4.0;
    Real market_wage_growth = 0.03;
    // Satisfaction
    Real satisfaction_neutral = 60.0;
    Real satisfaction_time = 6.0;
    Real load_effect = 40.0;
    Real development_effect = 5.0;
    Real improvement_effect = 4.0;
    Real literacy_effect = 5.0;
    Real clarity_effect = 5.0;
    Real confusion_effect = 15.0;
    Real wage_effect = 10.0;
    Real success_effect = 3.0;
    // Skill
    Real literacy_time = 12.0;
    Real productivity_of_satisfaction = 0.026;
    Real skill_elasticity = 0.05;
    Real skill_depreciation = 0.25;
    Real direction_effect = 0.05;
    // Waste in routine work
    Real waste_today = 0.35;
    Real waste_least = 0.10;
    Real waste_most = 0.55;
    Real waste_growth = 0.0146;
    Real improvement_exponent = 0.7;
};

template <class Real> using P = Parameters<Real>;

/// A coefficient that is our judgement.
template <class Real>
constexpr Parameter<P<Real>> judged(std::string_view name, Real P<Real>::*field, std::string_view unit, Range valid, Range plausible,
                                    Label label, Label meaning, Change change = Change::monthly) {
    return quantity(name, field, unit, valid, plausible, label, meaning, Evidence::assumption, "judgement", Need::optional, change);
}

template <class Real>
inline constexpr auto workforce_table = std::to_array<Parameter<P<Real>>>({
    judged("indirect_share", &P<Real>::indirect_share, "fraction", {0.0, 0.99}, {0.15, 0.35}, {"Indirect work today", "現在の間接業務の割合"},
           {"Share of all hours that routine indirect work takes today.", "現在、全労働時間のうち定型的な間接業務に使う割合。"}, Change::fixed),
    judged("fulfilment_share", &P<Real>::fulfilment_share, "fraction", {0.0, 0.99}, {0.3, 0.6}, {"Filling orders today", "現在の受注処理・生産の割合"},
           {"Share of all hours that making, delivering and serving take today; what is left is free to be used for selling, customers, improvement and development.",
            "現在、製造・納品・サービス提供に使う時間の割合。残りが営業・顧客・改善・育成に使える裁量時間になる。"}, Change::fixed),
    judged("absence_rate", &P<Real>::absence_rate, "fraction", {0.0, 0.9}, {0.0, 0.1}, {"Absence", "休暇・欠勤率"},
           {"Share of contracted hours lost to leave and illness.", "所定時間のうち休暇・病欠などで失われる割合。"}),
    judged("productivity_growth", &P<Real>::productivity_growth, "fraction/year", {-0.1, 0.2}, {-0.01, 0.03}, {"General progress", "一般的な生産性向上"},
           {"By how much orders take less time every year without any initiative.", "施策がなくても毎年、受注処理の時間が短くなる割合。"}),
    judged("rework_share", &P<Real>::rework_share, "fraction", {0.0, 5.0}, {0.05, 0.3}, {"Rework", "手直しの負担"},
           {"Further time for orders when errors double.", "ミスが2倍になったとき受注処理の時間が増える割合。"}),
    judged("overtime_response", &P<Real>::overtime_response, "times", {0.0, 1.0}, {0.0, 1.0}, {"Overtime under overload", "過負荷への残業対応"},
           {"Share of an overload that people meet by overtime; the rest by cutting corners and leaving things undone.",
            "業務過多のうち残業で対応する割合。残りは手抜きや先送りになる。"}),
    judged("overtime_limit", &P<Real>::overtime_limit, "fraction", {0.0, 1.0}, {0.1, 0.3}, {"Most further overtime", "追加残業の上限"},
           {"The most overtime beyond the plan, as a share of contracted hours; 0.2 = 32 hours a month.", "計画を超える残業の上限（所定時間比）。0.2＝月32時間。"}),
    judged("corner_cutting", &P<Real>::corner_cutting, "times", {0.0, 10.0}, {0.0, 1.2}, {"Cutting corners", "手抜きの強さ"},
           {"How far time per order shrinks under overload; the size is remembered from a study of services (Oliva & Sterman 2001) and not re-read.",
            "業務過多のとき1件あたりの時間がどれだけ削られるか。サービス業の研究（Oliva & Sterman 2001）の記憶による値で、再確認していない。"}),
    judged("standard_erosion", &P<Real>::standard_erosion, "months", {1.0, 600.0}, {2.0, 12.0}, {"Erosion of the standard", "サービス水準が下がる期間"},
           {"Months until hurried work has become the normal standard (about two thirds).", "急いだ仕事ぶりが当たり前になる（約3分の2）までの月数。"}),
    judged("standard_recovery", &P<Real>::standard_recovery, "months", {1.0, 1200.0}, {24.0, 240.0}, {"Recovery of the standard", "サービス水準が戻る期間"},
           {"Months until a lost standard has come back (about two thirds) once there is time.", "余裕ができてから失われた水準が戻る（約3分の2）までの月数。"}),
    judged("attrition_rate", &P<Real>::attrition_rate, "1/month", {0.0, 1.0}, {0.002, 0.03}, {"Monthly attrition rate", "月次離職率"},
           {"Share of employees who leave in a month at ordinary satisfaction; 0.0081 = 9.7% a year.", "通常の満足度で1か月に離職する従業員の割合。0.0081＝年9.7%。"}),
    judged("part_time_attrition_rate", &P<Real>::part_time_attrition_rate, "1/month", {0.0, 1.0}, {0.005, 0.05}, {"Monthly attrition, part-time", "月次離職率（パート）"},
           {"Likewise for part-time staff.", "パート・アルバイトの月次離職率。"}),
    quantity("attrition_sensitivity", &P<Real>::attrition_sensitivity, "times", {0.0, 10.0}, {0.18, 0.36}, {"Attrition against satisfaction", "離職の満足度感応度"},
             {"How strongly ten points of satisfaction hold people: 0.28 = a quarter fewer leave.", "満足度が10点高いと離職がどれだけ減るか。0.28＝約4分の1減。"},
             Evidence::study, "gallup-q12-meta"),
    judged("novice_productivity", &P<Real>::novice_productivity, "fraction", {0.0, 1.0}, {0.3, 0.8}, {"What novices achieve", "新人の生産性"},
           {"What a novice achieves against an experienced person: 0 = nothing, 1 = as much.", "習熟した人に対する新人の生産性。0＝なし、1＝同じ。"}),
    judged("ramp_up_time", &P<Real>::ramp_up_time, "months", {1.0, 600.0}, {3.0, 12.0}, {"Learning time of a hire", "一人前になるまでの期間"},
           {"Months until a hire is fully productive.", "採用から一人前になるまでの月数。"}),
    judged("hiring_delay", &P<Real>::hiring_delay, "months", {1.0, 120.0}, {1.0, 9.0}, {"Time to fill a post", "採用にかかる期間"},
           {"Months from the decision to hire until somebody comes.", "採用の決定から入社までの月数。"}),
    quantity("market_wage_growth", &P<Real>::market_wage_growth, "fraction/year", {-0.2, 0.5}, {-0.01, 0.06}, {"Wages elsewhere", "世間の賃上げ率"},
             {"By how much wages elsewhere rise every year; who does not follow loses attraction. Small firms raised pay by 4.45% in 2024; the default is a cautious assumption.",
              "世間の賃金が毎年上がる割合。追随しないと人材確保が難しくなる。2024年の中小企業の賃上げ率は4.45%、既定値は控えめな仮定。"},
             Evidence::assumption, "sme-white-paper-2025"),
    judged("satisfaction_neutral", &P<Real>::satisfaction_neutral, "points", {0.0, 100.0}, {50.0, 70.0}, {"Satisfaction today", "現在の従業員満足度"},
           {"Satisfaction of employees today; 0 = all unhappy, 100 = all happy.", "現在の従業員満足度。0＝全員不満、100＝全員満足。"}, Change::fixed),
    judged("satisfaction_time", &P<Real>::satisfaction_time, "months", {1.0, 600.0}, {3.0, 12.0}, {"Time until satisfaction follows", "満足度が変わるまでの期間"},
           {"Months until about two thirds of a change show in satisfaction.", "変化のおよそ3分の2が満足度に表れるまでの月数。"}),
    judged("load_effect", &P<Real>::load_effect, "points", {0.0, 200.0}, {20.0, 60.0}, {"Effect of work load", "業務負荷の影響"},
           {"Points of satisfaction lost when the work load is twice what people can do.", "業務負荷が能力の2倍のときに下がる満足度の点数。"}),
    judged("development_effect", &P<Real>::development_effect, "points", {0.0, 100.0}, {2.0, 8.0}, {"Effect of learning", "育成の効果"},
           {"Points when the time for development grows 2.7-fold.", "育成・開発の時間が約2.7倍になったときに上がる点数。"}),
    judged("improvement_effect", &P<Real>::improvement_effect, "points", {0.0, 100.0}, {1.0, 8.0}, {"Effect of improving one's work", "改善活動の効果"},
           {"Points when the time for improvement grows 2.7-fold.", "改善の時間が約2.7倍になったときに上がる点数。"}),
    judged("literacy_effect", &P<Real>::literacy_effect, "points", {0.0, 100.0}, {0.0, 10.0}, {"Effect of understanding the figures", "数字理解の効果"},
           {"Points between nobody and everybody understanding the company's figures.", "数字を誰も理解しない状態と全員が理解する状態の差（点）。"}),
    judged("clarity_effect", &P<Real>::clarity_effect, "points", {0.0, 100.0}, {0.0, 10.0}, {"Effect of clear goals", "目標の明確さの効果"},
           {"Points between no goals and entirely clear goals.", "目標がない状態と完全に明確な状態の差（点）。"}),
    judged("confusion_effect", &P<Real>::confusion_effect, "points", {0.0, 200.0}, {5.0, 30.0}, {"Effect of confusion", "混乱の影響"},
           {"Points lost if all indirect hours were lost to confusion.", "間接業務のすべてが混乱に費やされた場合に下がる点数。"}),
    judged("wage_effect", &P<Real>::wage_effect, "points", {0.0, 100.0}, {5.0, 20.0}, {"Effect of pay", "賃金の効果"},
           {"Points when pay grows 2.7-fold against the market.", "市場に対する賃金が約2.7倍になったときに上がる点数。"}),
    judged("success_effect", &P<Real>::success_effect, "points", {0.0, 100.0}, {0.0, 6.0}, {"Effect of shared success", "成果の共有の効果"},
           {"Points when results are fully visible and shared.", "成果がすべて見える形で共有されたときに上がる点数。"}),
    judged("literacy_time", &P<Real>::literacy_time, "months", {1.0, 600.0}, {6.0, 24.0}, {"Time until figures are understood", "数字理解が進む期間"},
           {"Months until about two thirds of what is shared is understood.", "共有した数字のおよそ3分の2が理解されるまでの月数。"}),
    quantity("productivity_of_satisfaction", &P<Real>::productivity_of_satisfaction, "times", {0.0, 10.0}, {0.01, 0.05}, {"Output of satisfied people", "満足度の生産性効果"},
             {"How output per hour follows ten points of satisfaction: 0.026 = 2.6% more; half of what studies find together, for what is cause and not company.",
              "満足度10点あたりの時間生産性の変化。0.026＝2.6%増。研究で見られる相関の半分を因果とみなす。"},
             Evidence::study, "gallup-q12-meta"),
    quantity("skill_elasticity", &P<Real>::skill_elasticity, "times", {0.0, 10.0}, {0.02, 0.10}, {"Output of skilled people", "技能の生産性効果"},
             {"How output per hour follows human capital: 0.05 = 1% more capital, 0.05% more output.", "人的資本と時間生産性の関係。0.05＝資本1%増で生産性0.05%増。"},
             Evidence::study, "dearden-2006"),
    quantity("skill_depreciation", &P<Real>::skill_depreciation, "fraction/year", {0.0, 12.0}, {0.2, 0.4}, {"Fading of skill", "技能の陳腐化率"},
             {"Share of human capital that is lost in a year without training.", "研修しない場合に1年間で失われる人的資本の割合。"},
             Evidence::assumption, "corrado-2012"),
    judged("direction_effect", &P<Real>::direction_effect, "times", {0.0, 10.0}, {0.0, 0.1}, {"Output under able executives", "幹部の判断力の効果"},
           {"By how much output per hour grows when executives' experience in deciding goes from none to full.", "幹部の意思決定経験が0から1になったとき時間生産性が上がる割合。"}),
    judged("waste_today", &P<Real>::waste_today, "fraction", {0.0, 1.0}, {0.2, 0.45}, {"Waste today", "現在のムダ"},
           {"Share of indirect hours that adds nothing, today.", "現在、間接業務のうち価値を生まない時間の割合。"}, Change::fixed),
    judged("waste_least", &P<Real>::waste_least, "fraction", {0.0, 1.0}, {0.05, 0.15}, {"Least waste", "ムダの下限"},
           {"Waste that no improvement gets rid of.", "改善しても残るムダの割合。"}),
    judged("waste_most", &P<Real>::waste_most, "fraction", {0.0, 1.0}, {0.5, 0.7}, {"Most waste", "ムダの上限"},
           {"Waste that routine work drifts to when nobody improves it.", "誰も改善しない場合に行き着くムダの割合。"}),
    judged("waste_growth", &P<Real>::waste_growth, "1/month", {0.0, 1.0}, {0.005, 0.03}, {"Growth of waste", "ムダの増え方"},
           {"Share of the distance to the most waste that is covered in a month without improvement.", "改善しない場合に、上限までの差が1か月で縮まる割合。"}),
    judged("improvement_exponent", &P<Real>::improvement_exponent, "times", {0.0, 10.0}, {0.4, 1.0}, {"Yield of improvement", "改善の効き方"},
           {"How the removal of waste follows the time for improvement: 0.7 = 1% more time, 0.7% more removal.", "改善時間とムダの削減の関係。0.7＝時間1%増で削減0.7%増。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return workforce_table<Real>; }

/// Where freed hours go (section "freed_hours"); shares add up to at most 1, the rest stays idle.
template <class Real> struct FreedHours {
    Real customers = 0.0;
    Real sales = 0.0;
    Real improvement = 0.0;
    Real development = 0.0;
    Real overtime_cut = 0.0;
    Real headcount_cut = 0.0;
};

template <class Real>
constexpr Parameter<FreedHours<Real>> use(std::string_view name, Real FreedHours<Real>::*field, Label label, Label meaning) {
    return quantity(name, field, "fraction", {0.0, 1.0}, {0.0, 1.0}, label, meaning, Evidence::own_data, "user");
}

template <class Real>
inline constexpr auto freed_hours_table = std::to_array<Parameter<FreedHours<Real>>>({
    use("customers", &FreedHours<Real>::customers, {"To customers", "顧客対応へ"},
        {"Share of freed hours for customers: quality, speed, proposals, follow-up.", "生み出した時間のうち顧客対応（品質・即応・提案・フォロー）へ回す割合。"}),
    use("sales", &FreedHours<Real>::sales, {"To selling", "営業へ"}, {"Share of freed hours for selling.", "生み出した時間のうち営業へ回す割合。"}),
    use("improvement", &FreedHours<Real>::improvement, {"To improvement", "改善へ"}, {"Share of freed hours for improving work.", "生み出した時間のうち業務改善へ回す割合。"}),
    use("development", &FreedHours<Real>::development, {"To development", "育成・開発へ"}, {"Share of freed hours for learning and development.", "生み出した時間のうち育成・開発へ回す割合。"}),
    use("overtime_cut", &FreedHours<Real>::overtime_cut, {"Less overtime", "残業の削減へ"}, {"Share of freed hours that cuts overtime.", "生み出した時間のうち残業の削減に充てる割合。"}),
    use("headcount_cut", &FreedHours<Real>::headcount_cut, {"Posts not refilled", "人員減へ"},
        {"Share of freed hours for which leavers are not replaced; nobody is let go.", "生み出した時間のうち、退職者を補充しないことに充てる割合（解雇はしない）。"}),
});
template <class Real> constexpr auto& table(std::type_identity<FreedHours<Real>>) { return freed_hours_table<Real>; }

}  // namespace goho::workforce
