#include "document/calibration_choice.hpp"

#include "calibration/output.hpp"
#include "document/words.hpp"

#include <algorithm>
#include <map>

namespace goho::gui {

namespace {

/// What books tell month by month, the most telling first.
constexpr std::string_view patterns[] = {"/segments/*/price",
                                         "/segments/*/volume",
                                         "/segments/*/unit_variable_cost",
                                         "/cost_lines/*/monthly_amount",
                                         "/cost_lines/*/sales_share",
                                         "/cost_lines/*/amount_per_unit",
                                         "/job_groups/*/monthly_pay",
                                         "/job_groups/*/social_insurance_rate"};

/// Sales alone cannot tell price from volume.
bool volumes_given(const simulation::Scenario& scenario, const std::string& pointer) {
    const auto history = calibration::history_of(scenario.plan);
    return std::any_of(history.begin(), history.end(), [&](const auto& series) { return series.name == pointer; });
}

/// A note without what an earlier calibration said of the same quantity.
std::string without(const std::string& note, const std::string& begins, const std::string& holds) {
    std::string out;
    for (std::size_t at = 0; at < note.size();) {
        const std::size_t end = std::min(note.find('\n', at), note.size());
        const std::string line = note.substr(at, end - at);
        at = end + 1;
        if (line.starts_with(begins) && line.find(holds) != std::string::npos) continue;
        out += (out.empty() ? "" : "\n") + line;
    }
    return out;
}

Text with_line(Text note, const Text& line, const Text& label) {
    note.en = without(note.en, label.en + ":", "fitted to the actual months");
    note.ja = without(note.ja, label.ja + "：", "の実績から推定");
    return {note.en + (note.en.empty() ? "" : "\n") + line.en, note.ja + (note.ja.empty() ? "" : "\n") + line.ja};
}

/// A cost that has both a monthly amount and a share of sales: months in which sales hardly move do not part them.
bool moves_in_part(const simulation::Scenario& scenario, const std::string& pointer) {
    const auto& lines = scenario.plan.cost_lines;
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
        return pointer == "/cost_lines/" + std::string(line.id) + "/monthly_amount" && line.parameters.sales_share != 0.0;
    });
}

}  // namespace

std::vector<Fittable> fittables(const simulation::Scenario& scenario) {
    std::vector<Fittable> out;
    if (scenario.plan.actuals.months.empty()) return out;
    for (const std::string_view pattern : patterns) {
        Problems none_of_these;  // a plan without cost lines has nothing to offer there
        for (const auto& quantity : calibration::read_quantities(scenario, {std::string(pattern)}, none_of_these)) {
            const bool volume = pattern == "/segments/*/volume", rate = pattern.ends_with("rate");
            const bool apart = volume ? volumes_given(scenario, quantity.pointer) : !moves_in_part(scenario, quantity.pointer);
            const bool proposed = quantity.before != 0.0 && !rate && apart;
            out.push_back({quantity.pointer, quantity.label, quantity.unit, quantity.before, proposed});
        }
    }
    return out;
}

Problems take_over(Workbook& book, SheetId sheet, const calibration::Calibration& result) {
    const Text what{"Take over calibration", "較正の反映"};
    std::vector<Workbook::NumberAt> numbers;
    std::map<std::string, Text> notes;
    const Content merged = book.merged(sheet);
    for (const auto& one : calibration::taken_over(result)) {
        numbers.push_back({one.pointer, one.value});
        const auto known = std::find_if(result.quantities.begin(), result.quantities.end(),
                                        [&](const auto& c) { return c.quantity.pointer == one.pointer; });
        const auto before = notes.find(one.item);
        const Text note = before != notes.end() ? before->second
                          : merged              ? text_of_words(value_at(*merged, path_of(one.item + "/note")))
                                                : Text();
        notes[one.item] = with_line(note, one.note, known->quantity.label);
    }
    book.begin_gesture(what);
    Problems problems = book.set_numbers(sheet, numbers, what);
    for (const auto& [item, note] : notes) {
        if (!problems.empty()) break;
        problems = book.set_value(sheet, item + "/note", words_of_text(note), what);
    }
    book.end_gesture();
    return problems;
}

}  // namespace goho::gui
