#include "analysis/recording.hpp"

#include "analysis/recorded_years.hpp"
#include "simulation/run_template.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <type_traits>

namespace goho::analysis {

namespace {

using simulation::Plan;
using simulation::State;
using simulation::Trajectory;

/// Calls f(section, item, row, value) for every quantity of a plan, in the order of its file.
template <class F> void each_quantity(Plan<Traced>& plan, F&& f) {
    int place = 0;
    simulation::for_each_section<Traced>([&](const auto& section) {
        auto& held = plan.*section.member;
        const auto visit = [&](auto& parameters, int item) {
            using P = std::remove_reference_t<decltype(parameters)>;
            int row_number = 0;
            for (const auto& row : simulation::table_of<P>()) {
                if (const auto* field = std::get_if<0>(&row.field)) {
                    f(section, simulation::Address{place, item, row_number}, row, parameters.**field);
                }
                ++row_number;
            }
        };
        if constexpr (simulation::is_collection<std::remove_reference_t<decltype(held)>>) {
            for (std::size_t i = 0; i < held.size(); ++i) visit(held[i].parameters, static_cast<int>(i));
        } else {
            visit(held, -1);
        }
        ++place;
    });
}

template <class T> std::span<T> one(T& item) { return {&item, 1}; }

/// Every table of results of a month: a new table of results is one more line here. Parts come before the whole, so
/// that a figure which the whole only copies keeps the name of the part.
template <class F> void each_result(Trajectory<Traced>& out, int t, F&& f) {
    f("segments", accounting::segment_variables<Traced>, out.segments.row(t));
    f("cost_lines", simulation::line_variables<Traced>, out.lines.row(t));
    f("job_groups", simulation::group_variables<Traced>, out.groups.row(t));
    f("assets", simulation::asset_variables<Traced>, out.assets.row(t));
    f("investments", simulation::asset_variables<Traced>, out.investments.row(t));
    f("loans", simulation::loan_variables<Traced>, out.loans.row(t));
    if (out.behaves) {
        f("segments", simulation::customer_variables<Traced>, out.customers.row(t));
        f("initiatives", simulation::initiative_variables<Traced>, out.initiatives.row(t));
        f("job_groups", simulation::people_variables<Traced>, out.people.row(t));
    }
    f("", accounting::variables<Traced>, one(out.months[static_cast<std::size_t>(t)]));
    f("", simulation::transfer_variables<Traced>, one(out.transfers[static_cast<std::size_t>(t)]));
    if (out.behaves) f("", simulation::conduct_variables<Traced>, one(out.conduct[static_cast<std::size_t>(t)]));
}

/// Every table of what is carried into the next month: a new module with a memory is one more line here.
template <class F> void each_balance(State<Traced>& s, bool behaves, F&& f) {
    using namespace accounting;
    f("segments", segment::state_variables<Traced>, std::span(s.segments));
    f("cost_lines", cost_line::state_variables<Traced>, std::span(s.cost_lines));
    f("job_groups", job_group::state_variables<Traced>, std::span(s.job_groups));
    f("assets", fixed_asset::state_variables<Traced>, std::span(s.assets));
    f("investments", fixed_asset::state_variables<Traced>, std::span(s.investments));
    f("loans", loan::state_variables<Traced>, std::span(s.loans));
    f("", corporate_tax::state_variables<Traced>, one(s.corporate_tax));
    f("", consumption_tax::state_variables<Traced>, one(s.consumption_tax));
    f("", treasury::state_variables<Traced>, one(s.treasury));
    f("", simulation::state_variables<Traced>, one(s));
    if (!behaves) return;
    auto& b = s.behaviour;
    f("segments", customers::state_variables<Traced>, std::span(b.customers));
    f("initiatives", initiatives::state_variables<Traced>, std::span(b.initiatives));
    f("job_groups", workforce::people_state_variables<Traced>, std::span(b.people));
    f("", management::state_variables<Traced>, one(b.management));
    f("", workforce::climate_variables<Traced>, one(b.climate));
    f("", society::state_variables<Traced>, one(b.society));
    f("", next_generation::state_variables<Traced>, one(b.next_generation));
    f("", simulation::behaviour_variables<Traced>, one(b));
    f("", simulation::time_variables<Traced>, one(b.time));
    f("", simulation::today_variables<Traced>, one(b.today));
}

/// What is kept in a row of places: sums by the month in which they fall due, losses by their age.
template <class F> void each_row_of_places(State<Traced>& s, bool behaves, F&& f) {
    using By = Series::By;
    const auto yen = [&](std::string_view name, Label label, std::string_view equation, By by, std::span<Traced> places) {
        f(Series{name, label, "yen", Kind::stock, equation, "", by, true}, places);
    };
    yen("receivables_due", {"Receivables due", "回収予定の売掛金"}, "TM-4", By::due_month, s.receivables.account_due);
    yen("receivables_into_notes", {"Receivables that turn into notes", "手形になる売掛金"}, "TM-3", By::due_month, s.receivables.turns_into_note);
    yen("notes_receivable_due", {"Notes receivable due", "期日が来る受取手形"}, "TM-4", By::due_month, s.receivables.note_due);
    yen("payables_due", {"Payables due", "支払予定の買掛金"}, "TM-4", By::due_month, s.payables.account_due);
    yen("payables_into_notes", {"Payables that turn into notes", "手形になる買掛金"}, "TM-3", By::due_month, s.payables.turns_into_note);
    yen("notes_payable_due", {"Notes payable due", "期日が来る支払手形"}, "TM-4", By::due_month, s.payables.note_due);
    yen("costs_due", {"Costs due", "支払予定の経費"}, "CF-8", By::due_month, s.costs_due);
    yen("subsidies_due", {"Subsidies due", "入金予定の補助金"}, "BS-4", By::due_month, s.subsidies_due);
    yen("tax_losses", {"Unused tax losses", "未使用の欠損金"}, "TX-12", By::age, s.corporate_tax.losses);
    if (!behaves) return;
    auto& b = s.behaviour;
    const auto by_task = [&](std::string_view name, Label label, std::string_view unit, std::string_view equation, std::span<Traced> places) {
        f(Series{name, label, unit, Kind::stock, equation, "", By::task, true}, places);
    };
    by_task("appraisal_gain", {"Pull of the appraisal against today", "評価による誘因（現状との差）"}, "index", "EV-2", b.effort.gain);
    by_task("effort_habit", {"Effort by habit", "習慣としての努力配分"}, "fraction", "EV-4", b.effort.habit);
    by_task("effort_shares", {"Effort by task", "課題別の努力配分"}, "fraction", "EV-3", b.effort.shares);
    by_task("effort_practice", {"Effort that people are used to", "慣れている努力配分"}, "fraction", "EV-5", b.evaluation.practice);
    const auto of_group = [&](std::string_view name, Label label, std::string_view unit, std::string_view equation, std::span<Traced> places) {
        f(Series{name, label, unit, Kind::stock, equation, "job_groups", By::item, true}, places);
    };
    of_group("headcount_change", {"People beyond the plan", "計画人員との差"}, "people", "WF-6", b.responses.headcount_change);
    of_group("replacements", {"Leavers replaced", "離職者の補充"}, "people", "PY-6", b.responses.replacements);
    of_group("overtime_change", {"Overtime beyond the plan", "計画残業との差"}, "hours/person/month", "WF-35", b.responses.overtime_change);
    f(Series{"spread_change", {"Change of the credit spread", "信用スプレッドの変化"}, "fraction/year", Kind::stock, "SO-9", "", By::item, true},
      one(b.responses.spread_change));
}

/// Looks on while the months run and gives names to what it sees.
class Namer {
public:
    explicit Namer(Recording& recording) : r_(recording) {}

