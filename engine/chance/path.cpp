#include "chance/path.hpp"

#include "chance/distribution.hpp"
#include "chance/uniform.hpp"
#include "core/number.hpp"

#include <cassert>
#include <cstddef>

namespace goho::chance {

void autoregressive(std::uint64_t seed, std::uint64_t trial, std::uint32_t parameter, double persistence,
                    double deviation, std::span<double> out) {
    assert(-1.0 <= persistence && persistence <= 1.0 && deviation >= 0.0);
    const double fresh = goho::sqrt((1.0 - persistence) * (1.0 + persistence)) * deviation;
    for (std::size_t t = 0; t < out.size(); ++t) {
        const double z = normal_quantile(uniform(seed, trial, parameter, static_cast<std::uint32_t>(t + 1)));
        out[t] = t == 0 ? deviation * z : persistence * out[t - 1] + fresh * z;
    }
}

}  // namespace goho::chance
