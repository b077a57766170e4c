#include "forms/value_added.hpp"

#include "core/number.hpp"
#include "forms/years.hpp"

#include <fmt/format.h>

namespace goho::forms {

using stakeholders::GateResult;
using stakeholders::YearView;

namespace {

std::string definition_of(std::string_view indicator, const Setting& s) { return s.text(stakeholders::find_indicator(indicator)->definition); }

/// Growth of a line: against the year before, since the base year, and a year on average since then.
class Growth {
public:
    Growth(const Years& years, const Setting& setting, std::string id, FigureOf figure)
        : years_(years), s_(setting), id_(std::move(id)), figure_(std::move(figure)) {}

    Line yearly() const {
        return {Line::Kind::plain, id_ + "_yearly", "  " + s_.text("against the year before", "前期比"), s_.text("of twelve months", "12か月換算"), Style::percent,
                [y = &years_, f = figure_](int c) -> std::optional<double> {
                    if (c == 0 || y->at(c - 1) == nullptr) return {};
                    const auto from = f(c - 1), to = f(c);
                    if (!from || !to || *from <= 0.0) return {};
                    return y->at(c)->annual(*to) / y->at(c - 1)->annual(*from) - 1.0;
                },
                same(fmt::format("IF({{{0}<}}>0,({{{0}}}*12/{{months}})/({{{0}<}}*12/{{months<}})-1,\"{1}\")", id_, no_figure))};
    }
    Line since_base() const {
        return {Line::Kind::plain, id_ + "_since", "  " + s_.text("since the base year", "基準年度比"), s_.text("base: first whole fiscal year", "基準＝計画の最初の通期"),
                Style::percent, [y = &years_, f = figure_](int c) { return since(*y, f, c); },
                when_later(fmt::format("IF({{{0}!}}>0,{{{0}}}/{{{0}!}}-1,\"{1}\")", id_, no_figure))};
    }
    Line average() const {
        const auto formula = [y = &years_, id = id_](int c) {
            if (!later(*y, c)) return std::string();
            return fmt::format("IF({{{0}!}}>0,IF({{{0}}}>0,({{{0}}}/{{{0}!}})^(1/{1})-1,-1),\"{2}\")", id, c - y->base_column(), no_figure);
        };
        return {Line::Kind::plain, id_ + "_average", "  " + s_.text("a year since then (CAGR)", "年平均成長率（CAGR）"), {}, Style::percent,
                [y = &years_, f = figure_](int c) -> std::optional<double> {
                    const auto whole = since(*y, f, c);
                    if (!whole) return {};
                    return *whole > -1.0 ? goho::pow(1.0 + *whole, 1.0 / (c - y->base_column())) - 1.0 : -1.0;
                },
                formula};
    }

private:
    const Years& years_;
    const Setting& s_;
    std::string id_;
    FigureOf figure_;

