#include "io/scenario_checks.hpp"

#include "evaluation/quadratic_programme.hpp"
#include "simulation/balance_sheet.hpp"

#include <algorithm>
#include <cmath>

namespace goho::io {

namespace {

using simulation::Plan;
namespace fa = accounting::fixed_asset;
namespace ln = accounting::loan;
namespace cl = accounting::cost_line;

const Proposal taken_out{Proposal::Kind::remove, {}, {}};

/// Calls f(item, pointer) for every item without a problem of its own; what was read of the others is not theirs.
template <class P, class F>
void for_each_sound(const std::vector<Item<P>>& items, std::string_view section, const Notes& notes, F&& f) {
    for (const Item<P>& item : items) {
        if (!notes.problems.concerns(item_at(section, item.id))) f(item.parameters, item.id);
    }
}

Month last_month(const Plan<double>& plan) { return plan.company.start + (plan.company.months - 1); }

void warn_beyond_plan(const Plan<double>& plan, Month month, std::string pointer, Notes& notes) {
    if (!month.given() || month <= last_month(plan) || notes.warnings.full()) return;
    const std::string given = to_string(month), end = to_string(last_month(plan));
    notes.warnings.add("beyond-plan", std::move(pointer),
                       say("{} lies after the end of the plan ({}) and has no effect",
                           "{} は計画の終わり（{}）より後なので影響しません", given, end));
}

void reject_before_plan(const Plan<double>& plan, Month month, std::string pointer, Hint hint, Notes& notes) {
    if (month >= plan.company.start) return;
    const std::string given = to_string(month), start = to_string(plan.company.start);
    notes.problems.add(
        "before-plan", std::move(pointer),
        say("{} lies before the first month of the plan ({})", "{} は計画の最初の月（{}）より前です", given, start),
        std::move(hint));
}

void check_order(Month first, Month last, std::string pointer, Label what, Notes& notes) {
    if (!first.given() || !last.given() || first <= last) return;
    const std::string from = to_string(first), to = to_string(last);
    notes.problems.add("ends-before-start", std::move(pointer),
                       {fmt::format("{} {} lies before {}", what.en, to, from),
                        fmt::format("{} {} が {} より前です", what.ja, to, from)});
}

// Opening balance sheet -------------------------------------------------------------------------------------

/// Whether all that stands on the opening balance sheet was read; otherwise its totals would mislead.
bool balance_known(const Notes& notes) {
    const auto parts = {"/company", "/opening", "/segments", "/assets", "/loans", "/job_groups"};
    return std::none_of(parts.begin(), parts.end(), [&](const char* part) { return notes.problems.concerns(part); });
}

void check_balance(const simulation::Scenario& scenario, Notes& notes) {
    const Plan<double>& plan = scenario.plan;
    const auto& found = notes.problems.problems();
    if (std::any_of(found.begin(), found.end(),
                    [](const Problem& p) { return p.pointer.ends_with("/opening_book_value"); }))
        return;
    accounting::Books<double> books;
    simulation::fill_balance_sheet(plan, simulation::opening_balances(plan), plan.company.start + -1, books);
    const double assets = books.total_assets, claims = books.total_liabilities + books.net_assets;
    if (assets == claims) return;
    const std::string left = shown(assets), right = shown(claims), difference = shown(assets - claims);
    const std::string retained = shown(plan.opening.retained_earnings + assets - claims);
    std::string plain_retained = retained;
    std::erase(plain_retained, ',');
    // The file that was asked for brings the parts together, whichever file holds the balance sheet.
    notes.problems.add(
        {"opening-imbalance", scenario.file, "/opening", 0, 0,
         say("the opening balance sheet does not balance: assets {} yen, liabilities and net assets {} yen, difference "
             "{} yen",
             "開始貸借対照表が一致しません: 資産 {}円、負債・純資産 {}円、差額 {}円", left, right, difference),
         say("with retained_earnings of {} yen it would balance", "retained_earnings を {}円 にすると一致します",
             retained),
         {Proposal::Kind::number, plain_retained, "/opening/retained_earnings"}});
}

void check_opening(const Plan<double>& plan, Notes& notes) {
    if (notes.problems.concerns("/opening") || notes.problems.concerns("/company")) return;
    const auto& o = plan.opening;
    const auto part_of = [&](double part, double whole, std::string_view part_name, std::string_view whole_name) {
        if (part <= whole) return;
        const std::string small = shown(part), large = shown(whole);
        notes.problems.add("part-exceeds-whole", "/opening/" + std::string(part_name),
                           say("{} yen is more than {} ({} yen), of which it is a part",
                               "{}円は、内訳の元になる {}（{}円）を超えています", small, whole_name, large));
    };
    part_of(o.accrued_enterprise_tax, o.accrued_corporate_tax, "accrued_enterprise_tax", "accrued_corporate_tax");
    part_of(o.previous_enterprise_tax, o.previous_corporate_taxes, "previous_enterprise_tax",
            "previous_corporate_taxes");
    const bool with_the_year = month_of_fiscal_year(plan.company.start, plan.company.fiscal_year_start) == 0;
    for (const auto& [amount, key] :
         {std::pair{o.profit_to_date, "profit_to_date"}, std::pair{o.prepaid_corporate_tax, "prepaid_corporate_tax"}}) {
        if (amount == 0.0 || !with_the_year) continue;
        notes.warnings.add("year-not-begun", "/opening/" + std::string(key),
                           {"the plan starts with a fiscal year, so nothing of the running year lies before it",
                            "計画が期首から始まるため、当期分の開始前の金額はないはずです"});
    }
    if (o.overdraft > plan.treasury.overdraft_limit && !notes.problems.concerns("/treasury")) {
        const std::string used = shown(o.overdraft), line = shown(plan.treasury.overdraft_limit);
        notes.warnings.add("overdraft-beyond-line", "/opening/overdraft",
                           say("the overdraft of {} yen is more than the line of {} yen",
                               "当座貸越 {}円 が貸越枠 {}円 を超えています", used, line),
                           {"see treasury.overdraft_limit", "treasury.overdraft_limit を確認してください"});
    }
}

/// Whether there is room for all further tasks; with more of them, not even the day before the plan can be set up.
bool check_tasks(const Plan<double>& plan, Notes& notes) {
    constexpr std::size_t most = evaluation::most_tasks - 4;
    if (plan.tasks.size() <= most) return true;
    notes.problems.add("too-many-items", "/tasks",
                       say("there are {} further tasks; at most {} are allowed", "その他の業務課題が{}件あります（最大{}件）",
                           plan.tasks.size(), most));
    return false;
}

/// Sums in yen that enter the books as they are must be whole.
void check_whole_yen(const Plan<double>& plan, Notes& notes) {
    const auto look = [&](const auto& parameters, const std::string& pointer) {
        using P = std::remove_cvref_t<decltype(parameters)>;
        for (const auto& row : simulation::table_of<P>()) {
            const auto* field = std::get_if<0>(&row.field);
            if (field == nullptr || row.unit != "yen" || row.change != Change::fixed) continue;
            const double amount = parameters.**field;
            if (amount == std::floor(amount) || notes.problems.full()) continue;
            const std::string text = shown(amount);
            notes.problems.add("not-whole-yen", member_of(pointer, row.name),
                               say("{} yen is not a whole number of yen", "{}円に1円未満の端数があります", text));
        }
    };
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = plan.*section.member;
        const std::string pointer = "/" + std::string(section.name);
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (const auto& item : held) look(item.parameters, member_of(pointer, item.id));
        } else {
            look(held, pointer);
        }
    });
}

