#include "analysis/differences.hpp"

#include "core/format.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <variant>

namespace goho::analysis {

namespace {

using simulation::Plan;

Text both(Label label) { return {std::string(label.en), std::string(label.ja)}; }
Text both(const std::string& text) { return {text, text}; }
Text shown_month(Month m) {
    return m.given() ? Text{shown(m, Language::english), shown(m, Language::japanese)} : Text{"none", "なし"};
}

/// One item of a collection by name, and the figures by which a newcomer is introduced.
struct SectionWords {
    std::string_view section;
    Label one;
    std::array<std::string_view, 3> figures;
    std::string_view from;  // the month it begins
};
constexpr auto section_words = std::to_array<SectionWords>({
    {"segments", {"Segment", "部門"}, {"price", "volume", "unit_variable_cost"}, ""},
    {"cost_lines", {"Cost line", "費用科目"}, {"monthly_amount", "sales_share", "amount_per_unit"}, "start"},
    {"job_groups", {"Job group", "職種"}, {"headcount", "monthly_pay", ""}, ""},
    {"assets", {"Fixed asset", "固定資産"}, {"cost", "", ""}, "acquired"},
    {"investments", {"Investment", "投資"}, {"amount", "", ""}, "start"},
    {"loans", {"Loan", "借入金"}, {"principal", "", ""}, "drawn"},
    {"subsidies", {"Subsidy", "補助金"}, {"amount", "", ""}, "decided"},
    {"capital_increases", {"Capital increase", "増資"}, {"amount", "", ""}, "paid"},
    {"targets", {"Target", "目標"}, {"value", "", ""}, ""},
});
SectionWords words_of(std::string_view section, Label label) {
    for (const SectionWords& row : section_words) {
        if (row.section == section) return row;
    }
    return {section, label, {}, ""};
}

/// "Selling price" inside a sentence; abbreviations keep their capitals.
std::string lower_first(std::string_view text) {
    std::string out(text);
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (out.size() > 1 && upper(out[0]) && !upper(out[1]) && out[1] != '&') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

/// "Segment Machined parts"; an item that bears the word in its own name goes by that: "Loan for the press".
template <class P> Text item_words(const SectionWords& words, const Item<P>& item) {
    const std::string_view name = item.shown(Language::english);
    const bool says_so = name.starts_with(words.one.en) || name.starts_with(lower_first(words.one.en));
    return {says_so ? std::string(name) : fmt::format("{} {}", words.one.en, name),
            fmt::format("{}「{}」", words.one.ja, item.shown(Language::japanese))};
}

/// The item of a collection that a Reference names, for the eye and for comparing; collections differ by plan.
struct Referent {
    std::string id;
    Text name;
};
Referent referent(const Plan<double>& plan, std::string_view collection, Reference reference) {
    Referent found{"", {"none", "なし"}};
    if (!reference.given()) return found;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& held = plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            if (section.name != collection || reference.index >= static_cast<int>(held.size())) return;
            const auto& item = held[reference.index];
            found = {item.id, {std::string(item.shown(Language::english)), std::string(item.shown(Language::japanese))}};
        }
    });
    return found;
}

/// One value as a person reads it, without unit; equal texts in a field other than a number mean equal values.
struct Value {
    Text text;
    std::string identity;  // what decides whether two values are the same
    std::optional<double> number;
};
template <class P> Value value_of(const P& parameters, const Parameter<P>& row, const Plan<double>& plan) {
    return std::visit(
        [&](auto field) -> Value {
            using Field = decltype(field);
            if constexpr (std::is_same_v<Field, Choice<P>>) {
                const Option& option = field.options[static_cast<std::size_t>(field.get(parameters))];
                return {both(option.label), std::string(option.key), {}};
            } else {
                const auto& member = parameters.*field;
                using Type = std::remove_cvref_t<decltype(member)>;
                if constexpr (std::is_same_v<Type, bool>) {
                    return {member ? Text{"yes", "はい"} : Text{"no", "いいえ"}, member ? "yes" : "no", {}};
                } else if constexpr (std::is_same_v<Type, Month>) {
                    return {shown_month(member), member.given() ? to_string(member) : "", {}};
                } else if constexpr (std::is_same_v<Type, ShortText>) {
                    const std::string text(member.view());
                    return {text.empty() ? Text{"none", "なし"} : both(text), text, {}};
                } else if constexpr (std::is_same_v<Type, Reference>) {
                    Referent named = referent(plan, row.unit, member);
                    return {named.name, named.id, {}};
                } else {
                    const double number = static_cast<double>(member);
                    return {both(without_unit(number, row.unit)), "", number};
                }
            }
        },
        row.field);
}
bool same(const Value& a, const Value& b) { return a.number && b.number ? *a.number == *b.number : a.identity == b.identity; }

