#include "io/pointer.hpp"

namespace goho::io {

namespace {

using simulation::Address;

void report_no_quantity(const std::string& at, std::string_view pointer, Hint hint, Notes& notes) {
    if (notes.problems.full()) return notes.problems.count_only();
    notes.problems.add("unknown-pointer", at,
                       say("{} names no quantity of the plan", "{} に当たる数量はありません", in_quotes(pointer)),
                       std::move(hint));
}

Hint pointer_hint(std::string_view near, std::string_view before, std::string_view after) {
    if (near.empty()) return {};
    return did_you_mean(std::string(before) + std::string(near) + std::string(after));
}

/// Walks down the steps of a pointer; reports where it leaves the plan.
class Resolver {
public:
    Resolver(std::string_view pointer, const std::string& at, const AllIds& ids, Fixed fixed, Notes& notes)
        : pointer_(pointer), at_(at), steps_(steps_of(pointer)), ids_(ids), fixed_(fixed), notes_(notes) {}

    std::optional<Target> resolve() {
        std::vector<std::string_view> names;
        int section = 0;
        bool known = false;
        simulation::for_each_section<double>([&](const auto& s) {
            names.push_back(s.name);
            if (!steps_.empty() && steps_.front() == s.name) {
                known = true;
                if (s.change == Change::fixed && fixed_ == Fixed::refuse) report_fixed();
                else look_in(s, section);
            }
            ++section;
        });
        if (!known) {
            const std::string_view first = steps_.empty() ? pointer_ : steps_.front();
            const std::string_view rest = steps_.empty() ? std::string_view() : pointer_.substr(1 + first.size());
            Hint hint = pointer_hint(closest(first, names), "/", rest);
            if (hint.empty())
                hint = {"write it as \"/segments/main/price\"", "\"/segments/main/price\" の形で書いてください"};
            report_no_quantity(at_, pointer_, std::move(hint), notes_);
        }
        return found_;
    }

private:
    void report_fixed() {
        if (notes_.problems.full()) return;
        notes_.problems.add("fixed-quantity", at_,
                            say("{} is fixed for the whole plan and cannot change from month to month",
                                "{} は計画期間中固定で、月ごとには変えられません", in_quotes(pointer_)));
    }

    void report_other_kind() {
        if (notes_.problems.full()) return;
        notes_.problems.add("unknown-pointer", at_,
                            say("{} is no quantity: whole numbers, months, choices and texts stay as they are",
                                "{} は数量ではありません。整数・年月・選択肢・文字列は対象にできません",
                                in_quotes(pointer_)));
    }

    template <class Section> void look_in(const Section& s, int section) {
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        if constexpr (simulation::is_collection<Held>) {
            const Ids& ids = ids_.at(s.name);
            const std::string_view id = steps_.size() > 1 ? steps_[1] : std::string_view();
            const auto place = ids.places.find(id);
            if (place == ids.places.end()) {
                const std::string before = "/" + std::string(s.name) + "/";
                const std::string_view rest = pointer_.substr(std::min(before.size() + id.size(), pointer_.size()));
                return report_no_quantity(at_, pointer_, pointer_hint(closest(id, ids.names), before, rest), notes_);
            }
            look_at<std::remove_cvref_t<decltype(Held{}.front().parameters)>>(section, place->second, 2);
        } else {
            look_at<Held>(section, -1, 1);
        }
    }

    template <class P> void look_at(int section, int item, std::size_t depth) {
        const auto& rows = simulation::table_of<P>();
        const std::string_view name = steps_.size() > depth ? steps_[depth] : std::string_view();
        std::vector<std::string_view> possible;
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            const bool quantity = std::holds_alternative<double P::*>(rows[row].field);
            const bool allowed = quantity && (fixed_ == Fixed::allow || rows[row].change == Change::monthly);
            if (allowed) possible.push_back(rows[row].name);
            if (rows[row].name != name || steps_.size() != depth + 1) continue;
            if (allowed) {
                found_ = Target{{section, item, row}, {rows[row].unit, rows[row].valid, rows[row].plausible}, rows[row].label};
            } else if (fixed_ == Fixed::refuse) {
                report_fixed();
            } else {
                report_other_kind();
            }
            return;
        }
        const std::string before(pointer_.substr(0, pointer_.size() - std::min(pointer_.size(), name.size())));
        report_no_quantity(at_, pointer_,
                           steps_.size() == depth + 1 ? pointer_hint(closest(name, possible), before, "") : Hint{},
                           notes_);
    }

    std::string_view pointer_;
    const std::string& at_;
    std::vector<std::string_view> steps_;
    const AllIds& ids_;
    Fixed fixed_;
    Notes& notes_;
    std::optional<Target> found_;
};

}  // namespace

std::vector<std::string_view> steps_of(std::string_view pointer) {
    std::vector<std::string_view> steps;
    while (!pointer.empty() && pointer.front() == '/') {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        steps.push_back(pointer.substr(0, end));
        pointer.remove_prefix(end);
    }
    return steps;
}

std::optional<Target> resolve_pointer(std::string_view pointer, const std::string& at, const AllIds& ids, Fixed fixed,
                                      Notes& notes) {
    return Resolver(pointer, at, ids, fixed, notes).resolve();
}

NumberRule rule_at(const Address& address) {
    NumberRule rule{};
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != address.section) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        const auto take = [&](const auto& rows) {
            rule = {rows[address.row].unit, rows[address.row].valid, rows[address.row].plausible};
        };
        if constexpr (simulation::is_collection<Held>) {
            take(simulation::table_of<std::remove_cvref_t<decltype(Held{}.front().parameters)>>());
        } else {
            take(simulation::table_of<Held>());
        }
    });
    return rule;
}

std::vector<std::string> addresses_of(const simulation::Plan<double>& plan) {
    std::vector<std::string> out;
    const auto add = [&]<class P>(const std::string& before, const P&) {
        for (const auto& row : simulation::table_of<P>()) {
            if (std::holds_alternative<double P::*>(row.field)) out.push_back(before + std::string(row.name));
        }
    };
    simulation::for_each_section<double>([&](const auto& s) {
        const auto& held = plan.*s.member;
        const std::string section = "/" + std::string(s.name) + "/";
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            if (held.size() > 1) add(section + "*/", held.front().parameters);
            for (const auto& item : held) add(section + std::string(item.id) + "/", item.parameters);
        } else {
            add(section, held);
        }
    });
    return out;
}

AllIds ids_of(const simulation::Plan<double>& plan) {
    AllIds all;
    simulation::for_each_section<double>([&](const auto& s) {
        const auto& held = plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            Ids& ids = all[s.name];
            for (const auto& item : held) {
                ids.places.emplace(item.id, static_cast<int>(ids.names.size()));
                ids.names.push_back(item.id);
            }
        }
    });
    return all;
}

}  // namespace goho::io
