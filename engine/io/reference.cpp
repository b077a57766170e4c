#include "io/reference.hpp"

#include "accounting/books.hpp"
#include "core/format.hpp"
#include "io/problem_codes.hpp"
#include "simulation/narrative.hpp"
#include "simulation/plan.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/indicator.hpp"

#include <fmt/format.h>

namespace goho::io {

namespace {

constexpr std::string_view generated = "<!-- Made by `goho docs`; do not edit. -->\n";

std::string number(double value) { return plain_number(value, 6); }

std::string span(Range range) { return number(range.low) + " … " + number(range.high); }

std::string both(const Label& label) { return fmt::format("{}<br>{}", label.en, label.ja); }

template <class S> std::string default_of(const Parameter<S>& row) {
    const S defaults{};
    if (row.need == Need::required) return "**required** 必須";
    return std::visit(
        [&](auto field) -> std::string {
            using F = decltype(field);
            if constexpr (std::is_same_v<F, Choice<S>>) return fmt::format("`{}`", field.options[static_cast<std::size_t>(field.get(defaults))].key);
            else if constexpr (std::is_same_v<F, double S::*> || std::is_same_v<F, int S::*>) return number(defaults.*field);
            else if constexpr (std::is_same_v<F, bool S::*>) return defaults.*field ? "yes" : "no";
            else if constexpr (std::is_same_v<F, ShortText S::*>) return (defaults.*field).empty() ? "–" : fmt::format("`{}`", (defaults.*field).view());
            else return "–";
        },
        row.field);
}

template <class S> std::string range_of(const Parameter<S>& row) {
    if (const auto* choice = std::get_if<Choice<S>>(&row.field)) {
        std::string out;
        for (const Option& option : choice->options) out += fmt::format("{}`{}` {}", out.empty() ? "" : "<br>", option.key, option.label.ja);
        return out;
    }
    if (std::holds_alternative<Reference S::*>(row.field)) return fmt::format("an id of `{}`", row.unit);
    if (std::holds_alternative<double S::*>(row.field) || std::holds_alternative<int S::*>(row.field)) {
        return fmt::format("{}<br>usual {}", span(row.valid), span(row.plausible));
    }
    return row.unit == "month" ? "`2027-04`" : "–";
}

template <class S, std::size_t N> std::string rows_of(const std::array<Parameter<S>, N>& table) {
    std::string out = "| Key | Name 名称 | Meaning 意味 | Unit | Default | Range 範囲 | Timeline | Evidence 根拠 |\n|---|---|---|---|---|---|---|---|\n";
    for (const auto& row : table) {
        const bool reference = std::holds_alternative<Reference S::*>(row.field);
        out += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} `{}` |\n", row.name, both(row.label), both(row.meaning),
                           reference ? "id" : row.unit, default_of(row), range_of(row), row.change == Change::monthly ? "yes" : "–",
                           grade(row.evidence), row.source);
    }
    return out;
}

}  // namespace

