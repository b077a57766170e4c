#include "io/uncertainty_reader.hpp"

#include "io/pointer.hpp"
#include "uncertainty/draws.hpp"
#include "uncertainty/evidence_defaults.hpp"

#include <limits>
#include <set>

namespace goho::io {

namespace {

using simulation::Apply;

constexpr NumberRule correlation_rule{"weight", {-0.999, 0.999}, {-0.95, 0.95}};
constexpr NumberRule persistence_rule{"fraction", {0.0, 0.999}, {0.0, 0.95}};
constexpr NumberRule deviation_rule{"fraction/year", {0.0, 2.0}, {0.0, 0.3}};
constexpr NumberRule spread_rule{"fraction", {0.001, 0.999}, {0.01, 0.5}};

/// The unit in which a distribution's numbers are written.
std::string_view unit_of(const std::vector<simulation::Address>& addresses, Apply apply) {
    return apply == Apply::multiply || addresses.empty() ? std::string_view("times") : rule_at(addresses.front()).unit;
}

std::vector<double> read_numbers(const Json& value, const std::string& at, std::string_view unit, Notes& notes) {
    std::vector<double> numbers;
    if (!value.is_array()) {
        report_wrong_type(value, at, {"a list of numbers", "数値の配列"}, notes);
        return numbers;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (const auto number = read_bare_number(value[i], at + "/" + std::to_string(i), unit, notes)) numbers.push_back(*number);
    }
    return numbers;
}

void read_truncation(const Json& value, const std::string& at, std::string_view unit, chance::Distribution& to, Notes& notes) {
    static constexpr std::array<std::string_view, 2> ends{"low", "high"};
    if (!is_object(value, at, notes)) return;
    Range inside{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (const auto& [key, end] : value.get_ref<const Json::object_t&>()) {
        const std::string here = member_of(at, key);
        if (key != "low" && key != "high") report_unknown_key(key, at, ends, notes);
        else if (const auto number = read_bare_number(end, here, unit, notes)) (key == "low" ? inside.low : inside.high) = *number;
    }
    to.truncation = inside;
}

class QuantityReader {
public:
    QuantityReader(const Json& value, std::string at, std::vector<simulation::Address> addresses, Notes& notes)
        : value_(value), at_(std::move(at)), notes_(notes) {
        quantity_.addresses = std::move(addresses);
    }

    std::optional<simulation::UncertainQuantity> read() {
        if (!is_object(value_, at_, notes_, {"write {\"spread\": \"10%\"}", "{\"spread\": \"10%\"} の形で書いてください"})) return {};
        if (const auto note = value_.find("note"); note != value_.end()) read_words(*note, at_ + "/note", Lines::many, notes_);
        if (value_.contains("spread")) return read_spread();
        if (const auto apply = value_.find("apply"); apply != value_.end()) {
            if (const auto option = read_option(*apply, at_ + "/apply", simulation::apply_options, notes_)) quantity_.apply = static_cast<Apply>(*option);
        }
        const auto kind = value_.find("distribution");
        if (kind == value_.end()) {
            report_missing(at_ + "/distribution", {"the kind of distribution, or \"spread\"", "分布の種類、または「spread」"}, notes_);
            return {};
        }
        const auto option = read_option(*kind, at_ + "/distribution", chance::kind_options, notes_);
        if (!option) return {};
        quantity_.distribution.kind = static_cast<chance::Kind>(*option);
        read_members();
        return quantity_;
    }

private:
    /// ±x around the plan's value: the one-click form.
    std::optional<simulation::UncertainQuantity> read_spread() {
        static constexpr std::array<std::string_view, 2> known{"spread", "note"};
        for (const auto& [key, ignored] : value_.get_ref<const Json::object_t&>()) {
            if (key != "spread" && key != "note") report_unknown_key(key, at_, known, notes_);
        }
        const auto spread = read_number(value_.at("spread"), at_ + "/spread", spread_rule, notes_);
        if (!spread) return {};
        quantity_.apply = Apply::multiply;
        auto& d = quantity_.distribution;
        d.kind = chance::Kind::triangular;
        d.low = 1.0 - *spread, d.mode = 1.0, d.high = 1.0 + *spread;
        return quantity_;
    }

    void read_members() {
        auto& d = quantity_.distribution;
        const std::string_view unit = unit_of(quantity_.addresses, quantity_.apply);
        const auto members = chance::members(d.kind);
        const bool listed = d.kind == chance::Kind::discrete || d.kind == chance::Kind::empirical;
        std::vector<std::string_view> known{"distribution", "apply", "truncate", "note"};
        for (const auto& member : members) known.push_back(member.name);
        if (listed) known.push_back("values");
        if (d.kind == chance::Kind::discrete) known.push_back("weights");
        for (const auto& [key, part] : value_.get_ref<const Json::object_t&>()) {
            const std::string here = member_of(at_, key);
            const auto member = std::find_if(members.begin(), members.end(), [&name = key](const auto& m) { return m.name == name; });
            if (member != members.end()) {
                const bool shape = key == "sigma" || key == "alpha" || key == "beta";
                if (const auto number = read_bare_number(part, here, shape ? "times" : unit, notes_)) d.*member->field = *number;
            } else if (key == "values" && listed) {
                d.values = read_numbers(part, here, unit, notes_);
            } else if (key == "weights" && d.kind == chance::Kind::discrete) {
                d.weights = read_numbers(part, here, "times", notes_);
            } else if (key == "truncate") {
                read_truncation(part, here, unit, d, notes_);
            } else if (std::find(known.begin(), known.end(), key) == known.end()) {
                report_unknown_key(key, at_, known, notes_);
            }
        }
        for (const auto& member : members) {
            if (member.need == Need::required && !value_.contains(std::string(member.name))) report_missing(at_ + "/" + std::string(member.name), member.label, notes_);
        }
        if (!notes_.problems.concerns(at_)) {
            for (const auto& fault : chance::faults(d)) {
                notes_.problems.add("bad-distribution", goho::uncertainty::place_in(fault, at_), goho::uncertainty::words_of(fault.message));
            }
        }
    }

    const Json& value_;
    std::string at_;
    Notes& notes_;
    simulation::UncertainQuantity quantity_;
};

void read_paths(const Json& value, const AllIds& ids, simulation::Uncertainty& to, Notes& notes) {
    static constexpr std::array<std::string_view, 3> known{"persistence", "deviation", "note"};
    if (!is_object(value, "/uncertainty/paths", notes)) return;
    for (const auto& [pointer, path] : value.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/uncertainty/paths", pointer);
        simulation::WaveringQuantity wavering{pointer, read_addresses(pointer, at, ids, true, notes)};
        if (!is_object(path, at, notes)) continue;
        for (const auto& [key, part] : path.get_ref<const Json::object_t&>()) {
            const std::string here = member_of(at, key);
            if (key == "persistence") wavering.persistence = read_number(part, here, persistence_rule, notes).value_or(0.0);
            else if (key == "deviation") wavering.deviation = read_number(part, here, deviation_rule, notes).value_or(0.0);
            else if (key == "note") read_words(part, here, Lines::many, notes);
            else report_unknown_key(key, at, known, notes);
        }
        if (!wavering.addresses.empty()) to.paths.push_back(std::move(wavering));
    }
}

void read_correlations(const Json& value, simulation::Uncertainty& to, Notes& notes) {
    static constexpr std::array<std::string_view, 4> known{"between", "and", "correlation", "note"};
    if (!is_object(value, "/uncertainty/correlations", notes)) return;
    for (const auto& [id, entry] : value.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/uncertainty/correlations", id);
        if (!is_object(entry, at, notes)) continue;
        simulation::UncertainPair pair{id, {}, {}, 0.0};
        for (const auto& [key, part] : entry.get_ref<const Json::object_t&>()) {
            const std::string here = member_of(at, key);
            if (key == "between" || key == "and") {
                if (part.is_string()) (key == "between" ? pair.first : pair.second) = part.get<std::string>();
                else report_wrong_type(part, here, {"a pointer", "ポインタ（文字列）"}, notes);
            } else if (key == "correlation") {
                pair.correlation = read_number(part, here, correlation_rule, notes).value_or(0.0);
            } else if (key == "note") {
                read_words(part, here, Lines::many, notes);
            } else {
                report_unknown_key(key, at, known, notes);
            }
        }
        for (const auto& [key, label] : {std::pair{"between", Label{"the one quantity", "一方の項目"}}, std::pair{"and", Label{"the other quantity", "もう一方の項目"}},
                                         std::pair{"correlation", Label{"how they go together, -1 to 1", "相関（−1〜1）"}}}) {
            if (!entry.contains(key)) report_missing(at + "/" + key, label, notes);
        }
        to.correlations.push_back(std::move(pair));
    }
}

/// Both ends of a correlation must be drawn, and no pair may be named twice.
void check_correlations(const simulation::Plan<double>& plan, const simulation::Uncertainty& uncertainty, Notes& notes) {
    const auto all = goho::uncertainty::with_defaults(plan, uncertainty);
    std::vector<std::string_view> drawn;
    for (const auto& quantity : all.quantities) drawn.push_back(quantity.pointer);
    std::map<std::pair<std::string_view, std::string_view>, std::string_view> seen;
    for (const auto& pair : uncertainty.correlations) {
        const std::string at = member_of("/uncertainty/correlations", pair.id);
        for (const auto& [key, pointer] : {std::pair{"between", &pair.first}, std::pair{"and", &pair.second}}) {
            if (pointer->empty() || std::find(drawn.begin(), drawn.end(), *pointer) != drawn.end()) continue;
            const std::string_view near = closest(*pointer, drawn);
            notes.problems.add("not-uncertain", at + "/" + key,
                               say("{} is not among the uncertain quantities", "{} は不確実な項目に入っていません", in_quotes(*pointer)),
                               did_you_mean(near));
        }
        if (pair.first.empty() || pair.second.empty()) continue;
        if (pair.first == pair.second) {
            notes.problems.add("bad-correlation", at, {"a quantity cannot be correlated with itself", "同じ項目どうしの相関は指定できません"});
            continue;
        }
        const auto [entry, added] = seen.emplace(std::minmax<std::string_view>(pair.first, pair.second), pair.id);
        if (!added) notes.problems.add("bad-correlation", at, say("{} says something about the same pair", "{} も同じ組み合わせの相関です", in_quotes(entry->second)));
    }
}

/// Reports what two entries both move.
void check_drawn_once(const auto& entries, const std::string& section, Notes& notes) {
    std::map<std::array<int, 3>, std::vector<std::size_t>> movers;  // by place
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::set<std::size_t> others;
        for (const auto& address : entries[i].addresses) {
            auto& already = movers[{address.section, address.item, address.row}];
            others.insert(already.begin(), already.end());
            already.push_back(i);
        }
        for (const std::size_t k : others) {
            notes.problems.add("drawn-twice", member_of(section, entries[i].pointer), say("{} moves the same quantity", "{} も同じ項目を動かします", in_quotes(entries[k].pointer)));
        }
    }
}

}  // namespace

std::vector<simulation::Address> read_addresses(std::string_view pointer, const std::string& at,
                                                const AllIds& ids, bool monthly, Notes& notes) {
    const Fixed fixed = monthly ? Fixed::refuse : Fixed::allow;
    const std::size_t star = pointer.find("/*/");
    if (star == std::string_view::npos) {
        const auto target = resolve_pointer(pointer, at, ids, fixed, notes);
        return target ? std::vector{target->address} : std::vector<simulation::Address>{};
    }
    const auto collection = ids.find(pointer.substr(1, star - 1));
    if (collection == ids.end() || collection->second.names.empty()) {
        std::vector<std::string_view> names;
        for (const auto& [name, items] : ids) {
            if (!items.names.empty()) names.push_back(name);
        }
        const std::string near = collection == ids.end() ? std::string(closest(pointer.substr(1, star - 1), names)) : std::string();
        notes.problems.add("unknown-pointer", at, say("{} stands for no item of this plan", "{} に当たる項目はこの計画にありません", in_quotes(pointer)),
                           near.empty() ? Text{} : did_you_mean("/" + near + std::string(pointer.substr(star))));
        return {};
    }
    std::vector<simulation::Address> all;
    for (const auto id : collection->second.names) {
        const std::string one = std::string(pointer.substr(0, star + 1)) + std::string(id) + std::string(pointer.substr(star + 2));
        const auto target = resolve_pointer(one, at, ids, fixed, notes);
        if (!target) return {};  // one report is enough: the others would say the same
        all.push_back(target->address);
    }
    return all;
}

simulation::Uncertainty read_uncertainty(const Json& section, const simulation::Plan<double>& plan, const AllIds& ids, Notes& notes) {
    static constexpr std::array<std::string_view, 6> known{"note", "defaults", "events", "quantities", "paths", "correlations"};
    simulation::Uncertainty out;
    for (const auto& [key, value] : section.get_ref<const Json::object_t&>()) {
        const std::string at = member_of("/uncertainty", key);
        if (key == "defaults") out.defaults = read_flag(value, at, notes).value_or(false);
        else if (key == "events") out.events = read_flag(value, at, notes).value_or(true);
        else if (key == "paths") read_paths(value, ids, out, notes);
        else if (key == "correlations") read_correlations(value, out, notes);
        else if (key == "quantities") {
            if (!is_object(value, at, notes)) continue;
            for (const auto& [pointer, quantity] : value.get_ref<const Json::object_t&>()) {
                const std::string here = member_of(at, pointer);
                auto addresses = read_addresses(pointer, here, ids, false, notes);
                if (addresses.empty()) continue;
                if (auto read = QuantityReader(quantity, here, std::move(addresses), notes).read()) {
                    read->pointer = pointer;
                    out.quantities.push_back(std::move(*read));
                }
            }
        } else if (key == "note") {
            read_words(value, at, Lines::many, notes);
        } else {
            report_unknown_key(key, "/uncertainty", known, notes);
        }
    }
    check_drawn_once(out.quantities, "/uncertainty/quantities", notes);
    check_drawn_once(out.paths, "/uncertainty/paths", notes);
    check_correlations(plan, out, notes);
    return out;
}

void check_draws(const simulation::Scenario& scenario, Notes& notes) {
    if (scenario.uncertainty.none()) return;
    const goho::uncertainty::Subject subject{&scenario, nullptr};
    Problems warnings;  // said where trials are run
    auto draws = goho::uncertainty::prepare(std::span(&subject, 1), chance::Sampling::random, 1, 1, warnings);
    for (Problem& problem : draws.problems) notes.problems.add(problem.code, problem.pointer, std::move(problem.message), std::move(problem.hint));
}

Problems vary(simulation::Scenario& scenario, std::string_view pointer, std::string_view spread) {
    const AllIds ids = ids_of(scenario.plan);
    Notes notes;
    const std::string at(pointer);
    auto addresses = read_addresses(pointer, at, ids, false, notes);
    if (!addresses.empty()) {
        if (auto read = QuantityReader(Json{{"spread", std::string(spread)}}, at, addresses, notes).read()) {
            read->pointer = at;
            auto& all = scenario.uncertainty.quantities;
            std::erase_if(all, [&](const auto& q) { return q.pointer == pointer; });
            for (auto& other : all) {
                std::erase_if(other.addresses, [&](const auto& a) { return std::find(addresses.begin(), addresses.end(), a) != addresses.end(); });
            }
            std::erase_if(all, [](const auto& q) { return q.addresses.empty(); });
            all.push_back(std::move(*read));
        }
    }
    return notes.problems.take({});
}

}  // namespace goho::io
