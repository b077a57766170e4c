#include "forms/local_benchmark.hpp"
#include "forms/years.hpp"
#include "workbook/formula_writer.hpp"

#include <fmt/format.h>

namespace goho::forms {

using stakeholders::benchmark_rows;

namespace {

/// Rows of points stand below those of figures, in the same columns.
struct Points {
    Page& page;
    const LineTable& table;
    const Years& years;
    const analysis::Study& study;
    const Setting& s;
    int table_row;  // where the table of figures begins

    std::string figure_cell(std::size_t i, int column) const { return table.cell(table_row, benchmark_rows[i].indicator, column, true); }
};

std::string threshold_words(const stakeholders::Thresholds& thresholds, const stakeholders::Indicator& indicator, const Setting& s) {
    std::string out = s.text("5 to 2 points: ", "5点～2点：");
    for (std::size_t k = 0; k < thresholds.size(); ++k) out += (k ? " / " : "") + with_unit(thresholds[k], indicator.unit, s.language);
    return out + (indicator.better == Better::lower ? s.text(" or less", " 以下") : s.text(" or more", " 以上"));
}

std::string points_formula(const std::string& cell, const stakeholders::Thresholds& thresholds, const stakeholders::Indicator& indicator, std::string_view none) {
    std::string nested = "1";
    for (int k = 3; k >= 0; --k) {
        nested = fmt::format("IF({}{}{},{},{})", cell, indicator.better == Better::lower ? "<=" : ">=", thresholds[static_cast<std::size_t>(k)], 5 - k, nested);
    }
    return fmt::format("IF(ISNUMBER({}),{},{})", cell, nested, none);
}

int write_points(const Points& p, int row, const stakeholders::BenchmarkIndustry& industry) {
    const int first_column = 2, first = row + 1;
    p.page.text(row, 0, p.s.text("Points", "点数"), Style::head);
    p.page.text(row, 1, p.s.text("Thresholds of the file", "基準値（指定されたファイル）"), Style::head);
    for (int c = 0; c < p.years.count(); ++c) p.page.text(row, first_column + c, {}, Style::head);
    for (std::size_t i = 0; i < benchmark_rows.size(); ++i) {
        ++row;
        const auto& indicator = *stakeholders::find_indicator(benchmark_rows[i].indicator);
        p.page.text(row, 0, p.s.text(indicator.label));
        p.page.text(row, 1, threshold_words(industry.thresholds[i], indicator, p.s), Style::note);
        for (int c = 0; c < p.years.count(); ++c) {
            const int at = first_column + c;
            if (p.years.at(c) == nullptr) {
                p.page.text(row, at, std::string(no_figure), Style::centred);
                continue;
            }
            const auto& scored = p.study.benchmark_scores[static_cast<std::size_t>(p.years.year_of(c))].rows[i];
            // An EBITDA of zero or less leaves no multiple, and that is the worst case.
            const bool worst = benchmark_rows[i].key == "ebitda_debt_multiple";
            const std::string formula = points_formula(p.figure_cell(i, c), industry.thresholds[i], indicator, worst ? "1" : fmt::format("\"{}\"", no_figure));
            if (scored.points) p.page.formula(row, at, formula, *scored.points, Style::yen);
            else p.page.word_formula(row, at, formula, std::string(no_figure));
        }
        p.page.fit_height(row);
    }
    const int last = row;
    p.page.text(++row, 0, p.s.text("Sum of 30", "合計点（30点満点）"), Style::total);
    p.page.text(row, 1, {}, Style::note);
    p.page.text(row + 1, 0, p.s.text("Grade", "総合評価ランク"), Style::total);
    p.page.text(row + 1, 1, p.s.text("A from 24, B from 18, C from 12 points", "A：24点以上、B：18点以上、C：12点以上、D：12点未満"), Style::note);
    for (int c = 0; c < p.years.count(); ++c) {
        const int at = first_column + c;
        if (p.years.at(c) == nullptr) {
            for (const int r : {row, row + 1}) p.page.text(r, at, std::string(no_figure), Style::centred);
            continue;
        }
        const auto& score = p.study.benchmark_scores[static_cast<std::size_t>(p.years.year_of(c))];
        const std::string all = workbook::address(first, at) + ":" + workbook::address(last, at), sum = workbook::address(row, at);
        const std::string formula = fmt::format("IF(COUNT({0})<{1},\"{2}\",SUM({0}))", all, benchmark_rows.size(), no_figure);
        if (score.sum) p.page.formula(row, at, formula, *score.sum, Style::yen);
        else p.page.word_formula(row, at, formula, std::string(no_figure));
        p.page.word_formula(row + 1, at, fmt::format("IF(ISNUMBER({0}),IF({0}>=24,\"A\",IF({0}>=18,\"B\",IF({0}>=12,\"C\",\"D\"))),\"{1}\")", sum, no_figure),
                            score.grade ? std::string(1, *score.grade) : std::string(no_figure));
    }
    return row + 2;
}

/// One of the six: name, definition and figure are the indicator's, the formula says the same over the lines above.
Line six(std::string_view name, Style style, const std::string& above, const std::string& below, const Setting& s, FigureOf figure,
         std::string_view then = "") {
    const auto& indicator = *stakeholders::find_indicator(name);
    const std::string unit = unit_name(indicator.unit, s.language);
    Line line = ratio(std::string(name), s.text(indicator.label), style, std::move(figure),
                      fmt::format("IF({1}>0,{0}/{1}{2},\"{3}\")", above, below, then, no_figure),
                      (unit.empty() ? "" : s.text("In ", "単位：") + unit + s.text(". ", "。")) + s.text(indicator.definition));
    return line;
}

void ingredients(LineTable& table, const Years& years, const Setting& s) {
    table << heading(s.text("Figures of the statements", "決算書・計画の数値")) << years.months() << years.books("net_sales") << years.books("operating_income")
          << years.books("depreciation")
          << Line{Line::Kind::plain, "employees", s.text("Headcount at the end", "期末人員数"), {}, Style::decimal, years.line("employees")}
          << years.books("cash")
          << money("debt", s.text("Loans and bonds", "借入金・社債"), years.balance([](const auto& b) { return stakeholders::interest_bearing_debt(b); }))
          << years.books("notes_receivable") << years.books("accounts_receivable") << years.books("inventory") << years.books("notes_payable")
          << years.books("accounts_payable") << years.books("net_assets") << years.books("total_assets");
}

void indicators(LineTable& table, const Years& years, const Setting& s) {
    const std::string a_year = "*12/{months}";
    const std::string in_thousands = s.unit == MoneyUnit::yen ? "/1000" : s.unit == MoneyUnit::million ? "*1000" : "";
    table << heading(s.text("Six indicators", "財務6指標"))
          << six("locaben_sales_growth", Style::percent, "({net_sales}" + a_year + ")", "({net_sales<}*12/{months<})", s, years.indicator("locaben_sales_growth"), "-1")
          << six("locaben_operating_margin", Style::percent, "{operating_income}", "{net_sales}", s, years.indicator("locaben_operating_margin"))
          << six("locaben_labour_productivity", Style::yen, "({operating_income}" + a_year + in_thousands + ")", "{employees}", s,
                 years.indicator("locaben_labour_productivity"))
          << six("locaben_ebitda_debt_multiple", Style::decimal, "({debt}-{cash})", "(({operating_income}+{depreciation})" + a_year + ")", s,
                 years.indicator("locaben_ebitda_debt_multiple"))
          << six("locaben_working_capital_months", Style::decimal,
                 "(({notes_receivable}+{accounts_receivable}+{inventory}-{notes_payable}-{accounts_payable})*12)", "({net_sales}" + a_year + ")", s,
                 years.balance_indicator("locaben_working_capital_months"))
          << six("locaben_equity_ratio", Style::percent, "{net_assets}", "{total_assets}", s, years.balance_indicator("locaben_equity_ratio"));
}

}  // namespace

Page six_indicators(const analysis::Study& study, const stakeholders::Benchmark* benchmark, const Setting& s) {
    const Years years(study, s, Years::Latest::shown);
    std::vector<double> widths{28.0, 40.0};
    widths.resize(2 + static_cast<std::size_t>(years.count()), 12.0);
    Page page(s, s.text("Six indicators", "財務分析（6つの指標）"), std::move(widths));
    int row = page.head(s.text("Local Benchmark: financial analysis", "ローカルベンチマーク：財務分析（6つの指標）"), study.scenario.name.in(s.language),
                        s.text("Arranged after METI's Local Benchmark; not the official file. Planned years are assumptions of the plan.",
                               "経済産業省のローカルベンチマークを参考に配置したもので、公式のツールではありません。計画期の数値は計画上の仮定です。"));
    LineTable table(s, years.columns());
    ingredients(table, years, s);
    indicators(table, years, s);
    const int table_row = row;
    row = table.write(page, row, s.text("Line", "項目"), true) + 1;
    page.repeat_heads(table_row, table_row, 2);
    const auto* industry = benchmark ? benchmark->find(study.scenario.plan.company.industry.view()) : nullptr;
    if (industry == nullptr || study.benchmark_scores.empty()) {
        page.note(row, benchmark == nullptr
                           ? s.text("No thresholds given for the industry, so there are no points: name a benchmark file with --benchmark or in the scenario.",
                                    "業種基準値が未指定のため、点数は計算していません。--benchmark またはシナリオでベンチマークファイルを指定してください。")
                           : s.text("The benchmark file has no thresholds for this industry, so there are no points.", "指定されたファイルにこの業種の基準値がないため、点数は計算していません。"));
        return page;
    }
    row = write_points({page, table, years, study, s, table_row}, row, *industry);
    page.note(row, (benchmark->example ? s.text("The thresholds are INVENTED examples. ", "基準値は架空の例です。") : std::string()) +
                       benchmark->title.in(s.language) + s.text(": ", "：") + industry->name.in(s.language) + s.text(". ", "。") + s.text(stakeholders::benchmark_caveat));
    return page;
}

}  // namespace goho::forms
