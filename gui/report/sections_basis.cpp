// What the figures rest on: assumptions with the grade of their evidence, and how every figure is defined.
#include "report/sections.hpp"

#include "core/format.hpp"
#include "io/version.hpp"
#include "simulation/run.hpp"

#include <algorithm>
#include <set>

namespace goho::gui::report {

namespace {

QString value_text(const Lever& lever, const Shown& shown) {
    return qt(with_unit(lever.value.value_or(lever.standard), lever.unit, shown.language));
}

/// Coefficients that do not come from the client's own books, as the plan gives them or as the model has them; one line
/// for items that say the same.
Table coefficients(const Material& m, bool given) {
    const Words tr = m.words();
    Table table;
    table.words = true;
    table.corner = tr("Quantity", "項目");
    table.headings = {tr("Value", "値"), tr("Grade", "確かさ"), tr("Source key", "出典キー")};
    table.widths = {0.55, 0.17, 0.09, 0.19};
    struct Line {
        const Lever* lever;
        QString value;
        int items;
    };
    std::vector<Line> lines;
    std::set<std::string> seen;  // those in front stand twice among the levers
    for (const auto& lever : m.levers) {
        if (lever.scaled || lever.evidence == Evidence::own_data || m.given.contains(lever.pointers.front()) != given)
            continue;
        if (!seen.insert(lever.pointers.front()).second) continue;
        const QString value = value_text(lever, m.shown());
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
            return line.lever->section == lever.section && line.lever->key == lever.key && line.value == value;
        });
        if (same == lines.end()) lines.push_back({&lever, value, 1});
        else ++same->items;
    }
    for (const auto& [lever, value, items] : lines) {
        const QString label = items < 2 ? said(lever->label, m.shown().language)
                                        : tr(lever->section_label) + tr(": ", "：") + tr(lever->name) +
                                              tr(" (%1 items)", "（%1件）").arg(items);
        table.rows.push_back(
            {label,
             {},
             {{value, {}, Tone::plain},
              {qt(grade(lever->evidence)), {}, lever->evidence == Evidence::assumption ? Tone::caution : Tone::plain},
              {qt(lever->source), {}, Tone::plain}}});
    }
    return table;
}

