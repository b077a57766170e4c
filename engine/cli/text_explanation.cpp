#include "cli/text_explanation.hpp"

#include "core/format.hpp"
#include "io/text_table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using analysis::Explanation;

class Page {
public:
    Page(Language language, int width) : language_(language), width_(width) {}

    void show(const Explanation& e, const Explanation* parent, int level) {
        const int indent = std::min(2 * level, width_ / 2);
        figure(e, parent, indent);
        if (e.repeated) return;
        if (e.what == Explanation::What::parameter && !on_one_line_) lines(indent + 2, text("plan: ", "計画: ") + e.name, 6);
        if (!parent && e.year > 0 && !e.meaning.empty()) lines(indent + 2, e.meaning.in(language_));
        if (!e.note.empty()) lines(indent + 2, e.note.in(language_));
        if (!e.formula.empty()) {
            lines(indent + 2, "= " + e.formula.in(language_) + (e.equation.empty() ? "" : "  [" + e.equation + "]"), 2);
            for (const Text& step : e.steps) lines(indent + 4, text("where ", "ただし ") + step.in(language_), 4);
            for (const Text& decision : e.decisions) lines(indent + 4, text("decided by ", "判定 ") + decision.in(language_), 4);
        }
        for (const Op op : e.functions) {
            if (std::find(functions_.begin(), functions_.end(), op) == functions_.end()) functions_.push_back(op);
        }
        for (const Explanation& input : e.inputs) show(input, &e, level + 1);
        if (e.more > 0) {
            row(indent + 2, fmt::format(fmt::runtime(text("and {} more", "他{}件")), e.more), with_unit(e.more_sum, e.unit, language_));
        }
        if (e.zeros > 0) lines(indent + 2, fmt::format(fmt::runtime(text("left out because zero: {}", "ゼロのため省略: {}件")), e.zeros));
    }

    void figure(const Explanation& e, const Explanation* parent, int indent) {
        std::string name = e.label.in(language_), behind;
        const auto add = [&](const std::string& word) { behind += (behind.empty() ? "" : text(", ", "、")) + word; };
        if (!e.item_name.empty() && (!parent || !(parent->item_name == e.item_name))) add(e.item_name.in(language_));
        const bool dated = e.what != Explanation::What::parameter;
        if (dated && (!parent || !analysis::same_time(*parent, e))) add(analysis::time_of(e).in(language_));
        if (!behind.empty()) name += text(" (", "（") + behind + text(")", "）");
        std::string value = with_unit(e.value, e.unit, language_);
        if (e.share) value = percent(*e.share) + "  " + io::padded_left(value, 18);
        if (e.repeated) name += text("  (see above)", "（上記参照）");
        const std::string with_pointer = name + "  " + e.name;
        on_one_line_ = e.what == Explanation::What::parameter &&
                       indent + io::display_width(with_pointer) + 2 + io::display_width(value) <= width_;
        row(indent, io::printable(on_one_line_ ? with_pointer : name), value);
    }

    std::string finished() {
        std::string notes;
        for (const Op op : functions_) {
            const Text meaning = analysis::meaning_of(op);
            if (!meaning.empty()) notes += meaning.in(language_) + "\n";
        }
        if (!notes.empty()) out_ += "\n" + notes;
        return std::move(out_);
    }

    void lines(int indent, const std::string& line, int hang = 0) {
        bool first = true;
        for (const auto& part : io::wrapped(io::printable(line), std::max(20, width_ - indent - hang))) {
            out_ += std::string(static_cast<std::size_t>(indent + (first ? 0 : hang)), ' ') + part + "\n";
            first = false;
        }
    }

    void row(int indent, const std::string& name, const std::string& value) {
        const int room = width_ - indent - io::display_width(value) - 2;
        if (io::display_width(name) <= room) {
            out_ += std::string(static_cast<std::size_t>(indent), ' ') + io::padded_right(name, room) + "  " + value + "\n";
        } else {  // the value goes on a line of its own
            lines(indent, name, 2);
            out_ += io::padded_left(value, width_) + "\n";
        }
    }

    void plain(const std::string& line) { out_ += line + "\n"; }
    std::string text(std::string_view en, std::string_view ja) const { return std::string(language_ == Language::japanese ? ja : en); }

private:
    Language language_;
    int width_;
    std::string out_;
    std::vector<Op> functions_;
    bool on_one_line_ = false;  // the parameter just shown stands with its pointer
};

}  // namespace

std::string explanation_text(const Explanation& explanation, Language language, int width) {
    Page page(language, width);
    page.show(explanation, nullptr, 0);
    return page.finished();
}

std::string feeds_text(const Explanation& asked, const std::vector<Explanation>& feeds, Language language, int width) {
    Page page(language, width);
    page.figure(asked, nullptr, 0);
    page.lines(2, feeds.empty() ? page.text("goes into no further figure", "他の数値には使われません")
                                : page.text("goes directly into", "次の数値に直接使われます"));
    const Explanation none{};
    for (const Explanation& e : feeds) page.figure(e, analysis::same_time(e, asked) ? &asked : &none, 4);
    return page.finished();
}

std::string series_list_text(const analysis::Recording& recording, Language language, int width) {
    Page page(language, width);
    std::vector<std::string_view> groups{""};
    for (const auto& group : recording.groups) groups.push_back(group.key);
    for (const auto key : groups) {
        const auto* group = recording.group(key);
        if (group && group->members.empty()) continue;
        bool any = false;
        for (const auto& series : recording.series) {
            if (series.group != key || series.by != analysis::Series::By::item || series.hidden) continue;
            if (!any) {
                std::string title = group ? std::string(group->label.in(language)) : page.text("Company", "会社");
                if (group) {
                    std::string ids;
                    for (const auto& member : group->members) ids += (ids.empty() ? "" : ", ") + member.id;
                    title += page.text(", --item ", "、--item ") + ids;
                }
                page.lines(0, "== " + title, 3);
            }
            any = true;
            std::string unit = unit_name(series.unit, language);
            page.plain(io::padded_right("  " + std::string(series.name), 32) + " " +
                       io::fitted(std::string(series.label.in(language)) + (unit.empty() ? "" : page.text(" (", "（") + unit + page.text(")", "）")),
                                  std::max(20, width - 33)));
        }
        if (any) page.plain("");
    }
    page.lines(0, page.text("== Indicators of a year of the plan, --year; lines of the company above can be asked by year, too",
                            "== 計画年度の指標（--year で指定）。上の会社の項目も年単位で指定可能"), 3);
    for (const auto* series : analysis::indicators_of_years(recording)) {
        const std::string unit = unit_name(series->unit, language);
        page.plain(io::padded_right("  " + std::string(series->name), 32) + " " +
                   io::fitted(std::string(series->label.in(language)) + (unit.empty() ? "" : page.text(" (", "（") + unit + page.text(")", "）")),
                              std::max(20, width - 33)));
    }
    return page.finished();
}

}  // namespace goho::cli
