// The statements: all fiscal years, and the cash table by months of the first years, as a bank reads them.
#include "report/sections.hpp"

#include "accounting/statement_layout.hpp"
#include "charts/break_even_chart.hpp"
#include "charts/measure.hpp"
#include "charts/stacked_chart.hpp"
#include "views/cost_page.hpp"
#include "views/figures.hpp"

#include <algorithm>

namespace goho::gui::report {

namespace {

using accounting::Books;

const accounting::StatementLayout& layout(std::string_view name) {
    return *std::find_if(accounting::statement_layouts.begin(), accounting::statement_layouts.end(),
                         [&](const auto& one) { return one.name == name; });
}

/// A statement over some columns of books; details that are zero throughout are left out.
Table statement(const Material& m, const accounting::StatementLayout& of, std::vector<QString> headings,
                const std::vector<const Books<double>*>& columns) {
    const Words tr = m.words();
    Table table;
    table.title = tr(of.title);
    table.unit = money_unit(m.shown());
    table.headings = std::move(headings);
    for (const auto& line : of.rows) {
        for (const auto& variable : accounting::variables<double>) {
            if (variable.name != line.variable) continue;
            Row row{tr(variable.label), {}, {}, line.indent, line.emphasis == accounting::Emphasis::total};
            bool any = line.indent == 0;
            for (const auto* books : columns) {
                const double value = books->*variable.field;
                any = any || value != 0.0;
                row.cells.push_back(figure_cell(value, variable.unit, m.shown()));
            }
            if (any) table.rows.push_back(std::move(row));
        }
    }
    return table;
}

/// The columns of the plan years 3, 5 and 10.
std::vector<int> marked(const analysis::Study& study) {
    std::vector<int> out;
    for (const int year : years_of(study)) {
        for (std::size_t i = 0; i < study.fiscal_years.size(); ++i) {
            const int end = study.fiscal_years[i].last - study.run.start + 1;
            if (end >= 12 * year && end < 12 * year + 12) out.push_back(static_cast<int>(i));
        }
    }
    return out;
}

QString partial_note(const Material& m) {
    const Words tr = m.words();
    QStringList parts;
    for (const auto& year : m.plan().fiscal_years) {
        if (year.months < 12) parts << tr("* %1 holds %2 months", "* %1は%2か月").arg(tr(year.label)).arg(year.months);
    }
    return parts.join(tr("; ", "、"));
}

Table years(const Material& m, std::string_view name) {
    std::vector<const Books<double>*> columns;
    for (const auto& year : m.plan().fiscal_years) columns.push_back(&year.books);
    Table table = statement(m, layout(name), year_headings(m.plan(), m.shown().language), columns);
    table.marked = marked(m.plan());
    table.note = m.words()("Shaded: plan years 3, 5 and 10. ", "網掛け：計画3・5・10年目。") + partial_note(m);
    return table;
}

/// The months of one fiscal year and their sum; says which months are actual.
Table months(const Material& m, const simulation::Period& year) {
    const Words tr = m.words();
    const auto& run = m.plan().run;
    const int told = static_cast<int>(m.plan().scenario.plan.actuals.months.size());
    std::vector<QString> headings;
    std::vector<const Books<double>*> columns;
    for (int t = year.first - run.start; t <= year.last - run.start; ++t) {
        const Month month = run.start + t;
        QString heading = m.shown().language == Language::japanese
                              ? QStringLiteral("%1/%2").arg(month.year()).arg(month.month())
                              : qt(to_string(month));
        if (told > 0) heading += QLatin1Char('\n') + (t < told ? tr("actual", "実績") : tr("plan", "計画"));
        headings.push_back(heading);
        columns.push_back(&run.months[static_cast<std::size_t>(t)]);
    }
    headings.push_back(tr("Year", "年度計"));
    columns.push_back(&year.books);
    Table table = statement(m, layout("cash"), std::move(headings), columns);
    table.title += QStringLiteral("　") + tr(year.label);
    table.marked = {static_cast<int>(columns.size()) - 1};
    return table;
}

}  // namespace

Section profit_section(const Material& m) {
    Section out;
    out.blocks.push_back(years(m, "profit"));
    out.blocks.push_back(years(m, "statutory"));
    return out;
}

Section balance_section(const Material& m) {
    Section out;
    out.blocks.push_back(years(m, "balance"));
    out.blocks.push_back(years(m, "cashflow"));
    return out;
}

Section cash_section(const Material& m) {
    const auto& all = m.plan().fiscal_years;
    Section out;
    out.blocks.push_back(Paragraph{m.words()("Months of the first three fiscal years, then all years.",
                                             "最初の3事業年度は月次、その後に全期間を年次で示します。"),
                                   Paragraph::Look::note});
    for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i) {
        out.blocks.push_back(months(m, all[i]));
        out.blocks.push_back(NewPage{});
    }
    out.blocks.push_back(years(m, "cash"));
    return out;
}

