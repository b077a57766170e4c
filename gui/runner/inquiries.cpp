#include "runner/inquiries.hpp"

#include "document/amounts.hpp"
#include "document/typed_value.hpp"

#include "decision/attribution_telling.hpp"
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

Problem wrong(const InquiryField& field, std::string code, Text message) {
    message.en = std::string(field.label.en) + ": " + message.en;
    message.ja = std::string(field.label.ja) + "：" + message.ja;
    return decision::refusal(std::move(code), std::move(message));
}

std::optional<Problem> number_problem(const InquiryField& field, std::string_view typed) {
    const auto blank = std::all_of(typed.begin(), typed.end(), [](char c) { return c == ' '; });
    if (blank && field.may_be_empty) return {};
    const auto number = blank ? std::nullopt : number_of(as_in_files(typed));
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

std::optional<double> Asked::number(std::string_view field) const { return number_of(as_in_files(value(field))); }

const std::vector<Inquiry>& inquiries() {
    static const std::vector<Inquiry> all{attribution()};
    return all;
}

const Inquiry* find_inquiry(std::string_view id) {
    const auto& all = inquiries();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Inquiry& one) { return one.id == id; });
    return found != all.end() ? &*found : nullptr;
}

Problems problems_of(const Asked& asked) {
    Problems out;
    for (const auto& field : asked.inquiry->fields) {
        if (field.kind != Kind::number && field.kind != Kind::whole) continue;
        if (auto problem = number_problem(field, asked.value(field.id))) out.push_back(std::move(*problem));
    }
    return out;
}

}  // namespace goho::gui
