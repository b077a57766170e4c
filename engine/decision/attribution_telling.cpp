#include "decision/attribution_telling.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

std::vector<double> shares_of(const Divided& divided, std::string_view unit) {
    if (unit == "yen") return whole_shares(divided);
    std::vector<double> out;
    for (const auto& share : divided.shares) out.push_back(share.value);
    return out;
}

bool of_whole_plan(const analysis::KeyFigure& figure) { return figure.name == "npv"; }

Text text_of(const Label& label) { return {std::string(label.en), std::string(label.ja)}; }

Text joined(const Text& a, const Text& b) { return {a.en + b.en, a.ja + b.ja}; }

/// What works most with the difference, or against it.
std::size_t strongest(const std::vector<double>& shares, bool upwards) {
    const auto less = [&](double a, double b) { return upwards ? a < b : a > b; };
    return static_cast<std::size_t>(std::max_element(shares.begin(), shares.end(), less) - shares.begin());
}

Text opening(const Attribution& result, std::size_t year, const analysis::KeyFigure& figure, const Text& amount) {
    if (of_whole_plan(figure)) return {fmt::format("{}: {}.", figure.label.en, amount.en), fmt::format("{}は{}。", figure.label.ja, amount.ja)};
    return {fmt::format("Year {}, {}: {} against the base.", result.years[year], figure.label.en, amount.en),
            fmt::format("{}年目の{}は基準に対し{}。", result.years[year], figure.label.ja, amount.ja)};
}

/// ", year 10" behind a figure of the last year.
Text when(const Attribution& result, const analysis::KeyFigure& figure) {
    return of_whole_plan(figure) ? Text() : joined({", ", "、"}, year_words(result.years.back()));
}

TellingTable figure_table(const Attribution& result, std::size_t f) {
    const auto& figure = result.figures[f];
    const std::string unit(figure.unit);
    TellingTable table{std::string(figure.name), text_of(figure.label), {}, {{"change", {"Change", "変更"}, {}}}, {}};
    const std::size_t years = of_whole_plan(figure) ? 1 : result.years.size();
    std::vector<std::vector<double>> shares;
    for (std::size_t y = 0; y < years; ++y) {
        const std::string id = of_whole_plan(figure) ? "whole_plan" : "year_" + std::to_string(result.years[y]);
        table.columns.push_back({id, of_whole_plan(figure) ? Text{"Whole plan", "計画期間"} : year_words(result.years[y]), unit});
        if (!result.exact) table.columns.push_back({id + "_error", {"±", "±"}, unit});
        shares.push_back(shares_of(result.divided[y][f], unit));
    }
    for (std::size_t g = 0; g < result.groups.size(); ++g) {
        TellingRow row{{cell(result.groups[g].label)}, false};
        for (std::size_t y = 0; y < years; ++y) {
            const bool known = !shares[y].empty();
            row.cells.push_back(cell(known ? std::optional(shares[y][g]) : std::nullopt, {}, true));
            if (!result.exact) row.cells.push_back(cell(known ? std::optional(result.divided[y][f].shares[g].standard_error) : std::nullopt));
        }
        table.rows.push_back(std::move(row));
    }
    TellingRow total{{cell(Text{"Difference to the base", "基準との差"})}, true};
    for (std::size_t y = 0; y < years; ++y) {
        const auto& divided = result.divided[y][f];
        total.cells.push_back(cell(divided.before && divided.after ? std::optional(*divided.after - *divided.before) : std::nullopt, {}, true));
        if (!result.exact) total.cells.push_back(cell(std::optional<double>()));
    }
    table.rows.push_back(std::move(total));
    return table;
}

/// The pairs that do most together beyond what each does alone, in the last year; no rows where none is worth saying.
TellingTable pairs_table(const Attribution& result, std::size_t f) {
    const auto& figure = result.figures[f];
    TellingTable table{std::string(figure.name) + "_pairs", joined(joined(text_of(figure.label), {": what pairs do together", "：組み合わせの効果"}), when(result, figure)), {},
                       {{"pair", {"Pair", "組み合わせ"}, {}}, {"together", {"Together", "効果"}, std::string(figure.unit)}, {"verdict", {"That is", "関係"}, {}}},
                       {}};
    const auto& divided = result.divided.back()[f];
    const std::size_t n = result.groups.size();
    if (divided.interactions.empty() || n < 2) return table;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) pairs.emplace_back(a, b);
    }
    const auto together = [&](const auto& pair) { return divided.interactions[pair.first * n + pair.second]; };
    std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return std::abs(together(a)) > std::abs(together(b)); });
    const double worth_saying = 0.005 * std::abs(*divided.after - *divided.before);
    for (std::size_t i = 0; i < std::min<std::size_t>(pairs.size(), 6); ++i) {
        const double both = together(pairs[i]);
        if (std::abs(both) <= worth_saying) break;
        const auto &a = result.groups[pairs[i].first].label, &b = result.groups[pairs[i].second].label;
        table.rows.push_back({{cell(Text{a.en + " × " + b.en, a.ja + "×" + b.ja}), cell(both, {}, true),
                               cell(both > 0.0 ? Text{"help each other", "相乗効果"} : Text{"get in each other's way", "打ち消し合い"})},
                              false});
    }
    return table;
}

