#include "kernels/instruction_sets.hpp"
#include "kernels/workspace.hpp"

namespace goho::kernels {

std::span<const Kernel> baseline_kernels() {
#ifdef GOHO_FEW_KERNELS
    static constexpr Kernel kernels[] = {{"scalar", 1, prepare<double>}, {"baseline_x4", 4, prepare<LanesOf<4, 2>>}};
#else
    static constexpr Kernel kernels[] = {{"baseline_x8", 8, prepare<LanesOf<8, 2>>},
                                         {"baseline_x4", 4, prepare<LanesOf<4, 2>>},
                                         {"scalar", 1, prepare<double>}};
#endif
    return kernels;
}

}  // namespace goho::kernels