std::string parameters_page() {
    std::string out = "# Parameters 入力項目\n\n" + std::string(generated) +
                      "\nEvery section of a scenario file and every key in it. *Usual* is the range in which a value raises no note; outside "
                      "the first range it is refused. *Timeline* says whether the value may change while the plan runs. Evidence: A your own "
                      "figure, B study or law, C assumption; the key beside it is explained in [sources](../sources.md).\n\n"
                      "シナリオファイルの全項目。「usual」は通常の範囲（外れると注意を表示）、その前の範囲を外れるとエラー。"
                      "「Timeline」は計画期間中に変更できるかどうか。根拠: A 自社の数値、B 研究・統計・法令、C 仮定。\n";
    simulation::for_each_section<double>([&](const auto& section) {
        using Held = std::remove_cvref_t<decltype(simulation::Plan<double>{}.*section.member)>;
        out += fmt::format("\n## `{}` {} {}\n\n", section.name, section.label.en, section.label.ja);
        if constexpr (simulation::is_collection<Held>) {
            out += "A collection keyed by id; every item may also have a `name` and a `note`. IDをキーとする集合。\n\n";
            out += rows_of(simulation::table_of<decltype(Held{}[0].parameters)>());
        } else {
            out += rows_of(simulation::table_of<Held>());
        }
    });
    out += "\n## `actuals` Months as they happened 実績\n\n"
           "The plan's first months from the company's books, keyed by month; without a gap. What is not given stays as planned, and the plan goes "
           "on from the last of them. Items stand under the ids that they have in the plan. 帳簿から取り込んだ最初の月。途切れなく入れる。省略した項目は計画どおり。\n\n"
           "| Key | Name 名称 | Meaning 意味 | Unit |\n|---|---|---|---|\n";
    const auto actual_rows = [&](std::string_view section, const auto& rows) {
        for (const auto& row : rows) out += fmt::format("| `{}{}` | {} | {} | {} |\n", section, row.name, both(row.label), both(row.meaning), row.unit);
    };
    simulation::for_each_actual_section([&](std::string_view key, auto, const auto& rows) { actual_rows(fmt::format("{}.ID.", key), rows); });
    actual_rows("company.", simulation::actual::company_figures);
    out += "\n## `story` Story ストーリー\n\n"
           "The steps in which a plan is presented, keyed by id, in the order of the file; a run does not look at them. 計画を説明する順序。計算には影響しない。\n\n"
           "| Key | Meaning 意味 | Write |\n|---|---|---|\n"
           "| `title` | What the step says; **required**.<br>見出し（必須） | text |\n"
           "| `text` | What is said about it; lines are kept.<br>話す内容（改行可） | text |\n";
    out += "| `page` | Page of the window.<br>画面のページ | ";
    for (const Option& page : simulation::story_pages) out += fmt::format("{}`{}` {}", &page == simulation::story_pages.data() ? "" : "<br>", page.key, page.label.ja);
    out += " |\n"
           "| `year` | Plan year to look at.<br>注目する計画年次 | 1 … 50 |\n"
           "| `scenarios` | Files shown, seen from this file, the first in front; without it this scenario.<br>表示するファイル（このファイルからの相対パス、先頭が主役） | list of paths |\n"
           "| `levers` | Addresses of what may be moved meanwhile.<br>その場で動かせるレバー | list of addresses |\n"
           "| `highlight` | The figure to look at.<br>注目する数値 | name of a result or an indicator |\n"
           "\n## `decision_log` Decision log 意思決定ログ\n\n"
           "What was decided over the plan, keyed by id; a run does not look at it. 計画について決めたこと。計算には影響しない。\n\n"
           "| Key | Meaning 意味 | Write |\n|---|---|---|\n"
           "| `date` | Month of the decision.<br>決定した月 | `2027-04` |\n"
           "| `question` | What was to be decided; **required**.<br>何を決めるのか（必須） | text |\n"
           "| `finding` | What the figures say.<br>わかったこと | text |\n"
           "| `decision` | What was decided.<br>決めたこと | text |\n"
           "| `owner` | Who does it.<br>担当 | text |\n"
           "| `due` | Until when.<br>期限 | `2027-06` |\n";
    return out;
}