TellingChart waterfall(const Attribution& result, std::size_t f) {
    const auto& figure = result.figures[f];
    const auto& divided = result.divided.back()[f];
    TellingChart chart{std::string(figure.name), joined(text_of(figure.label), when(result, figure)), TellingChart::Kind::waterfall, {}, text_of(figure.label), {},
                       std::string(figure.unit), {{text_of(figure.label), {}}}};
    auto& points = chart.series.front().points;
    const auto add = [&](double y, const Text& label, bool total) {
        points.push_back({static_cast<double>(points.size()), y, {}, {}, label, total});
    };
    add(*divided.before, result.base, true);
    const auto shares = shares_of(divided, figure.unit);
    for (std::size_t g = 0; g < shares.size(); ++g) add(shares[g], result.groups[g].label, false);
    add(*divided.after, result.variant, true);
    return chart;
}

}  // namespace

Text attribution_sentence(const Attribution& result, std::size_t year, std::size_t f, MoneyUnit money) {
    const auto& figure = result.figures[f];
    const auto& divided = result.divided[year][f];
    if (!divided.before || !divided.after || divided.shares.empty()) return {};
    const double difference = *divided.after - *divided.before;
    const auto shares = shares_of(divided, figure.unit);
    const auto largest = strongest(shares, difference >= 0.0), against = strongest(shares, difference < 0.0);
    const auto amount = [&](double value) { return in_words(value, figure.unit, money, true); };
    Text out = opening(result, year, figure, amount(difference));
    if (difference == 0.0 || shares[largest] * difference <= 0.0) return out;
    const double part = shares[largest] / difference;
    // More than all of it says little; what works against it follows.
    const std::string percents = percent(part, 0);
    const Text of_it = part > 1.0 ? Text() : Text{" (" + percents + " of it)", "（差の" + percents + "）"};
    const Text &name = result.groups[largest].label, by = amount(shares[largest]);
    out = joined(out, {fmt::format(" The largest part comes from \"{}\": {}{}.", name.en, by.en, of_it.en),
                       fmt::format("最大の要因は「{}」の{}{}。", name.ja, by.ja, of_it.ja)});
    if (shares[against] * difference < 0.0) {
        const Text &other = result.groups[against].label, less = amount(shares[against]);
        out = joined(out, {fmt::format(" Against it works \"{}\": {}.", other.en, less.en), fmt::format("逆に働くのは「{}」の{}。", other.ja, less.ja)});
    }
    return out;
}

Text attribution_method(const Attribution& result) {
    if (result.exact)
        return io::say("Shapley values of {} changes, exact: all {} combinations were run.", "変更{}件のシャープレイ値（厳密）。全{}通りを計算。", result.groups.size(), result.runs);
    return io::say("Shapley values of {} changes from {} random orders and their reverses; ± is one standard error.",
                   "変更{}件のシャープレイ値（無作為な順序{}通りとその逆順による推定。±は標準誤差）。", result.groups.size(), result.orders);
}

Telling tell(const Attribution& result, const std::vector<std::string>& figures, MoneyUnit money) {
    Telling out;
    out.command = "attribute";
    out.title = {fmt::format("What \"{}\" brings against \"{}\"", result.variant.en, result.base.en),
                 fmt::format("「{}」の効果の内訳（基準：「{}」）", result.variant.ja, result.base.ja)};
    for (const auto& name : figures) {
        for (std::size_t f = 0; f < result.figures.size() && !result.years.empty(); ++f) {
            if (result.figures[f].name != name) continue;
            const auto& last = result.divided.back()[f];
            if (Text sentence = attribution_sentence(result, result.years.size() - 1, f, money); !sentence.empty()) out.sentences.push_back(std::move(sentence));
            out.tables.push_back(figure_table(result, f));
            if (last.before && last.after && !last.shares.empty()) out.charts.push_back(waterfall(result, f));
            if (auto pairs = pairs_table(result, f); !pairs.rows.empty()) out.tables.push_back(std::move(pairs));
        }
    }
    out.notes.push_back(attribution_method(result));
    out.notes.push_back({"A share is what a change brings on average over all orders in which the changes could be made; the shares add up to the whole difference.",
                         "各変更の寄与は、考えられるすべての順序で変更を加えたときの平均の効果です。寄与の合計は差の全体に一致します。"});
    return out;
}

}  // namespace goho::decision
