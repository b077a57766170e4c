// The adoption clinic (再起診断): which of six symptoms a company's own figures show, since when and by how much; what causes
// them, each cause put right alone and run; and a restart in three steps as one scenario, run as well.
// Theory: docs/model/clinic.md, RX-1 to RX-12.
#pragma once

#include "decision/patch.hpp"

#include <array>
#include <map>

namespace goho::decision {

enum class Symptom { results_unseen, company_unchanged, owner_load, no_profit, organisation, tools_unused };
inline constexpr std::size_t symptom_count = 6;
struct SymptomName {
    std::string_view id;
    Label label;
};
inline constexpr std::array<SymptomName, symptom_count> symptom_names{{
    {"results_unseen", {"Results cannot be seen", "成果が見えない"}},
    {"company_unchanged", {"Company does not change", "社内が変わらない"}},
    {"owner_load", {"Owner's load does not fall", "社長の負担が減らない"}},
    {"no_profit", {"No profit is left", "利益が残らない"}},
    {"organisation", {"Organisation does not keep up", "組織が追いつかない"}},
    {"tools_unused", {"Tools are not used", "ツールが使われない"}},
}};

struct ClinicRequest {
    std::vector<std::string> symptoms;  // by id; empty: those that the figures show
    int year = 0;                       // plan year that is judged; 0: the third, or the last that is whole
    Month from;                         // of the restart; not given: see RX-11
    int threads = 0;
    Progress progress;
};

/// What the figures say about a symptom.
struct SymptomFinding {
    Symptom symptom;
    bool judged = true, shown = false, asked = false;
    double figure = 0.0, limit = 0.0;   // what was measured, and the bound of the rule
    std::string unit;
    Label measure;                      // what the figure is
    Label limit_note;                   // what the limit is, where it is no fixed number
    bool beyond = false;                // shown above the limit; else below it
    Month since;                        // first month in which it shows, where that can be said
    Text detail;                        // whatever else belongs to the sentence
};

/// What a company has at the end of a plan year, as a run and a comparison show it.
struct ClinicOutcome {
    std::map<std::string, double, std::less<>> figures;  // of a comparison, by name; and "waste_share", "founder_dependence", "results_seen", "lost_share", "hours_used"
    double npv = 0.0;                                    // against the base
    std::optional<int> payback_months;
};

struct Cause {
    std::string id;
    Text label, today, repaired;        // the figure, and what it is put right to
    std::vector<Symptom> of;
    std::vector<analysis::Replacement> replacements;
    ClinicOutcome outcome;
    io::Json patch = nullptr;           // over the base
};

struct RestartStep {
    int step = 1;                       // 1 make visible, 2 small trial, 3 settle
    Month from;
    Text what, level;
};

struct Clinic {
    Text base;
    int year = 3, outcome_year = 3;     // judged; and at whose end effects are read
    std::array<SymptomFinding, symptom_count> findings;
    std::vector<Cause> causes;          // all that concern a symptom that is shown or asked for
    ClinicOutcome before, after;        // of the base and of the restart, at the end of outcome_year
    std::vector<RestartStep> steps;     // empty: nothing calls for a restart
    std::optional<Draft> restart;
    Month restart_from, start;
    std::string tool;                   // id of the tool that is begun again; empty without
    Text tool_name;
    double budget = 0.0, fee = 0.0;     // of the tool's restart: yen for each wall, and for support a month
    std::vector<double> adoption_before, adoption_after, cash_after;  // by month; cash: free cash flow beyond the base, summed up
    std::vector<Text> notes;
    bool initiatives = false, stopped = false;

    bool concerns(Symptom s) const { const auto& f = findings[static_cast<std::size_t>(s)]; return f.asked; }
};

/// Problems: behaviour is off, an unknown symptom, a year or month outside of the plan.
Result<Clinic> clinic(const Base& base, const ClinicRequest& request = {});

Telling tell(const Clinic& result, MoneyUnit money);

}  // namespace goho::decision
