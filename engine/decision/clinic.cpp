#include "decision/clinic.hpp"

#include "decision/clinic_parts.hpp"

#include <algorithm>
#include <numeric>

namespace goho::decision {

namespace {

using namespace clinic_parts;

int whole_years(const Base& base) { return static_cast<int>(base.run.months.size()) / 12; }

Problems problems_of(const Base& base, const ClinicRequest& request) {
    Problems out;
    if (!base.run.behaves) {
        out.push_back(refusal("behaviour-off", {"the clinic cannot judge anything: the plan says \"behaviour\": \"off\", so nobody adopts or drops a tool in it", "「behaviour」が「off」のため、定着も利用も計算されず、診断できません"},
                              {"set company.behaviour to \"on\"", "company.behaviour を「on」にしてください"}));
        return out;
    }
    std::vector<std::string_view> known;
    for (const auto& name : symptom_names) known.push_back(name.id);
    for (const auto& id : request.symptoms) {
        if (std::find(known.begin(), known.end(), id) == known.end())
            out.push_back(refusal("unknown-symptom", {"no symptom is called " + io::in_quotes(id), "症状 " + io::in_quotes(id) + " はありません"}, io::suggestion(id, known)));
    }
    const int years = whole_years(base);
    if (years < 1 || request.year < 0 || request.year > years)
        out.push_back(refusal("plan-too-short", io::say("year {} is no whole year of the plan, which has {}", "計画の{}年目は丸1年ありません（計画は{}年）", std::max(1, request.year), years)));
    const Month first = base.run.start + static_cast<int>(base.scenario.plan.actuals.months.size()), last = base.run.start + (static_cast<int>(base.run.months.size()) - 1);
    if (request.from.given() && (request.from < first || request.from > last))
        out.push_back(refusal("outside-plan", {fmt::format("a restart in {} lies outside of the months that are planned, {} to {}", to_string(request.from), to_string(first), to_string(last)),
                                               fmt::format("再起の開始月 {} は、これから計画する期間（{}〜{}）の外です", to_string(request.from), to_string(first), to_string(last))}));
    return out;
}

/// The month asked for; else the first planned month, or the one in which a tool is found unused if that is later.    RX-11
Month restart_month(const Base& base, const ClinicRequest& request, const SymptomFinding& tools) {
    if (request.from.given()) return request.from;
    const Month first = base.run.start + static_cast<int>(base.scenario.plan.actuals.months.size());
    return tools.shown && tools.asked ? std::max(first, tools.since) : first;
}

void choose(Clinic& result, const ClinicRequest& request) {
    for (std::size_t s = 0; s < symptom_count; ++s) {
        auto& finding = result.findings[s];
        finding.asked = request.symptoms.empty() ? finding.shown
                                                 : std::find(request.symptoms.begin(), request.symptoms.end(), symptom_names[s].id) != request.symptoms.end();
    }
}

std::vector<double> adoption_of(const Base& base) {
    std::vector<double> out;
    for (const auto& month : base.run.conduct) out.push_back(month.adoption);
    return out;
}

void add_curves(Clinic& result, const Base& base, const Base& other) {
    result.adoption_before = adoption_of(base);
    result.adoption_after = adoption_of(other);
    double sum = 0.0;
    for (std::size_t t = 0; t < base.run.months.size(); ++t)
        result.cash_after.push_back(sum += other.run.months[t].free_cash_flow - base.run.months[t].free_cash_flow);
}

/// Causes and the restart, each run; false when it was stopped.
bool run_all(Clinic& result, const Base& base, const ClinicRequest& request) {
    std::vector<Problems> problems(result.causes.size());
    std::optional<Base> again;
    const bool finished = side_by_side(result.causes.size() + 1, request.threads, request.progress, [&](std::size_t i) {
        if (i == result.causes.size()) {
            if (!result.restart) return;
            auto other = with_draft(base, *result.restart);
            if (other) again = std::move(*other.value);
            return;
        }
        const io::Json content = with_replacements(base.content, result.causes[i].replacements);
        auto other = base_of(Merged{content, base.scenario.file});
        result.causes[i].patch = patch_between(base.content, content);
        if (other) result.causes[i].outcome = outcome_of(base, *other.value, result.outcome_year);
        problems[i] = std::move(other.problems);
    });
    if (!finished) return false;
    for (std::size_t i = result.causes.size(); i-- > 0;) {  // what the plan as it is does not allow is no cure
        if (!problems[i].empty()) result.causes.erase(result.causes.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (again) {
        result.after = outcome_of(base, *again, result.outcome_year);
        add_curves(result, base, *again);
    } else if (result.restart) {
        result.restart.reset();
        result.steps.clear();
        result.notes.push_back({"The restart does not fit the plan's own changes over time and is not proposed.", "再起計画は、計画の時期ごとの変更と両立しないため、提案しません。"});
    }
    return true;
}

void keep_causes_of_asked(Clinic& result) {
    std::erase_if(result.causes, [&](const Cause& cause) { return std::none_of(cause.of.begin(), cause.of.end(), [&](Symptom s) { return result.concerns(s); }); });
}

}  // namespace

Result<Clinic> clinic(const Base& base, const ClinicRequest& request) {
    if (Problems problems = problems_of(base, request); !problems.empty()) return {{}, std::move(problems)};
    Clinic result;
    const int months = static_cast<int>(base.run.months.size());
    const auto tools = tools_of(base);
    result.base = base.scenario.name;
    result.start = base.run.start;
    result.year = request.year > 0 ? request.year : std::min(3, whole_years(base));
    result.initiatives = !base.scenario.plan.initiatives.empty();
    result.findings = findings_of(base, result.year, tools);
    choose(result, request);
    result.restart_from = restart_month(base, request, result.findings[static_cast<std::size_t>(Symptom::tools_unused)]);
    const int begins = result.restart_from - result.start;
    result.outcome_year = std::min(months / 12, std::max(result.year, (begins + 24 + 11) / 12));
    result.causes = causes_of(base, std::min(months - 1, std::max(12 * result.year - 1, begins)), static_cast<int>(base.scenario.plan.actuals.months.size()), tools);
    keep_causes_of_asked(result);
    result.before = outcome_of(base, base, result.outcome_year);
    if (begins + 18 < months) plan_restart(base, tools, result);
    else result.notes.push_back({"Too few months of the plan are left for a restart.", "再起に必要な期間が計画に残っていません。"});
    if (!run_all(result, base, request)) result.stopped = true;
    return {std::move(result), {}};
}

}  // namespace goho::decision