Table drawn_quantities(const Material& m, const uncertainty::MonteCarlo& chance, std::size_t subject) {
    const Words tr = m.words();
    Table table;
    table.title = m.plan().scenario.uncertainty.quantities.empty() && m.plan().scenario.uncertainty.paths.empty()
                      ? tr("Usual spreads of the model's coefficients, not set by the company",
                           "モデルの標準的なばらつき（会社が設定したものではありません）")
                      : tr("What was drawn by chance", "不確実とした項目");
    table.corner = tr("Quantity", "項目");
    table.headings = {tr("Planned", "計画値"), QStringLiteral("5%"), QStringLiteral("50%"), QStringLiteral("95%")};
    for (const auto& one : chance.drawn) {
        if (one.subject != subject) continue;
        Row row{QString::fromStdString(one.pointer), {}, {}};
        std::string_view unit;
        for (const auto& lever : m.levers) {
            if (lever.scaled || lever.pointers.size() != 1) continue;
            if (one.pointer == "/" + lever.section + "/*/" + lever.key) {
                row.label = tr(lever.section_label) + tr(" (all): ", "（すべて）：") + tr(lever.name);
                unit = lever.unit;
            }
            if (lever.pointers.front() != one.pointer) continue;
            row.label = said(lever.label, m.shown().language);
            unit = lever.unit;
        }
        for (const double value : {one.planned, one.low, one.middle, one.high})
            row.cells.push_back(
                {unit.empty() ? qt(plain_number(value)) : qt(with_unit(value, unit, m.shown().language)), value,
                 Tone::plain});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table definitions(const Material& m) {
    const Words tr = m.words();
    Table table;
    table.words = true;
    table.corner = tr("Term", "用語");
    table.headings = {tr("Definition", "定義"), tr("Equation, source", "式・出典")};
    table.widths = {0.27, 0.55, 0.18};
    std::set<std::string_view> seen;
    for (const auto& gate : m.plan().gates) {
        if (!seen.insert(gate.gate).second) continue;
        QString source = qt(gate.source);
        if (!gate.dated.empty()) source += QStringLiteral(" (") + qt(gate.dated) + QLatin1Char(')');
        table.rows.push_back({tr(gate.label), {}, {{tr(gate.definition), {}, Tone::plain}, {source, {}, Tone::plain}}});
    }
    for (const auto& one : stakeholders::indicators()) {
        table.rows.push_back(
            {tr(one.label),
             {},
             {{tr(one.definition), {}, Tone::plain},
              {qt(one.equation) + (one.source.empty() ? QString() : QStringLiteral(", ") + qt(one.source)),
               {},
               Tone::plain}}});
    }
    if (m.plan().run.behaves) {
        for (const auto& one : stakeholders::direction_figures())
            table.rows.push_back(
                {tr(one.label), {}, {{tr(one.definition), {}, Tone::plain}, {QStringLiteral("FD"), {}, Tone::plain}}});
    }
    return table;
}

}  // namespace

Section assumptions_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    out.blocks.push_back(
        Paragraph{tr("A: figures of the client's books and of this plan, with the assumptions noted below. B: a "
                     "published study, statistic or law. C: judgement. What is not "
                     "graded A is an assumption of the model; measuring it at the client is the way to grade A.",
                     "A：自社の帳簿と計画の数値（下に記した仮定を含む）。B：公表された研究・統計・法令。C：判断による仮"
                     "定。A以外はモデルの前提であ"
                     "り、自社で測定すればAになります。"),
                  Paragraph::Look::note});
    int own = 0, study = 0, assumed = 0;
    std::set<std::vector<std::string>> seen;
    for (const auto& lever : m.levers) {
        if (lever.scaled || !seen.insert(lever.pointers).second) continue;
        (lever.evidence == Evidence::own_data ? own : lever.evidence == Evidence::assumption ? assumed : study) += 1;
    }
    Cards cards;
    cards.cards = {
        {tr("A: the plan's own figures", "A：計画・帳簿の数値"),
         QString::number(own),
         tr("quantities", "項目"),
         {},
         Tone::plain},
        {tr("B: studies and law", "B：研究・統計・法令"),
         QString::number(study),
         tr("quantities", "項目"),
         {},
         Tone::plain},
        {tr("C: judgement", "C：判断による仮定"), QString::number(assumed), tr("quantities", "項目"), {}, Tone::plain}};
    out.blocks.push_back(std::move(cards));
    if (!m.notes.empty()) {
        out.blocks.push_back(Heading{tr("What the files assume", "ファイルに記された仮定・注記")});
        Bullets notes;
        for (const auto& note : m.notes) {
            for (const auto& line : said(note, m.shown().language).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                notes.items.push_back(line);
        }
        out.blocks.push_back(std::move(notes));
    }
    if (!m.plan().findings.empty()) {
        out.blocks.push_back(Heading{tr("Questions to this plan", "計画の点検（確認したい点）")});
        Bullets findings;
        for (const auto& finding : m.plan().findings)
            findings.items.push_back(said(finding.message, m.shown().language));
        out.blocks.push_back(std::move(findings));
    }
    if (m.scene.refinement && m.scene.refinement->chance) {
        const auto& sheets = m.scene.refinement->sheets;
        const auto at = std::find(sheets.begin(), sheets.end(), m.scene.active);
        out.blocks.push_back(
            drawn_quantities(m, *m.scene.refinement->chance, static_cast<std::size_t>(at - sheets.begin())));
    }
    Table set = coefficients(m, true);
    set.title = tr("Set in this plan, not from the client's own books", "この計画で設定した係数（自社の実績以外）");
    if (!set.rows.empty()) out.blocks.push_back(std::move(set));
    return out;
}

Section appendix_section(const Material& m) {
    const Words tr = m.words();
    const auto& study = m.plan();
    const auto& pins = study.scenario.plan.pins;
    Section out;
    Bullets basis;
    const bool exact = study.residuals.worst() == 0.0 && study.residuals.largest_amount < simulation::exact_limit;
    basis.items.push_back(
        exact ? tr("Proof: balance sheet, cash and segments agree in every month, difference 0 yen.",
                   "検算：貸借・資金・部門は全月で一致（差額0円）。")
              : tr("Proof: largest difference %1 yen.", "検算：最大差額 %1円。").arg(study.residuals.worst()));
    basis.items.push_back(tr("Engine: Goho ", "計算エンジン：Goho ") + qt(io::version()) +
                          tr("; tax table: ", "、税制データ：") + qt(pins.tax_table.view()) +
                          tr("; depreciation table: ", "、償却率データ：") + qt(pins.depreciation_table.view()));
    basis.items.push_back(tr("The same files and version of the program give the same figures.",
                             "同じファイルと同じ版のプログラムからは、常に同じ数値が得られます。"));
    out.blocks.push_back(std::move(basis));
    Table terms = definitions(m);
    terms.title = tr("Definitions", "用語の定義");
    out.blocks.push_back(std::move(terms));
    return out;
}

Section coefficients_section(const Material& m) {
    const Words tr = m.words();
    Section out;
    Table standard = coefficients(m, false);
    standard.note = tr("Sources by their keys: docs/sources.md of the program.",
                       "出典キーの一覧は、プログラムの docs/sources.md にあります。");
    if (!standard.rows.empty()) out.blocks.push_back(std::move(standard));
    return out;
}

}  // namespace goho::gui::report