    /// Before the run: every quantity of the plan gets an entry and its address.
    void name_parameters(Plan<Traced>& plan) {
        each_quantity(plan, [&](const auto& section, const simulation::Address& address, const auto& row, Traced& value) {
            std::string pointer = "/" + std::string(section.name);
            const bool of_item = address.item >= 0;
            if (of_item) pointer += "/" + r_.group(section.name)->members[static_cast<std::size_t>(address.item)].id;
            pointer += "/" + std::string(row.name);
            r_.parameters.push_back({std::move(pointer), row.label, row.meaning, section.label, {}, row.unit, of_item ? section.name : std::string_view(),
                                     address.item, address});
            value.keep();
            in_force_.push_back(value.id());
            give(value, {Name::Of::parameter, static_cast<int>(r_.parameters.size()) - 1, -1, -1});
        });
    }

    void begins(int t, Plan<Traced>& plan, State<Traced>& state, Trajectory<Traced>& out) {
        r_.month_begins.push_back(r_.tape.size());
        now_ = t;
        const auto keep_all = [](std::string_view, const auto& rows, auto items) {
            for (auto& item : items) {
                for (const auto& row : rows) (item.*row.field).keep();
            }
        };
        if (t < 0) {
            each_balance(state, out.behaves, keep_all);
            return;
        }
        int index = 0;
        each_quantity(plan, [&](const auto&, const auto&, const auto&, Traced& value) {
            auto& known = in_force_[static_cast<std::size_t>(index)];
            if (value.id() != known) {  // the timeline has changed it
                value.keep();
                give(value, {Name::Of::parameter, index, -1, t});
                known = value.id();
            }
            ++index;
        });
        // Lines of the statements in which nothing happens are zero; they still belong to the equations.
        each_result(out, t, keep_all);
    }

