// What banks and agencies judge, the five stakeholders, and how sure it is.
#include "report/sections.hpp"

#include "charts/measure.hpp"
#include "charts/polar_chart.hpp"
#include "models/cell_text.hpp"
#include "models/tables.hpp"
#include "stakeholders/local_benchmark.hpp"
#include "views/figures.hpp"
#include "views/figures_page.hpp"
#include "views/overview_page.hpp"

#include <algorithm>

namespace goho::gui::report {

namespace {

Table gates_by_year(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    Table table;
    table.title = tr("Gates by fiscal year", "判定基準の年度別推移");
    table.unit = money_unit(m.shown());
    table.headings = year_headings(study, m.shown().language);
    for (std::size_t i = 0; i < study.gates.size();) {
        const auto& first = study.gates[i];
        Row row{first.unit == "yen" || first.unit.empty() ? tr(first.label)
                                                          : labelled(tr(first.label), Measure(first.unit, m.shown())),
                {},
                {}};
        row.note = tr(first.definition);
        row.cells.resize(table.headings.size());
        for (; i < study.gates.size() && study.gates[i].gate == first.gate; ++i) {
            const auto& gate = study.gates[i];
            Cell cell =
                verdict_cell(gate.verdict, gate.figure ? cell_text(gate.figure, gate.unit, m.shown()) : QString());
            if (!gate.due && gate.verdict == stakeholders::Verdict::missed) {
                cell.text.replace(QStringLiteral("×"), QStringLiteral("…"));
                cell.tone = Tone::faint;
            }
            row.cells[static_cast<std::size_t>(gate.year)] = std::move(cell);
        }
        table.rows.push_back(std::move(row));
    }
    table.note = tr("○ met, × missed, … not yet due, － not computable.", "○ 達成、× 未達、… 期限前、－ 計算不能");
    return table;
}

Table local_benchmark(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    Table table;
    table.title = tr("Local Benchmark: the six financial indicators", "ローカルベンチマーク（財務6指標）");
    table.headings = year_headings(study, m.shown().language);
    const bool scored = !study.benchmark_scores.empty();
    for (std::size_t r = 0; r < stakeholders::benchmark_rows.size(); ++r) {
        const auto* indicator = stakeholders::find_indicator(stakeholders::benchmark_rows[r].indicator);
        Row row{labelled(tr(indicator->label), Measure(indicator->unit, m.shown())), tr(indicator->definition), {}};
        for (std::size_t y = 0; y < study.fiscal_views.size(); ++y) {
            Cell cell = figure_cell(indicator->compute(study.fiscal_views[y]), indicator->unit, m.shown());
            if (scored && study.benchmark_scores[y].rows[r].points)
                cell.text += tr(" [%1]", "［%1］").arg(*study.benchmark_scores[y].rows[r].points);
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    if (scored) {
        Row sum{tr("Points of 30, grade", "合計点（30点満点）・ランク"), {}, {}, 0, true};
        for (const auto& score : study.benchmark_scores)
            sum.cells.push_back(
                {score.sum ? QStringLiteral("%1 %2").arg(*score.sum).arg(QLatin1Char(score.grade.value_or('?')))
                           : QStringLiteral("－"),
                 {},
                 Tone::plain});
        table.rows.push_back(std::move(sum));
        table.note = (m.benchmark ? said(*m.benchmark, m.shown().language) : QString()) +
                     tr("In brackets: points. ", "［ ］内は評点。") + tr(stakeholders::benchmark_caveat);
    } else {
        table.note =
            tr("No points: no file of thresholds was given. Whoever has the thresholds of the industry names them in "
               "the scenario.",
               "業種基準値が指定されていないため、評点は付けていません。");
    }
    return table;
}

Table targets(const Material& m) {
    const Words tr = m.words();
    Table table;
    table.title = tr("Targets of the plan", "計画の目標");
    table.words = true;
    table.widths = {0.40, 0.12, 0.16, 0.16, 0.16};
    table.headings = {tr("Year", "年次"), tr("Target", "目標"), tr("Reached", "見込み"), tr("Verdict", "判定")};
    auto sorted = m.plan().targets;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
    for (const auto& target : sorted) {
        const Measure measure(target.unit, m.shown());
        const QString sign =
            target.bound == stakeholders::Bound::at_least ? QStringLiteral("≥ ") : QStringLiteral("≤ ");
        table.rows.push_back({said(target.name, m.shown().language),
                              {},
                              {{tr("Year %1", "%1年目").arg(target.year), {}, Tone::plain},
                               {sign + measure.with_unit(target.value), {}, Tone::plain},
                               {measure.with_unit(target.figure), {}, Tone::plain},
                               verdict_cell(target.verdict, tr(stakeholders::label_of(target.verdict)))}});
    }
    return table;
}

struct Direction {
    Stakeholder who;
    std::string_view left, right;  // what is drawn
};
constexpr Direction all_directions[] = {{Stakeholder::company, "operating_income", "equity_ratio"},
                                        {Stakeholder::employees, "employee_satisfaction", "headcount"},
                                        {Stakeholder::customers, "customer_satisfaction", "customer_index"},
                                        {Stakeholder::society, "trust", "credit_spread"},
                                        {Stakeholder::next_generation, "human_capital", "digital_capital"}};

bool has_money(Stakeholder who) {
    const auto all = stakeholders::indicators();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& one) { return one.stakeholder == who && one.unit == "yen"; });
}

bool of_benchmark(const Row& row, const Material& m) {
    return std::any_of(stakeholders::benchmark_rows.begin(), stakeholders::benchmark_rows.end(), [&](const auto& one) {
        return row.label.startsWith(m.words()(stakeholders::find_indicator(one.indicator)->label));
    });
}

Table indices(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    Table table;
    table.title = tr("Indices of the five directions (0–100)", "五方の指数（0〜100）");
    table.headings = year_headings(study, m.shown().language);
    for (const auto& figure : stakeholders::direction_figures()) {
        Row row{tr(figure.label), {}, {}, 0, figure.name == "circulation"};
        for (const auto& year : study.directions) row.cells.push_back(figure_cell(figure.of(year), "score", m.shown()));
        table.rows.push_back(std::move(row));
    }
    table.note = tr(
        "Against fixed goalposts, see the appendix. The weights behind behaviour are assumptions with grades, see "
        "there.",
        "固定の評価基準に対する指数です。行動面の係数は前提条件であり、根拠の確かさは「前提条件と根拠」に示します。");
    return table;
}

}  // namespace

Section gates_section(const Material& m) {
    Section out;
    if (!m.plan().targets.empty()) out.blocks.push_back(targets(m));
    out.blocks.push_back(gates_by_year(m));
    out.blocks.push_back(local_benchmark(m));
    return out;
}

Section five_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    if (!m.plan().run.behaves) return out;
    out.blocks.push_back(names_of(m.scene));
    Pictures webs;
    for (const int year : years_of(m.plan())) {
        if (webs.side_by_side.size() == 2 && year != years_of(m.plan()).back()) continue;
        webs.side_by_side.push_back(
            drawn<PolarChart>(m, tr("Year %1", "%1年目").arg(year), polar_data(m.scene, year), 52.0));
    }
    out.blocks.push_back(std::move(webs));
    out.blocks.push_back(indices(m));
    for (const auto& one : all_directions) {
        out.blocks.push_back(Heading{tr(stakeholders::label_of(one.who))});
        Pictures pictures;
        pictures.side_by_side.push_back(over_time(m, one.left, 42.0));
        pictures.side_by_side.push_back(over_time(m, one.right, 42.0));
        out.blocks.push_back(std::move(pictures));
        Table table = on_paper(key_figure_table(m.plan(), nullptr, m.shown(), one.who));
        table.title = tr("Indicators", "経営指標");
        if (has_money(one.who)) table.unit = money_unit(m.shown());
        table.headings = year_headings(m.plan(), m.shown().language);
        std::erase_if(table.rows, [&](const Row& row) { return of_benchmark(row, m); });  // they stand with the gates
        drop_empty_rows(table);
        if (!table.rows.empty()) out.blocks.push_back(std::move(table));
    }
    return out;
}

