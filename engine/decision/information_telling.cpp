#include "decision/information.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

constexpr std::size_t told_in_words = 3, bars_shown = 12;

Text quoted(const Text& name) { return {"\"" + name.en + "\"", "「" + name.ja + "」"}; }

std::string share(double p) { return percent(p == 1.0 ? 1.0 : std::min(p, 0.999)); }

/// Found by trials, so not a figure to the yen: what is left out is below the standard error.
Text worth_words(const statistics::Worth& worth, MoneyUnit money) {
    const Text value = in_words(worth.value, "yen", money), error = in_words(worth.standard_error, "yen", money);
    return {fmt::format("{} (standard error {})", value.en, error.en), fmt::format("{}（標準誤差 {}）", value.ja, error.ja)};
}

/// A value of the quantity, as it is or against the plan.
Text at_value(const Knowable& one, double value) {
    const Text words = in_words(value, one.input.unit, MoneyUnit::yen);
    switch (one.as) {
        case Measured::multiple: return {words.en + " of the plan", "計画の" + words.ja};
        case Measured::addition: return {(value < 0.0 ? "" : "+") + words.en + " on the plan", "計画" + std::string(value < 0.0 ? "" : "+") + words.ja};
        default: return words;
    }
}

/// The turn that lies nearest to what is believed.
const statistics::Turn* nearest_turn(const Knowable& one) {
    if (!one.known.worth.tells() || one.known.turns.empty()) return nullptr;
    const auto far = [&](const statistics::Turn& t) { return std::abs(t.value - one.input.middle); };
    return &*std::min_element(one.known.turns.begin(), one.known.turns.end(), [&](const auto& a, const auto& b) { return far(a) < far(b); });
}

struct Side {
    bool below = false;
    std::size_t other = 0;
};
Side side_of(const statistics::Turn& turn, std::size_t best) { return turn.above == best ? Side{true, turn.below} : Side{false, turn.above}; }

Text turn_words(const Knowable& one, const Information& result) {
    const auto* turn = nearest_turn(one);
    if (turn == nullptr) return {};
    const Side side = side_of(*turn, result.best);
    const Text at = at_value(one, turn->value), name = quoted(result.alternatives[side.other].name);
    return {fmt::format(" {} about {}, {} would be the better choice.", side.below ? "Below" : "Above", at.en, name.en),
            fmt::format("およそ{}を{}と、{}のほうが有利になります。", at.ja, side.below ? "下回る" : "上回る", name.ja)};
}

Text worth_measuring(const Knowable& one, std::size_t rank, const Information& result, MoneyUnit money) {
    const Text worth = worth_words(one.known.worth, money), low = at_value(one, one.input.low), high = at_value(one, one.input.high);
    const Text turn = turn_words(one, result);
    return {fmt::format("{}. {}: knowing it is worth up to {}. It is believed to lie between {} and {} (5% to 95%).{} How to measure it: {}", rank, one.input.label.en, worth.en,
                        low.en, high.en, turn.en, one.measure.en),
            fmt::format("{}. {}: 分かれば最大{}の価値があります。現在の見込みは{}〜{}（5〜95%）です。{}測り方: {}", rank, one.input.label.ja, worth.ja, low.ja, high.ja, turn.ja, one.measure.ja)};
}

Text choice_now(const Information& result, MoneyUnit money) {
    const auto &best = result.alternatives[result.best], &next = result.alternatives[result.next];
    const Text mean = in_words(best.mean, "yen", money), ahead = in_words(best.mean - next.mean, "yen", money), name = quoted(best.name), other = quoted(next.name);
    return {fmt::format("On what is believed today, {} is the best choice: its free cash flow is worth {} on average, {} more than that of {}. It is the best in {} of the trials.",
                        name.en, mean.en, ahead.en, other.en, share(best.best_share)),
            fmt::format("現在の見込みでは{}が最善です。フリーCFの現在価値は平均{}で、次点の{}を{}上回ります。試行の{}で最善になります。", name.ja, mean.ja, other.ja, ahead.ja,
                        share(best.best_share))};
}

std::vector<Text> nothing_can_turn(const Information& result, MoneyUnit money) {
    const auto &best = result.alternatives[result.best], &next = result.alternatives[result.next];
    const std::string trials = group_thousands(static_cast<double>(result.trials - result.left_out));
    if (best.mean == next.mean) {
        return {{fmt::format("No measurement could change this choice: no other alternative is worth more than {} in any of the {} trials.", quoted(best.name).en, trials),
                 fmt::format("どのような調査をしても、この選択は変わりません。試行{}回のどれでも、{}を上回る案はありません。", trials, quoted(best.name).ja)}};
    }
    const Text ahead = in_words(best.mean - next.mean, "yen", money), name = quoted(best.name), other = quoted(next.name);
    return {{fmt::format("No measurement could change this choice: {} is the best in every one of the {} trials, on average by {} over {}.", name.en, trials, ahead.en, other.en),
             fmt::format("どのような調査をしても、この選択は変わりません。試行{}回のすべてで{}が最善で、次点の{}を平均{}上回ります。", trials, name.ja, other.ja, ahead.ja)}};
}

