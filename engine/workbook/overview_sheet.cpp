#include "simulation/period.hpp"
#include "workbook/added_sheets.hpp"
#include "workbook/formula_writer.hpp"

#include <fmt/format.h>

namespace goho::workbook {

namespace {

constexpr int chart_rows = 17, chart_columns = 6, columns = 12, first_chart_row = 12;

class Writer {
public:
    Writer(const ModelSheets& model, const analysis::Recording& run, const Sheet& gates, std::string verdict, Language language)
        : model_(model), run_(run), gates_(gates), verdict_(std::move(verdict)), language_(language) {}

    Sheet write() {
        sheet_.name = text({"Overview", "概要"});
        sheet_.paper.emplace();
        sheet_.paper->widths.assign(columns, 13.0);
        sheet_.paper->one_page = true;
        sheet_.paper->heights.push_back({0, 22.0});
        sheet_.paper->upright = true;
        words();
        charts();
        return std::move(sheet_);
    }

private:
    const ModelSheets& model_;
    const analysis::Recording& run_;
    const Sheet& gates_;
    std::string verdict_;
    Language language_;
    Sheet sheet_;

    std::string text(Label label) const { return std::string(label.in(language_)); }
    void put(int row, int column, std::string words, Style style) { sheet_.cells.push_back({row, column, Written::Kind::text, std::move(words), 0.0, style}); }

    void words() {
        put(0, 0, run_.scenario.name.in(language_), Style::title);
        put(1, 0, run_.scenario.description.in(language_), Style::note);
        put(2, 0, text({"All checks of the books:", "帳簿の検算（全体）："}), Style::heading);
        sheet_.cells.push_back({2, 3, Written::Kind::formula, verdict_cell(language_), 0.0, Style::head, false, verdict_});
        const Label lines[] = {
            {"How to read this workbook", "このブックの読み方"},
            {"Blue cells on the sheet of inputs may be changed; statements, indicators, gates, checks and charts follow.",
             "「入力」シートの青いセルを変えると、諸表・指標・判定・検算・グラフが計算し直されます。"},
            {"Each input cell has a name from its address in the scenario file: /segments/main/price is in_segments_main_price.",
             "入力セルにはシナリオファイルの位置から付けた名前があります（例：/segments/main/price は in_segments_main_price）。"},
            {"What a formula points to, it is made from: follow it from a statement to the details and the inputs.", "計算式の参照先をたどると、諸表から明細、入力まで行き着きます。"},
            {"Plain inputs with a remark, months and kinds are the shape of the plan: change them in the scenario and export again.",
             "注記のある入力・時期・種類は計画の構造です。シナリオで変更して出力し直してください。"},
            {"Amounts are yen; charts show millions of yen. Fiscal years with fewer months say so.", "金額は円、グラフは百万円です。12か月に満たない年度は年度名に月数を示します。"},
        };
        int row = 4;
        for (const Label& line : lines) {
            put(row, 0, text(line), row == 4 ? Style::heading : Style::plain);
            ++row;
        }
    }

    std::string first_cell(const std::string& range) const { return range.substr(0, range.find(':')); }

    Curve curve(SheetNumber sheet, std::string_view line, int first, int last) const {
        const int row = model_.rows.find(line)->second;
        return {first_cell(model_.range(sheet, row, 0, 0)), model_.range(sheet, sheet == yearly ? year_row : head_row, first, last), model_.range(sheet, row, first, last)};
    }
    Curve yearly_curve(std::string_view line) const { return curve(yearly, line, first_month_column, first_month_column + static_cast<int>(model_.years.size()) - 1); }

    void add(int place, Chart chart) {
        chart.row = first_chart_row + place / 2 * (chart_rows + 1);
        chart.column = place % 2 * chart_columns;
        chart.last_row = chart.row + chart_rows;
        chart.last_column = chart.column + chart_columns;
        sheet_.charts.push_back(std::move(chart));
    }

    void charts() {
        using Kind = Chart::Kind;
        const int months = run_.months();
        add(0, {Kind::lines, Chart::Scale::yen, text({"Cash at the end of the month", "月末の現金預金"}),
                {curve(monthly, "cash", first_month_column + 1, first_month_column + months)}, 0, 0, 0, 0, months > 24 ? 12 : 3});
        add(1, {Kind::columns, Chart::Scale::yen, text({"Net sales and operating income", "売上高と営業利益"}), {yearly_curve("net_sales"), yearly_curve("operating_income")}});
        add(2, {Kind::columns, Chart::Scale::yen, text({"Marginal profit and fixed cost", "限界利益と固定費"}), {yearly_curve("marginal_profit"), yearly_curve("fixed_cost")}});
        if (const auto ratio = break_even()) add(3, *ratio);
        add(4, {Kind::stacked, Chart::Scale::yen, text({"Loans outstanding", "借入残高"}),
                {yearly_curve("long_term_loans"), yearly_curve("short_term_loans"), yearly_curve("bonds"), yearly_curve("overdraft")}});
        add(5, {Kind::columns, Chart::Scale::yen, text({"Cash flow", "キャッシュフロー"}),
                {yearly_curve("operating_cash_flow"), yearly_curve("investing_cash_flow"), yearly_curve("financing_cash_flow")}});
    }

    /// The row of the break-even ratio stands on the sheet of gates.
    std::optional<Chart> break_even() const {
        const std::string_view label = stakeholders::find_indicator("break_even_ratio")->label.in(language_);
        for (const Written& cell : gates_.cells) {
            if (cell.column != 0 || cell.text != label) continue;
            const int last = first_month_column + static_cast<int>(model_.years.size()) - 1;
            const auto on_gates = [&](int row, int from, int to) {
                const std::string there = model_.range(yearly, row, from, to);
                return "='" + gates_.name + there.substr(there.find("'!"));
            };
            return Chart{Chart::Kind::lines, Chart::Scale::percent, std::string(label),
                         {{first_cell(on_gates(cell.row, 0, 0)), on_gates(year_row, first_month_column, last), on_gates(cell.row, first_month_column, last)}}};
        }
        return {};
    }
};

}  // namespace

Sheet overview_sheet(const ModelSheets& model, const analysis::Recording& run, const Sheet& gates, std::string verdict, Language language) {
    return Writer(model, run, gates, std::move(verdict), language).write();
}

}  // namespace goho::workbook
