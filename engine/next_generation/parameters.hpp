// Coefficients of what is built for those who come after: research, digital capital, executives who can decide. Leaves
// out how much is spent, which the plan says. Theory: docs/model/next_generation.md.
#pragma once

#include "core/parameter.hpp"

#include <array>
#include <type_traits>

namespace goho::next_generation {

template <class Real> struct Parameters {
    Real research_today = 0.0;
    Real training_today = 0.0;
    Real digital_today = 0.0;
    Real development_to_research = 0.1;
    Real development_to_learning = 0.3;
    Real research_depreciation = 0.15;
    Real research_lag = 18.0;
    Real digital_depreciation = 0.33;
    Real capability_floor = 0.2;
    Real delegation_effect = 0.8;
    Real capability_time = 24.0;
    Real attraction_satisfaction = 0.3;
    Real attraction_trust = 0.3;
    Real attraction_linkage = 0.5;
    Real attraction_research = 0.05;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto next_generation_table = std::to_array<Parameter<P<Real>>>({
    quantity("research_today", &P<Real>::research_today, "yen/month", {0.0, 1e12}, {0.0, 1e9}, {"Research spending today", "現在の研究開発費"},
             {"What is spent on research and development in a month today; 0 = as in the first month of the plan.",
              "現在の月々の研究開発費。0＝計画の初月と同じ。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
    quantity("training_today", &P<Real>::training_today, "yen/month", {0.0, 1e12}, {0.0, 1e9}, {"Training spending today", "現在の教育研修費"},
             {"What is spent on training in a month today; 0 = as in the first month of the plan.",
              "現在の月々の教育研修費。0＝計画の初月と同じ。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
    quantity("digital_today", &P<Real>::digital_today, "yen/month", {0.0, 1e12}, {0.0, 1e9}, {"Digital spending today", "現在のデジタル投資"},
             {"What is spent on digital tools and data in a month today; 0 = as in the first month of the plan.",
              "現在の月々のデジタル・データ関連の支出。0＝計画の初月と同じ。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
    quantity("development_to_research", &P<Real>::development_to_research, "fraction", {0.0, 1.0}, {0.0, 0.5},
             {"Development time as research", "育成・開発時間のうち研究開発の割合"},
             {"Share of the cost of development time that counts as research spending: 0 = none, 1 = all.",
              "育成・開発の時間の人件費のうち、研究開発費とみなす割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("development_to_learning", &P<Real>::development_to_learning, "fraction", {0.0, 1.0}, {0.0, 0.8},
             {"Development time as learning", "育成・開発時間のうち学習の割合"},
             {"Share of the cost of development time that counts as training spending: 0 = none, 1 = all.",
              "育成・開発の時間の人件費のうち、教育研修費とみなす割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("research_depreciation", &P<Real>::research_depreciation, "fraction/year", {0.0, 12.0}, {0.10, 0.40},
             {"Ageing of research", "研究開発資本の陳腐化率"},
             {"Share of research capital that loses its worth in a year: 0 = lasts for ever.", "研究開発の蓄積が1年間に価値を失う割合。0＝失わない。"},
             Evidence::study, "hall-2007"),
    quantity("research_lag", &P<Real>::research_lag, "months", {1.0, 600.0}, {12.0, 24.0}, {"Time until research sells", "研究開発が売上に効くまでの期間"},
             {"Months until about two thirds of new research serves sales.", "新しい研究開発のおよそ3分の2が売上に役立つまでの月数。"},
             Evidence::assumption, "judgement"),
    quantity("digital_depreciation", &P<Real>::digital_depreciation, "fraction/year", {0.0, 12.0}, {0.20, 0.50},
             {"Ageing of digital tools", "デジタル資本の陳腐化率"},
             {"Share of digital capital that loses its worth in a year: 0 = lasts for ever.", "デジタル・データの蓄積が1年間に価値を失う割合。0＝失わない。"},
             Evidence::assumption, "judgement"),
    quantity("capability_floor", &P<Real>::capability_floor, "fraction", {0.0, 1.0}, {0.0, 0.5}, {"Executives' experience without delegation", "権限委譲がない場合の幹部の判断力"},
             {"Experience in deciding that executives have where nothing is delegated: 0 = the head decides all, 1 = they decide all.",
              "権限委譲がなくても幹部が備える意思決定の経験。0＝すべて社長が決める、1＝すべて幹部が決められる。"},
             Evidence::assumption, "judgement"),
    quantity("delegation_effect", &P<Real>::delegation_effect, "fraction", {0.0, 1.0}, {0.4, 0.8}, {"Effect of delegation", "権限委譲の効果"},
             {"Experience that executives gain in the end through full sponsorship and roles that outlive persons: 0 = none, 1 = all of it.",
              "経営層の関与と仕組みとしての定着が十分なとき、幹部が最終的に得る経験。0＝得ない、1＝すべて得る。"},
             Evidence::assumption, "judgement"),
    quantity("capability_time", &P<Real>::capability_time, "months", {1.0, 600.0}, {12.0, 60.0}, {"Time to gain experience", "幹部が経験を積む期間"},
             {"Months in which executives make up about two thirds of the way to the experience that delegation leads to.",
              "権限委譲で届く経験の水準まで、幹部がおよそ3分の2近づくのにかかる月数。"},
             Evidence::assumption, "judgement"),
    quantity("attraction_satisfaction", &P<Real>::attraction_satisfaction, "1/10 points", {0.0, 5.0}, {0.1, 0.5},
             {"Attraction by satisfied employees", "従業員満足による採用力"},
             {"How much more readily posts are filled per 10 points of employee satisfaction: 0.3 = about a third more.",
              "従業員満足度が10点高いと採用がどれだけ容易になるか。0.3＝約3分の1。"},
             Evidence::assumption, "judgement"),
    quantity("attraction_trust", &P<Real>::attraction_trust, "elasticity", {0.0, 5.0}, {0.0, 0.6}, {"Attraction by trust", "信頼による採用力"},
             {"By how many percent posts are filled more readily when trust is one percent higher.", "社会からの信頼が1%高いと採用が何%容易になるか。"},
             Evidence::assumption, "judgement"),
    quantity("attraction_linkage", &P<Real>::attraction_linkage, "fraction", {0.0, 1.0}, {0.0, 1.0}, {"Attraction by a long-term plan", "長期計画による採用力"},
             {"How much more readily posts are filled when the link to the long-term plan rises from 0 to 1: 0 = no difference, 1 = twice.",
              "長期計画との連動が0から1に高まると採用がどれだけ容易になるか。0＝変わらない、1＝2倍。"},
             Evidence::assumption, "judgement"),
    quantity("attraction_research", &P<Real>::attraction_research, "elasticity", {0.0, 5.0}, {0.0, 0.15}, {"Attraction by research", "研究開発による採用力"},
             {"By how many percent posts are filled more readily when research capital in use is one percent higher.",
              "活用されている研究開発の蓄積が1%多いと採用が何%容易になるか。"},
             Evidence::assumption, "judgement"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return next_generation_table<Real>; }

}  // namespace goho::next_generation
