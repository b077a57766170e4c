#include "analysis/plan_actual.hpp"

#include "analysis/operating_effects.hpp"
#include "core/format.hpp"
#include "simulation/period.hpp"
#include "simulation/run.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::analysis {

namespace {

using Run = simulation::Trajectory<double>;

/// Both runs and what was found month by month.
struct Sides {
    Run plan, actual;
    std::vector<OperatingEffects> effects;
};

accounting::Books<double> books_of(const Run& run, int from, int to) {
    auto out = run.months[static_cast<std::size_t>(from)];
    for (int t = from + 1; t <= to; ++t) out = accounting::joined(out, run.months[static_cast<std::size_t>(t)], accounting::variables<double>);
    return out;
}

PlanActualSpan span_of(const Sides& s, int from, int to, Text label) {
    PlanActualSpan out{s.plan.start + from, s.plan.start + to, std::move(label), books_of(s.plan, from, to), books_of(s.actual, from, to), {}};
    const int known = std::min(to, static_cast<int>(s.effects.size()) - 1);
    if (known < to) return out;
    for (int t = from; t <= to; ++t) detail::add(out.effects, s.effects[static_cast<std::size_t>(t)]);
    return out;
}

Text months_label(Month first, Month last) {
    if (first == last) return {shown(first, Language::english), shown(first, Language::japanese)};
    return {fmt::format("{} to {}", shown(first, Language::english), shown(last, Language::english)),
            fmt::format("{}～{}", shown(first, Language::japanese), shown(last, Language::japanese))};
}

/// An amount in a sentence, in thousands where nothing is lost to the reader.
std::string amount_text(double yen, Language language) {
    const bool thousands = abs(yen) >= 1e5;
    const std::string number = group_thousands(thousands ? abs(yen) / 1000.0 : abs(yen));
    if (language == Language::japanese) return number + (thousands ? "千円" : "円");
    return number + (thousands ? " thousand yen" : " yen");
}

Cause cause(double effect, std::string_view what_en, std::string_view what_ja, std::string_view why_en, std::string_view why_ja) {
    const bool up = effect > 0.0;
    return {effect,
            {fmt::format("{}: {} operating income by {} ({}).", what_en, up ? "raises" : "lowers", amount_text(effect, Language::english), why_en),
             fmt::format("{}：営業利益を{}{}（{}）。", what_ja, amount_text(effect, Language::japanese), up ? "押し上げ" : "押し下げ", why_ja)}};
}

void segment_causes(const PlanActual& result, const OperatingEffects& e, std::vector<Cause>& out) {
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const Text& n = result.segments[i];
        const SegmentEffects& s = e.segments[i];
        out.push_back(cause(s.price, "Price, " + n.en, "販売単価（" + n.ja + "）",
                            s.price > 0.0 ? "sold above the planned price" : "sold below the planned price",
                            s.price > 0.0 ? "計画単価を上回る" : "計画単価を下回る"));
        out.push_back(cause(s.unit_cost, "Materials and goods, " + n.en, "材料費・商品仕入（" + n.ja + "）",
                            s.unit_cost > 0.0 ? "a unit cost less than planned" : "a unit cost more than planned",
                            s.unit_cost > 0.0 ? "単位原価が計画を下回る" : "単位原価が計画を上回る"));
    }
    const double volume = e.volume(), mix = e.of_segments().mix;
    out.push_back(cause(volume, "Volume", "販売数量", volume > 0.0 ? "more was sold than planned" : "less was sold than planned",
                        volume > 0.0 ? "計画より多く販売" : "計画より販売が少ない"));
    out.push_back(cause(mix, "Mix", "製品構成", mix > 0.0 ? "more of what earns well" : "more of what earns little",
                        mix > 0.0 ? "利益率の高い部門の比重が増加" : "利益率の低い部門の比重が増加"));
}

}  // namespace

