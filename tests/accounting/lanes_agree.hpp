// Runs the same steps over single doubles and over lanes, with eight different inputs, and compares the bits.
#pragma once

#include "core/lanes.hpp"
#include "core/number.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <doctest/doctest.h>
#include <vector>

namespace goho::test {

/// `run(x)` takes a number of any type and returns a std::vector of that type.
template <class Run> void check_lanes_agree(const std::array<double, Lanes::width>& inputs, Run run) {
    Lanes together;
    for (int lane = 0; lane < Lanes::width; ++lane) together.set(lane, inputs[lane]);
    const std::vector<Lanes> in_lock_step = run(together);
    REQUIRE_FALSE(in_lock_step.empty());
    for (int lane = 0; lane < Lanes::width; ++lane) {
        const std::vector<double> alone = run(inputs[lane]);
        REQUIRE(alone.size() == in_lock_step.size());
        for (std::size_t i = 0; i < alone.size(); ++i) {
            CAPTURE(lane);
            CAPTURE(i);
            CAPTURE(alone[i]);
            CHECK(std::bit_cast<std::uint64_t>(alone[i]) == std::bit_cast<std::uint64_t>(in_lock_step[i][lane]));
        }
    }
}

}  // namespace goho::test
