#include "analysis/explanation.hpp"

#include "core/format.hpp"
#include "simulation/schedule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace goho::analysis {

namespace {

Tape::Id cell(const Recording& r, const Place& place, int t) {
    const Series& series = r.series[static_cast<std::size_t>(place.series)];
    if (series.by == Series::By::plan_year) return series.cells[static_cast<std::size_t>(place.item)];
    const auto at = static_cast<std::size_t>(t + 1) * static_cast<std::size_t>(series.items) + static_cast<std::size_t>(place.item);
    return at < series.cells.size() ? series.cells[at] : 0;
}

/// The last month of a year is its month.
Name name_at(const Recording& r, const Place& place, int t) {
    const bool by_year = r.series[static_cast<std::size_t>(place.series)].by == Series::By::plan_year;
    return {Name::Of::series, place.series, place.item, by_year ? std::min(12 * (place.item + 1), r.months()) - 1 : t};
}

/// "as changed by the timeline from 2027-10 (Price rise)"
Text timeline_note(const Recording& r, const NamedParameter& parameter, int t) {
    const Month start = r.scenario.plan.company.start;
    Text names;
    for (const auto& entry : r.scenario.timeline) {
        const bool touches = std::any_of(entry.edits.begin(), entry.edits.end(),
                                         [&](const auto& edit) { return edit.address == parameter.address; });
        if (!touches || simulation::times_in_effect(entry, t, start) == 0) continue;
        const auto named = [&](const std::string& own, const std::string& other) { return !own.empty() ? own : !other.empty() ? other : entry.id; };
        names.en += (names.en.empty() ? "" : ", ") + named(entry.name.en, entry.name.ja);
        names.ja += (names.ja.empty() ? "" : "、") + named(entry.name.ja, entry.name.en);
    }
    return {fmt::format("as changed by the timeline from {} ({})", shown(start + t, Language::english), names.en),
            fmt::format("タイムラインにより{}から変更（{}）", shown(start + t, Language::japanese), names.ja)};
}

/// Label, value, unit and place of a figure, without its causes.
Explanation described(const Recording& r, Tape::Id id, const Name& name) {
    Explanation e;
    e.value = r.tape[id].value;
    e.label = plain_label(r, name);
    e.item_name = item_name(r, name);
    e.year = plan_year(r, name);
    if (name.month >= 0 && name.of != Name::Of::parameter && e.year == 0) e.month = r.scenario.plan.company.start + name.month;
    if (name.of == Name::Of::parameter) {
        const auto& parameter = r.parameters[static_cast<std::size_t>(name.index)];
        e.what = Explanation::What::parameter;
        e.name = parameter.pointer;
        e.unit = parameter.unit;
        e.meaning = {std::string(parameter.meaning.en), std::string(parameter.meaning.ja)};
        if (parameter.item >= 0) {
            e.group = parameter.group;
            e.item = r.group(parameter.group)->members[static_cast<std::size_t>(parameter.item)].id;
        }
        if (name.month >= 0) e.note = timeline_note(r, parameter, name.month);
    } else if (name.of == Name::Of::series) {
        const Series& series = r.series[static_cast<std::size_t>(name.index)];
        e.what = series.carried ? Explanation::What::balance : Explanation::What::result;
        e.name = series.name;
        e.unit = series.unit;
        e.equation = series.equation;
        e.meaning = {std::string(series.definition.en), std::string(series.definition.ja)};
        e.group = series.group;
        if (series.by == Series::By::item && !series.group.empty()) {
            e.item = r.group(series.group)->members[static_cast<std::size_t>(name.item)].id;
        } else if (series.by == Series::By::due_month) {
            e.item = to_string(r.scenario.plan.company.start + name.item);
        } else if (series.by == Series::By::age || series.by == Series::By::task) {
            e.item = std::to_string(name.item + 1);
        }
    } else {
        e.what = Explanation::What::carried_over;
        e.name = "carried_over";
    }
    return e;
}

class Explainer {
public:
    Explainer(const Recording& r, int most) : r_(r), most_(most) {}

