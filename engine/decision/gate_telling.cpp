#include "decision/gate_chances.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

using stakeholders::Verdict;

constexpr double nearly_certain = 0.9;
constexpr double worth_telling = 0.005;  // of a difference between two scenarios
constexpr std::size_t most_named = 4;

/// "71.0%", and 99.9% where rounding would make a certainty of what is none.
std::string share(double p) {
    const double shown = std::round(p * 1000.0) / 1000.0;
    return percent(shown == 1.0 && p < 1.0 ? 0.999 : shown == 0.0 && p > 0.0 ? 0.001 : shown);
}

Text interval(const statistics::Proportion& p) {
    return {fmt::format("{} (95% interval {} to {})", share(p.value), share(p.low), share(p.high)),
            fmt::format("{}（95%区間 {}〜{}）", share(p.value), share(p.low), share(p.high))};
}

/// The condition with its year.
Text named(const Prospect& c) {
    const Text year = year_words(c.year);
    if (c.kind == Prospect::Kind::cash) return {"no shortage of cash by the end of " + year.en, year.ja + "末まで資金不足なし"};
    if (c.kind == Prospect::Kind::target) return {fmt::format("the target \"{}\" ({})", c.label.en, year.en), fmt::format("目標「{}」（{}）", c.label.ja, year.ja)};
    return {fmt::format("\"{}\" in {}", c.label.en, year.en), fmt::format("{}の「{}」", year.ja, c.label.ja)};
}

bool judged(const Prospect& c) { return c.due && c.met.trials > 0; }

/// The lowest chance of those that count; the first of equals.
template <class Counts> const Prospect* least(const GateProspects& one, Counts counts) {
    const Prospect* found = nullptr;
    for (const auto& c : one.conditions) {
        if (judged(c) && counts(c) && (found == nullptr || c.met.value < found->met.value)) found = &c;
    }
    return found;
}

Text years_of(const GateChances& result) {
    Text out;
    for (std::size_t i = 0; i < result.years.size(); ++i) {
        const bool last = i + 1 == result.years.size();
        out.en += (i == 0 ? "" : last ? " and " : ", ") + std::to_string(result.years[i]);
        out.ja += (i == 0 ? "" : "・") + std::to_string(result.years[i]);
    }
    return {(result.years.size() == 1 ? "year " : "years ") + out.en, out.ja + "年目"};
}

Text overview(const GateProspects& one, const GateChances& result) {
    std::size_t all = 0, planned = 0, likely = 0;
    for (const auto& c : one.conditions) {
        if (!judged(c)) continue;
        ++all;
        planned += c.planned == Verdict::met;
        likely += c.met.value >= nearly_certain;
    }
    if (all == 0) return {"No gate or target can be judged in these years.", "この年次で判定できる項目はありません。"};
    const Text years = years_of(result);
    const std::string trials = group_thousands(static_cast<double>(result.trials));
    return {fmt::format("Of {} conditions (gates and cash at {}, targets in their own years) the plan as it stands meets {}; {} are met in at least 90% of the {} trials.", all, years.en,
                        planned, likely, trials),
            fmt::format("条件{}件（判定と資金は{}、目標はそれぞれの年次）のうち、計画どおりなら{}件を満たします。試行{}回の90%以上で満たすのは{}件です。", all, years.ja, planned, trials, likely)};
}

/// What no trial meets, one after the other.
Text never_met(const GateProspects& one) {
    std::vector<Text> names;
    for (const auto& c : one.conditions) {
        if (judged(c) && c.met.hits == 0.0) names.push_back(named(c));
    }
    Text out;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) {
        out.en += (i == 0 ? "" : ", ") + names[i].en;
        out.ja += (i == 0 ? "" : "、") + names[i].ja;
    }
    const std::size_t more = names.size() - std::min(names.size(), most_named);
    if (more > 0) out = {fmt::format("{} and {} more", out.en, more), fmt::format("{} ほか{}件", out.ja, more)};
    return {fmt::format("Missed in every trial: {}.", out.en), fmt::format("どの試行でも満たさないもの: {}。", out.ja)};
}

