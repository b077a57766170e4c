// What people are appraised for: the weight of each task and how well it is measured. The same levers describe the
// company today and as planned. Weights are a group that adds up to 1, together with any further task.
// Theory: docs/model/evaluation.md.
#pragma once

#include "core/parameter.hpp"

#include <array>
#include <type_traits>

namespace goho::evaluation {

template <class Real> struct Parameters {
    Real selling_weight = 0.55;
    Real customer_value_weight = 0.25;
    Real improvement_weight = 0.10;
    Real development_weight = 0.10;
    Real selling_measurability = 1.0;
    Real customer_value_measurability = 0.3;
    Real improvement_measurability = 0.3;
    Real development_measurability = 0.3;
};

/// A share from 0 to 1 that the company's own people judge.
template <class S>
constexpr Parameter<S> share(std::string_view name, NumberOf<S> S::*field, Label label, Label meaning, Change change = Change::monthly) {
    return quantity(name, field, "fraction", {0.0, 1.0}, {0.0, 1.0}, label, meaning, Evidence::assumption, "judgement",
                    Need::optional, change);
}

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto levers_table = std::to_array<Parameter<P<Real>>>({
    share("selling_weight", &P<Real>::selling_weight, {"Weight of selling", "営業の評価ウェイト"},
          {"Share of selling in appraisal and bonus: 0 = does not count, 1 = nothing else counts; all weights add up to 1.",
           "評価・賞与に占める営業（売上）の割合。0＝評価されない、1＝それだけで決まる。ウェイトの合計は1。"}),
    share("customer_value_weight", &P<Real>::customer_value_weight, {"Weight of customer value", "顧客価値の評価ウェイト"},
          {"Share of value for customers in appraisal and bonus: 0 = does not count, 1 = nothing else counts; all weights add up to 1.",
           "評価・賞与に占める顧客価値（品質・対応）の割合。0＝評価されない、1＝それだけで決まる。ウェイトの合計は1。"}),
    share("improvement_weight", &P<Real>::improvement_weight, {"Weight of improvement", "改善の評価ウェイト"},
          {"Share of improving the work in appraisal and bonus: 0 = does not count, 1 = nothing else counts; all weights add up to 1.",
           "評価・賞与に占める業務改善の割合。0＝評価されない、1＝それだけで決まる。ウェイトの合計は1。"}),
    share("development_weight", &P<Real>::development_weight, {"Weight of development", "育成・開発の評価ウェイト"},
          {"Share of developing people and products in appraisal and bonus: 0 = does not count, 1 = nothing else counts; all weights add up to 1.",
           "評価・賞与に占める人材育成・商品開発の割合。0＝評価されない、1＝それだけで決まる。ウェイトの合計は1。"}),
    share("selling_measurability", &P<Real>::selling_measurability, {"Measurability of selling", "営業の測定度"},
          {"How well what a person achieves in selling shows in figures: 0 = not at all, 1 = fully.",
           "営業の成果が一人ひとりの数字に表れる度合い。0＝まったく表れない、1＝すべて表れる。"}),
    share("customer_value_measurability", &P<Real>::customer_value_measurability, {"Measurability of customer value", "顧客価値の測定度"},
          {"How well what a person achieves for customers shows in figures: 0 = not at all, 1 = fully; about 0.8 with monthly indicators.",
           "顧客価値の成果が一人ひとりの数字に表れる度合い。0＝まったく表れない、1＝すべて表れる。月次指標があれば0.8程度。"}),
    share("improvement_measurability", &P<Real>::improvement_measurability, {"Measurability of improvement", "改善の測定度"},
          {"How well what a person improves shows in figures: 0 = not at all, 1 = fully; about 0.8 with monthly indicators.",
           "業務改善の成果が一人ひとりの数字に表れる度合い。0＝まったく表れない、1＝すべて表れる。月次指標があれば0.8程度。"}),
    share("development_measurability", &P<Real>::development_measurability, {"Measurability of development", "育成・開発の測定度"},
          {"How well what a person develops shows in figures: 0 = not at all, 1 = fully; about 0.6 with monthly indicators.",
           "育成・開発の成果が一人ひとりの数字に表れる度合い。0＝まったく表れない、1＝すべて表れる。月次指標があれば0.6程度。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return levers_table<Real>; }

/// What a further task of the scenario counts for.
enum class Serves { nothing, selling, customer_value, improvement, development };
inline constexpr auto serves_options = std::to_array<Option>({
    {"nothing", {"None of the four", "いずれでもない"}},
    {"selling", {"Selling", "営業"}},
    {"customer_value", {"Customer value", "顧客価値"}},
    {"improvement", {"Improvement", "改善"}},
    {"development", {"Development", "育成・開発"}},
});
constexpr std::span<const Option> options(Serves) { return serves_options; }

/// A task beside the four: reports, events, audits.
template <class Real> struct Task {
    Serves serves = Serves::nothing;
    Real weight = 0.0;
    Real weight_today = 0.0;
    Real measurability = 0.3;
    Real measurability_today = 0.3;
    Real base_effort = 0.05;
};

template <class Real> using T = Task<Real>;
template <class Real>
inline constexpr auto tasks_table = std::to_array<Parameter<T<Real>>>({
    option("serves", choice<&T<Real>::serves>, {"Serves", "貢献先"},
           {"Which of the four outcomes time spent on this task adds to, or none of them.", "この仕事の時間が4つの成果のどれに寄与するか（寄与しないことも可）。"}),
    share("weight", &T<Real>::weight, {"Weight as planned", "計画の評価ウェイト"},
          {"Share of this task in appraisal and bonus as planned: 0 = does not count, 1 = nothing else counts; all weights add up to 1.",
           "計画で評価・賞与に占めるこの仕事の割合。0＝評価されない、1＝それだけで決まる。ウェイトの合計は1。"}),
    share("weight_today", &T<Real>::weight_today, {"Weight today", "現在の評価ウェイト"},
          {"Share of this task in appraisal and bonus today: 0 = does not count, 1 = nothing else counts.",
           "現在、評価・賞与に占めるこの仕事の割合。0＝評価されない、1＝それだけで決まる。"},
          Change::fixed),
    share("measurability", &T<Real>::measurability, {"Measurability as planned", "計画の測定度"},
          {"How well what a person achieves in this task will show in figures: 0 = not at all, 1 = fully.",
           "計画で、この仕事の成果が一人ひとりの数字に表れる度合い。0＝まったく表れない、1＝すべて表れる。"}),
    share("measurability_today", &T<Real>::measurability_today, {"Measurability today", "現在の測定度"},
          {"How well what a person achieves in this task shows in figures today: 0 = not at all, 1 = fully.",
           "現在、この仕事の成果が一人ひとりの数字に表れる度合い。0＝まったく表れない、1＝すべて表れる。"},
          Change::fixed),
    quantity("base_effort", &T<Real>::base_effort, "fraction", {0.001, 1.0}, {0.01, 0.5}, {"Effort by habit today", "現在の習慣的な配分"},
             {"Free time the task takes today by habit, measured against the time of the four together: 0.05 = a twentieth of theirs.",
              "現在この仕事に習慣として使う裁量時間の割合（4つの仕事の合計に対する比）。0.05＝その20分の1。"},
             Evidence::assumption, "judgement", Need::optional, Change::fixed),
});
template <class Real> constexpr auto& table(std::type_identity<Task<Real>>) { return tasks_table<Real>; }

/// A change of effort by hand, in shares of discretionary time.
template <class Real> struct Nudge {
    Real selling{}, customer_value{}, improvement{}, development{};
};

/// Coefficients: how effort answers to appraisal (section "effort").
template <class Real> struct Response {
    Real incentive_response = 1.2;
    Real literacy_floor = 0.5;
    Real clarity_response = 0.4;
    Real task_conflict = 0.0;
    Real norm_persistence = 0.5;
    Real norm_time = 18.0;
    Real selling_base = 0.40;
    Real customer_value_base = 0.30;
    Real improvement_base = 0.15;
    Real development_base = 0.15;
};

/// Habit cannot be nothing: what nobody does at all, no appraisal can raise in proportion.
template <class Real>
constexpr Parameter<Response<Real>> habit_share(std::string_view name, Real Response<Real>::*field, Range plausible, Label label, Label meaning) {
    return quantity(name, field, "fraction", {0.001, 1.0}, plausible, label, meaning, Evidence::assumption, "judgement",
                    Need::optional, Change::fixed);
}

template <class Real> using R = Response<Real>;
template <class Real>
inline constexpr auto response_table = std::to_array<Parameter<R<Real>>>({
    quantity("incentive_response", &R<Real>::incentive_response, "times", {0.05, 10.0}, {0.5, 2.5}, {"Response to appraisal", "評価への反応の強さ"},
             {"By how much effort on a task grows, in proportion, when appraisal favours it by 1 more than the others: 1.2 = 12% for 0.1.",
              "ある仕事の評価が他より1だけ有利になったとき、その仕事の時間が何倍分増えるか。1.2なら、0.1の有利で12%増える。"},
             Evidence::study, "lazear-2000"),
    quantity("literacy_floor", &R<Real>::literacy_floor, "fraction", {0.0, 1.0}, {0.3, 0.8}, {"Response without figures", "数字を知らない場合の反応"},
             {"Part of the response that remains where nobody understands the company's figures: 0 = none, 1 = all of it.",
              "会社の数字を誰も理解していなくても残る反応の割合。0＝反応しない、1＝変わらない。"},
             Evidence::assumption, "judgement"),
    quantity("clarity_response", &R<Real>::clarity_response, "fraction", {0.0, 1.0}, {0.0, 0.8}, {"Response to clear goals", "目標の明確さによる反応"},
             {"How much stronger the response becomes when goal clarity rises from 0 to 1: 0 = no stronger, 1 = twice as strong.",
              "目標の明確さが0から1に高まると反応がどれだけ強まるか。0＝変わらない、1＝2倍になる。"},
             Evidence::assumption, "judgement"),
    quantity("task_conflict", &R<Real>::task_conflict, "fraction", {0.0, 0.5}, {0.0, 0.5}, {"Conflict of tasks", "仕事どうしの競合"},
             {"How far more effort on one task makes effort on another harder: 0 = not at all, 0.5 = strongly.",
              "ある仕事に力を入れると他の仕事がやりにくくなる度合い。0＝影響なし、0.5＝強い。"},
             Evidence::assumption, "judgement"),
    quantity("norm_persistence", &R<Real>::norm_persistence, "fraction", {0.0, 0.95}, {0.3, 0.7}, {"Drift of habit", "習慣の変わりやすさ"},
             {"How far habit follows what people are doing: 0 = it stays as it is, near 1 = what is done becomes habit.",
              "実際の行動に習慣がどこまで近づくか。0＝変わらない、1に近い＝行動がそのまま習慣になる。"},
             Evidence::assumption, "judgement"),
    quantity("norm_time", &R<Real>::norm_time, "months", {1.0, 600.0}, {12.0, 36.0}, {"Time of habit", "習慣が変わる期間"},
             {"Months in which habit takes up about two thirds of a change in what people do.", "行動の変化のおよそ3分の2が習慣に反映されるまでの月数。"},
             Evidence::assumption, "judgement"),
    habit_share("selling_base", &R<Real>::selling_base, {0.2, 0.6}, {"Selling by habit today", "現在の営業の配分"},
                {"Share of free time that goes into selling today by habit; the shares are scaled to add up to 1.",
                 "現在、裁量時間のうち習慣として営業に使う割合。合計が1になるよう調整される。"}),
    habit_share("customer_value_base", &R<Real>::customer_value_base, {0.1, 0.5}, {"Customer value by habit today", "現在の顧客価値の配分"},
                {"Share of free time that goes into value for customers today by habit; the shares are scaled to add up to 1.",
                 "現在、裁量時間のうち習慣として顧客価値に使う割合。合計が1になるよう調整される。"}),
    habit_share("improvement_base", &R<Real>::improvement_base, {0.05, 0.3}, {"Improvement by habit today", "現在の改善の配分"},
                {"Share of free time that goes into improving the work today by habit; the shares are scaled to add up to 1.",
                 "現在、裁量時間のうち習慣として業務改善に使う割合。合計が1になるよう調整される。"}),
    habit_share("development_base", &R<Real>::development_base, {0.05, 0.3}, {"Development by habit today", "現在の育成・開発の配分"},
                {"Share of free time that goes into developing people and products today by habit; the shares are scaled to add up to 1.",
                 "現在、裁量時間のうち習慣として育成・開発に使う割合。合計が1になるよう調整される。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Response<Real>>) { return response_table<Real>; }

}  // namespace goho::evaluation
