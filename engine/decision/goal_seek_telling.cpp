// What a goal seek says to people.
#include "decision/goal_seek.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision {

namespace {

Text joined(const Text& a, const Text& b) { return {a.en + b.en, a.ja + b.ja}; }

struct Words {
    const GoalSeek& result;
    MoneyUnit money;

    std::string_view unit() const { return result.goal.kind == Condition::Kind::chance ? std::string_view("fraction") : std::string_view(result.goal.unit); }
    Text figure(const GoalPoint& point) const { return point.figure ? in_words(*point.figure, unit(), money) : Text{"none", "算定不能"}; }
    /// With as many digits as tell two answers apart.
    Text setting(double x) const {
        const auto& lever = result.lever;
        if (lever.kind == LeverKind::scale) {
            return change_words(x - 1.0);
        }
        if (lever.kind == LeverKind::set && lever.unit != "yen" && !shown_as_percent(lever.unit)) {
            const auto unit = io::unit_behind(lever.unit);
            return {plain_number(x) + unit.en, plain_number(x) + unit.ja};
        }
        const double one[] = {x};
        return setting_words(lever, one, lever.unit == "yen" ? MoneyUnit::yen : money);
    }
    Text what() const {
        const auto& goal = result.goal;
        if (!result.equal || goal.kind == Condition::Kind::chance) {
            const Text said = in_words(goal, money);
            return {"\"" + said.en + "\"", "「" + said.ja + "」"};
        }
        const Text value = in_words(result.wanted, unit(), money);
        return {"\"" + goal.measure.label.en + " of " + value.en + "\"", "「" + goal.measure.label.ja + " " + value.ja + "」"};
    }
    Text since() const {
        if (!result.lever.in_timeline) return {};
        return {" from " + shown(result.lever.from, Language::english) + " on", shown(result.lever.from, Language::japanese) + "以降、"};
    }
};

Text answer_sentence(const Words& w) {
    const auto& r = w.result;
    const Text at = w.setting(r.answer->setting), what = w.what(), since = w.since();
    const bool by = r.lever.kind == LeverKind::scale || r.lever.kind == LeverKind::add;
    const bool less = by && r.answer->setting < r.lever.planned;
    const std::string_view verb = by ? (less ? "引き下げます。" : "引き上げます。") : r.lever.kind == LeverKind::shift ? "ます。" : r.lever.kind == LeverKind::choose ? "こととします。" : "とします。";
    std::string to = at.ja;  // "+3.2%引き上げる" says it twice; "遅らせる" becomes "遅らせます"
    for (const std::string_view sign : {"+", "△"})
        if (by && to.starts_with(sign)) to.erase(0, sign.size());
    if (r.lever.kind == LeverKind::shift && to.ends_with("る")) to.resize(to.size() - std::string_view("る").size());
    return {"To reach " + what.en + ": " + r.lever.label.en + (by ? " by " : " ") + at.en + since.en + ".",
            what.ja + "には、" + since.ja + "「" + r.lever.label.ja + "」を" + to + std::string(verb)};
}

Text unreachable(const Words& w) {
    const auto& r = w.result;
    const Text low = w.setting(r.lever.low), high = w.setting(r.lever.high), what = w.what();
    Text out{what.en + " cannot be reached with " + r.lever.label.en + " between " + low.en + " and " + high.en + ".",
             "「" + r.lever.label.ja + "」を" + low.ja + "〜" + high.ja + "の範囲で変えても、" + what.ja + "には届きません。"};
    if (std::any_of(r.scanned.begin(), r.scanned.end(), [](const GoalPoint& p) { return !p.figure; }))
        out = joined(out, {" Some of these values make no plan that could be reckoned.", "この範囲には、計画として成り立たず計算できない値があります。"});
    if (!r.best.figure) return out;
    const Text best = w.figure(r.best), at = w.setting(r.best.setting);
    if (r.planned.figure && r.best.figure == r.planned.figure) return joined(out, {" The best is the plan as it is: " + best.en + ".", "最も近いのは現在の計画の" + best.ja + "です。"});
    return joined(out, {" The best is " + best.en + ", at " + at.en + ".", "最も近いのは" + at.ja + "のときの" + best.ja + "です。"});
}

std::vector<Text> sentences(const Words& w) {
    const auto& r = w.result;
    std::vector<Text> out;
    const bool verdict_only = r.goal.kind == Condition::Kind::gate;
    if (!r.answer) {
        out.push_back(unreachable(w));
    } else if (r.answer->setting == r.lever.planned) {
        out.push_back({"The plan meets " + w.what().en + " already" + (verdict_only ? "." : ": " + w.figure(r.planned).en + "."), "計画はすでに" + w.what().ja + "を満たしています" + (verdict_only ? "。" : "（" + w.figure(r.planned).ja + "）。")});
        if (r.roots.size() == 1)
            out.push_back({"It passes that mark at " + w.setting(r.roots.front().setting).en + ".", "境目は" + w.setting(r.roots.front().setting).ja + "です。"});
    } else {
        out.push_back(answer_sentence(w));
        if (!verdict_only)
            out.push_back({"It is then " + w.figure(*r.answer).en + "; in the plan as it is, " + w.figure(r.planned).en + ".",
                           "このとき" + w.figure(*r.answer).ja + "（現在の計画では" + w.figure(r.planned).ja + "）。"});
        const Text cash = in_words(r.lowest_cash.value_or(0.0), "yen", w.money), before = in_words(r.planned_lowest_cash.value_or(0.0), "yen", w.money), worth = in_words(r.npv.value_or(0.0), "yen", w.money, true);
        const Text mean = r.trials > 0 ? io::say("On average over {} trials: lowest cash ", "試行{}回の平均で、", r.trials) : Text{"Lowest cash: ", ""};
        out.push_back({mean.en + cash.en + " (plan: " + before.en + "); net present value against the plan: " + worth.en + ".",
                       mean.ja + "最低現預金は" + cash.ja + "（計画では" + before.ja + "）、計画に対する正味現在価値は" + worth.ja + "です。"});
    }
    if (r.roots.size() > 1) {
        Text all;
        for (const auto& root : r.roots) all = joined(all, {(all.en.empty() ? "" : ", ") + w.setting(root.setting).en, (all.ja.empty() ? "" : "、") + w.setting(root.setting).ja});
        out.push_back({"The mark is passed at several places: " + all.en + ".", "境目は複数あります: " + all.ja + "。"});
    }
    return out;
}

TellingTable places_table(const Words& w) {
    const auto& r = w.result;
    TellingTable table{"places", {"The figure over the lever", "変える量と結果"}, {}, {{"setting", r.lever.label, {}}, {"figure", r.goal.kind == Condition::Kind::chance ? Text{"Probability", "確率"} : r.goal.what, std::string(w.unit())}}, {}};
    std::vector<double> said;
    const auto add = [&](double setting, std::optional<double> figure, Text what) {
        if (std::find(said.begin(), said.end(), setting) != said.end()) return;
        said.push_back(setting);
        const Text at = w.setting(setting);
        const Text words = what.empty() ? at : Text{at.en + " (" + what.en + ")", at.ja + "（" + what.ja + "）"};
        table.rows.push_back({{{setting, words, {}, false}, cell(figure)}, false});
    };
    if (r.answer && r.answer->setting != r.planned.setting) add(r.answer->setting, r.answer->figure, {"answer", "答え"});
    const bool counted = r.lever.kind == LeverKind::shift || r.lever.kind == LeverKind::choose;
    add(r.planned.setting, r.planned.figure, r.lever.kind == LeverKind::shift ? Text{} : Text{"plan", "計画"});  // "as planned" says so itself
    for (const auto& root : r.roots) {
        const auto there = std::find_if(r.scanned.begin(), r.scanned.end(), [&](const GoalPoint& p) { return p.setting == root.setting; });
        const auto figure = !root.jump ? std::optional(r.wanted) : there == r.scanned.end() ? std::nullopt : there->figure;
        add(root.setting, figure, counted ? Text{"first to meet it", "境目"} : root.jump ? Text{"leaps past the mark", "境目を飛び越える"} : Text{"the mark", "境目"});
    }
    for (std::size_t i = 0; i < r.scanned.size(); i += std::max<std::size_t>(1, (r.scanned.size() - 1) / 8)) add(r.scanned[i].setting, r.scanned[i].figure, {});
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) { return *a.cells[0].number < *b.cells[0].number; });
    return table;
}