/// How far a number moved: in points for a fraction, else as a percentage of where it was.
Text movement(double before, double after, std::string_view unit) {
    if (shown_as_percent(unit)) {
        std::string points = without_unit(after - before, unit);
        points.pop_back();  // the % sign: a difference of percentages is in points
        const std::string text = after < before ? points : "+" + points;
        return {fmt::format(" ({} points)", text), fmt::format(" ({}ポイント)", text)};
    }
    if (before == 0.0 || unit == "calendar month") return {};
    return both(fmt::format(" ({})", signed_percent((after - before) / std::abs(before))));
}

/// "12,000 → 12,360 yen/unit (+3.0%)".
Text arrow(const Value& before, const Value& after, std::string_view unit) {
    const auto in = [&](Language language) {
        std::string text = before.text.in(language) + " → " + after.text.in(language);
        if (!before.number || !after.number) return text;
        const std::string name = unit_name(unit, language);
        if (language == Language::japanese && unit == "fraction/year") text = "年率" + text;
        else if (!name.empty()) text += " " + name;
        return text + movement(*before.number, *after.number, unit).in(language);
    };
    return {in(Language::english), in(Language::japanese)};
}

Difference changed(std::string pointer, const Text& owner, Label label, std::string_view unit, const Value& before, const Value& after) {
    Difference d;
    d.kind = ChangeKind::changed;
    d.pointer = std::move(pointer);
    d.path = {fmt::format("{}: {}", owner.en, lower_first(label.en)), fmt::format("{}: {}", owner.ja, label.ja)};
    d.before = before.text;
    d.after = after.text;
    if (before.number) d.unit = unit;
    d.before_number = before.number;
    d.after_number = after.number;
    const Text moved = arrow(before, after, unit);
    d.sentence = {d.path.en + " " + moved.en, d.path.ja + " " + moved.ja};
    return d;
}

template <class P>
void compare_parameters(std::vector<Difference>& out, const std::string& pointer, const Text& owner, const P& before,
                        const P& after, const Plan<double>& plan_before, const Plan<double>& plan_after) {
    for (const Parameter<P>& row : simulation::table_of<P>()) {
        const Value was = value_of(before, row, plan_before), is = value_of(after, row, plan_after);
        if (!same(was, is)) out.push_back(changed(fmt::format("{}/{}", pointer, row.name), owner, row.label, row.unit, was, is));
    }
}

/// What an item is about: its main figures with units, and the month it begins.
template <class P> Text introduction(const SectionWords& words, const P& parameters, const Plan<double>& plan) {
    struct Part {
        Text value;
        Label label;
    };
    std::vector<Part> parts;
    Month from;
    for (const Parameter<P>& row : simulation::table_of<P>()) {
        const bool main = std::find(words.figures.begin(), words.figures.end(), row.name) != words.figures.end();
        const Value value = value_of(parameters, row, plan);
        if (main && value.number && *value.number != 0.0) {
            parts.push_back({{with_unit(*value.number, row.unit, Language::english), with_unit(*value.number, row.unit, Language::japanese)}, row.label});
        }
        if (const auto* month = std::get_if<Month P::*>(&row.field); month && row.name == words.from) from = parameters.**month;
    }
    Text text;
    for (const Part& part : parts) {
        const bool alone = parts.size() == 1;
        text.en += (text.en.empty() ? "" : ", ") + (alone ? part.value.en : lower_first(part.label.en) + " " + part.value.en);
        text.ja += (text.ja.empty() ? "" : "、") + (alone ? part.value.ja : std::string(part.label.ja) + " " + part.value.ja);
    }
    if (from.given()) {
        text.en += (text.en.empty() ? "" : " ") + fmt::format("from {}", shown(from, Language::english));
        text.ja += (text.ja.empty() ? "" : "、") + fmt::format("{}から", shown(from, Language::japanese));
    }
    return text;
}

Difference came_or_went(ChangeKind kind, std::string pointer, const Text& what, const Text& about) {
    Difference d;
    d.kind = kind;
    d.pointer = std::move(pointer);
    d.path = what;
    (kind == ChangeKind::added ? d.after : d.before) = about;
    const bool added = kind == ChangeKind::added;
    d.sentence = {fmt::format("{} {}", added ? "New" : "Removed", lower_first(what.en)),
                  fmt::format("{}: {}", added ? "追加" : "削除", what.ja)};
    if (!about.en.empty()) d.sentence.en += ": " + about.en;
    if (!about.ja.empty()) d.sentence.ja += "、" + about.ja;
    return d;
}

