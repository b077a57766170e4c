// What the commands that explain and decide have in common: the unit of money, progress, scenarios that are saved, and
// how their answer is shown.
#pragma once

#include "cli/command.hpp"
#include "cli/meter.hpp"
#include "cli/uncertain.hpp"
#include "decision/base.hpp"
#include "uncertainty/draws.hpp"

#include <functional>
#include <mutex>
#include <span>

namespace goho::cli {

struct DecisionOutput {
    MoneyUnit unit = MoneyUnit::thousand;
    bool progress = false, overwrite = false;
    std::string save;  // folder that scenarios are written to
};

/// --unit, --progress and what all commands share; with drafts also --save and --overwrite.
void add_decision_options(CLI::App& command, DecisionOutput& output, Shared& shared, bool with_drafts = true);

/// Shows how far something is, from any thread.
class DecisionMeter {
public:
    DecisionMeter(const Shared& shared, const DecisionOutput& output) : meter_(shared, output.progress, {"%", "%"}) {}
    decision::Progress progress();
    void clear() { meter_.clear(); }

private:
    Meter meter_;
    std::mutex one_at_a_time_;
};

/// A plan with what is uncertain about it; nothing after its problems were shown, and `why` then says what to return.
std::optional<decision::Base> load_base(const std::string& file, const Uncertain& uncertain, const Shared& shared, ExitCode& why);

/// Prints the answer in the format asked for and writes its scenarios; `base` is the file that they extend.
ExitCode show_telling(const decision::Telling& telling, const std::string& base, const DecisionOutput& output, const Shared& shared);

/// Asks something about scenarios that meet the same luck, and shows the answer.
using AskUncertain = std::function<Result<decision::Telling>(std::span<const uncertainty::Subject>, const decision::Progress&, Problems& warnings)>;
ExitCode answer_uncertain(const std::vector<std::string>& files, const Uncertain& uncertain, const DecisionOutput& output, const Shared& shared, const AskUncertain& ask);

std::string telling_text(const decision::Telling& telling, MoneyUnit unit, Language language, int width);

}  // namespace goho::cli
