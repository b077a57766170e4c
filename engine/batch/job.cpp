#include "batch/job.hpp"

#include "batch/fingerprint.hpp"
#include "io/wording.hpp"

namespace goho::batch {

namespace {

std::string in_words(const std::vector<std::string>& names, const std::vector<double>& values) {
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) out += fmt::format("{}{}={}", i == 0 ? "" : " ", names[i], values[i]);
    return out;
}

}  // namespace

void prepare(Job& job, const Sweep& sweep, const std::vector<std::string>& axis_names) {
    RunRow& row = job.finished.row;
    row.file = job.source->file();
    const PlanSource::Read& base = job.source->read();
    if (!base.scenario) {
        job.finished.has_row = job.point == 0;
        row.problems = base.problems;
        row.notes = base.notes;
        return;
    }
    row.name = base.scenario->name;
    if (job.point == 0) row.notes = base.notes;
    row.values = sweep.point(job.point);
    row.point = in_words(axis_names, row.values);
    auto scenario = job.source->at(row.values);
    row.problems = std::move(scenario.problems);
    if (!scenario) return;
    row.hash = fingerprint(*scenario.value, base.statutes);
    job.scenario = std::move(*scenario.value);
}

void compute(Job& job) {
    try {
        if (job.to_compute) job.finished.computed = computed(std::move(*job.scenario), job.source->read().statutes);
    } catch (const std::exception& error) {
        RunRow& row = job.finished.row;
        row.problems.push_back({"internal", row.file, {}, 0, 0, io::say("could not be computed: {}", "計算できませんでした: {}", std::string_view(error.what())), {}});
    }
    job.scenario.reset();
}

}  // namespace goho::batch
