#include "cli/text_views.hpp"
#include "initiatives/priority.hpp"
#include "initiatives/stages.hpp"
#include "io/text_table.hpp"
#include "simulation/behaviour.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using simulation::Conduct;

std::string pick(const View& view, std::string_view en, std::string_view ja) {
    return std::string(view.language == Language::japanese ? ja : en);
}

std::string note_of_behaviour_off(const View& view) {
    return pick(view, "Behaviour is switched off in this plan (company.behaviour): nothing to show.\n",
                "この計画では行動の計算を行っていません（company.behaviour）。\n");
}

std::string with_unit(Label label, std::string_view unit, const View& view) {
    std::string out(label.in(view.language));
    if (unit == "index" || unit == "stage" || unit == "people" || unit == "1/month" || shown_as_percent(unit)) return out;
    return out + " (" + (unit == "yen" ? std::string(label_of(view.unit).in(view.language)) : unit_name(unit, view.language)) + ")";
}

/// An index has two decimals; a rate a month two more than a share has.
std::string conduct_cell(double value, std::string_view unit, const View& view) {
    if (unit == "index") return table_number(value, view.language, 2);
    if (unit == "1/month") return table_number(value * 100.0, view.language, 2) + "%";
    if (unit == "points" || unit == "people") return table_number(value, view.language, 1);
    return cell_text(value, unit, view);
}

constexpr std::array hours_part{"available_hours", "indirect_hours", "fulfilment_hours", "discretionary_hours", "hours_saved", "confusion_hours",
                                "dual_running_hours", "freed_hours", "hours_to_customers", "hours_to_sales", "hours_to_improvement",
                                "hours_to_development", "overtime_cut_hours", "headcount_cut_hours", "idle_hours", "selling_hours",
                                "customer_hours", "improvement_hours", "development_hours", "load", "waste_share"};
constexpr std::array people_part{"headcount", "planned_headcount", "novices", "leavers", "hires", "dismissed", "attrition_rate",
                                 "employee_satisfaction", "overtime_hours", "number_literacy", "real_wage_index", "human_capital",
                                 "labour_productivity_index", "selling_effort", "customer_value_effort", "improvement_effort", "development_effort"};
constexpr std::array customers_part{"customer_index", "customer_satisfaction", "market_satisfaction", "churn_rate", "referral_rate",
                                    "complaint_rate", "error_rate", "lead_time", "willingness_to_pay", "deliverable_share"};
constexpr std::array society_part{"trust", "disclosure", "credit_score", "credit_spread", "dismissed"};
constexpr std::array future_part{"research_capital", "digital_capital", "human_capital", "executive_capability", "founder_dependence",
                                 "attractiveness", "institutionalisation", "plan_linkage"};

struct Part {
    std::string_view name;
    Label title;
    std::span<const char* const> rows;
};
const std::array parts{
    Part{"hours", {"Where the hours go", "時間の使われ方"}, hours_part},
    Part{"people", {"Employees", "従業員"}, people_part},
    Part{"customers", {"Customers", "顧客"}, customers_part},
    Part{"society", {"Society", "世間"}, society_part},
    Part{"next_generation", {"Next generation", "次世代"}, future_part},
};

const Variable<Conduct<double>, double>* find(std::string_view name) {
    for (const auto& row : simulation::conduct_variables<double>) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

std::string index_cell(const std::optional<double>& value, const View& view) {
    return value ? table_number(*value, view.language, 0) : pick(view, "n/a", "－");
}

}  // namespace

std::string directions_summary(const analysis::Study& study, const View& view) {
    if (!study.run.behaves || study.directions.empty()) return {};
    io::TextTable table;
    std::vector<std::size_t> years;
    for (const std::size_t y : {std::size_t{0}, std::size_t{2}, std::size_t{4}, study.directions.size() - 1}) {
        if (y < study.directions.size() && (years.empty() || years.back() < y)) years.push_back(y);
    }
    const auto all = year_headings(study, view);
    for (const std::size_t y : years) table.headings.push_back(all[y]);
    for (const auto& f : stakeholders::direction_figures()) {
        io::TableRow row{std::string(f.label.in(view.language)), {}, f.name == "circulation"};
        for (const std::size_t y : years) row.cells.push_back(index_cell(f.of(study.directions[y]), view));
        table.rows.push_back(std::move(row));
    }
    std::string out = heading(pick(view, "Five directions", "五方の指数"), pick(view, "0 to 100", "0〜100")) + io::to_text(table, view.width);
    const auto& last = study.directions.back();
    if (last.binding) {
        const Label who = stakeholders::label_of(*last.binding);
        out += view.language == Language::japanese ? fmt::format("最後の年に最も弱い方向: {}（最高との差 {:.0f}点）\n", who.ja, *last.imbalance)
                                                   : fmt::format("Weakest in the last year: {} ({:.0f} points below the best)\n", who.en, *last.imbalance);
    }
    return out;
}