    void ended(int t, Plan<Traced>&, State<Traced>& state, Trajectory<Traced>& out) {
        const auto name_results = [&](std::string_view group, const auto& rows, auto items) { name_all(t, group, rows, items, false); };
        if (t >= 0) {
            each_result(out, t, name_results);
        } else {
            each_result(out, 0, [&](std::string_view group, const auto& rows, auto items) {
                for (const auto& row : rows) index_of(series_of(rows, row, group, items.size(), false));
            });
            name_results("", accounting::variables<Traced>, one(out.opening));
        }
        each_balance(state, out.behaves, [&](std::string_view group, const auto& rows, auto items) { name_all(t, group, rows, items, true); });
        each_row_of_places(state, out.behaves, [&](Series series, std::span<Traced> places) {
            if (series.by == Series::By::item) series.items = static_cast<int>(places.size());
            const int index = index_of(series);
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (series.by == Series::By::item) {
                    places[i].keep();
                    set_cell(index, t, i, places[i]);
                }
                give(places[i], {Name::Of::series, index, static_cast<int>(i), t});
            }
        });
    }

private:
    Recording& r_;
    std::vector<Tape::Id> in_force_;  // of each quantity
    int now_ = -1;                    // the month that runs
    std::map<std::tuple<std::string_view, std::string_view, const void*>, int> index_;

public:
    /// What a module has reckoned in the month that runs.
    template <class Flows> void note(std::string_view group, std::size_t item, const Flows& flows) {
        const auto items = r_.group(group) ? r_.group(group)->members.size() : 1;
        const auto& rows = flow_table(std::type_identity<Flows>{});
        for (const auto& row : rows) {
            const int index = index_of(series_of(rows, row, group, items, false));
            Traced value = flows.*row.field;
            value.keep();
            set_cell(index, now_, item, value);
            give(value, {Name::Of::series, index, static_cast<int>(item), now_});
        }
    }

private:
    template <class Rows, class Row>
    static Series series_of(const Rows& rows, const Row& row, std::string_view group, std::size_t items, bool carried) {
        return {row.name, row.label, row.unit, row.kind, row.equation, group, Series::By::item, carried, false, static_cast<int>(items), &rows, {}};
    }

