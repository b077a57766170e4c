#include "uncertainty/quantity_label.hpp"

#include <fmt/format.h>

namespace goho::uncertainty {

namespace {

/// "all segments" in the middle of a line.
std::string lower_first(std::string_view text) {
    std::string out(text);
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

}  // namespace

Text quantity_label(const simulation::Plan<double>& plan, std::span<const simulation::Address> addresses) {
    Text out;
    if (addresses.empty()) return out;
    const simulation::Address& first = addresses.front();
    const auto row = static_cast<std::size_t>(first.row);
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != first.section) return;
        const auto& held = plan.*s.member;
        using Held = std::remove_cvref_t<decltype(held)>;
        if constexpr (simulation::is_collection<Held>) {
            const auto& item = held[static_cast<std::size_t>(first.item)];
            const Label label = simulation::table_of<std::remove_cvref_t<decltype(item.parameters)>>()[row].label;
            if (addresses.size() > 1) {
                out = {fmt::format("{} (all {})", label.en, lower_first(s.label.en)), fmt::format("{}（全{}）", label.ja, s.label.ja)};
            } else {
                out = {fmt::format("{} ({})", label.en, item.shown(Language::english)), fmt::format("{}（{}）", label.ja, item.shown(Language::japanese))};
            }
        } else {
            const Label label = simulation::table_of<Held>()[row].label;
            out = {std::string(label.en), std::string(label.ja)};
        }
    });
    return out;
}

std::string_view unit_of(const simulation::Address& address) {
    std::string_view unit;
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != address.section) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        const auto row = static_cast<std::size_t>(address.row);
        if constexpr (simulation::is_collection<Held>) {
            unit = simulation::table_of<std::remove_cvref_t<decltype(Held{}.front().parameters)>>()[row].unit;
        } else {
            unit = simulation::table_of<Held>()[row].unit;
        }
    });
    return unit;
}

Label section_label(const simulation::Address& address) {
    Label label{};
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ == address.section) label = s.label;
    });
    return label;
}

}  // namespace goho::uncertainty