std::vector<Text> sentences_of(const Information& result, MoneyUnit money) {
    if (result.always) return nothing_can_turn(result, money);
    const Text all = worth_words(result.everything, money);
    std::vector<Text> out{choice_now(result, money),
                          {fmt::format("Knowing everything before choosing, chance included, would be worth {}: no measurement can be worth more.", all.en),
                           fmt::format("選ぶ前に偶然も含めてすべてが分かるとすれば、その価値は{}です。どのような調査も、これを超える価値はありません。", all.ja)}};
    std::size_t telling = 0;
    for (const auto& one : result.quantities) {
        if (!one.known.worth.tells()) continue;
        if (telling < told_in_words) out.push_back(worth_measuring(one, telling + 1, result, money));
        ++telling;
    }
    const std::size_t rest = result.quantities.size() - telling;
    if (telling == 0) {
        out.push_back({"No single quantity is worth measuring for this choice: what each would be worth lies within the noise of the trials.",
                       "この選択のために測る価値のある項目はありません。どの項目の価値も、試行による誤差の範囲内です。"});
    } else if (rest == 1) {
        out.push_back({"What the other quantity is worth lies within the noise of the trials: measuring it would not pay for this choice.",
                       "もう1項目の価値は試行による誤差の範囲内で、この選択のために測る意味はありません。"});
    } else if (rest > 1) {
        out.push_back({fmt::format("What the other {} quantities are worth lies within the noise of the trials: measuring them would not pay for this choice.", rest),
                       fmt::format("残り{}項目の価値は試行による誤差の範囲内で、この選択のために測る意味はありません。", rest)});
    }
    return out;
}

TellingColumn column(const char* id, Text label, const char* unit = "") { return {id, std::move(label), unit}; }
Text short_name(std::size_t s) { return s == 0 ? Text{"base", "基準"} : Text{fmt::format("[{}]", s), fmt::format("[{}]", s)}; }

Text names_of(const Information& result) {
    Text out;
    for (std::size_t s = 0; s < result.alternatives.size(); ++s) {
        out.en += fmt::format("{}{}: {}", s == 0 ? "" : "; ", short_name(s).en, result.alternatives[s].name.en);
        out.ja += fmt::format("{}{}: {}", s == 0 ? "" : "、", short_name(s).ja, result.alternatives[s].name.ja);
    }
    return out;
}

TellingTable worth_table(const Information& result) {
    TellingTable table{"worth", {"What knowing is worth", "分かることの価値"}, names_of(result),
                       {column("quantity", {"quantity", "項目"}), column("worth", {"worth", "価値"}, "yen"), column("standard_error", {"error", "誤差"}, "yen"),
                        column("turns_at", {"turns at", "分岐点"}), column("to", {"to", "有利な案"})},
                       {}};
    for (const auto& one : result.quantities) {
        const auto* turn = nearest_turn(one);
        const Side side = turn == nullptr ? Side{} : side_of(*turn, result.best);
        const Text name = short_name(side.other);
        table.rows.push_back({{cell(one.input.label), cell(one.known.worth.value), cell(one.known.worth.standard_error),
                               turn == nullptr ? cell(std::nullopt) : cell(turn->value, one.input.unit),
                               turn == nullptr ? cell(Text{"noise", "誤差内"}) : cell(side.below ? Text{"below: " + name.en, "未満: " + name.ja} : Text{"above: " + name.en, "超: " + name.ja})}});
        if (turn == nullptr && one.known.worth.tells()) table.rows.back().cells.back() = cell(std::nullopt);
    }
    table.rows.push_back({{cell(Text{"Everything, chance included", "偶然も含むすべて"}), cell(result.everything.value), cell(result.everything.standard_error), cell(std::nullopt),
                           cell(std::nullopt)},
                          true});
    return table;
}

TellingTable belief_table(const Information& result) {
    TellingTable table{"believed", {"What is believed now", "現在の見込み"}, {},
                       {column("quantity", {"quantity", "項目"}), column("planned", {"plan", "計画"}), column("low", {"5%", "5%"}), column("middle", {"50%", "50%"}),
                        column("high", {"95%", "95%"})},
                       {}};
    for (const auto& one : result.quantities) {
        const auto& in = one.input;
        table.rows.push_back({{cell(in.label), cell(in.planned, in.unit), cell(in.low, in.unit), cell(in.middle, in.unit), cell(in.high, in.unit)}});
        if (one.as == Measured::value) continue;
        table.note = {"Where one draw moves several items that the plan values differently, the values are multiples of the plan's, or what is added to them.",
                      "計画値の異なる複数の項目を同じ抽選で動かす場合は、計画値に対する倍率または加算分です。"};
    }
    return table;
}

