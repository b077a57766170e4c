// Which files a batch computes: files, folders with what scenarios are below them, patterns such as plans/*.json, and
// lists of these. In the order they are named, folders sorted, each file once.
#pragma once

#include "core/problem.hpp"

#include <string_view>
#include <vector>

namespace goho::batch {

struct Inputs {
    std::vector<std::string> files;
    std::size_t left_out = 0;  // JSON files in folders that are no scenarios
    Problems problems;         // patterns and folders that lead to nothing
};

/// `list` is what stands for the path "-": one path a line.
Inputs find_inputs(const std::vector<std::string>& paths, std::string_view list = {});

}  // namespace goho::batch
