#include "batch/run_row.hpp"

#include "batch/sweep.hpp"

#include <unordered_set>

namespace goho::batch {

std::vector<std::string> short_names(const std::vector<std::string>& pointers) {
    const auto tail = [](const std::string& pointer, int steps) {
        std::size_t at = pointer.size();
        for (int i = 0; i < steps && at != std::string::npos && at > 0; ++i) at = pointer.rfind('/', at - 1);
        return pointer.substr(at == std::string::npos ? 0 : at + 1);
    };
    std::vector<std::string> names;
    for (int steps = 1; steps <= 3; ++steps) {
        names.clear();
        for (const std::string& pointer : pointers) names.push_back(tail(pointer, steps));
        if (std::unordered_set<std::string>(names.begin(), names.end()).size() == names.size()) break;
    }
    return names;
}

std::vector<std::string> axis_names(const Sweep& sweep) {
    std::vector<std::string> pointers;
    for (const Axis& axis : sweep.axes()) pointers.push_back(axis.pointer);
    return short_names(pointers);
}

}  // namespace goho::batch