TellingTable alternatives_table(const Information& result) {
    TellingTable table{"alternatives", {"Present value of free cash flow", "フリーCFの現在価値"}, {},
                       {column("alternative", {"alternative", "案"}), column("planned", {"as planned", "計画どおり"}, "yen"), column("mean", {"mean", "平均"}, "yen"),
                        column("best", {"best", "最善の割合"}, "fraction")},
                       {}};
    for (const auto& one : result.alternatives) table.rows.push_back({{cell(one.name), cell(one.planned), cell(one.mean), cell(one.best_share)}});
    return table;
}

TellingChart worth_chart(const Information& result) {
    TellingChart chart;
    chart.id = "worth";
    chart.title = {"What knowing is worth", "分かることの価値"};
    chart.y_label = {"Worth", "価値"};
    chart.y_unit = "yen";
    chart.series.push_back({chart.y_label, {}});
    for (std::size_t i = 0; i < std::min(bars_shown, result.quantities.size()); ++i) {
        const auto& one = result.quantities[i];
        const double value = one.known.worth.value, reach = 2.0 * one.known.worth.standard_error;
        chart.series[0].points.push_back({static_cast<double>(i), value, std::max(0.0, value - reach), value + reach, one.input.label, false});
    }
    return chart;
}

/// Where the lines cross zero the choice turns.
TellingChart turning_chart(const Knowable& one, const Information& result) {
    TellingChart chart;
    chart.id = "turning";
    const Text name = quoted(result.alternatives[result.best].name);
    chart.title = {fmt::format("{}: what is expected beyond {}", one.input.label.en, name.en), fmt::format("{}と、{}との差の見込み", one.input.label.ja, name.ja)};
    chart.kind = TellingChart::Kind::lines;
    chart.x_label = one.input.label;
    chart.x_unit = std::string(one.input.unit);
    chart.y_label = {"Difference", "差"};
    chart.y_unit = "yen";
    for (std::size_t s = 0; s < result.alternatives.size(); ++s) {
        TellingSeries series{result.alternatives[s].name, {}};
        for (const auto& at : one.known.curve) series.points.push_back({at.at, at.gains[s], {}, {}, {}, false});
        chart.series.push_back(std::move(series));
    }
    return chart;
}

std::vector<Text> notes_of(const Information& result) {
    const std::string rate = percent(result.discount_rate);
    std::vector<Text> notes{
        {"The spreads are assumptions, and only what is called uncertain can be worth measuring.", "不確実さの幅は仮定です。不確実と指定した項目だけが、測る価値の対象になります。"},
        {fmt::format("An alternative is worth the present value of its free cash flow over the {} months of the plan, at {} a year (the base's rate). What comes later, risk as such and a shortage of cash on the way do not count: see goho gates for the last.",
                     result.months, rate),
         fmt::format("各案の価値は、計画{}か月のフリーCFの現在価値です（割引率は基準の年{}）。計画後の価値、リスクそのもの、途中の資金不足は含みません（資金不足は goho gates で確認できます）。",
                     result.months, rate)},
        {"Worth is for this one choice, of knowing the quantity exactly and in time: a measurement that leaves doubt is worth less. One that costs more than this does not pay.",
         "価値はこの1回の選択について、項目の値が事前に正確に分かる場合のものです。不確かさが残る調査の価値はこれより小さく、費用が上回る調査は見合いません。"},
        {"Found from a smooth curve through the trials. Up to two standard errors are taken for noise. Knowing a quantity also tells of those that go with it, so worths do not add up.",
         "試行に当てはめた滑らかな曲線による推定で、標準誤差の2倍までは誤差とみなします。相関のある項目のことも併せて分かるため、価値の合計には意味がありません。"}};
    if (result.left_out > 0)
        notes.push_back({fmt::format("{} trials are left out, in which a present value could not be reckoned.", result.left_out), fmt::format("現在価値を計算できない試行{}回を除いています。", result.left_out)});
    return notes;
}

}  // namespace

Telling tell(const Information& result, MoneyUnit money) {
    Telling out;
    out.command = "information";
    out.title = {"What is worth measuring before the choice?", "選ぶ前に何を測るべきか"};
    if (result.stopped) {
        out.sentences.push_back({"Stopped before the end.", "途中で中止しました。"});
        return out;
    }
    out.sentences = sentences_of(result, money);
    out.tables = {worth_table(result), belief_table(result), alternatives_table(result)};
    out.charts.push_back(worth_chart(result));
    if (!result.quantities.empty() && nearest_turn(result.quantities.front()) != nullptr) out.charts.push_back(turning_chart(result.quantities.front(), result));
    out.notes = notes_of(result);
    return out;
}

}  // namespace goho::decision
