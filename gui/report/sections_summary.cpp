// What is asked, and the plan on one page.
#include "report/sections.hpp"

#include "charts/break_even_chart.hpp"
#include "charts/measure.hpp"
#include "charts/polar_chart.hpp"
#include "views/cost_page.hpp"
#include "views/figures.hpp"
#include "views/gates_strip.hpp"
#include "views/overview_page.hpp"

#include <algorithm>

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
        table.headings.push_back(year_text(year, tr) + (12 * year <= m.told() ? tr("\nactual", "\n実績") : QString()));
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

/// The month in which the plan has least cash; what has happened is no plan any more.
QString lowest_cash(const Material& m) {
    const auto& months = m.plan().run.months;
    const auto first = std::min(static_cast<std::size_t>(m.told()), months.size() - 1);
    std::size_t lowest = first;
    for (std::size_t t = first; t < months.size(); ++t) {
        if (months[t].cash < months[lowest].cash) lowest = t;
    }
    return m.words()("Cash is lowest in %1: %2.", "現預金が最も少なくなるのは%1で、%2です。")
        .arg(qt(goho::shown(m.plan().run.start + static_cast<int>(lowest), m.shown().language)),
             Measure("yen", m.shown()).with_unit(months[lowest].cash));
}

/// How the gates end, and which are missed on the way although they are met in the end.
QStringList gates_in_words(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    QStringList missed, on_the_way;
    int met = 0, unknown = 0;
    for (const auto& gate : study.gate_summary) {
        met += gate.verdict == stakeholders::Verdict::met ? 1 : 0;
        unknown += gate.verdict == stakeholders::Verdict::not_computable ? 1 : 0;
        if (gate.verdict == stakeholders::Verdict::missed) missed << tr(gate.label);
        QStringList years;
        for (const auto& one : study.gates) {
            if (one.gate == gate.gate && gate.verdict == stakeholders::Verdict::met && one.due &&
                one.verdict == stakeholders::Verdict::missed)
                years << fiscal_year_text(study.fiscal_years[static_cast<std::size_t>(one.year)].first,
                                          study.run.fiscal_year_start, m.shown().language);
        }
        if (!years.isEmpty())
            on_the_way << tr(gate.label) + tr(" (", "（") + years.join(tr(", ", "・")) + tr(")", "）");
    }
    QStringList out;
    QString all = tr("Of %1 gates of banks and support agencies %2 are met when last judged",
                     "金融機関・支援機関の判定%1項目のうち、最終の判定年度で%2項目を達成")
                      .arg(study.gate_summary.size())
                      .arg(met);
    if (!missed.isEmpty()) all += tr("; missed: ", "、未達は") + missed.join(tr(", ", "、"));
    if (unknown > 0) all += tr("; not computable: %1", "、計算不能%1項目").arg(unknown);
    out << all + tr(".", "。");
    if (!on_the_way.isEmpty())
        out << tr("Missed on the way: ", "途中で基準を下回る年度：") + on_the_way.join(tr(", ", "、")) + tr(".", "。");
    return out;
}

/// What the plan is worth against the base, whatever the sign.
QString worth_in_words(const Material& m) {
    const auto* comparison = m.scene.answer->comparison.get();
    if (!comparison || !m.base()) return {};
    const Words tr = m.words();
    const Measure yen("yen", m.shown());
    std::size_t at = 0;
    for (const auto& computed : m.scene.answer->scenarios) {
        if (!computed->study) continue;
        if (computed->sheet == m.scene.active && at < comparison->contenders.size() &&
            comparison->contenders[at].valuation) {
            const auto& worth = *comparison->contenders[at].valuation;
            const QString payback = !worth.payback_months ? tr("not paid back within the plan", "期間内に回収せず")
                                    : *worth.payback_months == 0
                                        ? tr("nothing is laid out", "持ち出しなし")
                                        : tr("paid back in %1 months", "%1か月で回収").arg(*worth.payback_months);
            return tr("Net present value against the base: %1 (discount rate %2), %3, largest outlay %4.",
                      "基準に対する正味現在価値は%1（割引率%2）、%3、累計の最大持ち出しは%4。")
                .arg(worth.npv ? yen.difference_with_unit(*worth.npv) : QStringLiteral("–"),
                     qt(percent(comparison->discount_rate)), payback, yen.with_unit(worth.largest_outlay));
        }
        ++at;
    }
    return {};
}