    Explanation explain(Tape::Id id, const Name& asked, int levels) {
        const Name& own = r_.name_of(id);
        Explanation e = described(r_, id, asked);
        if (asked.of == Name::Of::parameter) return e;
        if (own && !(own == asked)) {  // a copy of another figure
            if (levels < 1) return e;
            e.formula = shown_name(r_, id, asked);
            e.inputs.push_back(explain(id, own, levels - 1));
            return e;
        }
        if (r_.tape[id].op == Op::constant) {
            e.note = asked.month < 0              ? Text{"value at the start of the plan", "計画開始時の値"}
                     : r_.scenario.plan.actuals.at(asked.month) ? Text{"as it happened: from the books", "実績（帳簿の金額）"}
                     : r_.tape[id].value == 0.0   ? nothing(e)
                                                  : Text{"fixed by the model", "モデルで固定された値"};
            return e;
        }
        if (levels < 1) return e;
        if (explained_.contains(id)) {
            e.repeated = true;
            return e;
        }
        explained_.insert(id);

        Formula f = formula(r_, id, asked, most_);
        if (f.inputs.empty() && e.value == 0.0) {
            e.note = nothing(e);
            return e;
        }
        e.formula = is_sum_of_months(asked, f) ? Text{fmt::format("sum of {} months", f.terms.size() + static_cast<std::size_t>(f.zeros)),
                                                      fmt::format("{}か月の合計", f.terms.size() + static_cast<std::size_t>(f.zeros))}
                                               : std::move(f.text);
        e.steps = std::move(f.steps);
        e.decisions = std::move(f.decisions);
        e.functions = std::move(f.functions);
        e.more = f.more;
        e.more_sum = f.more_sum;
        e.zeros = f.zeros;
        for (const Tape::Id input : f.inputs) {
            Name name = r_.name_of(input);
            if (!name) name.month = r_.month_of(input);
            e.inputs.push_back(explain(input, name, levels - 1));
            add_share(e.inputs.back(), input, f);
        }
        return e;
    }

private:
    const Recording& r_;
    int most_;
    std::set<Tape::Id> explained_;

    static Text nothing(const Explanation& e) {
        return e.year > 0 ? Text{"nothing in this year", "この年は発生なし"} : Text{"nothing in this month", "この月は発生なし"};
    }

    /// Of a year and a line of the books: every part goes by the same name.
    bool is_sum_of_months(const Name& asked, const Formula& f) const {
        const auto name_in = [&](const Name& name) { return r_.series[static_cast<std::size_t>(name.index)].name; };
        return plan_year(r_, asked) > 0 && f.terms.size() > 1 && f.more == 0 && std::all_of(f.terms.begin(), f.terms.end(), [&](const Term& t) {
                   const Name& name = r_.name_of(t.id);
                   return name.of == Name::Of::series && plan_year(r_, name) == 0 && name_in(name) == name_in(asked);
               });
    }

    void add_share(Explanation& e, Tape::Id id, const Formula& f) const {
        const auto term = std::find_if(f.terms.begin(), f.terms.end(), [&](const Term& t) { return t.id == id; });
        if (term == f.terms.end()) return;
        e.contribution = term->contribution;
        double total = f.more_sum;
        int parts = f.more;
        bool up = f.more_sum > 0.0, down = f.more_sum < 0.0, named = true;
        for (const Term& t : f.terms) {
            total += t.contribution;
            parts += t.contribution != 0.0;
            named = named && is_named(r_, t.id);
            up = up || t.contribution > 0.0;
            down = down || t.contribution < 0.0;
        }
        if (up != down && named && parts > 1) e.share = term->contribution / total;
    }
};

}  // namespace

Located locate(const Recording& r, std::string_view variable, std::string_view item, std::string_view group) {
    if (const auto slash = item.find('/'); slash != std::string_view::npos) {
        group = item.substr(0, slash);
        item = item.substr(slash + 1);
    }
    Located found;
    std::vector<int> of_items;
    int of_company = -1;
    for (int i = 0; i < static_cast<int>(r.series.size()); ++i) {
        const Series& series = r.series[static_cast<std::size_t>(i)];
        if (series.name != variable || series.by != Series::By::item || series.hidden) continue;
        if (series.group.empty()) of_company = i;
        else if (group.empty() || series.group == group) of_items.push_back(i);
    }
    if (item.empty() && group.empty() && of_company >= 0) {
        found.place = Place{of_company, 0};
        return found;
    }
    if (of_company < 0 && of_items.empty()) {
        found.trouble = Located::Trouble::unknown_variable;
        for (const Series& series : r.series) {
            if (series.by == Series::By::item && (group.empty() || series.group == group)) found.choices.emplace_back(series.name);
        }
        std::sort(found.choices.begin(), found.choices.end());
        found.choices.erase(std::unique(found.choices.begin(), found.choices.end()), found.choices.end());
        return found;
    }
    std::vector<Place> places, all;
    for (const int i : of_items) {
        const Group& members = *r.group(r.series[static_cast<std::size_t>(i)].group);
        for (int k = 0; k < static_cast<int>(members.members.size()); ++k) {
            const std::string& id = members.members[static_cast<std::size_t>(k)].id;
            all.push_back({i, k});
            found.choices.push_back(fmt::format("{}/{}", members.key, id));
            if (id == item) places.push_back({i, k});
        }
    }
    if (item.empty() && all.size() == 1) places = all;
    if (places.size() == 1) {
        found.place = places.front();
        found.choices.clear();
    } else {
        found.trouble = item.empty()     ? Located::Trouble::item_needed
                        : places.empty() ? Located::Trouble::unknown_item
                                         : Located::Trouble::item_ambiguous;
    }
    return found;
}

