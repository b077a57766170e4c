#include "core/number.hpp"
#include "decision/clinic.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision {

namespace {

/// The figure by which causes of a symptom are ranked.
struct Yardstick {
    std::string_view figure, unit;
    Label label;
    bool less = false;
};
constexpr std::array<Yardstick, symptom_count> yardsticks{{
    {"results_seen", "fraction", {"measured and used", "見える割合"}, false},
    {"waste_share", "fraction", {"waste", "ムダ"}, true},
    {"founder_dependence", "fraction", {"dependence", "社長依存"}, true},
    {"operating_income", "yen", {"operating income", "営業利益"}, false},
    {"hours_lost", "hours", {"hours lost", "失う時間"}, true},
    {"adoption_rate", "fraction", {"adoption", "定着率"}, false},
}};

std::optional<double> figure(const ClinicOutcome& outcome, std::string_view name) {
    const auto found = outcome.figures.find(name);
    return found == outcome.figures.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> change(const ClinicOutcome& before, const ClinicOutcome& after, std::string_view name) {
    const auto a = figure(before, name), b = figure(after, name);
    return a && b ? std::optional(*b - *a) : std::nullopt;
}

/// A difference: yen and hours with their sign, shares in points.
Text difference(double value, std::string_view unit, MoneyUnit money) {
    if (unit != "fraction") return in_words(unit == "hours" || unit == "points" ? std::round(value * 10.0) / 10.0 : value, unit, money, true);
    const double points = std::round(value * 1000.0) / 10.0;
    const std::string plus = points > 0.0 ? "+" : "";
    return {plus + table_number(points, Language::english, 1) + " points", plus + table_number(points, Language::japanese, 1) + "ポイント"};
}

Text month_words(Month month) { return {shown(month, Language::english), shown(month, Language::japanese)}; }
Text name_of(Symptom s) {
    const Label label = symptom_names[static_cast<std::size_t>(s)].label;
    return {std::string(label.en), std::string(label.ja)};
}

/// Causes of a symptom, those first that bring most to its own figure, then to profit.
std::vector<const Cause*> ranked(const Clinic& r, Symptom s) {
    const auto& by = yardsticks[static_cast<std::size_t>(s)];
    std::vector<const Cause*> out;
    for (const auto& cause : r.causes) {
        if (std::find(cause.of.begin(), cause.of.end(), s) != cause.of.end()) out.push_back(&cause);
    }
    const auto gain = [&](const Cause* c) { return (by.less ? -1.0 : 1.0) * change(r.before, c->outcome, by.figure).value_or(0.0); };
    std::stable_sort(out.begin(), out.end(), [&](const Cause* a, const Cause* b) {
        return std::pair(gain(a), change(r.before, a->outcome, "operating_income").value_or(0.0)) > std::pair(gain(b), change(r.before, b->outcome, "operating_income").value_or(0.0));
    });
    return out;
}

Text list_of(const Clinic& r, bool (*holds)(const SymptomFinding&)) {
    Text out;
    for (const auto& f : r.findings) {
        if (!holds(f)) continue;
        const Text name = name_of(f.symptom);
        out.en += (out.en.empty() ? "" : "; ") + name.en;
        out.ja += (out.ja.empty() ? "" : "、") + std::string("「") + name.ja + "」";
    }
    return out;
}

Text answer(const Clinic& r) {
    const auto shown_here = [](const SymptomFinding& f) { return f.judged && f.shown; };
    const auto count = std::count_if(r.findings.begin(), r.findings.end(), shown_here);
    if (count == 0) return io::say("None of the six symptoms shows in this plan (year {}).", "6つの症状は、この計画（{}年目）には表れていません。", r.year);
    const Text names = list_of(r, shown_here);
    return {fmt::format("{} of the six symptoms show in year {}: {}.", count, r.year, names.en), fmt::format("6つの症状のうち、{}年目に表れているのは{}つです：{}。", r.year, count, names.ja)};
}

Text limit_words(const SymptomFinding& f, MoneyUnit money) {
    const Text limit = in_words(f.limit, f.unit, money);
    return f.beyond ? Text{"at most " + limit.en, limit.ja + "以下"} : Text{"at least " + limit.en, limit.ja + "以上"};
}

Text finding_sentence(const SymptomFinding& f, MoneyUnit money) {
    const Text name = name_of(f.symptom), value = in_words(f.figure, f.unit, money), limit = limit_words(f, money);
    const Text since = f.since.given() ? month_words(f.since) : Text{};
    if (!f.shown)
        return {fmt::format("{}: the figures do not show it: {} {} (fine: {}).", name.en, f.measure.en, value.en, limit.en),
                fmt::format("「{}」は数値に表れていません：{}は{}（目安は{}）。", name.ja, f.measure.ja, value.ja, limit.ja)};
    return {fmt::format("{}: {} {} (fine: {}){}.{}", name.en, f.measure.en, value.en, limit.en, since.empty() ? "" : ", since " + since.en, f.detail.empty() ? "" : " " + f.detail.en + "."),
            fmt::format("「{}」：{}は{}（目安は{}）{}。{}", name.ja, f.measure.ja, value.ja, limit.ja, since.empty() ? "" : "、" + since.ja + "から", f.detail.empty() ? "" : f.detail.ja + "。")};
}

void tell_of_cause(const Clinic& r, Symptom s, MoneyUnit money, std::vector<Text>& into) {
    const auto causes = ranked(r, s);
    const auto& by = yardsticks[static_cast<std::size_t>(s)];
    const double gain = causes.empty() ? 0.0 : change(r.before, causes.front()->outcome, by.figure).value_or(0.0);
    const Text name = name_of(s);
    if ((by.less ? -gain : gain) < (by.unit == "fraction" ? 0.0005 : 0.5)) {
        into.push_back({fmt::format("{}: no single cause that the plan names makes a difference alone.", name.en), fmt::format("「{}」：1つだけ直して改善する原因は見当たりません。", name.ja)});
        return;
    }
    const Cause& best = *causes.front();
    const Text what = difference(gain, by.unit, money), year = year_words(r.outcome_year);
    into.push_back({fmt::format("What helps most against it alone: \"{}\" ({} → {}): {} {} in {}.", best.label.en, best.today.en, best.repaired.en, by.label.en, what.en, year.en),
                    fmt::format("1つだけ直すなら最も効くのは「{}」（{}→{}）で、{}の{}が{}変わります。", best.label.ja, best.today.ja, best.repaired.ja, year.ja, by.label.ja, what.ja)});
}

Text restart_sentence(const Clinic& r, MoneyUnit money) {
    const Text from = month_words(r.restart_from), year = year_words(r.outcome_year), income = difference(change(r.before, r.after, "ordinary_income").value_or(0.0), "yen", money);
    const auto words = [&](std::string_view name, std::string_view unit) {
        const Text a = in_words(std::round(figure(r.before, name).value_or(0.0) * 1e3) / 1e3, unit, money), b = in_words(std::round(figure(r.after, name).value_or(0.0) * 1e3) / 1e3, unit, money);
        return Text{a.en + " → " + b.en, a.ja + "→" + b.ja};
    };
    const Text adoption = words("adoption_rate", "fraction");
    const double used_before = std::round(figure(r.before, "hours_used").value_or(0.0)), used_after = std::round(figure(r.after, "hours_used").value_or(0.0));
    const Text before = in_words(used_before, "hours", money), after = in_words(used_after, "hours", money);
    const bool tools = figure(r.after, "adoption_rate") && r.initiatives;
    return {fmt::format("A restart in three steps from {} brings in {}: {}freed hours put to use {} → {}, ordinary income {} against the plan as it is.", from.en, year.en, tools ? "adoption " + adoption.en + ", " : "", before.en, after.en, income.en),
            fmt::format("{}から3ステップで再起すると、{}は{}活用された時間{}→{}、経常利益は今の計画比{}になります。", from.ja, year.ja, tools ? "定着率" + adoption.ja + "、" : "", before.ja, after.ja, income.ja)};
}

Text money_sentence(const Clinic& r, MoneyUnit money) {
    const Text worth = difference(r.after.npv, "yen", money);
    if (r.after.npv < 0.0)
        return {fmt::format("It loses money over the plan: {} in present value of free cash flow{}.", worth.en, r.after.payback_months ? "" : ", not paid back within the plan"),
                fmt::format("計画期間全体では損になります：フリーCFの現在価値{}{}。", worth.ja, r.after.payback_months ? "" : "、計画期間内に回収できません")};
    if (!r.after.payback_months)
        return {fmt::format("Its present value is {}, but free cash flow, summed up, ends below the plan as it is.", worth.en), fmt::format("現在価値は{}ですが、フリーCFの累計は計画の終わりに今の計画を下回ります。", worth.ja)};
    const Month back = r.start + std::max(0, *r.after.payback_months - 1);
    return {fmt::format("It pays back in {} (month {} of the plan); present value of free cash flow {}.", shown(back, Language::english), *r.after.payback_months, worth.en),
            fmt::format("回収は{}（計画の{}か月目）、フリーCFの現在価値は{}です。", shown(back, Language::japanese), *r.after.payback_months, worth.ja)};
}

constexpr std::array<std::pair<std::string_view, Label>, 5> indices{{{"index_company", {"company", "会社"}}, {"index_employees", {"employees", "従業員"}}, {"index_customers", {"customers", "顧客"}},
                                                                      {"index_society", {"society", "世間"}}, {"index_next_generation", {"next generation", "次世代"}}}};

Text indices_sentence(const Clinic& r) {
    Text list;
    for (const auto& [name, label] : indices) {
        const auto by = change(r.before, r.after, name);
        if (!by) continue;
        const double points = std::round(*by * 10.0) / 10.0;
        const std::string plus = points > 0.0 ? "+" : "";
        list.en += (list.en.empty() ? "" : ", ") + std::string(label.en) + " " + plus + table_number(points, Language::english, 1);
        list.ja += (list.ja.empty() ? "" : "、") + std::string(label.ja) + plus + table_number(points, Language::japanese, 1);
    }
    return {"Five directions, points of 100: " + list.en + ".", "五方の指数（100点満点）の変化：" + list.ja + "。"};
}

TellingTable symptoms_table(const Clinic& r) {
    TellingTable out{"symptoms", {"The six symptoms", "6つの症状"}, {},
                     {{"symptom", {"Symptom", "症状"}, ""}, {"shown", {"shown", "判定"}, ""}, {"figure", {"figure", "数値"}, ""}, {"limit", {"limit", "目安"}, ""}, {"since", {"since", "時期"}, ""}}, {}};
    for (const auto& f : r.findings) {
        const Text verdict = !f.judged ? Text{"not judged", "判定不可"} : f.shown ? Text{"yes", "あり"} : Text{"no", "なし"};
        TellingRow row{{cell(name_of(f.symptom)), cell(verdict), cell(f.figure, f.unit), cell(f.limit, f.unit), f.since.given() ? cell(month_words(f.since)) : TellingCell{}}, false};
        if (!f.judged) row.cells[2] = row.cells[3] = TellingCell{};
        out.rows.push_back(std::move(row));
    }
    return out;
}

TellingTable causes_table(const Clinic& r, Symptom s) {
    const auto& by = yardsticks[static_cast<std::size_t>(s)];
    const Text name = name_of(s);
    TellingTable out{"causes_" + std::string(symptom_names[static_cast<std::size_t>(s)].id), {"Likely causes: " + name.en, "考えられる原因：" + name.ja}, {},
                     {{"cause", {"Cause", "原因"}, ""}, {"today", {"as it is", "現状"}, ""}, {"repaired", {"put right", "直すと"}, ""}, {"brings", {std::string(by.label.en), std::string(by.label.ja)}, ""}}, {}};
    const bool profit = by.figure != "operating_income";
    if (profit) out.columns.push_back({"operating_income", {"operating income", "営業利益"}, "yen"});
    out.columns.push_back({"npv", {"present value", "現在価値"}, "yen"});
    if (!profit) out.columns[3].unit = "yen";
    for (const Cause* cause : ranked(r, s)) {
        if (out.rows.size() == 6) break;
        const auto gain = change(r.before, cause->outcome, by.figure);
        TellingRow row{{cell(cause->label), cell(cause->today), cell(cause->repaired), gain ? (profit ? cell(difference(*gain, by.unit, MoneyUnit::thousand)) : cell(*gain, "yen", true)) : TellingCell{}}, false};
        if (profit) row.cells.push_back(cell(change(r.before, cause->outcome, "operating_income"), "yen", true));
        row.cells.push_back(cell(cause->outcome.npv, "yen", true));
        out.rows.push_back(std::move(row));
    }
    return out;
}

TellingTable steps_table(const Clinic& r) {
    TellingTable out{"restart", {"The restart in three steps", "再起の3ステップ"}, {}, {{"step", {"Step", "ステップ"}, ""}, {"from", {"from", "開始"}, ""}, {"what", {"against", "対応する原因"}, ""}, {"level", {"what is done", "内容"}, ""}}, {}};
    constexpr std::array<Label, 3> names{Label{"1 make visible", "1 見える化"}, Label{"2 small trial", "2 試行"}, Label{"3 settle", "3 定着"}};
    for (const auto& step : r.steps) {
        const Label name = names[static_cast<std::size_t>(step.step - 1)];
        out.rows.push_back({{cell(Text{std::string(name.en), std::string(name.ja)}), cell(month_words(step.from)), cell(step.what), cell(step.level)}, false});
    }
    return out;
}

struct Shown {
    std::string_view name, unit;
    Label label;
};
constexpr std::array<Shown, 13> outcomes{{
    {"adoption_rate", "fraction", {"Adoption", "定着率"}}, {"hours_saved", "hours", {"Hours saved", "削減時間"}}, {"hours_used", "hours", {"Freed hours put to use", "活用された時間"}},
    {"operating_income", "yen", {"Operating income", "営業利益"}}, {"ordinary_income", "yen", {"Ordinary income", "経常利益"}}, {"cash", "yen", {"Cash", "現預金"}},
    {"founder_dependence", "fraction", {"Dependence on the head", "社長への依存"}}, {"waste_share", "fraction", {"Waste in indirect work", "間接業務のムダ"}},
    {"index_company", "points", {"Index: company", "指数：会社"}}, {"index_employees", "points", {"Index: employees", "指数：従業員"}}, {"index_customers", "points", {"Index: customers", "指数：顧客"}},
    {"index_society", "points", {"Index: society", "指数：世間"}}, {"index_next_generation", "points", {"Index: next generation", "指数：次世代"}},
}};

TellingTable outcome_table(const Clinic& r) {
    const Text year = year_words(r.outcome_year);
    TellingTable out{"outcome", {"What the restart brings, " + year.en, "再起の効果（" + year.ja + "）"}, {},
                     {{"figure", {"Figure", "指標"}, ""}, {"before", {"plan as it is", "今の計画"}, ""}, {"after", {"restart", "再起"}, ""}, {"difference", {"difference", "差"}, ""}}, {}};
    for (const auto& one : outcomes) {
        const auto a = figure(r.before, one.name), b = figure(r.after, one.name);
        if (!a || !b) continue;
        out.rows.push_back({{cell(Text{std::string(one.label.en), std::string(one.label.ja)}), cell(*a, one.unit), cell(*b, one.unit), cell(*b - *a, one.unit, true)}, false});
    }
    return out;
}

TellingSeries line_of(const std::vector<double>& values, Text name) {
    TellingSeries out{std::move(name), {}};
    for (std::size_t t = 0; t < values.size(); ++t) out.points.push_back({double(t + 1), values[t], {}, {}, {}, false});
    return out;
}

void add_charts(const Clinic& r, Telling& out) {
    if (r.initiatives)
        out.charts.push_back({"adoption", {"Adoption of initiatives", "施策の定着率"}, TellingChart::Kind::lines, {"Month of the plan", "計画の月"}, {"Adoption", "定着率"}, "months", "fraction",
                              {line_of(r.adoption_before, {"Plan as it is", "今の計画"}), line_of(r.adoption_after, {"Restart", "再起"})}});
    out.charts.push_back({"cumulative", {"Free cash flow of the restart beyond the plan, summed up", "再起による今の計画を上回るフリーCFの累計"}, TellingChart::Kind::lines, {"Month of the plan", "計画の月"}, {"Sum", "累計"}, "months", "yen",
                          {line_of(r.cash_after, {"Restart", "再起"})}});
}

void add_notes(const Clinic& r, Telling& out) {
    out.notes = r.notes;
    if (!r.findings[static_cast<std::size_t>(Symptom::tools_unused)].judged)
        out.notes.push_back({r.initiatives ? "No initiative is in continuous use within the plan, so whether tools are used cannot be judged." : "The plan holds no initiatives, so whether tools are used cannot be judged; the other symptoms can.",
                             r.initiatives ? "計画期間内に継続運用に入る施策がないため、ツールの利用は判定できません。" : "計画に施策がないため、ツールの利用は判定できません（ほかの症状は判定できます）。"});
    out.notes.push_back({"Rules and limits, how far a cause is put right, and the budgets of the restart are assumptions (docs/model/clinic.md).", "判定の目安、原因を直す水準、再起の予算は仮定です（docs/model/clinic.md）。"});
    out.notes.push_back({"Causes are put right one at a time, levers from the first planned month, tools from their own beginning; what two do together is not in these figures.", "原因は1つずつ直しています（経営のしくみは最初の計画月から、ツールは導入時から）。同時に直す効果は含みません。"});
    if (!r.tool.empty())
        out.notes.push_back({fmt::format("\"{}\" begins again with what it could save; the old way of using it ends with the trial.", r.tool_name.en), fmt::format("「{}」を同じ削減見込みで始め直し、これまでの使い方は試行の開始とともにやめます。", r.tool_name.ja)});
}

}  // namespace

Telling tell(const Clinic& r, MoneyUnit money) {
    Telling out{"clinic", {"Adoption clinic: " + r.base.en, "再起診断：" + r.base.ja}, {}, {}, {}, {}, {}};
    if (r.stopped) {
        out.sentences.push_back({"Stopped before it was finished: there is no result.", "途中で中止したため、結果はありません。"});
        return out;
    }
    out.sentences.push_back(answer(r));
    out.tables.push_back(symptoms_table(r));
    for (const auto& f : r.findings) {
        if (!f.asked || !f.judged) continue;
        out.sentences.push_back(finding_sentence(f, money));
        if (ranked(r, f.symptom).empty()) continue;
        tell_of_cause(r, f.symptom, money, out.sentences);
        out.tables.push_back(causes_table(r, f.symptom));
    }
    if (r.restart) {
        out.sentences.push_back(restart_sentence(r, money));
        out.sentences.push_back(money_sentence(r, money));
        out.sentences.push_back(indices_sentence(r));
        out.tables.push_back(steps_table(r));
        out.tables.push_back(outcome_table(r));
        add_charts(r, out);
        out.drafts.push_back(*r.restart);
    } else {
        out.sentences.push_back({"Nothing calls for a restart.", "再起の計画は必要ありません。"});
    }
    add_notes(r, out);
    return out;
}

}  // namespace goho::decision
