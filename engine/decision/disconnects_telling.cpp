#include "decision/disconnects.hpp"

#include "statistics/shapley.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goho::decision {

namespace {

constexpr std::size_t members = analysis::remedies;

Text text_of(Label label) { return {std::string(label.en), std::string(label.ja)}; }

Text yen(double value, MoneyUnit money) { return in_words(value, "yen", money, true); }

/// "目的" of "目的の分断".
std::string short_ja(Label disconnect) {
    const std::string_view tail = "の分断";
    return std::string(disconnect.ja.substr(0, disconnect.ja.size() - (disconnect.ja.ends_with(tail) ? tail.size() : 0)));
}

Text payback_words(const RepairRun& run) {
    if (!run.payback_months) return {"not within the plan", "計画期間内は未回収"};
    if (*run.payback_months == 0) return {"from the first month on", "最初の月から"};
    return io::say("from month {} on", "{}か月目から", *run.payback_months);
}

TellingCell payback_cell(const RepairRun& run) {
    if (!run.payback_months) return cell(Text{"never", "未回収"});
    if (*run.payback_months == 0) return cell(Text{"at once", "初月から"});
    return cell(io::say("month {}", "{}か月目", *run.payback_months));
}

TellingCell worth(const RepairPart& part, double value) { return part.in_place ? cell(Text{"–", "－"}) : cell(value, "yen", true); }

TellingTable repairs_table(const Disconnects& r) {
    TellingTable out{"repairs", {"What each repair brings", "修復の価値（正味現在価値）"},
                     {"Severity: 0 connected to 100 split, at the end of the plan. Share: the effect of all five, divided.", "分断度は計画最終月の値（0 接続〜100 分断）。配分は、5つ同時の効果をシャープレイ値で分けたもの。"},
                     {{"repair", {"Disconnect", "分断"}, ""}, {"before", {"before", "修復前"}, "points"}, {"after", {"after", "修復後"}, "points"},
                      {"alone", {"alone", "単独"}, "yen"}, {"payback", {"paid back", "回収"}, ""}, {"share", {"share", "配分"}, "yen"}},
                     {}};
    for (const auto& part : r.parts)
        out.rows.push_back({{cell(text_of(part.disconnect)), cell(part.before), cell(part.after), worth(part, part.alone.npv), part.in_place ? cell(Text{"in place", "実施済み"}) : payback_cell(part.alone), worth(part, part.share)}, false});
    const double sum = std::accumulate(r.parts.begin(), r.parts.end(), 0.0, [](double s, const auto& p) { return s + p.share; });
    out.rows.push_back({{cell(Text{"All five", "5つすべて"}), {}, {}, cell(r.together.npv, "yen", true), payback_cell(r.together), cell(sum, "yen", true)}, true});
    return out;
}

/// The repairs of a coalition, or of an order.
Text names_of(const Disconnects& r, const std::vector<int>& which, std::string_view arrow) {
    Text out;
    for (const int i : which) {
        const auto& name = r.parts[static_cast<std::size_t>(i)].disconnect;
        out.en += (out.en.empty() ? "" : ", ") + std::string(name.en);
        out.ja += std::string(out.ja.empty() ? "" : arrow) + short_ja(name);
    }
    return out;
}

struct Pair {
    std::size_t a, b;
    double interaction;
};

std::vector<Pair> pairs_of(const Disconnects& r) {
    std::vector<Pair> out;
    for (std::size_t a = 0; a < members; ++a) {
        for (std::size_t b = a + 1; b < members; ++b) {
            if (!r.parts[a].in_place && !r.parts[b].in_place) out.push_back({a, b, r.interactions[a * members + b]});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.interaction > y.interaction; });
    return out;
}

Text pair_name(const Disconnects& r, const Pair& pair) {
    const auto &a = r.parts[pair.a].disconnect, &b = r.parts[pair.b].disconnect;
    return {std::string(a.en) + " and " + std::string(b.en), short_ja(a) + "と" + short_ja(b)};
}

TellingTable pairs_table(const Disconnects& r) {
    TellingTable out{"pairs", {"Pairs: what two bring together beyond each alone", "組み合わせの効果（2つ同時で増減する額）"}, {},
                     {{"pair", {"Pair", "組み合わせ"}, ""}, {"interaction", {"interaction", "相互作用"}, "yen"}}, {}};
    for (const auto& pair : pairs_of(r)) out.rows.push_back({{cell(pair_name(r, pair)), cell(pair.interaction, "yen", true)}, false});
    return out;
}

Text month_words(Month month) { return {shown(month, Language::english), shown(month, Language::japanese)}; }

TellingTable sequence_table(const Disconnects& r) {
    TellingTable out{"sequence", {"The order that pays back first", "最も早く回収できる順序"}, {},
                     {{"repair", {"Repair", "修復"}, ""}, {"what", {"what is done", "内容"}, ""}, {"begins", {"begins", "開始"}, ""}}, {}};
    for (std::size_t k = 0; k < r.order.size(); ++k) {
        const auto& part = r.parts[static_cast<std::size_t>(r.order[k])];
        const std::string place = std::to_string(k + 1) + ". ";
        out.rows.push_back({{cell(Text{place + std::string(part.disconnect.en), place + short_ja(part.disconnect)}), r.idle[k] ? cell(Text{"in the plan by then", "その時点で計画に反映済み"}) : cell(text_of(part.label)),
                             cell(month_words(r.start + (r.first + static_cast<int>(k) * r.every)))}, false});
    }
    return out;
}

TellingChart shares_chart(const Disconnects& r) {
    TellingChart out{"shares", {"What each repair brings: present value of free cash flow", "修復ごとの効果（フリーCFの現在価値）"}, TellingChart::Kind::waterfall, {}, {"Net present value", "正味現在価値"}, "", "yen", {{{"Share", "配分"}, {}}}};
    auto& points = out.series.front().points;
    double sum = 0.0;
    for (const auto& part : r.parts) {
        points.push_back({double(points.size()), part.share, {}, {}, text_of(part.disconnect), false});
        sum += part.share;
    }
    points.push_back({double(points.size()), sum, {}, {}, {"All five", "5つすべて"}, true});
    return out;
}

TellingSeries line_of(const RepairRun& run, Text name) {
    TellingSeries out{std::move(name), {}};
    for (std::size_t t = 0; t < run.cumulative.size(); ++t) out.points.push_back({double(t + 1), run.cumulative[t], {}, {}, {}, false});
    return out;
}

TellingChart cash_chart(const Disconnects& r) {
    TellingChart out{"cumulative", {"Free cash flow beyond the plan, summed up", "計画を上回るフリーCFの累計"}, TellingChart::Kind::lines, {"Month of the plan", "計画の月"}, {"Sum", "累計"}, "months", "yen", {}};
    if (!r.order.empty()) out.series.push_back(line_of(r.sequence, {"One after another", "順に修復"}));
    out.series.push_back(line_of(r.together, {"All at once", "同時に修復"}));
    return out;
}

Text whole_sentence(const Disconnects& r, MoneyUnit money) {
    double alone = 0.0;
    for (const auto& part : r.parts) alone += part.alone.npv;
    const Text all = yen(r.together.npv, money), sum = yen(alone, money);
    return {fmt::format("Repairing all five disconnects from the first month changes the present value of free cash flow by {}; each repaired alone, they add up to {}.", all.en, sum.en),
            fmt::format("五つの分断を最初の月からすべて修復すると、フリーCFの現在価値は計画比{}です（1つずつ修復した場合の合計は{}）。", all.ja, sum.ja)};
}

Text largest_sentence(const Disconnects& r, MoneyUnit money) {
    const auto best = std::max_element(r.parts.begin(), r.parts.end(), [](const auto& a, const auto& b) { return a.share < b.share; });
    const Text share = yen(best->share, money), alone = yen(best->alone.npv, money);
    return {fmt::format("The largest part comes from {} ({}): {}; alone it would bring {}.", best->disconnect.en, best->label.en, share.en, alone.en),
            fmt::format("最も効くのは「{}」の修復（{}）で、配分は{}、単独では{}です。", best->disconnect.ja, best->label.ja, share.ja, alone.ja)};
}

void tell_of_best(const Disconnects& r, MoneyUnit money, std::vector<Text>& into) {
    std::vector<int> members_of_it;
    for (int i = 0; i < analysis::remedies; ++i) {
        if (r.best_of >> i & 1U) members_of_it.push_back(i);
    }
    if (members_of_it.empty()) {
        into.push_back({"No combination of repairs brings more than the plan as it is.", "どの組み合わせで修復しても、今の計画を上回りません。"});
        return;
    }
    const Text names = names_of(r, members_of_it, "・"), value = yen(r.best.npv, money);
    into.push_back({fmt::format("Of all combinations, worth most: {} ({}).", names.en, value.en),
                    fmt::format("すべての組み合わせの中で価値が最大になるのは{}の修復で、{}です。", names.ja, value.ja)});
}

void tell_of_pairs(const Disconnects& r, MoneyUnit money, std::vector<Text>& into) {
    const auto pairs = pairs_of(r);
    if (pairs.empty() || pairs.front().interaction < 0.5) return;
    const Text names = pair_name(r, pairs.front()), more = yen(pairs.front().interaction, money);
    into.push_back({fmt::format("{} help each other most: together they bring {} beyond what each brings without the other.", names.en, more.en),
                    fmt::format("最も助け合うのは{}で、一緒に行うと別々の場合より{}多くなります。", names.ja, more.ja)});
}

void tell_of_order(const Disconnects& r, MoneyUnit money, std::vector<Text>& into) {
    if (r.order.size() < 2) return;
    const Text names = names_of(r, r.order, "→"), value = yen(r.sequence.npv, money), first = payback_words(r.sequence), at_once = payback_words(r.together);
    if (!r.sequence.payback_months) {
        into.push_back({fmt::format("One repair every {} months does not pay back within the plan in any of {} orders; worth most is {}: {}.", r.every, r.orders, names.en, value.en),
                        fmt::format("{}か月ごとに1つずつ修復する{}通りの順序は、いずれも計画期間内に回収できません。現在価値が最も高いのは{}の順で、{}です。", r.every, r.orders, names.ja, value.ja)});
        return;
    }
    into.push_back({fmt::format("One repair every {} months pays back first in the order {}: free cash flow, summed up, stays at or above the plan {} (all at once: {}). Its present value: {}.", r.every, names.en, first.en, at_once.en, value.en),
                    fmt::format("{}か月ごとに1つずつ修復するなら、最も早く回収できるのは{}の順です。フリーCFの累計は{}計画を下回らなくなり（同時に修復する場合は{}）、現在価値は{}です。", r.every, names.ja, first.ja, at_once.ja, value.ja)});
}

void tell_of_each(const Disconnects& r, MoneyUnit money, std::vector<Text>& into) {
    for (const auto& part : r.parts) {
        if (part.in_place)
            into.push_back({fmt::format("{}: what the repair would set is in the plan already; nothing is left to do.", part.disconnect.en),
                            fmt::format("{}：修復で行うことは、すでに計画に入っています。", part.disconnect.ja)});
        else if (part.alone.npv < 0.0 && part.share > 0.0) {
            const Text alone = yen(part.alone.npv, money), share = yen(part.share, money);
            into.push_back({fmt::format("{} loses money when it is repaired alone ({}), but is worth {} as a part of the whole.", part.disconnect.en, alone.en, share.en),
                            fmt::format("「{}」は単独で修復すると{}ですが、全体の中では{}の効果があります。", part.disconnect.ja, alone.ja, share.ja)});
        }
    }
}

}  // namespace

