#include "import/telling.hpp"

#include <fmt/format.h>

namespace goho::imports {

Text months_text(const Source& source) {
    if (source.months.empty()) return {"opening balances", "開始残高"};
    const std::string span = fmt::format("{} - {}", to_string(source.months.front()), to_string(source.months.back()));
    return {span, span};
}

Text checks_text(const Checked& checked) {
    Text parts;
    const auto add = [&](int count, std::string_view en, std::string_view ja) {
        if (count <= 0) return;
        parts.en += fmt::format("{}{} {}", parts.en.empty() ? "" : ", ", en, count);
        parts.ja += fmt::format("{}{} {}", parts.ja.empty() ? "" : "、", ja, count);
    };
    add(checked.subtotals, "subtotals", "小計・合計");
    add(checked.sums, "sums of months", "行の合計");
    add(checked.movements, "movements", "繰越と増減");
    add(checked.balances, "months of assets = liabilities + net assets", "資産＝負債＋純資産の月");
    return {fmt::format("Checked to the yen: {}.", parts.en), fmt::format("検算（1円まで一致）: {}", parts.ja)};
}

Text contents_text(const Company& company, const Import& imported) {
    const auto& plan = company.scenario.plan;
    const auto actual = static_cast<int>(imported.ledger.months.size());
    const int planned = plan.company.months - actual;
    Text added;
    if (company.months_added > 0) {
        added = {fmt::format(" ({} of them added to end with a fiscal year)", company.months_added),
                 fmt::format("（期末で終わるよう{}か月を追加）", company.months_added)};
    }
    return {fmt::format("{} segments, {} cost lines, {} job groups, {} assets, {} loans; {} months as in the books, {} planned{}",
                        plan.segments.size(), plan.cost_lines.size(), plan.job_groups.size(), plan.assets.size(),
                        plan.loans.size(), actual, planned, added.en),
            fmt::format("部門 {}、費用科目 {}、職種 {}、固定資産 {}、借入金 {}、実績 {}か月、計画 {}か月{}", plan.segments.size(),
                        plan.cost_lines.size(), plan.job_groups.size(), plan.assets.size(), plan.loans.size(), actual, planned, added.ja)};
}

}  // namespace goho::imports