Section loans_section(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    const auto& run = study.run;
    Section out;
    Pictures pictures;
    pictures.side_by_side.push_back(over_time(m, "cash", 52.0));
    pictures.side_by_side.push_back(over_time(m, "long_term_loans", 52.0));
    out.blocks.push_back(names_of(m.scene));
    out.blocks.push_back(std::move(pictures));
    if (run.loans.items == 0) return out;
    Table table;
    table.title = tr("Loans by contract", "借入金の明細");
    table.unit = money_unit(m.shown());
    table.headings = year_headings(study, m.shown().language);
    const auto add = [&](const QString& label, int loan, auto value, bool stock, bool total) {
        Row row{label, {}, {}, total ? 0 : 1, total};
        for (const auto& year : study.fiscal_years) {
            double sum = 0.0;
            for (int t = year.first - run.start; t <= year.last - run.start; ++t)
                sum = stock ? value(run.loans.at(t, loan)) : sum + value(run.loans.at(t, loan));
            row.cells.push_back(figure_cell(sum, "yen", m.shown()));
        }
        table.rows.push_back(std::move(row));
    };
    for (int i = 0; i < run.loans.items; ++i) {
        const auto& loan = study.scenario.plan.loans[static_cast<std::size_t>(i)];
        add(
            qt(loan.shown(m.shown().language)), i, [](const auto& x) { return x.balance; }, true, true);
        add(
            tr("drawn", "借入"), i, [](const auto& x) { return x.drawn; }, false, false);
        add(
            tr("repaid", "返済"), i, [](const auto& x) { return x.repaid; }, false, false);
        add(
            tr("interest and guarantee fees", "利息・保証料"), i,
            [](const auto& x) { return x.interest + x.guarantee_fee; }, false, false);
    }
    table.note = tr("Bold: balance at the end of the year.", "太字は期末残高。");
    drop_empty_rows(table);
    out.blocks.push_back(std::move(table));
    return out;
}

Section break_even_section(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    constexpr std::string_view lines[] = {
        "net_sales",        "variable_cost",    "marginal_profit",  "marginal_profit_ratio", "fixed_cost",
        "operating_income", "break_even_sales", "break_even_ratio", "margin_of_safety",      "labour_share"};
    Section out;
    Table table;
    table.title = tr("Break-even by fiscal year", "損益分岐点の推移");
    table.unit = money_unit(m.shown());
    table.headings = year_headings(study, m.shown().language);
    table.marked = marked(study);
    QStringList definitions;
    for (const auto name : lines) {
        const auto one = stakeholders::find_quantity(name);
        if (!one) continue;
        Row row{tr(one->label), {}, {}, 0, name == "marginal_profit" || name == "operating_income"};
        for (const auto& year : study.fiscal_views)
            row.cells.push_back(figure_cell(stakeholders::figure(year, name), one->unit, m.shown()));
        if (!one->definition.empty()) definitions << tr(one->label) + tr(": ", "：") + tr(one->definition);
        table.rows.push_back(std::move(row));
    }
    table.note = definitions.join(tr("; ", "。"));
    const int last = years_of(study).back();
    const Measure yen("yen", m.shown());
    Pictures pictures;
    pictures.side_by_side.push_back(drawn<BreakEvenChart>(m, labelled(tr("Sales against cost", "売上高と費用"), yen),
                                                          break_even_data(m.scene, last), 70.0,
                                                          tr("Year %1", "%1年目").arg(last)));
    pictures.side_by_side.push_back(
        drawn<StackedChart>(m, labelled(tr("Fixed cost by kind", "固定費の内訳"), yen), cost_data(m.scene), 70.0));
    out.blocks.push_back(std::move(pictures));
    out.blocks.push_back(std::move(table));
    return out;
}

}  // namespace goho::gui::report
