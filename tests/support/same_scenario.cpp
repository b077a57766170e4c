#include "support/same_scenario.hpp"

namespace goho::test {

namespace {

template <class P> bool same_parameters(const P& a, const P& b) {
    bool same = true;
    for (const auto& row : simulation::table_of<P>()) {
        std::visit(
            [&](auto field) {
                if constexpr (std::is_same_v<decltype(field), Choice<P>>) same = same && field.get(a) == field.get(b);
                else same = same && a.*field == b.*field;
            },
            row.field);
    }
    return same;
}

}  // namespace

bool same_scenario(const simulation::Scenario& a, const simulation::Scenario& b) {
    bool same = a.name == b.name && a.description == b.description && a.timeline == b.timeline;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& left = a.plan.*section.member;
        const auto& right = b.plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(left)>>) {
            same = same && left.size() == right.size();
            for (std::size_t i = 0; same && i < left.size(); ++i) {
                same = left[i].id == right[i].id && left[i].name == right[i].name &&
                       same_parameters(left[i].parameters, right[i].parameters);
            }
        } else {
            same = same && same_parameters(left, right);
        }
    });
    return same;
}

}  // namespace goho::test
