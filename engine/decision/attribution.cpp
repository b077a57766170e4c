#include "decision/attribution.hpp"

#include "chance/uniform.hpp"
#include "core/number.hpp"
#include "io/merge.hpp"
#include "io/scenario_reader.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::decision {

namespace {

using statistics::Coalition;

/// All key figures of all years in one row, then the net present value.
using Figures = std::vector<std::optional<double>>;

using Ran = Base;

std::optional<Ran> ran(const io::Json& content, const std::string& file, Problems* problems = nullptr) {
    auto out = base_of(Merged{content, file});
    if (problems) *problems = std::move(out.problems);
    return std::move(out.value);
}

analysis::Comparison against(const Ran& base, const Ran& other, const std::vector<int>& years) {
    analysis::CompareOptions options;
    options.years = years;
    return analysis::compare({&base.scenario, &base.run}, {{&other.scenario, &other.run}}, options);
}

Figures figures_of(const Ran& base, const Ran& other, const std::vector<int>& years) {
    const auto comparison = against(base, other, years);
    const auto& one = comparison.contenders.at(1);
    Figures out;
    for (const auto& year : one.cells) {
        for (const auto& cell : year) out.push_back(cell.value);
    }
    out.push_back(one.valuation ? one.valuation->npv : std::nullopt);
    return out;
}

/// Changes that make no sense without one another, such as a loan for a machine and the machine, become one.
class Grouped {
public:
    Grouped(const io::Json& base, std::vector<ChangeGroup> groups, std::string file)
        : base_(base), groups_(std::move(groups)), file_(std::move(file)) {}

    /// Until each makes sense alone and the rest does without it; what is wrong where that cannot be had.
    Problems settle() {
        for (std::size_t tries = groups_.size() + 1; tries > 0; --tries) {
            const auto lonely = first_lonely();
            if (!lonely) return {};
            if (groups_.size() == 1) return problems_;
            join(*lonely, partner_of(*lonely));
        }
        return problems_;
    }
    std::vector<ChangeGroup> take() { return std::move(groups_); }

private:
    bool sound(Coalition which) {
        auto read = io::read_scenario_content(with_changes(base_, groups_, which), file_);
        problems_ = std::move(read.problems);
        return static_cast<bool>(read);
    }
    Coalition all() const { return (Coalition{1} << (groups_.size() - 1) << 1) - 1U; }
    /// Alone, and the rest without it.
    bool stands(Coalition own) { return sound(own) && sound(all() & ~own); }
    std::optional<std::size_t> first_lonely() {
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (!stands(Coalition{1} << g)) return g;
        }
        return {};
    }
    std::size_t partner_of(std::size_t lonely) {
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (g != lonely && stands(Coalition{1} << lonely | Coalition{1} << g)) return g;
        }
        return lonely > 0 ? lonely - 1 : 1;
    }
    void join(std::size_t a, std::size_t b) {
        const auto [into, from] = std::minmax(a, b);
        auto& group = groups_[into];
        group.label = {group.label.en + " + " + groups_[from].label.en, group.label.ja + "＋" + groups_[from].label.ja};
        group.id += " " + groups_[from].id;
        auto& more = groups_[from].changes;
        group.changes.insert(group.changes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(from));
    }

    const io::Json& base_;
    std::vector<ChangeGroup> groups_;
    std::string file_;
    Problems problems_;
};

std::vector<statistics::Order> orders_of(int members, int orders, std::uint64_t seed) {
    std::vector<statistics::Order> out(static_cast<std::size_t>(orders), statistics::Order(static_cast<std::size_t>(members)));
    for (std::size_t trial = 0; trial < out.size(); ++trial) {
        auto& order = out[trial];
        std::iota(order.begin(), order.end(), 0);
        for (int i = members - 1; i > 0; --i) {  // Fisher and Yates
            const auto j = static_cast<int>(chance::uniform(seed, trial, static_cast<std::uint32_t>(i)) * (i + 1));
            std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(j)]);
        }
    }
    return out;
}