SegmentEffects OperatingEffects::of_segments() const {
    SegmentEffects sum;
    for (const SegmentEffects& s : segments) {
        sum = {sum.price + s.price, sum.volume + s.volume, sum.mix + s.mix, sum.unit_cost + s.unit_cost};
    }
    return sum;
}

double OperatingEffects::spending() const {
    double sum = 0.0;
    for (const CostEffects& c : costs) sum += c.spending;
    return sum;
}

double OperatingEffects::timing() const {
    double sum = 0.0;
    for (const CostEffects& c : costs) sum += c.timing;
    return sum;
}

double OperatingEffects::sum() const {  // PA-10
    const SegmentEffects s = of_segments();
    return s.price + volume() + s.mix + s.unit_cost + spending() + timing();
}

std::optional<double> achievement(double plan, double actual) {
    if (!(plan > 0.0)) return {};
    return actual / plan;  // PA-2
}

PlanActual plan_actual(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    PlanActual out;
    const int count = static_cast<int>(scenario.plan.actuals.months.size());
    simulation::Scenario planned = scenario;
    planned.plan.actuals.months.clear();  // PA-1
    Sides sides{simulation::run(planned, statutes), simulation::run(scenario, statutes), {}};
    sides.effects = detail::operating_effects(planned, sides.plan, sides.actual, count);

    for (const auto& item : scenario.plan.segments) out.segments.push_back(item.name.empty() ? Text{item.id, item.id} : item.name);
    out.costs = detail::cost_names(scenario);
    for (const auto& month : scenario.plan.actuals.months) {
        for (const auto& s : month.segments) out.volumes_known = out.volumes_known || simulation::actual::given(s.volume);
    }
    const auto labelled = [&](int from, int to) { return span_of(sides, from, to, months_label(sides.plan.start + from, sides.plan.start + to)); };
    for (int t = 0; t < count; ++t) out.months.push_back(labelled(t, t));
    const int year_start = scenario.plan.company.fiscal_year_start, last = count - 1;
    const int passed = month_of_fiscal_year(sides.plan.start + last, year_start);
    const int first = std::max(0, last - passed);
    out.year_to_date = labelled(first, last);
    out.cumulative = labelled(0, last);
    const int end = std::min(last - passed + 11, static_cast<int>(sides.plan.months.size()) - 1);  // PA-11
    for (int t = last + 1; t <= end; ++t) out.ahead.push_back(labelled(t, t));
    out.landing = span_of(sides, first, end, simulation::fiscal_year_label(sides.plan.start + last, year_start));
    return out;
}

std::vector<Cause> causes(const PlanActual& result, const PlanActualSpan& span, std::size_t most) {
    std::vector<Cause> out;
    segment_causes(result, span.effects, out);
    for (std::size_t k = 0; k < span.effects.costs.size(); ++k) {
        const CostEffects& c = span.effects.costs[k];
        const Text& n = result.costs[k];
        const std::string allowed = group_thousands(c.allowed), actual = group_thousands(c.actual);
        const bool as_budgeted = c.allowed == c.plan;
        out.push_back(cause(c.spending, n.en, n.ja,
                            as_budgeted ? fmt::format("budget {}, actual {} yen", allowed, actual)
                                        : fmt::format("the budget allows {} for what was sold, actual {} yen", allowed, actual),
                            as_budgeted ? fmt::format("予算{}円、実績{}円", allowed, actual)
                                        : fmt::format("販売実績に見合う変動予算{}円、実績{}円", allowed, actual)));
        out.push_back(cause(c.timing, n.en, n.ja, "moved between this month and one beside it", "前後の月との計上時期のずれ"));
    }
    std::erase_if(out, [](const Cause& c) { return c.effect == 0.0; });
    std::stable_sort(out.begin(), out.end(), [](const Cause& a, const Cause& b) { return abs(a.effect) > abs(b.effect); });
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace goho::analysis