// Items -----------------------------------------------------------------------------------------------------

void check_cost_lines(const Plan<double>& plan, Notes& notes) {
    using accounting::Behaviour;
    struct Use {
        std::string_view key;
        double cl::Parameters<double>::*field;
        std::array<Behaviour, 2> by;
    };
    using P = cl::Parameters<double>;
    static constexpr auto uses = std::to_array<Use>({
        {"monthly_amount", &P::monthly_amount, {Behaviour::fixed, Behaviour::semi_variable}},
        {"sales_share", &P::sales_share, {Behaviour::variable, Behaviour::semi_variable}},
        {"amount_per_unit", &P::amount_per_unit, {Behaviour::variable, Behaviour::semi_variable}},
        {"step_amount", &P::step_amount, {Behaviour::step_fixed, Behaviour::step_fixed}},
        {"step_capacity", &P::step_capacity, {Behaviour::step_fixed, Behaviour::step_fixed}},
    });
    const P defaults{};
    for_each_sound(plan.cost_lines, "cost_lines", notes, [&](const P& p, const std::string& id) {
        const std::string_view behaviour = accounting::behaviour_options[static_cast<std::size_t>(p.behaviour)].key;
        for (const Use& use : uses) {
            const bool used = std::find(use.by.begin(), use.by.end(), p.behaviour) != use.by.end();
            if (used || p.*use.field == defaults.*use.field || notes.problems.full()) continue;
            notes.problems.add(
                "no-meaning", item_at("cost_lines", id, use.key),
                say("{} has no meaning for a {} cost", "{} は {} の費用では意味を持ちません", use.key, behaviour),
                {"remove it, or change the behaviour", "削除するか、behaviour を変えてください", taken_out});
        }
        check_order(p.start, p.end, item_at("cost_lines", id, "end"), {"the last month", "終了月"}, notes);
        warn_beyond_plan(plan, p.start, item_at("cost_lines", id, "start"), notes);
        if (p.end.given() && p.end < plan.company.start && (!p.start.given() || p.start <= p.end)) {
            const std::string end = to_string(p.end);
            notes.warnings.add("before-plan", item_at("cost_lines", id, "end"),
                               say("{} lies before the plan, so the line has no effect",
                                   "{} は計画開始前なので、この費用は影響しません", end));
        }
    });
}

