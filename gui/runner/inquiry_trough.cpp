// "When does cash run short, and what is the smallest cure?"
#include "runner/inquiry_list.hpp"

#include "decision/trough.hpp"

namespace goho::gui {

using Kind = InquiryField::Kind;

namespace {

Result<Teller> run_trough(const Asked& asked, const decision::Progress& progress) {
    auto levers = requests_of(asked.inputs.levers.value_or(std::vector<LeverChoice>()));
    if (!levers) return refused(std::move(levers));
    auto base = decision::base_of(asked.subjects[0].merged());
    if (!base) return refused(std::move(base));
    decision::TroughRequest request;
    request.floor = asked.number("floor").value_or(0.0);
    request.floor_months = asked.number("floor_months");
    request.levers = std::move(*levers.value);
    request.progress = progress;
    auto result = decision::trough(*base.value, request);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return teller_of(std::move(*result.value));
}

}  // namespace

Inquiry trough_inquiry() {
    return {"trough",
            {"When does cash run short, and what is the smallest cure?", "資金はいつ足りなくなるか、最小の対策は何か？"},
            {"Looks for the month with the least cash, and for the smallest measures, alone and together, that keep it above the floor.",
             "現金が最も少なくなる月を探し、下限を割らないための最小の対策を、単独と組み合わせで示します。"},
            Inquiry::About::plan,
            {{"floor", Kind::number, {"Cash to be kept", "確保する現金"}, {"Such as 30,000,000 or 3000万円", "例：30,000,000、3000万円"}, "0", {}, "yen", {0.0, 1e15}},
             {"floor_months", Kind::number, {"or months of fixed costs", "または固定費の月数"}, {"Empty: the amount counts", "空欄：金額を使います"}, "", {}, "months", {0.0, 120.0}, true},
             {"levers", Kind::levers, {"Further measures", "追加の対策"}, {}, ""}},
            run_trough};
}

}  // namespace goho::gui
