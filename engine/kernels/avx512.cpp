// Compiled with -mavx512f and its companions and sealed: only avx512_kernels() is seen from outside.
#include "kernels/instruction_sets.hpp"
#include "kernels/workspace.hpp"

namespace goho::kernels {

std::span<const Kernel> avx512_kernels() {
    static constexpr Kernel kernels[] = {{"avx512_x8", 8, prepare<LanesOf<8, 8>>}};
    return kernels;
}

}  // namespace goho::kernels