Located locate_year(const Recording& r, std::string_view variable, int year) {
    Located found;
    found.trouble = Located::Trouble::unknown_variable;
    for (int s = 0; s < static_cast<int>(r.series.size()); ++s) {
        const Series& series = r.series[static_cast<std::size_t>(s)];
        if (series.by != Series::By::plan_year) continue;
        found.choices.emplace_back(series.name);
        if (series.name != variable || year < 1 || year > series.items) continue;
        const Place place{s, year - 1};
        if (cell(r, place, 0) == 0) return {{}, Located::Trouble::no_figure, {}};
        return {place, Located::Trouble::none, {}};
    }
    std::sort(found.choices.begin(), found.choices.end());
    return found;
}

std::vector<const Series*> indicators_of_years(const Recording& r) {
    std::vector<const Series*> found;
    for (const Series& series : r.series) {
        if (series.by == Series::By::plan_year && !series.definition.en.empty()) found.push_back(&series);
    }
    return found;
}

bool same_time(const Explanation& a, const Explanation& b) {
    using What = Explanation::What;
    if (a.what == What::parameter || b.what == What::parameter) return true;
    return a.month == b.month && a.year == b.year;
}

Text time_of(const Explanation& e) {
    if (e.what == Explanation::What::parameter) return {};
    if (e.year > 0) return shown_year(e.year);
    return e.month ? Text{shown(*e.month, Language::english), shown(*e.month, Language::japanese)} : Text{"opening", "開始時"};
}

Explanation explain(const Recording& r, const Place& place, int t, const Depth& depth) {
    return Explainer(r, depth.most).explain(cell(r, place, t), name_at(r, place, t), depth.levels);
}

namespace {

/// What is reckoned from a figure of a year, in that year and the next.
std::vector<Explanation> feeds_of_year(const Recording& r, const Place& place) {
    std::vector<Explanation> found;
    const Tape::Id source = cell(r, place, 0);
    for (int year = place.item; year <= place.item + 1; ++year) {
        for (int s = 0; s < static_cast<int>(r.series.size()); ++s) {
            const Series& series = r.series[static_cast<std::size_t>(s)];
            if (series.by != Series::By::plan_year || year >= series.items) continue;
            const Tape::Id id = cell(r, {s, year}, 0);
            const Name name = name_at(r, {s, year}, 0);
            if (id == 0 || id == source || !(r.name_of(id) == name)) continue;
            const auto inputs = direct_inputs(r, id);
            if (std::find(inputs.begin(), inputs.end(), source) != inputs.end()) found.push_back(described(r, id, name));
        }
    }
    return found;
}

}  // namespace

std::vector<Explanation> feeds(const Recording& r, const Place& place, int t) {
    if (r.series[static_cast<std::size_t>(place.series)].by == Series::By::plan_year) return feeds_of_year(r, place);
    std::vector<Explanation> found;
    const Tape::Id source = cell(r, place, t);
    for (int month = t; month <= t + 1 && month < r.months(); ++month) {
        for (int s = 0; s < static_cast<int>(r.series.size()); ++s) {
            const Series& series = r.series[static_cast<std::size_t>(s)];
            if (series.by != Series::By::item || series.hidden) continue;
            for (int i = 0; i < series.items; ++i) {
                const Name name{Name::Of::series, s, i, month};
                if (month == t && s == place.series && i == place.item) continue;
                const Tape::Id id = cell(r, {s, i}, month);
                if (id == 0) continue;
                bool fed = false;
                if (id == source) {
                    fed = month == t;  // a copy of it in the same month
                } else if (r.name_of(id) == name) {
                    const auto inputs = direct_inputs(r, id);
                    fed = std::find(inputs.begin(), inputs.end(), source) != inputs.end();
                }
                if (fed) found.push_back(described(r, id, name));
            }
        }
    }
    return found;
}

std::optional<double> counterpart(const Recording& other, const Explanation& e) {
    if (e.what == Explanation::What::carried_over) return {};
    if (e.what == Explanation::What::parameter) {
        for (Tape::Id id = 1; id <= other.parameters.size() && id < other.names.size(); ++id) {  // they stand first
            const Name& name = other.name_of(id);
            if (name.of == Name::Of::parameter && other.parameters[static_cast<std::size_t>(name.index)].pointer == e.name) return other.tape[id].value;
        }
        return {};
    }
    if (e.year > 0) {
        const auto found = locate_year(other, e.name, e.year);
        return found.place ? std::optional(other.tape[cell(other, *found.place, 0)].value) : std::nullopt;
    }
    const auto found = locate(other, e.name, e.item, e.group);
    if (!found.place) return {};
    const int t = e.month ? *e.month - other.scenario.plan.company.start : -1;
    if (t < -1 || t >= other.months()) return {};
    const Tape::Id id = cell(other, *found.place, t);
    return id != 0 ? std::optional(other.tape[id].value) : std::nullopt;
}

}  // namespace goho::analysis
