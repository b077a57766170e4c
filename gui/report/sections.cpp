#include "report/sections.hpp"

#include "charts/measure.hpp"
#include "io/version.hpp"
#include "views/figures.hpp"

#include <QDate>
#include <algorithm>

namespace goho::gui::report {

namespace {

constexpr SectionKind kinds[] = {
    {"question", {"The question, and the answer in short", "検討課題と結論"}, question_section},
    {"story", {"The story", "ストーリー"}, story_section, Wide::never, false},
    {"plan", {"The plan on one page", "計画の要約"}, page_section},
    {"comparison", {"Scenarios compared", "シナリオの比較"}, comparison_section},
    {"profit", {"Profit and loss", "損益計算書"}, profit_section, Wide::in_yen},
    {"balance", {"Balance sheet and cash flow", "貸借対照表・キャッシュフロー計算書"}, balance_section, Wide::in_yen},
    {"break_even", {"Break-even and fixed cost", "損益分岐点と固定費"}, break_even_section},
    {"cash", {"Cash table", "資金繰り表"}, cash_section, Wide::always},
    {"loans", {"Loans and repayment", "借入金と返済計画"}, loans_section, Wide::in_yen},
    {"gates", {"Gates and Local Benchmark", "金融機関の判定基準・ロカベン"}, gates_section, Wide::always},
    {"five", {"The five stakeholders", "五方（会社・従業員・顧客・世間・次世代）"}, five_section},
    {"actions", {"Plan of action", "行動計画"}, actions_section},
    {"disconnects", {"Disconnects, and what to repair first", "五つの分断と修復の順序"}, disconnects_section},
    {"chance", {"Uncertainty", "不確実性"}, chance_section},
    {"assumptions", {"Assumptions and their evidence", "前提条件と根拠"}, assumptions_section},
    {"decisions", {"Decision log", "意思決定ログ"}, decisions_section},
    {"appendix", {"Appendix: definitions", "付録：用語の定義"}, appendix_section},
    {"coefficients", {"Standard values of the model", "モデルの標準値"}, coefficients_section, Wide::never, false},
};

std::vector<QString> cover_lines(const Material& m) {
    const Words tr = m.words();
    const auto& run = m.plan().run;
    const Month last = run.start + (static_cast<int>(run.months.size()) - 1);
    std::vector<QString> out;
    out.push_back(tr("Period: ", "計画期間：") + qt(shown(run.start, m.shown().language)) + tr(" to ", "〜") +
                  qt(shown(last, m.shown().language)) + tr(" (%1 months)", "（%1か月）").arg(run.months.size()));
    QStringList others;
    for (const auto& name : names_of(m.scene).names) {
        if (!name.strong) others << name.text;
    }
    if (!others.isEmpty()) out.push_back(tr("Compared with: ", "比較対象：") + others.join(tr(", ", "、")));
    if (const auto told = m.plan().scenario.plan.actuals.months.size(); told > 0)
        out.push_back(tr("Actual figures to: ", "実績：") +
                      qt(shown(run.start + (static_cast<int>(told) - 1), m.shown().language)) + tr("", "まで"));
    out.push_back(tr("Amounts in ", "金額単位：") + money_unit(m.shown()));
    return out;
}

bool wanted(const Wishes& wishes, const SectionKind& kind) {
    if (wishes.sections.empty()) return kind.usual;
    return std::find(wishes.sections.begin(), wishes.sections.end(), kind.id) != wishes.sections.end();
}

}  // namespace

std::span<const SectionKind> section_kinds() { return kinds; }

Document report_of(const Material& m) {
    const Words tr = m.words();
    Document out;
    out.language = m.shown().language;
    out.client = m.wishes.client;
    out.title = m.wishes.title.isEmpty() ? tr("Management plan", "経営計画書") : m.wishes.title;
    if (m.name() != out.client) out.subtitle = m.name();
    out.prepared_for = m.wishes.prepared_for;
    out.prepared_by = m.wishes.prepared_by;
    out.date = m.wishes.date;
    const QDate day = QDate::fromString(out.date, Qt::ISODate);
    out.date_words = day.isValid() ? tr("%1-%2-%3", "%1年%2月%3日")
                                         .arg(day.year())
                                         .arg(day.month(), tr("2", "1").toInt(), 10, QLatin1Char('0'))
                                         .arg(day.day(), tr("2", "1").toInt(), 10, QLatin1Char('0'))
                                   : out.date;
    out.cover = cover_lines(m);
    out.footer = tr("A simulation from stated assumptions, no promise of results. Goho ",
                    "本書は前提条件に基づくシミュレーションであり、結果を保証するものではありません。Goho ") +
                 qt(io::version());
    for (const auto& kind : kinds) {
        if (!wanted(m.wishes, kind)) continue;
        Section section = kind.make(m);
        if (section.blocks.empty()) continue;
        section.id = qt(kind.id);
        section.title = tr(kind.title);
        section.wide = kind.wide == Wide::always || (kind.wide == Wide::in_yen && m.shown().unit == MoneyUnit::yen);
        out.sections.push_back(std::move(section));
    }
    return out;
}

}  // namespace goho::gui::report