Telling tell(const Disconnects& r, MoneyUnit money) {
    Telling out{"disconnects", {"The five disconnects, priced: " + r.base.en, "五つの分断の修復：" + r.base.ja}, {}, {}, {}, {}, {}};
    if (r.stopped) {
        out.sentences.push_back({"Stopped before it was finished: there is no result.", "途中で中止したため、結果はありません。"});
        return out;
    }
    const bool nothing = std::all_of(r.parts.begin(), r.parts.end(), [](const auto& p) { return p.in_place; });
    if (nothing) {
        out.sentences.push_back({"Nothing is left to repair: all five remedies are in the plan already.", "修復することはありません。5つの対策はすべて計画に入っています。"});
    } else {
        out.sentences = {whole_sentence(r, money), largest_sentence(r, money)};
        tell_of_best(r, money, out.sentences);
        tell_of_order(r, money, out.sentences);
        tell_of_pairs(r, money, out.sentences);
        tell_of_each(r, money, out.sentences);
    }
    out.tables = {repairs_table(r)};
    if (!nothing) {
        out.tables.push_back(sequence_table(r));
        out.tables.push_back(pairs_table(r));
        out.charts = {shares_chart(r), cash_chart(r)};
    }
    for (const auto& part : r.parts) {
        if (!part.in_place) out.drafts.push_back(part.alone.draft);
    }
    if (!nothing) out.drafts.push_back(r.together.draft);
    if (r.best_of != 0) out.drafts.push_back(r.best.draft);
    if (r.order.size() > 1) out.drafts.push_back(r.sequence.draft);
    out.notes = {{"Every figure is a run of the plan with the repair; the drafts are those runs.", "数値はすべて、修復を加えた計画を実際に計算したものです。保存するシナリオと同じ内容です。"},
                 {"How far a repair raises a lever, and 3 million yen once for a new appraisal, are assumptions (docs/model/disconnects.md).", "修復でレバーをどこまで高めるか、評価制度の設計に一度だけかかる300万円は、仮定です（docs/model/disconnects.md）。"},
                 {"Shared purpose, results by segment, owning budgets, reviewing costs and answering for projects change the severity, but no figure of the run: what Purpose is worth comes from clear goals, what Executives is worth from sponsorship and its cost.", "目的の共有、部門別採算の活用、予算責任、費用対効果の検証、案件責任は分断度を下げますが、計算上の数値は動きません。「目的」の価値は目標の明確さから、「幹部」の価値は経営層の関与とその費用から生じます。"},
                 {"Paid back: the month of the plan from which free cash flow beyond the plan, summed up, stays at or above zero.", "回収：計画を上回るフリーCFの累計が、以後0円以上を保つ最初の月。"}};
    return out;
}

}  // namespace goho::decision
