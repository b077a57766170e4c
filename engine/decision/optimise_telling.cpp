// What an optimisation says to people.
#include "decision/optimise.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision {

namespace {

Text quoted(const Text& text) { return {"\"" + text.en + "\"", "「" + text.ja + "」"}; }

class Words {
public:
    Words(const Optimised& result, MoneyUnit money) : r_(result), money_(money) {}

    Text figure(const Candidate& one, std::size_t goal, bool with_sign = false) const {
        const double value = one.figures[goal];
        return std::isnan(value) ? Text{"none", "算定不能"} : in_words(value, r_.goals[goal].what.unit, money_, with_sign);
    }
    /// What is set, line by line.
    std::vector<LeverPart> parts(const Candidate& one) const {
        std::vector<LeverPart> out;
        each_lever(one, [&](const Lever& lever, std::span<const double> now, std::span<const double>) {
            for (auto& part : parts_of(lever, now, money_)) out.push_back(std::move(part));
        });
        return out;
    }

    /// f(lever, its numbers there, its numbers in the plan)
    template <class F> void each_lever(const Candidate& one, F&& f) const {
        std::size_t at = 0;
        for (const auto& lever : r_.levers) {
            const auto n = static_cast<std::size_t>(lever.dimensions());
            f(lever, std::span(one.setting).subspan(at, n), std::span(r_.planned.setting).subspan(at, n));
            at += n;
        }
    }

    Text changes(const Candidate& one) const {
        Text out;
        each_lever(one, [&](const Lever& lever, std::span<const double> now, std::span<const double> planned) {
            const auto to = parts_of(lever, now, money_), from = parts_of(lever, planned, money_);
            for (std::size_t i = 0; i < to.size(); ++i) {
                if (to[i].words == from[i].words) continue;
                out.en += (out.en.empty() ? "" : "; ") + to[i].label.en + ": " + to[i].words.en;
                out.ja += (out.ja.empty() ? "" : "、") + to[i].label.ja + "→" + to[i].words.ja;
            }
        });
        return out;
    }

    /// Levers that stand at an end of what was allowed, and are not there in the plan.
    Text at_bounds(const Candidate& one) const {
        Text out;
        each_lever(one, [&](const Lever& lever, std::span<const double> now, std::span<const double> planned) {
            if (lever.kind == LeverKind::split || lever.kind == LeverKind::choose || now[0] == planned[0] || (now[0] != lever.low && now[0] != lever.high)) return;
            out.en += (out.en.empty() ? "" : ", ") + lever.label.en;
            out.ja += (out.ja.empty() ? "" : "、") + lever.label.ja;
        });
        return out;
    }

    Text condition(std::size_t i) const { return in_words(r_.conditions[i], money_); }
    Text goal(double amount) const { return in_words(amount, r_.goals.front().what.unit, money_); }

