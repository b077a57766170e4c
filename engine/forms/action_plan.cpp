#include "analysis/differences.hpp"
#include "forms/early_improvement.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::forms {

namespace {

enum Column { number, kind, problem, action, owner, begins, lasts, money_spent, effect, measure, progress, column_count };

/// One thing that is done: what is left empty is for the person who hands the form in.
struct Action {
    std::string kind, problem, what, owner, begins, lasts, spent, effect, measure;
};

class Actions {
public:
    Actions(const analysis::Study& study, const Setting& setting) : study_(study), plan_(study.scenario.plan), s_(setting) {}

    std::vector<Action> all() const {
        std::vector<Action> out;
        for (std::size_t i = 0; i < plan_.initiatives.size(); ++i) out.push_back(initiative(i));
        for (const auto& item : plan_.investments) out.push_back(investment(item));
        for (const auto& item : plan_.loans) {
            if (item.parameters.drawn.given() && item.parameters.drawn >= study_.run.start) out.push_back(loan(item));
        }
        for (const auto& entry : study_.scenario.timeline) out.push_back(change(entry));
        for (const auto& decision : study_.scenario.decision_log) out.push_back(decided(decision));
        return out;
    }

private:
    const analysis::Study& study_;
    const simulation::Plan<double>& plan_;
    const Setting& s_;

    std::string months(int n) const { return n <= 0 ? std::string() : fmt::format("{}{}", n, s_.text(n == 1 ? " month" : " months", "か月")); }

    Action initiative(std::size_t i) const {
        const auto& item = plan_.initiatives[i];
        const auto& p = item.parameters;
        Action a;
        a.kind = s_.text("Initiative: ", "施策：") + s_.text(initiatives::kind_options[static_cast<std::size_t>(p.kind)].label);
        a.what = item.shown(s_.language);
        a.begins = s_.month(p.start);
        a.lasts = months(std::max({p.support_months, p.analysis_months + p.pilot_months, p.spending_months}));
        a.spent = s_.text("One-off ", "一時費用 ") + s_.amount(p.people_budget + p.process_budget + p.data_budget);
        const double yearly = 12.0 * (p.running_cost + p.usage_cost);
        if (yearly > 0.0) a.spent += s_.text(", then a year ", "、以後 年額 ") + s_.amount(yearly);
        a.effect = hours_saved(static_cast<int>(i), p.start);
        if (p.target_measure != initiatives::Measure::none) {
            a.measure = s_.text(initiatives::measure_options[static_cast<std::size_t>(p.target_measure)].label) + " " +
                        (p.target_measure == initiatives::Measure::hours ? table_number(p.target_value, s_.language) : table_percent(p.target_value, s_.language));
            if (p.target_month.given()) a.measure += s_.text(" by ", "／期限 ") + s_.month(p.target_month);
        }
        return a;
    }

    /// What the engine has for it: hours of the third year from its start, or of the last twelve months before the plan ends.
    std::string hours_saved(int i, Month start) const {
        const auto& run = study_.run;
        const int count = static_cast<int>(run.months.size());
        if (!run.behaves || count < 12) return {};
        const int from = std::clamp(start - run.start + 24, 0, count - 12);
        double hours = 0.0;
        for (int t = from; t < from + 12; ++t) hours += run.initiatives.at(t, i).hours_saved;
        return fmt::format(fmt::runtime(s_.text("Hours saved a year: {} (12 months from {})", "年間削減時間：{}時間（{}からの12か月）")),
                           table_number(hours, s_.language), s_.month(run.start + from));
    }

    Action investment(const Item<accounting::investment::Parameters<double>>& item) const {
        const auto& p = item.parameters;
        Action a;
        a.kind = s_.text("Investment: ", "投資：") + s_.text(accounting::investment::kind_options[static_cast<std::size_t>(p.kind)].label);
        a.what = item.shown(s_.language);
        a.begins = s_.month(p.start);
        a.lasts = months(p.spending_months);
        a.spent = s_.amount(p.amount);
        if (p.monthly_running_cost > 0.0) a.spent += s_.text(", then a year ", "、以後 年額 ") + s_.amount(12.0 * p.monthly_running_cost);
        return a;
    }

    Action loan(const Item<accounting::loan::Parameters<double>>& item) const {
        const auto& p = item.parameters;
        Action a;
        a.kind = s_.text("Funding: ", "資金調達：") + s_.text(accounting::loan::kind_options[static_cast<std::size_t>(p.kind)].label);
        a.what = item.shown(s_.language);
        a.begins = s_.month(p.drawn);
        a.lasts = months(p.term_months);
        a.spent = s_.text("Drawn ", "調達額 ") + s_.amount(p.principal);
        return a;
    }

    Action change(const simulation::TimelineEntry& entry) const {
        Action a;
        a.kind = s_.text("Change of the plan", "計画上の変更");
        const std::string& name = entry.name.in(s_.language);
        a.what = (name.empty() ? entry.id : name) + "\n" + analysis::in_words(entry, plan_).in(s_.language);
        a.begins = s_.month(entry.from);
        if (entry.to.given()) a.lasts = months(entry.to - entry.from + 1);
        return a;
    }

