#include "forms/local_benchmark.hpp"

#include <fmt/format.h>

namespace goho::forms {

namespace {

constexpr int steps = 5;

int work_flow(Page& page, int row, const Setting& s) {
    page.wide(row, 0, row, 9, s.text("Work flow: from order to delivery", "業務フロー（受注から提供まで）"), Style::heading);
    for (int i = 0; i < steps; ++i) {
        const int column = 2 * i;
        page.wide(row + 1, column, row + 1, column + 1, fmt::format(fmt::runtime(s.text("Step {}", "業務{}")), i + 1), Style::head);
        page.fill_in(row + 2, column, row + 2, column + 1, s.text("name of the work", "業務名"));
        page.fill_in(row + 3, column, row + 3, column + 1, s.text("what is done", "実施内容"));
        page.fill_in(row + 4, column, row + 4, column + 1, s.text("what sets it apart", "他社と違う点・工夫"));
    }
    page.height(row + 3, 90.0);
    page.height(row + 4, 90.0);
    return row + 6;
}

std::string sales_by_segment(const analysis::Study& study, const Setting& s) {
    std::string out;
    const auto& year = study.segment_years.front();
    for (std::size_t i = 0; i < year.segments.size(); ++i) {
        out += (out.empty() ? "" : "\n") + std::string(study.scenario.plan.segments[i].shown(s.language)) + s.text(": ", "：") + s.amount(year.segments[i].net_sales);
    }
    return out;
}

int trade_flow(Page& page, int row, const analysis::Study& study, const Setting& s) {
    const auto& books = study.fiscal_views.front().now;
    page.wide(row, 0, row, 9, s.text("Trade flow: amounts of ", "商流（金額は") + study.fiscal_years.front().label.in(s.language) + s.text(" in the plan", "の計画値）"), Style::heading);
    struct Party {
        Label name;
        std::string known;
        Label reason;
    };
    const Party parties[] = {
        {{"Suppliers", "仕入先"}, s.text("Materials and goods: ", "材料費・商品仕入：") + s.amount(books.cost_of_goods), {"why this supplier", "取引の理由"}},
        {{"Partners and subcontractors", "協力先・外注先"}, s.text("Other variable cost: ", "その他変動費：") + s.amount(books.other_variable_cost), {"why this partner", "取引の理由"}},
        {{"The company", "当社"}, s.text("Marginal profit: ", "限界利益：") + s.amount(books.marginal_profit), {"what it adds", "提供する価値"}},
        {{"Customers", "得意先"}, sales_by_segment(study, s), {"why they choose the company", "選ばれている理由"}},
        {{"Those who use it in the end", "最終利用者"}, {}, {"what they want", "求めているもの"}},
    };
    for (int i = 0; i < steps; ++i) {
        const int column = 2 * i;
        page.wide(row + 1, column, row + 1, column + 1, s.text(parties[i].name), Style::head);
        if (parties[i].known.empty()) page.fill_in(row + 2, column, row + 2, column + 1);
        else page.wide(row + 2, column, row + 2, column + 1, parties[i].known);
        page.fill_in(row + 3, column, row + 3, column + 1, s.text("names and shares", "主な相手先・構成比"));
        page.fill_in(row + 4, column, row + 4, column + 1, s.text(parties[i].reason));
    }
    page.fit_height(row + 2);
    page.height(row + 3, 60.0);
    page.height(row + 4, 75.0);
    return row + 6;
}

}  // namespace

Page trade_and_work(const analysis::Study& study, const Setting& s) {
    Page page(s, s.text("Trade and work flow", "商流・業務フロー"), std::vector<double>(10, 14.0));
    int row = page.head(s.text("Local Benchmark: trade and work flow", "ローカルベンチマーク：商流・業務フロー"), study.scenario.name.in(s.language),
                        s.text("Arranged after public descriptions of METI's Local Benchmark; not the official file. The plan knows no partners by "
                               "name: the frames are to be filled in.",
                               "公開されている解説を参考に配置したもので、公式のツールではありません。取引先名などは計画データにないため記入欄としています。"));
    row = work_flow(page, row, s);
    trade_flow(page, row, study, s);
    return page;
}

}  // namespace goho::forms
