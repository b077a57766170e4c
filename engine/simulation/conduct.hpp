// What people do in a month and what others think of it: the results of behaviour, beside the books. Company-wide
// figures, and the detail by segment, initiative and job group. Equations: docs/model/, MG, EV, IN, WF, CU, SO, NG.
#pragma once

#include "core/variable.hpp"

#include <array>

namespace goho::simulation {

template <class Real> struct Conduct {
    // Leadership and effort
    Real goal_clarity{}, executive_sponsorship{}, measurement{}, institutionalisation{}, plan_linkage{}, purpose_shared{};
    Real selling_effort{}, customer_value_effort{}, improvement_effort{}, development_effort{}, other_effort{};
    // Hours of the month
    Real available_hours{}, indirect_hours{}, fulfilment_hours{}, discretionary_hours{};
    Real hours_saved{}, confusion_hours{}, dual_running_hours{}, freed_hours{}, idle_hours{};
    Real hours_to_customers{}, hours_to_sales{}, hours_to_improvement{}, hours_to_development{}, overtime_cut_hours{}, headcount_cut_hours{};
    Real selling_hours{}, customer_hours{}, improvement_hours{}, development_hours{};
    Real overload{}, load{}, overtime_hours{}, deliverable_share{}, waste_share{};
    // Initiatives together
    Real adoption{}, visible_success{}, initiative_cost{}, management_cost{}, error_rate{}, lead_time{}, re_entry_index{};
    // Employees
    Real headcount{}, planned_headcount{}, novices{}, vacancies{}, leavers{}, dismissed{}, hires{}, attrition_rate{};
    Real employee_satisfaction{}, number_literacy{}, human_capital{}, labour_productivity_index{}, real_wage_index{};
    // Customers
    Real customer_index{}, customer_satisfaction{}, market_satisfaction{}, churn_rate{}, referral_rate{}, complaint_rate{}, willingness_to_pay{};
    // Society
    Real trust{}, disclosure{}, credit_score{}, credit_spread{};
    // Next generation
    Real research_capital{}, digital_capital{}, executive_capability{}, founder_dependence{}, attractiveness{};
};

template <class Real> using C = Conduct<Real>;
template <class Real>
inline constexpr auto conduct_variables = std::to_array<Variable<C<Real>, Real>>({
    {"goal_clarity", &C<Real>::goal_clarity, "index", Kind::stock, {"Goal clarity", "目標の明確さ"}, Better::higher, "MG-1", Stakeholder::employees},
    {"executive_sponsorship", &C<Real>::executive_sponsorship, "index", Kind::stock, {"Executives' support", "経営層の関与"}, Better::higher, "MG-2", Stakeholder::company},
    {"measurement", &C<Real>::measurement, "index", Kind::stock, {"Effects measured", "効果測定"}, Better::higher, "MG-5", Stakeholder::company},
    {"institutionalisation", &C<Real>::institutionalisation, "index", Kind::stock, {"Roles that outlive persons", "仕組み化（脱・属人化）"}, Better::higher, "MG-5", Stakeholder::next_generation},
    {"plan_linkage", &C<Real>::plan_linkage, "index", Kind::stock, {"Long-term plan linked to daily work", "長期計画との連動"}, Better::higher, "MG-5", Stakeholder::next_generation},
    {"purpose_shared", &C<Real>::purpose_shared, "index", Kind::stock, {"Purpose shared", "目的の共有"}, Better::higher, "MG-5", Stakeholder::employees},
    {"selling_effort", &C<Real>::selling_effort, "fraction", Kind::stock, {"Effort: selling", "努力配分：営業"}, Better::neither, "EV-6", Stakeholder::employees},
    {"customer_value_effort", &C<Real>::customer_value_effort, "fraction", Kind::stock, {"Effort: customer value", "努力配分：顧客価値"}, Better::neither, "EV-6", Stakeholder::employees},
    {"improvement_effort", &C<Real>::improvement_effort, "fraction", Kind::stock, {"Effort: improvement", "努力配分：改善"}, Better::neither, "EV-6", Stakeholder::employees},
    {"development_effort", &C<Real>::development_effort, "fraction", Kind::stock, {"Effort: development", "努力配分：育成・開発"}, Better::neither, "EV-6", Stakeholder::employees},
    {"other_effort", &C<Real>::other_effort, "fraction", Kind::stock, {"Effort: other tasks", "努力配分：その他"}, Better::neither, "EV-6", Stakeholder::employees},
    {"available_hours", &C<Real>::available_hours, "hours", Kind::flow, {"Working hours available", "稼働可能時間"}, Better::neither, "WF-15", Stakeholder::employees},
    {"indirect_hours", &C<Real>::indirect_hours, "hours", Kind::flow, {"Indirect work", "間接業務時間"}, Better::lower, "WF-10", Stakeholder::company},
    {"fulfilment_hours", &C<Real>::fulfilment_hours, "hours", Kind::flow, {"Filling orders", "受注処理・生産時間"}, Better::neither, "WF-17", Stakeholder::company},
    {"discretionary_hours", &C<Real>::discretionary_hours, "hours", Kind::flow, {"Discretionary time", "裁量時間"}, Better::higher, "WF-22", Stakeholder::employees},
    {"hours_saved", &C<Real>::hours_saved, "hours", Kind::flow, {"Hours saved by initiatives", "施策による削減時間"}, Better::higher, "IN-21", Stakeholder::company},
    {"confusion_hours", &C<Real>::confusion_hours, "hours", Kind::flow, {"Confusion after launch", "導入後の混乱時間"}, Better::lower, "IN-22", Stakeholder::employees},
    {"dual_running_hours", &C<Real>::dual_running_hours, "hours", Kind::flow, {"Old and new side by side", "二重管理時間"}, Better::lower, "IN-23", Stakeholder::employees},
    {"freed_hours", &C<Real>::freed_hours, "hours", Kind::flow, {"Hours set free", "生み出した時間"}, Better::higher, "WF-18", Stakeholder::company},
    {"idle_hours", &C<Real>::idle_hours, "hours", Kind::flow, {"Freed but idle", "使われていない時間"}, Better::lower, "WF-20", Stakeholder::company},
    {"hours_to_customers", &C<Real>::hours_to_customers, "hours", Kind::flow, {"Freed hours to customers", "顧客対応へ回した時間"}, Better::higher, "WF-19", Stakeholder::customers},
    {"hours_to_sales", &C<Real>::hours_to_sales, "hours", Kind::flow, {"Freed hours to selling", "営業へ回した時間"}, Better::higher, "WF-19", Stakeholder::customers},
    {"hours_to_improvement", &C<Real>::hours_to_improvement, "hours", Kind::flow, {"Freed hours to improvement", "改善へ回した時間"}, Better::higher, "WF-19", Stakeholder::company},
    {"hours_to_development", &C<Real>::hours_to_development, "hours", Kind::flow, {"Freed hours to development", "育成・開発へ回した時間"}, Better::higher, "WF-19", Stakeholder::next_generation},
    {"overtime_cut_hours", &C<Real>::overtime_cut_hours, "hours", Kind::flow, {"Freed hours: less overtime", "残業削減に充てた時間"}, Better::higher, "WF-19", Stakeholder::employees},
    {"headcount_cut_hours", &C<Real>::headcount_cut_hours, "hours", Kind::flow, {"Freed hours: posts not refilled", "人員減に充てた時間"}, Better::neither, "WF-19", Stakeholder::employees},
    {"selling_hours", &C<Real>::selling_hours, "hours", Kind::flow, {"Selling", "営業時間"}, Better::neither, "WF-23", Stakeholder::customers},
    {"customer_hours", &C<Real>::customer_hours, "hours", Kind::flow, {"Time for customers", "顧客価値時間"}, Better::higher, "WF-23", Stakeholder::customers},
    {"improvement_hours", &C<Real>::improvement_hours, "hours", Kind::flow, {"Improvement", "改善時間"}, Better::higher, "WF-23", Stakeholder::company},
    {"development_hours", &C<Real>::development_hours, "hours", Kind::flow, {"Development", "育成・開発時間"}, Better::higher, "WF-23", Stakeholder::next_generation},
    {"overload", &C<Real>::overload, "fraction", Kind::stock, {"Overload", "業務過多"}, Better::lower, "WF-13", Stakeholder::employees},
    {"load", &C<Real>::load, "fraction", Kind::stock, {"Work load", "業務負荷率"}, Better::neither, "WF-21", Stakeholder::employees},
    {"overtime_hours", &C<Real>::overtime_hours, "hours/person/month", Kind::stock, {"Overtime a person", "1人あたり残業時間"}, Better::lower, "WF-14", Stakeholder::employees},
    {"deliverable_share", &C<Real>::deliverable_share, "fraction", Kind::stock, {"Orders that can be filled", "受注を捌ける割合"}, Better::higher, "WF-17", Stakeholder::customers},
    {"waste_share", &C<Real>::waste_share, "fraction", Kind::stock, {"Waste in indirect work", "間接業務のムダ"}, Better::lower, "WF-29", Stakeholder::company},
    {"adoption", &C<Real>::adoption, "fraction", Kind::stock, {"Adoption of initiatives", "施策の定着率"}, Better::higher, "IN-15", Stakeholder::company},
    {"visible_success", &C<Real>::visible_success, "index", Kind::stock, {"Visible success", "見える成果"}, Better::higher, "IN-26", Stakeholder::employees},
    {"initiative_cost", &C<Real>::initiative_cost, "yen", Kind::flow, {"Cost of initiatives", "施策の費用"}, Better::neither, "IN-6", Stakeholder::company},
    {"management_cost", &C<Real>::management_cost, "yen", Kind::flow, {"Cost of leading differently", "経営のしくみの費用"}, Better::neither, "MG-4", Stakeholder::company},
    {"error_rate", &C<Real>::error_rate, "fraction", Kind::stock, {"Error rate", "ミス率"}, Better::lower, "IN-24", Stakeholder::customers},
    {"lead_time", &C<Real>::lead_time, "days", Kind::stock, {"Lead time", "対応日数"}, Better::lower, "IN-24", Stakeholder::customers},
    {"re_entry_index", &C<Real>::re_entry_index, "index", Kind::stock, {"Re-entry of data", "再入力（現状=1）"}, Better::lower, "IN-24", Stakeholder::employees},
    {"headcount", &C<Real>::headcount, "people", Kind::stock, {"People", "在籍人員"}, Better::neither, "WF-6", Stakeholder::employees},
    {"planned_headcount", &C<Real>::planned_headcount, "people", Kind::stock, {"Posts planned", "計画人員"}, Better::neither, "WF-5", Stakeholder::employees},
    {"novices", &C<Real>::novices, "people", Kind::stock, {"Novices", "習熟途上の人員"}, Better::lower, "WF-6", Stakeholder::employees},
    {"vacancies", &C<Real>::vacancies, "people", Kind::stock, {"Posts being filled", "採用活動中の人員"}, Better::lower, "WF-5", Stakeholder::employees},
    {"leavers", &C<Real>::leavers, "people", Kind::flow, {"Leavers", "離職者"}, Better::lower, "WF-2", Stakeholder::employees},
    {"dismissed", &C<Real>::dismissed, "people", Kind::flow, {"Let go", "会社都合の減員"}, Better::lower, "WF-3", Stakeholder::society},
    {"hires", &C<Real>::hires, "people", Kind::flow, {"Hires", "採用者"}, Better::neither, "WF-4", Stakeholder::employees},
    {"attrition_rate", &C<Real>::attrition_rate, "1/month", Kind::stock, {"Monthly attrition rate", "月次離職率"}, Better::lower, "WF-1", Stakeholder::employees},
    {"employee_satisfaction", &C<Real>::employee_satisfaction, "points", Kind::stock, {"Employee satisfaction", "従業員満足度"}, Better::higher, "WF-25", Stakeholder::employees},
    {"number_literacy", &C<Real>::number_literacy, "index", Kind::stock, {"Number literacy", "数字理解"}, Better::higher, "WF-26", Stakeholder::employees},
    {"human_capital", &C<Real>::human_capital, "index", Kind::stock, {"Human capital", "人的資本（現状=1）"}, Better::higher, "WF-27", Stakeholder::next_generation},
    {"labour_productivity_index", &C<Real>::labour_productivity_index, "index", Kind::stock, {"Output per hour", "時間あたり生産性（現状=1）"}, Better::higher, "WF-31", Stakeholder::employees},
    {"real_wage_index", &C<Real>::real_wage_index, "index", Kind::stock, {"Pay against the market", "市場比の賃金水準（現状=1）"}, Better::higher, "WF-30", Stakeholder::employees},
    {"customer_index", &C<Real>::customer_index, "index", Kind::stock, {"Customers", "顧客数（現状=1）"}, Better::higher, "CU-8", Stakeholder::customers},
    {"customer_satisfaction", &C<Real>::customer_satisfaction, "points", Kind::stock, {"Customer satisfaction", "顧客満足度"}, Better::higher, "CU-9", Stakeholder::customers},
    {"market_satisfaction", &C<Real>::market_satisfaction, "points", Kind::stock, {"What customers are used to", "市場の満足水準"}, Better::neither, "CU-10", Stakeholder::customers},
    {"churn_rate", &C<Real>::churn_rate, "1/month", Kind::stock, {"Monthly churn rate", "月次離脱率"}, Better::lower, "CU-4", Stakeholder::customers},
    {"referral_rate", &C<Real>::referral_rate, "1/month", Kind::stock, {"Monthly referral rate", "月次紹介率"}, Better::higher, "CU-5", Stakeholder::customers},
    {"complaint_rate", &C<Real>::complaint_rate, "fraction", Kind::stock, {"Complaint rate", "クレーム率"}, Better::lower, "CU-7", Stakeholder::customers},
    {"willingness_to_pay", &C<Real>::willingness_to_pay, "fraction", Kind::stock, {"Pricing power", "価格決定権（数量が減らない値上げ幅）"}, Better::higher, "CU-1", Stakeholder::customers},
    {"trust", &C<Real>::trust, "points", Kind::stock, {"Trust", "信頼"}, Better::higher, "SO-2", Stakeholder::society},
    {"disclosure", &C<Real>::disclosure, "index", Kind::stock, {"Disclosure", "情報開示"}, Better::higher, "SO-1", Stakeholder::society},
    {"credit_score", &C<Real>::credit_score, "points", Kind::stock, {"Credit score (Altman Z″)", "信用スコア（アルトマンZ″）"}, Better::higher, "SO-5", Stakeholder::society},
    {"credit_spread", &C<Real>::credit_spread, "fraction/year", Kind::stock, {"Credit spread", "信用スプレッド"}, Better::lower, "SO-7", Stakeholder::society},
    {"research_capital", &C<Real>::research_capital, "index", Kind::stock, {"R&D capital", "研究開発資本（現状=1）"}, Better::higher, "NG-3", Stakeholder::next_generation},
    {"digital_capital", &C<Real>::digital_capital, "index", Kind::stock, {"Digital capital", "デジタル資本（現状=1）"}, Better::higher, "NG-4", Stakeholder::next_generation},
    {"executive_capability", &C<Real>::executive_capability, "index", Kind::stock, {"Executives' experience in deciding", "幹部の意思決定経験"}, Better::higher, "NG-5", Stakeholder::next_generation},
    {"founder_dependence", &C<Real>::founder_dependence, "index", Kind::stock, {"Dependence on the head of the company", "社長への依存"}, Better::lower, "NG-7", Stakeholder::next_generation},
    {"attractiveness", &C<Real>::attractiveness, "index", Kind::stock, {"Attractiveness to applicants", "採用力（現状=1）"}, Better::higher, "NG-6", Stakeholder::next_generation},
});
static_assert(sizeof(Conduct<double>) == conduct_variables<double>.size() * sizeof(double), "every figure of conduct is in the table");

/// The customers of one segment in a month.
template <class Real> struct CustomerMonth {
    Real customers{}, satisfaction{}, churn_rate{}, referral_rate{}, acquisition_rate{}, willingness_to_pay{}, complaint_rate{},
        price_premium{}, volume_factor{};
};
template <class Real> using CM = CustomerMonth<Real>;
template <class Real>
inline constexpr auto customer_variables = std::to_array<Variable<CM<Real>, Real>>({
    {"customers", &CM<Real>::customers, "index", Kind::stock, {"Customers", "顧客数（現状=1）"}, Better::higher, "CU-8", Stakeholder::customers},
    {"satisfaction", &CM<Real>::satisfaction, "points", Kind::stock, {"Customer satisfaction", "顧客満足度"}, Better::higher, "CU-9", Stakeholder::customers},
    {"churn_rate", &CM<Real>::churn_rate, "1/month", Kind::stock, {"Monthly churn rate", "月次離脱率"}, Better::lower, "CU-4", Stakeholder::customers},
    {"referral_rate", &CM<Real>::referral_rate, "1/month", Kind::stock, {"Monthly referral rate", "月次紹介率"}, Better::higher, "CU-5", Stakeholder::customers},
    {"acquisition_rate", &CM<Real>::acquisition_rate, "1/month", Kind::stock, {"Monthly acquisition rate", "月次新規獲得率"}, Better::higher, "CU-6", Stakeholder::customers},
    {"willingness_to_pay", &CM<Real>::willingness_to_pay, "fraction", Kind::stock, {"Pricing power", "価格決定権"}, Better::higher, "CU-1", Stakeholder::customers},
    {"complaint_rate", &CM<Real>::complaint_rate, "fraction", Kind::stock, {"Complaint rate", "クレーム率"}, Better::lower, "CU-7", Stakeholder::customers},
    {"price_premium", &CM<Real>::price_premium, "fraction", Kind::stock, {"Price above the market", "市場価格との差"}, Better::neither, "CU-12", Stakeholder::customers},
    {"volume_factor", &CM<Real>::volume_factor, "index", Kind::stock, {"Orders against the plan", "計画比の受注数量"}, Better::higher, "CU-2", Stakeholder::customers},
});
static_assert(sizeof(CustomerMonth<double>) == customer_variables<double>.size() * sizeof(double));

/// One initiative in a month; `stage` counts as in initiatives::Stage.
template <class Real> struct InitiativeMonth {
    Real stage{}, adoption{}, proficiency{}, reach{}, basic_reproduction{}, fit{}, funding{}, renewal_probability{};
    Real hours_saved{}, confusion_hours{}, dual_running_hours{}, review_hours{};
    Real error_factor{}, error_added{}, lead_time_factor{}, re_entry_factor{}, visible_success{};
    Real people_cost{}, process_cost{}, data_cost{}, support_cost{}, running_cost{}, incident_cost{}, purchase_tax{}, subsidy{};
};
/// All that an initiative costs in a month, without consumption tax.
template <class Real> Real cost_of(const InitiativeMonth<Real>& m) {
    return m.people_cost + m.process_cost + m.data_cost + m.support_cost + m.running_cost + m.incident_cost;
}

template <class Real> using IM = InitiativeMonth<Real>;
template <class Real>
inline constexpr auto initiative_variables = std::to_array<Variable<IM<Real>, Real>>({
    {"stage", &IM<Real>::stage, "stage", Kind::stock, {"Stage", "段階"}, Better::neither, "IN-28", Stakeholder::company},
    {"adoption", &IM<Real>::adoption, "fraction", Kind::stock, {"Adoption", "定着率"}, Better::higher, "IN-15", Stakeholder::company},
    {"proficiency", &IM<Real>::proficiency, "fraction", Kind::stock, {"Proficiency", "習熟度"}, Better::higher, "IN-17", Stakeholder::employees},
    {"reach", &IM<Real>::reach, "fraction", Kind::stock, {"Reach the company can carry", "定着の上限"}, Better::higher, "IN-11", Stakeholder::company},
    {"basic_reproduction", &IM<Real>::basic_reproduction, "times", Kind::stock, {"Adoption number (below 1 it dies away)", "定着数（1未満で衰退）"}, Better::higher, "IN-16", Stakeholder::company},
    {"fit", &IM<Real>::fit, "fraction", Kind::stock, {"Fit with the work", "業務への適合度"}, Better::higher, "IN-19", Stakeholder::company},
    {"funding", &IM<Real>::funding, "fraction", Kind::stock, {"Running budget granted", "継続予算の確保率"}, Better::higher, "IN-27", Stakeholder::company},
    {"renewal_probability", &IM<Real>::renewal_probability, "fraction", Kind::stock, {"Renewal of the running budget", "予算の更新率"}, Better::higher, "IN-27", Stakeholder::company},
    {"hours_saved", &IM<Real>::hours_saved, "hours", Kind::flow, {"Hours saved", "削減時間"}, Better::higher, "IN-21", Stakeholder::company},
    {"confusion_hours", &IM<Real>::confusion_hours, "hours", Kind::flow, {"Confusion", "混乱時間"}, Better::lower, "IN-22", Stakeholder::employees},
    {"dual_running_hours", &IM<Real>::dual_running_hours, "hours", Kind::flow, {"Old and new side by side", "二重管理時間"}, Better::lower, "IN-23", Stakeholder::employees},
    {"review_hours", &IM<Real>::review_hours, "hours", Kind::flow, {"Human review", "人による確認時間"}, Better::neither, "IN-21", Stakeholder::employees},
    {"error_factor", &IM<Real>::error_factor, "index", Kind::stock, {"Errors left", "残るミスの割合"}, Better::lower, "IN-24", Stakeholder::customers},
    {"error_added", &IM<Real>::error_added, "fraction", Kind::stock, {"Errors added by generative AI", "生成AIの誤りによる増分"}, Better::lower, "IN-25", Stakeholder::customers},
    {"lead_time_factor", &IM<Real>::lead_time_factor, "index", Kind::stock, {"Lead time left", "残る所要期間の割合"}, Better::lower, "IN-24", Stakeholder::customers},
    {"re_entry_factor", &IM<Real>::re_entry_factor, "index", Kind::stock, {"Re-entry left", "残る再入力の割合"}, Better::lower, "IN-24", Stakeholder::employees},
    {"visible_success", &IM<Real>::visible_success, "index", Kind::stock, {"Visible success", "見える成果"}, Better::higher, "IN-26", Stakeholder::employees},
    {"people_cost", &IM<Real>::people_cost, "yen", Kind::flow, {"Spent on people", "人への支出"}, Better::neither, "IN-6", Stakeholder::company},
    {"process_cost", &IM<Real>::process_cost, "yen", Kind::flow, {"Spent on process", "仕組みへの支出"}, Better::neither, "IN-6", Stakeholder::company},
    {"data_cost", &IM<Real>::data_cost, "yen", Kind::flow, {"Spent on data", "データへの支出"}, Better::neither, "IN-6", Stakeholder::company},
    {"support_cost", &IM<Real>::support_cost, "yen", Kind::flow, {"Support fee", "伴走支援費"}, Better::neither, "IN-6", Stakeholder::company},
    {"running_cost", &IM<Real>::running_cost, "yen", Kind::flow, {"Running cost", "運用費"}, Better::neither, "IN-6", Stakeholder::company},
    {"incident_cost", &IM<Real>::incident_cost, "yen", Kind::flow, {"Cost of incidents", "事故対応費"}, Better::lower, "IN-6", Stakeholder::company},
    {"purchase_tax", &IM<Real>::purchase_tax, "yen", Kind::flow, {"Consumption tax", "仮払消費税"}, Better::neither, "IN-29", Stakeholder::company},
    {"subsidy", &IM<Real>::subsidy, "yen", Kind::flow, {"Subsidy", "補助金"}, Better::higher, "IN-7", Stakeholder::company},
});
static_assert(sizeof(InitiativeMonth<double>) == initiative_variables<double>.size() * sizeof(double));

/// One job group in a month.
template <class Real> struct PeopleMonth {
    Real headcount{}, planned{}, novices{}, vacancies{}, leavers{}, dismissed{}, hires{}, overtime_hours{};
};
template <class Real> using PM = PeopleMonth<Real>;
template <class Real>
inline constexpr auto people_variables = std::to_array<Variable<PM<Real>, Real>>({
    {"headcount", &PM<Real>::headcount, "people", Kind::stock, {"People", "在籍人員"}, Better::neither, "WF-6", Stakeholder::employees},
    {"planned", &PM<Real>::planned, "people", Kind::stock, {"Posts planned", "計画人員"}, Better::neither, "WF-5", Stakeholder::employees},
    {"novices", &PM<Real>::novices, "people", Kind::stock, {"Novices", "習熟途上の人員"}, Better::lower, "WF-6", Stakeholder::employees},
    {"vacancies", &PM<Real>::vacancies, "people", Kind::stock, {"Posts being filled", "採用活動中の人員"}, Better::lower, "WF-5", Stakeholder::employees},
    {"leavers", &PM<Real>::leavers, "people", Kind::flow, {"Leavers", "離職者"}, Better::lower, "WF-2", Stakeholder::employees},
    {"dismissed", &PM<Real>::dismissed, "people", Kind::flow, {"Let go", "会社都合の減員"}, Better::lower, "WF-3", Stakeholder::society},
    {"hires", &PM<Real>::hires, "people", Kind::flow, {"Hires", "採用者"}, Better::neither, "WF-4", Stakeholder::employees},
    {"overtime_hours", &PM<Real>::overtime_hours, "hours/person/month", Kind::stock, {"Overtime a person", "1人あたり残業時間"}, Better::lower, "WF-14", Stakeholder::employees},
});
static_assert(sizeof(PeopleMonth<double>) == people_variables<double>.size() * sizeof(double));

}  // namespace goho::simulation