std::string directions_text(const analysis::Study& study, const View& view) {
    std::string out = heading(pick(view, "Five directions", "五方の指数"), pick(view, "0 to 100", "0〜100"));
    if (!study.run.behaves) return out + note_of_behaviour_off(view);
    io::TextTable table;
    table.headings = year_headings(study, view);
    const auto add = [&](std::string label, bool rule, auto of, double scale) {
        io::TableRow row{std::move(label), {}, rule};
        for (const auto& year : study.directions) {
            const std::optional<double> value = of(year);
            row.cells.push_back(index_cell(value ? std::optional(*value * scale) : value, view));
        }
        table.rows.push_back(std::move(row));
    };
    for (const auto& f : stakeholders::direction_figures()) add(std::string(f.label.in(view.language)), f.name == "circulation", f.of, 1.0);
    add(pick(view, "Level of the five", "五方の水準"), false, [](const auto& f) { return f.level; }, 1.0);
    add(pick(view, "Imbalance", "偏り（最高−最低）"), false, [](const auto& f) { return f.imbalance; }, 1.0);
    for (std::size_t i = 0; i < stakeholders::links; ++i) {
        add(std::string(study.directions.front().link[i].label.in(view.language)), i == 0, [i](const auto& f) { return f.link[i].value; }, 100.0);
    }
    out += io::to_text(table, view.width) + heading(pick(view, "Definitions", "定義"));
    const auto define = [&](Label label, Label definition) {
        const std::string line = std::string(label.in(view.language)) + ": " + std::string(definition.in(view.language));
        for (const auto& l : io::wrapped(line, view.width)) out += l + "\n";
    };
    for (const auto& f : stakeholders::direction_figures()) define(f.label, f.definition);
    for (const auto& link : study.directions.front().link) define(link.label, link.definition);
    return out;
}

std::string conduct_text(const analysis::Study& study, std::string_view part, const View& view) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.name == part; });
    std::string out = heading(found->title.in(view.language), pick(view, "flows of the year, otherwise at its end", "フローは年間、その他は年度末"));
    if (!study.run.behaves) return out + note_of_behaviour_off(view);
    io::TextTable table;
    table.headings = year_headings(study, view);
    for (const char* name : found->rows) {
        const auto* variable = find(name);
        io::TableRow row{with_unit(variable->label, variable->unit, view), {}, false};
        for (const auto& year : study.fiscal_years) row.cells.push_back(conduct_cell(year.conduct.*variable->field, variable->unit, view));
        table.rows.push_back(std::move(row));
    }
    return out + io::to_text(table, view.width);
}

std::string findings_text(const analysis::Study& study, const View& view) {
    if (!study.run.behaves || study.findings.empty()) return {};
    std::string out = heading(pick(view, "Questions to this plan", "計画の点検"));
    for (const auto& finding : study.findings) {
        std::string mark = "? ";
        for (const auto& line : io::wrapped(io::printable(finding.message.in(view.language)), view.width - 2)) {
            out += mark + line + "\n";
            mark = "  ";
        }
    }
    return out;
}

std::string disconnects_text(const analysis::Study& study, const View& view) {
    std::string out = heading(pick(view, "The five disconnects", "五つの分断"), pick(view, "0 connected to 100 split", "0 接続〜100 分断"));
    if (!study.diagnosis || study.diagnosis->planned.empty()) return out + note_of_behaviour_off(view);
    const auto& d = *study.diagnosis;
    io::TextTable table;
    table.headings = {pick(view, "today", "現状"), pick(view, "planned", "計画"), pick(view, "repair brings", "修復の価値")};
    for (std::size_t i = 0; i < d.planned.size(); ++i) {
        const auto cell = [&](const std::optional<double>& s) {
            return s ? table_number(*s, view.language, 0) + " " + std::string(stakeholders::grade_of(*s).in(view.language)) : pick(view, "n/a", "－");
        };
        table.rows.push_back({std::string(d.planned[i].label.in(view.language)),
                              {cell(d.today[i].severity), cell(d.planned[i].severity), cell_text(d.repairs[i].worth, "yen", view, true)}, false});
    }
    const auto& all = d.repairs.back();
    table.rows.push_back({std::string(all.label.in(view.language)), {"", "", cell_text(all.worth, "yen", view, true)}, true});
    out += io::to_text(table, view.width);
    const std::string unit(label_of(view.unit).in(view.language)), whole = cell_text(all.worth, "yen", view, true), one_by_one = cell_text(d.sum_of_parts, "yen", view, true);
    const std::string sentence =
        view.language == Language::japanese
            ? fmt::format("修復の価値は、計画どおりの場合に対するフリーCFの現在価値（{}）。5つを一緒に直すと {}、1つずつの合計は {}。", unit, whole, one_by_one)
            : fmt::format("Repair: present value of free cash flow against the plan as it is ({}). All five together bring {}, one by one they add up to {}.", unit, whole, one_by_one);
    for (const auto& line : io::wrapped(sentence, view.width)) out += line + "\n";
    for (const auto& one : d.planned) {
        if (one.reason.empty()) continue;
        const std::string line = std::string(one.label.in(view.language)) + ": " + one.reason.in(view.language);
        for (const auto& part : io::wrapped(line, view.width)) out += part + "\n";
    }
    return out;
}

