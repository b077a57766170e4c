// The one function that each sealed kernel file shows to the rest of the program.
#pragma once

#include "kernels/kernel.hpp"

namespace goho::kernels {

std::span<const Kernel> baseline_kernels();
std::span<const Kernel> avx2_kernels();
std::span<const Kernel> avx512_kernels();

}  // namespace goho::kernels
