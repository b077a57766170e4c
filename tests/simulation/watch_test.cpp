// Who looks on while a plan runs is told of the opening and of every month, before and after.
#include "simulation/run_template.hpp"
#include "simulation/small_company.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::simulation;

namespace {

struct Diary {
    std::vector<int> began, over;
    std::vector<double> cash;
    void begins(int t, Plan<double>&, State<double>&, Trajectory<double>&) { began.push_back(t); }
    void ended(int t, Plan<double>&, State<double>&, Trajectory<double>& out) {
        over.push_back(t);
        cash.push_back(t < 0 ? out.opening.cash : out.months[static_cast<std::size_t>(t)].cash);
    }
};

}  // namespace

TEST_CASE("watch: the opening is month -1, and each month is there when it has ended") {
    auto s = test::company(5e6, 2);
    s.plan.treasury.other_income = 1'000.0;
    Trajectory<double> run;
    Diary diary;
    run_watched(run, s.plan, s.timeline, test::statutes(), diary);
    CHECK(diary.began == std::vector{-1, 0, 1});
    CHECK(diary.over == std::vector{-1, 0, 1});
    CHECK(diary.cash == std::vector{5'000'000.0, 5'001'000.0, 5'002'000.0});
}
