#include "forms/early_improvement.hpp"
#include "forms/years.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::forms {

using Books = accounting::Books<double>;

namespace {

constexpr int block_months = 12, most_months = 24;

/// Twelve months of the cash table with their total behind them.
class Block {
public:
    Block(const analysis::Study& study, const Setting& setting, int first, int months, std::string carried_from)
        : study_(study), s_(setting), first_(first), months_(months), carried_from_(std::move(carried_from)), table_(setting, columns()) {
        receipts_and_payments();
        balances();
        loans();
    }

    int write(Page& page, int row) const { return table_.write(page, row, s_.text("Line", "科目")); }
    std::string closing_cash(int row) const { return table_.cell(row, "cash", months_ - 1); }

private:
    const analysis::Study& study_;
    const Setting& s_;
    int first_, months_;
    std::string carried_from_;  // the cell with the cash at the end of the block before
    LineTable table_;

    Columns columns() const {
        Columns out;
        for (int i = 0; i < months_; ++i) {
            const Month month = study_.run.start + first_ + i;
            out.headings.push_back(goho::shown(month, s_.language) + "\n" + standing(study_, s_, month, month));
        }
        out.headings.push_back(s_.text("Total", "合計"));
        return out;
    }

    FigureOf flow(double Books::*field) const {
        return [this, field](int column) -> std::optional<double> {
            if (column < months_) return month(column).*field;
            double sum = 0.0;
            for (int i = 0; i < months_; ++i) sum += month(i).*field;
            return sum;
        };
    }
    const Books& month(int column) const { return study_.run.months[static_cast<std::size_t>(first_ + column)]; }
    std::string total_of(const std::string& id) const { return fmt::format("SUM({{{0}#0}}:{{{0}#{1}}})", id, months_ - 1); }

    Line entered(std::string id, Label label, FigureOf figure) const {
        Line line = money(id, "  " + s_.text(label), std::move(figure));
        line.formula = [this, id](int column) { return column == months_ ? total_of(id) : std::string(); };
        return line;
    }
    Line entered(std::string_view variable) const {
        const auto& table = accounting::variables<double>;
        const auto row = std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.name == variable; });
        return entered(std::string(variable), row->label, flow(row->field));
    }
    Line summed(std::string id, Label label, double Books::*field, std::string formula) const {
        return money_total(std::move(id), s_.text(label), flow(field), std::move(formula));
    }

    void receipts_and_payments() {
        table_ << carried_forward();
        for (const auto* id : {"cash_sales", "accounts_collected", "notes_collected", "other_receipts"}) table_ << entered(id);
        table_ << summed("receipts", {"Ordinary receipts", "経常収入"}, &Books::ordinary_receipts,
                         "{cash_sales}+{accounts_collected}+{notes_collected}+{other_receipts}");
        for (const auto* id : {"purchases_paid", "notes_paid", "personnel_paid", "other_costs_paid", "interest_paid", "consumption_tax_paid"}) table_ << entered(id);
        table_ << summed("payments", {"Ordinary payments", "経常支出"}, &Books::ordinary_payments,
                         "{purchases_paid}+{notes_paid}+{personnel_paid}+{other_costs_paid}+{interest_paid}+{consumption_tax_paid}")
               << summed("ordinary", {"Ordinary balance", "経常収支"}, &Books::ordinary_balance, "{receipts}-{payments}");
    }

    void balances() {
        const FigureOf outside = [this](int column) {
            return std::optional(*flow(&Books::other_balance)(column) + *flow(&Books::corporate_tax_paid)(column));
        };
        table_ << entered("outside", {"Investment, disposals and other (net)", "設備投資・資産売却等（純額）"}, outside) << entered("corporate_tax_paid")
               << summed("other", {"Non-ordinary balance", "経常外収支"}, &Books::other_balance, "{outside}-{corporate_tax_paid}");
        for (const auto* id : {"loans_drawn", "loans_repaid", "overdraft_change", "dividends_paid", "capital_paid_in"}) table_ << entered(id);
        table_ << summed("financing", {"Financing balance", "財務収支"}, &Books::financing_balance,
                         "{loans_drawn}-{loans_repaid}+{overdraft_change}-{dividends_paid}+{capital_paid_in}")
               << summed("change", {"Change in cash", "収支過不足"}, &Books::cash_change, "{ordinary}+{other}+{financing}")
               << money_total("cash", s_.text("Cash carried forward", "翌月繰越"),
                              [this](int column) { return std::optional(month(std::min(column, months_ - 1)).cash); }, "{opening}+{change}");
    }

    Line carried_forward() const {
        Line line = money("opening", s_.text("Cash brought forward", "前月繰越"), [this](int column) -> std::optional<double> {
            const int t = first_ + (column == months_ ? 0 : column);
            return t == 0 ? study_.run.opening.cash : study_.run.months[static_cast<std::size_t>(t - 1)].cash;
        }, true);
        line.formula = [this](int column) {
            return column == months_ ? std::string("{opening#0}") : column > 0 ? std::string("{cash<}") : carried_from_;
        };
        return line;
    }

    /// A balance: the total's column shows where it ends.
    Line closing(std::string id, std::string label, std::function<double(int t)> of) const {
        Line line = money(id, "  " + std::move(label), [this, of = std::move(of)](int column) {
            return std::optional(of(first_ + std::min(column, months_ - 1)));
        });
        line.formula = [this, id](int column) { return column == months_ ? fmt::format("{{{}#{}}}", id, months_ - 1) : std::string(); };
        return line;
    }

    void loans() {
        table_ << heading(s_.text("Loans outstanding at the end of the month", "月末借入残高"));
        std::string sum = "{overdraft}";
        const auto& plan = study_.scenario.plan;
        for (int i = 0; i < study_.run.loans.items; ++i) {
            const std::string id = fmt::format("loan{}", i);
            table_ << closing(id, std::string(plan.loans[static_cast<std::size_t>(i)].shown(s_.language)), [this, i](int t) { return study_.run.loans.at(t, i).balance; });
            sum += "+{" + id + "}";
        }
        table_ << closing("overdraft", s_.text("Overdraft", "当座貸越"), [this](int t) { return study_.run.months[static_cast<std::size_t>(t)].overdraft; })
               << money_total("debt", s_.text("Loans in all", "借入残高合計"),
                              [this](int column) {
                                  return std::optional(stakeholders::interest_bearing_debt(month(std::min(column, months_ - 1))));
                              },
                              sum);
    }
};

}  // namespace

Page cash_plan(const analysis::Study& study, const Setting& s) {
    std::vector<double> widths{32.0};
    widths.resize(2 + block_months, 10.5);
    Page page(s, s.text("Cash by month", "資金実績・計画表"), std::move(widths));
    int row = page.head(s.text("Cash by month: actual and planned", "資金実績・計画表"), study.scenario.name.in(s.language),
                        s.text("Arranged after the cash tables of the plan for early management improvement and of banks; not the official file. Months headed as "
                               "actual are as the books have them.",
                               "早期経営改善計画・金融機関の資金繰り表を参考に配置したもので、公式の様式ファイルではありません。「実績」とある月は帳簿の数値です。"));
    const int months = std::min(most_months, static_cast<int>(study.run.months.size()));
    std::string carried;
    for (int first = 0; first < months; first += block_months) {
        if (first > 0) page.new_page_at(row);
        const Block block(study, s, first, std::min(block_months, months - first), carried);
        const int begins = row;
        row = block.write(page, row) + 1;
        carried = block.closing_cash(begins);
    }
    return page;
}

}  // namespace goho::forms
