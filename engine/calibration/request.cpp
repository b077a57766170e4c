#include "calibration/calibration.hpp"

#include "io/pointer.hpp"
#include "io/uncertainty_reader.hpp"
#include "io/value_reader.hpp"
#include "io/wording.hpp"
#include "uncertainty/quantity_label.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace goho::calibration {

namespace {

using simulation::Address;

Evidence evidence_at(const Address& address) {
    Evidence evidence = Evidence::own_data;
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != address.section) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        const auto take = [&](const auto& rows) { evidence = rows[static_cast<std::size_t>(address.row)].evidence; };
        if constexpr (simulation::is_collection<Held>) take(simulation::table_of<std::remove_cvref_t<decltype(Held{}.front().parameters)>>());
        else take(simulation::table_of<Held>());
    });
    return evidence;
}

std::string pointer_of(const simulation::Plan<double>& plan, std::string_view written, const Address& address) {
    const std::size_t star = written.find('*');
    if (star == std::string_view::npos) return std::string(written);
    std::string id;
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != address.section) return;
        const auto& held = plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) id = held[static_cast<std::size_t>(address.item)].id;
    });
    return std::string(written.substr(0, star)) + id + std::string(written.substr(star + 1));
}

/// A bound as people write it: 2400, "2,400円", 5%.
std::optional<double> read_bound(std::string_view text, const std::string& at, std::string_view unit, io::Notes& notes) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && std::isfinite(number)) return number;
    return io::read_bare_number(io::Json(std::string(text)), at, unit, notes);
}

/// Narrows the range of a quantity to what stands behind the equals sign.
void read_bounds(std::string_view written, const std::string& at, Quantity& quantity, io::Notes& notes) {
    const std::size_t dots = written.find("..");
    if (dots == std::string_view::npos) {
        notes.problems.add("bad-option", at, io::say("{} is no range", "{} は範囲ではありません", io::in_quotes(written)),
                           {"write LOW..HIGH, such as 2300..2500", "2300..2500 の形で書いてください"});
        return;
    }
    const io::NumberRule rule = io::rule_at(quantity.address);
    const auto low = read_bound(written.substr(0, dots), at, rule.unit, notes), high = read_bound(written.substr(dots + 2), at, rule.unit, notes);
    if (!low || !high || !io::in_range(*low, at, rule, notes) || !io::in_range(*high, at, rule, notes)) return;
    if (!(*low < *high)) {
        notes.problems.add("out-of-order", at, io::say("{} is not below {}", "{} が {} より小さくありません", io::shown(*low), io::shown(*high)));
        return;
    }
    quantity.low = *low;
    quantity.high = *high;
}

}  // namespace

std::vector<Quantity> read_quantities(const simulation::Scenario& scenario, const std::vector<std::string>& vary, Problems& problems) {
    std::vector<Quantity> out;
    const io::AllIds ids = io::ids_of(scenario.plan);
    io::Notes notes;
    simulation::Plan<double> plan = scenario.plan;
    for (const std::string& one : vary) {
        const std::size_t sign = one.find('=');
        const std::string pointer = one.substr(0, sign), at = "--vary " + pointer;
        for (const Address& address : io::read_addresses(pointer, at, ids, false, notes)) {
            const io::NumberRule rule = io::rule_at(address);
            Quantity quantity{pointer_of(scenario.plan, pointer, address), address, uncertainty::quantity_label(scenario.plan, std::span(&address, 1)),
                              rule.unit, evidence_at(address), *simulation::quantity_at(plan, address), rule.valid.low, rule.valid.high};
            if (std::any_of(out.begin(), out.end(), [&](const Quantity& q) { return q.address == address; })) {
                notes.problems.add("named-twice", at, io::say("{} is named twice", "{} が二重に指定されています", quantity.pointer));
                continue;
            }
            if (sign != std::string::npos) read_bounds(std::string_view(one).substr(sign + 1), at, quantity, notes);
            out.push_back(std::move(quantity));
        }
    }
    for (Problem& problem : notes.problems.take({})) {
        problem.file = scenario.file;
        problems.push_back(std::move(problem));
    }
    return out;
}

std::vector<Series> read_series(const simulation::Scenario& scenario, const std::vector<std::string>& use, Problems& problems) {
    std::vector<Series> all = history_of(scenario.plan);
    if (use.empty()) return all;
    std::vector<std::string_view> known;
    for (const Series& series : all) {
        if (std::find(known.begin(), known.end(), series.figure) == known.end()) known.push_back(series.figure);
    }
    for (const Series& series : all) known.push_back(series.name);
    std::vector<bool> wanted(all.size(), false);
    for (const std::string& name : use) {
        bool found = false;
        for (std::size_t s = 0; s < all.size(); ++s) {
            if (all[s].figure != name && all[s].name != name) continue;
            found = wanted[s] = true;
        }
        if (found) continue;
        Problem problem;
        problem.code = "unknown-series";
        problem.file = scenario.file;
        problem.pointer = "--use " + name;
        problem.message = io::say("the actual months give no figure {}", "実績の月に {} という数値はありません", io::in_quotes(name));
        problem.hint = io::suggestion(name, known).text;
        problems.push_back(std::move(problem));
    }
    std::vector<Series> out;
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (!wanted[s]) continue;
        all[s].use = Use::usual;
        out.push_back(std::move(all[s]));
    }
    return out;
}

}  // namespace goho::calibration