Text likeliest_to_fail(const GateProspects& one, const Prospect& c) {
    if (c.met.hits == 0.0) return never_met(one);
    const Text name = named(c), chance = interval(c.met);
    const bool met = c.planned == Verdict::met;
    return {fmt::format("Most likely to be missed: {}, met in {} of the trials; as planned it is {}.", name.en, chance.en, met ? "met" : "missed"),
            fmt::format("最も満たしにくいのは{}で、満たす確率は{}です（計画どおりなら{}）。", name.ja, chance.ja, met ? "達成" : "未達")};
}

Text at_risk(const Prospect& c) {
    const Text name = named(c), chance = interval(c.met);
    if (c.met.value >= nearly_certain) {
        return {fmt::format("What the plan meets, it meets surely enough: the least certain is {}, with {}.", name.en, chance.en),
                fmt::format("計画で満たす条件はいずれも90%以上の確率で満たします。最も低いのは{}で{}です。", name.ja, chance.ja)};
    }
    return {fmt::format("Of what the plan meets, the most at risk is {}: it holds in only {} of the trials.", name.en, chance.en),
            fmt::format("計画で満たす条件のうち最も危ういのは{}で、満たす確率は{}にとどまります。", name.ja, chance.ja)};
}

std::vector<Text> sentences_of(const GateProspects& one, const GateChances& result) {
    std::vector<Text> out{overview(one, result)};
    const auto* failing = least(one, [](const Prospect&) { return true; });
    if (failing == nullptr) return out;
    const auto* risky = least(one, [](const Prospect& c) { return c.planned == Verdict::met; });
    if (failing != risky || failing->met.value < nearly_certain) out.push_back(likeliest_to_fail(one, *failing));
    if (risky != nullptr && (failing != risky || risky->met.value >= nearly_certain)) out.push_back(at_risk(*risky));
    return out;
}

const Prospect* same_in(const GateProspects& other, const Prospect& c) {
    const auto found = std::find_if(other.conditions.begin(), other.conditions.end(),
                                    [&](const Prospect& o) { return o.kind == c.kind && o.id == c.id && o.year == c.year; });
    return found == other.conditions.end() ? nullptr : &*found;
}

/// What a variant makes likelier, and what less likely.
std::vector<Text> against_base(const GateProspects& one, const GateProspects& base) {
    const Prospect *up = nullptr, *down = nullptr;
    const auto gain = [&](const Prospect& c) {
        const auto* before = same_in(base, c);
        return before == nullptr || !judged(*before) || !judged(c) ? 0.0 : c.met.value - before->met.value;
    };
    for (const auto& c : one.conditions) {
        if (gain(c) > std::max(worth_telling, up == nullptr ? 0.0 : gain(*up))) up = &c;
        if (gain(c) < std::min(-worth_telling, down == nullptr ? 0.0 : gain(*down))) down = &c;
    }
    const auto moved = [&](const Prospect& c) {
        const std::string from = share(same_in(base, c)->met.value), to = share(c.met.value);
        const Text name = named(c);
        return Text{fmt::format("{}: from {} to {}", name.en, from, to), fmt::format("{}（{}→{}）", name.ja, from, to)};
    };
    std::vector<Text> out;
    if (up == nullptr && down == nullptr) return {{fmt::format("\"{}\" leaves all chances as they are.", one.name.en), fmt::format("「{}」では確率はほとんど変わりません。", one.name.ja)}};
    if (up != nullptr) {
        const Text what = moved(*up);
        out.push_back({fmt::format("\"{}\" raises most the chance of {}.", one.name.en, what.en), fmt::format("「{}」で満たす確率が最も上がるのは{}です。", one.name.ja, what.ja)});
    }
    if (down != nullptr) {
        const Text what = moved(*down);
        out.push_back({fmt::format("\"{}\" lowers most the chance of {}.", one.name.en, what.en), fmt::format("「{}」で満たす確率が最も下がるのは{}です。", one.name.ja, what.ja)});
    }
    return out;
}

Text mark(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return {"○", "○"};
        case Verdict::missed: return {"×", "×"};
        default: return {"–", "－"};
    }
}

