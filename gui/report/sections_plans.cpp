// Scenarios side by side, what is undertaken, and what is split.
#include "report/sections.hpp"

#include "charts/bar_chart.hpp"
#include "charts/gantt_chart.hpp"
#include "charts/measure.hpp"
#include "charts/waterfall_chart.hpp"
#include "models/cell_text.hpp"
#include "views/compare_page.hpp"
#include "views/disconnects_page.hpp"
#include "views/figures.hpp"
#include "views/roadmap_page.hpp"

namespace goho::gui::report {

namespace {

/// Scenarios in the order of the comparison.
std::vector<SheetId> sheets_of(const Material& m) {
    std::vector<SheetId> out;
    for (const auto& computed : m.scene.answer->scenarios) {
        if (computed->study) out.push_back(computed->sheet);
    }
    return out;
}

Table side_by_side(const Material& m, const analysis::Comparison& comparison, std::size_t y) {
    const Words tr = m.words();
    const auto sheets = sheets_of(m);
    Table table;
    table.title = tr("Plan year %1", "計画%1年目").arg(comparison.years[y]);
    table.unit = money_unit(m.shown());
    for (std::size_t c = 0; c < comparison.contenders.size(); ++c) {
        table.headings.push_back(name_of(m.scene, sheets[c]));
        if (c > 0) table.headings.push_back(tr("vs base", "基準比"));
        if (sheets[c] == m.scene.active && c > 0)
            table.marked = {static_cast<int>(table.headings.size()) - 2, static_cast<int>(table.headings.size()) - 1};
    }
    const auto add = [&](const QString& label, std::string_view unit, Better better, auto cell_of) {
        Row row{label, {}, {}};
        const auto before = cell_of(comparison.contenders.front()).value;
        for (std::size_t c = 0; c < comparison.contenders.size(); ++c) {
            const auto value = cell_of(comparison.contenders[c]).value;
            row.cells.push_back(figure_cell(value, unit, m.shown()));
            if (c > 0) row.cells.push_back(difference_cell(value, before, unit, better, m.shown()));
        }
        table.rows.push_back(std::move(row));
    };
    for (std::size_t f = 0; f < comparison.figures.size(); ++f) {
        const auto& figure = comparison.figures[f];
        add(figure.unit == "yen" ? tr(figure.label) : labelled(tr(figure.label), Measure(figure.unit, m.shown())),
            figure.unit, figure.better, [&](const analysis::Contender& c) { return c.cells[y][f]; });
    }
    add(tr("Operating income since the start", "営業利益の累計"), "yen", Better::higher,
        [&](const analysis::Contender& c) { return c.cumulative_operating_income[y]; });
    add(tr("Free cash flow since the start", "フリーCFの累計"), "yen", Better::higher,
        [&](const analysis::Contender& c) { return c.cumulative_free_cash_flow[y]; });
    drop_empty_rows(table);
    if (m.benchmark && comparison.contenders.front().cells.size() > y)
        table.note = said(*m.benchmark, m.shown().language);
    return table;
}

/// What an investment costs; nothing where the plan states no amount.
QString amount_of(const PlanItem& item, const Material& m) {
    if (item.collection != "investments") return QStringLiteral("–");
    for (const auto& one : m.plan().scenario.plan.investments) {
        if (std::string_view(one.id) == item.id) return Measure("yen", m.shown()).value(one.parameters.amount);
    }
    return QStringLiteral("–");
}

/// What each variant is worth against the base.
Table worth(const Material& m, const analysis::Comparison& comparison) {
    const Words tr = m.words();
    const auto sheets = sheets_of(m);
    const Measure yen("yen", m.shown());
    Table table;
    table.title = tr("What it is worth against the base", "基準に対する価値");
    table.headings = {tr("Net present value", "正味現在価値"), tr("Internal rate of return", "内部収益率"),
                      tr("Payback", "回収期間"), tr("Largest outlay", "累計の最大持ち出し"), tr("Cash", "資金繰り")};
    table.unit = money_unit(m.shown()) + tr(", discount rate ", "、割引率") + qt(percent(comparison.discount_rate));
    table.words = true;
    table.widths = {0.30, 0.14, 0.14, 0.14, 0.14, 0.14};
    for (std::size_t c = 0; c < comparison.contenders.size(); ++c) {
        const auto& one = comparison.contenders[c];
        const auto text = [](const QString& t) { return Cell{t, {}, Tone::plain}; };
        const QString none = QStringLiteral("–");
        Row row{name_of(m.scene, sheets[c]), {}, {}};
        if (one.valuation) {
            const auto& v = *one.valuation;
            row.cells = {text(v.npv ? yen.difference(*v.npv) : none),
                         text(v.irr ? qt(table_percent(*v.irr, m.shown().language)) : tr("none", "なし")),
                         text(!v.payback_months        ? tr("not within plan", "期間内に回収せず")
                              : *v.payback_months == 0 ? tr("at once", "持ち出しなし")
                                                       : tr("%1 months", "%1か月").arg(*v.payback_months)),
                         text(yen.value(v.largest_outlay))};
        } else {
            row.cells = {text(c == 0 ? tr("base", "基準") : none), text(none), text(none), text(none)};
        }
        const auto& cash = one.insolvency;
        row.cells.push_back({cash.first_short
                                 ? tr("short from %1", "%1に不足").arg(qt(shown(*cash.first_short, m.shown().language)))
                                 : tr("never short", "不足なし"),
                             {},
                             cash.first_short ? Tone::bad : Tone::good});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What the plan brings, by its changes: they add up to the difference, and none depends on the order.
Table parts_table(const Material& m) {
    const Words tr = m.words();
    const auto& parts = *m.parts;
    Table table;
    table.title = tr("What brings how much against the base", "基準との差の内訳（どの変更がどれだけ効いたか）");
    table.unit = money_unit(m.shown());
    table.corner = tr("Change", "変更");
    for (const std::string_view name : {"operating_income", "cash", "npv"}) {
        const auto f = static_cast<std::size_t>(std::find_if(parts.figures.begin(), parts.figures.end(),
                                                             [&](const auto& one) { return one.name == name; }) -
                                                parts.figures.begin());
        for (std::size_t y = name == "npv" ? parts.years.size() - 1 : 0; y < parts.years.size(); ++y) {
            const auto& divided = parts.divided[y][f];
            if (divided.shares.empty()) continue;
            table.headings.push_back(
                (name == "npv" ? tr("Net present value", "正味現在価値") : tr(parts.figures[f].label)) + QLatin1Char('\n') +
                (name == "npv" ? tr("whole plan", "計画期間") : tr("Year %1", "%1年目").arg(parts.years[y])));
            const auto shares = decision::whole_shares(divided);
            table.rows.resize(parts.groups.size() + 1);
            for (std::size_t g = 0; g < shares.size(); ++g)
                table.rows[g].cells.push_back(difference_cell(shares[g], 0.0, "yen", Better::higher, m.shown()));
            table.rows.back().cells.push_back(
                difference_cell(*divided.after - *divided.before, 0.0, "yen", Better::higher, m.shown()));
        }
    }
    for (std::size_t g = 0; g < parts.groups.size(); ++g)
        table.rows[g].label = said(parts.groups[g].label, m.shown().language);
    if (!table.rows.empty()) {
        table.rows.back().label = tr("Difference to the base", "基準との差");
        table.rows.back().total = true;
    }
    table.note = tr("Shapley values: the mean over all orders in which the changes can be made.",
                    "シャープレイ値（変更を行う順番すべての平均）による配分です。");
    return table;
}

}  // namespace

Section comparison_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    const auto* comparison = m.scene.answer->comparison.get();
    if (!comparison || comparison->contenders.size() < 2) return out;
    const auto sheets = sheets_of(m);
    out.blocks.push_back(names_of(m.scene));
    if (m.base()) {
        const int last = comparison->years.empty() ? 1 : comparison->years.back();
        Pictures pictures;
        pictures.side_by_side.push_back(over_time(m, "net_sales", 52.0));
        pictures.side_by_side.push_back(drawn<WaterfallChart>(
            m, labelled(tr("Operating income, step by step", "営業利益：基準からの増減"), Measure("yen", m.shown())),
            waterfall_data(m.scene, last), 52.0, tr("Year %1", "%1年目").arg(last)));
        out.blocks.push_back(std::move(pictures));
    }
    out.blocks.push_back(worth(m, *comparison));
    if (m.parts) out.blocks.push_back(parts_table(m));
    for (std::size_t c = 1; c < comparison->contenders.size(); ++c) {
        const auto& one = comparison->contenders[c];
        out.blocks.push_back(Heading{tr("What “%1” changes", "「%1」が基準と違う点").arg(name_of(m.scene, sheets[c]))});
        Bullets differences;
        for (const auto& difference : one.differences)
            differences.items.push_back(said(difference.sentence, m.shown().language));
        if (differences.items.empty()) differences.items.push_back(tr("Nothing.", "なし"));
        out.blocks.push_back(std::move(differences));
        Bullets gates;
        for (const auto& change : one.gate_changes)
            gates.items.push_back(tr("Gate ", "判定：") + tr(change.label) + tr(": ", "　") +
                                  tr(stakeholders::label_of(change.before)) + QStringLiteral(" → ") +
                                  tr(stakeholders::label_of(change.after)));
        if (!gates.items.empty()) out.blocks.push_back(std::move(gates));
    }
    for (std::size_t y = 0; y < comparison->years.size(); ++y) out.blocks.push_back(side_by_side(m, *comparison, y));
    return out;
}

Section actions_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    if (m.items.empty()) return out;
    auto gantt = gantt_data(m.items, m.span, m.shown());
    const double height = 6.2 * static_cast<double>(gantt.rows.size() + 1);
    Pictures pictures;
    pictures.side_by_side.push_back(drawn<GanttChart>(m, tr("What is undertaken, and when", "取組と時期"),
                                                      std::move(gantt), std::min(height, 190.0)));
    out.blocks.push_back(std::move(pictures));
    Table table;
    table.words = true;
    table.title = tr("Undertakings", "取組の一覧");
    table.corner = tr("What", "取組");
    table.headings = {tr("Kind", "種類"), tr("Amount", "金額"), tr("From", "開始"),
                      tr("Steps and effect", "段階・内容")};
    table.widths = {0.28, 0.15, 0.13, 0.12, 0.32};
    table.unit = money_unit(m.shown());
    auto items = m.items;
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    for (const auto& item : items) {
        QStringList steps;
        if (item.change()) steps << said(item.words, m.shown().language);
        for (const auto& length : item.lengths) {
            if (length.months > 0 && !item.change())
                steps << tr("%1: %2 months", "%1：%2か月").arg(tr(length.label)).arg(length.months);
        }
        table.rows.push_back(
            {said(item.name, m.shown().language),
             {},
             {{said(item.kind, m.shown().language), {}, Tone::plain},
              {amount_of(item, m), {}, Tone::plain},
              {item.start.given() ? qt(shown(item.start, m.shown().language)) : QStringLiteral("–"), {}, Tone::plain},
              {steps.join(tr(", ", "、")), {}, Tone::plain}}});
    }
    out.blocks.push_back(std::move(table));
    return out;
}

Section disconnects_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    const auto* diagnosis = diagnosis_of(m.scene);
    if (!diagnosis) return out;
    const Measure yen("yen", m.shown());
    Pictures pictures;
    pictures.side_by_side.push_back(
        drawn<BarChart>(m, tr("How split: 0 connected, 100 split", "分断の度合い（0 接続〜100 分断）"),
                        severity_data(*diagnosis, m.scene), 62.0, tr("mark: today", "印：現状")));
    pictures.side_by_side.push_back(drawn<BarChart>(m, labelled(tr("What repair is worth", "修復の価値"), yen),
                                                    repair_data(*diagnosis, m.scene), 62.0));
    out.blocks.push_back(std::move(pictures));
    auto order = diagnosis->repairs;
    if (!order.empty()) order.pop_back();  // all together stands last
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
    Table table;
    table.title = tr("In which order to repair", "修復の順序");
    table.unit = money_unit(m.shown());
    table.words = true;
    table.corner = tr("Disconnect", "分断");
    table.headings = {tr("Split now", "度合い"), tr("Worth of repair", "修復の価値"),
                      tr("Why, and what would join it", "理由と打ち手")};
    table.widths = {0.20, 0.12, 0.16, 0.52};
    for (const auto& repair : order) {
        for (const auto& one : diagnosis->planned) {
            if (one.name != repair.name) continue;
            table.rows.push_back(
                {tr(one.label),
                 {},
                 {{one.severity ? qt(table_number(*one.severity, m.shown().language, 0)) + QLatin1Char(' ') +
                                      tr(stakeholders::grade_of(*one.severity))
                                : tr("cannot be judged", "判定できません"),
                   one.severity, Tone::plain},
                  {yen.difference(repair.worth), repair.worth, repair.worth < 0.0 ? Tone::bad : Tone::good},
                  {(repair.worth < 0.0
                        ? tr("In this plan it costs more than it brings. ", "この計画では、費用が効果を上回ります。")
                        : QString()) +
                       (one.reason.empty() ? tr(one.definition) : said(one.reason, m.shown().language)),
                   {},
                   Tone::plain}}});
        }
    }
    if (!diagnosis->repairs.empty())
        table.note = tr("All five together: ", "5つを一緒に直した場合：") +
                     yen.difference_with_unit(diagnosis->repairs.back().worth) +
                     tr("; one by one they add up to ", "。1つずつの合計：") +
                     yen.difference_with_unit(diagnosis->sum_of_parts) +
                     tr(". Present value of free cash flow over the plan, against the plan as it is.",
                        "。計画どおりの場合に対する、計画期間のフリーCFの現在価値。");
    out.blocks.push_back(std::move(table));
    return out;
}

}  // namespace goho::gui::report
