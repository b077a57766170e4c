#include "core/number.hpp"
#include "forms/local_benchmark.hpp"

#include <fmt/format.h>

namespace goho::forms {

using stakeholders::YearView;

namespace {

/// What the model knows of an item, and what is asked for beside it.
struct Item {
    Label asked;
    std::vector<std::string> known;
};

struct Viewpoint {
    Label name;
    std::vector<Item> items;
};

class Known {
public:
    Known(const analysis::Study& study, const Setting& setting)
        : study_(study), s_(setting), first_(study.fiscal_views.front()), last_(study.fiscal_views.back()) {}

    std::vector<Viewpoint> viewpoints() const {
        return {{{"Head of the company", "① 経営者"}, head()}, {{"Business", "② 事業"}, business()},
                {{"Surroundings and people concerned", "③ 企業を取り巻く環境・関係者"}, surroundings()}, {{"Management inside", "④ 内部管理体制"}, inside()}};
    }

private:
    const analysis::Study& study_;
    const Setting& s_;
    const YearView &first_, &last_;

    /// "Trust: 50 points → 61 points"; nothing where the model does not reckon it.
    void add(std::vector<std::string>& out, std::string_view name) const {
        const auto quantity = stakeholders::find_quantity(name);
        if (quantity) add(out, quantity->label, quantity->unit, stakeholders::figure(first_, name), stakeholders::figure(last_, name));
    }
    void add(std::vector<std::string>& out, Label label, std::string_view unit, std::optional<double> from, std::optional<double> to) const {
        if (!from || !to) return;
        out.push_back(fmt::format("{}{}{} → {}", s_.text(label), s_.text(": ", "："), shown(*from, unit), shown(*to, unit)));
    }
    std::string shown(double figure, std::string_view unit) const {
        return unit == "points" ? table_number(figure, s_.language, 1) + s_.text(" points", "点") : s_.figure(figure, unit);
    }
    std::vector<std::string> of(std::initializer_list<std::string_view> names) const {
        std::vector<std::string> out;
        for (const auto name : names) add(out, name);
        return out;
    }
    /// A monthly rate of leaving as the share that stays over a year.
    void add_staying(std::vector<std::string>& out, Label label, std::string_view monthly_rate) const {
        const auto stays = [&](const YearView& year) -> std::optional<double> {
            const auto rate = stakeholders::figure(year, monthly_rate);
            return rate ? std::optional(goho::pow(1.0 - *rate, 12.0)) : std::nullopt;
        };
        const auto from = stays(first_), to = stays(last_);
        if (from && to) out.push_back(fmt::format("{}{}{} → {}", s_.text(label), s_.text(": ", "："), table_percent(*from, s_.language), table_percent(*to, s_.language)));
    }