    Action decided(const simulation::Decision& d) const {
        Action a;
        a.kind = s_.text("Decision", "決定事項");
        a.problem = d.question.in(s_.language);
        if (!d.finding.empty()) a.problem += "\n" + d.finding.in(s_.language);
        a.what = d.decision.in(s_.language);
        a.owner = d.owner.in(s_.language);
        a.begins = s_.month(d.date);
        if (d.due.given()) a.lasts = s_.text("until ", "期限 ") + s_.month(d.due);
        return a;
    }
};

void put(Page& page, int row, int column, const std::string& words) {
    if (words.empty()) page.fill_in(row, column);
    else page.text(row, column, words);
}

int actions_table(Page& page, int row, const std::vector<Action>& actions, const Setting& s) {
    const Label heads[column_count] = {{"No.", "No."}, {"Kind", "区分"}, {"Problem", "経営課題"}, {"What is done", "具体的な取組"}, {"Owner", "担当・責任者"},
                                       {"From", "開始"}, {"Lasts", "期間"}, {"Amount", "金額"}, {"Effect a year", "年間の効果"}, {"Measure and target", "KPI・目標"},
                                       {"Progress", "実施状況"}};
    for (int c = 0; c < column_count; ++c) page.text(row, c, s.text(heads[c]), Style::head);
    page.repeat_heads(row, row);
    int n = 0;
    for (const Action& a : actions) {
        ++row;
        page.text(row, number, std::to_string(++n));
        page.text(row, kind, a.kind);
        put(page, row, problem, a.problem);
        put(page, row, action, a.what);
        put(page, row, owner, a.owner);
        put(page, row, begins, a.begins);
        put(page, row, lasts, a.lasts);
        put(page, row, money_spent, a.spent);
        put(page, row, effect, a.effect);
        put(page, row, measure, a.measure);
        page.fill_in(row, progress);
        page.fit_height(row);
    }
    if (actions.empty()) page.fill_in(row + 1, number, row + 1, column_count - 1, s.text("the plan holds no initiative, investment or change", "計画に施策・投資・変更が登録されていません"));
    return row + (actions.empty() ? 2 : 1);
}

std::string shown_figure(std::optional<double> figure, std::string_view unit, const Setting& s) {
    return figure ? s.figure(*figure, unit) : std::string(no_figure);
}

int targets_table(Page& page, int row, const analysis::Study& study, const Setting& s) {
    if (study.targets.empty()) return row;
    page.wide(row, number, row, column_count - 1, s.text("Targets of the plan", "計画の数値目標"), Style::heading);
    ++row;
    const auto line = [&](const std::string& name, const std::string& year, const std::string& target, const std::string& figure, const std::string& verdict, Style style) {
        page.wide(row, number, row, action, name, style);
        page.wide(row, owner, row, begins, year, style);
        page.wide(row, lasts, row, money_spent, target, style);
        page.wide(row, effect, row, effect, figure, style);
        page.wide(row, measure, row, progress, verdict, style);
        page.fit_height(row);
        ++row;
    };
    line(s.text("Figure", "指標"), s.text("Plan year", "計画年次"), s.text("Target", "目標"), s.text("In the plan", "計画値"), s.text("Verdict", "判定"), Style::head);
    for (const auto& t : study.targets) {
        const bool least = t.bound == stakeholders::Bound::at_least;
        const std::string value = shown_figure(t.value, t.unit, s);
        line(t.name.in(s.language), fmt::format("{}{}", t.year, s.text("", "年目")),
             s.language == Language::japanese ? value + (least ? " 以上" : " 以下") : (least ? "at least " : "at most ") + value, shown_figure(t.figure, t.unit, s),
             t.reason.empty() ? s.text(label_of(t.verdict)) : t.reason.in(s.language), Style::label);
    }
    return row;
}

}  // namespace

Page action_plan(const analysis::Study& study, const Setting& s) {
    Page page(s, s.text("Action plan", "アクションプラン"), {5.0, 15.0, 26.0, 34.0, 14.0, 9.0, 10.0, 20.0, 20.0, 20.0, 16.0});
    int row = page.head(s.text("Action plan", "アクションプラン"), study.scenario.name.in(s.language),
                        s.text("Arranged after the plan for early management improvement; not the official file. What the scenario does not say is left to be filled "
                               "in: problem, owner, progress. Hours saved are an assumption of the model, not a promise.",
                               "早期経営改善計画の様式を参考に配置したもので、公式の様式ファイルではありません。シナリオにない項目（課題・担当・実施状況など）は記入欄です。"
                               "削減時間はモデル上の計算値です。"));
    row = actions_table(page, row, Actions(study, s).all(), s) + 1;
    targets_table(page, row, study, s);
    return page;
}

}  // namespace goho::forms
