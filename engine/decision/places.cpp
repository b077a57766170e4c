#include "decision/places.hpp"

#include "io/pointer.hpp"

namespace goho::decision {

namespace {

bool matches(std::string_view step, std::string_view id) { return step == "*" || step == id; }

std::string escaped(std::string_view id) {
    std::string out;
    for (const char c : id) out += c == '/' ? "~1" : c == '~' ? "~0" : std::string(1, c);
    return out;
}

template <class P> std::vector<MonthPlace> months_of(int section, int item, const std::string& at, std::string_view only) {
    std::vector<MonthPlace> out;
    const auto& rows = simulation::table_of<P>();
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const auto& one = rows[static_cast<std::size_t>(row)];
        if (!std::holds_alternative<Month P::*>(one.field) || (!only.empty() && only != one.name)) continue;
        out.push_back({{section, item, row}, at + "/" + std::string(one.name)});
    }
    return out;
}

}  // namespace

Month* month_at(simulation::Plan<double>& plan, const simulation::Address& address) {
    Month* found = nullptr;
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != address.section) return;
        auto& held = plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_reference_t<decltype(held)>>) {
            auto& parameters = held[static_cast<std::size_t>(address.item)].parameters;
            using P = std::remove_reference_t<decltype(parameters)>;
            if (const auto* field = std::get_if<Month P::*>(&simulation::table_of<P>()[static_cast<std::size_t>(address.row)].field)) found = &(parameters.**field);
        }
    });
    return found;
}

std::vector<ItemPlace> items_at(const simulation::Scenario& scenario, std::string_view pointer) {
    std::vector<ItemPlace> out;
    const auto steps = io::steps_of(pointer);
    if (steps.size() < 2 || steps.size() > 3) return out;
    const std::string_view only = steps.size() == 3 ? steps[2] : std::string_view();
    if (steps[0] == "timeline" && only.empty()) {
        for (std::size_t i = 0; i < scenario.timeline.size(); ++i) {
            const auto& entry = scenario.timeline[i];
            if (!matches(steps[1], entry.id)) continue;
            const Text name = entry.name.empty() ? Text{entry.id, entry.id} : entry.name;
            out.push_back({"/timeline/" + escaped(entry.id), name, {}, static_cast<int>(i)});
        }
        return out;
    }
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = section++;
        if (s.name != steps[0]) return;
        const auto& held = scenario.plan.*s.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
            for (std::size_t i = 0; i < held.size(); ++i) {
                if (!matches(steps[1], held[i].id)) continue;
                using P = std::remove_cvref_t<decltype(held[i].parameters)>;
                const std::string at = "/" + std::string(s.name) + "/" + escaped(held[i].id);
                auto months = months_of<P>(here, static_cast<int>(i), at, only);
                if (months.empty()) continue;
                out.push_back({at, {std::string(held[i].shown(Language::english)), std::string(held[i].shown(Language::japanese))}, std::move(months), -1});
            }
        }
    });
    return out;
}

std::vector<std::string> movable_items(const simulation::Scenario& scenario) {
    std::vector<std::string> out;
    for (const char* all : {"/investments/*", "/initiatives/*", "/loans/*", "/subsidies/*", "/timeline/*"})
        for (const auto& item : items_at(scenario, all)) out.push_back(item.item);
    return out;
}

}  // namespace goho::decision
