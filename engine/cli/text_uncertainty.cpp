#include "cli/text_uncertainty.hpp"

#include "io/text_table.hpp"

#include <cmath>
#include <fmt/format.h>

namespace goho::cli {

std::string pick(const View& view, std::string_view en, std::string_view ja) {
    return std::string(view.language == Language::japanese ? ja : en);
}

std::string lines(std::string_view text, const View& view) {
    std::string out;
    for (const auto& line : io::wrapped(text, view.width)) out += line + "\n";
    return out;
}

std::optional<double> sound(double x) { return std::isnan(x) ? std::nullopt : std::optional(x); }

std::string figure_label(Label label, int year, std::string_view unit, const View& view) {
    std::string out(label.in(view.language));
    if (year > 0) out += view.language == Language::japanese ? fmt::format(" {}年目", year) : fmt::format(", year {}", year);
    if (unit != "yen" && !shown_as_percent(unit)) out += " (" + unit_name(unit, view.language) + ")";
    return out;
}

namespace {

using namespace uncertainty;

/// 0.5% and 99.7% keep a decimal; in between whole percents are all that trials can tell.
std::string probability(double p) {
    if (std::isnan(p)) return "–";
    return percent(p, p > 0.0 && p < 1.0 && (p < 0.05 || p > 0.95) ? 1 : 0);
}

std::string interval(const statistics::Proportion& p) {
    return p.trials == 0 ? "–" : probability(p.low) + "–" + probability(p.high);
}

std::vector<std::string> level_headings(const View& view) { return {pick(view, "plan", "計画"), "5%", "25%", "50%", "75%", "95%"}; }

std::string outcomes_text(const SubjectResult& subject, const View& view) {
    io::TextTable table;
    table.headings = level_headings(view);
    for (const auto& r : subject.outcomes) {
        io::TableRow row{figure_label(r.what.label, r.what.year, r.what.unit, view), {cell_text(sound(r.planned), r.what.unit, view)}, false};
        for (const double level : r.spread.levels) row.cells.push_back(cell_text(sound(level), r.what.unit, view));
        table.rows.push_back(std::move(row));
    }
    return heading(pick(view, "Where the years end up", "各年次の着地"), view.language == Language::japanese ? label_of(view.unit).ja : label_of(view.unit).en) + io::to_text(table, view.width);
}

std::string fan_text(const Fan& fan, const SubjectResult& subject, const View& view) {
    io::TextTable table;
    table.headings = level_headings(view);
    for (std::size_t t = 11; t < fan.planned.size(); t += 12) {
        io::TableRow row{shown(subject.start + static_cast<int>(t), view.language), {cell_text(sound(fan.planned[t]), fan.unit, view)}, false};
        for (const auto& level : fan.levels) row.cells.push_back(cell_text(sound(level[t]), fan.unit, view));
        table.rows.push_back(std::move(row));
    }
    const std::string unit(fan.unit == "yen" ? std::string(label_of(view.unit).in(view.language)) : unit_name(fan.unit, view.language));
    return heading(std::string(fan.label.in(view.language)) + pick(view, ", last month of each plan year", "（各計画年次の最終月）"), unit) + io::to_text(table, view.width);
}

std::string chances_text(const SubjectResult& subject, const View& view) {
    io::TextTable table;
    table.headings = {pick(view, "plan", "計画"), pick(view, "chance", "確率"), pick(view, "95% interval", "95%区間")};
    for (const auto& s : subject.shortage) {
        const std::string label = s.year == 0 ? pick(view, "Cash runs short, ever", "資金不足（全期間）") : fmt::format(fmt::runtime(pick(view, "Cash runs short by year {}", "資金不足（{}年目まで）")), s.year);
        table.rows.push_back({label, {"", probability(s.probability.value), interval(s.probability)}, false});
    }
    const auto add = [&](const GateChance& chance, std::string label) {
        table.rows.push_back({std::move(label), {std::string(label_of(chance.planned).in(view.language)), probability(chance.met.value), interval(chance.met)}, false});
    };
    for (const auto& target : subject.targets) add(target, io::fitted(target.text.in(view.language), view.width - 36));
    for (const auto& gate : subject.gates) add(gate, io::fitted(gate.label.in(view.language), view.width - 36));
    return heading(pick(view, "How likely", "確率")) + io::to_text(table, view.width);
}

std::string contests_text(const MonteCarlo& result, const View& view) {
    io::TextTable table;
    for (std::size_t s = 1; s < result.subjects.size(); ++s) table.headings.push_back(fmt::format("[{}]", s));
    for (std::size_t k = 0; k < result.subjects[1].outcomes.size(); ++k) {
        io::TableRow row;
        const auto& what = result.subjects[1].outcomes[k].what;
        row.label = figure_label(what.label, what.year, "yen", view);
        for (std::size_t s = 1; s < result.subjects.size(); ++s) {
            const auto& all = result.subjects[s].outcomes;
            row.cells.push_back(k < all.size() && all[k].contest ? probability(all[k].contest->beats.value) : "");
        }
        table.rows.push_back(std::move(row));
    }
    std::string out = heading(pick(view, "How often it beats the base, trial by trial", "同じ条件で基準を上回る確率"));
    for (std::size_t s = 1; s < result.subjects.size(); ++s) out += fmt::format("[{}] {}\n", s, io::printable(result.subjects[s].name.in(view.language)));
    return out + io::to_text(table, view.width);
}

std::string drawn_text(const MonteCarlo& result, const View& view) {
    io::TextTable table;
    table.headings = {pick(view, "plan", "計画"), "5%", "50%", "95%"};
    for (const auto& drawn : result.drawn) {
        if (drawn.subject > 0) continue;
        table.rows.push_back({drawn.pointer, {plain_number(drawn.planned), plain_number(drawn.low), plain_number(drawn.middle), plain_number(drawn.high)}, false});
    }
    return heading(pick(view, "What is uncertain", "不確実な項目")) + io::to_text(table, view.width);
}

std::string verdict_text(const MonteCarlo& result, const View& view) {
    const auto& w = result.widest;
    std::string text;
    if (w.half_width < 0.0) return {};
    text = fmt::format(fmt::runtime(pick(view, "The least certain of these probabilities is known to ±{}: ", "最も不確かな確率の誤差は±{}です。")), percent(w.half_width));
    if (w.enough) text += pick(view, "the trials are enough.", "試行回数は十分です。");
    else if (w.needed) text += fmt::format(fmt::runtime(pick(view, "about {} trials would be enough.", "十分な試行回数の目安は{}回です。")), group_thousands(static_cast<double>(*w.needed)));
    if (!result.exact) text += pick(view, " So many trials are counted in bins; quantiles are off by less than a bin (see JSON).", " 試行が多いため区間に集計しており、分位点の誤差は区間幅以内です（JSON参照）。");
    text += pick(view, " Spreads are assumptions; the probabilities are no better than they are.", " ばらつきの幅は仮定であり、確率の確かさもそれ次第です。");
    return "\n" + lines(text, view);
}

}  // namespace

std::string monte_carlo_text(const MonteCarlo& result, const View& view) {
    const std::string sampling(chance::sampling_options[static_cast<std::size_t>(result.sampling)].label.in(view.language));
    std::string out = lines(io::printable(result.subjects.front().name.in(view.language)), view);
    out += lines(fmt::format(fmt::runtime(pick(view, "{} trials, seed {}, {}", "試行 {}回、乱数の種 {}、{}")), group_thousands(static_cast<double>(result.trials)), result.seed, sampling), view);
    out += drawn_text(result, view);
    for (std::size_t s = 0; s < result.subjects.size(); ++s) {
        const auto& subject = result.subjects[s];
        if (s > 0) out += "\n" + lines(fmt::format("[{}] {}", s, io::printable(subject.name.in(view.language))), view);
        out += outcomes_text(subject, view);
        for (const auto& fan : subject.fans) out += fan_text(fan, subject, view);
        out += chances_text(subject, view);
    }
    if (result.subjects.size() > 1) out += contests_text(result, view);
    return out + verdict_text(result, view);
}

}  // namespace goho::cli
