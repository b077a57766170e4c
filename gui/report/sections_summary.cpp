// What is asked, and the plan on one page.
#include "report/sections.hpp"

#include "charts/break_even_chart.hpp"
#include "charts/measure.hpp"
#include "charts/polar_chart.hpp"
#include "views/cost_page.hpp"
#include "views/figures.hpp"
#include "views/gates_strip.hpp"
#include "views/overview_page.hpp"

namespace goho::gui::report {

namespace {

constexpr std::string_view key_figures[] = {"net_sales",
                                            "marginal_profit",
                                            "operating_income",
                                            "ordinary_income",
                                            "net_income",
                                            "cash",
                                            "net_assets",
                                            "equity_ratio",
                                            "break_even_ratio",
                                            "interest_bearing_debt",
                                            "debt_repayment_years_b"};

/// The first plan year, and those at which plans are looked at.
std::vector<int> years_shown(const analysis::Study& study) {
    std::vector<int> out{1};
    for (const int year : years_of(study)) {
        if (year > out.back()) out.push_back(year);
    }
    return out;
}

QString year_text(int year, const Words& tr) { return tr("Year %1", "%1年目").arg(year); }

Table key_table(const Material& m) {
    const Words tr = m.words();
    Table table;
    table.title = tr("Key figures", "主要指標");
    table.unit = money_unit(m.shown());
    const auto years = years_shown(m.plan());
    for (const int year : years) {
        table.headings.push_back(year_text(year, tr));
        if (m.base()) table.headings.push_back(tr("vs base", "基準比"));
    }
    for (const auto name : key_figures) {
        const auto known = stakeholders::find_quantity(name);
        const bool debt = name == stakeholders::debt_quantity.name;
        if (!known && !debt) continue;
        const auto& one = known ? *known : stakeholders::debt_quantity;
        const auto figure = [&](const analysis::Study& study, int year) -> std::optional<double> {
            const auto y = static_cast<std::size_t>(year - 1);
            if (y >= study.plan_views.size()) return {};
            return debt ? stakeholders::interest_bearing_debt(study.plan_views[y].now)
                        : stakeholders::figure(study.plan_views[y], name);
        };
        Row row{one.unit == "yen" ? tr(one.label) : labelled(tr(one.label), Measure(one.unit, m.shown())), {}, {}};
        for (const int year : years) {
            row.cells.push_back(figure_cell(figure(m.plan(), year), one.unit, m.shown()));
            if (m.base())
                row.cells.push_back(
                    difference_cell(figure(m.plan(), year), figure(*m.base(), year), one.unit, one.better, m.shown()));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What the figures say, in sentences.
Bullets sentences(const Material& m) {
    const Words tr = m.words();
    const Measure yen("yen", m.shown());
    const auto& study = m.plan();
    Bullets out;
    const auto& months = study.run.months;
    std::size_t lowest = 0;
    for (std::size_t t = 1; t < months.size(); ++t) {
        if (months[t].cash < months[lowest].cash) lowest = t;
    }
    out.items.push_back(tr("Cash is lowest in %1: %2.", "現預金が最も少なくなるのは%1で、%2です。")
                            .arg(qt(shown(study.run.start + static_cast<int>(lowest), m.shown().language)),
                                 yen.with_unit(months[lowest].cash)));
    const auto chips = gate_chips(m.scene);
    QStringList missed;
    std::size_t met = 0;
    for (const auto& chip : chips) {
        met += chip.verdict == stakeholders::Verdict::met ? 1U : 0U;
        if (chip.verdict == stakeholders::Verdict::missed) missed << chip.label;
    }
    out.items.push_back(
        tr("%1 of %2 gates of banks and support agencies are met", "金融機関・支援機関の判定%2項目のうち%1項目を達成")
            .arg(met)
            .arg(chips.size()) +
        (missed.isEmpty() ? tr(".", "。") : tr("; missed: %1.", "、未達は%1。").arg(missed.join(tr(", ", "、")))));
    for (const auto& chip : chips) {
        if (chip.label == tr("Cash", "資金繰り")) out.items.push_back(chip.details);
    }
    return out;
}

Pictures side_by_side(Picture a, Picture b) {
    Pictures out;
    out.side_by_side.push_back(std::move(a));
    out.side_by_side.push_back(std::move(b));
    return out;
}

}  // namespace

Section question_section(const Material& m) {
    const Words tr = m.words();
    const auto& scenario = m.plan().scenario;
    Section out;
    const QString description = said(scenario.description, m.shown().language);
    if (!description.isEmpty()) out.blocks.push_back(Paragraph{description, Paragraph::Look::lead});
    if (const auto* base = m.base()) {
        const QString start = said(base->scenario.description, m.shown().language);
        if (!start.isEmpty() && start != description)
            out.blocks.push_back(Paragraph{tr("Base: ", "基準シナリオ：") + start, Paragraph::Look::note});
    }
    for (const auto& step : scenario.story) {
        out.blocks.push_back(Heading{said(step.title, m.shown().language)});
        const QString text = said(step.text, m.shown().language);
        for (const auto& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            out.blocks.push_back(Paragraph{line});
    }
    return out;
}

Section page_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    out.blocks.push_back(names_of(m.scene));
    out.blocks.push_back(key_table(m));
    out.blocks.push_back(side_by_side(over_time(m, "operating_income", 42.0), over_time(m, "cash", 42.0)));
    const int last = years_of(m.plan()).back();
    const QString year = year_text(last, tr);
    Picture even =
        drawn<BreakEvenChart>(m, labelled(tr("Sales against cost", "売上高と費用"), Measure("yen", m.shown())),
                              break_even_data(m.scene, last), 50.0, year);
    if (m.plan().run.behaves) {
        out.blocks.push_back(
            side_by_side(drawn<PolarChart>(m, tr("The five directions (0–100)", "五方の指数（0〜100）"),
                                           polar_data(m.scene, last), 50.0, year),
                         std::move(even)));
    } else {
        out.blocks.push_back(side_by_side(over_time(m, "net_sales", 50.0), std::move(even)));
    }
    out.blocks.push_back(sentences(m));
    return out;
}

Section decisions_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    const auto& log = m.plan().scenario.decision_log;
    if (log.empty()) return out;
    Table table;
    table.words = true;
    table.corner = tr("Date", "日付");
    table.headings = {tr("Question", "論点"), tr("Finding", "わかったこと"), tr("Decision", "決定"),
                      tr("Who, until when", "担当・期限")};
    table.widths = {0.11, 0.22, 0.28, 0.25, 0.14};
    const auto month = [&](Month at) { return at.given() ? qt(shown(at, m.shown().language)) : QStringLiteral("–"); };
    for (const auto& one : log) {
        const auto text = [&](const Text& t) { return Cell{said(t, m.shown().language), {}, Tone::plain}; };
        QString owner = said(one.owner, m.shown().language);
        if (one.due.given()) owner += (owner.isEmpty() ? QString() : tr(", ", "、")) + month(one.due);
        table.rows.push_back({month(one.date),
                              {},
                              {text(one.question), text(one.finding), text(one.decision), {owner, {}, Tone::plain}}});
    }
    out.blocks.push_back(std::move(table));
    return out;
}

}  // namespace goho::gui::report
