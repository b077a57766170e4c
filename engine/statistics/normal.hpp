// The two-sided 95% points by which intervals are drawn, as constants: a library's inverse distribution would give
// other last bits on other machines.
#pragma once

#include <array>
#include <cstdint>

namespace goho::statistics {

/// P(|Z| <= normal_95) = 0.95.
inline constexpr double normal_95 = 1.959963984540054;

/// The same for Student's t with `freedom` >= 1 degrees of freedom: tabulated up to 30 (NIST/SEMATECH e-Handbook
/// 1.3.6.7.2, with more digits), beyond that the expansion about the normal of Abramowitz and Stegun 26.7.5, wrong by
/// less than 2e-6. The test reckons both again.
constexpr double student_95(std::uint64_t freedom) {
    constexpr std::array<double, 30> table = {
        12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135,
        2.262157163,  2.228138852, 2.200985160, 2.178812830, 2.160368656, 2.144786688, 2.131449546, 2.119905299,
        2.109815578,  2.100922040, 2.093024054, 2.085963447, 2.079613845, 2.073873068, 2.068657610, 2.063898562,
        2.059538553,  2.055529439, 2.051830516, 2.048407142, 2.045229642, 2.042272456};
    if (freedom <= table.size()) return table[freedom == 0 ? 0 : freedom - 1];
    const double n = static_cast<double>(freedom), z = normal_95, s = z * z;
    return z + z * (s + 1.0) / (4.0 * n) + z * ((5.0 * s + 16.0) * s + 3.0) / (96.0 * n * n) +
           z * (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / (384.0 * n * n * n);
}

}  // namespace goho::statistics
