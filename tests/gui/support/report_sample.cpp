#include "report_sample.hpp"

#include "charts/bar_chart.hpp"
#include "charts/break_even_chart.hpp"
#include "charts/polar_chart.hpp"
#include "charts/stacked_chart.hpp"
#include "charts/waterfall_chart.hpp"
#include "files.hpp"
#include "models/statement_model.hpp"
#include "models/tables.hpp"
#include "views/compare_page.hpp"
#include "views/cost_page.hpp"
#include "views/evaluation_page.hpp"
#include "views/figures.hpp"
#include "views/overview_page.hpp"

#include <doctest/doctest.h>

namespace goho::gui::test {

using namespace report;

namespace {

template <class C, class Data>
Picture picture(const Scene& scene, const QString& title, Data data, double height, double share = 1.0) {
    auto chart = std::make_shared<C>(scene.shown);
    chart->show_data(std::move(data));
    return {title, Words{scene.shown.language}("million yen", "百万円"), chart, height, share};
}

Picture over_time(const Scene& scene, std::string_view name, double height) {
    const auto figure = quantity(name);
    REQUIRE(figure);
    return picture<TimeChart>(scene, title_of(*figure, scene.shown.language), time_data(scene, *figure, true), height);
}

report::Table of_model(const QAbstractItemModel& model, const QString& title, const Scene& scene) {
    const Words words{scene.shown.language};
    report::Table table;
    table.title = title;
    table.unit = words("Unit: million yen", "単位：百万円");
    table.corner = words("Line", "科目");
    for (int c = 0; c < model.columnCount(); ++c)
        table.headings.push_back(model.headerData(c, Qt::Horizontal).toString());
    for (int r = 0; r < model.rowCount(); ++r) {
        report::Row row;
        row.label = model.headerData(r, Qt::Vertical).toString().trimmed();
        for (int c = 0; c < model.columnCount(); ++c) {
            const QModelIndex at = model.index(r, c);
            const int better = at.data(better_role).toInt();
            row.cells.push_back({at.data().toString(),
                                 {},
                                 better > 0   ? Tone::good
                                 : better < 0 ? Tone::bad
                                              : Tone::plain});
            row.indent = at.data(indent_role).toInt();
            row.total = at.data(emphasis_role).toBool();
        }
        table.rows.push_back(row);
    }
    return table;
}

report::Table of_table(gui::Table from, const QString& title, const Scene& scene) {
    TableModel model;
    model.set(std::move(from));
    return of_model(model, title, scene);
}

Section summary(const Scene& scene) {
    const Words words{scene.shown.language};
    Section section{QStringLiteral("summary"), words("Summary", "要約"), false, {}};
    section.blocks = {
        Paragraph{words("The plan pays for itself from its own cash and keeps every covenant.",
                        "本計画は自己資金の範囲で回収でき、財務制限条項にも抵触しません。"),
                  Paragraph::Look::lead},
        Names{
            {{words("Base", "現状維持"), colors_of(Theme::light).base, false, true},
             {words("Investment plan", "設備投資計画"), scenario_color(0, Theme::light), true, false},
             {words("Prices raised by three percent", "販売価格を3％引き上げる案"), scenario_color(1, Theme::light)}}},
        Cards{
            {{words("Net sales", "売上高"), QStringLiteral("1,234"), words("million yen", "百万円"),
              QStringLiteral("+12.3%"), Tone::good},
             {words("Operating income", "営業利益"), words("-12,345,678", "△12,345,678"), words("yen", "円"),
              words("-3.4%", "△3.4%"), Tone::bad},
             {words("Equity ratio", "自己資本比率"), QStringLiteral("34.5%"), {}, QStringLiteral("+1.2pt"), Tone::good},
             {words("Cash at end of the plan", "計画期間末の現金預金"),
              QStringLiteral("567"),
              words("million yen", "百万円"),
              {},
              Tone::plain},
             {words("Years to repay debt", "債務償還年数"), QStringLiteral("8.9"), words("years", "年"),
              QStringLiteral("±0"), Tone::caution}}},
        Heading{words("What was decided", "意思決定の要点")},
        Paragraph{words("The machine is bought in the second year and paid for by a loan over seven years. "
                        "Depreciation weighs on "
                        "operating income for two years; afterwards the hours that it saves are sold.",
                        "第2年度に設備を取得し、期間7年の借入金で賄います。当初2年間は減価償却費の負担により営業利益が"
                        "減少しますが、"
                        "その後は削減された工数を販売に振り向けることで増収を見込みます。"),
                  Paragraph::Look::plain},
        Bullets{{words("Investment of 60 million yen", "設備投資額は6,000万円"),
                 words("Loan of 50 million yen at 1.8 percent, repaid in equal instalments from the month after next, "
                       "secured on the machine itself and on nothing else that the company owns",
                       "借入金5,000万円（年利1."
                       "8％、据置2か月、元金均等返済）。担保は当該設備のみとし、代表者個人の保証その他の担保は提供しな"
                       "い前提で試算しています"),
                 words("No new staff", "増員なし")}},
        Paragraph{words("Answer: yes. Cash never falls below two months of fixed cost.",
                        "結論：実行可能です。計画期間を通じて現金預金は固定費の2か月分を下回りません。"),
                  Paragraph::Look::answer},
        Pictures{{over_time(scene, "operating_income", 55.0), over_time(scene, "cash", 55.0)}},
        Paragraph{
            words("Figures for plan years; amounts include no consumption tax.", "計画年度ベース。金額は消費税抜き。"),
            Paragraph::Look::note}};
    return section;
}

Section charts(const Scene& scene) {
    const Words words{scene.shown.language};
    Section section{QStringLiteral("charts"), words("Figures over time", "推移と内訳"), false, {}};
    Picture pentagon = picture<PolarChart>(scene, words("Five directions, year 5", "五方の評価（5年目）"),
                                           polar_data(scene, 5), 75.0, 2.0);
    pentagon.note.clear();
    section.blocks = {
        Pictures{{pentagon, picture<BreakEvenChart>(scene, words("Break-even point, year 3", "損益分岐点（3年目）"),
                                                    break_even_data(scene, 3), 75.0, 3.0)}},
        Pictures{{picture<StackedChart>(scene, words("Fixed cost", "固定費"), cost_data(scene), 60.0)}},
        Heading{words("From the base to the plan", "現状維持案との差")},
        Pictures{
            {picture<WaterfallChart>(scene, words("Operating income, year 5", "営業利益（5年目）"),
                                     waterfall_data(scene, 5), 65.0),
             picture<BarChart>(scene, words("Weights of appraisal", "人事評価の配点"), weights_data(scene), 65.0)}}};
    return section;
}

Section statements(const Scene& scene) {
    const Words words{scene.shown.language};
    Section section{QStringLiteral("statements"), words("Financial statements", "財務諸表"), true, {}};
    for (const auto& layout : accounting::statement_layouts) {
        StatementModel model;
        model.set(layout, scene.answer->find(scene.active)->study, nullptr, scene.shown);
        auto table = of_model(model, words(layout.title), scene);
        table.marked = {2, 4, 9};
        table.note =
            words("Years in colour are those to which the plan is held.", "網掛けの年度は計画の検証対象年度です。");
        section.blocks.emplace_back(std::move(table));
    }
    return section;
}

Section texts(const Scene& scene) {
    const Words words{scene.shown.language};
    Section section{QStringLiteral("gates"), words("Gates and assumptions", "判定と前提条件"), false, {}};
    auto gates =
        of_table(gate_table(*scene.active_study(), scene.shown), words("Gates and targets", "関門と目標"), scene);
    gates.words = true;
    gates.unit.clear();
    section.blocks.emplace_back(std::move(gates));
    if (scene.answer->comparison) {
        auto changes = of_table(difference_table(*scene.answer->comparison, 0, scene.shown),
                                words("What the plan changes", "計画による変更点"), scene);
        changes.words = true;
        changes.unit.clear();
        section.blocks.emplace_back(std::move(changes));
        section.blocks.emplace_back(
            of_table(comparison_table(*scene.answer->comparison, scene.shown), words("Comparison", "比較"), scene));
    }
    return section;
}

}  // namespace

void open_manufacturer(Session& session) {
    const auto opened =
        session.book().open({scenarios / "manufacturer/base.json", scenarios / "manufacturer/investment_plan.json",
                             scenarios / "manufacturer/price_up.json"});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets[1]);
    REQUIRE(session.wait());
}

