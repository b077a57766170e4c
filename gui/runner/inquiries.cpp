#include "runner/inquiry_list.hpp"

#include "decision/written.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/indicator.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::gui {

namespace {

using Kind = InquiryField::Kind;

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

std::vector<Option> figure_options(std::initializer_list<std::string_view> names) {
    std::vector<Option> out;
    for (const auto name : names) {
        if (const auto known = stakeholders::find_quantity(name)) out.push_back({known->name, known->label});
    }
    for (const auto& figure : stakeholders::direction_figures()) out.push_back({figure.name, figure.label});
    return out;
}

std::string_view Asked::value(std::string_view field) const {
    if (const auto found = inputs.values.find(field); found != inputs.values.end()) return found->second;
    for (const auto& one : inquiry->fields) {
        if (one.id == field) return one.standard;
    }
    return {};
}

std::optional<double> Asked::number(std::string_view field) const { return decision::number_written(value(field)); }

const std::vector<Inquiry>& inquiries() {
    static const std::vector<Inquiry> all{attribution_inquiry(), goal_seek_inquiry(), trough_inquiry(), optimise_inquiry(),
                                          gates_inquiry(), information_inquiry(), disconnects_inquiry(), clinic_inquiry()};
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