Problem one_problem(std::string code, const std::filesystem::path& file, Text what, Text hint) {
    return {std::move(code), file.generic_string(), {}, 0, 0, std::move(what), std::move(hint)};
}

/// The figures of every coalition asked for, side by side, in their order.
Result<std::vector<Figures>> reckon(const std::vector<Coalition>& coalitions, const io::Json& base_content, const Ran& base, const Ran& variant,
                                    const Attribution& about, const AttributionRequest& request) {
    Result<std::vector<Figures>> out;
    std::vector<Figures> figures(coalitions.size());
    std::vector<Problems> problems(coalitions.size());
    std::atomic<std::size_t> done{0};
    std::atomic<bool> stop{false};
    const Coalition all = coalitions.back();
    tbb::task_arena arena(request.threads > 0 ? request.threads : tbb::task_arena::automatic);
    arena.execute([&] {
        tbb::parallel_for(std::size_t{0}, coalitions.size(), [&](std::size_t i) {
            if (stop) return;
            const Coalition which = coalitions[i];
            if (which == 0) {
                figures[i] = figures_of(base, base, about.years);
            } else if (which == all) {
                figures[i] = figures_of(base, variant, about.years);
            } else if (const auto one = ran(with_changes(base_content, about.groups, which), variant.scenario.file, &problems[i])) {
                figures[i] = figures_of(base, *one, about.years);
            }
            if (request.progress && !request.progress(static_cast<double>(++done) / static_cast<double>(coalitions.size()))) stop = true;
        });
    });
    for (const auto& one : problems) {
        if (!one.empty() && out.problems.empty()) {
            out.problems = one;
            out.problems.insert(out.problems.begin(), one_problem("cannot-be-parted", variant.scenario.file,
                                {"some of the changes make no sense without others", "一部の変更だけでは計画として成り立ちません"},
                                {"put them into one group with --group", "--group で1つのグループにまとめてください"}));
        }
    }
    if (!stop && out.problems.empty()) out.value = std::move(figures);
    return out;
}

Divided divide(const Attribution& about, const std::vector<Coalition>& coalitions, const std::vector<Figures>& figures,
               std::span<const statistics::Order> orders, std::size_t at) {
    Divided out;
    const int members = static_cast<int>(about.groups.size());
    std::vector<double> values;
    for (const auto& row : figures) {
        if (!row[at]) return out;
        values.push_back(*row[at]);
    }
    out.before = values.front();
    out.after = values.back();
    if (about.exact) {
        for (const double share : statistics::shapley_values(members, values)) out.shares.push_back({share, 0.0});
        out.interactions = statistics::shapley_interactions(members, values);
    } else {
        out.shares = statistics::sampled_shapley(members, orders, [&](Coalition which) {
            const auto found = std::lower_bound(coalitions.begin(), coalitions.end(), which);
            return values[static_cast<std::size_t>(found - coalitions.begin())];
        });
    }
    return out;
}

constexpr analysis::KeyFigure npv_figure{"npv", "yen", {"Net present value against the base", "基準に対する正味現在価値"},
                                         {"Free cash flow beyond the base's, discounted", "基準を上回るフリーCFの現在価値"}, Better::higher};

}  // namespace

Result<Attribution> attribute(const std::filesystem::path& base_file, const std::filesystem::path& variant_file,
                              const AttributionRequest& request) {
    const auto base = io::read_document(base_file), variant = io::read_document(variant_file);
    if (base && variant)
        return attribute({base.value->content, base_file.generic_string()}, {variant.value->content, variant_file.generic_string()}, request);
    Result<Attribution> out;
    for (const auto* one : {&base, &variant}) out.problems.insert(out.problems.end(), one->problems.begin(), one->problems.end());
    return out;
}

