#include "import/classification.hpp"

#include "io/wording.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goho::imports {

namespace {

using accounting::Behaviour;
using Books = accounting::Books<double>;

/// A cost whose months differ by less than this share of their mean does not move at all.
constexpr double standstill = 0.02;

bool is_cost(Section section) {
    return section == Section::cost_of_sales || section == Section::manufacturing || section == Section::sga;
}

std::vector<double> net_sales(const Ledger& ledger) {
    std::vector<double> out;
    for (std::size_t m = 0; m < ledger.months.size(); ++m)
        out.push_back(static_cast<double>(ledger.sum(Section::sales, m)));
    return out;
}

std::vector<double> cost_of(const Ledger& ledger, const std::vector<std::size_t>& lines) {
    std::vector<double> out(ledger.months.size(), 0.0);
    for (const std::size_t line : lines) {
        for (std::size_t m = 0; m < out.size(); ++m) out[m] += static_cast<double>(ledger.lines[line].amounts[m]);
    }
    return out;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

bool stands_still(const std::vector<double>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *high - *low <= standstill * std::abs(mean(values));
}

Label word(Behaviour behaviour) {
    switch (behaviour) {
        case Behaviour::variable:
            return {"variable", "変動費"};
        case Behaviour::semi_variable:
            return {"semi-variable", "準変動費"};
        case Behaviour::step_fixed:
            return {"step-fixed", "準固定費"};
        case Behaviour::fixed:
            break;
    }
    return {"fixed", "固定費"};
}

/// What the months say, when they say anything.
struct Verdict {
    std::optional<Behaviour> behaviour;
    Text why;
};

Verdict verdict_of(const std::vector<double>& sales, const std::vector<double>& cost,
                   const std::optional<LineFit>& fit) {
    if (static_cast<int>(cost.size()) < fewest_months) {
        return {{}, io::say("{} months are too few to tell", "{}か月分では判断できない", cost.size())};
    }
    if (stands_still(cost)) return {Behaviour::fixed, {"the same every month", "毎月ほぼ同額"}};
    if (!fit) return {{}, {"sales do not move", "売上が動いていない"}};
    const std::string r = fmt::format("{:.2f}", fit->r_squared);
    const double least = fit->months >= 12 ? telling_r_squared : telling_r_squared_of_few;
    if (fit->r_squared < least || fit->slope <= 0.0)
        return {{}, io::say("R² {} does not tell", "R² {} では判断できない", r)};
    const double moving = fit->slope * mean(sales) / mean(cost);
    const std::string share = fmt::format("{:.0f}%", 100.0 * std::clamp(moving, 0.0, 1.0));
    if (moving >= mostly_variable)
        return {Behaviour::variable, io::say("R² {}, moves with sales", "R² {}、売上に連動", r)};
    if (moving <= mostly_fixed)
        return {Behaviour::fixed,
                io::say("R² {}, but only {} moves with sales", "R² {}だが、売上に連動するのは{}のみ", r, share)};
    return {Behaviour::semi_variable, io::say("R² {}, {} moves with sales", "R² {}、{}が売上に連動", r, share)};
}

Text joined(const Text& why, Behaviour behaviour) {
    const Label name = word(behaviour);
    return {fmt::format("{}: {}", why.en, name.en), fmt::format("{}：{}", why.ja, name.ja)};
}

/// Materials and goods are variable, everything else that is no cost line stands: people and assets have models of their own.
void by_nature(Classified& item, BookLine line) {
    item.method = Method::nature;
    const bool goods = line == &Books::cost_of_goods;
    item.behaviour = item.usual = goods ? Behaviour::variable : Behaviour::fixed;
    const Text why = goods                          ? Text{"materials and goods", "材料・商品"}
                     : line == &Books::depreciation ? Text{"depreciation", "減価償却"}
                                                    : Text{"pay of people", "人件費"};
    item.reason = joined(why, item.behaviour);
}

void by_months(Classified& item, const Account& account, const std::vector<double>& sales,
               const std::vector<double>& cost) {
    item.usual = account.behaviour;
    const Verdict verdict = verdict_of(sales, cost, item.fit);
    item.method = verdict.behaviour ? Method::regression : Method::account_analysis;
    item.behaviour = verdict.behaviour.value_or(account.behaviour);
    if (verdict.behaviour) {
        item.reason = joined(verdict.why, item.behaviour);
        return;
    }
    const Label name = word(item.behaviour);
    item.reason = {fmt::format("{}; usual for this account: {}", verdict.why.en, name.en),
                   fmt::format("{}。科目の性質から：{}", verdict.why.ja, name.ja)};
}

/// The cost line that the behaviour makes of the account. A semi-variable cost takes the line through its months; where
/// that makes no sense, half of it moves.
void set_cost_line(Classified& item, double mean_sales) {
    const double share = mean_sales > 0.0 ? item.monthly / mean_sales : 0.0;
    const bool usable =
        item.fit && item.fit->months >= fewest_months && item.fit->slope > 0.0 && item.fit->intercept > 0.0;
    switch (item.behaviour) {
        case Behaviour::variable:
            item.sales_share = share;
            break;
        case Behaviour::semi_variable:
            item.sales_share = usable ? item.fit->slope : share / 2.0;
            item.monthly_amount = usable ? item.fit->intercept : item.monthly / 2.0;
            break;
        default:
            item.monthly_amount = item.monthly;
            break;
    }
}

Classified item_of(const Ledger& ledger, std::vector<std::size_t> lines, const std::vector<double>& sales,
                   const Mapping& mapping) {
    const LedgerLine& first = ledger.lines[lines.front()];
    const auto cost = cost_of(ledger, lines);
    Classified out;
    out.lines = std::move(lines);
    const bool goods = first.account->line == &Books::cost_of_goods;
    out.name = goods ? Text{"Materials and goods", "材料費・商品仕入（棚卸後）"} : Text{first.name, first.name};
    out.section = first.section;
    out.fit = least_squares(sales, cost);
    out.high_low = high_low(sales, cost);
    out.monthly = mean(cost);
    if (!first.account->is_cost_line()) {
        by_nature(out, first.account->line);
    } else {
        by_months(out, *first.account, sales, cost);
    }
    if (const auto wanted = mapped_behaviour(mapping, first.name, first.section)) {
        out.method = Method::mapping;
        out.behaviour = *wanted;
        out.reason = joined({"as the mapping file says", "対応表の指定どおり"}, *wanted);
    }
    set_cost_line(out, mean(sales));
    return out;
}

}  // namespace

Label label_of(Method method) {
    switch (method) {
        case Method::nature:
            return {"by nature", "費目の性質"};
        case Method::account_analysis:
            return {"account analysis", "勘定科目法"};
        case Method::regression:
            return {"least squares", "最小二乗法"};
        case Method::mapping:
            break;
    }
    return {"mapping file", "対応表"};
}

std::vector<Classified> classify(const Ledger& ledger, const Mapping& mapping) {
    const auto sales = net_sales(ledger);
    std::vector<std::size_t> goods;
    std::vector<Classified> out;
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
        if (is_cost(ledger.lines[i].section) && ledger.lines[i].account->line == &Books::cost_of_goods)
            goods.push_back(i);
    }
    if (!goods.empty()) out.push_back(item_of(ledger, std::move(goods), sales, mapping));
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
        const LedgerLine& line = ledger.lines[i];
        if (is_cost(line.section) && line.account->line != &Books::cost_of_goods)
            out.push_back(item_of(ledger, {i}, sales, mapping));
    }
    return out;
}

Problems misplaced_overrides(const Ledger& ledger, const Mapping& mapping, const std::string& file) {
    Problems out;
    for (const LedgerLine& line : ledger.lines) {
        if (!mapped_behaviour(mapping, line.name, line.section) ||
            (is_cost(line.section) && line.account->is_cost_line()))
            continue;
        const std::string name = io::in_quotes(line.name);
        out.push_back(
            {"no-meaning",
             file,
             "/classification",
             0,
             0,
             io::say("{} is no cost account that is classified", "{} は変動・固定の区分の対象ではありません", name),
             {"pay is fixed, goods are variable, depreciation follows the assets",
              "人件費は固定費、材料・商品は変動費、減価償却費は資産から計算します"}});
    }
    return out;
}

}  // namespace goho::imports
