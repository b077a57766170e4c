// Coefficients of society: how trust grows and is lost, and what it does to the terms of loans. Leaves out the conduct
// itself, which other modules report. Theory: docs/model/society.md.
#pragma once

#include "core/parameter.hpp"

#include <array>
#include <type_traits>

namespace goho::society {

template <class Real> struct Parameters {
    Real trust_neutral = 50.0;
    Real trust_rise_time = 18.0;
    Real trust_fall_time = 5.0;
    Real disclosure_neutral = 0.3;
    Real disclosure_effect = 40.0;
    Real customer_effect = 1.0;
    Real error_effect = 15.0;
    Real layoff_effect = 50.0;
    Real payment_effect = 5.0;
    Real transparency_spread = 0.0035;
    Real credit_ladder = 1.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto society_table = std::to_array<Parameter<P<Real>>>({
    quantity("trust_neutral", &P<Real>::trust_neutral, "points", {0.0, 100.0}, {40.0, 60.0}, {"Ordinary trust", "標準的な信頼度"},
             {"Trust at ordinary disclosure, satisfaction and quality: 0 = none, 100 = full.",
              "開示・満足度・品質が標準のときの社会からの信頼。0＝なし、100＝全面的。"},
             Evidence::assumption, "judgement"),
    quantity("trust_rise_time", &P<Real>::trust_rise_time, "months", {1.0, 600.0}, {12.0, 36.0}, {"Time to gain trust", "信頼が高まる期間"},
             {"Months in which trust makes up about two thirds of the way to what conduct deserves, when it rises.",
              "行動にふさわしい信頼の水準まで、およそ3分の2高まるのにかかる月数。"},
             Evidence::assumption, "judgement"),
    quantity("trust_fall_time", &P<Real>::trust_fall_time, "months", {1.0, 600.0}, {2.0, 12.0}, {"Time to lose trust", "信頼が失われる期間"},
             {"Months in which trust makes up about two thirds of the way to what conduct deserves, when it falls.",
              "行動にふさわしい信頼の水準まで、およそ3分の2下がるのにかかる月数。"},
             Evidence::assumption, "judgement"),
    quantity("disclosure_neutral", &P<Real>::disclosure_neutral, "fraction", {0.0, 1.0}, {0.1, 0.5}, {"Ordinary disclosure", "標準的な情報開示"},
             {"Disclosure that is usual among comparable companies and moves trust neither way: 0 = nothing, 1 = everything.",
              "同規模の企業で普通とされ、信頼を上げも下げもしない開示の度合い。0＝なし、1＝すべて。"},
             Evidence::assumption, "judgement"),
    quantity("disclosure_effect", &P<Real>::disclosure_effect, "points", {0.0, 100.0}, {20.0, 60.0}, {"Effect of disclosure", "開示の効果"},
             {"Points of trust between disclosing nothing and disclosing everything.", "まったく開示しない場合とすべて開示する場合の信頼度の差。"},
             Evidence::assumption, "judgement"),
    quantity("customer_effect", &P<Real>::customer_effect, "points/point", {0.0, 10.0}, {0.5, 2.0}, {"Effect of customer satisfaction", "顧客満足の効果"},
             {"Points of trust for every point of customer satisfaction above today's.", "顧客満足度が現在より1点上がるごとの信頼度の上昇。"},
             Evidence::assumption, "judgement"),
    quantity("error_effect", &P<Real>::error_effect, "points", {0.0, 100.0}, {5.0, 30.0}, {"Effect of errors", "ミスの影響"},
             {"Points of trust lost when errors double, and gained when they vanish.", "ミスが2倍になると失い、なくなると得る信頼度。"},
             Evidence::assumption, "judgement"),
    quantity("layoff_effect", &P<Real>::layoff_effect, "points", {0.0, 1000.0}, {20.0, 100.0}, {"Effect of dismissals", "人員整理の影響"},
             {"Points of trust lost per full workforce let go within a year: at 50, letting one in ten go costs 5 points.",
              "1年間に全従業員を整理した場合に失う信頼度。50なら、1割の整理で5点を失う。"},
             Evidence::assumption, "judgement"),
    quantity("payment_effect", &P<Real>::payment_effect, "points/month", {0.0, 100.0}, {0.0, 10.0}, {"Effect of paying earlier", "支払の早さの効果"},
             {"Points of trust for every month by which suppliers are paid earlier than today.", "仕入先への支払が現在より1か月早まるごとの信頼度の上昇。"},
             Evidence::assumption, "judgement"),
    quantity("transparency_spread", &P<Real>::transparency_spread, "fraction/year", {-0.05, 0.05}, {0.0, 0.007},
             {"Interest saved by trust", "信頼による金利低下"},
             {"Interest saved when trust is 50 points above the ordinary; below zero, openness would make borrowing dearer.",
              "信頼度が標準を50点上回るときに下がる借入金利。マイナスなら開示でかえって金利が上がる。"},
             Evidence::study, "minnis-2011"),
    quantity("credit_ladder", &P<Real>::credit_ladder, "fraction", {0.0, 1.0}, {0.0, 1.0}, {"Credit standing in interest", "信用力の金利への反映"},
             {"Share of the difference between guarantee-fee classes that shows in the cost of the loans: 0 = none, 1 = all of it.",
              "信用保証料率の区分差のうち、借入の費用に反映される割合。0＝反映されない、1＝すべて反映される。"},
             Evidence::assumption, "judgement"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return society_table<Real>; }

}  // namespace goho::society
