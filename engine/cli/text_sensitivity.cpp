#include "cli/text_sensitivity.hpp"

#include "cli/text_uncertainty.hpp"
#include "io/text_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using namespace uncertainty;
namespace sobol = statistics::sobol;

std::string name_of(const Sensitivity& result, std::size_t input, const View& view) { return io::printable(result.inputs[input].label.in(view.language)); }

std::string counted(std::uint64_t n) { return group_thousands(static_cast<double>(n)); }

/// Four figures or so: 2,482 and 0.0043.
std::string short_number(double x) {
    const double size = std::abs(x);
    return plain_number(x, size >= 1000.0 ? 0 : size >= 100.0 ? 1 : size >= 10.0 ? 2 : size >= 1.0 ? 3 : 4);
}

/// The table in one block: names that are too long for that go on in the next line, since an item's name stands at
/// their end.
std::string table_text(const io::TextTable& table, const View& view) {
    int room = view.width;
    for (std::size_t c = 0; c < table.headings.size(); ++c) {
        int widest = io::display_width(table.headings[c]);
        for (const auto& row : table.rows) {
            if (c < row.cells.size()) widest = std::max(widest, io::display_width(row.cells[c]));
        }
        room -= widest + 2;
    }
    io::TextTable narrow{table.headings, {}, table.label_heading};
    for (const auto& row : table.rows) {
        const auto parts = io::wrapped(row.label, std::max(16, room));
        for (std::size_t i = 0; i < parts.size(); ++i) narrow.rows.push_back({parts[i], i == 0 ? row.cells : std::vector<std::string>{}, false});
    }
    return io::to_text(narrow, view.width);
}

/// Inputs that a table leaves out, in one sentence.
std::string left_out_text(const Sensitivity& result, const std::vector<std::size_t>& inputs, std::string_view en, std::string_view ja, const View& view) {
    if (inputs.empty()) return {};
    std::string names;
    for (const std::size_t j : inputs) names += (names.empty() ? "" : pick(view, ", ", "、")) + name_of(result, j, view);
    return lines(pick(view, en, ja) + names + pick(view, ".", "。"), view);
}

std::string inputs_text(const Sensitivity& result, const View& view) {
    io::TextTable table;
    table.headings = {pick(view, "plan", "計画"), "5%", "50%", "95%"};
    const auto cell = short_number;
    for (std::size_t j = 0; j < result.inputs.size(); ++j) {
        const Input& input = result.inputs[j];
        if (input.pointer.empty()) table.rows.push_back({name_of(result, j, view), {}, false});
        else table.rows.push_back({name_of(result, j, view), {cell(input.planned), cell(input.low), cell(input.middle), cell(input.high)}, false});
    }
    return heading(pick(view, "What is uncertain", "不確実な項目")) + table_text(table, view);
}

/// "---|+++++": minus signs where the result goes with the quantity at its low end, plus signs at its high end.
std::string bar_picture(const statistics::Bar& bar, double reference, double longest) {
    constexpr int half = 7;
    std::string picture(2 * half + 1, ' ');
    picture[half] = '|';
    const auto draw = [&](double at, char sign) {
        const int length = longest > 0.0 ? static_cast<int>(std::lround((at - reference) / longest * half)) : 0;
        for (int i = 1; i <= std::abs(length); ++i) picture[static_cast<std::size_t>(half + (length > 0 ? i : -i))] = sign;
    };
    const bool low_reaches_further = std::abs(bar.at_low - reference) > std::abs(bar.at_high - reference);
    draw(low_reaches_further ? bar.at_low : bar.at_high, low_reaches_further ? '-' : '+');
    draw(low_reaches_further ? bar.at_high : bar.at_low, low_reaches_further ? '+' : '-');
    return picture;
}