template <class P>
void compare_items(std::vector<Difference>& out, std::string_view section, Label label, const std::vector<Item<P>>& before,
                   const std::vector<Item<P>>& after, const Plan<double>& plan_before, const Plan<double>& plan_after) {
    const SectionWords words = words_of(section, label);
    const auto find = [](const std::vector<Item<P>>& items, const std::string& id) -> const Item<P>* {
        for (const Item<P>& item : items) {
            if (item.id == id) return &item;
        }
        return nullptr;
    };
    for (const Item<P>& item : after) {
        const std::string pointer = fmt::format("/{}/{}", section, item.id);
        const Text what = item_words(words, item);
        const Item<P>* const was = find(before, item.id);
        if (!was) {
            out.push_back(came_or_went(ChangeKind::added, pointer, what, introduction(words, item.parameters, plan_after)));
            continue;
        }
        if (was->name != item.name) {
            const auto name = [](const Item<P>& i) {
                return Value{{std::string(i.shown(Language::english)), std::string(i.shown(Language::japanese))}, "", {}};
            };
            out.push_back(changed(pointer + "/name", what, {"Name", "名称"}, "", name(*was), name(item)));
        }
        compare_parameters(out, pointer, what, was->parameters, item.parameters, plan_before, plan_after);
    }
    for (const Item<P>& item : before) {
        if (find(after, item.id)) continue;
        out.push_back(came_or_went(ChangeKind::removed, fmt::format("/{}/{}", section, item.id), item_words(words, item),
                                   introduction(words, item.parameters, plan_before)));
    }
}

// The timeline ------------------------------------------------------------------------------------------------

/// "sales volume of Machined parts", "「切削部品」の販売数量"; the pointer when the address is not of this plan.
struct Named {
    Text text;
    std::string_view unit;
};
Named quantity_words(const simulation::Edit& edit, const Plan<double>& plan) {
    Named named{both(edit.pointer), ""};
    int position = 0;
    simulation::for_each_section<double>([&](const auto& section) {
        if (position++ != edit.address.section) return;
        const auto& held = plan.*section.member;
        using Held = std::remove_cvref_t<decltype(held)>;
        const auto name_row = [&](const auto& rows, std::string_view en, std::string_view ja) {
            if (edit.address.row < 0 || edit.address.row >= static_cast<int>(rows.size())) return;
            const auto& row = rows[edit.address.row];
            named.unit = row.unit;
            named.text = {en.empty() ? lower_first(row.label.en) : fmt::format("{} of {}", lower_first(row.label.en), en),
                          ja.empty() ? std::string(row.label.ja) : fmt::format("「{}」の{}", ja, row.label.ja)};
        };
        if constexpr (simulation::is_collection<Held>) {
            if (edit.address.item < 0 || edit.address.item >= static_cast<int>(held.size())) return;
            const auto& item = held[edit.address.item];
            name_row(simulation::table_of<std::remove_cvref_t<decltype(item.parameters)>>(), item.shown(Language::english),
                     item.shown(Language::japanese));
        } else {
            name_row(simulation::table_of<Held>(), "", "");
        }
    });
    return named;
}

Text edit_words(const simulation::Edit& edit, const Plan<double>& plan) {
    const Named named = quantity_words(edit, plan);
    const auto in = [&](Language language) {
        const std::string amount = with_unit(edit.amount, named.unit, language);
        switch (edit.operation) {
            case simulation::Operation::scale: return " × " + plain_number(edit.amount, 6);
            case simulation::Operation::add:
                if (edit.amount < 0.0) return " − " + with_unit(-edit.amount, named.unit, language);
                return " + " + amount;
            case simulation::Operation::set: break;
        }
        return (language == Language::english ? " becomes " : " を ") + amount + (language == Language::english ? "" : " に");
    };
    return {named.text.en + in(Language::english), named.text.ja + in(Language::japanese)};
}

Text entry_words(const simulation::TimelineEntry& entry) {
    const Text& name = entry.name;
    const std::string& en = !name.en.empty() ? name.en : !name.ja.empty() ? name.ja : entry.id;
    const std::string& ja = !name.ja.empty() ? name.ja : !name.en.empty() ? name.en : entry.id;
    return {"Timeline " + en, "タイムライン「" + ja + "」"};
}