std::optional<double> if_any(const statistics::Proportion& p, double value) { return p.trials > 0 ? std::optional(value) : std::nullopt; }
TellingColumn text_column(const char* id, Text label) { return {id, std::move(label), {}}; }
TellingColumn share_column(const char* id, Text label) { return {id, std::move(label), "fraction"}; }

TellingTable chances_table(const GateProspects& one, std::size_t number) {
    TellingTable table{number == 0 ? "chances" : fmt::format("chances_{}", number), {"Chance of being met: " + one.name.en, "満たす確率: " + one.name.ja},
                       {"○ met, × missed, – not computable as planned; from and to: 95% interval", "計画: ○達成・×未達・－計算不能。下限・上限は95%区間"},
                       {text_column("condition", {"condition", "条件"}), text_column("year", {"year", "年次"}), text_column("planned", {"plan", "計画"}),
                        share_column("chance", {"chance", "確率"}), share_column("from", {"from", "下限"}), share_column("to", {"to", "上限"})},
                       {}};
    for (const auto& c : one.conditions) {
        table.rows.push_back({{cell(c.label), cell(c.year), cell(mark(c.planned)), cell(if_any(c.met, c.met.value)), cell(if_any(c.met, c.met.low)),
                               cell(if_any(c.met, c.met.high))}});
    }
    return table;
}

/// Amounts, or everything else: they need columns of their own.
TellingTable planned_table(const GateProspects& one, std::size_t number, bool amounts) {
    const char* const unit = amounts ? "yen" : "";
    TellingTable table{std::string(amounts ? "amounts" : "ratios") + (number == 0 ? "" : fmt::format("_{}", number)),
                       amounts ? Text{"Amounts as planned: " + one.name.en, "計画の金額: " + one.name.ja} : Text{"Ratios as planned: " + one.name.en, "計画の比率など: " + one.name.ja},
                       {"n/c: trials in which it could not be reckoned; the chance is that of the others", "計算不能: 計算できなかった試行の数。確率はそれ以外の試行に対する割合"},
                       {text_column("condition", {"condition", "条件"}), text_column("year", {"year", "年次"}), {"figure", {"figure", "値"}, unit},
                        text_column("bound", {"≥ ≤", "基準"}), {"threshold", {"threshold", "基準値"}, unit}, text_column("not_computable", {"n/c", "計算不能"})},
                       {}};
    for (const auto& c : one.conditions) {
        if ((c.unit == "yen") != amounts) continue;
        const bool least_of = c.bound == stakeholders::Bound::at_least;
        table.rows.push_back({{cell(c.label), cell(c.year), cell(c.figure, c.unit), cell(least_of ? Text{"≥", "以上"} : Text{"≤", "以下"}),
                               cell(c.threshold, c.unit), cell(static_cast<double>(c.not_computable))}});
    }
    return table;
}

/// Scenarios side by side, condition by condition, in the order of the base.
TellingTable comparison(const GateChances& result) {
    TellingTable table{"comparison", {"Chance of being met, side by side", "満たす確率の比較"}, {}, {text_column("condition", {"condition", "条件"}), text_column("year", {"year", "年次"})}, {}};
    for (std::size_t s = 0; s < result.scenarios.size(); ++s) {
        const Text head = s == 0 ? Text{"base", "基準"} : Text{fmt::format("[{}]", s), fmt::format("[{}]", s)};
        table.columns.push_back(share_column(fmt::format("scenario_{}", s).c_str(), head));
        const auto& name = result.scenarios[s].name;
        table.note.en += fmt::format("{}{}: {}", s == 0 ? "" : "; ", head.en, name.en);
        table.note.ja += fmt::format("{}{}: {}", s == 0 ? "" : "、", head.ja, name.ja);
    }
    std::vector<const Prospect*> rows;
    for (const auto& one : result.scenarios) {
        for (const auto& c : one.conditions) {
            const bool there = std::any_of(rows.begin(), rows.end(), [&](const Prospect* r) { return r->kind == c.kind && r->id == c.id && r->year == c.year; });
            if (!there) rows.push_back(&c);
        }
    }
    for (const Prospect* row : rows) {
        TellingRow line{{cell(row->label), cell(row->year)}};
        for (const auto& one : result.scenarios) {
            const auto* c = same_in(one, *row);
            line.cells.push_back(cell(c == nullptr ? std::nullopt : if_any(c->met, c->met.value)));
        }
        table.rows.push_back(std::move(line));
    }
    return table;
}