std::string tornado_text(const Sensitivity& result, const OutcomeSensitivity& outcome, const View& view) {
    io::TextTable table;
    table.headings = {pick(view, "at 5%", "5%点"), pick(view, "at 95%", "95%点"), pick(view, "swing", "振れ幅"), pick(view, "less | more", "減 ← | → 増")};
    double longest = 0.0;
    bool constant = true, missing = false, one_sided = false;
    for (const auto& bar : outcome.bars) {
        constant = constant && bar.constant;
        missing = missing || bar.missing;
        one_sided = one_sided || bar.one_sided;
        if (!bar.missing) longest = std::max({longest, std::abs(bar.at_low - outcome.reference), std::abs(bar.at_high - outcome.reference)});
    }
    const auto cell = [&](double x) { return cell_text(sound(x), outcome.what.unit, view); };
    std::vector<std::size_t> idle;
    for (const auto& bar : outcome.bars) {
        if (bar.constant) {
            idle.push_back(bar.parameter);
            continue;
        }
        const bool drawn = !bar.missing && !std::isnan(outcome.reference);
        table.rows.push_back({name_of(result, bar.parameter, view) + (bar.one_sided ? " *" : ""),
                              {cell(bar.at_low), cell(bar.at_high), cell(bar.swing), drawn ? bar_picture(bar, outcome.reference, longest) : ""},
                              false});
    }
    std::string out = lines(pick(view, "Plan: ", "計画: ") + cell(outcome.planned), view);
    if (result.at_medians) out += lines(pick(view, "All at their medians: ", "全項目が中央値: ") + cell(outcome.reference), view);
    if (constant && !outcome.bars.empty()) return out + lines(pick(view, "None of these quantities moves this figure.", "どの項目もこの数値を動かしません。"), view);
    out += table_text(table, view) + left_out_text(result, idle, "No effect: ", "影響なし: ", view);
    if (one_sided) {
        out += lines(pick(view, "* Both ends lie on the same side, so the swing tells less than the quantity does.", "* 両端が同じ側にあり、振れ幅は実際の影響より小さく見えます。"), view);
    }
    if (missing) out += lines(pick(view, "n/a: the figure cannot be reckoned at that end.", "計算不能: その端では数値を計算できません。"), view);
    return out;
}

std::string morris_text(const Sensitivity& result, const OutcomeSensitivity& outcome, const View& view) {
    const auto& screening = outcome.screening;
    const auto cell = [&](double x) { return cell_text(sound(x), outcome.what.unit, view); };
    std::string out = lines(pick(view, "Plan: ", "計画: ") + cell(outcome.planned), view);
    if (screening.missing == result.runs) return out + lines(pick(view, "This figure cannot be reckoned in any of the runs.", "この数値はどの計算でも求められません。"), view);
    if (screening.constant) return out + lines(pick(view, "None of these quantities moves this figure.", "どの項目もこの数値を動かしません。"), view);
    io::TextTable table;
    table.headings = {"μ*", pick(view, "95% from", "95%区間"), pick(view, "to", "〜"), "μ", "σ"};
    std::vector<std::size_t> idle;
    for (const std::size_t j : outcome.order) {
        const auto& e = screening.effects[j];
        if (e.mean_absolute == 0.0) {
            idle.push_back(j);
            continue;
        }
        table.rows.push_back({name_of(result, j, view), {cell(e.mean_absolute), cell(e.low), cell(e.high), cell(e.mean), cell(e.deviation)}, false});
    }
    out += table_text(table, view) + left_out_text(result, idle, "No effect: ", "影響なし: ", view);
    if (screening.missing > 0) {
        out += lines(fmt::format(fmt::runtime(pick(view, "{} of {} runs have no result; the effects next to them are left out.", "{1}回中{0}回は結果がなく、その前後の効果は除いています。")),
                                 counted(screening.missing), counted(result.runs)),
                     view);
    }
    return out;
}

std::string share(double x, const View& view) { return std::isnan(x) ? pick(view, "n/a", "計算不能") : table_percent(x, view.language); }
std::string interval(const sobol::Index& index, const View& view) {
    return std::isnan(index.value) ? "" : share(index.low, view) + " – " + share(index.high, view);
}