    int index_of(const Series& wanted) {
        const auto [found, is_new] = index_.try_emplace({wanted.group, wanted.name, wanted.table}, static_cast<int>(r_.series.size()));
        if (is_new) {
            const bool known = std::any_of(r_.series.begin(), r_.series.end(),
                                           [&](const Series& s) { return s.group == wanted.group && s.name == wanted.name; });
            r_.series.push_back(wanted);
            r_.series.back().hidden = known;
        }
        return found->second;
    }

    void give(const Traced& value, const Name& name) {
        if (value.id() == 0) return;
        if (r_.names.size() <= value.id()) r_.names.resize(r_.tape.size());
        auto& given = r_.names[value.id()];
        if (!given) given = name;
    }

    void set_cell(int index, int t, std::size_t item, const Traced& value) {
        Series& series = r_.series[static_cast<std::size_t>(index)];
        const auto items = static_cast<std::size_t>(series.items);
        series.cells.resize(static_cast<std::size_t>(r_.months() + 1) * items);
        series.cells[static_cast<std::size_t>(t + 1) * items + item] = value.id();
    }

    template <class Rows, class Items> void name_all(int t, std::string_view group, const Rows& rows, Items items, bool carried) {
        for (const auto& row : rows) {
            if (t < 0 && !carried && row.kind == Kind::flow) continue;  // the opening is a balance sheet and nothing else
            const int index = index_of(series_of(rows, row, group, items.size(), carried));
            for (std::size_t i = 0; i < items.size(); ++i) {
                Traced& value = items[i].*row.field;
                value.keep();
                set_cell(index, t, i, value);
                give(value, {Name::Of::series, index, static_cast<int>(i), t});
            }
        }
    }
};

thread_local Namer* looking_on = nullptr;

/// A parameter that has the label of a figure or of a parameter elsewhere says where it stands.
void mark_alike(Recording& r) {
    std::map<std::pair<std::string_view, std::string_view>, int> labels;  // of a group, and how many go by it
    for (const auto& parameter : r.parameters) {
        if (parameter.group.empty()) ++labels[{"", parameter.label.en}];
    }
    for (const auto& series : r.series) labels[{series.group, series.label.en}] += 2;
    for (auto& parameter : r.parameters) {
        const auto found = labels.find({parameter.group, parameter.label.en});
        if (found == labels.end() || found->second < 2) continue;
        parameter.mark = parameter.group.empty() ? parameter.section : Label{"plan", "計画"};
    }
}

}  // namespace

}  // namespace goho::analysis

namespace goho {

/// Found by simulation::noted for flows over Traced.
template <template <class> class Flows>
void note_flows(std::string_view section, std::size_t item, const Flows<Traced>& flows) {
    if (analysis::looking_on) analysis::looking_on->note(section, item, flows);
}

}  // namespace goho

namespace goho::analysis {

int Recording::month_of(Tape::Id id) const {
    const auto after = std::upper_bound(month_begins.begin(), month_begins.end(), id);
    return std::max(-1, static_cast<int>(after - month_begins.begin()) - 2);
}

const Group* Recording::group(std::string_view key) const {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.key == key; });
    return found == groups.end() ? nullptr : &*found;
}

Recording record(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    Recording r;
    r.scenario = scenario;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = scenario.plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            Group group{section.name, section.label, {}};
            for (const auto& item : held) group.members.push_back({item.id, item.name});
            r.groups.push_back(std::move(group));
        }
    });
    auto plan = simulation::converted_plan<Traced>(scenario.plan);
    const TapeScope scope(r.tape);
    Namer namer(r);
    namer.name_parameters(plan);
    looking_on = &namer;
    simulation::run_watched(r.run, plan, scenario.timeline, statutes, namer);
    looking_on = nullptr;
    mark_alike(r);
    record_years(r, plan);
    r.names.resize(r.tape.size());
    return r;
}

}  // namespace goho::analysis
