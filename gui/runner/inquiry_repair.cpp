// "What do the disconnects cost?" and "Why does change not stick here?"
#include "runner/inquiry_list.hpp"

#include "decision/clinic.hpp"
#include "decision/disconnects.hpp"

namespace goho::gui {

using Kind = InquiryField::Kind;

namespace {

Result<Teller> run_disconnects(const Asked& asked, const decision::Progress& progress) {
    auto base = decision::base_of(asked.subjects[0].merged());
    if (!base) return refused(std::move(base));
    decision::DisconnectsRequest request;
    request.every = static_cast<int>(asked.number("every").value_or(6.0));
    request.progress = progress;
    auto result = decision::disconnects(*base.value, request);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return teller_of(std::move(*result.value));
}

Result<Teller> run_clinic(const Asked& asked, const decision::Progress& progress) {
    auto base = decision::base_of(asked.subjects[0].merged());
    if (!base) return refused(std::move(base));
    decision::ClinicRequest request;
    if (const auto symptom = asked.value("symptom"); symptom != "shown") request.symptoms = {std::string(symptom)};
    request.year = static_cast<int>(asked.number("year").value_or(0.0));
    request.progress = progress;
    auto result = decision::clinic(*base.value, request);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return teller_of(std::move(*result.value));
}

std::vector<Option> symptoms() {
    std::vector<Option> out{{"shown", {"those that the figures show", "数値に表れたもの"}}};
    for (const auto& one : decision::symptom_names) out.push_back({one.id, one.label});
    return out;
}

}  // namespace

Inquiry disconnects_inquiry() {
    return {"disconnects",
            {"What do the disconnects cost?", "五つの分断の損失はいくらか？"},
            {"Prices the repair of each of the five disconnects, alone and together, and finds the order that pays back first.",
             "五つの分断を直す価値を、単独と組み合わせで金額にし、最も早く回収できる順序を探します。"},
            Inquiry::About::plan,
            {{"every", Kind::whole, {"Months from one repair to the next", "修復の間隔（か月）"}, {}, "6", {}, {}, {1.0, 60.0}}},
            run_disconnects};
}

Inquiry clinic_inquiry() {
    return {"clinic",
            {"Why does change not stick here?", "なぜ改善が定着しないのか？（再起診断）"},
            {"Looks for the symptoms in the company's own figures, for their causes, and plans a restart in three steps.",
             "会社の数値から症状と原因を見つけ、見える化・小さな試行・定着の3段階で立て直す計画を示します。"},
            Inquiry::About::plan,
            {{"symptom", Kind::choice, {"Symptom", "症状"}, {}, "shown", symptoms()},
             {"year", Kind::whole, {"Plan year that is judged", "判定する計画年次"}, {"Empty: the third, or the last that is whole", "空欄：3年目、または最後の1年"}, "", {}, {}, {1.0, 50.0}, true}},
            run_clinic};
}

}  // namespace goho::gui
