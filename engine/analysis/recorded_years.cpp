#include "analysis/recorded_years.hpp"

#include "stakeholders/indicator.hpp"

namespace goho::analysis {

namespace {

using Year = stakeholders::YearOf<Traced>;

class Years {
public:
    Years(Recording& recording, std::vector<Year> years) : r_(recording), years_(std::move(years)) {}

    void lines() {
        for (const auto& row : accounting::variables<Traced>) add(series(row), [&](const Year& y) { return std::optional(y.now.*row.field); });
        if (!r_.run.behaves) return;
        for (const auto& row : simulation::conduct_variables<Traced>) {
            add(series(row), [&](const Year& y) { return std::optional(y.conduct.*row.field); });
        }
    }
    void indicators() {
        const auto& debt = stakeholders::debt_quantity;
        add({debt.name, debt.label, debt.unit, Kind::stock, "", "", Series::By::plan_year, false, false, 0, nullptr, {}, debt.definition},
            [](const Year& y) { return std::optional(stakeholders::interest_bearing_debt(y.now)); });
        for (const auto& row : stakeholders::indicators()) {
            add({row.name, row.label, row.unit, Kind::flow, row.equation, "", Series::By::plan_year, false, false, 0, nullptr, {}, row.definition},
                row.compute);
        }
    }

private:
    Recording& r_;
    std::vector<Year> years_;

    template <class Row> static Series series(const Row& row) {
        return {row.name, row.label, row.unit, row.kind, row.equation, "", Series::By::plan_year, false, false, 0, nullptr, {}, {}};
    }

    template <class F> void add(Series series, F&& figure) {
        const int index = static_cast<int>(r_.series.size());
        for (const Year& year : years_) {
            std::optional<Traced> value = figure(year);
            if (value) value->keep();
            series.cells.push_back(value ? value->id() : 0);
            if (value) give(value->id(), {Name::Of::series, index, series.items, year.last - r_.run.start});
            ++series.items;
        }
        r_.series.push_back(std::move(series));
    }

    void give(Tape::Id id, const Name& name) {
        if (r_.names.size() <= id) r_.names.resize(r_.tape.size());
        if (!r_.names[id]) r_.names[id] = name;
    }
};

}  // namespace

void record_years(Recording& r, const simulation::Plan<Traced>& plan) {
    Years years(r, stakeholders::year_views(r.run, simulation::plan_years(r.run), plan.opening.previous_net_sales, &plan));
    years.lines();  // first, so that indicators are told by their names
    years.indicators();
}

}  // namespace goho::analysis