bool same(const simulation::TimelineEntry& a, const simulation::TimelineEntry& b) {
    const auto same_edit = [](const simulation::Edit& x, const simulation::Edit& y) {  // addresses differ between plans
        return x.operation == y.operation && x.pointer == y.pointer && x.amount == y.amount;
    };
    return a.from == b.from && a.to == b.to && a.every_months == b.every_months &&
           std::equal(a.edits.begin(), a.edits.end(), b.edits.begin(), b.edits.end(), same_edit);
}

void compare_timelines(std::vector<Difference>& out, const simulation::Scenario& before, const simulation::Scenario& after) {
    const auto find = [](const simulation::Scenario& scenario, const std::string& id) -> const simulation::TimelineEntry* {
        for (const auto& entry : scenario.timeline) {
            if (entry.id == id) return &entry;
        }
        return nullptr;
    };
    const auto line = [](Difference d) {
        const std::string& en = d.after.empty() ? d.before.en : d.after.en;
        const std::string& ja = d.after.empty() ? d.before.ja : d.after.ja;
        const bool removed = d.kind == ChangeKind::removed;
        d.sentence = {removed ? "Removed: " + d.path.en + ", " + en : d.path.en + ": " + en,
                      removed ? "削除: " + d.path.ja + "、" + ja : d.path.ja + ": " + ja};
        if (d.kind == ChangeKind::changed) {
            d.sentence.en += " (before: " + d.before.en + ")";
            d.sentence.ja += "（変更前: " + d.before.ja + "）";
        }
        return d;
    };
    for (const auto& entry : after.timeline) {
        const auto* const was = find(before, entry.id);
        if (was && same(*was, entry)) continue;
        Difference d;
        d.kind = was ? ChangeKind::changed : ChangeKind::added;
        d.pointer = "/timeline/" + entry.id;
        d.path = entry_words(entry);
        if (was) d.before = in_words(*was, before.plan);
        d.after = in_words(entry, after.plan);
        out.push_back(line(std::move(d)));
    }
    for (const auto& entry : before.timeline) {
        if (find(after, entry.id)) continue;
        Difference d;
        d.kind = ChangeKind::removed;
        d.pointer = "/timeline/" + entry.id;
        d.path = entry_words(entry);
        d.before = in_words(entry, before.plan);
        out.push_back(line(std::move(d)));
    }
}

}  // namespace

Text in_words(const simulation::TimelineEntry& entry, const Plan<double>& plan) {
    Text edits;
    for (const simulation::Edit& edit : entry.edits) {
        const Text words = edit_words(edit, plan);
        edits.en += (edits.en.empty() ? "" : "; ") + words.en;
        edits.ja += (edits.ja.empty() ? "" : "、") + words.ja;
    }
    const Text from = shown_month(entry.from), to = shown_month(entry.to);
    std::string en = "from " + from.en, ja = from.ja + "から";
    if (entry.every_months > 0) {
        en += entry.every_months == 1 ? " every month" : fmt::format(" every {} months", entry.every_months);
        ja += entry.to.given() ? to.ja + "まで" : "";
        ja += entry.every_months == 1 ? "毎月" : fmt::format("{}か月ごとに", entry.every_months);
    } else if (entry.to.given()) {
        ja += to.ja + "まで";
    }
    en += ": " + edits.en;
    if (entry.to.given()) en += " until " + to.en;
    return {en, ja + ": " + edits.ja};
}

std::vector<Difference> differences(const simulation::Scenario& before, const simulation::Scenario& after) {
    std::vector<Difference> out;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto &was = before.plan.*section.member, &is = after.plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(was)>>) {
            compare_items(out, section.name, section.label, was, is, before.plan, after.plan);
        } else {
            compare_parameters(out, fmt::format("/{}", section.name), both(section.label), was, is, before.plan, after.plan);
        }
    });
    if (const std::size_t was = before.plan.actuals.months.size(), is = after.plan.actuals.months.size(); was != is) {
        Difference d;
        d.kind = ChangeKind::changed;
        d.pointer = "/actuals";
        d.path = {"Actual months", "実績の月数"};
        d.before = {std::to_string(was), std::to_string(was)};
        d.after = {std::to_string(is), std::to_string(is)};
        d.sentence = {fmt::format("Actual months: {} → {}", was, is), fmt::format("実績の月数: {}か月 → {}か月", was, is)};
        out.push_back(std::move(d));
    }
    compare_timelines(out, before, after);
    return out;
}

}  // namespace goho::analysis
