#include "decision/trough.hpp"

#include "core/number.hpp"
#include "decision/trough_search.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision {

namespace {

double fixed_costs(const Base& base, Month from, double months) {                                           // TR-2
    double sum = 0.0;
    int count = 0;
    for (std::size_t t = static_cast<std::size_t>(from - base.run.start); t < base.run.months.size() && count < 12; ++t, ++count)
        sum += base.run.months[t].fixed_cost - base.run.months[t].depreciation;
    return count > 0 ? std::ceil(std::max(0.0, sum / count * months)) : 0.0;
}

/// The plan without measures; or what of the request cannot be met.
Result<Trough> as_planned(const Base& base, const TroughRequest& request) {
    const auto& plan = base.scenario.plan;
    const Month first = plan.company.start + static_cast<int>(plan.actuals.months.size());
    const Month last = plan.company.start + (plan.company.months - 1);
    Result<Trough> out;
    const auto refuse = [&](const char* code, Text message, Hint hint) { out.problems.push_back(refusal(code, std::move(message), std::move(hint))); };
    if (request.floor < 0.0 || request.floor_months.value_or(0.0) < 0.0)
        refuse("floor-below-zero", {"the floor of cash is below zero", "現金の下限が負の値です"}, {"zero or more", "0以上で指定してください"});
    if (first > last) refuse("nothing-planned", {"all months of the plan have happened", "計画の全期間が実績です"}, {"make the plan longer", "計画期間を延ばしてください"});
    const Month from = request.from.given() ? request.from : first;
    if (out.problems.empty() && (from < first || from > last)) {
        const Text begin = month_words(from), a = month_words(first), b = month_words(last);
        refuse("measures-outside-plan", {"measures cannot begin in " + begin.en + ": the plan can be changed from " + a.en + " to " + b.en,
                                         "対策を" + begin.ja + "に始めることはできません。変更できるのは" + a.ja + "から" + b.ja + "までです"}, {});
    }
    if (!out.problems.empty()) return out;
    Trough found;
    found.plan = base.scenario.name;
    found.floor_months = request.floor_months;
    found.from = first;
    found.last = last;
    found.from_asked = request.from.given();
    found.floor = request.floor_months ? fixed_costs(base, first, *request.floor_months) : std::ceil(request.floor);
    found.low = cash_low(base.run, found.floor, first);
    found.loan_rate = loan_rate(base);
    for (std::size_t t = static_cast<std::size_t>(first - plan.company.start); t < base.run.months.size(); ++t) found.cash.push_back(base.run.months[t].cash);
    if (found.short_of_floor() && found.low.first_below < from) {
        const Text low = month_words(found.low.first_below), begin = month_words(from);
        const std::string option = "--from " + to_string(found.low.first_below);
        refuse("measures-too-late", {"cash is below the floor in " + low.en + " already, before measures begin in " + begin.en,
                                     "対策を始める" + begin.ja + "より前の" + low.ja + "に、現金がすでに下限を下回ります"},
               {"begin no later: " + option, "それまでに始めてください: " + option});
        return out;
    }
    out.value = std::move(found);
    return out;
}

}  // namespace

CashLow cash_low(const simulation::Trajectory<double>& run, double floor, Month from) {
    CashLow out;
    for (std::size_t t = static_cast<std::size_t>(from - run.start); t < run.months.size(); ++t) {
        const Month month = run.start + static_cast<int>(t);
        const auto& books = run.months[t];
        // What the overdraft line lends is no cash of one's own above a floor.
        const double slack = floor > 0.0 ? books.cash - books.overdraft - floor : books.cash;                // TR-1
        if (!out.month.given() || books.cash < out.cash) out.cash = books.cash, out.month = month;
        if (!out.slack_month.given() || slack < out.slack) out.slack = slack, out.slack_month = month;
        if (books.overdraft > out.overdraft) out.overdraft = books.overdraft, out.overdraft_month = month;
        if (slack >= 0.0) continue;
        ++out.months_below;
        if (!out.first_below.given()) out.first_below = month;
        out.last_below = month;
    }
    return out;
}

const Remedy* Trough::best() const {
    if (!singles.empty() && singles.front().works) return &singles.front();
    if (!together.empty()) return &together.front();
    return everything && everything->works ? &*everything : nullptr;
}

Result<Trough> trough(const Base& base, const TroughRequest& request) {
    auto out = as_planned(base, request);
    if (!out) return out;
    auto& found = *out.value;
    const CureFrame frame{request.from.given() ? request.from : found.from, found.low.first_below.given() ? found.low.first_below : found.from};
    auto own = own_cures(base, request.levers, frame);
    if (!own) return {{}, std::move(own.problems)};
    if (!found.short_of_floor()) return out;
    found.cures = cures_of(base, frame);
    found.cures.insert(found.cures.end(), own.value->begin(), own.value->end());
    search_remedies(base, request, found);
    return out;
}

}  // namespace goho::decision
