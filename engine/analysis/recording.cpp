#include "analysis/recording.hpp"

#include "simulation/run_template.hpp"

#include <algorithm>
#include <map>
#include <span>
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
    f("", accounting::variables<Traced>, one(out.months[static_cast<std::size_t>(t)]));
    f("", simulation::transfer_variables<Traced>, one(out.transfers[static_cast<std::size_t>(t)]));
}

/// Every table of what is carried into the next month: a new module with a memory is one more line here.
template <class F> void each_balance(State<Traced>& s, F&& f) {
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
}

/// What is kept in a row of places: sums by the month in which they fall due, losses by their age.
template <class F> void each_row_of_places(State<Traced>& s, F&& f) {
    using By = Series::By;
    const auto yen = [&](std::string_view name, Label label, std::string_view equation, By by, std::span<Traced> places) {
        f(Series{name, label, "yen", Kind::stock, equation, "", by, true, 0, {}}, places);
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
            r_.parameters.push_back({std::move(pointer), row.label, row.meaning, row.unit, of_item ? section.name : std::string_view(),
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
            each_balance(state, keep_all);
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
                for (const auto& row : rows) index_of(series_of(row, group, items.size(), false));
            });
            name_results("", accounting::variables<Traced>, one(out.opening));
        }
        each_balance(state, [&](std::string_view group, const auto& rows, auto items) { name_all(t, group, rows, items, true); });
        each_row_of_places(state, [&](const Series& series, std::span<Traced> places) {
            const int index = index_of(series);
            for (std::size_t i = 0; i < places.size(); ++i) give(places[i], {Name::Of::series, index, static_cast<int>(i), t});
        });
    }

private:
    Recording& r_;
    std::vector<Tape::Id> in_force_;  // of each quantity
    int now_ = -1;                    // the month that runs
    std::map<std::pair<std::string_view, std::string_view>, int> index_;

public:
    /// What a module has reckoned in the month that runs.
    template <class Flows> void note(std::string_view group, std::size_t item, const Flows& flows) {
        const auto items = r_.group(group) ? r_.group(group)->members.size() : 1;
        for (const auto& row : flow_table(std::type_identity<Flows>{})) {
            const int index = index_of(series_of(row, group, items, false));
            Traced value = flows.*row.field;
            value.keep();
            set_cell(index, now_, item, value);
            give(value, {Name::Of::series, index, static_cast<int>(item), now_});
        }
    }

private:
    template <class Row> static Series series_of(const Row& row, std::string_view group, std::size_t items, bool carried) {
        return {row.name, row.label, row.unit, row.kind, row.equation, group, Series::By::item, carried, static_cast<int>(items), {}};
    }

    int index_of(const Series& wanted) {
        const auto [found, is_new] = index_.try_emplace({wanted.group, wanted.name}, static_cast<int>(r_.series.size()));
        if (is_new) r_.series.push_back(wanted);
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
            const int index = index_of(series_of(row, group, items.size(), carried));
            if (carried != r_.series[static_cast<std::size_t>(index)].carried) continue;  // a result of that name says it
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
    r.names.resize(r.tape.size());
    return r;
}

}  // namespace goho::analysis