    std::vector<Item> head() const {
        return {{{"Philosophy and vision", "経営理念・ビジョン"}, of({"purpose_shared", "goal_clarity"})},
                {{"Wish to grow", "経営意欲・成長志向"}, of({"net_sales", "operating_income"})},
                {{"Successor", "後継者の有無・育成"}, of({"founder_dependence", "executive_capability"})}};
    }
    std::vector<Item> business() const {
        auto it = of({"it_cost", "digital_capital"});
        const auto& hourly = *stakeholders::find_indicator("productivity_growth_plan");
        add(it, hourly.label, hourly.unit, hourly.compute(first_), hourly.compute(last_));
        it.push_back(s_.text("(labour productivity here: ", "（ここでの労働生産性：") + s_.text(hourly.definition) + s_.text(")", "）"));
        return {{{"History", "企業・事業の沿革"}, {}}, {{"Strengths in technology and selling", "技術力・販売力の強み"}, of({"willingness_to_pay", "lead_time"})},
                {{"Weaknesses in technology and selling", "技術力・販売力の弱み"}, of({"error_rate", "waste_share"})},
                {{"Use of IT, value added of an hour", "ITの活用と時間あたり付加価値の向上"}, std::move(it)}};
    }
    std::vector<Item> surroundings() const {
        auto customers = of({"customer_index", "customer_satisfaction"});
        add_staying(customers, {"Customers that stay over a year", "顧客の年間継続率"}, "churn_rate");
        std::vector<std::string> people;
        add_staying(people, {"Employees that stay over a year", "従業員の年間定着率"}, "attrition_rate");
        const auto pay = [](const YearView& y) -> std::optional<double> {
            if (y.now.employees <= 0.0) return {};
            return y.annual(stakeholders::total_pay(y.now)) / y.now.employees;
        };
        add(people, {"Pay a head and year, officers included", "1人あたり年間給与（役員を含む）"}, "yen", pay(first_), pay(last_));
        auto lenders = of({"trust", "disclosure"});
        add(lenders, {"Interest-bearing debt", "有利子負債"}, "yen", stakeholders::interest_bearing_debt(first_.now), stakeholders::interest_bearing_debt(last_.now));
        lenders.push_back(fmt::format("{}{}", s_.text("Loan contracts in the plan: ", "計画上の借入契約数："), study_.scenario.plan.loans.size()));
        return {{{"Market and competitors", "市場動向・競合との比較"}, of({"market_satisfaction"})},
                {{"Customers: staying, new ones, main ones", "顧客リピート・新規開拓・主な取引先"}, std::move(customers)},
                {{"Employees: staying, years of service, pay", "従業員の定着・勤続・給与"}, std::move(people)},
                {{"Banks: number, main bank", "取引金融機関・メインバンクとの関係"}, std::move(lenders)}};
    }
    std::vector<Item> inside() const {
        auto plans = of({"plan_linkage", "number_literacy"});
        plans.push_back(fmt::format("{}{}", s_.text("Targets set in the plan: ", "計画に設定した数値目標の数："), study_.scenario.plan.targets.size()));
        return {{{"Organisation, quality, information", "組織体制・品質管理・情報管理"}, of({"institutionalisation", "error_rate"})},
                {{"Plans and how they are shared", "事業計画の有無と社内での共有"}, std::move(plans)},
                {{"Development of products, intellectual property", "研究開発・商品開発・知的財産"}, of({"research_development_cost", "research_capital"})},
                {{"Development of people", "人材育成の取組"}, of({"training_cost", "human_capital", "development_hours"})}};
    }
};

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += (out.empty() ? "" : "\n") + line;
    return out;
}

}  // namespace

Page four_viewpoints(const analysis::Study& study, const Setting& s) {
    Page page(s, s.text("Four viewpoints", "非財務（4つの視点）"), {18.0, 30.0, 58.0, 50.0});
    int row = page.head(s.text("Local Benchmark: four viewpoints", "ローカルベンチマーク：非財務（4つの視点）"), study.scenario.name.in(s.language),
                        s.text("Viewpoints and items after public summaries of METI's Local Benchmark; not the official file. What stands under the model are "
                               "assumptions of the plan, first fiscal year → last, not facts about the company.",
                               "視点と項目は公開されている解説を参考に配置したもので、公式のツールではありません。「計画上の仮定」は計画初年度→最終年度のモデル上の値で、"
                               "会社の実態を示す事実ではありません。"));
    page.text(row, 0, s.text("Viewpoint", "視点"), Style::head);
    page.text(row, 1, s.text("Item", "項目"), Style::head);
    page.text(row, 2, s.text("Assumption of the plan", "計画上の仮定（モデルの値）"), Style::head);
    page.text(row, 3, s.text("To be written by the company", "会社の記入欄"), Style::head);
    page.repeat_heads(row, row);
    ++row;
    for (const Viewpoint& viewpoint : Known(study, s).viewpoints()) {
        const int last = row + static_cast<int>(viewpoint.items.size()) - 1;
        page.wide(row, 0, last, 0, s.text(viewpoint.name), Style::head);
        for (const Item& item : viewpoint.items) {
            page.text(row, 1, s.text(item.asked));
            page.text(row, 2, item.known.empty() ? std::string(no_figure) : joined(item.known), item.known.empty() ? Style::note : Style::label);
            page.fill_in(row, 3);
            page.fit_height(row);
            ++row;
        }
    }
    page.wide(row, 0, row, 1, s.text("Present state and problems", "現状認識・課題"), Style::head);
    page.fill_in(row, 2, row, 3);
    page.height(row, 60.0);
    return page;
}

}  // namespace goho::forms