Document sample_report(const Scene& scene) {
    const Words words{scene.shown.language};
    Document document;
    document.language = scene.shown.language;
    document.client = words("Sakura Seimitsu Co., Ltd.", "株式会社さくら精密");
    document.title = words("Investment plan 2026–2035", "設備投資計画書（2026～2035年度）");
    document.subtitle = words("For the renewal of the machining line", "機械加工ライン更新に係る事業計画");
    document.prepared_for = words("Shinkin Bank, head office", "○○信用金庫 本店営業部 御中");
    document.prepared_by = words("Yamada Tax Accountants", "山田税理士事務所");
    document.date = QStringLiteral("2026-04-01");
    document.cover = {words("Period: April 2026 to March 2036", "計画期間：2026年4月～2036年3月（10年間）"),
                      words("Amounts in million yen", "金額の単位：百万円（未満四捨五入）")};
    document.footer = words("Confidential. The figures are a plan, not a promise.",
                            "社外秘　本書の数値は計画値であり、実績を保証するものではありません。");
    document.sections = {summary(scene), charts(scene), statements(scene), texts(scene)};
    return document;
}

report::Table uniform_table(int rows, int columns, const QString& label, const QString& cell) {
    report::Table table;
    table.title = QStringLiteral("Uniform");
    table.corner = QStringLiteral("Corner");
    for (int c = 0; c < columns; ++c) table.headings.push_back(QStringLiteral("Column %1").arg(c + 1));
    for (int r = 0; r < rows; ++r)
        table.rows.push_back({label.contains(QLatin1Char('%')) ? label.arg(r + 1) : label,
                              {},
                              std::vector<Cell>(static_cast<std::size_t>(columns), Cell{cell, {}, Tone::plain}),
                              0,
                              false});
    return table;
}

}  // namespace goho::gui::test