std::string results_page() {
    std::string out = "# Results 出力項目\n\n" + std::string(generated) +
                      "\nThe monthly series of `goho run FILE --format json` (under `series`, and for each segment under `segments`), the sums of "
                      "its fiscal years, and the indicators (under `kpis`). A flow is summed over a year, a stock stands at its end. The label "
                      "of the equation leads to [the accounting page](../model/accounting.md) or [the indicators page](../model/indicators.md).\n\n"
                      "`goho run FILE --format json` の月次系列（`series`・`segments`）、年度集計、経営指標（`kpis`）。フローは年度合計、ストックは期末残高。\n"
                      "\n## Company books 全社の帳簿\n\n| Key | Name 名称 | Unit | Kind | Better | Equation |\n|---|---|---|---|---|---|\n";
    const auto better = [](Better b) { return b == Better::higher ? "higher" : b == Better::lower ? "lower" : "–"; };
    for (const auto& v : accounting::variables<double>) {
        out += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", v.name, both(v.label), v.unit, v.kind == Kind::flow ? "flow" : "stock", better(v.better), v.equation);
    }
    out += "\n## Segments 部門\n\n| Key | Name 名称 | Unit | Kind | Better | Equation |\n|---|---|---|---|---|---|\n";
    for (const auto& v : accounting::segment_variables<double>) {
        out += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", v.name, both(v.label), v.unit, v.kind == Kind::flow ? "flow" : "stock", better(v.better), v.equation);
    }
    const auto list = [&](std::string_view title, const auto& table) {
        out += fmt::format("\n## {}\n\n| Key | Name 名称 | Unit | Kind | Better | Equation |\n|---|---|---|---|---|---|\n", title);
        for (const auto& v : table) {
            out += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", v.name, both(v.label), v.unit, v.kind == Kind::flow ? "flow" : "stock", better(v.better), v.equation);
        }
    };
    list("Behaviour 行動（`behaviour.series`, CSV: `conduct.…`）", simulation::conduct_variables<double>);
    list("Customers by segment 部門別の顧客（`behaviour.customers`）", simulation::customer_variables<double>);
    list("Initiatives 施策（`behaviour.initiatives`）", simulation::initiative_variables<double>);
    list("People by job group 職種別の人員（`behaviour.people`）", simulation::people_variables<double>);
    out += "\n## Indices of the five directions 五方の指数\n\nTheory: [five directions](../model/five_directions.md).\n\n| Key | Name 名称 | Definition 定義 |\n|---|---|---|\n";
    for (const auto& f : stakeholders::direction_figures()) out += fmt::format("| `{}` | {} | {} |\n", f.name, both(f.label), both(f.definition));
    out += "\n## Indicators 経営指標\n\n| Key | Name 名称 | Definition 定義 | Unit | Better | Equation | Source |\n|---|---|---|---|---|---|---|\n";
    for (const auto& i : stakeholders::indicators()) {
        out += fmt::format("| `{}` | {} | {} | {} | {} | {} | `{}` |\n", i.name, both(i.label), both(i.definition), i.unit, better(i.better), i.equation, i.source);
    }
    out += "\n## Other parts of the run document その他\n\n"
           "| Key | What it holds |\n|---|---|\n"
           "| `goho`, `scenario`, `pins` | Program version, the scenario's names, start and length, the dated tables used. プログラムの版・シナリオ・使用した表 |\n"
           "| `months` | The months of every series, `2027-04` first to last. 系列の月 |\n"
           "| `opening` | The opening balance sheet. 開始貸借対照表 |\n"
           "| `actual_months` | How many of the first months are as they happened, where some are. 実績の月数（ある場合） |\n"
           "| `fiscal_years` | Label, first and last month, and every line of the books. 年度集計 |\n"
           "| `loan_balances`, `asset_book_values`, `investment_book_values` | Month-end balance by id. 契約・資産ごとの月末残高 |\n"
           "| `gates` | Gate, fiscal year, figure, threshold, bound, verdict (`met`, `missed`, `not_computable`), whether it is due. 判定 |\n"
           "| `targets` | The scenario's targets and whether they are met. 目標 |\n"
           "| `local_benchmark` | Points of the six figures by fiscal year, when a benchmark was given. ロカベンの点数 |\n"
           "| `insolvency` | First month short, deepest shortage and its month, amount needed. 資金不足 |\n"
           "| `story`, `decision_log` | As the file has them, where it has them. ストーリーと意思決定ログ（ファイルにある場合） |\n"
           "| `checks` | Largest violation of every identity in yen; `exact` is true while all amounts stay within what a double holds exactly. 検算 |\n";
    return out;
}

std::string problems_page() {
    std::string out = "# Problems 問題の一覧\n\n" + std::string(generated) +
                      "\nEvery message about an input carries one of these codes. All problems of a file are shown at once, and the exit code "
                      "is 3; a *note* is shown and the scenario is read all the same.\n\n"
                      "入力に関するメッセージの種類。ファイルの問題はすべて一度に表示し、終了コードは3。noteは表示のみで処理は続ける。\n\n"
                      "| Code | Kind | Meaning 意味 |\n|---|---|---|\n";
    for (const auto& row : problem_codes()) out += fmt::format("| `{}` | {} | {} |\n", row.code, row.only_a_note ? "note" : "problem", both(row.meaning));
    return out;
}

}  // namespace goho::io
