#include "io/result_json.hpp"

#include "io/narrative_reader.hpp"
#include "io/text_table.hpp"
#include "io/version.hpp"
#include "stakeholders/indicator.hpp"

#include <nlohmann/json.hpp>

namespace goho::io {

namespace {

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
Json text(const Text& t) { return {{"en", t.en}, {"ja", t.ja}}; }
Json text(const Label& t) { return {{"en", t.en}, {"ja", t.ja}}; }
Json month(const std::optional<Month>& m) { return m && m->given() ? Json(to_string(*m)) : Json(nullptr); }

std::string_view word(stakeholders::Verdict verdict) {
    switch (verdict) {
        case stakeholders::Verdict::met: return "met";
        case stakeholders::Verdict::missed: return "missed";
        default: return "not_computable";
    }
}

std::string_view word(stakeholders::Bound bound) { return bound == stakeholders::Bound::at_least ? "at_least" : "at_most"; }

Json about(const simulation::Scenario& scenario) {
    const auto& company = scenario.plan.company;
    return {{"name", text(scenario.name)},
            {"description", text(scenario.description)},
            {"file", printable(scenario.file)},
            {"start", to_string(company.start)},
            {"months", company.months},
            {"fiscal_year_start", company.fiscal_year_start}};
}

Json insolvency_json(const stakeholders::Insolvency& i) {
    return {{"first_month_short", month(i.first_short)},
            {"months_short", i.months_short},
            {"deepest_shortage", i.deepest},
            {"deepest_month", month(i.deepest_month)},
            {"amount_needed", i.needed}};
}

Json gates_json(const std::vector<stakeholders::GateResult>& gates) {
    Json out = Json::array();
    for (const auto& g : gates) {
        Json row = {{"gate", g.gate}, {"label", text(g.label)}, {"definition", text(g.definition)}, {"year", g.year + 1},
                    {"fiscal_year", text(g.year_label)}, {"figure", number(g.figure)}, {"threshold", number(g.threshold)},
                    {"unit", g.unit}, {"bound", word(g.bound)}, {"verdict", word(g.verdict)}, {"due", g.due}};
        if (!g.reason.empty()) row["reason"] = text(g.reason);
        row["source"] = g.source;
        row["dated"] = g.dated;
        out.push_back(std::move(row));
    }
    return out;
}

Json targets_json(const std::vector<stakeholders::TargetResult>& targets) {
    Json out = Json::array();
    for (const auto& t : targets) {
        out.push_back({{"id", t.id}, {"name", text(t.name)}, {"year", t.year}, {"variable", t.variable}, {"unit", t.unit},
                       {"bound", word(t.bound)}, {"value", t.value}, {"figure", number(t.figure)}, {"verdict", word(t.verdict)}});
    }
    return out;
}

Json checks_json(const simulation::Residuals& r) {
    return {{"largest_residual_yen", r.worst()}, {"balance_sheet", r.balance_sheet}, {"cash_flow", r.cash_flow},
            {"cash_table", r.cash_table}, {"profit_forms", r.profit_forms}, {"net_assets", r.net_assets},
            {"segments", r.segments}, {"depreciation", r.depreciation}, {"loans", r.loans},
            {"receivables", r.receivables}, {"largest_amount_yen", r.largest_amount},
            {"exact", r.largest_amount < simulation::exact_limit}};
}

Json kpis_json(const std::vector<stakeholders::YearView>& years) {
    Json out = Json::array();
    for (const auto& year : years) {
        Json row = {{"fiscal_year", text(year.label)}, {"last_month", to_string(year.last)}, {"months", year.months}};
        for (const auto& indicator : stakeholders::indicators()) row[std::string(indicator.name)] = number(indicator.compute(year));
        out.push_back(std::move(row));
    }
    return out;
}

Json benchmark_json(const analysis::Study& study) {
    Json out = Json::array();
    for (std::size_t y = 0; y < study.benchmark_scores.size(); ++y) {
        const auto& score = study.benchmark_scores[y];
        Json points = Json::object();
        for (std::size_t i = 0; i < score.rows.size(); ++i) {
            const auto& row = score.rows[i];
            points[std::string(stakeholders::benchmark_rows[i].key)] = {{"figure", number(row.figure)},
                                                                        {"points", row.points ? Json(*row.points) : Json(nullptr)}};
        }
        out.push_back({{"fiscal_year", text(study.fiscal_views[y].label)}, {"points", points},
                       {"sum", score.sum ? Json(*score.sum) : Json(nullptr)},
                       {"grade", score.grade ? Json(std::string(1, *score.grade)) : Json(nullptr)}});
    }
    return out;
}

template <class Item, class Month, class Get> Json detail_series(const std::vector<Item>& items, const simulation::Grid<Month>& grid, Get get) {
    Json out = Json::object();
    for (int i = 0; i < grid.items; ++i) {
        Json series = Json::array();
        const int months = grid.items ? static_cast<int>(grid.cells.size()) / grid.items : 0;
        for (int t = 0; t < months; ++t) series.push_back(get(grid.at(t, i)));
        out[items[static_cast<std::size_t>(i)].id] = std::move(series);
    }
    return out;
}

/// Series by month of every variable of a table, item by item.
template <class Item, class Month, class Table>
Json detail_tables(const std::vector<Item>& items, const simulation::Grid<Month>& grid, const Table& table) {
    Json out = Json::object();
    for (int i = 0; i < grid.items; ++i) {
        Json& item = out[items[static_cast<std::size_t>(i)].id] = Json::object();
        for (const auto& row : table) {
            Json series = Json::array();
            for (std::size_t at = static_cast<std::size_t>(i); at < grid.cells.size(); at += static_cast<std::size_t>(grid.items)) {
                series.push_back(grid.cells[at].*row.field);
            }
            item[std::string(row.name)] = std::move(series);
        }
    }
    return out;
}

/// What behaviour brought: by month, by fiscal year, and the indices of the five directions.
Json behaviour_json(const analysis::Study& study) {
    const auto& run = study.run;
    const auto& plan = study.scenario.plan;
    Json out;
    Json& series = out["series"] = Json::object();
    for (const auto& row : simulation::conduct_variables<double>) {
        Json values = Json::array();
        for (const auto& month : run.conduct) values.push_back(month.*row.field);
        series[std::string(row.name)] = std::move(values);
    }
    Json& years = out["fiscal_years"] = Json::array();
    for (std::size_t y = 0; y < study.fiscal_years.size(); ++y) {
        const auto& year = study.fiscal_years[y];
        Json row = {{"label", text(year.label)}};
        for (const auto& v : simulation::conduct_variables<double>) row[std::string(v.name)] = year.conduct.*v.field;
        const auto& five = study.directions[y];
        for (const auto& f : stakeholders::direction_figures()) row[std::string(f.name)] = number(f.of(five));
        row["level"] = number(five.level);
        row["flow"] = number(five.flow);
        row["imbalance"] = number(five.imbalance);
        row["binding"] = five.binding ? Json(stakeholders::label_of(*five.binding).en) : Json(nullptr);
        years.push_back(std::move(row));
    }
    Json& findings = out["findings"] = Json::array();
    for (const auto& f : study.findings) findings.push_back({{"code", f.code}, {"pointer", f.pointer}, {"message", text(f.message)}});
    if (study.diagnosis) {
        const auto list = [](const std::vector<stakeholders::Disconnect>& all) {
            Json rows = Json::object();
            for (const auto& d : all) {
                Json& row = rows[std::string(d.name)] = {{"label", text(d.label)}, {"severity", number(d.severity)}, {"reason", text(d.reason)}};
                Json& parts = row["parts"] = Json::array();
                for (const auto& p : d.parts) parts.push_back({{"label", text(p.label)}, {"value", p.value}});
            }
            return rows;
        };
        Json& disconnects = out["disconnects"] = {{"today", list(study.diagnosis->today)}, {"planned", list(study.diagnosis->planned)}};
        Json& repairs = disconnects["repairs"] = Json::object();
        for (const auto& r : study.diagnosis->repairs) {
            repairs[std::string(r.name)] = {{"worth", r.worth}, {"severity_before", number(r.before)}, {"severity_after", number(r.after)}};
        }
        disconnects["sum_of_parts"] = study.diagnosis->sum_of_parts;
    }
    out["customers"] = detail_tables(plan.segments, run.customers, simulation::customer_variables<double>);
    out["initiatives"] = detail_tables(plan.initiatives, run.initiatives, simulation::initiative_variables<double>);
    out["people"] = detail_tables(plan.job_groups, run.people, simulation::people_variables<double>);
    return out;
}

}  // namespace

std::string run_json(const analysis::Study& study) {
    const auto& run = study.run;
    const auto& plan = study.scenario.plan;
    Json out;
    out["goho"] = version();
    out["scenario"] = about(study.scenario);
    out["pins"] = {{"tax_table", plan.pins.tax_table.view()}, {"depreciation_table", plan.pins.depreciation_table.view()}};
    Json months = Json::array();
    for (std::size_t t = 0; t < run.months.size(); ++t) months.push_back(to_string(run.start + static_cast<int>(t)));
    out["months"] = std::move(months);

    Json& series = out["series"] = Json::object();
    for (const auto& row : accounting::variables<double>) {
        Json values = Json::array();
        for (const auto& books : run.months) values.push_back(books.*row.field);
        series[std::string(row.name)] = std::move(values);
    }
    Json& years = out["fiscal_years"] = Json::array();
    for (const auto& year : study.fiscal_years) {
        Json row = {{"label", text(year.label)}, {"first_month", to_string(year.first)}, {"last_month", to_string(year.last)}, {"months", year.months}};
        for (const auto& v : accounting::variables<double>) row[std::string(v.name)] = year.books.*v.field;
        years.push_back(std::move(row));
    }
    Json& segments = out["segments"] = Json::object();
    for (int i = 0; i < run.segments.items; ++i) {
        const auto& item = plan.segments[static_cast<std::size_t>(i)];
        Json segment = {{"name", text(item.name)}, {"series", Json::object()}, {"fiscal_years", Json::array()}};
        for (const auto& v : accounting::segment_variables<double>) {
            Json values = Json::array();
            for (std::size_t t = 0; t < run.months.size(); ++t) values.push_back(run.segments.at(static_cast<int>(t), i).*v.field);
            segment["series"][std::string(v.name)] = std::move(values);
        }
        for (const auto& year : study.segment_years) {
            Json row = {{"label", text(year.label)}};
            for (const auto& v : accounting::segment_variables<double>) row[std::string(v.name)] = year.segments[static_cast<std::size_t>(i)].*v.field;
            segment["fiscal_years"].push_back(std::move(row));
        }
        segments[item.id] = std::move(segment);
    }
    out["loan_balances"] = detail_series(plan.loans, run.loans, [](const auto& m) { return m.balance; });
    out["asset_book_values"] = detail_series(plan.assets, run.assets, [](const auto& m) { return m.book_value + m.construction; });
    out["investment_book_values"] = detail_series(plan.investments, run.investments, [](const auto& m) { return m.book_value + m.construction; });
    out["opening"] = Json::object();
    for (const auto& v : accounting::variables<double>) {
        if (v.kind == Kind::stock) out["opening"][std::string(v.name)] = run.opening.*v.field;
    }
    if (run.behaves) out["behaviour"] = behaviour_json(study);
    if (!study.scenario.plan.actuals.months.empty()) out["actual_months"] = study.scenario.plan.actuals.months.size();
    out["kpis"] = kpis_json(study.fiscal_views);
    out["gates"] = gates_json(study.gates);
    out["targets"] = targets_json(study.targets);
    if (!study.benchmark_scores.empty()) out["local_benchmark"] = benchmark_json(study);
    out["insolvency"] = insolvency_json(study.insolvency);
    out["checks"] = checks_json(study.residuals);
    if (Json story = story_json(study.scenario.story); !story.is_null()) out["story"] = std::move(story);
    if (Json log = decision_log_json(study.scenario.decision_log); !log.is_null()) out["decision_log"] = std::move(log);
    return out.dump(1) + "\n";
}

std::string comparison_json(const analysis::Comparison& comparison, const std::vector<const analysis::Study*>& studies) {
    Json out;
    out["goho"] = version();
    out["years"] = comparison.years;
    out["discount_rate"] = comparison.discount_rate;
    Json& figures = out["figures"] = Json::array();
    for (const auto& f : comparison.figures) figures.push_back({{"name", f.name}, {"unit", f.unit}, {"label", text(f.label)}});
    const auto cell = [](const analysis::Cell& c) {
        return Json{{"value", number(c.value)}, {"difference", number(c.difference)}, {"change", number(c.change)}};
    };
    Json& scenarios = out["scenarios"] = Json::array();
    for (std::size_t i = 0; i < comparison.contenders.size(); ++i) {
        const auto& c = comparison.contenders[i];
        Json row;
        row["name"] = text(c.name);
        row["role"] = i == 0 ? "base" : "variant";
        row["scenario"] = about(studies[i]->scenario);
        Json& years = row["years"] = Json::array();
        for (std::size_t y = 0; y < comparison.years.size(); ++y) {
            Json year = {{"year", comparison.years[y]}};
            for (std::size_t f = 0; f < comparison.figures.size(); ++f) year[std::string(comparison.figures[f].name)] = cell(c.cells[y][f]);
            year["cumulative_operating_income"] = cell(c.cumulative_operating_income[y]);
            year["cumulative_free_cash_flow"] = cell(c.cumulative_free_cash_flow[y]);
            years.push_back(std::move(year));
        }
        if (c.valuation) {
            row["valuation"] = {{"npv", number(c.valuation->npv)},
                                {"irr", number(c.valuation->irr)},
                                {"other_irrs", c.valuation->other_irrs},
                                {"payback_months", c.valuation->payback_months ? Json(*c.valuation->payback_months) : Json(nullptr)},
                                {"sum", c.valuation->sum},
                                {"largest_outlay", c.valuation->largest_outlay}};
        }
        row["insolvency"] = insolvency_json(c.insolvency);
        row["targets"] = targets_json(c.targets);
        Json& changes = row["gate_changes"] = Json::array();
        for (const auto& g : c.gate_changes) {
            changes.push_back({{"gate", g.gate}, {"label", text(g.label)}, {"before", word(g.before)}, {"after", word(g.after)}});
        }
        Json& differences = row["differences"] = Json::array();
        for (const auto& d : c.differences) {
            differences.push_back({{"pointer", d.pointer}, {"sentence", text(d.sentence)},
                                   {"before", number(d.before_number)}, {"after", number(d.after_number)}, {"unit", d.unit}});
        }
        row["checks"] = checks_json(studies[i]->residuals);
        scenarios.push_back(std::move(row));
    }
    return out.dump(1) + "\n";
}

}  // namespace goho::io
