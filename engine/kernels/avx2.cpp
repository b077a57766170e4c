// Compiled with -mavx2 and sealed: only avx2_kernels() is seen from outside.
#include "kernels/instruction_sets.hpp"
#include "kernels/workspace.hpp"

namespace goho::kernels {

std::span<const Kernel> avx2_kernels() {
#ifdef GOHO_FEW_KERNELS
    static constexpr Kernel kernels[] = {{"avx2_x4", 4, prepare<LanesOf<4, 4>>}};
#else
    static constexpr Kernel kernels[] = {{"avx2_x4", 4, prepare<LanesOf<4, 4>>}, {"avx2_x8", 8, prepare<LanesOf<8, 4>>}};
#endif
    return kernels;
}

}  // namespace goho::kernels