std::string sobol_notes(const Sensitivity& result, const sobol::Indices& indices, const View& view) {
    const auto& sum = indices.sum_of_first;
    std::string text = fmt::format(fmt::runtime(pick(view, "By themselves the inputs explain {} of the variance ({}); ", "単独の寄与の合計は{}（{}）、")), share(sum.value, view), interval(sum, view));
    const double together = 1.0 - sum.value;
    if (together <= 0.0 || sum.high >= 1.0) text += pick(view, "what they explain acting together cannot be told from noise.", "項目どうしの相互作用は誤差と区別できません。");
    else text += fmt::format(fmt::runtime(pick(view, "acting together, {}.", "相互作用による分は{}です。")), share(together, view));
    std::string out = lines(text, view);
    const std::string wide = percent(0.5 * indices.widest);
    if (indices.converged) {
        out += lines(fmt::format(fmt::runtime(pick(view, "Converged: the least certain share is known to ±{}.", "収束しています。最も不確かな寄与の誤差は±{}です。")), wide), view);
    } else {
        out += lines(fmt::format(fmt::runtime(pick(view, "Not converged: the least certain share is known to ±{}, ±{} was wanted. Go on with --base {}.",
                                                   "まだ収束していません。最も不確かな寄与の誤差は±{}、目標は±{}です。--base {} で続けてください。")),
                                 wide, percent(result.wanted), 2 * result.base),
                     view);
    }
    // Among many intervals of 95% some miss by a hair; a hair is not worth a warning.
    const auto beyond = [](const sobol::Index& i) { return i.standing == sobol::Standing::beyond_noise && (i.value < -0.01 || i.value > 1.01); };
    if (beyond(sum) || std::any_of(indices.first.begin(), indices.first.end(), beyond) || std::any_of(indices.total.begin(), indices.total.end(), beyond)) {
        out += lines(pick(view, "Some shares lie below 0% or above 100% by more than noise: more rows are needed.", "誤差を超えて0%未満または100%超の寄与があります。基本点数を増やしてください。"), view);
    }
    return out;
}

std::string sobol_text(const Sensitivity& result, const OutcomeSensitivity& outcome, const View& view) {
    const auto& indices = outcome.indices;
    const auto cell = [&](double x) { return cell_text(sound(x), outcome.what.unit, view); };
    std::string out = pick(view, "Plan: ", "計画: ") + cell(outcome.planned);
    if (indices.rows >= 2) {
        out += fmt::format(fmt::runtime(pick(view, "; mean {}, standard deviation {}", "、平均 {}、標準偏差 {}")), cell(indices.mean), cell(std::sqrt(indices.variance)));
    }
    out = lines(out, view);
    if (indices.constant) return out + lines(pick(view, "None of these quantities moves this figure.", "どの項目もこの数値を動かしません。"), view);
    if (indices.rows < 2) return out + lines(pick(view, "This figure cannot be reckoned in enough of the runs.", "この数値を計算できた点が足りません。"), view);
    io::TextTable table;
    table.headings = {pick(view, "alone", "単独"), pick(view, "95% interval", "95%区間"), pick(view, "in all", "全体"), pick(view, "95% interval", "95%区間")};
    constexpr double shown_as_zero = 0.0005;
    std::vector<std::size_t> idle;
    for (const std::size_t j : outcome.order) {
        const auto &first = indices.first[j], &total = indices.total[j];
        if (total.high < shown_as_zero) {
            idle.push_back(j);
            continue;
        }
        table.rows.push_back({name_of(result, j, view), {share(first.value, view), interval(first, view), share(total.value, view), interval(total, view)}, false});
    }
    out += table_text(table, view) + left_out_text(result, idle, "In all less than 0.1%: ", "全体で0.1%未満: ", view);
    out += sobol_notes(result, indices, view);
    if (indices.dropped > 0) {
        out += lines(fmt::format(fmt::runtime(pick(view, "{} of {} rows are left out because a run of theirs has no result.", "{1}点中{0}点は結果のない計算を含むため除いています。")),
                                 counted(indices.dropped), counted(result.base)),
                     view);
    }
    return out;
}

