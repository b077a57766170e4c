#include "runner/inquiries.hpp"

#include "decision/attribution_telling.hpp"
#include "decision/goal_seek.hpp"
#include "decision/optimise.hpp"
#include "decision/written.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/indicator.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::gui {

namespace {

using Kind = InquiryField::Kind;

template <class T> Result<Teller> refused(Result<T>&& result) { return {{}, std::move(result.problems)}; }

/// Figures to choose from, under the names and labels of their own tables.
std::vector<Option> figures(std::initializer_list<std::string_view> names) {
    std::vector<Option> out;
    for (const auto name : names) {
        if (const auto known = stakeholders::find_quantity(name)) out.push_back({known->name, known->label});
    }
    for (const auto& figure : stakeholders::direction_figures()) out.push_back({figure.name, figure.label});
    return out;
}

// Why is this plan better? -------------------------------------------------------------------------------------------

std::vector<Option> figures_to_divide() {
    std::vector<Option> out{{"main", {"Operating income, cash, present value", "営業利益・現金預金・正味現在価値"}}};
    const auto others = figures({"operating_income", "cash", "net_sales", "marginal_profit", "ordinary_income", "net_income", "net_assets", "equity_ratio",
                                 "break_even_ratio", "employee_satisfaction", "customer_satisfaction", "trust"});
    out.insert(out.end(), others.begin(), others.end());
    return out;
}

Result<Teller> run_attribution(const Asked& asked, const decision::Progress& progress) {
    decision::AttributionRequest request;
    request.grouping = asked.value("by") == "section" ? decision::Grouping::section : decision::Grouping::item;
    request.progress = progress;
    auto result = decision::attribute(asked.subjects[0].merged(), asked.subjects[1].merged(), request);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    std::vector<std::string> names{std::string(asked.value("figure"))};
    if (names.front() == "main") names = {"operating_income", "cash", "npv"};
    return {[answer = std::make_shared<const decision::Attribution>(std::move(*result.value)), names](MoneyUnit money) {
                return decision::tell(*answer, names, money);
            },
            {}};
}

Inquiry attribution() {
    return {"attribute",
            {"Why is this plan better, or worse?", "この計画は、なぜ良い（悪い）のか？"},
            {"Divides the difference to the base over what the plan does otherwise: what each change brings, and which help or hinder each other.",
             "基準との差を変更点ごとに分け、どの打ち手がいくら効いたか、どの組み合わせが助け合い、打ち消し合うかを示します。"},
            Inquiry::About::variant,
            {{"figure", Kind::choice, {"Figure", "指標"}, {}, "main", figures_to_divide()},
             {"by", Kind::choice, {"Changes", "変更の単位"}, {}, "item", {{"item", {"item by item", "項目ごと"}}, {"section", {"section by section", "区分ごと"}}}}},
            run_attribution};
}

// What must happen so that …? ----------------------------------------------------------------------------------------

std::vector<Option> figures_wanted() {
    auto out = figures({"operating_income", "ordinary_income", "net_income", "cash", "net_sales", "net_assets", "equity_ratio", "break_even_ratio", "annual_attrition",
                        "employee_satisfaction", "customer_satisfaction", "trust"});
    out.insert(out.begin(), {"chance", {"Chance that cash is never below zero", "資金が不足しない確率"}});
    out.insert(out.begin(), {"lowest_cash", {"Lowest cash of the plan", "計画期間中の最低現預金"}});
    std::rotate(out.begin(), out.begin() + 2, out.begin() + 3);
    return out;
}

std::string goal_of(const Asked& asked) {
    const std::string figure(asked.value("figure")), value(asked.value("value"));
    if (figure == "chance") return "P(lowest_cash>=0)>=" + value;
    const std::string at = figure == "lowest_cash" ? std::string() : "@" + std::string(asked.value("year"));
    const auto relation = asked.value("relation");
    return figure + at + (relation == "exactly" ? "=" : relation == "at_most" ? "<=" : ">=") + value;
}

Result<Teller> run_goal_seek(const Asked& asked, const decision::Progress& progress) {
    auto levers = requests_of(asked.inputs.levers.value_or(std::vector<LeverChoice>()));
    if (!levers) return refused(std::move(levers));
    if (levers.value->size() != 1) return {{}, {decision::refusal("one-lever", {"choose one lever", "動かす項目を1つ選んでください"})}};
    auto base = decision::base_of(asked.subjects[0].merged());
    if (!base) return refused(std::move(base));
    decision::GoalRequest request;
    request.goal = goal_of(asked);
    request.lever = levers.value->front();
    request.progress = progress;
    if (asked.value("figure") == "chance") request.chance.trials = 1000;
    auto result = decision::goal_seek(*base.value, request);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return {[answer = std::make_shared<const decision::GoalSeek>(std::move(*result.value))](MoneyUnit money) { return decision::tell(*answer, money); }, {}};
}

Inquiry goal_seek() {
    return {"goalseek",
            {"What must happen so that … ?", "目標に届くには、何がどれだけ必要か？（逆算）"},
            {"Finds the value of one lever that brings a figure to where it should be, over the whole range of the lever.",
             "1つの項目を動かし、指標が目標に届く値を範囲全体から逆算します。届かない場合は、最も近い値を示します。"},
            Inquiry::About::plan,
            {{"figure", Kind::choice, {"Figure", "指標"}, {}, "operating_income", figures_wanted()},
             {"relation", Kind::choice, {"shall be", "条件"}, {}, "at_least", {{"at_least", {"at least", "以上"}}, {"at_most", {"at most", "以下"}}, {"exactly", {"exactly", "ちょうど"}}}},
             {"value", Kind::number, {"Goal", "目標値"}, {"Such as 30,000,000, 3000万円, 15%", "例：30,000,000、3000万円、15%"}, "3000万円"},
             {"year", Kind::whole, {"Plan year", "計画年次"}, {}, "3", {}, {}, {1.0, 50.0}},
             {"lever", Kind::levers, {"By moving", "動かす項目"}, {}, "front", {}, {}, {}, false, 1}},
            run_goal_seek};
}

// What is the best plan? ---------------------------------------------------------------------------------------------

Result<Teller> run_optimise(const Asked& asked, const decision::Progress& progress) {
    auto levers = requests_of(asked.inputs.levers.value_or(std::vector<LeverChoice>()));
    if (!levers) return refused(std::move(levers));
    if (levers.value->empty()) return {{}, {decision::refusal("no-lever", {"choose what may be changed", "変えてよい項目を選んでください"})}};
    auto base = decision::base_of(asked.subjects[0].merged());
    if (!base) return refused(std::move(base));
    decision::OptimiseRequest request;
    request.levers = std::move(*levers.value);
    request.goals = {std::string(asked.value("goal"))};
    if (asked.value("goal") == "profit_and_people") request.goals = {"npv", "index_employees"};
    if (!asked.value("least_cash").empty()) request.conditions.push_back("lowest_cash>=" + std::string(asked.value("least_cash")));
    if (asked.yes("gates")) request.conditions.emplace_back("gates");
    if (asked.yes("targets")) request.conditions.emplace_back("targets");
    if (asked.value("effort") == "quick") request.effort.population = 48, request.effort.rounds = 30;
    request.effort.progress = progress;
    auto result = decision::optimise(*base.value, request);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return {[answer = std::make_shared<const decision::Optimised>(std::move(*result.value))](MoneyUnit money) { return decision::tell(*answer, money); }, {}};
}

Inquiry optimise() {
    return {"optimize",
            {"What is the best plan?", "最も良い計画はどれか？"},
            {"Searches within the levers and conditions for the plan with the best goal; with several goals, for the plans of which none betters one goal without another getting worse.",
             "変えてよい項目と条件の中で、目標が最も良くなる計画を探します。目標が複数のときは、どれかを良くすると別のどれかが悪くなる「兼ね合い」の案を示します。"},
            Inquiry::About::plan,
            {{"goal", Kind::choice, {"Goal", "目標"}, {}, "npv",
              {{"npv", {"Net present value", "正味現在価値"}}, {"cash", {"Cash in the last year", "最終年の現金預金"}}, {"operating_income", {"Operating income in the last year", "最終年の営業利益"}},
               {"circulation", {"Circulation of the five", "五方の循環"}}, {"profit_and_people", {"Present value and employees: a front", "現在価値と従業員の兼ね合い"}}, {"five", {"All five directions: a front", "五方すべての兼ね合い"}}}},
             {"effort", Kind::choice, {"Search", "探索"}, {}, "quick", {{"quick", {"quick", "短時間"}}, {"thorough", {"thorough", "念入り"}}}},
             {"least_cash", Kind::number, {"Cash never below", "現金預金の下限"}, {"Empty: no condition", "空欄：条件なし"}, "0", {}, "yen", {}, true},
             {"gates", Kind::yes_no, {"All gates of banks met", "金融機関の関門をすべて満たす"}, {}, "no"},
             {"targets", Kind::yes_no, {"All targets of the plan met", "計画の目標をすべて満たす"}, {}, "no"},
             {"levers", Kind::levers, {"What may be changed", "変えてよい項目"}, {}, "front,shares"}},
            run_optimise};
}

Problem wrong(const InquiryField& field, std::string code, Text message) {
    message.en = std::string(field.label.en) + ": " + message.en;
    message.ja = std::string(field.label.ja) + "：" + message.ja;
    return decision::refusal(std::move(code), std::move(message));
}

std::optional<Problem> number_problem(const InquiryField& field, std::string_view typed) {
    const auto blank = std::all_of(typed.begin(), typed.end(), [](char c) { return c == ' '; });
    if (blank && field.may_be_empty) return {};
    const auto number = blank ? std::nullopt : decision::number_written(typed);
    if (!number || !std::isfinite(*number)) return wrong(field, "number-expected", {"a number is needed", "数値を入力してください"});
    if (field.kind == Kind::whole && *number != std::floor(*number)) return wrong(field, "whole-number", {"a whole number is needed", "整数で入力してください"});
    if (field.valid.low < field.valid.high && !field.valid.holds(*number)) {
        const auto low = io::shown(field.valid.low), high = io::shown(field.valid.high);
        return wrong(field, "out-of-range", {fmt::format("from {} to {}", low, high), fmt::format("{}〜{}の範囲で入力してください", low, high)});
    }
    return {};
}

}  // namespace

std::string_view Asked::value(std::string_view field) const {
    if (const auto found = inputs.values.find(field); found != inputs.values.end()) return found->second;
    for (const auto& one : inquiry->fields) {
        if (one.id == field) return one.standard;
    }
    return {};
}

std::optional<double> Asked::number(std::string_view field) const { return decision::number_written(value(field)); }

const std::vector<Inquiry>& inquiries() {
    static const std::vector<Inquiry> all{attribution(), goal_seek(), optimise()};
    return all;
}

const Inquiry* find_inquiry(std::string_view id) {
    const auto& all = inquiries();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Inquiry& one) { return one.id == id; });
    return found != all.end() ? &*found : nullptr;
}

Problems problems_of(const Asked& asked) {
    Problems out;
    if (asked.inputs.levers) out = requests_of(*asked.inputs.levers).problems;
    for (const auto& field : asked.inquiry->fields) {
        if (field.kind != Kind::number && field.kind != Kind::whole) continue;
        if (auto problem = number_problem(field, asked.value(field.id))) out.push_back(std::move(*problem));
    }
    return out;
}

}  // namespace goho::gui
