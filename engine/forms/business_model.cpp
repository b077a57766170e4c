#include "forms/early_improvement.hpp"

#include "workbook/formula_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::forms {

namespace {

/// Those that thresholds are known for by name; any other as it is written.
std::string industry_name(std::string_view id, const Setting& s) {
    constexpr std::pair<std::string_view, Label> names[] = {
        {"manufacturing", {"Manufacturing", "製造業"}}, {"construction", {"Construction", "建設業"}}, {"wholesale", {"Wholesale", "卸売業"}},
        {"retail", {"Retail", "小売業"}},               {"information", {"Information", "情報通信業"}}, {"services", {"Services", "サービス業"}}, {"it_services", {"IT services", "情報サービス業"}},
        {"transport", {"Transport", "運輸業"}},         {"restaurants", {"Restaurants", "飲食業"}}};
    for (const auto& [known, label] : names) {
        if (known == id) return s.text(std::string(label.en), std::string(label.ja));
    }
    return std::string(id);
}

/// A name with an amount of the first fiscal year, in yen.
struct Entry {
    std::string name, detail;
    double yen = 0.0;
};

constexpr std::size_t most_costs = 12;

class Picture {
public:
    Picture(const analysis::Study& study, const Setting& setting) : study_(study), s_(setting), months_(study.fiscal_years.front().months) {}

    /// What is bought, the dearest first; the rest in one line.
    std::vector<Entry> bought() const {
        const auto& plan = study_.scenario.plan;
        std::vector<Entry> out;
        const double goods = study_.fiscal_views.front().now.cost_of_goods;
        if (goods > 0.0) out.push_back({s_.text("Materials and goods (all segments)", "材料費・商品仕入（全部門）"), {}, goods});
        for (int i = 0; i < study_.run.lines.items; ++i) {
            double sum = 0.0;
            for (int t = 0; t < months_; ++t) sum += study_.run.lines.at(t, i).fixed_cost + study_.run.lines.at(t, i).variable_cost;
            if (sum != 0.0) out.push_back({std::string(plan.cost_lines[static_cast<std::size_t>(i)].shown(s_.language)), {}, sum});
        }
        std::stable_sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.yen > b.yen; });
        if (out.size() <= most_costs + 1) return out;
        Entry rest{fmt::format(fmt::runtime(s_.text("{} other cost lines", "その他の費用科目（{}件）")), out.size() - most_costs), {}, 0.0};
        for (std::size_t i = most_costs; i < out.size(); ++i) rest.yen += out[i].yen;
        out.resize(most_costs);
        out.push_back(rest);
        return out;
    }

    std::vector<Entry> people() const {
        const auto& plan = study_.scenario.plan;
        std::vector<Entry> out;
        for (int i = 0; i < study_.run.groups.items; ++i) {
            double sum = 0.0;
            for (int t = 0; t < months_; ++t) sum += study_.run.groups.at(t, i).cost;
            const auto& group = plan.job_groups[static_cast<std::size_t>(i)];
            out.push_back({std::string(group.shown(s_.language)), table_number(group.parameters.headcount, s_.language, 1) + s_.text(" people", "人"), sum});
        }
        return out;
    }

    std::vector<Entry> sold() const {
        std::vector<Entry> out;
        const auto& segments = study_.segment_years.front().segments;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const auto& item = study_.scenario.plan.segments[i];
            out.push_back({std::string(item.shown(s_.language)), terms(item.parameters), segments[i].net_sales});
        }
        return out;
    }

    /// Contracts at the beginning of the plan with what is owed then, or those drawn later.
    std::vector<Entry> lenders(bool existing) const {
        std::vector<Entry> out;
        for (const auto& item : study_.scenario.plan.loans) {
            const auto& p = item.parameters;
            if (accounting::loan::existing(p, study_.run.start) != existing) continue;
            out.push_back({std::string(item.shown(s_.language)),
                           s_.text(accounting::loan::kind_options[static_cast<std::size_t>(p.kind)].label) + (existing ? "" : s_.text(", ", "、") + s_.month(p.drawn)),
                           p.principal});
        }
        return out;
    }

private:
    const analysis::Study& study_;
    const Setting& s_;
    int months_;

    std::string terms(const accounting::segment::Parameters<double>& p) const {
        std::string out = fmt::format(fmt::runtime(s_.text("collected after {} months", "回収サイト{}か月")), plain_number(p.collection_lag, 1));
        if (p.cash_share > 0.0) out += s_.text(", cash ", "、現金 ") + percent(p.cash_share, 0);
        if (p.note_share > 0.0) out += s_.text(", notes ", "、手形 ") + percent(p.note_share, 0);
        return out;
    }
};

