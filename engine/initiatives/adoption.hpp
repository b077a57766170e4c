// Coefficients that all initiatives share: how use spreads and falls back, what confuses, what is lost, what is found
// out. Theory: docs/model/initiatives.md.
#pragma once

#include "core/parameter.hpp"

namespace goho::initiatives {

template <class Real> struct Adoption {
    Real people_wall_today = 0.15;
    Real process_wall_today = 0.15;
    Real data_wall_today = 0.15;
    Real provider_walls = 0.8;
    Real complementarity = -1.0;
    Real budget_scale = 6000000.0;
    Real clarity_floor = 0.3;
    Real fit_floor = 0.5;
    Real launch_push = 0.18;
    Real launch_level = 0.6;
    Real overshoot_loss = 0.2;
    Real innovation = 0.03;
    Real innovation_people = 0.1;
    Real innovation_alone = 0.003;
    Real imitation = 0.2;
    Real imitation_voice = 0.3;
    Real imitation_alone = 0.4;
    Real decay_least = 0.007;
    Real decay_most = 0.05;
    Real supported_leadership = 0.6;
    Real improvement_appraised = 0.15;
    Real learning_months = 3.0;
    Real learning_months_alone = 5.0;
    Real confusion = 0.5;
    Real tool_first_confusion = 1.5;
    Real dual_running = 0.6;
    Real pilot_scale = 0.3;
    Real pilot_learning = 0.5;
    Real analysis_learning = 0.25;
    Real novelty = 12.0;
    Real out_of_order_cost = 1.5;
    Real out_of_order_effect = 0.6;
    Real ready_adoption = 0.3;
    Real unrenewed_reach = 0.4;
    Real renewal_slope = 4.0;
    Real champion_loss = 0.6;
    Real champion_hazard = 0.0167;
    Real review_cost = 0.15;
    Real review_effect = 0.8;
    Real retrieval_effect = 0.5;
    Real error_outside = 0.19;
    Real incident_hazard = 0.002;
    Real incident_cost = 3000000.0;
};

template <class Real>
inline constexpr auto adoption_table = std::to_array<Parameter<Adoption<Real>>>({
    quantity("people_wall_today", &Adoption<Real>::people_wall_today, "fraction", {0.0, 1.0}, {0.0, 0.9}, {"Readiness of people today", "人の準備度（現在）"},
             {"Skills, confidence and will that stand today: 0 = none, 1 = all that is needed.",
              "現在の技能・自信・意欲。0＝なし、1＝十分。"},
             Evidence::assumption, "judgement", Need::optional, Change::fixed),
    quantity("process_wall_today", &Adoption<Real>::process_wall_today, "fraction", {0.0, 1.0}, {0.0, 0.9}, {"Readiness of processes today", "仕組みの準備度（現在）"},
             {"Order and standards of the work today: 0 = none, 1 = all that is needed.",
              "現在の業務の整理・標準化の度合い。0＝なし、1＝十分。"},
             Evidence::assumption, "judgement", Need::optional, Change::fixed),
    quantity("data_wall_today", &Adoption<Real>::data_wall_today, "fraction", {0.0, 1.0}, {0.0, 0.9}, {"Readiness of data today", "データの準備度（現在）"},
             {"Connected data and tools today: 0 = none, 1 = all that is needed.",
              "現在のデータ・システムの連携の度合い。0＝なし、1＝十分。"},
             Evidence::assumption, "judgement", Need::optional, Change::fixed),
    quantity("provider_walls", &Adoption<Real>::provider_walls, "fraction", {0.0, 1.0}, {0.3, 1.0}, {"Readiness a provider brings", "外部委託先の準備度"},
             {"Readiness that an outsourcing provider brings for the work it takes over: 0 = none, 1 = all that is needed.",
              "外部委託先が引き受ける業務について備えている準備度。0＝なし、1＝十分。"},
             Evidence::assumption, "judgement"),
    quantity("complementarity", &Adoption<Real>::complementarity, "times", {-10.0, 1.0}, {-2.0, 1.0}, {"How the three walls add up", "3つの壁の補い合い"},
             {"1 = one can stand in for another, -1 = one missing holds back all.",
              "1＝互いに代わりになる、−1＝1つ欠けると全体が止まる。"},
             Evidence::study, "ichniowski-1997"),
    quantity("budget_scale", &Adoption<Real>::budget_scale, "yen", {100000.0, 10000000000.0}, {2000000.0, 20000000.0},
             {"Budget that closes a wall", "壁を越える予算規模"},
             {"Budget for one wall at 30 people that closes 63% of its gap.",
              "30人規模で1つの壁の不足の63%を埋める予算。"},
             Evidence::assumption, "judgement", Need::optional, Change::fixed),
    quantity("clarity_floor", &Adoption<Real>::clarity_floor, "fraction", {0.0, 1.0}, {0.1, 0.6}, {"Reach without leadership", "経営のしくみによらない定着"},
             {"Part of the reach that does not need good leadership: 0 = none, 1 = leadership makes no difference.",
              "経営のしくみがなくても届く定着の割合。0＝届かない、1＝しくみによらず同じ。"},
             Evidence::assumption, "judgement"),
    quantity("fit_floor", &Adoption<Real>::fit_floor, "fraction", {0.0, 1.0}, {0.2, 0.8}, {"Reach without fit", "適合によらない定着"},
             {"Part of the reach that does not need fit: 0 = none, 1 = fit makes no difference.",
              "業務に合わなくても届く定着の割合。0＝届かない、1＝適合によらず同じ。"},
             Evidence::assumption, "judgement"),
    quantity("launch_push", &Adoption<Real>::launch_push, "1/month", {0.0, 1.0}, {0.05, 0.3}, {"Push at the launch", "導入時の押し上げ"},
             {"Share of the distance to the launch level covered in each of the first three months.",
              "導入後3か月、初期水準までの差が1か月で縮まる割合。"},
             Evidence::assumption, "judgement"),
    quantity("launch_level", &Adoption<Real>::launch_level, "fraction", {0.0, 1.0}, {0.3, 0.9}, {"Level of the launch", "導入時の初期水準"},
             {"Adoption that project team and vendor push towards at the launch: 0 = no use, 1 = all intended use.",
              "導入時に推進チームとベンダーが目指す利用水準。0＝利用なし、1＝想定した利用のすべて。"},
             Evidence::assumption, "judgement"),
    quantity("overshoot_loss", &Adoption<Real>::overshoot_loss, "1/month", {0.0, 1.0}, {0.05, 0.5}, {"Loss of what cannot be carried", "支えきれない利用の減少"},
             {"Share of use beyond the reach that is lost in a month after the launch.",
              "定着の上限を超えた利用が1か月に失われる割合。"},
             Evidence::assumption, "judgement"),
    quantity("innovation", &Adoption<Real>::innovation, "1/month", {0.0, 1.0}, {0.01, 0.1}, {"Taking up by oneself", "自発的な利用開始"},
             {"Share of those who could that begin in a month by themselves, with support.",
              "支援がある場合に、使える人が1か月に自発的に使い始める割合。"},
             Evidence::study, "bass-1969"),
    quantity("innovation_people", &Adoption<Real>::innovation_people, "1/month", {0.0, 1.0}, {0.0, 0.2}, {"Taking up by readiness", "準備度による利用開始"},
             {"Further share where people are ready.",
              "人の準備ができている場合に上乗せされる割合。"},
             Evidence::assumption, "judgement"),
    quantity("innovation_alone", &Adoption<Real>::innovation_alone, "1/month", {0.0, 1.0}, {0.0, 0.02}, {"Taking up without support", "支援なしの利用開始"},
             {"Likewise without outside support.",
              "外部支援がない場合の利用開始の割合。"},
             Evidence::assumption, "judgement"),
    quantity("imitation", &Adoption<Real>::imitation, "1/month", {0.0, 5.0}, {0.1, 0.5}, {"Taking up from colleagues", "同僚からの広がり"},
             {"How fast use spreads from those who use it.",
              "使っている人から広がる速さ。"},
             Evidence::study, "bass-1969"),
    quantity("imitation_voice", &Adoption<Real>::imitation_voice, "1/month", {0.0, 5.0}, {0.0, 0.6}, {"Spread by the field’s voice", "現場の声による広がり"},
             {"Further speed where the workplace has a say.",
              "現場の声が反映される場合に上乗せされる速さ。"},
             Evidence::assumption, "judgement"),
    quantity("imitation_alone", &Adoption<Real>::imitation_alone, "fraction", {0.0, 1.0}, {0.1, 0.8}, {"Spread without support", "支援なしの広がり"},
             {"Share of the spread without support and without institutionalised roles: 0 = it stops, 1 = as fast as with support.",
              "支援も仕組み化もない場合に残る広がりの割合。0＝広がらない、1＝支援がある場合と同じ。"},
             Evidence::assumption, "judgement"),
    quantity("decay_least", &Adoption<Real>::decay_least, "1/month", {1e-06, 1.0}, {0.002, 0.02}, {"Least falling back", "元に戻る速さ（最小）"},
             {"Share of use lost in a month where executives stand behind it, it is appraised, measured and nobody’s alone.",
              "経営層の関与・評価・測定・仕組み化がそろう場合に、1か月に失われる利用の割合。"},
             Evidence::study, "bloom-2013-2020"),
    quantity("decay_most", &Adoption<Real>::decay_most, "1/month", {1e-06, 1.0}, {0.02, 0.1}, {"Most falling back", "元に戻る速さ（最大）"},
             {"Likewise where none of that holds.",
              "いずれもない場合に、1か月に失われる利用の割合。"},
             Evidence::study, "saks-belcourt-2006"),
    quantity("supported_leadership", &Adoption<Real>::supported_leadership, "fraction", {0.0, 1.0}, {0.3, 0.9}, {"Leadership lent by support", "支援が補う推進力"},
             {"Sponsorship and measurement that outside support lends while it lasts: 0 = none, 1 = full.",
              "外部支援が続く間に補われる経営層の関与と効果測定の水準。0＝なし、1＝十分。"},
             Evidence::assumption, "judgement"),
    quantity("improvement_appraised", &Adoption<Real>::improvement_appraised, "fraction", {0.01, 1.0}, {0.05, 0.3},
             {"Full appraisal of improvement", "改善が評価される水準"},
             {"Weight times measurability of improvement that counts as fully appraised: near 0 = a little is enough, 1 = nothing else may count.",
              "改善が十分に評価されているとみなす、ウェイト×測定度。0に近い＝わずかで十分、1＝改善だけの評価が必要。"},
             Evidence::assumption, "judgement"),
    quantity("learning_months", &Adoption<Real>::learning_months, "months", {1.0, 120.0}, {1.0, 6.0}, {"Learning with help", "習熟の期間（支援あり）"},
             {"Months until about two thirds of the skill is there, with help.",
              "支援がある場合に約3分の2習熟するまでの月数。"},
             Evidence::assumption, "judgement"),
    quantity("learning_months_alone", &Adoption<Real>::learning_months_alone, "months", {0.0, 120.0}, {2.0, 10.0}, {"Further learning alone", "習熟の期間（支援なしの追加）"},
             {"Further months without help.",
              "支援がない場合に追加でかかる月数。"},
             Evidence::assumption, "judgement"),
    quantity("confusion", &Adoption<Real>::confusion, "times", {0.0, 10.0}, {0.2, 1.2}, {"Confusion at the launch", "導入時の混乱"},
             {"Hours lost to confusion at the launch, as a multiple of the hours it can save.",
              "導入時の混乱で失われる時間（削減できる時間に対する倍率）。"},
             Evidence::assumption, "judgement"),
    quantity("tool_first_confusion", &Adoption<Real>::tool_first_confusion, "times", {1.0, 10.0}, {1.0, 2.0},
             {"Confusion when the tool came first", "ツール先行の混乱"},
             {"By how much confusion grows when the tool is chosen before the work is redesigned.",
              "業務の再設計より先にツールを選んだ場合に混乱が増える倍率。"},
             Evidence::assumption, "judgement"),
    quantity("dual_running", &Adoption<Real>::dual_running, "times", {0.0, 10.0}, {0.2, 1.0}, {"Old and new side by side", "二重管理"},
             {"Hours of keeping records twice at half adoption, as a multiple of the routine hours it can save.",
              "半分定着した時点の二重管理の時間（削減できる定型業務時間に対する倍率）。"},
             Evidence::assumption, "judgement"),
    quantity("pilot_scale", &Adoption<Real>::pilot_scale, "fraction", {0.01, 1.0}, {0.1, 0.5}, {"Size of a pilot", "試行の規模"},
             {"Share of the company that a pilot reaches: near 0 = hardly anybody, 1 = all of it.",
              "試行の対象となる全社に対する割合。0に近い＝ごく一部、1＝全社。"},
             Evidence::assumption, "judgement"),
    quantity("pilot_learning", &Adoption<Real>::pilot_learning, "fraction", {0.0, 1.0}, {0.2, 0.8}, {"What a pilot finds", "試行で見つかる不適合"},
             {"Share of the missing fit that a pilot finds and mends: 0 = nothing, 1 = all of it.",
              "試行によって見つかり直される不適合の割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("analysis_learning", &Adoption<Real>::analysis_learning, "fraction", {0.0, 1.0}, {0.1, 0.5}, {"What analysis finds", "分析で見つかる不適合"},
             {"Share of the missing fit that two months of analysis find: 0 = nothing, 1 = all of it.",
              "2か月の現状分析で見つかる不適合の割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("novelty", &Adoption<Real>::novelty, "months", {1.0, 600.0}, {6.0, 24.0}, {"How long a result is news", "成果が話題になる期間"},
             {"Months for which a result is news; after that it fades as fast.",
              "成果が話題になる月数。その後は同じ速さで薄れる。"},
             Evidence::assumption, "judgement"),
    quantity("out_of_order_cost", &Adoption<Real>::out_of_order_cost, "times", {1.0, 10.0}, {1.0, 2.0}, {"Cost out of order", "順序違いの費用"},
             {"By how much an initiative costs more when the one it follows is not in use.",
              "先行施策が定着していない場合の費用の倍率。"},
             Evidence::assumption, "judgement"),
    quantity("out_of_order_effect", &Adoption<Real>::out_of_order_effect, "fraction", {0.0, 1.0}, {0.4, 0.9}, {"Effect out of order", "順序違いの効果"},
             {"Share of the effect that is left when the initiative it follows is not in use: 0 = nothing, 1 = all of it.",
              "先行施策が定着していない場合に残る効果の割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("ready_adoption", &Adoption<Real>::ready_adoption, "fraction", {0.01, 1.0}, {0.1, 0.6}, {"Ready for the next", "次へ進める定着率"},
             {"Adoption of the preceding initiative that makes a company ready: near 0 = a beginning is enough, 1 = full use.",
              "次の施策へ進める、先行施策の定着率。0に近い＝始まっていればよい、1＝完全な定着が必要。"},
             Evidence::assumption, "judgement"),
    quantity("unrenewed_reach", &Adoption<Real>::unrenewed_reach, "fraction", {0.0, 1.0}, {0.1, 0.7}, {"Reach without a budget", "予算なしの定着"},
             {"Part of the reach that is left when the running budget is not renewed: 0 = nothing, 1 = all of it.",
              "継続予算が更新されない場合に残る定着の割合。0＝残らない、1＝変わらない。"},
             Evidence::assumption, "judgement"),
    quantity("renewal_slope", &Adoption<Real>::renewal_slope, "times", {0.0, 100.0}, {2.0, 8.0}, {"Sharpness of renewal", "更新判断の鋭さ"},
             {"How sharply renewal answers to what the effect is seen to be worth.",
              "見える費用対効果に対する更新判断の鋭さ。"},
             Evidence::assumption, "judgement"),
    quantity("champion_loss", &Adoption<Real>::champion_loss, "fraction", {0.0, 1.0}, {0.3, 0.9}, {"Loss with the champion", "推進者が離れる影響"},
             {"Share of use lost when the person who drives it leaves and nothing is institutionalised: 0 = none, 1 = all.",
              "仕組み化がない状態で推進者が離れたときに失われる利用の割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("champion_hazard", &Adoption<Real>::champion_hazard, "1/month", {0.0, 0.5}, {0.0, 0.05}, {"Risk that the champion leaves", "推進者が離れる確率"},
             {"Chance a month that the person who drives an initiative leaves. Drawn in uncertainty runs only.",
              "施策を推進する人が離れる月あたりの確率。不確実性の計算でのみ用いる。"},
             Evidence::assumption, "judgement"),
    quantity("review_cost", &Adoption<Real>::review_cost, "fraction", {0.0, 1.0}, {0.1, 0.3}, {"Time of human review", "確認にかかる時間"},
             {"Share of saved hours that full human review takes: 0 = none, 1 = all.",
              "すべて人が確認する場合に、節約時間のうち使われる割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("review_effect", &Adoption<Real>::review_effect, "fraction", {0.0, 1.0}, {0.5, 0.95}, {"Effect of human review", "確認の効果"},
             {"Share of errors that full human review catches: 0 = none, 1 = all.",
              "すべて人が確認する場合に防げる誤りの割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("retrieval_effect", &Adoption<Real>::retrieval_effect, "fraction", {0.0, 1.0}, {0.2, 0.8}, {"Effect of own documents", "社内文書参照の効果"},
             {"Share of errors avoided when all answers draw on own documents: 0 = none, 1 = all.",
              "すべて社内文書を参照する場合に避けられる誤りの割合。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("error_outside", &Adoption<Real>::error_outside, "fraction", {0.0, 1.0}, {0.05, 0.3}, {"Errors beyond its reach", "不得意な業務での誤り"},
             {"Error rate added on tasks beyond what generative AI does well: 0 = none, 1 = every task goes wrong.",
              "生成AIが不得意な業務で増える誤りの率。0＝増えない、1＝すべて誤る。"},
             Evidence::study, "dellacqua-2023"),
    quantity("incident_hazard", &Adoption<Real>::incident_hazard, "1/month", {0.0, 0.5}, {0.0, 0.01}, {"Risk of an incident", "事故の確率"},
             {"Chance of a security incident a month without any of the five checks; each check takes away a fifth. Drawn in uncertainty runs only.",
              "5つの確認が1つもない場合の月あたり事故確率。確認1つで5分の1減る。不確実性の計算でのみ用いる。"},
             Evidence::assumption, "judgement"),
    quantity("incident_cost", &Adoption<Real>::incident_cost, "yen", {0.0, 10000000000.0}, {500000.0, 20000000.0}, {"Cost of an incident", "事故1件の費用"},
             {"Yen an incident costs.",
              "事故1件あたりの費用。"},
             Evidence::assumption, "judgement"),
});
template <class Real> constexpr auto& table(std::type_identity<Adoption<Real>>) { return adoption_table<Real>; }

}  // namespace goho::initiatives