std::string method_text(const Sensitivity& result, const View& view) {
    switch (result.method) {
        case Method::tornado:
            return result.at_medians ? pick(view, "Tornado: each quantity at its 5% and its 95% point, the others at their medians", "トルネード: 各項目を5%点と95%点に置き、他は中央値")
                                     : pick(view, "Tornado: each quantity at its 5% and its 95% point, the others as planned", "トルネード: 各項目を5%点と95%点に置き、他は計画どおり");
        case Method::morris:
            return fmt::format(fmt::runtime(pick(view, "Morris screening: {} trajectories, {} levels, {} runs, seed {}", "モリス法: 軌道 {}、水準 {}、計算 {}回、乱数の種 {}")),
                               counted(result.trajectories), result.levels, counted(result.runs), result.seed);
        default:
            return fmt::format(fmt::runtime(pick(view, "Sobol indices: {} base rows, {} runs, seed {}", "ソボル指数: 基本点 {}、計算 {}回、乱数の種 {}")), counted(result.base), counted(result.runs), result.seed);
    }
}

std::string reading_text(const Sensitivity& result, const View& view) {
    std::string out;
    if (result.method == Method::tornado) {
        out = pick(view, "- shows where the figure goes with the quantity at its 5% point, + at its 95% point.", "- は項目が5%点のとき、+ は95%点のときの動きです。");
    } else if (result.method == Method::morris) {
        out = pick(view,
                   "μ*: how far the figure moves, on average, as a quantity goes from its 5% to its 95% point, the others being anywhere; μ: the same with its sign; σ: large where "
                   "the effect depends on the others or is not in proportion.",
                   "μ*: 項目が5%点から95%点へ動くときの平均的な変化の大きさ（他の項目は任意）。μ: 符号つきの平均。σ: 他の項目に左右される、または比例しないほど大きい。");
    } else {
        out = pick(view, "Alone: the share of the variance that a quantity explains by itself. In all: together with what it does with the others.",
                   "単独: その項目だけで説明できる分散の割合。全体: 他の項目との相互作用を含む割合。");
    }
    out = lines(out, view);
    if (result.luck_left_out) {
        out += lines(result.method == Method::sobol
                         ? pick(view, "Chance events and wandering figures are off; --luck makes them an input of their own.", "偶然の出来事と月々の変動は止めています。--luck で1つの項目として加えられます。")
                         : pick(view, "Chance events and wandering figures are off, so that runs differ by their quantities alone.", "項目の違いだけを比べるため、偶然の出来事と月々の変動は止めています。"),
                     view);
    }
    if (result.correlations_left_out > 0) {
        out += lines(fmt::format(fmt::runtime(pick(view, "Correlations are left out ({}): every quantity moves by itself.", "相関（{}件）は使わず、各項目を独立に動かしています。")), result.correlations_left_out), view);
    }
    return out + lines(pick(view, "Spreads are assumptions: a quantity with a narrow spread moves little, however much depends on it.",
                            "ばらつきの幅は仮定です。幅の狭い項目は、重要でも小さく出ます。"),
                       view);
}

}  // namespace

std::string sensitivity_text(const Sensitivity& result, const View& view) {
    std::string out = lines(io::printable(result.name.in(view.language)), view) + lines(method_text(result, view), view) + inputs_text(result, view);
    for (const auto& outcome : result.outcomes) {
        const std::string unit(outcome.what.unit == "yen" ? label_of(view.unit).in(view.language) : std::string_view());
        out += heading(figure_label(outcome.what.label, outcome.what.year, outcome.what.unit, view), unit);
        out += result.method == Method::tornado ? tornado_text(result, outcome, view) : result.method == Method::morris ? morris_text(result, outcome, view) : sobol_text(result, outcome, view);
    }
    return out + "\n" + reading_text(result, view);
}

}  // namespace goho::cli