TellingChart chart_of(const GateProspects& one, std::size_t number) {
    TellingChart chart;
    chart.id = number == 0 ? "chances" : fmt::format("chances_{}", number);
    chart.title = {"Chance of being met: " + one.name.en, "満たす確率: " + one.name.ja};
    chart.y_label = {"Chance", "確率"};
    chart.y_unit = "fraction";
    chart.series.push_back({{"Chance", "確率"}, {}});
    for (const auto& c : one.conditions) {
        if (c.met.trials == 0) continue;
        const Text year = year_words(c.year);
        const double x = static_cast<double>(chart.series[0].points.size());
        chart.series[0].points.push_back({x, c.met.value, c.met.low, c.met.high, {c.label.en + ", " + year.en, c.label.ja + " " + year.ja}, false});
    }
    return chart;
}

std::vector<Text> notes_of(const GateChances& result) {
    std::vector<Text> notes;
    for (const int year : result.beyond)
        notes.push_back({fmt::format("Year {} lies beyond every plan and is left out.", year), fmt::format("{}年目はどの計画の期間も超えるため省いています。", year)});
    notes.push_back({"The spreads are assumptions; a chance is no better than they are.", "不確実さの幅は仮定であり、確率の確かさもそれ次第です。"});
    notes.push_back({"The years of gates are the fiscal years that the plan touches, in order: a first one that has already begun counts. Cash runs by years of the plan, and each target has a year of its own.",
                     "判定の年次は計画がかかる会計年度の順番です（期中に始まる計画では最初の端数の年度も1年目）。資金は計画年次の末まで、目標はそれぞれの年次で見ます。"});
    bool waiting = false, silent = false;
    for (const auto& one : result.scenarios) {
        for (const auto& c : one.conditions) waiting = waiting || !c.due, silent = silent || c.met.trials == 0;
    }
    if (waiting) notes.push_back({"Gates whose rule gives more time are in the tables, but the sentences leave them out.", "期限がまだ先の判定は、表には示し、上の文の対象からは除いています。"});
    if (silent) notes.push_back({"A dash stands for what no trial could reckon, such as coverage of interest where there is none, or a gate without a threshold for the industry.",
                                 "「–」はどの試行でも計算できないもの（借入のない会社の利払い能力、基準値のない業種の判定など）です。"});
    if (result.scenarios.size() > 1) notes.push_back({"All scenarios meet the same luck, trial by trial.", "すべてのシナリオは、試行ごとに同じ運の下で比べています。"});
    return notes;
}

}  // namespace

Telling tell(const GateChances& result, MoneyUnit) {
    Telling out;
    out.command = "gates";
    out.title = {"How likely are gates and targets to be met?", "判定・目標を満たす確率"};
    if (result.stopped) {
        out.sentences.push_back({"Stopped before the end.", "途中で中止しました。"});
        return out;
    }
    const auto& base = result.scenarios.front();
    out.title = {fmt::format("{} {}", out.title.en, base.name.en), fmt::format("{}：{}", out.title.ja, base.name.ja)};
    out.sentences = sentences_of(base, result);
    for (std::size_t s = 1; s < result.scenarios.size(); ++s) {
        for (auto& sentence : against_base(result.scenarios[s], base)) out.sentences.push_back(std::move(sentence));
    }
    if (result.scenarios.size() > 1) out.tables.push_back(comparison(result));
    for (std::size_t s = 0; s < result.scenarios.size(); ++s) {
        out.tables.push_back(chances_table(result.scenarios[s], s));
        for (const bool amounts : {true, false}) {
            auto planned = planned_table(result.scenarios[s], s, amounts);
            if (!planned.rows.empty()) out.tables.push_back(std::move(planned));
        }
        out.charts.push_back(chart_of(result.scenarios[s], s));
    }
    out.notes = notes_of(result);
    return out;
}

}  // namespace goho::decision
