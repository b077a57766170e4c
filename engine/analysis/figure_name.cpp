#include "analysis/figure_name.hpp"

#include "core/format.hpp"

#include <fmt/format.h>

namespace goho::analysis {

bool is_named(const Recording& r, Tape::Id id) { return static_cast<bool>(r.name_of(id)); }

bool is_carried_over(const Recording& r, Tape::Id id, int month) {
    return r.tape[id].op != Op::constant && !is_named(r, id) && r.month_of(id) < month;
}

int plan_year(const Recording& r, const Name& name) {
    const bool by_year = name.of == Name::Of::series && r.series[static_cast<std::size_t>(name.index)].by == Series::By::plan_year;
    return by_year ? name.item + 1 : 0;
}

Text shown_year(int year) { return {fmt::format("year {}", year), fmt::format("{}年目", year)}; }

Text plain_label(const Recording& r, const Name& name) {
    if (name.of == Name::Of::parameter) {
        const auto& parameter = r.parameters[static_cast<std::size_t>(name.index)];
        const auto marked = [](std::string_view label, std::string_view mark, const char* open, const char* close) {
            return std::string(label) + (mark.empty() ? std::string() : open + std::string(mark) + close);
        };
        return {marked(parameter.label.en, parameter.mark.en, " (", ")"), marked(parameter.label.ja, parameter.mark.ja, "（", "）")};
    }
    if (name.of == Name::Of::nothing) return {"Carried over from earlier months", "前月以前からの繰越"};
    const Series& series = r.series[static_cast<std::size_t>(name.index)];
    Text text{std::string(series.label.en), std::string(series.label.ja)};
    if (series.by == Series::By::due_month) {
        const Month due = r.scenario.plan.company.start + name.item;
        text.en += " " + shown(due, Language::english);
        text.ja = shown(due, Language::japanese) + text.ja;
    } else if (series.by == Series::By::task) {
        static constexpr Label built_in[] = {{"selling", "営業"}, {"customer value", "顧客価値"}, {"improvement", "改善"}, {"development", "育成・開発"}};
        const Text task = name.item < 4 ? Text{std::string(built_in[name.item].en), std::string(built_in[name.item].ja)}
                                        : Text{fmt::format("further task {}", name.item - 3), fmt::format("その他の課題{}", name.item - 3)};
        text.en += ": " + task.en;
        text.ja += "：" + task.ja;
    } else if (series.by == Series::By::age) {
        text.en += fmt::format(" of {} year{} ago", name.item + 1, name.item ? "s" : "");
        text.ja += fmt::format("（{}年前の期に発生）", name.item + 1);
    }
    return text;
}

Text item_name(const Recording& r, const Name& name) {
    std::string_view key;
    int item = -1;
    if (name.of == Name::Of::parameter) {
        const auto& parameter = r.parameters[static_cast<std::size_t>(name.index)];
        key = parameter.group;
        item = parameter.item;
    } else if (name.of == Name::Of::series && r.series[static_cast<std::size_t>(name.index)].by == Series::By::item) {
        key = r.series[static_cast<std::size_t>(name.index)].group;
        item = name.item;
    }
    if (key.empty() || item < 0) return {};
    const Member& member = r.group(key)->members[static_cast<std::size_t>(item)];
    const auto either = [&](const std::string& own, const std::string& other) { return !own.empty() ? own : !other.empty() ? other : member.id; };
    return {either(member.name.en, member.name.ja), either(member.name.ja, member.name.en)};
}

Text shown_name(const Recording& r, Tape::Id id, const Name& beside) {
    Name name = r.name_of(id);
    if (!name) name.month = r.month_of(id);
    Text text = plain_label(r, name), behind;
    const Text item = item_name(r, name);
    if (!(item == item_name(r, beside))) behind = item;
    const int year = plan_year(r, name), year_beside = plan_year(r, beside);
    if (name.of != Name::Of::parameter && (name.month != beside.month || year != year_beside)) {
        const Month month = r.scenario.plan.company.start + name.month;
        const Text when = year > 0         ? shown_year(year)
                          : name.month < 0 ? Text{"opening", "開始時"}
                          : year_beside == 0 && name.month == beside.month - 1
                              ? Text{"last month", "前月"}
                              : Text{shown(month, Language::english), shown(month, Language::japanese)};
        behind.en += (behind.en.empty() ? "" : ", ") + when.en;
        behind.ja += (behind.ja.empty() ? "" : "、") + when.ja;
    }
    if (behind.empty()) return text;
    return {text.en + " (" + behind.en + ")", text.ja + "（" + behind.ja + "）"};
}

}  // namespace goho::analysis