QString targets_in_words(const Material& m) {
    const Words tr = m.words();
    QStringList missed;
    for (const auto& target : m.plan().targets) {
        if (target.verdict == stakeholders::Verdict::missed) missed << said(target.name, m.shown().language);
    }
    const auto all = m.plan().targets.size();
    if (all == 0) return {};
    return tr("%1 of %2 targets of the plan are met", "計画の目標%2件のうち%1件を達成")
               .arg(all - static_cast<std::size_t>(missed.size()))
               .arg(all) +
           (missed.isEmpty() ? tr(".", "。")
                             : tr("; missed: ", "、未達：") + missed.join(tr(", ", "、")) + tr(".", "。"));
}

/// How sure "never short" is, where chance was reckoned.
QString shortage_in_words(const Material& m) {
    const auto* chance = m.scene.refinement ? m.scene.refinement->chance.get() : nullptr;
    if (!chance) return {};
    const auto& sheets = m.scene.refinement->sheets;
    const auto at = std::find(sheets.begin(), sheets.end(), m.scene.active);
    if (at == sheets.end()) return {};
    for (const auto& shortage : chance->subjects[static_cast<std::size_t>(at - sheets.begin())].shortage) {
        if (shortage.year == 0)
            return m
                .words()(
                    "With what is uncertain, cash runs short at some time in %1 of trials (chapter on uncertainty).",
                    "不確実性を入れると、期間中に資金が不足する確率は%1です（「不確実性」の章）。")
                .arg(qt(percent(shortage.probability.value)));
    }
    return {};
}

/// What the figures say, in sentences: the same whether it speaks for the plan or against it.
Bullets sentences(const Material& m) {
    Bullets out;
    const auto add = [&](const QString& words) {
        if (!words.isEmpty()) out.items.push_back(words);
    };
    add(worth_in_words(m));
    add(targets_in_words(m));
    add(lowest_cash(m));
    for (const auto& chip : gate_chips(m.scene)) {
        if (chip.label == m.words()("Cash", "資金繰り")) add(chip.details);
    }
    add(shortage_in_words(m));
    for (const auto& words : gates_in_words(m)) add(words);
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
    Section out;
    const QString own = said(m.plan().scenario.description, m.shown().language);
    const QString base = m.base() ? said(m.base()->scenario.description, m.shown().language) : QString();
    // A variant without words of its own has those of its base, which ask another question.
    const bool asks = !own.isEmpty() && own != base;
    if (asks || m.base())
        out.blocks.push_back(Paragraph{asks ? own
                                            : tr("What changes against the base when “%1” is carried out?",
                                                 "「%1」を行うと、基準と比べて何が変わるか。")
                                                  .arg(m.name()),
                                       Paragraph::Look::lead});
    if (!base.isEmpty()) out.blocks.push_back(Paragraph{tr("Base: ", "基準シナリオ：") + base, Paragraph::Look::note});
    out.blocks.push_back(Heading{tr("In short", "結論")});
    out.blocks.push_back(sentences(m));
    return out;
}

Section story_section(const Material& m) {
    Section out;
    for (const auto& step : m.plan().scenario.story) {
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
    out.blocks.push_back(side_by_side(over_time(m, "operating_income", 44.0), over_time(m, "cash", 44.0)));
    const int last = years_of(m.plan()).back();
    const QString year = year_text(last, tr);
    Picture even =
        drawn<BreakEvenChart>(m, labelled(tr("Sales against cost", "売上高と費用"), Measure("yen", m.shown())),
                              break_even_data(m.scene, last), 56.0, year);
    if (m.plan().run.behaves) {
        out.blocks.push_back(
            side_by_side(drawn<PolarChart>(m, tr("The five directions (0–100)", "五方の指数（0〜100）"),
                                           polar_data(m.scene, last), 56.0, year),
                         std::move(even)));
    } else {
        out.blocks.push_back(side_by_side(over_time(m, "net_sales", 56.0), std::move(even)));
    }
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