void check_method(fa::Class asset_class, fa::Method method, const std::string& pointer, Notes& notes) {
    if (method != fa::Method::declining_balance) return;
    if (asset_class == fa::Class::land) {
        notes.problems.add("no-meaning", pointer, {"land is not depreciated", "土地は減価償却しません"},
                           {"leave the method out", "method を省いてください", taken_out});
    } else if (asset_class == fa::Class::building || asset_class == fa::Class::structure ||
               asset_class == fa::Class::software) {
        notes.warnings.add("unusual", pointer,
                           {"the tax law allows only straight line for buildings, structures and software",
                            "建物・構築物・ソフトウェアは税法上、定額法のみです"},
                           {"the value is used as it is", "この値のまま計算します"});
    }
}

void check_existing_asset(const fa::Parameters<double>& p, Month start, const std::string& id, Notes& notes) {
    if (p.opening_book_value <= 0.0) {
        notes.problems.add(
            "missing", item_at("assets", id, "opening_book_value"),
            {"required for an asset acquired before the plan starts", "計画開始前に取得した資産には必須です"},
            {"a fully depreciated asset keeps 1 yen; remove one that is gone",
             "償却済みの資産は1円。除却済みなら項目を削除してください"});
    } else if (p.opening_book_value > p.cost) {
        const std::string book = shown(p.opening_book_value), cost = shown(p.cost);
        notes.problems.add("part-exceeds-whole", item_at("assets", id, "opening_book_value"),
                           say("the book value of {} yen is more than the cost of {} yen",
                               "帳簿価額 {}円 が取得価額 {}円 を超えています", book, cost));
    }
    if (p.acquired + p.spending_months > start) {
        notes.problems.add(
            "instalments-cross-start", item_at("assets", id, "spending_months"),
            {"the instalments reach into the plan, but an asset acquired before it counts as paid",
             "支払が計画期間にかかっていますが、計画開始前に取得した資産は支払済みとして扱います"},
            {"enter what is still to be paid as a second asset", "残りの支払は別の資産として登録してください"});
    }
}

void check_assets(const Plan<double>& plan, Notes& notes) {
    const Month start = plan.company.start;
    for_each_sound(plan.assets, "assets", notes, [&](const fa::Parameters<double>& p, const std::string& id) {
        check_method(p.asset_class, p.method, item_at("assets", id, "method"), notes);
        if (p.acquired < start) {
            check_existing_asset(p, start, id, notes);
        } else if (p.opening_book_value != 0.0) {
            notes.problems.add("no-meaning", item_at("assets", id, "opening_book_value"),
                               {"an asset acquired in the plan has no opening book value",
                                "計画期間中に取得する資産に期首帳簿価額はありません"},
                               {"remove it", "削除してください", taken_out});
        }
        warn_beyond_plan(plan, p.acquired, item_at("assets", id, "acquired"), notes);
        if (!p.disposed.given()) {
            if (p.disposal_proceeds != 0.0) {
                notes.problems.add(
                    "no-meaning", item_at("assets", id, "disposal_proceeds"),
                    {"there are proceeds but no month of disposal", "売却収入がありますが、除却・売却月がありません"},
                    {"add \"disposed\"", "「disposed」を加えてください"});
            }
        } else if (p.disposed < start && p.acquired < start) {
            reject_before_plan(plan, p.disposed, item_at("assets", id, "disposed"),
                               {"remove the asset", "この資産を削除してください", {Proposal::Kind::remove, {}, item_at("assets", id)}}, notes);
        } else {
            check_order(p.acquired < start ? p.acquired : p.acquired + (p.spending_months - 1), p.disposed,
                        item_at("assets", id, "disposed"), {"the disposal", "除却・売却月"}, notes);
            warn_beyond_plan(plan, p.disposed, item_at("assets", id, "disposed"), notes);
        }
    });
}