TellingChart curve(const Words& w) {
    const auto& r = w.result;
    TellingChart chart{"curve", {"The figure over the lever", "変える量と結果"}, TellingChart::Kind::lines, r.lever.label, r.goal.what, r.lever.unit, std::string(w.unit()), {}};
    if (r.lever.kind == LeverKind::scale) chart.x_unit = "times";
    TellingSeries figure{r.goal.what, {}}, goal{{"Goal", "目標"}, {}};
    for (const auto& point : r.scanned)
        if (point.figure) figure.points.push_back({point.setting, *point.figure, {}, {}, {}, false});
    for (const double x : {r.lever.low, r.lever.high}) goal.points.push_back({x, r.wanted, {}, {}, {}, false});
    chart.series = {std::move(figure), std::move(goal)};
    return chart;
}

}  // namespace

Telling tell(const GoalSeek& result, MoneyUnit money) {
    const Words w{result, money};
    Telling out;
    out.command = "goalseek";
    out.title = {"Goal seek: " + result.plan.en, "逆算: " + result.plan.ja};
    if (result.stopped) return out;
    out.sentences = sentences(w);
    out.tables.push_back(places_table(w));
    out.charts.push_back(curve(w));
    if (result.draft) out.drafts.push_back(*result.draft);
    out.notes.push_back({"Everything else stays as in the plan; what people and customers do follows the model, whose coefficients are partly assumptions.",
                         "他の条件は計画のままです。人や顧客の反応はモデルの係数（一部は仮定）によります。"});
    return out;
}

}  // namespace goho::decision
