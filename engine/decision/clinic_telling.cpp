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
    {"results_seen", "fraction", {"seen", "見える割合"}, false},
    {"waste_share", "fraction", {"waste", "ムダ"}, true},
    {"founder_dependence", "fraction", {"dependence", "社長依存"}, true},
    {"operating_income", "yen", {"income", "営業利益"}, false},
    {"lost_share", "fraction", {"share lost", "失う割合"}, true},
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
/// An index, always to the tenth: plans differ by less than a point.
Text index_words(double value, bool with_sign) {
    const double points = std::round(value * 10.0) / 10.0 + 0.0;
    const std::string plus = with_sign && points > 0.0 ? "+" : "";
    return {plus + table_number(points, Language::english, 1) + " points", plus + table_number(points, Language::japanese, 1) + "点"};
}

Text difference(double value, std::string_view unit, MoneyUnit money) {
    if (unit == "points") return index_words(value, true);
    if (unit != "fraction") return in_words(unit == "hours" ? std::round(value) : value, unit, money, true);
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
    if (count == 0) return Text{"None of the six symptoms shows in this plan.", "6つの症状は、この計画には表れていません。"};
    if (count == static_cast<std::ptrdiff_t>(symptom_count)) return Text{"All six symptoms show.", "6つの症状のすべてが表れています。"};
    constexpr std::array<std::string_view, symptom_count> numbers{"None", "One", "Two", "Three", "Four", "Five"};
    const Text names = list_of(r, shown_here);
    return {fmt::format("{} of the six symptoms {}: {}.", numbers[static_cast<std::size_t>(count)], count == 1 ? "shows" : "show", names.en),
            fmt::format("6つの症状のうち、表れているのは{}つです：{}。", count, names.ja)};
}

Text limit_words(const SymptomFinding& f, MoneyUnit money) {
    const Text limit = in_words(f.limit, f.unit, money);
    const std::string note_en(f.limit_note.en), note_ja(f.limit_note.ja);
    return f.beyond ? Text{"at most " + limit.en + note_en, limit.ja + note_ja + "以下"} : Text{"at least " + limit.en + note_en, limit.ja + note_ja + "以上"};
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
    const Text what = difference(gain, by.unit, money), year = year_words(r.outcome_year), worth = difference(best.outcome.npv, "yen", money);
    into.push_back({fmt::format("Put right alone, this helps most: \"{}\" ({} → {}); {} {} in {}, present value over the plan {}.", best.label.en, best.today.en, best.repaired.en, by.label.en, what.en, year.en, worth.en),
                    fmt::format("1つだけ直すなら最も効くのは「{}」（{}→{}）で、{}の{}への効果は{}、計画期間のフリーCFの現在価値は{}です。", best.label.ja, best.today.ja, best.repaired.ja, year.ja, by.label.ja, what.ja, worth.ja)});
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
                     {{"symptom", {"Symptom", "症状"}, ""}, {"shown", {"shown", "判定"}, ""}, {"figure", {"figure", "数値"}, ""}, {"limit", {"limit", "目安"}, ""}}, {}};
    for (const auto& f : r.findings) {
        Text verdict = !f.judged ? Text{"not judged", "判定不可"} : f.shown ? Text{"yes", "あり"} : Text{"no", "なし"};
        if (f.judged && f.shown && f.since.given()) verdict = {"from " + shown(f.since, Language::english), shown(f.since, Language::japanese) + "から"};
        TellingRow row{{cell(name_of(f.symptom)), cell(verdict), cell(f.figure, f.unit), cell(f.limit, f.unit)}, false};
        if (!f.judged) row.cells[2] = row.cells[3] = TellingCell{};
        out.rows.push_back(std::move(row));
    }
    return out;
}