    Text slack(std::size_t condition, double value) const {
        const auto& one = r_.conditions[condition];
        if (!shown_as_percent(one.unit)) return in_words(value, one.unit, money_);
        return {table_number(100.0 * value, Language::english, 1) + " points", table_number(100.0 * value, Language::japanese, 1) + "ポイント"};
    }

private:
    const Optimised& r_;
    MoneyUnit money_;
};

std::vector<Text> impossible_sentences(const Optimised& r, const Words& w) {
    std::vector<Text> out{{"No plan within these levers meets all conditions.", "指定した範囲では、すべての条件を満たす計画はありません。"}};
    for (const auto& one : r.impossible) {
        const Text first = quoted(w.condition(one.conditions[0]));
        if (one.conditions.size() == 1) {
            Text said{first.en + " cannot be met", first.ja + "は満たせません"};
            if (one.nearest) {
                const Text short_of = w.slack(one.conditions[0], -*one.nearest);
                said = {said.en + ": at best it is missed by " + short_of.en, said.ja + "（最も近づけても" + short_of.ja + "届きません）"};
            }
            out.push_back({said.en + ".", said.ja + "。"});
        } else if (one.conditions.size() == 2) {
            const Text second = quoted(w.condition(one.conditions[1]));
            out.push_back({first.en + " and " + second.en + " can each be met, but not together.", first.ja + "と" + second.ja + "は、それぞれは満たせますが同時には満たせません。"});
        } else {
            out.push_back({"Any two of them can be met, but not all together.", "どの2つも同時に満たせますが、すべてを同時に満たすことはできません。"});
        }
    }
    return out;
}

std::vector<Text> best_sentences(const Optimised& r, const Words& w) {
    const auto& best = r.best.front();
    const Text goal = r.goals.front().label, value = w.figure(best, 0), planned = w.figure(r.planned, 0), changes = w.changes(best);
    std::vector<Text> out;
    if (changes.empty()) {
        out.push_back({"The plan as it is, is the best within these levers: " + goal.en + " " + value.en + ".", "指定した範囲では、現在の計画が最も良い計画です（" + goal.ja + " " + value.ja + "）。"});
    } else {
        out.push_back({"The best plan within these levers brings " + goal.en + " to " + value.en + " (plan: " + planned.en + ").", "指定した範囲で最も良い計画では、" + goal.ja + "が" + value.ja + "になります（現在の計画: " + planned.ja + "）。"});
        out.push_back({"It changes " + changes.en + ".", "変更点：" + changes.ja + "。"});
    }
    if (const Text bounds = w.at_bounds(best); !bounds.empty())
        out.push_back({"At the end of its range: " + bounds.en + ". A wider range might bring more.", bounds.ja + "は範囲の端にあります。範囲を広げるとさらに良くなる可能性があります。"});
    const bool held = !r.planned.slack.empty() && std::any_of(r.planned.slack.begin(), r.planned.slack.end(), [](double s) { return !(s >= 0.0); });
    if (held) out.push_back({"The plan as it is does not meet all conditions.", "現在の計画は条件のすべてを満たしてはいません。"});
    for (const auto& price : r.prices) {
        const Text condition = quoted(w.condition(price.condition)), gain = w.goal(price.gain);
        if (price.relaxed_by == 0.0) {
            out.push_back({"Without " + condition.en + " the goal would be better by " + gain.en + ".", condition.ja + "がなければ、目標は" + gain.ja + "良くなります。"});
        } else {
            const Text by = w.slack(price.condition, price.relaxed_by);
            out.push_back({condition.en + " binds: eased by " + by.en + ", the goal would be better by " + gain.en + ".", condition.ja + "が制約になっています。" + by.ja + "緩めると、目標は" + gain.ja + "良くなります。"});
        }
    }
    if (r.best.size() > 1)
        out.push_back(r.best.size() == 2 ? Text{"Another plan is nearly as good; it is shown beside the best.", "ほぼ同じ成果の案がもう1つあり、最適案と並べて示します。"}
                                         : io::say("{} other plans are nearly as good; they are shown beside the best.", "ほぼ同じ成果の案がほかに{}つあり、最適案と並べて示します。", r.best.size() - 1));
    return out;
}

double higher(const Optimised& r, const Candidate& one, std::size_t goal) { return r.higher_is_better[goal] ? one.figures[goal] : -one.figures[goal]; }

/// The plan whose worst goal, measured between the worst and the best of the front, is best.    OP-8
std::size_t most_balanced(const Optimised& r) {
    std::size_t found = 0;
    double best = -1.0;
    for (std::size_t i = 0; i < r.best.size(); ++i) {
        double worst = 1.0;
        for (std::size_t g = 0; g < r.goals.size(); ++g) {
            const auto [low, high] = std::minmax_element(r.best.begin(), r.best.end(), [&](const Candidate& a, const Candidate& b) { return higher(r, a, g) < higher(r, b, g); });
            const double span = higher(r, *high, g) - higher(r, *low, g);
            if (span > 0.0) worst = std::min(worst, (higher(r, r.best[i], g) - higher(r, *low, g)) / span);
        }
        if (worst > best) {
            best = worst;
            found = i;
        }
    }
    return found;
}

std::vector<Text> front_sentences(const Optimised& r, const Words& w) {
    std::vector<Text> out;
    if (r.front_size == 1) {
        out.push_back({"One plan is best for every goal at once.", "1つの計画がすべての目標で最も良くなります。"});
    } else {
        out.push_back(io::say("No single plan is best for every goal. {} plans were found of which none betters one goal without another getting worse; {} of them are shown.",
                              "すべての目標で最も良い計画はありません。どれかを良くすると別のどれかが悪くなる計画が{}件見つかり、うち{}件を示します。", r.front_size, r.best.size()));
    }
    for (std::size_t g = 0; g < r.goals.size(); ++g) {
        const auto best = static_cast<std::size_t>(std::max_element(r.best.begin(), r.best.end(), [&](const Candidate& a, const Candidate& b) { return higher(r, a, g) < higher(r, b, g); }) - r.best.begin());
        const Text value = w.figure(r.best[best], g), planned = w.figure(r.planned, g);
        out.push_back({"Best for " + r.goals[g].label.en + ": plan " + std::to_string(best + 1) + ", " + value.en + " (as planned " + planned.en + ").",
                       r.goals[g].label.ja + "が最も良いのは案" + std::to_string(best + 1) + "の" + value.ja + "（現在の計画: " + planned.ja + "）。"});
    }
    if (r.best.size() > 2) {
        const std::size_t balanced = most_balanced(r);
        const Text changes = w.changes(r.best[balanced]);
        out.push_back({"The most balanced of them is plan " + std::to_string(balanced + 1) + (changes.empty() ? "." : ": " + changes.en + "."),
                       "最も偏りが小さいのは案" + std::to_string(balanced + 1) + (changes.empty() ? "です。" : "です（" + changes.ja + "）。")});
    }
    return out;
}

Text column_name(const Optimised& r, std::size_t i) {
    if (!r.impossible.empty()) return {"nearest", "最も近い案"};
    if (r.front()) return io::say("plan {}", "案{}", i + 1);
    if (i == 0) return {"best", "最適案"};
    return io::say("alternative {}", "代替案{}", i);
}

TellingCell part_cell(const LeverPart& part) {
    TellingCell out = cell(part.words);
    out.number = part.number;
    return out;
}

/// One line for each lever; of a front, which has many plans, one for each plan.
TellingTable settings_table(const Optimised& r, const Words& w) {
    TellingTable table{"settings", {"What is decided", "決めること"}, {}, {}, {}};
    const auto planned = w.parts(r.planned);
    std::vector<std::vector<LeverPart>> plans{planned};
    std::vector<Text> names{{"as planned", "計画"}};
    for (std::size_t i = 0; i < r.best.size(); ++i) {
        plans.push_back(w.parts(r.best[i]));
        names.push_back(column_name(r, i));
    }
    if (r.front()) {
        table.columns.push_back({"plan", {"Plan", "案"}, {}});
        for (std::size_t k = 0; k < planned.size(); ++k) table.columns.push_back({"lever_" + std::to_string(k + 1), planned[k].label, {}});
        for (std::size_t i = 0; i < plans.size(); ++i) {
            TellingRow row{{cell(names[i])}, false};
            for (const auto& part : plans[i]) row.cells.push_back(part_cell(part));
            table.rows.push_back(std::move(row));
        }
        return table;
    }
    table.columns.push_back({"lever", {"Lever", "項目"}, {}});
    for (std::size_t i = 0; i < plans.size(); ++i) table.columns.push_back({i == 0 ? "plan" : "candidate_" + std::to_string(i), names[i], {}});
    for (std::size_t k = 0; k < planned.size(); ++k) {
        TellingRow row{{cell(planned[k].label)}, false};
        for (const auto& plan : plans) row.cells.push_back(part_cell(plan[k]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Of a front: plan by plan its goals, and what each condition leaves.
TellingTable front_figures(const Optimised& r, const Words& w) {
    TellingTable table{"figures", {"What comes of it", "結果"}, {}, {{"plan", {"Plan", "案"}, {}}}, {}};
    for (const auto& goal : r.goals) table.columns.push_back({goal.written, goal.label, std::string(goal.what.unit)});
    for (std::size_t c = 0; c < r.conditions.size(); ++c) {
        const Text label = w.condition(c);
        table.columns.push_back({r.conditions[c].written, {label.en + ": to spare", label.ja + "：余裕"}, r.conditions[c].unit});
    }
    const auto add = [&](Text name, const Candidate& one) {
        TellingRow row{{cell(std::move(name))}, false};
        for (const double figure : one.figures) row.cells.push_back(std::isnan(figure) ? cell(std::nullopt) : cell(figure));
        for (const double slack : one.slack) row.cells.push_back(std::isnan(slack) ? cell(std::nullopt) : cell(slack));
        table.rows.push_back(std::move(row));
    };
    add({"as planned", "計画"}, r.planned);
    for (std::size_t i = 0; i < r.best.size(); ++i) add(column_name(r, i), r.best[i]);
    return table;
}

/// Of one goal: the goal and what each condition leaves, line by line, plans side by side.
TellingTable best_figures(const Optimised& r, const Words& w) {
    TellingTable table{"figures", {"What comes of it", "結果"}, {}, {{"figure", {"Figure", "指標"}, {}}, {"plan", {"as planned", "計画"}, {}}}, {}};
    for (std::size_t i = 0; i < r.best.size(); ++i) table.columns.push_back({"candidate_" + std::to_string(i + 1), column_name(r, i), {}});
    const auto add = [&](Text name, const std::string& unit, auto&& value_of) {
        TellingRow row{{cell(std::move(name)), cell(std::nullopt)}, false};
        row.cells[1] = value_of(r.planned);
        for (const auto& one : r.best) row.cells.push_back(value_of(one));
        for (auto& one : row.cells) one.unit = unit;
        table.rows.push_back(std::move(row));
    };
    const auto number = [](double value) { return std::isnan(value) ? cell(std::nullopt) : cell(value); };
    for (std::size_t g = 0; g < r.goals.size(); ++g) add(r.goals[g].label, std::string(r.goals[g].what.unit), [&](const Candidate& one) { return number(one.figures[g]); });
    for (std::size_t c = 0; c < r.conditions.size(); ++c) {
        const Text label = w.condition(c);
        add({label.en + ": to spare", label.ja + "：余裕"}, r.conditions[c].unit, [&](const Candidate& one) {
            TellingCell out = number(one.slack[c]);
            if (out.number) out.text = w.slack(c, *out.number);
            return out;
        });
    }
    return table;
}

TellingChart chart(const Optimised& r) {
    TellingChart out;
    out.id = "goals";
    if (r.front()) {
        out.kind = TellingChart::Kind::scatter;
        out.title = {"The front: what one goal costs another", "目標どうしの兼ね合い"};
        out.x_label = r.goals[0].label, out.x_unit = r.goals[0].what.unit;
        out.y_label = r.goals[1].label, out.y_unit = r.goals[1].what.unit;
        TellingSeries series;
        for (std::size_t i = 0; i < r.best.size(); ++i) series.points.push_back({r.best[i].figures[0], r.best[i].figures[1], {}, {}, column_name(r, i), false});
        series.points.push_back({r.planned.figures[0], r.planned.figures[1], {}, {}, {"as planned", "計画"}, false});
        out.series.push_back(std::move(series));
        return out;
    }
    out.title = r.goals[0].label;
    out.y_label = r.goals[0].label, out.y_unit = r.goals[0].what.unit;
    TellingSeries series;
    double at = 0.0;
    series.points.push_back({at++, r.planned.figures[0], {}, {}, {"as planned", "計画"}, false});
    for (std::size_t i = 0; i < r.best.size(); ++i) series.points.push_back({at++, r.best[i].figures[0], {}, {}, column_name(r, i), false});
    out.series.push_back(std::move(series));
    return out;
}

}  // namespace

Telling tell(const Optimised& result, MoneyUnit money) {
    const Words w(result, money);
    Telling out;
    out.command = "optimize";
    out.title = {"Optimisation: " + result.plan.en, "最適化: " + result.plan.ja};
    if (result.stopped) return out;
    out.sentences = !result.impossible.empty() ? impossible_sentences(result, w) : result.front() ? front_sentences(result, w) : best_sentences(result, w);
    if (result.front()) out.tables = {front_figures(result, w), settings_table(result, w)};
    else out.tables = {settings_table(result, w), best_figures(result, w)};
    if (!result.best.empty()) out.charts.push_back(chart(result));
    out.drafts = result.drafts;
    if (result.chance.trials > 0)
        out.notes.push_back(result.chance.level ? io::say("Figures are the {} quantile of {} trials.", "数値は{}分位点（試行{}回）です。", percent(*result.chance.level, 0), result.chance.trials)
                                                : io::say("Figures are means over {} trials.", "数値は試行{}回の平均です。", result.chance.trials));
    out.notes.push_back(io::say("{} runs were made. A search finds very good plans; that none is better is not proved.", "計算回数は{}回です。探索によるもので、これ以上の計画がないことの証明ではありません。", result.evaluations));
    out.notes.push_back({"What levers bring follows the model, whose coefficients are partly assumptions; levers without a cost in the model look better than they are.",
                         "効果はモデルの係数（一部は仮定）によります。モデルに費用のない項目は実際より有利に見えます。"});
    return out;
}

}  // namespace goho::decision
