#include "kernels/kernel.hpp"

#include "accounting/books.hpp"
#include "kernels/instruction_sets.hpp"
#include "simulation/conduct.hpp"

#include <algorithm>
#include <vector>

namespace goho::kernels {

std::size_t figure_count() { return accounting::variables<double>.size() + simulation::conduct_variables<double>.size(); }

int fiscal_year_count(const simulation::Plan<double>& plan) {
    const auto& c = plan.company;
    return (month_of_fiscal_year(c.start, c.fiscal_year_start) + c.months - 1) / 12 + 1;
}
int plan_year_count(const simulation::Plan<double>& plan) { return (plan.company.months - 1) / 12 + 1; }

std::span<const Kernel> kernels() {
    static const std::vector<Kernel> usable = [] {
        std::vector<Kernel> found;
        const auto add = [&](std::span<const Kernel> more) { found.insert(found.end(), more.begin(), more.end()); };
#ifdef GOHO_X86_KERNELS
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
            add(avx512_kernels());
        }
        if (__builtin_cpu_supports("avx2")) add(avx2_kernels());
#endif
        add(baseline_kernels());
        return found;
    }();
    return usable;
}

const Kernel* find_kernel(std::string_view name) {
    const auto all = kernels();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Kernel& k) { return k.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace goho::kernels