TellingTable causes_table(const Clinic& r, Symptom s) {
    const auto& by = yardsticks[static_cast<std::size_t>(s)];
    const Text name = name_of(s), year = year_words(r.outcome_year);
    TellingTable out{"causes_" + std::string(symptom_names[static_cast<std::size_t>(s)].id), {"Likely causes: " + name.en, "考えられる原因：" + name.ja},
                     {"Income: operating income of " + year.en + ". Value: present value of free cash flow over the plan.", "営業利益は" + year.ja + "の増減、現在価値は計画期間のフリーCFの増減。"},
                     {{"cause", {"Cause", "原因"}, ""}, {"repaired", {"put right", "現状→直すと"}, ""}}, {}};
    const bool own = by.figure != "operating_income";
    if (own) out.columns.push_back({"brings", {std::string(by.label.en), std::string(by.label.ja)}, ""});
    out.columns.push_back({"operating_income", {"income", "営業利益"}, "yen"});
    out.columns.push_back({"npv", {"value", "現在価値"}, "yen"});
    for (const Cause* cause : ranked(r, s)) {
        if (out.rows.size() == 6) break;
        TellingRow row{{cell(cause->label), cell(Text{cause->today.en + " → " + cause->repaired.en, cause->today.ja + "→" + cause->repaired.ja})}, false};
        const auto gain = change(r.before, cause->outcome, by.figure);
        if (own) row.cells.push_back(gain ? TellingCell{*gain, difference(*gain, by.unit, MoneyUnit::thousand), std::string(by.unit), true} : TellingCell{});
        row.cells.push_back(cell(change(r.before, cause->outcome, "operating_income"), "yen", true));
        row.cells.push_back(cell(cause->outcome.npv, "yen", true));
        out.rows.push_back(std::move(row));
    }
    return out;
}

TellingTable steps_table(const Clinic& r) {
    TellingTable out{"restart", {"The restart in three steps", "再起の3ステップ"}, {}, {{"step", {"Step", "ステップ"}, ""}, {"from", {"from", "開始"}, ""}, {"what", {"against", "対応する原因・内容"}, ""}, {"level", {"what is done", "水準"}, ""}}, {}};
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
    {"adoption_rate", "fraction", {"Adoption", "定着率"}}, {"hours_saved", "hours", {"Hours saved", "削減時間"}}, {"hours_used", "hours", {"Hours put to use", "活用された時間"}},
    {"operating_income", "yen", {"Operating income", "営業利益"}}, {"ordinary_income", "yen", {"Ordinary income", "経常利益"}}, {"cash", "yen", {"Cash and deposits", "現金預金"}},
    {"founder_dependence", "fraction", {"Owner dependence", "社長への依存"}}, {"waste_share", "fraction", {"Indirect waste", "間接業務のムダ"}},
    {"index_company", "points", {"Company", "指数：会社"}}, {"index_employees", "points", {"Employees", "指数：従業員"}}, {"index_customers", "points", {"Customers", "指数：顧客"}},
    {"index_society", "points", {"Society", "指数：世間"}}, {"index_next_generation", "points", {"Next generation", "指数：次世代"}},
}};

TellingTable outcome_table(const Clinic& r, MoneyUnit money) {
    const Text year = year_words(r.outcome_year);
    TellingTable out{"outcome", {"What the restart brings, " + year.en, "再起の効果（" + year.ja + "）"}, {},
                     {{"figure", {"Figure", "指標"}, ""}, {"before", {"as it is", "今の計画"}, ""}, {"after", {"restart", "再起"}, ""}, {"difference", {"difference", "差"}, ""}}, {}};
    for (const auto& one : outcomes) {
        const auto a = figure(r.before, one.name), b = figure(r.after, one.name);
        if (!a || !b || (!r.initiatives && (one.name == "adoption_rate" || one.name == "hours_saved"))) continue;
        const auto level = [&](double value) {
            if (one.unit == "points") return TellingCell{std::round(value * 10.0) / 10.0, index_words(value, false), std::string(one.unit), false};
            return cell(one.unit == "hours" ? std::round(value) : value, one.unit);
        };
        out.rows.push_back({{cell(Text{std::string(one.label.en), std::string(one.label.ja)}), level(*a), level(*b), TellingCell{*b - *a, difference(*b - *a, one.unit, money), std::string(one.unit), true}}, false});
    }
    return out;
}

TellingSeries line_of(const std::vector<double>& values, Text name) {
    TellingSeries out{std::move(name), {}};
    for (std::size_t t = 0; t < values.size(); ++t) out.points.push_back({double(t + 1), values[t], {}, {}, {}, false});
    return out;
}

/// A cause put right alone, once.
void add_draft(const Cause& cause, Telling& out) {
    const std::string id = "cause_" + cause.id;
    if (std::any_of(out.drafts.begin(), out.drafts.end(), [&](const Draft& d) { return d.id == id; })) return;
    out.drafts.push_back({id, {"Put right alone: " + cause.label.en, "1つだけ直す：" + cause.label.ja}, {cause.today.en + " → " + cause.repaired.en, cause.today.ja + "→" + cause.repaired.ja}, cause.patch});
}

/// Levers of which the model knows no effect on money or use; they count where people see and understand.
bool inert(const Clinic& r, const Cause& cause) { return std::abs(cause.outcome.npv) < 0.5 && std::abs(change(r.before, cause.outcome, "operating_income").value_or(0.0)) < 0.5; }

