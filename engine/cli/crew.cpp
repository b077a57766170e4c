#include "cli/crew.hpp"

#include "batch/fingerprint.hpp"
#include "io/version.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace goho::cli {

void add_crew_options(CLI::App& command, CrewOptions& options, const Shared& shared) {
    command.add_option("--journal", options.journal, in(shared, "keep what is done in this folder; the same command goes on from there", "計算済みの分をこのフォルダーに残し、同じコマンドで続きから計算する"))->type_name("DIR");
    command.add_option("--share", options.share,
                       in(shared, "do a part for a job array, 3/10 the third of ten; without it the same command puts all together", "ジョブ配列の分担（3/10 は10分の3番目）。付けずに実行すると全体を取りまとめる"))
        ->type_name("K/N");
}

CommandCrew::CommandCrew(const CrewOptions& options, const Shared& shared) : shared_(shared) {
    request_.world = shared.world;
    if (!options.journal.empty()) request_.journal = options.journal;
    Problems problems;
    if (!options.share.empty()) {
        const auto share = cluster::read_share(options.share);
        problems = share.problems;
        if (share) request_.share = *share.value;
        if (options.journal.empty())
            problems.push_back({"bad-option", {}, {}, 0, 0, {"--share needs --journal, where the shares meet", "--share には --journal（分担した結果の置き場）が必要です"}, {}});
        if (shared.world != nullptr && shared.world->size() > 1)
            problems.push_back({"bad-option", {}, {}, 0, 0, {"--share is for jobs of one process, not for several under mpirun", "--share は単独プロセスのジョブ用で、mpirun とは併用できません"}, {}});
    }
    show_problems(problems, shared);
    sound_ = problems.empty();
}

Crew CommandCrew::crew(const std::vector<Loaded>& scenarios, Meter& meter, std::uint64_t total) {
    if (!request_.journal && (shared_.world == nullptr || shared_.world->size() == 1)) return {};
    request_.made_from = fmt::format("goho {}", io::version());
    for (const Loaded& one : scenarios) request_.made_from += "\n" + batch::fingerprint(one.scenario, one.statutes);
    request_.proceed = [&meter, total](std::uint64_t done, std::uint64_t pieces) {
        meter.show(pieces == 0 ? 0 : static_cast<std::uint64_t>(static_cast<double>(total) * static_cast<double>(done) / static_cast<double>(pieces)), total);
        return true;
    };
    return cluster::crew(request_, report_);
}

ExitCode CommandCrew::ended(Gathered gathered) const {
    show_problems(report_.problems, shared_);
    if (!report_.problems.empty()) return report_.problems.front().code == "output-busy" ? usage_error : internal_error;
    if (gathered == Gathered::elsewhere && shared_.leads()) {
        std::fputs(fmt::format(fmt::runtime(in(shared_, "note: share {} of {} is in the journal; the same command without --share puts all together\n",
                                               "注意: 分担 {}/{} を記録しました。--share を付けずに同じコマンドを実行すると取りまとめます\n")),
                               request_.share.number, request_.share.of).c_str(), stderr);
    }
    return gathered == Gathered::stopped ? partial_failure : fine;
}

}  // namespace goho::cli
