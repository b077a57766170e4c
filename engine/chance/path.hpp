// A figure that wanders from month to month around its plan: an autoregressive path of normal deviations. Each month's
// draw has its own address, so a path does not depend on how many months were asked for before it.
// Theory: docs/model/uncertainty.md, "Draws".
#pragma once

#include <cstdint>
#include <span>

namespace goho::chance {

/// out[t] is the deviation in month t: persistence * last month's + sqrt(1 - persistence^2) * deviation * z_t, with z
/// standard normal. It starts in its stationary distribution, so every month has the standard deviation `deviation`;
/// months k apart have the correlation persistence^k, |persistence| <= 1. Month t is step t + 1 of uniform(), so that
/// step 0 remains for a figure that is drawn once for the trial.
void autoregressive(std::uint64_t seed, std::uint64_t trial, std::uint32_t parameter, double persistence,
                    double deviation, std::span<double> out);

}  // namespace goho::chance
