#include "cli/text_attribution.hpp"

#include "io/text_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using decision::Attribution;
using decision::Divided;

std::string pick(const View& view, std::string_view en, std::string_view ja) {
    return std::string(view.language == Language::japanese ? ja : en);
}

std::string signed_text(double value, std::string_view unit, const View& view) { return cell_text(value, unit, view, true); }

std::string unit_behind(std::string_view unit, const View& view) {
    if (unit == "yen") return pick(view, " ", "") + std::string(label_of(view.unit).in(view.language));
    return "";
}

std::vector<double> shares_of(const Divided& divided, std::string_view unit) {
    if (unit == "yen") return decision::whole_shares(divided);
    std::vector<double> out;
    for (const auto& share : divided.shares) out.push_back(share.value);
    return out;
}

std::string name_of(const Attribution& result, std::size_t group, const View& view) { return io::printable(result.groups[group].label.in(view.language)); }

std::string figure_table(const Attribution& result, std::size_t f, const View& view) {
    const auto& figure = result.figures[f];
    io::TextTable table;
    const bool once = figure.name == "npv";
    const std::size_t years = once ? 1 : result.years.size();
    for (std::size_t y = 0; y < years; ++y) {
        table.headings.push_back(once ? pick(view, "whole plan", "計画期間") : pick(view, "year ", "") + std::to_string(result.years[y]) + pick(view, "", "年目"));
        if (!result.exact) table.headings.push_back("±");
    }
    std::vector<std::vector<double>> shares;
    for (std::size_t y = 0; y < years; ++y) shares.push_back(shares_of(result.divided[y][f], figure.unit));
    for (std::size_t g = 0; g < result.groups.size(); ++g) {
        io::TableRow row{name_of(result, g, view), {}, false};
        for (std::size_t y = 0; y < years; ++y) {
            const bool known = !shares[y].empty();
            row.cells.push_back(known ? signed_text(shares[y][g], figure.unit, view) : "–");
            if (!result.exact) row.cells.push_back(known ? cell_text(result.divided[y][f].shares[g].standard_error, figure.unit, view) : "–");
        }
        table.rows.push_back(std::move(row));
    }
    io::TableRow total{pick(view, "Difference to the base", "基準との差"), {}, true};
    for (std::size_t y = 0; y < years; ++y) {
        const auto& divided = result.divided[y][f];
        total.cells.push_back(divided.before && divided.after ? signed_text(*divided.after - *divided.before, figure.unit, view) : "–");
        if (!result.exact) total.cells.emplace_back();
    }
    table.rows.push_back(std::move(total));
    return heading(figure.label.in(view.language), figure.unit == "yen" ? label_of(view.unit).in(view.language) : "") + io::to_text(table, view.width);
}

/// The pairs that do most together beyond what each does alone, in the last year.
std::string pairs_text(const Attribution& result, std::size_t f, const View& view) {
    const auto& divided = result.divided.back()[f];
    const std::size_t n = result.groups.size();
    if (divided.interactions.empty() || n < 2) return {};
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) pairs.emplace_back(a, b);
    }
    const auto size = [&](const auto& p) { return std::abs(divided.interactions[p.first * n + p.second]); };
    std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return size(a) > size(b); });
    const double worth_saying = 0.005 * std::abs(*divided.after - *divided.before);
    std::string out;
    for (const auto& pair : pairs) {
        if (size(pair) <= worth_saying || std::count(out.begin(), out.end(), '\n') > 5) break;
        const double both = divided.interactions[pair.first * n + pair.second];
        const std::string line = fmt::format("{} × {}: {}{} ({})", name_of(result, pair.first, view), name_of(result, pair.second, view),
                                             signed_text(both, result.figures[f].unit, view), unit_behind(result.figures[f].unit, view),
                                             both > 0.0 ? pick(view, "they help each other", "相乗効果") : pick(view, "they get in each other's way", "打ち消し合い"));
        for (const auto& part : io::wrapped(line, view.width - 2)) out += "  " + part + "\n";
    }
    return out.empty() ? out : pick(view, "What pairs do together, in the last of these years:\n", "組み合わせの効果（最後の年）:\n") + out;
}

}  // namespace

