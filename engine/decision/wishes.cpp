// From what a person writes to measures and conditions.
#include "decision/measure.hpp"
#include "decision/written.hpp"
#include "stakeholders/indicator.hpp"
#include "uncertainty/evidence_defaults.hpp"

#include <algorithm>
#include <charconv>

namespace goho::decision {

namespace {

using stakeholders::Bound;

int usual_year(const simulation::Plan<double>& plan) {
    const int years = std::max(1, plan.company.months / 12);
    for (const int year : {10, 5, 3})
        if (year <= years) return year;
    return years;
}

Problem unreadable(std::string_view written) {
    return refusal("condition-unreadable", io::say("{} is no condition", "{} は条件として読めません", io::in_quotes(written)),
                   {"such as cash@3>=0, P(lowest_cash>=0)>=95%, gate:net_assets_positive, gates, targets, sum(/investments/*/amount)<=5000万円",
                    "例: cash@3>=0・P(lowest_cash>=0)>=95%・gate:net_assets_positive・gates・targets・sum(/investments/*/amount)<=5000万円"});
}

struct Comparison {
    std::string_view left, right;
    Bound bound;
};
/// Parted at the last >= or <=.
std::optional<Comparison> parted(std::string_view text) {
    const auto more = text.rfind(">="), less = text.rfind("<=");
    if (more == std::string_view::npos && less == std::string_view::npos) return {};
    const bool at_least = less == std::string_view::npos || (more != std::string_view::npos && more > less);
    const auto at = at_least ? more : less;
    return Comparison{text.substr(0, at), text.substr(at + 2), at_least ? Bound::at_least : Bound::at_most};
}

/// Between "P(" and the bracket at its end.
std::optional<std::string_view> within(std::string_view text, std::string_view opening) {
    if (!text.starts_with(opening) || !text.ends_with(")")) return {};
    return text.substr(opening.size(), text.size() - opening.size() - 1);
}

Text compared(const Text& what, Bound bound, const Text& value) {
    return bound == Bound::at_least ? Text{what.en + " at least " + value.en, what.ja + " " + value.ja + "以上"}
                                    : Text{what.en + " at most " + value.en, what.ja + " " + value.ja + "以下"};
}

Result<std::vector<Condition>> one(Condition condition) { return {std::vector<Condition>{std::move(condition)}, {}}; }

Result<std::vector<Condition>> budget(std::string_view inside, const Comparison& parts, double value, std::string_view written, const Base& base) {
    Condition condition;
    condition.written = std::string(written);
    condition.kind = Condition::Kind::budget;
    condition.bound = parts.bound;
    condition.value = value;
    Problems problems;
    while (!inside.empty()) {
        const std::size_t end = std::min(inside.find(','), inside.size());
        condition.pointers.emplace_back(inside.substr(0, end));
        inside.remove_prefix(std::min(inside.size(), end + 1));
    }
    for (const auto& pointer : condition.pointers) {
        const auto places = uncertainty::addresses_of(base.scenario.plan, pointer);
        if (places.empty()) problems.push_back(refusal("nothing-there", io::say("the base has no quantity {}", "{} に当たる数量は基準のシナリオにありません", io::in_quotes(pointer))));
    }
    condition.unit = condition.value_unit = "yen";
    const std::string places(written.substr(4, written.find(')') - 4));
    condition.what = {"Sum of " + places, places + " の合計"};
    if (!problems.empty()) return {{}, std::move(problems)};
    return one(std::move(condition));
}

Result<std::vector<Condition>> verdicts(std::string_view written, const Base& base) {
    std::vector<Condition> out;
    const auto& scenario = base.scenario;
    const double before = scenario.plan.opening.previous_net_sales;
    const bool gates = written.starts_with("gate");
    const auto colon = written.find(':');
    const std::string_view wanted = colon == std::string_view::npos ? std::string_view() : written.substr(colon + 1);
    std::vector<std::string> known;
    const auto add = [&](std::string name, Text what, std::string_view unit) -> Condition* {
        known.push_back(name);
        if (!wanted.empty() && wanted != name) return nullptr;
        Condition condition;
        condition.written = (gates ? "gate:" : "target:") + name;
        condition.kind = gates ? Condition::Kind::gate : Condition::Kind::target;
        condition.what = std::move(what);
        condition.name = std::move(name);
        condition.unit = condition.value_unit = unit;
        return &out.emplace_back(std::move(condition));
    };
    if (gates) {
        stakeholders::GateOptions options;
        options.industry = scenario.plan.company.industry.view();
        const auto results = stakeholders::gates(stakeholders::year_views(base.run, simulation::fiscal_years(base.run), before, &scenario.plan), options);
        for (const auto& gate : stakeholders::gate_summary(results)) {
            if (wanted.empty() && gate.verdict == stakeholders::Verdict::not_computable) continue;  // nothing to be met
            add(std::string(gate.gate), {std::string(gate.label.en), std::string(gate.label.ja)}, results[static_cast<std::size_t>(gate.last)].unit);
        }
    } else {
        for (const auto& target : stakeholders::target_results(scenario.plan, stakeholders::year_views(base.run, simulation::plan_years(base.run), before, &scenario.plan))) {
            const Text year = io::say(", year {}", "（{}年目）", target.year);
            if (Condition* condition = add(target.id, {target.name.en + year.en, target.name.ja + year.ja}, target.unit)) {
                condition->bound = target.bound;
                condition->value = target.value;
            }
        }
    }
    if (out.empty()) {
        const std::vector<std::string_view> names(known.begin(), known.end());
        return {{}, {refusal(gates ? "unknown-gate" : "unknown-target", gates ? io::say("{} is no gate", "{} というゲートはありません", io::in_quotes(wanted)) : io::say("the base has no target {}", "基準のシナリオに {} という目標はありません", io::in_quotes(wanted)),
                             io::suggestion(wanted, names))}};
    }
    return {std::move(out), {}};
}

}  // namespace

Text in_words(const Condition& condition, MoneyUnit money) {
    if (condition.kind == Condition::Kind::gate) return condition.what;
    const Text said = compared(condition.what, condition.bound, in_words(condition.value, condition.value_unit, money));
    if (condition.kind != Condition::Kind::chance) return said;
    const std::string chance = percent(condition.probability, 0);
    return {said.en + " with a probability of " + chance, said.ja + "となる確率が" + chance + "以上"};
}

Result<Measure> measure_of(std::string_view written, const Base& base) {
    Measure out;
    out.written = std::string(written);
    const auto at = written.find('@');
    const std::string_view name = written.substr(0, at);
    const auto& plan = base.scenario.plan;
    int year = usual_year(plan);
    if (at != std::string_view::npos) {
        const auto digits = written.substr(at + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
        if (error != std::errc() || end != digits.data() + digits.size() || year < 1 || year > plan.company.months / 12)
            return {{}, {refusal("no-such-year", io::say("{}: the plan has no whole year {}", "{}: 計画に{}年目はありません", io::in_quotes(written), io::printable(digits)),
                                 io::say("years 1 to {}", "1〜{}年目", plan.company.months / 12))}};
    }
    if (name == "npv") {
        out.npv = true;
        out.what = *uncertainty::find_outcome("present_value", 0);
        out.label = {"Net present value against the base", "基準に対する正味現在価値"};
        return {std::move(out), {}};
    }
    const auto found = uncertainty::find_outcome(name, year);
    if (!found) {
        auto known = uncertainty::outcome_names();
        known.push_back("npv");
        return {{}, {refusal("unknown-figure", io::say("{} is no result and no indicator", "{} という結果・指標はありません", io::in_quotes(name)), io::suggestion(name, known))}};
    }
    out.what = *found;
    out.label = {std::string(found->label.en), std::string(found->label.ja)};
    if (found->year > 0) out.label = {out.label.en + ", " + year_words(found->year).en, year_words(found->year).ja + "の" + out.label.ja};
    return {std::move(out), {}};
}

Result<std::vector<Condition>> conditions_of(std::string_view written, const Base& base) {
    if (written == "gates" || written.starts_with("gate:") || written == "targets" || written.starts_with("target:")) return verdicts(written, base);
    const auto parts = parted(written);
    const auto value = parts ? number_written(parts->right) : std::nullopt;
    if (!parts || !value) return {{}, {unreadable(written)}};
    if (const auto inside = within(parts->left, "sum(")) return budget(*inside, *parts, *value, written, base);
    if (const auto inside = within(parts->left, "P(")) {
        auto condition = conditions_of(*inside, base);
        if (!condition) return condition;
        auto& first = condition.value->front();
        if (first.kind != Condition::Kind::figure || parts->bound != Bound::at_least) return {{}, {unreadable(written)}};
        if (!(*value > 0.0 && *value <= 1.0))
            return {{}, {refusal("no-probability", io::say("{} is no probability", "{} は確率ではありません", io::in_quotes(parts->right)), {"between 0 and 1, such as 95%", "0〜1で指定します（例: 95%）"})}};
        first.kind = Condition::Kind::chance;
        first.probability = *value;
        first.written = std::string(written);
        first.unit = "fraction";
        return condition;
    }
    auto measure = measure_of(parts->left, base);
    if (!measure) return {{}, std::move(measure.problems)};
    Condition condition;
    condition.written = std::string(written);
    condition.measure = std::move(*measure.value);
    condition.bound = parts->bound;
    condition.value = *value;
    condition.what = condition.measure.label;
    condition.unit = condition.value_unit = std::string(condition.measure.what.unit);
    return one(std::move(condition));
}

}  // namespace goho::decision
