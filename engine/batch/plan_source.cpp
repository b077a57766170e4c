#include "batch/plan_source.hpp"

#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

#include <filesystem>
#include <sys/stat.h>

namespace goho::batch {

namespace {

/// When the file was last written and how long it is; two readings that agree saw the same file.
struct Stamp {
    timespec written{};
    off_t size = -1;
    ino_t number = 0;
    explicit Stamp(const std::string& file) {
        struct stat s{};
        if (::stat(file.c_str(), &s) != 0) return;
        written = s.st_mtim;
        size = s.st_size;
        number = s.st_ino;
    }
    bool operator==(const Stamp& other) const {
        return written.tv_sec == other.written.tv_sec && written.tv_nsec == other.written.tv_nsec && size == other.size && number == other.number;
    }
};

/// A file that somebody is writing is read again.
io::Reading read_settled(const std::string& file) {
    for (int attempt = 1;; ++attempt) {
        const Stamp before(file);
        io::Reading reading = io::read_scenario(file);
        if (attempt == 3 || before == Stamp(file)) return reading;
    }
}

PlanSource::Read read_all(const std::string& file, const Sweep& sweep) {
    PlanSource::Read out;
    io::Reading reading = read_settled(file);
    out.problems = std::move(reading.problems);
    out.notes = std::move(reading.warnings);
    if (!reading) return out;
    auto statutes = io::load_statutes(*reading.value);
    if (!statutes) {
        out.problems = std::move(statutes.problems);
        return out;
    }
    const io::AllIds ids = io::ids_of(reading.value->plan);
    io::Notes notes;
    for (const Axis& axis : sweep.axes()) {
        const auto target = io::resolve_pointer(axis.pointer, axis.pointer, ids, io::Fixed::allow, notes);
        if (!target) continue;
        // The same words as in a file: a price is no percentage, a share no amount.
        const std::string_view unit = target->rule.unit;
        const bool share = unit.starts_with("fraction") || unit == "as the variable", amount = unit.starts_with("yen") || unit == "as the variable";
        if ((axis.percent && !share) || (axis.money && !amount)) {
            notes.problems.add("bad-sweep", axis.pointer,
                               axis.percent ? Text{"this is not a percentage", "これは割合の項目ではありません"} : Text{"this is not an amount of money", "これは金額の項目ではありません"},
                               {fmt::format("its unit is {}", unit), fmt::format("単位は {} です", unit)});
            continue;
        }
        const bool low = io::in_range(axis.lowest(), axis.pointer, target->rule, notes, true);
        if (low) io::in_range(axis.highest(), axis.pointer, target->rule, notes, true);
        out.targets.push_back(*target);
    }
    if (!notes.problems.empty()) {
        out.problems = notes.problems.take(file);
        for (Problem& problem : out.problems) {
            if (problem.file.empty()) problem.file = file;
        }
        out.sweep_is_wrong = true;
        return out;
    }
    out.statutes = std::move(*statutes.value);
    out.scenario = std::move(*reading.value);
    return out;
}

}  // namespace

const PlanSource::Read& PlanSource::read() {
    std::call_once(once_, [&] { read_ = read_all(file_, *sweep_); });
    return read_;
}

Result<simulation::Scenario> PlanSource::at(const std::vector<double>& values) {
    const Read& base = read();
    if (!base.scenario) return {{}, base.problems};
    simulation::Scenario scenario = *base.scenario;
    for (std::size_t i = 0; i < values.size(); ++i) *simulation::quantity_at(scenario.plan, base.targets[i].address) = values[i];
    if (!values.empty()) {
        Problems problems = io::problems_of(scenario);
        for (Problem& problem : problems) {
            if (problem.file.empty()) problem.file = file_;
        }
        if (!problems.empty()) return {{}, std::move(problems)};
    }
    return {std::move(scenario), {}};
}

}  // namespace goho::batch