Result<Attribution> attribute(const Merged& base_file, const Merged& variant_file, const AttributionRequest& request) {
    Result<Attribution> out;
    const auto base = ran(base_file.content, base_file.file, &out.problems);
    Problems more;
    const auto variant = ran(variant_file.content, variant_file.file, &more);
    out.problems.insert(out.problems.end(), more.begin(), more.end());
    if (!out.problems.empty()) return out;

    auto groups = change_groups(base_file.content, variant_file.content, request.grouping, request.groups);
    if (!groups) {
        out.problems = std::move(groups.problems);
        return out;
    }
    if (groups.value->empty() || groups.value->size() > statistics::most_members) {
        out.problems.push_back(groups.value->empty()
                                   ? one_problem("nothing-changed", variant_file.file, {"the variant changes nothing that a figure depends on", "数値に影響する変更がありません"}, {})
                                   : one_problem("too-many-changes", variant_file.file,
                                                 {fmt::format("{} changes are too many to divide over; at most {}", groups.value->size(), statistics::most_members),
                                                  fmt::format("変更が{}件あり、分けられる上限（{}件）を超えています", groups.value->size(), statistics::most_members)},
                                                 {"--by section, or --group", "--by section か --group でまとめてください"}));
        return out;
    }
    Grouped grouped(base_file.content, std::move(*groups.value), variant_file.file);
    if (out.problems = grouped.settle(); !out.problems.empty()) return out;

    Attribution result;
    result.groups = grouped.take();
    result.base = base->scenario.name;
    result.variant = variant->scenario.name;
    const auto comparison = against(*base, *variant, request.years);
    result.years = comparison.years;
    if (result.years.empty()) {
        const int whole = base->scenario.plan.company.months / 12;
        out.problems.push_back(one_problem("bad-year", base_file.file, {fmt::format("none of the years asked for is in the plan, which has {}", whole), fmt::format("指定した年次は計画にありません（計画は{}年）", whole)},
                                           {"give other years with --years", "--years で別の年次を指定してください"}));
        return out;
    }
    result.figures = comparison.figures;
    result.figures.push_back(npv_figure);
    const int members = static_cast<int>(result.groups.size());
    result.exact = members <= statistics::most_exact_members;
    result.orders = result.exact ? 0 : request.orders;
    const auto orders = orders_of(members, result.orders, request.seed);
    std::vector<Coalition> coalitions;
    if (result.exact) {
        coalitions.resize(std::size_t{1} << members);
        std::iota(coalitions.begin(), coalitions.end(), Coalition{0});
    } else {
        coalitions = statistics::coalitions_of(members, orders);
    }
    result.runs = coalitions.size();
    auto figures = reckon(coalitions, base_file.content, *base, *variant, result, request);
    if (!figures) {
        out.problems = std::move(figures.problems);
        result.stopped = out.problems.empty();
        if (result.stopped) out.value = std::move(result);
        return out;
    }
    const std::size_t per_year = result.figures.size() - 1;
    for (std::size_t y = 0; y < result.years.size(); ++y) {
        auto& year = result.divided.emplace_back();
        for (std::size_t f = 0; f < per_year; ++f) year.push_back(divide(result, coalitions, *figures.value, orders, y * per_year + f));
        year.push_back(divide(result, coalitions, *figures.value, orders, result.years.size() * per_year));
    }
    out.value = std::move(result);
    return out;
}

std::vector<double> whole_shares(const Divided& divided) {
    std::vector<double> out;
    if (!divided.before || !divided.after) return out;
    std::vector<std::size_t> order(divided.shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    double left = whole_yen(*divided.after - *divided.before);
    for (const auto& share : divided.shares) left -= out.emplace_back(floor(share.value));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return divided.shares[a].value - out[a] > divided.shares[b].value - out[b];
    });
    for (std::size_t i = 0; left > 0.5 && !order.empty(); left -= 1.0, ++i) out[order[i % order.size()]] += 1.0;
    return out;
}

}  // namespace goho::decision
