// "What is the best plan?"
#include "runner/inquiry_list.hpp"

#include "decision/optimise.hpp"

namespace goho::gui {

using Kind = InquiryField::Kind;

namespace {

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
    return teller_of(std::move(*result.value));
}

}  // namespace

Inquiry optimise_inquiry() {
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

}  // namespace goho::gui