Section chance_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    const auto* chance = m.scene.refinement ? m.scene.refinement->chance.get() : nullptr;
    if (!chance) return out;
    const auto at = std::find(m.scene.refinement->sheets.begin(), m.scene.refinement->sheets.end(), m.scene.active);
    if (at == m.scene.refinement->sheets.end()) return out;
    const auto& subject = chance->subjects[static_cast<std::size_t>(at - m.scene.refinement->sheets.begin())];
    out.blocks.push_back(Paragraph{
        tr("%1 trials, seed %2. Bands: 5th to 95th percentile, and the middle half. Below zero cash is short.",
           "試行%1回、乱数の種%2。帯は試行の5〜95%、濃い帯は中央の半分。現預金が0を下回る部分は資金不足です。")
            .arg(qt(group_thousands(static_cast<double>(chance->trials))))
            .arg(chance->seed),
        Paragraph::Look::note});
    Pictures pictures;
    pictures.side_by_side.push_back(over_time(m, "cash", 55.0, Bands::chance));
    if (m.plan().run.behaves)
        pictures.side_by_side.push_back(over_time(m, "customer_satisfaction", 55.0, Bands::chance));
    out.blocks.push_back(std::move(pictures));
    const auto share = [&](const statistics::Proportion& p) {
        return Cell{qt(percent(p.value)) + QStringLiteral(" (") + qt(percent(p.low)) + QStringLiteral("–") +
                        qt(percent(p.high)) + QLatin1Char(')'),
                    p.value, Tone::plain};
    };
    Table table;
    table.title = tr("How likely", "達成の確率");
    table.corner = tr("Gate, target or event", "判定・目標・事象");
    table.headings = {tr("As planned", "計画どおりの場合"), tr("Probability (95% interval)", "確率（95%区間）")};
    table.words = true;
    table.widths = {0.5, 0.22, 0.28};
    for (const auto* list : {&subject.gates, &subject.targets}) {
        for (const auto& gate : *list)
            table.rows.push_back(
                {gate.label.empty() ? said(gate.text, m.shown().language) : tr(gate.label),
                 {},
                 {verdict_cell(gate.planned, tr(stakeholders::label_of(gate.planned))), share(gate.met)}});
    }
    for (const auto& shortage : subject.shortage) {
        table.rows.push_back({shortage.year > 0
                                  ? tr("Cash short by the end of year %1", "%1年目までに資金不足").arg(shortage.year)
                                  : tr("Cash ever short", "期間中に資金不足"),
                              {},
                              {{QStringLiteral("–"), {}, Tone::faint}, share(shortage.probability)}});
    }
    out.blocks.push_back(std::move(table));
    return out;
}

}  // namespace goho::gui::report
