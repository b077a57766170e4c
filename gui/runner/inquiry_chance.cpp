// "How likely are the gates?" and "What should we measure first?"
#include "runner/inquiry_list.hpp"

#include "decision/gate_chances.hpp"
#include "decision/information.hpp"

namespace goho::gui {

using Kind = InquiryField::Kind;

namespace {

/// The scenarios asked about, each with what is uncertain in it, under the same luck.
struct Uncertain {
    std::vector<decision::Base> bases;
    std::vector<uncertainty::Subject> subjects;
    Problems problems;

    explicit Uncertain(const Asked& asked) {
        for (const auto& subject : asked.subjects) {
            auto base = decision::base_of(subject.merged());
            problems.insert(problems.end(), base.problems.begin(), base.problems.end());
            if (!base) continue;
            base.value->scenario.uncertainty.defaults = base.value->scenario.uncertainty.defaults || asked.yes("defaults");
            bases.push_back(std::move(*base.value));
        }
        for (const auto& base : bases) subjects.push_back({&base.scenario, &base.statutes});
    }
};

InquiryField defaults_field() {
    return {"defaults", Kind::yes_no, {"The model's coefficients waver, too", "モデルの係数のばらつきも含める"}, {"As far as evidence goes; else only what the scenario calls uncertain", "根拠の範囲で動かします。外すとシナリオで不確実とした項目だけを動かします"}, "yes"};
}

InquiryField trials_field(std::string_view standard, double fewest) {
    return {"trials", Kind::whole, {"Trials", "試行回数"}, {}, standard, {}, {}, {fewest, 100000.0}};
}

Result<Teller> run_gates(const Asked& asked, const decision::Progress& progress) {
    const Uncertain uncertain(asked);
    if (!uncertain.problems.empty()) return {{}, uncertain.problems};
    decision::GateRequest request;
    request.trials = static_cast<std::uint64_t>(asked.number("trials").value_or(1000.0));
    request.progress = progress;
    Problems warnings;
    auto result = decision::gate_chances(uncertain.subjects, request, warnings);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return teller_of(std::move(*result.value));
}

Result<Teller> run_information(const Asked& asked, const decision::Progress& progress) {
    const Uncertain uncertain(asked);
    if (!uncertain.problems.empty()) return {{}, uncertain.problems};
    decision::InformationRequest request;
    request.trials = static_cast<std::uint64_t>(asked.number("trials").value_or(4000.0));
    request.progress = progress;
    Problems warnings;
    auto result = decision::information(uncertain.subjects, request, warnings);
    if (!result) return refused(std::move(result));
    if (result.value->stopped) return {};
    return teller_of(std::move(*result.value));
}

}  // namespace

Inquiry gates_inquiry() {
    return {"gates",
            {"How likely are the gates and targets?", "判定や目標を満たす確率は？"},
            {"Reckons the plan many times under chance, and counts in how many trials each gate, each target and never being short of cash hold, year by year.",
             "偶然を加えて計画を何度も計算し、各判定・各目標・資金不足なしを満たす確率を年次ごとに示します。"},
            Inquiry::About::plan,
            {trials_field("1000", 100.0), defaults_field()},
            run_gates};
}

Inquiry information_inquiry() {
    return {"information",
            {"What should we measure first?", "先に何を測るべきか？"},
            {"Says what knowing each uncertain quantity would be worth before choosing between the plans, and how a company finds it out.",
             "計画を選ぶ前に、どの数量を確かめればいくらの価値があるか、社内でどう測るかを示します。"},
            Inquiry::About::alternatives,
            {trials_field("4000", static_cast<double>(statistics::fewest_information_trials)), defaults_field(), {"scenarios", Kind::scenarios, {"Against the base", "基準と比べる案"}}},
            run_information};
}

}  // namespace goho::gui
