#include "document/plan_items.hpp"

#include "analysis/differences.hpp"
#include "document/amounts.hpp"
#include "document/typed_value.hpp"
#include "document/words.hpp"
#include "simulation/scenario.hpp"

#include <algorithm>
#include <array>

namespace goho::gui {

namespace {

template <class P> std::vector<PlanField> fields_of() {
    static const P defaults{};
    std::vector<PlanField> out;
    for (const auto& row : simulation::table_of<P>()) {
        PlanField field{row.name, row.unit, row.label, row.meaning, {}, false, false, 0.0, {}};
        if (const auto* choice = std::get_if<Choice<P>>(&row.field)) {
            field.options = choice->options;
            field.standard_option = choice->options[static_cast<std::size_t>(choice->get(defaults))].key;
        } else if (const auto* count = std::get_if<int P::*>(&row.field)) {
            field.is_whole = true;
            field.standard = defaults.**count;
        } else if (const auto* real = std::get_if<0>(&row.field)) {
            field.standard = defaults.**real;
        } else {
            field.is_month = std::holds_alternative<Month P::*>(row.field);
        }
        out.push_back(field);
    }
    return out;
}

Text both(const Label& label) { return {std::string(label.en), std::string(label.ja)}; }

Month month_at(const Json& item, std::string_view key) {
    const Json* value = value_at(item, Path{std::string(key)});
    return value != nullptr && value->is_string() ? parse_month(value->get_ref<const std::string&>()).value_or(Month{})
                                                  : Month{};
}

int months_at(const Json& item, const PlanField& field) {
    const Json* value = value_at(item, Path{std::string(field.key)});
    const auto number = value != nullptr ? number_of(*value) : std::nullopt;
    return static_cast<int>(std::clamp(number.value_or(field.standard), 0.0, 1200.0));
}

void add_lengths(PlanItem& item, const Json& content) {
    struct Known {
        std::string_view key;
        int lane;
    };
    // Analysis and pilot follow one another; support and spending run beside them from the start.
    static constexpr std::array initiative{Known{"analysis_months", 0}, Known{"pilot_months", 0},
                                           Known{"support_months", 1}, Known{"spending_months", 2}};
    static constexpr std::array investment{Known{"spending_months", 0}};
    const auto add = [&](const auto& keys) {
        for (const auto& [key, lane] : keys) {
            const PlanField* field = plan_field(item.collection, key);
            if (field == nullptr) continue;
            const bool follows = !item.lengths.empty() && item.lengths.back().lane == lane;
            const int begins = follows ? item.lengths.back().begins + item.lengths.back().months : 0;
            item.lengths.push_back({std::string(key), field->label, begins, months_at(content, *field), lane});
        }
    };
    if (item.collection == "initiatives") add(initiative);
    else add(investment);
}

PlanItem read_item(const std::string& collection, const std::string& id, const Json& content) {
    PlanItem item;
    item.collection = collection;
    item.id = id;
    item.name = text_of_words(value_at(content, std::array{std::string("name")}));
    item.start_key = item.change() ? "from" : "start";
    item.start = month_at(content, item.start_key);
    if (item.change()) {
        item.kind = {"Change over time", "時期による変更"};
        item.end = month_at(content, "to");
        if (item.start.given() && item.end.given())
            item.lengths.push_back({"to", {"Until", "終了月"}, 0, item.end - item.start + 1, 0});
    } else {
        const Json* kind = value_at(content, std::array{std::string("kind")});
        const PlanField* field = plan_field(collection, "kind");
        const std::string key =
            kind != nullptr && kind->is_string() ? kind->get<std::string>() : std::string(field->standard_option);
        item.kind = {key, key};
        for (const Option& option : field->options) {
            if (option.key == key) item.kind = both(option.label);
        }
        add_lengths(item, content);
    }
    if (item.name.empty()) item.name = {id, id};
    return item;
}

Problems set_all(Workbook& book, SheetId sheet, const std::vector<ValueAt>& values, const Text& what) {
    if (Problems problems = trial(book, sheet, values); !problems.empty()) return problems;
    Problems problems;
    book.begin_gesture(what);
    for (const ValueAt& one : values) {
        Problems found = one.value ? book.set_value(sheet, one.pointer, *one.value, what)
                                   : book.remove_value(sheet, one.pointer, what);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    book.end_gesture();
    return problems;
}

}  // namespace

const PlanField* plan_field(std::string_view collection, std::string_view key) {
    static const auto initiatives = fields_of<goho::initiatives::Parameters<double>>();
    static const auto investments = fields_of<accounting::investment::Parameters<double>>();
    for (const PlanField& field : collection == "initiatives" ? initiatives : investments) {
        if (field.key == key && collection != "timeline") return &field;
    }
    return nullptr;
}

PlanSpan plan_span(const Json& merged) {
    const accounting::company::Parameters<double> defaults;
    const auto number = [&](const char* key, int standard) {
        const Json* value = value_at(merged, Path{"company", key});
        return value != nullptr && value->is_number() ? static_cast<int>(std::clamp(value->get<double>(), 1.0, 600.0))
                                                      : standard;
    };
    const Json* company = value_at(merged, Path{"company"});
    PlanSpan span;
    span.start = company != nullptr ? month_at(*company, "start") : Month{};
    span.months = number("months", defaults.months);
    span.fiscal_year_start = std::min(12, number("fiscal_year_start", defaults.fiscal_year_start));
    return span;
}

std::vector<PlanItem> plan_items(const Json& merged, const Json* reference, const simulation::Scenario* read) {
    std::vector<PlanItem> out;
    for (const char* collection : {"initiatives", "investments", "timeline"}) {
        const Json* items = value_at(merged, Path{collection});
        if (items == nullptr || !items->is_object()) continue;
        for (const auto& [id, content] : items->get_ref<const Json::object_t&>()) {
            if (!content.is_object()) continue;
            PlanItem item = read_item(collection, id, content);
            const Json* before = reference != nullptr ? value_at(*reference, Path{collection, id}) : nullptr;
            item.added = reference != nullptr && before == nullptr;
            item.differs = before == nullptr || *before != content;
            if (item.change() && read != nullptr) {
                for (const auto& entry : read->timeline) {
                    if (entry.id == id) item.words = analysis::in_words(entry, read->plan);
                }
            }
            out.push_back(std::move(item));
        }
    }
    return out;
}

Problems start_in(Workbook& book, SheetId sheet, const PlanItem& item, Month month) {
    if (month == item.start) return {};
    std::vector<ValueAt> values{{item.pointer(item.start_key), Json(to_string(month))}};
    if (item.change() && item.end.given() && item.start.given())
        values.push_back({item.pointer("to"), Json(to_string(item.end + (month - item.start)))});
    return set_all(book, sheet, values, {item.name.en + ": start", item.name.ja + "：開始月"});
}

Problems set_length(Workbook& book, SheetId sheet, const PlanItem& item, const PlanLength& length, int months) {
    if (months == length.months) return {};
    const Json value = length.key == "to" ? Json(to_string(item.start + (months - 1))) : Json(months);
    return set_all(
        book, sheet, {{item.pointer(length.key), value}},
        {item.name.en + ": " + std::string(length.label.en), item.name.ja + "：" + std::string(length.label.ja)});
}

Problems type_into(Workbook& book, SheetId sheet, const PlanItem& item, std::string_view key, std::string_view typed) {
    const std::string pointer = item.pointer(key);
    const Content all = book.merged(sheet);
    if (!all) return book.problems(sheet);
    const Json* before = value_at(*all, path_of(pointer));
    if (key == "name") {  // both languages, unless they differ: then the one that is shown
        Text name = text_of_words(before);
        if (name.en == name.ja || name.empty()) name = {std::string(typed), std::string(typed)};
        else (book.language() == Language::japanese ? name.ja : name.en) = std::string(typed);
        return set_all(book, sheet, {{pointer, words_of_text(name)}}, {});
    }
    const PlanField* field = plan_field(item.collection, key);
    Json value = as_in_files(typed);
    if (((field != nullptr && field->is_month) || item.change()) && !value.is_null()) {
        if (const auto month = month_meant(typed)) value = to_string(*month);
    } else if (field != nullptr && field->options.empty() && !value.is_null()) {
        if (const auto number = number_of(value)) value = written_like(before, *number);
    }
    if (value.is_null()) return set_all(book, sheet, {{pointer, std::nullopt}}, {});
    if (item.change() && key == "from" && value.is_string()) {
        if (const auto month = parse_month(value.get_ref<const std::string&>()))
            return start_in(book, sheet, item, *month);
    }
    return set_all(book, sheet, {{pointer, std::move(value)}}, {});
}

std::string add_plan_item(Workbook& book, SheetId sheet, std::string_view collection, std::string_view kind) {
    const Content all = book.merged(sheet);
    const PlanField* field = plan_field(collection, "kind");
    if (!all || field == nullptr) return {};
    const PlanSpan span = plan_span(*all);
    if (!span.start.given()) return {};
    // With the next fiscal year, when the plan lasts that long; what it costs is for its author to say.
    const Month next = fiscal_year_start(span.start + 12, span.fiscal_year_start);
    const Month start = next - span.start < span.months ? next : span.start;
    Json item = Json::object();
    Text name;
    for (const Option& option : field->options) {
        if (option.key == kind) name = both(option.label);
    }
    if (name.empty()) return {};
    item["name"] = words_of_text(name);
    item["kind"] = std::string(kind);
    item["start"] = to_string(start);
    if (collection == "investments") {
        item["amount"] = 0;
        if (kind == "research_development" || kind == "training") item["treatment"] = "expense";
        if (kind == "digital") item["asset_class"] = "software", item["useful_life"] = 5;
    }
    return book.add_item(sheet, collection, kind, item, {"Add " + name.en, name.ja + "の追加"});
}

std::string duplicate_plan_item(Workbook& book, SheetId sheet, const PlanItem& item) {
    const Content all = book.merged(sheet);
    const Json* content = all ? value_at(*all, path_of(item.pointer())) : nullptr;
    if (content == nullptr) return {};
    Json copy = *content;
    copy["name"] = words_of_text({item.name.en + " (copy)", item.name.ja + "（複製）"});
    return book.add_item(sheet, item.collection, item.id, copy, {"Duplicate " + item.name.en, item.name.ja + "の複製"});
}

Problems remove_plan_item(Workbook& book, SheetId sheet, const PlanItem& item) {
    return set_all(book, sheet, {{item.pointer(), std::nullopt}}, {"Remove " + item.name.en, item.name.ja + "の削除"});
}

}  // namespace goho::gui