void add_charts(const Clinic& r, Telling& out) {
    if (r.initiatives)
        out.charts.push_back({"adoption", {"Adoption of initiatives", "施策の定着率"}, TellingChart::Kind::lines, {"Month of the plan", "計画の月"}, {"Adoption", "定着率"}, "months", "fraction",
                              {line_of(r.adoption_before, {"Plan as it is", "今の計画"}), line_of(r.adoption_after, {"Restart", "再起"})}});
    out.charts.push_back({"cumulative", {"Free cash flow of the restart beyond the plan, summed up", "再起による今の計画を上回るフリーCFの累計"}, TellingChart::Kind::lines, {"Month of the plan", "計画の月"}, {"Sum", "累計"}, "months", "yen",
                          {line_of(r.cash_after, {"Restart", "再起"})}});
}

void add_notes(const Clinic& r, MoneyUnit money, Telling& out) {
    out.notes = r.notes;
    if (!r.findings[static_cast<std::size_t>(Symptom::tools_unused)].judged)
        out.notes.push_back({r.initiatives ? "No initiative is in continuous use within the plan, so whether tools are used cannot be judged." : "The plan holds no initiatives, so whether tools are used cannot be judged; the other symptoms can.",
                             r.initiatives ? "計画期間内に継続運用に入る施策がないため、ツールの利用は判定できません。" : "計画に施策がないため、ツールの利用は判定できません（ほかの症状は判定できます）。"});
    out.notes.push_back(io::say("Judged at the end of year {}; tools over the whole plan, from their continuous use on.", "判定は{}年目の終わり。ツールは、継続運用に入ってから計画の終わりまでを見ます。", r.year));
    out.notes.push_back({"Rules and limits, how far a cause is put right, and the budgets of the restart are assumptions (docs/model/clinic.md).", "判定の目安、原因を直す水準、再起の予算は仮定です（docs/model/clinic.md）。"});
    out.notes.push_back({"Causes are put right one at a time, levers from the first planned month, tools from their own beginning; what two do together is not in these figures.", "原因は1つずつ直しています（経営のしくみは最初の計画月から、ツールは導入時から）。同時に直す効果は含みません。"});
    if (std::any_of(r.causes.begin(), r.causes.end(), [&](const Cause& c) { return inert(r, c); }))
        out.notes.push_back({"A cause with 0 moves no money in the model; putting it right counts for what people see and understand, and for the five disconnects.", "増減が0の原因は、モデル上お金の動きには影響しません。見える化や納得、「五つの分断」の改善として意味を持ちます。"});
    if (r.tool.empty() || !r.restart) return;
    const Text budget = in_words(r.budget, "yen", money), fee = in_words(r.fee, "yen", money);
    out.notes.push_back({fmt::format("\"{}\" begins again with what it could save, for {} each on people, process and data within six months and {} of support a month for 18 months; the old way of using it ends with the trial.", r.tool_name.en, budget.en, fee.en),
                         fmt::format("「{}」を同じ削減見込みで始め直します。費用は、人・仕組み・データに各{}（6か月）と伴走支援の月{}（18か月）です。これまでの使い方は試行の開始とともにやめます。", r.tool_name.ja, budget.ja, fee.ja)});
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
        if (f.asked && !f.judged)
            out.sentences.push_back({name_of(f.symptom).en + ": this plan does not show whether you have it.", "「" + name_of(f.symptom).ja + "」は、この計画からは判定できません。"});
        if (!f.asked || !f.judged) continue;
        out.sentences.push_back(finding_sentence(f, money));
        if (ranked(r, f.symptom).empty()) continue;
        tell_of_cause(r, f.symptom, money, out.sentences);
        add_draft(*ranked(r, f.symptom).front(), out);
        out.tables.push_back(causes_table(r, f.symptom));
    }
    if (r.restart) {
        out.sentences.push_back(restart_sentence(r, money));
        out.sentences.push_back(money_sentence(r, money));
        out.sentences.push_back(indices_sentence(r));
        out.tables.push_back(steps_table(r));
        out.tables.push_back(outcome_table(r, money));
        add_charts(r, out);
        out.drafts.insert(out.drafts.begin(), *r.restart);
    } else if (!r.causes.empty() && !r.notes.empty()) {
        out.sentences.push_back(r.notes.front());  // why there is none
    } else {
        out.sentences.push_back({"Nothing calls for a restart.", "再起の計画は必要ありません。"});
    }
    add_notes(r, money, out);
    return out;
}

}  // namespace goho::decision