std::string attribution_sentence(const Attribution& result, std::size_t year, std::size_t f, const View& view) {
    const auto& figure = result.figures[f];
    const auto& divided = result.divided[year][f];
    if (!divided.before || !divided.after || divided.shares.empty()) return {};
    const double difference = *divided.after - *divided.before;
    const auto shares = shares_of(divided, figure.unit);
    const auto largest = static_cast<std::size_t>(std::max_element(shares.begin(), shares.end(), [&](double a, double b) {
        return difference < 0.0 ? a > b : a < b;
    }) - shares.begin());
    const auto against = static_cast<std::size_t>(std::min_element(shares.begin(), shares.end(), [&](double a, double b) {
        return difference < 0.0 ? a > b : a < b;
    }) - shares.begin());
    const bool once = figure.name == "npv";
    const auto amount = [&](double value) { return signed_text(value, figure.unit, view) + unit_behind(figure.unit, view); };
    std::string out = view.language == Language::japanese
                          ? fmt::format("{}{}{}{}。", once ? "" : fmt::format("{}年目の", result.years[year]), figure.label.ja, once ? "は" : "は基準に対し", amount(difference))
                          : fmt::format("{}{}: {}{}.", once ? "" : fmt::format("Year {}, ", result.years[year]), figure.label.en, amount(difference), once ? "" : " against the base");
    if (difference == 0.0 || shares[largest] * difference <= 0.0) return out;
    const double part = shares[largest] / difference;
    // More than all of it says little; what works against it follows.
    const std::string of_it = part > 1.0 ? std::string() : view.language == Language::japanese ? "（差の" + percent(part, 0) + "）" : " (" + percent(part, 0) + " of it)";
    out += view.language == Language::japanese ? fmt::format("最大の要因は「{}」の{}{}。", name_of(result, largest, view), amount(shares[largest]), of_it)
                                               : fmt::format(" The largest part comes from \"{}\": {}{}.", name_of(result, largest, view), amount(shares[largest]), of_it);
    if (shares[against] * difference < 0.0) {
        out += view.language == Language::japanese ? fmt::format("逆に働くのは「{}」の{}。", name_of(result, against, view), amount(shares[against]))
                                                   : fmt::format(" Against it works \"{}\": {}.", name_of(result, against, view), amount(shares[against]));
    }
    return out;
}

std::string attribution_text(const Attribution& result, const std::vector<std::string>& names, const View& view) {
    std::string out = pick(view, "Base     ", "基準    ") + io::printable(result.base.in(view.language)) + "\n" +
                      pick(view, "Variant  ", "代替案  ") + io::printable(result.variant.in(view.language)) + "\n";
    std::string tables;
    for (const auto& name : names) {
        for (std::size_t f = 0; f < result.figures.size(); ++f) {
            if (result.figures[f].name != name) continue;
            for (const auto& line : io::wrapped(attribution_sentence(result, result.years.size() - 1, f, view), view.width)) out += line + "\n";
            tables += figure_table(result, f, view) + pairs_text(result, f, view);
        }
    }
    out += tables;
    const std::string how =
        result.exact ? fmt::format(fmt::runtime(pick(view, "\nShapley values of {} changes, exact: all {} combinations were run.", "\n変更{}件のシャープレイ値（厳密）。全{}通りを計算。")),
                                   result.groups.size(), result.runs)
                     : fmt::format(fmt::runtime(pick(view, "\nShapley values of {} changes from {} random orders and their reverses; ± is one standard error.",
                                                     "\n変更{}件のシャープレイ値（無作為な順序{}通りとその逆順による推定。±は標準誤差）。")),
                                   result.groups.size(), result.orders);
    for (const auto& line : io::wrapped(how.substr(1), view.width)) out += (line == how.substr(1, line.size()) ? "\n" : "") + line + "\n";
    return out;
}

}  // namespace goho::cli
