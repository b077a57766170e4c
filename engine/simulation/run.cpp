#include "simulation/run.hpp"

#include "core/lanes.hpp"
#include "simulation/run_template.hpp"

namespace goho::simulation {

template <class Real>
void run_into(Trajectory<Real>& out, const Plan<Real>& plan, const std::vector<TimelineEntry>& timeline,
              const accounting::Statutes& statutes) {
    run_watched(out, plan, timeline, statutes, NoWatch{});
}

template void run_into(Trajectory<double>&, const Plan<double>&, const std::vector<TimelineEntry>&, const accounting::Statutes&);
template void run_into(Trajectory<Lanes>&, const Plan<Lanes>&, const std::vector<TimelineEntry>&, const accounting::Statutes&);

}  // namespace goho::simulation