/// A frame of entries with their sum as a formula; returns the first free row.
int frame(Page& page, int row, int column, std::string title, const std::vector<Entry>& entries, const Setting& s) {
    page.wide(row, column, row, column + 1, std::move(title), Style::head);
    double sum = 0.0;
    const int first = row + 1;
    for (const Entry& e : entries) {
        ++row;
        page.text(row, column, e.detail.empty() ? e.name : e.name + s.text(" (", "（") + e.detail + s.text(")", "）"));
        page.number(row, column + 1, s.shown(e.yen), Style::yen);
        sum += e.yen;
    }
    if (entries.empty()) {
        page.fill_in(++row, column);
        page.text(row, column + 1, {}, Style::fill_in);
    }
    ++row;
    page.text(row, column, s.text("Total", "合計"), Style::total);
    page.formula(row, column + 1, fmt::format("SUM({}:{})", workbook::address(first, column + 1), workbook::address(row - 1, column + 1)), s.shown(sum), Style::yen_total);
    return row + 1;
}

int open_box(Page& page, int row, int column, int last_column, std::string title, std::string_view hint, int rows) {
    page.wide(row, column, row, last_column, std::move(title), Style::head);
    page.fill_in(row + 1, column, row + rows, last_column, hint);
    return row + 1 + rows;
}

}  // namespace

Page business_model(const analysis::Study& study, const Setting& s) {
    const Picture picture(study, s);
    Page page(s, s.text("Business at a glance", "ビジネスモデル俯瞰図"), {34.0, 13.0, 4.0, 34.0, 13.0, 4.0, 34.0, 13.0});
    int row = page.head(s.text("The business at a glance", "ビジネスモデル俯瞰図"), study.scenario.name.in(s.language),
                        s.text("Arranged after the plan for early management improvement; not the official file. Amounts are of ",
                               "早期経営改善計画の構成を参考に配置したもので、公式の様式ファイルではありません。金額の対象期：") +
                            study.fiscal_years.front().label.in(s.language) + s.text(".", "。"));
    ++row;
    page.text(row, 0, s.text("Company", "会社名"), Style::head);
    page.fill_in(row, 1, row, 4);
    page.text(row, 6, s.text("Industry", "業種"), Style::head);
    const auto industry = industry_name(study.scenario.plan.company.industry.view(), s);
    page.fill_in(row, 7, industry);
    page.fit_height(row);
    row += 2;
    const int top = row;
    const int left = frame(page, top, 0, s.text("Bought from suppliers and service providers", "仕入先・外注先・主な支払い"), picture.bought(), s);
    const int right = frame(page, top, 6, s.text("Sold to customers, by segment", "販売先（部門別売上高）"), picture.sold(), s);
    const int middle = frame(page, top, 3, s.text("The company: people and their cost", "当社（人員と人件費）"), picture.people(), s);
    for (const int column : {2, 5}) page.text(top + 1, column, "→", Style::title, false);
    int below = open_box(page, middle, 3, 4, s.text("What the company does", "事業内容・提供する価値"), s.text("strengths in making, selling and serving", "製造・販売・サービスの流れと特徴"), 4);
    below = std::max(below, open_box(page, right, 6, 7, s.text("Main customers", "主な得意先"), s.text("names, shares, why they choose the company", "社名・構成比・選ばれている理由"), 4));
    row = std::max({left, below}) + 1;
    int lenders = frame(page, row, 0, s.text("Lenders: owed when the plan begins", "金融機関・借入金（計画開始時の残高）"), picture.lenders(true), s);
    const auto planned = picture.lenders(false);
    if (!planned.empty()) lenders = frame(page, lenders, 0, s.text("Loans planned", "計画上の新規借入"), planned, s);
    open_box(page, row, 3, 4, s.text("Strengths", "強み"), {}, 5);
    const int end = open_box(page, row, 6, 7, s.text("Problems and changes outside", "課題・外部環境の変化"), {}, 5);
    page.on_one_page();
    for (int r = top; r < std::max(lenders, end); ++r) page.fit_height(r);
    page.note(std::max(lenders, end) + 1, s.text("All amounts are assumptions of the plan or actual months entered in it.", "金額はすべて計画上の前提、または入力済みの実績月の数値です。"));
    return page;
}

}  // namespace goho::forms
