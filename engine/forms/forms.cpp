#include "forms/forms.hpp"

#include "forms/early_improvement.hpp"
#include "forms/local_benchmark.hpp"
#include "forms/value_added.hpp"

#include <array>

namespace goho::forms {

namespace {

constexpr std::array<FormInfo, 3> table{{
    {Form::early_improvement, "early-improvement", {"Plan for early management improvement", "早期経営改善計画"},
     {"Business at a glance, cash by month, action plan and figures by year, for banks and support institutions",
      "ビジネスモデル俯瞰図・資金実績計画表・アクションプラン・数値計画（金融機関・認定支援機関向け）"}},
    {Form::local_benchmark, "local-benchmark", {"Local Benchmark", "ローカルベンチマーク（ロカベン）"},
     {"The six financial indicators by year, trade and work flow, and the four viewpoints", "財務6指標・商流と業務フロー・4つの視点"}},
    {Form::value_added, "value-added", {"Value added and programme requirements", "付加価値額と認定・補助金の要件"},
     {"Three definitions of value added, and growth against what the programmes ask for", "付加価値額の3定義と、経営革新計画・経営力向上計画・補助金の要件との照合"}},
}};

}  // namespace

std::span<const FormInfo> forms() { return table; }
const FormInfo& info_of(Form form) { return table[static_cast<std::size_t>(form)]; }

workbook::Book form_book(Form form, const analysis::Study& study, const FormOptions& options) {
    const Setting setting{options.language, options.unit};
    workbook::Book book;
    switch (form) {
        case Form::early_improvement:
            add(book, business_model(study, setting));
            add(book, cash_plan(study, setting));
            add(book, action_plan(study, setting));
            add(book, figures_plan(study, setting));
            break;
        case Form::local_benchmark:
            add(book, six_indicators(study, options.benchmark, setting));
            add(book, trade_and_work(study, setting));
            add(book, four_viewpoints(study, setting));
            break;
        case Form::value_added:
            for (Page& page : value_added_pages(study, setting)) add(book, std::move(page));
            break;
    }
    return book;
}

}  // namespace goho::forms
