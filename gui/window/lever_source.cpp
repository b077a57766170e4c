#include "window/lever_source.hpp"

#include "document/amounts.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace goho::gui {

namespace {

using simulation::Plan;

struct Front {
    std::string_view section, row;
    Label group;
    bool first_item = true;  // of a collection only the first, else of the item named
    std::string_view item = {};
};

/// Company, investment plan, appraisal, employees, customers, society, next generation: the levers that most plans turn.
constexpr Front in_front[] = {
    {"segments", "price", {"Company", "会社"}},
    {"segments", "volume", {"Company", "会社"}},
    {"investments", "amount", {"Company", "会社"}},
    {"initiatives", "people_budget", {"Initiatives", "施策"}},
    {"initiatives", "hours_saving", {"Initiatives", "施策"}},
    {"management", "goal_clarity", {"Employees", "従業員"}},
    {"management", "executive_sponsorship", {"Employees", "従業員"}},
    {"management", "field_voice", {"Employees", "従業員"}},
    {"freed_hours", "customers", {"Customers", "顧客"}},
    {"freed_hours", "sales", {"Customers", "顧客"}},
    {"management", "disclosure", {"Society", "世間"}},
    {"management", "plan_linkage", {"Next generation", "次世代"}},
    {"cost_lines", "monthly_amount", {"Next generation", "次世代"}, false, "research"},
    {"cost_lines", "monthly_amount", {"Next generation", "次世代"}, false, "training"},
};

bool is_amount(std::string_view unit) { return unit.starts_with("yen") || unit.starts_with("units") || unit == "people" || unit == "hours"; }

QString tip_of(const auto& row, const Words& words, const std::string& pointer) {
    QString tip = words(row.label) + QStringLiteral("\n") + words(row.meaning);
    tip += words("\nUsual range: ", "\n通常の範囲: ") + qt(without_unit(row.plausible.low, row.unit)) + words(" to ", "〜") + qt(with_unit(row.plausible.high, row.unit, words.language));
    tip += words("\nEvidence: grade ", "\n根拠の確かさ: ") + qt(grade(row.evidence)) + words(", source ", "、出典 ") + qt(row.source);
    return tip + QStringLiteral("\n") + QString::fromStdString(pointer);
}

/// Around the base for amounts, whose usual range holds companies of every size; else the usual range.
void span(LeverFace& face, Range valid, Range plausible, double value, std::optional<double> base) {
    const double centre = base.value_or(value);
    face.least = valid.low;
    face.most = valid.high;
    if (is_amount(face.unit) && centre != 0.0) {
        face.low = centre - 0.5 * std::abs(centre);
        face.high = centre + 0.5 * std::abs(centre);
    } else if (is_amount(face.unit)) {
        face.low = 0.0;
        face.high = std::min(plausible.high, face.unit.starts_with("yen") ? 5e6 : 100.0);
    } else {
        face.low = plausible.low;
        face.high = plausible.high;
    }
    face.low = std::max(valid.low, std::min({face.low, value, centre}));
    face.high = std::min(valid.high, std::max({face.high, value, centre}));
    if (face.high <= face.low) face.high = face.low + 1.0;
}

std::set<std::string> timed(const simulation::Scenario& scenario) {
    std::set<std::string> out;
    for (const auto& entry : scenario.timeline) {
        for (const auto& edit : entry.edits) out.insert(edit.pointer);
    }
    return out;
}

class Collector {
public:
    Collector(Session& session, const analysis::Study& active, const analysis::Study* base)
        : session_(session), words_(session.words()), base_(base && base != &active ? &base->scenario.plan : nullptr), timed_(timed(active.scenario)) {
        if (!base_) reference_ = session.book().reference(session.book().active());
    }

    template <class P> void table(const auto& section, const P& held, const P* other, const std::string& item, const QString& name, bool first) {
        for (const auto& row : simulation::table_of<P>()) {
            const auto* field = std::get_if<0>(&row.field);
            if (!field) continue;
            Lever lever;
            lever.section = std::string(section.name);
            lever.face.pointer = "/" + lever.section + (item.empty() ? "" : "/" + item) + "/" + std::string(row.name);
            lever.face.unit = std::string(row.unit);
            lever.value = held.**field;
            if (other) lever.base = other->**field;
            else if (reference_) lever.base = saved(lever.face.pointer, lever.value);
            lever.face.label = name.isEmpty() ? words_(row.label) : name + QStringLiteral(" · ") + words_(row.label);
            lever.face.tip = tip_of(row, words_, lever.face.pointer);
            if (timed_.contains(lever.face.pointer)) {
                lever.face.label += QStringLiteral(" ⏱");
                lever.face.tip += words_("\nThe timeline changes it later in the plan.", "\n計画の途中でタイムラインにより変わります。");
            }
            lever.group = words_(section.label);
            lever.weight = (lever.section == "evaluation" && row.name.ends_with("_weight")) || (lever.section == "tasks" && row.name == "weight");
            span(lever.face, row.valid, row.plausible, lever.value, lever.base);
            for (std::size_t i = 0; i < std::size(in_front); ++i) {
                const auto& front = in_front[i];
                if (front.section != section.name || front.row != row.name) continue;
                if (!item.empty() && (front.first_item ? !first : item != front.item)) continue;
                lever.front = static_cast<int>(i);
                front_group(lever, front);
            }
            levers.push_back(std::move(lever));
        }
    }

    std::vector<Lever> levers;
    const Plan<double>* base() const { return base_; }
    const Words& words() const { return words_; }

private:
    void front_group(Lever& lever, const Front& front) { lever.group = words_(front.group); }
    std::optional<double> saved(const std::string& pointer, double value) const {
        const Json* there = value_at(*reference_, path_of(pointer));
        return there ? number_of(*there).value_or(value) : value;
    }

    Session& session_;
    Words words_;
    const Plan<double>* base_;
    Content reference_;
    std::set<std::string> timed_;
};

template <class P> const simulation::Item<P>* same_item(const std::vector<simulation::Item<P>>* items, const std::string& id) {
    if (!items) return nullptr;
    for (const auto& one : *items) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

}  // namespace

std::vector<Lever> levers_of(Session& session) {
    const auto* active = session.scene().active_study();
    if (!active) return {};
    Collector collect(session, *active, session.scene().base_study());
    const auto& plan = active->scenario.plan;
    simulation::for_each_section<double>([&](const auto& section) {
        if (section.name == "targets" || section.name == "opening" || section.name == "pins" || section.name.ends_with("_today")) return;
        const auto& held = plan.*section.member;
        const auto* other = collect.base() ? &(collect.base()->*section.member) : nullptr;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            bool first = true;
            for (const auto& item : held) {
                const auto* twin = same_item(other, item.id);
                const QString name = QString::fromStdString(std::string(item.shown(session.shown().language)));
                collect.table(section, item.parameters, twin ? &twin->parameters : nullptr, item.id, name, first);
                first = false;
            }
        } else {
            collect.table(section, held, other, {}, {}, true);
        }
    });
    return std::move(collect.levers);
}

QString zone_of(const Lever& lever, const Words& words) {
    const double centre = lever.base.value_or(lever.value), width = lever.face.high - lever.face.low;
    if (std::abs(lever.value - centre) < 0.01 * width) return words("as now", "現状");
    if (lever.value < centre) return words("less", "縮小");
    return lever.value > lever.face.low + 0.85 * width ? words("excessive", "過剰") : words("ambitious", "積極");
}

}  // namespace goho::gui
