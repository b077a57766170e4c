// "What must happen so that ...?"
#include "runner/inquiry_list.hpp"

#include "decision/goal_seek.hpp"

#include <algorithm>

namespace goho::gui {

using Kind = InquiryField::Kind;

namespace {

std::vector<Option> figures_wanted() {
    auto out = figure_options({"operating_income", "ordinary_income", "net_income", "cash", "net_sales", "net_assets", "equity_ratio", "break_even_ratio", "annual_attrition",
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
    return teller_of(std::move(*result.value));
}

}  // namespace

Inquiry goal_seek_inquiry() {
    return {"goalseek",
            {"What must happen to reach a goal?", "目標に届くには、何がどれだけ必要か？（逆算）"},
            {"Finds the value of one lever that brings a figure to where it should be, over the whole range of the lever.",
             "1つの項目を動かし、指標が目標に届く値を範囲全体から逆算します。届かない場合は、最も近い値を示します。"},
            Inquiry::About::plan,
            {{"figure", Kind::choice, {"Figure", "指標"}, {}, "operating_income", figures_wanted()},
             {"relation", Kind::choice, {"shall be", "条件"}, {}, "at_least", {{"at_least", {"at least", "以上"}}, {"at_most", {"at most", "以下"}}, {"exactly", {"exactly", "ちょうど"}}}},
             {"value", Kind::number, {"Goal", "目標値"}, {"Such as 30,000,000, 3000万円, 15%", "例：30,000,000、3000万円、15%"}, "30,000,000"},
             {"year", Kind::whole, {"Plan year", "計画年次"}, {}, "3", {}, {}, {1.0, 50.0}},
             {"lever", Kind::levers, {"By moving", "動かす項目"}, {}, "front", {}, {}, {}, false, 1}},
            run_goal_seek};
}

}  // namespace goho::gui