std::string initiatives_text(const analysis::Study& study, const View& view) {
    std::string out;
    for (int i = 0; i < study.run.initiatives.items; ++i) {
        const auto& item = study.scenario.plan.initiatives[static_cast<std::size_t>(i)];
        out += heading(pick(view, "Initiative: ", "施策: ") + io::printable(item.shown(view.language)), std::string(label_of(view.unit).in(view.language)));
        if (!study.run.behaves) {
            out += note_of_behaviour_off(view);
            continue;
        }
        io::TextTable table;
        table.headings = year_headings(study, view);
        const auto add = [&](std::string label, auto cell) {
            io::TableRow row{std::move(label), {}, false};
            for (const auto& year : study.fiscal_years) row.cells.push_back(cell(year));
            table.rows.push_back(std::move(row));
        };
        const auto at_end = [&](const auto& year) -> const auto& { return study.run.initiatives.at(year.last - study.run.start, i); };
        const auto sum = [&](const auto& year, auto of) {
            double total = 0.0;
            for (int t = year.first - study.run.start; t <= year.last - study.run.start; ++t) total += of(study.run.initiatives.at(t, i));
            return total;
        };
        add(pick(view, "Stage", "段階"), [&](const auto& year) {
            const auto& stages = initiatives::stage_options;
            return std::string(stages[static_cast<std::size_t>(at_end(year).stage)].label.in(view.language));
        });
        add(pick(view, "Adoption", "定着率"), [&](const auto& y) { return cell_text(at_end(y).adoption, "fraction", view); });
        add(pick(view, "Reach", "定着の上限"), [&](const auto& y) { return cell_text(at_end(y).reach, "fraction", view); });
        add(pick(view, "Hours saved", "削減時間"), [&](const auto& y) { return cell_text(sum(y, [](const auto& m) { return m.hours_saved; }), "hours", view); });
        add(pick(view, "Confusion, double work (h)", "混乱・二重管理（時間）"),
            [&](const auto& y) { return cell_text(sum(y, [](const auto& m) { return m.confusion_hours + m.dual_running_hours; }), "hours", view); });
        add(pick(view, "Lead time left", "残る所要期間"), [&](const auto& y) { return cell_text(at_end(y).lead_time_factor, "fraction", view); });
        add(pick(view, "Errors left", "残るミス"), [&](const auto& y) { return cell_text(at_end(y).error_factor, "fraction", view); });
        add(pick(view, "Re-entry left", "残る再入力"), [&](const auto& y) { return cell_text(at_end(y).re_entry_factor, "fraction", view); });
        add(pick(view, "Budget granted", "継続予算"), [&](const auto& y) { return cell_text(at_end(y).funding, "fraction", view); });
        add(pick(view, "Cost", "費用"), [&](const auto& y) { return cell_text(sum(y, [](const auto& m) { return simulation::cost_of(m); }), "yen", view); });
        out += io::to_text(table, view.width);
        const auto today = simulation::behaviour_today(study.scenario.plan).today;
        const auto rank = initiatives::priority(item.parameters, today.hours, today.hourly_cost, today.pay);
        const std::string effect = cell_text(rank.effect, "yen", view) + " " + std::string(label_of(view.unit).in(view.language));
        const std::string line = view.language == Language::japanese
                                     ? fmt::format("効果×実行しやすさ: 効果 年{}、実行しやすさ {:.0f}/100 → {}", effect, rank.ease * 100.0, rank.quadrant.ja)
                                     : fmt::format("Effect and ease: {} a year in full use, ease {:.0f} of 100 -> {}", effect, rank.ease * 100.0, rank.quadrant.en);
        for (const auto& l : io::wrapped(line, view.width)) out += l + "\n";
    }
    if (out.empty()) out = heading(pick(view, "Initiatives", "施策")) + pick(view, "The plan has no initiative.\n", "この計画に施策はありません。\n");
    return out;
}

}  // namespace goho::cli
