// One file of a batch: read once, by whoever needs it first, and then the source of all points of the sweep.
#pragma once

#include "accounting/statutes.hpp"
#include "batch/sweep.hpp"
#include "io/pointer.hpp"

#include <mutex>

namespace goho::batch {

class PlanSource {
public:
    PlanSource(std::string file, const Sweep& sweep) : file_(std::move(file)), sweep_(&sweep) {}

    struct Read {
        std::optional<simulation::Scenario> scenario;
        accounting::Statutes statutes;
        std::vector<io::Target> targets;  // of the axes
        Problems problems, notes;
        bool sweep_is_wrong = false;      // the file is sound, but an axis does not fit it
    };
    const Read& read();
    const std::string& file() const { return file_; }

    /// The plan at a point of the sweep, or what is wrong with it there.
    Result<simulation::Scenario> at(const std::vector<double>& values);

private:
    std::string file_;
    const Sweep* sweep_;
    std::once_flag once_;
    Read read_;
};

}  // namespace goho::batch