    /// Whole years behind the base year.
    static bool later(const Years& y, int c) { return c > y.base_column() && y.at(c) != nullptr && y.at(c)->months == 12; }
    static std::optional<double> since(const Years& y, const FigureOf& f, int c) {
        if (!later(y, c)) return {};
        const auto from = f(y.base_column()), to = f(c);
        if (!from || !to || *from <= 0.0) return {};
        return *to / *from - 1.0;
    }
    FormulaOf when_later(std::string formula) const {
        return [y = &years_, formula = std::move(formula)](int c) { return later(*y, c) ? formula : std::string(); };
    }
};

void ingredients(LineTable& table, const Years& years, const Setting& s) {
    table << heading(s.text("What it is made from", "計算の基礎")) << years.months();
    for (const auto* id : {"net_sales", "variable_cost", "operating_income", "ordinary_income", "personnel_cost", "depreciation", "interest_expense", "rent_and_lease",
                           "taxes_and_dues", "officer_pay", "employee_pay", "part_time_pay", "bonus_cost"}) {
        table << years.books(id);
    }
    table << Line{Line::Kind::plain, "employees", s.text("Headcount at the end", "期末人員数"), {}, Style::decimal, years.line("employees")}
          << Line{Line::Kind::plain, "labour_hours", s.text("Labour hours", "総労働時間"), {}, Style::yen,
                  years.reckoned([](const YearView& y) { return std::optional(y.now.labour_hours); })};
}

void definition(LineTable& table, const Years& years, const Setting& s, std::string_view indicator, std::string formula) {
    const auto& row = *stakeholders::find_indicator(indicator);
    table << heading(s.text(row.label));
    Line line = money_total(std::string(indicator), s.text(row.label), years.indicator(indicator), std::move(formula));
    line.remark = s.text(row.definition);
    table << line;
    const Growth growth(years, s, std::string(indicator), years.indicator(indicator));
    table << growth.yearly() << growth.since_base() << growth.average();
}

void per_person(LineTable& table, const Years& years, const Setting& s) {
    const auto guarded = [&](const std::string& above, std::string_view below) { return fmt::format("IF({{{1}}}>0,{0}/{{{1}}},\"{2}\")", above, below, no_figure); };
    Line head = money("value_added_per_head", s.text("Value added per head", "1人あたり付加価値額"), years.indicator("value_added_per_head"));
    head.formula = same(guarded("{value_added_subsidy}*12/{months}", "employees"));
    head.remark = definition_of("value_added_per_head", s);
    const FigureOf pay = years.reckoned([](const YearView& y) { return std::optional(stakeholders::total_pay(y.now)); });
    Line total = money_total("total_pay", s.text("Total pay", "給与支給総額"), pay, "{officer_pay}+{employee_pay}+{part_time_pay}+{bonus_cost}");
    total.remark = s.text("Pay and bonus, officers included; bonus with its social insurance", "役員報酬・給料・雑給・賞与。賞与引当は法定福利費を含む");
    const Growth head_growth(years, s, "value_added_per_head", years.indicator("value_added_per_head"));
    const Growth growth(years, s, "total_pay", pay);
    table << heading(s.text("Per head, and pay", "1人あたり・給与"), true) << head << head_growth.since_base() << total << growth.yearly() << growth.since_base() << growth.average();

    // Two ratios share the name, so each stands with its definition.
    const auto& hourly = *stakeholders::find_indicator("productivity_growth_plan");
    const auto& locaben = *stakeholders::find_indicator("locaben_labour_productivity");
    const std::string to_yen = fmt::format("*{:.0f}", size_of(s.unit)), to_thousand = s.unit == MoneyUnit::yen ? "/1000" : s.unit == MoneyUnit::million ? "*1000" : "";
    const auto remark = [&](const stakeholders::Indicator& i) { return s.text("In ", "単位：") + unit_name(i.unit, s.language) + s.text(". ", "。") + s.text(i.definition); };
    const Growth hourly_growth(years, s, "hourly", years.indicator("productivity_growth_plan"));
    table << heading(s.text("Labour productivity: two definitions", "労働生産性（定義が異なる2つの指標）"))
          << ratio("hourly", s.text(hourly.label), Style::yen, years.indicator("productivity_growth_plan"), guarded("({value_added_subsidy}" + to_yen + ")", "labour_hours"), remark(hourly))
          << hourly_growth.since_base()
          << ratio("locaben", s.text(locaben.label), Style::yen, years.indicator("locaben_labour_productivity"),
                   guarded("({operating_income}*12/{months}" + to_thousand + ")", "employees"), remark(locaben));
}

/// The figures that a programme's rule compares, by the lines of the first page.
struct Compared {
    std::string_view gate, line, second_line;  // of two lines the better growth counts
    bool yearly = false;                       // growth a year on average instead of in all
};
constexpr Compared compared[] = {
    {"innovation_plan_value_added", "value_added_subsidy", "value_added_per_head"},
    {"innovation_plan_total_pay", "total_pay", ""},
    {"improvement_plan_productivity", "hourly", ""},
    {"manufacturing_subsidy", "value_added_subsidy", "", true},
    {"new_business_subsidy", "value_added_subsidy", "", true},
};

class Requirements {
public:
    Requirements(const analysis::Study& study, const Years& years, const Setting& setting, const LineTable& table, int table_row, const std::string& sheet)
        : study_(study), years_(years), s_(setting), table_(table), table_row_(table_row), sheet_("'" + sheet + "'!") {}

    int write(Page& page, int row) const {
        const Label heads[] = {{"Programme and rule", "制度・要件"}, {"Definition", "定義"}, {"Years", "年数"}, {"Fiscal year", "対象年度"}, {"Base year", "基準年度の値"},
                               {"That year", "対象年度の値"}, {"Growth", "伸び率"}, {"Asked for", "基準"}, {"Verdict", "判定"}, {"Source, read in", "出典・確認時点"}};
        for (int c = 0; c < 10; ++c) page.text(row, c, s_.text(heads[c]), Style::head);
        page.repeat_heads(row, row);
        bool any = false;
        for (const Compared& rule : compared) {
            for (const GateResult& r : study_.gates) {
                if (r.gate != rule.gate || column_of(r) >= years_.count()) continue;
                line(page, ++row, rule, r);
                any = true;
            }
        }
        if (!any) page.wide(row + 1, 0, row + 1, 9, s_.text("The plan is too short: no whole fiscal year lies three years behind the first.", "計画期間が短く、最初の通期から3年後の通期がありません。"));
        return page.note(row + 2, s_.text("Sources are named by their keys in the product's list of sources (docs/sources.md).", "出典は製品付属の出典一覧（docs/sources.md）のキーで示しています。"));
    }

private:
    const analysis::Study& study_;
    const Years& years_;
    const Setting& s_;
    const LineTable& table_;
    int table_row_;
    std::string sheet_;