void check_investments(const Plan<double>& plan, Notes& notes) {
    for_each_sound(plan.investments, "investments", notes, [&](const auto& p, const std::string& id) {
        reject_before_plan(
            plan, p.start, item_at("investments", id, "start"),
            {"what was bought before belongs in \"assets\"", "計画開始前に取得したものは「assets」に書いてください"},
            notes);
        warn_beyond_plan(plan, p.start, item_at("investments", id, "start"), notes);
        if (p.treatment == accounting::investment::Treatment::capitalise) {
            check_method(p.asset_class, p.method, item_at("investments", id, "method"), notes);
        }
    });
}

void check_loans(const Plan<double>& plan, Notes& notes) {
    for_each_sound(plan.loans, "loans", notes, [&](const ln::Parameters<double>& p, const std::string& id) {
        const bool open_end = p.repayment == ln::Repayment::rollover;
        if (!open_end && p.grace_months >= p.term_months) {
            notes.problems.add(
                "grace-too-long", item_at("loans", id, "grace_months"),
                say("the grace of {} months is not shorter than the term of {} months",
                    "据置期間 {}か月 が返済期間 {}か月 より短くありません", p.grace_months, p.term_months));
        }
        if (p.balloon > p.principal) {
            const std::string balloon = shown(p.balloon), principal = shown(p.principal);
            notes.problems.add("part-exceeds-whole", item_at("loans", id, "balloon"),
                               say("the balloon of {} yen is more than the principal of {} yen",
                                   "最終回増額 {}円 が借入額 {}円 を超えています", balloon, principal));
        } else if (p.balloon > 0.0 && (open_end || p.repayment == ln::Repayment::bullet)) {
            notes.problems.add(
                "no-meaning", item_at("loans", id, "balloon"),
                {"a loan that is not repaid in parts has no balloon", "分割返済しない借入に最終回増額はありません"},
                {"remove it", "削除してください", taken_out});
        }
        warn_beyond_plan(plan, p.drawn, item_at("loans", id, "drawn"), notes);
    });
}

void check_funds(const Plan<double>& plan, Notes& notes) {
    for_each_sound(plan.subsidies, "subsidies", notes, [&](const auto& p, const std::string& id) {
        reject_before_plan(plan, p.decided, item_at("subsidies", id, "decided"),
                           {"a sum still to come belongs in the opening balance sheet",
                            "未入金の補助金は開始貸借対照表に含めてください"},
                           notes);
        warn_beyond_plan(plan, p.decided, item_at("subsidies", id, "decided"), notes);
    });
    for_each_sound(plan.capital_increases, "capital_increases", notes, [&](const auto& p, const std::string& id) {
        reject_before_plan(
            plan, p.paid, item_at("capital_increases", id, "paid"),
            {"capital paid before belongs in paid_in_capital", "開始前の払込は paid_in_capital に含めてください"},
            notes);
        warn_beyond_plan(plan, p.paid, item_at("capital_increases", id, "paid"), notes);
    });
}

void check_targets(const Plan<double>& plan, std::span<const std::string_view> variables, Notes& notes) {
    for_each_sound(plan.targets, "targets", notes, [&](const auto& p, const std::string& id) {
        const std::string_view name = p.variable.view();
        if (std::find(variables.begin(), variables.end(), name) == variables.end()) {
            const auto near = closest(name, variables);
            notes.problems.add(
                "unknown-variable", item_at("targets", id, "variable"),
                say("there is no result or indicator named {}", "{} という結果・指標はありません", in_quotes(name)),
                near.empty() ? Hint{} : suggestion(name, variables));
        }
        if (p.year * 12 > plan.company.months) {
            notes.warnings.add("beyond-plan", item_at("targets", id, "year"),
                               say("year {} lies after the end of the plan of {} months",
                                   "{}年目は計画期間（{}か月）より後です", p.year, plan.company.months));
        }
    });
}

}  // namespace

void check_scenario(const simulation::Scenario& scenario, std::span<const std::string_view> variables, Notes& notes) {
    const Plan<double>& plan = scenario.plan;
    if (plan.segments.empty() && !notes.problems.concerns("/segments")) {
        notes.problems.add("missing", "/segments",
                           {"a plan needs at least one segment", "部門が少なくとも1つ必要です"});
    }
    check_whole_yen(plan, notes);
    check_opening(plan, notes);
    const bool can_be_set_up = check_tasks(plan, notes), balance_read = balance_known(notes);
    if (notes.problems.concerns("/company")) return;  // without the frame of the plan dates cannot be judged
    check_cost_lines(plan, notes);
    check_loans(plan, notes);
    check_assets(plan, notes);
    check_investments(plan, notes);
    check_funds(plan, notes);
    check_targets(plan, variables, notes);
    if (can_be_set_up && balance_read) check_balance(scenario, notes);
}

}  // namespace goho::io
