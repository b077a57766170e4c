// How the company is led: how clear its goals are, how far executives stand behind change, whether results are
// measured and shared, whether roles outlive persons. The same levers describe the company today and as planned.
// Leaves out what leading differently costs: that is in management.hpp. Theory: docs/model/management.md.
#pragma once

#include "core/parameter.hpp"

#include <array>
#include <type_traits>

namespace goho::management {

template <class Real> struct Parameters {
    Real goal_clarity = 0.4;
    Real goal_difficulty = 1.0;
    Real executive_sponsorship = 0.3;
    Real measurement = 0.2;
    Real institutionalisation = 0.3;
    Real information_sharing = 0.4;
    Real field_voice = 0.5;
    Real purpose_shared = 0.4;
    Real budget_ownership = 0.3;
    Real cost_benefit_review = 0.3;
    Real project_responsibility = 0.3;
    Real segment_results_used = 0.3;
    Real plan_linkage = 0.2;
    Real disclosure = 0.3;
};

/// A lever from 0 (not at all) to 1 (fully), as the company's own people judge it.
template <class Real>
constexpr Parameter<Parameters<Real>> lever(std::string_view name, Real Parameters<Real>::*field, Label label, Label meaning) {
    return quantity(name, field, "fraction", {0.0, 1.0}, {0.0, 1.0}, label, meaning, Evidence::assumption, "judgement");
}

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto levers_table = std::to_array<Parameter<P<Real>>>({
    lever("goal_clarity", &P<Real>::goal_clarity, {"Goal clarity", "目標の明確さ"},
          {"How many people can say what is to be reached, by when, to which level and from which baseline: 0 = nobody, 1 = everybody.",
           "何を・いつまでに・どの水準まで・どの現状値から達成するかを言える人の割合。0＝誰も言えない、1＝全員が言える。"}),
    quantity("goal_difficulty", &P<Real>::goal_difficulty, "times", {0.0, 2.0}, {0.5, 1.5}, {"Goal difficulty", "目標の難しさ"},
             {"How hard the goals are: 0 = no effort needed, 1 = demanding but attainable, 2 = out of reach.",
              "目標の難しさ。0＝努力なしで届く、1＝高いが届く、2＝手が届かない。"},
             Evidence::assumption, "judgement"),
    lever("executive_sponsorship", &P<Real>::executive_sponsorship, {"Executive sponsorship", "経営層の関与"},
          {"How visibly executives stand behind the change with their own time and decisions: 0 = not at all, 1 = every week.",
           "経営層が自分の時間と決定で変革を後押しする度合い。0＝まったくない、1＝毎週目に見える。"}),
    lever("measurement", &P<Real>::measurement, {"Measurement of results", "効果測定"},
          {"Share of the effects of change that are measured and reviewed every month: 0 = none, 1 = all.",
           "取り組みの効果のうち、毎月測って見直しているものの割合。0＝なし、1＝すべて。"}),
    lever("institutionalisation", &P<Real>::institutionalisation, {"Roles that outlive persons", "仕組みとしての定着"},
          {"How far roles, rules and deputies keep work going when a person leaves: 0 = it hangs on persons, 1 = on none.",
           "担当者が抜けても、役割・手順・代行で仕事が続く度合い。0＝人に依存、1＝誰が抜けても続く。"}),
    lever("information_sharing", &P<Real>::information_sharing, {"Shared figures", "数字の共有"},
          {"Share of the company's figures that employees see and have explained to them: 0 = none, 1 = all that concern their work.",
           "会社の数字のうち、従業員が説明を受けて見ているものの割合。0＝なし、1＝仕事に関わるすべて。"}),
    lever("field_voice", &P<Real>::field_voice, {"Voice of the workplace", "現場の発言力"},
          {"How far the people who do the work have a say in how it changes: 0 = none, 1 = they decide along.",
           "仕事の変え方に現場が意見を反映できる度合い。0＝できない、1＝一緒に決める。"}),
    lever("purpose_shared", &P<Real>::purpose_shared, {"Shared purpose", "目的の共有"},
          {"Share of people who were told why the company does this: 0 = nobody, 1 = everybody.",
           "なぜ取り組むのかを伝えられた人の割合。0＝誰もいない、1＝全員。"}),
    lever("budget_ownership", &P<Real>::budget_ownership, {"Budget ownership", "幹部の予算責任"},
          {"Share of spending that managers plan and answer for themselves: 0 = none, 1 = all.",
           "支出のうち、幹部が自ら予算を立てて責任を持つものの割合。0＝なし、1＝すべて。"}),
    lever("cost_benefit_review", &P<Real>::cost_benefit_review, {"Cost-benefit review", "費用対効果の検証"},
          {"Share of spending whose effect is compared with its cost afterwards: 0 = none, 1 = all.",
           "支出のうち、後から効果と費用を比べているものの割合。0＝なし、1＝すべて。"}),
    lever("project_responsibility", &P<Real>::project_responsibility, {"Project responsibility", "案件責任"},
          {"Share of projects for whose result a named manager answers: 0 = none, 1 = all.",
           "案件のうち、結果に責任を持つ幹部が決まっているものの割合。0＝なし、1＝すべて。"}),
    lever("segment_results_used", &P<Real>::segment_results_used, {"Use of segment results", "部門別採算の活用"},
          {"How far results by segment are known and used in decisions: 0 = unknown, 1 = every month.",
           "部門別の採算を把握し、判断に使う度合い。0＝把握していない、1＝毎月使う。"}),
    lever("plan_linkage", &P<Real>::plan_linkage, {"Link to the long-term plan", "長期計画との連動"},
          {"How far yearly plans, appraisal and investment follow the plan for 3, 5 and 10 years: 0 = not at all, 1 = fully.",
           "年度計画・評価・投資が3・5・10年の計画に沿う度合い。0＝まったく沿わない、1＝すべて沿う。"}),
    lever("disclosure", &P<Real>::disclosure, {"Disclosure", "情報開示"},
          {"Share of what banks, partners and the public would like to know that the company tells them: 0 = nothing, 1 = all.",
           "金融機関・取引先・地域が知りたい情報のうち、開示しているものの割合。0＝なし、1＝すべて。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return levers_table<Real>; }

/// Coefficients of this module (section "leadership").
template <class Real> struct Leadership {
    Real difficulty_tolerance = 1.0;
    Real success_to_sponsorship = 0.5;
    Real sponsorship_fading = 36.0;
    Real sponsorship_cost = 250000.0;
    Real sharing_cost = 150000.0;
    Real measurement_cost = 100000.0;
};

template <class Real> using L = Leadership<Real>;
template <class Real>
inline constexpr auto leadership_table = std::to_array<Parameter<L<Real>>>({
    quantity("difficulty_tolerance", &L<Real>::difficulty_tolerance, "times", {0.1, 10.0}, {0.5, 2.0},
             {"Tolerance of difficulty", "難しさの許容幅"},
             {"How far goals may lie below or above the right difficulty before they guide nobody any more: 1 = from 0 to 2.",
              "目標の難しさが適切な水準からどこまで外れると働かなくなるか。1＝0から2までの間で働く。"},
             Evidence::assumption, "judgement"),
    quantity("success_to_sponsorship", &L<Real>::success_to_sponsorship, "fraction/year", {0.0, 12.0}, {0.2, 0.8},
             {"Support won by success", "成果が生む経営層の支持"},
             {"Share of the missing sponsorship that a year of fully visible success wins: 0 = none, 1 = the whole distance at the first pace.",
              "目に見える成果が1年続いたときに埋まる、経営層の関与の不足分の割合。0＝埋まらない、1＝当初の速さで全部。"},
             Evidence::assumption, "judgement"),
    quantity("sponsorship_fading", &L<Real>::sponsorship_fading, "months", {1.0, 1200.0}, {12.0, 60.0},
             {"Fading of support won", "得た支持が薄れる期間"},
             {"Months until about two thirds of the support won by visible results has faded without further results.",
              "見える成果で得た経営層の支持が、次の成果がない場合に約3分の2薄れるまでの月数。"},
             Evidence::assumption, "judgement"),
    quantity("sponsorship_cost", &L<Real>::sponsorship_cost, "yen/month", {0.0, 1e9}, {0.0, 1e6}, {"Cost of sponsorship", "経営層の関与の費用"},
             {"Cost a month at 30 people of raising executive sponsorship from 0 to 1; less for a smaller step, more with more people.",
              "経営層の関与を0から1へ高める月額費用（30人規模）。変化の幅と人数に比例する。"},
             Evidence::assumption, "judgement"),
    quantity("sharing_cost", &L<Real>::sharing_cost, "yen/month", {0.0, 1e9}, {0.0, 1e6}, {"Cost of sharing figures", "数字の共有の費用"},
             {"Cost a month at 30 people of raising the sharing of figures from 0 to 1; less for a smaller step, more with more people.",
              "数字の共有を0から1へ高める月額費用（30人規模）。変化の幅と人数に比例する。"},
             Evidence::assumption, "judgement"),
    quantity("measurement_cost", &L<Real>::measurement_cost, "yen/month", {0.0, 1e9}, {0.0, 1e6}, {"Cost of measurement", "効果測定の費用"},
             {"Cost a month at 30 people of raising measurement from 0 to 1; less for a smaller step, more with more people.",
              "効果測定を0から1へ高める月額費用（30人規模）。変化の幅と人数に比例する。"},
             Evidence::assumption, "judgement"),
});
template <class Real> constexpr auto& table(std::type_identity<Leadership<Real>>) { return leadership_table<Real>; }

}  // namespace goho::management
