// "Why is this plan better?"
#include "runner/inquiry_list.hpp"

#include "decision/attribution_telling.hpp"

namespace goho::gui {

using Kind = InquiryField::Kind;

namespace {

std::vector<Option> figures_to_divide() {
    std::vector<Option> out{{"main", {"Operating income, cash, present value", "営業利益・現金預金・正味現在価値"}}};
    const auto others = figure_options({"operating_income", "cash", "net_sales", "marginal_profit", "ordinary_income", "net_income", "net_assets", "equity_ratio",
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

}  // namespace

Inquiry attribution_inquiry() {
    return {"attribute",
            {"Why is this plan better, or worse?", "この計画は、なぜ良い（悪い）のか？"},
            {"Divides the difference to the base over what the plan does otherwise: what each change brings, and which help or hinder each other.",
             "基準との差を変更点ごとに分け、どの打ち手がいくら効いたか、どの組み合わせが助け合い、打ち消し合うかを示します。"},
            Inquiry::About::variant,
            {{"figure", Kind::choice, {"Figure", "指標"}, {}, "main", figures_to_divide()},
             {"by", Kind::choice, {"Changes", "変更の単位"}, {}, "item", {{"item", {"item by item", "項目ごと"}}, {"section", {"section by section", "区分ごと"}}}}},
            run_attribution};
}

}  // namespace goho::gui
