#include "cli/levers.hpp"

namespace goho::cli {

void add_lever_options(CLI::App& command, LeverOptions& options, const Shared& shared, bool one_only) {
    const auto option = [&](const char* name, std::vector<std::string>& into, const char* en, const char* ja, const char* type) {
        command.add_option(name, into, in(shared, en, ja))->allow_extra_args(false)->type_name(type);
    };
    option("--set", options.set, "an address, and between which values: /management/measurement=0.2..0.9", "アドレスと値の範囲: /management/measurement=0.2..0.9", "ADDRESS=LOW..HIGH");
    option("--scale", options.scale, "times between: /segments/*/price=0.9..1.2", "倍率の範囲: /segments/*/price=0.9..1.2", "ADDRESS=LOW..HIGH");
    option("--add", options.add, "added between: /job_groups/office/headcount=-2..2", "加減する量の範囲: /job_groups/office/headcount=-2..2", "ADDRESS=LOW..HIGH");
    option("--shift", options.shift, "items that begin so many months later: /investments/cell,/loans/cell=0..24", "開始を遅らせる月数: /investments/cell,/loans/cell=0..24", "ITEMS=LOW..HIGH");
    option("--choose", options.choose, "items that may be left out together: /investments/cell,/loans/cell", "行うか否かを選ぶ項目: /investments/cell,/loans/cell", "ITEMS");
    if (!one_only)
        option("--split", options.split, "shares of one whole: /evaluation/selling_weight,/evaluation/improvement_weight", "合計を保って配分する項目（カンマ区切り）", "ADDRESSES");
    command.add_option("--from", options.from, in(shared, "month from which values change; from the first planned month when not given", "値を変え始める年月（省略時は最初の計画月）"))->type_name("MONTH");
}

Result<std::vector<decision::LeverRequest>> read_levers(const LeverOptions& options) {
    using decision::LeverKind;
    Result<std::vector<decision::LeverRequest>> out;
    std::vector<decision::LeverRequest> requests;
    Month from;
    if (!options.from.empty()) {
        if (const auto month = parse_month(options.from)) from = *month;
        else out.problems.push_back(decision::refusal("month-unreadable", {"--from: this is no month: " + options.from, "--from: 年月として読めません: " + options.from}, {"such as 2027-10", "例: 2027-10"}));
    }
    const std::pair<LeverKind, const std::vector<std::string>*> kinds[] = {{LeverKind::set, &options.set},     {LeverKind::scale, &options.scale},   {LeverKind::add, &options.add},
                                                                          {LeverKind::shift, &options.shift}, {LeverKind::choose, &options.choose}, {LeverKind::split, &options.split}};
    for (const auto& [kind, words] : kinds) {
        for (const auto& word : *words) {
            auto request = decision::lever_request(kind, word);
            out.problems.insert(out.problems.end(), request.problems.begin(), request.problems.end());
            if (!request) continue;
            request.value->from = from;
            requests.push_back(std::move(*request.value));
        }
    }
    if (out.problems.empty()) out.value = std::move(requests);
    return out;
}

}  // namespace goho::cli
