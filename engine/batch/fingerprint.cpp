#include "batch/fingerprint.hpp"

#include "core/sha256.hpp"
#include "io/scenario_writer.hpp"
#include "io/statutes.hpp"
#include "io/version.hpp"

namespace goho::batch {

std::string fingerprint(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    simulation::Scenario untitled = scenario;
    untitled.name = {};
    untitled.description = {};
    untitled.story.clear();
    untitled.decision_log.clear();
    return sha256(fmt::format("goho {}\n{}\n{}", io::version(), io::fingerprint_text(statutes), io::scenario_text(untitled)));
}

}  // namespace goho::batch
