#include "document/levers.hpp"

#include "document/amounts.hpp"
#include "document/front_levers.hpp"
#include "document/lever_ranges.hpp"
#include "document/words.hpp"
#include "simulation/plan.hpp"

#include <QString>
#include <algorithm>
#include <cmath>
#include <set>

namespace goho::gui {

Label label_of(Zone zone) {
    static constexpr Label labels[] = {
        {"Lower", "縮小"}, {"As now", "現状"}, {"Bold", "積極"}, {"Beyond usual", "過剰"}};
    return labels[static_cast<std::size_t>(zone)];
}

Label label_of(FrontGroup group) {
    static constexpr Label labels[] = {{"Company", "会社"},           {"Employees", "従業員"},
                                       {"Customers", "顧客"},         {"Society", "世間"},
                                       {"Next generation", "次世代"}, {"Investment plan", "投資計画"}};
    return labels[static_cast<std::size_t>(group)];
}

namespace {

std::optional<double> number_at(const Json& root, const std::string& pointer, const Lever& lever) {
    const Json* written = value_at(root, path_of(pointer));
    if (written != nullptr) return number_of(*written);
    return lever.required ? std::nullopt : std::optional(lever.standard);
}

/// The levers of one object: a section, or an item of a collection.
template <class P>
void add_rows(const std::string& section, Label section_label, const std::string& item, const std::string& at,
              const Json& merged, std::vector<Lever>& out) {
    static const P defaults{};
    for (const auto& row : simulation::table_of<P>()) {
        const auto* real = std::get_if<0>(&row.field);
        const auto* count = std::get_if<int P::*>(&row.field);
        if (real == nullptr && count == nullptr) continue;
        Lever lever;
        lever.pointers = {at + "/" + std::string(row.name)};
        lever.section = section;
        lever.item = item;
        lever.key = row.name;
        lever.label = name_of_pointer(&merged, lever.pointers.front());
        lever.name = row.label;
        lever.meaning = row.meaning;
        lever.section_label = section_label;
        lever.unit = row.unit;
        lever.valid = row.valid;
        lever.plausible = row.plausible;
        lever.evidence = row.evidence;
        lever.source = row.source;
        lever.whole = count != nullptr;
        lever.required = row.need == Need::required;
        lever.standard = real != nullptr ? defaults.**real : static_cast<double>(defaults.**count);
        if (section == "evaluation" && lever.key.ends_with("_weight")) lever.share_group = "evaluation";
        if (section == "evaluation_today" && lever.key.ends_with("_weight")) lever.share_group = "evaluation_today";
        if (section == "freed_hours") lever.share_group = "freed_hours";
        out.push_back(std::move(lever));
    }
}

std::vector<Lever> all_rows(const Json& merged) {
    std::vector<Lever> out;
    simulation::for_each_section<double>([&](const auto& s) {
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        const std::string section(s.name), at = "/" + section;
        if constexpr (simulation::is_collection<Held>) {
            const Json* items = value_at(merged, Path{section});
            if (items == nullptr || !items->is_object()) return;
            for (const auto& [id, item] : items->template get_ref<const Json::object_t&>()) {
                if (item.is_object())
                    add_rows<std::remove_cvref_t<decltype(Held{}.front().parameters)>>(
                        section, s.label, id, pointer_below(at, id), merged, out);
            }
        } else {
            add_rows<Held>(section, s.label, {}, at, merged, out);
        }
    });
    return out;
}

bool of_category(const Json& merged, const Lever& lever, std::string_view category) {
    if (category.empty()) return true;
    const Json* found = value_at(merged, Path{lever.section, lever.item, "category"});
    return found != nullptr && found->is_string() && found->get_ref<const std::string&>() == category;
}

/// One lever for several items; each keeps its proportion to the others.
Lever together(const FrontPattern& pattern, const std::vector<const Lever*>& parts) {
    Lever lever = *parts.front();
    lever.pointers.clear();
    for (const Lever* part : parts) lever.pointers.push_back(part->pointers.front());
    lever.item.clear();
    lever.scaled = true;
    lever.whole = false;
    lever.unit = "fraction";
    lever.name = pattern.together;
    lever.label = {std::string(pattern.together.en), std::string(pattern.together.ja)};
    lever.standard = 1.0;
    lever.valid = {0.0, 100.0};
    lever.plausible = {0.5, 1.5};
    return lever;
}

std::vector<Lever> front_of(const std::vector<Lever>& all, const Json& merged) {
    std::vector<Lever> out;
    const Json* behaviour = value_at(merged, Path{"company", "behaviour"});
    const bool books_only = behaviour != nullptr && *behaviour == "off";
    for (const FrontPattern& pattern : front_patterns()) {
        const bool conduct = pattern.section == "management" || pattern.section == "evaluation" ||
                             pattern.section == "freed_hours" || pattern.section == "initiatives";
        if (books_only && conduct) continue;  // it would move nothing
        std::vector<const Lever*> parts;
        for (const Lever& lever : all) {
            const bool wanted = lever.section == pattern.section && lever.key == pattern.key &&
                                of_category(merged, lever, pattern.category);
            if (!wanted || (!lever.item.empty() && lever.base.value_or(0.0) == 0.0 &&
                            pattern.items == FrontPattern::Items::all_together))
                continue;
            parts.push_back(&lever);
            if (pattern.items == FrontPattern::Items::first) break;
        }
        if (parts.empty()) continue;
        Lever lever = parts.size() == 1 ? *parts.front() : together(pattern, parts);
        lever.front = pattern.group;
        out.push_back(std::move(lever));
    }
    return out;
}

/// Everything that the timeline sets, scales or adds to.
std::set<std::string, std::less<>> moved_later(const Json& merged) {
    std::set<std::string, std::less<>> pointers;
    const Json* timeline = value_at(merged, Path{"timeline"});
    if (timeline == nullptr || !timeline->is_object()) return pointers;
    for (const Json& entry : *timeline) {
        for (const char* operation : {"set", "scale", "add"}) {
            const Json* edits = value_at(entry, Path{operation});
            if (edits == nullptr || !edits->is_object()) continue;
            for (const auto& [pointer, amount] : edits->get_ref<const Json::object_t&>()) pointers.insert(pointer);
        }
    }
    return pointers;
}

}  // namespace

void refresh(std::vector<Lever>& levers, const Json& merged, const Json& reference) {
    const auto later = moved_later(merged);
    for (Lever& lever : levers) {
        lever.moved_later = std::any_of(lever.pointers.begin(), lever.pointers.end(),
                                        [&](const std::string& p) { return later.contains(p); });
        if (!lever.scaled) {
            lever.value = number_at(merged, lever.pointers.front(), lever);
            lever.base = number_at(reference, lever.pointers.front(), lever);
            if (!lever.base) lever.base = lever.value;  // an item that the base does not have
        } else {
            lever.bases.clear();
            double now = 0.0, then = 0.0;
            for (const std::string& pointer : lever.pointers) {
                const Json* after = value_at(merged, path_of(pointer));
                const Json* before = value_at(reference, path_of(pointer));
                const auto value = after != nullptr ? number_of(*after) : std::nullopt;
                const auto base = before != nullptr ? number_of(*before) : value;
                lever.bases.push_back(base.value_or(0.0));
                now += value.value_or(0.0);
                then += base.value_or(0.0);
            }
            lever.base = 1.0;
            // A trace of rounding is no change: prices are whole yen, the factor is not.
            lever.value = then != 0.0 ? std::optional(std::round(now / then * 1e5) / 1e5) : std::nullopt;
        }
        set_ranges(lever);
    }
}

std::vector<Lever> levers(const Json& merged, const Json& reference) {
    std::vector<Lever> all = all_rows(merged);
    refresh(all, merged, reference);
    std::vector<Lever> out = front_of(all, merged);
    refresh(out, merged, reference);
    out.insert(out.end(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
    return out;
}

std::vector<Workbook::NumberAt> numbers_for(const Lever& lever, double value) {
    std::vector<Workbook::NumberAt> numbers;
    if (!lever.scaled) return {{lever.pointers.front(), value}};
    for (std::size_t i = 0; i < lever.pointers.size(); ++i) {
        // At most six digits, as a person would write it; at the base it is what it was.
        numbers.push_back(
            {lever.pointers[i], value == 1.0 ? lever.bases[i] : rounded_digits(lever.bases[i] * value, 6)});
    }
    return numbers;
}

Zone zone_of(const Lever& lever, double value) {
    const double base = lever.base.value_or(lever.standard);
    if (std::abs(value - base) <= lever.step * 0.5) return Zone::as_now;
    if (!lever.usual.holds(value)) return Zone::beyond;
    return value < base ? Zone::lower : Zone::bold;
}

bool answers_to(const Lever& lever, std::string_view typed) {
    std::string all =
        lever.label.en + "\n" + lever.label.ja + "\n" + lever.key + "\n" + lever.section + "\n" + lever.item;
    for (const Label& label : {lever.name, lever.meaning, lever.section_label})
        all += "\n" + std::string(label.en) + "\n" + std::string(label.ja);
    const QString text = QString::fromStdString(all);
    const QString wanted =
        QString::fromUtf8(typed.data(), static_cast<qsizetype>(typed.size())).replace(QChar(0x3000), QLatin1Char(' '));
    const QStringList words = wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace goho::gui