    int column_of(const GateResult& r) const { return r.year - years_.year_of(0); }
    std::string cell(std::string_view line, int column) const { return sheet_ + table_.cell(table_row_, line, column, true); }

    std::string growth(const Compared& rule, int column) const {
        const int base = years_.base_column();
        const auto of = [&](std::string_view line) { return fmt::format("{}/{}-1", cell(line, column), cell(line, base)); };
        if (rule.yearly) return fmt::format("IF({0}>0,({0}/{1})^(1/{2})-1,-1)", cell(rule.line, column), cell(rule.line, base), column - base);
        return rule.second_line.empty() ? of(rule.line) : fmt::format("MAX({},{})", of(rule.line), of(rule.second_line));
    }

    void value(Page& page, int row, int column, std::string_view line, int of) const {
        const YearView& year = *years_.at(of);
        const double figure = line == "total_pay" ? s_.shown(stakeholders::total_pay(year.now))
                              : line == "hourly"  ? stakeholders::find_indicator("productivity_growth_plan")->compute(year).value_or(0.0)
                                                  : s_.shown(stakeholders::value_added(year.now));
        page.formula(row, column, cell(line, of), figure, Style::yen);
    }

    void line(Page& page, int row, const Compared& rule, const GateResult& r) const {
        const int column = column_of(r), n = column - years_.base_column();
        page.text(row, 0, s_.text(r.label));
        page.text(row, 1, s_.text(r.definition), Style::note);
        page.number(row, 2, n, Style::yen);
        page.text(row, 3, in_lines(r.year_label.in(s_.language)));
        value(page, row, 4, rule.line, years_.base_column());
        value(page, row, 5, rule.line, column);
        page.number(row, 7, *r.threshold, Style::percent);
        if (r.figure) {
            const auto here = [row](int c) { return std::string(1, static_cast<char>('A' + c)) + std::to_string(row + 1); };
            page.formula(row, 6, growth(rule, column), *r.figure, Style::percent);
            page.word_formula(row, 8, fmt::format("IF({}>={},\"{}\",\"{}\")", here(6), here(7), s_.text(label_of(stakeholders::Verdict::met)), s_.text(label_of(stakeholders::Verdict::missed))),
                              s_.text(label_of(r.verdict)));
        } else {
            page.text(row, 6, s_.text(r.reason), Style::note);
            page.text(row, 8, s_.text(label_of(r.verdict)), Style::centred);
        }
        page.text(row, 9, fmt::format("{} ({})", r.source, r.dated), Style::note);
        page.fit_height(row);
    }
};

}  // namespace

std::vector<Page> value_added_pages(const analysis::Study& study, const Setting& s) {
    const Years years(study, s, Years::Latest::left_out);
    std::vector<double> widths{34.0, 40.0};
    widths.resize(2 + static_cast<std::size_t>(years.count()), 12.5);
    Page first(s, s.text("Value added", "付加価値額"), std::move(widths));
    const int row = first.head(s.text("Value added by year, in three definitions", "付加価値額（3つの定義）"), study.scenario.name.in(s.language),
                               s.text("The base year is the first whole fiscal year of the plan, because the books of the year before are not held; programmes measure from the "
                                      "latest closed year. Not an official file.",
                                      "基準年度は計画の最初の通期です（直近の決算書の明細を保持していないため）。各制度は直近の決算期を基準とします。公式の様式ではありません。"));
    LineTable table(s, years.columns());
    ingredients(table, years, s);
    definition(table, years, s, "value_added_subsidy", "{operating_income}+{personnel_cost}+{depreciation}");
    definition(table, years, s, "value_added_boj", "{ordinary_income}+{personnel_cost}+{interest_expense}+{rent_and_lease}+{taxes_and_dues}+{depreciation}");
    definition(table, years, s, "value_added_deduction", "{net_sales}-{variable_cost}");
    per_person(table, years, s);
    table.write(first, row, s.text("Line", "項目"), true);
    first.repeat_heads(row, row, 2);

    Page second(s, s.text("Requirements", "要件との照合"), {28.0, 46.0, 6.0, 16.0, 13.0, 13.0, 10.0, 9.0, 9.0, 20.0});
    const int from = second.head(s.text("What public programmes ask for", "認定・補助金の要件との照合"), study.scenario.name.in(s.language),
                                 s.text("Thresholds are dated data and change by year and round: check the current rules before applying. Other conditions of the programmes are "
                                        "not looked at.",
                                        "基準値は確認時点のデータで、年度・公募回により変わります。申請前に最新の公募要領等をご確認ください。各制度のその他の要件は判定していません。"));
    Requirements(study, years, s, table, row, first.name()).write(second, from);
    std::vector<Page> pages;
    pages.push_back(std::move(first));
    pages.push_back(std::move(second));
    return pages;
}

}  // namespace goho::forms
