#include "uncertainty/refusals.hpp"

#include "kernels/kernel.hpp"

#include <fmt/format.h>

namespace goho::uncertainty {

Problem refused(std::string code, Text message, Text hint) { return {std::move(code), {}, {}, 0, 0, std::move(message), std::move(hint)}; }

void check_machine(int threads, std::string_view kernel, Problems& problems) {
    if (threads < 0 || threads > 1024) {
        problems.push_back(refused("bad-threads", {fmt::format("{} threads: between 0 (all there are) and 1024 are possible", threads),
                                                   fmt::format("スレッド数 {}: 0（すべて）〜1024 の範囲で指定してください", threads)}));
    }
    if (!kernel.empty() && kernels::find_kernel(kernel) == nullptr) {
        std::string known;
        for (const auto& one : kernels::kernels()) known += (known.empty() ? "" : ", ") + std::string(one.name);
        problems.push_back(refused("unknown-kernel", {fmt::format("there is no kernel \"{}\" on this machine", kernel),
                                                      fmt::format("この機械にカーネル「{}」はありません", kernel)},
                                   {"known are " + known, "使えるもの: " + known}));
    }
}

Problem nothing_uncertain(const simulation::Scenario& scenario) {
    Problem p = refused("nothing-uncertain", {"nothing of this scenario is uncertain", "このシナリオには不確実な項目がありません"},
                        {"add a section \"uncertainty\", or use --defaults or --vary", "「uncertainty」を書くか、--defaults または --vary を使ってください"});
    p.file = scenario.file;
    return p;
}

}  // namespace goho::uncertainty
