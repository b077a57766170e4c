// Indicators of the five directions that are reckoned from conduct: KP-41 to KP-55. Without behaviour there is none.
#include "core/number.hpp"
#include "stakeholders/indicator.hpp"

#include <array>

namespace goho::stakeholders {

namespace {

constexpr std::string_view own = "judgement";

template <class Real> std::optional<Real> over(const Real& a, const Real& b) { return b > 0.0 ? std::optional<Real>(a / b) : std::nullopt; }

/// Wraps a figure of conduct: nothing where behaviour is off.
template <auto F> inline constexpr Reckoning of = by<[](const auto& y) { return y.behaves ? std::optional(F(y)) : std::nullopt; }>;

template <class Real> Real reinvested(const YearOf<Real>& y) {
    return y.now.research_development_cost + y.now.training_cost + y.now.it_cost;
}

constexpr std::array table{
    Indicator{"operating_cash_flow_to_debt", "fraction", {"Operating cash flow to debt", "営業CF対有利子負債"},
              {"Operating cash flow of twelve months ÷ interest-bearing debt; none without debt", "営業CF（12か月換算）÷ 有利子負債。負債がなければ計算しない"},
              Better::higher, "KP-41", "general-knowledge",
              by<[](const auto& y) { return over(y.annual(y.now.operating_cash_flow), interest_bearing_debt(y.now)); }>},
    Indicator{"hours_saved_share", "fraction", {"Hours saved", "工数削減率"}, {"Hours saved by initiatives ÷ hours available", "施策による削減時間 ÷ 稼働可能時間"},
              Better::higher, "KP-42", own, of<[](const auto& y) { return over(y.conduct.hours_saved, y.conduct.available_hours); }>},
    Indicator{"freed_hours_used", "fraction", {"Freed hours put to use", "生み出した時間の活用率"},
              {"1 − idle hours ÷ freed hours; none while less than 0.5% of all hours are free", "1 − 使われていない時間 ÷ 生み出した時間。全体の0.5%未満なら計算しない"},
              Better::higher, "KP-43", own,
              of<[](const auto& y) { return (y.conduct.freed_hours >= 0.005 * y.conduct.available_hours && y.conduct.freed_hours > 0.0) ? std::optional(1.0 - y.conduct.idle_hours / y.conduct.freed_hours) : std::nullopt; }>},
    Indicator{"adoption_rate", "fraction", {"Adoption of initiatives", "施策の定着率"}, {"Use that takes place ÷ use intended, weighted with the hours to be saved", "実際の利用 ÷ 予定した利用（削減見込み時間で加重）"},
              Better::higher, "KP-44", own, of<[](const auto& y) { return std::optional(y.conduct.adoption); }>},
    Indicator{"attrition_against_normal", "times", {"Attrition against normal", "離職率（通常比）"}, {"Monthly attrition ÷ attrition at ordinary satisfaction", "月次離職率 ÷ 通常の満足度での離職率"},
              Better::lower, "KP-45", own, of<[](const auto& y) { return over(y.conduct.attrition_rate, y.attrition_rate_today); }>, Stakeholder::employees},
    Indicator{"annual_attrition", "fraction", {"Attrition of a year", "年間離職率"}, {"1 − (1 − monthly attrition)^12", "1 −（1 − 月次離職率）^12"},
              Better::lower, "KP-46", own, of<[](const auto& y) { return std::optional(1.0 - power(1.0 - y.conduct.attrition_rate, 12)); }>, Stakeholder::employees},
    Indicator{"relative_wage_growth", "fraction", {"Pay growth against the market", "賃金の伸び（市場比）"}, {"Change of pay against the market within the year", "市場に対する賃金水準の1年間の変化"},
              Better::higher, "KP-47", own,
              of<[](const auto& y) { return (y.conduct_before.real_wage_index > 0.0) ? std::optional(y.conduct.real_wage_index / y.conduct_before.real_wage_index - 1.0) : std::nullopt; }>,
              Stakeholder::employees},
    Indicator{"annual_retention", "fraction", {"Customers kept in a year", "年間継続率"}, {"(1 − monthly churn)^12", "（1 − 月次離脱率）^12"},
              Better::higher, "KP-48", own, of<[](const auto& y) { return std::optional(power(1.0 - y.conduct.churn_rate, 12)); }>, Stakeholder::customers},
    Indicator{"referrals_per_hundred", "times", {"Referrals a year per 100 customers", "紹介件数（顧客100件あたり年間）"}, {"Monthly referral rate × 12 × 100", "月次紹介率 × 12 × 100"},
              Better::higher, "KP-49", own, of<[](const auto& y) { return std::optional(y.conduct.referral_rate * 1200.0); }>, Stakeholder::customers},
    Indicator{"complaints_against_today", "times", {"Complaints against today", "クレーム率（現状比）"}, {"Complaint rate ÷ complaint rate today", "クレーム率 ÷ 現状のクレーム率"},
              Better::lower, "KP-50", own, of<[](const auto& y) { return over(y.conduct.complaint_rate, y.complaint_rate_today); }>, Stakeholder::customers},
    Indicator{"lead_time_against_today", "times", {"Lead time against today", "対応時間（現状比）"}, {"Lead time ÷ lead time today", "対応日数 ÷ 現状の対応日数"},
              Better::lower, "KP-51", own, of<[](const auto& y) { return over(y.conduct.lead_time, y.lead_time_today); }>, Stakeholder::customers},
    Indicator{"errors_against_today", "times", {"Errors against today", "ミス率（現状比）"}, {"Error rate ÷ error rate today", "ミス率 ÷ 現状のミス率"},
              Better::lower, "KP-52", own, of<[](const auto& y) { return over(y.conduct.error_rate, y.error_rate_today); }>, Stakeholder::customers},
    Indicator{"involuntary_cut_share", "fraction", {"People let go", "会社都合の減員率"}, {"People let go in twelve months ÷ people at the end", "12か月の会社都合減員 ÷ 期末人員"},
              Better::lower, "KP-53", own, of<[](const auto& y) { return over(y.annual(y.conduct.dismissed), y.conduct.headcount); }>, Stakeholder::society},
    Indicator{"investment_in_future", "fraction", {"Research, training and IT", "研究開発・人材・DX投資比率"}, {"(R&D + training + IT cost) ÷ value added", "（研究開発費 + 教育研修費 + IT費）÷ 付加価値額"},
              Better::higher, "KP-54", own, by<[](const auto& y) { return over(reinvested(y), value_added(y.now)); }>, Stakeholder::next_generation},
    Indicator{"hiring_fill_rate", "fraction", {"Posts filled", "採用充足率"}, {"People ÷ posts planned, at most 1", "在籍人員 ÷ 計画人員（上限1）"},
              Better::higher, "KP-55", own,
              of<[](const auto& y) { return (y.conduct.planned_headcount > 0.0) ? std::optional(min(1.0, y.conduct.headcount / y.conduct.planned_headcount)) : std::nullopt; }>,
              Stakeholder::next_generation},
};

}  // namespace

std::span<const Indicator> conduct_indicators() { return table; }

}  // namespace goho::stakeholders
