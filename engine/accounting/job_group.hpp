// A job group (職種): people who are paid alike. Pay, bonus with its allowance, overtime, the employer's social
// insurance and hiring cost. Leaves out why people come and go. Theory: docs/model/accounting.md, PY-1 to PY-10.
#pragma once

#include "accounting/ledger_options.hpp"
#include "core/number.hpp"
#include "core/variable.hpp"

#include <array>

namespace goho::accounting::job_group {

enum class Role { employee, officer, part_time };
enum class LabourPlace { sga, cost_of_sales };
inline constexpr auto role_options = std::to_array<Option>({
    {"employee", {"Employees", "従業員"}},
    {"officer", {"Officers", "役員"}},
    {"part_time", {"Part-time", "パート・アルバイト"}},
});
inline constexpr auto labour_place_options = std::to_array<Option>({
    {"sga", {"SG&A expenses", "販管費"}},
    {"cost_of_sales", {"Cost of sales", "売上原価"}},
});
constexpr std::span<const Option> options(Role) { return role_options; }
constexpr std::span<const Option> options(LabourPlace) { return labour_place_options; }

template <class Real> struct Parameters {
    Role role = Role::employee;
    LabourPlace place = LabourPlace::sga;
    Reference segment;
    Real headcount = 0.0;
    Real monthly_pay = 0.0;
    Real annual_raise = 0.0;
    Real bonus_months = 0.0;
    int summer_bonus_month = 7;
    int winter_bonus_month = 12;
    Real social_insurance_rate = 0.155;
    Real standard_hours = 160.0;
    Real overtime_hours = 0.0;
    Real overtime_premium = 0.25;
    Real overtime_premium_beyond_60 = 0.50;
    Real hiring_cost = 1000000.0;
    Real opening_bonus_allowance = 0.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    option("role", choice<&P<Real>::role>, {"Role", "区分"},
           {"Officers, employees or part-time; decides the line of pay in the statements.", "役員・従業員・パートの別。給与の表示科目を決める。"}),
    option("place", choice<&P<Real>::place>, {"Place in the statements", "表示区分"},
           {"Cost of sales for makers and service staff, SG&A for sales and office.", "製造・サービス提供は売上原価、営業・管理は販管費。"}),
    reference("segment", &P<Real>::segment, "segments", {"Segment", "部門"},
              {"The segment they work for; without it they are shared.", "所属部門。省略すると全社共通。"}),
    quantity("headcount", &P<Real>::headcount, "people", {0.0, 1e6}, {0.0, 10000.0}, {"Headcount", "人員数"},
             {"People in the group, full-time equivalents; the timeline plans its changes.", "人員数（常勤換算）。増減はタイムラインで計画する。"},
             Evidence::own_data, "user", Need::required),
    quantity("monthly_pay", &P<Real>::monthly_pay, "yen/person/month", {0.0, 1e8}, {0.0, 5e6}, {"Monthly pay", "月額給与"},
             {"Average monthly pay of a person without overtime and bonus.", "1人あたり平均月額給与（残業・賞与を除く）。"},
             Evidence::own_data, "user", Need::required),
    quantity("annual_raise", &P<Real>::annual_raise, "fraction/year", {-0.5, 0.5}, {-0.02, 0.08}, {"Annual raise", "昇給率"},
             {"Change of pay at the start of every fiscal year.", "各事業年度の期首に給与が変わる割合。"},
             Evidence::assumption, "judgement"),
    quantity("bonus_months", &P<Real>::bonus_months, "months", {0.0, 24.0}, {0.0, 6.0}, {"Bonus", "賞与月数"},
             {"Bonus of a year in months of pay; accrued monthly, paid in the bonus months.", "年間賞与（月給の何か月分か）。毎月引き当て、賞与月に支払う。"},
             Evidence::own_data, "user"),
    whole("summer_bonus_month", &P<Real>::summer_bonus_month, "calendar month", {1, 12}, {1, 12}, {"Summer bonus month", "夏季賞与月"},
          {"Calendar month in which the allowance is paid.", "賞与引当金を支払う月（暦月）。"}, Evidence::own_data, "user"),
    whole("winter_bonus_month", &P<Real>::winter_bonus_month, "calendar month", {1, 12}, {1, 12}, {"Winter bonus month", "冬季賞与月"},
          {"Calendar month in which the allowance is paid.", "賞与引当金を支払う月（暦月）。"}, Evidence::own_data, "user"),
    quantity("social_insurance_rate", &P<Real>::social_insurance_rate, "fraction", {0.0, 0.5}, {0.0, 0.17},
             {"Employer's social insurance", "法定福利費率"},
             {"Employer's share of social insurance, on pay, overtime and bonus.", "社会保険料の会社負担割合（給与・残業・賞与に対して）。"},
             Evidence::study, "payroll-agency"),
    quantity("standard_hours", &P<Real>::standard_hours, "hours/person/month", {1.0, 300.0}, {20.0, 180.0}, {"Standard hours", "所定労働時間"},
             {"Contracted hours of a person a month; the base of the hourly wage.", "1人1か月の所定労働時間。時間単価の基礎。"},
             Evidence::own_data, "user"),
    quantity("overtime_hours", &P<Real>::overtime_hours, "hours/person/month", {0.0, 200.0}, {0.0, 45.0}, {"Overtime", "残業時間"},
             {"Overtime of a person a month.", "1人1か月の残業時間。"}, Evidence::own_data, "user"),
    quantity("overtime_premium", &P<Real>::overtime_premium, "fraction", {0.0, 2.0}, {0.25, 0.5}, {"Overtime premium", "残業割増率"},
             {"Premium on the hourly wage up to 60 hours a month.", "月60時間までの割増率。"}, Evidence::statute, "mhlw-overtime-60h"),
    quantity("overtime_premium_beyond_60", &P<Real>::overtime_premium_beyond_60, "fraction", {0.0, 2.0}, {0.5, 0.75},
             {"Overtime premium beyond 60 h", "60時間超の割増率"},
             {"Premium on the hourly wage beyond 60 hours a month.", "月60時間を超える残業の割増率。"},
             Evidence::statute, "mhlw-overtime-60h"),
    quantity("hiring_cost", &P<Real>::hiring_cost, "yen/person", {0.0, 1e8}, {0.0, 3e6}, {"Hiring cost", "採用費"},
             {"Cost of each person added to the headcount; no consumption tax is reckoned on it.",
              "人員が1人増えるごとの採用費（消費税は見込まない）。"},
             Evidence::study, "shushoku-hakusho-2020"),
    quantity("opening_bonus_allowance", &P<Real>::opening_bonus_allowance, "yen", {0.0, 1e12}, {0.0, 1e10},
             {"Opening bonus allowance", "期首賞与引当金"},
             {"Bonus with its social insurance that is already owed when the plan starts.", "計画開始時に既に引き当て済みの賞与（法定福利費を含む）。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

template <class Real> struct State {
    Real pay_index = 1.0;
    Real headcount = 0.0;  // of last month, to see who was hired
    Real bonus_allowance = 0.0;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("pay_index", &State<Real>::pay_index, "times", {"Pay against the start", "賃金の指数"}, "PY-1"),
    stock("paid_headcount", &State<Real>::headcount, "people", {"People on the payroll", "給与支払人員"}, "PY-6"),
    stock("bonus_allowance", &State<Real>::bonus_allowance, "yen", {"Bonus allowance", "賞与引当金"}, "PY-9"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    int calendar_month = 1;
    bool new_fiscal_year = false;
    // What became of the plan; zero where people come and go as planned.
    Real headcount_change = 0.0;  // people there above the planned headcount
    Real replacements = 0.0;      // hires that replace leavers
    Real overtime_change = 0.0;   // hours/person/month above the planned overtime
};

template <class Real> struct Flows {
    Real pay, overtime_pay, bonus_accrued, social_insurance, hiring_cost;  // costs
    Real bonus_paid;                                                        // cash
    Real hires, hours;
};
/// What no result of the group holds, by name.
template <class Real>
inline constexpr auto flow_variables = std::to_array<Variable<Flows<Real>, Real>>({
    flow("pay", &Flows<Real>::pay, "yen", {"Pay", "給与"}, "PY-2"),
    flow("overtime_pay", &Flows<Real>::overtime_pay, "yen", {"Overtime pay", "残業手当"}, "PY-3"),
    flow("bonus_accrued", &Flows<Real>::bonus_accrued, "yen", {"Bonus accrued", "賞与（引当）"}, "PY-4"),
    flow("social_insurance", &Flows<Real>::social_insurance, "yen", {"Social insurance", "法定福利費"}, "PY-5"),
    flow("hiring_cost", &Flows<Real>::hiring_cost, "yen", {"Hiring cost", "採用費"}, "PY-7"),
    flow("recruited", &Flows<Real>::hires, "people", {"People recruited", "採用人数"}, "PY-6"),
    flow("hours", &Flows<Real>::hours, "hours", {"Labour hours", "労働時間"}, "PY-8"),
});
template <class Real> constexpr auto& flow_table(std::type_identity<Flows<Real>>) { return flow_variables<Real>; }

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

template <class Real> bool pays_bonus(const Parameters<Real>& p, int calendar_month) {
    return calendar_month == p.summer_bonus_month || calendar_month == p.winter_bonus_month;
}

template <class Real> Step<Real> step(const Parameters<Real>& p, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next = now;
    if (in.new_fiscal_year) next.pay_index = now.pay_index * (1.0 + p.annual_raise);  // PY-1
    const Real headcount = positive_part(p.headcount + in.headcount_change);                     // PY-10
    const Real overtime_hours = positive_part(p.overtime_hours + in.overtime_change);  // PY-10
    next.headcount = headcount;
    const Real monthly_pay = p.monthly_pay * next.pay_index;
    const Real hourly_wage = monthly_pay / p.standard_hours;
    const Real beyond_60 = positive_part(overtime_hours - 60.0);

    Flows<Real> f;
    f.pay = whole_yen(headcount * monthly_pay);  // PY-2
    f.overtime_pay = whole_yen(headcount * hourly_wage *
                               (overtime_hours * (1.0 + p.overtime_premium) +
                                beyond_60 * (p.overtime_premium_beyond_60 - p.overtime_premium)));  // PY-3
    const Real bonus = whole_yen(headcount * monthly_pay * p.bonus_months / 12.0);
    f.bonus_accrued = bonus + whole_yen(bonus * p.social_insurance_rate);                   // PY-4
    f.social_insurance = whole_yen((f.pay + f.overtime_pay) * p.social_insurance_rate);     // PY-5
    f.hires = positive_part(headcount - now.headcount) + in.replacements;                   // PY-6
    f.hiring_cost = whole_yen(f.hires * p.hiring_cost);                                     // PY-7
    f.hours = headcount * (p.standard_hours + overtime_hours);                          // PY-8
    const Real owed = now.bonus_allowance + f.bonus_accrued;
    f.bonus_paid = pays_bonus(p, in.calendar_month) ? owed : Real(0.0);
    next.bonus_allowance = owed - f.bonus_paid;                                             // PY-9
    return {next, f};
}

}  // namespace goho::accounting::job_group
